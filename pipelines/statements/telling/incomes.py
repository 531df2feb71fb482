"""Incomes of a household or of those who work somewhere, which are no income a head of a place."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipelines.meaning.evidence import Subject
from pipelines.statements.wording.figures import TIMES, Clauses, Figure

_A_HEAD, _INCOME = "pov.income_per_capita", "income"
_AVERAGE, _PERSON, _YEAR = "average", "person", "year"


def with_incomes_of_few(
    subjects: Mapping[int, Subject], clauses: Sequence[Clauses], pers: Mapping[int, str | None]
) -> Mapping[int, Subject]:
    """The subjects without an indicator where an income is that of a family, or a wage.

    "Gia đình chị thu nhập 80 triệu đồng/năm", "lương 7 triệu đồng/người/tháng"; a place has one on an average, or a
    head and year.
    """
    found = dict(subjects)
    for cut in clauses:
        for figure in cut.figures:
            subject = subjects[figure.index]
            if subject.indicator == _A_HEAD and _is_of_few(cut, figure, pers[figure.index]):
                found[figure.index] = replace(subject, indicator=None, score=0.0)
    return found


def _is_of_few(cut: Clauses, figure: Figure, per: str | None) -> bool:
    """Whether an income that its sentence names is told neither on an average nor a head and year."""
    named = any(hit.payload.id == _INCOME and hit.start < figure.start for hit in cut.words.terms)
    averaged = any(hit.payload.aspect == _AVERAGE for hit in cut.words.aspects) or any(
        hit.payload == _PERSON and hit.start < figure.start for hit in cut.words.pers
    )
    codes = set((per or "").split("/"))
    return named and not averaged and (_PERSON not in codes or not codes & TIMES <= {_YEAR})
