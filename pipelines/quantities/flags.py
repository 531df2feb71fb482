"""What may be said about a quantity beside its value: every flag with its meaning, in this one place.

How a flag comes about is told where it is given; what follows from it is for statements and tables to decide.
"""

from typing import Final

#: One dot or comma before three digits: the other reading (thousands or a fraction) is possible too.
AMBIGUOUS_SEPARATOR: Final = "ambiguous_separator"
#: The separators fit no style ("15.5580 người"); the digits are read as if they were not there.
MALFORMED_NUMBER: Final = "malformed_number"
#: The number breaks off, within itself ("19, tỷ đồng") or before its unit, at the end of the text.
CUT_OFF: Final = "cut_off"
#: A space inside the number that does not belong there ("98 ,5 %", "1. 250 hộ").
STRAY_SPACE: Final = "stray_space"
#: The unit stands at another number: a later member of a list, a total told before, a unit line.
UNIT_INHERITED: Final = "unit_inherited"
#: No currency is written: "75 triệu/năm" is taken for đồng.
CURRENCY_IMPLIED: Final = "currency_implied"
#: The number is written in words, wholly or in part.
SPELLED_OUT: Final = "spelled_out"
#: A unit word is misspelt ("triêu đồng").
TYPO: Final = "typo"
#: Unit or context was recognised without diacritics ("25.796 trieu dong").
UNACCENTED: Final = "unaccented"
#: An order of magnitude rather than a number: "vài chục", "hàng trăm".
VAGUE: Final = "vague"
#: A range told as roughly so ("khoảng 80 - 100 triệu đồng"); its comparator is `range`.
APPROXIMATE: Final = "approximate"
#: A length of time: it usually only fixes a period ("trong 9 tháng").
DURATION: Final = "duration"
#: A number with no unit at all, found nowhere; what it counts is unknown.
BARE: Final = "bare"
#: A cell that holds nothing but a dash: nothing of it, told as zero.
NIL: Final = "nil"

ALL_FLAGS: Final = frozenset(
    {
        AMBIGUOUS_SEPARATOR, MALFORMED_NUMBER, CUT_OFF, STRAY_SPACE, UNIT_INHERITED, CURRENCY_IMPLIED, SPELLED_OUT,
        TYPO, UNACCENTED, VAGUE, APPROXIMATE, DURATION, BARE, NIL,
    }
)  # fmt: skip
