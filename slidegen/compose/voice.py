"""From marked text to runs, and from runs to what is measured."""

import re
from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from slidegen.blocks.values import Para
from slidegen.composed import Font, Link, ParagraphStyle, Run
from slidegen.drawing import Color
from slidegen.layout.theme import Theme
from slidegen.layout.variant import PLAIN, Token
from slidegen.outline.inline import LINK_SCHEMES, Inline
from slidegen.text.measure import Measured, Piece, measure

JUMPS = {"next": "nextslide", "previous": "previousslide", "first": "firstslide", "last": "lastslide"}
"""What `slide:next` and its like do (ECMA-376-1, 20.1.2.1.1 hlinkshowjump)."""
NO_BREAK_SPACE = "\u00a0"
_HAN = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")


class Voice(Struct, frozen=True):
    """How one deck speaks: its theme, script, language and the names it never breaks."""

    theme: Theme
    script: str
    language: str
    nobreak: tuple[str, ...] = ()

    @property
    def strong_color(self) -> Color:
        """The colour of emphasis on a light ground."""
        return self.theme.color(self.theme.strong.get("color", "accent1"))

    def runs(self, para: Para, style: ParagraphStyle, dark: bool) -> tuple[Run, ...]:
        """Return a paragraph's runs; on a dark fill, or in text of a colour for one, emphasis is bold only."""
        dark = dark or style.color in self.theme.on_dark
        return tuple(self._run(self._kept(inline), style, dark) for inline in para.inlines if inline.text)

    def listed(self, para: Para, tokens: Mapping[str, Token]) -> tuple[Run, ...]:
        """Return the runs of a listing's line, which is shown to the letter: `tokens` say how words look."""
        looks = {inline.token: tokens.get(inline.token, PLAIN) for inline in para.inlines}
        return tuple(
            Run(inline.text, bold=looks[inline.token].bold or None, color=looks[inline.token].color)
            for inline in para.inlines
            if inline.text
        )

    def _kept(self, inline: Inline) -> Inline:
        """Return a stretch with the spaces inside unbroken names made no-break spaces, which every program keeps."""
        text = inline.text
        for name in self.nobreak:
            if " " in name:
                text = text.replace(name, name.replace(" ", NO_BREAK_SPACE))
        return inline if text == inline.text else replace(inline, text=text)

    def _run(self, inline: Inline, style: ParagraphStyle, dark: bool) -> Run:
        if inline.math is not None:
            return Run(inline.text, math=inline.math)
        if not (inline.strong or inline.em or inline.code or inline.link):
            return Run(inline.text)
        font: Font | None = None
        italic = None
        if inline.code and "code" in self.theme.fonts:
            font = self.theme.font("code", self.script)
        elif inline.em and _HAN.search(inline.text) and "quote" in self.theme.fonts:
            # Chinese has no italics: 楷体 sets a word apart
            font = Font(style.font.latin, self.theme.font("quote", self.script).east)
        elif inline.em:
            italic = True
        link = _link(inline.link, dark) if inline.link else None
        return Run(
            text=inline.text,
            bold=True if inline.strong and not style.bold else None,
            italic=italic,
            color=self.strong_color if inline.strong and not dark else None,
            font=font,
            link=link,
        )

    def measured(self, runs: tuple[Run, ...], style: ParagraphStyle) -> Measured:
        """Return the runs ready for breaking."""
        pieces = [
            Piece(
                run.text,
                self.theme.face(run.font or style.font, self.script, bool(run.bold or style.bold)),
                _width(run),
            )
            for run in runs
        ]
        return measure(pieces, tuple(name.replace(" ", NO_BREAK_SPACE) for name in self.nobreak))


def _width(run: Run) -> float:
    """Return the width of a run's formula in em; 0 for text, which is measured."""
    if run.math is None:
        return 0.0
    from slidegen.math.size import size_of

    return size_of(run.math.row, run.math.display).width


def _link(target: str, dark: bool) -> Link | None:
    """Return where a link leads; None for what a presentation may not carry, which the reader has reported."""
    scheme, colon, rest = target.partition(":")
    if target.startswith("#"):
        return Link(target[1:], True, dark)
    if scheme.lower() == "slide":
        return Link(rest, rest not in JUMPS, dark, JUMPS.get(rest, ""))
    return Link(target, False, dark) if colon and scheme.lower() in LINK_SCHEMES else None
