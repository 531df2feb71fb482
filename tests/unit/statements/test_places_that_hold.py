"""How long a place told holds: under a heading, in a story, up to a bracket's end, before a share's whole."""

import pytest

from tests.unit.statements.relations import meaning_of

SECTION = (
    "Đổi thay ở Bắc Yên\nTỉnh Sơn La còn 40 xã nghèo; huyện Bắc Yên, tỉnh Sơn La giảm nghèo nhanh. "
    "Toàn huyện Bắc Yên có 12.000 hộ.\n{heading}\n{paragraph}\n"
)

SON_DONG = "Huyện Sơn Động (Bắc Giang) giảm nghèo.\n"


@pytest.mark.parametrize(
    ("text", "quote", "place"),
    [
        pytest.param(
            SECTION.format(heading="Chuyện ở bản Bông", paragraph="Nhà chị Mùa Thị Dợ được vay 20 triệu đồng nuôi dê."),
            "20 triệu đồng",
            "bản Bông",
            id="under the heading that names a hamlet",
        ),
        pytest.param(
            SECTION.format(heading="... đến chuyện ở bản Bông", paragraph="Nhà chị Mùa Thị Dợ được vay 20 triệu đồng."),
            "20 triệu đồng",
            "bản Bông",
            id="a heading that goes on from another",
        ),
        pytest.param(
            SECTION.format(
                heading="Chuyện ở bản Bông", paragraph="Bản có đường.\nCòn đó nỗi lo\nNăm 2020 chi 7 tỷ đồng."
            ),
            "7 tỷ đồng",
            "Huyện Bắc Yên",
            id="the next heading ends it",
        ),
        pytest.param(
            SECTION.format(
                heading="Chuyện ở bản Bông", paragraph="Toàn tỉnh Sơn La giảm nhanh.\nNăm 2020 chi 7 tỷ đồng."
            ),
            "7 tỷ đồng",
            "Huyện Bắc Yên",
            id="so does a place around it",
        ),
        pytest.param(
            SECTION.format(heading="Lớp may mở tại bản Bông", paragraph="Năm 2020 đào tạo nghề cho 420 lao động."),
            "420 lao động",
            "Huyện Bắc Yên",
            id="a caption is no heading",
        ),
        pytest.param(
            "Huyện Bắc Yên giảm nghèo.\nÔng Hồ Văn Lượng (52 tuổi, thôn 2) là người đầu ở huyện Bắc Yên trồng sâm. "
            "Năm 2009, ông vay 30 triệu đồng.",
            "30 triệu đồng",
            "thôn 2",
            id="where a person lives is told with the age",
        ),
        pytest.param(
            "Huyện Bắc Yên đón Tết.\nMùi sơn mới đã lấn mùi bùn ở thôn Phú Thịnh, xã Hoà Thịnh.\n"
            "Bà Võ Thị Lành được hỗ trợ 170 triệu đồng.",
            "170 triệu đồng",
            "thôn Phú Thịnh",
            id="the hamlet with which the paragraph before ends",
        ),
        pytest.param(
            "Huyện Bắc Yên đón Tết.\nMùi sơn mới đã lấn mùi bùn ở thôn Phú Thịnh, xã Hoà Thịnh.\n"
            "Ông Võ Văn Lành, Phó Chủ tịch UBND huyện, cho biết đã chi 170 triệu đồng.",
            "170 triệu đồng",
            "Huyện Bắc Yên",
            id="an officer is not of that hamlet",
        ),
        pytest.param(
            "Huyện Bắc Yên đón Tết\nHuyện Bắc Yên đã chăm lo cho hộ nghèo.\n"
            "Nhà mới của chị Sua ở bản Bông, xã Hoà Thịnh\n"
            "Chị Tăng Thị Lan cho biết huyện đã chi 170 triệu đồng.",
            "170 triệu đồng",
            "Huyện Bắc Yên",
            id="a caption opens no story",
        ),
        pytest.param(
            "Sơn Tây là huyện nghèo của tỉnh Quảng Ngãi (toàn tỉnh có 6 huyện nghèo), gồm 9 xã; dân số 17.460 người.",
            "17.460 người",
            "Huyện Sơn Tây",
            id="behind a bracket",
        ),
        pytest.param(
            "Huyện Krông Bông giảm nghèo.\nCư Pui là xã vùng III của huyện Krông Bông, có 13 thôn.",
            "13 thôn",
            "Xã Cư Pui",
            id="a place of another",
        ),
        pytest.param(
            "Tỉnh Thái Bình cho vay hộ nghèo. "
            "Tại huyện Kiến Xương, dư nợ đạt 486,3 tỷ đồng, chiếm 15,6% dư nợ toàn tỉnh, với 13.906 hộ vay.",
            "13.906 hộ",
            "Huyện Kiến Xương",
            id="behind the whole of a share",
        ),
        pytest.param(
            "Sóc Trăng là tỉnh có đông đồng bào Khmer nhất Đồng bằng sông Cửu Long với hơn 400.000 người.",
            "400.000 người",
            "Tỉnh Sóc Trăng",
            id="behind a superlative",
        ),
        pytest.param(
            "Tỷ lệ hộ nghèo của hai tỉnh Sóc Trăng và Trà Vinh không chênh nhau nhiều: 17,89% và 13,23%.",
            "13,23%",
            "Tỉnh Trà Vinh",
            id="as many places as rates",
        ),
        pytest.param(
            "Huyện Bắc Hà giảm nghèo. Các xã Nậm Lúc, Bản Cái, Cốc Ly có tỷ lệ lần lượt là 41,2 - 38,7 - 35,5%.",
            "38,7",
            "Xã Bản Cái",
            id="in turn, with dashes",
        ),
        pytest.param(
            "Tỉnh Tây Ninh giảm nghèo. Huyện Tân Châu, Tân Biên: 96 và 143 hộ.",
            "96",
            "Huyện Tân Châu",
            id="as many places as counts behind a colon",
        ),
        pytest.param(
            "Chuẩn nghèo ở khu vực nông thôn là 2.200.000 đồng/người/tháng và thành thị 2.800.000 đồng/người/tháng.",
            "2.200.000 đồng",
            "khu vực nông thôn",
            id="the part told before its amount",
        ),
        pytest.param(
            "Chuẩn nghèo là 2.200.000 đồng ở nông thôn và 2.800.000 đồng ở thành thị.",
            "2.800.000 đồng",
            "thành thị",
            id="the part told behind its amount",
        ),
        pytest.param(
            "Tỉnh Sóc Trăng giảm nghèo.\n"
            "Ở ấp Đào Viên, anh Phia từng vào Bình Dương, Đồng Nai làm thuê, về nhà với 4 công đất.",
            "4 công đất",
            "ấp Đào Viên",
            id="where somebody went",
        ),
        pytest.param(
            "Huyện Bắc Yên đón Tết. Dịp này, huyện trao 30 triệu đồng từ Quỹ hỗ trợ hộ ông Giàng A Chống, bản Bông.",
            "30 triệu đồng",
            "bản Bông",
            id="the home of who is helped",
        ),
        pytest.param(
            SON_DONG + "Xã Tuấn Đạo có 120 hộ nghèo. Năm nay huyện phấn đấu giảm 500 hộ nghèo.",
            "500 hộ",
            "Huyện Sơn Động",
            id="the district acts after an example",
        ),
        pytest.param(
            SON_DONG + "Xã Tuấn Đạo có 120 hộ nghèo. "
            "Ông Lê Văn Hải, Chủ tịch UBND huyện, cho biết đã huy động 12 tỷ đồng.",
            "12 tỷ đồng",
            "Huyện Sơn Động",
            id="an officer of the district speaks",
        ),
        pytest.param(
            SON_DONG + "Xã Tuấn Đạo có 120 hộ nghèo. Theo Phòng Dân tộc huyện, vốn đầu tư là 12 tỷ đồng.",
            "12 tỷ đồng",
            "Huyện Sơn Động",
            id="by a body of the district",
        ),
        pytest.param(
            SON_DONG + "Xã Tuấn Đạo có 120 hộ nghèo. UBND huyện đã phân bổ 12 tỷ đồng.",
            "12 tỷ đồng",
            "Huyện Sơn Động",
            id="a body of the district acts",
        ),
        pytest.param(
            SON_DONG + "Thôn Mục, xã Tuấn Đạo có 74 hộ. Chủ tịch UBND xã Lê Văn Hải cho biết còn 20 hộ nghèo.",
            "20 hộ",
            "Xã Tuấn Đạo",
            id="an officer of the commune with his name",
        ),
        pytest.param(
            SON_DONG + "Xã Tuấn Đạo có 120 hộ nghèo. Anh Sơn là một trong 812 hộ của huyện thoát nghèo.",
            "812 hộ",
            "Huyện Sơn Động",
            id="one of those of the district",
        ),
        pytest.param(
            SON_DONG + "Thôn Mục, xã Tuấn Đạo có 74 hộ.\n"
            "Anh Lý Văn Sơn, 34 tuổi, mời khách vào nhà, kể năm 2016 vay 30 triệu đồng.",
            "30 triệu đồng",
            "Thôn Mục",
            id="the story of a villager of the paragraph before",
        ),
        pytest.param(
            SON_DONG + "Thôn Mục, xã Tuấn Đạo có 74 hộ.\nÔng Lê Văn Hải, Trưởng phòng, cho biết đã chi 30 triệu đồng.",
            "30 triệu đồng",
            "Huyện Sơn Động",
            id="an officer is no villager",
        ),
        pytest.param(
            SON_DONG + "Thôn Mục, xã Tuấn Đạo có 74 hộ.\n“Mỗi nhà đóng 10.000 đồng”, ông Lý Văn Sơn nói.",
            "10.000 đồng",
            "Thôn Mục",
            id="a villager of the paragraph before speaks",
        ),
        pytest.param(
            SON_DONG + "“Tôi trả xong 90 triệu đồng”, bà Nguyễn Thị Sáu (56 tuổi), ở xã Tuấn Đạo, kể.",
            "90 triệu đồng",
            "Xã Tuấn Đạo",
            id="the home of the speaker behind the quotation",
        ),
        pytest.param(
            SON_DONG + "“Có 50 hộ thoát nghèo”, ông Lê Văn Hải, Chủ tịch UBND xã Tuấn Đạo, nói.",
            "50 hộ",
            "Xã Tuấn Đạo",
            id="the office of the speaker behind the quotation",
        ),
        pytest.param(
            SON_DONG + "Xã Tuấn Đạo cách trung tâm huyện Lục Ngạn 30 km, có 512 hộ.",
            "512 hộ",
            "Xã Tuấn Đạo",
            id="a place that another is far from",
        ),
        pytest.param(
            SON_DONG + "Cách xã Tuấn Đạo làm là giao 20 hộ cho đảng viên.",
            "20 hộ",
            "Xã Tuấn Đạo",
            id="a way to do something is no distance",
        ),
        pytest.param(
            SON_DONG + "Theo cán bộ xã Tuấn Đạo vào nhà anh Sơn, 34 tuổi, ở thôn Mục, chúng tôi thấy đàn dê.",
            "34 tuổi",
            "thôn Mục",
            id="the home behind an age",
        ),
        pytest.param(
            SON_DONG + "Ở xã Tuấn Đạo, tỷ lệ hộ nghèo là 42%, gấp 3 lần mức chung của huyện (13,5%).",
            "13,5%",
            "Huyện Sơn Động",
            id="the rate of all with which one is compared",
        ),
    ],
)
def test_place(text: str, quote: str, place: str) -> None:
    told = meaning_of(text, quote).place
    assert (told.name if told else None) == place


@pytest.mark.parametrize(
    ("office", "place"),
    [
        ("Chủ tịch UBND xã Sùng A Lềnh yêu cầu", "Xã Pà Cò"),
        ("Phó Chủ tịch UBND xã Lâm Thị Sa Rinh, người Khmer,", "Xã Pà Cò"),
        ("Phó Trưởng Ban Dân tộc tỉnh Lý Sóc Phiếp cho rằng", "Xã Pà Cò"),
        ("Phó Giám đốc Sở Nội vụ tỉnh Kim Ngọc Thái cho biết", "Xã Pà Cò"),
        ("Ba năm, tỷ lệ hộ nghèo giảm nhanh,", "Xã Pà Cò"),
        ("Chủ tịch UBND xã Nậm Cắn Lầu Bá Chò cho biết", "Xã Nậm Cắn"),
        ("Chủ tịch UBND xã Nậm Cắn cho biết", "Xã Nậm Cắn"),
    ],
)
def test_the_name_behind_an_office_is_a_persons(office: str, place: str) -> None:
    told = meaning_of(f"Xã Pà Cò giảm nghèo. {office} đã cho 180 lao động học nghề.", "180 lao động").place
    assert (told.name if told else None) == place


@pytest.mark.parametrize(
    ("text", "quote", "place"),
    [
        ("Huyện có 5.318 lao động đi làm: trong tỉnh 1.942 người, ngoài tỉnh 3.331 người.", "1.942 người", None),
        ("Huyện tạo 5.318 việc làm; làm việc trong tỉnh 415 người và 211 người đi Hàn Quốc.", "211 người", None),
        ("Toàn tỉnh có 5.318 lao động đi làm.", "5.318 lao động", "Tỉnh Bắc Giang"),
        ("Huyện cấp bò cho 46 hộ nghèo xã Yên Định.", "46 hộ", "Xã Yên Định"),
        ("Huyện có 46 hộ nghèo, xã Yên Định giảm nhanh.", "46 hộ", None),
        ("Còn 3 xã dưới 10 tiêu chí, đều ở huyện Lục Ngạn.", "10 tiêu chí", "Huyện Lục Ngạn"),
        ("Huyện còn 3 xã dưới 10 tiêu chí, chủ yếu do xã Yên Định chậm.", "10 tiêu chí", None),
        ("Tỷ lệ nghèo của các xã 135 còn 28,8%.", "28,8%", "các xã 135"),
        ("Tính riêng 7 xã biên giới, tỷ lệ bình quân còn 44,2%.", "44,2%", "7 xã biên giới"),
        ("Huyện có 7 xã biên giới, tỷ lệ bình quân còn 44,2%.", "44,2%", None),
    ],
)  # fmt: skip
def test_what_is_told_in_a_district(text: str, quote: str, place: str | None) -> None:
    told = meaning_of(f"{SON_DONG}{text}", quote).place
    assert (told.name if told else None) == (place or "Huyện Sơn Động")
