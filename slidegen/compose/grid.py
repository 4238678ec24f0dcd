"""A table's cells ready for breaking: their styles, how their columns are aligned, where numbers have their point."""

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from slidegen.blocks.values import Para, TableCell, TableValue
from slidegen.compose.fitting import SAFETY
from slidegen.compose.voice import Voice
from slidegen.composed import Align, Run
from slidegen.layout.variant import CellStyle, TableSpec
from slidegen.text.measure import Measured
from slidegen.units import POINTS_PER_INCH, to_points

_NUMBER = re.compile(r"[-+−±≈<>~]?[¥￥$€£]?\d[\d,.  ]*(?:%|‰|[^\W\d_]{0,3})?")
_WHOLE = re.compile(r"[^.]*?\d(?=(?:\.\d+)?\s*[^\d.,\s]*\s*$)")
"""A number up to its last digit before the point; a date or a version, with two points, has none."""
_NOTHING = frozenset(("", "-", "–", "—", "——", "/", "…", "无"))
"""What stands in a column of numbers where there is none."""
SHORT_EM = 5.0
"""Columns whose cells are all this short are centred."""


class Piece(Struct, frozen=True):
    """One cell ready for breaking; `pad` is what a number keeps free on its right, em, to have its point in line."""

    cell: TableCell
    style: CellStyle
    runs: tuple[Run, ...]
    measured: Measured
    pad: float = 0.0

    def size(self, step: int) -> float:
        """Return the size at a step of fitting, in points."""
        return self.style.sizes[min(step, len(self.style.sizes) - 1)]

    def natural(self, step: int) -> float:
        """Return the width in points at which the cell takes one line."""
        return (self.measured.width + self.pad) * self.size(step) / SAFETY + self._inset() + 1

    def height(self, width: float, step: int) -> float:
        """Return the height in points that the cell takes at a width."""
        _, top, _, bottom = self.style.frame.insets
        style = self.style.frame.levels[0]
        return self._lines(width, step) * self.size(step) * style.spacing + to_points(top + bottom)

    def _lines(self, width: float, step: int) -> int:
        size = self.size(step)
        room = (width - self._inset()) * SAFETY - self.pad * size
        return len(self.measured.wrap(max(room, 1.0) / size, stops=POINTS_PER_INCH / size))

    def _inset(self) -> float:
        left, _, right, _ = self.style.frame.insets
        return to_points(left + right)


class Grid(Struct, frozen=True):
    """The pieces of a table row by row, how its columns are aligned, which of them hold numbers.

    `tails` are the widths in em of what the numbers of each column have behind their last digit before the point.
    """

    rows: Sequence[Sequence[Piece]]
    aligns: Sequence[Align]
    numbers: Sequence[bool]
    tails: Sequence[float]


def grid_of(value: TableValue, spec: TableSpec, voice: Voice, whole: Grid | None = None) -> Grid:
    """Return a table's grid; the columns of a part are those of the whole."""
    rows = [
        [_piece(cell, _style(value, spec, r, c), voice) for c, cell in enumerate(row)]
        for r, row in enumerate(value.rows)
    ]
    aligns, numbers, tails = (whole.aligns, whole.numbers, whole.tails) if whole else _columns(rows, value.aligns)
    lined = [rows[0], *([_lined_up(piece, tail) for piece, tail in zip(row, tails, strict=True)] for row in rows[1:])]
    return Grid(lined, aligns, numbers, tails)


def _columns(
    rows: Sequence[Sequence[Piece]], wished: Sequence[Align | None]
) -> tuple[Sequence[Align], Sequence[bool], Sequence[float]]:
    """Return how the columns are aligned, which hold numbers, and their tails."""
    columns = [[row[c] for row in rows[1:] if not row[c].cell.covered] for c in range(len(rows[0]))]
    numbers = [c > 0 and _of_numbers(column) for c, column in enumerate(columns)]
    aligns = [_align(column, number) for column, number in zip(columns, numbers, strict=True)]
    if wished:
        aligns = [own or found for own, found in zip(wished, aligns, strict=True)]
    tails = [
        max(map(_tail, column), default=0.0) if number and align == "r" else 0.0
        for column, number, align in zip(columns, numbers, aligns, strict=True)
    ]
    return aligns, numbers, tails


def _style(value: TableValue, spec: TableSpec, row: int, column: int) -> CellStyle:
    if row == 0:
        return spec.header
    if value.rows[row][column].highlighted:
        return spec.highlight
    if value.total and row == len(value.rows) - 1:
        return spec.total
    return spec.first if column == 0 else spec.body


def _piece(cell: TableCell, style: CellStyle, voice: Voice) -> Piece:
    runs = voice.runs(Para(cell.inlines, cell.span), style.frame.levels[0], style.dark)
    return Piece(cell, style, runs, voice.measured(runs, style.frame.levels[0]))


def _of_numbers(column: Sequence[Piece]) -> bool:
    texts = [piece.cell.text.strip() for piece in column]
    figures = [bool(_NUMBER.fullmatch(text)) for text in texts]
    return any(figures) and all(f or text in _NOTHING for f, text in zip(figures, texts, strict=True))


def _align(column: Sequence[Piece], numbers: bool) -> Align:
    if numbers:
        return "r"
    return "ctr" if all(piece.measured.width <= SHORT_EM for piece in column) else "l"


def _tail(piece: Piece) -> float:
    """Return the width in em of what stands behind a number's last digit before the point."""
    whole = _WHOLE.match(piece.measured.text)
    return piece.measured.span(whole.end(), len(piece.measured.text.rstrip())) if whole else 0.0


def _lined_up(piece: Piece, tail: float) -> Piece:
    text = piece.cell.text.strip()
    return replace(piece, pad=tail - _tail(piece)) if tail and (text in _NOTHING or _NUMBER.fullmatch(text)) else piece
