"""Golden workbooks of budgets, loans and lists: layouts that offices send, invented figures, errors planted on purpose.

Each function returns a `Made` workbook: its bytes, and which cells a person would find wrong. The layouts
follow commune budgets, policy-bank reports and exports of the General Statistics Office.
"""

import io
from collections.abc import Sequence
from typing import Any

from tests.golden.sheets.writing import Made, Page, Row, fixed_times, numbered, tcvn3, text, vi, xlsx

# --- a commune's budget: a tree of ordinals, "Tr.đó", numbers as text, two sheets


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


# --- an old workbook of a policy bank in a TCVN3 font, total on top


def policy_bank_by_commune() -> Made:
    """.xls with .VnTime fonts: one row a commune, counts and money, then rates; the total row comes first."""
    import xlwt  # type: ignore[import-untyped]

    book = xlwt.Workbook()
    sheet = book.add_sheet("Xa")
    plain, capital = xlwt.easyxf("font: name .VnTime"), xlwt.easyxf("font: name .VnTimeH, bold on")
    sheet.write_merge(0, 0, 0, 6, tcvn3("phòng giao dịch nhcsxh huyện tủa chùa"), capital)
    sheet.write_merge(1, 1, 0, 6, tcvn3("kết quả cho vay hộ nghèo đến ngày 30/6/2019"), capital)
    sheet.write(2, 5, tcvn3("Đơn vị: triệu đồng, hộ, %"), plain)
    headings = ["TT", "Xã, thị trấn", "Số hộ còn dư nợ", "Dư nợ", "Nợ quá hạn", "Tỷ lệ nợ quá hạn (%)", "Tổ TK&VV"]
    for column, heading in enumerate(headings):
        sheet.write(3, column, tcvn3(heading), plain)
    lines = [("Thị trấn Tủa Chùa", 210, 6_320, 12, 5), ("Xã Huổi Só", 315, 9_450, 0, 9),
             ("Xã Xín Chải", 402, 12_060, 31, 11),
             ("Xã Tả Phìn", 288, 8_640, 8, 8), ("Xã Trung Thu", 190, 5_700, 0, 6)]  # fmt: skip
    sums = [sum(values) for values in list(zip(*lines, strict=True))[1:]]
    debt_of_all = sums[1]
    sums[1] += 270  # D5: two digits changed places
    whole, rate = xlwt.easyxf("font: name .VnTime", "#,##0"), xlwt.easyxf("font: name .VnTime", "0.00")
    every: list[tuple[str, int, int, int, int]] = [("TOÀN HUYỆN", sums[0], sums[1], sums[2], sums[3]), *lines]
    for row, (name, households, debt, overdue, groups) in enumerate(every, start=4):
        if row > 4:
            sheet.write(row, 0, row - 4, plain)
        sheet.write(row, 1, tcvn3(name.lower() if row == 4 else name), capital if row == 4 else plain)
        for column, value in ((2, households), (3, debt), (6, groups)):
            sheet.write(row, column, value, whole)
        if overdue:
            sheet.write(row, 4, overdue, whole)
        sheet.write(row, 5, round(overdue / (debt_of_all if row == 4 else debt) * 100, 2), rate)
    out = io.BytesIO()
    book.save(out)
    return Made("04_nhcsxh_theo_xa_TCVN3.xls", out.getvalue(), {"Xa!D5": "42.440 for 42.170"})


# --- money by source of funds, group totals, thousands mangled by a spreadsheet program


def funds_by_source() -> Made:
    """Funds of a programme: a total group and its sources with the same leaves; "1.200" households became 1.2."""
    lines = [("Xã Nga My", 1_250, 1_000, 250, 1_100, 900, 200, 640),
             ("Xã Yên Hòa", 980, 800, 180, 900, 720, 180, 1_200),
             ("Xã Tam Hợp", 1_430, 1_150, 280, 1_310, 1_050, 260, 310)]  # fmt: skip
    rows: list[Row] = [
        ["KINH PHÍ CHƯƠNG TRÌNH MTQG GIẢM NGHÈO BỀN VỮNG NĂM 2023 HUYỆN TƯƠNG DƯƠNG"],
        [*[None] * 7, "Đơn vị tính: Triệu đồng"],
        ["STT", "Đơn vị", "Tổng số", None, "Ngân sách trung ương", None, "Ngân sách địa phương", None,
         "Số hộ hưởng lợi (hộ)"],
        [None, None, "Kế hoạch vốn", "Giải ngân", "Kế hoạch vốn", "Giải ngân", "Kế hoạch vốn", "Giải ngân", None],
    ]  # fmt: skip
    sums = [sum(values) for values in list(zip(*lines, strict=True))[1:]]
    for number, (name, a, b, c, d, e, f, households) in enumerate([*lines, ("Cộng", *sums)], start=1):
        shown = households / 1000 if households == 1_200 else households
        rows.append([number if number < 4 else None, name, a, d, b, e, c, f, shown])
    rows[5] = [*rows[5][:2], 890, *rows[5][3:]]  # C6: 890 for 980
    page = Page("Von", rows, ["A3:A4", "B3:B4", "C3:D3", "E3:F3", "G3:H3", "I3:I4"])
    return Made("12_von_theo_nguon.xlsx", xlsx([page]), {"Von!C6": "890 for 980"})


# --- an export of the statistics office: no merged cells, years across, regions unmarked


def statistics_export() -> Made:
    """Semicolons, title and empty line, heading joined of year and variable, ".." for no data, areas as subtotals."""
    regions = {
        "Trung du và miền núi phía Bắc": ("Hà Giang", "Cao Bằng", "Bắc Kạn"),
        "Tây Nguyên": ("Kon Tum", "Gia Lai"),
    }
    rates = {"Hà Giang": ("42,1", "37,1"), "Cao Bằng": ("34,1", "28,9"), "Bắc Kạn": ("25,2", ".."),
             "Kon Tum": ("15,3", "10,9"), "Gia Lai": ("12,1", "9,0")}  # fmt: skip
    counts = {"Hà Giang": (182_500, 186_300), "Cao Bằng": (128_400, 129_100), "Bắc Kạn": (81_200, 81_900),
              "Kon Tum": (138_600, 141_000), "Gia Lai": (374_100, 380_200)}  # fmt: skip

    def total(names: Sequence[str]) -> list[int]:
        return [sum(counts[name][year] for name in names) for year in (0, 1)]

    rows: list[Row] = [
        ["Số hộ và tỷ lệ hộ nghèo phân theo địa phương"], [],
        [None, "2021 Số hộ (Hộ)", "2022 Số hộ (Hộ)", "2021 Tỷ lệ hộ nghèo (%)", "2022 Tỷ lệ hộ nghèo (%)"],
    ]  # fmt: skip
    rows.append(["CẢ NƯỚC", *total(list(counts)), "22,9", "19,4"])
    for region, members in regions.items():
        rows.append([region, *total(members), "..", ".."])
        rows += [[name, *counts[name], *rates[name]] for name in members]
    wrong = [list(row) for row in rows]
    wrong[5][1] = 182_400  # B6, Hà Giang
    return Made(
        "03_tong_cuc_thong_ke.csv", text(wrong, ";", "utf-8-sig"), {"03_tong_cuc_thong_ke!B6": "182400 for 182500"}
    )


# --- a list of indicators with a unit column, plan and achieved, as .ods


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
    return Made("05_chi_tieu_giam_ngheo.ods", fixed_times(out.getvalue()), {"KQ 2023!F13": "95,0 for 90,0"})


# --- two tables on a sheet, a second sheet that repeats one, hidden rows and columns


def two_tables_and_a_summary() -> Made:
    """Two tables under each other with their own titles and units, and a summary sheet that must agree with both."""
    communes = ["Xã Mò Ó", "Xã Hướng Hiệp", "Xã Ba Nang", "Xã Tà Long"]
    poor, persons = [96, 310, 402, 388], [420, 1_395, 1_890, 1_760]
    houses, money = [6, 14, 21, 17], [240, 560, 840, 680]
    rows: list[Row] = [
        ["BÁO CÁO GIẢM NGHÈO HUYỆN ĐA KRÔNG NĂM 2023"], [],
        ["1. Hộ nghèo"], [None, None, "ĐVT: hộ, khẩu"],
        ["STT", "Đơn vị", "Số hộ nghèo", "Số khẩu nghèo"],
        *numbered(communes, poor, persons),
        [None, "Cộng", sum(poor), sum(persons)], [],
        ["2. Hỗ trợ nhà ở"], [None, None, "ĐVT: nhà, triệu đồng"],
        ["STT", "Đơn vị", "Số nhà xây mới", "Kinh phí hỗ trợ", "Mã xã"],
        *numbered(communes, houses, money, ["19503", "19506", "19509", "19512"]),
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


# --- what must be refused


def list_of_persons() -> Made:
    """A list of poor households with (invented) names and identity numbers."""
    rows: list[Row] = [
        ["DANH SÁCH HỘ NGHÈO NĂM 2023"], [],
        ["STT", "Họ và tên chủ hộ", "Ngày sinh", "Số CCCD", "Số khẩu", "Thu nhập bình quân"],
        *numbered(
            [f"Nguyễn Văn {letter}" for letter in "ABCDEF"], [f"0{day}/01/1980" for day in range(1, 7)],
            [f"00108000000{digit}" for digit in range(1, 7)], range(2, 8), range(701, 707),
        ),
    ]  # fmt: skip
    return Made("13_danh_sach_ho.xlsx", xlsx([Page("DS", rows)]))
