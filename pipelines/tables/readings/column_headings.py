"""What the heading of a column says of its figures, with the headings of other columns that it leans on.

What that is in the end, given what it divides or is compared with, is compared.py.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from pipelines.meaning.evidence import gather
from pipelines.meaning.groups import is_total
from pipelines.meaning.terms import find_terms
from pipelines.model import Place
from pipelines.orthography import fold
from pipelines.quantities import UnitReading
from pipelines.tables.readings.named_groups import names_a_class
from pipelines.tables.readings.told import Told, first_aspect, first_sex, first_status, tells_opening
from pipelines.tables.readings.zones import (
    ASIDE,
    CATEGORY,
    COMPANION,
    COMPARED_CATEGORY,
    DIVIDED,
    MEASURE,
    NAMED,
    NUMERATOR,
    UNITLIKE,
    Zone,
    zone,
)
from pipelines.tables.structure.headings import Heading
from pipelines.tables.wording.path_units import (
    cause_level,
    dividing_level,
    measure_level,
    measuring_texts,
    unit_of_path,
)
from pipelines.tables.wording.times import first_period
from pipelines.tables.wording.units import is_bare_count
from pipelines.tables.wording.words import folded, is_bare_rate, roles_of

_POINT = "percentage_point"
_MAKE_UP = tuple(map(fold, ("cơ cấu", "tỷ trọng", "tỉ trọng")))
#: Areas of an administration: a column that only counts all of them is about none of the table's topics.
_AREAS = frozenset({"commune", "village", "district", "province"})


@lru_cache(maxsize=1 << 12)
def column_told(
    heading: Heading, table_units: tuple[UnitReading, ...], numerator: Heading | None, companion: Heading | None,
    place: Place | None, running: int | None, whole: Heading | None,
) -> Told:  # fmt: skip
    """What the heading of a column says.

    `whole` heads what a column under "Chia ra" or "Trong đó" divides, `numerator` what a bare rate ("Tỷ lệ (%)") is
    a share of, `companion` the count beside an amount of money; `place` is the one that its heading names. `running`
    is the year of the table, to which "9 tháng" or "đến 30/6" belong.
    """
    measuring = measure_level(heading.path, table_units)
    upwards = heading.path[::-1]
    choice = unit_of_path(heading.path, table_units)
    aspect = first_aspect(measuring_texts(heading.path, table_units)[::-1])
    if aspect is None and choice is not None and choice.unit.code in _AREAS and _is_bare_total(heading):
        aspect = "total"
    if aspect in (None, "average") and choice is not None and choice.unit.code == _POINT:
        # only a change of a rate is told in points: "So với năm 2021 (điểm %)", "Bình quân giảm/năm (điểm %)"
        aspect = next((one for one in ("fall", "rise") if any(one in roles_of(text) for text in heading.path)), "rise")
    if aspect is None and is_bare_rate(heading.leaf) and folded(heading.leaf).startswith(_MAKE_UP):
        aspect = "make_up"  # what part of the whole column each of its lines is
    # a share of a plan is of whom its group names: "Đào tạo nghề cho lao động nông thôn | TH/KH (%)"
    # so is a rate that says no more than that it is one: "Hộ cận nghèo | Tỷ lệ (%)"
    category = COMPARED_CATEGORY if aspect == "completion" or is_bare_rate(heading.leaf) else CATEGORY
    zones = [
        *_zones_of_path(heading, measuring, category),
        *_zones_of_others(numerator, companion, whole, table_units),
    ]
    return Told(
        zones=tuple(part for one in zones for part in _with_sum_in_brackets(one)),
        period=first_period(upwards, running),
        place=place,
        status="norm" if aspect == "norm" else first_status(upwards),
        aspect=aspect,
        unit=choice,
        sex=first_sex(upwards),
        cumulative=any("cumulative" in roles_of(text) for text in heading.path),
        opening=aspect is None and tells_opening(heading.path),
    )


def _zones_of_path(heading: Heading, measuring: int, category: float) -> list[Zone]:
    """The words of a column's own headings; those beside the one at the level `measuring` weigh as a `category`."""
    zones = [
        _zone_of_heading(text, MEASURE if level == measuring else category) for level, text in enumerate(heading.path)
    ]
    if is_bare_count(heading.leaf):  # "Người cao tuổi | Số người": whom the bare count is of
        over = len(zones) - 1
        zones[:over] = [one._replace(group=max(one.group, category)) for one in zones[:over]]
    zones = [
        one._replace(topic=ASIDE) if _says_nothing_of_it(one, level, measuring, heading) else one
        for level, one in enumerate(zones)
    ]
    if measuring >= 0 and "served" in roles_of(heading.path[measuring]) and not _counts_all(heading.path[measuring]):
        # those of whom it was done: "Số người được đào tạo | Người thuộc hộ nghèo" does not count the poor
        zones = [one._replace(topic=ASIDE) if level > measuring and names_a_class(one.words) else one
                 for level, one in enumerate(zones)]  # fmt: skip
    zones = [one if level <= cause_level(heading.path) else one._replace(group=0.0) for level, one in enumerate(zones)]
    if _counts_all(heading.path[measuring] if measuring >= 0 else ""):
        # of all of them those that a heading below names: "Tổng số hộ nông thôn (hộ) | Hộ nghèo"
        zones = [one._replace(group=max(one.group, NAMED)) if level > measuring and one.group else one
                 for level, one in enumerate(zones)]  # fmt: skip
    divided = dividing_level(heading.path)
    if divided is None:
        return zones
    # whom it concerns is told by what divides, made specific by what is divided
    # what lies below one that measures something are categories; "Trong đó (người)" only tells the unit
    last = divided if divided == measuring and find_terms(zones[divided].words) else len(heading.path)
    return [
        Zone(topic, MEASURE if divided <= level <= last else min(group, DIVIDED), words)
        for level, (topic, group, words) in enumerate(zones)
    ]


def _counts_all(text: str) -> bool:
    """Whether a heading counts all of a kind: "Tổng số hộ dân cư"."""
    groups = gather([(1.0, folded(text))]).populations
    return bool(groups) and all(map(is_total, groups))


def _zone_of_heading(text: str, weight: float) -> Zone:
    bare = is_bare_count(text)
    topic = UNITLIKE if bare and "total_prefix" not in roles_of(text) else weight
    return Zone(topic, UNITLIKE if bare else weight, folded(text))


def _zones_of_others(
    numerator: Heading | None, companion: Heading | None, whole: Heading | None, table_units: tuple[UnitReading, ...]
) -> Iterator[Zone]:
    """What the headings of other columns say of one: see column_told."""
    if whole is not None:
        yield from (Zone(CATEGORY, DIVIDED, folded(text)) for text in whole.path)
    if numerator is not None:
        yield zone(NUMERATOR, numerator.leaf)
        # over a bare count ("Hộ cận nghèo | Số hộ") a heading says who is counted
        whom = NUMERATOR if is_bare_count(numerator.leaf) else CATEGORY
        yield from (Zone(CATEGORY, whom, folded(text)) for text in numerator.path[:-1])
    if companion is not None:
        yield zone(COMPANION, companion.path[measure_level(companion.path, table_units)])


def _is_bare_total(heading: Heading) -> bool:
    """Whether a heading says "Tổng số xã" and nothing else."""
    return len(heading.path) == 1 and is_bare_count(heading.leaf) and "total_prefix" in roles_of(heading.leaf)


def of_several(told: Told) -> Told:
    """What an amount of money says that stands beside several counts: whom the nearest of them counts is not all."""
    zones = tuple(one._replace(group=0.0) if one[:2] == (COMPANION, COMPANION) else one for one in told.zones)
    return replace(told, zones=zones)


def only_of_whom(told: Told, leaf: str) -> Told:
    """What a column says whose last heading only tells whom of a whole it concerns: "Trong đó: hộ nghèo"."""
    words = folded(leaf)
    zones = tuple(one._replace(topic=0.0) if one.words == words else one for one in told.zones)
    return replace(told, zones=zones)


_END_OF_YEAR, _START_OF_YEAR = fold("cuối năm"), fold("đầu năm")


def as_opening(told: Told) -> Told:
    """What a column says where the end of a year is that of the one before the table's: its opening."""
    zones = tuple(one._replace(words=one.words.replace(_END_OF_YEAR, _START_OF_YEAR)) for one in told.zones)
    return replace(told, zones=zones)


_BRACKET = re.compile(r"\(([^()]*)\)")


def _with_sum_in_brackets(told: Zone) -> tuple[Zone, ...]:
    """A zone as it is; where brackets say which groups it adds up they alone say whom it concerns.

    "Hộ nghèo đa chiều (hộ nghèo + hộ cận nghèo)".
    """
    added = next((text for text in _BRACKET.findall(told.words) if _is_sum(text)), None)
    if added is None or not gather([(1.0, added)]).populations:
        return (told,)
    return told._replace(group=0.0), Zone(0.0, told.group, added.strip())


def _is_sum(text: str) -> bool:
    """Whether a plus stands between words."""
    return sum(any(map(str.isalpha, summand)) for summand in text.split("+")) > 1


def _says_nothing_of_it(told: Zone, level: int, measuring: int, heading: Heading) -> bool:
    """Whether a text of a heading path says nothing of what its column measures.

    One over the measuring text that announces plan and result of all its columns ("Kế hoạch vốn … và kết quả giải
    ngân"), and one below it that names where money comes from ("Kinh phí đã hỗ trợ | Quỹ Vì người nghèo").
    """
    words = roles_of(heading.path[level])
    if level < measuring:
        return "plan" in words and bool(words & {"actual", "spending"})
    return (
        level > measuring and "money" in roles_of(heading.path[measuring]) and bool(gather([(1.0, told.words)]).funding)
    )
