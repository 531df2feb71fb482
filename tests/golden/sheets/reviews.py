"""Golden workbooks of poverty reviews: layouts that offices send, invented figures, errors planted on purpose.

Each function returns a `Made` workbook: its bytes, and which cells a person would find wrong. The layouts
follow the forms of Circular 07/2021/TT-BLĐTBXH. Every figure is made up; places are real names.
"""

from collections.abc import Sequence

from tests.golden.sheets.writing import Made, Page, Row, Value, numbered, text, vi, xlsx

# --- changes of poor households, several lines a commune, identities over all columns


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
         "Số hộ nghèo tăng trong kỳ", None, None, None, "Số hộ nghèo cuối kỳ", "Tổng số hộ dân cư",
         "Tỷ lệ hộ nghèo cuối kỳ (%)"],
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


# --- deprivations: counts and rates beside each other, ordinals within labels


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
    communes = [
        ("1. Thị trấn Mù Cang Chải", 210, (40, 12, 61, 55, 20, 90)),
        ("2. Xã Nậm Khắt", 480, (95, 41, 150, 201, 160, 333)),
        ("3. Xã Púng Luông", 402, (88, 30, 140, 170, 121, 260)),
        ("4. Xã Chế Tạo", 260, (61, 22, 120, 133, 99, 201)),
    ]
    rows: list[Row] = [
        ["TỔNG HỢP CÁC CHỈ SỐ THIẾU HỤT DỊCH VỤ XÃ HỘI CƠ BẢN CỦA HỘ NGHÈO NĂM 2022 - HUYỆN MÙ CANG CHẢI"],
        [*[None] * 12, "Đơn vị: Hộ, %"],
        ["Xã, thị trấn", "Tổng số hộ nghèo", "Số hộ nghèo thiếu hụt các chỉ số", *[None] * 5,
         "Tỷ lệ thiếu hụt so với tổng số hộ nghèo (%)", *[None] * 5],
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


# --- sections with subtotals below, a grand total of Roman sections


def sections_with_subtotals() -> Made:
    """Sections by area, a "Cộng" under each, "Tổng cộng (I+II)" at the end; groups of causes with "Trong đó"."""
    urban = [("Thị trấn Trà Cú", 2_310, 64, 20, 12), ("Thị trấn Định An", 1_980, 71, 25, 9)]
    rural = [
        ("Xã Phước Hưng", 2_820, 96, 70, 14),
        ("Xã Tập Sơn", 2_450, 88, 61, 10),
        ("Xã Hàm Giang", 2_290, 120, 101, 21),
    ]

    def total(lines: Sequence[tuple[str, int, int, int, int]]) -> list[int]:
        return [sum(values) for values in list(zip(*lines, strict=True))[1:]]

    rows: list[Row] = [
        ["HỘ NGHÈO HUYỆN TRÀ CÚ, TỈNH TRÀ VINH - CUỐI NĂM 2022"], [],
        ["TT", "Xã, thị trấn", "Số hộ dân cư", "Hộ nghèo", None, None],
        [None, None, None, "Tổng số", "Trong đó", None],
        [None, None, None, None, "Hộ nghèo dân tộc thiểu số", "Hộ nghèo có chủ hộ là nữ"],
        ["I", "Thành thị"], *numbered(*zip(*urban, strict=True)),
        [None, "Cộng", *total(urban)],
        ["II", "Nông thôn"], *numbered(*zip(*rural, strict=True)),
        [None, "Cộng", *total(rural)],
        [None, "Tổng cộng (I+II)", *total([*urban, *rural])],
    ]  # fmt: skip
    rows[13] = [None, "Cộng", total(rural)[0], 340, *total(rural)[2:]]  # row 14: 304 with digits swapped
    page = Page("TH", rows, ["A3:A5", "B3:B5", "C3:C5", "D3:F3", "D4:D5", "E4:F4"])
    return Made("09_thanh_thi_nong_thon.xlsx", xlsx([page]), {"TH!D14": "340 for 304"})


# --- formulas with and without stored values, a SUM that ends too early, a stale value


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


# --- long form, one row a commune and year, tab-separated, no diacritics lost


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


# --- places across, indicators down


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
        ["Tỷ lệ hộ nghèo (%)", *(round(a / b * 100, 2) for a, b in zip(poor, total, strict=True)),
         vi(sum(poor) / sum(total) * 100, 2)],
        ["Dư nợ tín dụng chính sách", *loans, vi(sum(loans))],
    ]  # fmt: skip
    return Made("06_theo_huyen_ngang.xlsx", xlsx([Page("TH", rows, ["A1:G1"])]), {"TH!G6": "100 too many"})
