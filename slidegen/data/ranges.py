"""Ranges of numbers as outlines write them: `3`, `1-8`, `5-` (to the end), `-4`."""

import re

from slidegen.outline.nodes import Node, Scalar

_RANGE = re.compile(r"(\d{1,6})?\s*([-–—~～至到]?)\s*(\d{1,6})?")


def span_of(node: Node, first: int, last: int) -> range | None:
    """Return the numbers that a text names of those from `first` to `last`; None where it names none, or others."""
    match = _RANGE.fullmatch(node.text.strip()) if isinstance(node, Scalar) else None
    if match is None or not (match[1] or match[3]):
        return None
    start, dash, end = match[1], match[2], match[3]
    if not dash and start and end:
        return None
    low = int(start) if start else first
    high = int(end) if end else (last if dash else low)
    return range(low, high + 1) if first <= low <= high <= last else None
