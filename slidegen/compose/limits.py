"""Limits: how much text a layout's slots hold, as it follows from box, insets, sizes and lines allowed."""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct

from slidegen.compose.fitting import inner_height, inner_width
from slidegen.composed import FURNITURE
from slidegen.layout.family import Family, Slot
from slidegen.layout.variant import FrameSpec, Level, TableSpec, Variant
from slidegen.units import to_points

Build = Callable[[Family, int | None, frozenset[str], float | None], Variant]

SLACK = 0.01
"""Points that a height may be exceeded by, as in fitting."""


class Limit(Struct, frozen=True):
    """What fits at one size in points: East Asian characters a line, lines in all."""

    size: float
    characters: int
    lines: int


class Room(Struct, frozen=True):
    """The room of a slot (`title`) or an item's field (`cards.title`), at the first and at the least size.

    `count` is the number of items it holds for, None where the layout has no counted items.
    """

    source: str
    count: int | None
    first: Limit
    least: Limit


def rooms(family: Family, build: Build) -> tuple[Room, ...]:
    """Return the rooms of a family's text, each optional slot alone beside the required ones.

    A list counts a point a line. `build` gives the variants, and what it raises passes through.
    """
    counted = family.counted
    low, high = counted.count if counted and counted.count else (0, 0)
    alone = sorted(name for name in family.structural if name in family.slots)
    found: dict[tuple[str, int | None], Room] = {}
    for count in range(low, high + 1) if counted else (None,):
        for used in (frozenset[str](), *(frozenset({name}) for name in alone)):
            for room in _of(build(family, count, used, None), family, count):
                found.setdefault((room.source, room.count), room)
    return tuple(sorted(found.values(), key=lambda room: (list(_order(family)).index(room.source), room.count or 0)))


def _order(family: Family) -> Iterator[str]:
    for slot in family.slots.values():
        yield slot.name
        yield from (f"{slot.name}.{field}" for field in slot.fields)


def _of(variant: Variant, family: Family, count: int | None) -> Iterator[Room]:
    narrow: dict[str, Room] = {}
    for spec in variant.frames:
        if spec.placeholder.type in FURNITURE:
            continue
        slots: Mapping[str, Slot] = family.slots[spec.slot].fields if spec.item else family.slots
        for source, levels in spec.sources.items():
            if source not in slots:
                continue
            name = f"{spec.slot}.{source}" if spec.item else source
            own = count if spec.item else None
            limits = [limit for step in range(spec.steps) if (limit := _limit(spec, levels, slots, source, step)).lines]
            if limits:
                room = Room(name, own, limits[0], limits[-1])
                narrow[name] = min(narrow.get(name, room), room, key=lambda r: r.least.characters)
    yield from narrow.values()
    if variant.table is not None:
        yield _table(variant.table)


def _limit(spec: FrameSpec, levels: Sequence[Level], slots: Mapping[str, Slot], source: str, step: int) -> Limit:
    """Return what one source holds at a step, when the required ones beside it take a line each."""
    level = levels[0]
    pitch = level.size(step) * level.spacing
    free = inner_height(spec) + SLACK
    beside = [own[0] for name, own in spec.sources.items() if name != source and name in slots and slots[name].required]
    for other in beside:
        free -= other.size(step) * other.spacing
    # the first paragraph of a frame has no space before it
    ordered = sorted((*beside, level), key=lambda each: each.number)
    free -= sum(each.style.before for each in ordered[1:])
    gap = level.style.before if slots[source].kind == "bullets" else 0.0
    lines = max(0, math.floor((free + gap) / (pitch + gap)))
    most = level.limit(step)
    if most is not None and slots[source].kind != "bullets":
        lines = min(lines, most)
    advance = level.size(step) + level.tracking
    return Limit(level.size(step), math.floor(inner_width(spec, level) / advance), lines)


def _table(table: TableSpec) -> Room:
    limits = []
    for step, height in enumerate(table.row_heights):
        size = table.body.sizes[min(step, len(table.body.sizes) - 1)]
        rows = 1 + (table.box.h - table.header_height) // height
        limits.append(Limit(size, math.floor(to_points(table.box.w) / size), rows))
    return Room(table.slot, None, limits[0], limits[-1])
