"""Lists of persons with identity numbers are refused in whatever text they stand; other texts with names are read."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from pipelines.extraction import documents_in
from pipelines.readers.documents import FORMATS, DocumentReading, read_document, read_taken
from pipelines.readers.persons import refuse_persons
from pipelines.readers.refusals import DocumentRefusedError
from pipelines.readers.sidecar import Origin
from pipelines.readers.taken import TakenText
from pipelines.vocabulary.problems import problem_row
from tests.unit.readers.samples import SENTENCE, word
from tests.unit.readers.samples import page as portable

NAMES = ["Nguyễn Văn An", "Triệu Thị Bình", "Nông Văn Cường", "Vàng A Páo"]
BARE = ["Nguyen Van An", "Trieu Thi Binh", "Nong Van Cuong", "Vang A Pao"]
LONG = [f"00607500{1234 + 17 * number}" for number in range(len(NAMES))]
OLD = [f"09512{3401 + 17 * number}" for number in range(len(NAMES))]
ROWS = list(zip(range(1, 5), NAMES, LONG, OLD, strict=True))


def lines(row: Callable[[int, str, str, str], str], ends: str = "\n") -> str:
    return ends.join(row(*one) for one in ROWS)


LISTS = {
    "a table": lines(lambda n, name, long, _: f"{n} | {name} | {long} | 50"),
    "a table with tabs": lines(lambda n, name, long, _: f"{n}\t{name}\tThôn {n}\t{long}"),
    "values between commas": lines(lambda n, name, long, _: f"{n},{name},{long},50"),
    "the number first": lines(lambda n, name, long, _: f"{long} {name}"),
    "old numbers": lines(lambda n, name, _, old: f"{n} | {name} | {old} | 50"),
    "capitals": lines(lambda n, name, long, _: f"{n} | {name.upper()} | {long}"),
    "groups of three": lines(lambda n, name, long, _: f"{name} {long[:3]} {long[3:6]} {long[6:9]} {long[9:]}"),
    "full-width digits": lines(lambda n, name, long, _: f"{name} {''.join(chr(ord(d) + 0xFEE0) for d in long)}"),
    "a line of rows as a page cuts them": lines(lambda n, name, long, _: f"{n} {name} 1975 {long} Thôn {n}", " "),
    "a cell a line": lines(lambda n, name, long, _: f"{n}\n{name}\n1975\n{long}\n50"),
    "addressed": lines(lambda n, name, long, _: f"- Hộ bà {name}, sinh năm 1975, trú tại thôn {n}: {long}"),
    "prose": lines(lambda n, name, long, _: f"cấp cho {name} (số CCCD: {long}) 50 triệu đồng", "; "),
    "forms one below the other": lines(lambda n, name, _, old: f"Họ và tên: {name}\nCMND: {old}\nSố tiền: 50\n"),
    "a telephone beside the number": lines(lambda n, name, long, _: f"{name} | ĐT: 0912345678 | {long}"),
    "a heading and one row": f"STT | Họ và tên | Số CCCD | Số tiền\n1 | {NAMES[0]} | {LONG[0]} | 50",
    "a heading and unknown names": f"TT  Ho ten  CCCD/CMND\n1  Nguyen Van An  {LONG[0]}\n2  Trieu Binh  {OLD[0]}",
    "a list behind an article": f"{SENTENCE * 20}\n\n" + lines(lambda n, name, long, _: f"{name} - {long}"),
}


@pytest.mark.parametrize("text", LISTS.values(), ids=LISTS)
def test_a_list_is_refused(text: str) -> None:
    with pytest.raises(DocumentRefusedError) as refusal:
        refuse_persons(text)
    problem = refusal.value.problem("raw/a.txt")
    assert problem.code == "document_personal"
    assert not any(secret in str(problem) for secret in (*NAMES, *LONG, *OLD))


READ = {
    "a few persons": (
        "Ông Nguyễn Văn An, 45 tuổi, ở thôn Nà Ca, vay 50.000.000 đồng; bà Triệu Thị Bình, 38 tuổi, ở thôn Bản Mún, "
        "vay 50000000 đồng; anh Nông Văn Cường vay 150000000 đồng, chị Hoàng Thị Dung vay 123456789 đồng."
    ),
    "officials with telephones": lines(lambda n, name, *_: f"{n} | {name} | Chủ tịch UBND xã | 091234567{n}"),
    "old telephones": lines(lambda n, name, *_: f"Ông {name}, điện thoại: 02687012{n}"),
    "mobile numbers without their zero": lines(lambda n, name, *_: f"{n} | {name} | 91234567{n}"),
    "accounts for gifts": lines(lambda n, name, *_: f"{name}, số tài khoản 06001234567{n} (Sacombank)"),
    "numbers of documents": lines(lambda n, name, *_: f"Quyết định số 00123456{n}/QĐ-UBND, {name} ký"),
    "one person": f"Ông {NAMES[0]}, CCCD số {LONG[0]}, được hỗ trợ 50 triệu đồng.",
    "loans of persons": lines(lambda n, name, *_: f"{n} | {name} | 15{n}000000 | Thôn {n}"),
    "provinces with money": "Hà Giang | 123456789 | 223456789\nCao Bằng | 234567891\nLý Nhân | 134567891\nLạng Sơn | 5",
    "schools with money": "\n".join(f"{n} | Trường THCS Nguyễn Văn Trỗi {n} | 12345678{n}" for n in range(5)),
    "schools named at the end": "\n".join(f"Trường tiểu học Lê Văn Tám | 12345678{n}" for n in range(5)),
    "names far from numbers": f"{NAMES[0]} và {NAMES[1]} dự. {SENTENCE * 5} Mã số 001234567890 và 001234567891.",
    "a form without rows": "STT | Họ và tên | Số CCCD | Ký nhận\n1 | | |\n2 | | |",
    "what a form asks for": "Tờ khai ghi rõ họ và tên, số CCCD của chủ hộ. Hỏi thêm ông Nguyễn Văn An, 001234567890.",
    "counts of cards": "Xã | Số CCCD đã cấp\nVi Hương | 1.234\nSĩ Bình | 2.345",
    "only numbers": "001234567890 001234567891 001234567892",
    "only names": lines(lambda n, name, *_: f"{n} | {name} | 50 | Thôn {n}"),
}


@pytest.mark.parametrize("text", READ.values(), ids=READ)
def test_what_is_no_list_is_read(text: str) -> None:
    refuse_persons(text)


TABLE = [["STT", "Họ và tên", "Số CCCD", "Số tiền"], *([str(n), name, long, "50"] for n, name, long, _ in ROWS)]


def page(table: Sequence[Sequence[str]]) -> bytes:
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in table)
    return (
        f"<!DOCTYPE html><html><head><title>Hộ {NAMES[0]}</title></head><body><article><p>{SENTENCE}</p>"
        f"<table>{cells}</table></article></body></html>"
    ).encode()


FILES = {
    "ds.txt": "\n".join(" | ".join(row) for row in TABLE).encode("utf-16"),
    "ds.docx": word([SENTENCE], TABLE, title=f"Hộ {NAMES[0]}"),
    "ds.html": page(TABLE),
    "ds.pdf": portable(["TT Ho va ten CCCD So tien", *(f"{n} {BARE[n - 1]} {long} 50" for n, _, long, _ in ROWS)]),
}


@pytest.mark.parametrize(("name", "content"), FILES.items(), ids=FILES)
def test_a_file_with_a_list_is_refused_and_nothing_of_it_is_told(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    reading = read_document(path, f"raw/{name}")
    assert_refused(reading)


def assert_refused(reading: DocumentReading) -> None:
    assert reading.document is None
    assert [problem.code for problem in reading.problems] == ["document_personal"]
    assert not any(secret in str(reading) for secret in (*NAMES, *BARE, *LONG, SENTENCE))


@pytest.mark.parametrize("form", [form.name for form in FORMATS])
def test_every_format_goes_through_that_door(form: str) -> None:
    taken = TakenText(LISTS["a line of rows as a page cuts them"], form, title=NAMES[0], author=NAMES[1])
    assert_refused(read_taken("raw/a", "0", taken, Origin(), form))


def test_a_row_of_a_corpus_is_refused_and_the_others_are_read(tmp_path: Path) -> None:
    path = tmp_path / "c.jsonl"
    rows = [
        {"id": 1, "text": SENTENCE},
        {"id": 2, "text": LISTS["a table"], "title": NAMES[0], "published": NAMES[1]},
    ]
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    sound, refused, _ = (pending.read() for pending in documents_in(path, "raw/c.jsonl"))
    assert sound.text == SENTENCE
    assert refused.text is None
    assert [(one.document, one.code) for one in refused.problems] == [("raw/c.jsonl#2", "document_personal")]
    assert not any(secret in str(refused) for secret in (*NAMES, *LONG))


def test_the_remedy_is_that_of_workbooks() -> None:
    of_document, of_workbook = problem_row("document_personal"), problem_row("workbook_personal")
    assert (of_document.remedy_en, of_document.remedy_vi) == (of_workbook.remedy_en, of_workbook.remedy_vi)
