"""themes.md: each built-in theme with its colours, fonts, roles and a picture."""

from scripts.reference.layouts import built_in
from scripts.reference.markdown import page, table, ticked
from slidegen.layout.theme import Theme

_INTRO = """
An outline names its theme by name or label: `theme: azure`. Single colours can be replaced in the outline itself:
`colors: {accent1: 1B5E20}`. `slidegen themes copy NAME` copies a theme beside your outlines to change it;
[grammar.md](grammar.md) says how.
"""


def themes_page() -> str:
    """Return the page."""
    return page("Themes", _INTRO, *(part for name, theme in built_in().themes() for part in _one(name, theme)))


def _one(name: str, theme: Theme) -> list[str]:
    colors = [(f"`{slot}`", f"`{value}`", _uses(slot, theme)) for slot, value in theme.colors.items()]
    colors += [(f"`{slot}`", f"`{value}`", _uses(slot, theme)) for slot, value in theme.palette.items()]
    scripts = sorted({script for font in theme.fonts.values() for script in font.scripts})
    fonts = [
        (role, font.latin, *(font.scripts.get(script, "") for script in scripts)) for role, font in theme.fonts.items()
    ]
    roles = [(f"`{role}`", f"`{paint}`") for role, paint in theme.roles.items()]
    return [
        f"## {name}",
        f"**{theme.label['en']}** · {theme.label['zh']}",
        f"![The layouts under {name}](../pictures/themes/{name}.png)",
        table(("colour", "", "roles that are this colour"), colors),
        table(("font", "Latin", *scripts), fonts),
        table(("role", "paint"), roles),
    ]


def _uses(slot: str, theme: Theme) -> str:
    mapped = {slot, *(name for name, to in theme.color_map.items() if to == slot)}
    return ticked(role for role, paint in theme.roles.items() if paint in mapped)
