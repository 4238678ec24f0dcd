"""Names of points: each stands on the side of its point where it covers no other point and no other name."""

from collections.abc import Iterator, Sequence

from slidegen.blocks.chart_value import ChartSeries
from slidegen.compose.chart_scene import LINE, Scene
from slidegen.plot import Labels, Look, Point

Rect = tuple[float, float, float, float]
"""Left, top, right, bottom in points."""
_RADIUS = 7.0
"""How far a name keeps from the middle of its point, points."""
_FAR = 1 / 6
"""Axes begin at nothing unless the numbers lie closer together than this part of the largest."""


def named(scene: Scene, series: ChartSeries, look: Look, room: tuple[float, float]) -> Iterator[Point]:
    """Yield the points of a series with their names; `room` is the plot's width and height in points."""
    names = scene.value.categories
    if not names:
        return
    if scene.value.type == "bubble":
        yield from (Point(n, None, Labels(look, "General", "ctr", words=name)) for n, name in enumerate(names))
        return
    across = _spread(series.across, room[0])
    up = [room[1] - y for y in _spread([v or 0.0 for v in series.values], room[1])]
    taken = [(x - _RADIUS, y - _RADIUS, x + _RADIUS, y + _RADIUS) for x, y in zip(across, up, strict=True)]
    for n, name in enumerate(names):
        boxes = _boxes(across[n], up[n], scene.width([name], look.size, look.bold), look.size * LINE)
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


def _boxes(x: float, y: float, width: float, height: float) -> dict[str, Rect]:
    """Return the places that a name may take, the best first."""
    half, middle = width / 2, height / 2
    return {
        "r": (x + _RADIUS, y - middle, x + _RADIUS + width, y + middle),
        "l": (x - _RADIUS - width, y - middle, x - _RADIUS, y + middle),
        "t": (x - half, y - _RADIUS - height, x + half, y - _RADIUS),
        "b": (x - half, y + _RADIUS, x + half, y + _RADIUS + height),
    }


def _shared(a: Rect, b: Rect) -> float:
    """Return the area that two rectangles share."""
    width, height = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    return max(0.0, width) * max(0.0, height)
