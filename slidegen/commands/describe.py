"""Describing one layout or theme to a person: lines of text in the user's language."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from slidegen.commands.printing import columns
from slidegen.compose.limits import Limit, Room
from slidegen.language import listed, mark, say
from slidegen.layout.family import Family, Slot
from slidegen.layout.theme import Theme
from slidegen.words import pick

GOING_ON = ("bullets", "items", "table", "code")
"""The kinds that are told what happens beyond their room; lines and paragraphs beside others cannot go on elsewhere."""
_KIND = {
    "line": mark("line"),
    "paragraphs": mark("paragraphs"),
    "bullets": mark("bullets"),
    "items": mark("items"),
    "table": mark("table"),
    "chart": mark("chart"),
    "code": mark("code"),
    "math": mark("formulas"),
    "icon": mark("icon"),
    "picture": mark("picture"),
    "media": mark("recording"),
    "flag": mark("yes or no"),
}
"""What is said of a slot's `kind`."""
_OVER = {
    "split": mark("what goes beyond continues on the next slide"),
    "error": mark("what goes beyond is refused"),
}
"""What is said of a slot's `over`."""


def describe_layout(family: Family, rooms: Sequence[Room], example: str, place: str, language: str) -> list[str]:
    """Return what a layout is for, the keys of its slides with their room, and its example."""
    lines = [f"{family.name}  {pick(family.label, language)}", pick(family.use_when, language)]
    lines += [_when(family), place, "", say("Keys of its slide:")]
    lines += _slots(family.slots, rooms, "", "  ", language)
    if rooms:
        lines += ["  " + say("(Counted in Chinese characters; of Latin letters about twice as many fit)")]
    if example:
        lines += ["", say("Example:"), *("  " + line for line in example.split("\n"))]
    return lines


def describe_theme(theme: Theme, place: str, language: str) -> list[str]:
    """Return a theme's colours, fonts and roles."""
    lines = [f"{theme.name}  {pick(theme.label, language)}", place, "", say("Colours:")]
    lines += columns([*theme.colors.items(), *theme.palette.items()], "  ")
    fonts = [
        (role, font.latin, listed(f"{script} {face}" for script, face in font.scripts.items()))
        for role, font in theme.fonts.items()
    ]
    lines += ["", say("Fonts:"), *columns(fonts, "  ")]
    lines += ["", say("What the colours are for:"), *columns(list(theme.roles.items()), "  ")]
    return lines


def limit_text(limit: Limit) -> str:
    """Return a limit in words."""
    template = mark("about {characters} characters × {lines} lines at {size:g} pt")
    if limit.lines == 1:
        template = mark("about {characters} characters on one line at {size:g} pt")
    return say(template, characters=limit.characters, lines=limit.lines, size=limit.size)


def limits_of(rooms: Iterable[Room], source: str) -> Iterator[tuple[str, Limit, Limit]]:
    """Yield the limits of one slot or field: for which numbers of items (`3`, `5–6`), at the first and least size."""
    own = [room for room in rooms if room.source == source]
    for (first, least), group in groupby(own, key=lambda room: (room.first, room.least)):
        counts = [room.count for room in group if room.count is not None]
        yield "" if not counts else f"{counts[0]}" if len(counts) == 1 else f"{counts[0]}–{counts[-1]}", first, least


def slot_facts(slot: Slot) -> str:
    """Return a slot's kind and conditions."""
    facts: list[str] = [say(_KIND[slot.kind]) if slot.kind in _KIND else slot.kind]
    if slot.aliases:
        facts.append(say("also {aliases}", aliases=listed(slot.aliases)))
    if slot.required:
        facts.append(say("required"))
    if slot.count:
        low, high = slot.count
        facts.append(say("exactly {count}", count=low) if low == high else say("{low} to {high}", low=low, high=high))
    if slot.names:
        names = listed(f"{name} ({also})" for name, also in slot.names.items())
        facts.append(say("or by place: {names}", names=names))
    if slot.switch:
        facts.append(say("what does not fit takes the layout `{name}`, where it fits there", name=slot.switch))
    if slot.kind in GOING_ON:
        facts.append(say(_OVER[slot.over]))
    if slot.flags:
        facts.append(say("may carry {flags}: true", flags=listed(slot.flags)))
    return say("; ").join(facts)


def _when(family: Family) -> str:
    if family.abstract:
        return say("only for other layouts to build on")
    if family.trigger:
        return say("a slide with `{key}` takes this layout", key=family.trigger)
    if family.fallback:
        return say("a slide with a title alone takes this layout")
    named = say("a slide with `layout: {name}` takes this layout", name=family.name)
    return say("slidegen makes this slide by itself; {named}", named=named) if family.role else named


def _slots(slots: Mapping[str, Slot], rooms: Sequence[Room], prefix: str, indent: str, language: str) -> Iterator[str]:
    heads = columns([(slot.name, pick(slot.label, language), slot_facts(slot)) for slot in slots.values()])
    for head, slot in zip(heads, slots.values(), strict=True):
        yield indent + head
        for counts, first, least in limits_of(rooms, prefix + slot.name):
            limits = say("; ").join(limit_text(limit) for limit in dict.fromkeys((first, least)))
            said = say("{count} items: {limits}", count=counts, limits=limits) if counts else limits
            yield f"{indent}    {said}"
        yield from _slots(slot.fields, rooms, f"{slot.name}.", indent + "  ", language)
