"""Charts for the pages of assets, where one says more than rows: drawn by Altair, embedded in Markdown as a picture.

Which figures they show is asked of the built tables; how a chart looks is in evidence/charts.py.
"""

from base64 import b64encode
from typing import TYPE_CHECKING

from pipelines.evidence.charts import indicator_chart, outcome_chart
from pipelines.evidence.content import read_figures
from pipelines.evidence.labels import read_names
from pipelines.orchestration.previews import escaped
from pipelines.warehouse.building import built_fingerprint, table_file
from pipelines.warehouse.catalogue import TableSpec
from pipelines.warehouse.duck import identifier, literal, memory
from pipelines.warehouse.settings import Settings

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_RELATIONS = "fact_relation"
#: Columns of a mart that tell what the figures of a line are.
_INDICATORS = ("rate_indicator", "count_indicator", "amount_indicator")
_NEEDED = (
    "dim_indicator", "dim_population_group", "dim_programme", "dim_funding_source", "dim_unit", "dim_place",
    "code_list", "fact_observation", _RELATIONS,
)  # fmt: skip
#: The indicator of a mart with the most figures that a chart can show.
_MOST_TOLD = """
SELECT indicator FROM (UNPIVOT (SELECT {columns} FROM {mart}) ON {columns} INTO NAME role VALUE indicator)
INNER JOIN fact_observation AS figure USING (indicator)
WHERE figure.place IS NOT NULL AND figure.period_end IS NOT NULL AND figure.status = 'actual'
GROUP BY indicator
HAVING count(DISTINCT (figure.place, figure.period_end)) > 2
ORDER BY count(DISTINCT (figure.place, figure.period_end)) DESC, indicator LIMIT 1
"""
_OUTCOMES = f"SELECT kind, outcome, count(*) FROM {_RELATIONS} GROUP BY ALL ORDER BY ALL"


def chart_of(spec: TableSpec, settings: Settings) -> tuple[str, str | None] | None:
    """The chart of a table as Markdown, and the indicator that it shows, if one; None where no chart says more.

    It is that of the relations by their outcome, or of the figures that a mart has most of.
    """
    columns = [name for name in _INDICATORS if name in spec.columns]
    is_mart = spec.group == "marts" and bool(columns)
    if not (is_mart or spec.name == _RELATIONS) or any(built_fingerprint(name, settings) is None for name in _NEEDED):
        return None
    with memory(settings.spill) as connection:
        for name in (*_NEEDED, *([spec.name] if is_mart else [])):
            path = literal(table_file(name, settings))
            connection.execute(f"CREATE VIEW {identifier(name)} AS SELECT * FROM read_parquet({path})")
        return _figures(connection, spec.name, columns) if is_mart else _outcomes(connection)


def _figures(connection: "DuckDBPyConnection", mart: str, columns: list[str]) -> tuple[str, str] | None:
    query = _MOST_TOLD.format(columns=", ".join(columns), mart=identifier(mart))
    row = connection.execute(query).fetchone()
    if row is None:
        return None
    names = read_names(connection)
    chart = indicator_chart(read_figures(connection, "indicator = $one", {"one": row[0]}), names, "en", embedded=True)
    words = names.of("indicator", row[0])
    return (_picture(str(chart.svg), words.en if words else row[0]), row[0]) if chart else None


def _outcomes(connection: "DuckDBPyConnection") -> tuple[str, None] | None:
    counts = connection.execute(_OUTCOMES).fetchall()
    if not counts:
        return None
    chart = outcome_chart(counts, read_names(connection), "en")
    return _picture(str(chart), "Relations by kind and outcome"), None


def _picture(svg: str, title: str) -> str:
    """An SVG as a picture in Markdown, with nothing to be loaded."""
    return f"**{escaped(title)}**\n\n![{escaped(title)}](data:image/svg+xml;base64,{b64encode(svg.encode()).decode()})"
