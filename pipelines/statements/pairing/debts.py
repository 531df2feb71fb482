"""Who owes a debt that is told before them, whatever it rose by and makes up between: "dư nợ 412 tỷ, với 19.874 hộ"."""

from collections.abc import Mapping

from pipelines.statements.pairing.told_apart import HEADS
from pipelines.statements.wording.figures import Clauses, Figure
from pipelines.vocabulary.roles import CUES

#: What tells right behind those counted, or right before, that they owe: "19.874 hộ còn dư nợ".
_OWE = CUES.pattern(r"(?: \w+){0,2} <owing>\b")
_OWED = CUES.pattern(r"\b<owing>(?: \w+){0,2} $")
_DEBT = CUES.pattern(r"\b<debt>\b")


def debt_of(
    folded: str, figure: Figure, cut: Clauses, aspects: Mapping[int, str], statements: Mapping[int, int]
) -> Figure | None:
    """The last debt that the sentence tells before those who owe it, where nobody is told to owe it yet.

    "tổng dư nợ đạt 412 tỷ đồng, tăng 31,2 tỷ đồng (+8,18%) so với đầu năm, với 19.874 hộ còn dư nợ".
    """
    owing = _OWE.match(folded, figure.end) or _OWED.search(folded, figure.own, figure.start)
    if figure.unit not in HEADS or owing is None or figure.bracket is not None:
        return None
    before = [one for one in cut.figures if one.index < figure.index]
    shares = {one.index for one in before if aspects[one.index] == "share"}  # "99,2% tổng dư nợ 3.893 tỷ đồng"
    debts = [one for one in before if one.unit == "VND" and aspects[one.index] == "level" and one.bracket is None]
    debts = [one for one in debts if one.index - 1 not in shares]
    if not debts or _DEBT.search(folded, debts[-1].item, debts[-1].start) is None:
        return None
    debt = debts[-1]
    told = {statements.get(one.index) for one in before if one.unit in HEADS}
    return debt if statements.get(debt.index) not in told else None
