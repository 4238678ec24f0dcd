"""Whether a variant shows what its slots may hold: a text that no frame takes would be missing from the deck."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from slidegen.composed import FURNITURE
from slidegen.diagnostics import known_are
from slidegen.language import say
from slidegen.layout.family import Slot
from slidegen.layout.fault import LayoutFault
from slidegen.layout.variant import FrameSpec, Ornament, TableSpec

_PLACEHOLDERS = {"chart": "chart"}
"""The type of placeholder that a kind of slot needs."""
Place = tuple[str, int]
"""A slot or field, and the item it is shown for: 0 on the slide itself."""


def check_shown(
    slots: Mapping[str, Slot],
    frames: Sequence[FrameSpec],
    ornaments: Sequence[Ornament],
    table: TableSpec | None,
    items: int,
    optional: Collection[str],
) -> None:
    """Raise LayoutFault for a slot that stands nowhere; `optional` are those, as `slot.field`, that are not in use."""
    shown = {
        (source, frame.item, frame.slot if frame.item else "")
        for frame in frames
        if frame.placeholder.type not in FURNITURE
        for source in frame.sources
    }
    icons = {(o.icon, o.item, o.slot if o.item else "") for o in ornaments if o.icon}
    for name, slot in slots.items():
        if name in optional or slot.kind == "flag":  # a flag has no text to be lost
            continue
        if slot.kind == "table":
            found = table is not None and table.slot == name
        elif slot.kind == "items":
            found = True
            for field, item in _fields(slot, items, optional):
                taken = icons if slot.fields[field].kind == "icon" else shown
                if (field, item, name) not in taken:
                    said = say("no frame of item {item} shows `{field}`", item=item, field=field)
                    raise LayoutFault(f"geometry.{name}", said, _levels(shown, name, item))
        else:
            found = (name, 0, "") in (icons if slot.kind == "icon" else shown)
        if not found:
            raise LayoutFault(f"slots.{name}", say("nothing in `geometry` shows `{slot}`", slot=name))


def check_objects(slots: Mapping[str, Slot], frames: Sequence[FrameSpec]) -> None:
    """Raise LayoutFault where a frame's placeholder cannot hold what is shown in it: charts need those for charts."""
    for frame in frames:
        known = slots[frame.slot].fields if frame.item and frame.slot in slots else slots
        for source in frame.sources:
            kind = known[source].kind if source in known else ""
            wanted = _PLACEHOLDERS.get(kind, "body" if frame.placeholder.type in _PLACEHOLDERS.values() else "")
            if wanted and frame.placeholder.type != wanted:
                said = say(
                    "`{slot}` is of kind `{kind}` and needs `placeholder: {wanted}`",
                    slot=source,
                    kind=kind,
                    wanted=wanted,
                )
                raise LayoutFault(f"geometry.{frame.group.partition('/')[0]}", said)


def check_numbers(frames: Sequence[FrameSpec]) -> None:
    """Raise LayoutFault where two frames are one placeholder: PowerPoint would put the text of both into one."""
    seen: dict[int, str] = {}
    for frame in frames:
        idx = frame.placeholder.idx
        if idx in seen:
            said = say(
                "`{one}` and `{other}` have the same placeholder number, {idx}",
                one=seen[idx],
                other=frame.path,
                idx=idx,
            )
            raise LayoutFault(f"geometry.{frame.group.partition('/')[0]}", said, say("give one of them another `idx`"))
        seen[idx] = frame.path


def _fields(slot: Slot, items: int, optional: Collection[str]) -> Iterator[Place]:
    for field, own in slot.fields.items():
        if f"{slot.name}.{field}" not in optional and own.kind != "flag":
            yield from ((field, item) for item in range(1, items + 1))


def _levels(shown: Collection[tuple[str, int, str]], slot: str, item: int) -> str:
    levels = sorted(source for source, of, group in shown if (of, group) == (item, slot))
    return known_are(levels) if levels else ""
