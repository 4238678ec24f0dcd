"""What stands in a frame that holds no text: each type of value has one function that draws it.

They are imported where a slide needs them: most decks have no charts, pictures or recordings.
"""

from collections.abc import Iterable

from slidegen.blocks.chart_value import ChartValue
from slidegen.blocks.values import MediaValue, PictureValue, Value
from slidegen.compose.voice import Voice
from slidegen.composed import Item
from slidegen.layout.variant import FrameSpec


def drawn_object(value: Value, spec: FrameSpec, voice: Voice) -> Iterable[Item]:
    """Return the items that a value becomes in its frame, back to front. Raises TypeError where it is a text's."""
    match value:
        case ChartValue():
            from slidegen.compose.charts import draw_chart

            return draw_chart(value, spec, voice)
        case PictureValue():
            from slidegen.compose.crop import drawn_picture

            return drawn_picture(value, spec, voice)
        case MediaValue():
            from slidegen.compose.recordings import drawn_recording

            return drawn_recording(value, spec, voice)
    raise TypeError(f"nothing draws a {type(value).__name__} in a frame")
