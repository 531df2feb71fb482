"""Cell formulas read into the one form that relations have: multiplier × Σ cells / Σ cells. Nothing is executed.

SUM, SUBTOTAL, ROUND and the guards against division by zero are understood; any other function makes a formula one
that only the spreadsheet program can tell.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from pipelines.tables.sheets.grid import place_of

_MOST_CELLS = 200_000
_DEEPEST = 200  # brackets and signs, each of which may nest
_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+(?:\.\d+)?)"
    r"|(?P<reference>(?:(?:'(?:[^']|'')+'|[^\W\d][\w.]*)!)?\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?)(?![\w(])"
    r"|(?P<name>[A-Z][A-Z0-9.]*)(?=\s*\()|(?P<text>\"[^\"]*\")|(?P<sign><>|<=|>=|[-+*/%(),;=<>^&]))",
    re.IGNORECASE,
)
_SUMS = frozenset({"SUM", "SUBTOTAL"})
_ROUNDINGS = frozenset({"ROUND", "ROUNDUP", "ROUNDDOWN", "TRUNC", "INT"})


@dataclass(frozen=True, slots=True)
class CellReference:
    """A cell that a formula names; no sheet where it is one of the same sheet."""

    sheet: str | None
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class CellFormula:
    """multiplier × Σ numerators / Σ denominators; members are (cell, sign)."""

    numerators: tuple[tuple[CellReference, int], ...]
    denominators: tuple[tuple[CellReference, int], ...] = ()
    multiplier: Decimal = Decimal(1)

    @property
    def is_plain(self) -> bool:
        """Whether it only adds and subtracts."""
        return not self.denominators and self.multiplier == 1

    @property
    def is_sum(self) -> bool:
        """Whether it only adds up at least two cells."""
        return self.is_plain and len(self.numerators) > 1 and all(sign > 0 for _, sign in self.numerators)


@lru_cache(maxsize=1 << 14)
def parse_formula(text: str) -> CellFormula | None:
    """Read a formula ("SUM(C11:C24)", "E11/C11*100", "Sheet2!C10"); None where it is of another kind.

    >>> str(parse_formula("ROUND(E11/C11*100,2)").multiplier)
    '100'
    """
    tokens = _tokens(text.removeprefix("="))
    if tokens is None or text.count("(") + text.count("-") > _DEEPEST:
        return None
    parser = _Parser(tokens)
    found = parser.expression()
    if not isinstance(found, CellFormula) or parser.peek() is not None:
        return None
    return found if found.numerators else None


def _tokens(text: str) -> list[tuple[str, str]] | None:
    tokens: list[tuple[str, str]] = []
    position = 0
    text = text.strip()
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None or match.end() == position:
            return None
        kind = str(match.lastgroup)
        tokens.append((kind, match[kind]))
        position = match.end()
    return tokens


_Value = CellFormula | Decimal


class _Parser:
    """A recursive descent over a formula's tokens; None means "not of a form that relations have"."""

    def __init__(self, tokens: list[tuple[str, str]]) -> None:
        self._tokens, self._at = tokens, 0

    def peek(self) -> tuple[str, str] | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _take(self, sign: str) -> bool:
        if self.peek() == ("sign", sign):
            self._at += 1
            return True
        return False

    def expression(self) -> _Value | None:
        value = self._term()
        while value is not None and (token := self.peek()) in (("sign", "+"), ("sign", "-")):
            self._at += 1
            right = self._term()
            value = _added(value, right, -1 if token == ("sign", "-") else 1) if right is not None else None
        return value

    def _term(self) -> _Value | None:
        value = self._factor()
        while value is not None and (token := self.peek()) in (("sign", "*"), ("sign", "/")):
            self._at += 1
            right = self._factor()
            if right is None:
                return None
            value = _multiplied(value, right) if token == ("sign", "*") else _divided(value, right)
        return value

    def _factor(self) -> _Value | None:
        token = self.peek()
        if token is None:
            return None
        self._at += 1
        kind, text = token
        value: _Value | None = None
        if kind == "number":
            value = Decimal(text)
        elif kind == "reference":
            value = _referred(text)
        elif kind == "name":
            value = self._call(text.upper())
        elif token == ("sign", "("):
            value = self.expression()
            if not self._take(")"):
                return None
        elif token in (("sign", "-"), ("sign", "+")):
            inner = self._factor()
            value = _multiplied(inner, Decimal(-1 if text == "-" else 1)) if inner is not None else None
        while value is not None and self._take("%"):
            value = _multiplied(value, Decimal("0.01"))
        return value

    def _call(self, name: str) -> _Value | None:
        """A function of its arguments; of a guard (IF, IFERROR) the branch that computes."""
        arguments = self._arguments()
        if arguments is None:
            return None
        if name in _SUMS:
            return self._sum(arguments[1:] if name == "SUBTOTAL" else arguments)
        if name in _ROUNDINGS and arguments:
            return arguments[0]
        if name in ("IFERROR", "IFNA") and arguments:
            return arguments[0]
        if name == "IF" and len(arguments) == 3:
            computing = [argument for argument in arguments[1:] if isinstance(argument, CellFormula)]
            return computing[0] if len(computing) == 1 else None
        return None

    def _sum(self, arguments: list[_Value | None]) -> _Value | None:
        total: _Value = CellFormula(())
        for argument in arguments:
            if argument is None:
                return None
            added = _added(total, argument, 1)
            if added is None:
                return None
            total = added
        return total

    def _arguments(self) -> list[_Value | None] | None:
        """The arguments up to the closing bracket; one that is no arithmetic (a condition, a text) is None."""
        if not self._take("("):
            return None
        arguments: list[_Value | None] = []
        while True:
            start = self._at
            value = self.expression()
            if self.peek() not in (("sign", ","), ("sign", ";"), ("sign", ")")):
                value = None
                self._at = start
                self._skip_argument()
            arguments.append(value)
            if self._take(")"):
                return arguments
            if not (self._take(",") or self._take(";")):
                return None

    def _skip_argument(self) -> None:
        depth = 0
        while (token := self.peek()) is not None:
            if depth == 0 and token in (("sign", ","), ("sign", ";"), ("sign", ")")):
                return
            depth += {("sign", "("): 1, ("sign", ")"): -1}.get(token, 0)
            self._at += 1


def _referred(text: str) -> CellFormula | None:
    sheet, mark, cells = text.rpartition("!")
    name = sheet.strip("'").replace("''", "'") if mark else None
    first_text, _, last_text = cells.upper().partition(":")
    first, last = place_of(first_text), place_of(last_text or first_text)
    if first is None or last is None or (last[0] - first[0] + 1) * (last[1] - first[1] + 1) > _MOST_CELLS:
        return None
    return CellFormula(tuple((cell, 1) for cell in _cells(name, first, last)))


def _cells(sheet: str | None, first: tuple[int, int], last: tuple[int, int]) -> Iterator[CellReference]:
    for row in range(first[0], last[0] + 1):
        for column in range(first[1], last[1] + 1):
            yield CellReference(sheet, row, column)


def _added(left: _Value, right: _Value, sign: int) -> _Value | None:
    if isinstance(left, Decimal) and isinstance(right, Decimal):
        return left + sign * right
    if isinstance(left, Decimal) or isinstance(right, Decimal):
        return None
    if not (left.is_plain and right.is_plain):
        return None
    return CellFormula((*left.numerators, *((cell, own * sign) for cell, own in right.numerators)))


def _multiplied(left: _Value, right: _Value) -> _Value | None:
    if isinstance(left, Decimal):
        left, right = right, left
    if not isinstance(right, Decimal):
        return None
    if isinstance(left, Decimal):
        return left * right
    if right == -1 and left.is_plain:
        return CellFormula(tuple((cell, -sign) for cell, sign in left.numerators))
    return replace(left, multiplier=left.multiplier * right)


def _divided(left: _Value, right: _Value) -> _Value | None:
    if isinstance(right, Decimal):
        return _multiplied(left, 1 / right) if right else None
    if isinstance(left, Decimal) or left.denominators or not right.is_plain:
        return None
    return replace(left, denominators=right.numerators)
