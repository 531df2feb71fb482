"""Figures told by their size: "cao nhất là Pác Nặm 35,22%; rồi đến Ngân Sơn 34,41%, …; thấp nhất là Bắc Kạn 1,93%".

Each is held against the one before it. Where words only say that figures are high, they must be in order; where words
rank them, one that a slip puts out of its order is taken up. The rate of the whole lies between the highest and the
lowest; town and countryside, which are all there is, are means.py.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby, pairwise

from pipelines.meaning.code_lists import RATES
from pipelines.places.containment import lies_in
from pipelines.statements.readings import Reading, in_other_years
from pipelines.statements.relations.candidates import Candidate
from pipelines.statements.relations.means import mean_of
from pipelines.statements.telling.aspects import MOVES
from pipelines.statements.wording.agreement import Bounds, Equation, bounds
from pipelines.vocabulary.roles import CUES

#: What begins figures in order: the first or last of a ranking, words for much and little, figures told in turn.
_BEGINS = CUES.pattern(
    r"\b(?:(?P<little><little>)|<much>)(?P<most> nhất)?\b|\b(?P<leads><ranked_first>)\b|\blần lượt\b"
)
#: What the end of a ranking is called that falls, and that rises.
_LOWEST = CUES.pattern(r"\b(?:<little> nhất|<ranked_last>)\b")
_HIGHEST = CUES.pattern(r"\b(?:<much> nhất|<ranked_first>)\b")
#: What goes on with the next of a ranking.
_NEXT = CUES.pattern(r"\b<ranked_next>\b")
#: The rest of a list, which may exceed what stands before it: "các nước khác 18 người".
_REST = CUES.pattern(r"\b(?:khác|<left>)\b")
#: Fewer figures are no order; their whole stands within so many figures before them.
_FEWEST, _REACH = 3, 40


@dataclass(frozen=True, slots=True)
class Ranking:
    """Figures in their order, the greatest first unless `rises`.

    `told` says whether words rank them, `last` is what words call the last of all, if they do.
    """

    members: tuple[Reading, ...]
    rises: bool
    told: bool
    last: Reading | None

    @property
    def falling(self) -> tuple[Reading, ...]:
        """The figures, the one that words make the highest first."""
        return self.members[::-1] if self.rises else self.members


def rankings(readings: Sequence[Reading], folded: str, totals: Mapping[int, int]) -> Iterator[Candidate]:
    """Each figure of a ranking with the next, all with their whole; `totals` says of what each part is one.

    `folded` is the text of the document.
    """
    sentences = [list(group) for _, group in groupby(readings, key=lambda one: id(one.clauses))]
    for sentence, behind in pairwise([*sentences, []]):
        for ranking in _rankings_in(sentence, folded):
            if not _is_in_order(ranking) and not (ranking.told and _is_slip(ranking)):
                continue
            for higher, lower in pairwise(ranking.falling):
                yield Candidate("subset", ((higher, "higher"), (lower, "lower")), "figures in order")
            last = ranking.last or _last_in(behind, ranking, folded)
            if last is not None and last.figure.unit in RATES:
                yield from _between(ranking, last, readings)
            if not any(one.index in totals for one in ranking.members):
                yield from _within(ranking, readings)


def _rankings_in(sentence: Sequence[Reading], folded: str) -> Iterator[Ranking]:
    """The figures behind the words that begin an order, those of one kind together."""
    begins = _BEGINS.search(folded, sentence[0].clauses.sentence.start, sentence[-1].figure.start)
    if begins is None:
        return
    rises = bool(begins["little"])
    ends = (_HIGHEST if rises else _LOWEST).search(folded, begins.end(), sentence[-1].figure.start)
    kinds: dict[tuple[object, ...], list[Reading]] = {}
    for one in sentence:
        if one.figure.start >= begins.end() and not _REST.search(folded, one.figure.own, one.figure.start):
            kinds.setdefault(_kind(one), []).append(one)
    first = next((one for one in sentence if one.figure.start >= begins.end()), None)
    for told in kinds.values():
        last = next((one for one in told if ends and one.figure.start >= ends.end()), None)
        members = told[: told.index(last) + 1] if last is not None else told
        if len(members) < _FEWEST or _places(members) < len(members) - 1:
            continue
        ranked = bool(begins["most"] or begins["leads"]) and members[0] is first and _places(members) == len(members)
        goes_on = _NEXT.search(folded, members[0].figure.end, members[-1].figure.start) is not None
        yield Ranking(tuple(members), rises, ranked and goes_on, last)


def _last_in(sentence: Sequence[Reading], ranking: Ranking, folded: str) -> Reading | None:
    """The least of the sentence behind a ranking that falls, if it tells the last: "Thấp nhất là Đăk Hà, 84,6%"."""
    alike = [one for one in sentence if _kind(one) == _kind(ranking.members[-1])]
    if ranking.rises or not alike or alike[0].paragraph != ranking.members[-1].paragraph:
        return None
    begins = _LOWEST.search(folded, alike[0].clauses.sentence.start, alike[0].figure.start)
    return min(alike, key=_value) if begins is not None else None


def _kind(reading: Reading) -> tuple[object, ...]:
    """What figures of one order have in common."""
    return (
        reading.figure.unit,
        reading.figure.aside,
        reading.aspect,
        reading.subject.indicator,
        reading.status,
        reading.period,
        reading.per,
        reading.place.level if reading.place is not None else None,
    )


def _places(members: Sequence[Reading]) -> int:
    """Of how many places figures are told; the name of one may be unknown, which then seems to be that before it."""
    return len({one.place.name for one in members if one.place is not None})


def _is_in_order(ranking: Ranking) -> bool:
    return all(_value(higher) >= _value(lower) for higher, lower in pairwise(ranking.falling))


def _value(reading: Reading) -> Decimal:
    return reading.figure.quantity.value or Decimal(0)


def _is_slip(ranking: Ranking) -> bool:
    """Whether one slip of one figure would put all in order."""
    members = ranking.falling
    wrong = [at for at, (higher, lower) in enumerate(pairwise(members)) if _value(higher) < _value(lower)]
    return len(wrong) == 1 and any(_fits_between(members, place) for place in (wrong[0], wrong[0] + 1))


def _fits_between(members: Sequence[Reading], place: int) -> bool:
    """Whether a slip would bring a figure between its neighbours, the greater before it."""
    above = bounds(members[place - 1].figure.quantity) if place else (Decimal(0), 10 * _value(members[0]))
    below = bounds(members[place + 1].figure.quantity) if place + 1 < len(members) else (Decimal(0), Decimal(0))
    if above is None or below is None or below[0] > above[1]:
        return False
    needed: Bounds = (below[0], above[1])
    return Equation(((members[place].figure.quantity, (needed,)),)).mends()


def _between(ranking: Ranking, last: Reading, readings: Sequence[Reading]) -> Iterator[Candidate]:
    """The nearest rate of the whole before a ranking of rates, with its first and its last."""
    first = ranking.members[0]
    whole = _whole_of(ranking, readings)
    if whole is None:
        return
    equation = mean_of(*(one.figure.quantity for one in (whole, first, last)))
    if equation.fits or (ranking.told and equation.mends()):
        roles = ((whole, "whole"), (first, "part"), (last, "part"))
        yield Candidate("subset", roles, "mean of all parts", exhaustive=True)


def _within(ranking: Ranking, readings: Sequence[Reading]) -> Iterator[Candidate]:
    """The nearest count of the whole before a ranking of some counts, where it holds them all."""
    if ranking.members[0].figure.unit in RATES:
        return
    whole = _whole_of(ranking, readings)
    if whole is not None and _value(whole) >= sum(map(_value, ranking.members)):
        parts = tuple((one, "part") for one in ranking.members)
        yield Candidate("subset", ((whole, "whole"), *parts), "figures in order among their whole")


def _whole_of(ranking: Ranking, readings: Sequence[Reading]) -> Reading | None:
    """The nearest figure before a ranking that tells the same of the whole."""
    first = ranking.members[0].index
    before = reversed(readings[max(0, first - _REACH) : first])
    return next((one for one in before if _is_whole(one, ranking)), None)


def _is_whole(one: Reading, ranking: Ranking) -> bool:
    """Whether a figure tells the same of a place that holds all those of a ranking, at the same time."""
    first = ranking.members[0]
    alike = one.figure.unit == first.figure.unit and one.subject.indicator == first.subject.indicator is not None
    alike = alike and one.aspect not in MOVES and first.aspect not in MOVES
    if not alike or one.place is None or one.status != first.status or in_other_years(one, first):
        return False
    return all(each.place is not None and lies_in(each.place, one.place) for each in ranking.members)
