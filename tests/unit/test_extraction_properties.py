"""What holds for every text that is read from end to end: offsets, ids, encodings; and that nothing breaks a reader."""

import re
import unicodedata
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Literal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipelines.model import Observation
from pipelines.readers.documents import read_taken
from pipelines.readers.sidecar import Origin
from pipelines.readers.taken import TakenText
from pipelines.statements.reading import read

PIECES = [
    "Năm 2022, huyện Bạch Thông có", "416 hộ nghèo", "25.796 triệu đồng", "trong đó", "gồm:", ";", ".", "\n", "(",
    ")", ",", ":", "giảm 3%", "xuống còn 9,8%", "727/700 lao động", "đạt 103,8% kế hoạch", "lần lượt là",
    "xã Tân Lập", "toàn tỉnh", "và", "cho vay", "2 tỷ 044 triệu đồng", "29 người", "(21 nữ)", "bình quân", "mỗi hộ",
    "40 triệu đồng/hộ", "phấn đấu đến năm 2025", "từ 12,3%", "so với cùng kỳ", "quý II", "đến nay", "-", "hai hộ",
    "tỷ lệ hộ nghèo", "Ảnh: M.A", "Tin liên quan", "còn lại", "tổng số", "hơn", "trên 80%", "01 lớp", "19 136 hộ",
    "6 - 7%", "gấp 1,3 lần", "một nửa",
]  # fmt: skip
ARTICLES = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=15).map("".join),
    st.text(max_size=150),
)

GOLDEN = Path(__file__).parents[1] / "golden"
BLIND = [path.read_text(encoding="utf-8") for path in sorted((GOLDEN / "blind").glob("*.txt"))]


def observations(text: str) -> tuple[Observation, ...]:
    document = read_taken("bai.txt", "0", TakenText(text, "utf-8"), Origin(), "text").document
    assert document is not None
    return read(document)[0]


@given(ARTICLES)
@settings(max_examples=250, deadline=None)
@example("155hộ\ufeff(\ud800")
def test_quotes_stand_at_their_offsets_and_links_lead_to_observations(text: str) -> None:
    found = observations(text)
    ids = {one.observation_id for one in found}
    assert len(ids) == len(found)
    for one in found:
        start, end = one.locator.char_start, one.locator.char_end
        assert start is not None
        assert end is not None
        assert 0 <= start < end <= len(text)
        assert text[start:end] == one.quote
        assert set(one.part_of) <= ids - {one.observation_id}
        assert 0 < one.confidence <= 1


@given(st.sampled_from(BLIND), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_an_article_with_other_numbers_in_it_is_read(article: str, dice: Random) -> None:
    """Years, months and counts that no article would print reach every rule that counts with them."""
    others = ("0", "13", "29", "7990", "10000", "99999999999999999999")
    text = re.sub(r"\d+", lambda number: dice.choice((number[0], number[0], *others)), article)
    for one in observations(text):
        assert text[one.locator.char_start : one.locator.char_end] == one.quote


@pytest.mark.parametrize(
    "text",
    [
        "Năm 2016 vay 30 triệu đồng. 7990 năm sau, vay thêm 20 triệu đồng.",
        "Bắc Kạn: giảm nghèo\n\n12/01/2022\n\n0 tháng qua, huyện có 416 hộ thoát nghèo.",
    ],
)
def test_lengths_of_time_beyond_all_calendars_are_read(text: str) -> None:
    assert observations(text)


@given(ARTICLES)
@settings(max_examples=150, deadline=None)
def test_composed_and_decomposed_texts_give_the_same_observations(text: str) -> None:
    def said(form: Literal["NFC", "NFD"]) -> list[tuple[object, ...]]:
        return [
            (one.observation_id, one.value, one.value_high, one.unit, one.comparator, one.meaning, one.part_of)
            for one in observations(unicodedata.normalize(form, text))
        ]

    assert said("NFC") == said("NFD")


def styles(number: Decimal) -> list[str]:
    """A number as Vietnamese texts print it."""
    whole, _, fraction = f"{number:,f}".partition(".")
    tail = f",{fraction}" if fraction else ""
    printed = [whole.replace(",", sign) + tail for sign in (".", " ", "\u00a0")]
    return [*printed, f"{number:f}".replace(".", ",")]


@given(
    number=st.one_of(st.integers(2, 10**9).map(Decimal), st.integers(21, 10**7).map(lambda n: Decimal(n) / 10)),
    style=st.integers(0, 3),
    unit=st.sampled_from(
        [("triệu đồng", "VND", 10**6), ("tỷ đồng", "VND", 10**9), ("%", "percent", 1), ("ha", "hectare", 1)]
    ),
)
@settings(max_examples=200, deadline=None)
def test_a_printed_number_is_read_back_with_its_offsets(
    number: Decimal, style: int, unit: tuple[str, str, int]
) -> None:
    form, code, factor = unit
    printed = styles(number)[style]
    text = f"Toàn huyện đạt {printed} {form} trong kỳ."
    [one] = observations(text)
    assert (one.value, one.unit) == (number * factor, code)
    assert one.quote == f"{printed} {form}"
    assert one.locator.char_start == len("Toàn huyện đạt ")


@given(st.sampled_from(BLIND), st.integers(-12, 12))
@settings(max_examples=40, deadline=None)
def test_an_article_of_another_year_is_read(article: str, later: int) -> None:
    """Places and standards come and go: what is told of a district may be read when there are none."""
    text = re.sub(r"(?<!\d)(?:19|20)\d\d(?!\d)", lambda year: str(int(year[0]) + later), article)
    for one in observations(text):
        assert text[one.locator.char_start : one.locator.char_end] == one.quote
