"""Morph: the same parts of two slides get one name, by which PowerPoint moves one into the other.

Names that begin with `!!` force the pair; without them it pairs by type and text.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from slidegen.compose.builds import Owned
from slidegen.compose.draft import Draft
from slidegen.composed import FURNITURE, Item

FORCED = "!!"


def paired(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts; those that morph from or into a neighbour in the show, of their family, are marked."""
    shown = [at for at, draft in enumerate(drafts) if not draft.hidden]
    marked = {
        at
        for pair in pairwise(shown)
        if drafts[pair[1]].transition == "morph" and drafts[pair[0]].family.name == drafts[pair[1]].family.name
        for at in pair
    }
    return [replace(draft, paired=True) if at in marked else draft for at, draft in enumerate(drafts)]


def renamed(owned: Sequence[Owned]) -> Iterator[Owned]:
    """Yield a slide's items with names that those of the same slot path have on the other slide of a pair."""
    taken: set[str] = set()
    for one in owned:
        name = FORCED + _name(one)
        if name in taken or _furniture(one.item):
            yield one
        else:
            taken.add(name)
            yield replace(one, item=replace(one.item, name=name))


def _name(one: Owned) -> str:
    """Return an item's own name, which has its slot path; an ornament's with that of what it belongs to."""
    if getattr(one.item, "slot", ""):
        return one.item.name
    path = f"{one.slot}[{one.number}]" if one.number else one.slot
    return f"{one.item.name} {path}"


def _furniture(item: Item) -> bool:
    placeholder = getattr(item, "placeholder", None)
    return placeholder is not None and placeholder.type in FURNITURE
