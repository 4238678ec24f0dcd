"""Placing tables: columns by their content, rows by their lines, the largest size that fits."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from slidegen.blocks.values import TableValue
from slidegen.compose.grid import Grid, Piece, grid_of
from slidegen.compose.voice import Voice
from slidegen.composed import Cell, Paragraph, Table
from slidegen.drawing import Box, Paint, Stroke
from slidegen.layout.variant import TableSpec
from slidegen.units import points, to_points
from slidegen.words import word

ROUNDING = 0.01
"""Points by which a table may be too high."""


class Fitted(Struct, frozen=True):
    """A table's measures in points, the step of sizes, and how many points it is too high."""

    spec: TableSpec
    value: TableValue
    whole: TableValue | None
    grid: Grid
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
    measured = grid_of(whole or value, spec, voice)
    grid = grid_of(value, spec, voice, measured) if whole is not None else measured
    room, total = to_points(spec.box.h), to_points(spec.box.w)
    last = max(len(spec.body.sizes), len(spec.row_heights)) - 1
    for step in range(min(least, last), last + 1):
        naturals = _naturals(measured.rows, step)
        widths = _shared(value.shares, total) if value.shares else _widths(naturals, total)
        heights = _heights(grid.rows, widths, spec, step)
        over = sum(heights) - room
        if over <= ROUNDING:
            break
    if over < 0 and whole is None:
        heights = _grown(heights, -over, to_points(spec.most))
    return Fitted(spec, value, whole, grid, widths, heights, naturals, step, over if over > ROUNDING else 0.0)


def _naturals(rows: Sequence[Sequence[Piece]], step: int) -> list[float]:
    """Return the columns' widths in points at which all cells take one line; joined ones share what they lack."""
    naturals = [
        max((row[c].natural(step) for row in rows if row[c].cell.across == 1), default=0.0) for c in range(len(rows[0]))
    ]
    for row in rows:
        for c, piece in enumerate(row):
            across = piece.cell.across
            if across > 1 and not piece.cell.covered:
                lack = piece.natural(step) - sum(naturals[c : c + across])
                for n in range(c, c + across):
                    naturals[n] += max(0.0, lack) / across
    return naturals


def _shared(shares: Sequence[float], total: float) -> list[float]:
    return [total * share / sum(shares) for share in shares]


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


def _heights(rows: Sequence[Sequence[Piece]], widths: Sequence[float], spec: TableSpec, step: int) -> list[float]:
    """Return the rows' heights in points; where joined cells need more, the last of their rows gets it."""
    least = to_points(spec.row_heights[min(step, len(spec.row_heights) - 1)])
    heights = []
    for r, row in enumerate(rows):
        needed = max((_height(row, c, widths, step) for c, p in enumerate(row) if p.cell.down == 1), default=0.0)
        heights.append(max(needed, to_points(spec.header_height) if r == 0 else least))
    for r, row in enumerate(rows):
        for c, piece in enumerate(row):
            down = piece.cell.down
            if down > 1 and not piece.cell.covered:
                lack = _height(row, c, widths, step) - sum(heights[r : r + down])
                heights[r + down - 1] += max(0.0, lack)
    return heights


def _height(row: Sequence[Piece], column: int, widths: Sequence[float], step: int) -> float:
    piece = row[column]
    return 0.0 if piece.cell.covered else piece.height(sum(widths[column : column + piece.cell.across]), step)


def _grown(heights: Sequence[float], spare: float, most: float) -> list[float]:
    """Return the heights with the spare points shared among the rows under the header, none of which passes `most`."""
    header, *rows = heights
    if not rows:
        return [header]
    more = max(0.0, min(spare / len(rows), most - max(rows)))
    return [header, *(height + more for height in rows)]


def draw_table(fitted: Fitted, voice: Voice) -> Table:
    """Return the native table that a fitted one becomes."""
    spec, value = fitted.spec, fitted.value
    # numbers end on one line in the middle of their column, not at its edge, where they would touch the next one
    shifts = [
        max(0.0, width - natural) / 2 if number and align == "r" else 0.0
        for align, number, width, natural in zip(
            fitted.grid.aligns, fitted.grid.numbers, fitted.widths, fitted.naturals, strict=True
        )
    ]
    rows = tuple(
        tuple(_cell(fitted, r, c, shifts[c]) for c in range(len(row))) for r, row in enumerate(fitted.grid.rows)
    )
    widths = [points(w) for w in fitted.widths]
    widths[-1] += spec.box.w - sum(widths)
    heights = tuple(points(h) for h in fitted.heights)
    header = ("、" if voice.script.startswith("Han") else ", ").join(p.text for p in value.rows[0] if not p.covered)
    alt = word("table", voice.language).format(rows=len(rows), columns=len(widths), header=header)
    box = Box(spec.box.x, spec.box.y, spec.box.w, sum(heights))
    return Table(
        name=spec.slot,
        box=box,
        widths=tuple(widths),
        heights=heights,
        rows=rows,
        alt=alt,
        total=value.total,
        origin=value.span,
        slot=spec.slot,
    )


def _cell(fitted: Fitted, row: int, column: int, shift: float) -> Cell:
    piece = fitted.grid.rows[row][column]
    cell, frame, size = piece.cell, piece.style.frame, piece.size(fitted.step)
    left, top, right, bottom = frame.insets
    align, lone = fitted.grid.aligns[column], cell.across == 1
    if not lone and not fitted.value.aligns:
        align = "ctr"
    style = replace(frame.levels[0], size=size, align=align)
    return Cell(
        paragraphs=(Paragraph(piece.runs, 1, size, size * style.spacing),),
        frame=replace(
            frame,
            levels=(style,),
            insets=(left, top, right + (points(shift + piece.pad * size) if lone else 0), bottom),
        ),
        fill=piece.style.fill if row == 0 or piece.style.fill else _band(fitted.spec, row),
        bottom=_rule(fitted, row - cell.below + cell.down - 1),
        top=_rule(fitted, row - 1) if fitted.value.total and row == len(fitted.grid.rows) - 1 else None,
        across=cell.across if not cell.right else 1,
        down=cell.down if not cell.below else 1,
        right=cell.right > 0,
        below=cell.below > 0,
    )


def _band(spec: TableSpec, row: int) -> Paint:
    return spec.bands[(row - 1) % len(spec.bands)] if spec.bands else None


def _rule(fitted: Fitted, row: int) -> Stroke | None:
    """Return the line below a row: the one above a total row is its own, the header has none."""
    if fitted.value.total and row == len(fitted.grid.rows) - 2:
        return fitted.spec.total_rule or fitted.spec.rule
    return fitted.spec.rule if row else None
