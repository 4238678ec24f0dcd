"""Freeforms: outlines of lines and cubic curves in slide inches, cut at the slide's edges.

An outline is a list of `Track`s; a track is a chain of curves, each of two points (a line) or four
(a cubic). Clipping is Sutherland and Hodgman's, edge by edge, with cubics split where they cross.
"""

from collections.abc import Iterable
from itertools import pairwise
from math import cos, radians, sin, sqrt

from msgspec import Struct

from slidegen.drawing import Box, Path
from slidegen.units import SLIDE_HEIGHT, SLIDE_WIDTH, inches, to_inches

Point = tuple[float, float]
Curve = tuple[Point, ...]

WIDTH, HEIGHT = to_inches(SLIDE_WIDTH), to_inches(SLIDE_HEIGHT)
_NEAR = 1000
"""Edges written as 13.333 in mean the slide's own, 305 EMU further right: how far that reaches, in EMU."""
_SLACK = to_inches(_NEAR)
_KAPPA = 0.5522847498307936
"""Where a cubic's control points lie to draw a quarter of a circle of radius 1."""


class Track(Struct, frozen=True):
    """A chain of curves, closed by a straight line when `closed`."""

    curves: tuple[Curve, ...]
    closed: bool


def polygon(points: Iterable[Point], closed: bool = True) -> Track:
    """Return a track of straight lines through the points."""
    corners = list(points)
    ends = [*corners[1:], corners[0]] if closed else corners[1:]
    return Track(tuple(zip(corners, ends, strict=False)), closed)


def ellipse(x: float, y: float, w: float, h: float) -> Track:
    """Return the ellipse in a box as four cubics."""
    cx, cy, rx, ry = x + w / 2, y + h / 2, w / 2, h / 2
    curves = []
    for ax, ay in ((1, 0), (0, 1), (-1, 0), (0, -1)):
        bx, by = -ay, ax
        unit = ((ax, ay), (ax + _KAPPA * bx, ay + _KAPPA * by), (bx + _KAPPA * ax, by + _KAPPA * ay), (bx, by))
        curves.append(tuple((cx + rx * u, cy + ry * v) for u, v in unit))
    return Track(tuple(curves), True)


def wave(heights: list[float], x: float, y: float, w: float, h: float) -> Track:
    """Return a hill line through equal steps of `w`, closed along the bottom; heights are fractions of `h`."""
    step = w / (len(heights) - 1)
    tops = [(x + i * step, y + height * h) for i, height in enumerate(heights)]
    curves: list[Curve] = []
    for (x0, y0), (x1, y1) in pairwise(tops):
        middle = (x0 + x1) / 2
        curves.append(((x0, y0), (middle, y0), (middle, y1), (x1, y1)))
    right, left = (x + w, y + h), (x, y + h)
    return Track((*curves, (tops[-1], right), (right, left), (left, tops[0])), True)


def rays(center: Point, start: float, end: float, count: int) -> list[Track]:
    """Return the first half of each of `count` equal sectors between two angles, clockwise degrees from the right."""
    cx, cy = center
    sector = (end - start) / count
    reach = 4 * (abs(cx) + abs(cy) + WIDTH + HEIGHT)
    tracks = []
    for i in range(count):
        sides = (radians(start + i * sector), radians(start + (i + 0.5) * sector))
        tracks.append(polygon([center, *((cx + reach * cos(a), cy + reach * sin(a)) for a in sides)]))
    return tracks


def clip(tracks: Iterable[Track]) -> list[Track]:
    """Return what of the tracks lies on the slide; tracks inside it come back unchanged."""
    kept = list(tracks)
    for axis, bound, sign in ((0, 0.0, 1), (0, WIDTH, -1), (1, 0.0, 1), (1, HEIGHT, -1)):
        kept = [piece for track in kept for piece in _cut(track, axis, bound, sign)]
    return kept


def to_path(tracks: list[Track], filled: bool) -> tuple[Box, Path]:
    """Return the tight box of the tracks and their path in it, both in EMU."""
    xs, ys = ([v for t in tracks for c in t.curves for v in _extremes(c, axis)] for axis in (0, 1))
    box = span_box(min(xs), min(ys), max(xs), max(ys))

    def place(p: Point) -> tuple[int, int]:
        return _emu(p[0], SLIDE_WIDTH) - box.x, _emu(p[1], SLIDE_HEIGHT) - box.y

    commands: list[tuple[str | int, ...]] = []
    for track in tracks:
        commands.append(("M", *place(track.curves[0][0])))
        edges = track.curves
        if track.closed and len(edges) > 2 and len(edges[-1]) == 2 and edges[-1][1] == edges[0][0]:
            edges = edges[:-1]
        for curve in edges:
            spots = [v for p in curve[1:] for v in place(p)]
            commands.append(("L" if len(curve) == 2 else "C", *spots))
        if track.closed:
            commands.append(("Z",))
    return box, Path(box.w, box.h, tuple(commands), filled)


def span_box(left: float, top: float, right: float, bottom: float) -> Box:
    """Return inches of four edges as a box, edges next to the slide's drawn onto them."""
    x, y = _emu(left, SLIDE_WIDTH), _emu(top, SLIDE_HEIGHT)
    return Box(x, y, _emu(right, SLIDE_WIDTH) - x, _emu(bottom, SLIDE_HEIGHT) - y)


def _emu(value: float, edge: int) -> int:
    emu = inches(value)
    return edge if abs(emu - edge) <= _NEAR else 0 if abs(emu) <= _NEAR else emu


def _cut(track: Track, axis: int, bound: float, sign: int) -> list[Track]:
    """Keep the part of a track where sign * (coordinate - bound) >= 0."""
    if all(sign * (p[axis] - bound) >= -_SLACK for c in track.curves for p in c):
        return [track]
    chains: list[list[Curve]] = []
    broken = True
    for piece in (p for c in track.curves for p in _split(c, axis, bound)):
        if sign * (_at(piece, 0.5)[axis] - bound) < 0:
            broken = True
        elif chains and (track.closed or not broken):
            if broken and chains[-1][-1][-1] != piece[0]:
                chains[-1].append((chains[-1][-1][-1], piece[0]))
            chains[-1].append(piece)
            broken = False
        else:
            chains.append([piece])
            broken = False
    return [Track(tuple(chain), track.closed) for chain in chains]


def _split(curve: Curve, axis: int, bound: float) -> list[Curve]:
    """Cut a curve where it crosses the bound."""
    pieces, rest, done = [], curve, 0.0
    for t in _crossings([p[axis] - bound for p in curve]):
        local = (t - done) / (1 - done)
        first, rest = _halves(rest, local)
        edge = _moved(first[-1], axis, bound)
        first, rest = (*first[:-1], edge), (edge, *rest[1:])
        pieces.append(first)
        done = t
    return [*pieces, rest]


def _moved(p: Point, axis: int, bound: float) -> Point:
    return (bound, p[1]) if axis == 0 else (p[0], bound)


def _crossings(values: list[float]) -> list[float]:
    """Return where, strictly between 0 and 1, a Bernstein polynomial changes its sign."""
    if all(v >= 0 for v in values) or all(v <= 0 for v in values):
        return []
    if len(values) == 2:
        return [values[0] / (values[0] - values[1])]
    stations = [0.0, *_turns(values), 1.0]
    found = []
    for low, high in pairwise(stations):
        if _value(values, low) * _value(values, high) < 0:
            found.append(_bisect(values, low, high))
    return [t for t in found if 1e-9 < t < 1 - 1e-9]


def _bisect(values: list[float], low: float, high: float) -> float:
    """Return where a polynomial that is monotone from `low` to `high` changes its sign."""
    rising = _value(values, high) > 0
    for _ in range(50):
        middle = (low + high) / 2
        low, high = (low, middle) if (_value(values, middle) > 0) == rising else (middle, high)
    return low


def _turns(values: list[float]) -> list[float]:
    """Return the parameters in (0, 1) where a cubic's coordinate turns round."""
    p0, p1, p2, p3 = values
    a, b, c = p3 - 3 * p2 + 3 * p1 - p0, 2 * (p2 - 2 * p1 + p0), p1 - p0
    if abs(a) < 1e-12:
        roots = [-c / b] if abs(b) > 1e-12 else []
    else:
        under = b * b - 4 * a * c
        roots = [(-b + s * sqrt(under)) / (2 * a) for s in (-1, 1)] if under >= 0 else []
    return sorted(t for t in roots if 0 < t < 1)


def _value(values: list[float], t: float) -> float:
    while len(values) > 1:
        values = [a + (b - a) * t for a, b in pairwise(values)]
    return values[0]


def _at(curve: Curve, t: float) -> Point:
    return _value([p[0] for p in curve], t), _value([p[1] for p in curve], t)


def _halves(curve: Curve, t: float) -> tuple[Curve, Curve]:
    """Split a curve by de Casteljau's construction."""
    row, left, right = list(curve), [curve[0]], [curve[-1]]
    while len(row) > 1:
        row = [(ax + (bx - ax) * t, ay + (by - ay) * t) for (ax, ay), (bx, by) in pairwise(row)]
        left.append(row[0])
        right.append(row[-1])
    return tuple(left), tuple(reversed(right))


def _extremes(curve: Curve, axis: int) -> list[float]:
    values = [p[axis] for p in curve]
    turns = _turns(values) if len(values) == 4 else []
    return [values[0], values[-1], *(_value(values, t) for t in turns)]
