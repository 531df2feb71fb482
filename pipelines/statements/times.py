"""When a figure speaks of: the period told beside it, else the one that runs through the text.

A period told of one figure alone is its; one told in the sentence holds for what follows; a prominent one (at a
sentence's beginning) carries over to later sentences, plans and targets apart from what happened. A stock told for
the first months of a year stands at their end; a flow told as of a day ran from the year's beginning.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pipelines.meaning.subjects import Subject, indicators
from pipelines.model import Period, Status, TimeBasis
from pipelines.quantities import periods
from pipelines.statements.figures import Clauses, Figure
from pipelines.statements.mentions import Mention, mentions

#: Roles of mentions that date figures.
_DATING = frozenset({"plain", "state", "report", "since"})
#: A mention so near the beginning of its sentence is prominent.
_PROMINENT = 60
_MOVES = frozenset({"fall", "rise"})


@dataclass(frozen=True, slots=True)
class Time:
    """When a figure speaks of, and whether it is a stock or a flow."""

    period: Period | None
    basis: TimeBasis | None


@dataclass(slots=True)
class _Running:
    """The periods that run through a document, of what happened and of what is planned."""

    actual: Period | None = None
    coming: Period | None = None
    school: Period | None = None
    cumulative: Period | None = None  # the last run of first months: what "từ đầu năm" means later on


class TimeReader:
    """Dates the figures of one document in order."""

    def __init__(
        self,
        folded: str,
        aspects: Mapping[int, str],
        statuses: Mapping[int, Status],
        subjects: Mapping[int, Subject],
        published: date | None,
    ) -> None:
        """Of all figures of a document, by index: aspects, statuses, subjects."""
        self._folded = folded
        self._aspects = aspects
        self._statuses = statuses
        self._subjects = subjects
        self._published = published
        self._running = _Running()
        self._paragraph = _Running()

    def read(self, clauses: Sequence[Clauses]) -> Mapping[int, Time]:
        """The time of each figure, by figure index."""
        self._running.actual = None
        found: dict[int, Period | None] = {}
        paragraph = -1
        for cut in clauses:
            if cut.sentence.paragraph != paragraph:
                paragraph = cut.sentence.paragraph
                self._paragraph = _Running()
            found.update(self._read_sentence(cut))
        default = self._default(clauses)
        return {
            figure.index: self._time(figure, found.get(figure.index) or default)
            for cut in clauses
            for figure in cut.figures
        }

    # --- mentions -----------------------------------------------------------------------------------------

    def _read_sentence(self, cut: Clauses) -> dict[int, Period | None]:
        told = list(mentions(self._folded, cut))
        dating = [mention for mention in told if mention.role in _DATING and not mention.is_school_year]
        schools = [mention for mention in told if mention.is_school_year and mention.role in ("plain", "exclusive")]
        found: dict[int, Period | None] = {}
        for figure in cut.figures:
            found[figure.index] = self._of_figure(figure, cut, told, dating, schools)
        for mention in dating:
            self._carry(mention, cut)
        for mention in schools:
            self._running.school = self._paragraph.school = self._resolved(mention)
        self._date_changes(cut, found, told)
        return found

    def _of_figure(
        self,
        figure: Figure,
        cut: Clauses,
        told: Sequence[Mention],
        dating: Sequence[Mention],
        schools: Sequence[Mention],
    ) -> Period | None:
        for mention in told:
            if mention.figure == figure.index:
                return self._resolved(mention)
        if self._mart(figure) == "education_support":
            school = [mention for mention in schools if mention.figure is None]
            if school:
                return self._resolved(school[0])
            if self._paragraph.school is not None and not dating:
                return self._paragraph.school
        before = [mention for mention in dating if mention.start < figure.start]
        if before:
            return self._resolved(before[-1])
        trailing = [mention for mention in dating if mention.start > cut.figures[-1].end and mention.role != "since"]
        coming = self._statuses[figure.index] in ("plan", "target")
        if trailing and not coming:
            return self._resolved(trailing[0])
        own = self._paragraph.coming if coming else self._paragraph.actual
        return own or (self._running.coming if coming else None) or self._running.actual

    def _carry(self, mention: Mention, cut: Clauses) -> None:
        """Let a mention run on: through its paragraph, and further where it is prominent."""
        period = self._resolved(mention)
        if period is None or mention.role in ("report", "since"):
            return
        following = [figure for figure in cut.figures if figure.start > mention.start]
        statuses = {self._statuses[figure.index] for figure in following}
        coming = statuses <= {"plan", "target"} if statuses else self._is_ahead(period)
        prominent = mention.start - cut.sentence.start < _PROMINENT
        if period.text.endswith("-S1") or ("/" in period.text and period.start.month == 1 == period.start.day):
            self._running.cumulative = period if period.start.year == period.end.year else self._running.cumulative
        for running in (self._paragraph, self._running) if prominent else (self._paragraph,):
            if coming:
                running.coming = period
            else:
                running.actual = period

    def _is_ahead(self, period: Period) -> bool:
        return self._published is not None and period.start > self._published

    def _resolved(self, mention: Mention) -> Period | None:
        quantity = mention.quantity
        if quantity.period is not None or quantity.relative is None:
            return quantity.period
        running = self._paragraph.actual or self._running.actual
        relative = quantity.relative
        if relative.part in ("start", "end") and running is not None and relative.years == 0:
            day = running.start if relative.part == "start" else running.end
            return periods.between(day, day)
        if relative.part == "to_date" and self._running.cumulative is not None:
            return self._running.cumulative
        year = running.end.year if running else (self._published.year if self._published else None)
        return periods.resolve(relative, year, self._published, running)

    def _date_changes(self, cut: Clauses, found: dict[int, Period | None], told: Sequence[Mention]) -> None:
        """Date a change by the two levels told with it: from the end of 2022 to that of 2023 it is of 2023."""
        exclusive = {mention.figure for mention in told if mention.figure is not None}
        levels: list[Figure] = []
        for figure in cut.figures:
            if self._aspects[figure.index] in _MOVES and len(levels) > 1 and figure.index not in exclusive:
                first, last = found[levels[-2].index], found[levels[-1].index]
                if first is not None and last is not None and first.end <= last.end:
                    found[figure.index] = _from_to(first, last)
            elif figure.index in exclusive:
                levels.append(figure)

    # --- stocks and flows -----------------------------------------------------------------------------------

    def _time(self, figure: Figure, period: Period | None) -> Time:
        basis = self._basis(figure)
        if period is None:
            return Time(None, basis)
        if basis == "stock" and _is_cumulative(period):
            return Time(periods.between(period.end, period.end), basis)
        if basis == "flow" and period.start == period.end:
            return Time(_to_date(period.end), basis)
        return Time(period, basis)

    def _basis(self, figure: Figure) -> TimeBasis | None:
        if self._aspects[figure.index] in _MOVES:
            return "flow"
        known = indicators().get(self._subjects[figure.index].indicator or "")
        if known is None or known.stock_flow == "NONE":
            return None
        return "stock" if known.stock_flow == "STOCK" else "flow"

    def _mart(self, figure: Figure) -> str:
        known = indicators().get(self._subjects[figure.index].indicator or "")
        return known.mart if known else ""

    def _default(self, clauses: Sequence[Clauses]) -> Period | None:
        """What a document is about where nothing runs yet: its first prominent period, else the year it came out."""
        for cut in clauses:
            for mention in mentions(self._folded, cut):
                prominent = mention.start - cut.sentence.start < _PROMINENT or cut.sentence.section == "headline"
                if mention.role in ("plain", "state") and prominent and mention.quantity.period is not None:
                    period = mention.quantity.period
                    return periods.year(period.end.year) if period.start == period.end else period
        return periods.year(self._published.year) if self._published else None


def _is_cumulative(period: Period) -> bool:
    """Whether a period is the first months of a year: a stock told for it stands at its end."""
    begins = (period.start.month, period.start.day) == (1, 1)
    same_year = period.start.year == period.end.year
    return begins and same_year and period.start != period.end and (period.end.month, period.end.day) != (12, 31)


def _to_date(day: date) -> Period:
    """From the beginning of the year to a day; of a year's first day, that year."""
    if (day.month, day.day) == (1, 1):
        return periods.year(day.year)
    if (day + timedelta(days=1)).day == 1:
        return periods.months(day.year, 1, day.month)
    return periods.between(date(day.year, 1, 1), day)


def _from_to(first: Period, last: Period) -> Period:
    """The stretch of a change between two levels; from one year's end to the next it is that year."""
    if last.end.year - first.end.year <= 1 and (first.end.month, first.end.day) == (12, 31):
        return periods.year(last.end.year)
    if first.end.year == last.end.year:
        return periods.year(last.end.year)
    return periods.span(first, last)
