"""layouts.md: each built-in layout with its slots, their room, an example and a picture."""

from pathlib import Path

from scripts.reference.markdown import code, page, table, ticked
from slidegen.commands.catalog import Catalog, example_of
from slidegen.commands.describe import limits_of, slot_facts
from slidegen.compose.limits import Limit, Room
from slidegen.diagnostics import Report
from slidegen.layout.family import Family, Slot
from slidegen.pipeline import DEFAULT_THEME
from slidegen.resources import bundled

_INTRO = """
A slide takes the layout that it names (`layout: cards`, or by its label), or the one whose key it holds: `cards:` makes
cards. Words are never looked at. `slidegen layouts show NAME` tells the same for layouts of your own,
`slidegen layouts copy NAME` copies one beside your outlines to change it; [grammar.md](grammar.md) says how.

How much fits follows from the box, its insets and the sizes of the text, here those of the theme `{theme}`. It is
counted in Chinese characters; of Latin letters about twice as many fit. The first figure is for the largest size, the
second for the least: slidegen takes the largest at which all siblings fit. What does not fit at the least continues on
further slides where a list, a table or items can be taken apart, and is refused elsewhere.
"""


def built_in() -> Catalog:
    """Return the catalogue of what is built in, whatever this machine's user has besides."""
    return Catalog.of(Path("no folder"), Report(), bundled("layouts"))


def layouts_page() -> str:
    """Return the page."""
    catalog = built_in()
    theme = catalog.library.theme(DEFAULT_THEME)
    families = list(catalog.families(theme))
    index = [
        (f"[{f.name}](#{f.name})", f.label["zh"], _trigger(f), f.use_when["en"], f.use_when["zh"])
        for f in families
        if not f.abstract
    ]
    parts = [_INTRO.format(theme=DEFAULT_THEME), table(("layout", "", "taken by", "use it for", ""), index)]
    for family in families:
        if not family.abstract:
            parts += _one(family, catalog.rooms(family, theme, "zh-CN"))
    bases = [family.name for family in families if family.abstract]
    parts.append(f"{ticked(bases)} are for other layouts to build on; no slide can take them.")
    return page("Layouts", *parts)


def _one(family: Family, rooms: tuple[Room, ...]) -> list[str]:
    rows = [row for slot in family.slots.values() for row in _rows(slot, rooms)]
    return [
        f"## {family.name}",
        f"**{family.label['en']}** · {family.label['zh']}. {family.use_when['en']}. {family.use_when['zh']}。",
        f"![The example of {family.name} under each theme](../pictures/layouts/{family.name}.png)",
        table(("key", "is", "holds about"), rows) if rows else "It has no keys of its own.",
        code(example_of(family)),
    ]


def _rows(slot: Slot, rooms: tuple[Room, ...], prefix: str = "") -> list[tuple[str, str, str]]:
    holds = []
    for counts, first, least in limits_of(rooms, prefix + slot.name):
        text = _limit(first) + (f" to {_limit(least)}" if least != first else "")
        holds.append(f"{counts} items: {text}" if counts else text)
    named = f"`{prefix}{slot.name}`"
    rows = [(named, f"{slot.label['en']}: {slot_facts(slot)}", "<br>".join(holds))]
    for field in slot.fields.values():
        rows += _rows(field, rooms, f"{slot.name}.")
    return rows


def _limit(limit: Limit) -> str:
    return f"{limit.characters} × {limit.lines} at {limit.size:g} pt"


def _trigger(family: Family) -> str:
    if family.trigger:
        return f"`{family.trigger}`"
    return "made by slidegen" if family.role else "a title alone" if family.fallback else f"`layout: {family.name}`"
