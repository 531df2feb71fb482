"""What neighbouring numbers lend each other: ranges, shared units of lists and brackets, unit lines, runs of time.

Works on the drafts of a whole text in their order, with the words between them; nothing is read anew.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal

from pipelines.model import Period, RelativePeriod
from pipelines.quantities import flags, periods
from pipelines.quantities.connectives import connectives, pattern
from pipelines.quantities.context import left_of
from pipelines.quantities.dates import day_of
from pipelines.quantities.drafts import Draft
from pipelines.quantities.numerals import ONE
from pipelines.quantities.units import Unit, unit_table

_DASHES = frozenset("-–—")
_RANGE = r" ?[-–—−÷~] ?| <range>(?: <range_hedge>)? "
_CHANGE = r" ?<change> ?"
_DASH = re.compile(r" ?[-–—] ?")
#: Two numbers with a dash between them are a range, more are a list.
_LEAST_DASHED = 3
_LIST = r" ?[,;] (?:<list> )?|,? <list> "
_LABEL_LIST = r" ?, ?| ?[-–+] ?|,? <list> "
_OTHERS = r",? <list> [^\d,.;:()\n]{0,24}<others> "
#: Between bracketed numbers of one list: "ngân sách tỉnh (42,8), vốn tín dụng (156 tỷ đồng)".
_BRACKETS = re.compile(r"\)(?: ?[,;] ?| và )[^().;:\n\d]{1,44}\(")
_COLONS = re.compile(r"[;,] [^\d.;:\n]{1,40}: ?")
#: Between the amounts of a list in one bracket: "(ngân sách tỉnh 12,5, huyện 4,3, dân góp 2,1 tỷ đồng)".
_ITEMS = re.compile(r" ?[,;] [^\d.;:()\n]{1,44}")
_LONGEST_BRACKET = 240
_TIME_RUN = re.compile(r" ?[-–—−÷~] ?| (?:cho )?(?:đến|tới)(?: hết)? ")
#: How today begins where it ends a run: "từ năm 2021 đến nay", but "47% đầu năm 2006 nay về mức 28,8%".
_TILL = re.compile(r"(?:(?:tính|cho) )?(?:đến|tới) ")
_THOUSAND = 1000
_DATED = frozenset({"year", "month", "day"})
_MOST_NAMES = 7
_NO_MEMBER = frozenset({flags.VAGUE})
_LONGEST_GAP, _LONGEST_NAMES = 16, 48
#: Characters between the word for an income and its amount.
_INCOME = 60
_SENTENCE_END = re.compile(r"[.!?…]\s|\n")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")


def grouped(drafts: list[Draft], text: str, folded: str, unit_lines: list[tuple[int, Unit]]) -> list[Draft]:
    """The drafts with ranges merged and units shared."""
    drafts = list(_merged(drafts, folded, frozenset(_dashed(drafts, folded))))
    _inherit_from_lists(drafts, text, folded)
    if unit_lines:
        _inherit_from_lines(drafts, folded, unit_lines)
    _inherit_from_totals(drafts, text, folded)
    _close(drafts)
    return drafts


def _close(drafts: list[Draft]) -> None:
    """What stays without a unit: thousands are đồng ("mỗi suất 300 nghìn"), the rest is bare."""
    for draft in drafts:
        if draft.is_bare and draft.factor == _THOUSAND:
            draft.take_unit(unit_table().forms["đồng"], "VND", draft.factor)
            draft.marks.add(flags.CURRENCY_IMPLIED)
        elif draft.is_bare:
            draft.marks.add(flags.BARE)


# --- ranges -----------------------------------------------------------------------------------------------


def _dashed(drafts: list[Draft], folded: str) -> Iterator[int]:
    """Where the numbers of lists told with dashes begin, "168,2 - 203,5 - 82,4 tỷ đồng"; they share the last unit."""
    run: list[Draft] = []
    for draft in drafts:
        if run and not (draft.is_number and _DASH.fullmatch(folded, run[-1].end, draft.start)):
            yield from _listed(run)
            run = []
        run = [*run, draft] if draft.is_number else []
    yield from _listed(run)


def _listed(run: list[Draft]) -> Iterator[int]:
    """The starts of a run of numbers if they are enough for a list, each with the unit of the last."""
    if len(run) < _LEAST_DASHED or not all(_may_borrow(draft, run[-1]) for draft in run[:-1]):
        return
    for draft in run[:-1]:
        _lend(draft, run[-1])
    yield from (draft.start for draft in run)


def _merged(drafts: list[Draft], folded: str, apart: frozenset[int]) -> Iterator[Draft]:
    """Merge two numbers into a range and two periods into a run; a number that follows a label is a label too.

    Those that begin at one of `apart` stay as they are.
    """
    pending: Draft | None = None
    for draft in drafts:
        if pending is None:
            pending = draft
            continue
        gap = draft.start - pending.end
        merged = None
        if 0 <= gap <= _LONGEST_GAP and not apart & {pending.start, draft.start}:
            between = folded[pending.end : draft.start]
            merged = _merge(pending, draft, between, folded)
        if merged is None:
            yield pending
            pending = draft
        else:
            pending = merged
    if pending is not None:
        yield pending


def _merge(first: Draft, second: Draft, between: str, folded: str) -> Draft | None:
    if first.kind == "period":
        _date_listed(first, second, between, folded)
        return _run_of_time(first, second, between, folded) if second.kind == "period" else None
    if first.kind in ("identifier", "ordinal"):
        if second.is_bare and first.label and pattern(_LABEL_LIST).fullmatch(between):
            second.kind, second.label, second.number = first.kind, True, None
        return None
    if not first.is_number or not second.is_number or first.denominator or second.denominator:
        return None
    if first.high is not None or second.high is not None:
        return None
    if first.unit == "minute" and second.unit == "second" and between == " ":
        return _in_seconds(first, second)
    joined = first.opener in connectives("between") and pattern(_LIST).fullmatch(between)
    if joined or pattern(_RANGE).fullmatch(between):
        return _range(first, second)
    if first.is_bare and first.factor == ONE and second.reading is not None and pattern(_CHANGE).fullmatch(between):
        _lend(first, second)
    elif first.is_bare and between.strip() == "(" and second.reading is not None and _same(first, second):
        first.take_unit(second.reading, second.unit, ONE)
        first.marks.add(flags.UNIT_INHERITED)
    return None


def _same(digits: Draft, words: Draft) -> bool:
    """Whether a number is said again in words behind it: "5.000.000 (năm triệu) đồng"."""
    return words.number is not None and digits.number == words.number * words.factor


def _in_seconds(minutes: Draft, seconds: Draft) -> Draft:
    """Put minutes and seconds together: "5 phút 30 giây" is 330 seconds."""
    assert minutes.number is not None
    assert seconds.number is not None
    seconds.number, seconds.numeral = minutes.number * 60 + seconds.number, None
    seconds.start = minutes.start
    return seconds


def _range(low: Draft, high: Draft) -> Draft | None:
    """One quantity from two numbers of one unit, the smaller first; None where they are not that."""
    assert low.number is not None
    assert high.number is not None
    if low.is_bare and high.reading is not None:
        if not _lower(low, high):
            return None
    elif low.unit != high.unit and not (high.is_bare and high.factor == ONE):
        return None
    if high.is_bare and low.reading is not None:
        high.take_unit(low.reading, low.unit, low.factor)
        high.unit_span = low.unit_span
    bottom, top = low.number * low.factor, high.number * high.factor
    if bottom >= top:
        return None
    if low.comparator == "~":
        low.marks.add(flags.APPROXIMATE)
    low.high = top / low.factor
    low.end, low.value_end, low.unit_span = high.end, high.value_end, high.unit_span or low.unit_span
    low.per, low.comparator = high.per or low.per, "range"
    if high.factor != low.factor:  # both in the unit of the upper one
        low.number, low.high, low.factor = bottom / high.factor, high.number, high.factor
    low.marks |= high.marks
    return low


def _lower(low: Draft, high: Draft) -> bool:
    """Give the lower end of a range the unit of the upper one, and its scale unless that makes it the larger.

    "5 - 7 triệu đồng" is in millions twice, "500.000 - 1 triệu đồng" and "800 nghìn - 1,2 triệu đồng" are not.
    """
    assert low.number is not None
    assert high.number is not None
    assert high.reading is not None
    top = high.number * high.factor
    own = (low.factor,) if low.factor != ONE else (high.factor, ONE)
    factor = next((factor for factor in own if low.number * factor < top), None)
    if factor is None or (factor != high.factor and high.kind != "money"):
        return False
    low.take_unit(high.reading, high.unit, factor)
    if high.kind == "money" and high.numeral is not None and high.numeral.thousands and factor == ONE == low.step:
        _in_thousands(low, top)
    return True


def _in_thousands(low: Draft, top: Decimal) -> None:
    """Add the thousands that the lower end of "15 - 17.000 đồng" leaves out."""
    assert low.number is not None
    if low.number < _THOUSAND and low.number * _THOUSAND < top:
        low.number, low.numeral = low.number * _THOUSAND, None


def _lend(bare: Draft, owner: Draft) -> None:
    """Give a bare number the unit of another."""
    assert owner.reading is not None
    bare.take_unit(owner.reading, owner.unit, owner.factor)
    bare.per = bare.per or owner.per
    bare.marks.add(flags.UNIT_INHERITED)


def _run_of_time(first: Draft, second: Draft, between: str, folded: str) -> Draft | None:
    """One period from two: "từ năm 2016 đến năm 2019", "từ tháng 1 đến tháng 9/2023", "từ năm 2021 đến nay"."""
    since = "since" in left_of(folded, first.start)[0].roles
    start, end = first.period, second.period
    if second.relative is not None and second.relative.part == "day":
        if start is None or between.strip() or "\n" in between or _TILL.match(folded, second.start) is None:
            return None  # a heading's year is no beginning of what the next line tells: "I. Kết quả năm 2024 / Đến nay"
        second.start, second.relative = first.start, RelativePeriod("published", 0, "day", start.start)
        return second
    dash = between.strip() in _DASHES
    if end is None and since and _TIME_RUN.fullmatch(between):
        return _run_of_days(first, second)
    if end is None or not _TIME_RUN.fullmatch(between) or not (since or (dash and start is not None)):
        return None
    if start is None:
        start = _in_year_of(first.relative, end)
    if start is None or start.end >= end.end or start.start > end.start:
        return None
    second.start = first.start
    second.period = _span(start, end)
    return second


def _run_of_days(first: Draft, second: Draft) -> Draft | None:
    """A run of days of the running year: "từ ngày 18 đến 20/10", "từ ngày 5/9 đến ngày 20/10"."""
    one, other = first.relative, second.relative
    if one is None or other is None or {one.anchor, other.anchor} != {"running"} or one.years or other.years:
        return None
    opens = f"{other.part[:2]}-{one.part[1:]}" if one.part[:1] == "d" else one.part
    if "-" not in other.part or "-" not in opens or not opens < other.part:
        return None
    second.start, second.relative = first.start, RelativePeriod("running", 0, f"{opens}/{other.part}")
    return second


def _date_listed(first: Draft, second: Draft, between: str, folded: str) -> None:
    """Make a/b a day where a day stands before it: "dịp 30/4 - 1/5"."""
    day, slash, month = folded[second.start : second.end].partition("/")
    listed = between.strip() in _DASHES or pattern(_LIST).fullmatch(between)
    if second.kind == "ratio" and slash and second.unit is None and listed and first.relative is not None:
        dated = day_of(second.start, second.end, None, int(month), int(day)) if "-" in first.relative.part else None
        if dated is not None:
            second.kind, second.number, second.relative = "period", None, dated.relative


def _in_year_of(relative: RelativePeriod | None, other: Period) -> Period | None:
    """A month, quarter or day without a year, in the year of the period that ends its run."""
    if relative is None or relative.anchor != "running":
        return None
    if relative.part[:1] == "d" and other.start == other.end:  # "từ ngày 18 đến 20/10/2020"
        relative = RelativePeriod("running", 0, f"{other.end.month:02d}-{relative.part[1:]}")
    return periods.resolve(relative, other.end.year, None)


def _span(first: Period, last: Period) -> Period:
    if len(first.text) == len(last.text) == 4:
        return periods.years(first.start.year, last.start.year)
    if len(first.text) == len(last.text) == 7 and first.start.year == last.start.year and "Q" not in first.text:
        return periods.months(first.start.year, first.start.month, last.end.month)
    if "/" in first.text or "/" in last.text or len(first.text) != len(last.text):
        return periods.between(first.start, last.end)
    return periods.span(first, last)


# --- units of lists ---------------------------------------------------------------------------------------


def _inherit_from_lists(drafts: list[Draft], text: str, folded: str) -> None:
    """A bare number takes the unit of the next one where only a comma, "và" or names stand between them."""
    for place in range(len(drafts) - 2, -1, -1):
        first, second = drafts[place], drafts[place + 1]
        if not _may_borrow(first, second):
            continue
        if second.start - first.end > _LONGEST_NAMES:
            continue
        between = folded[first.end : second.start]
        if (
            pattern(_LIST).fullmatch(between)
            or pattern(_OTHERS).fullmatch(between)
            or _is_list_of_names(text[first.end : second.start])
            or (_BRACKETS.fullmatch(between) and text.startswith("(", first.start - 1))
            or (_is_fraction(first) and _ITEMS.fullmatch(between) and _in_bracket(text, first.start))
            or (_COLONS.fullmatch(between) and text.endswith((": ", ":"), 0, first.start))
        ):
            _lend(first, second)


def _may_borrow(first: Draft, second: Draft) -> bool:
    """Whether a bare number, no label and no member of anything else, may take the unit of another."""
    return (
        first.is_bare and not first.label and first.factor == ONE and not first.marks & _NO_MEMBER and _can_lend(second)
    )


def _is_fraction(draft: Draft) -> bool:
    """Whether a number has decimals, so that it counts no whole things."""
    return draft.number is not None and draft.number != draft.number.to_integral_value()


def _in_bracket(text: str, start: int) -> bool:
    """Whether a bracket is open at a place."""
    begin = max(0, start - _LONGEST_BRACKET)
    return text.rfind("(", begin, start) > text.rfind(")", begin, start)


def _can_lend(draft: Draft) -> bool:
    """Whether a number has a unit that those listed before it may share; a length of time is no such unit."""
    return draft.is_number and draft.reading is not None and draft.denominator is None and draft.unit not in _DATED


def _is_list_of_names(between: str) -> bool:
    """Whether nothing but the name of the next member stands between two numbers: "12, xã B giảm 15"."""
    words = between.strip(") ,;:(").split()
    small = connectives("name")
    return 0 < len(words) <= _MOST_NAMES and all(word[0].isupper() or word in small for word in words)


def _inherit_from_totals(drafts: list[Draft], text: str, folded: str) -> None:
    """A number in brackets takes the unit of a count before it in its sentence, "15 lao động: Hàn Quốc (5)".

    So does the last number of a text that breaks off behind it.
    """
    owner: Draft | None = None
    last = len(text.rstrip())
    read = 0
    for draft in drafts:
        if owner is not None and _SENTENCE_END.search(text, read, draft.start):
            owner = None
        read = draft.end
        if draft.is_bare and draft.end >= last and _is_told(text, draft.start):
            _end_text(draft, owner, drafts, folded)
        elif draft.is_bare and owner is not None and draft.factor == ONE and not draft.label:
            bracketed = text.startswith("(", draft.start - 1) and text.startswith(")", draft.end)
            if bracketed and owner.kind == "count":
                _lend(draft, owner)
        if draft.is_number and draft.reading is not None and flags.DURATION not in draft.marks:
            owner = draft


def _end_text(draft: Draft, owner: Draft | None, drafts: list[Draft], folded: str) -> None:
    """Give the last number of a text that breaks off its unit: that of what its clause names, else of the one before.

    "tỷ lệ hộ xem được truyền hình đạt 98" is a rate, "thu nhập bình quân đầu người đạt 22" is in the millions of the
    income told last.
    """
    begin = max(folded.rfind(sign, 0, draft.start) for sign in ",;:\n") + 1
    clause = folded[begin : draft.start]
    if pattern(r"\b<rate_heading>\b").search(clause):
        draft.take_unit(unit_table().forms["%"], "percent")
    elif _tells_income(folded, draft):
        owner = next((one for one in reversed(drafts) if one.kind == "money" and _tells_income(folded, one)), owner)
    if draft.is_bare and owner is not None:
        _lend(draft, owner)
    if not draft.is_bare:
        draft.marks.add(flags.CUT_OFF)


def _tells_income(folded: str, draft: Draft) -> bool:
    """Whether an income is named right before a number."""
    return pattern(r"\b<income_noun>\b").search(folded, max(0, draft.start - _INCOME), draft.start) is not None


def _is_told(text: str, start: int) -> bool:
    """Whether a small word before a number says that a figure comes: "được 20"."""
    before = text[max(0, start - _LONGEST_GAP) : start].split()
    return bool(before) and before[-1] in connectives("name")


def _inherit_from_lines(drafts: list[Draft], folded: str, unit_lines: list[tuple[int, Unit]]) -> None:
    """A bare number behind "Đơn vị tính: triệu đồng" takes that unit, up to the next unit line or blank line."""
    starts = [draft.start for draft in drafts]
    ends = [*(start for start, _ in unit_lines[1:]), len(folded)]
    for (start, unit), following in zip(unit_lines, ends, strict=True):
        blank = _BLANK_LINE.search(folded, start, following)
        stop = blank.start() if blank else following
        for draft in drafts[bisect_left(starts, start) : bisect_left(starts, stop)]:
            if draft.is_bare and not draft.label:
                draft.take_unit(unit, unit.code)
                draft.marks.add(flags.UNIT_INHERITED)
