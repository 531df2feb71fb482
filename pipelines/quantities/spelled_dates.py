"""Periods told in words: "quý III", "tháng tư năm hai không mười tám", "năm ngoái", "từ đầu năm đến nay"."""

import re

from pipelines.quantities import periods
from pipelines.quantities.context import forms_of, left_of, names, relative_forms
from pipelines.quantities.dates import day_of, month_of, quarter, year_behind
from pipelines.quantities.drafts import Draft
from pipelines.quantities.number_words import number_words, read_spelled, read_year_words
from pipelines.quantities.scales import NEXT_WORD
from pipelines.quantities.triggers import Trigger, lunar_years
from pipelines.quantities.units import WORD, unit_table

_YEAR_WORD = re.compile(r" ?,? ?năm ")
_YEAR_DIGITS = re.compile(r" ?(?:/|-|,)? ?(?:năm )?((?:19|20)[0-9]{2})(?![0-9]|\.[0-9])")
_DAY_DIGITS = re.compile(r" [0-9]{1,2}[-/.][0-9]{1,2}(?![0-9%]|[.,][0-9])")
_MONTH_WORD = re.compile(r" tháng ([^\W\d_]+|[0-9]{1,2})")
_LAST_DAY = 31
#: Behind "trong tháng": which month it is.
_MONTH_DIGITS = re.compile(r" (?:0?[1-9]|1[0-2])(?![0-9]|[.,][0-9])")
_MONTH_POINTED_AT = re.compile(r" (?:này|qua|vừa|trước|tới|sau|nào)\b")
#: The name of the first quarter that makes "dearest" of "quý".
_DEAREST = "nhất"
#: What stands before a clause: a mark, an opening quotation, the beginning of a line.
_OPENS_CLAUSE = re.compile(r"(?:^|[\n.,;:!?…(\"“”‘’«-])\s*$")
#: No word that makes another one of these is longer.
_WORD = 8
_BEFORE_YEAR = ("năm", "kỳ", "kì")


def read_relative(folded: str, trigger: Trigger) -> Draft | None:
    """A period that words alone tell; a year in digits behind it is read by itself ("đầu năm 2023")."""
    relative = relative_forms()[trigger.form]
    if trigger.form in forms_of("now") and not _is_now(folded, trigger):
        return None
    if trigger.form in forms_of("hour") and not _opens_with_now(folded, trigger):
        return None
    if trigger.form.startswith(("năm ", "tháng ")) and _word_before(folded, trigger) in forms_of("years_before"):
        return None  # "những năm qua", "nhiều năm trước"
    if trigger.form in forms_of("day_part") and _DAY_DIGITS.match(folded, trigger.end):
        return None  # "hôm nay 17-10" is read as a day of the calendar
    if trigger.form.endswith(" tháng") and _names_month(folded, trigger.end):
        return None  # "trong tháng 8", "trong tháng này"
    year = _YEAR_DIGITS.match(folded, trigger.end) if trigger.form.endswith(_BEFORE_YEAR) else None
    if year and relative.part[:1] == "S":
        half = periods.half(int(year[1]), int(relative.part[1:]))
        return Draft(trigger.start, year.end(), "period", period=half)
    following = NEXT_WORD.match(folded, trigger.end) if trigger.form.endswith("năm") else None
    named = year or (following is not None and following[1] in forms_of("not_year"))
    return None if named else Draft(trigger.start, trigger.end, "period", relative=relative)


def _names_month(folded: str, end: int) -> bool:
    """Whether the words behind "tháng" say which it is."""
    told = _MONTH_DIGITS.match(folded, end) or _MONTH_POINTED_AT.match(folded, end)
    return told is not None or _month_word(folded, end + 1)[0] is not None


def _word_before(folded: str, trigger: Trigger) -> str:
    """The word before a trigger, or nothing."""
    return next(reversed(folded[max(0, trigger.start - _WORD) : trigger.start].split()), "")


def _is_now(folded: str, trigger: Trigger) -> bool:
    """Whether "hiện" or "nay" is a word of its own: "hiện toàn tỉnh còn …", unlike "thực hiện" and "năm nay"."""
    following = NEXT_WORD.match(folded, trigger.end)
    return _word_before(folded, trigger) not in forms_of("not_now_before") and not (
        following is not None and following[1] in forms_of("not_now_behind")
    )


def _opens_with_now(folded: str, trigger: Trigger) -> bool:
    """Whether "giờ" opens a clause and means today: "giờ đàn bò có 9 con", unlike "8 giờ" and "giờ học"."""
    opens = _OPENS_CLAUSE.search(folded, max(0, trigger.start - _WORD), trigger.start)
    following = NEXT_WORD.match(folded, trigger.end)
    return opens is not None and not (following is not None and following[1] in forms_of("not_hour_behind"))


def read_quarter(folded: str, trigger: Trigger) -> Draft | None:
    """A quarter with a Roman numeral or in words: "quý III/2023", "quý hai"."""
    name = trigger.form.rpartition(" ")[2]
    which = names("quarter_name").get(name) or int(number_words().parts[name][1])
    if name == _DEAREST and year_behind(folded, trigger.end)[2] == trigger.end and not _is_led_in(folded, trigger):
        return None  # "đáng quý nhất là …"
    return quarter(folded, trigger.start, which, trigger.end)


def _is_led_in(folded: str, trigger: Trigger) -> bool:
    """Whether a word of time stands before a trigger: "trong quý nhất"."""
    return _word_before(folded, trigger) in (*forms_of("near_day"), *forms_of("since"), "hết")


def read_month(folded: str, trigger: Trigger) -> Draft | None:
    """A month in words: "tháng mười hai", "tháng tư năm hai nghìn không trăm mười"."""
    begin = trigger.start + len("tháng ")
    recurs = "month" not in left_of(folded, begin)[0].roles  # "mỗi tháng ba triệu đồng"
    return None if recurs else _month_at(folded, trigger.start, begin)


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
    """The month named at `at`: "tư", "mười một", "chạp"; and where its name ends."""
    match = WORD.match(folded, at)
    if match is None:
        return None, at
    word, end = match[0], match.end()
    named = names("month_name").get(word)
    if named is not None:
        return named, end
    role, value = number_words().parts.get(word, ("", 0))
    if role == "ten":
        more = NEXT_WORD.match(folded, end)
        unit = number_words().parts.get(more[1], ("", 0))[1] if more else 0
        return (10 + int(unit), more.end()) if more and unit in (1, 2) else (10, end)
    return (int(value), end) if role == "digit" and value else (None, at)


def _year_at(folded: str, at: int) -> tuple[int | None, int]:
    """The year told behind a month or day, in digits or words."""
    digits = _YEAR_DIGITS.match(folded, at)
    if digits:
        return int(digits[1]), digits.end()
    word = _YEAR_WORD.match(folded, at)
    told = read_year_words(folded, word.end()) if word else None
    return (None, at) if told is None else told


def read_lunar_year(folded: str, trigger: Trigger) -> Draft | None:
    """The year that a new year's day opens: "Tết Bính Ngọ"; one in digits behind it is read by itself."""
    if _YEAR_DIGITS.match(folded, trigger.end):
        return None
    return Draft(trigger.start, trigger.end, "period", period=periods.year(lunar_years()[trigger.form]))


def read_day_words(folded: str, start: int) -> Draft | None:
    """A day in words: "ngày hai mươi tư tháng bẩy năm hai không mười ba", "hai tư tháng bảy"."""
    spelled = read_spelled(folded, start)
    if spelled is None or not 1 <= spelled.value <= _LAST_DAY or spelled.value % 1:
        return None
    match = _MONTH_WORD.match(folded, spelled.end)
    if match is None:
        return None
    left, left_start = left_of(folded, start)
    if match[1] == "năm" and "day" not in left.roles:
        return None  # "chín tháng năm 2019" is nine months, "mùng chín tháng năm 2019" a day
    month, end = (int(match[1]), match.end()) if match[1].isdigit() else _month_word(folded, match.start(1))
    if month is None:
        return None
    year, year_end = _year_at(folded, end)
    if year is None and "day" not in left.roles:
        return None
    begin = left_start if "day" in left.roles else start
    return day_of(begin, year_end if year is not None else end, year, month, int(spelled.value))


def read_year(folded: str, start: int) -> Draft | None:
    """A year in words: "năm hai nghìn mười ba"; not before what it counts ("trong năm ba trăm hộ")."""
    if not folded.startswith("năm ", start):
        return None
    told = read_year_words(folded, start + len("năm "))
    if told is None:
        return None
    behind = NEXT_WORD.match(folded, told[1])
    if behind and unit_table().match(folded, behind.start(1), behind[1]):
        return None
    return Draft(start, told[1], "period", period=periods.year(told[0]))
