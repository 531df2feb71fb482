"""The words that steer reading, found in one pass over a sentence: subjects, connectives, aspects, status, per.

Their forms and meanings are vocabulary (topics.csv and its like, sentence_words.csv, aspects.csv, status_words.csv,
per_words.csv and the units behind "mỗi"); here they are only found.
"""

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from operator import itemgetter
from typing import Any, Literal, NamedTuple

from pipelines.meaning.terms import Facet, Term, settle, term_forms
from pipelines.model import Status
from pipelines.vocabulary import read_table
from pipelines.vocabulary.lexicon import Hit, Lexicon, longest
from pipelines.vocabulary.loader import Members
from pipelines.vocabulary.units import unit_rows

Side = Literal["left", "right"]


@dataclass(frozen=True, slots=True)
class SentenceWordRow:
    """sentence_words.csv: a connective and its kind."""

    kind: str
    forms: Members
    note: str = ""


@dataclass(frozen=True, slots=True)
class AspectRow:
    """aspects.csv: words left or right of a number of these units that say how it is told.

    `head` marks nouns ("mức giảm … là 5%") that no verb behind them overrides.
    """

    aspect: str
    side: Side
    units: Members
    forms: Members
    head: Literal["yes"] | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class StatusRow:
    """status_words.csv: words that make figures of a clause, a sentence or what follows a plan, a target, a norm.

    Those of scope "beside" count right before a count or an amount only: "so với kế hoạch 1.250 người". Those of scope
    "heading" count in a heading only, for all below it: "III. Nhiệm vụ 6 tháng cuối năm". Those
    of scope "asking" hold for a sentence, but not for those counted right behind: "yêu cầu 9 xã nộp danh sách".
    Those of scope "assigning" count in a clause unless animals or goods follow, which are given: "huyện giao 9 con bò".
    """

    status: Status | Literal["estimate", "none"]
    scope: Literal["clause", "sentence", "paragraph", "heading", "beside", "asking", "assigning"]
    forms: Members
    note: str = ""


@dataclass(frozen=True, slots=True)
class PerRow:
    """per_words.csv: words that tell an amount per head, house or year."""

    per: str
    forms: Members
    note: str = ""


class Aspect(NamedTuple):
    """An aspect word."""

    aspect: str
    side: Side
    units: frozenset[str]
    head: bool


class StatusWord(NamedTuple):
    """A status word; "none" shadows a shorter form inside it ("Chương trình mục tiêu quốc gia" is no target)."""

    status: Status | Literal["estimate", "none"]
    scope: str


class Words:
    """All steering words of a sentence, each list in the order of the text.

    Within a kind the longest form wins over those inside it. That is settled when a kind is first asked for: of most
    sentences without figures few kinds are.
    """

    def __init__(self, found: Mapping[str, list[Hit[Any]]], further: Sequence[Hit[Term]] = ()) -> None:
        """`found` holds all forms by kind, as the lexicon finds them; `further` terms stand elsewhere."""
        self._found = found
        self._further = further

    @cached_property
    def terms(self) -> tuple[Hit[Term], ...]:
        """What names a subject."""
        found = self._found
        told = tuple(settle(found.get("topic", []), [found[facet] for facet in _FACETS if facet in found]))
        return tuple(sorted((*told, *self._further), key=_span)) if self._further else told

    @cached_property
    def connectives(self) -> tuple[Hit[str], ...]:
        """What opens, continues and ends lists."""
        return self._of("connective")

    @cached_property
    def _connectives_at(self) -> Mapping[str, list[int]]:
        found: dict[str, list[int]] = {}
        for start, _, kind in self.connectives:
            found.setdefault(kind, []).append(start)
        return found

    def has_connective(self, kind: str, start: int, end: int) -> bool:
        """Whether a connective of this kind begins in [start, end)."""
        at = self._connectives_at.get(kind)
        if at is None:
            return False
        first = bisect_left(at, start)
        return first < len(at) and at[first] < end

    def without(self, hits: Collection[Hit[Any]]) -> "Words":
        """The same words but for some connectives or aspects."""
        kept = {kind: [hit for hit in self._of(kind) if hit not in hits] for kind in _LEFT_OUT}
        return Words({**self._found, **kept}, self._further)

    def without_topics(self, hits: Collection[Hit[Term]]) -> "Words":
        """The same words but for some topics."""
        kept = [hit for hit in self._found.get("topic", ()) if hit not in hits]
        return Words({**self._found, "topic": kept}, self._further)

    def with_terms(self, terms: Sequence[Hit[Term]]) -> "Words":
        """The same words with further terms that name what figures are of: those of a heading above them."""
        return Words(self._found, terms)

    @cached_property
    def aspects(self) -> tuple[Hit[Aspect], ...]:
        """What says how a figure is told."""
        left, right = self._of("aspect left"), self._of("aspect right")
        return tuple(sorted((*left, *right), key=_span)) if left and right else left or right

    @cached_property
    def statuses(self) -> tuple[Hit[StatusWord], ...]:
        """What makes a figure a plan, a target or a norm."""
        return self._of("status")

    @cached_property
    def pers(self) -> tuple[Hit[str], ...]:
        """What an amount is told per; "none" only shadows a shorter form ("lương tháng 13")."""
        return tuple(hit for hit in self._of("per") if hit.payload != "none")

    def _of(self, kind: str) -> tuple[Hit[Any], ...]:
        found = self._found.get(kind)
        return tuple(longest(found)) if found else ()


#: The kinds of which some may be left out.
_LEFT_OUT = ("connective", "aspect left", "aspect right")
_FACETS: tuple[Facet, ...] = ("population", "programme", "funding")
_span = itemgetter(0, 1)
_new = tuple.__new__  # what Hit() calls by way of Python: a sentence has tens of them


_Payload = tuple[str, object]


@cache
def _lexicon() -> Lexicon[_Payload]:
    forms: list[tuple[str, _Payload]] = [(form, (term.facet, term)) for form, term in term_forms()]
    for word in read_table("sentence_words.csv", SentenceWordRow):
        forms += ((form, ("connective", word.kind)) for form in word.forms)
    for row in read_table("aspects.csv", AspectRow):
        aspect = Aspect(row.aspect, row.side, frozenset(row.units), row.head == "yes")
        forms += ((form, (f"aspect {row.side}", aspect)) for form in row.forms)
    for status in read_table("status_words.csv", StatusRow):
        forms += ((form, ("status", StatusWord(status.status, status.scope))) for form in status.forms)
    forms += ((form, ("per", code)) for form, code in per_forms().items())
    return Lexicon(forms)


#: The word before a unit that tells an amount per that.
_EACH = "mỗi "
_COUNTED = frozenset({"count", "measure"})
#: "Mỗi lượt đi hơn 2 km" tells how far each way is, not how much each person does.
_TURN = "turn"


@cache
def per_forms() -> Mapping[str, str]:
    """What is told per what, by form: those of per_words.csv, which may overrule those that follow from units.csv."""
    return per_forms_of_units() | {form: row.per for row in read_table("per_words.csv", PerRow) for form in row.forms}


@cache
def per_forms_of_units() -> dict[str, str]:
    """What "mỗi" before each unit of units.csv tells an amount per, by form."""
    found: dict[str, str] = {}
    for row in unit_rows():
        if row.kind in _COUNTED and row.unit not in (None, _TURN):
            for form in row.forms:
                found.setdefault(_EACH + form, row.per or row.unit or "")
    return found


#: Longer than any words that must stand right beside a figure, with the spaces between.
BESIDE = 60


def words_before(folded: str, position: int) -> str:
    """The words right before a position, without the spaces between; not the whole text, which would be copied."""
    return folded[max(0, position - BESIDE) : position].rstrip()


def find_words(folded: str, start: int, end: int) -> Words:
    """The steering words of folded[start:end]."""
    by_kind: dict[str, list[Hit[Any]]] = {}
    for first, last, found in _lexicon().spans(folded, start, end):
        for kind, payload in found:
            hit = _new(Hit, (first, last, payload))
            if kind in by_kind:
                by_kind[kind].append(hit)
            else:
                by_kind[kind] = [hit]
    return Words(by_kind)
