"""What `solieu export` writes is read back by the reference libraries of the formats."""

import csv
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from pipelines.cli import solieu
from pipelines.warehouse.exporting import PACKAGE, export_tables
from pipelines.warehouse.querying import ask
from pipelines.warehouse.sdmx import DATA_FILE, STRUCTURE_FILE, export_sdmx


@pytest.fixture(scope="module")
def tables(published_raw: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("csv")
    export_tables(published_raw, folder, "csv")
    return folder


@pytest.fixture(scope="module")
def sdmx_files(published_raw: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sdmx")
    export_sdmx(published_raw, folder)
    return folder


def report(folder: Path) -> Any:
    from frictionless import Package

    return Package(str(folder / PACKAGE)).validate()


def test_frictionless_finds_every_row_typed_keyed_and_referring_to_rows_that_exist(tables: Path) -> None:
    found = report(tables)
    assert found.flatten(["name", "rowNumber", "fieldName", "message"]) == []
    assert found.valid
    assert len(found.tasks) == len(list(tables.glob("*.csv")))


def test_frictionless_would_notice_a_row_that_is_missing_or_mistyped(tables: Path, tmp_path: Path) -> None:
    """The descriptor really says types and keys: of two tables cut out of it, one has lost a row."""
    package = json.loads((tables / PACKAGE).read_text(encoding="utf-8"))
    wanted = [resource for resource in package["resources"] if resource["name"] in {"dim_document", "build"}]
    (tmp_path / PACKAGE).write_text(json.dumps({**package, "resources": wanted}), encoding="utf-8")
    documents = (tables / "dim_document.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (tmp_path / "dim_document.csv").write_text("".join([*documents, documents[-1]]), encoding="utf-8")
    build = (tables / "build.csv").read_text(encoding="utf-8")
    (tmp_path / "build.csv").write_text(build.replace("\n1,", "\none,", 1), encoding="utf-8")

    assert {row[0] for row in report(tmp_path).flatten(["type"])} == {"primary-key", "type-error"}


def test_the_data_package_says_units_keys_and_references(tables: Path) -> None:
    package = json.loads((tables / PACKAGE).read_text(encoding="utf-8"))
    told = {resource["name"]: resource["schema"] for resource in package["resources"]}["fact_observation"]
    fields = {field["name"]: field for field in told["fields"]}
    assert told["primaryKey"] == ["observation_id"]
    assert fields["value"] == {
        "name": "value",
        "type": "number",
        "description": "The figure in its base unit: money in đồng, a per cent as a per cent number.",
        "unit": "unit",
        "constraints": {"required": True},
    }
    assert fields["comparator"]["codeList"] == "comparator"
    assert {"fields": ["unit"], "reference": {"resource": "dim_unit", "fields": ["unit_id"]}} in told["foreignKeys"]
    assert {"fields": ["repeat_of"], "reference": {"resource": "", "fields": ["observation_id"]}} in told["foreignKeys"]


def test_parquet_has_the_rows_types_and_package_of_the_warehouse(published_raw: Path, tmp_path: Path) -> None:
    import pyarrow.parquet as pq

    paths = export_tables(published_raw, tmp_path)
    counts = {path.stem: pq.read_metadata(path).num_rows for path in paths}
    [[observations]] = ask(published_raw, "SELECT count(*) FROM fact_observation").rows
    assert counts["fact_observation"] == observations > 0
    assert str(pq.read_schema(tmp_path / "fact_observation.parquet").field("value").type) == "decimal128(28, 6)"
    package = json.loads((tmp_path / PACKAGE).read_text(encoding="utf-8"))
    assert [resource["path"] for resource in package["resources"]] == [path.name for path in paths]


def test_sdmx1_reads_structure_and_data(published_raw: Path, sdmx_files: Path) -> None:
    import sdmx

    structure: Any = sdmx.read_sdmx(sdmx_files / STRUCTURE_FILE)
    message: Any = sdmx.read_sdmx(sdmx_files / DATA_FILE, structure=structure.dataflow["FIGURES"])
    [data] = message.data

    [[figures]] = ask(published_raw, "SELECT count(*) FROM sdmx_observation").rows
    assert len(data.obs) == figures > 500
    houses = {
        Decimal(told.value)
        for told in data.obs
        if (told.dimension["INDICATOR"].value, told.dimension["REF_AREA"].value) == ("house_hh_supported", "063")
    }
    assert {Decimal(155), Decimal(28)} <= houses
    names = structure.codelist["CL_REF_AREA"]["063"].name.localizations
    assert names == {"en": "Huyện Bạch Thông", "vi": "Huyện Bạch Thông"}


def test_every_code_of_the_data_is_in_its_list_and_no_key_stands_twice(sdmx_files: Path) -> None:
    import sdmx

    structure: Any = sdmx.read_sdmx(sdmx_files / STRUCTURE_FILE)
    definition = structure.structure["FIGURES_DSD"]
    components = [*definition.dimensions.components, *definition.attributes.components]
    lists = {
        part.id: set(part.local_representation.enumerated.items)
        for part in components
        if part.local_representation is not None and part.local_representation.enumerated is not None
    }
    assert {"REF_AREA", "INDICATOR", "POPULATION_GROUP", "UNIT_MEASURE", "OBS_STATUS"} <= lists.keys()
    with (sdmx_files / DATA_FILE).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    unknown = {(name, row[name]) for row in rows for name, codes in lists.items() if row[name] not in codes}
    assert unknown == set()
    keys = [tuple(row[part.id] for part in definition.dimensions.components) for row in rows]
    assert len(set(keys)) == len(keys)


def test_codes_are_such_as_sdmx_allows(sdmx_files: Path) -> None:
    import re

    codes = re.findall(r'<structure:Code id="([^"]*)"', (sdmx_files / STRUCTURE_FILE).read_text(encoding="utf-8"))
    assert codes
    assert [code for code in codes if not re.fullmatch(r"[A-Za-z0-9_@$-]+", code)] == []


@pytest.mark.parametrize(
    ("form", "said"),
    [
        pytest.param("parquet", " tables and datapackage.json in ", id="parquet"),
        pytest.param("csv", " tables and datapackage.json in ", id="csv"),
        pytest.param("sdmx", "figures.csv and structure.xml in ", id="sdmx"),
    ],
)
def test_the_command_says_what_it_wrote(published_raw: Path, tmp_path: Path, form: str, said: str) -> None:
    arguments = ["export", str(tmp_path / "out"), "--format", form, "--warehouse", str(published_raw)]
    result = CliRunner().invoke(solieu, arguments)
    assert (result.exit_code, said in result.output) == (0, True)


@pytest.mark.parametrize("form", ["parquet", "csv", "sdmx"])
def test_where_nothing_is_published_the_command_says_what_to_do(tmp_path: Path, form: str) -> None:
    arguments = ["export", str(tmp_path / "out"), "--format", form, "--warehouse", str(tmp_path / "no.duckdb")]
    result = CliRunner().invoke(solieu, arguments)
    assert result.exit_code != 0
    assert "run `solieu run` first" in result.output
    assert not (tmp_path / "out").exists()
