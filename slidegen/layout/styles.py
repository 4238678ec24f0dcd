"""Text styles: a frame's or level's keys over the theme's named style become a ParagraphStyle."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from slidegen.composed import Align, Bullet, ParagraphStyle
from slidegen.diagnostics import known_are
from slidegen.language import say
from slidegen.layout.fault import LayoutFault, check_keys, within
from slidegen.layout.theme import Theme
from slidegen.text.setting import has_cjk, is_east_asian, spacing_of, tracking_of
from slidegen.units import inches

Tree = Mapping[str, Any]

STYLE_KEYS = (
    *("style", "font", "bold", "italic", "sizes", "spacing", "color", "align", "before"),
    *("bullet", "depth", "tracking", "max_lines", "balance", "spread", "split_from"),
)
ALIGN: dict[str, Align] = {
    "left": "l",
    "center": "ctr",
    "right": "r",
    "justify": "just",
    "l": "l",
    "ctr": "ctr",
    "r": "r",
}
MIN_SIZE, MAX_SIZE = 1.0, 4000.0
"""What `sz` may say (ECMA-376-1, 20.1.10.68 ST_TextFontSize)."""
MAX_PITCH = 1584.0
"""The greatest distance of lines (ECMA-376-1, 20.1.10.75 ST_TextSpacingPoint)."""
BODY_SIZES = (24.0, 22.0, 20.0, 18.0)
SPACING = 1.3


class TextStyle(Struct, frozen=True):
    """A paragraph style with its steps of fitting."""

    paragraph: ParagraphStyle
    sizes: tuple[float, ...]
    max_lines: tuple[int, ...]
    balanced: bool
    spread: float
    split_from: float
    spacing: float
    """The line pitch it was made with, before the deck's language was looked at."""
    tracking: float
    """The same of the space between characters, points."""

    def suiting(self, text: str) -> ParagraphStyle:
        """Return the paragraph style with the line pitch and the space between characters that suit one text."""
        east = has_cjk(text)
        return replace(
            self.paragraph,
            spacing=spacing_of(self.spacing, east),
            tracking=tracking_of(self.tracking, text, self.paragraph.size, east),
        )


class Typesetter(Struct, frozen=True):
    """Makes text styles for one theme, one script and one language."""

    theme: Theme
    script: str
    language: str

    def style(self, spec: Tree, path: str) -> TextStyle:
        """Return the style that `spec` describes; raises LayoutFault for unknown keys, styles or fonts."""
        named = spec.get("style", "body")
        if named not in self.theme.styles:
            raise LayoutFault(
                f"{path}.style",
                say("unknown style {name!r}", name=named),
                known_are(sorted(self.theme.styles)),
                "styles",
            )
        merged = {**self.theme.styles[named], **spec}
        check_keys(merged, STYLE_KEYS, path)
        sizes = tuple(float(s) for s in merged.get("sizes") or BODY_SIZES)
        most = min(MAX_SIZE, MAX_PITCH / float(merged.get("spacing", 1.3)))
        if not all(MIN_SIZE <= size <= most for size in sizes):
            said = say(
                "sizes are points from {least:g} to {most:g}, not {sizes}", least=MIN_SIZE, most=most, sizes=sizes
            )
            raise LayoutFault(f"{path}.sizes", said)
        limits = merged.get("max_lines") or ()
        max_lines = (int(limits),) if isinstance(limits, (int, float)) else tuple(int(n) for n in limits)
        return TextStyle(
            self._paragraph(merged, sizes[0], path),
            sizes,
            max_lines,
            bool(merged.get("balance")),
            float(merged.get("spread", 0)),
            float(merged.get("split_from", 0)),
            float(merged.get("spacing", SPACING)),
            float(merged.get("tracking", 0)),
        )

    def _paragraph(self, spec: Tree, size: float, path: str) -> ParagraphStyle:
        role = spec.get("font", "body")
        if role not in self.theme.fonts:
            raise LayoutFault(
                f"{path}.font",
                say("unknown font role {name!r}", name=role),
                known_are(sorted(self.theme.fonts)),
                "fonts",
            )
        east = is_east_asian(self.language)
        with within(f"{path}.bullet"):
            bullet = self._bullet(spec.get("bullet"))
        with within(f"{path}.color"):
            color = self.theme.color(str(spec.get("color", "tx1")))
        depth = int(spec.get("depth", 1))
        indent = inches(float(self.theme.bullet.get("indent", 0.32))) if bullet else 0
        return ParagraphStyle(
            size=size,
            font=self.theme.font(role, self.script),
            color=color,
            spacing=spacing_of(float(spec.get("spacing", SPACING)), east),
            before=float(spec.get("before", 0)),
            bold=bool(spec.get("bold", self.theme.fonts[role].bold or False)),
            italic=bool(spec.get("italic", False)),
            align=ALIGN[spec.get("align", "left")],
            bullet=bullet,
            margin=indent * depth,
            indent=-indent,
            tracking=float(spec.get("tracking", 0)) if east else 0.0,
        )

    def _bullet(self, spec: object) -> Bullet | None:
        if not spec:
            return None
        merged = {**self.theme.bullet, **(spec if isinstance(spec, Mapping) else {})}
        return Bullet(
            str(merged.get("char", "▪")),
            self.theme.color(str(merged.get("color", "accent1"))),
            int(merged.get("percent", 80)),
        )
