"""Lists of persons are recognised by their headings and contents; tables that only count people are not."""

import pytest

from tests.unit.tables.grids import Value, read_rows

NAMES = ["Nguyễn Văn An", "Triệu Thị Bình", "Nông Văn Cường", "Hoàng Thị Dung", "Lý Văn Én", "Vàng A Páo"]


@pytest.mark.parametrize(
    "headings",
    [
        ["STT", "Họ và tên", "Năm sinh", "Địa chỉ"],
        ["TT", "Họ tên chủ hộ", "Số khẩu", "Dân tộc"],
        ["STT", "Tên khách hàng", "Mã món vay", "Dư nợ"],
        ["", "", "", ""],
    ],
    ids=["persons", "heads of households", "borrowers", "no headings at all"],
)
def test_lists_with_names_are_refused(headings: list[Value]) -> None:
    rows: list[list[Value]] = [["DANH SÁCH"], headings]
    rows += [[n, name, f"0010800{n:05}", f"Thôn {n}"] for n, name in enumerate(NAMES, start=1)]
    reading = read_rows(rows)
    assert [problem.code for problem in reading.problems] == ["workbook_personal"]
    assert reading.observations == ()
    assert not any(name in str(reading) for name in NAMES)


def test_identity_numbers_alone_are_enough() -> None:
    rows: list[list[Value]] = [["TT", "Số CCCD", "Số tiền"], [1, "001080000001", 500], [2, "001080000002", 700]]
    reading = read_rows(rows)
    assert [problem.detail for problem in reading.problems] == ["identity numbers"]


@pytest.mark.parametrize(
    ("headings", "label"),
    [
        (["STT", "Xã", "Số hộ nghèo", "Hộ có chủ hộ là nữ"], "Xã Vi Hương"),
        (["STT", "Phường", "Số hộ nghèo", "Số hộ cận nghèo"], "Nguyễn Du"),
        (["STT", "Đơn vị", "Số hộ", "Số CCCD đã cấp"], "Xã Sĩ Bình"),
    ],
    ids=["a count of heads of households", "wards named after persons", "a count of cards"],
)
def test_tables_that_count_are_read(headings: list[Value], label: str) -> None:
    rows = [headings]
    rows += [[n, label, 10 + n, 3] for n in range(1, 6)]
    assert len(read_rows(rows).observations) == 10
