"""Charts: a value becomes a plot with every size, colour and place decided."""

from collections.abc import Callable, Iterator, Mapping

from slidegen.blocks.chart_value import ChartType, ChartValue
from slidegen.compose.chart_alt import alt_text
from slidegen.compose.chart_bars import bars
from slidegen.compose.chart_lines import combo, lines
from slidegen.compose.chart_scene import Scene
from slidegen.compose.chart_shapes import doughnut, pie, points, radar
from slidegen.compose.voice import Voice
from slidegen.composed import Chart
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
