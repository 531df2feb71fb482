"""Prose files to documents: each format, what a file says of itself, and every refusal with its code."""

import hashlib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipelines.model import Document
from pipelines.readers.documents import DocumentReading, read_document
from pipelines.readers.taken import DocumentLimits
from pipelines.vocabulary.problems import problem_row
from tests.unit.readers.samples import SENTENCE, WEB, archive, page, word

SMALL = DocumentLimits(file_bytes=100_000, unpacked_bytes=1_000_000, characters=5_000, pages=1)


def read(folder: Path, name: str, content: bytes | str, limits: DocumentLimits | None = None) -> DocumentReading:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_document(path, f"raw/{name}", limits)


def document(reading: DocumentReading) -> Document:
    assert reading.document is not None, reading.problems
    return reading.document


class TestFormats:
    def test_a_text_is_what_its_file_holds(self, tmp_path: Path) -> None:
        one = document(read(tmp_path, "bai.txt", "\ufeff" + SENTENCE))
        assert (one.text, one.path, one.encoding) == (SENTENCE, "raw/bai.txt", "utf-8")

    def test_the_version_is_the_hash_of_the_bytes(self, tmp_path: Path) -> None:
        assert read(tmp_path, "bai.txt", "a").sha256 == hashlib.sha256(b"a").hexdigest()

    def test_of_a_page_the_main_text_is_taken(self, tmp_path: Path) -> None:
        reading = read(tmp_path, "bai.html", WEB)
        one = document(reading)
        assert SENTENCE in one.text
        assert one.text.startswith("Huyện Bạch Thông giảm nghèo")
        assert "777" not in one.text
        assert "99 tỷ" not in one.text
        assert one.published == date(2023, 2, 14)
        assert reading.attributes["kind"] == "html"

    def test_of_a_word_file_paragraphs_and_rows_are_lines(self, tmp_path: Path) -> None:
        table = [["Xã", "Hộ nghèo"], ["Vi Hương", "25"]]
        reading = read(tmp_path, "bai.docx", word(["Kết quả", SENTENCE], table, title="Báo cáo"))
        assert document(reading).text == f"Kết quả\n{SENTENCE}\nXã | Hộ nghèo\nVi Hương | 25"
        assert reading.attributes["title"] == "Báo cáo"

    def test_of_a_pdf_the_text_layer_is_taken(self, tmp_path: Path) -> None:
        one = document(read(tmp_path, "bai.pdf", page(["Ket qua", "Con 416 ho ngheo."])))
        assert "416 ho ngheo." in one.text

    def test_a_file_is_read_as_what_it_holds(self, tmp_path: Path) -> None:
        reading = read(tmp_path, "bai.txt", WEB)
        assert [problem.code for problem in reading.problems] == ["document_misnamed"]
        assert reading.attributes["kind"] == "html"


REFUSED = [
    pytest.param("bai.txt", b"", "document_empty", id="empty"),
    pytest.param("bai.txt", b"\xef\xbb\xbf \r\n\t", "document_empty", id="nothing but spaces"),
    pytest.param("bai.txt", b"\x00" * 50, "document_empty", id="nothing but zeros"),
    pytest.param("bai.txt", bytes(range(256)) * 40, "document_binary", id="binary"),
    pytest.param("bai.txt", b"x" * 100_001, "document_too_large", id="oversized file"),
    pytest.param("bai.txt", b"x" * 5_001, "document_too_large", id="too many characters"),
    pytest.param("bai.pdf", page(["416 ho"])[:200], "document_damaged", id="truncated PDF"),
    pytest.param("bai.pdf", b"hello", "document_damaged", id="no PDF"),
    pytest.param("bai.pdf", page(["416 ho"], password="x"), "document_protected", id="PDF with a password"),
    pytest.param("bai.pdf", page([]), "document_without_text", id="PDF without text"),
    pytest.param("bai.docx", word([SENTENCE] * 3)[:900], "document_damaged", id="truncated Word file"),
    pytest.param("bai.docx", b"hello", "document_damaged", id="no Word file"),
    pytest.param("bai.docx", archive(10), "document_damaged", id="an archive that is no Word file"),
    pytest.param("bai.docx", archive(2_000_000), "document_too_large", id="an archive that unpacks to too much"),
    pytest.param("bai.docx", bytes.fromhex("d0cf11e0a1b11ae1") + b"x", "document_old_or_protected", id="old Word"),
    pytest.param("bai.docx", word([]), "document_without_text", id="Word file without text"),
    pytest.param("bai.html", b"<html><body><script>x</script></body></html>", "document_without_text", id="empty page"),
]


@pytest.mark.parametrize(("name", "content", "code"), REFUSED)
def test_what_cannot_be_read_is_refused_with_its_code(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    reading = read(tmp_path, name, content, SMALL)
    assert reading.document is None
    assert [problem.code for problem in reading.problems] == [code]
    assert problem_row(code).remedy_en


def test_damaged_bytes_are_told_and_the_rest_is_read(tmp_path: Path) -> None:
    reading = read(tmp_path, "bai.txt", (SENTENCE * 5).encode() + b"\xff")
    assert SENTENCE in document(reading).text
    assert [(one.code, one.detail) for one in reading.problems] == [("document_bytes_damaged", "1 places")]


def test_a_folder_in_place_of_a_file_raises_what_the_system_says(tmp_path: Path) -> None:
    folder = tmp_path / "bai.txt"
    folder.mkdir()
    with pytest.raises(OSError, match=r"bai\.txt"):
        read_document(folder, "raw/bai.txt")


def test_a_link_to_nothing_raises_what_the_system_says(tmp_path: Path) -> None:
    link = tmp_path / "bai.txt"
    link.symlink_to(tmp_path / "khong-co.txt")
    with pytest.raises(FileNotFoundError):
        read_document(link, "raw/bai.txt")


SOUND = {"pdf": page(["416 ho"]), "docx": word([SENTENCE]), "html": WEB.encode()}


@pytest.mark.parametrize("form", SOUND)
@given(data=st.data())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_damage_breaks_a_reader(tmp_path: Path, form: str, data: st.DataObject) -> None:
    content = SOUND[form]
    at = data.draw(st.integers(0, len(content) - 1))
    how = data.draw(st.sampled_from(["cut", "flip", "drop"]))
    rest = {"cut": b"", "flip": bytes([content[at] ^ 255]) + content[at + 1 :], "drop": content[at + 1 :]}[how]
    for name in (f"bai.{form}", "bai.txt"):
        reading = read(tmp_path, name, content[:at] + rest)
        assert reading.document is not None or reading.problems
