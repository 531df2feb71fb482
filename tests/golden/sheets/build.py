"""Makes the golden workbooks: layouts that offices send, invented figures, errors planted on purpose.

Each function returns a `Made` workbook: its bytes, and which cells a person would find wrong. The layouts follow
official forms: the poverty review (Circular 07/2021/TT-BLĐTBXH), policy-bank reports, commune budgets, exports of the
General Statistics Office. Every figure is made up; places are real names.
"""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

Value = str | int | float | None
Row = Sequence[Value]


@dataclass(frozen=True)
class Made:
    """A workbook made for the tests: what it is called, its bytes, and the figures that do not fit the others.

    `planted` maps each wrong cell ("Sheet!C10") to what is wrong with it; every broken relation must hold one of
    them, and every one of them must be in a broken relation.
    """

    name: str
    content: bytes
    planted: dict[str, str] = field(default_factory=dict)


@dataclass
class Page:
    """A sheet to be written: rows from A1 on, merged ranges, number formats by column, hidden rows and columns."""

    title: str
    rows: list[Row]
    merged: Sequence[str] = ()
    formats: dict[str, str] = field(default_factory=dict)
    font: str | None = None
    capital_rows: Sequence[int] = ()
    hidden_rows: Sequence[int] = ()
    hidden_columns: Sequence[str] = ()
    hidden: bool = False
    cached: dict[str, float] = field(default_factory=dict)


def xlsx(pages: Sequence[Page]) -> bytes:
    """The pages as .xlsx; formulas are texts that begin with "=", with a stored value where `cached` has one."""
    import openpyxl
    from openpyxl.styles import Font

    book = openpyxl.Workbook()
    book.remove(book.active)  # type: ignore[arg-type]
    for page in pages:
        sheet: Any = book.create_sheet(page.title)
        for number, row in enumerate(page.rows, start=1):
            for column, value in enumerate(row, start=1):
                if value is None:
                    continue
                cell = sheet.cell(number, column, value)
                if page.font:
                    cell.font = Font(name=page.font + ("H" if number in page.capital_rows else ""))
                if cell.column_letter in page.formats and (cell.data_type == "f" or not isinstance(value, str)):
                    cell.number_format = page.formats[cell.column_letter]
        for area in page.merged:
            sheet.merge_cells(area)
        for number in page.hidden_rows:
            sheet.row_dimensions[number].hidden = True
        for letter in page.hidden_columns:
            sheet.column_dimensions[letter].hidden = True
        if page.hidden:
            sheet.sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    return _with_stored_values(out.getvalue(), pages)


def _with_stored_values(content: bytes, pages: Sequence[Page]) -> bytes:
    """Put stored results beside formulas, as Excel does and openpyxl does not; times are fixed for equal bytes."""
    import re
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            data = old.read(entry)
            for number, page in enumerate(pages, start=1):
                if entry.filename == f"xl/worksheets/sheet{number}.xml":
                    for cell, value in page.cached.items():
                        pattern = rf'(<c r="{cell}"[^>]*>)(<f>.*?</f>)<v ?/?>(?:</v>)?'
                        data = re.sub(pattern.encode(), rf"\g<1>\g<2><v>{value}</v>".encode(), data)
            if entry.filename == "docProps/core.xml":
                data = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"2024-01-01T00:00:00Z", data)
            new.writestr(zipfile.ZipInfo(entry.filename, (2024, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def text(rows: Sequence[Row], delimiter: str, encoding: str, newline: str = "\r\n") -> bytes:
    """The rows as delimited text, every value as printed."""
    lines = [delimiter.join("" if value is None else str(value) for value in row) for row in rows]
    return (newline.join(lines) + newline).encode(encoding)


def vi(value: float, decimals: int = 0) -> str:
    """A number as Vietnamese offices print it: 1.218, 12,50."""
    return f"{value:,.{decimals}f}".translate(str.maketrans(",.", ".,"))


# --- 1: changes of poor households, several lines a commune, identities over all columns ------------------


def review_of_changes() -> Made:
    """Form 2 of the poverty review: two lines a commune, place names merged, index row "9=1-2-3-4+5+6+7+8"."""
    communes = ["Thị trấn Yến Lạc", "Xã Văn Lang", "Xã Kim Hỷ", "Xã Cường Lợi", "Xã Dương Sơn", "Xã Liêm Thủy"]
    flows = [
        (120, 10, 22, 3, 2, 4, 3, 1), (210, 21, 30, 2, 4, 8, 2, 0), (185, 18, 25, 4, 3, 6, 1, 2),
        (140, 12, 19, 1, 0, 5, 4, 1), (98, 9, 14, 2, 1, 2, 2, 0), (76, 6, 11, 0, 2, 3, 0, 1),
    ]  # fmt: skip
    ethnic = [tuple(value * 3 // 4 for value in line) for line in flows]
    households = [1240, 980, 760, 690, 540, 410]

    def line(values: Sequence[int], total: int) -> list[Value]:
        end = values[0] - sum(values[1:4]) + sum(values[4:])
        return [*values, end, total, round(end / total * 100, 2)]

    rows: list[Row] = [
        ["ỦY BAN NHÂN DÂN HUYỆN NA RÌ", *[None] * 7, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        [None, None, None, None, None, None, None, None, "Độc lập - Tự do - Hạnh phúc"],
        ["TỔNG HỢP DIỄN BIẾN HỘ NGHÈO NĂM 2023"],
        ["(Kèm theo Báo cáo số 215/BC-UBND ngày 20/11/2023)"],
        [*[None] * 11, "Đơn vị tính: Hộ"],
        ["STT", "Xã, thị trấn", "Phân tổ", "Số hộ nghèo đầu kỳ", "Số hộ nghèo giảm trong kỳ", None, None,
         "Số hộ nghèo tăng trong kỳ", None, None, None, "Số hộ nghèo cuối kỳ", "Tổng số hộ dân cư", "Tỷ lệ hộ nghèo cuối kỳ (%)"],
        [None, None, None, None, "Trở thành hộ cận nghèo", "Vượt chuẩn cận nghèo", "Khác", "Hộ tái nghèo",
         "Hộ cận nghèo trở thành hộ nghèo", "Hộ nghèo phát sinh", "Khác"],
        ["A", "B", "C", "1", "2", "3", "4", "5", "6", "7", "8", "9=1-2-3-4+5+6+7+8", "10", "11=9/10*100"],
    ]  # fmt: skip
    totals = [[sum(column) for column in zip(*lines, strict=True)] for lines in (flows, ethnic)]
    rows.append([None, "Toàn huyện", "Chung", *line(totals[0], sum(households))])
    rows.append([None, None, "Dân tộc thiểu số", *line(totals[1], sum(households))])
    for number, (name, one, other, total) in enumerate(zip(communes, flows, ethnic, households, strict=True), start=1):
        rows.append([number, name, "Chung", *line(one, total)])
        rows.append([None, None, "Dân tộc thiểu số", *line(other, total)])
    rows[12] = [*rows[12][:5], 31, *rows[12][6:]]  # F13: 30 became 31
    rows += [[], [None, "Ghi chú: số liệu giả định."], [*[None] * 10, "Na Rì, ngày 20 tháng 11 năm 2023"]]
    merged = ["A6:A7", "B6:B7", "C6:C7", "D6:D7", "E6:G6", "H6:K6", "L6:L7", "M6:M7", "N6:N7", "A3:N3", "A4:N4"]
    merged += [f"{letter}{row}:{letter}{row + 1}" for row in range(9, 23, 2) for letter in "AB"]
    page = Page("Bieu 2", rows, merged, {"N": "0.00", **dict.fromkeys("DEFGHIJKLM", "#,##0")})
    return Made("01_dien_bien_ho_ngheo.xlsx", xlsx([page]), {"Bieu 2!F13": "31 for 30"})


# --- 2: a commune's budget: a tree of ordinals, "Tr.đó", numbers as text, two sheets ----------------------


def commune_budget() -> Made:
    """Revenue and spending of a commune: TT is text (A, I, 1, 1.1, -), "—" for nothing, commas for decimals."""

    def page(title: str, heading: str, lines: Sequence[tuple[str, str, Sequence[float | None]]]) -> Page:
        rows: list[Row] = [
            ["ỦY BAN NHÂN DÂN XÃ TÀ RỤT"],
            [heading],
            ["Lũy kế đến 25/8/2024"],
            [None, None, None, "Đơn vị tính: nghìn đồng"],
            ["TT", "Nội dung", "Dự toán năm", "Thực hiện", "So sánh (%)"],
        ]
        for ordinal, label, values in lines:
            printed = ["—" if value is None else vi(value, 1 if value % 1 else 0) for value in values]
            plan, done = values
            share = vi(done / plan * 100, 1) if plan and done is not None else "—"
            rows.append([ordinal or None, label, *printed, share])
        return Page(title, rows, ["A2:E2", "A3:E3"])

    revenue = page("Thu", "BÁO CÁO THU NGÂN SÁCH XÃ NĂM 2024", [
        ("", "Tổng số", (3_794_740, 3_463_459.2)),
        ("A", "Thu ngân sách xã hưởng 100%", (152_000, 140_300)),
        ("1", "Phí, lệ phí", (52_000, 47_800)),
        ("2", "Thu từ quỹ đất công ích", (60_000, 57_500)),
        ("3", "Thu khác", (40_000, 35_000)),
        ("B", "Thu bổ sung từ ngân sách cấp trên", (3_642_740, 3_323_159.2)),
        ("1", "Bổ sung cân đối", (2_900_000, 2_700_000)),
        ("2", "Bổ sung có mục tiêu", (742_740, 623_159.2)),
        ("", "Tr.đó: Chương trình MTQG giảm nghèo bền vững", (420_000, 318_400)),
    ])  # fmt: skip
    spending = page("Chi", "BÁO CÁO CHI NGÂN SÁCH XÃ NĂM 2024", [
        ("", "Tổng số", (3_794_740, 3_102_600)),
        ("I", "Chi đầu tư phát triển", (600_000, 412_500)),
        ("II", "Chi thường xuyên", (3_194_740, 2_700_100)),
        ("1", "Chi sự nghiệp giáo dục", (240_000, 198_000)),
        ("2", "Chi đảm bảo xã hội", (310_000, 291_400)),
        ("2.1", "Trợ cấp xã hội hằng tháng", (250_000, 236_400)),
        ("2.2", "Cứu đói giáp hạt", (60_000, 55_000)),
        ("3", "Chi quản lý nhà nước", (2_644_740, 2_210_700)),
        ("III", "Dự phòng", (None, None)),
    ])  # fmt: skip
    # Chi!D7 + D8 are 3.112.600: the total lost ten million
    return Made("02_ngan_sach_xa.xlsx", xlsx([revenue, spending]), {"Chi!D6": "3.102.600 for 3.112.600"})


# --- 3: an export of the statistics office: no merged cells, years across, regions unmarked ---------------


def statistics_export() -> Made:
    """Semicolons, title and empty line, heading joined of year and variable, ".." for no data, areas as subtotals."""
    provinces = [
        ("Trung du và miền núi phía Bắc", [("Hà Giang", (42.1, 37.1)), ("Cao Bằng", (34.1, 28.9)), ("Bắc Kạn", (25.2, None))]),
        ("Tây Nguyên", [("Kon Tum", (15.3, 10.9)), ("Gia Lai", (12.1, 9.0))]),
    ]  # fmt: skip
    counts = {"Hà Giang": (182_500, 186_300), "Cao Bằng": (128_400, 129_100), "Bắc Kạn": (81_200, 81_900),
              "Kon Tum": (138_600, 141_000), "Gia Lai": (374_100, 380_200)}  # fmt: skip
    rows: list[Row] = [
        ["Số hộ và tỷ lệ hộ nghèo phân theo địa phương"], [],
        [None, "2021 Số hộ (Hộ)", "2022 Số hộ (Hộ)", "2021 Tỷ lệ hộ nghèo (%)", "2022 Tỷ lệ hộ nghèo (%)"],
    ]  # fmt: skip
    every = [sum(counts[name][year] for _, members in provinces for name, _ in members) for year in (0, 1)]
    rows.append(["CẢ NƯỚC", *every, "22,9", "19,4"])
    for region, members in provinces:
        rows.append([region, *(sum(counts[name][year] for name, _ in members) for year in (0, 1)), "..", ".."])
        for name, rates in members:
            printed = [".." if rate is None else vi(rate, 1) for rate in rates]
            rows.append([name, *counts[name], *printed])
    wrong = [list(row) for row in rows]
    wrong[5][1] = 128_500  # B6: Hà Giang and Cao Bằng stand in rows 6 and 7
    wrong[5][1] = 182_400
    return Made(
        "03_tong_cuc_thong_ke.csv", text(wrong, ";", "utf-8-sig"), {"03_tong_cuc_thong_ke!B6": "182400 for 182500"}
    )


# --- 4: an old workbook of a policy bank in a TCVN3 font, total on top -----------------------------------

_TCVN3 = dict(zip(
    "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđĂÂÊÔƠƯĐ",
    "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉËÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\xadõøö÷ùúýûüþ®¡¢£¤¥¦§", strict=True,
))  # fmt: skip


def tcvn3(plain: str) -> str:
    """A text as typed under a .VnTime font (TCVN 5712:1993, VN3)."""
    return "".join(_TCVN3.get(letter, letter) for letter in plain)


def policy_bank_by_commune() -> Made:
    """.xls with .VnTime fonts: one row a commune, counts and money, then rates; the total row comes first."""
    import xlwt

    book = xlwt.Workbook()
    sheet = book.add_sheet("Xa")
    plain, capital = xlwt.easyxf("font: name .VnTime"), xlwt.easyxf("font: name .VnTimeH, bold on")
    sheet.write_merge(0, 0, 0, 6, tcvn3("phòng giao dịch nhcsxh huyện tủa chùa"), capital)
    sheet.write_merge(1, 1, 0, 6, tcvn3("kết quả cho vay hộ nghèo đến ngày 30/6/2019"), capital)
    sheet.write(2, 5, tcvn3("Đơn vị: triệu đồng, hộ, %"), plain)
    headings = ["TT", "Xã, thị trấn", "Số hộ còn dư nợ", "Dư nợ", "Nợ quá hạn", "Tỷ lệ nợ quá hạn (%)", "Tổ TK&VV"]
    for column, heading in enumerate(headings):
        sheet.write(3, column, tcvn3(heading), plain)
    lines = [("Thị trấn Tủa Chùa", 210, 6_320, 12, 5), ("Xã Huổi Só", 315, 9_450, 0, 9), ("Xã Xín Chải", 402, 12_060, 31, 11),
             ("Xã Tả Phìn", 288, 8_640, 8, 8), ("Xã Trung Thu", 190, 5_700, 0, 6)]  # fmt: skip
    sums = [sum(line[index] for line in lines) for index in (1, 2, 3, 4)]  # type: ignore[misc]
    sums[1] += 270  # D5: two digits changed places
    whole, rate = xlwt.easyxf("font: name .VnTime", "#,##0"), xlwt.easyxf("font: name .VnTime", "0.00")
    for row, (name, households, debt, overdue, groups) in enumerate([("TOÀN HUYỆN", *sums), *lines], start=4):
        if row > 4:
            sheet.write(row, 0, row - 4, plain)
        sheet.write(row, 1, tcvn3(str(name).lower() if row == 4 else str(name)), capital if row == 4 else plain)
        for column, value in ((2, households), (3, debt), (6, groups)):
            sheet.write(row, column, value, whole)
        if overdue:
            sheet.write(row, 4, overdue, whole)
        sheet.write(row, 5, round(overdue / (debt - (270 if row == 4 else 0)) * 100, 2), rate)
    out = io.BytesIO()
    book.save(out)
    return Made("04_nhcsxh_theo_xa_TCVN3.xls", out.getvalue(), {"Xa!D5": "42.440 for 42.170"})


# --- 5: a list of indicators with a unit column, plan and achieved, as .ods -------------------------------


def indicator_list() -> Made:
    """.ods: rows are indicators with their own unit (ĐVT), columns plan, achieved, per cent of plan, difference."""
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.style import Style, TextProperties
    from odf.table import CoveredTableCell, Table, TableCell, TableColumn, TableRow
    from odf.text import P

    document = OpenDocumentSpreadsheet()
    bold = Style(name="bold", family="table-cell")
    bold.addElement(TextProperties(fontweight="bold"))
    document.automaticstyles.addElement(bold)
    table = Table(name="KQ 2023")
    table.addElement(TableColumn(numbercolumnsrepeated=7))

    def put(values: Row, span: int = 1, style: Any = None) -> None:
        row = TableRow()
        for value in values:
            given: dict[str, Any] = {"stylename": style} if style is not None else {}
            if span > 1:
                given["numbercolumnsspanned"] = span
            if isinstance(value, (int, float)):
                cell = TableCell(valuetype="float", value=str(value), **given)
                cell.addElement(P(text=vi(value, 1 if isinstance(value, float) else 0)))
            else:
                cell = TableCell(**given)
                if value:
                    cell.addElement(P(text=value))
            row.addElement(cell)
            for _ in range(span - 1):
                row.addElement(CoveredTableCell())
        table.addElement(row)

    put(["KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU GIẢM NGHÈO HUYỆN TƯƠNG DƯƠNG NĂM 2023"], 7, bold)
    put([])
    put(["STT", "Chỉ tiêu", "ĐVT", "Kế hoạch 2023", "Thực hiện 2023", "% so với kế hoạch", "Ghi chú"])
    put(["I", "Giảm nghèo"], style=bold)
    put([1, "Số hộ nghèo", "hộ", 4_100, 3_980, 97.1, None])
    put([None, "Trong đó: hộ nghèo dân tộc thiểu số", "hộ", 3_900, 3_811, 97.7, None])
    put([2, "Số hộ thoát nghèo", "hộ", 900, 960, 106.7, "vượt"])
    put(["II", "Việc làm, đào tạo nghề"], style=bold)
    put([1, "Số lao động được giải quyết việc làm", "người", 1_500, 1_620, 108.0, None])
    put([2, "Số lao động đi làm việc ở nước ngoài", "người", 200, 236, 118.0, None])
    put([3, "Số người được đào tạo nghề", "người", 850, 790, 92.9, None])
    put(["III", "Chính sách"], style=bold)
    put([1, "Số nhà ở được hỗ trợ xây mới", "nhà", 120, 108, 95.0, "108/120 là 90"])
    put([2, "Kinh phí hỗ trợ nhà ở", "triệu đồng", 4_800, 4_320, 90.0, None])
    put([3, "Số thẻ BHYT cấp cho người nghèo", "thẻ", 21_500, 21_430, 99.7, None])
    document.spreadsheet.addElement(table)
    out = io.BytesIO()
    document.write(out)
    return Made("05_chi_tieu_giam_ngheo.ods", out.getvalue(), {"KQ 2023!F13": "95,0 for 90,0"})


# --- 6: places across, indicators down -------------------------------------------------------------------


def places_across() -> Made:
    """One column a district, one row an indicator; the total column comes last and is a number kept as text."""
    districts = ["Huyện Bảo Lâm", "Huyện Bảo Lạc", "Huyện Hà Quảng", "Huyện Nguyên Bình", "Huyện Thạch An"]
    poor, near, total = (
        [6_120, 5_480, 5_010, 3_120, 1_890],
        [1_820, 1_540, 2_210, 1_060, 980],
        [13_050, 11_380, 14_200, 9_210, 7_690],
    )
    loans = [182_400, 171_050, 190_300, 120_600, 98_220]
    rows: list[Row] = [
        ["SỐ LIỆU GIẢM NGHÈO CÁC HUYỆN TỈNH CAO BẰNG NĂM 2022"],
        [None, *[None] * 4, "ĐVT: hộ, triệu đồng, %"],
        ["Chỉ tiêu", *districts, "Toàn tỉnh"],
        ["Tổng số hộ dân cư", *total, vi(sum(total))],
        ["Số hộ nghèo", *poor, vi(sum(poor))],
        ["Số hộ cận nghèo", *near, vi(sum(near) + 100)],
        ["Tỷ lệ hộ nghèo (%)", *(round(a / b * 100, 2) for a, b in zip(poor, total, strict=True)), vi(sum(poor) / sum(total) * 100, 2)],
        ["Dư nợ tín dụng chính sách", *loans, vi(sum(loans))],
    ]  # fmt: skip
    return Made("06_theo_huyen_ngang.xlsx", xlsx([Page("TH", rows, ["A1:G1"])]), {"TH!G6": "100 too many"})


# --- 7: two tables on a sheet, a second sheet that repeats one, hidden rows and columns --------------------


def two_tables_and_a_summary() -> Made:
    """Two tables under each other with their own titles and units, and a summary sheet that must agree with both."""
    communes = ["Xã Mò Ó", "Xã Hướng Hiệp", "Xã Ba Nang", "Xã Tà Long"]
    poor, persons = [96, 310, 402, 388], [420, 1_395, 1_890, 1_760]
    houses, money = [6, 14, 21, 17], [240, 560, 840, 680]
    rows: list[Row] = [
        ["BÁO CÁO GIẢM NGHÈO HUYỆN ĐA KRÔNG NĂM 2023"], [],
        ["1. Hộ nghèo"], [None, None, "ĐVT: hộ, khẩu"],
        ["STT", "Đơn vị", "Số hộ nghèo", "Số khẩu nghèo"],
        *([n, name, a, b] for n, (name, a, b) in enumerate(zip(communes, poor, persons, strict=True), start=1)),
        [None, "Cộng", sum(poor), sum(persons)], [],
        ["2. Hỗ trợ nhà ở"], [None, None, "ĐVT: nhà, triệu đồng"],
        ["STT", "Đơn vị", "Số nhà xây mới", "Kinh phí hỗ trợ", "Mã xã"],
        *([n, name, a, b, f"{19500 + n * 3}"] for n, (name, a, b) in enumerate(zip(communes, houses, money, strict=True), start=1)),
        [None, "Cộng", sum(houses), sum(money)], [],
        ["Người lập biểu", None, None, "CHỦ TỊCH"],
    ]  # fmt: skip
    summary: list[Row] = [
        ["TỔNG HỢP HUYỆN ĐA KRÔNG NĂM 2023"], [],
        ["STT", "Chỉ tiêu", "Đơn vị tính", "Năm 2023"],
        [1, "Số hộ nghèo", "hộ", sum(poor)],
        [2, "Số khẩu nghèo", "khẩu", sum(persons) - 9],
        [3, "Số nhà xây mới", "nhà", sum(houses)],
        [4, "Kinh phí hỗ trợ nhà ở", "triệu đồng", sum(money)],
    ]  # fmt: skip
    detail = Page("Chi tiết", rows, hidden_rows=[8], hidden_columns=["E"])
    content = xlsx([Page("Tổng hợp", summary), detail])
    return Made("07_hai_bang_va_tong_hop.xlsx", content, {"Tổng hợp!D5": "5.456 for 5.465"})


# --- 8: formulas with and without stored values, a SUM that ends too early, a stale value -----------------


def formulas() -> Made:
    """Cell formulas: sums and rates with stored values, one SUM without its last row, one rate not recomputed."""
    communes = ["Xã Ea Kly", "Xã Ea Phê", "Xã Ea Yông", "Xã Vụ Bổn", "Xã Ea Yiêng"]
    total, poor, near = [3_900, 4_800, 4_100, 2_950, 1_420], [180, 260, 150, 410, 602], [210, 330, 190, 380, 240]
    rows: list[Row] = [
        ["KẾT QUẢ RÀ SOÁT HỘ NGHÈO HUYỆN KRÔNG PẮC NĂM 2021"], [None, None, None, None, None, None, "ĐVT: Hộ"],
        ["STT", "Tên xã", "Tổng số hộ", "Hộ nghèo", "Hộ cận nghèo", "Nghèo và cận nghèo", "Tỷ lệ hộ nghèo"],
    ]  # fmt: skip
    cached: dict[str, float] = {}
    for number, (name, a, b, c) in enumerate(zip(communes, total, poor, near, strict=True), start=1):
        row = number + 3
        rows.append([number, name, a, b, c, f"=D{row}+E{row}", f"=D{row}/C{row}"])
        cached |= {f"F{row}": b + c, f"G{row}": b / a}
    rows.append([None, "Tổng cộng", "=SUM(C4:C8)", "=SUM(D4:D7)", "=SUM(E4:E8)", "=D9+E9", "=D9/C9"])
    cached |= {"C9": sum(total), "D9": sum(poor[:4]), "E9": sum(near)}
    cached |= {"F9": sum(poor[:4]) + sum(near), "G9": sum(poor[:4]) / sum(total)}
    cached["G6"] = 0.0512  # D6/C6 is 3,66 %: typed over and not recomputed
    del cached["F5"]  # a program that stores no results wrote this one
    page = Page("Rà soát", rows, formats={"G": "0.00%"}, cached=cached)
    planted = {"Rà soát!D9": "SUM(D4:D7) leaves out row 8", "Rà soát!G6": "5,12 % stored for 3,66 %"}
    planted["Rà soát!F9"] = "adds the wrong D9"
    return Made("08_cong_thuc.xlsx", xlsx([page]), planted)


# --- 9: sections with subtotals below, a grand total of Roman sections -------------------------------------


def sections_with_subtotals() -> Made:
    """Sections by area, a "Cộng" under each, "Tổng cộng (I+II)" at the end; groups of causes with "Trong đó"."""
    urban = [("Thị trấn Trà Cú", 2_310, 64, 20, 12), ("Thị trấn Định An", 1_980, 71, 25, 9)]
    rural = [
        ("Xã Phước Hưng", 2_820, 96, 70, 14),
        ("Xã Tập Sơn", 2_450, 88, 61, 10),
        ("Xã Hàm Giang", 2_290, 120, 101, 21),
    ]

    def total(lines: Sequence[tuple[str, int, int, int, int]]) -> list[int]:
        return [sum(values) for values in list(zip(*lines, strict=True))[1:]]  # type: ignore[arg-type]

    rows: list[Row] = [
        ["HỘ NGHÈO HUYỆN TRÀ CÚ, TỈNH TRÀ VINH - CUỐI NĂM 2022"], [],
        ["TT", "Xã, thị trấn", "Số hộ dân cư", "Hộ nghèo", None, None],
        [None, None, None, "Tổng số", "Trong đó", None],
        [None, None, None, None, "Hộ nghèo dân tộc thiểu số", "Hộ nghèo có chủ hộ là nữ"],
        ["I", "Thành thị"], *([n, *line] for n, line in enumerate(urban, start=1)),
        [None, "Cộng", *total(urban)],
        ["II", "Nông thôn"], *([n, *line] for n, line in enumerate(rural, start=1)),
        [None, "Cộng", *total(rural)],
        [None, "Tổng cộng (I+II)", *total([*urban, *rural])],
    ]  # fmt: skip
    rows[13] = [None, "Cộng", total(rural)[0], 340, *total(rural)[2:]]  # row 14: 304 with digits swapped
    page = Page("TH", rows, ["A3:A5", "B3:B5", "C3:C5", "D3:F3", "D4:D5", "E4:F4"])
    return Made("09_thanh_thi_nong_thon.xlsx", xlsx([page]), {"TH!D14": "340 for 304"})


# --- 10: long form, one row a commune and year, tab-separated, no diacritics lost --------------------------


def long_form() -> Made:
    """A .tsv with a year column, in UTF-16, numbers as text in the English style."""
    rows: list[Row] = [["Xã", "Năm", "Số hộ", "Số hộ nghèo", "Tỷ lệ hộ nghèo (%)"]]
    for name, first, poor in (("Xã Pải Lủng", 1_105, 640), ("Xã Xín Cái", 1_010, 585), ("Xã Tả Lủng", 1_240, 702)):
        for step, year in enumerate((2021, 2022, 2023)):
            total, own = first + 12 * step, poor - 55 * step
            rows.append([name, year, f"{total:,}", own, f"{own / total * 100:.2f}"])
    rows[5] = ["Xã Xín Cái", 2022, "1,022", 530, "58.16"]  # E6: 51.86 with digits swapped
    name = "10_meo_vac_theo_nam"
    return Made(f"{name}.tsv", text(rows, "\t", "utf-16"), {f"{name}!E6": "58.16 for 51.86"})


# --- 11: deprivations: counts and rates beside each other, ordinals within labels --------------------------


def deprivations() -> Made:
    """Form 4 of the poverty review: households short of services, six counts and then six rates of the poor."""
    services = [
        "Việc làm",
        "Bảo hiểm y tế",
        "Trình độ giáo dục",
        "Chất lượng nhà ở",
        "Nguồn nước sinh hoạt",
        "Nhà tiêu hợp vệ sinh",
    ]
    communes = [("1. Thị trấn Mù Cang Chải", 210, (40, 12, 61, 55, 20, 90)), ("2. Xã Nậm Khắt", 480, (95, 41, 150, 201, 160, 333)),
                ("3. Xã Púng Luông", 402, (88, 30, 140, 170, 121, 260)), ("4. Xã Chế Tạo", 260, (61, 22, 120, 133, 99, 201))]  # fmt: skip
    rows: list[Row] = [
        ["TỔNG HỢP CÁC CHỈ SỐ THIẾU HỤT DỊCH VỤ XÃ HỘI CƠ BẢN CỦA HỘ NGHÈO NĂM 2022 - HUYỆN MÙ CANG CHẢI"],
        [*[None] * 12, "Đơn vị: Hộ, %"],
        ["Xã, thị trấn", "Tổng số hộ nghèo", "Số hộ nghèo thiếu hụt các chỉ số", *[None] * 5, "Tỷ lệ thiếu hụt so với tổng số hộ nghèo (%)", *[None] * 5],
        [None, None, *services, *services],
        ["A", *map(str, range(1, 8)), *(f"{n + 6}={n}/1*100" for n in range(2, 8))],
    ]  # fmt: skip
    everyone = sum(line[1] for line in communes)
    sums = [sum(line[2][n] for line in communes) for n in range(6)]
    for name, total, short in [("Tổng cộng", everyone, sums), *communes]:
        rows.append([name, total, *short, *(round(value / total * 100, 1) for value in short)])
    rows[8] = [*rows[8][:5], 107, *rows[8][6:]]  # F9: 170 with digits swapped
    page = Page("B4", rows, ["A3:A4", "B3:B4", "C3:H3", "I3:N3", "A1:N1"], dict.fromkeys("IJKLMN", "0.0"))
    return Made("11_chi_so_thieu_hut.xlsx", xlsx([page]), {"B4!F9": "107 for 170"})


# --- 12: money by source of funds, group totals, thousands mangled by a spreadsheet program ----------------


def funds_by_source() -> Made:
    """Funds of a programme: a total group and its sources with the same leaves; "1.200" households became 1.2."""
    lines = [("Xã Nga My", 1_250, 1_000, 250, 1_100, 900, 200, 640), ("Xã Yên Hòa", 980, 800, 180, 900, 720, 180, 1_200),
             ("Xã Tam Hợp", 1_430, 1_150, 280, 1_310, 1_050, 260, 310)]  # fmt: skip
    rows: list[Row] = [
        ["KINH PHÍ CHƯƠNG TRÌNH MTQG GIẢM NGHÈO BỀN VỮNG NĂM 2023 HUYỆN TƯƠNG DƯƠNG"],
        [*[None] * 7, "Đơn vị tính: Triệu đồng"],
        ["STT", "Đơn vị", "Tổng số", None, "Ngân sách trung ương", None, "Ngân sách địa phương", None, "Số hộ hưởng lợi (hộ)"],
        [None, None, "Kế hoạch vốn", "Giải ngân", "Kế hoạch vốn", "Giải ngân", "Kế hoạch vốn", "Giải ngân", None],
    ]  # fmt: skip
    sums = [sum(values) for values in list(zip(*lines, strict=True))[1:]]  # type: ignore[arg-type]
    for number, (name, a, b, c, d, e, f, households) in enumerate([*lines, ("Cộng", *sums)], start=1):
        shown = households / 1000 if households == 1_200 else households
        rows.append([number if number < 4 else None, name, a, d, b, e, c, f, shown])
    rows[5] = [*rows[5][:2], 890, *rows[5][3:]]  # C6: 890 for 980
    page = Page("Von", rows, ["A3:A4", "B3:B4", "C3:D3", "E3:F3", "G3:H3", "I3:I4"])
    return Made("12_von_theo_nguon.xlsx", xlsx([page]), {"Von!C6": "890 for 980"})


# --- 13: what must be refused ------------------------------------------------------------------------------


def list_of_persons() -> Made:
    """A list of poor households with (invented) names and identity numbers."""
    rows: list[Row] = [
        ["DANH SÁCH HỘ NGHÈO NĂM 2023"], [],
        ["STT", "Họ và tên chủ hộ", "Ngày sinh", "Số CCCD", "Số khẩu", "Thu nhập bình quân"],
        *([n, f"Nguyễn Văn {chr(64 + n)}", f"0{n}/01/1980", f"00108000000{n}", n + 1, 700 + n] for n in range(1, 7)),
    ]  # fmt: skip
    return Made("13_danh_sach_ho.xlsx", xlsx([Page("DS", rows)]))


BUILDERS: tuple[Callable[[], Made], ...] = (
    review_of_changes, commune_budget, statistics_export, policy_bank_by_commune, indicator_list, places_across,
    two_tables_and_a_summary, formulas, sections_with_subtotals, long_form, deprivations, funds_by_source,
    list_of_persons,
)  # fmt: skip
