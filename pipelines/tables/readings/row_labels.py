"""What the label of a row says of its figures, with the labels over it."""

from functools import lru_cache

from pipelines.orthography import fold
from pipelines.quantities import UnitReading
from pipelines.tables.readings.named_groups import lists_a_group
from pipelines.tables.readings.told import COMPARED, Told, first_aspect, first_sex, first_status, tells_opening
from pipelines.tables.readings.zones import ASIDE, DIVIDED, LABEL, MEASURE, NAMED, PARENT, SECTION, Zone, lists_topics
from pipelines.tables.wording.path_units import unit_of_path
from pipelines.tables.wording.times import first_period, periods_in
from pipelines.tables.wording.units import EXPLICIT, UnitChoice, is_rate
from pipelines.tables.wording.words import folded, roles_of

#: A label says that a line is planned only where it says little else: "Kế hoạch năm 2023", not "Bổ sung có mục tiêu".
_BRIEF = 5


@lru_cache(maxsize=1 << 14)
def row_told(
    label: str, over: tuple[str, ...], table_units: tuple[UnitReading, ...], unit: UnitReading | None,
    running: int | None, named: bool, of_which: bool = False, only_whom: bool = False, people: bool = False,
    category: bool = False,
) -> Told:  # fmt: skip
    """What a row's label says, with the labels over it from the nearest to the farthest, and its own unit cell.

    Of a row that is `named` by a place, or by nothing but being a total, the label is empty. A line told `of_which`
    may measure something else than its column: "Trong đó: Nợ quá hạn" under "Dư nợ"; one that tells `only_whom` it
    concerns is measured as the line over it: "Trong đó: Hộ nghèo" under "Số hộ được hỗ trợ nhà ở". A `people` is
    that among those of the line over it. A `category` (a service that households lack, a reason) concerns nobody.
    """
    topic = ASIDE if only_whom else _topic_of(label, MEASURE if of_which else LABEL)
    whom = 0.0 if category else PARENT if "school" in roles_of(label) else NAMED
    zones = [Zone(topic, whom, folded(label))] if label else []
    # where a row tells no more than its place or time, the line over it says what is measured
    speaks = bool(label) and not only_whom and not _is_only_period(label, running)
    zones += [
        Zone(_topic_of(text, LABEL), PARENT if only_whom else NAMED, folded(text)) if not (speaks or at)
        else _zone_over(text, label, DIVIDED if people and not at else PARENT, nearest=not at)
        for at, text in enumerate(over)
    ]  # fmt: skip
    # a unit in the row's own cell of a unit column is as good as one in brackets
    choice = UnitChoice(unit, EXPLICIT) if unit is not None else None
    if choice is None and (label or over):
        choice = unit_of_path([*reversed(over), label] if label else [*reversed(over)], table_units)
    texts = [label, *over]
    aspect = None if category else first_aspect(texts[:1])
    if aspect == COMPARED:  # a line under the figures that it compares: "So với cùng kỳ (%)"
        rate = choice is not None and is_rate(choice.unit)
        aspect = ("same_period" if "same_period" in roles_of(label) else "completion") if rate else "rise"
    return Told(
        zones=tuple(zones),
        period=first_period(texts, running),
        status=first_status([text for text in texts if len(text.split()) <= _BRIEF]),
        aspect=aspect,
        unit=choice,
        sex=first_sex(texts),
        opening=aspect is None and tells_opening(texts),
    )


def _topic_of(label: str, weight: float) -> float:
    """The weight of a label for what is measured: that of a school says where it was, "PTDTBT" in its name or not."""
    return 0.0 if "school" in roles_of(label) else weight


def _zone_over(text: str, label: str, whom: float, nearest: bool) -> Zone:
    """The words of a line over a row; of one that lists topics a group among them is not that of the others' rows.

    "Việc làm, xuất khẩu lao động" over "Việc làm tại các doanh nghiệp".
    """
    if not lists_topics(text, label):
        return Zone(_topic_of(text, PARENT if nearest else SECTION), whom, folded(text))
    return Zone(ASIDE, 0.0 if lists_a_group(folded(text)) else whom, folded(text))


_TIME_WORDS = ("năm", "tháng", fold("quý"))


def _is_only_period(label: str, running: int | None) -> bool:
    """Whether a label is a time and nothing else: "2021", "Năm 2022"."""
    words = [word for word in folded(label).split() if word.isalpha() and word not in _TIME_WORDS]
    return not words and bool(periods_in(label, running))
