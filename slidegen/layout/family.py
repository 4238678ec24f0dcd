"""A layout family: one layouts/*.yaml file, with its slots checked and its geometry kept as data.

The geometry stays a plain tree until a slide asks for one count of items and one set of optional
slots; `resolve` then merges the steps (format: extends < base < by_count < with; at each step the
layout's file first, then the theme's patch) and `variant` gives it types.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from msgspec import Struct

from slidegen.diagnostics import Diagnostic, Span, known_are
from slidegen.language import say
from slidegen.layout.fault import LayoutFault
from slidegen.layout.files import DataFile
from slidegen.layout.merge import merge
from slidegen.outline.nodes import Node

Tree = dict[str, Any]


class Slot(Struct, frozen=True):
    """A key that a slide may carry, and the block that reads it.

    `count` bounds items; `fields` are an item's own slots; `names` are keys that may stand for an
    item's position (left, right); `flags` are switches a line may carry (`{text: …, strong: true}`).
    """

    name: str
    kind: str
    label: Mapping[str, str]
    aliases: tuple[str, ...] = ()
    required: bool = False
    count: tuple[int, int] | None = None
    fields: Mapping[str, "Slot"] = {}
    names: Mapping[str, str] = {}
    flags: tuple[str, ...] = ()
    over: str = "split"
    """What becomes of a slide whose texts do not fit: `split` or `error`, after the other layout was tried."""
    switch: str = ""
    """The layout that the slide takes instead, where all of it fits there."""
    switched: Mapping[str, str] = {}
    """What slots are called in that layout, where they have other names."""
    default: tuple[Mapping[str, str], ...] = ()
    """What stands there if nothing is written, by language: one for all items, or one for each in turn."""
    alt: str = ""
    """The field whose text describes a picture that has no description of its own."""
    written: str = ""
    """How the outline at hand spells its key; empty where it does not stand there."""

    @property
    def shown(self) -> str:
        """What findings call it."""
        return self.written or self.name

    def spelt(self, like: str) -> str:
        """Return its key in the script of another word of the outline."""
        return self.name if like.isascii() or not self.aliases else self.aliases[0]

    def default_at(self, position: int) -> Mapping[str, str]:
        """Return what stands there in the item at a position from 0, by language; empty where nothing does."""
        if len(self.default) == 1:
            return self.default[0]
        return self.default[position] if position < len(self.default) else {}

    def spellings(self) -> tuple[str, ...]:
        """All keys an outline may use for this slot."""
        return (self.name, *self.aliases)


class Family(Struct, frozen=True, dict=True):
    """One layout family as its file and those it extends describe it, the theme's patches included.

    `layers` are the trees to merge, farthest ancestor first, each file before the theme's patch of it.
    """

    name: str
    label: Mapping[str, str]
    use_when: Mapping[str, str]
    slots: Mapping[str, Slot]
    layers: Sequence[Tree]
    file: DataFile
    trigger: str | None = None
    fallback: bool = False
    abstract: bool = False
    core: bool = False
    role: str = ""
    """What slidegen itself makes with it: cover, agenda, section or closing."""
    ooxml: str = ""
    build: Sequence[str] = ()
    """The slots that each appear at a click, where the outline says nothing else."""
    sources: Sequence[tuple[Sequence[str], DataFile]] = ()
    """The files behind the layers, the one that wins first, each with the keys its tree stands under."""
    faults: Sequence[Diagnostic] = ()
    """What is wrong in its files: where there is anything, only its head and the spellings of its slots are known."""

    @property
    def span(self) -> Span:
        """Where the family's own file begins."""
        return self.file.node.span

    @property
    def example(self) -> Node | None:
        """The slide that shows the layout, as its file has it."""
        return self.file.node.get("example")

    @cached_property
    def structural(self) -> frozenset[str]:
        """The optional slots (and flags, as `slot.flag`) whose use makes another native layout."""
        return frozenset(name for layer in self.layers for name in _conditions(layer))

    @cached_property
    def counted(self) -> Slot | None:
        """The slot whose number of items picks the native layout, if there is one."""
        return next((s for s in self.slots.values() if s.kind == "items" and s.count), None)

    def resolve(self, count: int | None, used: frozenset[str]) -> Tree:
        """Return the merged tree for a count of items and the structural slots in use."""
        tree: Tree = {}
        for layer in self.layers:
            tree = merge(tree, {k: v for k, v in layer.items() if k not in ("by_count", "with")})
        if count is not None:
            for layer in self.layers:
                tree = merge(tree, _count_patch(layer, count))
        for layer in self.layers:
            for name, patch in (layer.get("with") or {}).items():
                if name in used:
                    tree = merge(tree, _used_patch(patch or {}, count, used))
        return tree


def _conditions(layer: Tree) -> Iterator[str]:
    for name, patch in (layer.get("with") or {}).items():
        yield name
        yield from _conditions(patch or {})


def _used_patch(patch: Tree, count: int | None, used: frozenset[str]) -> Tree:
    """Return a patch of `with`, which may itself differ by count and by what else is in use."""
    tree: Tree = {k: v for k, v in patch.items() if k not in ("by_count", "with")}
    if count is not None:
        tree = merge(tree, _count_patch(patch, count))
    for name, inner in (patch.get("with") or {}).items():
        if name in used:
            tree = merge(tree, _used_patch(inner or {}, count, used))
    return tree


def _count_patch(layer: Tree, count: int, trail: tuple[int, ...] = ()) -> Tree:
    patches = layer.get("by_count") or {}
    patch: Tree = patches.get(count) or {}
    other = patch.get("same_as")
    if other is None:
        return patch
    if other not in patches or other in (count, *trail):
        others = [str(known) for known in patches if known not in (count, *trail)]
        said = say("`same_as: {count}` leads to no count with changes of its own", count=other)
        raise LayoutFault(f"by_count.{count}.same_as", said, known_are(others) if others else "")
    own = {k: v for k, v in patch.items() if k != "same_as"}
    return merge(_count_patch(layer, other, (*trail, count)), own)
