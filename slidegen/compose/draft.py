"""Drafts: the deck's slides in order, each with its layout family and its slots' values."""

from collections.abc import Mapping

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

    @property
    def count(self) -> int | None:
        """How many items its counted slot has."""
        counted = self.family.counted
        if counted is None:
            return None
        value = self.values.get(counted.name)
        return len(value.items) if isinstance(value, ItemsValue) else (counted.count or (1, 1))[0]

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
