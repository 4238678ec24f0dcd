"""`kind: bullets`: a list of points; children are a list behind `point:` or nested after it."""

from collections.abc import Iterator

from slidegen.blocks.values import Para, TextValue
from slidegen.diagnostics import Report
from slidegen.layout.family import Slot
from slidegen.outline.inline import parse_inline
from slidegen.outline.nodes import Mapping, Node, Scalar, Sequence

MAX_DEPTH = 3


def parse(node: Node, slot: Slot, report: Report) -> TextValue | None:
    """Return the points with their depths; a single text is a list of its lines."""
    if isinstance(node, Scalar):
        paragraphs = tuple(Para(parse_inline(t), node.span) for t in node.text.split("\n") if t.strip())
    else:
        paragraphs = tuple(_points(node, slot, report, 1))
    return TextValue(paragraphs, node.span) if paragraphs else None


def _points(node: Node, slot: Slot, report: Report, depth: int) -> Iterator[Para]:
    if depth > MAX_DEPTH:
        report.error(
            "too-deep", node.span, "points go {most} levels deep at most", "make it two slides", most=MAX_DEPTH
        )
    elif isinstance(node, Scalar):
        if node.text.strip():
            yield Para(parse_inline(node.text), node.span, depth)
    elif isinstance(node, Sequence):
        for position, part in enumerate(node.items):
            nested = isinstance(part, Sequence) and position > 0
            yield from _points(part, slot, report, depth + 1 if nested else depth)
    else:
        yield from _parents(node, slot, report, depth)


def _parents(node: Mapping, slot: Slot, report: Report, depth: int) -> Iterator[Para]:
    for entry in node.entries:
        if isinstance(entry.value, Scalar):
            report.error(
                "unquoted-colon",
                entry.key.span,
                "`{key}: {rest}` reads as a key with a value, not as a point",
                'quote it: "{key}: {rest}", or use the full-width colon {key}：{rest}',
                key=entry.key.text,
                rest=entry.value.text[:20],
            )
        else:
            yield Para(parse_inline(entry.key.text), entry.key.span, depth)
            yield from _points(entry.value, slot, report, depth + 1)
