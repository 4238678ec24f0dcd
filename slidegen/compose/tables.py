"""Placing tables: columns by their content, rows by their lines, the largest size that fits."""

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from slidegen.blocks.values import Para, TableValue
from slidegen.compose.fitting import SAFETY
from slidegen.compose.voice import Voice
from slidegen.composed import Align, Box, Cell, Paint, Paragraph, Run, Table
from slidegen.layout.variant import CellStyle, TableSpec
from slidegen.text.measure import Measured
from slidegen.units import POINTS_PER_INCH, points, to_points
from slidegen.words import word

_NUMBER = re.compile(r"[-+±≈<>~]?[¥$€£]?\d[\d,.  ]*(?:%|‰|[^\W\d_]{0,3})?")
ROUNDING = 0.01
"""Points by which a table may be too high."""
SHORT_EM = 5.0
"""Columns whose cells are all this short are centred."""


class _Piece(Struct, frozen=True):
    """One cell ready for breaking."""

    para: Para
    style: CellStyle
    runs: tuple[Run, ...]
    measured: Measured

    def size(self, step: int) -> float:
        return self.style.sizes[min(step, len(self.style.sizes) - 1)]

    def inset(self) -> float:
        left, _, right, _ = self.style.frame.insets
        return to_points(left + right)

    def natural(self, step: int) -> float:
        """Return the width in points at which the cell takes one line."""
        return self.measured.width * self.size(step) / SAFETY + self.inset() + 1

    def lines(self, width: float, step: int) -> int:
        room = (width - self.inset()) * SAFETY
        size = self.size(step)
        return len(self.measured.wrap(max(room, 1.0) / size, stops=POINTS_PER_INCH / size))

    def height(self, width: float, step: int) -> float:
        _, top, _, bottom = self.style.frame.insets
        style = self.style.frame.levels[0]
        return self.lines(width, step) * self.size(step) * style.spacing + to_points(top + bottom)


class Fitted(Struct, frozen=True):
    """A table's measures in points, the step of sizes, and how many points it is too high."""

    spec: TableSpec
    value: TableValue
    whole: TableValue | None
    grid: Sequence[Sequence[_Piece]]
    widths: Sequence[float]
    heights: Sequence[float]
    naturals: Sequence[float]
    """The widths at which all cells of a column take one line."""
    step: int
    over: float


def fit_table(
    value: TableValue, spec: TableSpec, voice: Voice, whole: TableValue | None = None, least: int = 0
) -> Fitted:
    """Return the table at the largest step, from `least` on, at which its place holds it, or at the last one.

    `whole` is the table that this one is a part of: the columns of all parts are as wide as its own.
    """
    grid = _grid(value, spec, voice)
    measured = grid if whole is None else _grid(whole, spec, voice)
    room, total = to_points(spec.box.h), to_points(spec.box.w)
    last = max(len(spec.body.sizes), len(spec.row_heights)) - 1
    for step in range(min(least, last), last + 1):
        naturals = [max(row[c].natural(step) for row in measured) for c in range(len(measured[0]))]
        widths = _widths(naturals, total)
        heights = _heights(grid, widths, spec, step)
        over = sum(heights) - room
        if over <= ROUNDING:
            break
    if over < 0 and whole is None:
        heights = _grown(heights, -over, to_points(spec.most))
    return Fitted(spec, value, whole, grid, widths, heights, naturals, step, over if over > ROUNDING else 0.0)


def _grid(value: TableValue, spec: TableSpec, voice: Voice) -> list[list[_Piece]]:
    return [[_piece(p, spec, voice, r, c) for c, p in enumerate(row)] for r, row in enumerate(value.rows)]


def _piece(para: Para, spec: TableSpec, voice: Voice, row: int, column: int) -> _Piece:
    style = spec.header if row == 0 else (spec.first if column == 0 else spec.body)
    runs = voice.runs(para, style.frame.levels[0], style.dark)
    return _Piece(para, style, runs, voice.measured(runs, style.frame.levels[0]))


def _widths(natural: Sequence[float], total: float) -> list[float]:
    """Column widths in points: short columns keep their natural width, the others share the rest."""
    if sum(natural) <= total:
        spare = (total - sum(natural)) / len(natural)
        return [width + spare for width in natural]
    fixed: dict[int, float] = {}
    while True:
        open_columns = [c for c in range(len(natural)) if c not in fixed]
        left = total - sum(fixed.values())
        fair = left / len(open_columns)
        small = [c for c in open_columns if natural[c] <= fair]
        if not small:
            weight = sum(natural[c] for c in open_columns)
            return [fixed.get(c) or left * natural[c] / weight for c in range(len(natural))]
        fixed.update({c: natural[c] for c in small})


def _heights(grid: Sequence[Sequence[_Piece]], widths: Sequence[float], spec: TableSpec, step: int) -> list[float]:
    least = to_points(spec.row_heights[min(step, len(spec.row_heights) - 1)])
    heights = []
    for r, row in enumerate(grid):
        needed = max(piece.height(widths[c], step) for c, piece in enumerate(row))
        heights.append(max(needed, to_points(spec.header_height) if r == 0 else least))
    return heights


def _grown(heights: Sequence[float], spare: float, most: float) -> list[float]:
    """Return the heights with the spare points shared among the rows under the header, none of which passes `most`."""
    header, *rows = heights
    if not rows:
        return [header]
    more = max(0.0, min(spare / len(rows), most - max(rows)))
    return [header, *(height + more for height in rows)]


def _alignments(grid: Sequence[Sequence[_Piece]]) -> list[Align]:
    aligned: list[Align] = []
    for c in range(len(grid[0])):
        body = [row[c] for row in grid[1:]]
        if c and all(_NUMBER.fullmatch(p.para.text.strip()) for p in body):
            aligned.append("r")
        elif all(p.measured.width <= SHORT_EM for p in body):
            aligned.append("ctr")
        else:
            aligned.append("l")
    return aligned


def draw_table(fitted: Fitted, voice: Voice) -> Table:
    """Return the native table that a fitted one becomes."""
    spec, grid = fitted.spec, fitted.grid
    aligned = _alignments(grid)
    # numbers end on one line in the middle of their column, not at its edge, where they would touch the next one
    shifts = [
        points(max(0.0, width - natural) / 2) if align == "r" else 0
        for align, width, natural in zip(aligned, fitted.widths, fitted.naturals, strict=True)
    ]
    rows = []
    for r, row in enumerate(grid):
        band = spec.bands[(r - 1) % len(spec.bands)] if r and spec.bands else None
        rows.append(tuple(_cell(p, aligned[c], shifts[c], band, spec, fitted.step, r) for c, p in enumerate(row)))
    widths = [points(w) for w in fitted.widths]
    widths[-1] += spec.box.w - sum(widths)
    heights = tuple(points(h) for h in fitted.heights)
    header = ("、" if voice.script.startswith("Han") else ", ").join(p.text for p in fitted.value.rows[0])
    alt = word("table", voice.language).format(rows=len(grid), columns=len(widths), header=header)
    box = Box(spec.box.x, spec.box.y, spec.box.w, sum(heights))
    return Table(spec.slot, box, tuple(widths), heights, tuple(rows), alt, origin=fitted.value.span, slot=spec.slot)


def _cell(piece: _Piece, align: Align, shift: int, band: Paint, spec: TableSpec, step: int, row: int) -> Cell:
    frame = piece.style.frame
    left, top, right, bottom = frame.insets
    style = replace(frame.levels[0], size=piece.size(step), align=align)
    paragraph = Paragraph(piece.runs, 1, style.size, style.size * style.spacing)
    fill = piece.style.fill if row == 0 or piece.style.fill else band
    inside = replace(frame, levels=(style,), insets=(left, top, right + shift, bottom))
    return Cell((paragraph,), inside, fill, spec.rule if row else None)
