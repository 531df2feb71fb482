"""When an article was published, or else what day's event it reports: "Đăng lúc 09:07, Thứ Ba, ngày 01/08/2017".

Told in a line of its own, before the first words of a paragraph, below the text, or in the opening of the article.
Dates inside other sentences are read by quantities.
"""

import re
from calendar import monthrange
from datetime import date
from functools import cache

from pipelines.orthography import fold
from pipelines.readers.section_words import section_words
from pipelines.vocabulary.roles import CUES

_DATE = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})(?:\s*[/.-]\s*|\s+tháng\s+)(?P<month>\d{1,2})(?:\s*[/.-]\s*|,?\s+năm\s+)(?P<year>(?:19|20)\d\d)(?!\d)"
    r"|(?<!\d)(?P<year2>(?:19|20)\d\d)[/.-](?P<month2>\d{1,2})[/.-](?P<day2>\d{1,2})(?!\d)"
)
#: The same without its year.
_SHORT_DATE = re.compile(r"(?<![\d/.-])(?P<day>\d{1,2})\s?[/.-]\s?(?P<month>\d{1,2})(?![\d/-]|\.\d)")
_YEAR = re.compile(r"(?<![\d/.])(?:19|20)\d\d(?!\d)")
#: Up to this month reports may be on the year before.
_REPORTING = 3
_CLOCK = re.compile(r"\d{1,2}\s*(?::|h|giờ)\s*\d{2}(?::\d{2})?")
_LONGEST = 120
#: The opening of an article tells the day of its event within so many characters.
_OPENING = 100
_EVENT = CUES.pattern(
    r"<part_of_day>(?: nay)?,?(?: ngày)? $|^(?:(?:\([^)]{1,30}\)|[\w&.]{2,20} ?[-–]) ?[-–]? ?)?ngày $"
)
#: As of this day something is so: "Tổng hợp đến hết ngày 30/9/2023".
_AS_OF = re.compile(r"(?:đến|tới)(?: cuối| hết)?(?: ngày)? $")
#: What stands before and behind a day that opens a paragraph: "(28.12.2018) Với …", "Lệ Thủy, ngày 5/11/2020 - Nước …".
_BEFORE_RUN_IN = re.compile(r"(?P<place>[^\d.;:()]{2,40}), (?:ngày )?")
_BEHIND_RUN_IN = re.compile(r"(?: ?\([^)\d]{1,30}\))? ?[-–—:] [^\W\d]")
#: A text signed with its place and month: "Lộc Ninh, tháng 12/2019".
_SIGNED = re.compile(r"(?P<place>[^\d.;:()]{2,40}), tháng (\d{1,2})(?: ?[/.-] ?| năm )((?:19|20)\d\d)\.?")
_LAST_MONTH = 12
#: The words of a meeting stand so near before its day, within so many characters of the opening.
_MEETING, _TELLING = 90, 300
_PAPER = CUES.pattern(r"\b<paper>\b")
_NO_EVENT = re.compile(r"\b(?:đến|tới|trước|sau|từ)(?: hết)?(?: ngày)? $")
#: A meeting of a year's last months may sum up years that end with it.
_SUMS_UP = CUES.pattern(r"<review>[^.;]{0,60}?(?:19|20)\d\d ?[-–] ?((?:19|20)\d\d)")
_CLOSING = 10
#: What may be left of a dateline: the author, the outlet, the place, the column.
_REST = 40


def published_in(line: str) -> date | None:
    """The day of publication that a line tells if it is a dateline; None where it says something else, too."""
    if len(line) > _LONGEST:
        return None
    folded = fold(line)
    match = _DATE.search(folded)
    if match is None or _AS_OF.search(folded, 0, match.start()):
        return None
    rest = _CLOCK.sub(" ", folded[: match.start()] + " " + folded[match.end() :])
    for pattern in _furniture():
        rest = pattern.sub(" ", rest)
    rest = " ".join(re.findall(r"[\w&.]+", rest))
    if len(rest) > _REST or any(letter.isdigit() for letter in rest):
        return None
    return _day(match)


@cache
def _furniture() -> tuple[re.Pattern[str], ...]:
    """What a dateline has beside its day: counters ("Lượt xem: 562"), words such as "Đăng lúc"."""
    counters = (rf"{re.escape(form)}(?: *:? *\d[\d.]*)?" for form in section_words("noise", "any"))
    words = (rf"(?<!\w){re.escape(form)}(?!\w)" for form in section_words("dateline", "any"))
    return tuple(map(re.compile, (*counters, *words)))


def event_in(line: str) -> date | None:
    """The day of the event that the opening of an article reports: "(QT) - Sáng 12.11.2019, UBND huyện …".

    A day without its year is of the only year that the paragraph tells, or of the last of those that a meeting in
    autumn sums up; the first months may report on the year before.
    """
    folded = fold(line[:_TELLING])
    full = _DATE.search(folded)
    if full is not None:
        return _day(full) if _is_event(folded, full.start()) else None
    short = next((one for one in _SHORT_DATE.finditer(folded) if _is_event(folded, one.start())), None)
    year = _year_of(int(short["month"]), line) if short is not None else None
    dated = _DATE.match(f"{short['day']}/{short['month']}/{year}") if short is not None and year is not None else None
    return _day(dated) if dated is not None else None


def _is_event(folded: str, start: int) -> bool:
    """Whether an opening tells a day as that of an event: "sáng 12.11", "Thông tin từ cuộc họp của Sở, ngày 6-10"."""
    if start < _OPENING and _EVENT.search(folded, 0, start):
        return True
    told = re.split(r"[.;:] ", folded[max(0, start - _MEETING) : start])[-1]
    meets = any(word in told for word in section_words("event", "any"))
    return meets and told.endswith(("(", "ngày ")) and not _PAPER.search(told) and not _NO_EVENT.search(told)


def _year_of(month: int, line: str) -> str | None:
    """The year of a day told without it, by the other years of its paragraph."""
    years = set(_YEAR.findall(line))
    summed = _SUMS_UP.search(fold(line)) if month >= _CLOSING else None
    if summed is not None:
        return summed[1]
    return years.pop() if len(years) == 1 and month > _REPORTING else None


def opening_day(line: str) -> date | None:
    """The day of publication that stands before the first words of a paragraph; None where it opens otherwise."""
    match = _DATE.search(line[:_OPENING])
    if match is None:
        return None
    before, behind = line[: match.start()], line[match.end() :]
    bracketed = before.strip() == "(" and behind.startswith(") ")
    named = _BEFORE_RUN_IN.fullmatch(before) if _BEHIND_RUN_IN.match(behind) else None
    return _day(match) if bracketed or (named is not None and _is_name(named["place"])) else None


def signed_in(line: str) -> date | None:
    """The last day of the month with which a text is signed behind the name of a place; None of other lines."""
    match = _SIGNED.fullmatch(line)
    if match is None or not _is_name(match["place"]) or not 1 <= int(match[2]) <= _LAST_MONTH:
        return None
    month, year = int(match[2]), int(match[3])
    return date(year, month, monthrange(year, month)[1])


def _is_name(place: str) -> bool:
    """Whether every word is written as a name is."""
    return all(word[0].isupper() for word in re.findall(r"[^\W\d_]+", place))


def _day(match: re.Match[str]) -> date | None:
    told = match.groupdict()
    year, month, day = (told[name] or told[f"{name}2"] for name in ("year", "month", "day"))
    try:
        return date(int(year), int(month), int(day))
    except ValueError:  # 31/02: a slip of the outlet's
        return None
