"""`kind: paragraphs`: running text; each line of it is a paragraph."""

from slidegen.blocks.values import Para, TextValue
from slidegen.diagnostics import Report
from slidegen.language import mark
from slidegen.layout.family import Slot
from slidegen.outline.inline import parse_inline
from slidegen.outline.nodes import Mapping, Node, Scalar, Sequence


def parse(node: Node, slot: Slot, report: Report) -> TextValue | None:
    """Return the paragraphs of a text or of a list of texts; blank lines only separate."""
    texts: list[Scalar] = []
    for part in node.items if isinstance(node, Sequence) else (node,):
        if isinstance(part, Scalar):
            texts.append(part)
        else:
            hint = (
                mark("quote a text that holds `: `") if isinstance(part, Mapping) else mark("write plain lines of text")
            )
            report.error("wrong-kind", part.span, "`{key}` needs text", hint, key=slot.shown)
    paragraphs = tuple(
        Para(parse_inline(line), scalar.span) for scalar in texts for line in scalar.text.split("\n") if line.strip()
    )
    return TextValue(paragraphs, node.span) if paragraphs else None
