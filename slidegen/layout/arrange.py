"""Arrangements: the cells that repeated items stand in. Inches throughout."""

from math import ceil, cos, radians, sin
from typing import Any

from slidegen.diagnostics import known_are
from slidegen.language import say
from slidegen.layout.decor import Canvas
from slidegen.layout.fault import LayoutFault, check_keys, numbers

Tree = dict[str, Any]

_KEYS = ("kind", "box", "gap", "columns", "flow", "last_row", "cell", "place", "size", "turn")


def cells(arrange: Tree, count: int, path: str, height: float | None = None) -> tuple[Canvas, ...]:
    """Return the cells of `count` items.

    `height` overrides the cells' height; the block of cells is then placed in the box by `place`
    (`center` or `top`). Raises LayoutFault for an unknown kind or key.
    """
    check_keys(arrange, _KEYS, path)
    kind = arrange.get("kind", "row")
    if kind == "ring":
        return _ring(arrange, count, path)
    kinds = {"row": count, "column": 1, "grid": int(arrange.get("columns", 2))}
    columns = kinds.get(kind)
    if columns is None:
        raise LayoutFault(f"{path}.kind", say("unknown arrangement {kind!r}", kind=kind), known_are([*kinds, "ring"]))
    return _grid(arrange, count, min(columns, count), path, height)


def _grid(arrange: Tree, count: int, columns: int, path: str, height: float | None) -> tuple[Canvas, ...]:
    x, y, width, room = numbers(arrange.get("box"), 4, f"{path}.box")
    gap_x, gap_y = _gaps(arrange.get("gap", 0.3), path)
    rows = ceil(count / columns)
    cell_w = (width - gap_x * (columns - 1)) / columns
    full = (room - gap_y * (rows - 1)) / rows
    cell_h = min(full, height if height is not None else float(arrange.get("cell", full)))
    if arrange.get("place", "center") == "center":
        y += (room - (cell_h * rows + gap_y * (rows - 1))) / 2
    placed = []
    for index in range(count):
        column, row = divmod(index, rows) if arrange.get("flow") == "down" else divmod(index, columns)[::-1]
        in_row = min(columns, count - row * columns)
        shift = 0.0
        if in_row < columns and arrange.get("last_row") == "center":
            shift = (width - in_row * cell_w - (in_row - 1) * gap_x) / 2
        left, top = x + shift + column * (cell_w + gap_x), y + row * (cell_h + gap_y)
        placed.append(Canvas(left, top, cell_w, cell_h, index + 1, count))
    return tuple(placed)


def _ring(arrange: Tree, count: int, path: str) -> tuple[Canvas, ...]:
    """Return cells of one `size`, their centres on the ellipse in the box, clockwise from its top.

    `turn` moves them on, in parts of the distance between two cells.
    """
    x, y, width, height = numbers(arrange.get("box"), 4, f"{path}.box")
    w, h = numbers(arrange.get("size"), 2, f"{path}.size")
    (turn,) = numbers([arrange.get("turn", 0)], 1, f"{path}.turn")
    angles = [radians(360 * (index + turn) / count) for index in range(count)]
    return tuple(
        Canvas(x + width / 2 * (1 + sin(a)) - w / 2, y + height / 2 * (1 - cos(a)) - h / 2, w, h, index, count)
        for index, a in enumerate(angles, 1)
    )


def room(arrange: Tree, count: int, path: str) -> float:
    """Return the greatest height a cell can have."""
    return cells({k: v for k, v in arrange.items() if k != "cell"}, count, path)[0].h


def _gaps(gap: object, path: str) -> tuple[float, float]:
    if isinstance(gap, (int, float)):
        return float(gap), float(gap)
    first, second = numbers(gap, 2, f"{path}.gap")
    return first, second
