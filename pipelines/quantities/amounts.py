"""A number with its unit: the words behind it, known, misspelt or listed nowhere; a/b; spaces inside digits.

Works on one number at a time, in digits or read from words; what neighbouring numbers lend each other is groups.py.
"""

import re
from decimal import Decimal

from pipelines.model import RelativePeriod
from pipelines.quantities import flags
from pipelines.quantities.connectives import pattern
from pipelines.quantities.context import right_of
from pipelines.quantities.drafts import Draft
from pipelines.quantities.nouns import noun_end, stop_words, with_noun
from pipelines.quantities.number_words import half_words, scale_words
from pipelines.quantities.numerals import Numeral, joins_spaced, read_numeral, spaced
from pipelines.quantities.scales import NEXT_WORD, attach_scale
from pipelines.quantities.sides import currency_before, look_around, read_per
from pipelines.quantities.spelling import corrected, is_unaccented, unaccented
from pipelines.quantities.spots import Spot
from pipelines.quantities.units import Unit, UnitMatch, unit_table

_NEXT_LINE = re.compile(r"[ \t]*\r?\n[ \t]*([^\W\d_]+)")
_STRAY_COMMA = re.compile(r"[0-9]+ ,[0-9]{1,2}(?![0-9])")
_STRAY_DOT = re.compile(r"[0-9]{1,3}(?:\. [0-9]{3}| \.[0-9]{3})(?![0-9.,])")
_CUT = re.compile(r", ?([^\W\d_]+|%)")
_MULTIPLIED = r"(?<!\w)<multiplied>(?!\w)[^.;:\n]{0,24}$"
_MULTIPLE = r"(?<!\w)<multiple> $"
_AGE = r"(?<!\w)(?<!cao )<age> $"  # "người cao tuổi 98" counts older people
_TIMES = Unit("times", "rate")
_WINDOW = 32
_COUNTED = Unit(None, "count")
_YEAR_OF_AGE = Unit("year_of_age", "measure")
_DURATIONS = {"year": "Y", "quarter": "Q", "month": "M", "week": "W", "day": "D"}
_OTHER_DURATIONS = frozenset({"hour", "minute", "second", "decade", "century", "term"})
_SCALE_TENTHS = re.compile(r"([0-9]{1,3})([^\W\d_]{1,5})([0-9])(?!\w|[.,][0-9])")
_MINUTES_SECONDS = re.compile(r"([0-9]{1,4})p([0-9]{1,2})s(?!\w)")


def read_amount(spot: Spot) -> Draft | None:
    """The number at a spot with its unit; None where its digits are no figure."""
    draft = new_draft(spot)
    if draft is None:
        return None
    behind = attach_unit(draft, spot.text, spot.folded, spot.at, spot.word)
    if draft.is_bare:
        currency_before(draft, spot)
        _unit_before(draft, spot)
        if draft.is_bare and flags.MALFORMED_NUMBER in draft.marks:
            return None
    look_around(draft, spot, behind)
    return draft


def new_draft(spot: Spot) -> Draft | None:
    """A draft of the number at a spot without a unit yet; None where its digits are too many for a figure."""
    numeral = _joined(spot) or read_numeral(spot.token)
    if numeral is None:
        return None
    draft = Draft(spot.start, spot.end, "count", numeral.value, numeral.step, value_end=spot.end, numeral=numeral)
    if numeral.flags:
        draft.marks |= numeral.flags
    return draft


def _joined(spot: Spot) -> Numeral | None:
    """A number with spaces inside: "19 136", "98 ,5", "1. 250"; the spot grows with it.

    Only where a unit follows, and no word before it makes the first part a number of its own ("tháng 9 105 hộ").
    """
    left = spot.left
    if spot.after not in " .," or spot.word or not joins_spaced(left.roles) or left.always:
        return None
    if left.label not in (None, "not_label") and len(spot.token) == 1:
        return None
    folded, numeral = spot.folded, None
    end = spaced(folded, spot.start) if spot.after == " " else None
    if end is not None:
        numeral = read_numeral(folded[spot.start : end].replace(" ", ""))
    elif spot.token.isdigit():
        stray = _STRAY_COMMA.match(folded, spot.start) or _STRAY_DOT.match(folded, spot.start)
        if stray is not None:
            end, numeral = stray.end(), read_numeral(stray[0].replace(" ", ""))
            numeral = numeral and numeral._replace(flags=numeral.flags | {flags.STRAY_SPACE})
    behind = None if end is None else NEXT_WORD.match(folded, end)
    if numeral is None or end is None or behind is None:
        return None
    found = unit_table().match(folded, behind.start(1), behind[1])
    if found is None:
        return None
    spot.end, spot.at, spot.word = end, behind.start(1), behind[1]
    return numeral


def attach_unit(draft: Draft, text: str, folded: str, at: int, word: str) -> int:
    """Give a draft the unit that stands at `at` behind its number, if any does, and what it is per.

    Returns where all that belongs to the number ends, "per" included.
    """
    found = unit_behind(draft, text, folded, at, word)
    if found is None:
        return draft.end
    unit = found.unit
    draft.unit_span, draft.end = (found.start, found.end), found.end
    if unit.kind == "scale":
        attach_scale(draft, text, folded, found)
    elif unit.kind == "classifier" or unit.takes_noun:
        _classified(draft, text, folded, found)
    elif unit.code == "times":
        _times(draft, text, folded, found)
    else:
        draft.take_unit(unit, unit.code or text[found.start : found.end].lower())
    if draft.kind == "measure":
        return _time(draft, folded)
    return read_per(draft, folded)


def unit_behind(draft: Draft, text: str, folded: str, at: int, word: str) -> UnitMatch | None:
    """The unit at `at`: a known one, a known one misspelt or without diacritics, or a noun that no list holds."""
    if not word:
        return _on_next_line(text, folded, at) or _behind_cut(draft, folded, at)
    plain = word.isascii() and is_unaccented(folded, draft.start, at)
    found = unit_table().match(folded, at, word)
    if plain and (found is None or found.unit.kind == "count"):
        meant = unaccented(folded, at, word)
        if meant is not None and (found is None or meant.unit.kind == "measure"):  # "nam" is năm before it is nam
            draft.marks.add(flags.UNACCENTED)
            return meant
    if found is not None:
        apart = at > draft.end
        return None if apart and _is_heading(found.unit, text[at : at + len(word)]) else found
    if word in stop_words():
        return None
    found = corrected(folded, at)
    if found is not None:
        draft.marks.add(flags.TYPO)
        return found
    end = noun_end(text, folded, at)
    return UnitMatch(_COUNTED, at, end) if end > at else None


def _is_heading(unit: Unit, written: str) -> bool:
    """Whether a measure's word begins a heading of its own: "Lượt xem: 12 Ngày đăng"; "Km" and "Ha" do not."""
    return unit.kind == "measure" and len(written) > 2 and written.istitle()


def _on_next_line(text: str, folded: str, at: int) -> UnitMatch | None:
    """A known unit at the beginning of the next line, where a line was broken before it."""
    match = _NEXT_LINE.match(folded, at)
    if match is None or not text[match.start(1)].islower():
        return None
    return unit_table().match(folded, match.start(1), match[1])


def _behind_cut(draft: Draft, folded: str, at: int) -> UnitMatch | None:
    """The unit of a number that lost its decimals: "19, tỷ đồng"."""
    match = _CUT.match(folded, at)
    if match is None:
        return None
    found = unit_table().match(folded, match.start(1), match[1])
    if found is None or found.unit.kind not in ("scale", "money", "rate"):
        return None
    draft.marks.add(flags.CUT_OFF)
    return found


def _classified(draft: Draft, text: str, folded: str, found: UnitMatch) -> None:
    """A unit that takes the noun behind it: "35 con bò", "15 chiếc xe đạp" (of which the unit is "xe đạp")."""
    bare = found.unit.kind == "classifier"
    end = found.end
    known = _known_behind(folded, end) if bare else None
    if known is not None:
        draft.take_unit(known.unit, known.unit.code or text[known.start : known.end].lower())
        draft.unit_span, draft.end = (found.start, known.end), known.end
        return
    end = with_noun(text, folded, end, 2 if bare else 1)
    begin = found.end + 1 if bare and end > found.end else found.start
    draft.take_unit(found.unit, found.unit.code or text[begin:end].lower())
    draft.unit_span, draft.end = (found.start, end), end


def _known_behind(folded: str, end: int) -> UnitMatch | None:
    """A counted thing with a code behind a classifier: "10 chiếc máy tính"."""
    word = NEXT_WORD.match(folded, end)
    found = unit_table().match(folded, word.start(1), word[1]) if word else None
    return found if found is not None and found.unit.kind == "count" and found.unit.code else None


def _times(draft: Draft, text: str, folded: str, found: UnitMatch) -> None:
    """Read "lần": a multiple behind gấp, tăng, giảm, bằng and with a fraction, else it counts occasions."""
    assert draft.number is not None
    fraction = draft.number != draft.number.to_integral_value()
    if fraction or pattern(_MULTIPLIED).search(folded, max(0, draft.start - _WINDOW), draft.start):
        draft.take_unit(_TIMES, "times")
    else:
        draft.take_unit(_COUNTED, text[found.start : found.end].lower())


def _time(draft: Draft, folded: str) -> int:
    """Add a half ("một tạ rưỡi"); mark a length of time, with the stretch seen from the day of publication.

    "3 tháng tới" is a period ahead, no measure of anything; "3 năm qua" stays a measure of three years.
    """
    half = NEXT_WORD.match(folded, draft.end)
    if half and half[1] in half_words() and draft.number is not None:
        draft.number += Decimal("0.5")
        draft.numeral, draft.end = None, half.end()
    letter = _DURATIONS.get(draft.unit or "")
    if letter is None:
        if draft.unit in _OTHER_DURATIONS:
            draft.marks.add(flags.DURATION)
        return read_per(draft, folded)
    draft.marks.add(flags.DURATION)
    ahead, behind = right_of(folded, draft.end, "ahead"), right_of(folded, draft.end, "behind")
    whole = draft.number is not None and draft.number == draft.number.to_integral_value() and draft.number < 1000
    if whole and ahead is not None:
        draft.relative = RelativePeriod("published", 0, f"+P{int(draft.number or 0)}{letter}")
        draft.number, draft.kind, draft.end = None, "period", ahead[1]
        return draft.end
    if whole and behind is not None:
        draft.relative = RelativePeriod("published", 0, f"-P{int(draft.number or 0)}{letter}")
        return behind[1]
    return read_per(draft, folded)


def read_compact(spot: Spot) -> Draft | None:
    """Two members in one word: "3p20s" is 200 seconds, "2tr5" 2.5 million đồng."""
    if not spot.is_glued or not (spot.word == "p" or spot.word in scale_words()):
        return None
    match = _MINUTES_SECONDS.match(spot.folded, spot.start)
    if match:
        draft = Draft(spot.start, match.end(), "measure", Decimal(int(match[1]) * 60 + int(match[2])), unit="second")
        draft.marks.add(flags.DURATION)
        return draft
    match = _SCALE_TENTHS.match(spot.folded, spot.start)
    if match is None or match[2] not in scale_words():
        return None
    draft = Draft(spot.start, match.end(), "money", Decimal(f"{match[1]}.{match[3]}"), Decimal("0.1"), unit="VND")
    draft.reading = unit_table().forms["đồng"]
    draft.factor = scale_words()[match[2]]
    draft.marks.add(flags.CURRENCY_IMPLIED)
    look_around(draft, spot, match.end())
    return draft


def _unit_before(draft: Draft, spot: Spot) -> None:
    """The unit of a number that the words before it tell: "độ tuổi từ 18 đến 35" is an age, "gấp 3" a multiple."""
    opened = "since" in spot.left.roles
    begin = spot.left_start if opened else spot.start
    if pattern(_AGE).search(spot.folded, max(0, begin - _WINDOW), begin):
        draft.take_unit(_YEAR_OF_AGE, "year_of_age")
        draft.marks.add(flags.UNIT_INHERITED)
    elif pattern(_MULTIPLE).search(spot.folded, max(0, spot.start - _WINDOW), spot.start):
        draft.take_unit(_TIMES, "times")
