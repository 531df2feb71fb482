"""Spreadsheet files to sheets: formats, encodings, what a cell shows, and files that must be refused."""

import csv
import io
import zipfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from unicodedata import normalize

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.styles import Font

from pipelines.model import Sheet, Workbook
from pipelines.orthography import legacy
from pipelines.readers.workbook import read_workbook
from pipelines.readers.workbook_cells import show
from pipelines.readers.workbook_limits import WorkbookLimits
from tests.golden.sheets.writing import Page, ods, tcvn3, xls, xlsx

WRITERS = {".xlsx": xlsx, ".xls": xls, ".ods": ods}


def read(path: Path, limits: WorkbookLimits | None = None) -> tuple[Workbook | None, list[str]]:
    workbook, problems = read_workbook(path, path.name, limits)
    return workbook, [problem.code for problem in problems]


def sheets(path: Path, content: bytes) -> tuple[Sheet, ...]:
    path.write_bytes(content)
    workbook, problems = read(path)
    assert workbook is not None, problems
    return workbook.sheets


def saved(change: Callable[[openpyxl.Workbook], None]) -> bytes:
    book = openpyxl.Workbook()
    change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


class TestCells:
    def test_values_are_exact_and_shown_as_people_see_them(self, tmp_path: Path) -> None:
        page = Page("A", [["Xã Vi Hương", 9536, 15.04, 0.155]], formats={"B": "#,##0", "D": "0.0%"})
        (sheet,) = sheets(tmp_path / "a.xlsx", xlsx([page]))
        found = [(sheet.cells[1, column].value, sheet.cells[1, column].shown) for column in range(1, 5)]
        assert found == [
            ("Xã Vi Hương", "Xã Vi Hương"),
            (Decimal(9536), "9.536"),
            (Decimal("15.04"), "15,04"),
            (Decimal("0.155"), "15,5%"),
        ]

    def test_a_binary_fraction_is_the_number_that_was_typed(self, tmp_path: Path) -> None:
        (sheet,) = sheets(tmp_path / "a.xlsx", xlsx([Page("A", [[0.1 + 0.2]])]))
        assert sheet.cells[1, 1].value == Decimal("0.3")

    def test_formulas_keep_their_text_and_their_stored_value(self, tmp_path: Path) -> None:
        page = Page("A", [[1, 2, "=A1+B1", "=SUM(A1:B1)"]], cached={"C1": 3})
        (sheet,) = sheets(tmp_path / "a.xlsx", xlsx([page]))
        assert (sheet.cells[1, 3].value, sheet.cells[1, 3].formula) == (Decimal(3), "A1+B1")
        assert (sheet.cells[1, 4].value, sheet.cells[1, 4].formula) == (None, "SUM(A1:B1)")

    @pytest.mark.parametrize("suffix", WRITERS)
    def test_merged_ranges_and_what_is_hidden(self, tmp_path: Path, suffix: str) -> None:
        pages = [
            Page("A", [["a"], ["b"], ["c", "d"]], ["A1:B2"], hidden_rows=[3], hidden_columns=["B"]),
            Page("B", [["e"]], hidden=True),
        ]
        first, second = sheets(tmp_path / f"a{suffix}", WRITERS[suffix](pages))
        assert first.merged == ((1, 1, 2, 2),)
        assert (set(first.hidden_rows), set(first.hidden_columns), first.hidden) == ({3}, {2}, False)
        assert second.hidden

    @pytest.mark.parametrize("suffix", WRITERS)
    def test_fonts_carry_the_encoding_and_the_case(self, tmp_path: Path, suffix: str) -> None:
        page = Page("A", [[tcvn3("hộ nghèo xã vi hương")], [tcvn3("Số hộ")]], font=".VnTime", capital_rows=[1])
        (sheet,) = sheets(tmp_path / f"a{suffix}", WRITERS[suffix]([page]))
        assert [(cell.shown, cell.font) for cell in sheet.cells.values()] == [
            ("HỘ NGHÈO XÃ VI HƯƠNG", ".VnTimeH"),
            ("Số hộ", ".VnTime"),
        ]

    def test_bold_cells_are_known_where_fonts_are_read(self, tmp_path: Path) -> None:
        def write(book: openpyxl.Workbook) -> None:
            book.worksheets[0].cell(1, 1, "Céng").font = Font(name=".VnTime", bold=True)
            book.worksheets[0].cell(1, 2, "X·").font = Font(name=".VnTime")

        (sheet,) = sheets(tmp_path / "a.xlsx", saved(write))
        assert [cell.bold for cell in sheet.cells.values()] == [True, False]

    def test_only_cells_that_hold_something_are_members(self, tmp_path: Path) -> None:
        (sheet,) = sheets(tmp_path / "a.xlsx", xlsx([Page("A", [[None, 1], [], ["x"]])]))
        assert list(sheet.cells) == [(1, 2), (3, 1)]
        assert (2, 1) not in sheet.cells

    @pytest.mark.parametrize(
        ("value", "number_format", "shown"),
        [
            (Decimal(1_218_000), "#,##0", "1.218.000"),
            (Decimal("-12.5"), "0.00", "-12,50"),
            (Decimal("0.0825"), "0%", "8%"),
            (Decimal("12.5"), '0.0" %"', "12,5"),
            (Decimal("1234.5"), None, "1234,5"),
            (True, None, "TRUE"),
            (None, None, ""),
        ],
    )
    def test_what_a_number_format_shows(self, value: Decimal, number_format: str | None, shown: str) -> None:
        assert show(value, number_format) == shown


class TestGoldenFormats:
    @pytest.mark.parametrize(
        ("file", "sheet", "place", "shown"),
        [
            ("04_nhcsxh_theo_xa_TCVN3.xls", 0, (5, 4), "42.440"),
            ("05_chi_tieu_giam_ngheo.ods", 0, (5, 4), "4.100"),
            ("02_ngan_sach_xa.xlsx", 1, (6, 3), "3.794.740"),
            ("03_tong_cuc_thong_ke.csv", 0, (6, 2), "182400"),
            ("10_meo_vac_theo_nam.tsv", 0, (2, 3), "1,105"),
        ],
        ids=["xls", "ods", "xlsx", "csv with a byte-order mark", "tsv in UTF-16"],
    )
    def test_each_format_gives_the_same_kind_of_sheet(
        self, golden: Path, file: str, sheet: int, place: tuple[int, int], shown: str
    ) -> None:
        workbook, _ = read(golden / "sheets" / file)
        assert workbook is not None
        assert workbook.sheets[sheet].cells[place].shown == shown

    def test_ods_knows_merged_cells_per_cents_and_repeated_columns(self, golden: Path) -> None:
        workbook, _ = read(golden / "sheets" / "05_chi_tieu_giam_ngheo.ods")
        assert workbook is not None
        assert workbook.sheets[0].merged == ((1, 1, 1, 7),)
        assert workbook.sheets[0].cells[4, 2].bold


def in_old_encoding(plain: str, encoding: str) -> bytes:
    """A text as programs wrote it before Unicode: cp1258 with combining tones, or the bytes of a font's encoding."""
    if encoding == "cp1258":
        # a letter with its circumflex, breve or horn, then the tone as a mark of its own
        tones = "\u0300\u0301\u0303\u0309\u0323"
        parts = (normalize("NFD", letter) for letter in plain)
        told = (normalize("NFC", "".join(c for c in part if c not in tones)) + "".join(c for c in part if c in tones)
                for part in parts)  # fmt: skip
        return "".join(told).encode("cp1258")
    path = Path(legacy.__file__).with_name("legacy_encodings.csv")
    with path.open(encoding="utf-8", newline="") as file:
        written = {
            row["letter"]: bytes(int(code, 16) for code in row["written"].split())
            for row in csv.DictReader(file)
            if row["encoding"] == encoding
        }
    return b"".join(written.get(letter) or letter.encode("ascii") for letter in plain)


class TestDelimitedText:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
    def test_encodings(self, tmp_path: Path, encoding: str) -> None:
        (sheet,) = sheets(tmp_path / "a.csv", "Xã;Hộ nghèo\nXã Vi Hương;155\n".encode(encoding))
        assert [sheet.cells[row, 1].value for row in (1, 2)] == ["Xã", "Xã Vi Hương"]

    @pytest.mark.parametrize("encoding", ["cp1258", "TCVN3", "VNI"])
    def test_encodings_from_before_unicode(self, tmp_path: Path, encoding: str) -> None:
        rows = ["Xã;Hộ nghèo;Hộ cận nghèo", "Xã Vi Hương;155;60", "Xã Nguyên Phúc;1.204;81", "Tổng cộng;1.359;141"]
        (sheet,) = sheets(tmp_path / "a.csv", in_old_encoding("\n".join(rows), encoding))
        read = [";".join(sheet.cells[row, column].shown for column in (1, 2, 3)) for row in (1, 2, 3, 4)]
        assert [normalize("NFC", line) for line in read] == rows

    @pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
    def test_delimiters(self, tmp_path: Path, delimiter: str) -> None:
        lines = [["STT", "Xã", "Tỷ lệ"], ["1", "Vi Hương", "12.52"], ["2", "Sĩ Bình", "14.96"]]
        (sheet,) = sheets(tmp_path / "a.csv", "\n".join(map(delimiter.join, lines)).encode())
        assert [sheet.cells[2, column].value for column in (1, 2, 3)] == ["1", "Vi Hương", "12.52"]

    def test_a_decimal_comma_is_no_delimiter(self, tmp_path: Path) -> None:
        (sheet,) = sheets(tmp_path / "a.csv", "Xã;Tỷ lệ\nVi Hương;12,52\nSĩ Bình;14,96\n".encode())
        assert sheet.cells[3, 2].value == "14,96"

    @pytest.mark.parametrize("delimiter", [";", "\t", "|"])
    def test_commas_in_every_line_are_no_delimiters_where_another_cuts_the_table(
        self, tmp_path: Path, delimiter: str
    ) -> None:
        lines = [["Dư nợ, doanh số các tháng"], ["Tháng", "Nợ quá hạn, %"], *([str(at), "0,13"] for at in range(1, 9))]
        (sheet,) = sheets(tmp_path / "a.csv", "\n".join(map(delimiter.join, lines)).encode())
        assert sheet.cells[4, 2].value == "0,13"

    def test_numbers_stay_text_until_a_column_is_looked_at(self, tmp_path: Path) -> None:
        (sheet,) = sheets(tmp_path / "a.csv", b"a;b\n1.218;1.218.000\n")
        assert [sheet.cells[2, column].value for column in (1, 2)] == ["1.218", "1.218.000"]

    def test_a_row_stands_at_its_first_line(self, tmp_path: Path) -> None:
        (sheet,) = sheets(tmp_path / "a.csv", 'Xã;"Hộ\nnghèo"\n\nVi Hương;155\n'.encode())
        assert sheet.cells[4, 2].value == "155"

    def test_the_sheet_bears_the_name_of_the_file(self, tmp_path: Path) -> None:
        (sheet,) = sheets(tmp_path / "so lieu.csv", b"a;b\n")
        assert sheet.name == "so lieu"

    @given(st.lists(st.lists(st.text("abcđ 0123456789", max_size=8), min_size=2, max_size=4), min_size=1, max_size=6))
    def test_cells_stand_at_their_line_and_column(self, rows: list[list[str]]) -> None:
        from pipelines.readers.workbook_delimited import read_delimited

        text = "\n".join("|".join(row) for row in rows)
        (sheet,) = read_delimited("a", text, WorkbookLimits())
        for number, row in enumerate(rows, start=1):
            for column, value in enumerate(row, start=1):
                cell = sheet.cells.get((number, column))
                assert (cell.value if cell else None) == (value.strip() or None)


def zipped(**entries: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name.replace("__", "/"), content)
    return out.getvalue()


def replaced(content: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """A workbook with one of its parts changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.namelist():
            new.writestr(entry, change(old.read(entry)) if entry == name else old.read(entry))
    return out.getvalue()


SMALL = xlsx([Page("A", [["Xã", "Hộ"], ["Vi Hương", 155]])])
SHEET = "xl/worksheets/sheet1.xml"
COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")
LOCK = b"<m:encryption-data/>"
ENTITIES = b'<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c SYSTEM "file:///etc/hostname">]>'
WIDE = '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE x [<!ENTITY a "b">]><worksheet/>'.encode("utf-16")
ODS = (
    b'<a xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:'
    b'xmlns:table:1.0"><table:table table:name="A">%s</table:table></a>'
)
DEEP = (
    b'<o:a xmlns:o="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:t="urn:oasis:names:tc:opendocument:xmlns:'
    b'text:1.0"><o:table><o:table-row><o:table-cell><t:p>' + b"<t:span>" * 5_000 + b"x" + b"</t:span>" * 5_000
    + b"</t:p></o:table-cell></o:table-row></o:table></o:a>"
)  # fmt: skip


class TestHostileFiles:
    @pytest.mark.parametrize(
        ("name", "content", "code"),
        [
            ("empty.xlsx", b"", "workbook_empty"),
            ("cut.xlsx", SMALL[: len(SMALL) // 2], "workbook_damaged"),
            ("other.xlsx", zipped(a=b"b"), "workbook_damaged"),
            ("page.xls", b"<html><table><tr><td>1</td></tr></table></html>", "workbook_is_markup"),
            ("mark.xls", b"\xef\xbb\xbf\r\n<table><tr><td>1</td></tr></table>", "workbook_is_markup"),
            ("wide.xls", "<html><table></table></html>".encode("utf-16"), "workbook_is_markup"),
            ("archive.xls", b"MIME-Version: 1.0\nContent-Type: text/html\n\n<html></html>", "workbook_is_markup"),
            ("noise.csv", bytes(range(256)) * 20, "workbook_damaged"),
            ("old.xls", COMPOUND + bytes(600), "workbook_damaged"),
            ("locked.xlsx", COMPOUND + "EncryptedPackage".encode("utf-16-le"), "workbook_protected"),
            ("entities.xlsx", replaced(SMALL, SHEET, lambda data: ENTITIES + data), "workbook_hostile"),
            ("entities.ods", zipped(**{"content.xml": ENTITIES + b"<a/>"}), "workbook_hostile"),
            ("wide.xlsx", replaced(SMALL, SHEET, lambda data: WIDE), "workbook_hostile"),
            ("broken.ods", zipped(**{"content.xml": b"<a><b></a>"}), "workbook_damaged"),
            ("deep.ods", zipped(**{"content.xml": DEEP}), "workbook_damaged"),
            ("locked.ods", zipped(**{"content.xml": b"<a/>", "META-INF/manifest.xml": LOCK}), "workbook_protected"),
        ],
    )  # fmt: skip
    def test_what_is_refused_and_why(self, tmp_path: Path, name: str, content: bytes, code: str) -> None:
        path = tmp_path / name
        path.write_bytes(content)
        assert read(path) == (None, [code])

    def test_a_lying_extension_is_told_and_read_by_content(self, tmp_path: Path) -> None:
        path = tmp_path / "a.csv"
        path.write_bytes(SMALL)
        workbook, problems = read(path)
        assert workbook is not None
        assert problems == ["workbook_misnamed"]
        assert workbook.sheets[0].cells[2, 2].value == Decimal(155)

    def test_a_zip_bomb_is_stopped_by_what_comes_out(self, tmp_path: Path) -> None:
        path = tmp_path / "bomb.xlsx"
        path.write_bytes(replaced(SMALL, SHEET, lambda data: data + b" " * (40 << 20)))
        assert read(path, WorkbookLimits(unpacked_bytes=8 << 20)) == (None, ["workbook_too_large"])
        assert read(path) == (None, ["workbook_too_large"])

    @pytest.mark.parametrize("part", ["xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"])
    def test_a_part_that_is_read_whole_has_a_limit_of_its_own(self, tmp_path: Path, part: str) -> None:
        path = tmp_path / "bomb.xlsx"
        path.write_bytes(replaced(SMALL, part, lambda data: data + bytes(range(32, 127)) * 1_000))
        assert read(path, WorkbookLimits(part_bytes=60_000)) == (None, ["workbook_too_large"])

    def test_formulas_that_name_too_many_cells_are_left_out(self, tmp_path: Path) -> None:
        def running(book: openpyxl.Workbook) -> None:
            for row in range(2, 12):
                book.worksheets[0].cell(row, 1, row)
                book.worksheets[0].cell(row, 2, f"=SUM(A$2:A{row})+Other!$B$2")

        path = tmp_path / "running.xlsx"
        path.write_bytes(saved(running))
        workbook, problems = read(path, WorkbookLimits(formula_cells=2 + 3 + 4))
        assert workbook is not None
        assert problems == ["formulas_too_many"]
        assert [cell for cell, one in workbook.sheets[0].cells.items() if one.formula] == [(2, 2), (3, 2), (4, 2)]
        assert read(path)[1] == []

    def test_more_columns_than_the_limit_are_left_out(self, tmp_path: Path) -> None:
        (sheet,) = sheets(tmp_path / "wide.xlsx", xlsx([Page("A", [["x"] * 16_384, ["y"]])]))
        assert max(column for _, column in sheet.cells) == WorkbookLimits().columns
        assert sheet.cells[2, 1].value == "y"

    def test_two_far_corners_do_not_fill_the_memory(self, tmp_path: Path) -> None:
        def write(book: openpyxl.Workbook) -> None:
            book.worksheets[0]["A1"] = 1
            book.worksheets[0]["BZ1048576"] = 2

        path = tmp_path / "far.xlsx"
        path.write_bytes(saved(write))
        assert read(path) == (None, ["workbook_too_large"])

    def test_cells_without_an_address_are_counted(self, tmp_path: Path) -> None:
        row = b"<row>" + b"<c><v>1</v></c>" * 100 + b"</row>"
        path = tmp_path / "bare.xlsx"
        path.write_bytes(replaced(SMALL, SHEET, lambda data: data.replace(b"<sheetData>", b"<sheetData>" + row * 100)))
        assert read(path, WorkbookLimits(area=9_000)) == (None, ["workbook_too_large"])

    @pytest.mark.parametrize(
        ("end", "more"),
        [
            (b"</cellXfs>", b'<xf numFmtId="0"/>'),
            (b"</cellXfs>", b'<x:xf numFmtId="0"/>'),
            (b"</fonts>", b'<font><name val=".VnTime"/></font>'),
        ],
        ids=["styles", "styles with a prefix", "fonts"],
    )
    def test_a_million_styles_are_refused(self, tmp_path: Path, end: bytes, more: bytes) -> None:
        path = tmp_path / "styles.xlsx"
        path.write_bytes(replaced(SMALL, "xl/styles.xml", lambda data: data.replace(end, more * 1_000_000 + end)))
        assert read(path) == (None, ["workbook_too_large"])

    @pytest.mark.parametrize(
        ("row", "cell"),
        [(b' table:number-rows-repeated="900000"', b""), (b"", b' table:number-columns-repeated="1000"')],
        ids=["rows", "columns"],
    )
    def test_repeated_cells_have_a_limit(self, tmp_path: Path, row: bytes, cell: bytes) -> None:
        cells = b'<table:table-cell%s office:value-type="float" office:value="1"/>' % cell
        rows = (b"<table:table-row%s>" % row + cells + cells + b"</table:table-row>") * 600
        path = tmp_path / "repeated.ods"
        path.write_bytes(zipped(**{"content.xml": ODS % rows}))
        assert read(path) == (None, ["workbook_too_large"])

    def test_a_cell_of_a_megabyte_is_cut(self, tmp_path: Path) -> None:
        path = tmp_path / "long.csv"
        path.write_bytes(b"a;b\n" + b"x" * (1 << 20) + b";2\n")
        workbook, problems = read(path)
        assert workbook is not None
        assert problems == ["cell_too_long"]
        assert len(workbook.sheets[0].cells[2, 1].shown) == WorkbookLimits().cell_characters
        assert workbook.sheets[0].cells[2, 2].value == "2"

    def test_a_file_larger_than_the_limit_is_not_opened(self, tmp_path: Path) -> None:
        path = tmp_path / "a.xlsx"
        path.write_bytes(SMALL)
        assert read(path, WorkbookLimits(file_bytes=100)) == (None, ["workbook_too_large"])

    @given(st.binary(max_size=400), st.sampled_from([".xlsx", ".xls", ".ods", ".csv"]))
    def test_any_bytes_give_a_workbook_or_one_problem(
        self, tmp_path_factory: pytest.TempPathFactory, content: bytes, suffix: str
    ) -> None:
        path = tmp_path_factory.mktemp("any") / f"a{suffix}"
        path.write_bytes(content)
        workbook, problems = read(path)
        assert workbook is not None or len(problems) == 1
