"""What lies under a text: the background of its slide and the filled shapes below it.

Points spread over the text tell which shapes it stands on. One that holds them all covers what is below; where a shape
holds some of them, what is below counts too.
"""

from collections.abc import Iterable

from msgspec import Struct

from slidegen.compose.outlines import Outline, outline_of
from slidegen.composed import Item, Shape, Text
from slidegen.drawing import Box, Paint, Solid
from slidegen.layout.contrast import RGB, rgb
from slidegen.layout.theme import Theme
from slidegen.units import points

_WHITE: RGB = (255, 255, 255)
_ACROSS, _DOWN = 9, 3


class Layer(Struct, frozen=True):
    """A filled area of a slide, and its outline where that is not its box."""

    box: Box
    fill: Paint
    outline: Outline | None = None

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point is within it."""
        box = self.box
        inside = box.x <= x <= box.right and box.y <= y <= box.bottom
        return inside and (self.outline is None or self.outline.holds((x - box.x) / box.w, (y - box.y) / box.h))


def layer(item: Item) -> Layer | None:
    """Return the area that an item fills; None where it leaves what is below in sight."""
    if not isinstance(item, Shape | Text) or item.fill is None or not (item.box.w and item.box.h):
        return None
    return Layer(item.box, item.fill, outline_of(item) if isinstance(item, Shape) else None)


def over(paint: Paint, under: Iterable[RGB], theme: Theme) -> set[RGB]:
    """Return the colours that a paint shows over some others; a gradient shows those of its ends."""
    if paint is None:
        return set(under)
    colors = [paint.color] if isinstance(paint, Solid) else [color for _, color in paint.stops]
    return {rgb(color, theme.colors, theme.color_map, below) for color in colors for below in under}


def grounds(area: Box, background: Paint, layers: Iterable[Layer], theme: Theme) -> set[RGB]:
    """Return the colours that may lie under an area."""
    found = over(background, {_WHITE}, theme)
    points_of_area = [
        (area.x + area.w * (i + 0.5) / _ACROSS, area.y + area.h * (j + 0.5) / _DOWN)
        for i in range(_ACROSS)
        for j in range(_DOWN)
    ]
    for one in layers:
        held = [one.holds(x, y) for x, y in points_of_area]
        if all(held):
            found = over(one.fill, found, theme)
        elif any(held):
            found |= over(one.fill, found, theme)
    return found


def ink(text: Text) -> Box:
    """Return where the letters of a text stand within its box."""
    left, top, right, bottom = text.frame.insets
    room, high = text.box.w - left - right, text.box.h - top - bottom
    width = min(room, max((_width(text, n) for n in range(len(text.paragraphs))), default=0))
    height = min(high, points(sum(p.pitch * max(1, len(p.lines)) + p.before for p in text.paragraphs)))
    align = text.frame.levels[0].align if text.frame.levels else "l"
    x = {"ctr": (room - width) // 2, "r": room - width}.get(align, 0)
    y = {"ctr": (high - height) // 2, "b": high - height}.get(text.frame.anchor, 0)
    return Box(text.box.x + left + x, text.box.y + top + y, width, height)


def _width(text: Text, number: int) -> int:
    """Return the width of a paragraph; of one that was not broken into lines the most that it can be."""
    paragraph = text.paragraphs[number]
    widest = max((width for _, _, width in paragraph.lines), default=float(len(paragraph.text)))
    return text.frame.levels[paragraph.level - 1].margin + points(widest * paragraph.size)
