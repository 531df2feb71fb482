"""Golden workbooks of layouts that are rarer than the forms of reviews and finances: invented figures, planted errors.

Tables side by side and below each other, places, years and quarters across, several units a row, levels of ordinals,
footnotes, signatures at both sides, text numbers in either style. Places are real names, every figure is made up.
"""

from collections.abc import Sequence

from tests.golden.sheets.writing import Made, Page, Row, Value, numbered, ods, text, vi, xls, xlsx

# --- levels of ordinals (A, I, 1, a, -), a total by ordinals, shares stored as fractions, two signatures


def funds_by_levels() -> Made:
    """Plan and spending of programmes by letters, Roman numbers, numbers and dashes; "Tổng cộng (A+B)" on top."""
    tree: list[tuple[Value, str, tuple[int, int] | None]] = [
        ("A", "Chương trình MTQG giảm nghèo bền vững", None),
        ("I", "Dự án 1: Hỗ trợ đầu tư phát triển hạ tầng", None),
        (1, "Công trình giao thông", (4_200, 3_990)), (2, "Công trình nước sinh hoạt", (1_850, 1_500)),
        ("II", "Dự án 2: Đa dạng hóa sinh kế", (2_640, 2_112)),
        ("III", "Dự án 4: Phát triển giáo dục nghề nghiệp", None),
        ("a", "Đào tạo nghề", (930, 604)), ("b", "Hỗ trợ việc làm bền vững", (410, 402)),
        ("B", "Chương trình MTQG xây dựng nông thôn mới", None),
        ("-", "Vốn đầu tư phát triển", (6_300, 6_111)), ("-", "Vốn sự nghiệp", (1_120, 560)),
    ]  # fmt: skip
    under = {0: (1, 4, 5), 1: (2, 3), 5: (6, 7), 8: (9, 10)}

    def figures(at: int) -> tuple[int, int]:
        own = tree[at][2]
        if own is not None:
            return own
        parts = [figures(part) for part in under[at]]
        return sum(part[0] for part in parts), sum(part[1] for part in parts)

    rows: list[Row] = [
        ["UBND HUYỆN BẮC HÀ", None, None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        ["PHÒNG TÀI CHÍNH - KẾ HOẠCH", None, None, None, "Độc lập - Tự do - Hạnh phúc"],
        [],
        ["BÁO CÁO TÌNH HÌNH GIẢI NGÂN CÁC CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA NĂM 2023"],
        ["(Số liệu đến hết ngày 31/01/2024)"],
        [None, None, None, None, "Đơn vị tính: triệu đồng"],
        ["TT", "Nội dung", "Kế hoạch vốn năm 2023", "Giải ngân", "Tỷ lệ giải ngân"],
        ["A", "B", "1", "2", "3=2/1"],
    ]
    lines: list[tuple[Value, str, tuple[int, int]]] = [
        (None, "TỔNG CỘNG (A+B)", tuple(map(sum, zip(figures(0), figures(8), strict=True)))),  # type: ignore[list-item]
        *((ordinal, label, figures(at)) for at, (ordinal, label, _) in enumerate(tree)),
    ]
    for ordinal, label, (plan, spent) in lines:
        rows.append([ordinal, label, plan, spent, round(spent / plan, 4)])
    rows[12] = [*rows[12][:3], 1_050, rows[12][4]]  # D13: 1.050 for 1.500
    rows += [
        [], ["NGƯỜI LẬP BIỂU", None, None, None, "Bắc Hà, ngày 05 tháng 02 năm 2024"],
        [None, None, None, None, "KT. TRƯỞNG PHÒNG"], ["(Ký, ghi rõ họ tên)", None, None, None, "PHÓ TRƯỞNG PHÒNG"],
    ]  # fmt: skip
    page = Page("GN 2023", rows, ["A4:E4", "A5:E5"], {"C": "#,##0", "D": "#,##0", "E": "0.0%"})
    return Made("14_giai_ngan_nhieu_cap.xlsx", xlsx([page]), {"GN 2023!D13": "1.050 for 1.500"})


# --- two tables side by side, each with its own ordinals and totals


def side_by_side() -> Made:
    """Loans and savings groups of the same communes, beside each other on one sheet."""
    communes = ["Xã Ea Tul", "Xã Ea Kiết", "Xã Cư Dliê M'nông", "Xã Ea Drơng"]
    left: Sequence[Sequence[Value]] = [(1_204, 51_330), (980, 40_115), (655, 25_402), (1_430, 66_090)]
    right: Sequence[Sequence[Value]] = [(34, 1_190), (28, 940), (19, 640), (41, 1_402)]
    rows: list[Row] = [
        ["KẾT QUẢ HOẠT ĐỘNG TÍN DỤNG CHÍNH SÁCH HUYỆN CƯ M'GAR ĐẾN 30/6/2023"],
        [],
        ["Bảng 1. Dư nợ cho vay hộ nghèo", None, None, None, None, "Bảng 2. Tổ tiết kiệm và vay vốn"],
        ["STT", "Xã", "Số hộ còn dư nợ (hộ)", "Dư nợ (triệu đồng)", None, "STT", "Xã", "Số tổ TK&VV (tổ)",
         "Số hộ vay qua tổ (hộ)"],
    ]  # fmt: skip
    for number, (name, one, other) in enumerate(zip(communes, left, right, strict=True), start=1):
        rows.append([number, name, *one, None, number, name, *other])
    totals = [sum(int(str(line[at])) for line in lines) for lines in (left, right) for at in (0, 1)]
    rows.append([None, "Tổng cộng", *totals[:2], None, None, "Tổng cộng", *totals[2:]])
    rows[6] = [*rows[6][:8], 604]  # I7: 604 for 640
    page = Page("6T 2023", rows, ["A1:I1", "A3:D3", "F3:I3"], dict.fromkeys("CDHI", "#,##0"))
    return Made("15_hai_bang_canh_nhau.xlsx", xlsx([page]), {"6T 2023!I7": "604 for 640"})


# --- years across in two blocks, no merged cells, UTF-16 with tabs


def years_in_blocks() -> Made:
    """Counts and rates of four years beside each other, in the text that a spreadsheet program saves as Unicode."""
    households = {"Huyện Kbang": (3_120, 2_604, 2_011, 1_530), "Huyện Đak Đoa": (4_410, 3_702, 3_015, 2_244),
                  "Thị xã An Khê": (402, 330, 251, 190)}  # fmt: skip
    everyone = {"Huyện Kbang": 16_540, "Huyện Đak Đoa": 27_900, "Thị xã An Khê": 17_310}
    rows: list[Row] = [
        ["HỘ NGHÈO THEO HUYỆN TỈNH GIA LAI GIAI ĐOẠN 2021 - 2024"],
        [],
        ["STT", "Đơn vị", "Số hộ nghèo (hộ)", None, None, None, "Tỷ lệ hộ nghèo (%)", None, None, None],
        [None, None, *(2021 + at for at in range(4)), *(2021 + at for at in range(4))],
    ]
    sums = tuple(map(sum, zip(*households.values(), strict=True)))
    lines: list[tuple[Value, str, Sequence[int], int]] = [
        (number, name, line, everyone[name]) for number, (name, line) in enumerate(households.items(), start=1)
    ]
    lines.append((None, "Cộng", sums, sum(everyone.values())))
    for number, name, line, all_of in lines:
        rates = [vi(value / all_of * 100, 2) for value in line]
        rows.append([number, name, *map(vi, line), *rates])
    rows[5] = [*rows[5][:4], vi(3_051), *rows[5][5:]]  # E6: 3.051 for 3.015
    content = text(rows, "\t", "utf-16")
    return Made("16_nam_ngang_hai_khoi.tsv", content, {"16_nam_ngang_hai_khoi!E6": "3.051 for 3.015"})


# --- several lines a place, each with its own unit; months across


def lines_with_units() -> Made:
    """Four lines a commune with the unit of each beside it, by quarters and the whole year."""
    communes = {
        "Xã Sín Chéng": ((41, 38, 52, 60), (310, 298, 405, 480), (1_240, 1_180, 1_610, 1_905), (6, 5, 7, 9)),
        "Xã Bản Mế": ((30, 22, 35, 41), (205, 160, 260, 301), (820, 640, 1_050, 1_204), (4, 3, 5, 5)),
    }
    measures = [("Số lao động được tạo việc làm", "người"), ("Số lượt hộ vay vốn", "lượt hộ"),
                ("Doanh số cho vay", "triệu đồng"), ("Số lớp đào tạo nghề", "lớp")]  # fmt: skip
    rows: list[Row] = [
        ["ỦY BAN NHÂN DÂN HUYỆN SI MA CAI"],
        ["KẾT QUẢ THỰC HIỆN MỘT SỐ CHÍNH SÁCH GIẢM NGHÈO NĂM 2022 CHIA THEO QUÝ"],
        [],
        ["STT", "Xã", "Chỉ tiêu", "ĐVT", "Cả năm", "Chia ra", None, None, None],
        [None, None, None, None, None, "Quý I", "Quý II", "Quý III", "Quý IV"],
    ]
    merged = ["A4:A5", "B4:B5", "C4:C5", "D4:D5", "E4:E5", "F4:I4", "A2:I2"]
    sums = [[sum(communes[name][at][quarter] for name in communes) for quarter in range(4)] for at in range(4)]
    for number, (name, lines) in enumerate([("Toàn huyện", sums), *communes.items()]):
        for at, (measure, unit) in enumerate(measures):
            first = at == 0
            rows.append([number or None if first else None, name if first else None, measure, unit,
                         sum(lines[at]), *lines[at]])  # fmt: skip
        top = 6 + 4 * number
        merged += [f"A{top}:A{top + 3}", f"B{top}:B{top + 3}"]
    rows[11] = [*rows[11][:4], 5_953, *rows[11][5:]]  # E12: 5.953 for 5.935
    page = Page("Theo quy", rows, merged, dict.fromkeys("EFGHI", "#,##0"))
    return Made("17_nhieu_dong_moi_xa.xlsm", xlsx([page]), {"Theo quy!E12": "5.953 for 5.935"})


# --- communes of 2025, a title in the middle, footnotes on headings and labels


def communes_of_2025() -> Made:
    """Two forms below each other on one sheet of an .xls, footnote marks behind headings and names."""
    communes = ["Xã Mường Bo (1)", "Xã Bản Hồ", "Phường Sa Pa", "Xã Tả Van"]
    poor = [(2_950, 402, 210), (1_820, 311, 190), (7_410, 96, 120), (2_130, 355, 240)]
    cards = [(1_804, 902), (1_422, 801), (402, 510), (1_611, 1_002)]
    rows: list[Row] = [
        ["ỦY BAN NHÂN DÂN TỈNH LÀO CAI"],
        ["KẾT QUẢ RÀ SOÁT HỘ NGHÈO, HỘ CẬN NGHÈO NĂM 2025"],
        ["TT", "Xã, phường", "Tổng số hộ dân cư (hộ)", "Hộ nghèo", None, "Hộ cận nghèo (2)", None],
        [None, None, None, "Số hộ (hộ)", "Tỷ lệ (%)", "Số hộ (hộ)", "Tỷ lệ (%)"],
        ["A", "B", "1", "2", "3=2/1*100", "4", "5=4/1*100"],
    ]

    def line(number: Value, name: str, values: Sequence[int]) -> Row:
        total, one, other = values
        return [number, name, total, one, round(one / total * 100, 2), other, round(other / total * 100, 2)]

    rows += [line(number, name, values) for number, (name, values) in enumerate(zip(communes, poor, strict=True), 1)]
    rows.append(line(None, "Tổng cộng", [sum(column) for column in zip(*poor, strict=True)]))
    rows[6] = [*rows[6][:4], 19.07, *rows[6][5:]]  # E7: 19,07 for 17,09
    rows += [
        [], ["KẾT QUẢ CẤP THẺ BẢO HIỂM Y TẾ NĂM 2025"],
        ["TT", "Xã, phường", "Số thẻ BHYT cấp cho người nghèo (thẻ)", "Số thẻ BHYT cấp cho người cận nghèo (thẻ)"],
        *numbered(communes, *([line[at] for line in cards] for at in (0, 1))),
        [None, "Tổng cộng", *(sum(column) for column in zip(*cards, strict=True))],
        [], ["(1) Xã thành lập ngày 01/7/2025."], ["(2) Theo chuẩn nghèo giai đoạn 2022 - 2025."],
        [None, None, None, None, None, "Lào Cai, ngày 20 tháng 12 năm 2025"], [None] * 5 + ["CHỦ TỊCH"],
    ]  # fmt: skip
    merged = ["A2:G2", "A3:A4", "B3:B4", "C3:C4", "D3:E3", "F3:G3", "A12:G12"]
    page = Page("Bieu", rows, merged)
    return Made("18_xa_phuong_moi_2025.xls", xls([page]), {"Bieu!E7": "19,07 for 17,09"})


# --- identities of several kinds in one index row


def kinds_of_identities() -> Made:
    """An index row with differences, sums, shares of sums and a rate of a rate's parts, in brackets and without."""
    districts = {"Huyện Tuần Giáo": (4_980, 610, 95, 14_900, 2_210), "Huyện Mường Ảng": (2_350, 402, 51, 9_800, 1_120),
                 "Huyện Tủa Chùa": (5_420, 731, 120, 11_750, 1_980)}  # fmt: skip
    rows: list[Row] = [
        ["TỔNG HỢP KẾT QUẢ GIẢM NGHÈO TỈNH ĐIỆN BIÊN NĂM 2024"],
        ["(Kèm theo Báo cáo số 512/BC-UBND ngày 25/12/2024 của UBND tỉnh)"],
        ["STT", "Huyện", "Hộ nghèo đầu năm (hộ)", "Hộ thoát nghèo (hộ)", "Hộ nghèo phát sinh (hộ)",
         "Hộ nghèo cuối năm (hộ)", "Hộ cận nghèo (hộ)", "Hộ nghèo, hộ cận nghèo (hộ)", "Tổng số hộ dân cư (hộ)",
         "Tỷ lệ hộ nghèo (%)", "Tỷ lệ nghèo đa chiều (%)"],
        ["(a)", "(b)", "(1)", "(2)", "(3)", "(4)=(1)-(2)+(3)", "(5)", "(6)=(4)+(5)", "(7)", "(8)=(4)/(7)*100",
         "(9)=[(4)+(5)]/(7)*100"],
    ]  # fmt: skip

    def line(number: Value, name: str, values: Sequence[int]) -> Row:
        first, left, new, total, near = values
        last = first - left + new
        return [number, name, first, left, new, last, near, last + near, total,
                round(last / total * 100, 2), round((last + near) / total * 100, 2)]  # fmt: skip

    sums = [sum(column) for column in zip(*districts.values(), strict=True)]
    rows.append(line(None, "TOÀN TỈNH", sums))
    rows += [line(number, name, values) for number, (name, values) in enumerate(districts.items(), start=1)]
    rows[7] = [*rows[7][:10], 57.98, *rows[7][11:]]  # K8: 57,98 for 57,80
    page = Page("TH 2024", rows, ["A1:K1", "A2:K2"])
    return Made("19_nhieu_loai_cong_thuc.ods", ods([page]), {"TH 2024!K8": "another rate"})


# --- text numbers in English style, loans by the association that lends for the bank


def loans_by_association() -> Made:
    """Loans by association and programme with commas for thousands and dots for decimals, semicolons between."""
    programmes = {"Hộ nghèo": (21_404.5, 9_830.0, 6_120.5), "Hộ cận nghèo": (15_880.0, 7_404.0, 3_902.5),
                  "Nước sạch và vệ sinh môi trường nông thôn": (11_020.5, 6_015.0, 2_450.0)}  # fmt: skip
    rows: list[Row] = [
        ["NGÂN HÀNG CHÍNH SÁCH XÃ HỘI - PHÒNG GIAO DỊCH HUYỆN VŨ QUANG"],
        ["DƯ NỢ ỦY THÁC QUA CÁC TỔ CHỨC CHÍNH TRỊ - XÃ HỘI"],
        ["Đến ngày 31/12/2023"],
        [None, None, None, None, None, "Đơn vị: triệu đồng"],
        ["TT", "Chương trình cho vay", "Hội Nông dân", "Hội Phụ nữ", "Hội Cựu chiến binh", "Tổng dư nợ"],
    ]

    def shown(value: float) -> str:
        return f"{value:,.1f}"

    lines: list[tuple[Value, str, Sequence[float]]] = [
        (number, name, values) for number, (name, values) in enumerate(programmes.items(), start=1)
    ]
    lines.append((None, "Tổng cộng", [sum(column) for column in zip(*programmes.values(), strict=True)]))
    for number, name, values in lines:
        rows.append([number, name, *map(shown, values), shown(sum(values))])
    rows[6] = [*rows[6][:3], shown(7_044.0), *rows[6][4:]]  # D7: 7,044.0 for 7,404.0
    return Made("20_uy_thac_so_kieu_anh.csv", text(rows, ";", "utf-8"), {"20_uy_thac_so_kieu_anh!D7": "7,044.0"})


# --- places across, indicators down with the units beside them, totals of places within


def indicators_by_region() -> Made:
    """Indicators down, two areas with their communes across, each area with a column of its own."""
    rows: list[Row] = [
        ["Biểu số 05"],
        ["CHỈ TIÊU GIẢM NGHÈO NĂM 2026 GIAO CHO CÁC XÃ KHU VỰC BA CHẼ, TỈNH QUẢNG NINH"],
        [],
        ["TT", "Chỉ tiêu", "Đơn vị tính", "Tổng số", "Chia ra", None],
        [None, None, None, None, "Xã Ba Chẽ", "Xã Lương Minh"],
        ["I", "Chỉ tiêu về hộ nghèo"],
        [1, "Số hộ nghèo đầu năm", "Hộ", 212, 120, 92],
        [2, "Số hộ thoát nghèo", "Hộ", 84, 50, 34],
        [3, "Tỷ lệ hộ nghèo cuối năm", "%", 2.15, 1.9, 2.6],
        ["II", "Chỉ tiêu về việc làm, tín dụng"],
        [1, "Số lao động được tạo việc làm", "Người", 405, 260, 145],
        [2, "Doanh số cho vay", "Triệu đồng", 18_540.5, 11_200.5, 7_340],
        [3, "Số lao động đi làm việc ở nước ngoài theo hợp đồng", "Người", 38, 25, 15],
    ]
    page = Page("Giao KH", rows, ["A2:F2", "A4:A5", "B4:B5", "C4:C5", "D4:D5", "E4:F4"])
    return Made("21_giao_chi_tieu_2026.xlsx", xlsx([page]), {"Giao KH!D13": "38 for 40"})


# --- a table on two pages: sums carried over, headings again, sections of kinds of communes, a remark between lines


def houses_on_two_pages() -> Made:
    """Houses by works and by groups, on two pages with what is carried over, sections with totals of their own."""
    heading: list[Row] = [
        [
            "STT",
            "Địa bàn",
            "Nhà được hỗ trợ (nhà)",
            None,
            None,
            "Chia theo đối tượng (nhà)",
            None,
            "Kinh phí (triệu đồng)",
        ],
        [None, None, "Tổng số", "Xây mới", "Sửa chữa", "Hộ nghèo", "Hộ cận nghèo", None],
    ]
    first = numbered(["Xã Na Loi", "Xã Keng Đu", "Xã Huồi Tụ"], [22, 21, 22], [15, 17, 8], [7, 4, 14], [20, 15, 17],
                     [2, 6, 5], [1_110, 1_140, 900])  # fmt: skip
    second = numbered(["Xã Na Ngoi", "Thị trấn Mường Xén"], [30, 34], [21, 18], [9, 16], [24, 20], [6, 14],
                      [1_530, 1_560])  # fmt: skip
    rows: list[Row] = [
        ["UBND HUYỆN KỲ SƠN"],
        ["KẾT QUẢ HỖ TRỢ NHÀ Ở CHO HỘ NGHÈO, HỘ CẬN NGHÈO NĂM 2024"],
        [],
        *heading,
        ["I", "XÃ KHU VỰC III"],
        *first,
        [None, "(Xã Huồi Tụ: chưa gồm 4 nhà làm bằng vốn xã hội hóa)"],
        [None, "Cộng I", 65, 40, 25, 52, 13, 3_150],
        [None, "Cộng chuyển sang trang sau", 65, 40, 25, 52, 13, 3_150],
        ["Trang 1"],
        *heading,
        [None, "Trang trước chuyển sang", 65, 40, 25, 52, 13, 3_510],
        ["II", "XÃ, THỊ TRẤN CÒN LẠI"],
        *second,
        [None, "Cộng II", 64, 39, 25, 44, 20, 3_090],
        [None, "TỔNG CỘNG (I+II)", 129, 79, 50, 96, 33, 6_240],
        [],
        ["NGƯỜI LẬP BIỂU", None, None, None, None, "TRƯỞNG PHÒNG"],
    ]
    merged = [f"{area.format(row, row + 1)}" for row in (4, 14) for area in ("A{}:A{}", "B{}:B{}", "H{}:H{}")]
    merged += [f"{area.format(row, row)}" for row in (4, 14) for area in ("C{}:E{}", "F{}:G{}")]
    page = Page("Nha o", rows, merged)
    return Made("22_hai_trang_chuyen_sang.xlsx", xlsx([page]), {"Nha o!H16": "3.510 for 3.150"})
