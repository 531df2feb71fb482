"""Periods told in words: "quý III", "tháng tư năm hai không mười tám", "năm ngoái", "từ đầu năm đến nay"."""

import re

from pipelines.quantities import periods
from pipelines.quantities.context import left_of, relative_forms
from pipelines.quantities.dates import day_of, month_of, quarter
from pipelines.quantities.drafts import Draft
from pipelines.quantities.number_words import number_words, read_spelled, read_year_words
from pipelines.quantities.triggers import Trigger

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "nhất": 1}
_MONTHS = {"giêng": 1, "chạp": 12}
_YEAR_WORD = re.compile(r" ?,? ?năm ")
_YEAR_DIGITS = re.compile(r" ?(?:/|-|,)? ?(?:năm )?((?:19|20)[0-9]{2})(?![0-9]|[.,][0-9])")
_MONTH_WORD = re.compile(r" tháng ([^\W\d_]+|[0-9]{1,2})")
_LAST_DAY = 31


def read_relative(folded: str, trigger: Trigger) -> Draft | None:
    """A period that words alone tell; where a year in digits follows ("đầu năm 2023") digits tell it."""
    end = trigger.end
    if trigger.form.endswith(("năm", "kỳ", "kì")) and _YEAR_DIGITS.match(folded, end):
        return None
    return Draft(trigger.start, end, "period", relative=relative_forms()[trigger.form])


def read_quarter(folded: str, trigger: Trigger) -> Draft | None:
    """ "quý III/2023", "quý hai"."""
    name = trigger.form.rpartition(" ")[2]
    which = _ROMAN.get(name)
    if which is None:
        which = int(number_words().parts[name][1])
    return quarter(folded, trigger.start, which, trigger.end)


def read_month(folded: str, trigger: Trigger) -> Draft | None:
    """ "tháng mười hai", "tháng tư năm hai nghìn không trăm mười"."""
    return _month_at(folded, trigger.start, trigger.start + len("tháng "))


def _month_at(folded: str, start: int, at: int) -> Draft | None:
    month, end = _month_word(folded, at)
    if month is None:
        return None
    year, year_end = _year_at(folded, end)
    if year is not None:
        try:
            return Draft(start, year_end, "period", period=periods.month(year, month))
        except ValueError:
            return None
    return month_of(folded, start, month, end)


def _month_word(folded: str, at: int) -> tuple[int | None, int]:
    """The month named at `at`: "tư", "mười một"; "năm" before a year in words is the fifth month."""
    word = folded[at:].partition(" ")[0] if len(folded) - at < 12 else folded[at : at + 12].partition(" ")[0]
    word = re.match(r"[^\W\d_]*", word)[0]  # type: ignore[index]
    if word in _MONTHS:
        return _MONTHS[word], at + len(word)
    part = number_words().parts.get(word)
    if part is None:
        return None, at
    if part[0] == "ten":
        follows = re.compile(r" (một|hai)(?!\w)").match(folded, at + len(word))
        if follows:
            return 11 if follows[1] == "một" else 12, follows.end()
        return 10, at + len(word)
    return (int(part[1]), at + len(word)) if part[0] == "digit" and part[1] else (None, at)


def _year_at(folded: str, at: int) -> tuple[int | None, int]:
    """The year told behind a month or day, in digits or words."""
    digits = _YEAR_DIGITS.match(folded, at)
    if digits:
        return int(digits[1]), digits.end()
    word = _YEAR_WORD.match(folded, at)
    told = read_year_words(folded, word.end()) if word else None
    return (None, at) if told is None else told


def read_day_words(folded: str, start: int) -> Draft | None:
    """A day in words: "ngày hai mươi tư tháng bẩy năm hai không mười ba", "hai tư tháng bảy"."""
    spelled = read_spelled(folded, start)
    if spelled is None or not 1 <= spelled.value <= _LAST_DAY or spelled.value % 1:
        return None
    match = _MONTH_WORD.match(folded, spelled.end)
    if match is None:
        return None
    left, left_start = left_of(folded, start)
    month, end = (int(match[1]), match.end()) if match[1].isdigit() else _month_word(folded, match.start(1))
    if month is None:
        return None
    year, year_end = _year_at(folded, end)
    if year is None and "day" not in left.roles:
        return None
    begin = left_start if "day" in left.roles else start
    return day_of(begin, year_end if year is not None else end, year, month, int(spelled.value))


def read_year(folded: str, start: int) -> Draft | None:
    """A year in words: "năm hai nghìn mười ba", "năm ba trăm lẻ tám"."""
    if not folded.startswith("năm ", start):
        return None
    told = read_year_words(folded, start + len("năm "))
    if told is None or told[0] < 100:
        return None
    return Draft(start, told[1], "period", period=periods.year(told[0]))


