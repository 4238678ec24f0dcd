"""Finding the place of a fault: from a key's dotted path to the span of its node."""

from collections.abc import Iterable, Sequence

from slidegen.diagnostics import Span
from slidegen.outline.nodes import Mapping, Node


def locate(path: str, sources: Iterable[tuple[Sequence[str], Mapping]]) -> Span | None:
    """Return the span of the node that `path` leads to, or leads nearest to.

    `sources` are the files that were merged, the one that wins first, each with the keys under which
    its part of the tree stands. A key may also stand under `by_count` or `with`, so those are searched too.
    """
    best: tuple[int, Span | None] = (0, None)
    for prefix, node in sources:
        for start in _starts(node, prefix):
            depth, span = _walk(start, path.split("."))
            if depth > best[0]:
                best = (depth, span)
    return best[1]


def _starts(node: Mapping, prefix: Sequence[str]) -> Iterable[Mapping]:
    current: Node | None = node
    for key in prefix:
        current = current.get(key) if isinstance(current, Mapping) else None
    if isinstance(current, Mapping):
        yield current
        for wrapper in ("by_count", "with"):
            inner = current.get(wrapper)
            if isinstance(inner, Mapping):
                yield from (e.value for e in inner.entries if isinstance(e.value, Mapping))


def _walk(start: Mapping, keys: Sequence[str]) -> tuple[int, Span | None]:
    """Follow keys as far as they lead; return how many were found and the last one's key span."""
    current: Node = start
    span: Span | None = None
    for depth, key in enumerate(keys):
        if not isinstance(current, Mapping):
            return depth, span
        entry = next((e for e in current.entries if e.key.text == key), None)
        if entry is None:
            return depth, span
        current, span = entry.value, entry.key.span
    return len(keys), span
