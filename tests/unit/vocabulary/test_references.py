"""The row of a vocabulary file that decided, as a person finds it in a spreadsheet program."""

from pipelines.vocabulary.loader import FOLDER, read_cells
from pipelines.vocabulary.references import row_of


def test_the_heading_is_row_1() -> None:
    _, rows = read_cells(FOLDER / "per_words.csv")
    number, row = rows[0]
    assert number == 2
    assert row_of("per_words.csv", row["forms"].split(";")[0], per=row["per"]) == "per_words.csv row 2"


def test_forms_are_matched_folded() -> None:
    assert row_of("per_words.csv", "mỗi trường hợp") == row_of("per_words.csv", "mỗi trường hợp", per="person") != ""


def test_what_no_row_bears_has_no_reference() -> None:
    assert row_of("per_words.csv", "không có trong tệp") == ""
