"""Whom the figures of a table concern, where lines over them, titles or other columns say more than their own words."""

from dataclasses import replace

from pipelines.meaning.code_lists import ancestors, indicators, population_pairs
from pipelines.meaning.evidence import TOTAL, Evidence, Subject, gather
from pipelines.meaning.groups import group_of_line, is_total
from pipelines.tables.measures.context import TableContext
from pipelines.tables.readings.named_groups import group_named
from pipelines.tables.readings.told import Told
from pipelines.tables.readings.zones import Zone, evidence_of_zones
from pipelines.tables.wording.words import roles_of

_HOUSING = "housing"
#: Usual groups that stand for those whom a section names: of the poor, of those on social allowances.
_REPLACED = frozenset({"poor_hh", "social_protection"})


def of_all_groups(subject: Subject, told: Told, side: Told, context: TableContext) -> Subject:
    """The subject of all groups, where lines or columns divide a total by groups and the one found is the usual one.

    "Phân theo đối tượng: hộ nghèo, hộ cận nghèo, người có công": the houses of a district are not those of the poor.
    """
    group = subject.population_group or ""
    divided = context.divided.intersection((group, *ancestors(group)))
    if not divided or group in evidence_of_zones((*told.zones, *side.zones)).populations:
        return subject
    together = population_pairs().get(context.divided)
    return replace(subject, population_group=together or TOTAL)


def of_all_unless_told(subject: Subject, evidence: Evidence) -> Subject:
    """The subject of all groups, where a form on houses names nobody: those of a district are not all of the poor."""
    group = subject.population_group or ""
    known = indicators().get(subject.indicator or "")
    if known is None or known.mart != _HOUSING or group != known.default_population:
        return subject
    named = {*evidence.populations, *evidence.implied}
    told = any(group in (one, *ancestors(one)) or one in ancestors(group) for one in named)
    return subject if told else replace(subject, population_group=TOTAL)


def groups_told_elsewhere(told: Told, unit: str | None, context: TableContext) -> frozenset[str]:
    """The groups that are none of a total's, since other columns of its unit are headed by them.

    "Tổng số thẻ" beside "Cộng thẻ nghèo, cận nghèo" is of all, whomever the title names.
    """
    if not any("total_prefix" in roles_of(zone.words) for zone in told.zones):
        return frozenset()
    named = dict(context.groups_by_unit).get(unit or "", frozenset[str]())
    others = named - {TOTAL}
    return named | {
        together for pair, together in population_pairs().items() if pair < others and together not in named
    }


def grouped_by_line(
    subject: Subject, side: Told, context: TableContext, told_elsewhere: frozenset[str] = frozenset()
) -> Subject:
    """The subject with the group that a section over the row or the title names: "NHÀ Ở CHO HỘ NGHÈO, CẬN NGHÈO".

    Not of wholes ("Tổng số hộ dân cư"), which are of all, and no group that is `told_elsewhere`.
    """
    usual = subject.population_group
    if usual in _REPLACED:  # houses under "NGƯỜI CÓ CÔNG" are theirs and not the poor's
        whom = next((group for line in side.zones if (group := group_named(line.words)) is not None), None)
        if whom is not None:
            return replace(subject, population_group=whom)
    for line in _lines(side, context):
        populations = gather([(1.0, line.words)]).populations
        group = group_of_line({one: weight for one, weight in populations.items() if one not in told_elsewhere}, usual)
        if group is not None and group not in told_elsewhere:
            return replace(subject, population_group=group)
        if populations:
            break
    return subject


def narrowed_by_line(subject: Subject, side: Told, context: TableContext) -> Subject:
    """The subject with a narrower group than the one told, which says no more than the indicator does.

    "Số người được đào tạo nghề" under "Đào tạo nghề cho lao động nông thôn". Not where the table itself tells the
    narrower group of some of its figures: then the others are of the wider one.
    """
    known = indicators().get(subject.indicator or "")
    usual = subject.population_group
    if known is None or usual is None or usual != known.default_population or is_total(usual):
        return subject
    for line in _lines(side, context):
        group = group_of_line(gather([(1.0, line.words)]).populations, usual)
        if group is not None and usual in ancestors(group) and group not in context.groups:
            return replace(subject, population_group=group)
    return subject


def _lines(side: Told, context: TableContext) -> tuple[Zone, ...]:
    """The lines over a figure that may name a group: those over the row, then the titles."""
    over, titles = ([zone for zone in zones if zone.group] for zones in (side.zones, context.zones))
    return (*over, *sorted(titles, key=lambda zone: -zone.group))
