"""Lengths of time and stretches pointed back at, by the days and runs of years that a text has told.

"trong 9 tháng", "5 năm qua", "hai năm sau", "giai đoạn này". What other mentions mean is told_periods.py.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from itertools import chain

from pipelines.model import Period, Quantity, RelativePeriod
from pipelines.quantities import periods
from pipelines.quantities.context import without_comparator
from pipelines.statements.dating import spans
from pipelines.statements.dating.mentions import Mention
from pipelines.vocabulary.roles import CUES

_Count = Decimal | int | None
#: Words before a length of time that say it has passed.
_PAST = CUES.pattern(r"\b<time_passed>$")
_NEAR, _BEFORE = 10, 24
#: Words before a number of months that say what was done in them: "đánh giá kết quả thực hiện 10 tháng".
_RESULTS = CUES.pattern(r"\b<results_told>(?: <results_of>){0,3} $")
_RESULTS_REACH = 40
#: Words behind a length of time that say what it was spent on.
_CARRIED_OUT = CUES.pattern(r" <carried_out>\b")
#: Before a number of years counted back from today, and behind it; "3 năm trước đó" are counted from another day.
_FROM_TODAY, _TILL_TODAY = CUES.pattern(r"<from_today> $"), CUES.pattern(r" <from_today>")
_AGO, _LATER = CUES.pattern(r" <ago>[ ,](?!đó)"), CUES.pattern(r" <later>[ ,]")
#: What the years of a term are called.
_TERM = CUES.pattern(r"\b<term>\b")
_TERM_REACH = 20
_LEAST_YEARS, _MOST_YEARS = 2, 20
#: The last year that is counted on to where a text tells no day of its own.
_LAST_YEAR = 2099
#: What a clause opens behind, nothing at the beginning of a text among them.
_MARKS = frozenset({"", ".", ",", ";", ":"})
_HALF_YEAR, _MONTHS = 6, 12
#: Parts of relative periods that are told from a run of years.
STRETCH = "stretch"
#: Lengths of time are counted from so many of the beginnings and ends of years told last.
_YEAR_ENDS_KEPT = 6


class Lengths:
    """Dates the lengths of time of one document in order, by what `note` was told before."""

    def __init__(self, folded: str, published: date | None) -> None:
        """`folded` is the text of the document, `published` the day of its dateline."""
        self._folded = folded
        self._published = published
        self.cumulative: Period | None = None
        """The last run of first months: what "từ đầu năm" and "trong 9 tháng" mean later on."""
        self._since: list[int] = []  # the first years that passed since each beginning or end of a year told
        self._run: tuple[int, int] | None = None  # the first and the last of the years told one after another
        self._ended: dict[_Count, date] = {}  # the last days of months as of which states were told, by month
        self._foreseen: dict[_Count, set[Period]] = {}  # the runs of years spelled out anywhere, by length
        self._years: set[int] = set()  # the single years that the text tells anywhere
        self._stretches: list[Period] = []  # the runs of years told so far: what "5 năm qua" may mean
        self._terms: list[Period] = []  # those of a congress: 2015 - 2020 is a term of five years
        self._spelled: list[Period] = []  # those told by their years: what "giai đoạn này" means

    def foresee(self, told: Iterable[Period]) -> None:
        """Take in the periods that the document spells out anywhere: a length told before its years means them."""
        for one in told:
            if spans.is_whole_years(one) and one.start.year < one.end.year and self._is_over(one):
                self._foreseen.setdefault(one.end.year - one.start.year + 1, set()).add(one)
            if one.start.year == one.end.year and (spans.is_whole_years(one) or spans.closes_year(one)):
                self._years.add(one.start.year)

    def note(self, mention: Mention, period: Period) -> None:
        """Keep a period told for what names it by its length later on."""
        if mention.role == "state" and period.start == period.end and spans.ends_month(period):
            self._ended[period.end.month] = period.end
        if spans.bounds_year(period):
            self._note_year_end(period.end.year, ends=period.end.month > 1)
        if mention.role == "plain" and spans.is_whole_years(period) and period.start.year == period.end.year:
            self._note_year(period.start.year)
        if period.end.year > period.start.year and spans.is_whole_years(period) and mention.role != "standard":
            self._stretches.append(period)
            if mention.quantity.unit != "year":
                self._spelled.append(period)
            if _TERM.search(self._folded, max(0, mention.start - _TERM_REACH), mention.quantity.end):
                self._terms.append(period)

    def _note_year_end(self, year: int, ends: bool) -> None:
        """Keep the years between this beginning or end of a year and those told before.

        "đầu năm 2011 …, cuối năm 2013 …; như vậy sau ba năm"; "cuối năm 2023 … so với cuối năm 2021 …".
        """
        known = self._since[-_YEAR_ENDS_KEPT:] if ends else []
        self._stretches += [_from_year(since, year) for since in sorted(known) if since < year]
        self._stretches += [_from_year(year + 1, since - 1) for since in known if year + 1 < since]
        self._since.append(year + ends)

    def _note_year(self, year: int) -> None:
        """Keep the run of years told one after another: "năm 2017 …; năm 2018 …; cả hai năm"."""
        run = self._run
        self._run = (run[0] if run is not None and run[1] + 1 == year else year, year)
        if self._run[0] < year:
            self._stretches.append(periods.years(self._run[0], year))

    def stretch(self, relative: RelativePeriod) -> Period | None:
        """What "đầu giai đoạn", "giai đoạn này", "giai đoạn tới" mean by the last run of years that has begun."""
        told = chain(reversed(self._spelled), reversed(self._stretches))
        known = next((one for one in told if self._has_begun(one)), None)
        if known is None:
            return None
        length = known.end.year - known.start.year + 1
        if relative.years and self._has_begun(periods.years(known.end.year + 1, known.end.year + length)):
            return None
        if relative.years:
            return periods.years(known.end.year + 1, known.end.year + length)
        day = {"start": known.start, "end": known.end}.get(relative.part.removeprefix(STRETCH).lstrip(":"))
        return known if day is None else periods.between(day, day)

    def _is_over(self, period: Period) -> bool:
        return self._published is None or period.end <= self._published

    def _has_begun(self, period: Period) -> bool:
        return self._published is None or period.start <= self._published

    def period(self, quantity: Quantity, here: Period | None) -> Period | None:
        """The period that a length of time means: the first months told before, the run of so many years."""
        count = quantity.value
        if quantity.unit == "month":
            if count == _MONTHS and self._folded.endswith("sau ", 0, quantity.start):
                return self._stretch_of(1)  # "cuối năm 2022 …, cuối năm 2023 …; như vậy sau 12 tháng"
            if self.cumulative is not None and count == self.cumulative.end.month and spans.ends_month(self.cumulative):
                return self.cumulative
            return self._first_months(quantity)
        away = self._ago(quantity) or self._later(quantity, here)
        if away is not None:
            return away
        known = self._stretch_of(count) or self._spelled_later(quantity)
        if known is None and self._published is not None and count is not None and _LEAST_YEARS <= count <= _MOST_YEARS:
            last = self._published.year if self._published.month > _HALF_YEAR else self._published.year - 1
            if self._has_passed(quantity):
                known = periods.years(last - int(count) + 1, last)
        return known

    def _first_months(self, quantity: Quantity) -> Period | None:
        """The first months of a year, where they end before publication or with the last day told: "trong 9 tháng"."""
        told = _RESULTS.search(self._folded, max(0, quantity.start - _RESULTS_REACH), quantity.start) is not None
        if not (told or self._has_passed(quantity) or self._opens_clause(quantity)):
            return None
        if self._published is not None and quantity.value == self._published.month - 1 > 0:
            return periods.months(self._published.year, 1, self._published.month - 1)
        last = self._ended.get(quantity.value)
        return None if last is None else periods.months(last.year, 1, last.month)

    def _stretch_of(self, count: _Count) -> Period | None:
        """The last run of so many years told that has begun."""
        told = (one for one in reversed(self._stretches) if one.end.year - one.start.year + 1 == count)
        terms = (one for one in reversed(self._terms) if one.end.year - one.start.year == count)
        return next(filter(self._has_begun, chain(told, terms)), None)

    def _spelled_later(self, quantity: Quantity) -> Period | None:
        """The only years of that length which the text spells out further down: "Sau 5 năm triển khai …"."""
        told = self._foreseen.get(quantity.value, set())
        if not self._has_passed(quantity):
            return None
        return next(iter(told)) if len(told) == 1 else self._from_first_to_last(quantity)

    def _from_first_to_last(self, quantity: Quantity) -> Period | None:
        """So many years from the first that the text tells on, where it tells their last, too: "Nhìn lại sáu năm"."""
        counted = quantity.value is not None and _LEAST_YEARS <= quantity.value <= _MOST_YEARS
        before = self._folded[max(0, quantity.start - _BEFORE) : quantity.start].rstrip()
        reviewed = before.endswith(CUES.of("looked_back"))
        if not self._years or quantity.value is None or not counted or not reviewed:
            return None
        first = min(self._years)
        last = first + int(quantity.value) - 1
        return periods.years(first, last) if last in self._years else None

    def _ago(self, quantity: Quantity) -> Period | None:
        """The year so many years before publication: "ba năm trước, chị vay …"; not "so với 3 năm trước đó"."""
        if self._published is None or quantity.value is None or not _LEAST_YEARS <= quantity.value <= _MOST_YEARS:
            return None
        before = self._folded[max(0, quantity.start - _NEAR) : quantity.start]
        behind = self._folded[quantity.end : quantity.end + _NEAR]
        opens = self._opens_clause(quantity) or _FROM_TODAY.search(before) is not None
        if not (opens or _TILL_TODAY.match(behind)) or _AGO.match(behind) is None:
            return None
        return periods.year(self._published.year - int(quantity.value))

    def _later(self, quantity: Quantity, here: Period | None) -> Period | None:
        """The year so many years behind the one told last: "Năm 2016 vay 30 triệu, hai năm sau vay thêm 20 triệu"."""
        behind = self._folded[quantity.end : quantity.end + _NEAR]
        if here is None or quantity.value is None or not 0 < quantity.value <= _MOST_YEARS:
            return None
        if _LATER.match(behind) is None:
            return None
        year = here.end.year + int(quantity.value)
        passed = year <= (_LAST_YEAR if self._published is None else self._published.year)
        return periods.year(year) if self._opens_clause(quantity) and passed else None

    def _has_passed(self, quantity: Quantity) -> bool:
        """Whether the words around a length of time say that it has passed: "sau 10 năm", "3 năm thực hiện"."""
        line = self._folded[max(0, quantity.start - _BEFORE) : quantity.start].rpartition("\n")[2]
        before = without_comparator(f" {line}".rstrip()).strip()
        opens = quantity.unit == "year" and before[-1:] in ("", ".") and self._folded.startswith(",", quantity.end)
        passed = opens or _PAST.search(before) is not None  # "Gần mười năm, tổng vốn huy động đạt …"
        return passed or quantity.relative is not None or _CARRIED_OUT.match(self._folded, quantity.end) is not None

    def _opens_clause(self, quantity: Quantity) -> bool:
        """Whether a mark stands before a length of time: "ước tính, 9 tháng …"."""
        return self._folded[max(0, quantity.start - 2) : quantity.start].strip() in _MARKS


def _from_year(first: int, last: int) -> Period:
    """One calendar year or more."""
    return periods.year(first) if first == last else periods.years(first, last)
