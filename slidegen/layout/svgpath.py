"""SVG path data (SVG 1.1, 8.3) as freeform tracks: M L H V C S Q T A Z, absolute and relative."""

import re
from collections.abc import Iterator
from math import atan2, ceil, cos, hypot, isfinite, pi, radians, sin, sqrt, tan

from slidegen.language import say
from slidegen.layout.freeform import Curve, Point, Track

_ARGUMENTS = {"M": "nn", "L": "nn", "H": "n", "V": "n", "C": "n" * 6, "S": "nnnn", "Q": "nnnn", "T": "nn"}
_ARGUMENTS |= {"A": "nnnffnn", "Z": ""}
_BLANK = re.compile(r"[\s,]*")
_NUMBER = re.compile(r"[\s,]*([-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?)")
_FLAG = re.compile(r"[\s,]*([01])")


def parse(data: str) -> list[Track]:
    """Return the tracks of path data, in the data's own units.

    Raises:
        ValueError: The data are no path data; the message shows where.
    """
    pen = _Pen()
    for letter, numbers in _instructions(data):
        pen.draw(letter.upper(), pen.absolute(letter, numbers))
    pen.lift(closed=False)
    if not pen.tracks:
        raise ValueError(say("the path draws nothing"))
    return pen.tracks


def _instructions(data: str) -> Iterator[tuple[str, list[float]]]:
    at, letter = _end(data, 0), ""
    while at < len(data):
        if data[at].upper() in _ARGUMENTS:
            letter, at = data[at], at + 1
        elif not letter or letter in "Zz":
            raise _nonsense(data, at)
        numbers = []
        for kind in _ARGUMENTS[letter.upper()]:
            found = (_FLAG if kind == "f" else _NUMBER).match(data, at)
            if not found or not isfinite(float(found[1])):
                raise _nonsense(data, at)
            numbers.append(float(found[1]))
            at = found.end()
        yield letter, numbers
        letter = {"M": "L", "m": "l"}.get(letter, letter)
        at = _end(data, at)


def _end(data: str, at: int) -> int:
    found = _BLANK.match(data, at)
    return found.end() if found else at


def _nonsense(data: str, at: int) -> ValueError:
    return ValueError(say("the path cannot be read at `{place}`", place=data[at : at + 16]))


class _Pen:
    """Where drawing stands: the current point, the track under way and the control to mirror next."""

    def __init__(self) -> None:
        self.tracks: list[Track] = []
        self.curves: list[Curve] = []
        self.start: Point | None = None
        self.now: Point = (0.0, 0.0)
        self.mirrored: tuple[str, Point] = ("", (0.0, 0.0))

    def absolute(self, letter: str, numbers: list[float]) -> list[float]:
        """Return the numbers of an instruction, relative ones moved to where the pen stands."""
        if letter.isupper():
            return numbers
        x, y = self.now
        match letter:
            case "h":
                return [numbers[0] + x]
            case "v":
                return [numbers[0] + y]
            case "a":
                return [*numbers[:5], numbers[5] + x, numbers[6] + y]
        return [n + (y if i % 2 else x) for i, n in enumerate(numbers)]

    def draw(self, letter: str, n: list[float]) -> None:
        """Carry out an instruction with absolute numbers."""
        if letter != "M" and self.start is None:
            raise ValueError(say("a path begins with M and a point"))
        now, control = self.now, self.now
        if self.mirrored[0] == {"S": "C", "T": "Q"}.get(letter):
            control = (2 * now[0] - self.mirrored[1][0], 2 * now[1] - self.mirrored[1][1])
        self.mirrored = ("", now)
        match letter:
            case "M":
                self.lift(closed=False)
                self.start = self.now = (n[0], n[1])
            case "Z":
                self.lift(closed=True)
            case "L":
                self.add((now, (n[0], n[1])))
            case "H":
                self.add((now, (n[0], now[1])))
            case "V":
                self.add((now, (now[0], n[0])))
            case "C":
                self.cubic((n[0], n[1]), (n[2], n[3]), (n[4], n[5]))
            case "S":
                self.cubic(control, (n[0], n[1]), (n[2], n[3]))
            case "Q":
                self.quadratic((n[0], n[1]), (n[2], n[3]))
            case "T":
                self.quadratic(control, (n[0], n[1]))
            case "A":
                for curve in _arc(now, (n[0], n[1]), n[2], bool(n[3]), bool(n[4]), (n[5], n[6])):
                    self.add(curve)

    def add(self, curve: Curve) -> None:
        self.curves.append(curve)
        self.now = curve[-1]

    def cubic(self, c1: Point, c2: Point, end: Point) -> None:
        self.add((self.now, c1, c2, end))
        self.mirrored = ("C", c2)

    def quadratic(self, c: Point, end: Point) -> None:
        a = self.now
        c1 = (a[0] + (c[0] - a[0]) * 2 / 3, a[1] + (c[1] - a[1]) * 2 / 3)
        c2 = (end[0] + (c[0] - end[0]) * 2 / 3, end[1] + (c[1] - end[1]) * 2 / 3)
        self.add((a, c1, c2, end))
        self.mirrored = ("Q", c)

    def lift(self, closed: bool) -> None:
        """End the track under way; a closed one gets its closing line, and the pen goes back to its start."""
        if self.curves:
            if closed and self.start is not None and self.now != self.start:
                self.add((self.now, self.start))
            self.tracks.append(Track(tuple(self.curves), closed))
            self.curves = []
        if closed and self.start is not None:
            self.now = self.start


def _arc(a: Point, radii: Point, tilt: float, large: bool, sweep: bool, b: Point) -> list[Curve]:
    """Return SVG's elliptical arc from `a` to `b` as cubics (SVG 1.1, F.6.5)."""
    rx, ry = abs(radii[0]), abs(radii[1])
    if a == b:
        return []
    if not rx or not ry:
        return [(a, b)]
    c, s = cos(radians(tilt)), sin(radians(tilt))
    hx, hy = (a[0] - b[0]) / 2, (a[1] - b[1]) / 2
    ux, uy = (c * hx + s * hy) / rx, (-s * hx + c * hy) / ry
    grow = max(1.0, hypot(ux, uy))
    rx, ry, ux, uy = rx * grow, ry * grow, ux / grow, uy / grow
    square = ux * ux + uy * uy
    k = sqrt(max(0.0, 1 / square - 1)) * (-1 if large == sweep else 1)
    ox, oy = k * uy, -k * ux
    start, end = atan2(uy - oy, ux - ox), atan2(-uy - oy, -ux - ox)
    turn = (end - start) % (2 * pi) if sweep else -((start - end) % (2 * pi))
    mx, my = (a[0] + b[0]) / 2, (a[1] + b[1]) / 2

    def place(x: float, y: float) -> Point:
        x, y = (x + ox) * rx, (y + oy) * ry
        return mx + c * x - s * y, my + s * x + c * y

    count = max(1, ceil(abs(turn) / (pi / 2) - 1e-9))
    step = turn / count
    pull = 4 / 3 * tan(step / 4)
    curves: list[Curve] = []
    for i in range(count):
        t0, t1 = start + i * step, start + (i + 1) * step
        first = place(cos(t0) - pull * sin(t0), sin(t0) + pull * cos(t0))
        second = place(cos(t1) + pull * sin(t1), sin(t1) - pull * cos(t1))
        curves.append(
            (curves[-1][-1] if curves else a, first, second, b if i == count - 1 else place(cos(t1), sin(t1)))
        )
    return curves
