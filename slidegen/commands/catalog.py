"""The catalogue: which layouts and themes are in force, and what each one is."""

import textwrap
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from slidegen import resources
from slidegen.compose.deck import Variants
from slidegen.compose.limits import Room, rooms
from slidegen.diagnostics import Exit, Report, Stop, did_you_mean, known_are
from slidegen.language import mark, say
from slidegen.layout.build import Builder
from slidegen.layout.family import Family
from slidegen.layout.library import Library
from slidegen.layout.theme import Theme, script_of
from slidegen.outline.source import decode
from slidegen.pipeline import DEFAULT_THEME


class Catalog(Struct, frozen=True):
    """The layouts and themes that outlines in a folder would get.

    `extra` is the folder of --layouts, if there is one.
    """

    library: Library
    report: Report
    extra: Path | None = None

    @classmethod
    def of(cls, folder: Path, report: Report, extra: Path | None = None) -> "Catalog":
        """Return the catalogue for outlines in `folder`."""
        return cls(Library(resources.search_path(folder, extra), report), report, extra)

    def families(self, theme: Theme | None = None) -> Iterator[Family]:
        """Yield every layout that can be read, abstract ones included; the faults of others go to the report."""
        theme = theme or self.library.theme(DEFAULT_THEME)
        for name in sorted(self.library.layout_names()):
            try:
                yield self.library.family(name, theme)
            except Stop:
                continue

    def themes(self) -> Iterator[tuple[str, Theme]]:
        """Yield every theme that can be read, by its name; the faults of others go to the report."""
        for name in sorted(self.library.theme_names()):
            try:
                yield name, self.library.theme(name)
            except Stop:
                continue

    def layout_name(self, word: str) -> str:
        """Return a layout's name for its name or label; an unknown word is a usage error. Raises Stop."""
        names = self.library.layout_names()
        if word in names:
            return word
        labels = {label: family.name for family in self.families() for label in family.label.values()}
        if word in labels:
            return labels[word]
        hint = did_you_mean(word, [*names, *labels], known_are(sorted(names)))
        self.report.error("unknown-layout", None, "there is no layout `{name}`", hint, exit=Exit.USAGE, name=word)
        raise Stop

    def theme_name(self, word: str) -> str:
        """Return a theme's name for its name or label; an unknown word is a usage error. Raises Stop."""
        names = self.library.theme_names()
        if word in names:
            return word
        labels = {label: name for name, theme in self.themes() for label in theme.label.values()}
        if word in labels:
            return labels[word]
        hint = did_you_mean(word, [*names, *labels], known_are(sorted(names)))
        self.report.error("unknown-theme", None, "there is no theme `{name}`", hint, exit=Exit.USAGE, name=word)
        raise Stop

    def rooms(self, family: Family, theme: Theme, language: str) -> tuple[Room, ...]:
        """Return how much text a layout holds under a theme, in decks of a language. Raises Stop where it is faulty."""
        variants = Variants(Builder(theme, script_of(language), language), self.report)
        return rooms(family, variants.get)

    def origin(self, path: Path) -> str:
        """Return in words where a layout's or theme's file lies."""
        folder = path.parent.parent if path.parent.name == "themes" else path.parent
        places = {
            resources.bundled("layouts").resolve(): mark("built-in"),
            resources.user_folder().resolve(): mark("user folder"),
        }
        if self.extra is not None:
            places[self.extra.resolve()] = "--layouts"
        place = places.get(folder.resolve(), mark("beside the outline"))
        return place if place == "--layouts" else say(place)


def example_of(family: Family) -> str:
    """Return a layout's example as its file has it, with a slide's `- ` in front; empty where it has none."""
    node = family.example
    source = decode(family.file.data, str(family.file.path), Report())
    if node is None or source is None:
        return ""
    lines = source.text[node.span.start : node.span.end].rstrip().split("\n")
    rest = textwrap.dedent("\n".join(lines[1:])).split("\n") if lines[1:] else []
    return "\n".join(["- " + lines[0], *("  " + line if line else "" for line in rest)])
