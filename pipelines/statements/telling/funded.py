"""What is planned because of the money beside it: funds of which so much was spent, and what planned money is for.

"Tổng vốn dự án là 342,6 tỷ đồng. … đã giải ngân 311,8 tỷ đồng, đạt 91%"; "được bố trí 89,4 tỷ đồng: xây mới 15 công
trình (41,7 tỷ đồng)". All other words for statuses are read by statuses.py.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from pipelines.meaning.code_lists import CURRENCIES, RATES
from pipelines.model import Status
from pipelines.quantities.context import without_comparator
from pipelines.statements.wording.figures import Clauses, Figure
from pipelines.vocabulary.roles import CUES

#: A sentence that opens so tells of the money told last: "Từ nguồn vốn này, …".
MONEY_TAKEN_UP = CUES.pattern(r"<money_taken_up>[^,.;:\d]{0,20}? <pointing_back>\b(?! (?:địa bàn|cả|\d))")
#: The topic of money spent.
SPENT = "disbursement"
#: Topics of money that is assigned before it is spent; loans are not.
FUNDS = frozenset({"fund_generic", "fund_plan"})
LOANS = frozenset({"loan", "outstanding", "borrowers", "turnover_lent", "raised", "fund_for_poor"})
_COMING = frozenset({"plan", "target"})
#: The funds stand in the same paragraph or at most so many sentences before what was spent of them.
_SENTENCES_BEFORE = 3
#: A rate of so many points beside the printed one is rounded.
_ROUNDED = Decimal("0.6")
_WHOLE = 100
#: Right behind a count: how far what is planned has come.
_UNDER_WAY = CUES.pattern(r" <under_way>\b")
#: Right before the amount of some funds.
_IS = (" là", ":")


def tells_funds(cut: Clauses, figure: Figure) -> bool:
    """Whether the words of a figure's item speak of funds, and not of loans, gifts or what was spent of them."""
    named = {hit.payload.id for hit in cut.words.terms if figure.item <= hit.start < figure.start}
    return bool(named & FUNDS) and named.isdisjoint(LOANS | {SPENT})


def called_done(folded: str, cut: Clauses, figure: Figure) -> bool:
    """Whether the last of a figure's own words that tell of a status says that it is so: "đã bàn giao 22 căn".

    So do words right behind it for how far it has come: "198 căn đang thi công và 81 căn chưa khởi công".
    """
    if is_under_way(folded, figure):
        return True
    own = [hit.payload.status for hit in cut.words.statuses if figure.own <= hit.start < figure.start]
    return bool(own) and own[-1] == "actual"


def is_under_way(folded: str, figure: Figure) -> bool:
    """Whether words right behind a count say how far it has come today."""
    return _UNDER_WAY.match(folded, figure.end) is not None


def funds_spent(folded: str, clauses: Sequence[Clauses], statuses: Mapping[int, Status]) -> Iterator[int]:
    """The funds of which a later figure was spent, by the rate behind it: "vốn là 342,6 tỷ …; giải ngân 311,8 tỷ, 91%".

    Not what was given already: "Trung ương cấp cho tỉnh 672 tỷ đồng … Đến hết năm 2010 đã giải ngân 658 tỷ đồng".
    """
    told: list[tuple[int, Figure]] = []
    for number, cut in enumerate(clauses):
        told = [(at, one) for at, one in told if number - at <= _SENTENCES_BEFORE]
        for figure in cut.figures:
            rate = next((one for one in cut.figures if one.index == figure.index + 1), None)
            if rate is not None and _is_spent_at(cut, figure, rate):
                yield from (one.index for _, one in told if _is_of(figure, rate, one))
            if statuses[figure.index] == "actual" and _is_total_of_funds(folded, cut, figure):
                told.append((number, figure))


def _is_total_of_funds(folded: str, cut: Clauses, figure: Figure) -> bool:
    """Whether a figure only tells how much some funds are: "Tổng vốn dự án là 342,6 tỷ đồng"."""
    if figure.unit not in CURRENCIES or figure.quantity.per or not tells_funds(cut, figure):
        return False
    return not _is_done(cut, figure) and without_comparator(folded[figure.own : figure.start]).rstrip().endswith(_IS)


def _is_spent_at(cut: Clauses, figure: Figure, rate: Figure) -> bool:
    """Whether a figure is money that was spent, with its rate right behind it."""
    spent = any(hit.payload.id == SPENT and figure.own <= hit.start < figure.start for hit in cut.words.terms)
    return spent and figure.unit in CURRENCIES and rate.unit == "percent"


def _is_of(spent: Figure, rate: Figure, funds: Figure) -> bool:
    """Whether what was spent is the share of some funds that a rate tells."""
    part, share, whole = spent.quantity.value, rate.quantity.value, funds.quantity.value
    if not part or not share or not whole or funds.unit != spent.unit:
        return False
    return abs(part * _WHOLE / whole - share) <= _ROUNDED


def counts_of_plans(clauses: Sequence[Clauses], statuses: Mapping[int, Status]) -> Iterator[int]:
    """The counts that no word calls done and whose brackets hold planned money: "xây 15 công trình (41,7 tỷ đồng)"."""
    for cut in clauses:
        for figure, bracket in zip(cut.figures, cut.figures[1:], strict=False):
            funded = bracket.bracket == figure.index and bracket.unit in CURRENCIES and not bracket.quantity.per
            is_count = figure.unit not in CURRENCIES | RATES and statuses[figure.index] == "actual"
            if funded and is_count and statuses[bracket.index] in _COMING and not _is_done(cut, figure):
                yield figure.index


def _is_done(cut: Clauses, figure: Figure) -> bool:
    """Whether a word before a figure says that something happened."""
    return any(hit.payload.status == "actual" and hit.start < figure.start for hit in cut.words.statuses)
