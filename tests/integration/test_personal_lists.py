"""Household lists are refused by a run, and nothing of their names and numbers stands anywhere afterwards."""

import json
import sqlite3
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest

from tests.golden.sheets.writing import Page, Row, ods, text, xls, xlsx
from tests.terminal import Called, solieu
from tests.unit.readers.samples import word

NAMES = ["Nguyễn Quý Ánh", "Triệu Thị Bưởi", "Nông Văn Cường", "Hoàng Thị Duyên", "Lý Seo Én", "Vàng A Páo"]
NUMBERS = [f"00108000{4271 + 17 * number}" for number in range(len(NAMES))]


def _listed(order: int, name: str) -> Row:
    return [order, name, NUMBERS[order - 1], order + 2, 40 + order]


HOUSEHOLDS: list[Row] = [
    ["DANH SÁCH HỘ NGHÈO NĂM 2022 XÃ VI HƯƠNG"],
    ["STT", "Họ và tên chủ hộ", "Số CCCD", "Số khẩu", "Số tiền hỗ trợ"],
    *(_listed(order, name) for order, name in enumerate(NAMES, start=1)),
]
COMMUNES: list[Row] = [
    ["HỘ NGHÈO NĂM 2022 HUYỆN BẠCH THÔNG"],
    ["STT", "Xã", "Số hộ nghèo"],
    [1, "Xã Vi Hương", 155],
    [2, "Xã Sĩ Bình", 191],
    [None, "Cộng", 346],
]
LISTS = {
    "ho_1.xlsx": xlsx([Page("Danh sách", HOUSEHOLDS)]),
    "ho_2.xls": xls([Page("Danh sách", HOUSEHOLDS)]),
    "ho_3.ods": ods([Page("Danh sách", HOUSEHOLDS)]),
    "ho_4.csv": text(HOUSEHOLDS, ";", "utf-8-sig"),
    "ho_5.csv": text(HOUSEHOLDS, ",", "utf-16"),
    "ho_6.xlsx": xlsx([Page("Xã", COMMUNES), Page(NAMES[0], HOUSEHOLDS), Page("Xã 2", COMMUNES)]),
    "ho_7.xlsx": xlsx(
        [Page("Xã", COMMUNES), Page("Ẩn", HOUSEHOLDS, hidden=True, font="Arial", formats={"E": "#,##0"})]
    ),
}
ROWS = [[str(cell) for cell in row] for row in HOUSEHOLDS[1:]]
LINES = "\n".join(" | ".join(row) for row in ROWS)
TEXTS = {
    "ho_1.txt": LINES.encode(),
    "ho_2.docx": word(["DANH SÁCH HỘ NGHÈO NĂM 2022 XÃ VI HƯƠNG"], ROWS, title=NAMES[0]),
    "ho_3.html": f"<html><title>{NAMES[0]}</title><body><article><p>{LINES}</p></article></body></html>".encode(),
}
ARTICLE = "Năm 2022, xã Vi Hương có 155 hộ nghèo."
CORPUS = [{"id": "1", "text": ARTICLE}, {"id": "2", "text": f"{LINES}\n", "title": NAMES[0], "published": NAMES[1]}]
#: What must not be found: whole names, family and middle name (none that a commune bears too), and the numbers.
SECRETS = [secret for name in NAMES for secret in (name, name.upper(), " ".join(name.split()[:2]))] + NUMBERS


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("personal") / "project"
    (folder / "raw").mkdir(parents=True)
    for name, content in (LISTS | TEXTS).items():
        (folder / "raw" / name).write_bytes(content)
    (folder / "raw" / "bai.jsonl").write_text("\n".join(map(json.dumps, CORPUS)), encoding="utf-8")
    (folder / "raw" / "xa.xlsx").write_bytes(xlsx([Page("Xã", COMMUNES)]))
    return folder


@pytest.fixture(scope="module")
def run(project: Path) -> Called:
    return solieu(project, "run")


def secrets_in(content: str) -> list[str]:
    composed = unicodedata.normalize("NFC", content)
    return [secret for secret in SECRETS if secret in composed]


def contents(path: Path) -> Iterator[str]:
    """All that a file says: its bytes as text, and where it is packed the values in it."""
    data = path.read_bytes()
    yield data.decode("utf-8", errors="replace")
    yield data.decode("utf-16-le", errors="replace")
    if path.suffix == ".parquet":
        yield repr(pq.read_table(path).to_pylist())
        yield repr(pq.read_schema(path).metadata)
    elif path.suffix == ".duckdb":
        with duckdb.connect(str(path), read_only=True) as warehouse:
            tables = warehouse.sql("SELECT database_name, schema_name, table_name FROM duckdb_tables()").fetchall()
            for _, schema, table in tables:
                yield repr(warehouse.sql(f'SELECT * FROM "{schema}"."{table}"').fetchall())
    elif data.startswith(b"SQLite format 3"):
        database = sqlite3.connect(path)
        for (table,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            yield repr(database.execute(f'SELECT * FROM "{table}"').fetchall())
        database.close()


def test_the_search_finds_what_is_there(project: Path, tmp_path: Path) -> None:
    import pyarrow as pa

    pq.write_table(pa.table({"a": NAMES}), tmp_path / "a.parquet", compression="zstd")
    with duckdb.connect(str(tmp_path / "a.duckdb")) as warehouse:
        warehouse.execute("CREATE TABLE a AS SELECT unnest(?) AS a", [NUMBERS])
    decomposed = tmp_path / "a.log"
    decomposed.write_text(unicodedata.normalize("NFD", NAMES[1]), encoding="utf-8")
    for path in tmp_path.iterdir():
        assert any(secrets_in(content) for content in contents(path)), path.name
    assert any(secrets_in(content) for content in contents(project / "raw" / "ho_4.csv"))


def test_the_run_refuses_the_lists_and_reads_the_rest(run: Called) -> None:
    assert run.status == 0, run.complaints
    with duckdb.connect(str(run.settings.warehouse), read_only=True) as warehouse:
        refused = warehouse.sql("SELECT document, code, place, detail FROM rejected_document ORDER BY ALL").fetchall()
        read = warehouse.sql("SELECT DISTINCT document FROM fact_observation").fetchall()
    assert {(document, code) for document, code, _, _ in refused} == {
        *((f"raw/{name}", "workbook_personal") for name in LISTS),
        *((f"raw/{name}", "document_personal") for name in (*TEXTS, "bai.jsonl#2")),
    }
    assert sorted(read) == [("raw/bai.jsonl#1",), ("raw/xa.xlsx",)]


def test_nothing_of_them_is_kept(run: Called) -> None:
    var = run.settings.warehouse.parents[1]
    files = [path for path in var.rglob("*") if path.is_file()]
    kinds = {path.suffix for path in files}
    assert {".duckdb", ".parquet", ".html", ".db"} <= kinds
    assert [(str(path), found) for path in files for content in contents(path) if (found := secrets_in(content))] == []
    assert [str(path) for path in var.rglob("*") if secrets_in(str(path.relative_to(var)))] == []


def test_nothing_of_them_is_printed(run: Called) -> None:
    assert secrets_in(run.output + run.complaints) == []


@pytest.mark.parametrize(
    ("command", "names"),
    [
        (["extract"], ["ho_3.ods", "ho_6.xlsx", "ho_1.txt", "ho_2.docx", "bai.jsonl"]),
        (["extract", "--format", "jsonl"], ["ho_3.ods", "ho_6.xlsx", "ho_1.txt", "ho_3.html"]),
        (["extract", "--explain", "40"], ["ho_3.ods", "ho_6.xlsx", "ho_1.txt"]),
        (["check"], ["ho_3.ods", "ho_6.xlsx", "ho_1.txt", "ho_2.docx"]),
        (["sheet"], ["ho_3.ods", "ho_6.xlsx"]),
        (["quantities"], ["ho_1.txt"]),
        (["quantities", "--jsonl"], ["bai.jsonl"]),
    ],
    ids=" ".join,
)
def test_no_command_prints_anything_of_them(project: Path, command: list[str], names: list[str]) -> None:
    for name in names:
        done = solieu(project, *command, str(project / "raw" / name))
        assert done.status == 2
        assert secrets_in(done.output + done.complaints) == []
        assert "list of persons" in done.complaints
