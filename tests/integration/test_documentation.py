"""The documentation keeps its word: links and paths lead somewhere, commands, options and make targets exist."""

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

from pipelines import statements, tables
from pipelines.cli import solieu
from tests.terminal import Called
from tests.terminal import solieu as solieu_called

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("expectations/*.md")])
_LINK = re.compile(r"\]\((?!https?://|#)([^)#\s]+)(?:#[^)]*)?\)")
_CODE = re.compile(r"```[a-z]*\n(.*?)```|`([^`\n]+)`", re.DOTALL)
_PATH = re.compile(r"(?:pipelines|sql|raw|expectations|tests|docs|benchmarks)/[\w./-]*\w/?")


def page_ids(page: Path) -> str:
    return str(page.relative_to(ROOT))


def code_of(page: Path) -> Iterator[str]:
    """The lines of code blocks and the pieces of code in the text."""
    for block, piece in _CODE.findall(page.read_text(encoding="utf-8")):
        yield from (block or piece).splitlines()


@pytest.mark.parametrize("page", PAGES, ids=page_ids)
def test_links_lead_to_files(page: Path) -> None:
    links = _LINK.findall(page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=page_ids)
def test_paths_in_code_exist(page: Path) -> None:
    told = {path for line in code_of(page) if "*" not in line for path in _PATH.findall(line)}
    assert sorted(path for path in told if not (ROOT / path).exists()) == []


@pytest.mark.parametrize("page", PAGES, ids=page_ids)
def test_commands_exist_with_their_options(page: Path) -> None:
    for line in code_of(page):
        words = line.split("#")[0].split()
        if len(words) > 1 and words[0].split("/")[-1] == "solieu" and not words[1].startswith("-"):
            assert words[1] in solieu.commands, line
            known = {name for option in solieu.commands[words[1]].params for name in option.opts} | {"--help"}
            assert {word.split("=")[0] for word in words[2:] if word.startswith("--")} <= known, line


def test_make_targets_exist() -> None:
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    told = {line.split()[1] for page in PAGES for line in code_of(page) if re.match(r"make [a-z]+", line)}
    assert told
    assert told <= targets


def test_every_command_is_told_of_in_the_readme() -> None:
    told = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name in solieu.commands if f"solieu {name}" not in told] == []


ROOMS = [
    *(package.__name__ for package in (statements, tables)),
    *(
        f"{package.__name__}.{inner.name}"
        for package in (statements, tables)
        for inner in iter_modules(package.__path__)
        if inner.ispkg
    ),
]


@pytest.mark.parametrize("room", ROOMS)
def test_the_map_of_a_large_room_names_every_module(room: str) -> None:
    package = import_module(room)
    told = set(re.findall(r"\w+", (package.__doc__ or "").partition("\n\n")[2]))
    assert sorted({module.name for module in iter_modules(package.__path__)} - told) == []


def test_each_subject_has_a_page_that_the_readme_links_to() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    pages = ["tour", "model", "reading", "checks", "operating", "adding", "figures"]
    assert [page for page in pages if f"](docs/{page}.md)" not in readme] == []


def test_the_tour_shows_what_a_check_of_the_article_says(tmp_path: Path) -> None:
    told = (ROOT / "docs/tour.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"`solieu check [^`]*`[^`]*```\n(.*?)```", told, re.DOTALL)
    words = " ".join(solieu_called(tmp_path, "check", "raw/articles/bach-thong-giam-ngheo-2023.txt").output.split())
    assert " ".join(shown.split()) in words


def test_the_readme_shows_what_the_run_prints(article_run: Called) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    printed = [line.rstrip() for line in article_run.output.splitlines()]
    told = [line for line in printed if line.split(" ")[0] in ("documents", "observations", "relations")]
    assert len(told) == 3
    assert [line for line in told if line not in readme] == []


@pytest.mark.parametrize("page", ["README.md", "docs/tour.md"])
def test_a_page_shows_what_its_queries_answer(page: str, article_run: Called, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    told = (ROOT / page).read_text(encoding="utf-8")
    queries = re.findall(r"`solieu query (sql/examples/\S+\.sql)`[^`]*```\n(.*?)```", told, re.DOTALL)
    assert queries
    for example, shown in queries:
        answer = solieu_called(article_run.settings.raw.parent, "query", example).output
        answered = {line.rstrip() for line in answer.splitlines()}
        assert [line for line in shown.splitlines() if line.rstrip() not in answered] == []
