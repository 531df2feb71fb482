"""An article's parts: which lines are headline, dateline, lead, caption, byline, another article, or of the page."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.readers.datelines import event_in, opening_day, published_in, signed_in
from pipelines.readers.sections import cut_sections

PARAGRAPH = (
    "Thời gian qua, cấp ủy, chính quyền huyện đã triển khai nhiều giải pháp đồng bộ, huy động các nguồn lực để giúp "
    "hộ nghèo phát triển sản xuất, vươn lên thoát nghèo bền vững. "
)
ARTICLE = f"""CỔNG THÔNG TIN ĐIỆN TỬ HUYỆN A
Trang chủ
Huyện A giảm 416 hộ nghèo
Đăng lúc 09:07, Thứ Ba, ngày 01/08/2017 (GMT+7)
{PARAGRAPH}
{PARAGRAPH}
Nông dân xã B thu hoạch lúa. Ảnh: M.A
{PARAGRAPH}
Nguyễn Văn An
Tin liên quan
Huyện C có 20 xã đạt chuẩn
Lượt xem: 1.234
"""


def kinds(text: str) -> list[tuple[str, str]]:
    sections, _ = cut_sections(text)
    return [(section.kind, text[section.start : section.end]) for section in sections]


def test_the_parts_of_an_article() -> None:
    assert [kind for kind, _ in kinds(ARTICLE)] == [
        "noise", "noise", "headline", "dateline", "lead", "body", "caption", "body", "byline", "teaser", "teaser",
        "noise",
    ]  # fmt: skip


def test_the_dateline_may_end_the_text() -> None:
    text = f"Huyện A giúp học sinh\n{PARAGRAPH}\n" + f"{PARAGRAPH}\n" * 8 + "Mai Lan\nXuất bản 25/5/2023\n"

    assert cut_sections(text)[1] == date(2023, 5, 25)


def test_the_column_above_the_dateline_is_no_headline() -> None:
    text = f"Thời sự\nThứ ba, 2/12/2025, 16:40\nTỉnh A dựng lại 150 căn nhà bị lũ cuốn\n{PARAGRAPH}\n{PARAGRAPH}"

    assert [kind for kind, _ in kinds(text)] == ["noise", "dateline", "headline", "lead", "body"]


def test_an_address_of_the_outlet_is_no_headline() -> None:
    text = f"nhandan.vn\nTỉnh A dựng lại 150 căn nhà bị lũ cuốn\n{PARAGRAPH}\n{PARAGRAPH}"

    assert [kind for kind, _ in kinds(text)] == ["noise", "headline", "lead", "body"]


def test_an_imprint_is_furniture() -> None:
    imprint = "Chịu trách nhiệm xuất bản: Mai Lan. In 700 bản, khổ 19 x 27 cm. Giấy phép xuất bản số 3/GP."
    text = f"Huyện A giúp học sinh\n{PARAGRAPH}\n{PARAGRAPH}\n{imprint}\n"

    assert [kind for kind, line in kinds(text) if "khổ" in line] == ["noise"]


def test_a_box_of_figures_is_of_the_article() -> None:
    text = f"Huyện A giúp học sinh\n{PARAGRAPH}\n{PARAGRAPH}\nCON SỐ\n512 học sinh bán trú\nHơn 69 tấn gạo\nMai Lan\n"

    assert [kind for kind, _ in kinds(text)] == ["headline", "lead", "body", "body", "body", "body", "byline"]


def test_a_caption_may_stand_below_the_byline_but_not_below_other_articles() -> None:
    text = f"{ARTICLE}Lễ bàn giao nhà. Ảnh: M.A\n".replace("Nguyễn Văn An", "Nguyễn Văn An\nTrẻ em xã D. Video: V.T")

    assert [kind for kind, line in kinds(text) if "Video" in line or "Lễ" in line] == ["caption", "teaser"]


def test_a_headline_below_its_article_is_told_again_whatever_its_figures() -> None:
    text = ARTICLE.replace("Huyện C có 20 xã đạt chuẩn", "Huyện A giảm 461 hộ nghèo\nHuyện C giảm 416 hộ nghèo")
    assert [(kind, line) for kind, line in kinds(text) if "giảm" in line and "hộ nghèo" in line[:30]] == [
        ("headline", "Huyện A giảm 416 hộ nghèo"),
        ("headline", "Huyện A giảm 461 hộ nghèo"),
        ("teaser", "Huyện C giảm 416 hộ nghèo"),
    ]


def test_the_dateline_tells_the_day() -> None:
    assert cut_sections(ARTICLE)[1] == date(2017, 8, 1)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(PARAGRAPH, id="one paragraph"),
        pytest.param("416 hộ", id="one short line"),
        pytest.param("hộ nghèo giảm 2%\n", id="one line with its end"),
    ],
)
def test_a_text_without_a_headline_is_body(text: str) -> None:
    assert {kind for kind, _ in kinds(text)} == {"body"}


@given(st.text(max_size=300))
def test_sections_lie_in_the_text_in_order_and_apart(text: str) -> None:
    end = 0
    for section in cut_sections(text)[0]:
        assert end <= section.start < section.end <= len(text)
        assert text[section.start : section.end].strip()
        end = section.end


@given(st.lists(st.sampled_from([*ARTICLE.splitlines(), "", "5 hộ", ">> Xem thêm"]), max_size=14))
def test_nothing_with_letters_is_left_out(lines: list[str]) -> None:
    text = "\n".join(lines)
    covered = [text[section.start : section.end] for section in cut_sections(text)[0]]
    assert [line.strip() for line in lines if line.strip()] == covered


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Đăng lúc 09:07, Thứ Ba, ngày 01/08/2017 (GMT+7)", date(2017, 8, 1)),
        ("Cập nhật: 15-3-2023 | 14:30", date(2023, 3, 15)),
        ("Thứ sáu, ngày 5 tháng 12 năm 2025", date(2025, 12, 5)),
        ("2024-01-31 08:00:00", date(2024, 1, 31)),
        ("Bắc Kạn, 01/08/2017", date(2017, 8, 1)),
        ("09:02 - Thứ Sáu, 16/06/2017 Lượt xem: 562 In bài viết", date(2017, 6, 16)),
        ("Đến ngày 01/08/2017, toàn huyện còn 416 hộ nghèo, giảm 25 hộ", None),
        ("(Tổng hợp đến hết ngày 30/9/2023)", None),
        ("31/02/2023", None),
        ("416 hộ", None),
        ("", None),
    ],
)
def test_datelines(line: str, day: date | None) -> None:
    assert published_in(line) == day


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("(QT) - Tin từ UBND huyện Đakrông sáng 12.11.2019 cho hay, huyện còn 999 hộ nghèo.", date(2019, 11, 12)),
        ("(CTTĐT) - Ngày 14/12/2022, UBND huyện tổ chức hội nghị.", date(2022, 12, 14)),
        ("Đến ngày 14/12/2022, huyện còn 999 hộ nghèo.", None),
        ("Theo Quyết định số 09 ngày 30/01/2011, huyện còn 999 hộ nghèo.", None),
        ("Sáng 15-8, Quốc hội nghe báo cáo.", None),
        ("BYB - Ngày 21/11, huyện Văn Yên sơ kết năm 2018.", date(2018, 11, 21)),
        ("BYB - Ngày 21/1, huyện Văn Yên tổng kết năm 2018.", None),
        ("BYB - Ngày 21/11, huyện Văn Yên sơ kết giai đoạn 2016 - 2018.", None),
        ("Sáng 22-12, huyện họp tổng kết giai đoạn 2011 - 2015, bàn hướng giai đoạn 2016 - 2020.", date(2015, 12, 22)),
        ("Sáng 22-6, huyện họp tổng kết giai đoạn 2011 - 2015, bàn hướng giai đoạn 2016 - 2020.", None),
        ("(NTO) Theo cuộc họp giao ban 9 tháng của Sở, ngày 6-10-2009, tỉnh đạt khá.", date(2009, 10, 6)),
        ("Năm 2018, huyện tạo 96 việc làm. Nhân phiên giao dịch việc làm ở Sơn Hà (9/8), ông A nói.", date(2018, 8, 9)),
        ("Nghị quyết của kỳ họp ngày 6-10-2009 nêu: giảm 2% hộ nghèo.", None),
        ("Từ hội nghị đến ngày 6-10-2009, huyện giảm 2% hộ nghèo.", None),
        ("Hội nghị có 150 người. Theo báo cáo ngày 6-10-2009, còn 999 hộ nghèo.", None),
    ],
)
def test_day_of_the_event_that_an_article_reports(opening: str, day: date | None) -> None:
    assert event_in(opening) == day


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("(28.12.2018) Với 236 người đi, huyện đạt 157% chỉ tiêu.", date(2018, 12, 28)),
        ("Lệ Thủy, ngày 5 tháng 11 năm 2020 - Vệt bùn còn in ngang cửa.", date(2020, 11, 5)),
        ("Hà Nội, 5/11/2020 (TTXVN) - Sáng nay, Quốc hội họp.", date(2020, 11, 5)),
        ("Từ ngày 17/10/2011 - 18/11/2011, huyện quyên góp 2 tỷ đồng.", None),
        ("Tại Lệ Thủy, ngày 5/11/2020 có 40 hộ nghèo.", None),
        ("Huyện có 40 hộ, ngày 5/11/2020 - Còn 12 hộ.", None),
    ],
)
def test_day_before_the_first_words_of_a_paragraph(opening: str, day: date | None) -> None:
    assert opening_day(opening) == day


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Lộc Ninh, tháng 12/2019", date(2019, 12, 31)),
        ("Nậm Nhùn, tháng 2 năm 2020", date(2020, 2, 29)),
        ("Lộc Ninh, tháng 13/2019", None),
        ("Chị em nhận vốn, tháng 11/2016", None),
        ("Lộc Ninh, tháng 12/2019, còn 40 hộ", None),
    ],
)
def test_month_that_signs_a_text(line: str, day: date | None) -> None:
    assert signed_in(line) == day


@pytest.mark.parametrize("line", ["Gửi lúc 06:15 ngày 25/5/2023", "(Báo ra ngày 25/5/2023)", "Lộc Ninh, tháng 5/2023"])
def test_what_ends_a_text_may_date_it(line: str) -> None:
    text = f"Huyện A giúp học sinh\n{PARAGRAPH}\n" + f"{PARAGRAPH}\n" * 8 + f"Mai Lan\n{line}\n"
    told = cut_sections(text)[1]

    assert told is not None
    assert (told.year, told.month) == (2023, 5)


def test_an_article_without_a_dateline_is_of_the_day_that_it_reports() -> None:
    assert cut_sections("Huyện bớt hộ nghèo\n\n(QT) - Sáng 12.11.2019, huyện Đakrông họp.")[1] == date(2019, 11, 12)
