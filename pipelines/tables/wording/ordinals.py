"""The ordinals by which forms number their rows (STT): A, I, 1, 1.1, a), -, + and how deep each lies.

The ranks are those of Decree 30/2020/NĐ-CP on drafting documents (part, chapter, Roman section, Arabic item, letter),
with the dash and the plus sign below them as forms use them.
"""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

OrdinalKind = Literal["letter", "roman", "number", "small_letter", "dash", "plus"]

_RANKS: dict[OrdinalKind, int] = {"letter": 1, "roman": 2, "number": 3, "small_letter": 6, "dash": 7, "plus": 8}
_ROMAN = re.compile(r"(?=[IVX])(X{0,3})(IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
_OWN = re.compile(r"[(\[]?\s*([IVX]{1,7}|[A-Z]|\d{1,6}(?:\.\d{1,3}){0,4}|[a-zđ])\s*[.)\]/]*")
_LONGEST = 6  # digits of an ordinal
_DASHES = frozenset("-–—")
_PREFIX = re.compile(
    r"(?:(?P<dotted>\d{1,3}(?:\.\d{1,3}){1,4})[.)]?\s+|(?P<token>[IVX]{1,5}|[A-Z]|\d{1,3}|[a-zđ])[.)]\s*"
    r"|(?P<token_slash>[IVX]{1,5}|[A-Z])\s*/\s*|(?P<sign>[-–—+*•])\s*)(?=\S)"
)


class Ordinal(NamedTuple):
    """An ordinal: `rank` grows with depth ("1.1" lies one deeper than "1"), `value` is its place among its like."""

    kind: OrdinalKind
    value: int
    depth: int = 1

    @property
    def rank(self) -> int:
        """How deep a row with this ordinal lies."""
        return _RANKS[self.kind] + min(self.depth - 1, 2)


@lru_cache(maxsize=1 << 14)
def ordinal_of(text: str) -> Ordinal | None:
    """The ordinal that a whole cell is, None where it is something else. "I" is Roman, "C" a letter.

    >>> ordinal_of("II").kind, ordinal_of("1.2").depth, ordinal_of("Tổng") is None
    ('roman', 2, True)
    """
    stripped = text.strip()
    if stripped.isdecimal() and len(stripped) <= _LONGEST:
        return Ordinal("number", int(stripped))
    if stripped in _DASHES:
        return Ordinal("dash", 0)
    if stripped == "+":
        return Ordinal("plus", 0)
    match = _OWN.fullmatch(stripped)
    return _from_token(match[1]) if match else None


@lru_cache(maxsize=1 << 14)
def ordinal_before(label: str) -> tuple[Ordinal | None, str]:
    """The ordinal that opens a label ("1. Xã Vi Hương", "- Nữ") and the label without it."""
    match = _PREFIX.match(label)
    if match is None:
        return None, label
    rest = label[match.end() :]
    if match["sign"]:
        return Ordinal("plus" if match["sign"] == "+" else "dash", 0), rest
    token = match["dotted"] or match["token"] or match["token_slash"]
    ordinal = _from_token(token)
    return (ordinal, rest) if ordinal is not None else (None, label)


def _from_token(token: str) -> Ordinal | None:
    if token[0].isdecimal():
        parts = [int(part) for part in token.split(".")]
        return Ordinal("number", parts[-1], len(parts))
    if _ROMAN.fullmatch(token):
        return Ordinal("roman", _roman_value(token))
    if len(token) > 1:
        return None
    if token.isupper():
        return Ordinal("letter", ord(token) - 64)
    return Ordinal("small_letter", "abcdđeghiklmnopqrstuvxy".find(token) + 1)


def _roman_value(token: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in token]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))
