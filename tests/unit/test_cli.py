"""The command line: arguments in, lines out, one line of help where the input cannot be used."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

WORKBOOK = str(Path(__file__).parents[1] / "golden" / "sheets" / "01_dien_bien_ho_ngheo.xlsx")
CALL = [sys.executable, "-c", "from pipelines.cli import main; main()"]


def run(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*CALL, *arguments], input=stdin, capture_output=True, check=False)


def test_quantities_of_json_lines() -> None:
    lines = '{"id": "a", "text": "còn 416 hộ"}\n\n{"id": 2, "text": "năm 2022"}\n'
    done = run("quantities", "--jsonl", stdin=lines.encode())
    rows = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert done.returncode == 0
    assert [(row["id"], [q["kind"] for q in row["quantities"]]) for row in rows] == [("a", ["count"]), (2, ["period"])]


def test_quantities_of_a_file_or_of_standard_input(tmp_path: Path) -> None:
    file = tmp_path / "bai.txt"
    file.write_text("\ufeffcòn 416 hộ", encoding="utf-8")
    from_file, from_input = run("quantities", str(file)), run("quantities", stdin=file.read_bytes())
    assert from_file.stdout == from_input.stdout
    assert from_file.stdout.decode().split("\t")[:5] == ["4", "10", "count", "=", "416"]


@pytest.mark.parametrize(
    ("arguments", "stdin", "said"),
    [
        (["quantities", "--jsonl"], b"{", "line 1: not JSON"),
        (["quantities", "--jsonl"], b'{"id": 1, "text": "x"}\n[]', "line 2: no"),
        (["quantities", "--jsonl"], b'{"id": 1, "text": 5}', "line 1: no"),
        (["quantities"], b"\xff\xfe", "not UTF-8"),
        (["quantities", "khong-co.txt"], b"", "khong-co.txt"),
        (["quantities", "--no-such-option"], b"", "--no-such-option"),
        (["no-such-command"], b"", "no-such-command"),
        (["sheet", WORKBOOK, "--html", "/proc/zz/x.html"], b"", "/proc/zz/x.html: No such file or directory; check"),
        (["sheet", WORKBOOK, "--html", "/dev/full"], b"", "/dev/full: No space left on device; make room"),
    ],
)
def test_what_cannot_be_used_ends_with_one_line_and_status_2(arguments: list[str], stdin: bytes, said: str) -> None:
    done = run(*arguments, stdin=stdin)
    complaint = done.stderr.decode()
    assert done.returncode == 2
    assert said in complaint
    assert "Traceback" not in complaint
    assert len(complaint.strip().splitlines()) == 1


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["quantities", "{}"], *(["extract", "{}", "--format", form] for form in ("jsonl", "csv", "table"))],
    ids=" ".join,
)
def test_a_reader_who_has_read_enough_is_no_error(tmp_path: Path, arguments: list[str]) -> None:
    file = tmp_path / "bai.txt"
    file.write_text("Xã có 416 hộ nghèo, vay 25.796 triệu đồng.\n" * 200, encoding="utf-8")
    call = [*CALL, *(argument.format(file) for argument in arguments)]
    with subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert (process.stderr.read(), process.wait()) == (b"", 0)


@pytest.mark.parametrize(
    "arguments",
    [["--help"], *(["extract", "{}", "--format", form] for form in ("jsonl", "csv", "table"))],
    ids=" ".join,
)
def test_output_that_finds_no_room_is_told_in_one_line(tmp_path: Path, arguments: list[str]) -> None:
    file = tmp_path / "bai.txt"
    file.write_text("còn 416 hộ", encoding="utf-8")
    call = [*CALL, *(argument.format(file) for argument in arguments)]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(call, stdout=full, stderr=subprocess.PIPE, check=False)
    told = "solieu: standard output: No space left on device; make room, or write elsewhere\n"
    assert (done.returncode, done.stderr.decode()) == (2, told)


@pytest.mark.parametrize(
    ("words", "offered"),
    [("solieu ex", ["export", "extract"]), ("solieu export out --format ", ["csv", "parquet", "sdmx"])],
)
def test_the_shell_completes_commands_and_values(words: str, offered: list[str]) -> None:
    code = "import sys; sys.argv[0] = 'solieu'; from pipelines.cli import main; main()"
    asked = {"_SOLIEU_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}
    done = subprocess.run(
        [sys.executable, "-c", code], env=os.environ | asked, capture_output=True, text=True, check=False
    )
    assert sorted(line.partition(",")[2] for line in done.stdout.split()) == offered


def test_help_pays_for_no_heavy_library() -> None:
    heavy = "('pandas', 'dagster', 'duckdb', 'pyarrow', 'great_expectations', 'pydantic')"
    code = f"import sys; from pipelines import cli; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
