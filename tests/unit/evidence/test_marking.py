from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.evidence.marking import Mark, Paragraph, Piece, marked_cell, paragraphs
from pipelines.model import Section


def shown(lines: tuple[Paragraph, ...]) -> list[str]:
    """Paragraphs as text, figures in brackets with their keys, pieces that bear no anchor with a dot."""
    return ["".join(_shown(piece) for piece in line.pieces) for line in lines]


def _shown(piece: Piece) -> str:
    if piece.key is None:
        return piece.text
    return f"[{piece.text}{'' if piece.first else '.'}|{piece.key}]"


@pytest.mark.parametrize(
    ("text", "marks", "expected"),
    [
        pytest.param("có 155 hộ.", [(3, 9)], ["có [155 hộ|0]."], id="one figure"),
        pytest.param("727/700 lao động", [(0, 16), (4, 16)], ["[727/|0][700 lao động|1]"], id="one inside another"),
        pytest.param("a 12 b", [(0, 6), (2, 4)], ["[a |0][12|1][ b.|0]"], id="one in the middle of another"),
        pytest.param("12 hộ", [(0, 4), (3, 5)], ["[12 |0][hộ|1]"], id="crossing"),
        pytest.param("12 hộ", [(0, 5), (0, 5)], ["[12 hộ|0][|1]"], id="the same stretch twice: the second is empty"),
        pytest.param("a\n12\nhộ", [(2, 7)], ["a", "[12|0]", "[hộ.|0]"], id="over a line break"),
        pytest.param("a\r\n\r\n12 hộ", [(5, 10)], ["a", "[12 hộ|0]"], id="line ends of Windows"),
        pytest.param("\n\n 12", [(3, 5)], [" [12|0]"], id="blank lines before"),
        pytest.param("12", [(0, 99)], ["[12|0]"], id="beyond the end"),
        pytest.param("12", [(7, 9)], ["12[|0]"], id="nowhere in the text"),
        pytest.param("no figure", [], ["no figure"], id="none"),
        pytest.param(" \n ", [], [], id="nothing to show"),
        pytest.param("🌾🌾 12 hộ", [(3, 8)], ["🌾🌾 [12 hộ|0]"], id="beyond the BMP"),
        pytest.param(normalize("NFD", "hộ: 12"), [(6, 8)], [normalize("NFD", "hộ: ") + "[12|0]"], id="decomposed"),
        pytest.param("a\x00b 12", [(4, 6)], ["a␀b [12|0]"], id="control characters are shown"),
    ],
)
def test_text_is_cut_where_figures_begin_and_end(text: str, marks: list[tuple[int, int]], expected: list[str]) -> None:
    named = [Mark(start, end, str(number)) for number, (start, end) in enumerate(marks)]
    assert shown(paragraphs(text, (), named)) == expected


def test_a_line_is_of_the_section_that_covers_most_of_it() -> None:
    text = "Title\nBắc Kạn – Lead that goes on\n\nOther news"
    sections = (
        Section("headline", 0, 5),
        Section("dateline", 6, 14),
        Section("lead", 14, 33),
        Section("teaser", 35, 45),
    )
    lines = paragraphs(text, sections, ())
    assert [(line.kind, line.after_gap) for line in lines] == [("headline", False), ("lead", False), ("teaser", True)]


def test_a_figure_without_characters_leaves_the_line_before_it_whole() -> None:
    assert shown(paragraphs("ba hộ\n2", (), [Mark(6, 6, "0")])) == ["ba hộ", "[|0]2"]


@given(
    st.text(st.characters(codec="utf-8"), max_size=60), st.lists(st.tuples(st.integers(-2, 62), st.integers(-2, 62)))
)
def test_no_character_is_lost_and_every_figure_has_one_anchor(text: str, marks: list[tuple[int, int]]) -> None:
    named = [Mark(start, end, str(number)) for number, (start, end) in enumerate(marks)]
    lines = paragraphs(text, (), named)
    told = "".join(piece.text for line in lines for piece in line.pieces)
    kept = [line for line in text.replace("\r", "\n").split("\n") if line.strip()]
    assert len(told) == sum(map(len, kept))
    anchors = [piece.key for line in lines for piece in line.pieces if piece.first]
    assert sorted(anchors, key=str) == (sorted((mark.key for mark in named), key=str) if lines else [])


@pytest.mark.parametrize(
    ("cell", "figures", "expected"),
    [
        pytest.param("9.536", [("0", "9.536")], "[9.536|0]", id="one takes the cell"),
        pytest.param("9.536 hộ", [("0", "9536")], "[9.536 hộ|0]", id="though its quote reads otherwise"),
        pytest.param("", [("0", "")], "[|0]", id="a blank cell"),
        pytest.param("12/12 hộ", [("0", "12"), ("1", "12 hộ")], "[12|0]/[12 hộ|1]", id="two, one behind the other"),
        pytest.param("12", [("0", "12"), ("1", "7")], "[12|0][|1]", id="the second is not there"),
    ],
)
def test_a_cell_shows_its_figures(cell: str, figures: list[tuple[str, str]], expected: str) -> None:
    assert "".join(map(_shown, marked_cell(cell, figures))) == expected
