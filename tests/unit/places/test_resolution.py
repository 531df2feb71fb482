"""Which place a name means: by its type, its parent, the document's other places and the day; else none is chosen."""

from datetime import date

import pytest

from pipelines.model import Section
from pipelines.orthography import normalise
from pipelines.places.document import place_of_document
from pipelines.places.mentions import find_places
from pipelines.places.resolution import parents_told, resolve_all

BEFORE, AFTER = date(2023, 6, 1), date(2025, 8, 1)


def resolved(text: str, day: date = BEFORE) -> dict[str, tuple[str, str | None]]:
    """The official name and the code of each name in a text."""
    normal = normalise(text)
    mentions = find_places(normal)
    places = resolve_all(normal, mentions, day)
    return {
        text[one.start : one.end]: (places[one.start].name, places[one.start].code)
        for one in mentions
        if one.start in places
    }


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("huyện Bạch Thông", "Bạch Thông", ("Huyện Bạch Thông", "063")),
        ("tỉnh Bắc Kạn", "Bắc Kạn", ("Tỉnh Bắc Kạn", "06")),
        ("thành phố Bắc Kạn, tỉnh Bắc Kạn", "Bắc Kạn", ("Tỉnh Bắc Kạn", "06")),
        ("xã Tân Lập", "Tân Lập", ("Tân Lập", None)),
        ("xã Tân Lập, huyện Bạch Thông", "Tân Lập", ("Xã Tân Lập", "02032")),
        ("huyện Tuyên Hóa (Quảng Bình)", "Tuyên Hóa", ("Huyện Tuyên Hóa", "453")),
        ("xã Tân Lập có 5 hộ. Huyện Bạch Thông nghèo.", "Tân Lập", ("Xã Tân Lập", "02032")),
        ("huyện Mĩ Đức", "Mĩ Đức", ("Huyện Mỹ Đức", "282")),
        ("huyện Krông Pắk", "Krông Pắk", ("Huyện Krông Pắc", "654")),
        ("huyện Đắk Glei", "Đắk Glei", ("Huyện Đắk Glei", "610")),
        ("huyện Đăk Glei", "Đăk Glei", ("Huyện Đắk Glei", "610")),
        ("huyện Ia H’Drai", "Ia H’Drai", ("Huyện Ia H'Drai", "618")),
        ("thị xã ven biển Vĩnh Châu, tỉnh Sóc Trăng", "Vĩnh Châu", ("Thị xã Vĩnh Châu", "950")),
        ("huyện Bảo Lâm (Cao Bằng) có xã Mông Ân, Vĩnh Quang", "Vĩnh Quang", ("Xã Vĩnh Quang", "01300")),
        ("huyện Không Tên", "Không Tên", ("Không Tên", None)),
        ("thôn Nà Cà", "thôn Nà Cà", ("thôn Nà Cà", None)),
        ("cả nước", "cả nước", ("Việt Nam", None)),
        ("Quận 8, Thành phố Hồ Chí Minh", "8", ("Quận 8", "776")),
        ("phường 7, thành phố Sóc Trăng", "7", ("Phường 7", "31501")),
        ("Quận 8 tổng kết. Bà Sáu ở phường 7 kể", "7", ("Phường 7", "27433")),
        ("phường 7", "7", ("Phường 7", None)),
        ("Bác Ái là một trong 62 huyện nghèo của cả nước.", "Bác Ái", ("Huyện Bác Ái", "584")),
        ("Năm qua, Mường Nhé là huyện nghèo, có 11 xã.", "Mường Nhé", ("Huyện Mường Nhé", "096")),
    ],
)
def test_what_a_name_means(text: str, name: str, place: tuple[str, str | None]) -> None:
    assert resolved(text)[name] == place


def test_a_name_means_the_place_of_its_day() -> None:
    assert resolved("xã Bạch Thông", AFTER)["Bạch Thông"] == ("Xã Bạch Thông", "02014")
    assert resolved("huyện Bạch Thông", AFTER)["Bạch Thông"] == ("Huyện Bạch Thông", "063")


def test_a_bare_name_that_fits_several_is_not_guessed() -> None:
    assert "Tân Lập" not in resolved("Tân Lập có 5 hộ")


def test_a_bare_name_that_is_told_to_be_a_member_is_no_place() -> None:
    assert "Bác Ái" not in resolved("Bác Ái là xã viên của hợp tác xã.")


def test_a_bare_name_is_that_of_the_fuller_form_elsewhere() -> None:
    text = "Bạch Thông vượt khó. Năm nay, huyện Bạch Thông có 5 hộ."
    normal = normalise(text)
    mentions = find_places(normal)
    places = resolve_all(normal, mentions, BEFORE)
    assert [places[one.start].code for one in mentions] == ["063", "063"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("xã Tân Lập, huyện Bạch Thông", True),
        ("huyện Tuyên Hóa (Quảng Bình)", True),
        ("huyện Bạch Thông và huyện Na Rì", False),
        ("tỉnh Bắc Kạn, huyện Bạch Thông", False),
    ],
)
def test_a_parent_is_told_right_behind(text: str, told: bool) -> None:
    normal = normalise(text)
    assert bool(parents_told(normal, find_places(normal))) is told


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("Huyện Bạch Thông có 5 hộ. Huyện Bạch Thông mới.", "Huyện Bạch Thông", id="told most"),
        pytest.param("Xã Vi Hương, huyện Bạch Thông, tỉnh Bắc Kạn có 5 hộ.", "Xã Vi Hương", id="not its parents"),
        pytest.param("Toàn tỉnh có 5 hộ, cả nước có 9 hộ.", None, id="a whole that is never named"),
        pytest.param("Có 5 hộ.", None, id="none"),
        pytest.param(
            "Huyện Kỳ Sơn có 9 hộ. Huyện Kỳ Sơn giúp dân. Xã Na Ngoi là một ví dụ. UBND xã cùng người của xã làm đường"
            " trong xã.",
            "Huyện Kỳ Sơn",
            id="a commune that is only an example",
        ),
        pytest.param(
            "Tỉnh Quảng Nam họp bàn. Riêng huyện Phước Sơn có 13 người chết. UBND tỉnh hỗ trợ 40 triệu đồng; đến nay"
            " toàn tỉnh góp 89 tỷ đồng. Huyện Phước Sơn có 255 hộ.",
            "Tỉnh Quảng Nam",
            id="a province that is told without its name later on",
        ),
        pytest.param(
            "Hỗ trợ 9 huyện vùng núi (Tây Giang, Đông Giang, Nam Giang, Phước Sơn). Đông Giang có 299 hộ.",
            None,
            id="none of several parts of a place that is not named",
        ),
        pytest.param(
            "(Hà Nội, ngày 14/01/2026) - Bộ thông tin: cả nước có 904.550 hộ nghèo. Cả nước giảm 1,1 điểm %.",
            "Việt Nam",
            id="where a paper is issued says little",
        ),
        pytest.param("Kon Tum, ngày 12 tháng 7 năm 2024\nCó 5 hộ.", "Tỉnh Kon Tum", id="but more than nothing"),
    ],
)
def test_the_place_of_a_document(text: str, place: str | None) -> None:
    normal = normalise(text)
    mentions = find_places(normal)
    places = resolve_all(normal, mentions, BEFORE)
    parents = parents_told(normal, mentions)
    found = place_of_document(mentions, places, parents, (Section("body", 0, len(text)),), normal)
    assert (found.name if found else None) == place


@pytest.mark.parametrize(
    ("headline", "place"),
    [
        ("Krông Bông: Bàn giao 3 căn nhà cho hộ nghèo xã Yang Mao", "Xã Yang Mao"),
        ("Krông Bông: Bàn giao 3 căn nhà cho hộ nghèo", "Huyện Krông Bông"),
        ("Krông Bông giảm nghèo nhanh, nhất là xã Yang Mao", "Huyện Krông Bông"),
    ],
)
def test_a_text_about_a_ceremony_is_about_where_it_was_held(headline: str, place: str) -> None:
    body = (
        "Đài Krông Bông - Sáng 21/11/2024, Hội Nông dân huyện và UBND xã Yang Mao tổ chức lễ bàn giao nhà.\n"
        "Năm 2024 huyện Krông Bông có 214 căn nhà tạm."
    )
    normal = normalise(f"{headline}\n{body}")
    mentions = find_places(normal)
    places = resolve_all(normal, mentions, BEFORE)
    end = len(headline)
    sections = (Section("headline", 0, end), Section("body", end + 1, len(normal.text)))
    found = place_of_document(mentions, places, parents_told(normal, mentions), sections, normal)
    assert (found.name if found else None) == place
