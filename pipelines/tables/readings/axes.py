"""What a column heading and a row label each say of the figures where they meet: words, period, place, status, unit.

Both are read the same way, since places, years or programmes may run down or across. What words amount to is decided
in pipelines.meaning; here they get the weight of the place where they stand.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal, NamedTuple

from pipelines.meaning.evidence import Evidence, gather
from pipelines.meaning.groups import is_total
from pipelines.meaning.terms import find_terms
from pipelines.model import Period, Place, Status
from pipelines.orthography import fold
from pipelines.quantities import UnitReading
from pipelines.tables.readings.named_groups import LISTED, lists_a_group, names_a_class
from pipelines.tables.structure.headings import Heading
from pipelines.tables.wording.ordinals import ordinal_before
from pipelines.tables.wording.path_units import (
    cause_level,
    dividing_level,
    measure_level,
    measuring_texts,
    unit_of_path,
)
from pipelines.tables.wording.times import first_period, periods_in
from pipelines.tables.wording.units import EXPLICIT, UnitChoice, is_bare_count, is_rate
from pipelines.tables.wording.words import folded, is_bare_rate, roles_of

# Weights of the places where a word may stand, from the figure outwards.
MEASURE = 1.0  # the heading that says what the column measures
NUMERATOR = 0.95  # the heading of the column that a bare rate is a share of
CATEGORY = 0.85  # the other headings of the column
COMPARED_CATEGORY = 0.92  # the other headings of a column that compares a plan with what was done
DIVIDED = 0.9  # the heading of what a column divides, for whom it concerns
COMPANION = 0.75  # the heading of the count that an amount of money stands beside
LABEL = 0.8  # the row's own label, for what is measured
NAMED = 0.95  # the row's own label, for whom it concerns: groups and programmes mostly run down
UNITLIKE = 0.7  # a heading that only tells the unit ("Số người")
PARENT = 0.6  # the labels over the row's own
ASIDE = 0.28  # those of them that list the topics of their rows; below what topics together must weigh
SUBJECT = 0.55  # the line of the title that tells the most
TITLE = 0.42  # its other lines
SHEET = 0.2  # the sheet's name

#: An aspect that the other columns settle: a share of the plan where one stands before, else a change.
COMPARED = "compared"
_POINT = "percentage_point"
_MAKE_UP = tuple(map(fold, ("cơ cấu", "tỷ trọng", "tỉ trọng")))
#: Areas of an administration: a column that only counts all of them is about none of the table's topics.
_AREAS = frozenset({"commune", "village", "district", "province"})
#: A label says that a line is planned only where it says little else: "Kế hoạch năm 2023", not "Bổ sung có mục tiêu".
_BRIEF = 5


class Zone(NamedTuple):
    """Folded words, with their weight for what is measured and for whom it concerns."""

    topic: float
    group: float
    words: str


def zone(weight: float, text: str) -> Zone:
    """A text whose words weigh the same for either."""
    return Zone(weight, weight, folded(text))


def evidence_of_zones(zones: Sequence[Zone]) -> Evidence:
    """What the words of several places say together."""
    about = gather((topic, words) for topic, _, words in zones)
    whom = gather((group, words) for _, group, words in zones)
    return replace(
        about, populations=whom.populations, programmes=whom.programmes, funding=whom.funding, implied=whom.implied
    )


@dataclass(frozen=True, slots=True)
class Told:
    """What one axis says. `zones` are folded words with their weights; `aspect` is one of aspects.csv.

    `mixed` says of a row that its label names groups of its parts, none of them its own, `of_groups` that the heading
    over the labels asks for groups ("Nhóm đối tượng"), `people` that it names those of a people among all that a total
    counts, `opening` that it tells a stock at the beginning of the year ("đầu năm"), `of_money` of a share of a plan
    that money was planned. `outer` is what is said of figures that stand before
    the row's own label: only what the labels before them say.
    """

    zones: tuple[Zone, ...] = ()
    period: Period | None = None
    place: Place | None = None
    status: Status | None = None
    aspect: str | None = None
    unit: UnitChoice | None = None
    sex: Literal["F", "M"] | None = None
    mixed: bool = False
    of_groups: bool = False
    people: bool = False
    cumulative: bool = False
    opening: bool = False
    of_money: bool = False
    outer: "Told | None" = None


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
    aspect = _first_aspect(measuring_texts(heading.path, table_units)[::-1])
    if aspect is None and choice is not None and choice.unit.code in _AREAS and _is_bare_total(heading):
        aspect = "total"
    if aspect in (None, "average") and choice is not None and choice.unit.code == _POINT:
        # only a change of a rate is told in points: "So với năm 2021 (điểm %)", "Bình quân giảm/năm (điểm %)"
        aspect = next((one for one in ("fall", "rise") if any(one in roles_of(text) for text in heading.path)), "rise")
    if aspect is None and is_bare_rate(heading.leaf) and folded(heading.leaf).startswith(_MAKE_UP):
        aspect = "make_up"  # what part of the whole column each of its lines is
    # a share of a plan is of whom its group names: "Đào tạo nghề cho lao động nông thôn | TH/KH (%)"
    category = COMPARED_CATEGORY if aspect == "completion" else CATEGORY
    zones = [
        *_zones_of_path(heading, measuring, category),
        *_zones_of_others(numerator, companion, whole, table_units),
    ]
    return Told(
        zones=tuple(part for one in zones for part in _with_sum_in_brackets(one)),
        period=first_period(upwards, running),
        place=place,
        status="norm" if aspect == "norm" else _first_status(upwards),
        aspect=aspect,
        unit=choice,
        sex=_first_sex(upwards),
        cumulative=any("cumulative" in roles_of(text) for text in heading.path),
        opening=aspect is None and _tells_opening(heading.path),
    )


def _tells_opening(texts: Sequence[str]) -> bool:
    """Whether a text tells a stock at the beginning: "Số hộ nghèo đầu năm", not "Lũy kế từ đầu năm"."""
    words = [roles_of(text) for text in texts]
    return any("opening" in one and not one & {"cumulative", "difference", "comparison"} for one in words)


def _zones_of_path(heading: Heading, measuring: int, category: float) -> list[Zone]:
    """The words of a column's own headings; those beside the one at the level `measuring` weigh as a `category`."""
    zones = [
        _zone_of_heading(text, MEASURE if level == measuring else category) for level, text in enumerate(heading.path)
    ]
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
    topic = ASIDE if only_whom else MEASURE if of_which else LABEL
    whom = 0.0 if category else PARENT if "school" in roles_of(label) else NAMED
    zones = [Zone(topic, whom, folded(label))] if label else []
    # where a row tells no more than its place or time, the line over it says what is measured
    speaks = bool(label) and not only_whom and not _is_only_period(label, running)
    zones += [
        Zone(LABEL, PARENT if only_whom else NAMED, folded(text)) if not (speaks or at)
        else _zone_over(text, label, DIVIDED if people and not at else PARENT)
        for at, text in enumerate(over)
    ]  # fmt: skip
    # a unit in the row's own cell of a unit column is as good as one in brackets
    choice = UnitChoice(unit, EXPLICIT) if unit is not None else None
    if choice is None and not named and (label or over):
        choice = unit_of_path([*reversed(over), label] if label else [*reversed(over)], table_units)
    texts = [label, *over]
    aspect = None if category else _first_aspect(texts[:1])
    if aspect == COMPARED:  # a line under the figures that it compares: "So với cùng kỳ (%)"
        rate = choice is not None and is_rate(choice.unit)
        aspect = ("same_period" if "same_period" in roles_of(label) else "completion") if rate else "rise"
    return Told(
        zones=tuple(zones),
        period=first_period(texts, running),
        status=_first_status([text for text in texts if len(text.split()) <= _BRIEF]),
        aspect=aspect,
        unit=choice,
        sex=_first_sex(texts),
        opening=aspect is None and _tells_opening(texts),
    )


def _zone_over(text: str, label: str, whom: float) -> Zone:
    """The words of a line over a row; of one that lists topics a group among them is not that of the others' rows.

    "Việc làm, xuất khẩu lao động" over "Việc làm tại các doanh nghiệp".
    """
    if not _lists(text, label):
        return Zone(PARENT, whom, folded(text))
    return Zone(ASIDE, 0.0 if lists_a_group(folded(text)) else whom, folded(text))


@lru_cache(maxsize=1 << 10)
def title_zones(titles: tuple[str, ...], sheet_name: str) -> tuple[Zone, ...]:
    """The words of a table's titles and of its sheet's name; the nearest title that tells a topic is the subject.

    Where a numbered title has a topic of its own, a title over all tables that lists several says not whom it concerns.
    """
    subject = next((title for title in reversed(titles) if gather([(1.0, folded(title))]).topics), None)
    zones = [zone(SUBJECT if title is subject else TITLE, title) for title in titles]
    if subject is not None and ordinal_before(subject)[0] is not None:
        before = titles.index(subject)
        zones[:before] = [
            one._replace(group=0.0) if _lists(title, subject) else one
            for title, one in zip(titles[:before], zones[:before], strict=True)
        ]
    return (*zones, zone(SHEET, sheet_name))


def _lists(text: str, label: str) -> bool:
    """Whether a line lists what the rows under it are about, and a label tells its own: "Việc làm, tín dụng"."""
    plain = _DIVIDED.sub("", folded(text))
    if not LISTED.search(plain):
        return False
    return len(gather([(1.0, plain)]).topics) > 1 and bool(gather([(1.0, folded(label))]).topics)


#: "Số người được trợ giúp, chia ra:" lists nothing itself.
_DIVIDED = re.compile(r",\s*(?:chia ra|trong đó|bao gồm|gồm|cụ thể)\s*:?\s*$")
_TIME_WORDS = ("năm", "tháng", fold("quý"))


def _is_only_period(label: str, running: int | None) -> bool:
    """Whether a label is a time and nothing else: "2021", "Năm 2022"."""
    words = [word for word in folded(label).split() if word.isalpha() and word not in _TIME_WORDS]
    return not words and bool(periods_in(label, running))


def _first_status(texts: Sequence[str]) -> Status | None:
    """The status that the nearest text tells; "Thực hiện so với kế hoạch" is about what was done."""
    for text in texts:
        words = roles_of(text)
        if words & {"completion", "actual", "spending"}:
            return "actual"
        if "plan" in words:
            return "plan"
        if "target" in words:
            return "target"
    return None


def _first_aspect(texts: Sequence[str]) -> str | None:
    for text in texts:
        words = roles_of(text)
        if "remaining" in words:
            return "remaining"
        if "completion" in words:
            return "completion"
        if "difference" in words:
            return "rise"
        if "comparison" in words:
            return COMPARED
        for aspect in ("fall", "rise", "norm", "average"):
            if aspect in words:
                return aspect
    return None


def _first_sex(texts: Sequence[str]) -> Literal["F", "M"] | None:
    for text in texts:
        words = roles_of(text)
        if "organisation" in words:
            continue
        if "female" in words:
            return "F"
        if "male" in words:
            return "M"
    return None
