"""Vocabulary files: what a spreadsheet program may make of them, and what their errors name."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from pipelines.vocabulary import VocabularyError, read_table
from pipelines.vocabulary.loader import FOLDER, Members, read_cells, read_numbered, require_unique


@dataclass(frozen=True, slots=True)
class Row:
    """A row as the tests have it."""

    code: str
    factor: float = 1.0
    forms: Members = ()
    parent: str | None = None


def table(folder: Path, content: str | bytes) -> tuple[Row, ...]:
    data = content if isinstance(content, bytes) else content.encode("utf-8")
    (folder / "t.csv").write_bytes(data)
    read_table.cache_clear()
    read_numbered.cache_clear()
    return read_table("t.csv", Row, folder)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("code,factor,forms\nhộ,2,a;b\n", id="commas"),
        pytest.param('code;factor;forms\nhộ;2;"a;b"\n', id="semicolons"),
        pytest.param("code\tfactor\tforms\nhộ\t2\ta; b\n", id="tabs"),
        pytest.param("\ufeffcode,factor,forms\r\nhộ,2,a;b\r\n", id="byte-order mark and Windows line ends"),
        pytest.param("code,factor,forms\n\n,,\nhộ,2,a;;b;\n", id="empty lines and members"),
        pytest.param('code,factor,forms\n"hộ","2","a;b"\n', id="quotes"),
        pytest.param("forms,code,factor\na;b,hộ,2\n", id="columns in another order"),
    ],
)
def test_a_file_is_read_as_a_spreadsheet_program_saves_it(tmp_path: Path, content: str) -> None:
    assert table(tmp_path, content) == (Row("hộ", 2.0, ("a", "b")),)


def test_an_empty_cell_is_the_default(tmp_path: Path) -> None:
    assert table(tmp_path, "code,factor,forms,parent\nhộ,,,\n") == (Row("hộ"),)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param("code,faktor\nhộ,2\n", "t.csv, row 1, column faktor: unknown column", id="misspelt heading"),
        pytest.param("code,factor\nhộ,2\nxã,hai\n", "t.csv, row 3, column factor", id="wrong type, with its row"),
        pytest.param("code,factor\nhộ,2,3\n", "t.csv, row 2: 3 cells for 2 columns", id="too many cells"),
        pytest.param("factor\n2\n", "t.csv, row 2, column code", id="missing column"),
        pytest.param("code,factor\n\n,,\nhộ,hai\n", "t.csv, row 4, column factor", id="behind blank rows"),
        pytest.param("", "t.csv: the file has no heading in row 1; restore it", id="no bytes"),
        pytest.param("\ufeff\n\n", "t.csv: the file has no heading", id="blank lines"),
        pytest.param("code,factor\n\n", "t.csv: the file has no rows; restore it", id="a heading alone"),
        pytest.param("code\nh\ufffd".encode("utf-16"), "is not UTF-8; save the file as", id="another encoding"),
    ],
)
def test_an_error_names_file_row_and_column(tmp_path: Path, content: str | bytes, told: str) -> None:
    with pytest.raises(VocabularyError) as caught:
        table(tmp_path, content)
    assert told in str(caught.value)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError, match=r"t\.csv: the file is missing"):
        read_cells(tmp_path / "t.csv")


def test_a_repeated_key_names_both_rows() -> None:
    rows = ((2, Row("hộ")), (5, Row("xã")), (7, Row("hộ")))
    with pytest.raises(VocabularyError, match=r"row 7, column code: 'hộ' stands in row 2 already"):
        require_unique(Path("t.csv"), rows, lambda row: row.code, "code")


def test_a_file_may_be_empty_where_its_reader_says_so(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("code\n", encoding="utf-8")
    assert read_numbered("t.csv", Row, tmp_path, may_be_empty=True) == ()


def test_rows_bear_their_numbers_in_the_file(tmp_path: Path) -> None:
    table(tmp_path, "code\n\nhộ\n\nxã\n")
    assert [number for number, _ in read_numbered("t.csv", Row, tmp_path)] == [3, 5]


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.csv")), ids=lambda path: path.stem)
def test_every_file_of_ours_has_cells_without_stray_spaces_or_repeated_forms(path: Path) -> None:
    columns, rows = read_cells(path)
    assert len(set(columns)) == len(columns)
    assert rows
    for number, row in rows:
        forms = [form.strip() for form in row.get("forms", "").split(";") if form.strip()]
        assert len(forms) == len(set(forms)), f"{path.name}, row {number}: a form stands twice"
