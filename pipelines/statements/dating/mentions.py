"""Periods told in a sentence, each with the part it plays: when figures are, what they compare with, or neither.

The words are period_roles.csv. Dating a figure by them is times.py.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Literal

from pipelines.model import Quantity
from pipelines.orthography import fold
from pipelines.quantities.context import forms_of, without_comparator
from pipelines.statements.dating.spans import is_whole_years, is_within_year
from pipelines.statements.wording.figures import Clauses, Figure
from pipelines.statements.wording.words import BESIDE
from pipelines.vocabulary import read_table
from pipelines.vocabulary.lexicon import Hit, Lexicon
from pipelines.vocabulary.loader import Members
from pipelines.vocabulary.roles import CUES

Role = Literal[
    "baseline", "since", "programme", "standard", "document", "birth", "deadline", "report", "announced",
    "state", "exclusive", "bracket", "origin", "issue", "meeting", "disaster", "plain",
]  # fmt: skip

#: A role word stands at most so far before its period; a programme's name may be long.
_REACH = 12
_NAME_REACH = 90
#: What is compared with may be named between the word of comparison and its time, unless it is a plan.
_NAME = CUES.pattern(r" (?:(?!<plan>)[^\d,;:()%]){1,40} ?")
#: Words between a figure and a period that is told of it alone: "38,65% của năm 2022", "11,2% hồi đầu năm".
_OF_FIGURE = CUES.pattern(r"(?:/[^\W\d_]+)*\s*\(?\s*<at_time>?\s*")
#: Between an opening bracket and its period stand no more than words before a time, in so many characters.
_OPENS_BRACKET = CUES.pattern(r"\(\s*(?:<at_time>\s*)?$")
_OPENING = 16
#: Words between the same stretch of another year and the figures that were told of it.
_FIGURES_WERE = CUES.pattern(r", (?:các |những )?<figures>(?: <pointing_back>| tương ứng){0,2}(?: lần lượt)? <was>")
#: Before the time of what has changed: "từ chỗ năm 2012 mới có 38,6% …".
_FROM_WHERE = CUES.pattern(r"\b(?:<from_where>|<figure_pointed_at>(?: (?:của|vào|ở|trong|hồi))?) $")
_POINTING_REACH = 30
#: Between a figure with its time and the same in another unit.
_EQUALS = CUES.pattern(r",? ?<that_is>(?: với| là)? ?")
#: What a figure became, behind the time when it was so.
_BECAME = CUES.pattern(r" (?:đã )?(?:(?:<falling>|<rising>) )?<arriving>\b")
#: What stands between the figures of one time and that time.
_OF_BOTH = CUES.pattern(r"\)?\s*(?:<at_time> )?")
#: What stands between the members of an enumeration.
_LISTED = re.compile(r" ?(?:,|và|, và) ?")
#: Before what comes every year.
_RECURS = CUES.pattern(r"\b<recurring> $")
#: What "sinh" is only the second syllable of, right before it: "học sinh năm 2019" tells no birth.
_SECOND_SYLLABLE = CUES.pattern(r"\b<before_sinh> $")
#: How the parts of a year begin in relative periods: halves, quarters, months and days.
_PARTS_OF_YEAR = tuple("SQ0123456789")
#: Right before years that a programme shall be carried out in: "kéo dài chương trình sang giai đoạn 2011 - 2015".
_LEADING = CUES.pattern(r" <leading_into>(?: (?:cả|suốt))?(?: <run_of_years>)? ?$")
#: Right before the day of a conference at which figures are reported: "theo báo cáo tại hội nghị tổng kết ngày 26/12".
_REPORTED_AT = CUES.pattern(r"\b<reporting_at>\b[^,.;:()\d]{0,60} <conference>\b[^,.;:()\d]{0,40} $")
_REPORTED_REACH = 140
#: Behind the day of a paper: the list that it approved, which counts what there was on that day.
_APPROVES_LIST = CUES.pattern(r"[^.,;:()\d]{0,60}? <approving> (?:[^.,;:()\d]{0,20} )?<listed>\b")
#: Words between a year compared with and what was then: "so với năm 2010, thời điểm có tới 1.068 người đi".
_BACK_THEN = CUES.pattern(r"(?:, ?)?<moment>(?: đó| ấy| mà)?(?: \w+){0,2} (?:<was>|còn|đưa)(?: được)?(?: tới| đến)?")


@dataclass(frozen=True, slots=True)
class PeriodRole:
    """period_roles.csv: words before a period, or right behind a day, that say which part it plays."""

    role: Role
    side: Literal["before", "behind"]
    forms: Members
    note: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A period in a sentence.

    `figures` are the indices of those that an exclusive mention, or one right before a bracket, is told of.
    """

    quantity: Quantity
    role: Role
    figures: frozenset[int] = frozenset()
    is_school_year: bool = False

    @property
    def start(self) -> int:
        """Where the period stands."""
        return self.quantity.start

    @property
    def names_day(self) -> bool:
        """Whether it says as of which day: "lũy kế đến 15/12", "đến nay"."""
        relative = self.quantity.relative
        return self.role == "state" or (relative is not None and relative.part == "day")

    @property
    def is_of_today(self) -> bool:
        """Whether it says that something is so today: "đến nay", "hiện"; not since when."""
        relative = self.quantity.relative
        return relative is not None and relative.part == "day" and relative.since is None

    @property
    def is_of_event(self) -> bool:
        """Whether it means the day of what happened, which dates no later sentence: "dịp này"."""
        relative = self.quantity.relative
        return relative is not None and relative.anchor == "event"


@cache
def _roles() -> Lexicon[Role]:
    rows = read_table("period_roles.csv", PeriodRole)
    return Lexicon((form, row.role) for row in rows if row.side == "before" for form in row.forms)


@cache
def _behind() -> Mapping[Role, tuple[str, ...]]:
    rows = read_table("period_roles.csv", PeriodRole)
    return {row.role: row.forms for row in rows if row.side == "behind"}


def is_same_stretch(folded: str, start: int) -> bool:
    """Whether a year that begins here stands for the same stretch of it: "cùng kỳ năm 2025 đạt 15,5%"."""
    return folded.endswith(tuple(f"{words} " for words in CUES.of("same_stretch")), 0, start)


def mentions(folded: str, clauses: Clauses) -> Iterator[Mention]:
    """The periods of a sentence with their roles, in order."""
    two_times = dict(_at_two_times(folded, clauses))
    for quantity in clauses.periods:
        if quantity.period is None and _RECURS.search(folded, max(0, quantity.start - _REACH), quantity.start):
            continue  # "Cứ vào tháng ba, bà con lại …"
        named = forms_of("school_year")
        school = folded[max(quantity.start - _REACH, 0) : quantity.end].lstrip().startswith(named) or any(
            word in folded[quantity.start : quantity.end] for word in named
        )
        if folded.startswith(_behind()["origin"], quantity.end + 1):
            yield Mention(quantity, "origin", frozenset(), school)
            continue
        if quantity.start in two_times:
            yield Mention(quantity, "exclusive", two_times[quantity.start], school)
            continue
        inside = _bracket_behind(folded, clauses, quantity)
        if inside:
            yield Mention(quantity, "bracket", inside, school)
        inner = _opens_bracket(folded, clauses, quantity)
        if inner:
            yield Mention(quantity, "exclusive", inner, school)
            continue
        figure = _told_of(folded, clauses, quantity)
        if figure is not None and _compares(folded, figure):
            yield Mention(quantity, "baseline", frozenset(), school)
        elif figure is not None:
            others = (*_equal(folded, clauses, quantity), *_given_to(folded, clauses, figure))
            yield Mention(quantity, "exclusive", frozenset({figure.index, *others}), school)
        elif base := _told_for(folded, clauses, quantity):
            yield Mention(quantity, "exclusive", base, school)
        else:
            role = _role(folded, clauses, quantity)
            begun = _begun_with(folded, clauses, quantity) if role == "birth" else frozenset()
            yield Mention(quantity, "exclusive" if begun else role, begun, school)


def _at_two_times(folded: str, clauses: Clauses) -> Iterator[tuple[int, frozenset[int]]]:
    """Two periods, by where they begin, with the figures before each.

    "từ 86 hộ (3,6%) đầu năm xuống 41 hộ (1,7%) vào cuối năm".
    """
    for first, last in pairwise(clauses.periods):
        if not _BECAME.match(folded, first.end):
            continue
        before = [figure for figure in clauses.figures if figure.end <= first.start]
        begun = [at for at, figure in enumerate(before) if folded.endswith("từ ", 0, figure.start)]
        behind = [figure for figure in clauses.figures if first.end <= figure.start < last.start]
        if not begun or not behind or ";" in folded[before[begun[-1]].start : last.start]:
            continue
        ends = ((before[-1].end, first.start), (behind[-1].end, last.start))
        if all(_OF_BOTH.fullmatch(folded, start, end) for start, end in ends):
            yield first.start, frozenset(figure.index for figure in before[begun[-1] :])
            yield last.start, frozenset(figure.index for figure in behind)


def _bracket_behind(folded: str, clauses: Clauses, quantity: Quantity) -> frozenset[int]:
    """The figures in a bracket right behind a period: "so với cuối năm 2018 (93,2%)"."""
    if not folded[quantity.end : quantity.end + BESIDE].lstrip().startswith("("):
        return frozenset()
    close = next((mark.start for mark in clauses.marks if mark.sign == ")" and mark.start > quantity.end), None)
    end = close if close is not None else clauses.sentence.end
    return frozenset(figure.index for figure in clauses.figures if quantity.end < figure.start < end)


def _opens_bracket(folded: str, clauses: Clauses, quantity: Quantity) -> frozenset[int]:
    """The figures of a bracket that a period opens: "16,57% (đầu năm: 571 hộ, 23,05%)", "9,8% (năm 2020 là 31%)"."""
    if _OPENS_BRACKET.search(folded, max(0, quantity.start - _OPENING), quantity.start) is None:
        return frozenset()
    close = next((mark.start for mark in clauses.marks if mark.sign == ")" and mark.start >= quantity.end), None)
    following = next((one.start for one in clauses.periods if one.start > quantity.end), None)
    end = min(one for one in (close, following, clauses.sentence.end) if one is not None)
    return frozenset(figure.index for figure in clauses.figures if quantity.end < figure.start < end)


def _begun_with(folded: str, clauses: Clauses, quantity: Quantity) -> frozenset[int]:
    """The figures that something was founded with: "ra đời năm 2020 với 15 hộ và 30 con bò; nay …"."""
    if not folded.startswith(" với ", quantity.end):
        return frozenset()
    signs = (mark.start for mark in clauses.marks if mark.start > quantity.end and mark.sign in ",;:()")
    end = next(signs, clauses.sentence.end)
    return frozenset(figure.index for figure in clauses.figures if quantity.end < figure.start < end)


def _told_of(folded: str, clauses: Clauses, quantity: Quantity) -> Figure | None:
    """The figure right before a period that is told of it alone."""
    for figure in clauses.figures:
        if figure.half == "numerator" or not figure.end <= quantity.start:
            continue
        between = folded[figure.end : quantity.start]
        if _OF_FIGURE.fullmatch(between):
            return figure
    return None


def _equal(folded: str, clauses: Clauses, quantity: Quantity) -> Iterator[int]:
    """The figure behind a period that says the one before it otherwise: "57,5% cuối năm 2010, tương ứng 7.804 hộ"."""
    following = next((one for one in clauses.figures if one.start >= quantity.end), None)
    if following is not None and _EQUALS.fullmatch(without_comparator(folded[quantity.end : following.start])):
        yield following.index


def _given_to(folded: str, clauses: Clauses, figure: Figure) -> Iterator[int]:
    """The figure before "cho", if a period is told of those who got it: "450 triệu đồng cho 30 hộ trong năm 2015"."""
    for other in clauses.figures:
        if other.index == figure.index - 1 and folded[other.end : figure.start].strip() == "cho":
            yield other.index


def _compares(folded: str, figure: Figure) -> bool:
    """Whether a figure compares with the period behind it: "gấp 3,2 lần năm 2011", "bằng 118,4% năm 2008"."""
    if figure.unit == "times":
        return True
    return figure.unit == "percent" and without_comparator(folded[figure.own : figure.start]).endswith("bằng")


def _told_for(folded: str, clauses: Clauses, quantity: Quantity) -> frozenset[int]:
    """The figures that were in the same period of another year: "trong khi cùng kỳ năm ngoái là 519 người"."""
    same = quantity.relative is not None and quantity.relative.anchor == "same_period"
    same = same or is_same_stretch(folded, quantity.start)
    following = [one for one in clauses.figures if one.start >= quantity.end]
    if not following or following[0].half is not None:
        return frozenset()
    between = without_comparator(" " + folded[quantity.end : following[0].start].strip() + " ").strip()
    if same and _FIGURES_WERE.fullmatch(between):
        return frozenset(_enumerated(folded, following))
    opening = max(clauses.sentence.start, quantity.start - _POINTING_REACH)
    same = same or _FROM_WHERE.search(folded, opening, quantity.start) is not None
    told = (same and between in CUES.of("was")) or _BACK_THEN.fullmatch(between)
    return frozenset({following[0].index}) if told else frozenset()


def _enumerated(folded: str, figures: Sequence[Figure]) -> Iterator[int]:
    """The indices of the first of some figures and of those told in one enumeration with it."""
    yield figures[0].index
    for one, other in pairwise(figures):
        if _LISTED.fullmatch(folded, one.end, other.start) is None:
            return
        yield other.index


def _role(folded: str, clauses: Clauses, quantity: Quantity) -> Role:
    """The role that the words before a period give it."""
    if quantity.relative is not None and quantity.relative.anchor == "same_period":
        return "baseline"
    if _is_day(quantity) and (of_day := _role_of_day(folded, clauses, quantity)) is not None:
        return of_day
    following = folded[quantity.end : quantity.end + _REACH + BESIDE].lstrip(" ,")
    for role, forms in _behind().items():
        if following.startswith(forms) and not (quantity.relative and quantity.relative.anchor == "published"):
            return role
    is_stretch = quantity.period is not None and quantity.period.start.year != quantity.period.end.year
    is_stretch = is_stretch or (quantity.period is not None and "/" in quantity.period.text)
    names_stretch = quantity.relative is not None and (
        quantity.relative.since is not None or "/" in quantity.relative.part
    )
    opened = quantity.start - 1 if is_stretch and _fills_bracket(folded, quantity) else quantity.start
    clause = max(
        [mark.end for mark in clauses.marks if mark.end <= opened and mark.sign in (",", ";", ":", "(", ")")]
        + [clauses.sentence.start]
    )
    near = folded[max(clause, quantity.start - _REACH) : quantity.start]
    hits = _role_words(folded, clauses.sentence.start, quantity)
    against = (hit for hit in hits if hit.payload == "baseline")
    compared = (hit.end for hit in against if folded[hit.start : hit.end] in CUES.of("compared_with"))
    if any(_NAME.fullmatch(folded, end, quantity.start) for end in compared):
        return "baseline"  # "so với Tết Mậu Tuất 2018", "so với kết quả rà soát cuối năm 2018"
    for hit in reversed(hits):
        led = is_stretch and hit.payload == "programme" and _LEADING.search(folded, hit.end, quantity.start) is not None
        if hit.payload == "programme" and (led or _names_no_programme(folded, quantity) or _is_short(quantity)):
            return "plain"  # "các xã thuộc chương trình đầu năm 2006"
        if hit.payload in ("programme", "standard", "document", "disaster"):
            if hit.start >= clause or not _names_begin(folded, clause, quantity):
                return hit.payload if hit.start >= clause else "plain"
        elif _is_of_another(hit, folded, clause, quantity):
            continue
        elif quantity.start - hit.end <= _gap(hit.payload) and hit.end >= quantity.start - len(near) - 1:
            # "từ năm 2016 đến nay" is a stretch of its own
            return "plain" if hit.payload == "since" and (is_stretch or names_stretch) else hit.payload
    # "dịp Tết Bính Ngọ" dates what was given then, and nothing behind it
    return "report" if folded.startswith(forms_of("new_year"), quantity.start) else "plain"


def _role_of_day(folded: str, clauses: Clauses, quantity: Quantity) -> Role | None:
    """The role of a day on which figures were reported to a conference, or of a paper that approved a list."""
    opening = max(clauses.sentence.start, quantity.start - _REPORTED_REACH)
    if _REPORTED_AT.search(folded, opening, quantity.start):
        return "meeting"
    return "state" if _APPROVES_LIST.match(folded, quantity.end) else None


def _role_words(folded: str, sentence: int, quantity: Quantity) -> list[Hit[Role]]:
    """The role words before a period, in order.

    No disaster is of a year within which something was done: "phục hồi sau đại dịch trong năm 2021, huyện …"; no
    standard that was reached then is of it.
    """
    found = _roles().find(folded, max(sentence, quantity.start - _NAME_REACH), quantity.start)
    hits = [hit for hit in found if hit.payload != "standard" or not _is_reached(hit, folded, quantity)]
    is_year = quantity.period is not None and is_whole_years(quantity.period)
    within = is_year and folded.endswith("trong ", 0, quantity.start)
    return [hit for hit in hits if not (within and hit.payload == "disaster")]


def _is_of_another(hit: Hit[Role], folded: str, clause: int, quantity: Quantity) -> bool:
    """Whether a role word before a period tells nothing of it."""
    if hit.payload == "birth":
        second = _SECOND_SYLLABLE.search(folded, max(0, hit.start - _REACH), hit.start) is not None
        return second or hit.start < clause  # "từ ngày đầu thành lập, đến nay"
    if hit.payload == "issue":
        return not folded[quantity.start].isdigit()  # "tổng số năm 2020"
    # "chuẩn đa chiều giai đoạn 2016 - 2020" tells no afternoon
    return hit.payload == "report" and not (_is_day(quantity) and _is_of_calendar(folded, quantity))


def _is_reached(hit: Hit[Role], folded: str, quantity: Quantity) -> bool:
    """Whether a standard is what was reached in one year: "12 xã đạt chuẩn trong năm", "đạt chuẩn năm 2017"."""
    period = quantity.period
    one_year = period is not None and is_whole_years(period) and period.start.year == period.end.year
    in_year = quantity.relative is not None and not quantity.relative.part
    return (one_year or in_year) and folded.endswith("đạt ", 0, hit.start)


def _fills_bracket(folded: str, quantity: Quantity) -> bool:
    """Whether a period is all that a bracket holds: "Chương trình 135 giai đoạn II (2006 - 2010)"."""
    return folded[quantity.start - 1 : quantity.start] + folded[quantity.end : quantity.end + 1] == "()"


def _names_no_programme(folded: str, quantity: Quantity) -> bool:
    """Whether a year behind a programme is that of its figures: "vốn Chương trình 135 năm 2017", "… giai đoạn này"."""
    period = quantity.period
    points_back = quantity.relative is not None and quantity.relative.part.startswith("stretch")
    return points_back or (period is not None and period.text.isdigit() and folded.startswith("năm ", quantity.start))


def _is_day(quantity: Quantity) -> bool:
    """Whether a period is one day: a date, with or without its year."""
    if quantity.period is not None:
        return quantity.period.start == quantity.period.end
    return quantity.relative is not None and quantity.relative.part[:1].isdigit() and "-" in quantity.relative.part


def _is_short(quantity: Quantity) -> bool:
    """Whether a period is a day or some months of a year, as no programme's is: "Chương trình … 6 tháng đầu năm"."""
    if quantity.period is not None:
        return is_within_year(quantity.period)
    return quantity.relative is not None and quantity.relative.part[:1] in _PARTS_OF_YEAR


def _is_of_calendar(folded: str, quantity: Quantity) -> bool:
    """Whether a day is told by its date, and not as the first or last of its year: "chuẩn đa chiều, cuối năm 2015"."""
    return not folded.startswith(forms_of("end") + forms_of("start"), quantity.start)


def _gap(role: Role) -> int:
    """Characters that may stand between a role word and its period ("so với cuối", "tính đến hết ngày")."""
    return 8 if role in ("baseline", "since") else 2


def _names_begin(folded: str, clause: int, quantity: Quantity) -> bool:
    """Whether a period opens its clause: then it dates what follows, whatever programme was named before."""
    return quantity.start - clause <= len(fold(" giai đoạn "))
