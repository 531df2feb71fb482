"""The period that a sentence tells of a figure in it: of this figure alone, before it, behind it, or by when.

What runs through the text where a sentence tells none is times.py.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pipelines.meaning.code_lists import CURRENCIES, indicators, population_groups, rate_parts
from pipelines.meaning.evidence import Subject
from pipelines.model import Period, Status, TimeBasis
from pipelines.quantities import periods
from pipelines.quantities.context import forms_of, without_comparator
from pipelines.statements.dating import spans
from pipelines.statements.dating.mentions import Mention
from pipelines.statements.dating.publication import is_ahead_of
from pipelines.statements.dating.running import COMING, in_other_bracket
from pipelines.statements.dating.told_periods import Dated
from pipelines.statements.telling.aspects import MOVES
from pipelines.statements.wording.figures import Clauses, Figure
from pipelines.vocabulary.roles import CUES

#: Roles of mentions that date figures.
_DATING = frozenset({"plain", "state", "report"})
_LENGTH_BEFORE = re.compile(r"(?<!/)\bnăm(?: qua| gần đây)? \($")
_LENGTH = 16
#: A year before which this stands is that of the money, not of what was done with it: "giải ngân 31 tỷ vốn năm 2010".
_OF_MONEY = CUES.pattern(r"<money_of_year> $")
_OF_MONEY_REACH = 20
#: What says where figures come from, and as of when: "theo kết quả rà soát cuối năm 2025".
_BY_SOURCE = CUES.pattern(r"\btheo <source_of_figures> $")
_SOURCE_REACH = 40
#: Before a whole of which a part follows.
_OF_WHOLE = CUES.pattern(r"\b(?:trong|<of_total>)(?: số)?$")
#: Words for the whole of the year that runs: "Mục tiêu cả năm là …".
_ALL_YEAR = CUES.pattern(r"\b<all_year>\b(?! \d)")
_ALL_YEAR_BEHIND = CUES.pattern(r" (?:(?:của|cho|trong) )?<all_year>\b(?! \d)")
#: Turns are counted as they come, whatever those who took them are; but "131.718 lượt khách hàng còn dư nợ".
_TURN, _CREDIT = "turn", "credit"
#: What only tells where something went on.
_PLACES = frozenset({"place.involved", "place.admin_units"})
#: The beginning of what is so from then on: at the head of a clause, or behind words for being in force.
_FROM = re.compile(r"\b(?:(?:nếu )?(?:kể|tính) )?từ (?:(?:hồi|ngày|đầu|giữa|cuối) ){0,2}$")
_FROM_REACH = 24
#: Right before it: what was begun or assigned then and is of now.
_CARRIED_OVER = CUES.pattern(r"\b<carried_over>\b")
_AT_HEAD = CUES.pattern(r"(?:^|[,;:(“\"] ?|\bvà |\b<in_force> )$")
#: Marts of figures told by the school year; figures of no mart follow what was told last.
SCHOOL_MART = "education_support"
ANY_MART = frozenset({"", "cross", "funding"})


@dataclass(frozen=True, slots=True)
class FigureFacts:
    """What is known of all figures of a document, by index, and the day on which it came out."""

    aspects: Mapping[int, str]
    statuses: Mapping[int, Status]
    subjects: Mapping[int, Subject]
    published: date | None

    def is_coming(self, figure: Figure) -> bool:
        """Whether a figure is planned or aimed at."""
        return self.statuses[figure.index] in COMING

    def mart(self, figure: Figure) -> str:
        """The field of a figure's indicator, or nothing."""
        known = indicators().get(self.subjects[figure.index].indicator or "")
        return known.mart if known else ""

    def is_of_school(self, figure: Figure) -> bool:
        """Whether a figure may be told by the school year: by its field, by whom it counts, or where both are open."""
        mart, group = self.mart(figure), self.subjects[figure.index].population_group or ""
        known = population_groups().get(group)
        of_pupils = known is not None and known.facet == "EDUCATION" and mart in ANY_MART
        return mart == SCHOOL_MART or of_pupils or (not mart and figure.unit not in CURRENCIES)

    def basis(self, figure: Figure) -> TimeBasis | None:
        """Whether a figure is a stock or a flow, if that is known."""
        if self.aspects[figure.index] in MOVES:
            return "flow"
        known = indicators().get(self.subjects[figure.index].indicator or "")
        if figure.unit == _TURN and (known is None or known.mart != _CREDIT):
            return "flow"  # "3 tháng đầu năm, tiếp nhận 58.214 lượt người có thẻ"
        if known is None or known.stock_flow == "NONE":
            return None
        return "stock" if known.stock_flow == "STOCK" else "flow"

    def is_of_flow(self, figure: Figure) -> bool:
        """Whether a stock only says where something went on, or how much of a plan: "6 tháng … ở 10 huyện, đạt 24%"."""
        indicator = self.subjects[figure.index].indicator or ""
        parts = (indicators().get(part) for part, _ in rate_parts().get(indicator, ()))
        return indicator in _PLACES or any(part is not None and part.stock_flow == "FLOW" for part in parts)

    def planned(self, figure: Figure, period: Period) -> Period:
        """A plan told beside the first months of a year is of the whole year; so is what was aimed at in it."""
        status = self.statuses[figure.index]
        day = period.start == period.end and self.published is not None and period.end <= self.published
        is_plan = status == "plan" or (status == "target" and (day or spans.is_cumulative(period)))
        is_ahead = spans.is_rest_of_year(period) if self.published is None else is_ahead_of(period, self.published)
        is_ahead = is_ahead and not spans.ends_year(period)
        if lists_houses(figure) and period.start == period.end and not spans.ends_year(period):
            return period
        return periods.year(period.end.year) if is_plan and spans.is_within_year(period) and not is_ahead else period


def lists_houses(figure: Figure) -> bool:
    """Whether houses are those on a list as of a day, no plan for a year: "đã khởi công 410/452 căn"."""
    return figure.unit == "house" and figure.half == "denominator"


class ToldHere:
    """Finds the periods that sentences of one document tell of their figures."""

    def __init__(self, folded: str, facts: FigureFacts) -> None:
        """`folded` is the text of the document."""
        self._folded = folded
        self._facts = facts

    def period(self, figure: Figure, cut: Clauses, dated: Sequence[Dated], running: Period | None) -> Period | None:
        """The period told of a figure in its sentence, or None; `running` is what runs where the sentence begins."""
        own = [each.period for each in dated if figure.index in each.mention.figures and self._is_level(figure, each)]
        if own:
            return own[-1]  # "so với đầu giai đoạn (cuối năm 2021, 2,23% hộ nghèo)"
        named = self._named(figure, dated)
        if named is not None:
            return named
        dating = self._dating(figure, cut, dated)
        behind = self._behind(figure, cut, dated, dating)
        if behind is not None:
            return behind
        coming = self._facts.is_coming(figure)
        if coming and (due := self._due(figure, dated)) is not None:
            return due
        before = [each for each in dating if each.start < figure.start]
        latest_told = before[-1].period if before else running
        if coming and latest_told is not None and self._is_of_all_year(figure):
            return periods.year(latest_told.end.year)
        trailing = [] if coming else [each for each in dating if each.start > cut.figures[-1].end]
        latest = before[-1].start if before else -1
        begun = self._begun(figure, cut, dated, latest, running)
        if begun is not None:
            return begun
        source = self._source(figure, cut, dating, before[-1]) if before and not coming else None
        if before and (accounts := self._year_of_accounts(figure, before)) is not None:
            return accounts
        if before:
            return source.period if source is not None else self._facts.planned(figure, before[-1].period)
        if total := _listed_under(figure, cut, dated):
            return total.period
        if whole := self._whole_today(figure, cut, dating):
            return whole.period
        return trailing[0].period if trailing else None

    def _is_level(self, figure: Figure, told: Dated) -> bool:
        """Whether a figure in a bracket behind a time may be of it: "so với 31/12/2020 (tăng 8,5%)" tells a change."""
        return told.mention.role != "bracket" or self._facts.aspects[figure.index] not in MOVES

    def names_length(self, mention: Mention) -> bool:
        """Whether a bracket says which years a length of time is: "nhìn lại 3 năm (2012 - 2014)"."""
        return _LENGTH_BEFORE.search(self._folded, max(0, mention.start - _LENGTH), mention.start) is not None

    def _is_of_all_year(self, figure: Figure) -> bool:
        """Whether words beside what is aimed at say that it is for the whole year."""
        before = _ALL_YEAR.search(self._folded, figure.own, figure.start)
        return before is not None or _ALL_YEAR_BEHIND.match(self._folded, figure.end) is not None

    def _named(self, figure: Figure, dated: Sequence[Dated]) -> Period | None:
        """The period of the programme whose money a figure is, or with which it is compared."""
        if self._facts.subjects[figure.index].indicator == "fund.plan":
            named = [one for one in dated if one.mention.role == "programme" and figure.own <= one.start < figure.start]
            if named:
                return named[-1].period  # "tổng vốn thực hiện Chương trình giai đoạn 2021 - 2025 là 75.000 tỷ đồng"
        if self._facts.statuses[figure.index] == "norm" and not any(each.mention.role in _DATING for each in dated):
            standards = [one for one in dated if one.mention.role == "standard" and one.start < figure.start]
            if standards:
                return standards[-1].period  # "Theo chuẩn giai đoạn 2019 - 2020, hộ nghèo có thu nhập dưới 28 triệu"
        if self._facts.aspects[figure.index] != "before":
            return None
        return next((each.period for each in dated if each.mention.role == "baseline"), None)

    def _dating(self, figure: Figure, cut: Clauses, dated: Sequence[Dated]) -> list[Dated]:
        """The mentions that may date a figure."""
        return [
            each
            for each in dated
            if each.mention.role in _DATING
            and self._suits(figure, each.mention, cut)
            and (
                self.names_length(each.mention)
                or _opens_in_bracket(self._folded, cut, each.mention)
                or not in_other_bracket(cut, each.start, figure)
            )
        ]

    def _suits(self, figure: Figure, mention: Mention, cut: Clauses) -> bool:
        """A school year dates figures of education and of no field; at the head of a sentence, as others, any."""
        heads = not self._folded[cut.sentence.start : mention.start].strip('"“ ')
        return not mention.is_school_year or heads or self._facts.mart(figure) in ANY_MART | {SCHOOL_MART}

    def _behind(self, figure: Figure, cut: Clauses, dated: Sequence[Dated], dating: Sequence[Dated]) -> Period | None:
        """The period told behind a figure in its own clause."""
        told = [each for each in dating if figure.end <= each.start < figure.right and _ends_clause(cut, figure)]
        if told and not (self._is_of_money(told[0]) and any(each.start < figure.start for each in dating)):
            return told[0].period  # "nhận 28 con bò cho bản Nậm Đích hồi năm 2018, …"
        if self._facts.basis(figure) == "stock" or self._facts.aspects[figure.index] != "level":
            return None
        begun = next((each for each in dated if each.mention.role == "since" and each.start >= figure.end), None)
        if begun is not None and self._is_begun_with(figure, begun):
            return begun.period  # "vay 50 triệu đồng từ năm 2018 để nuôi bò"
        return None

    def _is_begun_with(self, figure: Figure, begun: Dated) -> bool:
        """Whether a figure is of when its clause began: "vay 60 triệu đồng mua ba con bò từ năm 2019"."""
        word = _FROM.search(self._folded, figure.end, begun.start)
        if word is None:
            return False
        between = self._folded[figure.end : word.start()]
        return not _CARRIED_OVER.search(between) and not set(between) & set(",;:()")

    def _begun(
        self, figure: Figure, cut: Clauses, dated: Sequence[Dated], latest: int, running: Period | None
    ) -> Period | None:
        """Since when something is so, told behind `latest`: "từ 1/7/2025 tỉnh có 92 xã"; of what flowed, up to now."""
        told = (each for each in dated if latest < each.start < figure.start and each.mention.role == "since")
        begun = next((each for each in told if self._heads_clause(each, cut)), None)
        if begun is None:
            return None
        since, published = begun.period, self._facts.published
        norms = any(self._facts.statuses[one.index] == "norm" for one in cut.figures if one.start > begun.start)
        if self._facts.is_coming(figure):
            return since if published is not None and since.start > published else None
        if self._facts.basis(figure) != "flow" or norms:
            opens_year = spans.opens_year(since)
            return periods.year(since.end.year) if opens_year and norms else since
        until = running.end if running is not None and running.end > since.end else published
        return periods.between(since.start, until) if until is not None and until > since.end else None

    def _heads_clause(self, since: Dated, cut: Clauses) -> bool:
        """Whether a beginning is told at the head of a clause, or behind words for being in force."""
        word = _FROM.search(self._folded, max(cut.sentence.start, since.start - _FROM_REACH), since.start)
        return word is not None and _AT_HEAD.search(self._folded[cut.sentence.start : word.start()]) is not None

    def _is_of_money(self, told: Dated) -> bool:
        """Whether a year is that for which money was assigned: "đến 30/11 giải ngân 31 tỷ đồng vốn năm 2010"."""
        return _OF_MONEY.search(self._folded, max(0, told.start - _OF_MONEY_REACH), told.start) is not None

    def _source(self, figure: Figure, cut: Clauses, dating: Sequence[Dated], before: Dated) -> Dated | None:
        """As of when what is so "now" is known: "hiện còn 34.915 hộ nghèo theo rà soát cuối năm 2025; trong đó …"."""
        if self._folded[before.start : before.mention.quantity.end] not in forms_of("today"):
            return None
        told = next((each for each in dating if each.start >= figure.end), None)
        if told is None or not _BY_SOURCE.search(self._folded, max(0, told.start - _SOURCE_REACH), told.start):
            return None
        ends = told.start > cut.figures[-1].end or ";" not in self._folded[figure.end : told.start]
        return told if ends else None

    def _whole_today(self, figure: Figure, cut: Clauses, dating: Sequence[Dated]) -> Dated | None:
        """When a whole is whose part behind it is told for today: "trong 136.862 hộ dân hiện còn 41.538 hộ nghèo"."""
        told = next((each for each in dating if figure.end <= each.start), None)
        following = next((one for one in cut.figures if one.index == figure.index + 1), None)
        if told is None or following is None or not told.mention.quantity.end <= following.start:
            return None
        is_now = self._folded[told.start : told.mention.quantity.end] in forms_of("today")
        within = _OF_WHOLE.search(without_comparator(self._folded[figure.own : figure.start]).rstrip()) is not None
        return told if is_now and within and "," not in self._folded[figure.end : told.start] else None

    def _year_of_accounts(self, figure: Figure, before: Sequence[Dated]) -> Period | None:
        """The year for which money was assigned that is paid for up to January of the next one.

        "Vốn năm 2022 giao muộn, đến hết tháng 1/2023 mới giải ngân 52,1 tỷ đồng, đạt 54% kế hoạch vốn 96,4 tỷ đồng".
        """
        until = before[-1].period
        years = [each.period for each in before[:-1] if spans.is_whole_years(each.period)]
        assigned = self._facts.statuses[figure.index] == "plan" and figure.unit in CURRENCIES
        if not assigned or not years or before[-1].mention.role != "state":
            return None
        ended = until.end.month == 1 and years[-1].end.year == until.end.year - 1
        return years[-1] if ended else None

    def _due(self, figure: Figure, dated: Sequence[Dated]) -> Period | None:
        """By when what a figure counts shall be done: "phấn đấu hoàn thành 1.186 căn trước ngày 30/6"."""
        told = (each for each in dated if each.mention.role == "deadline" and figure.end <= each.start < figure.right)
        first = next(told, None)
        if first is None or figure.half is not None or "," in self._folded[figure.end : first.start]:
            return None
        return first.period


def _opens_in_bracket(folded: str, cut: Clauses, mention: Mention) -> bool:
    """Whether a sentence opens with what a bracket dates: "Thời điểm xây dựng Đề án (cuối năm 2008), toàn huyện có …".

    Not what was decided in some year: "Quyết định 167 (năm 2008), …".
    """
    before = folded[cut.sentence.start : mention.start].removesuffix("từ ")
    closed = (
        folded.startswith("),", mention.quantity.end) and before.endswith("(") and not before[-3:-1].strip().isdigit()
    )
    return closed and "," not in before and all(one.start > mention.start for one in cut.figures)


def _listed_under(figure: Figure, cut: Clauses, dated: Sequence[Dated]) -> Dated | None:
    """The time told behind a total of which a figure is listed: "423 tỷ đồng trong 5 năm, gồm trung ương 100 tỷ"."""
    for each in reversed(dated):
        totals = [one for one in cut.figures if one.index in each.mention.figures and one.end <= each.start]
        if totals and each.start < figure.start and totals[-1].unit == figure.unit:
            end = each.mention.quantity.end
            lists = any(cut.words.has_connective(kind, end, figure.start) for kind in ("of_which", "consist"))
            return each if lists else None
    return None


def _ends_clause(cut: Clauses, figure: Figure) -> bool:
    """Whether the words behind a figure are its own: a mark ends them, not the next figure."""
    return all(other.start != figure.right for other in cut.figures)
