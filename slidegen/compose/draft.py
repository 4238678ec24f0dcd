"""Drafts: the deck's slides in order, each with its layout family and its slots' values."""

from collections.abc import Collection, Mapping

from msgspec import Struct

from slidegen.blocks.values import ItemsValue, TextValue, Value
from slidegen.diagnostics import Span
from slidegen.layout.family import Family


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
        counted = self.family.counted
        wanted = set(slots) or ({counted.name} if counted else set())
        if len(wanted) != 1:
            return None
        slot = self.family.slots.get(wanted.pop())
        return slot.name if slot is not None and slot.over == "split" and slot.name in self.values else None

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


class DraftSection(Struct, frozen=True):
    """A native section: its id, its name and its drafts' ids."""

    id: str
    name: str
    slides: tuple[str, ...] = ()
