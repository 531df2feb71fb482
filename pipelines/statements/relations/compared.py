"""The two levels that words of comparison tell a change between, where the numbers need not agree.

"so với cùng kỳ năm trước (143.100 lao động) tăng 5%", "đầu năm 9,8%; cuối năm 7,4%, tức giảm 2,4 điểm", "giảm 149,3 tỷ
đồng so với năm 2023". Levels that only their nearness suggests are changes.py.
"""

from collections.abc import Sequence

from pipelines.statements.readings import Reading, same_place, same_variable, sentence_of
from pipelines.statements.wording.figures import POINTS, Figure
from pipelines.vocabulary.roles import CUES

#: What may be a level of a change; where it stands is looked at here.
LEVELS = frozenset({"level", "share", "proportion", "before", "after", "total", "average"})
#: Words of comparison up to a level: "so với đầu năm (6.024 hộ nghèo, tỷ lệ 40%)", "so với 53,95%".
_AGAINST = CUES.pattern(r"\b<compared_with>\b[^;:()]*(?:\([^;:()]*)?$")
#: A time to which a change is told, behind it: "giảm 149,3 tỷ đồng so với năm 2023".
_AGAINST_TIME = CUES.pattern(r"[^;:.()]{0,30}?\b<compared_with>\b")
#: A level of another sentence is looked for so many paragraphs and figures back.
_NEAR_PARAGRAPHS, _REACH = 4, 40


def compared(move: Reading, readings: Sequence[Reading], folded: str) -> tuple[Reading, Reading] | None:
    """The levels before and after a change that its words compare, None where they compare none."""
    sentence = sentence_of(readings, move)
    told = [one for one in sentence if one.aspect in LEVELS and one is not move]
    levels = [one for one in told if one.per in (None, move.per)]
    return (
        _against_told(move, levels, readings, folded)
        or _against_behind(move, levels, folded)
        or _of_two_times(move, told)
        or _against_time(move, levels, readings, folded)
    )


def same_scale(one: Reading, other: Reading) -> bool:
    """Whether two figures can be a change and its level: of one unit, per cent and points alike."""
    return one.counted == other.counted or {one.figure.unit, other.figure.unit} <= POINTS


def _is_relative(move: Reading, level: Reading) -> bool:
    """Whether a change may be told in per cent of a count or an amount."""
    return move.figure.unit == "percent" and level.figure.unit not in POINTS


def _suits(move: Reading, level: Reading) -> bool:
    return same_scale(move, level) or _is_relative(move, level)


def _against_told(
    move: Reading, levels: Sequence[Reading], readings: Sequence[Reading], folded: str
) -> tuple[Reading, Reading] | None:
    """The level that stands behind words of comparison before a change, and the one told before them."""
    for base in reversed([one for one in levels if one.index < move.index and _suits(move, one)]):
        between = readings[base.index + 1 : move.index]
        if any(one.counted == base.counted or not one.figure.aside for one in between):
            return None
        others = (one.end for one in move.clauses.figures if one.index < base.index and not _share_bracket(one, base))
        start = max(others, default=move.clauses.sentence.start)
        if not _AGAINST.search(folded, start, base.figure.start) or ";" in folded[base.figure.end : move.figure.start]:
            continue
        after = _level_of(move, base, levels) or _level_before(base, readings)
        return (base, after) if after is not None else None
    return None


def _against_behind(move: Reading, levels: Sequence[Reading], folded: str) -> tuple[Reading, Reading] | None:
    """The level right behind a change that its words compare it with, and the one before: "giảm 8% so với mức 33%".

    So of a count or an amount in brackets: "64 ca, tăng 28% so với cùng kỳ năm ngoái (50 ca)".
    """
    base = next((one for one in levels if one.index == move.index + 1), None)
    before = [one for one in levels if one.index < move.index and _suits(move, one) and not one.figure.aside]
    if base is None or not before or before[-1].counted != base.counted or before[-1].status != move.status:
        return None
    explained = base.figure.aside and base.figure.unit not in POINTS
    explained = explained and bool(_AGAINST.search(folded, move.figure.end, base.figure.start))
    return (base, before[-1]) if base.aspect == "before" or explained else None


def _share_bracket(one: Figure, base: Reading) -> bool:
    """Whether a figure stands in the bracket of a base, before it: "(6.024 hộ nghèo, tỷ lệ 40%)"."""
    return one.aside and base.figure.aside and one.bracket == base.figure.bracket


def _level_of(move: Reading, base: Reading, levels: Sequence[Reading]) -> Reading | None:
    """The last level told before a base in its sentence, rather one of the group of the change."""
    before = [one for one in levels if one.index < base.index and not one.figure.aside and one.status == move.status]
    alike = [one for one in before if one.counted == base.counted]
    own = [one for one in alike if one.subject.population_group == move.subject.population_group]
    return next(reversed(own or alike), None)


def _level_before(base: Reading, readings: Sequence[Reading]) -> Reading | None:
    """The last level of the variable of a base, told in a sentence before it."""
    first = base.clauses.figures[0].index
    for one in reversed(readings[max(0, first - _REACH) : first]):
        if base.paragraph - one.paragraph > _NEAR_PARAGRAPHS:
            return None
        alike = one.aspect in LEVELS and one.counted == base.counted and one.subject.indicator is not None
        group = one.subject.population_group == base.subject.population_group
        if alike and group and same_variable(one, base) and same_place(one, base) and one.status == base.status:
            return one
    return None


def _of_two_times(move: Reading, levels: Sequence[Reading]) -> tuple[Reading, Reading] | None:
    """The only two levels of a sentence before a change, of one variable and two times, or taken up by "tức giảm".

    What stands behind a semicolon is told of something else: "…, tức giảm 1,97%; trong khi toàn tỉnh còn 5,12%".
    """
    cuts = [mark.start for mark in move.clauses.marks if mark.sign == ";" and mark.start >= move.figure.end]
    end = min(cuts, default=move.clauses.sentence.end)
    alike = [one for one in levels if same_scale(move, one) and one.figure.start < end]
    taken_up = move.clauses.words.has_connective("equals", move.figure.own, move.figure.start)
    if len(alike) != 2 or any(one.index > move.index for one in alike) or alike[0].per != alike[1].per:
        return None
    first, last = alike
    between = [one for one in move.clauses.figures if last.index < one.index < move.index and one.bracket is None]
    if any(one.unit == last.figure.unit for one in between):
        return None
    one_variable = first.subject.indicator is not None and same_variable(first, last) and same_place(first, last)
    times = first.period is not None and last.period is not None and first.period.end < last.period.end
    if any(last.figure.end <= period.start < move.figure.start for period in move.clauses.periods):
        times = False  # "đầu năm 2021 là 12,3%; cuối năm 2022 là 7,4%, trong năm giảm 2,1%"
    return (first, last) if (one_variable and times) or (taken_up and same_place(first, last)) else None


def _against_time(
    move: Reading, levels: Sequence[Reading], readings: Sequence[Reading], folded: str
) -> tuple[Reading, Reading] | None:
    """The level told before a change in its sentence, and the only one of the time behind "so với"."""
    words = _AGAINST_TIME.match(folded, move.figure.end)
    period = next((one.period for one in move.clauses.periods if words and 0 <= one.start - words.end() <= 1), None)
    after = next((one for one in reversed(levels) if one.index < move.index and _suits(move, one)), None)
    if period is None or after is None or after.figure.aside or after.subject.indicator is None:
        return None
    found = [
        one
        for one in readings[max(0, after.index - _REACH) : after.index]
        if one.aspect in LEVELS | {"plan"}
        and one.period is not None
        and one.period.end == period.end
        and one.counted == after.counted
        and one.per == after.per
        and one.clauses is not after.clauses
        and one.status == after.status
        and one.subject.population_group == after.subject.population_group
        and same_variable(one, after)
        and same_place(one, after)
    ]
    return (found[0], after) if len({one.figure.quantity.value for one in found}) == 1 else None
