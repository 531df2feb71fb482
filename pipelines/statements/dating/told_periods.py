"""Which periods the mentions of a text mean: relative ones, stretches, lengths of time, the sum of two years.

What a period dates is times.py.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import zip_longest

from pipelines.model import Period, RelativePeriod
from pipelines.quantities import periods
from pipelines.quantities.context import forms_of
from pipelines.statements.dating import spans
from pipelines.statements.dating.lengths import STRETCH, Lengths
from pipelines.statements.dating.mentions import Mention, is_same_stretch, mentions
from pipelines.statements.dating.publication import by_publication, has_just_ended, is_just, is_lately, is_near
from pipelines.statements.wording.figures import Clauses
from pipelines.vocabulary.roles import CUES

#: Characters that may stand between the two ends of "từ năm 2021 đến hết năm 2023".
_FROM_TO = 12
#: Words before a month that mean the day in its middle.
_MIDDLE = CUES.pattern(r"(?:đến|tới) <middle> $")
_MIDDLE_REACH = 20
#: How a period begins that tells a state: "đến hết năm 2016".
_AS_OF = ("đến ", "tính đến ")
#: Right before a year: by it.
_BY_A_YEAR = ("đến ", "tới ")
#: Up to this month articles report on the year before.
_REPORTING = 3
#: "cuối năm", "sáu tháng cuối năm": where a sentence tells plans alone, of the year that they are for.
_YEARS_ENDS = tuple(RelativePeriod("running", 0, part) for part in ("end", "S2", "Q3", "Q4"))


@dataclass(frozen=True, slots=True)
class Dated:
    """A mention with its period."""

    mention: Mention
    period: Period

    @property
    def start(self) -> int:
        """Where the mention stands."""
        return self.mention.start


class PeriodTeller:
    """Dates the mentions of one document in order; keeps what later ones count from."""

    def __init__(self, folded: str, published: date | None) -> None:
        """`folded` is the text of the document, `published` the day of its dateline."""
        self._folded = folded
        self._published = published
        self.lengths = Lengths(folded, published)
        """What lengths of time mean by what was told."""
        self.reported: Period | None = None
        """What the document tells of, whatever is so today."""
        self.default: Period | None = None
        """What the document is about where nothing runs."""
        self.programme: Period | None = None
        """The period of the last programme named."""
        self.latest_day: Period | None = None
        """The last day as of which a state was told."""
        self.begun: set[date] = set()
        """The first days of years told: "đầu năm 2011"."""
        self._school: Period | None = None  # the latest school year told
        self._event: Period | None = None  # the last day on which something happened: what "dịp này" means

    def dated(
        self, cut: Clauses, running: Period | None, coming: Period | None, here: Period | None, ahead: Period | None
    ) -> Iterator[Dated]:
        """The mentions of a sentence with their periods; a relative one counts from those before it.

        `running` is the period that runs through the text where the sentence begins, `coming` that of its plans, `here`
        that of its paragraph alone, `ahead` that of the plans of which the sentence tells nothing else.
        """
        since: Dated | None = None
        last: Dated | None = None
        outside = running
        told = list(mentions(self._folded, cut))
        for mention, behind in zip_longest(told, told[1:]):
            closes = ahead is not None and ahead.start.year == ahead.end.year
            closes = closes and mention.quantity.relative in _YEARS_ENDS
            by_today = self._published is None and _is_by_today(mention)
            runs = ahead if closes else outside if by_today else running
            period = self._spelled_out(mention, behind) or self._resolved(mention, runs, coming, here)
            if period is None:
                continue
            self._note(mention, period)
            dated = self._joined(last, self._placed(Dated(mention, period), since, running))
            since = dated if mention.role == "since" else None
            last = dated
            yield dated
            if mention.role in ("plain", "state", "exclusive") and not mention.is_school_year:
                running = here = dated.period
                outside = running if mention.role != "exclusive" else outside

    def _spelled_out(self, mention: Mention, behind: Mention | None) -> Period | None:
        """The time told behind words for it: "3 năm (2006 - 2008)", "nay về mức 28,8% (cuối 2010)"."""
        if behind is not None and self._dates_today(mention, behind):
            return behind.quantity.period
        years = behind.quantity.period if behind is not None and mention.quantity.unit == "year" else None
        if behind is None or years is None or self._folded[mention.quantity.end : behind.start].strip(" ("):
            return None
        return years if years.end.year - years.start.year + 1 == mention.quantity.value else None

    def _dates_today(self, mention: Mention, behind: Mention) -> bool:
        """Whether a bracket says when a figure was that is told for today."""
        told = behind.role == "exclusive" and self._folded.endswith("(", 0, behind.start)
        is_now = self._folded[mention.start : mention.quantity.end] in forms_of("today")
        return told and is_now and len(behind.figures) == 1

    def _joined(self, first: Dated | None, second: Dated) -> Dated:
        """A year told together with the one before it: "tính chung năm 2017 và 2018"."""
        if first is None or {first.mention.role, second.mention.role} != {"plain"}:
            return second
        between = self._folded[first.mention.quantity.end : second.start].strip()
        both = first.period.end + timedelta(days=1) == second.period.start
        years = both and spans.is_whole_years(first.period) and spans.is_whole_years(second.period)
        return (
            replace(second, period=periods.span(first.period, second.period)) if years and between == "và" else second
        )

    def _note(self, mention: Mention, period: Period) -> None:
        """Keep a period for what names it by its length or its programme later on."""
        self.lengths.note(mention, period)
        if mention.role == "programme":
            self.programme = period
        if mention.is_school_year and (self._school is None or self._school.end < period.end):
            self._school = period
        if period.start == period.end and self._tells_event(mention, period):
            self._event = period
        told_as_of = mention.role == "state" or self._folded.startswith(_AS_OF, mention.start)
        is_day = told_as_of and period.start == period.end
        if is_day and (self.latest_day is None or self.latest_day.end < period.end):
            self.latest_day = period
        if spans.bounds_year(period):
            self.begun.update({period.start} if period.end.month == 1 else ())

    def _tells_event(self, mention: Mention, day: Period) -> bool:
        """Whether a day is one on which something happened: by its words, else the first that is no end of a year."""
        is_first = self._event is None and not spans.bounds_year(day)
        return mention.role == "report" or (mention.role == "plain" and is_first)

    def _placed(self, dated: Dated, since: Dated | None, running: Period | None) -> Dated:
        """A mention with the stretch that its words make of its period."""
        mention, period = dated.mention, dated.period
        if (
            since is not None
            and mention.start - since.mention.quantity.end <= _FROM_TO
            and "," not in self._folded[since.mention.quantity.end : mention.start]
            and since.period.end < period.end
        ):
            plain = replace(mention, role="plain")
            return Dated(plain, periods.span(since.period, period))  # "lũy kế từ năm 2021 đến hết năm 2023"
        if _MIDDLE.search(self._folded, max(0, mention.start - _MIDDLE_REACH), mention.start) and _is_month(period):
            middle = period.start.replace(day=15)
            return Dated(replace(mention, role="state"), periods.between(middle, middle))
        if mention.role == "state" and self._is_year_to_come(mention, period):
            return dated
        if mention.role == "state" and period.start.year == period.end.year and not spans.is_cumulative(period):
            return Dated(mention, periods.between(period.end, period.end))
        same = running is not None and mention.role in ("baseline", "bracket", "exclusive")
        if same and is_same_stretch(self._folded, mention.start):
            assert running is not None
            return Dated(mention, periods.shifted(running, period.end.year - running.end.year))
        return dated

    def _is_year_to_come(self, mention: Mention, period: Period) -> bool:
        """Whether an aim is for a year and not for its last day: "đến năm 2030 đạt 95%", but "đến hết năm 2030"."""
        today = self._published or (self.reported.end if self.reported is not None else None)
        ahead = today is not None and period.start > today
        return ahead and spans.is_whole_years(period) and self._folded.endswith(_BY_A_YEAR, 0, mention.start)

    def _resolved(
        self, mention: Mention, running: Period | None, coming: Period | None, here: Period | None
    ) -> Period | None:
        quantity = mention.quantity
        relative = quantity.relative
        if quantity.period is not None:
            return quantity.period
        if quantity.unit in ("month", "year"):
            length = self.lengths.period(quantity, here)
            if length is not None or relative is None:
                return length
        if relative is None:
            return None
        if relative.anchor == "event":
            return self._event
        told = self._by_what_was_told(relative, running)
        if told is not None:
            return told
        is_now = self._folded[mention.start : quantity.end] in forms_of("today")
        if is_now and coming is not None and self._published is not None and is_near(coming, self._published):
            return coming  # "kết quả rà soát cuối năm 2022 … hiện có", published in December
        if is_now and running is not None and self._stands_since(running):
            # "tính tới 31/7 …, trong 7 tháng … nợ quá hạn hiện ở mức", published on the second of August
            return periods.between(running.end, running.end)
        if mention.is_of_today and here is not None and self._published is not None and is_just(here, self._published):
            return here  # "đến ngày 20/7 …; đến nay", published on the 21st
        if self._published is not None:
            near = by_publication(relative, self._published, here)
            if near is not None:
                return near
        return self._counted(relative, running, here)

    def _stands_since(self, running: Period) -> bool:
        """Whether what is so today is known as of the end of what runs: a day shortly before, told as one."""
        told = running.start == running.end or (self.latest_day is not None and self.latest_day.end == running.end)
        return told and self._published is not None and is_lately(running, self._published)

    def _counted(self, relative: RelativePeriod, running: Period | None, here: Period | None) -> Period | None:
        """A relative period counted from the year that runs, or from that of publication."""
        running = self._reported_behind(running)
        base = running.end if running is not None else self._published
        if base is None and self.default is not None and relative.part[:1].isdigit():
            base = self.default.end  # "Đến cuối tháng 9, tỉnh giải ngân …. Năm 2024, tỉnh được giao …"
        year = None if base is None else base.year
        if self._published is not None and here is None and relative.anchor == "running" and not relative.years:
            lately = periods.resolve(relative, self._published.year, self._published)
            if lately is not None and has_just_ended(lately, self._published):
                return lately  # "6 tháng đầu năm" in July, though the paragraph before told of last year
        return periods.resolve(relative, year, self._published, running)

    def _reported_behind(self, running: Period | None) -> Period | None:
        """What runs; behind what is so today in the first months of a year, the year before if that is reported on.

        "Năm 2016 … Toàn tỉnh hiện có 229 cơ sở Hội. Ngay từ đầu năm …", published in January.
        """
        reported, published = self.reported, self._published
        if reported is None or published is None or running is None or published.month > _REPORTING:
            return running
        return reported if running.end == published and reported.end.year == published.year - 1 else running

    def _by_what_was_told(self, relative: RelativePeriod, running: Period | None) -> Period | None:
        """What a school year, the end of a run of years, or "từ đầu năm" mean by what the text told before."""
        if relative.part.startswith(STRETCH):
            return self.lengths.stretch(relative)
        by_text = self._published is None or relative.anchor == "running"
        if relative.part in ("school", "school_ended") and by_text and self._school is not None:
            return periods.shifted(self._school, relative.years)
        if (
            relative.part in ("start", "end")
            and running is not None
            and not relative.years
            and spans.is_whole_years(running)
        ):
            day = running.start if relative.part == "start" else running.end
            return periods.between(day, day)
        if relative.part == "day" and self._published is None and not relative.years and relative.since is None:
            return self.latest_day or self._event  # "hiện" of a text without a dateline
        if relative.anchor == "running" and relative.part == "month":
            return _month_of(running)
        to_date = relative.part == "to_date" and relative.anchor == "running"
        if to_date and self.lengths.cumulative is None and running is not None and self._published is not None:
            # "Đến 31/8, … lũy kế từ đầu năm", published in September
            ended = is_lately(running, self._published) and spans.ends_month(running)
            return spans.to_date(running.end) if ended else None
        return self.lengths.cumulative if to_date else None


def _is_by_today(mention: Mention) -> bool:
    """Whether a period is told from today: "từ 25,68% cuối năm 2023 xuống 21,29% cuối năm nay"."""
    relative = mention.quantity.relative
    return relative is not None and relative.anchor == "published"


def _month_of(running: Period | None) -> Period | None:
    """The month that runs, or that with which what runs ends."""
    if running is None or spans.is_whole_years(running):
        return None
    return periods.month(running.end.year, running.end.month)


def _is_month(period: Period) -> bool:
    """Whether a period is one calendar month."""
    return (period.start.day, period.start.month) == (1, period.end.month) and period.start.year == period.end.year
