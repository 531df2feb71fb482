"""What neighbouring numbers lend each other: ranges, shared units of lists and brackets, unit lines, runs of time.

Works on the drafts of a whole text in their order, with the words between them; nothing is read anew.
"""

import re
from collections.abc import Iterator

from pipelines.model import Period, RelativePeriod
from pipelines.quantities import flags, periods
from pipelines.quantities.context import left_of
from pipelines.quantities.drafts import Draft
from pipelines.quantities.numerals import ONE
from pipelines.quantities.units import Unit, unit_table

_RANGE = re.compile(r" ?[-–—−÷~] ?| (?:đến|tới|den|toi)(?: khoảng| gần| dưới| trên| hơn)? ")
_RANGE_WORDS = re.compile(r" (?:đến|tới) | - ")
_CHANGE = re.compile(r" ?(?:(?:đã )?(?:tăng |giảm |nâng |hạ )?(?:lên|xuống)(?: còn| thành| đến| tới| mức)?|còn|sang|->|→) ?")
_LIST = re.compile(r" ?[,;] (?:và )?|,? (?:và|hoặc|hay|cùng) ")
_LABEL_LIST = re.compile(r" ?, ?| và |, và | ?- ?| ?– ?| ?\+ ?|, ?số ")
_NAME = r"(?:[A-ZĐÀ-Ỹ][^\W\d_]*|xã|huyện|thị|trấn|xóm|thôn|bản|phường|và|thành|phố|tỉnh|quận|ấp|buôn|làng|giảm|tăng|có|còn|đạt|là|được)"
_NAMES = re.compile(rf"\)?[,;]? (?:và )?(?:{_NAME}[ ]?){{1,7}}[:(]? ?")
_TIME_RUN = re.compile(r" ?[-–—−÷~] ?| (?:cho )?(?:đến|tới)(?: hết)? ")
_TO_TODAY = re.compile(r" ?(?:cho )?")
_THOUSAND = 1000
_COLONS = re.compile(r"[;,] [^\d.;:\n]{1,40}: ?")
_LONGEST_GAP, _LONGEST_NAMES = 16, 48
_SENTENCE_END = re.compile(r"[.!?…]\s|\n")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")


def grouped(drafts: list[Draft], text: str, folded: str, unit_lines: list[tuple[int, Unit]]) -> list[Draft]:
    """The drafts with ranges merged and units shared."""
    drafts = list(_merged(drafts, text, folded))
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


def _merged(drafts: list[Draft], text: str, folded: str) -> Iterator[Draft]:
    """Merge two numbers into a range and two periods into a run; a number that follows a label is a label too."""
    pending: Draft | None = None
    for draft in drafts:
        if pending is None:
            pending = draft
            continue
        gap = draft.start - pending.end
        merged = None
        if 0 <= gap <= _LONGEST_GAP:
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
        return _run_of_time(first, second, between, folded) if second.kind == "period" else None
    if first.kind in ("identifier", "ordinal"):
        if second.is_bare and first.label and _LABEL_LIST.fullmatch(between):
            second.kind, second.label, second.number = first.kind, True, None
        return None
    if not first.is_number or not second.is_number or first.denominator or second.denominator:
        return None
    if first.high is not None or second.high is not None:
        return None
    if first.unit == "minute" and second.unit == "second" and between == " ":
        return _in_seconds(first, second)
    if _RANGE.fullmatch(between) or (first.opener == "giữa" and between == " và "):
        return _range(first, second)
    if first.is_bare and second.reading is not None and _CHANGE.fullmatch(between):
        _lend(first, second)
    return None


def _in_seconds(minutes: Draft, seconds: Draft) -> Draft:
    """ "5 phút 30 giây" is 330 seconds."""
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
    return True


def _lend(bare: Draft, owner: Draft) -> None:
    """Give a bare number the unit of another."""
    assert owner.reading is not None
    bare.take_unit(owner.reading, owner.unit, owner.factor)
    bare.per = bare.per or owner.per
    bare.marks.add(flags.UNIT_INHERITED)


def _run_of_time(first: Draft, second: Draft, between: str, folded: str) -> Draft | None:
    """ "từ năm 2016 đến năm 2019", "từ tháng 1 đến tháng 9/2023", "từ năm 2021 đến nay"."""
    since = "since" in left_of(folded, first.start)[0].roles
    start, end = first.period, second.period
    if second.relative is not None and second.relative.part == "day":
        if start is None or not _TO_TODAY.fullmatch(between):
            return None
        second.start, second.relative = first.start, RelativePeriod("published", 0, "day", start.start)
        return second
    dash = between.strip() in ("-", "–", "—")
    if end is None or not _TIME_RUN.fullmatch(between) or not (since or (dash and start is not None)):
        return None
    if start is None:
        start = _in_year_of(first.relative, end)
    if start is None or start.end >= end.end or start.start > end.start:
        return None
    second.start = first.start
    second.period = _span(start, end)
    return second


def _in_year_of(relative: RelativePeriod | None, other: Period) -> Period | None:
    """A month, quarter or day without a year, in the year of the period that ends its run."""
    if relative is None or relative.anchor != "running":
        return None
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
        if not first.is_bare or first.label or second.reading is None or not second.is_number:
            continue
        gap = second.start - first.end
        if gap > _LONGEST_NAMES or second.denominator is not None:
            continue
        between = text[first.end : second.start]
        if _LIST.fullmatch(between.lower()):
            if second.unit not in ("year", "month", "day") and first.factor == ONE:
                _lend(first, second)
        elif first.factor == ONE and (
            _NAMES.fullmatch(between) or (_COLONS.fullmatch(between) and text.endswith((": ", ":"), 0, first.start))
        ):
            _lend(first, second)


def _inherit_from_totals(drafts: list[Draft], text: str, folded: str) -> None:
    """A number in brackets takes the unit of a number before it in its sentence, "15 lao động: Hàn Quốc (5)".

    So does the last number of a text that breaks off behind it.
    """
    owner: Draft | None = None
    for draft in drafts:
        if owner is not None and _SENTENCE_END.search(text, owner.end, draft.start):
            owner = None
        if draft.is_bare and owner is not None and draft.factor == ONE and not draft.label:
            bracketed = text[draft.start - 1 : draft.start] == "(" and text[draft.end : draft.end + 1] == ")"
            cut = not text[draft.end :].strip()
            if (bracketed and owner.kind == "count") or (cut and _SENTENCE_END.search(text, draft.end) is None) or (
                cut and draft.end < len(text) and text[draft.end] == "\n"
            ):
                _lend(draft, owner)
                if cut:
                    draft.marks.add(flags.CUT_OFF)
        if draft.is_number and draft.reading is not None and flags.DURATION not in draft.marks:
            owner = draft


def _inherit_from_lines(drafts: list[Draft], folded: str, unit_lines: list[tuple[int, Unit]]) -> None:
    """A bare number behind "Đơn vị tính: triệu đồng" takes that unit, up to the next unit line or blank line."""
    for (start, unit), following in zip(unit_lines, [*(line[0] for line in unit_lines[1:]), len(folded)], strict=True):
        blank = _BLANK_LINE.search(folded, start)
        stop = min(following, blank.start() if blank else len(folded))
        for draft in drafts:
            if start <= draft.start < stop and draft.is_bare and not draft.label:
                draft.take_unit(unit, unit.code)
                draft.marks.add(flags.UNIT_INHERITED)
