"""Whether a figure is actual, planned, a target or a norm; the words are status_words.csv.

The last word before the figure decides: one of its own clause, else one that holds for the sentence, else the
paragraph's target, else a stretch of the document about what is to come.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from pipelines.meaning.code_lists import CURRENCIES, RATES
from pipelines.model import Quantity, Status
from pipelines.quantities import periods
from pipelines.statements.telling.announced import (
    asked_below,
    heads,
    is_item,
    is_passed,
    opens_with_label,
    stands_first,
)
from pipelines.statements.telling.assigning import only_locates, set_by_somebody
from pipelines.statements.telling.funded import MONEY_TAKEN_UP, SPENT, tells_funds
from pipelines.statements.telling.plan_aspects import is_exceeded
from pipelines.statements.telling.poverty_lines import defines_poor, draws_line
from pipelines.statements.wording.figures import LIST_OPENERS, Clauses, Figure
from pipelines.statements.wording.sentences import HEADING_LENGTH
from pipelines.statements.wording.words import StatusWord
from pipelines.vocabulary.lexicon import Hit
from pipelines.vocabulary.roles import CUES

#: Aims that were reached: "hầu hết các mục tiêu cơ bản đều đạt và vượt", "các chỉ tiêu chủ yếu đều hoàn thành".
_AIMS_REACHED = CUES.pattern(r"<aims>\b[^.,;:()\d]{0,40}? <aims_reached>\b")
#: What a meeting was on is told behind its name, and is no aim: "tại hội nghị triển khai nhiệm vụ năm 2009".
_CONFERENCE = CUES.pattern(r"\b<conference>\b")
#: The name of a standard before the years for which it holds.
_STANDARD = CUES.pattern(r"\b<standard>\b[^,;:.()\d]{0,40}$")
#: Words about what is to come open a stretch only near the beginning of a paragraph.
_OPENING = 80
#: A time is told so near where its clause begins: "Theo đó, đến năm 2025: …".
_NEAR = 24
#: A figure opens its bracket, behind a comparator at most.
_OPENED = 12
#: A plan's word between two figures is of the nearer one, in doubt of the first.
_NEARER = 4
#: A comparator may stand between a word and its figure: "giao hơn 320 con bò".
_COMPARED = 8
#: What is given out, and not assigned to be reached.
_GIVEN = frozenset({"animal", "tree", "gift", "kilogram", "tonne"})
#: Scopes of words that hold for their sentence.
_OF_SENTENCE = frozenset({"sentence", "asking"})
#: Halves and quarters of a year, as RelativePeriod tells them.
_PARTS_OF_YEAR = ("S", "Q")
#: The last months of a year: "5 tháng cuối năm".
_TO_ITS_END = "/12"
#: What began no longer ago is still to be done.
_HARDLY_BEGUN = timedelta(days=31)
#: The topic of what was to be reached.
_PLAN = "completion_object"


class StatusReader:
    """Reads the clauses of one document in order; remembers whether it speaks of what is to come."""

    def __init__(self, folded: str, aspects: Mapping[int, str], published: date | None) -> None:
        """`folded` is the text, `aspects` those of all figures by index, `published` the day of the dateline."""
        self._folded = folded
        self._aspects = aspects
        self._published = published
        self._coming: Status | None = None
        self._listed: Status | None = None  # that of what a sentence lists: "… sẽ di chuyển 135 hộ. Cụ thể: …"
        self._money_ahead = False  # whether the money told last is expected
        self._words: Sequence[Hit[StatusWord]] = ()  # those of the sentence
        self._begins: Status | None = None  # that of the time ahead that opens the sentence
        self._paragraph_status: Status | None = None
        self._asked: Status | None = None  # that of the list below a sentence that asks: "Tôi yêu cầu ba việc: …"
        self._paragraph = -1

    def read(self, clauses: Sequence[Clauses]) -> Mapping[int, Status]:
        """The status of each figure, by figure index."""
        found: dict[int, Status] = {}
        before: Status | None = None
        for cut in clauses:
            if cut.sentence.paragraph != self._paragraph:
                self._paragraph, self._paragraph_status = cut.sentence.paragraph, None
                self._asked = self._asked if is_item(self._folded, cut.sentence.start) else None
            self._words = [hit for hit in _words_of(cut) if not _AIMS_REACHED.match(self._folded, hit.start)]
            self._enter_sentence(cut)
            self._listed = before if before != "norm" and _continues(cut) else None
            if self._money_ahead and MONEY_TAKEN_UP.match(self._folded, cut.sentence.start):
                self._listed = "plan"
            self._begins = "target" if self._opens_ahead(cut) else None
            for figure in cut.figures:
                found[figure.index] = self._status(cut, figure)
            money = [found[one.index] for one in cut.figures if one.unit in CURRENCIES and not one.quantity.per]
            if money:
                self._money_ahead = money[0] == "plan" and self._expects(cut)
            statuses = {found[figure.index] for figure in cut.figures}
            before = statuses.pop() if len(statuses) == 1 else None
            if self._aims(cut):
                self._paragraph_status = "target"
            self._asked = asked_below(self._folded, cut, self._words) or self._asked
        return found

    def _expects(self, cut: Clauses) -> bool:
        """Whether a sentence tells what is expected: "83,2 tỷ đồng sẽ được tỉnh dành cho 1.027 hộ nghèo"."""
        return any(hit.payload.status == "plan" and hit.payload.scope == "sentence" for hit in self._words)

    def _aims(self, cut: Clauses) -> bool:
        """Whether words of a sentence call its figures aims, not only one in a bracket at its end.

        "giảm 0,98%, gần bằng mục tiêu Quốc hội giao (1 - 1,5%)".
        """
        outside = [figure.end for figure in cut.figures if not figure.aside]
        bracketed = bool(outside) and cut.figures[-1].aside
        end = outside[-1] if bracketed else cut.sentence.end
        aims = (hit for hit in self._words if hit.payload.status == "target" and hit.payload.scope in _OF_SENTENCE)
        return any(hit.start < end and not _in_closed_bracket(cut, hit.start, cut.sentence.end) for hit in aims)

    def _enter_sentence(self, cut: Clauses) -> None:
        """Begin or end a stretch about what is to come; a heading begins one or ends it."""
        if cut.sentence.opens_paragraph and cut.sentence.closes_paragraph and not cut.figures:
            told = {hit.payload.status for hit in self._words if heads(self._folded, cut, hit, self._published)}
            if cut.sentence.end - cut.sentence.start < HEADING_LENGTH and cut.sentence.section == "body":
                self._coming = "target" if told & {"target", "plan"} and "actual" not in told else None
            if cut.sentence.end - cut.sentence.start < HEADING_LENGTH:
                return
        end = min(cut.sentence.start + _OPENING, cut.figures[0].start if cut.figures else cut.sentence.end)
        met = _CONFERENCE.search(self._folded, cut.sentence.start, end)
        opening = [hit.payload for hit in self._words if hit.start < end and not (met and met.end() < hit.start)]
        if cut.sentence.section == "body" and any(word.scope == "paragraph" for word in opening):
            self._coming = "target"
        elif any(word.status == "actual" for word in opening) and not any(word.status == "target" for word in opening):
            self._coming = self._paragraph_status = None
        elif self._is_headed(cut):
            self._paragraph_status = "target"

    def _is_headed(self, cut: Clauses) -> bool:
        """Whether a paragraph opens with a heading of what is to come: "Nhiệm vụ 6 tháng cuối năm: tạo việc làm …"."""
        if not cut.sentence.opens_paragraph or not opens_with_label(cut):
            return False
        if is_passed(cut, cut.lead_end, self._published):
            return False
        return any(hit.payload.scope == "heading" and stands_first(cut, hit) for hit in self._words)

    def _status(self, cut: Clauses, figure: Figure) -> Status:
        aspect = self._aspects[figure.index]
        if self._was_before(cut, figure) or only_locates(self._folded, figure):
            return "actual"
        if aspect in ("norm", "plan"):
            return "norm" if aspect == "norm" else "plan"
        if draws_line(cut, figure, self._aspects) or defines_poor(self._folded, cut, figure):
            return "norm"
        told = set_by_somebody(self._folded, cut, figure)
        if told is not None:
            return told
        told = "plan" if _is_still_to_be_done(cut, figure) else self._told(cut, figure)
        beside = {self._aspects.get(figure.index + 1), self._aspects.get(figure.index - 1)}
        if aspect == "before" and told in ("plan", "target") and beside & {"after", "fall", "rise"}:
            return "actual"  # "phấn đấu giảm từ 54% xuống 45%": what it was is no aim
        if aspect in ("completion", "same_period", "excess", "total"):
            ahead = self._paragraph_status or self._asked or self._coming
            return "target" if "target" in (told, ahead if told == "plan" else told) else "actual"
        return told

    def _was_before(self, cut: Clauses, figure: Figure) -> bool:
        """Whether a bracket tells what was in a year that has begun: "đạt 34 triệu đồng (năm 2025: 30 triệu)"."""
        if not figure.aside or self._published is None:
            return False
        opened = max((mark.start for mark in cut.marks if mark.sign == "(" and mark.start < figure.start), default=0)
        told = [one for one in cut.periods if one.period is not None and one.start < figure.start]
        if not told or told[-1].period is None:
            return False
        if opened - told[-1].end > _NEARER or told[-1].start - opened > _OPENED:
            return False
        begins = max((one.end for one in cut.figures if one.end <= opened), default=cut.sentence.start)
        planned = any(
            begins <= hit.start < figure.start and hit.payload.status in ("plan", "target") for hit in self._words
        )  # "đạt 115% kế hoạch năm 2025 (60 nhà)"
        return not planned and told[-1].period.start <= self._published

    def _estimated(self, cut: Clauses) -> Status:
        """Whether an estimate is of a time ahead: "ước tính 2020", but not "ước tính 9 tháng" told in October."""
        years = [quantity.period for quantity in cut.periods if quantity.period is not None]
        ahead = (self._published is None or period.end > self._published for period in years)
        return "plan" if any(ahead) else "actual"

    def _explained_end(self, cut: Clauses, figure: Figure) -> int:
        """Where the words of a bracket begin: at it, or behind a per cent of a plan that the bracket names."""
        if self._aspects.get(figure.bracket or 0) in ("completion", "excess"):
            return next(other.end for other in cut.figures if other.index == figure.bracket)
        return max((mark.end for mark in cut.marks if mark.sign == "(" and mark.end <= figure.start), default=0)

    def _told(self, cut: Clauses, figure: Figure) -> Status:
        """The status by the words around a figure."""
        own = figure.own if figure.bracket is None else self._explained_end(cut, figure)
        for hit in reversed(self._words):
            status, scope = hit.payload
            if scope == "beside" and (figure.start - hit.end > 1 or (figure.unit in RATES and not figure.quantity.per)):
                continue
            if hit.end > figure.start or status == "none" or status == "norm" or scope == "heading":
                continue
            if status == "actual" and self._is_of_before(cut, hit, figure):
                continue
            if scope == "asking" and _is_asked(hit, figure):
                return "actual"
            if _in_closed_bracket(cut, hit.start, figure.start):
                continue
            if status == "actual" and hit.start < figure.item and _is_assigned(cut, figure):
                return "plan"  # "…, đã giải ngân 60 tỷ đồng; vốn sự nghiệp 90 tỷ đồng, đã giải ngân 40 tỷ đồng"
            in_opening = status == "plan" and figure.unit not in ("", "times") and _opens(cut, hit, figure)
            if in_opening and scope not in _OF_SENTENCE and own > hit.start and _is_spent(cut, hit, figure):
                continue
            if own <= hit.start or scope in {*_OF_SENTENCE, "beside"} or in_opening:
                return self._estimated(cut) if status == "estimate" else status
        if (figure.aside and _is_bracketed_plan(cut, figure)) or _was_exceeded(cut, figure):
            return "plan"
        if figure.half is None and any(_is_called_behind(hit, figure, cut) for hit in self._words):
            return "plan"
        return self._unsaid(cut, figure)

    def _is_of_before(self, cut: Clauses, hit: Hit[StatusWord], figure: Figure) -> bool:
        """Whether a word only says when a change began: "từ 54% hiện nay xuống dưới 45%"."""
        begun = (one for one in cut.figures if self._aspects[one.index] == "before" and one.index == figure.index - 1)
        return any(0 <= hit.start - one.end <= 1 for one in begun)

    def _unsaid(self, cut: Clauses, figure: Figure) -> Status:
        """The status of a figure about which its own words say nothing."""
        assigned: Status | None = "plan" if _is_assigned(cut, figure) or self._is_ahead(cut, figure) else None
        if self._has_passed(cut, figure) or self._listed == "actual":
            return assigned or "actual"
        ahead: Status | None = "target" if self._lies_ahead(cut, figure) else None
        asked = None if figure.aside else self._asked
        runs = self._begins or self._paragraph_status or asked or self._coming
        return self._listed or runs or assigned or ahead or "actual"

    def _opens_ahead(self, cut: Clauses) -> bool:
        """Whether a sentence opens with a stretch that has hardly begun: "Sáu tháng cuối năm, huyện xây thêm …".

        A heading's word may stand before it: "Nhiệm vụ 3 tháng cuối năm là …".
        """
        heads = {hit.end + 1 for hit in self._words if hit.payload.scope == "heading"}
        first = next((one for one in cut.periods if one.start in {cut.sentence.start, *heads}), None)
        if first is None or self._published is None:
            return False
        told = first.period
        part = first.relative.part if first.relative is not None else ""
        if self._names_standard(cut, first):
            return False
        if told is None and first.relative is not None and (part[:1] in _PARTS_OF_YEAR or part.endswith(_TO_ITS_END)):
            told = periods.resolve(first.relative, self._published.year, self._published)
        if told is None or told.start == told.end or told.start.year < told.end.year:
            return False
        return told.end > self._published and told.start >= self._published - _HARDLY_BEGUN

    def _has_passed(self, cut: Clauses, figure: Figure) -> bool:
        """Whether the time told last before a figure was over when the text came out: "Cuối năm 2024, còn 320 hộ"."""
        told = [one for one in cut.periods if one.period is not None and one.start < figure.start]
        if not told or self._published is None or told[-1].period is None:
            return False
        if cut.periods[0].start <= cut.sentence.start + _OPENED and told[-1].period.end.year < self._published.year:
            return True
        near = figure.own <= told[-1].start and figure.start - told[-1].end <= _NEAR
        return near and told[-1].period.end < self._published  # "… đầu năm nay là 23,6%, dự kiến cuối năm còn 20%"

    def _lies_ahead(self, cut: Clauses, figure: Figure) -> bool:
        """Whether the last time told, near where its sentence or clause begins, is all to come: "đến năm 2025: …"."""
        told = [one for one in cut.periods if one.period is not None and one.start < figure.start]
        if not told or self._published is None or told[-1].period is None:
            return False
        near = any(0 <= told[-1].start - begin <= _NEAR for begin in (cut.sentence.start, figure.own))
        ahead = near and told[-1].period.start.year > self._published.year
        return ahead and not self._names_standard(cut, told[-1])

    def _names_standard(self, cut: Clauses, told: Quantity) -> bool:
        """Whether years are only those of a standard: "Theo chuẩn mới giai đoạn 2022-2025, huyện có 3.186 hộ nghèo"."""
        return _STANDARD.search(self._folded, cut.sentence.start, told.start) is not None

    def _is_ahead(self, cut: Clauses, figure: Figure) -> bool:
        """Whether money is told for several years that have not passed: "Kinh phí giai đoạn 2021 - 2025: …"."""
        if self._published is None or figure.unit != "VND" or not tells_funds(cut, figure):
            return False
        told = [one.period for one in cut.periods if one.period is not None and one.start < figure.start]
        if any(hit.payload.status == "actual" and hit.start < figure.start for hit in self._words):
            return False
        return bool(told) and told[-1].start.year < told[-1].end.year and told[-1].end.year > self._published.year


def _is_called_behind(hit: Hit[StatusWord], figure: Figure, cut: Clauses) -> bool:
    """Whether a word behind a figure calls it a plan: none that is nearer to the next one, nor behind another time.

    "cuối năm 2017 là 12,4% và năm nay dự kiến chỉ còn 9,8%".
    """
    if hit.payload.status != "plan" or hit.payload.scope == "beside" or not figure.end <= hit.start < figure.right:
        return False
    dated = any(figure.end < one.start < hit.start for one in cut.periods)
    return not dated and hit.start - figure.end <= figure.right - hit.end + _NEARER


def _is_still_to_be_done(cut: Clauses, figure: Figure) -> bool:
    """Whether words right behind a count say so: "đã xong 214 căn, bằng 89% so với 240 căn phải hoàn thành"."""
    remains = any(
        hit.payload == "remainder" and figure.own <= hit.start < figure.start for hit in cut.words.connectives
    )
    needed = any(hit.payload == "needed" and hit.start == figure.end + 1 for hit in cut.words.connectives)
    return needed and not remains and figure.aside is False and _is_compared(cut, figure)


def _is_compared(cut: Clauses, figure: Figure) -> bool:
    """Whether a per cent tells how much of a figure was done: "bằng 89,17% so với 240 căn"."""
    before = next((one for one in cut.figures if one.index == figure.index - 1), None)
    return before is not None and before.unit == "percent" and before.own < figure.own


def _words_of(cut: Clauses) -> Sequence[Hit[StatusWord]]:
    """The words for statuses of a sentence; what figures count is none, nor what is right behind those to be done.

    "đã trả lời 25 kiến nghị"; "89% so với 240 căn phải hoàn thành". Nor does who gives out things assign them.
    """
    done = {one.end + 1 for one in cut.figures if _is_still_to_be_done(cut, one)}
    return [
        hit
        for hit in cut.words.statuses
        if hit.start not in done
        and not any(one.start <= hit.start < one.end for one in cut.figures)
        and not (hit.payload.scope == "assigning" and _gives_things(hit, cut))
    ]


def _gives_things(hit: Hit[StatusWord], cut: Clauses) -> bool:
    """Whether things follow that are given out: "huyện giao 320 con bò", not "huyện giao 320 hộ thoát nghèo"."""
    return any(one.unit in _GIVEN and 0 <= one.start - hit.end <= _COMPARED for one in cut.figures)


def _is_assigned(cut: Clauses, figure: Figure) -> bool:
    """Whether money stands before what was spent of it: "vốn sự nghiệp 551.890 triệu đồng, đã giải ngân 200.649"."""
    if figure.unit != "VND" or figure.aside or figure.quantity.per:
        return False
    following = next((one for one in cut.figures if one.index == figure.index + 1), None)
    if following is None or following.unit != figure.unit or following.start > figure.item_end + _NEARER:
        return False
    spent = any(
        hit.payload.id == SPENT and figure.end <= hit.start < following.start for hit in cut.words.terms
    ) and tells_funds(cut, figure)
    return spent and (following.quantity.value or 0) < (figure.quantity.value or 0)


def _is_asked(hit: Hit[StatusWord], figure: Figure) -> bool:
    """Whether those counted are asked for something, not asked for: "yêu cầu 12 doanh nghiệp công khai …"."""
    return hit.end + 1 == figure.start and figure.unit not in RATES and figure.unit not in CURRENCIES


def _continues(cut: Clauses) -> bool:
    """Whether a sentence begins by listing what the one before tells."""
    return any(
        hit.payload in LIST_OPENERS and hit.start - cut.sentence.start <= _OPENED for hit in cut.words.connectives
    )


def _is_bracketed_plan(cut: Clauses, figure: Figure) -> bool:
    """Whether a bracket tells the plan named right before it: "vượt chỉ tiêu huyện giao (3,5%)"."""
    opened = max((mark.start for mark in cut.marks if mark.sign == "(" and mark.start < figure.start), default=0)
    begins = max((one.end for one in cut.figures if one.end <= opened), default=cut.sentence.start)
    begins = max((mark.end for mark in cut.marks if mark.sign == ")" and begins <= mark.end <= opened), default=begins)
    named = [hit for hit in cut.words.terms if begins <= hit.start and hit.end <= opened]
    return figure.start - opened <= _OPENED and bool(named) and named[-1].payload.id == _PLAN


def _was_exceeded(cut: Clauses, figure: Figure) -> bool:
    """Whether a figure is the plan that the one before it exceeds: "giảm 4,5%, vượt chỉ tiêu 4%"."""
    exceeds = any(
        hit.payload.aspect == "excess" and figure.own <= hit.start < figure.start for hit in cut.words.aspects
    )
    before = next((one for one in cut.figures if one.index == figure.index - 1), None)
    return exceeds and before is not None and is_exceeded(cut, figure, before)


def _is_spent(cut: Clauses, plan: Hit[StatusWord], figure: Figure) -> bool:
    """Whether money is told to be spent behind a plan's word: "được giao 8.621 tỷ đồng, đến nay giải ngân 3.923"."""
    return any(hit.payload.id == SPENT and plan.end < hit.start < figure.start for hit in cut.words.terms)


def _opens(cut: Clauses, hit: Hit[StatusWord], figure: Figure) -> bool:
    """Whether a word of a sentence's opening holds for a figure: to the next semicolon, behind a colon to the end."""
    ended = any(mark.sign == ";" and hit.end <= mark.start < figure.start for mark in cut.marks)
    return hit.start < cut.lead_end and (opens_with_label(cut) or not ended)


def _in_closed_bracket(cut: Clauses, start: int, position: int) -> bool:
    """Whether what begins at `start` stands in a bracket that closes before `position`."""
    depth = 0
    for mark in cut.marks:
        if start < mark.start < position:
            depth += {"(": 1, ")": -1}.get(mark.sign, 0)
            if depth < 0:
                return True
    return False
