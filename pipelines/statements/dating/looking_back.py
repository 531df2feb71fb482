"""Levels of an earlier year's end told behind those of a later one, and the changes told between the two.

When all other figures speak of is times.py.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipelines.model import Period
from pipelines.statements.dating import spans
from pipelines.statements.dating.told_periods import Dated
from pipelines.statements.telling.aspects import MOVES
from pipelines.statements.wording.figures import POINTS, Clauses, Figure

#: Roles of mentions that date a level.
_DATING = frozenset({"plain", "state"})


@dataclass(frozen=True, slots=True)
class LookBack:
    """A sentence that tells the levels of a year's end before the one that runs: its day, the later day, its levels."""

    former: Period
    later: Period
    levels: tuple[Figure, ...]

    def changes(self, figures: Sequence[Figure], aspects: Mapping[int, str]) -> Iterator[tuple[int, Period]]:
        """The changes among some figures that led from these levels to the later ones, with their stretch."""
        for figure in figures:
            led = (
                level.start < figure.start and (level.unit == figure.unit or {level.unit, figure.unit} <= POINTS)
                for level in self.levels
            )
            if aspects[figure.index] in MOVES and any(led):
                yield figure.index, spans.from_to(self.former, self.later)


def look_back(
    cut: Clauses, dated: Sequence[Dated], aspects: Mapping[int, str], later: Period | None
) -> LookBack | None:
    """Whether a sentence looks back from what runs: "(cuối năm 2023 …). Cuối năm 2022, tỷ lệ là 32,45%, như vậy …"."""
    ends = [each for each in dated if each.mention.role in _DATING and spans.are_year_ends(each.period, later)]
    if not ends or later is None:
        return None
    levels = (one for one in cut.figures if ends[-1].start < one.start and aspects[one.index] == "level")
    return LookBack(ends[-1].period, later, tuple(levels))


def ends_of_fall(dated: Sequence[Dated], aspects: Mapping[int, str]) -> tuple[Period, Period] | None:
    """The times between which a sentence ends by telling a change: "từ 90,6% cuối năm 2020 còn 82,3% cuối năm 2021"."""
    told = [each for each in dated if each.mention.role in _DATING | {"exclusive"}][-2:]
    if len(told) < 2:
        return None
    former, later = ({aspects[index] for index in each.mention.figures} for each in told)
    ends = "before" in former and "after" in later and told[0].period.end < told[1].period.start
    return (told[0].period, told[1].period) if ends else None


def goes_on_from(before: LookBack | None, cut: Clauses, aspects: Mapping[int, str]) -> bool:
    """Whether a sentence that names no time tells a change from the levels of the one before: "Như vậy giảm 640 hộ"."""
    dates_itself = any(one.period is not None for one in cut.periods)
    return before is not None and not dates_itself and next(before.changes(cut.figures, aspects), None) is not None
