"""Whether a point lies within a shape as it is drawn: presets by their kind, freeforms by their path."""

from functools import lru_cache
from typing import Any

from pptx.oxml.ns import qn

from tests.proof.boxes import Frame, Placed

Point = tuple[float, float]
_STEPS = 12


def holds(item: Placed, text: Frame, x: float, y: float) -> bool:
    """Tell whether a point of a text, in EMU, lies in a shape; of presets but the ellipse the whole frame counts.

    A text whose box stands within an ellipse's is centred there: no word reaches into the corners.
    """
    frame = item.frame
    if not (frame.left <= x <= frame.right and frame.top <= y <= frame.bottom):
        return False
    across, down = (x - frame.left) / (frame.right - frame.left), (y - frame.top) / (frame.bottom - frame.top)
    element = item.shape._element
    preset, custom = element.find(f".//{qn('a:prstGeom')}"), element.find(f".//{qn('a:custGeom')}")
    if preset is not None and preset.get("prst") == "ellipse":
        return frame.contains(text) or (across - 0.5) ** 2 + (down - 0.5) ** 2 <= 0.25
    return custom is None or _within(_polygon(custom), across, down)


def _within(polygon: tuple[Point, ...], x: float, y: float) -> bool:
    inside = False
    for (ax, ay), (bx, by) in zip(polygon, (*polygon[1:], polygon[0]), strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            inside = not inside
    return inside


@lru_cache(maxsize=1024)
def _polygon(geometry: Any) -> tuple[Point, ...]:
    """Return a freeform's outline in fractions of its frame, its curves as short lines, its parts one after another."""
    path = geometry.find(f".//{qn('a:path')}")
    width, height = int(path.get("w")), int(path.get("h"))
    points: list[Point] = []
    for command in path:
        given = [(int(p.get("x")) / width, int(p.get("y")) / height) for p in command.iter(qn("a:pt"))]
        if command.tag == qn("a:cubicBezTo"):
            start = points[-1]
            points.extend(_on_curve((start, *given), step / _STEPS) for step in range(1, _STEPS + 1))
        else:
            points.extend(given)
    return tuple(points)


def _on_curve(controls: tuple[Point, ...], t: float) -> Point:
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    return (
        sum(w * x for w, (x, _) in zip(weights, controls, strict=True)),
        sum(w * y for w, (_, y) in zip(weights, controls, strict=True)),
    )
