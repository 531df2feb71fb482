"""The pages of the indicators: a chart over places and years, and the figures, each with its place in a source."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from pipelines.evidence.addresses import INDICATORS_PAGE, figure_address, indicator_page
from pipelines.evidence.charts import indicator_chart
from pipelines.evidence.content import FigureRow, read_figures, records
from pipelines.evidence.fingerprints import combined
from pipelines.evidence.folder import SiteFolder
from pipelines.evidence.labels import Names
from pipelines.evidence.rendering import render
from pipelines.quality.printing import number_vi
from pipelines.warehouse.events import Event, Progress

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

#: So many figures stand on a page; the warehouse has them all.
MOST_FIGURES = 1000
_DECIMALS = 6
_INDICATORS = """
SELECT
    dim_indicator.*, count(observation_id) AS figures, count(DISTINCT figure.document) AS documents,
    CAST(sum(hash(figure, dim_document.title)) AS VARCHAR) AS hashed
FROM dim_indicator
INNER JOIN fact_observation AS figure ON figure.indicator = indicator_id
INNER JOIN dim_document ON figure.document = dim_document.document
GROUP BY ALL ORDER BY mart, indicator_id
"""
#: How each figure of one indicator stands: as the worst of its relations.
_STANDINGS = """
SELECT
    member.observation_id,
    arg_min(relation.outcome, list_position(['broken', 'holds', 'not_evaluated'], relation.outcome)) AS outcome,
    bool_or(relation.outcome = 'broken' AND severity IS DISTINCT FROM 'info') AS grave
FROM fact_relation_member AS member
INNER JOIN fact_observation AS figure USING (observation_id)
INNER JOIN fact_relation AS relation USING (relation_id)
WHERE figure.indicator = $indicator
GROUP BY member.observation_id
"""


def write_pages(
    connection: "DuckDBPyConnection", names: Names, version: str, site: SiteFolder, progress: Progress
) -> None:
    """Write the page of every indicator that has a figure, and the list of them."""
    indicators = records(connection, _INDICATORS)
    titles = dict(connection.execute("SELECT document, title FROM dim_document").fetchall())
    for number, indicator in enumerate(indicators, start=1):
        key = indicator["indicator_id"]
        stands = _standings(connection, key)
        made_from = combined(version, indicator["hashed"], sorted(stands.items()))
        if not site.has(indicator_page(key), made_from):
            figures = read_figures(connection, "indicator = $indicator", {"indicator": key})
            site.write(indicator_page(key), _page(indicator, figures, stands, titles, names), made_from)
        progress(Event("indicators", number, len(indicators), key))
    by_mart: dict[str, list[Mapping[str, Any]]] = {}
    for indicator in indicators:
        by_mart.setdefault(indicator["mart"], []).append(indicator)
    site.write(INDICATORS_PAGE, render("indicators.html.jinja", "../", by_mart=by_mart, names=names))


def _page(
    indicator: Mapping[str, Any],
    figures: list[FigureRow],
    stands: Mapping[str, str],
    titles: Mapping[str, str | None],
    names: Names,
) -> str:
    shown = [
        {
            "figure": figure,
            "value": number_vi(figure.value, _DECIMALS),
            "address": figure_address(figure.document, figure.observation_id),
            "standing": stands.get(figure.observation_id, "unchecked"),
            "title": titles.get(figure.document) or figure.document.rpartition("/")[2],
        }
        for figure in figures[:MOST_FIGURES]
    ]
    chart = indicator_chart(figures, names)
    return render(
        "indicator.html.jinja", "../", indicator=indicator, shown=shown, count=len(figures), chart=chart, names=names
    )  # fmt: skip


def _standings(connection: "DuckDBPyConnection", indicator: str) -> dict[str, str]:
    rows = connection.execute(_STANDINGS, {"indicator": indicator}).fetchall()
    return {key: "differs" if outcome == "broken" and not grave else outcome for key, outcome, grave in rows}
