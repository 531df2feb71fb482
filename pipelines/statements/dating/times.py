"""When a figure speaks of: the period told beside it, else the one that runs through the text.

A period told of one figure alone is its; one told in the sentence holds for what follows; a prominent one (opening a
clause of a sentence that is no person's story) carries over to later sentences, plans and targets apart from what
happened. Stocks and flows told for the wrong kind of time are mended by spans.py.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from pipelines.meaning.code_lists import CURRENCIES
from pipelines.meaning.evidence import Subject
from pipelines.model import Period, Status
from pipelines.quantities import periods
from pipelines.quantities.context import forms_of
from pipelines.statements.dating import spans
from pipelines.statements.dating.beside import (
    date_changes,
    date_changes_between,
    date_changes_since,
    date_former,
    date_remarks,
)
from pipelines.statements.dating.in_turn import in_turn
from pipelines.statements.dating.looking_back import LookBack, ends_of_fall, goes_on_from, look_back
from pipelines.statements.dating.mentions import Mention
from pipelines.statements.dating.running import (
    COMING,
    Prominence,
    Running,
    closes_accounts,
    cuts_short,
    default_period,
    has_hardly_begun,
    in_bracket,
    is_bracket,
    is_day_of_debate,
    is_estimate,
    is_first,
    is_history,
    is_moment_within,
    is_today_of,
    is_unended_year_of,
)
from pipelines.statements.dating.stocks_and_flows import Time, counted_as, suited_time
from pipelines.statements.dating.told_here import FigureFacts, ToldHere
from pipelines.statements.dating.told_periods import Dated, PeriodTeller
from pipelines.statements.dating.undated import Undated, WhatRuns
from pipelines.statements.dating.yearly import date_yearly_changes
from pipelines.statements.lists.headings import Headings
from pipelines.statements.lists.listing import BULLETS
from pipelines.statements.telling.assigning import only_locates
from pipelines.statements.telling.funded import MONEY_TAKEN_UP
from pipelines.statements.wording.figures import Clauses, Figure
from pipelines.vocabulary.roles import CUES

#: A numbered item of a report; a day told late in it is of that item.
_ITEM = re.compile(r"\s*(?:[0-9]{1,2}(?:\.[0-9]{1,2})*[.)]|[a-zđ]\))\s")
#: A sentence without figures that tells why something was so: the next figures are not of its year.
_CAUSE = CUES.pattern(r"\b(?:<mainly> <because>|<cause>)\b")
#: A paragraph that opens so divides what the one before told: "- Phân theo nhóm đối tượng: …".
_DIVIDES = CUES.pattern(r"\W*(?:<dividing>|trong đó)\b")
#: Money assigned for a time.
_FUNDS = "fund.plan"
#: A plan of so many is known again where what was done of it is told.
_LARGE = 100


class TimeReader:
    """Dates the figures of one document in order."""

    def __init__(
        self,
        normal_text: str,
        folded: str,
        aspects: Mapping[int, str],
        statuses: Mapping[int, Status],
        subjects: Mapping[int, Subject],
        published: date | None,
    ) -> None:
        """Of all figures of a document, by index: aspects, statuses, subjects."""
        self._text = normal_text
        self._folded = folded
        self._aspects = aspects
        self._statuses = statuses
        self._subjects = subjects
        self._facts = FigureFacts(aspects, statuses, subjects, published)
        self._here = ToldHere(folded, self._facts)
        self._undated = Undated(folded, self._facts)
        self._published = published
        self._document = Running()
        self._paragraph = Running()
        self._in_item = False
        self._money: tuple[int, Period | None] = (-1, None)  # the last paragraph that told any, and when its first was
        self._assigned: Period | None = None  # the year for which the paragraph told last that money was assigned
        self._looked_back: LookBack | None = None  # from the sentence before
        self._on_days: set[int] = set()  # figures of what happened on one day, not from the beginning of the year to it
        self._outside: Period | None = None  # what ran where the sentence begins, before any figure of its paragraph
        self._announced = Running()  # what a sentence that ends in a colon is of, for the lines below it
        self._headings: Headings[Running] = Headings()
        self._planned: dict[tuple[object, str | None], Period | None] = {}  # when the plans told so far are of
        self._periods = PeriodTeller(folded, published)
        self._prominence = Prominence(normal_text, folded, statuses, published)

    def read(self, clauses: Sequence[Clauses]) -> Mapping[int, Time]:
        """The time of each figure, by figure index."""
        found: dict[int, Period | None] = {}
        told = (one.period for cut in clauses for one in cut.periods)
        self._periods.lengths.foresee(one for one in told if one is not None)
        default = default_period(self._folded, clauses, self._prominence, self._published)
        self._periods.default = default
        paragraph = -1
        for cut in clauses:
            if cut.sentence.paragraph != paragraph:
                paragraph = cut.sentence.paragraph
                self._enter(cut)
            if cut.figures or cut.periods:
                found.update(self._read_sentence(cut))
            self._paragraph.amid = self._paragraph.amid or bool(cut.figures)
            words = self._folded[cut.sentence.start : cut.sentence.end]
            if cut.sentence.closes_paragraph and words.rstrip().endswith(":"):
                self._announced = self._last_told(cut, found)
        return {
            figure.index: suited_time(
                figure, found.get(figure.index), default, self._facts, self._folded, figure.index in self._on_days
            )
            for cut in clauses
            for figure in cut.figures
        }

    def _enter(self, cut: Clauses) -> None:
        """Begin a paragraph: a line of a list is of what announced it, a numbered heading ends those inside it."""
        self._looked_back = self._assigned = None
        listed = self._folded[cut.sentence.start : cut.sentence.start + 1] in BULLETS
        self._announced = self._announced if listed else Running()
        day = self._paragraph.actual
        stands = day is not None and day.start == day.end  # what happened in a year is no whole that is divided
        divided = day if stands and _DIVIDES.match(self._folded, cut.sentence.start) else None
        self._paragraph = replace(self._announced)
        self._paragraph.actual = divided or self._paragraph.actual
        if MONEY_TAKEN_UP.match(self._folded, cut.sentence.start):
            self._paragraph.actual = self._money[1]
        self._in_item = _ITEM.match(self._folded, cut.sentence.start) is not None
        if cut.sentence.section != "headline":
            self._document = self._headings.enter(self._text, cut.sentence.start, self._document)

    def _last_told(self, cut: Clauses, found: Mapping[int, Period | None]) -> Running:
        """What runs in the lines that a sentence announces: the periods of its figures, done and to come."""
        periods_told = {self._statuses[one.index] in COMING: found.get(one.index) for one in cut.figures}
        return Running(periods_told.get(False), periods_told.get(True))

    def _read_sentence(self, cut: Clauses) -> dict[int, Period | None]:
        self._outside = self._outside if self._paragraph.amid else self._document.actual
        if self._assigned is not None and MONEY_TAKEN_UP.match(self._folded, cut.sentence.start):
            self._paragraph.actual = self._assigned  # "Năm 2021 được giao 68 tỷ; đến tháng 11 giải ngân … Từ nguồn này"
        former = self._looked_back if goes_on_from(self._looked_back, cut, self._aspects) else None
        if former is not None:
            self._paragraph.actual = former.later
        running = self._paragraph.today or self._paragraph.actual or self._document.actual
        coming = self._paragraph.coming or self._document.coming
        if coming is not None and (self._published is None or coming.end < self._published):
            running = running or coming  # "kế hoạch vốn năm 2010 …, trong đó giao trong năm …", published in 2011
        telling = [one for one in cut.figures if not only_locates(self._folded, one)]
        ahead = coming if telling and all(self._statuses[one.index] in COMING for one in telling) else None
        self._periods.reported = self._document.actual
        dated = list(self._periods.dated(cut, running, self._document.coming, self._paragraph.actual, ahead))
        later = self._paragraph.actual or self._outside
        found = {figure.index: self._of_figure(figure, cut, dated) for figure in cut.figures}
        money = [
            one
            for one in cut.figures
            if one.unit in CURRENCIES and not one.quantity.per and self._statuses[one.index] not in COMING
        ]
        if money and self._money[0] != cut.sentence.paragraph:
            self._money = (cut.sentence.paragraph, found[money[0].index])
        planned = (found[one.index] for one in cut.figures if self._subjects[one.index].indicator == _FUNDS)
        whole = [one for one in planned if one is not None and spans.is_whole_years(one)]
        self._assigned = whole[-1] if whole else self._assigned
        years = [one for one in self._run_through() if one is not None]
        for one in cut.figures:
            if one.half is None and self._facts.is_coming(one) and (one.quantity.value or 0) >= _LARGE:
                self._planned.setdefault((one.quantity.value, one.unit), found[one.index])
        self._looked_back = look_back(cut, dated, self._aspects, later)
        former = former or self._looked_back
        became = dict(former.changes(cut.figures, self._aspects)) if former is not None else {}
        found.update(became)
        done = (one for one in cut.figures if self._statuses[one.index] not in COMING)
        happened = frozenset(one.index for one in done if not self._facts.is_of_flow(one))
        days = {each.period for each in dated if each.mention.is_of_event or each.mention.role == "report"}
        self._on_days.update(index for index, period in found.items() if period in days)
        date_former(cut, found, dated, self._aspects, self._facts.basis, self._periods.begun, self._paragraph.since)
        leads = False
        for each in dated:
            leads = self._carry(each, cut, leads, self._prominence.is_overtaken(each, dated, cut))
        if ends := ends_of_fall(dated, self._aspects):
            self._paragraph.since, self._paragraph.actual = ends
        if became:
            self._paragraph.actual, self._looked_back = later, None  # what follows is of the level that was reached
        date_changes(cut, found, dated, self._aspects)
        date_changes_between(cut, found, dated, self._aspects)
        date_changes_since(cut, found, dated, self._aspects, self._facts.basis)
        since, until = self._paragraph.since, self._paragraph.actual
        between = spans.from_to(since, until) if since is not None and until is not None else None
        date_yearly_changes(cut, found, dated, self._aspects, self._statuses, years, between, self._published)
        counted = partial(counted_as, facts=self._facts, folded=self._folded)
        date_remarks(cut, found, dated, self._aspects, counted, happened)
        found.update(in_turn(self._folded, cut, dated))
        return found

    def _run_through(self) -> tuple[Period | None, ...]:
        """All that runs where a sentence begins, the nearest first."""
        near, far = self._paragraph, self._document
        return (near.actual, near.coming, near.reviewed, far.reviewed, far.actual, far.coming)

    # --- dating -------------------------------------------------------------------------------------------------

    def _of_figure(self, figure: Figure, cut: Clauses, dated: Sequence[Dated]) -> Period | None:
        """The period of a figure: told in its sentence, else running; of a plan told before, what that was of."""
        known = self._planned.get((figure.quantity.value, figure.unit)) if figure.half == "denominator" else None
        if known is not None and self._facts.is_coming(figure):
            return known  # "giai đoạn 2022 - 2024 giao 1.742 tỷ đồng. … Đến 30/6/2024 giải ngân 1.013/1.742 tỷ đồng"
        told = self._here.period(figure, cut, dated, self._paragraph.actual or self._document.actual)
        if told is not None:
            goes_on = self._facts.is_of_school(figure) and cut.sentence.section != "caption"
            return self._school_year_of(told, told) if goes_on else told
        coming = self._facts.is_coming(figure)
        beside = any(self._statuses[other.index] == "actual" for other in cut.figures)
        is_assigned = (
            self._statuses[figure.index] == "plan"
            and self._paragraph.coming is None
            and not self._document.planning
            and (beside or self._subjects[figure.index].indicator == _FUNDS)
            and (self._document.coming is None or self._paragraph.actual or self._document.actual)
        )  # money is assigned for the year that runs, whatever is to be done in its second half
        runs = WhatRuns(self._paragraph, self._document, self._periods.programme)
        return self._undated.period(figure, cut, runs, coming and not is_assigned)

    def _school_year_of(self, day: Period, otherwise: Period | None) -> Period | None:
        """The school year that the text is about, of a day that is today in it."""
        school = self._document.school
        return school if school is not None and is_today_of(school, day, self._published) else otherwise

    def _carry(self, dated: Dated, cut: Clauses, leads: bool, overtaken: bool) -> bool:
        """Let a mention run on: through its paragraph, and further where it is prominent.

        One that is overtaken in its sentence hands that on: returns whether the next one `leads` in its stead.
        """
        mention, period = dated.mention, dated.period
        heads = self._headings.is_heading(cut)
        if self._is_aside(mention, cut, heads):
            return leads
        if heads:
            self._headings.keep(self._document)
        if not cut.figures and _CAUSE.search(self._folded, cut.sentence.start, cut.sentence.end):
            return leads
        prominent = self._runs_on(mention, cut, leads)
        if mention.is_school_year:
            self._paragraph.school = period
            self._document.school = period if prominent and not overtaken else self._document.school
            return leads
        if spans.is_cumulative(period):
            self._periods.lengths.cumulative = period
        relative = mention.quantity.relative
        if relative is not None and relative.part == "start":
            return leads
        statuses = self._statuses_behind(mention, cut)
        coming = statuses <= COMING if statuses else self._prominence.is_coming(mention, period, cut)
        self._document.planning = coming if heads else self._document.planning
        if cut.sentence.section == "headline" and mention.quantity.unit == "year" and not coming:
            self._document.reviewed = period  # "Kết quả 02 năm thực hiện Nghị quyết 30a"
        goes_back = not heads and not coming and self._goes_back(dated, cut)
        if not (goes_back and self._closes_accounts(dated, cut)):
            self._run_here(dated, coming, statuses)
            self._note_today(dated, cut, coming)
        if mention.quantity.unit == "year" and cuts_short(period, self._document.actual, self._published):
            self._document.actual = period  # "giai đoạn 2011 - 2015 … sơ kết 3 năm", published in 2013
        if goes_back and self._document.actual is None:
            self._document.actual = self._document.coming  # "năm 2013 được giao …; đến 30/11 giải ngân …"
        passes = is_moment_within(dated, self._document.actual) or (
            not heads and not coming and is_history(period, self._document.actual, self._periods.latest_day)
        )
        passes = passes or is_unended_year_of(period, self._document.actual, self._published)
        passes = passes or (not heads and is_day_of_debate(dated, cut, self._document.actual))
        passes = passes or (
            mention.is_of_today and cut.words.has_connective("particular", cut.sentence.start, dated.start)
        )
        if prominent and not overtaken and not goes_back and not passes:
            self._run(self._document, dated, coming)
        return prominent and overtaken

    def _is_over(self, period: Period) -> bool:
        return self._published is not None and period.end < self._published

    def _closes_accounts(self, dated: Dated, cut: Clauses) -> bool:
        """Whether a day only says up to when the money of the year that runs was spent."""
        outside = (self._document.actual if self._paragraph.amid else self._outside) or self._document.coming
        return any(year is not None and closes_accounts(dated, cut, year) for year in (self._paragraph.actual, outside))

    def _is_aside(self, mention: Mention, cut: Clauses, heads: bool) -> bool:
        """Whether a mention dates nothing behind it: an event's, a bracket's, or that of a norm alone."""
        if mention.is_of_event or mention.role not in ("plain", "state"):
            return True
        if heads:
            return False
        statuses = self._statuses_behind(mention, cut) or {self._statuses[one.index] for one in cut.figures}
        if statuses == {"norm"}:
            return not mention.is_school_year  # "mức đóng hiện nay bằng …"; "vay 8 triệu, trả trong 10 năm"
        bracketed = in_bracket(cut, mention.start) and not is_bracket(cut)
        return bracketed and not self._here.names_length(mention)

    def _statuses_behind(self, mention: Mention, cut: Clauses) -> set[Status]:
        """The statuses of the figures of its sentence behind a mention, but for those that only say where."""
        behind = [figure for figure in cut.figures if figure.start > mention.start]
        telling = [figure for figure in behind if not only_locates(self._folded, figure)]
        return {self._statuses[figure.index] for figure in telling or behind}

    def _goes_back(self, dated: Dated, cut: Clauses) -> bool:
        """Whether a mention behind other figures of its paragraph only looks back."""
        runs = self._document.actual if self._paragraph.amid else self._outside
        if self._paragraph.amid and runs is None and dated.mention.quantity.relative is not None:
            runs = self._document.coming  # but "đến hết ngày 31/10/2024", told with its year, is the day of a report
        years = (self._document.reviewed, self._document.coming)
        within = any(one is not None and one != dated.period and spans.contains(one, dated.period) for one in years)
        singled_out = cut.words.has_connective("particular", cut.sentence.start, dated.start)
        if within and singled_out and not cut.sentence.opens_paragraph:
            return True  # "5 năm qua, … Riêng năm 2020 giảm 702 hộ nghèo"
        if singled_out and runs is not None and spans.is_day_amid(runs, dated.period.end.year):
            return True  # "đến nay 92,3% … Riêng năm 2016, đấu nối thêm 61.450 hộ"
        amid = self._paragraph.amid or any(figure.end <= dated.start for figure in cut.figures) or not cut.figures
        if self._closes_accounts(dated, cut):
            return True
        return amid and self._prominence.goes_back(dated, cut, runs, self._periods.programme)

    def _runs_on(self, mention: Mention, cut: Clauses, leads: bool) -> bool:
        """Whether a mention is prominent, and of no line of a list, item or caption alone."""
        is_line = self._folded[cut.sentence.start : cut.sentence.start + 1] in BULLETS
        labelled = any(mark.sign == ":" and mark.start < mention.start for mark in cut.marks)
        later = labelled or not cut.sentence.opens_paragraph
        is_line = is_line or (self._in_item and later and mention.names_day)
        relative = mention.quantity.relative
        within = relative is not None and (relative.anchor, relative.years, relative.part) == ("running", 0, "")
        within = within or mention.quantity.unit == "year"  # "10 năm qua"
        within = within or self._folded[mention.start : mention.quantity.end] in forms_of("today")
        prominent = leads or self._prominence.is_prominent(mention, cut) or is_first(mention, cut, self._document)
        return prominent and not is_line and not within and not self._prominence.captions(cut, mention)

    def _run_here(self, dated: Dated, coming: bool, statuses: set[Status]) -> None:
        """Let the period of a mention run through its paragraph, for what happened too if it is an estimate."""
        self._run(self._paragraph, dated, coming)
        if statuses == {"plan"} and is_estimate(dated, self._published):
            self._paragraph.actual = dated.period

    def _note_today(self, dated: Dated, cut: Clauses, coming: bool) -> None:
        """Let stocks of today stand on through a text about the year that goes on: "năm 2022 … hiện còn 41.538 hộ"."""
        runs = self._document.actual
        if not dated.mention.is_of_today or coming or self._published is None or dated.period.end != self._published:
            return
        if runs != periods.year(self._published.year) or cut.sentence.section not in ("headline", "lead"):
            return
        stocks = (one for one in cut.figures if one.start > dated.start and self._facts.basis(one) == "stock")
        if any(self._statuses[one.index] == "actual" for one in stocks):
            self._document.today = dated.period

    def _run(self, running: Running, dated: Dated, coming: bool) -> None:
        """Let the period of a mention run through a stretch of text."""
        period = dated.period
        if running is self._document and spans.opens_year(period) and (running.actual or dated.mention.role != "state"):
            if running.actual is not None and running.actual.start == period.start and not coming:
                return  # "Sáu tháng qua … Tại thời điểm đầu năm 2026 … Trong số người có việc làm mới, …"
            period = periods.year(period.start.year)  # where a year began is no time of what follows
        if running is self._paragraph or dated.period.start != dated.period.end:
            running.school = None  # how many there were on a day ends no school year
        if not coming and has_hardly_begun(period, self._published):
            return  # "hộ nghèo theo chuẩn áp dụng cho giai đoạn 2016 - 2020", published in March 2016
        if coming:
            running.look_ahead(period)
            if running is self._paragraph and self._is_over(period):
                running.actual = running.actual or period  # "2016 - 2018, được giao …; đã xây …", published in 2019
            return
        is_today = dated.mention.is_of_today
        ran = running.actual or (self._periods.programme if running is self._document else None)
        running.go_on(period, is_today)
        if not is_today or (ran is None and self._school_year_of(period, None) is None):
            running.actual = period
