"""What figures told in their order are of: "các năm 2021, 2022 lần lượt giảm 5% và 4%", "hộ nghèo, cận nghèo …".

What a single period dates is times.py.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from pipelines.meaning.terms import find_terms
from pipelines.model import Period
from pipelines.quantities import periods
from pipelines.statements.dating.spans import is_whole_years
from pipelines.statements.dating.told_periods import Dated
from pipelines.statements.wording.figures import SUMMING, Clauses, Figure

#: What stands between two figures of one enumeration, behind their units.
_BETWEEN = re.compile(r"\s*(?:[,;]|,?\s*và)\s*")
#: Words before a run of years that mean each of them.
_EACH = re.compile(r"(?:các|từng|mỗi|những) năm (?:từ )?(?:năm )?$")
_DIGIT = re.compile(r"[0-9]")
_NEAR = 20


def in_turn(folded: str, cut: Clauses, dated: Sequence[Dated]) -> Mapping[int, Period]:
    """The year of each figure, by its index, where a sentence tells as many figures as years, each in its turn."""
    turn = next((hit for hit in cut.words.connectives if hit.payload == "respectively"), None)
    if turn is None or not dated:
        return {}
    told = enumeration(folded, [figure for figure in cut.figures if figure.start >= turn.end])
    before = [year for each in dated if each.start < turn.start for year in _years(folded, each)]
    behind = [year for each in dated if told and each.start >= told[-1].end for year in _years(folded, each)]
    for years in (list(dict.fromkeys(before)), list(dict.fromkeys(behind))):
        if len(years) > 1 and len(years) == len(told):
            found = {figure.index: periods.year(year) for figure, year in zip(told, years, strict=True)}
            found.update(_together(cut, told, years))
            return found
    return {}


def groups_in_turn(folded: str, cut: Clauses) -> Iterator[tuple[int, str]]:
    """The group of each figure, by its index, where a sentence tells as many figures as groups, each in its turn.

    "Dư nợ của hộ nghèo, hộ cận nghèo và hộ mới thoát nghèo lần lượt là 142,3 tỷ đồng, 88,6 tỷ đồng và 69,4 tỷ đồng".
    """
    turn = next((hit for hit in cut.words.connectives if hit.payload == "respectively"), None)
    if turn is None:
        return
    told = enumeration(folded, [figure for figure in cut.figures if figure.start >= turn.end])
    names = _BETWEEN.split(folded[cut.sentence.start : turn.start])[-len(told) :]
    groups = [[hit.payload.id for hit in find_terms(name) if hit.payload.facet == "population"][-1:] for name in names]
    if 1 < len(told) == len(groups) and all(groups):
        yield from ((figure.index, group) for figure, (group,) in zip(told, groups, strict=True))


def _together(cut: Clauses, told: Sequence[Figure], years: Sequence[int]) -> Iterator[tuple[int, Period]]:
    """The figure behind those told in turn that sums them up, with all their years: "cộng lại là 15 tỷ đồng"."""
    total = next((figure for figure in cut.figures if figure.index == told[-1].index + 1), None)
    if total is None or total.unit != told[-1].unit or sorted(years) != list(range(min(years), max(years) + 1)):
        return
    if any(cut.words.has_connective(kind, told[-1].end, total.start) for kind in SUMMING):
        yield total.index, periods.years(min(years), max(years))


def enumeration(folded: str, figures: Sequence[Figure]) -> list[Figure]:
    """The first of the figures, as far as only commas and "và" part them; `folded` is the text of the document."""
    told = list(figures[:1])
    for figure in figures[1:]:
        if not _BETWEEN.fullmatch(folded, told[-1].end, figure.start):
            break
        told.append(figure)
    return told


def _years(folded: str, dated: Dated) -> Iterator[int]:
    """The years that a mention names one by one: "các năm từ 2016 đến 2020", but not "giai đoạn 2016 - 2020"."""
    period = dated.mention.quantity.period or dated.period
    first, last = period.start.year, period.end.year
    digits = _DIGIT.search(folded, dated.start, dated.mention.quantity.end)
    opening = folded[max(0, dated.start - _NEAR) : digits.start() if digits else dated.start]
    each = _EACH.search(opening) is not None  # "vốn Chương trình 135 các năm 2016, 2017"
    if not (each or dated.mention.role in ("plain", "since")) or not is_whole_years(period):
        return
    if first == last or each:
        yield from range(first, last + 1)
