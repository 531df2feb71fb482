"""Bare numbers that go on counting what was counted before, and measures and hedges that only look like others."""

import pytest

from tests.unit.statements.relations import observations_of


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        pytest.param(
            "Huyện duyệt 14 dự án, 420 hộ tham gia. Phân theo đối tượng: hộ nghèo 268, cận nghèo 97 và mới thoát 55.",
            "97",
            ("=", "household"),
            id="households of the sentence before",
        ),
        pytest.param(
            "Đến nay có 1.028 người đi làm việc ở nước ngoài. Chỉ tiêu tỉnh giao năm nay là 1.700.",
            "1.700",
            ("=", "person"),
            id="a plan for the people counted before",
        ),
        pytest.param(
            "Xã có 420 hộ nghèo.\nMã hồ sơ 12345 đã lưu.",
            "12345",
            ("=", None),
            id="another paragraph goes on nothing",
        ),
        pytest.param(
            "Huyện Sơn Hà nhiều nhất 34 người, Ba Tơ 27 người.", "34 người", ("=", "person"), id="the most of all"
        ),
        pytest.param("Mỗi người vay tối đa 50 triệu đồng.", "50 triệu đồng", ("<=", "VND"), id="at most"),
        pytest.param("Sản lượng năm 2019 ước 2.900 tấn.", "2.900 tấn", ("=", "tonne"), id="an estimate is no hedge"),
        pytest.param("Sản lượng ước khoảng 2.900 tấn.", "2.900 tấn", ("~", "tonne"), id="a hedged estimate"),
        pytest.param("Huyện xây mới 18 phòng học.", "18 phòng học", ("=", "room"), id="classrooms"),
        pytest.param("Nhà có ba con nhỏ.", "ba con nhỏ", ("=", "person"), id="children are no animals"),
    ],
)
def test_how_a_number_is_measured(text: str, quote: str, expected: tuple[str, str | None]) -> None:
    told = [(one.comparator, one.unit) for one in observations_of(text) if one.quote == quote]
    assert told == [expected]
