"""Describing one layout or theme to a person: lines of text in the user's language."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from slidegen.blocks.kinds import KINDS
from slidegen.commands.printing import columns
from slidegen.commands.words import say
from slidegen.compose.limits import Limit, Room
from slidegen.layout.family import Family, Slot
from slidegen.layout.theme import Theme
from slidegen.words import pick

GOING_ON = ("bullets", "items", "table")
"""The kinds that are told what happens beyond their room; lines and paragraphs beside others cannot go on elsewhere."""
OVER = {"split": "over-split", "error": "over-error"}
"""What is said of a slot's `over`; a switch to another layout is not built yet and told as it is written."""


def describe_layout(family: Family, rooms: Sequence[Room], example: str, place: str, language: str) -> list[str]:
    """Return what a layout is for, the keys of its slides with their room, and its example."""
    lines = [f"{family.name}  {pick(family.label, language)}", pick(family.use_when, language)]
    lines += [_when(family, language), place, "", say("keys", language)]
    lines += _slots(family.slots, rooms, "", "  ", language)
    if rooms:
        lines += [f"  ({say('latin', language)})"]
    if example:
        lines += ["", say("example", language), *("  " + line for line in example.split("\n"))]
    return lines


def describe_theme(theme: Theme, place: str, language: str) -> list[str]:
    """Return a theme's colours, fonts and roles."""
    lines = [f"{theme.name}  {pick(theme.label, language)}", place, "", say("colors", language)]
    lines += columns([*theme.colors.items(), *theme.palette.items()], "  ")
    fonts = [
        (role, font.latin, ", ".join(f"{script} {face}" for script, face in font.scripts.items()))
        for role, font in theme.fonts.items()
    ]
    lines += ["", say("fonts", language), *columns(fonts, "  ")]
    lines += ["", say("roles", language), *columns(list(theme.roles.items()), "  ")]
    return lines


def limit_text(limit: Limit, language: str) -> str:
    """Return a limit in words."""
    key = "limit-one" if limit.lines == 1 else "limit"
    return say(key, language, characters=limit.characters, lines=limit.lines, size=limit.size)


def limits_of(rooms: Iterable[Room], source: str) -> Iterator[tuple[str, Limit, Limit]]:
    """Yield the limits of one slot or field: for which numbers of items (`3`, `5–6`), at the first and least size."""
    own = [room for room in rooms if room.source == source]
    for (first, least), group in groupby(own, key=lambda room: (room.first, room.least)):
        counts = [room.count for room in group if room.count is not None]
        yield "" if not counts else f"{counts[0]}" if len(counts) == 1 else f"{counts[0]}–{counts[-1]}", first, least


def slot_facts(slot: Slot, language: str) -> str:
    """Return a slot's kind and conditions."""
    facts = [say(f"kind-{slot.kind}", language) if slot.kind in KINDS else slot.kind]
    if slot.aliases:
        facts.append(say("also", language, aliases=", ".join(slot.aliases)))
    if slot.required:
        facts.append(say("required", language))
    if slot.count:
        low, high = slot.count
        facts.append(say("exactly" if low == high else "count", language, low=low, high=high))
    if slot.names:
        facts.append(say("names", language, names=", ".join(f"{name} ({also})" for name, also in slot.names.items())))
    if slot.kind in GOING_ON:
        facts.append(say(OVER[slot.over], language) if slot.over in OVER else slot.over)
    if slot.flags:
        facts.append(say("flags", language, flags=", ".join(slot.flags)))
    return ("；" if language.startswith("zh") else "; ").join(facts)


def _when(family: Family, language: str) -> str:
    if family.abstract:
        return say("abstract", language)
    if family.trigger:
        return say("trigger", language, key=family.trigger)
    if family.fallback:
        return say("fallback", language)
    made = say("generated", language) + ("；" if language.startswith("zh") else "; ") if family.role else ""
    return made + say("by-name", language, name=family.name)


def _slots(slots: Mapping[str, Slot], rooms: Sequence[Room], prefix: str, indent: str, language: str) -> Iterator[str]:
    heads = columns([(slot.name, pick(slot.label, language), slot_facts(slot, language)) for slot in slots.values()])
    for head, slot in zip(heads, slots.values(), strict=True):
        yield indent + head
        for counts, first, least in limits_of(rooms, prefix + slot.name):
            when = say("items", language, count=counts) if counts else ""
            both = [limit_text(first, language)] + ([limit_text(least, language)] if least != first else [])
            yield f"{indent}    {when}{('；' if language.startswith('zh') else '; ').join(both)}"
        yield from _slots(slot.fields, rooms, f"{slot.name}.", indent + "  ", language)
