"""What stands beside a number and its unit: per, comparators before and behind, signs, a currency before."""

import re

from pipelines.model import Comparator
from pipelines.quantities.connectives import pattern
from pipelines.quantities.context import comparator_after, left_of, right_of
from pipelines.quantities.drafts import Draft
from pipelines.quantities.spelling import is_unaccented
from pipelines.quantities.spots import Spot
from pipelines.quantities.units import UnitMatch, per_code, unit_table

_PER_SLASH = re.compile(r" ?/ ?(?:0?1 ?)?([^\W\d_]+)")
_PER_NOUN = re.compile(r" [^\W\d_]{2,12} ?/ ?(?:0?1 ?)?([^\W\d_]+)")
_PER_WORD = r" (?:<per_opener> )?(<per>) ([^\W\d_]+)"
_EVERY = "mỗi"
_NEAR = re.compile(r"[^\d.,;:()\n]{0,30}")
_TWO_WORDS = re.compile(r"(?: [^\W\d_]+){2} ")
_CURRENCY = re.compile(r"(?:^|[^\w$])([^\W\d_]{2,3}\$?|[$€₫])[ ]?$")
_PER_KINDS = frozenset({"money", "rate", "measure", "scale"})
_TIMES = frozenset({"year", "month", "week", "day", "quarter", "hour"})


def read_per(draft: Draft, folded: str) -> int:
    """Set what the number is per ("/hộ/tháng", "mỗi năm", "một người một tháng"); return where that ends."""
    end = draft.end
    sign = folded[end : end + 1]
    if sign not in ("/", " "):
        return end
    codes: list[str] = []
    while (found := _per_unit(draft, folded, end)) is not None:
        match, code = found
        codes.append(code)
        end = match.end
        if len(codes) == 3:
            break
    if codes:
        draft.per, draft.until = "/".join(codes), end
    return end


def _per_unit(draft: Draft, folded: str, end: int) -> tuple[UnitMatch, str] | None:
    """One unit behind "/" or "mỗi": its place and code."""
    match = _PER_SLASH.match(folded, end)
    if match is None and end == draft.end and draft.kind in ("measure", "count"):
        match = _PER_NOUN.match(folded, end)  # "15 kg gạo/tháng"
    at, word = (match.start(1), match[1]) if match else (0, "")
    if match is None:
        worded = pattern(_PER_WORD).match(folded, end)
        if worded is None or (worded[1] != _EVERY and (draft.kind not in _PER_KINDS or draft.unit in _TIMES)):
            return None
        at, word = worded.start(2), worded[2]
    table = unit_table()
    if word.isascii() and is_unaccented(folded, draft.start, at):
        table = table.unaccented
    found = table.match(folded, at, word)
    if found is None or found.unit.kind not in ("count", "measure") or found.unit.per is None:
        return None
    return found, per_code(found.unit, folded[found.start : found.end])


def look_around(draft: Draft, spot: Spot, behind: int) -> None:
    """Set comparator and sign from the words before the number and behind its unit, which ends at `behind`."""
    left, start = spot.left, spot.left_start
    if left.comparator is not None:
        draft.comparator = left.comparator
    if "since" in left.roles:
        draft.opener = left.form
        outer = left_of(spot.folded, start)[0].comparator
        if outer is not None:
            draft.comparator = outer
    after = _comparator_behind(draft, spot.folded, behind)
    if after is not None:
        draft.comparator = after
    if spot.before in "-−" and draft.number is not None and _is_minus(draft, spot):
        _negate(draft, 1)
    elif "minus" in left.roles:
        _negate(draft, spot.start - start)


def _comparator_behind(draft: Draft, folded: str, end: int) -> Comparator | None:
    """Find "trở lên", "trở xuống": directly behind, behind two words, or farther where "từ" stands before."""
    told = right_of(folded, end, "comparator")
    if told is not None:
        return comparator_after(told[0])
    near = (_NEAR if draft.opener else _TWO_WORDS).match(folded, end)  # "95% dân số trở lên"
    for space in re.finditer(" ", near[0] if near else ""):
        told = right_of(folded, end + space.start(), "comparator")
        if told is not None and (draft.opener or comparator_after(told[0]) == ">="):  # not "171 em ra lớp trở lại"
            return comparator_after(told[0])
    return None


def _is_minus(draft: Draft, spot: Spot) -> bool:
    """Whether a hyphen at the number is its sign, and no dash of a range, a name or a list."""
    before = spot.folded[spot.start - 2] if spot.start > 1 else "\n"
    if before.isalnum() or before in ")]%":
        return False
    return not (before in "\n" and draft.kind in ("count", "money") and draft.unit is not None)


def _negate(draft: Draft, by: int) -> None:
    assert draft.number is not None
    draft.number = -draft.number
    draft.numeral = None
    draft.start -= by


def currency_before(draft: Draft, spot: Spot) -> None:
    """A currency written before its amount: "$1,42", "VND1000", "US$ 5.000"."""
    window = spot.folded[max(0, spot.start - 6) : spot.start]
    match = _CURRENCY.search(window)
    if match is None:
        return
    found = unit_table().match(match[1], 0, match[1]) or unit_table().match(match[1], 0, match[1].rstrip("$"))
    if found is None or found.unit.kind != "money" or found.end != len(match[1]):
        return
    begin = spot.start - len(window) + match.start(1)
    draft.take_unit(found.unit, found.unit.code)
    draft.unit_span = (begin, begin + len(match[1]))
    draft.start = begin
