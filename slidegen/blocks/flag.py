"""`kind: flag`: true or false; decoration may be drawn `when` it is true."""

from slidegen.blocks.line import FALSE, TRUE
from slidegen.blocks.values import TextValue
from slidegen.diagnostics import Report
from slidegen.layout.family import Slot
from slidegen.outline.nodes import Node, Scalar


def parse(node: Node, slot: Slot, report: Report) -> TextValue | None:
    """Return a text without paragraphs where the flag is set, None where it is not."""
    value = node.text.strip().lower() if isinstance(node, Scalar) else None
    if value in TRUE:
        return TextValue((), node.span)
    if value not in FALSE:
        report.error("wrong-kind", node.span, "`{key}` needs true or false", key=slot.shown)
    return None
