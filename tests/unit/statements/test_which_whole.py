"""Of which of several figures another is told as a part."""

import pytest

from tests.unit.statements.relations import parts_of

WHOLES = [
    pytest.param(
        "Cuối năm 2017, tỉnh Trà Vinh còn 22.988 hộ nghèo; riêng hộ nghèo Khmer là 13.056 hộ. Hộ cận nghèo ở mức 22.131"
        " hộ.\nHộ nghèo Khmer sống nhiều nhất tại huyện Trà Cú (4.215 hộ), huyện Cầu Ngang (2.986 hộ).",
        ["13.056 hộ < 22.988 hộ", "4.215 hộ < 13.056 hộ", "2.986 hộ < 13.056 hộ"],
        id="of their own group, told before another",
    ),
    pytest.param(
        "Cuối năm 2017, tỉnh Trà Vinh còn 22.988 hộ nghèo; riêng hộ nghèo Khmer là 13.056 hộ.\nHộ nghèo sống nhiều nhất"
        " tại huyện Trà Cú (5.215 hộ), huyện Cầu Ngang (3.986 hộ).",
        ["13.056 hộ < 22.988 hộ", "5.215 hộ < 22.988 hộ", "3.986 hộ < 22.988 hộ"],
        id="of all, not of a group told last",
    ),
    pytest.param(
        "Có 113 xã hoàn thành mục tiêu, chiếm 6,1% tổng số 1.848 xã.",
        ["113 xã < 1.848 xã"],
        id="of the whole that a share names with its number",
    ),
    pytest.param(
        "Có 113 xã hoàn thành mục tiêu, chiếm 6,1% so với năm 2020 là 1.848 xã.",
        [],
        id="not of what another year had",
    ),
    pytest.param(
        "Giải ngân 35 tỷ đồng, đạt 60% tổng vốn 58 tỷ đồng.",
        [],
        id="money spent is no part of the plan",
    ),
    pytest.param(
        "Huyện Nà Hang có 12 xã và 1 thị trấn, trong đó 5 xã biên giới.",
        ["5 xã < 12 xã"],
        id="communes among communes, not among the town told last",
    ),
    pytest.param(
        "Huyện Nà Hang có 11 xã và 1 thị trấn; trong đó có 9 xã khu vực III, 1 thị trấn khu vực I.",
        ["9 xã < 11 xã", "1 thị trấn < 1 thị trấn"],
        id="each among those of its noun",
    ),
    pytest.param(
        "Huyện dựng 64 nhà, còn thiếu 16 căn, trong đó xã Hòa An 9 căn.",
        ["9 căn < 16 căn"],
        id="of the nearest where that is as many",
    ),
    pytest.param(
        "Năm nay cấp 312 thẻ cho người nghèo và 455 thẻ cho người cận nghèo, cộng 797 thẻ.",
        ["312 thẻ < 797 thẻ", "455 thẻ < 797 thẻ"],
        id="of what words say they add up to, though they do not",
    ),
    pytest.param(
        "Đầu năm huyện có 1.902 hộ nghèo, cuối năm còn 1.455 hộ nghèo. Riêng xã Hòa An cuối năm còn 112 hộ nghèo.",
        ["112 hộ < 1.455 hộ"],
        id="one told apart, of what the same words tell",
    ),
    pytest.param(
        "Mưa lũ làm 31 người chết; 412 ngôi nhà sập. Thiệt hại ước 1.200 tỷ đồng. Riêng huyện Mường La có 12 người chết"
        " và 96 ngôi nhà sập; huyện Bắc Yên có 8 người chết và 71 ngôi nhà sập.",
        ["12 người < 31 người", "96 ngôi nhà < 412 ngôi nhà", "8 người < 31 người", "71 ngôi nhà < 412 ngôi nhà"],
        id="some told apart, of what an earlier sentence of the paragraph tells",
    ),
    pytest.param(
        "Huyện giúp 310 hộ. Riêng xã Hòa An có 41 hộ; xã Hòa Lợi xây 12 nhà.",
        ["41 hộ < 310 hộ"],
        id="what follows one told apart is of something else",
    ),
    pytest.param(
        "Các cấp Hội giúp 1.862 hộ nghèo. Trong đó có 735 hộ thoát nghèo, vượt 35 hộ so với chỉ tiêu là 700 hộ.",
        ["735 hộ < 1.862 hộ"],
        id="the plan that was exceeded is no part",
    ),
    pytest.param(
        "Tỉnh Thanh Hóa đưa 5.472 người đi làm việc ở nước ngoài.\nTại 7 huyện nghèo chỉ có 214 người đi làm việc ở"
        " nước ngoài. Huyện Thường Xuân có 71 người, huyện Bá Thước 52 người, Như Xuân 39 người, Mường Lát 6 người.",
        ["214 người < 5.472 người", *(f"{one} người < 214 người" for one in (71, 52, 39, 6))],
        id="districts of those counted before; Như Xuân is a name and opens no list",
    ),
    pytest.param(
        "Năm nay huyện tạo việc làm cho 1.240 lao động, đạt 103,3% so với kế hoạch 1.200 lao động; trong số này, 715"
        " người làm trong tỉnh, 525 người đi nơi khác.",
        ["715 người < 1.240 lao động", "525 người < 1.240 lao động"],
        id="of what was done, not of the plan that its rate is of",
    ),
    pytest.param(
        "Kế hoạch năm 2024 là 400 nhà, trong đó xây mới 250 nhà, sửa chữa 150 nhà.",
        ["250 nhà < 400 nhà", "150 nhà < 400 nhà"],
        id="of a plan that no rate is of",
    ),
    pytest.param(
        "Huyện Ba Chẽ có 812 hộ nghèo.\nHộ nghèo người Dao là 540 hộ. Phân theo địa bàn, số hộ nghèo nhiều nhất ở"
        " xã Đồn Đạc với 310 hộ, tiếp đến là Nam Sơn 222 hộ, Minh Cầm 171 hộ; thị trấn Ba Chẽ thấp nhất, 109 hộ.",
        ["540 hộ < 812 hộ", *(f"{one} hộ < 812 hộ" for one in (310, 222, 171, 109))],
        id="all places of a division that ranks them, of what they add up to",
    ),
    pytest.param(
        "Đầu năm 2003, phòng giao dịch nhận bàn giao dư nợ 148,6 tỷ đồng. Đến nay tổng dư nợ đạt 1.480,2 tỷ đồng.\n"
        "Trong tổng dư nợ, cho vay hộ nghèo 702,5 tỷ đồng, hộ cận nghèo 251,3 tỷ đồng.",
        ["702,5 tỷ đồng < 1.480,2 tỷ đồng", "251,3 tỷ đồng < 1.480,2 tỷ đồng"],
        id="of the last that the same words tell, reached or not",
    ),
    pytest.param(
        "Kế hoạch vốn năm 2024 của huyện là 98,4 tỷ đồng (trong đó vốn năm 2023 chuyển sang 12,6 tỷ đồng).",
        ["12,6 tỷ đồng < 98,4 tỷ đồng"],
        id="in a bracket that tells parts, whatever their year",
    ),
    pytest.param(
        "Cuối năm 2023, huyện có 3.120 hộ nghèo và cận nghèo, trong đó:\n- Hộ nghèo: 1.510 hộ, giảm 1,2% so với cuối"
        " năm 2022 (1.730 hộ);\n- Hộ cận nghèo: 1.610 hộ, giảm 0,4% so với cuối năm 2022 (1.702 hộ).",
        ["1.510 hộ < 3.120 hộ", "1.610 hộ < 3.120 hộ"],
        id="what there was a year before is no part",
    ),
    pytest.param(
        "Huyện Tân Sơn có 3.120 hộ nghèo. Hộ nghèo người Khmer chiếm 32,6% tổng số hộ nghèo, với 1.017 hộ.",
        ["1.017 hộ < 3.120 hộ"],
        id="a share told before its count",
    ),
    pytest.param(
        "Huyện có 3.120 hộ nghèo. 1.017 hộ là người Khmer, chiếm 32,6%, với 4.200 khẩu.",
        ["1.017 hộ < 3.120 hộ"],
        id="a share of what was told before it, not of what goes with it",
    ),
    pytest.param(
        "Số người tham gia tăng 268 người so với năm 2023; 96.850 người có thẻ, bằng 94,6% dân số (102.378 người).",
        ["96.850 người < 102.378 người"],
        id="of the whole in the bracket of the rate; no further rise",
    ),
    pytest.param(
        "Năm 2023, huyện Kỳ Sơn giao 94 con bò. Anh Chu ở xã Na Ngoi nay có đàn bò 9 con.",
        [],
        id="one's own animals are not those that were given out",
    ),
    pytest.param(
        "Huyện được phân bổ 148,7 tỷ đồng (năm 2009 là 25 tỷ đồng, năm 2010 là 50,2 tỷ đồng, năm 2011 là 73,5 tỷ"
        " đồng).",
        ["25 tỷ đồng < 148,7 tỷ đồng", "50,2 tỷ đồng < 148,7 tỷ đồng", "73,5 tỷ đồng < 148,7 tỷ đồng"],
        id="a bracket with each of its years",
    ),
    pytest.param(
        "Trong năm, 9 người bị nạn (cả năm ngoái: 32 người).",
        [],
        id="but not with another year",
    ),
    pytest.param(
        "Tỉnh dạy nghề cho 28.342 lao động; lao động nữ có 14.739 người. Nhóm nghề nông nghiệp thu hút 12.188 người,"
        " nhóm phi nông nghiệp 16.154 người. Chia theo đối tượng, có 8.914 người dân tộc thiểu số, 6.863 người"
        " thuộc hộ nghèo.",
        [
            "14.739 người < 28.342 lao động",
            "12.188 người < 28.342 lao động",
            "16.154 người < 28.342 lao động",
            "8.914 người < 28.342 lao động",
            "6.863 người < 28.342 lao động",
        ],
        id="another division, of what was divided and not of a part that cannot hold it",
    ),
    pytest.param(
        "Huyện đưa được 214/450 lao động đi làm việc ở nước ngoài, đạt 47,6% kế hoạch; thị trường Malaysia 168 người,"
        " Libya 31 người, còn lại 15 người sang Hàn Quốc.",
        ["168 người < 214", "31 người < 214", "15 người < 214"],
        id="the last of a list that makes up a of a/b is not what is left of b",
    ),
    pytest.param(
        "Khoảng 86.700 hộ thiếu nước, nhiều nhất là các huyện Bình Đại (21.300 hộ), Ba Tri (19.850 hộ).",
        ["21.300 hộ < 86.700 hộ", "19.850 hộ < 86.700 hộ"],
        id="where most of them are",
    ),
    pytest.param(
        "Mặt trận trao 12.450 bồn chứa nước cho hộ nghèo (8.960 bồn) và hộ cận nghèo (3.490 bồn).",
        ["8.960 bồn < 12.450 bồn chứa", "3.490 bồn < 12.450 bồn chứa"],
        id="in brackets by the first word of their noun",
    ),
    pytest.param(
        "Mặt trận trao 125 bồn (45 bồn chứa, 30 bồn hoa).", [], id="but kinds of things are no list of them all"
    ),
    pytest.param(
        "Huyện hỗ trợ 763 hộ. Xã có 186 hộ trồng bưởi trong tổng số 1.022 hộ; năm 2016 có 74 hộ thoát nghèo.",
        ["186 hộ < 1.022 hộ"],
        id="of the whole named behind, whatever another item tells",
    ),
    pytest.param(
        "Tổng dư nợ đạt 171,42 tỷ đồng. Doanh số thu nợ 24,3 tỷ đồng.\nCơ cấu dư nợ theo chương trình:\n- Hộ nghèo:"
        " 82,6 tỷ đồng;\n- Nước sạch: 88,82 tỷ đồng.",
        ["82,6 tỷ đồng < 171,42 tỷ đồng", "88,82 tỷ đồng < 171,42 tỷ đồng"],
        id="lines of what the words over them name",
    ),
    pytest.param(
        "Huyện hỗ trợ 523 căn nhà; mức hỗ trợ là 50 triệu đồng/căn, trong đó ngân sách tỉnh 40 triệu đồng, ngân sách"
        " huyện 10 triệu đồng.",
        ["40 triệu đồng < 50 triệu đồng", "10 triệu đồng < 50 triệu đồng"],
        id="of an amount a head, which holds them",
    ),
    pytest.param(
        "Huyện cho 523 hộ vay 50 triệu đồng/hộ, trong đó đi làm việc ở nước ngoài vay 12 tỷ đồng.",
        [],
        id="of no amount a head that is less",
    ),
    pytest.param(
        "Toàn tỉnh có 42.161/138.915 hộ nghèo. Hộ nghèo không có khả năng lao động 1.906 hộ; hộ nghèo có thành viên là"
        " người có công với cách mạng 14 hộ.",
        ["42.161 < 138.915 hộ", "1.906 hộ < 42.161", "14 hộ < 42.161"],
        id="kinds of the poor among the poor, not among all nor each other",
    ),
    pytest.param(
        "Tổng dư nợ của tỉnh Sơn La là 4.968 tỷ đồng, gồm hộ nghèo 2.106 tỷ đồng, hộ cận nghèo 2.862 tỷ đồng.\nTheo địa"
        " bàn, dư nợ cao là các huyện Thuận Châu (612 tỷ đồng), Mường La (478 tỷ đồng), Phù Yên (471 tỷ đồng), Sông Mã"
        " (466 tỷ đồng).",
        [
            "2.106 tỷ đồng < 4.968 tỷ đồng",
            "2.862 tỷ đồng < 4.968 tỷ đồng",
            *(f"{one} tỷ đồng < 4.968 tỷ đồng" for one in (612, 478, 471, 466)),
        ],
        id="some places by how much they have are not all of a total that a slip keeps from them",
    ),
]


@pytest.mark.parametrize(("text", "links"), WHOLES)
def test_which_whole(text: str, links: list[str]) -> None:
    assert parts_of(text) == links
