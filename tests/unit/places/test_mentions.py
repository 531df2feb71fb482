"""Names of places in a text: where they stand, what their type word says, and what is no place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.orthography import normalise
from pipelines.places.gazetteer import place_types
from pipelines.places.mentions import find_places
from pipelines.vocabulary.roles import CUES


def told(text: str) -> list[tuple[str, str, tuple[int, ...]]]:
    return [(one.kind, text[one.start : one.end], one.levels) for one in find_places(normalise(text))]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        pytest.param(
            "trong đó thành thị 36 người, nông thôn 167 người",
            [("settlement", "thành thị", ()), ("settlement", "nông thôn", ())],
            id="parts told of numbers",
        ),
        pytest.param("ở miền núi nhiều hơn hẳn", [("settlement", "miền núi", ())], id="a part told by its preposition"),
        pytest.param("lao động nông thôn 10 người", [], id="a word that only says of what kind"),
        pytest.param("Năm 2015, thành phố phấn đấu giảm", [("whole", "thành phố", (1,))], id="the type word that acts"),
        pytest.param(
            "các huyện nghèo của tỉnh còn", [("group", "các huyện nghèo", ())], id="the type word that does not"
        ),
        pytest.param("thôn Đắk Sơn 1 làm điểm", [("village", "thôn Đắk Sơn 1", ())], id="a hamlet with its number"),
        pytest.param("Trưởng bản Vàng A Sếnh phấn khởi", [], id="the head of a hamlet with his name"),
        pytest.param("Trưởng bản Huổi Có phấn khởi", [("village", "bản Huổi Có", ())], id="the head of a hamlet named"),
        pytest.param("ở bản Vàng A Sếnh", [("village", "bản Vàng A Sếnh", ())], id="a hamlet of no officer"),
        pytest.param("bản Pỏi 12 hộ", [("village", "bản Pỏi", ())], id="a hamlet before a count"),
        pytest.param("bản Pỏi 12 chiếc xe", [("village", "bản Pỏi", ())], id="of anything that is a unit"),
        pytest.param(
            "bản Bông 1 xã Nơi Lạ",
            [("village", "bản Bông 1", ()), ("named", "Nơi Lạ", (3,))],
            id="but the commune behind it is counted by none",
        ),
        pytest.param("Hội Nông dân Việt Nam; Việt Nam", [("country", "Việt Nam", ())], id="the country in a name"),
        pytest.param("xã Đam Rông 1, giải ngân", [("named", "Đam Rông 1", (3,))], id="a commune named with a number"),
        pytest.param("xã Bạch Thông 12, còn", [("named", "Bạch Thông", (3,))], id="a number that is of no name"),
        pytest.param("Phường 6", [("named", "6", (3,))], id="a numbered ward"),
        pytest.param("P.07, Q.8", [("named", "07", (3,)), ("named", "8", (2,))], id="short type words"),
        pytest.param(
            "ở các phường 1, 2 và 5",
            [("named", "1", (3,)), ("named", "2", (3,)), ("named", "5", (3,))],
            id="numbers share their type word",
        ),
        pytest.param("Phường 7: 20 suất", [("named", "7", (3,))], id="a numbered ward and its figure"),
        pytest.param("16 phường 20 cán bộ, mỗi phường 2 tổ", [], id="numbers that count in wards"),
        pytest.param("các phường 1,5 tỷ đồng; phường 12%", [], id="amounts of wards"),
        pytest.param("có 11 phường 8 xã; tặng phường 10 chiếc xe", [], id="what is counted behind wards"),
        pytest.param("phường 15 đảng viên; phường 4 dự án", [], id="and by any unit"),
        pytest.param("tặng phường 10 triệu đồng", [], id="and by a scale"),
        pytest.param("ở phường 7 tỷ lệ còn 2%", [("named", "7", (3,))], id="but a rate is no scale"),
        pytest.param("tại phường 3 tp sóc trăng", [], id="a type word in small letters counts"),
        pytest.param("bà P. 15 tuổi", [], id="an initial that an age follows"),
        pytest.param("các phường 1 và 10 chiếc xe", [("named", "1", (3,))], id="behind a list, too"),
        pytest.param("phường 7 tổ chức trao 9 suất", [("named", "7", (3,))], id="but to hold is no unit"),
        pytest.param("Em Lê Thị P. 15 tuổi", [], id="an initial is no ward"),
        pytest.param("tại P. 15", [("named", "15", (3,))], id="but a ward where no name stands before it"),
        pytest.param("Xã Đoàn Kết còn 5 hộ", [("named", "Đoàn Kết", (3,))], id="a commune that is named like a union"),
        pytest.param("huyện Bạch Thông", [("named", "Bạch Thông", (2,))], id="with its type word"),
        pytest.param("ở Bạch Thông", [("named", "Bạch Thông", ())], id="without"),
        pytest.param("ở Khu công nghiệp Phúc Khánh", [], id="an industrial zone with the name of a commune"),
        pytest.param("TP. Hà Nội", [("named", "Hà Nội", (1, 2))], id="a short type word"),
        pytest.param(
            "xã Tân Lập, huyện Bạch Thông", [("named", "Tân Lập", (3,)), ("named", "Bạch Thông", (2,))], id="nested"
        ),
        pytest.param(
            "các huyện Tủa Chùa, Mường Ảng và Nậm Pồ",
            [("named", "Tủa Chùa", (2,)), ("named", "Mường Ảng", (2,)), ("named", "Nậm Pồ", (2,))],
            id="a list shares its type word",
        ),
        pytest.param(
            "Phường 7 năm 2020 có 5 hộ", [("named", "7", (3,))], id="a ward by its number, with the year behind it"
        ),
        pytest.param("phường 3 năm qua giúp phường 12 hộ nghèo", [], id="what small letters let be counted"),
        pytest.param("thôn Nà Cà có 5 hộ", [("village", "thôn Nà Cà", ())], id="a village"),
        pytest.param("tổ dân phố 12", [("village", "tổ dân phố 12", ())], id="a numbered quarter"),
        pytest.param("về khu Bằng La", [("village", "khu Bằng La", ())], id="a part of a commune"),
        pytest.param("khu Ô Môn có", [("village", "khu Ô Môn", ())], id="a part by a word of one letter"),
        pytest.param("KHU CÔNG NGHIỆP BẮC NINH; Khu Đại Học, khu Nhà Trắng", [], id="capitals and buildings"),
        pytest.param("khu Đặng Văn Ngữ Hoa", [], id="four words are no such name"),
        pytest.param("doanh nghiệp Bạch Thông", [("named", "Bạch Thông", ())], id="the companies of a place"),
        pytest.param("Quân khu Tây Bắc, Khu Di tích Pác Bó, khu A", [("region", "Tây Bắc", ())], id="other zones"),
        pytest.param("toàn tỉnh", [("whole", "toàn tỉnh", (1,))], id="the whole province"),
        pytest.param("toàn đặc khu", [("whole", "toàn đặc khu", (3,))], id="a whole of the latest kind"),
        pytest.param("Huyện đoàn trao quà", [("whole", "Huyện đoàn", (2,))], id="a youth union acts for its district"),
        pytest.param("cả nước", [("country", "cả nước", ())], id="the country"),
        pytest.param("vùng Đông Bắc", [("region", "Đông Bắc", ())], id="a region"),
        pytest.param("tại 74 huyện nghèo", [("group", "74 huyện nghèo", ())], id="a group of places"),
        pytest.param("lao động các huyện nghèo", [], id="a kind of people"),
        pytest.param("7 huyện nghèo có 5 hộ", [], id="places that are counted"),
        pytest.param("xã Nơi Lạ", [("named", "Nơi Lạ", (3,))], id="an unknown name behind a type word"),
        pytest.param("nông thôn mới", [], id="nông thôn is no village"),
        pytest.param("tỉnh ủy, huyện ủy", [], id="offices are no places"),
        pytest.param("bà Nguyễn Thị Hà Giang", [], id="a person named like a province"),
        pytest.param("Nguyễn Văn Thái Bình nói", [], id="a person without a title"),
        pytest.param("Chủ tịch Hồ Chí Minh", [], id="a title"),
        pytest.param("Quốc lộ Hà Nội", [], id="a road"),
        pytest.param("phong trào “Cả nước chung tay xóa nhà tạm”", [], id="the name of a movement"),
        pytest.param(
            "ông nói: “Cả nước còn 5 hộ”", [("country", "Cả nước", ())], id="a quotation that is somebody's words"
        ),
        pytest.param("P.V: Xin ông cho biết", [], id="who asks"),
        pytest.param("Phường V, thị xã Vị Thanh", [("named", "V", (3,)), ("named", "Vị Thanh", (2,))], id="a ward"),
        pytest.param("ở phía tây bắc tỉnh", [], id="a side of a place"),
        pytest.param("vùng Tây Bắc", [("region", "Tây Bắc", ())], id="a region"),
        pytest.param("", [], id="empty"),
    ],
)
def test_what_is_found(text: str, mentions: list[tuple[str, str, tuple[int, ...]]]) -> None:
    assert told(text) == mentions


def test_every_administrative_unit_has_a_level() -> None:
    assert set(CUES.of("administrative_unit")) <= place_types().keys()


@given(
    st.one_of(
        st.text(max_size=80),
        st.lists(
            st.sampled_from(
                ["xã", "huyện", "Bạch", "Thông", "Hà", "Giang", ",", "và", "(", "5", "thôn", "toàn", "tỉnh"]
            ),
            max_size=20,
        ).map(" ".join),
    )
)
@settings(max_examples=150, deadline=None)
def test_mentions_lie_in_the_text_in_order_and_apart(text: str) -> None:
    normal = normalise(text)
    end = 0
    for one in find_places(normal):
        assert end <= one.start < one.end <= len(normal.text)
        end = one.end
