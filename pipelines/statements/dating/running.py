"""What runs through a text: the periods told last, and whether a mention lets its period run on beyond its paragraph.

What the figures of a sentence are dated by is times.py.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pipelines.meaning.code_lists import CURRENCIES
from pipelines.model import Period, Status
from pipelines.quantities import periods
from pipelines.statements.dating import spans
from pipelines.statements.dating.mentions import Mention, mentions
from pipelines.statements.dating.publication import is_near
from pipelines.statements.dating.told_periods import Dated
from pipelines.statements.telling.assigning import only_locates
from pipelines.statements.wording.figures import Clauses, Figure
from pipelines.statements.wording.persons import is_told_of
from pipelines.vocabulary.roles import CUES

#: Statuses of what has not happened yet.
COMING = frozenset({"plan", "target"})
#: Characters between what was reached and what it is called: "hoàn thành vượt mức các chỉ tiêu".
_NEXT_WORDS = 16
#: From this month on what is so today is of the next school year.
_SUMMER_ENDS = 8
#: What was done in a year is reported on in the season behind it.
_DEBATED = timedelta(days=92)
#: A person is told of right behind a period: "Năm 2015, gia đình ông được cấp đất".
_STORY_BEHIND = CUES.pattern(r",? <family>? ?<person_behind> [^\W\d_]")


@dataclass(slots=True)
class Running:
    """The periods that run through a stretch of text, of what happened and of what is planned."""

    actual: Period | None = None
    coming: Period | None = None
    school: Period | None = None
    since: Period | None = None  # where the years began at whose end what runs stands
    today: Period | None = None  # "đến nay": of stocks, until another time is told
    reviewed: Period | None = None  # the years that are looked back on, while a day or the last of them runs
    planning: bool = False  # whether a heading announced what is planned: "IV. Kế hoạch năm 2013"
    amid: bool = False  # whether figures were told already

    def look_ahead(self, period: Period) -> None:
        """Let a period of plans run; the last day of the one that runs is no other."""
        if self.coming is None or not spans.is_end_of(period, self.coming):
            self.coming = period

    def go_on(self, period: Period, is_today: bool) -> None:
        """Note what a period told of what happened makes of the one that ran: years looked back on, or begun with."""
        if self.actual is not None and spans.is_day_of(period, self.actual):
            self.reviewed = self.actual
        elif self.reviewed is not None and not spans.contains(self.reviewed, period):
            self.reviewed = None
        self.today = period if is_today else None
        self.since = self.actual if spans.are_year_ends(self.actual, period) else None


class Prominence:
    """Tells of the mentions of one document how far they run on."""

    def __init__(self, text: str, folded: str, statuses: Mapping[int, Status], published: date | None) -> None:
        """`statuses` of all figures by index; `published` is the day of the dateline."""
        self._text = text
        self._folded = folded
        self._statuses = statuses
        self._published = published

    def is_prominent(self, mention: Mention, cut: Clauses) -> bool:
        """Whether a mention opens a clause before the first figure, in a sentence that tells no person's story."""
        first = cut.figures[0].start if cut.figures else cut.sentence.end
        if cut.sentence.section == "headline":
            return True
        relative = mention.quantity.relative
        if mention.role == "state" and first < mention.start:  # behind what was planned: "kế hoạch 90 tỷ; đến 30/11 …"
            telling = (one for one in cut.figures if not only_locates(self._folded, one))
            done = (one.start for one in telling if self._statuses[one.index] not in COMING)
            first = next(done, cut.sentence.end)
        if mention.is_of_today:
            first = cut.sentence.end  # "rà soát ở 202 xã cho kết quả: đến nay …"
        is_now = relative is not None and relative.anchor == "published" and not relative.years
        if not is_now and _STORY_BEHIND.match(self._text, mention.quantity.end):
            return False
        # what was in a person's story does not run on to the figures of a place
        return mention.start < first and not is_told_of(self._text, cut.sentence.start, mention.start)

    def captions(self, cut: Clauses, mention: Mention) -> bool:
        """Whether a sentence only says what a picture shows: "Chị em trong phiên giao dịch tháng 3"."""
        sentence = cut.sentence
        unended = sentence.opens_paragraph and sentence.closes_paragraph and not cut.figures
        unended = unended and sentence.section != "headline"
        unended = unended and self._text[sentence.start : sentence.end].rstrip()[-1:].isalnum()
        return sentence.section == "caption" or (unended and mention.quantity.period is None)

    def is_coming(self, mention: Mention, period: Period, cut: Clauses) -> bool:
        """Whether a period told without figures is ahead: by the words before it, or by the day of publication."""
        before = (hit for hit in cut.words.statuses if hit.start < mention.quantity.end)
        told = [
            hit.payload.status for hit in before if hit.payload.scope != "beside" and not _is_reached(hit.start, cut)
        ]
        ahead = self._published is not None and period.start > self._published
        return ahead or bool(told and told[-1] in COMING)

    def is_overtaken(self, dated: Dated, others: Sequence[Dated], cut: Clauses) -> bool:
        """Whether its sentence goes on to a later year: "Cuối năm 2022 còn 86 hộ; cuối năm 2023 còn 41 hộ"."""
        return any(
            dated.start < other.start
            and other.mention.role in ("plain", "state")
            and not other.mention.figures
            and dated.period.end.year < other.period.end.year
            and any(one.start > other.start and self._statuses[one.index] not in COMING for one in cut.figures)
            for other in others
        )

    def goes_back(self, dated: Dated, cut: Clauses, runs: Period | None, programme: Period | None) -> bool:
        """Whether a mention amid a paragraph only looks back, or picks out a year.

        It is of a year before the one that `runs`, of a month of the same year in which something happened, of a day of
        a year that runs as a whole ("năm nay được giao …; đến 30/11 giải ngân …"), or of one of several years; of those
        of a `programme` only if it is singled out ("riêng năm 2010").
        """
        period, several = dated.period, runs or programme
        if several is not None and several.start.year < period.start.year and period.end <= several.end:
            return runs is not None or cut.words.has_connective("particular", cut.sentence.start, dated.start)
        if runs is None or period.end.year != runs.end.year:
            return runs is not None and period.end.year < runs.end.year
        if dated.mention.role == "state" and period.start == period.end:
            return (spans.is_whole_years(runs) or runs.start == runs.end) and period.end < runs.end
        return _is_moment(dated)


def _is_reached(planned: int, cut: Clauses) -> bool:
    """Whether what is called planned was done: "hoàn thành vượt mức các chỉ tiêu về lao động năm 2022"."""
    return any(
        hit.payload.aspect in ("completion", "excess")
        and hit.payload.side == "left"
        and 0 <= planned - hit.end <= _NEXT_WORDS
        for hit in cut.words.aspects
    )


def closes_accounts(dated: Dated, cut: Clauses, runs: Period) -> bool:
    """Whether a day only says up to when the money of the year that runs was spent: "giải ngân đến 31/01/2017".

    The plan of a year is paid for up to 31 January of the next one (Law on the State Budget 2015, article 64).
    """
    period = dated.period
    next_january = period.end.month == 1 and period.end.year == runs.end.year + 1
    of_money = {one.unit for one in cut.figures if one.start > dated.start} <= {*CURRENCIES, "percent"}
    return dated.mention.role == "state" and next_january and spans.is_whole_years(runs) and of_money


def _is_moment(dated: Dated) -> bool:
    """Whether a mention is of a month or some days of a year, in which something happened: "đầu tháng 8"."""
    quantity, period = dated.mention.quantity, dated.period
    is_today = quantity.relative is not None and quantity.relative.part == "day"
    part = spans.is_within_year(period) and not spans.is_cumulative(period)
    return dated.mention.role == "plain" and part and not is_today


def is_moment_within(dated: Dated, runs: Period | None) -> bool:
    """Whether something happened on some days of the time that a document reports on, but for one year as a whole."""
    period = dated.period
    if runs is None or runs == period or not spans.contains(runs, period) or not _is_moment(dated):
        return False
    one_year = spans.is_whole_years(runs) and runs.start.year == runs.end.year
    return (period.end == runs.end) == one_year  # as of the end of several years there is what they led to


def cuts_short(period: Period, runs: Period | None, published: date | None) -> bool:
    """Whether a period is what has passed of the years that run, which were not over when the text came out."""
    if runs is None or published is None or runs.end.year <= published.year:
        return False
    return runs.start == period.start and period.end.year <= published.year


def is_history(period: Period, runs: Period | None, latest_day: Period | None) -> bool:
    """Whether a report on months of a year, or up to a day of it, looks back on an earlier one for a paragraph."""
    if runs is None or not (spans.is_cumulative(runs) or runs == latest_day):
        return False
    return period.end.year < runs.end.year


def is_unended_year_of(period: Period, runs: Period | None, published: date | None) -> bool:
    """Whether a period is the year that goes on, of whose first months a document tells: "kinh phí năm 2024 là …"."""
    if runs is None or published is None or not spans.is_cumulative(runs):
        return False
    return period == periods.year(runs.end.year) and published < period.end


def is_day_of_debate(dated: Dated, cut: Clauses, runs: Period | None) -> bool:
    """Whether a day without figures is only that on which a year or its first months were reported on.

    "Báo cáo công tác năm 2025 … Ngày 15/01/2026, Ban Thường vụ họp nghe báo cáo": what follows is of 2025.
    """
    period = dated.period
    if cut.figures or runs is None or dated.mention.role != "plain" or period.start != period.end:
        return False
    reported = spans.is_whole_years(runs) or spans.is_cumulative(runs)
    return reported and not spans.bounds_year(period) and timedelta(0) < period.end - runs.end <= _DEBATED


def has_hardly_begun(period: Period, published: date | None) -> bool:
    """Whether a stretch of several years began in the year of publication, or begins later."""
    several = period.start.year < period.end.year and spans.is_whole_years(period)
    return several and published is not None and period.start.year >= published.year


def is_estimate(dated: Dated, published: date | None) -> bool:
    """Whether what is planned for a day is known by and large: "ước đến cuối năm 2023 còn 35%", told in December."""
    return dated.mention.role == "state" and published is not None and is_near(dated.period, published)


def is_today_of(school: Period, day: Period, published: date | None) -> bool:
    """Whether a day is that of publication, in a school year and not in the summer behind it."""
    is_today = published is not None and day.start == day.end == published
    return is_today and school.start <= day.start and (day.end.year, day.end.month) < (school.end.year, _SUMMER_ENDS)


def is_first(mention: Mention, cut: Clauses, running: Running) -> bool:
    """Whether a mention behind all figures of its sentence is the first that the text tells."""
    told = running.actual or running.school or running.coming
    return told is None and bool(cut.figures) and mention.start > cut.figures[-1].end


def in_bracket(cut: Clauses, position: int) -> bool:
    """Whether a place of a sentence lies in a bracket."""
    depth = 0
    for mark in cut.marks:
        if mark.start >= position:
            break
        depth += {"(": 1, ")": -1}.get(mark.sign, 0)
    return depth > 0


def is_bracket(cut: Clauses) -> bool:
    """Whether a sentence is a bracket alone, as below a heading: "(Tổng hợp đến hết ngày 30/9/2023)"."""
    first = cut.marks[0] if cut.marks else None
    return first is not None and first.sign == "(" and first.start == cut.sentence.start and not cut.figures


def in_other_bracket(cut: Clauses, position: int, figure: Figure) -> bool:
    """Whether a mention stands in a bracket that closes before the figure."""
    depth = 0
    for mark in cut.marks:
        if position < mark.start < figure.start:
            depth += {"(": 1, ")": -1}.get(mark.sign, 0)
            if depth < 0:
                return True
    return False


def default_period(
    folded: str, clauses: Sequence[Clauses], prominence: Prominence, published: date | None
) -> Period | None:
    """What a document is about where nothing runs yet: its first prominent period, else the year it came out."""
    year = published.year if published else None
    for cut in clauses:
        for mention in mentions(folded, cut) if cut.periods else ():
            period = mention.quantity.period
            if (
                mention.role in ("plain", "state")
                and period is not None
                and prominence.is_prominent(mention, cut)
                and not prominence.is_coming(mention, period, cut)
                and not has_hardly_begun(period, published)
            ):
                if year is not None and period.end.year < year - 1:
                    return periods.year(year)  # history, told for what has become of it
                return periods.year(period.end.year) if period.start == period.end else period
    return periods.year(year) if year else None
