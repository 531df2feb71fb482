"""Shares, multiples and orders of magnitude in words: "hai phần ba", "một nửa", "gấp đôi", "hàng trăm"."""

from decimal import Decimal

from pipelines.quantities import flags
from pipelines.quantities.amounts import attach_unit
from pipelines.quantities.connectives import pattern
from pipelines.quantities.drafts import Draft
from pipelines.quantities.number_words import Spelled, number_words, read_spelled
from pipelines.quantities.scales import NEXT_WORD
from pipelines.quantities.sides import look_around
from pipelines.quantities.spots import Spot, word_spot
from pipelines.quantities.triggers import Trigger
from pipelines.quantities.units import unit_table

_OF_NOUN = r"[ ]{0,2}(?:của )?(?:<of_number> )?([^\W\d_]+)"
#: Fractions said in words go down to tenths.
_TENTHS = 10
_HALF_OF = r" <half_of>(?!\w)"


def read_fraction(spot: Spot, spelled: Spelled) -> Draft | None:
    """A fraction in words: "hai phần ba số hộ", "ba phần tư" (75 per cent); "hai phần trăm" is a rate."""
    folded = spot.folded
    if not folded.startswith(" phần ", spelled.end):
        return None
    if unit_table().match(folded, spelled.end + 1, "phần") is not None:
        return None
    below = read_spelled(folded, spelled.end + len(" phần "))
    if below is None or not below.value:
        return None
    draft = Draft(spot.start, below.end, "ratio", spelled.value / below.value, Decimal(0), value_end=below.end)
    draft.marks.add(flags.SPELLED_OUT)
    _of_noun(draft, folded)
    part_of_whole = 0 < spelled.value < below.value <= _TENTHS and "minus" not in spot.left.roles
    if draft.unit is None and part_of_whole:  # as half is: "giảm một phần tư" is 25 per cent
        draft.kind, draft.unit, draft.number = "rate", "percent", spelled.value * 100 / below.value
    look_around(draft, spot, draft.end)
    return draft


def _of_noun(draft: Draft, folded: str) -> None:
    """Name the noun of which a fraction is told: "hai phần ba số hộ"."""
    noun = pattern(_OF_NOUN).match(folded, draft.end)
    found = unit_table().match(folded, noun.start(1), noun[1]) if noun else None
    if found is not None and found.unit.kind == "count":
        draft.unit, draft.reading = found.unit.code or folded[found.start : found.end], found.unit
        draft.unit_span, draft.end = (found.start, found.end), found.end


def read_half(text: str, folded: str, trigger: Trigger) -> Draft | None:
    """Half: "một nửa" is 50 per cent of a whole, 0.5 of a measure; "nửa đêm" is no number."""
    spot = word_spot(text, folded, trigger.start, trigger.end)
    draft = Draft(trigger.start, trigger.end, "rate", Decimal("0.5"), Decimal(0), value_end=trigger.end)
    draft.marks.add(flags.SPELLED_OUT)
    word = NEXT_WORD.match(folded, trigger.end)
    found = unit_table().match(folded, word.start(1), word[1]) if word else None
    behind = trigger.end
    if found is not None and found.unit.kind in ("measure", "scale", "money"):
        draft.kind = "measure"
        behind = attach_unit(draft, text, folded, found.start, word[1] if word else "")
    elif trigger.form == "nửa" and not pattern(_HALF_OF).match(folded, trigger.end) and spot.left.comparator is None:
        return None
    else:
        draft.unit, draft.number = "percent", Decimal(50)
    look_around(draft, spot, behind)
    return draft


def read_multiple(text: str, folded: str, trigger: Trigger) -> Draft | None:
    """A multiple in words: "gấp đôi", "gấp rưỡi", "gấp ba lần"; not "gấp ba mươi lần", which is a number."""
    spot = word_spot(text, folded, trigger.start, trigger.end)
    value = number_words().multiples[trigger.form]
    draft = Draft(trigger.start, trigger.end, "rate", value, Decimal(0), unit="times", value_end=trigger.end)
    draft.marks.add(flags.SPELLED_OUT)
    behind = NEXT_WORD.match(folded, trigger.end)
    if behind and behind[1] in number_words().parts:
        return None
    told = unit_table().match(folded, behind.start(1), behind[1]) if behind else None
    if told is not None and told.unit.code == "times":
        draft.end = told.end
    look_around(draft, spot, draft.end)
    return draft


def read_vague(text: str, folded: str, trigger: Trigger) -> Draft | None:
    """An order of magnitude: "vài chục lao động" is 20 to 90, "hàng trăm điện thoại" a hundred or more."""
    words = number_words()
    several = words.several.get(trigger.form)
    value = words.hundreds_of[trigger.form] if several is None else several
    end = trigger.end
    draft = Draft(trigger.start, end, "count", value, value_end=end)
    draft.marks |= {flags.VAGUE, flags.SPELLED_OUT}
    word = NEXT_WORD.match(folded, end)
    if word:
        attach_unit(draft, text, folded, word.start(1), word[1])
    if draft.number is None:
        return None
    draft.comparator = ">="
    if several is not None:
        draft.comparator = "~"
        draft.high = draft.number / 2 * 9
    return draft
