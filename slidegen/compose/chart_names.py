"""Names of points: each stands on the side of its point where it covers no other point and no other name."""

import math
from collections.abc import Iterator, Sequence

from slidegen.blocks.chart_value import ChartSeries
from slidegen.compose.chart_scene import LINE, Scene
from slidegen.plot import Labels, Look, Point

Rect = tuple[float, float, float, float]
"""Left, top, right, bottom in points."""
_RADIUS = 7.0
"""How far a name keeps from the middle of its point, points."""
_BUBBLE = 0.25
"""The diameter of the largest bubble, as a part of the plot's shorter side; PowerPoint draws it smaller."""
_FAR = 1 / 6
"""Axes begin at nothing unless the numbers lie closer together than this part of the largest."""


def named(scene: Scene, series: ChartSeries, look: Look, room: tuple[float, float]) -> Iterator[Point]:
    """Yield the points of a series with their names; `room` is the plot's width and height in points."""
    names = scene.value.categories
    if not names:
        return
    across = _spread(series.across, room[0])
    up = [room[1] - y for y in _spread([v or 0.0 for v in series.values], room[1])]
    radii = [max(_RADIUS, radius) for radius in _radii(series, room)]
    taken = [(x - r, y - r, x + r, y + r) for x, y, r in zip(across, up, radii, strict=True)]
    for n, name in enumerate(names):
        boxes = _boxes(across[n], up[n], radii[n], scene.width([name], look.size, look.bold), look.size * LINE)
        others = taken[:n] + taken[n + 1 :]
        side, box = min(boxes.items(), key=lambda one: sum(_shared(one[1], other) for other in others))
        taken.append(box)
        yield Point(n, None, Labels(look, "General", side, words=name))


def _spread(numbers: Sequence[float], room: float) -> list[float]:
    """Return where numbers stand on an axis, roughly as programs choose its ends."""
    lowest, highest = min(numbers), max(numbers)
    if lowest >= 0 and highest - lowest > highest * _FAR:
        lowest = 0.0
    span = (highest - lowest) * 1.1 or 1.0
    return [(number - lowest) / span * room for number in numbers]


def _radii(series: ChartSeries, room: tuple[float, float]) -> list[float]:
    """Return how large points are drawn: the areas of bubbles say their size."""
    largest = max(series.sizes, default=1.0)
    whole = min(room) * _BUBBLE / 2
    return [whole * math.sqrt(size / largest) for size in series.sizes] or [0.0] * len(series.values)


def _boxes(x: float, y: float, radius: float, width: float, height: float) -> dict[str, Rect]:
    """Return the places that a name may take, the best first."""
    half, middle = width / 2, height / 2
    return {
        "r": (x + radius, y - middle, x + radius + width, y + middle),
        "l": (x - radius - width, y - middle, x - radius, y + middle),
        "t": (x - half, y - radius - height, x + half, y - radius),
        "b": (x - half, y + radius, x + half, y + radius + height),
    }


def _shared(a: Rect, b: Rect) -> float:
    """Return the area that two rectangles share."""
    width, height = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    return max(0.0, width) * max(0.0, height)
