"""Sums that no list tells: a cost and who pays for it, and a stock's change by what flowed in and out.

"cho vay 642 tỷ, thu nợ 455 tỷ … dư nợ tăng 187 tỷ". Only the meaning suggests flows, so each is taken up where its
numbers agree or one slip would mend them. What remains of a whole is complements.py.
"""

from collections.abc import Iterator, Sequence

from pipelines.meaning.flows import FlowRow, stocks_with_flows
from pipelines.statements.readings import Reading, is_variable, same_group, same_place
from pipelines.statements.relations.candidates import Candidate
from pipelines.statements.telling.aspects import MOVES
from pipelines.statements.wording.agreement import Option, choose
from pipelines.statements.wording.equations import total_of

#: Flows of one stock are told within so many figures and paragraphs of each other, the stock of so many.
_FLOW_REACH, _FLOW_PARAGRAPHS, _STOCK_PARAGRAPHS = 16, 2, 6


def balances(readings: Sequence[Reading]) -> Iterator[Candidate]:
    """Each cost with those who pay for it, each stock or change of one with its flows."""
    yield from _costs_paid(readings)
    for row in stocks_with_flows():
        yield from _of_flows(row, readings)


def _costs_paid(readings: Sequence[Reading]) -> Iterator[Candidate]:
    """Relate a cost to what others paid of it and what was left to pay: "hết 120 triệu, quỹ trả 114, nhà lo 6"."""
    for cost, paid, left in zip(readings, readings[1:], readings[2:], strict=False):
        if (
            not cost.clauses is paid.clauses is left.clauses
            or not cost.counted == paid.counted == left.counted == "VND"
        ):
            continue
        words = cost.clauses.words
        told = (("cost", cost), ("covered", paid), ("left_to_pay", left))
        if all(words.has_connective(kind, one.figure.own, one.figure.start) for kind, one in told):
            roles = ((cost, "total"), (paid, "part"), (left, "part"))
            yield Candidate("part_whole", roles, "a cost and who pays for it", True)


def _of_flows(row: FlowRow, readings: Sequence[Reading]) -> Iterator[Candidate]:
    """Relate the figures of a stock's flows, told near one another of one place and year, to its change and stock."""
    ids = {*row.inflow, *row.outflow}
    for first in readings:
        if first.subject.indicator not in ids or first.aspect != "level" or _in_headline(first):
            continue
        around = readings[max(0, first.index - _FLOW_REACH) : first.index + _FLOW_REACH]
        alike = [one for one in around if is_variable(one, row.stock) and _alike(one, first, _STOCK_PARAGRAPHS)]
        options: list[Option[Candidate]] = []
        for flows in _flows_from(first, readings, ids):
            into = frozenset(one.index for one in flows if one.subject.indicator in row.inflow)
            if into and any(one.subject.indicator in row.outflow for one in flows):
                options += [*_of_change(alike, flows, into), *_of_stock(alike, flows, into)]
        chosen = choose(options)
        if chosen is not None:
            yield chosen


def _flows_from(first: Reading, readings: Sequence[Reading], ids: set[str]) -> list[list[Reading]]:
    """The flows told from `first` on: the first of each kind, then all of its sentence; only these behind others.

    "49 hộ mới rơi vào danh sách và 6 hộ tái nghèo" may be told of one kind, a figure told again is not counted twice.
    """
    found: list[Reading] = []
    behind = False
    for one in readings[max(0, first.index - _FLOW_REACH) : first.index + _FLOW_REACH]:
        if one.subject.indicator in ids and one.aspect == "level" and _alike(one, first):
            if one.index < first.index:
                if one.clauses is first.clauses:
                    return []
                behind = True
            else:
                found.append(one)
    kinds = {one.subject.indicator: one for one in reversed(found)}
    here = [one for one in found if one.clauses is first.clauses and one.figure.bracket is None]
    firsts = [one for one in found if one is kinds[one.subject.indicator]]
    return [here] if behind or firsts == here else [firsts, here]


def _alike(one: Reading, other: Reading, paragraphs: int = _FLOW_PARAGRAPHS) -> bool:
    """Whether two figures are told near each other of the same place, as facts or as plans."""
    near = abs(one.paragraph - other.paragraph) <= paragraphs
    return (
        near
        and not _in_headline(one)
        and one.status == other.status
        and same_place(one, other)
        and one.counted == other.counted
    )


def _in_headline(reading: Reading) -> bool:
    return reading.clauses.sentence.section == "headline"


def _of_change(alike: Sequence[Reading], flows: Sequence[Reading], into: frozenset[int]) -> Iterator[Option[Candidate]]:
    """The net change: what flowed in less what flowed out, or the other way round of a fall."""
    for change in alike:
        if change.aspect in MOVES and same_group(change, flows[0]):
            negative = frozenset(one.index for one in flows if (one.index in into) == (change.aspect == "fall"))
            added = [one.figure.quantity for one in flows if one.index not in negative]
            taken = [one.figure.quantity for one in flows if one.index in negative]
            roles = ((change, "total"), *((one, "part") for one in flows))
            candidate = Candidate("part_whole", roles, "net of what flowed in and out", True, negative=negative)
            # "4.986 hộ thoát nghèo, 68 hộ tái nghèo, 497 hộ phát sinh; số hộ nghèo thực giảm 4.421 hộ"
            told = all(one.clauses is change.clauses and one.index < change.index for one in flows)
            yield Option(candidate, total_of(change.figure.quantity, added, taken), told)


def _from_nothing(closing: Reading, flows: Sequence[Reading], into: frozenset[int]) -> Option[Candidate]:
    """A stock that began with what flowed in: "từ 2007 cho vay 45.712 tỷ, thu nợ 10.466 tỷ, dư nợ 35.246 tỷ"."""
    negative = frozenset(one.index for one in flows if one.index not in into)
    added = [one.figure.quantity for one in flows if one.index in into]
    taken = [one.figure.quantity for one in flows if one.index in negative]
    roles = ((closing, "total"), *((one, "part") for one in flows))
    candidate = Candidate("part_whole", roles, "stock of what flowed in and out", True, negative=negative)
    return Option(candidate, total_of(closing.figure.quantity, added, taken))


def _of_stock(alike: Sequence[Reading], flows: Sequence[Reading], into: frozenset[int]) -> Iterator[Option[Candidate]]:
    """The stock after: the stock before, what flowed in, less what flowed out."""
    stocks = [one for one in alike if one.aspect not in MOVES]
    behind = [one for one in stocks if one.index > flows[-1].index and one.paragraph == flows[-1].paragraph]
    if behind and not any(one.index < flows[0].index for one in stocks):
        yield _from_nothing(behind[0], flows, into)
    for closing in stocks:
        for opening in stocks:  # which may be told behind: "còn 5.106 hộ. So với đầu năm (6.024 hộ nghèo), …"
            if opening.period is None or closing.period is None or opening.period.end >= closing.period.end:
                continue
            told = [(one, "inflow" if one.index in into else "outflow") for one in flows]
            added = [opening.figure.quantity, *(one.figure.quantity for one, role in told if role == "inflow")]
            taken = [one.figure.quantity for one, role in told if role == "outflow"]
            roles = ((opening, "opening"), *told, (closing, "closing"))
            candidate = Candidate("stock_flow", roles, "stock by what flowed in and out")
            yield Option(candidate, total_of(closing.figure.quantity, added, taken))
