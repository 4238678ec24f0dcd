"""Charts whose names or values have no room."""

from collections.abc import Iterable

from slidegen.composed import Chart, ComposedSlide
from slidegen.diagnostics import Report
from slidegen.language import mark

_CROWDED = {
    "names": (
        mark("the names of the categories have no room at {size:g} pt, the least size"),
        mark("shorten them, or show fewer; beside the lying bars of `type: bar` names have the most room"),
    ),
    "labels": (
        mark("the values have no room at {size:g} pt, the least size"),
        mark("remove `labels`, show fewer points, or give the numbers in a larger unit"),
    ),
}


def tell_crowded(slides: Iterable[ComposedSlide], report: Report) -> None:
    """Report charts whose names or labels have no room, each at its place in the outline."""
    for chart in (item for slide in slides for item in slide.items if isinstance(item, Chart)):
        if chart.crowded:
            message, hint = _CROWDED[chart.crowded]
            report.error("chart-crowded", chart.origin, message, hint, size=chart.least)
