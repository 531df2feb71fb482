"""Numbers in words, as they are put together; what counts in a sentence is test_spelled.py."""

from decimal import Decimal

import pytest

from pipelines.quantities.number_words import read_spelled, read_year_words


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("mười", 10),
        ("mười lăm", 15),
        ("hai mươi", 20),
        ("hai mươi mốt", 21),
        ("hai mốt", 21),
        ("ba lăm", 35),
        ("chín mươi tư", 94),
        ("một trăm", 100),
        ("một trăm lẻ năm", 105),
        ("một trăm linh một", 101),
        ("một trăm hai", 120),
        ("một trăm rưỡi", 150),
        ("hai trăm bốn mươi bảy", 247),
        ("bốn nghìn không trăm lẻ ba", 4003),
        ("hai nghìn hai", 2200),
        ("mười hai nghìn ba trăm bốn mươi lăm", 12345),
        ("bảy vạn", 70000),
        ("ba triệu", 3_000_000),
        ("ba triệu rưỡi", 3_500_000),
        ("ba triệu hai", 3_200_000),
        ("một tỷ hai trăm triệu", 1_200_000_000),
        ("hai nghìn tỷ", 2_000_000_000_000),
        ("chín nghìn tám trăm tỷ năm triệu", 9_800_005_000_000),
        ("một triệu tỷ", 10**15),
        ("tỷ rưỡi", 1_500_000_000),
    ],
)
def test_reads(words: str, value: int) -> None:
    spelled = read_spelled(words, 0)
    assert spelled is not None
    assert (int(spelled.value), spelled.end) == (value, len(words))


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("hai phẩy năm", "2.5"),
        ("không phẩy không tám", "0.08"),
        ("một phẩy hai triệu", "1200000"),
        ("mười chấm bốn", "10.4"),
    ],
)
def test_reads_decimals(words: str, value: str) -> None:
    spelled = read_spelled(words, 0)
    assert spelled is not None
    assert spelled.value == Decimal(value)
    assert spelled.pointed


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [("ba bốn chục", 30, 40), ("năm sáu trăm nghìn", 500_000, 600_000), ("hai ba", 2, 3)],
)
def test_two_neighbours_said_together_are_a_range(words: str, low: int, high: int) -> None:
    spelled = read_spelled(words, 0)
    assert spelled is not None
    assert spelled.high is not None
    assert (int(spelled.value), int(spelled.high)) == (low, high)


@pytest.mark.parametrize("words", ["tỷ lệ", "triệu phú", "và", "linh hoạt", ""])
def test_words_that_only_begin_like_numbers_are_none(words: str) -> None:
    assert read_spelled(words, 0) is None


@pytest.mark.parametrize(
    ("words", "rest"),
    [("hai mươi năm", " năm"), ("mười năm", " năm"), ("hai nghìn năm", " năm"), ("ba trăm năm", " năm")],
)
def test_a_last_nam_is_a_year_and_no_five(words: str, rest: str) -> None:
    spelled = read_spelled(words, 0)
    assert spelled is not None
    assert words[spelled.end :] == rest


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("hai nghìn không trăm hai mươi", 2020),
        ("hai không hai ba", 2023),
        ("hai không mười chín", 2019),
        ("hai không mười", 2010),
        ("một chín chín tám", 1998),
        ("một nghìn chín trăm bảy mươi lăm", 1975),
    ],
)
def test_reads_years_said_digit_by_digit(words: str, year: int) -> None:
    told = read_year_words(words, 0)
    assert told is not None
    assert told[0] == year
