"""What stands in a frame that holds no text: each type of value has one function that draws it."""

from collections.abc import Callable, Iterable
from typing import Any

from slidegen.blocks.chart_value import ChartValue
from slidegen.blocks.values import MediaValue, PictureValue, Value
from slidegen.compose.charts import draw_chart
from slidegen.compose.crop import drawn_picture
from slidegen.compose.recordings import drawn_recording
from slidegen.compose.voice import Voice
from slidegen.composed import Item
from slidegen.layout.variant import FrameSpec

Draw = Callable[[Any, FrameSpec, Voice], Iterable[Item]]

DRAWN: dict[type[Value], Draw] = {
    ChartValue: draw_chart,
    PictureValue: drawn_picture,
    MediaValue: drawn_recording,
}
"""By type of value: the items it becomes in a frame, back to front."""


def drawn_object(value: Value, spec: FrameSpec, voice: Voice) -> Iterable[Item]:
    """Return the items that a value becomes in its frame."""
    return DRAWN[type(value)](value, spec, voice)
