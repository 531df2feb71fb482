"""What an amount is per: told with a slash at the number, or by the words of per_words.csv ("mỗi hộ")."""

from pipelines.statements.figures import Clauses, Figure

#: Units of numbers that are told per something by words; a count of households is not.
_TOLD_PER = frozenset({"VND", "USD", "percent", "percentage_point", "kilogram"})
#: Words behind a number stand at most so far from it: "12 triệu đồng cho mỗi mô hình".
_REACH = 10


def per_of(clauses: Clauses, figure: Figure) -> str | None:
    """The code of what a figure is per, several joined by "/", None where it is a plain figure."""
    if figure.quantity.per or figure.unit not in _TOLD_PER:
        return figure.quantity.per
    found: list[str] = []
    for hit in clauses.words.pers:
        before = figure.own <= hit.start and hit.end <= figure.start
        behind = 0 <= hit.start - figure.end <= _REACH and hit.start < figure.right
        if (before or behind) and hit.payload not in found:
            found.append(hit.payload)
    return "/".join(found) or None
