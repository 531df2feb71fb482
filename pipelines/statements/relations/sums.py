"""Totals and parts as relations: which parts belong to one breakdown, and whether it is told to be complete.

Sums that no list tells are sums_beside_lists.py.
"""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from decimal import Decimal

from pipelines.meaning.code_lists import CURRENCIES, indicator_sums, indicators, population_groups
from pipelines.statements.lists.parts import Part, Structure
from pipelines.statements.readings import Reading
from pipelines.statements.relations.candidates import Candidate
from pipelines.statements.totals.complements import are_complements
from pipelines.statements.totals.completeness import MANY_SOURCES, are_sources, is_whole_but_for_a_slip
from pipelines.statements.totals.rated_parts import TELLING_DIGITS, holds_share
from pipelines.statements.wording.agreement import Equation, bounds
from pipelines.statements.wording.equations import adds_up, total_of
from pipelines.statements.wording.slips import exceeds_by_a_slip, significant_digits

#: Connectives whose lists name all parts, where nothing says otherwise.
_COMPLETE = frozenset({"consist", "left", "remainder"})
#: Connectives that leave open whether all parts are named.
_OPEN = frozenset({"of_which", "slash", "lines"})

#: Connectives whose parts may overlap, unless their numbers say that they add up.
_LOOSE = frozenset({"among", "bracket"})
#: Connectives whose parts may add up all the same, as their numbers then show, and parts that no word tells.
_TOLD = frozenset({"incomplete", "particular", "among", "bracket", "of_which"})
_IMPLIED = frozenset({"implied", "lines"})
#: Chance seldom makes figures add up that nothing says do.
_RARELY = Decimal("0.05")
#: Places are described rather than divided: "13 xã, trong đó 11 xã khu vực III, 4 xã biên giới".
_DESCRIBED = frozenset({"commune", "village", "district", "province", "locality", "school"})

#: Parts that come to so many times their total are of another one, or hold a slip of a scale word.
_TWICE, _UNIT_SLIP = 2, 100
#: A list has at least so many parts.
_SHORTEST = 2
#: The conjunction before the last of a list, in whose words no other clause begins.
_AND = re.compile(r"(?<![,;.] )\bvà [^,;:.\d]*$")


def without_partial(added: Sequence[Candidate]) -> list[Candidate]:
    """The candidates but for sums that do not hold of some of the parts with all of which the total is a sum."""
    holding: dict[int, list[frozenset[int]]] = {}
    for one in added:
        if one.kind == "part_whole" and holds(one):
            holding.setdefault(one.members[0][0].index, []).append(_parts_of(one))
    return [
        one
        for one in added
        if one.kind != "part_whole"
        or not any(_parts_of(one) < whole for whole in holding.get(one.members[0][0].index, ()))
        or holds(one)
    ]


def _parts_of(candidate: Candidate) -> frozenset[int]:
    return frozenset(reading.index for reading, _ in candidate.members[1:])


def holds(candidate: Candidate) -> bool:
    """Whether the parts of a sum add up to its total."""
    (total, _), *parts = candidate.members
    return equation_of(total, [part for part, _ in parts]).fits


def sums(
    readings: Mapping[int, Reading], parts: Sequence[Part], structure: Structure, folded: str
) -> Iterator[Candidate]:
    """Each breakdown of each total: a sum where it has several parts that add up, else a subset a part."""
    lists: dict[tuple[int, int], list[Part]] = {}
    for part in parts:
        lists.setdefault((part.total, part.list_number), []).append(part)
    partial = frozenset(_partial(lists))
    complete = frozenset(_complete(lists, readings))
    summed: set[int] = set()
    ordered = list(readings.values())
    for (total_index, number), members in lists.items():
        total, connective = readings[total_index], members[0].connective
        told = None
        if (total_index, number) not in partial:
            told = structure.complete.get(number, True if connective in _COMPLETE or number in complete else None)
        for listed in _breakdowns(total, [readings[part.part] for part in members], folded):
            missing = _missing(total, listed, parts, readings) if connective in _COMPLETE else []
            breakdown = _without_subtotals([*listed, *missing])
            if holds_share(breakdown, ordered):
                continue
            equation, sources = equation_of(total, breakdown), told is None and are_sources(breakdown)
            likely = sources or (told is None and number in structure.likely)
            likely = likely and (equation.agrees() or (sources and equation.mends()))
            likely = likely or (told is None and is_whole_but_for_a_slip(connective, breakdown, equation))
            exhaustive = True if likely or (told is None and are_complements(breakdown, folded)) else told
            is_cut = len(breakdown) < len(listed) + len(missing)
            if exhaustive and (is_cut or _falls_short(total, breakdown)):
                exhaustive = None
            for candidate in _of_breakdown(total, breakdown, connective, exhaustive):
                if candidate.kind == "part_whole":
                    summed |= {reading.index for reading, role in candidate.members if role == "part"}
                yield candidate
    yield from _together(readings, parts, summed, folded)


def _together(
    readings: Mapping[int, Reading], parts: Sequence[Part], summed: Set[int], folded: str
) -> Iterator[Candidate]:
    """The sums of parts of one total that lists of their own tell: "nhiều nhất là …; xếp sau là …. Ít nhất là …".

    `summed` are the parts that another sum adds up.
    """
    by_total: dict[int, list[Part]] = {}
    for part in parts:
        if part.connective in _TOLD | _IMPLIED and part.part not in summed:
            by_total.setdefault(part.total, []).append(part)
    for index, found in by_total.items():
        total = readings[index]
        told = all(part.connective in _TOLD for part in found)
        members = sorted({part.part for part in found})
        for breakdown in _breakdowns(total, [readings[member] for member in members], folded):
            near = breakdown[-1].paragraph - breakdown[0].paragraph <= 1
            if len(breakdown) > 1 and near and _adds_up(breakdown) and _is_no_chance(total, breakdown, told):
                yield sum_candidate(total, breakdown, "list: together", True)


def _without_subtotals(listed: Sequence[Reading]) -> list[Reading]:
    """The parts of a list without those that others of them add up to by their indicators.

    "hộ nghèo: 5.106 hộ; hộ cận nghèo: 2.438 hộ; tổng số hộ nghèo và hộ cận nghèo: 7.544 hộ".
    """
    told = {part.subject.indicator for part in listed}
    subtotals = {total for total, added in indicator_sums().items() if told.issuperset(added)}
    return [part for part in listed if part.subject.indicator not in subtotals]


def _falls_short(total: Reading, parts: Sequence[Reading]) -> bool:
    """Whether parts make less than half of a total and no one slip explains it: then they are those of another."""
    added = sum((part.figure.quantity.value or 0 for part in parts), Decimal(0))
    value = total.figure.quantity.value
    equation = equation_of(total, parts)
    return value is not None and added * _TWICE < value and not (equation.fits or equation.mends())


def _missing(
    total: Reading, breakdown: Sequence[Reading], parts: Sequence[Part], readings: Mapping[int, Reading]
) -> list[Reading]:
    """What is told apart of a total in the paragraph of its list, where the list adds up with it alone.

    "Chia theo kênh …: 3.149 người; …; 285 người. Riêng xuất khẩu lao động mới có 9 người" of 4.348.
    """
    apart = [
        readings[part.part]
        for part in parts
        if part.total == total.index and part.connective in ("particular", "incomplete")
        if readings[part.part].paragraph == breakdown[-1].paragraph and readings[part.part] not in breakdown
    ]
    fits = equation_of(total, breakdown).fits
    return apart if apart and not fits and equation_of(total, [*breakdown, *apart]).fits else []


def _is_no_chance(total: Reading, parts: Sequence[Reading], told: bool) -> bool:
    """Whether figures add up, or would with one slip where all are told as parts, and chance seldom makes that."""
    equation = equation_of(total, parts)
    return equation.chance() <= _RARELY and (equation.fits or (told and equation.mends()))


def sum_candidate(total: Reading, parts: Sequence[Reading], rule: str, exhaustive: bool | None) -> Candidate:
    """A total with its parts as a relation."""
    roles = ((total, "total"), *((reading, "part") for reading in parts))
    return Candidate("part_whole", roles, rule, exhaustive)


def _of_breakdown(
    total: Reading, breakdown: Sequence[Reading], connective: str, exhaustive: bool | None
) -> Iterator[Candidate]:
    rule = f"list: {connective}"
    if len(breakdown) > 1 and connective in _LOOSE and exhaustive is not True and _adds_up(breakdown):
        equation = equation_of(total, breakdown)
        sources = connective == "bracket" and len(breakdown) >= MANY_SOURCES and total.figure.unit in CURRENCIES
        exhaustive = True if equation.agrees() or (sources and equation.mends()) else exhaustive
    told = exhaustive is True or connective in _COMPLETE | _OPEN
    if len(breakdown) > 1 and told and _is_sum(total, breakdown, exhaustive):
        if not _is_believed(total, breakdown):
            return
        yield sum_candidate(total, breakdown, rule, exhaustive)
    elif connective in ("incomplete", "among") and _exceed(total, breakdown):
        yield sum_candidate(total, breakdown, rule, False)
    else:
        for reading in breakdown:
            if exceeds_by_a_slip(reading.figure.quantity, total.figure.quantity):
                yield Candidate("subset", ((total, "whole"), (reading, "part")), rule)


def _exceed(total: Reading, parts: Sequence[Reading]) -> bool:
    """Whether some of the parts of a total, each of a place of its own, come to more than it by a slip of one."""
    places = [one.place.name if one.place is not None else None for one in parts]
    apart = None not in places and len(set(places)) == len(parts) and all(map(_is_flat, parts))
    equation = equation_of(total, parts)
    added = sum((one.figure.quantity.value or 0 for one in parts), Decimal(0))
    return apart and _adds_up(parts) and added > (total.figure.quantity.value or 0) and equation.mends()


def _is_flat(part: Reading) -> bool:
    return part.figure.half is None and part.aspect in ("level", "after")


def _is_believed(total: Reading, parts: Sequence[Reading]) -> bool:
    """Whether parts that do not add up may be those of a total: not twice as much together, unless by a scale."""
    added = sum((part.figure.quantity.value or 0 for part in parts), Decimal(0))
    value = total.figure.quantity.value
    equation = equation_of(total, parts)
    return value is None or equation.fits or equation.mends() or added <= value * _TWICE or added > value * _UNIT_SLIP


def equation_of(total: Reading, parts: Sequence[Reading]) -> Equation:
    """What the numbers say of a total and its parts."""
    return total_of(total.figure.quantity, [part.figure.quantity for part in parts])


def _complete(lists: Mapping[tuple[int, int], Sequence[Part]], readings: Mapping[int, Reading]) -> Iterator[int]:
    """The lists that add up by no chance in one of their units, and so tell all parts in the others as well.

    "1.684.000 lượt, số tiền 1.215 tỷ đồng; trong đó ngoại trú 1.535.800 lượt với 513 tỷ đồng, nội trú 148.200 lượt với
    702 tỷ đồng".
    """
    for (index, number), members in lists.items():
        total, parts = readings[index], [readings[part.part] for part in members]
        telling = significant_digits(total.figure.quantity) >= TELLING_DIGITS
        if len(parts) > 1 and telling and _sums_up(total, parts):
            yield number


def _partial(lists: Mapping[tuple[int, int], Sequence[Part]]) -> Iterator[tuple[int, int]]:
    """The totals of a list for which some of its items tell no part: an item in lao động among those in hộ."""
    longest: dict[int, int] = {}
    for (_, number), members in lists.items():
        longest[number] = max(longest.get(number, 0), len(members))
    for (total, number), members in lists.items():
        if len(members) < longest[number]:
            yield total, number


def _is_sum(total: Reading, parts: Sequence[Reading], exhaustive: bool | None) -> bool:
    """Whether parts are told to add up, or may: those that together exceed their total overlap or hold a slip.

    Figures that seldom add up do so where the list is complete and its numbers agree.
    """
    equation = equation_of(total, parts)
    if not _adds_up(parts):
        return exhaustive is True and (equation.fits or equation.mends())
    if exhaustive is not None or total.figure.unit not in _DESCRIBED or not equation.figures or equation.fits:
        return True
    (_, needed), *_ = equation.figures
    high = bounds(total.figure.quantity)
    exceeds = high is not None and all(low > high[1] for low, _ in needed)
    return not exceeds or equation.has_slip()


def _breakdowns(total: Reading, parts: Sequence[Reading], folded: str) -> Iterator[list[Reading]]:
    """Split parts told in one list by what they are broken down by: poor and near-poor, or women among them.

    Those that make up the total together are not split: "Chương trình … dân tộc thiểu số 412 căn, Chương trình giảm
    nghèo 398 căn, Phong trào thi đua 376 căn". Those before which the list has added up are told of something else:
    "6.152 tỷ đồng, trong đó: … 386,2 tỷ đồng, riêng 9 tháng bổ sung 71,5 tỷ đồng".
    """
    equation = equation_of(total, parts)
    whole = 0 if equation.fits or _ends_with_and(parts, folded) else _whole_before_end(total, parts)
    if whole:
        yield list(parts[:whole])
        parts = parts[whole:]
    elif len(parts) > 1 and equation.agrees():
        yield list(parts)
        return
    dimensions: dict[str, list[Reading]] = {}
    for part in parts:
        dimensions.setdefault(_dimension(total, part), []).append(part)
    yield from dimensions.values()


def _ends_with_and(parts: Sequence[Reading], folded: str) -> bool:
    """Whether the last part is surely one of its list: "gồm vốn Trung ương …, vốn vay … và dân góp 1,2 tỷ"."""
    alike = parts[-1].clauses is parts[0].clauses and len(parts) > _SHORTEST
    between = folded[parts[-2].figure.end : parts[-1].figure.start] if alike else ""
    return _AND.search(between) is not None


def _whole_before_end(total: Reading, parts: Sequence[Reading]) -> int:
    """How many of the first parts of a list add up to its total, where no chance does so; 0 where none do."""
    if significant_digits(total.figure.quantity) < TELLING_DIGITS:
        return 0
    lengths = range(_SHORTEST, len(parts))
    return next((length for length in lengths if _sums_up(total, parts[:length])), 0)


def _sums_up(total: Reading, parts: Sequence[Reading]) -> bool:
    return adds_up(total.figure.quantity, [part.figure.quantity for part in parts])


def _dimension(total: Reading, part: Reading) -> str:
    """The facet of the part's group where it differs from the total's; parts of the same group differ otherwise."""
    group = part.subject.population_group
    if group == total.subject.population_group or group is None:
        return "other"
    row = population_groups().get(group)
    facet = row.facet if row else "other"
    return facet if facet in ("SEX", "ETHNICITY") else "other"


def _adds_up(parts: Sequence[Reading]) -> bool:
    """Whether figures of these indicators may be added: several answers of one household may not; money paid may."""
    for part in parts:
        known = indicators().get(part.subject.indicator or "")
        is_paid = part.figure.unit == "VND" and part.aspect == "level"
        if known is not None and known.additivity == "NON" and not is_paid:
            return False
    return True
