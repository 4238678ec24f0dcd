"""`kind: icon`: a drawing by its Lucide name or a Chinese keyword."""

from slidegen.blocks.values import IconValue
from slidegen.diagnostics import Report
from slidegen.language import listed
from slidegen.layout.family import Slot
from slidegen.outline.nodes import Node, Scalar


def parse(node: Node, slot: Slot, report: Report) -> IconValue | None:
    """Return the icon's path; an unknown name is an error that suggests near ones."""
    from slidegen.icons.find import icon_path, suggest

    if not isinstance(node, Scalar):
        report.error("wrong-kind", node.span, "`{key}` needs an icon's name", key=slot.shown)
        return None
    path = icon_path(node.text.strip()) if node.text.strip() else None
    if path is not None:
        return IconValue(node.text.strip(), path)
    if node.text.strip():
        near = listed(suggest(node.text.strip()))
        report.error("unknown-icon", node.span, "there is no icon `{name}`", "near: {near}", name=node.text, near=near)
    return None
