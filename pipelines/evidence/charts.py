"""The chart of an indicator: its figures over time, a line a place, as SVG that is part of the page.

Drawn when the site is built, by Altair and the Vega that vl-convert brings along; nothing is drawn in the browser.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from markupsafe import Markup

from pipelines.evidence.content import FigureRow
from pipelines.evidence.labels import Names

#: More lines than that cannot be told apart.
MOST_PLACES = 8
#: Colours that stand out on light and dark paper alike.
_COLOURS = ["#2b7bba", "#c8702a", "#3a9467", "#9a5fc0", "#b8504f", "#7d8a2b", "#c2578f", "#4f8f9b"]
_WIDTH, _HEIGHT, _BAR_HEIGHT = 760, 320, 24
_FEW = 2  # points that make no chart


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart as SVG: `shown` of `places` are in it."""

    svg: Markup
    places: int
    shown: int


def indicator_chart(figures: Sequence[FigureRow], names: Names) -> Chart | None:
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
    title = words.vi if words else ""
    spec = _lines(points, title, shown, periods) if len(periods) > 1 else _bars(points, title, shown)
    return Chart(_svg(spec), len(ranked), len(shown))


def _time(figure: FigureRow) -> tuple[date, date]:
    return figure.period_end or date.min, figure.period_start or date.min


def _point(figure: FigureRow) -> dict[str, Any]:
    """A figure as Vega takes it. What differs in anything but time is no step of one line."""
    others = (figure.document, figure.population_group, figure.programme, figure.funding_source, figure.sex, figure.per)
    return {
        "place": figure.place_name or figure.place,
        "period": figure.period,
        "value": float(figure.value),
        "series": " ".join(map(str, others)),
    }


def _lines(points: list[dict[str, Any]], unit: str, places: Sequence[Any], periods: Sequence[Any]) -> Any:
    import altair as alt

    colour = alt.Color("place:N", title=None, sort=list(places), scale=alt.Scale(range=_COLOURS))
    base = alt.Chart(alt.InlineData(values=points)).encode(
        x=alt.X("period:O", title=None, sort=list(periods), axis=alt.Axis(labelAngle=0, labelOverlap=True)),
        y=alt.Y("value:Q", title=unit, axis=alt.Axis(tickCount=6)),
        color=colour,
        detail="series:N",
    )
    lines = base.mark_line(strokeWidth=2) + base.mark_point(filled=True, size=42, opacity=1)
    return lines.properties(width=_WIDTH, height=_HEIGHT)


def _bars(points: list[dict[str, Any]], unit: str, places: Sequence[Any]) -> Any:
    import altair as alt

    drawn = alt.Chart(alt.InlineData(values=points))
    once = len({point["place"] for point in points}) == len(points)
    marked = drawn.mark_bar(color=_COLOURS[0], height=12) if once else drawn.mark_point(filled=True, size=60)
    return marked.encode(
        x=alt.X("value:Q", title=unit, axis=alt.Axis(tickCount=6)),
        y=alt.Y("place:N", title=None, sort=list(places), axis=alt.Axis(grid=not once, labelLimit=220, ticks=False)),
    ).properties(width=_WIDTH - 130, height=_BAR_HEIGHT * len(places))


def _svg(chart: Any) -> Markup:
    """The SVG of a chart, in the page's own colour and font. Its texts are escaped by Vega."""
    import vl_convert

    plain = {"labelColor": "currentColor", "titleColor": "currentColor", "labelFontSize": 12, "titleFontSize": 12}
    axis = {**plain, "gridColor": "currentColor", "gridOpacity": 0.12, "domainOpacity": 0.3, "tickOpacity": 0.3}
    padding = {"left": 28, "right": 16, "top": 6, "bottom": 6}
    legend = {**plain, "labelLimit": 220, "orient": "bottom", "columns": 4, "columnPadding": 40, "rowPadding": 6}
    styled = (
        chart.configure(background="transparent", padding=padding, font="sans-serif", numberFormat=",~f")
        .configure_axis(**axis, domainColor="currentColor", tickColor="currentColor", titleFontWeight="normal")
        .configure_view(stroke=None)
        .configure_legend(**legend, offset=14)
    )
    svg = vl_convert.vegalite_to_svg(styled.to_dict(), format_locale=_VIETNAMESE_NUMBERS)
    return Markup(svg)


_VIETNAMESE_NUMBERS = {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["", " đ"]}
