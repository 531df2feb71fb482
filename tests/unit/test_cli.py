"""The command line: arguments in, lines out, one line of help where the input cannot be used."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest


def run(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    code = "from pipelines.cli import main; main()"
    return subprocess.run([sys.executable, "-c", code, *arguments], input=stdin, capture_output=True, check=False)


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
