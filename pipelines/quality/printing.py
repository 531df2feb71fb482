"""Figures in words: Vietnamese digits ("1.234,5"), money in its scale ("40 triệu đồng"), rates with their sign.

Printing only; reading figures is the room quantities. Both languages of an explanation use Vietnamese digits, since
they are set beside the source.
"""

from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

Language = Literal["vi", "en"]

#: Powers of ten in which money is told, the largest first, as words of each language.
SCALES: tuple[tuple[Decimal, dict[Language, str]], ...] = (
    (Decimal(10**12), {"vi": "nghìn tỷ đồng", "en": "trillion đồng"}),
    (Decimal(10**9), {"vi": "tỷ đồng", "en": "billion đồng"}),
    (Decimal(10**6), {"vi": "triệu đồng", "en": "million đồng"}),
    (Decimal(10**3), {"vi": "nghìn đồng", "en": "thousand đồng"}),
    (Decimal(1), {"vi": "đồng", "en": "đồng"}),
)
_SIGNS: dict[str, dict[Language, str]] = {
    "percent": {"vi": "%", "en": "%"},
    "permille": {"vi": "‰", "en": "‰"},
    "percentage_point": {"vi": " điểm %", "en": " points"},
    "times": {"vi": " lần", "en": " times"},
    "USD": {"vi": " USD", "en": " USD"},
    "hectare": {"vi": " ha", "en": " ha"},
    "square_metre": {"vi": " m²", "en": " m²"},
    "kilogram": {"vi": " kg", "en": " kg"},
    "km": {"vi": " km", "en": " km"},
}
_MOST = Decimal(10) ** 20  # no source prints more
_SHORT = 3  # money is told in the largest scale in which it has so few decimals


def number_vi(value: Decimal, decimals: int = 2) -> str:
    """A number with dots between thousands and a comma, rounded to so many decimals, zeros behind left out.

    >>> number_vi(Decimal("1234567.80")), number_vi(Decimal("-0.5"))
    ('1.234.567,8', '-0,5')
    """
    rounded = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    sign, whole, fraction = "-" if rounded < 0 else "", *f"{abs(rounded):f}".partition(".")[::2]
    fraction = fraction.rstrip("0")
    return f"{sign}{int(whole):,}".replace(",", ".") + (f",{fraction}" if fraction else "")


def money(value: Decimal, language: Language = "vi") -> str:
    """An amount of đồng in the largest scale that keeps it short; whole đồng where none does.

    >>> money(Decimal(40_000_000)), money(Decimal(1_218_000_000)), money(Decimal(2_672_595_000))
    ('40 triệu đồng', '1,218 tỷ đồng', '2.672,595 triệu đồng')
    """
    whole = value.quantize(Decimal(1), ROUND_HALF_UP)
    for scale, words in SCALES[1:]:
        scaled = whole / scale
        if abs(scaled) >= 1 and scaled == scaled.quantize(Decimal(1).scaleb(-_SHORT)):
            return f"{number_vi(scaled, _SHORT)} {words[language]}"
    return f"{number_vi(whole, 0)} {SCALES[-1][1][language]}"


def money_as_printed(value: Decimal, factor: Decimal, language: Language = "vi") -> str:
    """An amount of đồng in the scale in which a figure beside it is printed, its `factor`; else as money() tells it.

    >>> money_as_printed(Decimal(3_917_160_000), Decimal(1000)), money_as_printed(Decimal(1_234_567), Decimal(10**9))
    ('3.917.160 nghìn đồng', '1.234,567 nghìn đồng')
    """
    for scale, words in SCALES:
        scaled = value / scale
        if scale == factor and abs(scaled) < _MOST and scaled == scaled.quantize(Decimal(1).scaleb(-_SHORT)):
            return f"{number_vi(scaled, _SHORT)} {words[language]}"
    return money(value, language)


def about(value: Decimal, unit: str | None, language: Language = "vi") -> str:
    """A quotient: money rounded in its largest scale, anything else to two decimals.

    >>> about(Decimal("62009615.38"), "VND"), about(Decimal(40_000_000), "VND")
    ('62,01 triệu đồng', '40 triệu đồng')
    """
    scales = SCALES[1:] if unit == "VND" else ()
    for scale, words in scales:
        if abs(value) >= scale:
            return f"{number_vi(value / scale)} {words[language]}"
    return figure(value, unit, language)


def figure(value: Decimal | None, unit: str | None, language: Language = "vi", decimals: int = 2) -> str:
    """A value with its unit; things that are counted stand bare, since the quote beside them names them."""
    if value is None:
        return "–"
    if unit == "VND":
        return money(value, language)
    return number_vi(value, decimals) + _SIGNS.get(unit or "", {"vi": "", "en": ""})[language]
