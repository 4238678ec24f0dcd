"""The tree of a manuscript: each heading with the paragraphs that are its own and the headings below it."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from slidegen.manuscript.segment import Heading


class Node(Struct, frozen=True):
    """A heading, the paragraphs between it and the next heading, and its children."""

    heading: Heading
    body: tuple[int, ...]
    children: tuple["Node", ...] = ()

    @property
    def own(self) -> tuple[int, ...]:
        """The paragraph of the heading and those of its body."""
        return (self.heading.at, *self.body)

    def every(self) -> Iterator["Node"]:
        """Yield this node and all below it, in order."""
        yield self
        for child in self.children:
            yield from child.every()


def tree_of(headings: Sequence[Heading], end: int) -> tuple[Node, ...]:
    """Return the top nodes; `end` is the paragraph after the last one that belongs to a heading."""
    ends = [*(heading.at for heading in headings[1:]), end][: len(headings)]
    flat = [(heading, tuple(range(heading.at + 1, stop))) for heading, stop in zip(headings, ends, strict=True)]
    return _children(flat, 1)


def _children(flat: Sequence[tuple[Heading, tuple[int, ...]]], level: int) -> tuple[Node, ...]:
    nodes = []
    at = 0
    while at < len(flat):
        heading, body = flat[at]
        stop = at + 1
        while stop < len(flat) and flat[stop][0].level > level:
            stop += 1
        nodes.append(Node(heading, body, _children(flat[at + 1 : stop], level + 1)))
        at = stop
    return tuple(nodes)
