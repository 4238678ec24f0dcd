"""The kinds of slots by name: a new kind is one module and one line here, in the second table if it reads files."""

from collections.abc import Callable
from importlib import import_module
from typing import cast

from slidegen.blocks import bullets, flag, icon, items, line, paragraphs, picture, table
from slidegen.blocks.values import Value
from slidegen.diagnostics import Report
from slidegen.layout.family import Slot
from slidegen.nearby import Nearby
from slidegen.outline.nodes import Node

Parse = Callable[[Node, Slot, Report], Value | None]
ParseWithFiles = Callable[[Node, Slot, Report, Nearby], Value | None]


def _late(module: str) -> Callable[..., Value | None]:
    """Return the `parse` of a module of this folder that is imported where a slide first needs it."""

    def parse(*arguments: object) -> Value | None:
        return cast("Value | None", import_module(f"slidegen.blocks.{module}").parse(*arguments))

    return parse


KINDS: dict[str, Parse] = {
    "line": line.parse,
    "paragraphs": paragraphs.parse,
    "bullets": bullets.parse,
    "icon": icon.parse,
    "flag": flag.parse,
    "math": _late("math"),
}

FILE_KINDS: dict[str, ParseWithFiles] = {
    "items": items.parse,
    "table": table.parse,
    "picture": picture.parse,
    "chart": _late("chart"),
    "code": _late("code"),
    "media": _late("media"),
}
"""The kinds that may name files beside the outline, in themselves or in their fields."""


def names() -> tuple[str, ...]:
    """Return the names of all kinds."""
    return (*KINDS, *FILE_KINDS)


def value_of(node: Node, slot: Slot, report: Report, files: Nearby) -> Value | None:
    """Return what a slot holds; None, and mostly an error in the report, where that is nothing."""
    if slot.kind in FILE_KINDS:
        return FILE_KINDS[slot.kind](node, slot, report, files)
    return KINDS[slot.kind](node, slot, report)
