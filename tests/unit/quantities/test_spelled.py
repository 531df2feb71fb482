"""Number words in their sentence: counted only where they count."""

import pytest

from tests.unit.quantities.reading import quantities, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tại hai huyện Trạm Tẩu", ["hai huyện = 2 district"]),
        ("mua hai con trâu", ["hai con trâu = 2 animal"]),
        ("mua một con bò cái, mỗi hộ một con.", ["một con bò = 1 animal", "một con = 1 animal"]),
        ("bốn năm hộ thoát nghèo", ["bốn năm hộ = ~4..5 household"]),
        ("còn ba hộ nữa", ["ba hộ = 3 household"]),
        ("hai mươi mốt hộ", ["hai mươi mốt hộ = 21 household"]),
        ("mười lăm tấn thóc", ["mười lăm tấn = 15 tonne"]),
        ("vay ba triệu đồng", ["ba triệu đồng = 3000000 VND"]),
        ("một ha rưỡi, một tạ thóc", ["một ha rưỡi = 1.5 hectare", "một tạ = 1 quintal"]),
        ("hai, ba hộ; hai đến ba hộ", ["hai, ba hộ = range2..3 household", "hai đến ba hộ = range2..3 household"]),
        ("ba bốn chục hộ", ["ba bốn chục hộ = ~30..40 household"]),
        ("hai phần ba số hộ", ["hai phần ba số hộ = 0.6666666666666666666666666667 household"]),
        ("âm ba trăm", ["âm ba trăm = -300"]),
    ],
)
def test_counts(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "một trong những huyện nghèo",
        "một số hộ",
        "một hộ nghèo",
        "một con số; một con đường; giá một con bò; ăn chung một con nước",
        "cây sâm một năm tuổi",
        "Bốn năm Nghị quyết 30a: huyện nghèo vươn lên",
        "ba mẹ, ba lô, tư pháp, chín muồi",
        "không có hộ nghèo; hai bên; bốn phương; lăm le",
        "tỷ lệ hộ nghèo, tỷ trọng, triệu phú",
        "thứ hai, thứ bảy; đứng thứ nhất",
        "vài ba hộ; dăm bảy hộ",
        "trong năm hộ nghèo giảm; năm học mới; mỗi năm",
    ],
)
def test_counts_nothing(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("năm hộ thoát nghèo", ["năm hộ = 5 household"]),
        ("cho năm hộ nghèo", ["năm hộ = 5 household"]),
        ("trong năm hai xã đạt chuẩn", ["hai xã = 2 commune"]),
        ("mỗi năm ba hộ được vay", ["ba hộ = 3 household"]),
        ("trong năm ba trăm hộ thoát nghèo", ["ba trăm hộ = 300 household"]),
    ],
)
def test_nam_is_five_or_year(text: str, expected: list[str]) -> None:
    assert read(text) == expected


def test_years_said_in_words_are_lengths_of_time() -> None:
    (first, second) = quantities("năm năm qua, hai mươi năm trước")
    assert [first.value, second.value] == [5, 20]
    assert all(quantity.unit == "year" and "duration" in quantity.flags for quantity in (first, second))


@pytest.mark.parametrize("text", ["hàng trăm người theo học", "hàng nghìn tỷ đồng", "vài chục lao động"])
def test_orders_of_magnitude_are_vague(text: str) -> None:
    (quantity,) = quantities(text)
    assert "vague" in quantity.flags
