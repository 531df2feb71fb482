"""Numbers in words: "hai mươi mốt", "một nghìn không trăm lẻ tư", "bốn triệu sáu", "ba phẩy hai lăm".

The words are vocabulary (number_words.csv); here they are put together. Whether words that can be numbers are
numbers in their sentence ("ba mẹ", "trong năm") is decided in spelled.py.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import islice
from typing import Literal, NamedTuple

from pipelines.orthography import fold
from pipelines.vocabulary import read_table
from pipelines.vocabulary.loader import Members

Role = Literal[
    "digit", "ten", "tens", "hundred", "scale", "link", "half", "point", "minus", "fraction", "half_of", "multiple",
    "several", "hundreds_of", "not_scale", "false_friend", "counting", "few",
]  # fmt: skip

_TEN, _HUNDRED, _THOUSAND = Decimal(10), Decimal(100), Decimal(1000)
#: No figure is as large; sums below it are exact.
_TOO_LARGE = Decimal(10) ** 18
_MILLION = Decimal(1_000_000)
_HALF = Decimal("0.5")
_WORD = re.compile(r"[^\W\d_]+")
_NEXT = re.compile(r"[ ]{1,3}([^\W\d_]+)")
#: More words than this are no number; it keeps reading linear on a text of number words only.
_MAX_WORDS = 40
_LONGEST_YEAR = 10
_STRONG = ("tens", "hundred", "scale")


@dataclass(frozen=True, slots=True)
class NumberWordRow:
    """number_words.csv: words that are numbers or parts of them."""

    role: Role
    value: Decimal
    forms: Members
    note: str = ""


@dataclass(frozen=True)
class NumberWords:
    """The words of number_words.csv by what they do in a number."""

    parts: Mapping[str, tuple[Role, Decimal]]
    several: Mapping[str, Decimal]
    hundreds_of: Mapping[str, Decimal]
    multiples: Mapping[str, Decimal]
    halves: tuple[str, ...]
    not_scales: tuple[str, ...]
    false_friends: tuple[str, ...]
    counting: frozenset[str]
    few: frozenset[str]


class Spelled(NamedTuple):
    """A number read from words: its value, where it ends, how many words it has, whether it has a scale word.

    `high` is the upper number of two said together ("ba bốn chục": 30 to 40). `last_scale` is the place of the last
    scale word, `pointed` whether decimals were said.
    """

    value: Decimal
    end: int
    words: int
    strong: bool
    high: Decimal | None = None
    last_scale: Decimal = Decimal(1)
    pointed: bool = False


@cache
def number_words() -> NumberWords:
    """The vocabulary of number_words.csv."""
    rows = read_table("number_words.csv", NumberWordRow)

    def of(role: str) -> dict[str, Decimal]:
        return {fold(form): row.value for row in rows if row.role == role for form in row.forms}

    parts = {
        fold(form): (row.role, row.value)
        for row in rows
        if row.role in ("digit", "ten", "tens", "hundred", "scale", "link", "half", "point")
        for form in row.forms
    }
    return NumberWords(
        parts,
        of("several"),
        of("hundreds_of"),
        of("multiple"),
        tuple(of("half_of")),
        tuple(of("not_scale")),
        tuple(of("false_friend")),
        frozenset(of("counting")),
        frozenset(of("few")),
    )


@cache
def scale_words() -> dict[str, Decimal]:
    """The words that multiply a number before them: nghìn, triệu, tỷ, but also trăm and chục behind digits."""
    return {
        word: value for word, (role, value) in number_words().parts.items() if role in ("scale", "hundred", "tens")
    } | {"mươi": _TEN}


@cache
def minus_words() -> tuple[str, ...]:
    """The words that make a number behind them negative: "âm"."""
    rows = read_table("number_words.csv", NumberWordRow)
    return tuple(fold(form) for row in rows if row.role == "minus" for form in row.forms)


@cache
def half_words() -> frozenset[str]:
    """The words that add a half to what stands before them: "rưỡi"."""
    return frozenset(word for word, (role, _) in number_words().parts.items() if role == "half")


def read_spelled(folded: str, start: int) -> Spelled | None:
    """Read the longest number in words that begins at `start`; None where none does."""
    return _Reader(_Tokens(folded, start)).read()


class _Token(NamedTuple):
    role: Role
    value: Decimal
    end: int
    word: str


class _Tokens:
    """The number words from a place on, each a word apart from the next by spaces only; read as far as asked for."""

    def __init__(self, folded: str, start: int) -> None:
        self._folded = folded
        self._next = _WORD.match(folded, start)
        self._read: list[_Token] = []

    def __getitem__(self, place: int) -> _Token:
        """The token at a place; IndexError behind the last one."""
        while len(self._read) <= place and self._next is not None:
            self._more(self._next)
        return self._read[place]

    def __iter__(self) -> Iterator[_Token]:
        place = 0
        while (token := self.at(place)) is not None:
            yield token
            place += 1

    def at(self, place: int) -> _Token | None:
        """The token at a place, or None behind the last one."""
        try:
            return self[place]
        except IndexError:
            return None

    def _more(self, match: re.Match[str]) -> None:
        word = match[match.re.groups]
        start = match.start(match.re.groups)
        part = number_words().parts.get(word)
        self._next = None
        if part is None or any(self._folded.startswith(words, start) for words in _blocked(word)):
            return
        self._read.append(_Token(part[0], part[1], match.end(), word))
        if len(self._read) < _MAX_WORDS:
            self._next = _NEXT.match(self._folded, match.end())


@cache
def _blocked(word: str) -> tuple[str, ...]:
    """The words that begin with this one and are no number: "tỷ lệ" of "tỷ"."""
    return tuple(words for words in number_words().not_scales if words.partition(" ")[0] == word)


class _Reader:
    """Puts tokens together: a group below a thousand, its scale word, the next group with a smaller one.

    In speech the last digit behind a scale word is of the place below it: "một trăm hai" is 120, "bốn triệu sáu"
    4.6 million, unless "linh" or "lẻ" says that the places between are empty.
    """

    def __init__(self, tokens: _Tokens) -> None:
        self.tokens = tokens
        self.at = 0

    def peek(self, *roles: str, ahead: int = 0) -> _Token | None:
        """The token `ahead` of the place of reading if it has one of these roles."""
        token = self.tokens.at(self.at + ahead)
        return token if token is not None and token.role in roles else None

    def take(self) -> _Token:
        """The token at the place of reading, which moves on."""
        self.at += 1
        return self.tokens[self.at - 1]

    def read(self) -> Spelled | None:
        """The number at the beginning of the tokens."""
        juxtaposed = self._juxtaposed()
        if juxtaposed is not None:
            return juxtaposed
        total, last = Decimal(0), Decimal(0)
        strong = False
        group: Decimal | None = None
        while self.tokens.at(self.at) is not None:
            if 0 < last < _MILLION and self._lone_year():
                break
            linked = self.peek("link") is not None and self.at > 0
            before = self.at
            self.at += linked
            group = self._group(first=total == 0 and not last)
            if group is None:
                self.at = before
                break
            scale = self.peek("scale")
            if scale is None or scale.value == last:
                total += self._remainder(group, before, last, linked=linked)
                break
            if last and scale.value > last:  # chín nghìn tám trăm tỷ: all so far is of the larger scale
                group, total = group + total, Decimal(0)
            strong = True
            group, last = self._scaled(group)
            total += group
        if self.at == 0 or total >= _TOO_LARGE:
            return None
        if self.peek("point") and self.peek("digit", ahead=1):
            total = self._decimals(total)
        if total == total.to_integral_value():
            total = total.to_integral_value()
        strong = strong or any(self.tokens[place].role in _STRONG for place in range(self.at))
        pointed = any(self.tokens[place].role == "point" for place in range(self.at))
        return Spelled(total, self.tokens[self.at - 1].end, self.at, strong, None, last or Decimal(1), pointed)

    def _scaled(self, group: Decimal) -> tuple[Decimal, Decimal]:
        """A group with its scale words ("nghìn tỷ"), a half ("rưỡi") and the last of the scales."""
        last = Decimal(1)
        factor = Decimal(1)
        while (scale := self.peek("scale")) is not None and len(scale.word) > 1:
            factor *= scale.value
            last = scale.value
            self.at += 1
        value = group * factor
        if self.peek("half"):
            self.at += 1
            value += factor * _HALF
        return value, last

    def _remainder(self, group: Decimal, before: int, last: Decimal, *, linked: bool) -> Decimal:
        """What a last group without a scale adds: a lone digit is of the place below the scale before it."""
        lone = self.at - before == 1 and self.tokens[before].role == "digit"
        return group * last / 10 if last and lone and not linked else group

    def _group(self, *, first: bool) -> Decimal | None:
        """A number below a thousand, with decimals behind "phẩy"; None where none begins here."""
        start = self.at
        if self.peek("digit", "ten") is None and not (first and self._headless()):
            return None
        value = self._hundreds() if self.peek("hundred", ahead=1) else self._tens()
        if self.peek("point") and self.peek("digit", ahead=1):
            value = self._decimals(value)
        return value if self.at > start or self._headless() else None

    def _headless(self) -> bool:
        """Whether a scale word stands for one of it, as in "tỷ rưỡi"."""
        return self.peek("scale", "hundred") is not None and self.peek("half", ahead=1) is not None

    def _hundreds(self) -> Decimal:
        value = self.take().value * _HUNDRED
        self.at += 1  # trăm
        if self.peek("half"):
            self.at += 1
            return value + 50
        if self.peek("link") and self.peek("digit", ahead=1) and not self.peek("hundred", "scale", ahead=2):
            self.at += 1
            return value + self.take().value
        if self._unit_digit() and not self.peek("tens", "digit", "hundred", ahead=1):
            return value + self.take().value * _TEN  # một trăm hai
        if self.peek("digit", "ten") and not self.peek("hundred", ahead=1) and not self._lone_year():
            return value + self._tens()
        return value

    def _tens(self) -> Decimal:
        """A number below a hundred: "mười hai", "hai mươi mốt", "hai mốt", "chín"."""
        if self.peek("scale", "hundred"):
            return self.take().value if self.peek("hundred") else Decimal(1)
        token = self.take()
        value = token.value
        if token.role == "ten":
            return value + self.take().value if self._unit_digit() else value
        if self.peek("tens"):
            tens = self.take()
            value *= _TEN
            if self.peek("half"):
                self.at += 1
                return value + 5
            if self._unit_digit() and tens.word != "chục" and not self.peek("hundred", ahead=1):
                value += self.take().value
            return value
        if value and self._unit_digit() and not self.peek("tens", "hundred", ahead=1):
            return value * _TEN + self.take().value  # hai mốt
        return value

    def _unit_digit(self) -> bool:
        """Whether the next word is the last digit of a number; "năm" there is a year, five is "lăm"."""
        token = self.peek("digit")
        return token is not None and token.value > 0 and token.word != "năm"

    def _lone_year(self) -> bool:
        """Whether a last "năm" comes, which behind thousands is a year: "hai nghìn năm"."""
        token = self.peek("digit")
        return token is not None and token.word == "năm" and self.tokens.at(self.at + 1) is None

    def _decimals(self, value: Decimal) -> Decimal:
        """The digits behind "phẩy" one by one: "sáu mươi phẩy hai bốn không"."""
        self.at += 1
        place = Decimal("0.1")
        while self.peek("digit"):
            value += self.take().value * place
            place /= 10
        return value

    def _juxtaposed(self) -> Spelled | None:
        """Two neighbouring digits that share what follows: "ba bốn chục", "năm sáu trăm nghìn"."""
        low, high = self.peek("digit"), self.peek("digit", ahead=1)
        if low is None or high is None or high.value != low.value + 1 or not low.value:
            return None
        if high.word in ("mốt", "tư", "lăm", "nhăm"):
            return None
        factor, last = Decimal(1), Decimal(1)
        end = 2
        while (scale := self.peek(*_STRONG, ahead=end)) is not None:
            factor *= scale.value
            last = scale.value
            end += 1
        if self.peek("digit", "ten", "half", "point", "link", ahead=end) or factor >= _TOO_LARGE:
            return None
        self.at = end
        return Spelled(
            low.value * factor, self.tokens[end - 1].end, end, end > 2, high.value * factor, last if end > 2 else factor
        )


def read_year_words(folded: str, start: int) -> tuple[int, int] | None:
    """A year in words, said as a number or digit by digit ("hai không mười ba"), and where it ends."""
    lazy = _Tokens(folded, start)
    first = lazy.at(0)
    if first is None or first.role not in ("digit", "ten"):
        return None
    tokens = list(islice(lazy, _LONGEST_YEAR))
    if any(token.role in ("hundred", "scale") for token in tokens):
        spelled = _Reader(lazy).read()
        if spelled is None or spelled.high is not None or not 100 <= spelled.value < _THOUSAND * 3:
            return None
        return int(spelled.value), spelled.end
    digits = ""
    for token in tokens:
        if token.role == "digit":
            digits = digits[:-1] + str(token.value) if _closes_ten(digits, tokens, token) else digits + str(token.value)
        elif token.role == "ten":
            digits += "10"
        elif token.role != "tens":
            break
        if len(digits) == 4 and not _opens_ten(tokens, token):
            return int(digits), token.end
    return None


def _closes_ten(digits: str, tokens: Sequence[_Token], token: _Token) -> bool:
    """Whether a digit fills the empty place of the "mười" before it: "mười ba" is 13, not 103."""
    place = tokens.index(token)
    return digits.endswith("10") and place > 0 and tokens[place - 1].role == "ten"


def _opens_ten(tokens: Sequence[_Token], token: _Token) -> bool:
    """Whether a digit of its own follows a "mười"."""
    place = tokens.index(token)
    return token.role == "ten" and place + 1 < len(tokens) and tokens[place + 1].role == "digit"
