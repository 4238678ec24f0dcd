"""The story of a deck: read the outline, compose it through layouts and theme, write the package.

    outline bytes ──read_outline──▶ Outline ──prepare──▶ Plan ──render──▶ .pptx bytes

`prepare` and `render` have no global state and read no earlier output; `prepare` reads the files that the outline
names. The command, tests and later faces call these.
"""

from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from slidegen.compose.deck import Progress, compose, silent
from slidegen.compose.draft import Draft
from slidegen.composed import ComposedDeck
from slidegen.diagnostics import Report, Span, known_are
from slidegen.layout.library import Library
from slidegen.layout.theme import COLOR_SLOTS, Theme
from slidegen.manuscript.passages import Passages
from slidegen.outline.model import Outline
from slidegen.outline.nodes import Scalar
from slidegen.outline.reader import read_outline
from slidegen.resources import search_path
from slidegen.writer.deck import write_deck

DEFAULT_THEME = "azure"


class Plan(Struct, frozen=True):
    """A deck ready to be written, how many slides have text below its first size, and the drafts where asked for."""

    deck: ComposedDeck
    lowered: int
    drafts: tuple[Draft, ...] = ()


def prepare(
    outline: Outline,
    library: Library,
    report: Report,
    theme: str | None = None,
    all_layouts: bool = False,
    progress: Progress = silent,
    with_drafts: bool = False,
) -> Plan:
    """Compose an outline; findings go to the report. Raises Stop where nothing can be composed.

    `with_drafts` keeps what the slides were made from, which a build has no use and no memory for.
    """
    named = outline.theme
    chosen = library.theme(
        theme or (named.text if named else DEFAULT_THEME), None if theme or not named else named.span
    )
    composition = compose(outline, library, _recoloured(chosen, outline, report), report, all_layouts, progress)
    return Plan(composition.deck, composition.lowered, composition.drafts if with_drafts else ())


def render(plan: Plan) -> bytes:
    """Return the bytes of the .pptx file."""
    return write_deck(plan.deck)


def load(
    path: Path, report: Report, layouts: Path | None = None, encoding: str | None = None, clean: bool = False
) -> tuple[Outline | None, Library]:
    """Read an outline file, with the manuscripts it refers to, and find the layouts in force. Raises OSError."""
    data = path.read_bytes()
    library = Library(search_path(path.parent, layouts), report)
    return read(data, path, library, report, encoding, clean), library


def read(
    data: bytes, path: Path, library: Library, report: Report, encoding: str | None = None, clean: bool = False
) -> Outline | None:
    """Read the bytes of an outline that stands, or shall stand, at a path, with the manuscripts it refers to."""
    passages = Passages(path, report)
    outline = read_outline(
        data,
        str(path),
        report,
        encoding=encoding,
        clean=clean,
        slots=library.keys,
        passage=passages.text,
    )
    return outline and replace(outline, folder=path.parent, manuscripts=passages.checksums)


def _recoloured(theme: Theme, outline: Outline, report: Report) -> Theme:
    """Return the theme with the outline's `colors:` in place of its own."""
    if outline.colors is None:
        return theme
    colors = dict(theme.colors)
    for entry in outline.colors.entries:
        value = entry.value.text.lstrip("#").upper() if isinstance(entry.value, Scalar) else ""
        if entry.key.text not in COLOR_SLOTS:
            _colour_error(report, entry.key.span, entry.key.text, known_are(COLOR_SLOTS))
        elif len(value) != 6 or any(c not in "0123456789ABCDEF" for c in value):
            _colour_error(report, entry.value.span, entry.key.text, "write six hex digits, such as B8141A")
        else:
            colors[entry.key.text] = value
    return replace(theme, colors=colors)


def _colour_error(report: Report, span: Span, slot: str, hint: str) -> None:
    report.error("colour", span, "`{slot}` is no colour of a theme", hint, slot=slot)
