"""How a number is told: a level, a fall or rise, the two ends of a change, a share of a plan, an average, a norm.

The words are aspects.csv; here is where they must stand.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from pipelines.meaning.code_lists import RATES, population_groups
from pipelines.quantities.context import without_comparator
from pipelines.statements.telling.named_totals import A_HEAD, is_behind_rate, names_whole, stands_below
from pipelines.statements.telling.norms import goes_on_by_rule, is_income, is_of_own_means, is_sum
from pipelines.statements.telling.plan_aspects import denominator, exceeds, is_exceeded, is_of_target, rates_plan
from pipelines.statements.wording.figures import LIST_OPENERS, POINTS, SUMMING, Clauses, Figure
from pipelines.statements.wording.marks import BUT
from pipelines.statements.wording.words import Aspect, words_before
from pipelines.vocabulary.lexicon import Hit
from pipelines.vocabulary.roles import CUES

#: Words that may stand between a verb of change and a count or an amount: "tăng thêm được gần 255 hộ".
_REACH = 4
#: So many times an amount a head is a sum.
_MANY_HEADS = 100
#: Characters that may stand between a per cent and the noun it is of: "90% số hộ nghèo".
_NEXT_WORD = 4
#: Characters that the name of a whole takes ("tổng số hộ nghèo của huyện"); what is longer tells a predicate.
_WHOLE_NAME = 30
#: What becomes fewer as poverty does.
_FALLING = frozenset({"household", "person"})
#: Aspects of a change.
MOVES = frozenset({"fall", "rise"})
#: What a norm goes on with, for those it began with: "tiền ăn 40.000 đồng/ngày, tiền ở 400.000 đồng".
_ALSO_DUE = frozenset(("norm", topic) for topic in ("meal_money", "boarding_housing", "overseas_training"))
#: The topic of what was to be reached.
_PLAN = "completion_object"
#: Facets of groups within which the same rate is told as of all.
_TRAITS = frozenset({"ETHNICITY", "SEX", "AREA_GROUP"})
_COMPARED = CUES.pattern(r"(?:<compared_with>|của) ")
_AGAINST = CUES.pattern(r"\b<compared_with>$")
_COMPARES = CUES.pattern(r"[ ,]*<compared_with>\b")
#: An amount only told per time is none a head: "936.000 đồng/tháng", but not "936.000 đồng/tháng/em".
_TIMES = frozenset({"year", "month", "day"})
#: What is told of a count behind it has so many words.
_PREDICATE = 2
#: What stands before the fall of the place that leads or ends a ranking.
_RANKED_FALL = CUES.pattern(r"\b<falling> \w+ nhất,(?: mới| chỉ| tới| với| cũng)*$")
#: The same of counts, which may be told of the place that leads: "xã giảm được nhiều hộ nghèo nhất với 142 hộ".
_FELL_MOST = CUES.pattern(r"\b<falling>(?: được)? nhiều (?:\w+ ){0,3}nhất(?:,| với| là [^,;:.()]{2,40})")
#: A bracket that tells a level, with its time at most: "so với cuối năm 2011 (năm 2011 là 35,05%)".
_BRACKET_OF_THEN = CUES.pattern(r"\((?:(?:(?:đầu|cuối) )?năm(?: \d{4}| <last_year>)?(?: là| còn)?)? ?$")
#: How much less than what was then.
_LOWER_THAN_YEAR = CUES.pattern(r"\b<lower>(?: so)?(?: với)?(?: (?:cuối|đầu))? năm (?:\d{4}|<last_year>)(?: là)?$")
#: Words between the level that a rate came to and what that is a year.
_AVERAGE = CUES.pattern(r",? (?:(?:tính|<that_is>) )?<averaged> (?:\w+ )?(?:mỗi năm )?")


#: Aspects that words behind the last of a list of rates tell of all of them, and what parts those.
_TOLD_OF_ALL = frozenset({"norm", "completion"})
_IN_LIST = re.compile(r"(?:,| và|, và) ")


def aspects_of(folded: str, clauses: Clauses) -> Mapping[int, str]:
    """The aspect of each figure of a sentence, by figure index: one of aspects.csv, "level" where no words tell one.

    Besides: b of a/b is "total" or "plan", "proportion" is a rate that says what part of some do something.
    """
    found: dict[int, str] = {}
    previous: Figure | None = None
    for figure in clauses.figures:
        if figure.half == "denominator":
            found[figure.index] = denominator(folded, clauses, figure, found)
            previous = figure
            continue
        aspect = _told(folded, clauses, figure)
        if aspect == "same_period" and figure.unit != "times" and _says_alike(folded, clauses, figure):
            aspect = _restated(folded, clauses, figure, previous, found) or aspect
        if aspect not in MOVES and rates_plan(figure, previous, found):
            aspect = "excess" if exceeds(clauses, figure) else "completion"
        if aspect in (None, "level") and (
            names_whole(folded, clauses, figure)
            or is_behind_rate(folded, clauses, figure, previous)
            or stands_below(folded, clauses, figure, previous, found)
        ):
            aspect = "total"
        if aspect in (None, "level") and is_of_target(clauses, figure, previous, found):
            aspect = "fall"
        if aspect in (None, "level") and goes_on_by_rule(clauses, figure, found):
            aspect = "norm"
        if aspect == "excess" and previous is not None and is_exceeded(clauses, figure, previous):
            aspect = found[previous.index] if found[previous.index] in MOVES else "level"
        if aspect is None:
            aspect = (
                _compared(folded, clauses, figure, previous, found)
                or _signed(folded, figure)
                or _ranked(folded, figure)
                or _restated(folded, clauses, figure, previous, found)
                or _headed(clauses, figure)
                or _below_year(folded, figure)
                or _averaged(folded, clauses, figure, found)
                or _continued(folded, clauses, figure, previous, found)
                or _opened(clauses, figure)
                or "level"
            )
        found[figure.index] = aspect
        previous = figure
    _tell_from_and_to(folded, clauses, found)
    for figure, following in pairwise(clauses.figures[::-1]):
        if found[figure.index] in _TOLD_OF_ALL and _is_listed_before(folded, following, figure):
            found[following.index] = found[figure.index]
    return found


def _tell_from_and_to(folded: str, clauses: Clauses, found: dict[int, str]) -> None:
    """Tell the two levels of a change: "từ 1.118 hộ (3,62%) xuống 712 hộ"."""
    for figure in clauses.figures:
        behind = (one for one in clauses.figures if one.index > figure.index and one.bracket != figure.index)
        following = next(behind, None)
        if following is not None and _starts_change(folded, figure, following):
            found[figure.index] = "before"
            if found[following.index] not in ("fall", "rise"):
                found[following.index] = "after"


def _is_listed_before(folded: str, figure: Figure, following: Figure) -> bool:
    """Whether nothing but a comma parts two rates: "lần lượt bằng 70%, 60%, 50% mức đóng của người thứ nhất"."""
    alike = figure.unit == following.unit and figure.unit in RATES
    return alike and _IN_LIST.fullmatch(folded, figure.end, following.start) is not None


def _told(folded: str, clauses: Clauses, figure: Figure) -> str | None:
    """The aspect that the figure's own words tell."""
    left = [
        hit
        for hit in clauses.words.aspects
        if hit.payload.side == "left"
        and figure.own <= hit.start
        and hit.end <= figure.start
        and _speaks_of(hit.payload, figure)
        and not (hit.payload.aspect == "excess" and "(" in folded[hit.end : figure.start])  # "vượt chỉ tiêu (3,5%)"
    ]
    nearest = _governing(folded, left, figure)
    if nearest == "norm" and is_income(clauses, figure):
        nearest = None  # "thu nhập bình quân mỗi người" is what they have, not what they are given
    if nearest == "norm" and is_sum(folded, left, figure):
        nearest = None
    if nearest == "norm" and is_of_own_means(folded, clauses, figure, left):
        nearest = "none"
    for hit in clauses.words.aspects:
        aspect = hit.payload
        if aspect.aspect == "same_period" and nearest in ("fall", "rise"):
            continue  # "bớt 3,73% so với năm 2021" is a fall, "bằng 115% so với cùng kỳ" a comparison
        between = folded[figure.end : hit.start]
        near = 0 <= hit.start - figure.end <= 2 and "(" not in between and (";" not in between)
        if "," in between and aspect.aspect == "completion" and not _COMPARED.match(folded, hit.start):
            continue  # "mới 51,5%, mục tiêu đến 2020 là 55%" begins to tell of another
        if aspect.side == "right" and near and _speaks_of(aspect, figure):  # "71,6% (chỉ tiêu 72%)" is no attainment
            if aspect.aspect == "completion" and exceeds(clauses, figure):
                return "excess"
            return _of_whole(clauses, figure) if aspect.aspect == "share" else aspect.aspect
    if nearest == "norm" and _proportion(clauses, figure):
        return "proportion"  # "Nhà nước hỗ trợ 95% hộ nghèo vay vốn"
    if nearest == "level" or nearest is None:
        return _by_unit(clauses, figure, left) or _proportion(clauses, figure) or nearest
    return _by_unit(clauses, figure, left) if nearest == "none" else nearest


def _of_whole(clauses: Clauses, figure: Figure) -> str:
    """Whether a per cent of a whole tells the share of what was named, or of whom something is told behind it."""
    stated = any(
        hit.payload.aspect == "share" and figure.own <= hit.start < figure.start for hit in clauses.words.aspects
    ) or clauses.words.has_connective("equals", figure.own, figure.start)
    return "share" if stated or figure.right - figure.end <= _WHOLE_NAME else "proportion"


def _governing(folded: str, left: Sequence[Hit[Aspect]], figure: Figure) -> str | None:
    """The aspect of the last word before the figure, or of a noun that heads its clause."""
    if not left:
        return None
    heads = [hit for hit in left if hit.payload.head]
    last = heads[-1] if heads and not _arrives(heads[-1], left[-1]) else left[-1]
    aspect = last.payload.aspect
    if aspect in ("fall", "rise") and not last.payload.head and figure.unit not in RATES:
        between = folded[last.end : figure.start].split()
        if len(between) > _REACH:
            return None
    return aspect


def _arrives(head: Hit[Aspect], last: Hit[Aspect]) -> bool:
    """Whether a level follows a head at once, which is then a verb with its subject: "số hộ nghèo giảm còn 1.790"."""
    return last.payload.aspect == "level" and 0 <= last.start - head.end <= 1


def _by_unit(clauses: Clauses, figure: Figure, left: Sequence[Hit[Aspect]]) -> str | None:
    """What the unit alone tells: so many times an earlier value, an amount a head (an income is no norm)."""
    if figure.unit == "times":
        return "same_period"
    per = figure.quantity.per
    if figure.unit not in ("VND", "kilogram") or not per or _TIMES.issuperset(per.split("/")):
        return None
    if any(hit.payload.id == "income" for hit in clauses.words.terms):
        return None
    return "average" if any(hit.payload.aspect == "average" for hit in left) else "norm"


def _speaks_of(aspect: Aspect, figure: Figure) -> bool:
    return "*" in aspect.units or figure.unit in aspect.units


def _opened(clauses: Clauses, figure: Figure) -> str | None:
    """What the words before a list's colon tell of its members: "dư nợ tăng ở các chương trình: hộ nghèo 20 tỷ"."""
    colons = [mark.start for mark in clauses.marks if mark.sign == ":" and mark.start < figure.start]
    if not colons or figure.unit in RATES:
        return None
    told = [
        hit.payload.aspect
        for hit in clauses.words.aspects
        if hit.payload.side == "left" and hit.end <= colons[0] and _speaks_of(hit.payload, figure)
    ]
    return told[-1] if told and told[-1] in ("fall", "rise") else None


def _headed(clauses: Clauses, figure: Figure) -> str | None:
    """The change of which a sentence says first that it tells: "Về mức giảm, đứng đầu là A với 11,3%, rồi B 9,86%"."""
    if figure.unit not in POINTS:
        return None
    comma = next((mark.start for mark in clauses.marks if mark.sign == ","), clauses.sentence.start)
    if not comma < clauses.figures[0].start:
        return None
    last = next((hit for hit in clauses.words.aspects if hit.end == comma), None)
    return last.payload.aspect if last is not None and last.payload.head and last.payload.aspect in MOVES else None


def _below_year(folded: str, figure: Figure) -> str | None:
    """A fall that is told as how much lower a rate is than a year's: "thấp hơn năm 2016 2,88%"."""
    if figure.unit not in POINTS:
        return None
    return "fall" if _LOWER_THAN_YEAR.search(without_comparator(words_before(folded, figure.start))) else None


def _signed(folded: str, figure: Figure) -> str | None:
    """A rise or fall that only its sign tells: "27.424 triệu đồng (+9,62%)"."""
    if not figure.aside or folded[figure.start - 2 : figure.start - 1] != "(":
        return None
    return {"+": "rise", "-": "fall", "–": "fall", "−": "fall"}.get(folded[figure.start - 1])


def _ranked(folded: str, figure: Figure) -> str | None:
    """A fall, where a ranking of falls tells it: "huyện An Lão giảm nhanh nhất, 9,3%", of counts by how many."""
    before = without_comparator(words_before(folded, figure.start))
    if figure.unit in POINTS:
        return "fall" if _RANKED_FALL.search(before) else None
    return "fall" if figure.unit in _FALLING and _FELL_MOST.search(folded, figure.own, figure.start) else None


def _compared(
    folded: str, clauses: Clauses, figure: Figure, previous: Figure | None, found: Mapping[int, str]
) -> str | None:
    """The level with which a change before it compares: "nhích thêm 2,9% so với 53,95% của năm 2017".

    A bracket may tell it, unless what is compared with is a plan: "giảm 1,5 điểm so với đầu năm (5,45%)".
    """
    if previous is None or found[previous.index] not in MOVES:
        return None
    before = folded[previous.end : figure.start]
    if figure.aside and _BRACKET_OF_THEN.search(before) is not None:
        alike = previous.unit == figure.unit or {previous.unit, figure.unit} == POINTS
        against = (
            alike
            and ";" not in before
            and _COMPARES.match(before) is not None
            and not any(
                hit.payload.id == _PLAN and previous.end <= hit.start < figure.start for hit in clauses.words.terms
            )
        )
        return "before" if against and before.count("(") == 1 else None
    return "before" if _AGAINST.search(without_comparator(words_before(folded, figure.start))) else None


def _proportion(clauses: Clauses, figure: Figure) -> str | None:
    """Whether a per cent counts a part of those named right behind it: "90% hộ nghèo được vay vốn"."""
    if figure.unit != "percent":
        return None
    named = any(
        hit.payload.facet == "population" and 0 <= hit.start - figure.end <= _NEXT_WORD and hit.start < figure.right
        for hit in clauses.words.terms
    )
    return "proportion" if named else None


def _restated(
    folded: str, clauses: Clauses, figure: Figure, previous: Figure | None, found: Mapping[int, str]
) -> str | None:
    """A change told once more in another unit: "bớt được 1.432 hộ, tương đương 1,95%"."""
    if previous is None or found[previous.index] not in ("fall", "rise"):
        return None
    equal = clauses.words.has_connective("equals", figure.own, figure.start)
    return found[previous.index] if equal or _fell_in_bracket(folded, figure, previous, found) else None


def _fell_in_bracket(folded: str, figure: Figure, previous: Figure, found: Mapping[int, str]) -> bool:
    """Whether a bracket of nothing but a rate says by how much it fell as households did: "giảm 446 hộ (6,65%)"."""
    bare = figure.aside and folded[previous.right : figure.start].strip() == "("
    return bare and figure.unit in POINTS and previous.unit in _FALLING and found[previous.index] == "fall"


def _says_alike(folded: str, clauses: Clauses, figure: Figure) -> bool:
    """Whether a rate says the change before it again: "tương ứng 3,27% so với 2020", not "bằng 108% so với 2020"."""
    said = [hit for hit in clauses.words.connectives if figure.own <= hit.start < figure.start]
    return any(hit.payload == "equals" and folded[hit.start : hit.end] not in CUES.of("as_much_as") for hit in said)


def _averaged(folded: str, clauses: Clauses, figure: Figure, found: Mapping[int, str]) -> str | None:
    """What a rate fell or rose by a year, told behind its ends: "giảm từ 9,35% xuống 2,95%, bình quân 1,6%/năm"."""
    levels = [one for one in clauses.figures if one.index < figure.index][-2:]
    if len(levels) < 2 or figure.unit not in RATES or figure.quantity.per != "year":
        return None
    if not _starts_change(folded, *levels) or not _AVERAGE.fullmatch(folded, levels[1].end, figure.start):
        return None
    before, after = (one.quantity.value or 0 for one in levels)
    return "fall" if after < before else "rise"


def _continued(
    folded: str, clauses: Clauses, figure: Figure, previous: Figure | None, found: Mapping[int, str]
) -> str | None:
    """A list goes on as it began: "mức giảm ở thị trấn là 5,27%, ở nông thôn là 5,03%"."""
    if previous is None or previous.depth != figure.depth:
        return None
    joined = folded[previous.end : figure.start].strip() == "và"
    if joined and figure.unit == "percentage_point" and found[previous.index] in MOVES:
        return found[previous.index]  # "giảm 5.084 hộ và 1,18 điểm phần trăm"
    if not _is_alike(previous, figure):
        return None
    if (figure.aside and not previous.aside) or BUT in folded[previous.end : figure.start].split():
        return None
    aspect = found[previous.index]
    if aspect not in ("fall", "rise", "norm", "average") or (aspect in MOVES and _begins_clause(folded, figure)):
        return None
    if aspect in MOVES and _opens_item(folded, clauses, figure, previous):
        return None  # "tỷ lệ hộ nghèo giảm 3%/năm; 100% xã có đường ô tô"
    own = [hit for hit in clauses.words.terms if figure.own <= hit.start and hit.end <= figure.start]
    named = {hit[:2] for hit in own if hit.payload.facet == "population" and _tells_same_of(aspect, hit.payload.id)}
    restarts = any(
        hit.payload.facet == "topic" and hit[:2] not in named and (aspect, hit.payload.id) not in _ALSO_DUE
        for hit in own
    ) or any(
        hit.payload in (*LIST_OPENERS, *SUMMING, "remainder", "equals") and previous.end <= hit.start < figure.start
        for hit in clauses.words.connectives
    )
    return None if restarts else aspect


def _opens_item(folded: str, clauses: Clauses, figure: Figure, previous: Figure) -> bool:
    """Whether a rate that is told of behind opens a list's next item, a comparator at most before it."""
    ended = any(mark.sign == ";" and previous.end <= mark.start < figure.start for mark in clauses.marks)
    opens = not without_comparator(" " + folded[figure.own : figure.start].strip(" ;")).strip()
    told_behind = len(folded[figure.end : figure.right].split()) >= _PREDICATE
    return ended and opens and told_behind and figure.unit == "percent"


def _begins_clause(folded: str, figure: Figure) -> bool:
    """Whether a count opens its clause and is told of behind: "tăng 68 người; 850 người có thẻ" is no further rise."""
    opens = not folded[figure.own : figure.start].strip(" ,;") and figure.unit not in RATES
    return opens and len(folded[figure.end : figure.right].split()) >= _PREDICATE


def _tells_same_of(aspect: str, group: str) -> bool:
    """Whether a list goes on for other people: a norm for others, a fall among minorities; the near-poor are a rate."""
    return aspect == "norm" or (aspect in MOVES and population_groups()[group].facet in _TRAITS)


def _is_alike(previous: Figure, figure: Figure) -> bool:
    """Whether a figure may go on as the one before: of its unit, and no sum behind an amount a head."""
    if previous.unit != figure.unit:
        return {previous.unit, figure.unit} == POINTS
    before, now = previous.quantity.value, figure.quantity.value
    return figure.unit not in A_HEAD or before is None or now is None or now < _MANY_HEADS * before


def _starts_change(folded: str, figure: Figure, following: Figure) -> bool:
    """Whether "từ 12,3% xuống còn 9,8%" stands here."""
    if not folded[figure.own : figure.start].rstrip().endswith("từ") or figure.depth != following.depth:
        return False
    if figure.quantity.comparator == "range" or {figure.unit in RATES, following.unit in RATES} == {True, False}:
        return False  # "giảm từ 4 - 5%, đưa thu nhập lên 36 triệu đồng" tells no two ends of a change
    between = folded[figure.end : following.start]
    words = between.replace(",", " ").split()
    arrival = next((at for at, word in enumerate(words) if word in CUES.of("arriving")), None)
    return ";" not in between and arrival is not None and "trở" not in words[:arrival]  # "từ 2% hộ nghèo trở lên"
