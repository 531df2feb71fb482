"""What each figure of a document is of: its own words, weighed with what it takes over from figures before it.

What it takes over is inherited.py, what the text reckons from others reckoned.py; the words around are evidence.py.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from pipelines.meaning.code_lists import CURRENCIES, indicators, population_groups, population_pairs
from pipelines.meaning.evidence import TOTAL, Subject
from pipelines.meaning.groups import is_total
from pipelines.meaning.relatives import count_of, rate_of, sum_of, told_in
from pipelines.meaning.subjects import interpret
from pipelines.meaning.terms import Term
from pipelines.statements.dating.in_turn import groups_in_turn
from pipelines.statements.lists.parts import Structure
from pipelines.statements.subjects.evidence import Surroundings, evidence_for
from pipelines.statements.subjects.inherited import inherited
from pipelines.statements.subjects.reckoned import reckoned
from pipelines.statements.subjects.so_far import COUNTED, SoFar, is_rest
from pipelines.statements.subjects.surroundings import surroundings_of
from pipelines.statements.subjects.themes import LENDING, article_of, themes_of
from pipelines.statements.telling.giving import is_given_to
from pipelines.statements.wording.figures import Clauses, Figure
from pipelines.vocabulary.lexicon import Hit

#: What opens a sentence that is of one group.
_AS_FOR = re.compile(r"(?:riêng )?(?:đối )?với (?:các )?|riêng (?:các )?")
#: What opens a sentence that is told among a people: whom it counts is of both.
_AMONG = re.compile(r"(?:riêng )?(?:ở |trong )(?:vùng |số |cộng đồng )?(?:các )?")
_ETHNICITY = "ETHNICITY"
_ALL = "all_hh"
_INCOME, _POOR, _BOTH_CLASSES = "pov.income_per_capita", "poor_hh", "poor_and_near_poor_hh"
_TWO = 2
_PEOPLE, _CREDIT = frozenset({"person", "turn"}), "credit"
#: What is given to somebody, and the groups of figures that tell of nobody in particular.
_GIVEN, _ANYBODY = frozenset({"animal", "gift", *CURRENCIES}), frozenset({None, TOTAL})


def read_subjects(
    clauses: Sequence[Clauses],
    folded: str,
    aspects: Mapping[int, str],
    structure: Structure,
    planned: Collection[int],
) -> Mapping[int, Subject]:
    """The subject of each figure of a document, by figure index.

    `folded` is the text of the document; aspects and structure are of all its figures, `planned` those called a plan.
    """
    totals = {part.part: part.total for part in structure.parts}
    so_far = SoFar(folded, aspects, totals, planned, lent={} if article_of(clauses) == LENDING else None)
    themes = themes_of(clauses)
    classes = dict(_classes_of_sums(clauses, structure))
    paragraph = -1
    for cut, surroundings in zip(clauses, surroundings_of(clauses, folded), strict=True):
        if cut.sentence.paragraph != paragraph:
            paragraph = cut.sentence.paragraph
            so_far.last = ()
        _read_sentence(cut, surroundings, themes, so_far, classes)
        so_far.last = cut.figures or so_far.last
    return {**so_far.subjects, **dict(_of_both_parts(so_far.subjects, structure))}


def _of_both_parts(subjects: Mapping[int, Subject], structure: Structure) -> Iterator[tuple[int, Subject]]:
    """Totals that bear the name of one of their parts: "3.126 căn (1.204 căn xây mới, 1.922 căn sửa chữa)"."""
    lists: dict[tuple[int, int | None], list[Subject]] = {}
    for part in structure.parts:
        lists.setdefault((part.total, part.list_number), []).append(subjects[part.part])
    for (total, _), parts in lists.items():
        told = subjects[total]
        together = sum_of(parts[0], parts[1]) if len(parts) == 2 else None
        if together is not None and told.indicator in {part.indicator for part in parts}:
            yield total, replace(told, indicator=together.indicator, rule=together.rule)


def _classes_of_sums(clauses: Sequence[Clauses], structure: Structure) -> Iterator[tuple[int, str]]:
    """What all counted are where their classes add up to them: "412 hộ (hộ nghèo 377 hộ, hộ cận nghèo 35 hộ)"."""
    told = {figure.index: (figure, cut) for cut in clauses for figure in cut.figures}
    lists: dict[tuple[int, int | None], list[int]] = {}
    for part in structure.parts:
        lists.setdefault((part.total, part.list_number), []).append(part.part)
    for (total, _), parts in lists.items():
        whole = told[total][0].quantity.value
        values = [told[part][0].quantity.value for part in parts]
        if len(parts) != _TWO or whole is None or sum(value or 0 for value in values) != whole:
            continue
        together = population_pairs().get(frozenset(_own_group(*told[part]) for part in parts))
        if together is not None:
            yield total, together


def _own_group(figure: Figure, cut: Clauses) -> str:
    """The group that a figure's own clause names last, "" for none."""
    own = [hit for hit in cut.words.terms if hit.payload.facet == "population" and figure.own <= hit.start]
    return next((hit.payload.id for hit in reversed(own) if hit.start < figure.right), "")


def _read_sentence(
    cut: Clauses,
    surroundings: Surroundings,
    themes: Mapping[str, str],
    so_far: SoFar,
    classes: Mapping[int, str],
) -> None:
    """Take the subject of each figure of a sentence into what is told so far; `classes` are of sums, by figure."""
    previous: Figure | None = None
    for figure in cut.figures:
        aspect = so_far.aspects[figure.index]
        evidence = evidence_for(figure, aspect, cut, surroundings)
        unit = figure.unit or (previous.unit if previous else "")
        taken_over = inherited(figure, cut, previous, so_far)
        taken_over = told_in(taken_over, unit) if taken_over else None
        planned = figure.index in so_far.planned
        subject = interpret(evidence, unit, aspect, taken_over, themes, _counted(figure, cut, so_far), planned=planned)
        subject = _of_line(_of_everybody(subject, unit), figure)
        if figure.index in classes and subject.population_group in _ANYBODY | {_ALL}:
            subject = replace(subject, population_group=classes[figure.index])
        so_far.take(figure, unit, reckoned(figure, cut, so_far) or so_far.known(figure, unit, subject))
        previous = figure
    for figure in cut.figures:
        subject = so_far.subjects[figure.index]
        group = _receivers(figure, cut, so_far.folded) if subject.population_group in _ANYBODY else None
        if group is not None:
            so_far.subjects[figure.index] = replace(subject, population_group=group)
    opened = _opened_with(cut, so_far.folded)
    if opened is not None:
        for figure in cut.figures:
            told = so_far.subjects[figure.index]
            if not _is_of_others(cut, figure, opened, told.population_group):
                so_far.subjects[figure.index] = _among(told, opened)
    for index, group in groups_in_turn(so_far.folded, cut):
        so_far.subjects[index] = replace(so_far.subjects[index], population_group=group)


def _opened_with(cut: Clauses, folded: str) -> Hit[Term] | None:
    """The group with which a sentence opens: "Riêng với hộ nghèo, tỷ lệ dùng nước hợp vệ sinh là 74,3%"."""
    for hit in cut.words.terms:
        if hit.payload.facet == "population":
            opens = _AS_FOR.fullmatch(folded, cut.sentence.start, hit.start)
            if opens is None and _is_people(hit):
                opens = _AMONG.fullmatch(folded, cut.sentence.start, hit.start)
            return hit if opens is not None and folded.startswith(",", hit.end) else None
    return None


def _among(told: Subject, opened: Hit[Term]) -> Subject:
    """What a figure is of in a sentence that opens with a group: of that, or of those of a people who are poor."""
    if told.population_group in _ANYBODY | {_ALL}:
        return replace(told, population_group=opened.payload.id)
    together = population_pairs().get(frozenset({opened.payload.id, told.population_group or ""}))
    if together is None or not _is_people(opened):
        return told
    counted = count_of(replace(told, population_group=together))  # a rate of the poor is one among that people
    return (rate_of(counted) if counted else None) or replace(told, population_group=together)


def _is_people(hit: Hit[Term]) -> bool:
    """Whether a group is a people or ethnic minorities, who are poor or not as all others are."""
    return population_groups()[hit.payload.id].facet == _ETHNICITY


def _is_of_others(cut: Clauses, figure: Figure, opened: Hit[Term], told: str | None) -> bool:
    """Whether another group, or the end of a statement, stands between the opening of a sentence and a figure.

    The group that the figure is told of already is no other one, nor is a people named once more.
    """
    people = _is_people(opened)
    end = figure.start if people else figure.right
    others = any(
        hit.payload.facet == "population" and opened.end <= hit.start < end
        and not (people and (hit.payload.id == told or _is_people(hit) or is_total(hit.payload.id)))
        for hit in cut.words.terms
    )  # fmt: skip
    return others or any(opened.end <= mark.start < figure.start and mark.sign in ";:" for mark in cut.marks)


def _of_everybody(subject: Subject, unit: str) -> Subject:
    """People of all households are everybody: "toàn huyện có 8.120 hộ, 41.000 nhân khẩu"; borrowers stay households."""
    known = indicators().get(subject.indicator or "")
    all_people = subject.population_group == "all_hh" and unit in _PEOPLE and (known is None or known.mart != _CREDIT)
    return replace(subject, population_group=TOTAL) if all_people else subject


def _receivers(figure: Figure, cut: Clauses, folded: str) -> str | None:
    """The group of those who get what a figure counts: "trao 320 con lợn, trị giá 512 triệu đồng, cho hộ nghèo"."""
    if figure.unit not in _GIVEN:
        return None
    named = (hit for hit in cut.words.terms if hit.payload.facet == "population" and hit.start >= figure.end)
    first = next(named, None)
    return first.payload.id if first is not None and is_given_to(folded, cut, figure, first.start) else None


def _of_line(subject: Subject, figure: Figure) -> Subject:
    """An income that may not be exceeded says who is poor, not who is near-poor too: "từ 1,5 triệu đồng trở xuống"."""
    ceiling = subject.indicator == _INCOME and figure.quantity.comparator == "<="
    both = subject.population_group == _BOTH_CLASSES
    return replace(subject, population_group=_POOR) if ceiling and both else subject


def _counted(figure: Figure, cut: Clauses, so_far: SoFar) -> str | None:
    """The group of the last count of people, households or houses before money: it is told for them."""
    if figure.unit not in CURRENCIES or is_rest(figure, cut):
        return None
    counts = [one for one in cut.figures if one.index < figure.index and one.unit in COUNTED]
    if not counts:
        return None
    told_for = so_far.total_of(counts[-1]) or so_far.subjects[counts[-1].index]  # all parts of a list, not the last
    return told_for.population_group
