"""Charts as SVG: the figures of an indicator over time, a line a place; relations by how they turned out.

Drawn by Altair and the Vega that vl-convert brings along, when the site or an asset is made; nothing is drawn in the
browser. In a page of the site a chart takes on the page's own colours; embedded as a picture it has paper of its own.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from markupsafe import Markup

from pipelines.evidence.addresses import figure_address
from pipelines.evidence.content import FigureRow
from pipelines.evidence.labels import Names, Words
from pipelines.quality.printing import Language, number_vi

#: More lines than that cannot be told apart.
MOST_PLACES = 8
#: Colours that stand out on light and dark paper alike.
_COLOURS = ["#2b7bba", "#c8702a", "#3a9467", "#9a5fc0", "#b8504f", "#7d8a2b", "#c2578f", "#4f8f9b"]
#: The colours of the outcomes of a relation, the worst last, as in site.css.
_OUTCOME_COLOURS = {"holds": "#1c7445", "not_evaluated": "#6a7078", "broken": "#b3261e"}
_WIDTH, _HEIGHT, _BAR_HEIGHT = 760, 320, 24
_DECIMALS = 6
#: Stands for the folder of the site while a chart is drawn; no host can have this name.
_SITE = "https://site.invalid/"
_FEW = 2  # points that make no chart


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart as SVG: `shown` of `places` are in it; `unit` is what its numbers count, where it is known."""

    svg: Markup
    unit: Words | None
    places: int
    shown: int


def indicator_chart(
    figures: Sequence[FigureRow], names: Names, language: Language = "vi", embedded: bool = False
) -> Chart | None:
    """The chart of an indicator's achieved figures in their commonest unit; None where there are too few."""
    told = [one for one in figures if one.place and one.period_end and one.status == "actual"]
    units = Counter(one.unit for one in told)
    unit = max(units, key=lambda one: (units[one], str(one)), default=None)
    told = [one for one in told if one.unit == unit]
    counted = Counter(one.place_name or one.place for one in told)
    ranked = sorted(counted, key=lambda place: (-counted[place], str(place)))
    periods = list(dict.fromkeys(one.period for one in sorted(told, key=_time)))
    if len({(one.place, one.period_end) for one in told}) < _FEW:
        return None
    most = MOST_PLACES if len(periods) > 1 else 3 * MOST_PLACES
    shown = ranked[:most]
    points = [_point(one) for one in told if (one.place_name or one.place) in shown]
    words = names.of("unit", unit)
    # A page says the unit in words of its own, in the reader's language.
    title = words.told(language) if words and embedded else ""
    spec = (
        _lines(points, title, shown, periods, embedded) if len(periods) > 1 else _bars(points, title, shown, embedded)
    )
    return Chart(_svg(spec, embedded), words, len(ranked), len(shown))


def outcome_chart(counts: Sequence[tuple[str, str, int]], names: Names, language: Language = "vi") -> Markup:
    """How many relations of each kind (kind, outcome, count) turned out how, as a picture."""
    import altair as alt

    def told(list_id: str, code: str) -> str:
        words = names.of(list_id, code)
        return words.told(language) if words else code

    rows = [
        {"kind": told("relation_kind", kind), "outcome": told("outcome", outcome), "count": count}
        for kind, outcome, count in counts
    ]
    scale = alt.Scale(domain=[told("outcome", one) for one in _OUTCOME_COLOURS], range=[*_OUTCOME_COLOURS.values()])
    chart = alt.Chart(alt.InlineData(values=rows)).encode(
        x=alt.X("count:Q", title=None, axis=alt.Axis(tickCount=6)),
        y=alt.Y("kind:N", title=None, sort="-x", axis=alt.Axis(grid=False, labelLimit=320, ticks=False)),
        color=alt.Color("outcome:N", title=None, scale=scale),
    )
    height = _BAR_HEIGHT * len({row["kind"] for row in rows})
    return _svg(chart.mark_bar(height=12).properties(width=_WIDTH - 130, height=height), embedded=True)


def _time(figure: FigureRow) -> tuple[date, date]:
    return figure.period_end or date.min, figure.period_start or date.min


def _point(figure: FigureRow) -> dict[str, Any]:
    """A figure as Vega takes it. What differs in anything but time is no step of one line."""
    others = (figure.document, figure.population_group, figure.programme, figure.funding_source, figure.sex, figure.per)
    place = figure.place_name or figure.place
    return {
        "place": place,
        "period": figure.period,
        "value": float(figure.value),
        "series": " ".join(map(str, others)),
        "told": f"{place}, {figure.period}: {figure.quote or number_vi(figure.value, _DECIMALS)}",
        "address": f"{_SITE}{figure_address(figure.document, figure.observation_id)}",
    }


def _way(embedded: bool) -> dict[str, Any]:
    """What makes a mark a link to its sentence, with words for who cannot see where it stands; a picture has none."""
    import altair as alt

    return {} if embedded else {"href": alt.Href("address:N"), "description": alt.Description("told:N")}


def _lines(
    points: list[dict[str, Any]], unit: str, places: Sequence[Any], periods: Sequence[Any], embedded: bool
) -> Any:
    import altair as alt

    colour = alt.Color("place:N", title=None, sort=list(places), scale=alt.Scale(range=_COLOURS))
    base = alt.Chart(alt.InlineData(values=points)).encode(
        x=alt.X("period:O", title=None, sort=list(periods), axis=alt.Axis(labelAngle=0, labelOverlap=True)),
        y=alt.Y("value:Q", title=unit, axis=alt.Axis(tickCount=6)),
        color=colour,
        detail="series:N",
    )
    dots = base.mark_point(filled=True, size=42, opacity=1).encode(**_way(embedded))
    lines = base.mark_line(strokeWidth=2) + dots
    return lines.properties(width=_WIDTH, height=_HEIGHT)


def _bars(points: list[dict[str, Any]], unit: str, places: Sequence[Any], embedded: bool) -> Any:
    import altair as alt

    drawn = alt.Chart(alt.InlineData(values=points))
    once = len({point["place"] for point in points}) == len(points)
    marked = drawn.mark_bar(color=_COLOURS[0], height=12) if once else drawn.mark_point(filled=True, size=60)
    return marked.encode(
        x=alt.X("value:Q", title=unit, axis=alt.Axis(tickCount=6)),
        y=alt.Y("place:N", title=None, sort=list(places), axis=alt.Axis(grid=not once, labelLimit=220, ticks=False)),
        **_way(embedded),
    ).properties(width=_WIDTH - 130, height=_BAR_HEIGHT * len(places))


def _svg(chart: Any, embedded: bool) -> Markup:
    """The SVG of a chart, in the page's own colour and font, or with its own. Its texts are escaped by Vega."""
    import vl_convert

    ink, paper = ("#1e2428", "#ffffff") if embedded else ("currentColor", "transparent")
    plain = {"labelColor": ink, "titleColor": ink, "labelFontSize": 12, "titleFontSize": 12}
    axis = {**plain, "gridColor": ink, "gridOpacity": 0.12, "domainOpacity": 0.3, "tickOpacity": 0.3}
    padding = {"left": 28, "right": 16, "top": 6, "bottom": 6}
    legend = {**plain, "labelLimit": 220, "orient": "bottom", "columns": 4, "columnPadding": 40, "rowPadding": 6}
    styled = (
        chart.configure(background=paper, padding=padding, font="sans-serif", numberFormat=",~f")
        .configure_axis(**axis, domainColor=ink, tickColor=ink, titleFontWeight="normal")
        .configure_view(stroke=None)
        .configure_legend(**legend, offset=14)
    )
    svg = vl_convert.vegalite_to_svg(styled.to_dict(), format_locale=_VIETNAMESE_NUMBERS)
    # vl-convert takes a relative address for one of its own examples, so it is given a whole one
    return Markup(svg.replace(f'xlink:href="{_SITE}', 'href="../'))


_VIETNAMESE_NUMBERS = {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["", " đ"]}
