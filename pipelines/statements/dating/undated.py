"""When a figure is of whose sentence dates nothing: what runs through its paragraph or through the document.

What runs is running.py's to say and times.py's to keep; what a sentence itself tells is told_here.py.
"""

from dataclasses import dataclass

from pipelines.model import Period
from pipelines.quantities import periods
from pipelines.statements.dating import spans
from pipelines.statements.dating.running import Running
from pipelines.statements.dating.stocks_and_flows import adds_up, goes_on_today, stands_at_day
from pipelines.statements.dating.told_here import ANY_MART, SCHOOL_MART, FigureFacts
from pipelines.statements.telling.aspects import MOVES
from pipelines.statements.telling.funded import is_under_way
from pipelines.statements.wording.figures import POINTS, Clauses, Figure
from pipelines.vocabulary.roles import CUES

#: Words for the time told before today: "Hồi đó 500 ngàn với nhà tôi lớn lắm".
_BACK_REACH = 120
_BACK_THEN = CUES.pattern(r"\b<back_then>\b")
#: Before what is left of what several years have changed.
_STILL_LEFT = CUES.pattern(r"\b<still_left>\b[^,;:.()\d]{0,12}$")


@dataclass(frozen=True, slots=True)
class WhatRuns:
    """What runs where a figure stands: in its paragraph, in the document, and the years of the programme told of."""

    paragraph: Running
    document: Running
    programme: Period | None

    @property
    def actual(self) -> Period | None:
        """When what happened is of."""
        return self.paragraph.actual or self.document.actual or self.programme

    @property
    def today(self) -> Period | None:
        """The day on which stocks stand, until another time is told."""
        return self.paragraph.today or (None if self.paragraph.actual else self.document.today)

    def reviewed(self) -> Period | None:
        """The years that are looked back on, while a day or the last of them runs."""
        day, runs = self.paragraph.actual, self.document.actual
        closes = day is not None and runs is not None and spans.is_day_of(day, runs)
        return runs if closes else self.document.reviewed


@dataclass(frozen=True, slots=True)
class Undated:
    """Dates the figures of one document whose own sentences tell no time of them."""

    folded: str
    facts: FigureFacts

    def period(self, figure: Figure, cut: Clauses, runs: WhatRuns, coming: bool) -> Period | None:
        """The period of a figure by what runs; `coming` where it is planned."""
        school = runs.paragraph.school or (runs.document.school if self.facts.is_of_school(figure) else None)
        if school is not None and self._suits_school(figure, runs):
            return school
        if coming:
            return self._planned(figure, runs)
        stood = self._today(figure, cut, runs) or self._of_change(figure, runs)
        if stood is None and not cut.periods:
            stood = self._still_left(figure, runs.actual)
        return stood or self._happened(figure, runs)

    def _suits_school(self, figure: Figure, runs: WhatRuns) -> bool:
        mart = self.facts.mart(figure)
        return mart == SCHOOL_MART or (mart in ANY_MART and not runs.paragraph.actual)

    def _planned(self, figure: Figure, runs: WhatRuns) -> Period | None:
        """When what is planned is to be: in what is ahead, else in the year of publication, which has not passed."""
        planned, actual, published = runs.paragraph.coming or runs.document.coming, runs.actual, self.facts.published
        if planned is None and published is not None and (actual is None or actual.end < published):
            return periods.year(published.year)
        return planned or (self.facts.planned(figure, actual) if actual else None)

    def _today(self, figure: Figure, cut: Clauses, runs: WhatRuns) -> Period | None:
        """Today, for a stock or how far something has come, where "đến nay" runs on and no time before is meant."""
        today = runs.today
        if today is None:
            return None
        goes_on = goes_on_today(figure, today, runs.paragraph.actual, self.facts) or is_under_way(self.folded, figure)
        opening = max(cut.sentence.start, figure.start - _BACK_REACH)
        return today if goes_on and not _BACK_THEN.search(self.folded, opening, figure.start) else None

    def _of_change(self, figure: Figure, runs: WhatRuns) -> Period | None:
        """The time between two ends that were told, for what changed in it."""
        since, until, today = runs.paragraph.since, runs.paragraph.actual, runs.today
        of_rate = figure.unit in POINTS and figure.quantity.per == "year"
        if until is None or not (self.facts.aspects[figure.index] in MOVES or of_rate):
            return None
        if since is not None:
            return spans.from_to(since, until)  # "Đầu năm 2016, … Cuối năm 2020, … Như vậy giảm 358 hộ"
        if today is not None and until.end < today.start:
            return spans.from_to(until, today)  # "Cuối năm 2014 có 6 xã …, nay 38 xã …. Số hộ tăng …"
        return None

    def _still_left(self, figure: Figure, runs: Period | None) -> Period | None:
        """Today, for what is left behind what was done in some years or a month: "vẫn còn 93 hộ chờ bố trí"."""
        published = self.facts.published
        if runs is None or published is None:
            return None
        passed = spans.is_within_year(runs) and runs.start < runs.end and not spans.is_cumulative(runs)
        if not passed and runs.start.year == runs.end.year:
            return None  # of a day, of the first months of a year, of a year: as of its end
        lately = runs.end.year in (published.year - 1, published.year)
        left = lately and _STILL_LEFT.search(self.folded, figure.own, figure.start) is not None
        return periods.between(published, published) if left else None

    def _happened(self, figure: Figure, runs: WhatRuns) -> Period | None:
        """When what a figure counts happened or stood."""
        actual = runs.actual
        if stands_at_day(figure, runs.document.actual, actual, self.facts):
            return runs.document.actual  # "Đến 30/11 còn 5.236 hộ nghèo … Trong năm … Số hộ nghèo là người Gia Rai là"
        reviewed = runs.reviewed() if adds_up(figure, self.facts) else None
        if reviewed is not None and (actual is None or spans.is_day_of(actual, reviewed)):
            return reviewed  # "Giai đoạn 2016 - 2020 … Đến hết năm 2020, … Huyện xây mới 14 công trình"
        if actual is None and self.facts.statuses[figure.index] == "norm":
            return runs.document.coming  # what a programme grants is of its years
        return self.facts.planned(figure, actual) if actual else None
