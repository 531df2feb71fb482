"""What a headline's figure takes over from the figure of the text that it sums up: its time, place and subject.

"Dư nợ đạt trên 312 tỷ đồng" says neither when nor of whom; the text does, with "312.480 triệu đồng". That both are
one figure is a relation of repeats.py.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from pipelines.meaning.code_lists import is_lent
from pipelines.statements.readings import REACH, Reading
from pipelines.statements.wording.slips import significant_digits

#: Figures of fewer digits agree by chance, unless the headline says that it rounds and the text tells them at once.
_LEAST_DIGITS = 2
_ROUNDED = frozenset({">", "~", "<"})
_OPENING = 12
#: Figures of so many digits do not; the text says of them what a headline may cut short.
_MANY_DIGITS = 3
#: A rounded figure of one digit is at least so great.
_MANY = 100
#: A subject that fits worse than this gives way to that of the text.
_UNSURE = 0.5
#: What is lent, and when, the text says rather than a headline that fits no better than this.
_UNSURE_LOANS = 0.65
_PLAIN = frozenset({"level", "total", "after", "share", "proportion", "completion"})


def filled(readings: Sequence[Reading]) -> Iterator[Reading]:
    """The readings, those of the headline with what they do not tell themselves."""
    for reading in readings:
        if reading.clauses.sentence.section != "headline":
            yield reading
            continue
        near = readings[: REACH if _says_enough(reading) else _OPENING]
        told = next((one for one in near if _sums_up(reading, one)), None)
        yield reading if told is None else _filled(reading, told)


def _says_enough(headline: Reading) -> bool:
    return significant_digits(headline.figure.quantity) >= _LEAST_DIGITS


def _sums_up(headline: Reading, other: Reading) -> bool:
    """Whether a figure of the text can stand behind a headline's: told alike, and its value as the headline rounds."""
    if other.clauses.sentence.section == "headline" or not _is_of_status(headline, other):
        return False
    if headline.figure.unit != other.figure.unit or headline.per != other.per:
        return False
    if headline.aspect != other.aspect and not {headline.aspect, other.aspect} <= _PLAIN:
        return False
    printed, value = headline.figure.quantity.value, other.figure.quantity.value
    digits = significant_digits(headline.figure.quantity)
    if not printed or value is None:
        return False
    if not _says_enough(headline):
        rounds = headline.figure.quantity.comparator in _ROUNDED and value >= _MANY
        if not rounds and (headline.figure.unit != "percent" or printed != value):
            return False  # "100% số nhà đã khởi công"
    last_digit = Decimal(1).scaleb(printed.adjusted() - digits + 1)
    return abs(value - printed) < last_digit


def _is_of_status(headline: Reading, other: Reading) -> bool:
    """Whether a headline's figure can be of the status of the text's, which it may leave out."""
    if headline.status == other.status:
        return True
    silent = headline.status == "actual" and not headline.clauses.words.statuses
    return silent and other.status == "plan" and _is_surely_one(headline)


def _is_surely_one(headline: Reading) -> bool:
    """Whether a figure has so many digits that another one alike is the same."""
    return significant_digits(headline.figure.quantity) >= _MANY_DIGITS


def _filled(headline: Reading, told: Reading) -> Reading:
    """A headline's reading with the time of the text's unless it tells one, and what it leaves open of the rest."""
    dated = any(one.period is not None or one.relative is not None for one in headline.clauses.periods)
    period = headline.period if dated else told.period
    of_loans = is_lent(headline.subject.indicator) and is_lent(told.subject.indicator)
    unsure = headline.subject.score < min(_UNSURE_LOANS if of_loans else _UNSURE, told.subject.score)
    return replace(
        headline,
        status=told.status,
        period=period,
        time_basis=headline.time_basis or told.time_basis,
        place=headline.place or told.place,
        subject=told.subject if _is_surely_one(headline) or unsure else headline.subject,
    )
