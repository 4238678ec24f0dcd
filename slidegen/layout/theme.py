"""The theme: colours, fonts, text styles, roles, decoration and its patches of layouts."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from msgspec import Struct

from slidegen.composed import Font, FontSet
from slidegen.drawing import Color
from slidegen.layout.files import DataFile
from slidegen.layout.paint import Palette
from slidegen.text.faces import Face

COLOR_SLOTS = (
    *("dk1", "lt1", "dk2", "lt2"),
    *("accent1", "accent2", "accent3", "accent4", "accent5", "accent6"),
    *("hlink", "folHlink"),
)
"""The twelve colours of a colour scheme in the order of CT_ColorScheme (ECMA-376-1, 20.1.6.2)."""

MAPPED_SLOTS = ("bg1", "tx1", "bg2", "tx2")
"""The slots that the master's colour map points at colours of the scheme."""

SCRIPTS = {
    "zh-tw": "Hant",
    "zh-hk": "Hant",
    "zh-mo": "Hant",
    "zh-hant": "Hant",
    "zh": "Hans",
    "ja": "Jpan",
    "ko": "Hang",
}

DEFAULT_LOGO = (10.783, 0.45, 1.8, 0.74)
"""Where the logo of a deck stands in a theme that says nothing of it: x, y, width and height in inches."""

_DEFAULT_MAP = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}

Tree = dict[str, Any]


def named(value: object) -> tuple[str, ...]:
    """Return the words of a key that takes one or a list of them."""
    return tuple(map(str, value)) if isinstance(value, list) else () if value is None else (str(value),)


def script_of(language: str) -> str:
    """Return the script tag whose typefaces a language takes; Han simplified where it names none."""
    tag = language.lower()
    return SCRIPTS.get(tag) or SCRIPTS.get(tag.split("-")[0]) or "Hans"


class FontChoice(Struct, frozen=True):
    """One font role: a Latin family, families by script and whether the role is bold by itself."""

    latin: str
    scripts: Mapping[str, str]
    bold: bool | None = None


class Theme(Struct, frozen=True, dict=True):
    """One theme file; colours may be overridden by the outline."""

    name: str
    label: Mapping[str, str]
    colors: Mapping[str, str]
    color_map: Mapping[str, str]
    palette: Mapping[str, str]
    fonts: Mapping[str, FontChoice]
    styles: Mapping[str, Tree]
    bullet: Tree
    strong: Tree
    roles: Mapping[str, str]
    surfaces: Mapping[str, Sequence[str]]
    decor: Mapping[str, list[Any]]
    master: Tree
    layouts: Mapping[str, Tree] = {}
    logo: tuple[float, float, float, float] = DEFAULT_LOGO
    """The box in which the logo of a deck stands on the right, in inches."""
    transition: str | None = None
    """How slides come in where the outline does not say it."""
    sources: tuple[DataFile, ...] = ()
    """The files it was read from, its own first, then those it extends."""

    @cached_property
    def paints(self) -> Palette:
        """What colour names mean in this theme."""
        return Palette(frozenset((*COLOR_SLOTS, *MAPPED_SLOTS)), self.roles, self.palette)

    @cached_property
    def dark(self) -> frozenset[str]:
        """The fills on which emphasis is bold only."""
        return frozenset(self.surfaces.get("dark", ()))

    @cached_property
    def on_dark(self) -> frozenset[Color]:
        """The colours of text that stands on a strong fill or ground, where emphasis is bold only."""
        return frozenset(map(self.color, named(self.strong.get("on_dark"))))

    def color(self, text: str) -> Color:
        """Return a colour by the paint grammar."""
        return self.paints.color(text)

    def font_set(self, role: str, script: str) -> FontSet:
        """Return a theme font with the face of the deck's script first."""
        choice = self.fonts[role]
        east = choice.scripts.get(script) or next(iter(choice.scripts.values()), choice.latin)
        return FontSet(choice.latin, east, tuple(choice.scripts.items()))

    def font(self, role: str, script: str) -> Font:
        """Return the typefaces of a role as runs name them: theme references for the two theme fonts."""
        reference = {"heading": "+mj", "body": "+mn"}.get(role)
        if reference:
            return Font(f"{reference}-lt", f"{reference}-ea")
        chosen = self.font_set(role, script)
        return Font(chosen.latin, chosen.east)

    def face(self, font: Font, script: str, bold: bool) -> Face:
        """Return the face to measure a font with, theme references followed."""
        role = {"+mj-lt": "heading", "+mn-lt": "body"}.get(font.latin)
        if role:
            chosen = self.font_set(role, script)
            return Face(chosen.latin, chosen.east, bold)
        return Face(font.latin, font.east, bold)


def theme_of(chain: Sequence[DataFile], tree: Tree) -> Theme:
    """Return the theme of checked files, its own first, and of what they say together."""
    colors = {slot: str(value).upper() for slot, value in _map(tree, "colors").items()}
    return Theme(
        name=chain[0].name,
        label=_map(tree, "label"),
        colors={slot: colors[slot] for slot in COLOR_SLOTS if slot in colors},
        color_map={**_DEFAULT_MAP, **_map(tree, "map")},
        palette={name: str(value).upper() for name, value in _map(tree, "palette").items()},
        fonts={role: _font(spec) for role, spec in _map(tree, "fonts").items()},
        styles=_map(tree, "styles"),
        bullet=_map(tree, "bullet"),
        strong=_map(tree, "strong"),
        roles={name: str(value) for name, value in _map(tree, "roles").items()},
        surfaces=_map(tree, "surfaces"),
        decor=_map(tree, "decor"),
        master=_map(tree, "master"),
        layouts=_map(tree, "layouts"),
        logo=_box(_map(tree, "logo").get("box")),
        transition=None if tree.get("transition") is None else str(tree["transition"]),
        sources=tuple(chain),
    )


def _map(tree: Tree, key: str) -> Tree:
    """Return the map under a key without what `null` removes from it."""
    return {str(name): value for name, value in (tree.get(key) or {}).items() if value is not None}


def _box(box: Any) -> tuple[float, float, float, float]:
    if box is None:
        return DEFAULT_LOGO
    x, y, w, h = (float(length) for length in box)
    return x, y, w, h


def _font(spec: Tree) -> FontChoice:
    scripts = {k: str(v) for k, v in spec.items() if k not in ("latin", "bold") and v is not None}
    return FontChoice(str(spec.get("latin") or "Arial"), scripts, spec.get("bold"))
