"""What fills the tables of this room in a run: findings, corrections, acceptances, results of expectations.

Each builder gets a connection that sees the tables which its entry in sql/tables.yml reads, and returns the rows as an
Arrow table. What the rows say is in findings.py, records.py and expecting.py.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipelines.keys import key_of
from pipelines.quality.around_broken import keep_around_broken
from pipelines.quality.between_sources import preferred_sources, same_figures
from pipelines.quality.expecting import judge_suite
from pipelines.quality.explanations import in_words
from pipelines.quality.findings import finding_row
from pipelines.quality.judging import provide_reference
from pipelines.quality.printing import figure as shown
from pipelines.quality.records import (
    EXPECTATIONS,
    AcceptedRow,
    CorrectionRow,
    JudgedRelation,
    PrintedFigure,
    read_accepted,
    read_corrections,
    refuse_acceptance,
    refuse_correction,
)
from pipelines.quality.repair import with_proposals
from pipelines.quality.single_changes import single_changes
from pipelines.quality.suites import SUITES, read_suites
from pipelines.quality.verdicts import Change, Figure, Verdict, read_verdicts
from pipelines.quality.vietnamese import in_vietnamese
from pipelines.quality.what_if import Hypothesis, outcomes_if
from pipelines.warehouse.building import Builder, leave_empty
from pipelines.warehouse.catalogue import Catalogue, TableSpec

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

ROOM = "quality"


def builders(catalogue: Catalogue, expectations: Path = EXPECTATIONS) -> Mapping[str, Builder]:
    """What fills the tables that sql/tables.yml says are made by this room.

    `expectations` is the folder of the records and suites. The builders raise VocabularyError where a record, and
    SuiteError where a suite cannot be used.
    """
    made: dict[str, Builder] = {
        "fact_correction": lambda connection, spec: _corrections(connection, spec, expectations),
        "fact_acceptance": lambda connection, spec: _acceptances(connection, spec, expectations),
        "fact_finding": lambda connection, spec: _findings(connection, spec, expectations),
        "expectation_result": lambda connection, spec: _results(connection, spec, expectations),
    }
    return {spec.name: made[spec.name] for spec in catalogue.built if spec.table.made_by == ROOM}


def _corrections(connection: "DuckDBPyConnection", spec: TableSpec, expectations: Path) -> Any:
    records = read_corrections(expectations)
    figures = _printed(connection, records)
    rows = []
    for record in records:
        figure = figures.get(record.observation_id)
        refusal = refuse_correction(record, figures)
        now = " ".join(filter(None, (figure.value_printed, figure.unit_printed))) if figure else ""
        rows.append({
            "correction_id": key_of("correction", record.document, record.observation_id),
            **_state(refusal, now),
            "observation_id": record.observation_id if figure and not refusal else None,
            "document": record.document,
            "value_printed": record.value_printed,
            "unit_printed": record.unit_printed,
            "value": figure.value if figure else None,
            "unit": figure.unit if figure else None,
            "corrected_value": record.corrected_value,
            "corrected_unit": record.corrected_unit or (figure.unit if figure else None),
            "author": record.author,
            "reason": record.reason,
            "corrected_on": record.corrected_on,
        })  # fmt: skip
    return _table(connection, spec, rows)


def _acceptances(connection: "DuckDBPyConnection", spec: TableSpec, expectations: Path) -> Any:
    records = read_accepted(expectations)
    relations = _judged(connection, records)
    rows = []
    for record in records:
        relation = relations.get(record.relation_id)
        refusal = refuse_acceptance(record, relations)
        now = f"{shown(relation.stated, None)} – {shown(relation.computed, None)}" if relation else ""
        rows.append({
            "acceptance_id": key_of("acceptance", record.document, record.relation_id),
            **_state(refusal, now),
            "relation_id": record.relation_id if not refusal else None,
            "document": record.document,
            "stated": record.stated,
            "computed": record.computed,
            "author": record.author,
            "reason": record.reason,
            "accepted_on": record.accepted_on,
        })  # fmt: skip
    return _table(connection, spec, rows)


def _state(refusal: str | None, now: str) -> dict[str, str | None]:
    """Whether a record is applied; of one refused also why, in both languages, with what the warehouse says `now`."""
    if refusal is None:
        return {"state": "applied", "refusal_vi": None, "refusal_en": None}
    key, fields = f"record.{refusal}", {"now": now}
    vietnamese, english = in_words(key, fields, "vi"), in_words(key, fields, "en")
    return {"state": "refused", "refusal_vi": vietnamese, "refusal_en": english}


def _findings(connection: "DuckDBPyConnection", spec: TableSpec, expectations: Path) -> Any:
    provide_reference(connection)
    same_figures()
    preferred_sources()
    keep_around_broken(connection, spec.upstream)
    verdicts = with_proposals(connection, read_verdicts(connection))
    broken = [verdict for verdict in verdicts if verdict.outcome == "broken"]
    accepted = {row.relation_id: row for row in _applied_acceptances(connection, expectations)}
    mended = _mended(connection, broken, expectations)
    rows = [
        finding_row(verdict, accepted.get(verdict.relation_id), mended.get(verdict.relation_id)) for verdict in broken
    ]
    return _table(connection, spec, rows)


def _results(connection: "DuckDBPyConnection", spec: TableSpec, expectations: Path) -> Any:
    judged = (judge_suite(connection, suite) for suite in read_suites(expectations / SUITES.name))
    rows = [asdict(result) for results in judged for result in results]
    for row in rows:
        for name in ("description", "reason"):
            row[f"{name}_vi"] = in_vietnamese(row[name], expectations)
    return _table(connection, spec, rows)


def _applied_acceptances(connection: "DuckDBPyConnection", expectations: Path) -> list[AcceptedRow]:
    records = read_accepted(expectations)
    relations = _judged(connection, records)
    return [record for record in records if refuse_acceptance(record, relations) is None]


def _mended(connection: "DuckDBPyConnection", broken: Iterable[Verdict], expectations: Path) -> dict[str, bool]:
    """Whether each broken relation with a corrected figure holds once all corrections are applied."""
    figures = {figure.observation_id: figure for verdict in broken for figure in verdict.figures}
    records = read_corrections(expectations)
    now = _printed(connection, records, "stg_observation")
    changes = [
        _change(record, figures[record.observation_id])
        for record in records
        if record.observation_id in figures and refuse_correction(record, now) is None
    ]
    if not changes:
        return {}
    (outcomes,) = outcomes_if(connection, [Hypothesis(tuple(changes))])
    return {relation_id: outcome == "holds" for relation_id, outcome in outcomes.items()}


def _change(record: CorrectionRow, figure: Figure) -> Change:
    """A correction as the change of a figure; as precise as that slip, else as the figure is printed."""
    value = record.corrected_value
    for change in single_changes(figure):
        if change.value == value:
            return change
    low = None if figure.low is None else value - (figure.value - figure.low)
    high = None if figure.high is None else value + (figure.high - figure.value)
    unit = record.corrected_unit or figure.unit
    return Change(
        figure.observation_id, "digit", value, low, high, figure.value_printed, figure.unit_printed, unit, figure
    )  # fmt: skip


def _printed(
    connection: "DuckDBPyConnection", records: Iterable[CorrectionRow], table: str = "fact_observation"
) -> dict[str, PrintedFigure]:
    query = f"""
        SELECT observation_id, document, value_printed, unit_printed, value, unit FROM {table}
        WHERE list_contains($keys, observation_id)"""
    found = connection.execute(query, {"keys": [record.observation_id for record in records]}).fetchall()
    return {key: PrintedFigure(*columns) for key, *columns in found}


def _judged(connection: "DuckDBPyConnection", records: Iterable[AcceptedRow]) -> dict[str, JudgedRelation]:
    query = """
        SELECT relation_id, document, outcome, stated, computed FROM fact_relation
        WHERE list_contains($keys, relation_id)"""
    found = connection.execute(query, {"keys": [record.relation_id for record in records]}).fetchall()
    return {key: JudgedRelation(*columns) for key, *columns in found}


def _table(connection: "DuckDBPyConnection", spec: TableSpec, rows: list[dict[str, Any]]) -> Any:
    """Rows by the names of columns as an Arrow table with the types of the dictionary."""
    import pyarrow as pa

    return pa.Table.from_pylist(rows, schema=leave_empty(connection, spec).schema)
