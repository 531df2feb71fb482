"""Which amounts are poverty lines: they say who counts as poor, and nobody gets them."""

from collections.abc import Mapping

from pipelines.statements.telling.aspects import MOVES
from pipelines.statements.wording.figures import Clauses, Figure
from pipelines.vocabulary.roles import CUES

#: The topic of a poverty line, and the characters between its name and its amount.
_LINE, _NEAR = "poverty_line", 50
#: What opens the definition of those who are poor: what a household has in it is no result.
_DEFINES = CUES.pattern(r"\b<poor_household>(?: đa chiều)? là (?:những |các )?hộ(?: gia đình)? (?:có|đáp ứng)\b")
#: From its beginning to its last threshold a definition is no longer.
_DEFINITION = 400
#: What no threshold of a definition counts; thresholds are amounts of income, points, needs that are not met.
_COUNTED = frozenset({"household", "person", "percent"})


def defines_poor(folded: str, clauses: Clauses, figure: Figure) -> bool:
    """Whether a figure is a threshold of a definition: "hộ nghèo là hộ … thiếu hụt từ 3 chỉ số trở lên"."""
    if figure.unit in _COUNTED:
        return False
    begin = max(clauses.sentence.start, figure.start - _DEFINITION)
    return _DEFINES.search(folded, begin, figure.start) is not None


def draws_line(clauses: Clauses, figure: Figure, aspects: Mapping[int, str]) -> bool:
    """Whether an amount says who counts as poor: "theo chuẩn nghèo mới (400.000 đồng/người/tháng)".

    So does one that goes on from it: "chuẩn nghèo 1,5 triệu đồng ở nông thôn, 2 triệu đồng ở thành thị".
    """
    if figure.unit != "VND" or aspects[figure.index] in MOVES:
        return False
    topics = [hit for hit in clauses.words.terms if hit.payload.facet == "topic"]
    if any(hit.payload.id == _LINE and 0 <= figure.start - hit.end <= _NEAR for hit in topics):
        return True
    before = next((one for one in clauses.figures if one.index == figure.index - 1), None)
    if before is None or any(before.end <= hit.start < figure.start for hit in topics):
        return False
    return draws_line(clauses, before, aspects)
