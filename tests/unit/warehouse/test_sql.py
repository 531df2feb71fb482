"""The project's own sql/: every file has its grain, its entry, its form; the documentation is written from it."""

import re
from pathlib import Path

import pytest

from pipelines.vocabulary.loader import FOLDER, read_cells
from pipelines.vocabulary.problems import problem_rows
from pipelines.warehouse.catalogue import Catalogue, TableSpec
from pipelines.warehouse.documentation import pages, write
from pipelines.warehouse.settings import CHECKOUT
from pipelines.warehouse.staging import schemas

CATALOGUE = Catalogue(CHECKOUT / "sql")
STATEMENTS = [spec for spec in CATALOGUE.tables if spec.path is not None]


@pytest.mark.parametrize("spec", STATEMENTS, ids=lambda spec: spec.name)
def test_a_statement_begins_with_its_grain(spec: TableSpec) -> None:
    assert spec.sql is not None
    comment = " ".join(re.match(r"(?:--.*\n)*", spec.sql)[0].replace("--", "").split())  # type: ignore[index]
    assert comment.startswith(f"Grain: {spec.grain}")


def test_the_documentation_is_current(refresh_golden: bool) -> None:
    folder = CHECKOUT / "docs"
    if refresh_golden:
        write(folder, CATALOGUE)
    for name, text in pages(CATALOGUE).items():
        assert (folder / name).read_text(encoding="utf-8") == text, f"write docs/{name} anew: pytest --refresh-golden"


def test_all_statements_keep_the_style() -> None:
    from sqlfluff.core import FluffConfig, Linter

    linter = Linter(config=FluffConfig.from_path(str(CHECKOUT)))
    found = linter.lint_paths((str(CHECKOUT / "sql"),))
    files = [file for folder in found.paths for file in folder.files]
    assert len(files) >= len(STATEMENTS)
    assert [f"{Path(file.path).name}: {fault.desc()}" for file in files for fault in file.get_violations()] == []


def test_staging_tables_have_the_columns_that_shards_have() -> None:
    for name, schema in schemas().items():
        assert list(CATALOGUE.by_name[name].columns) == schema.names


def test_every_subject_has_a_mart() -> None:
    _, rows = read_cells(FOLDER / "indicators.csv")
    subjects = {cells["mart"] for _, cells in rows} - {"cross"}
    statements = "".join(spec.sql or "" for spec in STATEMENTS if spec.group == "marts")
    assert {subject for subject in subjects if f"'{subject}'" not in statements} == set()


def test_code_lists_are_those_that_columns_use() -> None:
    _, rows = read_cells(FOLDER / "code_lists.csv")
    used = {column.codes for spec in CATALOGUE.tables for column in spec.columns.values() if column.codes}
    assert {cells["list_id"] for _, cells in rows} == used


def test_relative_paths_of_the_dictionary_exist() -> None:
    inputs = {path for spec in CATALOGUE.tables for path in spec.table.inputs}
    assert {path for path in inputs if not (CHECKOUT / "sql" / path).exists()} == set()


def test_every_problem_that_the_warehouse_tells_says_what_to_do() -> None:
    modules = (CHECKOUT / "pipelines" / "warehouse").glob("*.py")
    sources = [path.read_text(encoding="utf-8") for path in (*modules, CHECKOUT / "sql" / "facts" / "problem.sql")]
    told = {
        code
        for text in sources
        for code in re.findall(r"""["']((?:source|reader|figure|duplicate)_[a-z_]+)["']""", text)
    }
    assert len(told) == 8
    assert told - problem_rows().keys() == set()
