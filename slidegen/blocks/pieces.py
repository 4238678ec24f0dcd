"""Pieces: what a slot's value can be taken apart into when it does not fit one slide, and put together from again."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from math import ceil

from msgspec import Struct
from msgspec.structs import replace

from slidegen.blocks.values import ItemsValue, Para, Record, TableValue, TextValue, Value
from slidegen.layout.family import Slot
from slidegen.outline.inline import Inline

_LISTS = ("bullets", "paragraphs")
"""Kinds of slots whose paragraphs may stand on several slides."""
BEFORE_CHILD, BETWEEN_CHILDREN = 8.0, 1.0
"""How bad a break is between a point and its first child, and between two children; 0 is none."""


class Pieces(Struct, frozen=True):
    """The pieces of a value: how many, how to take some of them, how large each is, how bad a break before each."""

    count: int
    take: Callable[[int, int], Value]
    sizes: Sequence[float]
    """Characters, roughly."""
    costs: Sequence[float]


def pieces_of(value: Value, slot: Slot, continued: str) -> Pieces | None:
    """Return the pieces of a value, or None where it cannot be taken apart.

    `continued` is put behind a point that is repeated because its children go on, such as （续）.
    """
    if isinstance(value, TextValue) and slot.kind == "code":
        return _of_code(value)
    if isinstance(value, TextValue) and slot.kind in _LISTS:
        return _of_paragraphs(value, continued)
    if isinstance(value, TableValue):
        return _of_table(value)
    if isinstance(value, ItemsValue):
        return _of_columns(value, slot, continued) if slot.names else _of_items(value)
    return None


def _of_paragraphs(value: TextValue, continued: str) -> Pieces:
    paragraphs = value.paragraphs

    def take(start: int, stop: int) -> TextValue:
        parents = _parents(paragraphs, start, continued) if start < stop else ()
        return replace(value, paragraphs=(*parents, *paragraphs[start:stop]))

    costs = [0.0] * len(paragraphs)
    for n in range(1, len(paragraphs)):
        before, here = paragraphs[n - 1].depth, paragraphs[n].depth
        costs[n] = BEFORE_CHILD if here > before else BETWEEN_CHILDREN * (here - 1)
    return Pieces(len(paragraphs), take, [len(p.text) + 12.0 for p in paragraphs], costs)


def _of_code(value: TextValue) -> Pieces:
    """Take code apart between lines: best behind a blank one, else before one that stands far to the left."""
    lines = value.paragraphs

    def take(start: int, stop: int) -> TextValue:
        return replace(value, paragraphs=lines[start:stop])

    depths = [len(line.text) - len(line.text.lstrip()) for line in lines]
    costs = [0.0 if n and not lines[n - 1].text.strip() else 1.0 + depth for n, depth in enumerate(depths)]
    return Pieces(len(lines), take, [1.0] * len(lines), costs)


def _parents(paragraphs: Sequence[Para], start: int, continued: str) -> tuple[Para, ...]:
    """Return the points above the one at `start`, farthest first, marked as going on."""
    found: list[Para] = []
    depth = paragraphs[start].depth
    for para in reversed(paragraphs[:start]):
        if para.depth < depth:
            depth = para.depth
            found.append(replace(para, inlines=(*para.inlines, Inline(continued))))
    return tuple(reversed(found))


def _of_table(value: TableValue) -> Pieces:
    """Take a table apart between rows that no joined cells hold together; a total row stays with the one above."""
    header, *rows = value.rows
    starts = [n for n, row in enumerate(rows) if not any(cell.below for cell in row)]
    if value.total and len(starts) > 1 and starts[-1] == len(rows) - 1:
        starts.pop()
    ends = [*starts, len(rows)]

    def take(start: int, stop: int) -> TableValue:
        total = value.total and stop == len(starts)
        return replace(value, rows=(header, *rows[ends[start] : ends[stop]]), total=total)

    sizes = [
        sum(max(len(cell.text) for cell in row) + 12.0 for row in rows[start:stop]) for start, stop in pairwise(ends)
    ]
    return Pieces(len(starts), take, sizes, [0.0] * len(starts))


def _of_items(value: ItemsValue) -> Pieces:
    def take(start: int, stop: int) -> ItemsValue:
        return replace(value, items=value.items[start:stop])

    count = len(value.items)
    return Pieces(count, take, [1.0] * count, [0.0] * count)


def _of_columns(value: ItemsValue, slot: Slot, continued: str) -> Pieces | None:
    """Take columns that stand side by side apart line by line, so that like lines stay beside each other."""
    lists = [_lists(record, slot, continued) for record in value.items]
    count = max((p.count for own in lists for p in own.values()), default=0)
    if not count:
        return None

    def take(start: int, stop: int) -> ItemsValue:
        return replace(value, items=tuple(
            replace(record, fields={**record.fields, **{
                name: p.take(ceil(start * p.count / count), ceil(stop * p.count / count)) for name, p in own.items()
            }})
            for record, own in zip(value.items, lists, strict=True)
        ))  # fmt: skip

    costs = [max((p.costs[n] for own in lists for p in own.values() if n < p.count), default=0.0) for n in range(count)]
    return Pieces(count, take, [1.0] * count, costs)


def _lists(record: Record, slot: Slot, continued: str) -> dict[str, Pieces]:
    texts = {n: v for n, v in record.fields.items() if isinstance(v, TextValue) and slot.fields[n].kind in _LISTS}
    return {name: _of_paragraphs(text, continued) for name, text in texts.items()}
