"""How tables of offices are understood: totals, trees, of-which, absences, units, periods, statuses, hidden parts."""

from decimal import Decimal

import pytest

from pipelines.readers.workbook_cells import CellGrid
from tests.unit.tables.grids import Rows, Value, broken, by_cell, parts_of, read_rows, read_sheets, sheet_of

HEAD: list[Value] = ["TT", "Xã", "Số hộ nghèo", "Số hộ cận nghèo"]


class TestTotals:
    @pytest.mark.parametrize("label", ["Tổng cộng", "TỔNG SỐ", "Cộng", "Toàn huyện", "Tổng cộng huyện Bạch Thông"])
    @pytest.mark.parametrize("first", [True, False], ids=["above", "below"])
    def test_total_rows_by_their_words(self, label: str, first: bool) -> None:
        items: Rows = [[1, "Xã Vi Hương", 10, 3], [2, "Xã Sĩ Bình", 20, 4]]
        total: list[Value] = [None, label, 30, 7]
        reading = read_rows([HEAD, total, *items] if first else [HEAD, *items, total])
        row, parts = (2, {"C3", "C4"}) if first else (4, {"C2", "C3"})
        assert parts_of(reading)[f"C{row}"] == parts

    def test_a_tree_of_ordinals_sums_level_by_level(self) -> None:
        rows: Rows = [
            ["TT", "Nội dung", "Kinh phí (triệu đồng)"],
            ["A", "Vốn đầu tư", 60], ["I", "Giao thông", 40], [1, "Đường A", 25], [2, "Đường B", 15],
            ["II", "Nước", 20], ["B", "Vốn sự nghiệp", 30], [None, "Tổng cộng (A+B)", 90],
        ]  # fmt: skip
        assert parts_of(read_rows(rows)) == {"C2": {"C3", "C6"}, "C3": {"C4", "C5"}, "C8": {"C2", "C7"}}

    def test_a_wrong_figure_does_not_explain_the_sum_away(self) -> None:
        rows: Rows = [HEAD, [1, "Xã Vi Hương", 10, 3], [2, "Xã Sĩ Bình", 21, 4], [None, "Cộng", 30, 7]]
        reading = read_rows(rows)
        assert parts_of(reading)["C4"] == {"C2", "C3"}
        assert broken(reading) == [frozenset({"Sheet1!C2", "Sheet1!C3", "Sheet1!C4"})]

    def test_a_total_that_agrees_nowhere_is_no_sum_and_is_told(self) -> None:
        rows: Rows = [["TT", "Xã", "Hộ A", "Hộ B", "Hộ C", "Hộ D"]]
        rows += [[1, "Xã Vi Hương", 1, 2, 3, 4], [2, "Xã Sĩ Bình", 5, 6, 7, 8], [None, "Tổng số", 99, 98, 97, 96]]
        reading = read_rows(rows)
        assert parts_of(reading) == {}
        assert "total_not_a_sum" in [problem.code for problem in reading.problems]

    def test_of_which_rows_enter_no_sum(self) -> None:
        rows: Rows = [
            HEAD, [1, "Xã Vi Hương", 10, 3], [None, "Trong đó: nữ", 4, 1], [2, "Xã Sĩ Bình", 20, 4],
            [None, "Cộng", 30, 7],
        ]  # fmt: skip
        reading = read_rows(rows)
        assert parts_of(reading)["C5"] == {"C2", "C4"}
        assert {one.kind for one in reading.relations} == {"part_whole", "subset"}
        assert by_cell(reading)["C3"].meaning.sex == "F"

    def test_of_which_columns_enter_no_sum(self) -> None:
        rows: Rows = [["Xã", "Hộ nghèo", None, None], [None, "Tổng số", "Trong đó", None], [None, None, "Nữ", "DTTS"]]
        rows += [["Xã Vi Hương", 10, 4, 6], ["Xã Sĩ Bình", 20, 9, 11]]
        merged = [(1, 1, 3, 1), (1, 2, 1, 4), (2, 2, 3, 2), (2, 3, 2, 4)]
        reading = read_rows(rows, merged)
        assert parts_of(reading) == {}
        assert [one.kind for one in reading.relations] == ["subset"] * 4

    def test_a_mean_of_the_rows_is_no_sum_of_them(self) -> None:
        rows: Rows = [["Xã", "Số tiêu chí đạt (tiêu chí)", "Đường làm mới (km)"], ["Xã Mỹ Hòa", 19, 4.4]]
        rows += [["Xã Long Sơn", 15, 1.8], ["Xã Hiệp Hòa", 17, 5.1], ["Toàn huyện", 17, 11.3]]
        reading = read_rows(rows)
        assert parts_of(reading) == {"C5": {"C2", "C3", "C4"}}
        assert broken(reading) == []

    def test_the_year_in_which_something_was_is_no_figure(self) -> None:
        rows: Rows = [["Xã", "Số tiêu chí đạt", "Năm đạt chuẩn"], ["Xã Mỹ Hòa", 19, 2021], ["Xã Long Sơn", 15, None]]
        assert set(by_cell(read_rows(rows))) == {"B2", "B3"}

    def test_a_total_of_rates_alone_is_not_missed_as_a_sum(self) -> None:
        rows: Rows = [["Tỷ lệ hộ nghèo (%)"], ["Xã", "Năm 2022"], ["Toàn huyện", 9.5], ["Xã Vi Hương", 3.2]]
        assert read_rows([*rows, ["Xã Sĩ Bình", 12.1]]).problems == ()

    def test_a_product_of_columns_is_held_against_what_it_gives(self) -> None:
        rows: Rows = [
            ["HỖ TRỢ CHI PHÍ HỌC TẬP"], [None, None, None, None, "ĐVT: 1.000 đồng"],
            ["Xã", "Số học sinh (học sinh)", "Số tháng hỗ trợ", "Mức hỗ trợ/tháng", "Kinh phí"],
            ["(a)", "(1)", "(2)", "(3)", "(4)=(1)x(2)x(3)"],
            ["Xã Sam Kha", 753, 9, 150, 1_016_550], ["Xã Púng Bánh", 671, 4, 150, 402_600],
            ["Xã Sốp Cộp", 512, 9, 150, 619_200],
        ]  # fmt: skip
        reading = read_rows(rows)
        assert broken(reading) == [frozenset({"Sheet1!B7", "Sheet1!E7"})]
        cells = by_cell(reading)
        assert (cells["C5"].unit, cells["D5"].meaning.indicator) == ("month", "unit.support_norm")

    def test_a_norm_times_persons_times_months_is_money_in_whatever_unit_its_column_has(self) -> None:
        rows: Rows = [
            ["TRỢ CẤP HẰNG THÁNG QUÝ II NĂM 2023"],
            ["Nhóm", "Mức trợ cấp (đồng/người/tháng)", "Số đối tượng (người)", "Kinh phí trong quý (nghìn đồng)"],
            ["(1)", "(2)", "(3)", "(4)=(2)x(3)x3"],
            ["Dưới 4 tuổi", 900_000, 7, 18_900], ["Từ 4 tuổi", 540_000, 98, 158_760], ["Khác", 360_000, 10, 10_880],
        ]  # fmt: skip
        assert broken(read_rows(rows)) == [frozenset({"Sheet1!B6", "Sheet1!D6"})]

    @pytest.mark.parametrize("days", [20, 30, 12])
    def test_a_product_holds_as_printed_or_in_base_units_as_most_of_its_rows_do(self, days: int) -> None:
        rows: Rows = [["TIỀN ĂN NĂM 2023"], ["Trường", "Số học sinh", "Mức ăn (đồng/ngày)", "Kinh phí (nghìn đồng)"]]
        rows += [["(1)", "(2)", "(3)", f"(4)=(2)x(3)x{days}"]]
        rows += [[f"Trường {at}", at * 10, 8_000, at * 80 * days] for at in (1, 2, 3)]
        assert broken(read_rows([*rows, ["Trường 4", 40, 8_000, 319 * days]])) == [
            frozenset({"Sheet1!B7", "Sheet1!D7"})
        ]

    def test_a_product_that_no_row_bears_out_is_not_told(self) -> None:
        rows: Rows = [["SẢN LƯỢNG LÚA NĂM 2023"], ["Xã", "Diện tích (ha)", "Năng suất (tạ/ha)", "Sản lượng (tấn)"]]
        rows += [["(1)", "(2)", "(3)", "(4)=(2)x(3)"], ["Xã Vi Hương", 10, 60, 60], ["Xã Sĩ Bình", 20, 55, 110]]
        assert broken(read_rows(rows)) == []

    def test_a_figure_that_looks_like_a_year_is_one_of_its_column(self) -> None:
        rows: Rows = [["Xã", "Số hộ nghèo"], ["Xã Vi Hương", 1990], ["Xã Sĩ Bình", 1], ["Tổng cộng", 1991]]
        assert parts_of(read_rows(rows)) == {"B4": {"B2", "B3"}}

    def test_columns_of_a_group_add_up_to_their_total(self) -> None:
        rows: Rows = [["Xã", "Số hộ nghèo", None, None], [None, "Tổng số", "Hộ A", "Hộ B"]]
        rows += [["Xã Vi Hương", 10, 4, 6], ["Xã Sĩ Bình", 20, 9, 11], ["Cộng", 30, 13, 17]]
        reading = read_rows(rows, [(1, 1, 2, 1), (1, 2, 1, 4)])
        assert parts_of(reading)["B3"] == {"C3", "D3"}
        assert parts_of(reading)["B5"] == {"B3", "B4", "C5", "D5"}

    def test_rates_are_never_added(self) -> None:
        rows: Rows = [["TT", "Xã", "Số hộ nghèo", "Tỷ lệ (%)"]]
        rows += [[1, "Xã Vi Hương", 10, 5.5], [2, "Xã Sĩ Bình", 20, 4.5], [None, "Cộng", 30, 10]]
        assert set(parts_of(read_rows(rows))) == {"C4"}


HOUSES: Rows = [
    ["TT", "Xã", "Nhà xây mới", "Nhà sửa chữa"],
    [1, "Xã Vi Hương", 10, None], [2, "Xã Sĩ Bình", 20, "-"], [3, "Xã Vũ Muộn", 0, 4], [None, "Cộng", 30, 4],
]  # fmt: skip


class TestAbsences:
    def test_a_blank_is_nothing_where_the_total_agrees(self) -> None:
        observed = by_cell(read_rows(HOUSES))
        assert {cell: sorted(observed[cell].flags) for cell in ("D2", "D3", "C4")} == {
            "D2": ["blank"], "D3": ["dash"], "C4": [],
        }  # fmt: skip
        assert [observed[cell].value for cell in ("D2", "D3", "C4")] == [0, 0, 0]

    def test_a_blank_is_unknown_where_no_sum_says_otherwise(self) -> None:
        assert "D2" not in by_cell(read_rows(HOUSES[:-1]))

    @pytest.mark.parametrize("mark", ["..", "…", "x"])
    def test_dots_are_no_figure(self, mark: str) -> None:
        rows: Rows = [*HOUSES[:2], [2, "Xã Sĩ Bình", 20, mark], *HOUSES[3:]]
        assert "D3" not in by_cell(read_rows(rows))

    def test_a_note_may_say_that_a_dash_is_unknown(self) -> None:
        rows: Rows = [*HOUSES[:-1], [], [None, "Ghi chú: (-) chưa có số liệu"]]
        assert "D3" not in by_cell(read_rows(rows))


class TestUnits:
    @pytest.mark.parametrize(
        ("line", "heading", "unit", "value"),
        [
            ("Đơn vị tính: triệu đồng", "Kinh phí", "VND", 5_000_000),
            ("ĐVT: 1.000 đồng", "Kinh phí", "VND", 5_000),
            (None, "Kinh phí (tỷ đồng)", "VND", 5_000_000_000),
            ("Đơn vị: hộ, khẩu", "Số khẩu nghèo", "person", 5),
            ("ĐVT: triệu đồng", "Số hộ vay vốn", "household", 5),
            ("ĐVT: triệu đồng", "Hộ nghèo", "VND", 5_000_000),
            ("ĐVT: triệu đồng", "Tỷ lệ nợ quá hạn", "percent", 5),
            (None, "Nhà xây mới", "house", 5),
        ],
    )
    def test_units_by_scope(self, line: str | None, heading: str, unit: str, value: int) -> None:
        rows: Rows = [[None, None, line], ["TT", "Xã", heading], [1, "Xã Vi Hương", 5], [2, "Xã Sĩ Bình", 7]]
        one = by_cell(read_rows(rows))["C3"]
        assert (one.unit, one.value) == (unit, Decimal(value))

    def test_a_unit_column_tells_each_row_its_own(self) -> None:
        rows: Rows = [["TT", "Chỉ tiêu", "ĐVT", "Thực hiện", "% so với kế hoạch"]]
        rows += [[1, "Số hộ nghèo", "hộ", 50, 97.5], [2, "Kinh phí", "triệu đồng", 3, 88.0]]
        observed = by_cell(read_rows(rows))
        units = [(observed[cell].unit, observed[cell].value) for cell in ("D2", "D3", "E3")]
        assert units == [("household", Decimal(50)), ("VND", Decimal(3_000_000)), ("percent", Decimal(88))]

    def test_a_column_headed_as_units_names_the_lines_where_it_holds_places(self) -> None:
        rows: Rows = [["TT", "Đơn vị", "Chỉ tiêu", "ĐVT", "Năm 2021", "Năm 2022"]]
        rows += [[1, "Xã Vi Hương", "Số hộ nghèo", "hộ", 30, 20], ["", "", "Tỷ lệ hộ nghèo", "%", 10.5, 7.25]]
        rows += [[2, "Xã Sĩ Bình", "Số hộ nghèo", "hộ", 40, 31], ["", "", "Tỷ lệ hộ nghèo", "%", 20.5, 15.25]]
        for told in (rows, [[*row[:3], *row[4:]] for row in rows]):
            found = by_cell(read_rows([["HUYỆN BẠCH THÔNG"], *told]))
            letter = "E" if told is rows else "D"
            placed = [found[f"{letter}{row}"].meaning.place for row in range(3, 7)]
            assert [place.name if place else None for place in placed] == ["Xã Vi Hương"] * 2 + ["Xã Sĩ Bình"] * 2
            assert [found[f"{letter}{row}"].unit for row in (3, 4)] == ["household", "percent"]

    def test_a_unit_column_within_a_group_tells_the_units_of_its_group_alone(self) -> None:
        rows: Rows = [
            ["DANH MỤC MÔ HÌNH"], [None, None, None, None, "Kinh phí: triệu đồng"],
            ["TT", "Xã", "Con giống, cây giống", None, "Tổng kinh phí", "Số hộ (hộ)"],
            [None, None, "ĐVT", "Số lượng", None, None],
            [1, "Xã Lìa", "con", 46, 538.95, 26], [2, "Xã A Dơi", "cây", 9200, 343.62, 19],
        ]  # fmt: skip
        observed = by_cell(read_rows(rows, [(3, 1, 4, 1), (3, 2, 4, 2), (3, 3, 3, 4), (3, 5, 4, 5), (3, 6, 4, 6)]))
        found = [(observed[cell].unit, int(observed[cell].value)) for cell in ("D5", "D6", "E5", "F6")]
        assert found == [("animal", 46), ("tree", 9200), ("VND", 538_950_000), ("household", 19)]

    def test_a_difference_of_rates_printed_in_per_cent_is_in_points(self) -> None:
        rows: Rows = [["Xã", "Số hộ dùng nước sạch", None, None, None, None]]
        rows += [[None, "Số hộ", "Số hộ", "Tỷ lệ", "Tỷ lệ", "Tăng (+), giảm (-)"]]
        rows += [[None, "2013", "2014", "2013", "2014", None]]
        rows += [["Xã Lìa", 50, 60, "50,0%", "60,0%", "10,0%"], ["Xã Ba", 40, 30, "40,0%", "30,0%", "-10,0%"]]
        merged = [(1, 1, 3, 1), (1, 2, 1, 6), (2, 2, 2, 3), (2, 4, 2, 5), (2, 6, 3, 6)]
        observed = by_cell(read_rows(rows, merged))
        assert [observed[f"{letter}4"].unit for letter in "BEF"] == ["household", "percent", "percentage_point"]

    def test_averages_of_whole_things_are_no_mangled_thousands(self) -> None:
        rows: Rows = [["Xã", "Bình quân tiêu chí/xã", None], [None, "31/12/2023", "30/9/2024"]]
        rows += [["Huyện Na Rì", 18.75, 19.0], ["Huyện Ba Bể", 16.88, 17.38]]
        observed = by_cell(read_rows(rows, [(1, 1, 2, 1), (1, 2, 1, 3)]))
        assert [str(observed[cell].value) for cell in ("B3", "C4")] == ["18.75", "17.38"]

    def test_headings_that_open_with_numbers_are_no_figures(self) -> None:
        rows: Rows = [["TT", "Huyện", "Số xã (xã)", "Phân loại xã theo số tiêu chí (xã)", None, None]]
        rows += [[None, None, "Đến 30/9/2024", "19 tiêu chí", "Từ 15-18 tiêu chí", "Dưới 15 tiêu chí"]]
        rows += [[1, "Huyện Na Rì", 8, 7, 1, 0], [2, "Huyện Ba Bể", 8, 5, 2, 1]]
        reading = by_cell(read_rows(rows, [(1, 1, 2, 1), (1, 2, 2, 2), (1, 4, 1, 6)]))
        assert {one.unit for one in reading.values()} == {"commune"}
        assert set(reading) == {f"{letter}{row}" for letter in "CDEF" for row in (3, 4)}

    @pytest.mark.parametrize(
        ("cell", "comparator", "low", "high"),
        [("< 3,5", "<", None, "3.5"), ("≤3,5", "<=", None, "3.5"), (">= 3,5", ">=", "3.5", None)],
    )
    def test_a_bound_is_a_figure(self, cell: str, comparator: str, low: str | None, high: str | None) -> None:
        rows: Rows = [["Chỉ tiêu", "ĐVT", "Kế hoạch", "Thực hiện"], ["Tỷ lệ thất nghiệp", "%", cell, "3,41"]]
        one = by_cell(read_rows([*rows, ["Tỷ lệ lao động qua đào tạo", "%", "62,0", "60,7"]]))["C2"]
        assert (str(one.value), one.comparator, one.value_printed) == ("3.5", comparator, cell)
        assert [None if bound is None else str(bound) for bound in (one.interval.low, one.interval.high)] == [low, high]

    def test_a_unit_in_the_cell_itself_wins(self) -> None:
        rows: Rows = [["TT", "Xã", "Kinh phí"], [1, "Xã Vi Hương", "25 triệu đồng"], [2, "Xã Sĩ Bình", "1.200"]]
        assert by_cell(read_rows(rows))["C2"].value == 25_000_000

    def test_thousands_that_a_program_mangled_are_restored(self) -> None:
        rows: Rows = [["TT", "Xã", "Số hộ"], [1, "Xã Vi Hương", 1.062], [2, "Xã Sĩ Bình", 1.2], [3, "Xã Vũ Muộn", 493]]
        observed = by_cell(read_rows(rows))
        assert [observed[cell].value for cell in ("C2", "C3", "C4")] == [1062, 1200, 493]
        assert observed["C2"].flags == {"thousands_restored"}

    @pytest.mark.parametrize(
        ("cells", "value"),
        [(["1.062", "12,5", "7,25"], "1062"), (["1,062", "12.5", "7.25"], "1062"), (["14,917", "1", "2"], "14.917")],
        ids=["Vietnamese style", "English style", "nothing else tells"],
    )
    def test_the_style_of_numerals_is_that_of_the_table(self, cells: list[Value], value: str) -> None:
        rows: Rows = [["TT", "Xã", "Hệ số"], *([n, f"Xã {n}", cell] for n, cell in enumerate(cells, start=1))]
        assert by_cell(read_rows(rows))["C2"].value == Decimal(value)


class TestMeaning:
    def test_periods_and_statuses_across(self) -> None:
        rows: Rows = [["TT", "Chỉ tiêu", "Năm 2021", "Ước TH 2022", "Kế hoạch 2023"], [1, "Số hộ nghèo", 50, 40, 30]]
        rows += [[2, "Số hộ cận nghèo", 9, 8, 7]]
        observed = by_cell(read_rows(rows))
        told = [observed[f"{letter}2"].meaning for letter in "CDE"]
        assert [(one.period.text if one.period else None, one.status) for one in told] == [
            ("2021", "actual"), ("2022", "actual"), ("2023", "plan"),
        ]  # fmt: skip

    @pytest.mark.parametrize(
        ("title", "stock", "flow"),
        [
            ("Đến ngày 31/12/2022", "2022-12-31", "2022"),
            ("Đến ngày 30/9/2022", "2022-09-30", "2022-01/2022-09"),
            ("Năm 2022", "2022", "2022"),
        ],
    )
    def test_a_stock_stands_at_the_day_and_a_flow_runs_up_to_it(self, title: str, stock: str, flow: str) -> None:
        rows: Rows = [
            [title],
            ["TT", "Xã", "Dư nợ", "Doanh số cho vay"],
            [1, "Xã Vi Hương", 5, 3],
            [2, "Xã Sĩ Bình", 7, 1],
        ]
        observed = by_cell(read_rows(rows))
        periods = [period.text for cell in ("C3", "D3") if (period := observed[cell].meaning.period) is not None]
        assert periods == [stock, flow]

    def test_a_line_that_cites_a_document_dates_nothing(self) -> None:
        rows: Rows = [["HỘ NGHÈO NĂM 2022"], ["(Kèm theo Quyết định số 12/QĐ-UBND ngày 15/1/2023)"], HEAD]
        rows += [[1, "Xã Vi Hương", 5, 3], [2, "Xã Sĩ Bình", 7, 1]]
        period = by_cell(read_rows(rows))["C4"].meaning.period
        assert period is not None
        assert period.text == "2022"

    def test_a_bare_rate_is_of_the_column_before_it(self) -> None:
        rows: Rows = [
            ["TT", "Xã", "Số hộ cận nghèo", "Tỷ lệ (%)"],
            [1, "Xã Vi Hương", 5, 3.2],
            [2, "Xã Sĩ Bình", 7, 1.1],
        ]
        assert by_cell(read_rows(rows))["D2"].meaning.indicator == "pov.rate_near_poor"

    def test_what_is_hidden_is_read_and_flagged(self) -> None:
        sheet = sheet_of([HEAD, [1, "Xã Vi Hương", 5, 3], [2, "Xã Sĩ Bình", 7, 1]])
        assert isinstance(sheet.cells, CellGrid)
        hidden = type(sheet)(sheet.name, sheet.cells, hidden_rows=frozenset({2}), hidden_columns=frozenset({4}))
        observed = by_cell(read_sheets(hidden))
        assert [sorted(observed[cell].flags) for cell in ("C2", "C3", "D3")] == [["hidden"], [], ["hidden"]]


class TestSheets:
    def test_sheets_that_repeat_each_other_must_agree(self) -> None:
        rows: Rows = [["HUYỆN BẠCH THÔNG NĂM 2022"], HEAD, [1, "Xã Vi Hương", 10, 3], [2, "Xã Sĩ Bình", 20, 4]]
        other: Rows = [*rows[:3], [2, "Xã Sĩ Bình", 25, 4]]
        reading = read_sheets(sheet_of(rows, "Biểu 1"), sheet_of(other, "Biểu 2"))
        assert [one.kind for one in reading.relations] == ["repeat"] * 4
        assert broken(reading) == [frozenset({"Biểu 1!C4", "Biểu 2!C4"})]

    def test_a_formula_over_sheets_is_a_relation(self) -> None:
        detail = sheet_of([HEAD, [1, "Xã Vi Hương", 10, 3], [2, "Xã Sĩ Bình", 20, 4]], "Chi tiết")
        total: Rows = [["TT", "Huyện", "Số hộ nghèo"], [1, "Huyện Bạch Thông", 31], [2, "Huyện Na Rì", 5]]
        summary = sheet_of(total, "TH", formulas={(2, 3): "SUM('Chi tiết'!C2:C3)"})
        assert broken(read_sheets(detail, summary)) == [frozenset({"TH!C2", "Chi tiết!C2", "Chi tiết!C3"})]

    def test_figures_without_a_table_are_told(self) -> None:
        reading = read_rows([["Ghi chép"], [None, 5]])
        assert [one.code for one in reading.problems] == ["sheet_without_table"]
