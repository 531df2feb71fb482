"""How long workbooks take to read, as a ratio to the library that merely opens them, and how much memory.

    python -m benchmarks.sheets [--rows 100000] [--files 1000] [--runs 3]

Three kinds: a long list of plain values (beside python-calamine), the same with number formats and formulas (beside
openpyxl, which alone knows those), and many small forms. Times are the best of some runs in a process that has loaded
the vocabularies; memory is the most that the process of each kind ever held, the library's own reading included.
"""

import argparse
import multiprocessing
import resource
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
import python_calamine

from benchmarks.timing import best
from pipelines.readers.workbook import read_workbook
from pipelines.tables.workbook import read_tables, table_batches

VILLAGES = ("Nà Pò", "Khuổi Lừa", "Pác Nặm", "Bản Mới", "Nà Cà", "Tân Lập", "Phiêng An", "Cốc Lùng")
HEADINGS = ["STT", "Thôn", "Tổng số hộ", "Hộ nghèo", "Hộ cận nghèo", "Số khẩu nghèo", "Dư nợ", "Số hộ còn dư nợ"]


def write_list(path: Path, rows: int, styled: bool) -> None:
    """A list of villages with its total; `styled` with number formats, and a formula in each row."""
    book = openpyxl.Workbook(write_only=not styled)
    sheet = book.create_sheet("Thôn", 0)
    sheet.append(["TỔNG HỢP HỘ NGHÈO NĂM 2022"])
    sheet.append([None] * 6 + ["ĐVT: hộ, khẩu, triệu đồng"])
    sheet.append([*HEADINGS, *(["Hộ nghèo và cận nghèo"] if styled else [])])
    totals = [0] * 6
    for number in range(1, rows + 1):
        figures = [100 + number % 977, number % 53, number % 23, number % 53 * 4, number % 700, number % 11]
        totals = [total + figure for total, figure in zip(totals, figures, strict=True)]
        label = f"Thôn {VILLAGES[number % 8]} {number % 997}"
        formula = [f"=D{number + 3}+E{number + 3}"] if styled else []
        sheet.append([number, label, *figures, *formula])
    sheet.append([None, "Tổng cộng", *totals])
    if styled:
        for row in sheet.iter_rows(min_row=4, min_col=3):
            for cell in row:
                cell.number_format = "#,##0"
    book.save(path)


def write_form(path: Path, number: int) -> None:
    """A small form: twelve communes, four columns, total on top."""
    book = openpyxl.Workbook()
    sheet = book.create_sheet("PL1", 0)
    lines = [[n, f"Xã số {n}", 400 + n * number % 97, 30 + n, 20 + n % 5, 9 * n] for n in range(1, 13)]
    total = [sum(column) for column in list(zip(*lines, strict=True))[2:]]
    head: list[Sequence[object]] = [["KẾT QUẢ RÀ SOÁT HỘ NGHÈO NĂM 2022"], [], ["Đơn vị tính: hộ, khẩu"]]
    head.append(["STT", "Xã", "Tổng số hộ", "Hộ nghèo", "Hộ cận nghèo", "Số khẩu nghèo"])
    for row in [*head, [None, "Toàn huyện", *total], *lines]:
        sheet.append(row)
    book.save(path)


def opened(path: Path) -> int:
    """What python-calamine alone does."""
    book = python_calamine.CalamineWorkbook.from_path(str(path))
    return sum(len(book.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in book.sheet_names)


def streamed(path: Path) -> int:
    """What openpyxl alone does, in its mode that keeps no sheet in memory."""
    book = openpyxl.load_workbook(path, read_only=True)
    return sum(1 for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None)


def batched(path: Path) -> int:
    """Observations of a workbook, batch by batch, none of them kept."""
    workbook, _ = read_workbook(path, path.name)
    return sum(map(len, table_batches(workbook))) if workbook else 0


def whole(path: Path) -> int:
    """Observations, relations and problems of a workbook, as `solieu extract` has them."""
    workbook, _ = read_workbook(path, path.name)
    return len(read_tables(workbook).observations) if workbook else 0


def report(title: str, found: int, own: float, library: float, name: str) -> None:
    """One line of the table."""
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{title:34} {found:>8} {own:>8.2f} {library:>8.2f} {own / library:>7.1f} {memory:>8.0f}  {name}", flush=True)


def measure_list(rows: int, runs: int, styled: bool) -> None:
    """A long list."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "list.xlsx"
        child = multiprocessing.get_context("spawn").Process(target=write_list, args=(path, rows, styled))
        child.start()  # writing takes more memory than reading
        child.join()
        found = batched(path)
        library, name = (streamed, "openpyxl") if styled else (opened, "calamine")
        alone, own = best(lambda: library(path), runs), best(lambda: batched(path), runs)
        report(f"{rows} rows{', formats and formulas' if styled else ''}", found, own, alone, name)
        if not styled:
            report("  with relations, all in memory", found, best(lambda: whole(path), 1), alone, name)


def measure_forms(files: int, runs: int) -> None:
    """Many small forms."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{number:04}.xlsx" for number in range(files)]
        for number, path in enumerate(paths):
            write_form(path, number)
        found = whole(paths[0])
        library = best(lambda: [opened(path) for path in paths], runs)
        own = best(lambda: [whole(path) for path in paths], runs)
        report(f"{files} forms, with relations", found * files, own, library, "calamine")


def main() -> None:
    """Measure each kind in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--files", type=int, default=1_000)
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    print(f"{'':34} {'found':>8} {'s':>8} {'alone s':>8} {'ratio':>7} {'MiB':>8}", flush=True)
    kinds: list[tuple[Callable[..., None], tuple[int, ...]]] = [
        (measure_list, (given.rows, given.runs, False)),
        (measure_list, (given.rows // 4, given.runs, True)),
        (measure_forms, (given.files, given.runs)),
    ]
    for work, arguments in kinds:
        child = multiprocessing.get_context("spawn").Process(target=work, args=arguments)
        child.start()
        child.join()


if __name__ == "__main__":
    main()
