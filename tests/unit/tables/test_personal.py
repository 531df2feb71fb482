"""Lists of persons are recognised by their headings and contents; tables that only count people are not."""

import pytest

from tests.unit.tables.grids import Rows, Value, read_rows, read_sheets, sheet_of

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
    rows: Rows = [["DANH SÁCH"], headings]
    rows += [[n, name, f"0010800{n:05}", f"Thôn {n}"] for n, name in enumerate(NAMES, start=1)]
    reading = read_rows(rows)
    assert [problem.code for problem in reading.problems] == ["workbook_personal"]
    assert reading.observations == ()
    assert not any(name in str(reading) for name in NAMES)


@pytest.mark.parametrize(
    "heading",
    ["Hộ gia đình", "Người vay", "Tổ viên", "Đối tượng thụ hưởng", "Thành viên hộ", "Hộ được hỗ trợ", "Ghi chú", None],
)
@pytest.mark.parametrize("written", ["{}", "Ông {}", "Hộ bà {}"])
def test_lists_without_identity_numbers_are_refused(heading: Value, written: str) -> None:
    rows: Rows = [["DANH SÁCH HỖ TRỢ NĂM 2022"], ["STT", heading, "Số tiền", "Số khẩu"]]
    rows += [[n, written.format(name), 40, 4] for n, name in enumerate(NAMES, start=1)]
    for given in (rows, [[str(cell).upper() if isinstance(cell, str) else cell for cell in row] for row in rows]):
        reading = read_rows(given)
        assert [problem.code for problem in reading.problems] == ["workbook_personal"]
        assert not reading.observations
        assert not reading.layouts


def test_a_list_on_one_sheet_refuses_the_workbook() -> None:
    counts: Rows = [["STT", "Xã", "Hộ nghèo"], [1, "Xã Vi Hương", 5], [2, "Xã Sĩ Bình", 7]]
    names: Rows = [["STT", "Người vay", "Dư nợ"]]
    names += [[n, name, 40] for n, name in enumerate(NAMES, start=1)]
    reading = read_sheets(sheet_of(counts, "Tổng hợp"), sheet_of(names, "Chi tiết"))
    assert [(problem.code, problem.place) for problem in reading.problems] == [("workbook_personal", "sheet 2")]
    assert not reading.observations


def test_identity_numbers_alone_are_enough() -> None:
    rows: Rows = [["TT", "Số CCCD", "Số tiền"], [1, "001080000001", 500], [2, "001080000002", 700]]
    reading = read_rows(rows)
    assert [problem.detail for problem in reading.problems] == ["identity numbers"]


@pytest.mark.parametrize(
    ("headings", "label"),
    [
        (["STT", "Xã", "Số hộ nghèo", "Hộ có chủ hộ là nữ"], "Xã Vi Hương"),
        (["STT", "Phường", "Số hộ nghèo", "Số hộ cận nghèo"], "Nguyễn Du"),
        (["STT", "Đơn vị", "Số hộ", "Số CCCD đã cấp"], "Xã Sĩ Bình"),
        (["STT", "Đường, phố", "Số hộ nghèo", "Số hộ cận nghèo"], "Hoàng Văn Thụ"),
    ],
    ids=["a count of heads of households", "wards named after persons", "a count of cards", "streets"],
)
def test_tables_that_count_are_read(headings: list[Value], label: str) -> None:
    rows = [headings]
    rows += [[n, label, 10 + n, 3] for n in range(1, 6)]
    assert len(read_rows(rows).observations) == 10


@pytest.mark.parametrize("count", [33_031, "33.031", "272.843,0", "1.218.000"])
def test_counts_of_insurance_cards_identify_nobody(count: Value) -> None:
    rows: Rows = [["TT", "Huyện", "Số thẻ BHYT (thẻ)"], [1, "Huyện Cư Jút", count]]
    rows += [[2, "Huyện Đắk Mil", count], [3, "Huyện Krông Nô", count]]
    assert len(read_rows(rows).observations) == 3


def test_numbers_of_insurance_cards_identify_persons() -> None:
    rows: Rows = [["TT", "Số thẻ BHYT", "Số tiền"], [1, "GD4660120000001", 500], [2, "0120000002", 700]]
    assert [problem.detail for problem in read_rows(rows).problems] == ["identity numbers"]
