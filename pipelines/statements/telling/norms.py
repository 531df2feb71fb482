"""Which amounts and shares a rule sets, where words for a norm alone do not settle it.

What the words are is aspects.csv; how all else is told is aspects.py.
"""

from collections.abc import Mapping, Sequence

from pipelines.orthography import fold
from pipelines.statements.wording.figures import Clauses, Figure
from pipelines.statements.wording.words import Aspect
from pipelines.vocabulary.lexicon import Hit
from pipelines.vocabulary.roles import CUES

_INCOME, _HELP = "income", "help"
_EACH = fold("mỗi")
_MILLIARD = 1_000_000_000
_AMOUNTS = frozenset({"VND", "kilogram"})
#: What the words of a further share of a cost may speak of: who pays it.
_OF_COSTS = frozenset({_HELP, "own_share", "fund_generic", "fund_spent", "local_budget", "given_in_kind"})


def is_income(clauses: Clauses, figure: Figure) -> bool:
    """Whether an income is told before a figure and no help behind it: "thu nhập 38 triệu; ước tính mỗi người 40"."""
    told = [hit.payload.id for hit in clauses.words.terms if hit.start < figure.start]
    return next((topic == _INCOME for topic in reversed(told) if topic in (_INCOME, _HELP)), False)


def is_of_own_means(folded: str, clauses: Clauses, figure: Figure, left: Sequence[Hit[Aspect]]) -> bool:
    """Whether behind its only word for a norm an amount is what each has or gives: "mỗi hộ góp 2 triệu đồng"."""
    norms = [hit for hit in left if hit.payload.aspect == "norm"]
    alone = len(norms) == 1 and folded.startswith(_EACH, norms[0].start)  # not "hỗ trợ mỗi người đóng bảo hiểm"
    return alone and clauses.words.has_connective("own_means", norms[0].end, figure.start)


def is_sum(folded: str, left: Sequence[Hit[Aspect]], figure: Figure) -> bool:
    """Whether a milliard that some were given is no amount a head: "1.260 sinh viên hộ nghèo được hỗ trợ 9,8 tỷ"."""
    value = figure.quantity.value
    large = figure.unit == "VND" and not figure.quantity.per and value is not None and value >= _MILLIARD
    norms = (hit for hit in left if hit.payload.aspect == "norm")
    return large and all(folded[hit.start : hit.end].endswith(CUES.of("granted_to")) for hit in norms)


def goes_on_by_rule(clauses: Clauses, figure: Figure, found: Mapping[int, str]) -> bool:
    """Whether a rule told before goes on: a further share of the same cost, or what a share comes to.

    "hỗ trợ 70% mức đóng, tỉnh hỗ trợ thêm 20%, tự đóng 10%"; "hộ nghèo 30% mức đóng, tương ứng 99.000 đồng/tháng; hộ
    cận nghèo 25%, …". `found` holds the aspects of the figures before.
    """
    before = [one for one in clauses.figures if one.index < figure.index]
    if not before:
        return False
    if figure.unit in _AMOUNTS:
        equal = clauses.words.has_connective("equals", figure.own, figure.start) or figure.bracket is not None
        return equal and before[-1].unit == "percent" and found[before[-1].index] == "norm"
    shares = [one for one in before if one.unit == "percent"]
    if figure.unit != "percent" or not shares or found[shares[-1].index] != "norm":
        return False
    own = [hit for hit in clauses.words.terms if figure.own <= hit.start < figure.start]
    groups = {hit[:2] for hit in own if hit.payload.facet == "population"}
    named = {hit.payload.id for hit in own if hit.payload.facet == "topic" and hit[:2] not in groups}
    listed = not named and any(
        mark.sign == ";" and shares[-1].end <= mark.start < figure.start for mark in clauses.marks
    )
    return listed or (bool(named) and named <= _OF_COSTS)
