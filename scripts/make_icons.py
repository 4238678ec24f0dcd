"""Compile Lucide's drawings into slidegen/icons/data.z.

Run it after an update of python-lucide:  python scripts/make_icons.py
It needs python-lucide and fonttools; slidegen itself needs neither for its icons.

The file is text under zlib. A line is one icon: its name, Lucide's own keywords, and the path, parted by
tabs; or a former name, a tab and the name of today. A path is `m`, `l`, `c` and `z` with steps from
the current point in hundredths of Lucide's 24 × 24 grid.
"""

import re
import sqlite3
import sys
import zlib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from fontTools.pens.basePen import BasePen
from fontTools.svgLib.path import SVGPath

TARGET = Path(__file__).parents[1] / "slidegen" / "icons" / "data.z"
SCALE = 100
DOT = 10
"""How long a drawn point is: a program that rounds to its own units may lose Lucide's 0.01."""

CHOSEN = {"check-circle": "circle-check", "check-square": "square-check"}
"""Former names that lead to another drawing than Lucide's: the mark inside a whole outline, which today's
`circle-check` and `square-check` show, rather than the one that breaks out of it."""

Point = tuple[int, int]
Segment = tuple[str, tuple[Point, ...]]


class Steps(BasePen):  # type: ignore[misc]
    """Collect segments in whole units; BasePen turns quadratic curves into cubic ones."""

    def __init__(self) -> None:
        super().__init__()
        self.subpaths: list[list[Segment]] = []

    def _add(self, letter: str, *points: tuple[float, float]) -> None:
        self.subpaths[-1].append((letter, tuple((round(x * SCALE), round(y * SCALE)) for x, y in points)))

    def _moveTo(self, pt: tuple[float, float]) -> None:  # noqa: N802
        self.subpaths.append([])
        self._add("m", pt)

    def _lineTo(self, pt: tuple[float, float]) -> None:  # noqa: N802
        self._add("l", pt)

    def _curveToOne(self, pt1: tuple[float, float], pt2: tuple[float, float], pt3: tuple[float, float]) -> None:  # noqa: N802
        self._add("c", pt1, pt2, pt3)

    def _closePath(self) -> None:  # noqa: N802
        self._add("z")


def clean(subpath: list[Segment]) -> list[Segment]:
    """Return a subpath without steps that lead nowhere, closed where its end meets its start."""
    start = here = subpath[0][1][0]
    kept = [subpath[0]]
    for letter, points in subpath[1:]:
        if letter == "z" or any(point != here for point in points):
            kept.append((letter, points))
            here = points[-1] if points else start
    span = max(abs(a - b) for _, points in kept for point in points for a, b in zip(point, start, strict=True))
    if span <= DOT // 2:
        return [("m", ((start[0] - DOT // 2, start[1]),)), ("l", ((start[0] + DOT // 2, start[1]),))]
    if kept[-1][0] == "l" and here == start and len(kept) > 2:
        kept.pop()
        kept.append(("z", ()))
    elif kept[-1][0] == "c" and here == start:
        kept.append(("z", ()))
    elif kept[-1][0] == "z" and kept[-2] == ("l", (start,)):
        del kept[-2]
    return kept


def encode(subpaths: list[list[Segment]]) -> str:
    """Return subpaths as text: steps from the current point, a letter only where it changes."""
    parts: list[str] = []
    here = start = (0, 0)
    last = ""
    for letter, points in (segment for subpath in subpaths for segment in clean(subpath)):
        if letter != last or letter == "m":
            parts.append(letter)
        for x, y in points:
            parts.append(f"{x - here[0]} {y - here[1]} ")
        here = points[-1] if points else start
        start = here if letter == "m" else start
        last = letter
    text = "".join(parts)
    return re.sub(r" (?=[-a-z]|$)", "", text)


def compile_icon(svg: str) -> str:
    """Return an SVG's lines as a path of steps.

    The few filled shapes are small discs. They stay outlines, with a point in the middle: together they
    cover the disc at any width of line.
    """
    drawing = SVGPath.fromstring(svg.encode())
    for disc in drawing.root.findall("{*}circle[@fill]"):
        centre = {"d": f"M{disc.attrib['cx']} {disc.attrib['cy']}h.01"}
        drawing.root.append(drawing.root.makeelement("path", centre))
    pen = Steps()
    drawing.draw(pen)
    return encode(pen.subpaths)


def compile_lines(database: sqlite3.Connection) -> Iterator[str]:
    """Yield the lines of the file, by name."""
    tags: dict[str, list[str]] = {}
    for name, tag in database.execute("SELECT name, tag FROM icon_tags ORDER BY name, tag"):
        tags.setdefault(name, []).append(tag)
    lines = dict(database.execute("SELECT alias, name FROM icon_aliases")) | CHOSEN
    for name, svg in database.execute("SELECT name, svg FROM icons"):
        lines[name] = f"{','.join(tags.get(name, ()))}\t{compile_icon(svg)}"
    for name, rest in sorted(lines.items()):
        yield f"{name}\t{rest}\n"


def main() -> None:
    """Write the file."""
    database = sqlite3.connect(str(files("lucide") / "data" / "lucide-icons.db"))
    lines = list(compile_lines(database))
    database.close()
    TARGET.write_bytes(zlib.compress("".join(lines).encode(), 9))
    sys.stdout.write(f"{len(lines)} names, {TARGET.stat().st_size / 1000:.0f} kB\n")


if __name__ == "__main__":
    main()
