"""Lists that place and numbers tell together, and what a word for a part or a whole stands nearest to."""

import pytest

from tests.unit.statements.relations import parts_of


@pytest.mark.parametrize(
    ("text", "links"),
    [
        pytest.param(
            "Ba xã Tân Lập, Tân Hòa và Tân Hiệp giảm được 143 hộ nghèo, lần lượt là 52, 47 và 44 hộ.",
            ["52 < 143 hộ", "47 < 143 hộ", "44 hộ < 143 hộ"],
            id="told in turn behind their total",
        ),
        pytest.param(
            "Hội Phụ nữ quản lý 7.214 tỷ đồng, Hội Nông dân 6.030 tỷ đồng, Đoàn Thanh niên 1.689 tỷ đồng; cộng dư nợ ủy"
            " thác 14.933 tỷ đồng.",
            ["7.214 tỷ đồng < 14.933 tỷ đồng", "6.030 tỷ đồng < 14.933 tỷ đồng", "1.689 tỷ đồng < 14.933 tỷ đồng"],
            id="before the sum that words call one",
        ),
        pytest.param(
            "Đã giải ngân: 97.885 triệu đồng, bằng 52,5% kế hoạch\n• Vốn đầu tư: 81.756 triệu đồng, đạt 67,4%\n"
            "• Vốn sự nghiệp: 16.129 triệu đồng, đạt 24,8%",
            ["81.756 triệu đồng < 97.885 triệu đồng", "16.129 triệu đồng < 97.885 triệu đồng"],
            id="lines below a figure that no colon opens",
        ),
        pytest.param(
            "Đến nay huyện đưa đi 1.028 người. Cùng kỳ năm ngoái mới 812 người. Nhật Bản vẫn đông nhất, 731 người; kế "
            "đến Đài Loan 233, Hàn Quốc 64 người.",
            ["731 người < 1.028 người", "233 < 1.028 người", "64 người < 1.028 người"],
            id="of the figure they add up to, not of that of another year",
        ),
        pytest.param(
            "Tổng nguồn vốn đạt 6.152 tỷ đồng, trong đó nguồn vốn trung ương 5.765,8 tỷ đồng; nhận ủy thác từ ngân sách"
            " địa phương 386,2 tỷ đồng, chiếm 6,28% (ngân sách tỉnh 287,5 tỷ đồng, huyện 98,7 tỷ đồng).",
            [
                "5.765,8 tỷ đồng < 6.152 tỷ đồng",
                "386,2 tỷ đồng < 6.152 tỷ đồng",
                "287,5 tỷ đồng < 386,2 tỷ đồng",
                "98,7 tỷ đồng < 386,2 tỷ đồng",
            ],
            id="a bracket behind the share of a figure is of the figure",
        ),
        pytest.param(
            "Huyện có 4.012 hộ nghèo trong tổng số 18.836 hộ, trong đó 2.890 hộ là đồng bào dân tộc thiểu số.",
            ["4.012 hộ < 18.836 hộ", "2.890 hộ < 4.012 hộ"],
            id="of which tells of the part, not of the whole it stands in",
        ),
        pytest.param(
            "Số hộ nghèo giảm từ 1.118 hộ (3,62%) xuống 712 hộ trong tổng số 31.050 hộ.",
            ["712 hộ < 31.050 hộ"],
            id="where a change began is no part of a later whole",
        ),
        pytest.param(
            "Huyện có 6.002 hộ nghèo, chiếm 31,24% trong 19.212 hộ.",
            ["6.002 hộ < 19.212 hộ"],
            id="the whole named behind the share",
        ),
        pytest.param(
            "Cuối năm tỉnh còn 41.870 hộ nghèo; 6.200 hộ trong đó vừa được nhận nhà.",
            ["6.200 hộ < 41.870 hộ"],
            id="of those, told behind the part",
        ),
        pytest.param(
            "Các cấp Hội giúp 2.874 hộ nghèo phát triển kinh tế, trong đó 1.046 hộ thoát nghèo.",
            ["1.046 hộ < 2.874 hộ"],
            id="those of the helped who left poverty",
        ),
        pytest.param(
            "Tỉnh dạy nghề cho 640 lao động. Nhóm nghề nông nghiệp 410 người, phi nông nghiệp 230 người. Chia theo đối"
            " tượng, có 95 người thuộc hộ nghèo, 60 người có công với cách mạng.",
            [
                "410 người < 640 lao động",
                "230 người < 640 lao động",
                "95 người < 640 lao động",
                "60 người có công < 640 lao động",
            ],
            id="divided again",
        ),
        pytest.param(
            "Có 2.103/2.214 tổ xếp loại tốt, 7 tổ xếp loại yếu.",
            ["2.103 < 2.214 tổ", "7 tổ < 2.214 tổ"],
            id="others of the same whole",
        ),
    ],
)
def test_parts_by_place_and_number(text: str, links: list[str]) -> None:
    assert parts_of(text) == links


@pytest.mark.parametrize(
    ("text", "link"),
    [
        pytest.param(
            "Hết năm 2016 có 28/143 xã đạt chuẩn, hơn năm 2015 là 8 xã.", "8 xã < 143 xã", id="more than another year"
        ),
        pytest.param(
            "Mỗi tháng đóng từ 10.000 đến 20.000 đồng, nơi khá như thị trấn góp 50.000 đồng.",
            "50.000 đồng < 10.000 đến 20.000 đồng",
            id="a range has no parts",
        ),
        pytest.param(
            "Có 6.230/8.900 hộ đạt danh hiệu; hội viên giúp 185 hộ nghèo.", "185 hộ < 8.900 hộ", id="told of others"
        ),
        pytest.param(
            "Đã giải ngân: 97.885 triệu đồng\n2. Kết quả dự án\n• Nước sinh hoạt: đã giải ngân 3.630 triệu đồng\n"
            "• Đất ở: đã giải ngân 1.680 triệu đồng",
            "3.630 triệu đồng < 97.885 triệu đồng",
            id="lines below another heading",
        ),
    ],
)
def test_no_part(text: str, link: str) -> None:
    assert link not in parts_of(text)
