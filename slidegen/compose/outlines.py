"""Which points a shape holds that does not fill its box: an ellipse or a drawn outline, unless it is turned."""

from itertools import pairwise

from msgspec import Struct

from slidegen.composed import Shape
from slidegen.drawing import Path, Preset

Point = tuple[float, float]
_STEPS = 8
"""In how many straight lines a curve is taken apart."""


class Outline(Struct, frozen=True):
    """Closed rings of points in fractions of the box; an ellipse has none."""

    rings: tuple[tuple[Point, ...], ...] = ()
    flip_h: bool = False
    flip_v: bool = False

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point, in fractions of the box, is inside by the even-odd rule."""
        if not self.rings:
            return (2 * x - 1) ** 2 + (2 * y - 1) ** 2 <= 1
        x, y = 1 - x if self.flip_h else x, 1 - y if self.flip_v else y
        crossed = 0
        for ring in self.rings:
            for (x1, y1), (x2, y2) in pairwise((*ring, ring[0])):
                crossed += (y1 > y) != (y2 > y) and x < x1 + (x2 - x1) * (y - y1) / (y2 - y1)
        return crossed % 2 == 1


def outline_of(shape: Shape) -> Outline | None:
    """Return a shape's outline; None where its box stands for it."""
    if isinstance(shape.geometry, Preset) or shape.rotation:
        return Outline() if shape.geometry == Preset("ellipse") and not shape.rotation else None
    rings = tuple(tuple(ring) for ring in _rings(shape.geometry) if len(ring) > 2)
    return Outline(rings, shape.flip_h, shape.flip_v) if rings else None


def _rings(path: Path) -> list[list[Point]]:
    rings: list[list[Point]] = []
    for name, *numbers in path.commands:
        at = [float(n) for n in numbers]
        ends = [(x / path.w, y / path.h) for x, y in zip(at[::2], at[1::2], strict=True)]
        if name == "M":
            rings.append(ends)
        elif name == "L":
            rings[-1].extend(ends)
        elif name == "C":
            rings[-1].extend(_curve((rings[-1][-1], *ends)))
    return rings


def _curve(points: tuple[Point, ...]) -> list[Point]:
    """Return points along a cubic Bezier curve, without its first."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = points
    made = []
    for step in range(1, _STEPS + 1):
        t = step / _STEPS
        u = 1 - t
        a, b, c, d = u**3, 3 * u * u * t, 3 * u * t * t, t**3
        made.append((a * ax + b * bx + c * cx + d * dx, a * ay + b * by + c * cy + d * dy))
    return made
