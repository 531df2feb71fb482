"""The tables of the catalogue as assets: what the dictionary says of each, and the one step that makes them.

No table is named here: a new .sql file with its entry in tables.yml is a new asset. One step makes all that are
selected, so that a run of many small tables does not spend its time on starting steps.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import dagster as dg

from pipelines.evidence.addresses import CHECKS_PAGE, figure_address, indicator_page
from pipelines.orchestration.charts import chart_of
from pipelines.orchestration.failures import told_plainly
from pipelines.orchestration.operation import Operation
from pipelines.orchestration.previews import Link, Row, escaped, first_rows, markdown_table
from pipelines.orchestration.project import PROJECT, Project, project_of
from pipelines.orchestration.references import code_references, dictionary_lines, files_of_table
from pipelines.orchestration.sources import DOCUMENTS, OBSERVATIONS, Metadata
from pipelines.warehouse.building import Builder, TableBuild, build_table, built_fingerprint, table_file
from pipelines.warehouse.catalogue import Catalogue, TableSpec, digest
from pipelines.warehouse.code_version import room_version
from pipelines.warehouse.dictionary import Column
from pipelines.warehouse.duck import identifier, reading
from pipelines.warehouse.events import Event
from pipelines.warehouse.lineage import builders as own_builders
from pipelines.warehouse.settings import Settings

#: Gives what fills the tables of other rooms that have no statement, by their names; called when a step begins.
Builders = Callable[[Catalogue], Mapping[str, Builder]]

#: The shards that tell of documents; all others hold what was read in them.
_SHARDS_OF_DOCUMENTS = frozenset({"shard_manifest", "shard_document", "shard_problem"})
_ROWS_SHOWN = 5
_SOURCES_SHOWN = 6
#: Columns that name the figure of a row.
_FIGURES = ("observation_id", "count_id", "amount_id", "rate_id", "each_id")
_FIRST = ("document", "quote", "sentence", "place", "period")
_SURROGATE = "_sk"
_LINEAGE = "meta_column_lineage"


def table_key(name: str) -> dg.AssetKey:
    """The asset of a table."""
    return dg.AssetKey(name)


def asset_of(name: str) -> dg.AssetKey | None:
    """The asset of a table, or of a source that statements read; None of a vocabulary, which comes with the code."""
    if name.startswith("vocabulary_"):
        return None
    if name.startswith("shard_"):
        return DOCUMENTS if name in _SHARDS_OF_DOCUMENTS else OBSERVATIONS
    return table_key(name)


def table_specs(catalogue: Catalogue, settings: Settings, operation: Operation) -> dict[str, dg.AssetSpec]:
    """What the UI shows of every table of the catalogue, by its name."""
    lines = dictionary_lines(settings)
    return {
        spec.name: dg.AssetSpec(
            table_key(spec.name),
            deps=_upstream(spec),
            group_name=spec.group,
            description=_description(spec),
            kinds={"duckdb", "sql" if spec.sql is not None else "python", *(["view"] if spec.is_view else [])},
            owners=[operation.owner],
            code_version=_code_version(spec, settings),
            skippable=spec.is_built,
            metadata={
                "dagster/column_schema": column_schema(spec),
                **code_references(*files_of_table(spec, lines, settings)),
            },
        )
        for spec in catalogue.tables
    }


def tables(catalogue: Catalogue, settings: Settings, operation: Operation, builders: Builders) -> dg.AssetsDefinition:
    """The step that makes the tables that a run selects, each after what it reads."""
    specs = table_specs(catalogue, settings, operation)

    @dg.multi_asset(
        name="build_tables",
        specs=[specs[spec.name] for spec in catalogue.built],
        can_subset=True,
        required_resource_keys={PROJECT},
    )
    def build(context: dg.AssetExecutionContext) -> Iterator[dg.MaterializeResult[None]]:
        project = project_of(context)
        selected = [spec for spec in catalogue.built if table_key(spec.name) in context.selected_asset_keys]
        with told_plainly(context, operation):
            given = {**own_builders(catalogue), **builders(catalogue)}
            for number, spec in enumerate(selected, start=1):
                made = build_table(spec, project.settings, given)
                project.progress(Event("tables", number, len(selected), spec.name))
                yield dg.MaterializeResult(
                    asset_key=table_key(spec.name),
                    metadata=_made(spec, made, project),
                    data_version=dg.DataVersion(made.fingerprint),
                )

    return build


def column_schema(spec: TableSpec) -> dg.TableSchema:
    """The columns of a table with their meaning, unit and what must be true of them."""
    required = spec.table.required()
    columns = [
        dg.TableColumn(
            name,
            column.type,
            _meaning(column, spec),
            dg.TableColumnConstraints(
                nullable=name not in required, unique=spec.table.key == (name,), other=list(_constraints(column))
            ),
        )
        for name, column in spec.columns.items()
    ]
    return dg.TableSchema(columns, dg.TableConstraints(other=[f"key: {', '.join(spec.table.key)}"]))


def _upstream(spec: TableSpec) -> list[dg.AssetKey]:
    keys = (asset_of(name) for name in (*spec.upstream, *spec.sources))
    return list(dict.fromkeys(key for key in keys if key is not None))


def _description(spec: TableSpec) -> str:
    key = ", ".join(f"`{column}`" for column in spec.table.key)
    kept = "" if spec.is_published else " A step on the way to other tables: the published file does not hold it."
    return f"{spec.description}\n\nOne row for each {key}.{kept}"


def _code_version(spec: TableSpec, settings: Settings) -> str:
    """What the table is made by; the same in every process."""
    inputs = [settings.sql / path for path in spec.table.inputs]
    made_by = spec.sql if spec.sql is not None else room_version(spec.table.made_by or "", inputs)
    return digest(made_by)[:12]


def _meaning(column: Column, spec: TableSpec) -> str:
    if column.unit is None:
        return column.description
    if column.unit in spec.columns:
        return f"{column.description} Its unit stands in {column.unit}."
    return f"{column.description} Unit: {column.unit}."


def _constraints(column: Column) -> Iterator[str]:
    if column.references is not None:
        yield f"a key of {column.references}"
    if column.codes is not None:
        yield f"a code of the list {column.codes}"


def _made(spec: TableSpec, made: TableBuild, project: Project) -> dict[str, Any]:
    """What a run tells of a table that it made, or found to be as it would be made."""
    rows = first_rows(table_file(spec.name, project.settings), _ROWS_SHOWN)
    told = {"unchanged": made.reused, **_content(spec, made.rows, rows, project.settings)}
    drawn = chart_of(spec, project.settings) if made.rows else None
    if drawn is not None:
        told["chart"] = dg.MetadataValue.md(drawn[0])
        told["evidence"] = project.page(indicator_page(drawn[1]) if drawn[1] else CHECKS_PAGE)
    return told


def published_content(specs: Sequence[TableSpec], counts: Mapping[str, int], settings: Settings) -> dict[str, Metadata]:
    """What a run tells of tables and views that only the published file holds, by their names."""
    told = {}
    with reading(settings.warehouse) as connection:
        for spec in specs:
            answer = connection.execute(f"SELECT * FROM {identifier(spec.name)} LIMIT {_ROWS_SHOWN}")
            rows = [dict(zip(spec.columns, row, strict=True)) for row in answer.fetchall()]
            told[spec.name] = _content(spec, counts[spec.name], rows, settings)
    return told


def _content(spec: TableSpec, count: int, rows: Sequence[Row], settings: Settings) -> Metadata:
    """The number of rows of a table, some of them, and what its columns are taken from."""
    told: Metadata = {
        "dagster/row_count": count,
        "preview": dg.MetadataValue.md(markdown_table(_legible(spec, rows))),
    }
    taken = _taken_from(spec, settings)
    if taken:
        told["dagster/column_lineage"] = dg.TableColumnLineage(
            {column: _dependencies(sources) for column, sources in taken.items()}
        )
        told["taken from"] = dg.MetadataValue.md(_lineage_table(spec, taken))
    return told


def _legible(spec: TableSpec, rows: Sequence[Row]) -> list[Row]:
    """Rows of a table, each with the way to its sentence where it names a figure.

    What a row is about and its figures come first, since few columns are shown.
    """
    first = [name for name in _FIRST if name in spec.columns]
    measured = [name for name, column in spec.columns.items() if column.unit is not None]
    order = dict.fromkeys([*first, *measured, *(name for name in spec.columns if not name.endswith(_SURROGATE))])
    figures = [name for name in _FIGURES if name in spec.columns]
    if not figures or "document" not in spec.columns:
        return [{name: row[name] for name in order} for row in rows]
    return [{"evidence": _evidence(row, figures), **{name: row[name] for name in order}} for row in rows]


def _evidence(row: Row, figures: Sequence[str]) -> Link | None:
    named = next((row[name] for name in figures if row[name] is not None), None)
    return Link("look", figure_address(row["document"], named)) if row["document"] and named else None


def _taken_from(spec: TableSpec, settings: Settings) -> dict[str, list[tuple[str, str]]]:
    """The columns with those that they are taken from, as the warehouse's own table of them says."""
    import pyarrow.parquet as pq

    if built_fingerprint(_LINEAGE, settings) is None:
        return {}
    rows = pq.read_table(table_file(_LINEAGE, settings), filters=[("table_name", "=", spec.name)]).to_pylist()
    found: dict[str, list[tuple[str, str]]] = {}
    for column in spec.columns:
        sources = [(row["source_table"], row["source_column"]) for row in rows if row["column_name"] == column]
        if sources:
            found[column] = sources
    return found


def _dependencies(sources: list[tuple[str, str]]) -> list[dg.TableColumnDep]:
    keys = ((asset_of(name), column) for name, column in sources)
    return [dg.TableColumnDep(key, column) for key, column in keys if key is not None]


def _lineage_table(spec: TableSpec, taken: Mapping[str, list[tuple[str, str]]]) -> str:
    """The edges as Markdown; columns that only one table is read for, and left as they are, are told in a line."""
    as_they_are = [column for column in taken if taken[column] == [(spec.upstream[0], column)]] if spec.upstream else []
    lines = []
    if len(as_they_are) > 1:
        lines += [f"{len(as_they_are)} columns are taken over from {escaped(spec.upstream[0])} as they are.", ""]
    else:
        as_they_are = []
    rest = {column: sources for column, sources in taken.items() if column not in as_they_are}
    if rest:
        lines += ["| column | taken from |", "| --- | --- |"]
    for column, sources in rest.items():
        told = ", ".join(escaped(f"{table}.{name}") for table, name in sources[:_SOURCES_SHOWN])
        more = f" and {len(sources) - _SOURCES_SHOWN} more" if len(sources) > _SOURCES_SHOWN else ""
        lines.append(f"| {escaped(column)} | {told}{more} |")
    return "\n".join(lines)
