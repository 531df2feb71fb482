"""Whom a number counts or concerns: the choice of a population group from what is told around it.

Which indicator it is of is subjects.py; the words of groups are population_forms.csv.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from pipelines.meaning.code_lists import RATES, ancestors, indicators, population_groups, population_pairs
from pipelines.meaning.evidence import THINGS, TOTAL, Evidence, Subject

#: Evidence at least this strong stands in the number's own list item.
NEAR = 0.72
#: Evidence no stronger than this stands in another clause of its item.
_ITEM = 0.75
#: Evidence at least this strong stands in the number's own clause; a rate is of others only where they are told there.
OWN_CLAUSE = 0.9
#: Evidence weaker than this names no population group: a word of the headline is not the subject of a number.
POPULATION_REACH = 0.4
#: Groups whose evidence differs by no more than this stand side by side.
_BESIDE = 0.1
#: Usual groups of what concerns anyone.
ANYONE = frozenset({TOTAL, "all_hh"})
#: Usual groups that the theme of a document replaces.
CONVENTIONAL = frozenset({TOTAL, "poor_hh"})
_CLASSES = "HH_CLASS"
_ALL_HOUSEHOLDS = "all_hh"
_OFFICIALS = "OFFICIAL"
#: Facets whose groups are those of the indicator where words name them in a wider sense: "trẻ em" who get lunch.
_NARROWED = frozenset({"AGE", "LABOUR", "ETHNICITY"})
_MINORITIES, _MINORITY_HOUSEHOLDS = "ethnic_minority", "ethnic_minority_hh"
#: Facets of groups that only persons are of; groups that are no persons and no households.
_PERSONS = frozenset({"LABOUR", "EDUCATION"})
_ORGANISATIONS = frozenset({"cooperative"})
_HEADS = frozenset({"person", "turn", "customer"})
_HOUSE = "house"
_HOMES = frozenset({"household", _HOUSE})
_SEXES = frozenset({"female", "male"})
_LENDING = "credit"
_POVERTY, _FUNDING = "poverty_rate", "funding"
#: Marts of rates that are of whom the words around tell: poverty, and those of any subject.
_OPEN = frozenset({_POVERTY, "cross", ""})


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of a number when its group is chosen.

    `usual` gives the group that its indicator usually concerns, `themes` those that the document is about, by mart;
    `counted` is the group of the count that an amount of money is told with, `per_head` says that the indicator is an
    amount per head of everybody, `lent` is the credit programme that its own item names.
    """

    indicator: str | None
    mart: str
    unit: str
    aspect: str
    usual: Callable[[], str]
    themes: Mapping[str, str]
    inherited: Subject | None = None
    counted: str | None = None
    per_head: bool = False
    lent: str | None = None


def group_for(evidence: Evidence, setting: Setting) -> str | None:
    """The group that a number counts or concerns.

    Words of its own item name it, made specific by one another; else it is inherited, or that of those counted beside
    an amount of money, else the indicator's usual one, else that of words farther off. Numbers of things (classes,
    communes) and wholes (80.276 of 16.003/80.276) concern the usual group.
    """
    if setting.unit in THINGS or setting.aspect == "total":
        return _people_of_whole(evidence, setting) or setting.usual()
    weights = _weights(evidence, setting)
    of_loans = setting.mart == _LENDING  # "hộ nghèo được vay 8 triệu đồng, lãi suất 3%"
    reach = OWN_CLAUSE if setting.unit in RATES and not of_loans else NEAR
    near = {group: weight for group, weight in weights.items() if weight >= reach}
    if setting.per_head and not of_loans:
        # "tỷ lệ hộ nghèo còn 40%; thu nhập đạt 21 triệu đồng" is the income of all
        near = {group: near[group] for group in near if near[group] >= OWN_CLAUSE or _facet(group) != _CLASSES}
    if near:
        named = _named(near, setting.unit)
        return _within(named, setting) if named else setting.usual()
    inherited = _serving(setting)
    if inherited is not None:
        return inherited
    usual = setting.usual()
    if _is_told_with_a_count(setting, usual):
        return setting.counted
    known = indicators().get(setting.indicator or "")
    is_whole = known is not None and known.passes_on == "no"  # "Tổng số khẩu" is of nobody whom a title names
    if setting.per_head or usual != TOTAL or is_whole:  # an income is of everybody, unless its own clause names others
        return usual
    if setting.unit in RATES and setting.mart not in _OPEN:  # "hộ nghèo không còn; riêng vốn sự nghiệp giải ngân 30%"
        return usual
    far = {group: weight for group, weight in weights.items() if weight >= POPULATION_REACH}
    if setting.mart == _FUNDING:  # "Phấn đấu giảm tỷ lệ hộ nghèo 6%. Nhu cầu vốn là 96 tỷ đồng"
        of_rate = evidence.topics.get("poverty_rate", 0.0)
        far = {group: far[group] for group in far if _facet(group) != _CLASSES or far[group] > of_rate}
    return (_named(far) if far else None) or usual


def _people_of_whole(evidence: Evidence, setting: Setting) -> str | None:
    """The people of whom a whole is all households: "chiếm 14,81% so với 88.150 hộ Khmer toàn tỉnh"."""
    named = evidence.populations.get(_MINORITY_HOUSEHOLDS, 0.0) > OWN_CLAUSE
    own = named and setting.unit == "household" and setting.aspect == "total"
    return _MINORITY_HOUSEHOLDS if own and setting.usual() == _ALL_HOUSEHOLDS else None


def _weights(evidence: Evidence, setting: Setting) -> Mapping[str, float]:
    """The groups named or implied, without those that only do something for others or name the whole of a share."""
    weights = _with_implied(evidence, setting)
    hidden: set[str] = set()
    if setting.mart == _LENDING and setting.unit not in _HEADS | RATES:  # "phụ nữ nhận ủy thác": who manages loans
        hidden |= _SEXES
    if setting.unit not in _HEADS | RATES:  # "cán bộ hướng dẫn 7 hộ"
        hidden |= {group for group in weights if _facet(group) == _OFFICIALS}
    if setting.unit in _HEADS | _HOMES:  # "25 trạm của hợp tác xã, phục vụ 7.540 hộ"
        hidden |= _ORGANISATIONS
    if setting.unit == _HOUSE:  # "việc làm cho 2.480 lao động, hoàn thành 885 căn nhà"
        people = (one for one in weights if _facet(one) in _PERSONS or one in _SEXES)
        hidden |= {one for one in people if weights[one] <= _ITEM}
    known = indicators().get(setting.indicator or "")
    if setting.aspect == "share" and (known is None or known.default_population not in ANYONE):
        hidden.add(TOTAL)  # "người Khmer chiếm 31% dân số"
    return {group: weight for group, weight in weights.items() if group not in hidden} if hidden else weights


def _is_told_with_a_count(setting: Setting, usual: str) -> bool:
    """Whether money is of those counted beside it: not an income, a loan of a programme, nor of a group of its own."""
    if setting.counted is None or setting.counted in ANYONE or setting.mart == _POVERTY or setting.lent:
        return False
    return usual in ANYONE or usual in CONVENTIONAL or usual in setting.themes.values()


def _serving(setting: Setting) -> str | None:
    """The group inherited, where it can be the number's own.

    A rate that its own words name is of its own denominator, not of a neighbour's; newly poor households are none of
    the near-poor told before.
    """
    inherited = setting.inherited
    if inherited is None or inherited.population_group is None:
        return None
    group = inherited.population_group
    if inherited.beside and setting.lent not in (None, inherited.programme):
        return None  # loans of another programme are of others
    usual = setting.usual()
    if group in ANYONE and not inherited.beside and setting.mart == _POVERTY and usual not in ANYONE:
        return None  # of all households "phát sinh mới 87 hộ" are the poor
    if not inherited.beside or setting.indicator in (None, inherited.indicator):
        return group
    if setting.unit in RATES or group in ANYONE:
        return None
    if setting.unit in _HEADS and _facet(group) in _PERSONS and usual in ancestors(group):
        return None  # "đưa 900 lao động đi nước ngoài; đào tạo nghề cho 9.000 người"
    if setting.unit == _HOUSE and _facet(group) in _PERSONS:
        return None  # houses behind workers are not theirs
    return None if group != usual and _facet(usual) == _facet(group) == _CLASSES else group


def _with_implied(evidence: Evidence, setting: Setting) -> Mapping[str, float]:
    """The groups named, with the one that the nearest topic implies where no group is named as near.

    Only of what may concern anyone: a loan or funds "for jobs", not households deprived of jobs.
    """
    if not evidence.implied or (setting.mart == _POVERTY and not setting.per_head):
        return evidence.populations
    group = max(evidence.implied, key=lambda one: (evidence.implied[one], _depth(one)))
    weight = evidence.implied[group]
    if _facet(group) in _PERSONS and any(
        _facet(one) in _PERSONS - {_facet(group)} and told >= NEAR for one, told in evidence.populations.items()
    ):
        return evidence.populations  # "lao động được hỗ trợ tiền ở 400.000 đồng" is no money of pupils
    if weight < NEAR or weight <= max(evidence.populations.values(), default=0.0):
        return evidence.populations
    usual = setting.usual()
    if usual not in ANYONE and usual not in setting.themes.values():
        return evidence.populations
    return {**evidence.populations, group: weight}


def _within(group: str, setting: Setting) -> str:
    """The group named, in the sense of the usual one where that is part of it, or of the total's where it is of it.

    Of workers abroad those "of poor households" are workers of poor households.
    """
    if _facet(group) in _NARROWED and group in ancestors(setting.usual()):
        return setting.usual()
    if group == _MINORITIES and _is_of_households(setting):
        return _MINORITY_HOUSEHOLDS
    inherited = setting.inherited
    whole = inherited.population_group if inherited and not inherited.beside else None
    if whole is not None and group == _ALL_HOUSEHOLDS and _facet(whole) == _CLASSES and setting.unit not in RATES:
        return whole  # "711 hộ nghèo, gồm 486 hộ vay vốn" are of those told before
    if whole is not None and _facet(whole) != _facet(group):
        together = population_pairs().get(frozenset((group, whole)), group)
        # of loans to workers those to poor households are told of households
        return group if _facet(together) in _PERSONS and setting.unit not in _HEADS | RATES else together
    return group


def _is_of_households(setting: Setting) -> bool:
    """Whether a number is a rate of poor households, or how it changed."""
    known = indicators().get(setting.indicator or "")
    if known is None or setting.mart != _POVERTY or setting.unit not in RATES:
        return False
    return known.indicator_id in _changes() or (known.change_indicator is not None and setting.aspect == "level")


@cache
def _changes() -> frozenset[str]:
    """The indicators that tell how another changed."""
    return frozenset(one.change_indicator for one in indicators().values() if one.change_indicator is not None)


def _named(weights: Mapping[str, float], unit: str = "") -> str | None:
    """The group that words name: the nearest, made specific by the others; None where they name many unrelated."""
    if len(weights) == 1:
        return next(iter(weights))
    chosen = max(weights, key=lambda group: (weights[group], _depth(group), group))
    named = {group: weight for group, weight in weights.items() if weight >= weights[chosen] - _BESIDE}
    if is_total(chosen):  # "khách hàng" are all households only where no others are named beside them
        chosen = max((group for group in named if not is_total(group)), key=lambda one: named[one], default=chosen)
    beside = [group for group in weights if weights[group] >= weights[chosen] - _BESIDE]
    if len([group for group in beside if not any(group in ancestors(other) for other in beside)]) > 2:
        return None
    for other in sorted(weights, key=lambda group: (-weights[group], group)):
        together = population_pairs().get(frozenset((chosen, other)))
        if together and other in beside and not (unit in _HOMES and _facet(together) in _PERSONS):
            chosen = together
        elif chosen in ancestors(other):
            chosen = other
    return chosen


def is_total(group: str) -> bool:
    """Whether a group is all of a kind: all households, everybody."""
    return _facet(group) == "TOTAL"


def _facet(group: str) -> str | None:
    known = population_groups().get(group)
    return known.facet if known else None


def _depth(group: str) -> int:
    return len(ancestors(group))


def group_told(evidence: Evidence, subject: Subject) -> bool:
    """Whether words near a number name or imply its group, so that no line farther off needs to be asked."""
    named = any(weight >= NEAR for weight in evidence.populations.values())
    return named or evidence.implied.get(subject.population_group or "", 0.0) >= NEAR


def group_of_line(populations: Mapping[str, float], usual: str | None) -> str | None:
    """The group that a title or a section names, where it is the usual group, a part of it, or what it is part of."""
    if not populations or usual is None or usual == TOTAL:
        return None
    group = _named(populations) or usual
    related = group in ancestors(usual) or usual in ancestors(group)
    return group if related else None
