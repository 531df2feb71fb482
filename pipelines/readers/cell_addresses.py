"""Addresses of cells as spreadsheets write them: "C10" is the third column of row 10. No sheet is known here."""

import re

_ADDRESS = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")


def column_letters(column: int) -> str:
    """The letters by which a spreadsheet names a column: 1 is A, 28 is AB."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """The number of a column: A is 1, AB is 28."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def address(row: int, column: int) -> str:
    """The address of a cell, "C10"."""
    return f"{column_letters(column)}{row}"


def place_of(cell_address: str) -> tuple[int, int] | None:
    """The (row, column) of an address such as "C10" or "$C$10"; None where it is none."""
    match = _ADDRESS.fullmatch(cell_address)
    return (int(match[2]), column_number(match[1])) if match else None
