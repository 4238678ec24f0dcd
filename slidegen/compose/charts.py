"""Charts: a value becomes a plot with every size, colour and place decided."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from slidegen.blocks.chart_value import ChartType, ChartValue
from slidegen.compose.chart_alt import alt_text
from slidegen.compose.chart_bars import bars
from slidegen.compose.chart_lines import combo, lines
from slidegen.compose.chart_scene import Scene
from slidegen.compose.chart_shapes import doughnut, pie, points, radar
from slidegen.compose.voice import Voice
from slidegen.composed import Chart, ComposedSlide
from slidegen.diagnostics import Report
from slidegen.language import mark
from slidegen.layout.variant import FrameSpec
from slidegen.plot import Plot

_PLOTS: Mapping[ChartType, Callable[[Scene], tuple[Plot, str]]] = {
    "column": bars,
    "bar": bars,
    "stacked-column": bars,
    "stacked-bar": bars,
    "percent-column": bars,
    "percent-bar": bars,
    "line": lines,
    "area": lines,
    "pie": pie,
    "doughnut": doughnut,
    "scatter": points,
    "bubble": points,
    "radar": radar,
    "combo": combo,
}
_CROWDED = {
    "names": (
        mark("the names of the categories have no room at {size:g} pt, the least size"),
        mark("shorten them, show fewer, or write `type: bar`, whose names stand beside the bars"),
    ),
    "labels": (
        mark("the values have no room at {size:g} pt, the least size"),
        mark("remove `labels`, show fewer points, or give the numbers in a larger unit"),
    ),
}


def draw_chart(value: ChartValue, spec: FrameSpec, voice: Voice) -> Iterator[Chart]:
    """Yield the native chart that a value becomes in its frame."""
    scene = Scene(value, spec, voice)
    plot, crowded = _PLOTS[value.type](scene)
    yield Chart(
        name=spec.name,
        box=spec.box,
        plot=plot,
        placeholder=spec.placeholder,
        alt=alt_text(scene),
        origin=value.span,
        slot=spec.path,
        crowded=crowded,
        least=spec.levels[0].sizes[-1],
    )


def tell_crowded(slides: Iterable[ComposedSlide], report: Report) -> None:
    """Report charts whose names or labels have no room, each at its place in the outline."""
    for chart in (item for slide in slides for item in slide.items if isinstance(item, Chart)):
        if chart.crowded:
            message, hint = _CROWDED[chart.crowded]
            report.error("chart-crowded", chart.origin, message, hint, size=chart.least)
