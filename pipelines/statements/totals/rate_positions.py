"""Where a rate stands: beside its numerator, behind the whole that is named behind that, with words of its own whole.

Which whole it is then taken of is shares.py.
"""

from collections.abc import Sequence

from pipelines.statements.lists.named_wholes import counted_behind, named_unit
from pipelines.statements.lists.parts import counted_as
from pipelines.statements.readings import Reading
from pipelines.statements.wording.agreement import Equation
from pipelines.statements.wording.equations import quotient_of
from pipelines.statements.wording.figures import Figure

_CRITERION = "criterion"
#: Text between a count and its own rate is no longer than this: "8.702 hộ đồng bào DTTS, chiếm 70,26%".
_BESIDE = 60
#: Between households and those who live in them stand no more than a slash, a comma, "với".
_JOINED = 5


def is_beside(rate: Reading, part: Reading) -> bool:
    """Whether a rate follows its numerator with no other figure and few words between, or one brackets the other."""
    if part.figure.bracket == rate.index or rate.figure.bracket == part.index:
        return True
    if tells_again(part, rate):
        return True
    if _explains_another(part, rate):
        return False
    between = rate.index - part.index - (2 if part.figure.half == "numerator" else 1)
    if between == 1 and any(one.index == rate.index - 1 and one.unit == _CRITERION for one in rate.clauses.figures):
        between = 0  # "25 xã đạt 15 - 18 tiêu chí, chiếm 12,4%"
    last = part.figure
    heads = next((one for one in rate.clauses.figures if between == 1 and one.index == rate.index - 1), None)
    if heads is not None and are_heads(heads, last):
        between, last = 0, heads
    cut = any(mark.sign == ";" and part.figure.end <= mark.start < rate.figure.start for mark in rate.clauses.marks)
    return not cut and between == 0 and 0 <= rate.figure.start - last.end <= _BESIDE


def _explains_another(part: Reading, rate: Reading) -> bool:
    """Whether a figure in brackets explains another rate: "Ngã Năm 96% (288/300 căn), huyện Kế Sách 91,5%"."""
    told = next((one for one in rate.clauses.figures if one.index == part.figure.bracket), None)
    return told is not None and told.unit == "percent" and rate.figure.bracket != told.index


def explained_by(rate: Reading, readings: Sequence[Reading]) -> tuple[Reading, Reading, Equation] | None:
    """The a and b that a rate explains in brackets, or that explain it: "44,6/145,3 tỷ đồng (30,7%)", if it may be so.

    The three agree, or would but for a slip. So do those told in turn: "204/208 căn và 187/190 căn, lần lượt đạt …".
    """
    in_turn = _told_in_turn(rate, readings)
    if in_turn is not None:
        return in_turn
    last = rate.figure.bracket if rate.figure.bracket is not None else rate.index + 2
    if not 0 < last < len(readings):
        return None
    part, whole = readings[last - 1], readings[last]
    tied = rate.figure.bracket is not None or part.figure.bracket == rate.index
    halves = part.figure.half == "numerator" and whole.aspect in ("plan", "total") and part.clauses is rate.clauses
    equation = quotient_of(rate.figure.quantity, part.figure.quantity, whole.figure.quantity)
    return (part, whole, equation) if tied and halves and (equation.fits or equation.mends()) else None


def _told_in_turn(rate: Reading, readings: Sequence[Reading]) -> tuple[Reading, Reading, Equation] | None:
    """The a and b of a rate where a sentence tells as many a/b as rates behind "lần lượt", if they may be its own."""
    turn = next((hit for hit in rate.clauses.words.connectives if hit.payload == "respectively"), None)
    if turn is None or rate.figure.start < turn.end:
        return None
    figures = rate.clauses.figures
    halves = [one.index for one in figures if one.half == "numerator" and one.start < turn.start]
    rates = [one.index for one in figures if one.unit == "percent" and one.start >= turn.end]
    if len(halves) < 2 or len(halves) != len(rates):
        return None
    part = readings[halves[rates.index(rate.index)]]
    whole = readings[part.index + 1]
    equation = quotient_of(rate.figure.quantity, part.figure.quantity, whole.figure.quantity)
    return (part, whole, equation) if equation.fits or equation.mends() else None


def are_heads(heads: Figure, homes: Figure) -> bool:
    """Whether a figure right behind households tells how many live there: "412 hộ/1.988 khẩu, chiếm 16,57%"."""
    together = 0 <= heads.start - homes.end <= _JOINED
    return (homes.unit, heads.unit) == ("household", "person") and homes.index == heads.index - 1 and together


def follows_whole(rate: Reading, part: Reading, whole: Reading) -> bool:
    """Whether a rate stands right behind the whole that is named right behind its part, all in one clause or two."""
    in_row = part.index + 1 == whole.index == rate.index - 1 and part.clauses is rate.clauses
    named = whole.aspect == "total" or whole.figure.half is None
    return in_row and named and part.figure.half is None and is_beside(rate, whole)


def ends_what_is_counted(rate: Reading, part: Reading) -> bool:
    """Whether a rate says what a of a/b comes to, however long the words for those: "19/54 xã …, bằng 35,2%"."""
    next_one = part.figure.half == "numerator" and rate.index == part.index + 2 and part.clauses is rate.clauses
    cut = any(mark.sign == ";" and part.figure.end <= mark.start < rate.figure.start for mark in rate.clauses.marks)
    return next_one and not cut and rate.clauses.words.has_connective("equals", part.figure.end, rate.figure.start)


def is_of_counted(rate: Reading, part: Reading, readings: Sequence[Reading], folded: str) -> bool:
    """Whether a rate names those counted of a count with its amount: "1.080 em, vay 11 tỷ đồng, tức 7,4% số em"."""
    last = readings[rate.index - 1]
    unit = named_unit(rate.figure, folded)
    told_together = part.statement == last.statement and last.clauses is part.clauses and is_beside(rate, last)
    return unit is not None and counted_as(unit) == part.counted and told_together


def names_others(rate: Reading, whole: Reading) -> bool:
    """Whether the words behind a rate name those whom it is of, and the whole is not theirs: "12% số hộ nghèo"."""
    groups = groups_named(rate)
    return bool(groups) and whole.subject.population_group not in groups


def groups_named(rate: Reading) -> set[str]:
    """The groups that the words behind a rate name: those whom it is of."""
    return {
        hit.payload.id
        for hit in rate.clauses.words.terms
        if hit.payload.facet == "population" and rate.figure.end <= hit.start < rate.figure.right
    }


def tells_again(part: Reading, rate: Reading) -> bool:
    """Whether a count right behind a rate says the same: "là 95,1%, tương ứng 231.283/243.200 hộ".

    "Hộ Khmer chiếm 32,6% tổng số hộ nghèo, với 2.371 hộ" does where no figure before the rate can be its part.
    """
    if part.index != rate.index + 1 or part.clauses is not rate.clauses:
        return False
    if rate.clauses.words.has_connective("equals", rate.figure.end, part.figure.start):
        return True
    behind = counted_behind(rate.figure, rate.clauses) if rate.aspect == "share" else None
    return behind is not None and behind.index == part.index
