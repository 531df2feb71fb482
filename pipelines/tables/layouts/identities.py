"""Identities that forms print: an index row ("4=3/1*100", "(6)=(3)+(4)-(5)") read into terms over columns.

The arithmetic is done elsewhere, cell by cell; here an expression becomes an Identity or nothing.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipelines.tables.sheets.grid import column_letters, column_number

#: The number of a column in an index row: "1", "(3)", "5a", "1.2.1", "A", "(a)", "b".
_NUMBER = r"[\[(]?\s*(\d{1,3}(?:\.\d{1,2}){0,3}[a-w]?|[A-Za-z])\s*[\])]?"
_INDEX = re.compile(rf"\s*{_NUMBER}\s*(?:=\s*(?P<expression>.+))?", re.DOTALL)
_TOKEN = re.compile(r"\s*(?:(?P<name>\d+(?:\.\d+)*[a-w]?|[A-Z]{1,5})|(?P<sign>[-+−–*x×:/()\[\]%]))", re.DOTALL)
#: "(3)x(7)x3": where several columns stand in brackets, a number without them is no column.
_BRACKETED = re.compile(r"[(\[]\s*(?:\d+(?:\.\d+)*[a-w]?|[A-Z])\s*[)\]]")
#: "(3)+…+(6)": the columns between two that are named.
_RANGE = re.compile(r"(?<!\d)(\d{1,3})(\s*\)?)\s*\+\s*(?:…|\.{2,})\s*\+\s*(\(?\s*)(\d{1,3})(?!\d)")
_POWERS_OF_TEN = frozenset({10, 100, 1_000, 10_000, 100_000, 1_000_000})
#: Brackets nest no deeper than a form would print them.
_MOST_BRACKETS = 60
#: A constant has at most so many digits: months, days, per cent; powers of ten may have more.
_MOST_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Identity:
    """What a form's index row or its formulas say of a row: result = multiplier × Σ numerators / Σ denominators.

    Members are (column, sign). "9=1-2-3-4+5" has five numerators and no denominator, "4=3/1*100" one of each. The one
    numerator of a product is multiplied with further columns, its `factors`: "4=1x2x3", pupils by months by a norm.
    """

    result: int
    numerators: tuple[tuple[int, int], ...]
    denominators: tuple[tuple[int, int], ...] = ()
    multiplier: int = 1
    factors: tuple[int, ...] = ()

    @property
    def is_sum(self) -> bool:
        """Whether it only adds up parts."""
        return len(self.numerators) > 1 and not self.denominators and all(sign > 0 for _, sign in self.numerators)

    @property
    def columns(self) -> tuple[int, ...]:
        """All columns that it names: the result, the numerators, the denominators, the factors."""
        return (self.result, *(column for column, _ in (*self.numerators, *self.denominators)), *self.factors)

    def __str__(self) -> str:
        def total(members: tuple[tuple[int, int], ...]) -> str:
            terms = "".join(f" {'+' if sign > 0 else '-'} {column_letters(column)}" for column, sign in members)
            return terms.removeprefix(" + ").strip()

        text = f"{column_letters(self.result)} = {total(self.numerators)}"
        if self.denominators:
            over = total(self.denominators)
            if len(self.numerators) > 1:
                text = f"{column_letters(self.result)} = ({total(self.numerators)})"
            text += f" / {over}" if len(self.denominators) == 1 else f" / ({over})"
        text += "".join(f" * {column_letters(column)}" for column in self.factors)
        return text if self.multiplier == 1 else f"{text} * {self.multiplier}"


def index_number(text: str) -> str | None:
    """The number that an index cell gives its column: "4" of "4=3/1*100", "6" of "(6)=(3)+(4)-(5)"."""
    match = _INDEX.fullmatch(text)
    return match[1] if match else None


def index_expression(text: str) -> str | None:
    """What an index cell says its column is computed from: "3/1*100"; None where it says nothing."""
    match = _INDEX.fullmatch(text)
    return match["expression"] if match else None


def identities_of(index_cells: Mapping[int, str]) -> tuple[Identity, ...]:
    """The identities of an index row, given the text of each of its columns.

    An expression is dropped where it names a number that no column bears or that two columns bear, or where it
    cannot be told from a constant.
    """
    columns: dict[str, list[int]] = {}
    for column, text in index_cells.items():
        number = index_number(text)
        if number is not None:
            columns.setdefault(number, []).append(column)
    known = {number: bearers[0] for number, bearers in columns.items() if len(bearers) == 1}
    found = []
    for column, text in index_cells.items():
        expression = index_expression(text)
        identity = parse_expression(column, expression, known) if expression else None
        if identity is not None:
            found.append(identity)
    return tuple(found)


def identity_of_columns(text: str) -> Identity | None:
    """An identity written with column letters, as layout files have it: "F = E / C * 100"."""
    left, equals, right = text.partition("=")
    if not equals or not re.fullmatch(r"\s*[A-Za-z]{1,3}\s*", left):
        return None
    names = {name: column_number(name) for name in re.findall(r"[A-Z]{1,3}", right.upper())}
    return parse_expression(column_number(left.strip()), right.upper(), names)


def parse_expression(result: int, expression: str, columns: Mapping[str, int]) -> Identity | None:
    """Parse "3/1*100" or "(3)+(4)-(5)" with the column of each name; None where it is nothing of that kind."""
    if expression.count("(") + expression.count("[") > _MOST_BRACKETS:
        return None
    constants = len(_BRACKETED.findall(expression)) > 1 or not any(name.isdigit() for name in columns)
    tokens = _tokens(expression, columns, constants)
    if tokens is None:
        return None
    terms = _Terms(tokens, columns, constants)
    parsed = terms.quotient()
    if parsed is None:
        return None
    numerators, denominators, multiplier = parsed
    members = [column for column, _ in (*numerators, *denominators)] + terms.factors
    if not members or result in members:
        return None
    return Identity(result, tuple(numerators), tuple(denominators), multiplier, tuple(terms.factors))


def _tokens(expression: str, columns: Mapping[str, int], constants: bool) -> list[str] | None:
    tokens: list[str] = []
    position = 0
    text = _RANGE.sub(_written_out, expression.strip().rstrip(".;"))
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None:
            return None
        position = match.end()
        name, sign = match["name"], match["sign"]
        if name is not None and name not in columns and not _may_be_constant(name, constants):
            return None
        if sign == "%":
            continue
        tokens.append(name or {"−": "-", "–": "-", "x": "*", "×": "*", ":": "/", "[": "(", "]": ")"}.get(sign, sign))
    return tokens


def _may_be_constant(name: str, constants: bool) -> bool:
    """Whether a name that is no column may be a constant: a power of ten, or with `constants` any short number."""
    if not name.isdigit() or len(name) > len(str(max(_POWERS_OF_TEN))):
        return False
    return int(name) in _POWERS_OF_TEN or (constants and len(name) <= _MOST_DIGITS and int(name) > 0)


def _written_out(match: re.Match[str]) -> str:
    """A sum of columns from one to another with those between: "3)+…+(6" of "(3)+…+(6)" is "3)+4+5+(6"."""
    between = "".join(f"+{number}" for number in range(int(match[1]) + 1, int(match[4])))
    return f"{match[1]}{match[2]}{between}+{match[3]}{match[4]}"


_Sum = list[tuple[int, int]]


class _Terms:
    """A quotient of two signed sums with a constant, in any of the ways in which forms write it.

    `constants` says that a number alone is none of the columns; without it, only a power of ten is a constant.
    """

    def __init__(self, tokens: Sequence[str], columns: Mapping[str, int], constants: bool) -> None:
        self._tokens, self._columns, self._constants, self._at = list(tokens), columns, constants, 0
        self.factors: list[int] = []  # the further columns of a product
        self._summands = 0  # of the sum read last, what stands in brackets counted as one

    def quotient(self) -> tuple[_Sum, _Sum, int] | None:
        numerators = self._sum()
        if numerators is None:
            return None
        summands = self._summands
        denominators: _Sum = []
        multiplier = 1
        while self._at < len(self._tokens):
            sign = self._tokens[self._at]
            self._at += 1
            if sign == "*" and self._is_constant():
                multiplier *= int(self._tokens[self._at])
                self._at += 1
            elif sign == "*" and len(numerators) == 1 and not denominators:
                factor = self._factor()
                if factor is None or len(factor) != 1:
                    return None
                self.factors.append(factor[0][0])
            elif sign == "/" and self._constants and self._is_constant():
                return None  # "(9)=((3)-(8))/5": of five years, not by the column (5)
            elif sign == "/" and not denominators and not self.factors:
                found = self._factor()
                if found is None:
                    return None
                denominators = found
            else:
                return None
        if summands > 1 and (denominators or multiplier != 1):
            return None  # "1+2/3" divides the last term only, which no form means to print
        return numerators, denominators, multiplier

    def _sum(self) -> _Sum | None:
        members: _Sum = []
        sign = 1
        summands = 0
        if self._peek() in ("+", "-"):
            sign = -1 if self._next() == "-" else 1
        while True:
            factor = self._factor()
            if factor is None:
                return None
            summands += 1
            members += [(column, own * sign) for column, own in factor]
            if self._peek() not in ("+", "-"):
                self._summands = summands
                return members
            sign = -1 if self._next() == "-" else 1

    def _factor(self) -> _Sum | None:
        token = self._next()
        if token == "(":
            inside = self._sum()
            return inside if inside is not None and self._next() == ")" else None
        if token in self._columns:
            return [(self._columns[token], 1)]
        return None

    def _is_constant(self) -> bool:
        token = self._peek()
        if token in self._columns and token != "100" and not self._constants:
            return False
        return _may_be_constant(token, self._constants)

    def _peek(self) -> str:
        return self._tokens[self._at] if self._at < len(self._tokens) else ""

    def _next(self) -> str:
        token = self._peek()
        self._at += 1
        return token
