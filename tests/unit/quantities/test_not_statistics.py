"""Digits that count nothing come out with a kind that says so."""

import pytest

from tests.unit.quantities.reading import quantities, statistics


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param("Nghị định 07/2021/NĐ-CP", {"identifier"}, id="decree"),
        pytest.param("Quyết định số 90/QĐ-TTg", {"identifier"}, id="decision"),
        pytest.param("Chỉ thị 42-CT/TW, Nghị quyết 30a", {"identifier"}, id="directive, resolution"),
        pytest.param("hộ nghèo làm nhà theo QĐ 167", {"identifier"}, id="abbreviated decision"),
        pytest.param("Chương trình 135, Đề án 06, Tiểu dự án 1, Dự án 2", {"identifier"}, id="programmes"),
        pytest.param("Chương trình MTQG 1719", {"identifier"}, id="programme by its decision"),
        pytest.param("nguồn vốn 135, nhà 167 dành cho hộ nghèo", {"identifier"}, id="money and houses of programmes"),
        pytest.param("Phiên chợ Tết 0 đồng, gian hàng 0 đồng", {"identifier"}, id="what is given for nothing"),
        pytest.param("Hôm nay 17-10, tỉnh phát động", {"period"}, id="today's date"),
        pytest.param("Ban Chỉ đạo 389, Quốc lộ 9, thôn 5, tổ 12", {"identifier"}, id="names with a number"),
        pytest.param("mô hình chính quyền địa phương 2 cấp", {"identifier"}, id="tiers of government"),
        pytest.param("học sinh lớp 5 trường Tiểu học", {"identifier"}, id="school grade"),
        pytest.param("khoản 1,2, thôn 3,4", {"identifier"}, id="a list without spaces"),
        pytest.param("Điều 5, khoản 2 và 3", {"identifier"}, id="articles of a law, listed"),
        pytest.param("kết nối 4G, sim 3G", {"identifier"}, id="technology"),
        pytest.param("huyện nghèo 30a, vùng CT229", {"identifier"}, id="letters and digits"),
        pytest.param("Nguồn vốn 30a và 135: huyện làm đường", {"identifier"}, id="a number listed with one of them"),
        pytest.param(
            "thực hiện Chương trình 135 năm 2016.", {"identifier", "period"}, id="programme of a year, at the end"
        ),
        pytest.param("1O5 hộ, l2 xã", {"identifier"}, id="letters read for digits"),
        pytest.param("0912345678; 090-123-4567; 0209.3870.123", {"identifier"}, id="telephones"),
        pytest.param("hotline 1900 1234", {"identifier"}, id="hotline"),
        pytest.param("Địa chỉ IP là 192.168.1.1", {"identifier"}, id="network address"),
        pytest.param("nước đạt quy chuẩn 02 của Bộ Y tế", {"identifier"}, id="standard"),
        pytest.param("http://abc.vn/2023/12/tin-5.html", {"identifier"}, id="web address"),
        pytest.param("số 123/4 đường Nguyễn Trãi", {"identifier"}, id="street address"),
        pytest.param("(GMT+7)", {"identifier"}, id="time zone"),
        pytest.param("253 Lên đầu trang", {"identifier"}, id="page counter before its word"),
        pytest.param("Khách vãng lai 325\nCộng 329", {"identifier"}, id="page counters"),
        pytest.param("Ý kiến bạn đọc (0)", {"identifier"}, id="counter in brackets"),
        pytest.param("Lượt xem: 15930085", {"identifier"}, id="views"),
        pytest.param("9" * 40, {"identifier"}, id="more digits than a figure has"),
        pytest.param("lần thứ 3, hạng 2, đứng thứ 15, thế kỷ 21", {"ordinal"}, id="ordinals"),
        pytest.param("đợt 2 năm 2023", {"ordinal", "period"}, id="round of a year"),
        pytest.param("sản phẩm 3 sao", {"ordinal"}, id="rating"),
        pytest.param("1. Kết quả\n2) Tồn tại", {"ordinal"}, id="list markers"),
        pytest.param("lúc 14:30, 8h05, 7 giờ 30 phút", {"time"}, id="clock"),
        pytest.param("tám giờ, năm giờ hai mươi phút", {"time"}, id="clock in words"),
        pytest.param("Thứ 3, 20/09/2022 | 16:16:42", {"ordinal", "period", "time"}, id="dateline"),
    ],
)
def test_kinds(text: str, kinds: set[str]) -> None:
    assert {quantity.kind for quantity in quantities(text)} == kinds


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("tổng số 204 hộ", 1),
        ("con số 15 hộ", 1),
        ("dự án 12 tỷ đồng", 1),
        ("vốn 135 tỷ đồng, vốn 135 đạt 42,9%", 2),
        ("nợ quá hạn 0 đồng", 1),
        ("đường giao thông nông thôn 33, trường học 11", 2),
        ("kế hoạch 3.000 lao động", 1),
        ("thôn 12 hộ nghèo", 1),
        ("lớp 35 học viên", 1),
        ("kinh phí mở lớp 4 tỷ 860 triệu đồng", 1),
        ("học sinh lớp 4", 0),
        ("Chi hội 3 giúp nhau làm nhà", 0),
        ("Nhật Bản 980 người", 1),
        ("(Nhật Bản 5, Đài Loan 4)", 2),
    ],
)
def test_a_unit_makes_it_a_count_again(text: str, count: int) -> None:
    assert len(statistics(text)) == count
