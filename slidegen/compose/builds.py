"""Builds: what of a slide is seen from the start and what a click brings.

Titles, footers and what is drawn on the native layout stand from the start. What belongs to an item or a frame, such
as its badge, icon or number, comes with it.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from slidegen.compose.draft import Draft
from slidegen.composed import FURNITURE, Click, Item, Target, Text
from slidegen.diagnostics import Report

_TITLES = ("title", "ctrTitle", "subTitle")


class Owned(Struct, frozen=True):
    """An item of a slide and what it belongs to: a slot, and the number of its item or 0."""

    item: Item
    slot: str
    number: int = 0


def clicks(draft: Draft, owned: Sequence[Owned], report: Report) -> tuple[Click, ...]:
    """Return what the clicks of a slide bring, in order; a slide on which nothing can come is a warning."""
    kind = draft.build.text if draft.build is not None else ""
    if kind == "none" or not (kind or draft.family.build):
        return ()
    groups = _groups(owned)
    counted = draft.family.counted.name if draft.family.counted else ""
    made: list[Click] = []
    for (slot, number), members in groups.items():
        whole = slot in draft.family.build or (kind == "items" and slot == counted and number)
        if whole:
            made.append(Click(tuple(Target(position) for position, _ in members)))
        elif kind == "paragraphs":
            made.extend(_by_paragraphs(members))
    if kind and not made:
        assert draft.build is not None
        report.warning(
            "nothing-to-build",
            draft.build.span,
            "nothing on this slide can appear by clicks as `{kind}`",
            "write paragraphs, which takes all texts" if kind == "items" else "remove this line",
            kind=kind,
        )
    return tuple(made)


def _groups(owned: Sequence[Owned]) -> dict[tuple[str, int], list[tuple[int, Item]]]:
    """Return the items with their positions by what they belong to, without titles, furniture and mere ornaments."""
    groups: dict[tuple[str, int], list[tuple[int, Item]]] = {}
    standing = set()
    for position, one in enumerate(owned):
        key = (one.slot, one.number)
        groups.setdefault(key, []).append((position, one.item))
        placeholder = getattr(one.item, "placeholder", None)
        if placeholder is not None and placeholder.type in (*_TITLES, *FURNITURE):
            standing.add(key)
    return {
        key: members
        for key, members in groups.items()
        if key not in standing and any(getattr(item, "slot", "") for _, item in members)
    }


def _by_paragraphs(members: Sequence[tuple[int, Item]]) -> Iterator[Click]:
    """Yield a click for each paragraph of the first level with those below it; ornaments come with the first."""
    ranges = {position: _ranges(item) for position, item in members if isinstance(item, Text) and item.slot}
    if all(len(found) == 1 for found in ranges.values()):
        yield Click(tuple(Target(position) for position, _ in members))
        return
    with_first = tuple(Target(position) for position, _ in members if position not in ranges)
    for position, found in ranges.items():
        for first, last in found:
            here = Target(position, (first, last)) if len(found) > 1 else Target(position)
            yield Click((here, *with_first))
            with_first = ()


def _ranges(text: Text) -> list[tuple[int, int]]:
    """Return the first and the last paragraph of each stretch that comes at once: a highest one with those below it."""
    highest = min(paragraph.level for paragraph in text.paragraphs)
    starts = [n for n, paragraph in enumerate(text.paragraphs) if paragraph.level == highest]
    starts[0] = 0
    return [(start, end - 1) for start, end in zip(starts, [*starts[1:], len(text.paragraphs)], strict=True)]
