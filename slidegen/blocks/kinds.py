"""The kinds of slots by name: a new kind is one module and one line here."""

from collections.abc import Callable

from slidegen.blocks import bullets, flag, icon, items, line, paragraphs, table
from slidegen.blocks.values import Value
from slidegen.diagnostics import Report
from slidegen.layout.family import Slot
from slidegen.outline.nodes import Node

Parse = Callable[[Node, Slot, Report], Value | None]

KINDS: dict[str, Parse] = {
    "line": line.parse,
    "paragraphs": paragraphs.parse,
    "bullets": bullets.parse,
    "items": items.parse,
    "table": table.parse,
    "icon": icon.parse,
    "flag": flag.parse,
}
