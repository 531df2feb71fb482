"""a/b: achieved of planned ("727/700 lao động"), part of whole, or a fraction; never a date or an amount per head."""

import re
from decimal import Decimal

from pipelines.quantities.amounts import attach_unit, new_draft, unit_behind
from pipelines.quantities.connectives import pattern
from pipelines.quantities.drafts import Draft
from pipelines.quantities.numerals import ONE, joins_spaced, read_numeral, spaced
from pipelines.quantities.sides import look_around
from pipelines.quantities.spots import Spot
from pipelines.quantities.units import unit_table

_BEHIND = r"(?:[ ]{0,3}([^\W\d_]+|[%°º₫$€‰]))?"
_SLASH = re.compile(r" ?/ ?([0-9]+(?:[.,][0-9]+)*)" + _BEHIND)
#: The same with spaces between thousands: "2 480/2 510 hộ".
_SPACED_SLASH = re.compile(r" ?/ ?([0-9]{1,3}(?: [0-9]{3})+)(?![0-9.,])" + _BEHIND)
_OF_NUMBER = r" <of_number> ([^\W\d_]+)"
_MORE = re.compile(r" ?/ ?[0-9]")
#: Up to this denominator a/b without a noun is taken for a fraction.
_LARGEST_FRACTION = 20
_ZERO = Decimal(0)


def read_ratio(spot: Spot) -> Draft | None:
    """The a/b that begins at a spot; None where no "/" with digits follows."""
    end = spaced(spot.folded, spot.start) if spot.after == " " and joins_spaced(spot.left.roles) else None
    match = _SLASH.match(spot.folded, end or spot.end)
    if match is None or _MORE.match(spot.folded, match.end(1)):
        return None
    if end is not None:
        spot.end, spot.token = end, spot.folded[spot.start : end].replace(" ", "")
    draft = new_draft(spot)
    if draft is not None and draft.number is not None:
        grouped = _SPACED_SLASH.match(spot.folded, spot.end)
        # "480/2 510 hộ", but "118/127 450 triệu đồng" are two
        match = grouped if grouped and (end or draft.number > int(grouped[1].split()[0])) else match
    numeral = read_numeral(match[1].replace(" ", ""))
    if draft is None or numeral is None or spot.end > match.start(1):
        return None
    start = match.start(1)
    other = Draft(start, match.end(1), "count", numeral.value, numeral.step, value_end=match.end(1), numeral=numeral)
    other.marks |= numeral.flags
    word, at = match[2] or "", match.start(2) if match[2] else match.end(1)
    if _is_fraction(draft, other, spot, at, word):
        _fraction(draft, other, spot, at, word)
        return draft
    behind = attach_unit(other, spot.text, spot.folded, at, word)
    if other.reading is not None:
        span = other.unit_span
        draft.take_unit(other.reading, other.unit, other.factor)
        draft.unit_span, draft.per = span, other.per
    draft.denominator, draft.end = other, other.end
    look_around(draft, spot, behind)
    return draft


def _is_fraction(draft: Draft, other: Draft, spot: Spot, at: int, word: str) -> bool:
    """Whether a/b is one number: "1/2", "1/3l", "2/3 số hộ"; not "9/14 xã" and "42/42"."""
    assert draft.number is not None
    assert other.number is not None
    if other.number == 0 or not spot.token.isdigit() or other.number > _LARGEST_FRACTION or other.step != ONE:
        return False
    if pattern(_OF_NUMBER).match(spot.folded, other.value_end):
        return True
    if not word:
        return draft.number != other.number
    known = unit_table().match(spot.folded, at, word)
    if known is not None:
        return known.unit.kind == "measure" and draft.number < other.number
    return unit_behind(Draft(other.start, other.end, "count"), spot.text, spot.folded, at, word) is None or (
        draft.number < other.number <= 10
    )


def _fraction(draft: Draft, other: Draft, spot: Spot, at: int, word: str) -> None:
    """Make the draft the fraction a/b of the unit behind it."""
    assert draft.number is not None
    assert other.number is not None
    of_number = pattern(_OF_NUMBER).match(spot.folded, other.end)
    if of_number:
        at, word = of_number.start(1), of_number[1]
    draft.number, draft.numeral = draft.number / other.number, None
    draft.step, draft.kind = _ZERO, "ratio"
    draft.end = draft.value_end = other.end
    known = unit_table().match(spot.folded, at, word) if word else None
    behind = draft.end
    if known is not None and known.unit.kind in ("measure", "count", "money"):
        draft.unit, draft.unit_span, draft.end = known.unit.code, (known.start, known.end), known.end
        draft.reading = known.unit
        draft.kind = "measure" if known.unit.kind == "measure" else "ratio"
        behind = known.end
    look_around(draft, spot, behind)
