"""The line that tells when an article was published: "Đăng lúc 09:07, Thứ Ba, ngày 01/08/2017 (GMT+7)".

Dates inside sentences are read by quantities.
"""

import re
from datetime import date
from functools import cache

from pipelines.orthography import fold
from pipelines.readers.section_words import section_words

_DATE = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})(?:\s*[/.-]\s*|\s+tháng\s+)(?P<month>\d{1,2})(?:\s*[/.-]\s*|,?\s+năm\s+)(?P<year>(?:19|20)\d\d)(?!\d)"
    r"|(?<!\d)(?P<year2>(?:19|20)\d\d)[/.-](?P<month2>\d{1,2})[/.-](?P<day2>\d{1,2})(?!\d)"
)
#: The same without its year.
_SHORT_DATE = re.compile(r"(?<![\d/.])(?P<day>\d{1,2})\s?[/.]\s?(?P<month>\d{1,2})(?![\d/.-])")
_YEAR = re.compile(r"(?<![\d/.])(?:19|20)\d\d(?!\d)")
#: Up to this month reports may be on the year before.
_REPORTING = 3
_CLOCK = re.compile(r"\d{1,2}\s*(?::|h|giờ)\s*\d{2}(?::\d{2})?")
_LONGEST = 120
#: The opening of an article tells the day of its event within so many characters.
_OPENING = 100
_EVENT = re.compile(
    r"(?:sáng|chiều|tối|hôm)(?: nay)?,?(?: ngày)? $|^(?:(?:\([^)]{1,30}\)|[\w&.]{2,20} ?[-–]) ?[-–]? ?)?ngày $"
)
#: What may be left of a dateline: the author, the outlet, the place, the column.
_REST = 40


def published_in(line: str) -> date | None:
    """The day of publication that a line tells if it is a dateline; None where it says something else, too."""
    if len(line) > _LONGEST:
        return None
    folded = fold(line)
    match = _DATE.search(folded)
    if match is None:
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

    A day without its year is of the only year that the paragraph tells; the first months may report on the year before.
    """
    folded = fold(line[:_OPENING])
    match = _DATE.search(folded)
    if match is None:
        short = _SHORT_DATE.search(folded)
        years = set(_YEAR.findall(line))
        if short is None or len(years) != 1 or int(short["month"]) <= _REPORTING:
            return None
        line = f"{folded[: short.end()]}/{years.pop()}"
        match = _DATE.search(line, short.start())
        folded = line
    if match is None or not _EVENT.search(folded, 0, match.start()):
        return None
    return _day(match)


def _day(match: re.Match[str]) -> date | None:
    told = match.groupdict()
    year, month, day = (told[name] or told[f"{name}2"] for name in ("year", "month", "day"))
    try:
        return date(int(year), int(month), int(day))
    except ValueError:  # 31/02: a slip of the outlet's
        return None
