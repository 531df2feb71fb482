"""What each figure of a document is of: its own words, weighed with what it takes over from figures before it.

What it takes over is inherited.py, what the text reckons from others reckoned.py; the words around are evidence.py.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from pipelines.meaning.code_lists import CURRENCIES, indicators, population_pairs
from pipelines.meaning.evidence import TOTAL, Subject
from pipelines.meaning.relatives import sum_of
from pipelines.meaning.subjects import interpret
from pipelines.meaning.terms import Term
from pipelines.statements.dating.in_turn import groups_in_turn
from pipelines.statements.lists.parts import Structure
from pipelines.statements.subjects.evidence import Surroundings, evidence_for
from pipelines.statements.subjects.inherited import inherited
from pipelines.statements.subjects.reckoned import reckoned
from pipelines.statements.subjects.so_far import COUNTED, SoFar
from pipelines.statements.subjects.surroundings import surroundings_of
from pipelines.statements.subjects.themes import LENDING, article_of, themes_of
from pipelines.statements.telling.giving import is_given_to
from pipelines.statements.wording.figures import Clauses, Figure
from pipelines.vocabulary.lexicon import Hit

#: What opens a sentence that is of one group.
_AS_FOR = re.compile(r"(?:riêng )?(?:đối )?với (?:các )?|riêng (?:các )?")
_ALL = "all_hh"
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
        planned = figure.index in so_far.planned
        subject = interpret(evidence, unit, aspect, taken_over, themes, _counted(figure, cut, so_far), planned=planned)
        subject = _of_everybody(subject, unit)
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
            if told.population_group in _ANYBODY | {_ALL} and not _is_of_others(cut, figure, opened.end):
                so_far.subjects[figure.index] = replace(told, population_group=opened.payload.id)
    for index, group in groups_in_turn(so_far.folded, cut):
        so_far.subjects[index] = replace(so_far.subjects[index], population_group=group)


def _opened_with(cut: Clauses, folded: str) -> Hit[Term] | None:
    """The group with which a sentence opens: "Riêng với hộ nghèo, tỷ lệ dùng nước hợp vệ sinh là 74,3%"."""
    for hit in cut.words.terms:
        if hit.payload.facet == "population":
            opens = _AS_FOR.fullmatch(folded, cut.sentence.start, hit.start)
            return hit if opens is not None and folded.startswith(",", hit.end) else None
    return None


def _is_of_others(cut: Clauses, figure: Figure, start: int) -> bool:
    """Whether another group, or the end of a statement, stands between the opening of a sentence and a figure."""
    others = any(hit.payload.facet == "population" and start <= hit.start < figure.right for hit in cut.words.terms)
    return others or any(start <= mark.start < figure.start and mark.sign in ";:" for mark in cut.marks)


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


def _counted(figure: Figure, cut: Clauses, so_far: SoFar) -> str | None:
    """The group of the last count of people, households or houses before money: it is told for them."""
    if figure.unit not in CURRENCIES:
        return None
    counts = [one for one in cut.figures if one.index < figure.index and one.unit in COUNTED]
    if not counts:
        return None
    told_for = so_far.total_of(counts[-1]) or so_far.subjects[counts[-1].index]  # all parts of a list, not the last
    return told_for.population_group
