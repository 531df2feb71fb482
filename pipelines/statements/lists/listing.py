"""Where lists open, go on and end in a sentence: its figures, signs and connectives in order, and what stands where.

What they are lists of is structure.py.
"""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cache
from itertools import takewhile
from typing import Literal

from pipelines.meaning.code_lists import RATES
from pipelines.statements.lists.parts import Part, counted_as
from pipelines.statements.wording.agreement import Option, choose, rounds
from pipelines.statements.wording.equations import total_of
from pipelines.statements.wording.figures import LIST_OPENERS, Clauses, Figure
from pipelines.statements.wording.marks import Mark
from pipelines.statements.wording.words import words_before
from pipelines.vocabulary.lexicon import Hit
from pipelines.vocabulary.roles import CUES
from pipelines.vocabulary.units import unit_rows

#: A list that ends in all others and follows its total is surely its: more may be chance.
_LIKELY = Decimal("0.6")
#: A list that no word opens has more items than this.
_SHORTEST_RUN = 2
#: A total behind its parts sums up at most so many figures that do not stand right before it.
_MOST_SUMMED = 8
#: Parts that are so many times their total are not its.
_FAR_MORE = 2
_CONJUNCTIONS = (" và", " thì", " nhưng", " song", " còn", " mà", " nên")
#: A unit of times, and who comes so often.
_TURN = "turn"
_HEADS = {"người": "person", "lao động": "person", "hộ": "household"}
_WHO = re.compile(r"lượt (người|lao động|hộ)\b")
_NOUN = 10
#: Words before a colon behind which money is told by its sources.
_SOURCES = CUES.pattern(r" <source_of_money>$")
#: Words behind a mark right before what the figures before it add up to.
_ADDED = (", cộng", ", cộng là", "; cộng")
#: Words right before a figure that make it the last of a list: "thấp nhất, 419 hộ"; "ít nhất 5 xã" is a bound.
_RANKED = CUES.pattern(r"\b<ranking>(?:,| với| là) $")
#: Signs that open a bulleted line.
BULLETS = frozenset("-+•*–●▪")
_NUMBERED = re.compile(r"(?:[0-9]{1,2}|[a-zđ])[.)] ")


@dataclass(slots=True)
class OpenList:
    """A list of parts being read: the totals by unit, and where it ends."""

    number: int
    connective: str
    totals: dict[str, Figure]
    until_semicolon: bool = False
    bullet: str = ""  # the sign of the line that opened it; the next line with this sign ends it
    opened_behind: tuple[int, int] | None = None  # the sentence, and how many of its figures stand before
    opened_by_colon: bool = False
    rivals: Sequence[Figure] = ()  # figures that may be the total besides, each told in words of its own
    members: list[str] = field(default_factory=list)  # the units of the parts since it opened
    has_semicolons: bool = False
    bracket_end: int | None = None  # where the bracket ends that it opened in
    strangers: list[Figure] = field(default_factory=list)  # members of a unit that no vocabulary knows
    has_labour: bool = False  # whether a part of its money is told in days of work

    def ends_at_semicolon(self, sentence: int) -> bool:
        """Whether the list ends at the semicolon read now, in the sentence that begins there.

        One whose parts are set apart by commas does: "gồm 350 nhà mới, 81 nhà sửa chữa; 12 hộ được cấp đất"; so does
        one of names: "8 xã: A, B, C; thả cá ở hai xã".
        """
        in_sentence = self.opened_behind is not None and self.opened_behind[0] == sentence
        by_commas = not self.has_semicolons and len(set(self.members)) < len(self.members)
        self.has_semicolons = True
        names_only = self.opened_behind is None and self.opened_by_colon and not self.members
        return self.until_semicolon or (in_sentence and by_commas) or names_only


def by_unit(figures: Sequence[Figure]) -> dict[str, Figure]:
    """The total of each unit: the first figure told in it."""
    totals: dict[str, Figure] = {}
    for figure in figures:
        totals.setdefault(counted_as(figure.unit), figure)
    return totals


def with_heads(folded: str, hit: Hit[str], figures: Iterable[Figure]) -> dict[str, Figure]:
    """Those who came so many times, by what they are: "thu hút 11.250 lượt người, trong đó 3.105 người …"."""
    turns = [figure for figure in figures if figure.unit == _TURN and hit.payload == "of_which"]
    named = ((figure, _WHO.search(folded, figure.start, figure.end + _NOUN)) for figure in turns)
    return {_HEADS[who[1]]: figure for figure, who in named if who is not None}


def next_opener(cut: Clauses, position: int) -> int:
    """Where the first connective or semicolon from a position on stands that opens or ends a list."""
    openers = [hit.start for hit in cut.words.connectives if hit.payload in LIST_OPENERS and hit.start >= position]
    semicolons = [mark.start for mark in cut.marks if mark.sign == ";" and mark.start >= position]
    return min([*openers, *semicolons], default=cut.sentence.end)


def opens_clause(folded: str, hit: Hit[str], cut: Clauses) -> bool:
    """Whether a connective stands at the beginning of a clause: behind a mark, or a conjunction."""
    before = folded[cut.sentence.start : hit.start].rstrip()
    return not before or not (before[-1].isalnum() or before[-1] == "%") or before.endswith(_CONJUNCTIONS)


def follows(cut: Clauses, kind: str, hit: Hit[str]) -> bool:
    """Whether a connective of this kind stands right before another."""
    return any(other.payload == kind and 0 <= hit.start - other.end <= 1 for other in cut.words.connectives)


def next_figure(cut: Clauses, position: int) -> int:
    """Where the first figure from a position on begins; the end of the sentence where none does."""
    figure = next_figure_of(cut, position)
    return cut.sentence.end if figure is None else figure.start


def next_figure_of(cut: Clauses, position: int) -> Figure | None:
    """The first figure of a sentence from a position on, if there is one."""
    return next((figure for figure in cut.figures if figure.start >= position), None)


def has_before(figure: Figure, cut: Clauses, kind: str) -> bool:
    """Whether a connective of this kind stands in a figure's own words before it."""
    return cut.words.has_connective(kind, figure.own, figure.start)


def is_counted(remainder: Hit[str], cut: Clauses) -> bool:
    """Whether a remainder is told in a number: "còn lại 222 người", not "còn lại là đóng góp của dòng họ".

    The number may stand right before: "11 tỷ đồng còn lại thuộc các chương trình khác".
    """
    if any(0 <= remainder.start - figure.end <= 1 for figure in cut.figures):
        return True
    end = next((mark.start for mark in cut.marks if mark.sign == ";" and mark.start > remainder.end), cut.sentence.end)
    return any(remainder.end <= figure.start < end for figure in cut.figures)


def is_short(folded: str, hit: Hit[str], cut: Clauses, before: Sequence[Figure]) -> bool:
    """Whether a list inside a sentence ends at the next semicolon: no colon opens it, no remainder ends it."""
    if hit.payload != "of_which" or not before:
        return False
    has_rest = cut.words.has_connective("remainder", hit.start + 1, cut.sentence.end)
    follows_semicolon = words_before(folded, hit.start).endswith(";")
    return not (has_colon(hit, cut) or has_rest or follows_semicolon)


def has_colon(hit: Hit[str], cut: Clauses) -> bool:
    """Whether a colon stands right behind a connective."""
    return any(mark.sign == ":" and 0 <= mark.start - hit.end <= 1 for mark in cut.marks)


def run_before(before: Sequence[Figure], unit: str) -> list[Figure]:
    """The figures of one unit right before, the last first; rates and what stands in brackets do not interrupt them."""
    plain = (other for other in reversed(before) if other.unit not in RATES and other.bracket is None)
    return list(takewhile(lambda other: counted_as(other.unit) == unit, plain))


def summed_up(total: Figure, before: Sequence[Figure]) -> list[Figure]:
    """Which of the figures before one that sums them up it does, in order: those that agree, else all in a row."""
    run = run_before(before, counted_as(total.unit))
    options = [
        Option(run[:count], total_of(total.quantity, [figure.quantity for figure in run[:count]]))
        for count in range(2, len(run) + 1)
    ]
    chosen = choose(options) or list(
        takewhile(lambda other: counted_as(other.unit) == counted_as(total.unit), reversed(before))
    )
    return chosen[::-1]


def is_told_sum(folded: str, figure: Figure, cut: Clauses, before: Sequence[Figure]) -> bool:
    """Whether words say that a figure sums up those before it: "312 thẻ … và 455 thẻ …, cộng 767 thẻ"."""
    added = words_before(folded, figure.start).endswith(_ADDED)
    return added or has_before(figure, cut, "total_after") or (not before and opens_with(cut, "total_after"))


def is_rest(folded: str, figure: Figure) -> bool:
    """Whether "còn lại" stands around a figure: "04 xã còn lại", "Còn lại 623 nhà chưa khởi công"."""
    around = folded[figure.own : figure.start], folded[figure.end : figure.end + len(" còn lại")]
    return around[0].rstrip().endswith("còn lại") or around[1].strip() == "còn lại"


def is_left(folded: str, figure: Figure) -> bool:
    """Whether "còn" right before a figure says that it is what is left: "98 bản có điện, còn 19 bản chưa có"."""
    return folded[figure.own : figure.start].strip() == "còn"


def is_named_unit(unit: str) -> bool:
    """Whether a unit is only a noun as printed, which no vocabulary knows: "41 thủy lợi"."""
    return bool(unit) and unit not in _unit_codes()


@cache
def _unit_codes() -> frozenset[str]:
    return frozenset(row.unit for row in unit_rows() if row.unit) | RATES


def total_of_run(run: Sequence[Figure], recent: Sequence[Figure], before: Sequence[Figure]) -> Figure | None:
    """The figure that a run of parts adds up to, of the recent ones; with one slip, of the sentence before only."""
    if len(run) <= _SHORTEST_RUN:
        return None
    unit, quantities = counted_as(run[0].unit), [figure.quantity for figure in run]
    alike = [figure for figure in reversed(recent) if counted_as(figure.unit) == unit]
    exact = {figure.quantity.value for figure in alike if figure.quantity.comparator == "="}
    alike = [figure for figure in alike if not rounds(figure.quantity, exact)]
    options = [Option(figure, total_of(figure.quantity, quantities)) for figure in alike]
    total = next((option.reading for option in options if option.equation.fits), None)
    return total or choose((option for option in options if option.reading in before), _LIKELY) or choose(options)


def adding_up(total: Figure, before: Sequence[Figure], has_slips: bool = False) -> list[Figure]:
    """The last figures of a total's unit, the latest first, as many as add up to it, with `has_slips` but for one."""
    alike = [figure for figure in reversed(before) if counted_as(figure.unit) == counted_as(total.unit)]
    options = [
        Option(alike[:count], total_of(total.quantity, [figure.quantity for figure in alike[:count]]))
        for count in range(_SHORTEST_RUN, min(len(alike), _MOST_SUMMED) + 1)
    ]
    exact = next((option.reading for option in options if option.equation.fits), None)
    return exact or (choose(options) if has_slips else None) or []


def is_made_up(total: Figure, cut: Clauses) -> bool:
    """Whether the next figures of a unit in a sentence, one after the other, add up to the total before them."""
    run: list[Figure] = []
    for figure in cut.figures:
        if figure.index > total.index + 1 and counted_as(figure.unit) == counted_as(total.unit):
            run.append(figure)
            equation = total_of(total.quantity, [other.quantity for other in run])
            if len(run) > 1 and (equation.fits or (len(run) > _SHORTEST_RUN and equation.has_slip())):
                return True
    return False


def makes_up(total: Figure, cut: Clauses) -> bool:
    """Whether the bracket behind an amount a head adds up to it: "44 triệu đồng/hộ (trung ương 40, tỉnh 4 …)"."""
    inside = [one for one in cut.figures if one.bracket == total.index and one.unit == total.unit]
    if len(inside) < 2:
        return False
    equation = total_of(total.quantity, [one.quantity for one in inside])
    named = {hit.payload.facet for one in inside for hit in cut.words.terms if one.own <= hit.start < one.start}
    return equation.fits or ("funding" in named and "population" not in named and equation.mends())


def bullet_of(folded: str, start: int) -> str:
    """The sign of the line that begins at a position: a bullet, "1." of numbered and "a)" of lettered lines, or ""."""
    first = folded[start : start + 1]
    if first in BULLETS:
        return first
    if first.isalnum() and _NUMBERED.match(folded, start):
        return "1." if first.isdigit() else "a)"
    return ""


def bracket_end(cut: Clauses, position: int) -> int | None:
    """Where the bracket ends that a position stands in; None outside of brackets."""
    opened = 0
    for mark in cut.marks:
        if mark.start < position:
            opened = max(0, opened + {"(": 1, ")": -1}.get(mark.sign, 0))
        elif mark.sign == ")" and opened:
            return mark.start
    return None


def relinked(parts: list[Part], recent: Sequence[Figure], cut: Clauses, planned: Set[int], drops: bool) -> list[Part]:
    """The parts, those of the last list moved to the recent figure that they add up to exactly, where there is one.

    For lists that may name no total: "Chia theo địa bàn: …", or that a phrase names as it may name several: "Trong số
    nhà làm 9 tháng qua, …". What is `planned` and what was done add up apart. With `drops`, parts far more than their
    total belong to none.
    """
    number = parts[-1].list_number if parts else 0
    listed = [part for part in parts if part.list_number == number]
    for alike in ([part for part in listed if (part.part in planned) == coming] for coming in (True, False)):
        parts = _relinked(parts, alike, recent, cut, drops)
    return parts


def _relinked(
    parts: list[Part], listed: Sequence[Part], recent: Sequence[Figure], cut: Clauses, drops: bool
) -> list[Part]:
    """The parts, those listed moved to the recent figure that they add up to."""
    figures = {figure.index: figure for figure in (*recent, *cut.figures)}
    if any(part.connective == "among" and part.total in {one.index for one in cut.figures} for part in listed):
        return parts  # "Trong số 5.214 căn đã khởi công, có 3.748 căn hoàn thành, còn lại …" names its total
    members = [figures[part.part] for part in listed if part.part in figures]
    if len(members) < _SHORTEST_RUN or len({part.total for part in listed}) > 1:
        return parts  # those told of several totals in words of their own are theirs
    total = sum(figure.quantity.value for figure in members if figure.quantity.value is not None)
    for figure in reversed(recent):
        same = counted_as(figure.unit) == counted_as(members[0].unit)
        if same and figure.quantity.value == total and figure not in members:
            return [replace(part, total=figure.index) if part in listed else part for part in parts]
    found = figures.get(listed[0].total)
    slipped = _slipped_total(found, members, recent) if found is not None else None
    if slipped is not None:
        return [replace(part, total=slipped.index) if part in listed else part for part in parts]
    if drops and found is not None and total > _FAR_MORE * (found.quantity.value or 0):
        return [part for part in parts if part not in listed]
    return parts


def _slipped_total(total: Figure, members: Sequence[Figure], recent: Sequence[Figure]) -> Figure | None:
    """The recent figure to which a list that its total cannot hold adds up but for a slip that chance seldom makes."""
    quantities = [figure.quantity for figure in members]
    added = sum((one.value for one in quantities if one.value is not None), Decimal(0))
    equation = total_of(total.quantity, quantities)
    if len(members) <= _SHORTEST_RUN or added <= (total.quantity.value or 0) or equation.mends():
        return None
    greatest = max(one.value or 0 for one in quantities)
    alike = [one for one in recent if counted_as(one.unit) == counted_as(total.unit) and one not in members]
    alike = [one for one in alike if (one.quantity.value or 0) >= greatest]
    return choose([Option(one, total_of(one.quantity, quantities)) for one in reversed(alike)])


def opens_with(cut: Clauses, kind: str) -> bool:
    """Whether a sentence begins with a connective of this kind, before any figure."""
    first = cut.figures[0].start if cut.figures else cut.sentence.end
    return cut.words.has_connective(kind, cut.sentence.start, first)


Event = Figure | Hit[str] | Literal[";", ":", "…"]


def events(cut: Clauses, folded: str) -> Iterator[Event]:
    """Figures, semicolons, colons behind a figure or before its sources, ellipses and connectives, in order."""
    events: list[tuple[int, Event]] = [(figure.start, figure) for figure in cut.figures]
    for mark in cut.marks:
        if mark.sign == ";" and not goes_on(mark, cut, folded):
            events.append((mark.start, ";"))
        elif mark.sign == ":" and (follows_figure(mark, cut) or names_sources(mark, folded)):
            events.append((mark.start, ":"))
        elif mark.sign == "…" or mark.sign.startswith(".."):
            events.append((mark.start, "…"))
    kinds = LIST_OPENERS | {"remainder", "particular"}
    events += [(hit.start, hit) for hit in cut.words.connectives if hit.payload in kinds]
    # where most of those counted are, some of them are told
    most = (hit for hit in cut.words.connectives if _tells_where_most(hit, cut))
    events += [(hit.start, hit._replace(payload="incomplete")) for hit in most]
    events.sort(key=lambda event: event[0])
    for _, event in events:
        yield event


def _tells_where_most(hit: Hit[str], cut: Clauses) -> bool:
    """Whether places follow with what each has in its bracket: "nhiều nhất là Bình Đại (21.300 hộ), Ba Tri (19.850)".

    Not what "nhiều nhất là 35 em" or "cao nhất là xã A 5%" tells.
    """
    first = next_figure_of(cut, hit.end) if hit.payload == "superlative" else None
    if first is None or first.quantity.kind != "count":
        return False
    brackets = [mark.sign for mark in cut.marks if hit.end <= mark.start < first.start and mark.sign in "()"]
    return brackets == ["("]


def goes_on(mark: Mark, cut: Clauses, folded: str) -> bool:
    """Whether the words behind a semicolon rank the members of the list before it: "…; đông nhất là hệ sơ cấp".

    So do those right before the next figure: "…; xã Hòa An thấp nhất, 19 hộ", and a remainder: "…; 11 tỷ đồng còn lại".
    """
    figure = next_figure_of(cut, mark.end)
    rest = [hit.start for hit in cut.words.connectives if hit.payload == "remainder"]
    if figure is not None and figure.start - mark.end <= 1 and any(0 <= start - figure.end <= 1 for start in rest):
        return True
    ranking = ("incomplete", "superlative", "none")
    if any(hit.payload in ranking and 0 <= hit.start - mark.end <= 1 for hit in cut.words.connectives):
        return True
    return _RANKED.search(folded, mark.end, next_figure(cut, mark.end)) is not None


def names_sources(mark: Mark, folded: str) -> bool:
    """Whether the words before a colon open a list of where an amount comes from: "124 tỷ đồng …, từ các nguồn: …"."""
    return _SOURCES.search(words_before(folded, mark.start)) is not None


def follows_figure(mark: Mark, cut: Clauses) -> bool:
    """Whether nothing but its own noun stands between a figure and a mark."""
    return any(figure.right == mark.start for figure in cut.figures)


def is_closed(cut: Clauses, entry: OpenList, total: Figure, figure: Figure) -> bool:
    """Whether a list ended at a semicolon before it had members: "74 người, chủ yếu ở Nhật; trong nước 338 người"."""
    ends = (mark.start for mark in cut.marks if mark.sign == ";")
    return not entry.members and any(total.end <= end < figure.start for end in ends)
