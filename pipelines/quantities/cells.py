"""Figures of sheets given as text: a whole cell is one number, in either style, with the unit of its column.

Prose is read by scanner.py; which unit and which style a column has is decided in tables.
"""

import re
from collections.abc import Iterable
from decimal import Decimal

from pipelines.model import Quantity
from pipelines.quantities import flags
from pipelines.quantities.drafts import Draft, finish
from pipelines.quantities.numerals import DecimalMark, read_numeral
from pipelines.quantities.unit_lines import UnitReading, unit_of
from pipelines.quantities.units import Unit

#: A mark that sends to a note below the table: "47 (*)", "3(1)", "1.234²".
_FOOTNOTE = r"(?:\(\s*(?:\*{1,3}|[0-9a-c])\s*\)|\*{1,3}|[¹²³⁴⁵])"
_CELL = re.compile(
    r"\s*(?P<open>\()?\s*(?P<sign>[-−–+])?"
    r"\s*(?P<digits>[0-9]+(?:[ \u00a0\u202f.,'][0-9]+)*|[.,][0-9]+)[.,]?\s*(?P<close>\))?"
    rf"\s*(?P<unit>(?!{_FOOTNOTE}\s*$)[^\d\s].{{0,40}}?)?\s*{_FOOTNOTE}?\s*"
)
_SPACES = re.compile(r"[\s\u00a0\u202f']")
_GROUPS = re.compile(r"[0-9]{1,3}(?:[ \u00a0\u202f'][0-9]{3})+(?:[.,][0-9]+)?")
_NIL = re.compile(r"\s*[-−–—]+\s*")
_LONGEST = 80


def parse_number(text: str, unit: UnitReading | None = None, decimal: DecimalMark | None = None) -> Quantity | None:
    """Read a cell's text as one number; offsets refer to that text. None where it is no number.

    `unit` is that of the column or row: it gives factor and base unit, and of whole things "14,917" is 14917. A unit
    in the cell itself ("25.796 triệu đồng", "12,5%") wins. `decimal` is the column's decimal mark where known (see
    decimal_mark). "(1.234)" and "-1.234" are negative; a lone dash is 0 with the flag "nil"; an empty cell is None; the
    mark of a footnote behind the number says nothing of it.

    >>> parse_number("25.796", unit_of("triệu đồng")[0]).value, parse_number("(1.234)").value
    (Decimal('25796000000'), Decimal('-1234'))
    """
    if len(text) > _LONGEST:
        return None
    if _NIL.fullmatch(text):
        draft = Draft(0, len(text), "count", Decimal(0))
        _give(draft, unit)
        draft.marks.add(flags.NIL)
        return finish(draft, text)
    match = _CELL.fullmatch(text)
    if match is None or (match["open"] is None) != (match["close"] is None):
        return None
    own = unit_of(match["unit"]) if match["unit"] else ()
    if match["unit"] and len(own) != 1:
        return None
    digits = match["digits"]
    if _SPACES.search(digits) and not _GROUPS.fullmatch(digits):
        return None
    digits = _SPACES.sub("", digits)
    numeral = read_numeral(digits if digits[0].isdigit() else f"0{digits}", decimal)
    if numeral is None:
        return None
    negative = match["open"] is not None or match["sign"] in ("-", "−", "–")
    start = match.start("sign") if match["sign"] else match.start("digits")
    draft = Draft(start, match.end("digits"), "count", numeral.value, numeral.step, numeral=numeral)
    draft.value_end = match.end("digits")
    draft.marks |= numeral.flags
    _give(draft, own[0] if own else unit)
    if own:
        draft.unit_span, draft.end = match.span("unit"), match.end("unit")
    if negative and draft.number is not None:
        draft.number = -draft.number
    return finish(draft, text)


def _give(draft: Draft, unit: UnitReading | None) -> None:
    if unit is not None:
        draft.take_unit(Unit(unit.code, unit.kind, unit.factor), unit.code)
        draft.per = unit.per


def decimal_mark(texts: Iterable[str]) -> DecimalMark | None:
    """The decimal mark of a column or sheet, from the cells that can be read in one way only; None if none tells.

    "12,52", "1.218.000" and "1.234,5" tell the comma, "12.52" and "1,218,000" the dot; "1.218" tells nothing.
    """
    comma = dot = 0
    for text in texts:
        digits = _SPACES.sub("", text).strip("()%-−–+")
        marks = [letter for letter in digits if letter in ".,"]
        if not marks or not digits.replace(".", "").replace(",", "").isdigit():
            continue
        behind = len(digits.rpartition(marks[-1])[2])
        if len(set(marks)) == 2 or (len(marks) == 1 and (behind != 3 or digits[0] == "0")):
            told = marks[-1]
        elif len(marks) > 1:
            told = "," if marks[-1] == "." else "."
        else:
            continue
        comma += told == ","
        dot += told == "."
    if comma == dot:
        return None
    return "," if comma > dot else "."
