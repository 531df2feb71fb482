"""Rates as relations: a share of a whole with its numerator and denominator.

The whole is told (b of a/b, the total of a list, one named behind the rate), or is the figure of the indicator that
the rate is always of; else any figure told before that the numbers agree with. Which figures those
may be is share_members.py.
"""

from collections.abc import Iterator, Mapping, Sequence

from pipelines.places.containment import lies_in
from pipelines.statements.lists.parts import Part
from pipelines.statements.readings import (
    Reading,
    in_other_years,
    same_place,
)
from pipelines.statements.relations.bases import Share, of_one_whole, same_bases
from pipelines.statements.relations.candidates import Candidate
from pipelines.statements.relations.kindred import in_neighbouring, of_kindred
from pipelines.statements.relations.lasting import lasting_wholes
from pipelines.statements.relations.share_members import (
    beside_part,
    divided,
    is_known_of_year,
    is_near,
    may_slip,
    numerators,
    told_wholes,
    wholes_before,
)
from pipelines.statements.totals.rate_positions import (
    explained_by,
    groups_named,
    is_beside,
    names_others,
)
from pipelines.statements.totals.rated_parts import BOUNDS
from pipelines.statements.wording.agreement import Option, choose, rounds
from pipelines.statements.wording.equations import quotient_of
from pipelines.statements.wording.figures import TIMES
from pipelines.statements.wording.slips import significant_digits

_RATED = frozenset({"level", "share", "completion"})
#: Rates of so many digits agree by chance seldom enough to find their whole by trying.
_TELLING_DIGITS = 3


def shares(
    readings: Sequence[Reading], parts: Sequence[Part], named: Mapping[int, int], taken: frozenset[int], folded: str
) -> Iterator[Candidate]:
    """Each rate with its numerator and denominator.

    `named` holds the wholes that words behind rates name, `taken` the rates that another relation explains; `folded`
    is the text of the document.
    """
    by_index = {reading.index: reading for reading in readings}
    totals: dict[int, list[Reading]] = {}
    for part in parts:
        if part.connective == "share":
            continue  # the whole is `named` then, told or not by its time
        totals.setdefault(part.part, []).append(by_index[part.total])
    found: list[Share] = []
    for rate in readings:
        if rate.figure.unit != "percent" or rate.index in taken or _is_interest(rate):
            continue
        if rate.aspect not in _RATED and not (rate.aspect == "proportion" and _has_bracket(rate, readings)):
            continue
        whole = by_index[named[rate.index]] if rate.index in named else None
        explained = explained_by(rate, readings)
        if explained is None:
            chosen = choose(_options(rate, readings, totals, whole, folded))
        else:
            of, base, _ = explained
            chosen = Candidate("share", ((of, "part"), (base, "whole"), (rate, "rate")), "rate of a whole")
        counted = next((one for one in numerators(rate, readings, totals, folded) if is_beside(rate, one)), None)
        if chosen is None:
            chosen = (
                in_neighbouring(rate, readings)
                if counted is None
                else of_kindred(rate, counted, readings, totals, folded)
            )
        if counted is not None:
            found.append(Share(counted, rate, chosen, chosen is not None and _agrees(chosen)))
        elif chosen is not None:
            yield chosen
    by_others = {one.members[-1][0].index: one for one in of_one_whole(found, readings, folded)}
    alone: list[tuple[Reading, Reading]] = []
    for one in found:
        relation = _likelier(one.found, by_others.get(one.rate.index))
        if relation is not None:
            yield relation
        else:
            alone.append((one.part, one.rate))
    yield from same_bases(alone)
    # "3.830 hộ, chiếm 42% số hộ nghèo" is of no whole that shares of all households have
    yield from lasting_wholes([one for one in found if not groups_named(one.rate)], readings, folded)


def _is_interest(rate: Reading) -> bool:
    """Whether a rate is what each time costs or brings, and no share of anything: "vay 50 triệu đồng, 3%/năm"."""
    return rate.figure.quantity.per in TIMES


def _has_bracket(rate: Reading, readings: Sequence[Reading]) -> bool:
    """Whether a rate and a figure beside it explain each other in a bracket: "98,9% hộ nghèo (2.861 hộ)"."""
    behind = readings[rate.index + 1] if rate.index + 1 < len(readings) else None
    return rate.figure.bracket is not None or (behind is not None and behind.figure.bracket == rate.index)


def _likelier(own: Candidate | None, of_others: Candidate | None) -> Candidate | None:
    """Which whole a share is of: that of those told with it, but its own where the numbers belie that.

    "Trong 72 hộ thoát nghèo có 27 hộ, tức 67,5%" stands among shares of all households.
    """
    if own is None or of_others is None:
        return of_others or own
    (part, _), (whole, _), (rate, _) = of_others.members
    return of_others if may_slip(rate, part, whole) else own


def _agrees(share: Candidate) -> bool:
    (part, _), (whole, _), (rate, _) = share.members
    return quotient_of(rate.figure.quantity, part.figure.quantity, whole.figure.quantity).fits


def _options(
    rate: Reading,
    readings: Sequence[Reading],
    totals: Mapping[int, Sequence[Reading]],
    named: Reading | None,
    folded: str,
) -> Iterator[Option[Candidate]]:
    for part in numerators(rate, readings, totals, folded):
        found: dict[Reading, bool] = {}  # each whole once, told where any words or meaning tell it
        for whole, told in (
            *told_wholes(rate, part, readings, totals, folded),
            *beside_part(rate, part, readings, totals, folded),
            *divided(rate, part, readings, totals, folded),
        ):
            found[whole] = found.get(whole, False) or told
        wholes = list(found.items())
        if named is not None and named is not part and _is_where(named, part):
            told = found.pop(named, False) or (is_beside(rate, part) and is_known_of_year(named, part))
            wholes = [(named, told), *found.items()]
        telling = significant_digits(rate.figure.quantity) >= _TELLING_DIGITS
        if not telling and any(told for _, told in wholes):
            wholes = [(whole, told) for whole, told in wholes if told]  # a coarse rate suits others by chance
        tried = {whole.index for whole, _ in wholes}
        if telling:
            wholes += [(other, False) for other in wholes_before(part, readings) if other.index not in tried]
        exact = {whole.figure.quantity.value for whole, _ in wholes if whole.figure.quantity.comparator == "="}
        wholes = [pair for pair in wholes if not rounds(pair[0].figure.quantity, exact)]  # "trên 2.600" of 2.640,3
        wholes = [(each, told and (each is named or not names_others(rate, each))) for each, told in wholes]
        for whole, told in wholes:
            if whole.index not in tried and not is_near(rate, part, whole):
                continue
            equation = quotient_of(rate.figure.quantity, part.figure.quantity, whole.figure.quantity)
            candidate = Candidate("share", ((part, "part"), (whole, "whole"), (rate, "rate")), "rate of a whole")
            by_words = whole is named or whole.aspect == "total"
            if told and not by_words and not may_slip(rate, part, whole):
                continue  # what no slip explains is of another whole
            if rate.figure.quantity.comparator in BOUNDS and not equation.fits:
                continue  # "ngân sách địa phương 715 tỷ đồng (đối ứng tối thiểu 10% vốn Trung ương)" is a rule's
            apart = in_other_years(part, whole) or in_other_years(rate, part)
            if not told and not equation.fits and apart:
                continue
            if told or whole.index in tried or equation.fits:
                yield Option(candidate, equation, told and rate.aspect != "completion")


def _is_where(whole: Reading, part: Reading) -> bool:
    """Whether a whole that words name is told of the place of a part, or of one that holds it: "dư nợ toàn tỉnh"."""
    if same_place(whole, part) or whole.place is None or part.place is None:
        return True
    return lies_in(part.place, whole.place)
