"""What a theme of one's own means: that its names lead somewhere, each fault at its line."""

from collections.abc import Iterator, Mapping

from slidegen.diagnostics import Exit, Report
from slidegen.language import listed, say
from slidegen.layout.decor import SLIDE, draw
from slidegen.layout.fault import COMPARE, LayoutFault
from slidegen.layout.locate import locate
from slidegen.layout.styles import Typesetter
from slidegen.layout.theme import COLOR_SLOTS, Theme, named

_FONTS = ("heading", "body")
"""The fonts that become the two of the native theme."""
_STYLES = ("title", "body")
"""The styles that the master takes."""


def check_meaning(theme: Theme, report: Report) -> None:
    """Report what a theme lacks, and every name in it that leads nowhere."""
    for fault in _faults(theme):
        report.error(
            "layout-data",
            locate(fault.path, [((), file.node) for file in theme.sources]) or theme.sources[0].node.span,
            "theme `{theme}`: {fault}",
            fault.hint or COMPARE,
            exit=Exit.ASSET,
            theme=theme.name,
            fault=fault,
        )


def _faults(theme: Theme) -> Iterator[LayoutFault]:
    lacking = [*_lacking("colors", COLOR_SLOTS, theme.colors), *_lacking("fonts", _FONTS, theme.fonts)]
    lacking += _lacking("styles", _STYLES, theme.styles)
    yield from lacking
    for path, spec in _paints(theme):
        try:
            theme.paints.paint(spec)
        except ValueError as fault:
            yield LayoutFault(path, str(fault))
    if lacking:
        return  # styles stand on fonts and colours
    setter = Typesetter(theme, "Hans", "zh-CN")
    for name in theme.styles:
        try:
            setter.style({"style": name}, f"styles.{name}")
        except LayoutFault as fault:
            yield fault
    for name, group in theme.decor.items():
        try:
            draw(group, theme.paints, theme.decor, SLIDE, name)
        except ValueError as fault:
            yield LayoutFault(f"decor.{name}", str(fault))


def _lacking(key: str, needed: tuple[str, ...], found: Mapping[str, object]) -> Iterator[LayoutFault]:
    missing = [name for name in needed if name not in found]
    if missing:
        yield LayoutFault(key, say("{key} lacks {missing}", key=key, missing=listed(missing)))


def _paints(theme: Theme) -> Iterator[tuple[str, str]]:
    yield from ((f"roles.{name}", spec) for name, spec in theme.roles.items())
    for key in ("color", "on_dark"):
        yield from ((f"strong.{key}", word) for word in named(theme.strong.get(key)))
    if theme.bullet.get("color") is not None:
        yield "bullet.color", str(theme.bullet["color"])
    for key, names in theme.surfaces.items():
        yield from ((f"surfaces.{key}", str(name)) for name in names)
