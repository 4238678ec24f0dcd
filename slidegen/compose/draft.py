"""Drafts: the deck's slides in order, each with its layout family and its slots' values."""

from collections.abc import Collection, Mapping

from msgspec import Struct
from msgspec.structs import replace

from slidegen.blocks.values import ItemsValue, TextValue, Value
from slidegen.diagnostics import Span
from slidegen.layout.family import Family, Slot
from slidegen.outline.nodes import Scalar


class Draft(Struct, frozen=True):
    """A slide before it is placed."""

    id: str
    family: Family
    values: Mapping[str, Value]
    span: Span | None = None
    notes: str = ""
    section: str = ""
    footer: str = ""
    hidden: bool = False
    transition: str = "fade"
    build: Scalar | None = None
    """`paragraphs`, `items` or `none` where the outline says what appears by clicks; None leaves it to the layout."""
    paired: bool = False
    """Whether its parts morph into those of the slide before or behind it."""
    background: Scalar | None = None
    """The colour behind it, as the outline names it; None leaves the layout's."""
    named: bool = False
    """Whether the outline says its layout, which then stays."""
    split: bool = True
    """Whether it may become several slides."""
    origin: str = ""
    """The id of the slide it is a part of; empty where it is a whole one."""
    before: int = 0
    """How many items stand on the slides before, where it is a part."""
    part: str = ""
    """`2/3` on the second of three slides."""
    targets: tuple[str, ...] = ()
    """The ids of the slides that its items lead to, item by item."""

    @property
    def count(self) -> int | None:
        """How many items its counted slot has."""
        counted = self.family.counted
        if counted is None:
            return None
        value = self.values.get(counted.name)
        return len(value.items) if isinstance(value, ItemsValue) else (counted.count or (1, 1))[0]

    @property
    def room_for_count(self) -> bool:
        """Whether its layout has a place for that many items."""
        counted, count = self.family.counted, self.count
        return (
            counted is None or counted.count is None or count is None or counted.count[0] <= count <= counted.count[1]
        )

    def splittable(self, slots: Collection[str]) -> str | None:
        """Return the slot to split where the texts of `slots` are too long; None where one of them cannot be.

        Without slots it is the counted one, whose items are too many.
        """
        slot = self.family.slots.get(self.crowded(slots) or "")
        return slot.name if slot is not None and slot.over == "split" and slot.name in self.values else None

    def crowded(self, slots: Collection[str]) -> str | None:
        """Return the one slot where there are too many texts or items: that of `slots`, without any the counted one."""
        counted = self.family.counted
        wanted = set(slots) or ({counted.name} if counted else set())
        return wanted.pop() if len(wanted) == 1 else None

    def switched(self, slot: Slot, family: Family) -> "Draft | None":
        """Return it in the layout that a slot's overflow leads to; None where that has no place for all of it."""
        values: dict[str, Value] = {}
        for name, value in self.values.items():
            new = slot.switched.get(name, name)
            if not _takes(family.slots.get(new), self.family.slots[name], value):
                return None
            values[new] = value
        made = replace(self, family=family, values=values)
        return made if made.room_for_count else None

    @property
    def used(self) -> frozenset[str]:
        """The structural slots, flags (`takeaway.strong`) and items' fields (`steps.icon`) it uses."""
        names = set(self.values)
        for name, value in self.values.items():
            if isinstance(value, TextValue):
                names.update(f"{name}.{flag}" for flag in value.flags)
            elif isinstance(value, ItemsValue):
                names.update(f"{name}.{key}" for item in value.items for key in item.fields)
        return frozenset(names) & self.family.structural

    @property
    def title(self) -> str:
        """The title's plain text on one line."""
        value = self.values.get("title")
        return " ".join(value.paragraphs[0].text.split("\n")) if isinstance(value, TextValue) else ""


_WIDER = {"line": ("paragraphs", "bullets"), "paragraphs": ("bullets",)}
"""The kinds that show all that one of another kind does."""


def _takes(slot: Slot | None, other: Slot, value: Value) -> bool:
    """Tell whether a slot shows all of a value that was read for another one."""
    if slot is None or slot.kind not in (other.kind, *_WIDER.get(other.kind, ())):
        return False
    if not isinstance(value, ItemsValue):
        return True
    fields = ((name, field) for item in value.items for name, field in item.fields.items())
    return all(_takes(slot.fields.get(name), other.fields[name], field) for name, field in fields)


class DraftSection(Struct, frozen=True):
    """A native section: its id, its name and its drafts' ids."""

    id: str
    name: str
    slides: tuple[str, ...] = ()
