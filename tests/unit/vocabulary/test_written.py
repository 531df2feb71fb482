"""Days and amounts as spreadsheet programs save them; what may mean two things is refused with the way to write it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from pipelines.vocabulary import VocabularyError, read_table
from pipelines.vocabulary.written import Amount, Day


@dataclass(frozen=True, slots=True)
class Row:
    """A row as the tests have it."""

    amount: Amount
    day: Day


def row(folder: Path, amount: str, day: str) -> Row:
    (folder / "t.csv").write_text(f'amount,day\n"{amount}",{day}\n', encoding="utf-8")
    read_table.cache_clear()
    read: Row = read_table("t.csv", Row, folder)[0]
    return read


@pytest.mark.parametrize("day", ["2024-03-01", "01/03/2024", "1/3/2024", "2024-3-1"])
@pytest.mark.parametrize("amount", ["1218.5", "1218.50", "001218.5"])
def test_what_is_read(tmp_path: Path, amount: str, day: str) -> None:
    assert row(tmp_path, amount, day) == Row(Decimal("1218.5"), date(2024, 3, 1))


@pytest.mark.parametrize("amount", ["0", "-3", "0.125", "1218000000", "2.0001"])
def test_amounts_as_they_stand(tmp_path: Path, amount: str) -> None:
    assert row(tmp_path, amount, "2024-03-01").amount == Decimal(amount)


@pytest.mark.parametrize(
    ("amount", "told"),
    [
        ("2,5", "a point before decimals"),
        ("2.000", "may be 2000 or 2.0000; write that one"),
        ("2.125", "may be 2125 or 2.1250; write that one"),
        ("1.218.000", "without separators"),
        ("1e40", "at most 18 digits"),
        ("9" * 40, "at most 18 digits"),
        ("NaN", "no amount"),
    ],
)
def test_amounts_that_are_refused(tmp_path: Path, amount: str, told: str) -> None:
    with pytest.raises(VocabularyError, match=f"row 2, column amount: .*{told}"):
        row(tmp_path, amount, "2024-03-01")


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("1709251200", "write 2024-03-01 or 01/03/2024"),
        ("45352", "write 2024-03-01"),
        ("03/2024", "write 2024-03-01"),
        ("31/02/2024", "there is no such day"),
        ("03/31/2024", "there is no such day"),
    ],
)
def test_days_that_are_refused(tmp_path: Path, day: str, told: str) -> None:
    with pytest.raises(VocabularyError, match=f"row 2, column day: .*{told}"):
        row(tmp_path, "1", day)
