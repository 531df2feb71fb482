"""Which further figures complete a list: behind its end, or of a unit that no vocabulary knows.

Here numbers decide what words leave open: a list is completed where it then adds up, or would with one slip that chance
seldom makes. How lists open is structure.py, what words make a part is noting.py.
"""

from collections.abc import Callable, Iterator, Sequence

from pipelines.statements.lists.listing import OpenList, by_unit
from pipelines.statements.lists.parts import Part, counted_as
from pipelines.statements.wording.equations import total_of
from pipelines.statements.wording.figures import Figure


def behind(
    entry: OpenList, figures: Sequence[Figure], parts: Sequence[Part], suits: Callable[[Figure, Figure], bool]
) -> Iterator[Part]:
    """The figures of a sentence behind a list that a semicolon ended, where they complete it.

    "2.286 tổ, trong đó 2.241 tổ xếp loại tốt, chiếm 98,03%; 38 tổ loại khá; 7 tổ trung bình". `suits` says whether a
    figure may be a part of a total.
    """
    listed = {part.part for part in parts}
    own = {part.part for part in parts if part.list_number == entry.number}
    for unit, total in entry.totals.items():
        alike = [figure for figure in figures if counted_as(figure.unit) == unit]
        members = [figure for figure in alike if figure.index in own]
        if not members:
            continue
        further = [
            figure
            for figure in alike
            if figure.index > members[-1].index and figure.index not in listed and suits(figure, total)
        ]
        if further and not _fits(total, members) and _completes(total, [*members, *further]):
            yield from (Part(one.index, total.index, entry.number, entry.connective) for one in further)


def strangers(entry: OpenList, parts: Sequence[Part], figures: Sequence[Figure]) -> list[Part]:
    """The members of a unit that no vocabulary knows, where they complete the list: "96 công trình …, 41 thủy lợi"."""
    if not entry.strangers:
        return []
    total = entry.totals[entry.members[0]]
    own = {part.part for part in parts if part.list_number == entry.number and part.total == total.index}
    members = [figure for figure in figures if figure.index in own]
    if len(members) < len(own) or not _completes(total, [*members, *entry.strangers]):
        return []
    return [Part(one.index, total.index, entry.number, entry.connective) for one in entry.strangers]


def adds_up_to_total(entry: OpenList, parts: Sequence[Part], figures: Sequence[Figure]) -> bool:
    """Whether the parts of a list make up one of its totals."""
    own = {part.part: part.total for part in parts if part.list_number == entry.number}
    for total in entry.totals.values():
        members = [figure for figure in figures if own.get(figure.index) == total.index]
        if members and _fits(total, members):
            return True
    return False


def slashes(figures: Sequence[Figure], parts: Sequence[Part]) -> list[OpenList]:
    """Lists whose first part and total are told as a/b: "9/19 xã đạt chuẩn; 4 xã đạt 15 - 18 tiêu chí; 6 xã …"."""
    wholes = {figure.index: figure for figure in figures if figure.half == "denominator"}
    return [
        OpenList(part.list_number, "slash", by_unit([wholes[part.total]]))
        for part in parts
        if part.total in wholes and part.connective == "slash"
    ]


def _fits(total: Figure, parts: Sequence[Figure]) -> bool:
    return total_of(total.quantity, [part.quantity for part in parts]).fits


def _completes(total: Figure, parts: Sequence[Figure]) -> bool:
    return total_of(total.quantity, [part.quantity for part in parts]).agrees()
