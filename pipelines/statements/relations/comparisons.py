"""How far one level lies above or below another: "thấp hơn 4,6 điểm phần trăm so với chỉ tiêu (91%)".

Changes of one level over time are changes.py, what goes beyond a plan is plans.py; here are the gaps that neither
tells: to an average, an aim, another place, another way of counting.
"""

import re
from collections.abc import Iterator, Sequence, Set

from pipelines.statements.readings import Reading, same_place, same_variable, sentence_of
from pipelines.statements.relations.candidates import Candidate
from pipelines.statements.relations.compared import same_scale
from pipelines.statements.wording.agreement import Option, choose
from pipelines.statements.wording.equations import difference_of
from pipelines.statements.wording.figures import POINTS
from pipelines.vocabulary.roles import CUES

#: Words of comparison: "cao hơn", "nhiều hơn", "kém"; "hơn 50%" is a bound, "hơn năm 2015 là 8 xã" none.
_THAN = CUES.pattern(r"\b(?:(?:<much>|<little>|<less>) hơn|<less>|hơn(?= [^\W\d]))\b")
#: Words between those and a gap: "cao hơn gần 19,2 điểm"; others tell what is compared with.
_BESIDE = CUES.pattern(r"\W*(?:(?:<about>|đến|được|là)\W+)*")
_LEVELS = frozenset({"level", "share", "proportion", "after", "total", "average"})
_COMPARED = _LEVELS | {"completion", "excess", "fall", "plan", "rise"}
#: A level of another sentence is looked for so many paragraphs and figures back.
_NEAR_PARAGRAPHS, _REACH = 2, 24
_PAIR = 2


def comparisons(readings: Sequence[Reading], taken: Set[int], folded: str) -> Iterator[Candidate]:
    """Each gap told with words of comparison, with the two levels; `taken` are the figures of changes and plans."""
    for gap in readings:
        if gap.index in taken or gap.aspect not in _COMPARED or gap.figure.half or gap.per is not None:
            continue
        chosen = choose(_options(gap, readings, folded))
        if chosen is not None:
            yield chosen


def _options(gap: Reading, readings: Sequence[Reading], folded: str) -> Iterator[Option[Candidate]]:
    sentence = sentence_of(readings, gap)
    than = _words_of(gap, sentence, folded)
    if than is None:
        return
    levels = [one for one in sentence if one.index != gap.index and same_scale(one, gap) and one.per is None]
    above = [one for one in levels if one.figure.end <= than.start() and one.aspect in _LEVELS and not one.figure.aside]
    if not above:
        return
    level = above[-1]
    cut = folded.find(";", than.end(), gap.clauses.sentence.end)
    behind = [one for one in levels if one.figure.start >= than.end() and (cut < 0 or one.figure.start < cut)]
    base = _base(gap, behind, than, folded)
    if base is not None:
        yield _option(gap, base, level, told=True)
    if behind:
        return
    first = sentence[0].index
    for other in reversed(readings[max(0, first - _REACH) : first]):
        if _is_level_of(other, level):
            yield _option(gap, other, level, told=False)


def _words_of(gap: Reading, sentence: Sequence[Reading], folded: str) -> re.Match[str] | None:
    """The words of comparison of which a figure tells the gap: the last before it, with at most one figure between."""
    before = [one for one in sentence if one.index < gap.index][-_PAIR:]
    start = before[0].figure.end if len(before) == _PAIR else gap.clauses.sentence.start
    found = list(_THAN.finditer(folded, start, gap.figure.start))
    if not found or ";" in folded[found[-1].end() : gap.figure.start]:
        return None
    return found[-1]


def _base(gap: Reading, behind: Sequence[Reading], than: re.Match[str], folded: str) -> Reading | None:
    """What a level is compared with: behind its gap ("thấp hơn 4,6 điểm so với 91%"), or before it."""
    base = next(iter(behind), None)
    if base is None or base.figure.half is not None or not _is_level(base) or gap.figure.bracket == base.index:
        return None
    first = min(gap.figure.start, base.figure.start)
    beside = _BESIDE.fullmatch(folded, than.end(), first) is not None
    if gap.index < base.index:
        explained = base.figure.bracket == gap.index
        against = re.search(r"\bso\b|\bvới\b|\bmức\b", folded[gap.figure.end : base.figure.start]) is not None
        return base if explained or (beside and against) else None
    points = gap.figure.unit == "percentage_point" or base.figure.unit not in POINTS
    return base if points and not beside else None


def _is_level(one: Reading) -> bool:
    return one.aspect in _COMPARED and one.figure.unit != "percentage_point"


def _is_level_of(other: Reading, level: Reading) -> bool:
    """Whether a figure of another sentence is a level of what another is: of one variable, group and place."""
    alike = other.counted == level.counted and other.aspect in _LEVELS and other.status == level.status
    near = level.paragraph - other.paragraph <= _NEAR_PARAGRAPHS
    group = other.subject.population_group == level.subject.population_group
    return alike and near and group and same_variable(other, level) and same_place(other, level)


def _option(gap: Reading, base: Reading, level: Reading, *, told: bool) -> Option[Candidate]:
    roles = ((base, "before"), (level, "after"), (gap, "difference"))
    equation = difference_of(gap.figure.quantity, base.figure.quantity, level.figure.quantity)
    return Option(Candidate("change", roles, "gap between two levels"), equation, told)
