"""What the pages show, as it stands in the published warehouse: documents, figures, relations. Reading only.

Verdicts come as quality tells them, findings with the words of fact_finding; the arithmetic is not done again here.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeVar

from pipelines.model import Section
from pipelines.quality.verdicts import Verdict, read_verdicts
from pipelines.warehouse.duck import identifier

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A source with the number of its relations by how they stand; those it shares with another count for both.

    `differing` are broken ones of severity info, and those that an expert accepted.
    """

    document: str
    sha256: str
    kind: str | None
    title: str | None
    publisher: str | None
    author: str | None
    published: date | None
    url: str | None
    language: str | None
    made_up: bool
    attributes: str | None
    observations: int
    problems: int
    refused: bool
    duplicate_of: str | None
    holding: int
    broken: int
    differing: int
    not_evaluated: int

    @property
    def name(self) -> str:
        """The title, else the name of the file."""
        return self.title or self.document.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A printed number: columns of fact_observation, and the full name of its place where that is known."""

    observation_id: str
    document: str
    position: int
    section: str | None
    sentence: str | None
    quote: str
    char_start: int | None
    char_end: int | None
    sheet: str | None
    cell: str | None
    value: Decimal
    value_high: Decimal | None
    comparator: str
    unit: str | None
    factor: Decimal
    indicator: str | None
    population_group: str | None
    programme: str | None
    funding_source: str | None
    sex: str | None
    place: str | None
    place_name: str | None
    period: str | None
    period_start: date | None
    period_end: date | None
    time_basis: str | None
    status: str
    per: str | None
    confidence: float
    flags: list[str]


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A broken relation in words: columns of fact_finding."""

    relation_id: str
    document: str | None
    kind: str
    test: str
    severity: str
    explanation_vi: str
    explanation_en: str
    why_vi: str
    why_en: str
    norm_source: str | None
    proposal_observation_id: str | None
    proposal_reason: str | None
    proposal_reason_en: str | None
    alternatives: list[str]
    alternatives_en: list[str]
    holds_if_corrected: bool | None
    is_accepted: bool
    accepted_by: str | None
    acceptance_reason: str | None


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """Something about a source that a person should look at."""

    document: str
    code: str
    title_vi: str | None
    title_en: str | None
    place: str | None
    detail: str | None
    remedy_vi: str | None
    remedy_en: str | None


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """A correction that is applied on top of a figure."""

    observation_id: str
    document: str
    corrected_value: Decimal
    corrected_unit: str | None
    author: str
    reason: str
    corrected_on: date


@dataclass(frozen=True, slots=True)
class DocumentContent:
    """All that the page of one document shows."""

    row: DocumentRow
    text: str | None
    sections: tuple[Section, ...]
    figures: tuple[FigureRow, ...]
    verdicts: tuple[Verdict, ...]
    findings: Mapping[str, FindingRow]
    problems: tuple[ProblemRow, ...]
    corrections: Mapping[str, CorrectionRow]


_DOCUMENTS = """
WITH relation AS (
    SELECT DISTINCT
        member.document, relation_id, relation.outcome,
        coalesce(relation.severity = 'info' OR finding.is_accepted, false) AS is_lesser
    FROM fact_relation_member AS member
    INNER JOIN fact_relation AS relation USING (relation_id)
    LEFT JOIN fact_finding AS finding USING (relation_id)
),
counted AS (
    SELECT
        document,
        count(*) FILTER (outcome = 'holds') AS holding,
        count(*) FILTER (outcome = 'broken' AND NOT is_lesser) AS broken,
        count(*) FILTER (outcome = 'broken' AND is_lesser) AS differing,
        count(*) FILTER (outcome = 'not_evaluated') AS not_evaluated
    FROM relation GROUP BY document
),
told AS (
    SELECT
        dim_document.*, coalesce(holding, 0) AS holding, coalesce(broken, 0) AS broken,
        coalesce(differing, 0) AS differing, coalesce(not_evaluated, 0) AS not_evaluated
    FROM dim_document LEFT JOIN counted USING (document)
)
SELECT {columns} FROM told ORDER BY document
"""
_FIGURES = """
SELECT {columns} FROM (
    SELECT figure.*, dim_place.full_name AS place_name
    FROM fact_observation AS figure LEFT JOIN dim_place USING (place_sk)
) WHERE {condition} ORDER BY document, position, observation_id
"""
#: What read_verdicts asks for and the published file holds under another name, or not at all.
_STAND_INS = (
    "CREATE TEMP TABLE shown_document (document VARCHAR)",
    "CREATE TEMP VIEW stg_observation AS FROM fact_observation",
    "CREATE TEMP VIEW stg_relation AS SELECT relation_id, CAST(NULL AS DECIMAL(28, 6)) AS years FROM fact_relation",
    """CREATE TEMP VIEW cross_source_pair AS
    SELECT relation_id, CAST(NULL AS INTEGER) AS shared, CAST(NULL AS INTEGER) AS differing
    FROM fact_relation WHERE false""",
    """CREATE TEMP VIEW fact_relation AS FROM {database}.main.fact_relation SEMI JOIN (
        SELECT relation_id FROM fact_relation_member SEMI JOIN shown_document USING (document)
    ) USING (relation_id)""",
)


def read_documents(connection: "DuckDBPyConnection") -> list[DocumentRow]:
    """All sources, in the order of their paths."""
    return _rows(connection, _DOCUMENTS, DocumentRow)


def read_figures(connection: "DuckDBPyConnection", condition: str, parameters: Mapping[str, Any]) -> list[FigureRow]:
    """The figures that meet a condition on the columns of FigureRow, in the order of the sources."""
    return _rows(connection, _FIGURES.replace("{condition}", condition), FigureRow, parameters)


def read_findings(connection: "DuckDBPyConnection", relations: Iterable[str]) -> dict[str, FindingRow]:
    """The findings among these relations, by relation."""
    query = "SELECT {columns} FROM fact_finding WHERE list_contains($keys, relation_id)"
    return {row.relation_id: row for row in _rows(connection, query, FindingRow, {"keys": list(relations)})}


def records(
    connection: "DuckDBPyConnection", query: str, parameters: Mapping[str, Any] | None = None
) -> list[dict[str, Any]]:
    """The answer to a query as values by the names of its columns, for what a template shows as it is."""
    answer = connection.execute(query, dict(parameters or {}))
    names = [str(column[0]) for column in answer.description or ()]
    return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]


def read_contents(connection: "DuckDBPyConnection", documents: Sequence[DocumentRow]) -> list[DocumentContent]:
    """All there is about these sources, in their order."""
    keys = [row.document for row in documents]
    wanted = {"keys": keys}
    here = "list_contains($keys, document)"
    texts = {
        key: (text, tuple(Section(one["kind"], one["start"], one["end"]) for one in sections or ()))
        for key, text, sections in connection.execute(
            f"SELECT document, text, sections FROM fact_document_text WHERE {here}", wanted
        ).fetchall()
    }
    figures = _by_document(read_figures(connection, here, wanted))
    order = "ORDER BY document, number"
    problems = _by_document(
        _rows(connection, f"SELECT {{columns}} FROM problem WHERE {here} {order}", ProblemRow, wanted)
    )
    applied = f"SELECT {{columns}} FROM fact_correction WHERE state = 'applied' AND {here} ORDER BY correction_id"
    corrections = _by_document(_rows(connection, applied, CorrectionRow, wanted))
    verdicts = _verdicts(connection, keys)
    broken = {one.relation_id for of_one in verdicts.values() for one in of_one if one.outcome == "broken"}
    findings = read_findings(connection, sorted(broken))
    return [
        DocumentContent(
            row,
            *texts.get(row.document, (None, ())),
            tuple(figures.get(row.document, ())),
            tuple(verdicts.get(row.document, ())),
            {
                v.relation_id: findings[v.relation_id]
                for v in verdicts.get(row.document, ())
                if v.relation_id in findings
            },
            tuple(problems.get(row.document, ())),
            {one.observation_id: one for one in corrections.get(row.document, ())},
        )
        for row in documents
    ]


def _verdicts(connection: "DuckDBPyConnection", documents: Sequence[str]) -> dict[str, list[Verdict]]:
    """The verdicts of the relations that have a figure in these documents, by document."""
    (database,) = connection.execute("SELECT current_database()").fetchone() or ("",)
    found: dict[str, list[Verdict]] = {}
    # a connection of its own: what stands in for tables there is not seen elsewhere
    with connection.cursor() as apart:
        for statement in _STAND_INS:
            apart.execute(statement.replace("{database}", identifier(database)))
        apart.execute("INSERT INTO shown_document SELECT unnest($keys)", {"keys": list(documents)})
        verdicts = read_verdicts(apart)
    for verdict in verdicts:
        for document in sorted({figure.document for figure in verdict.figures}):
            found.setdefault(document, []).append(verdict)
    return found


def _rows(
    connection: "DuckDBPyConnection", query: str, row_type: type[Row], parameters: Mapping[str, Any] | None = None
) -> list[Row]:
    """The answer to a query as values, its columns those of the type."""
    columns = ", ".join(identifier(one.name) for one in fields(row_type))  # type: ignore[arg-type]
    answer = connection.execute(query.replace("{columns}", columns), dict(parameters or {}))
    return [row_type(*row) for row in answer.fetchall()]


def _by_document(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row.document, []).append(row)  # type: ignore[attr-defined]
    return found
