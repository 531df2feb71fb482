"""A document read from end to end: its figures with their meaning, and the relations between them.

Each step is a module of this room; here is only their order.
"""

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence, Set
from datetime import date
from itertools import chain

from pipelines.garbage import uncollected
from pipelines.meaning.code_lists import CURRENCIES, indicators, is_one_variable
from pipelines.meaning.evidence import Subject
from pipelines.meaning.flows import is_flow_of
from pipelines.model import Document, Observation, Problem, Quantity, Relation, Status
from pipelines.orthography import NormalText, normalise
from pipelines.places.gazetteer import FIRST_DAY
from pipelines.quantities import scan
from pipelines.statements.dating.stocks_and_flows import Time
from pipelines.statements.dating.times import TimeReader
from pipelines.statements.headlines import filled
from pipelines.statements.lists.parts import Part, Structure
from pipelines.statements.lists.structure import StructureReader
from pipelines.statements.locating.places import PlaceReader
from pipelines.statements.observations import observe, problems, relate
from pipelines.statements.pairing.grouping import group
from pipelines.statements.pairing.per import pers_of
from pipelines.statements.readings import Reading
from pipelines.statements.relations.balances import balances
from pipelines.statements.relations.candidates import Candidate
from pipelines.statements.relations.changes import changes
from pipelines.statements.relations.comparisons import comparisons
from pipelines.statements.relations.doubts import without_misread
from pipelines.statements.relations.graded import grades_in, of_grades, with_grades
from pipelines.statements.relations.means import means
from pipelines.statements.relations.per_heads import per_heads
from pipelines.statements.relations.plans import plan_ratios
from pipelines.statements.relations.rankings import rankings
from pipelines.statements.relations.repeats import repeats
from pipelines.statements.relations.shares import shares
from pipelines.statements.relations.sums import sums, without_partial
from pipelines.statements.relations.sums_beside_lists import (
    amounts_of_sums,
    rates_in_brackets,
    rates_of_sums,
    sums_by_meaning,
)
from pipelines.statements.relations.withdrawn import without_withdrawn
from pipelines.statements.relations.years import sums_of_years
from pipelines.statements.subjects.subjects import read_subjects
from pipelines.statements.telling.aspects import MOVES, aspects_of
from pipelines.statements.telling.funded import called_done, counts_of_plans, funds_spent
from pipelines.statements.telling.incomes import with_incomes_of_few
from pipelines.statements.telling.statuses import StatusReader
from pipelines.statements.totals.added import added_parts
from pipelines.statements.totals.exact_lists import exact_lists, of_whole_lists, rejoined
from pipelines.statements.totals.pasted_tables import (
    Row,
    rows_of,
    sums_of_columns,
    with_headed_units,
    with_headed_words,
)
from pipelines.statements.totals.ranked_places import ranked_parts
from pipelines.statements.totals.wholes import implied_parts
from pipelines.statements.wording.agreement import averaged
from pipelines.statements.wording.figures import Clauses, Figure, cut
from pipelines.statements.wording.sentences import Sentence, split
from pipelines.statements.wording.works import without_other_works

#: A subject whose rule fits at least so well is told by its own words.
_SURE = 0.7
#: One that fits worse than this is guessed.
_LIKELY = 0.5
#: Funds, and what was spent of them.
_ASSIGNED, _SPENT = "fund.plan", "fund.disbursed"

#: Connectives that leave no doubt of what is a part of what.
_TOLD = frozenset({"slash", "of_which"})

Found = tuple[tuple[Observation, ...], tuple[Relation, ...], tuple[Problem, ...]]


def read(document: Document) -> Found:
    """Return the observations of a document in the order of its text, their relations, and what stayed unknown."""
    with uncollected():
        return _read(document)


def _read(document: Document) -> Found:
    normal = normalise(document.text)
    sentences = split(normal, document.sections)
    rows = rows_of(normal, sentences)
    clauses = list(_sentences(normal, sentences, scan(normal), rows))
    aspects = dict(chain.from_iterable(aspects_of(normal.folded, each).items() for each in clauses))
    statuses = dict(StatusReader(normal.folded, aspects, document.published).read(clauses))
    statuses.update(dict.fromkeys(funds_spent(normal.folded, clauses, statuses), "plan"))
    planned = {index for index, status in statuses.items() if status in ("plan", "target")}
    structure = StructureReader(normal.folded, aspects, planned).read(clauses)
    pers = pers_of(normal.folded, clauses, aspects)
    subjects = read_subjects(clauses, normal.folded, aspects, structure, planned)
    subjects = with_incomes_of_few(subjects, clauses, pers)
    told = list(_unmixed([part for part in structure.parts if _suits(part, subjects)], subjects))
    _status_by_name(statuses, subjects, clauses, {part.part: part.total for part in told})
    done = {figure.index for each in clauses for figure in each.figures if called_done(normal.folded, each, figure)}
    _plan_parts(statuses, told, done)
    statuses.update(dict.fromkeys(counts_of_plans(clauses, statuses), "plan"))
    statements = group(normal.folded, clauses, aspects, structure, planned, pers)
    times = TimeReader(normal.text, normal.folded, aspects, statuses, subjects, document.published).read(clauses)
    times = {**times, **dict(_borrowed_times(times, structure.parts, clauses, aspects))}
    places = PlaceReader(normal, document.sections, _day(document, times, planned)).read(clauses)
    readings = [
        Reading(
            figure=figure if aspects[figure.index] != "average" else averaged(figure),
            clauses=each,
            aspect=aspects[figure.index],
            status=statuses[figure.index],
            subject=subjects[figure.index],
            statement=statements[figure.index],
            place=places[figure.index],
            period=times[figure.index].period,
            time_basis=times[figure.index].basis,
            per=pers[figure.index],
        )
        for each in clauses
        for figure in each.figures
    ]
    grades = grades_in(readings)
    readings = list(with_grades(list(filled(readings)), grades))
    graded = {amount for each in grades for amount in each.amounts}
    believed = list(_believed(told, readings))
    known = frozenset(believed)
    doubted = [part for part in told if part not in known]  # a slip makes the part the greater
    told = [part for part in believed if part.part not in graded]
    told += exact_lists(readings, told)
    told += sums_of_columns(rows, readings, told, normal.folded)
    told += added_parts(readings, told, normal.folded)
    parts = rejoined([*told, *implied_parts(readings, told, normal.folded)], readings)
    parts = of_whole_lists([*parts, *ranked_parts(readings, parts, normal.folded)], readings, normal.folded)
    observations = observe(document, normal, readings, parts)
    candidates = [*of_grades(readings, grades), *_candidates(readings, parts, doubted, structure, normal.folded)]
    standing = list(without_withdrawn(candidates, readings, normal.folded))
    relations = relate(list(without_misread(standing)), observations, document.path)
    ordered = tuple(observations.values())
    return ordered, tuple(relations), tuple(problems(ordered))


def _believed(told: Sequence[Part], readings: Sequence[Reading]) -> Iterator[Part]:
    """The parts but for those that time or size belies.

    A later figure sums up no stock of another time: last year's households and this year's. One figure alone is no part
    of a smaller one of another sentence: "mỗi tháng trợ cấp 180.000 đồng. Gói quà gồm … và 200.000 đồng". A range has
    no parts: "phổ biến từ 10.000 đến 20.000 đồng, nơi khá như thị trấn 50.000 đồng".
    """
    members = Counter((part.total, part.list_number) for part in told)
    for part in told:
        one, total = readings[part.part], readings[part.total]
        stocks = one.time_basis == total.time_basis == "stock" and one.period is not None and total.period is not None
        if part.connective == "summed" and stocks and one.period != total.period:
            continue
        alone = members[part.total, part.list_number] == 1 and one.clauses is not total.clauses
        if alone and (one.figure.quantity.value or 0) > (total.figure.quantity.value or 0):
            continue
        if total.figure.quantity.value_high is not None:
            continue
        yield part


def _day(document: Document, times: Mapping[int, Time], planned: Container[int]) -> date:
    """The day by which places are chosen: that of publication, else the last of which the text tells what happened."""
    told = {index: time.period.end for index, time in times.items() if time.period is not None}
    happened = [end for index, end in told.items() if index not in planned]
    return document.published or max(happened or told.values(), default=FIRST_DAY)


def _sentences(
    normal: NormalText, sentences: Sequence[Sentence], quantities: Sequence[Quantity], rows: Mapping[int, Row]
) -> Iterator[Clauses]:
    """Each sentence with its quantities, figures numbered through the document."""
    at = index = 0
    counted: tuple[int, str | None] = (-1, None)  # the paragraph and unit of the last count
    for sentence in sentences:
        while at < len(quantities) and quantities[at].start < sentence.start:
            at += 1
        first = at
        while at < len(quantities) and quantities[at].start < sentence.end:
            at += 1
        unit = counted[1] if counted[0] == sentence.paragraph else None
        row = rows.get(sentence.start)
        inside = quantities[first:at] if row is None else with_headed_units(quantities[first:at], row, normal.text)
        clauses = without_other_works(cut(normal, sentence, inside, index, unit))
        if row is not None:
            clauses = with_headed_words(clauses, row, normal.folded)
        units = [one.unit for one in clauses.figures if one.quantity.kind == "count" and one.unit]
        counted = (sentence.paragraph, units[-1] if units else unit)
        index += len(clauses.figures)
        yield clauses


def _plan_parts(statuses: dict[int, Status], parts: Sequence[Part], done: Set[int]) -> None:
    """Parts of what is planned are planned, unless they say otherwise.

    a of a/b, and what remains of b, is a fact; so is what a plan includes from the year before. `done` are the figures
    whose own words call them so.
    """
    for part in parts:
        if (
            part.part not in done
            and part.connective not in ("slash", "including")
            and statuses[part.part] == "actual"
            and statuses[part.total] in ("plan", "target")
        ):
            statuses[part.part] = statuses[part.total]


def _borrowed_times(
    times: Mapping[int, Time], parts: Sequence[Part], clauses: Sequence[Clauses], aspects: Mapping[int, str]
) -> Iterator[tuple[int, Time]]:
    """The times of figures that are of others of their sentence, no period between: parts, and averages of amounts."""
    totals = {part.part: part.total for part in parts}
    for each in clauses:
        here = {figure.index: figure for figure in each.figures}
        for figure in each.figures:
            source = here.get(totals.get(figure.index, -1))
            if source is None and aspects[figure.index] == "average":
                alike = [one for one in each.figures if one.index < figure.index and one.unit == figure.unit]
                alike = [one for one in alike if one.bracket is None]
                source = next((one for one in reversed(alike) if aspects[one.index] == "level"), None)
            source = source or _share_of_flow(figure, each, times, aspects)
            if source is None or source.index > figure.index:
                continue
            if not any(source.end <= period.start < figure.start for period in each.periods):
                yield figure.index, times[source.index]


def _share_of_flow(
    figure: Figure, clauses: Clauses, times: Mapping[int, Time], aspects: Mapping[int, str]
) -> Figure | None:
    """What flowed, right before its share: "dạy nghề cho 3.744 người Khmer (40%)", "1.207 hộ vay, chiếm 52%"."""
    if figure.unit != "percent" or (figure.bracket is None and aspects[figure.index] not in ("share", "proportion")):
        return None
    before = next((one for one in clauses.figures if one.index == figure.index - 1), None)
    if before is None or before.unit in CURRENCIES | {"percent"} or aspects[before.index] in MOVES:
        return None  # "giảm 200 hộ, chiếm 3,5%": what is left; "giải ngân 9 tỷ đồng (70%)": what stands at a day
    return before if times[before.index].basis == "flow" and times[figure.index].basis == "stock" else None


def _suits(part: Part, subjects: Mapping[int, Subject]) -> bool:
    """Whether part and whole can be so by their meaning.

    Households that escaped are no part of the poor, unless words say it ("giúp 2.874 hộ nghèo, trong đó 1.046 hộ thoát
    nghèo"); overdue debt is a share of loans, not one of their parts.
    """
    one, other = subjects[part.part].indicator, subjects[part.total].indicator
    if part.connective in _TOLD:
        return True
    return not is_flow_of(one, other) and (part.connective != "share" or is_one_variable(one, other))


def _unmixed(parts: Sequence[Part], subjects: Mapping[int, Subject]) -> Iterator[Part]:
    """The parts but for those that are spent of others of their list: "kế hoạch 402 tỷ; giải ngân 188 tỷ" of funds."""
    assigned = {part.list_number for part in parts if _is_told_as(subjects[part.part], _ASSIGNED)}
    for part in parts:
        if part.list_number not in assigned or not _is_told_as(subjects[part.part], _SPENT):
            yield part


def _is_told_as(subject: Subject, indicator: str) -> bool:
    return subject.indicator == indicator and subject.score >= _LIKELY


def _status_by_name(
    statuses: dict[int, Status],
    subjects: Mapping[int, Subject],
    clauses: Sequence[Clauses],
    totals: Mapping[int, int],
) -> None:
    """Money of a norm that is told as planned is a norm; figures of a plan by its name are planned.

    Not so what its own words call done, nor what is of a total that is no plan: "tổng vốn đầu tư 138 tỷ đồng, phân bổ
    cho đường 52 tỷ đồng, …".
    """
    for each in clauses:
        for figure in each.figures:
            subject = subjects[figure.index]
            known = indicators().get(subject.indicator or "")
            if known is None or known.implied_status is None or subject.score < _SURE:
                continue
            if known.implied_status == "norm":
                if figure.unit in CURRENCIES and statuses[figure.index] in ("plan", "target"):
                    statuses[figure.index] = "norm"
                continue
            total = totals.get(figure.index)
            if total is not None and statuses[total] == "actual":
                continue
            own = [hit.payload.status for hit in each.words.statuses if figure.own <= hit.start < figure.start]
            if statuses[figure.index] == "actual" and "actual" not in own:
                statuses[figure.index] = "plan"


def _candidates(
    readings: Sequence[Reading],
    parts: Sequence[Part],
    doubted: Sequence[Part],
    structure: Structure,
    folded: str,
) -> Iterator[Candidate]:
    by_index = {reading.index: reading for reading in readings}
    added = without_partial(list(sums(by_index, parts, structure, folded)))
    yield from added
    yield from rates_of_sums(added, readings)
    yield from amounts_of_sums(added, readings)
    yield from rates_in_brackets(readings)
    yield from sums_by_meaning(readings, added)
    yield from sums_of_years(readings)
    yield from balances(readings)
    of_plans = list(plan_ratios(readings, parts))
    yield from of_plans
    rated = frozenset(reading.index for one in of_plans for reading, role in one.members if role == "rate")
    of_wholes = list(shares(readings, [*parts, *doubted], structure.named_wholes, rated, folded))
    yield from of_wholes
    yield from means(readings, folded)
    yield from per_heads(readings, parts)
    totals = {part.part: part.total for part in parts}
    yield from rankings(readings, folded, totals)
    of_times = list(changes(readings, folded, of_wholes, totals))
    yield from of_times
    moved = frozenset(one.index for found in (*of_plans, *of_times) for one in _moved(found))
    yield from comparisons(readings, moved, folded)
    yield from repeats(readings, parts, folded)


def _moved(candidate: Candidate) -> Iterator[Reading]:
    """The figures of a change or an excess that tell how far levels lie apart."""
    return (reading for reading, role in candidate.members if role in ("difference", "excess", "rate", "relative"))
