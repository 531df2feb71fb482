"""What is part of what: the parts of a document's totals, as noting.py and wholes.py find them."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from pipelines.meaning.code_lists import RATES
from pipelines.statements.wording.figures import Figure

#: Units whose figures do not add up: criteria met are an average or a threshold.
NOT_ADDED = RATES | {"criterion", "year_of_age"}
#: Connectives of parts that may be of another whole besides.
BESIDES = frozenset({"summed", "left", "remainder"})
#: Connectives of parts that only numbers tie to their whole: their relation is judged, no reader is told of them.
UNTOLD = frozenset({"remainder"})
#: Units that count the same things in this genre: a house is given to a household, a loan to one.
_ALIKE = {"house": "household", "customer": "household"}


@dataclass(frozen=True, slots=True)
class Part:
    """A figure told as a part of another; parts of one list share its number. `connective` opened the list.

    Figures that a later one sums up ("summed": "Cộng lại là …"), or of which it is what is "left", may be parts of
    another whole besides.
    """

    part: int
    total: int
    list_number: int
    connective: str


@dataclass(slots=True)
class Lists:
    """Lists found beside those told: the figure that each part is of, the number of the last list, the parts found."""

    above: dict[int, int]
    number: int
    found: list[Part] = field(default_factory=list)

    @classmethod
    def beside(cls, told: Collection[Part], above: Mapping[int, int]) -> "Lists":
        """None found yet; `above` holds the parts among those `told` that may be of no other figure."""
        return cls(dict(above), max((part.list_number for part in told), default=0))

    def add(self, total: int, members: Iterable[int], connective: str = "consist") -> None:
        """Keep a list of figures that are parts of a total, all by their indices."""
        self.number += 1
        for member in members:
            self.found.append(Part(member, total, self.number, connective))
            self.above[member] = total


@dataclass(frozen=True, slots=True)
class Structure:
    """The parts of a document's totals; `complete` says, by list number, whether the wording lists all parts.

    A list is complete where a remainder is told, and is not where it ends in "…"; else the wording does not say.
    `likely` holds the lists that may be complete, as their numbers then show. `named_wholes` holds, by rate, the whole
    that the words behind the rate name ("35,8% số hộ nghèo cả huyện").
    """

    parts: tuple[Part, ...]
    complete: Mapping[int, bool]
    named_wholes: Mapping[int, int]
    likely: frozenset[int] = frozenset()


def counted_as(unit: str) -> str:
    """The unit under which figures add up: houses count as households."""
    return _ALIKE.get(unit, unit)


def explains(inside: Figure, outside: Figure) -> bool:
    """Whether a bracket counts what stands before it, by the noun or, where none knows it, by its first word.

    "12.450 bồn chứa nước (8.960 bồn …)", but not "125 bồn (45 bồn chứa, 30 bồn hoa)", which are kinds of them.
    """
    inner, outer = counted_as(inside.unit), counted_as(outside.unit)
    return inner == outer or outer.startswith(f"{inner} ")
