"""Outlines that a command changes in places: read with where everything stands, and read again."""

from pathlib import Path

from msgspec import Struct

from slidegen.commands.options import Reading
from slidegen.diagnostics import Report
from slidegen.layout.library import Library
from slidegen.outline import keys
from slidegen.outline.model import Outline
from slidegen.outline.places import Places, places_of
from slidegen.outline.source import decode
from slidegen.pipeline import DEFAULT_THEME, read
from slidegen.resources import search_path


class Editable(Struct, frozen=True):
    """An outline's file: its bytes, what they mean and where it stands, and the layouts in force."""

    path: Path
    reading: Reading
    library: Library
    data: bytes
    outline: Outline
    places: Places

    def again(self, data: bytes, report: Report) -> "Editable":
        """Return the file with other bytes. Raises Stop where they cannot be read."""
        return _read(self.path, self.reading, self.library, data, report)

    def spelling(self) -> dict[str, str]:
        """Return the Chinese keys of outlines and layouts where this outline is written in such; else none."""
        notes = [place.notes.key.text for place in self.places.places if place.notes is not None]
        if all(entry.key.text.isascii() for entry in self.places.root.entries):
            return {}
        theme = self.outline.theme.text if self.outline.theme is not None else DEFAULT_THEME
        found: dict[str, str] = {}
        for family in self.library.families(self.library.theme(theme)):
            for slot in family.slots.values():
                slots = (slot, *slot.fields.values())
                found.update((one.name, one.aliases[0]) for one in slots if one.aliases)
        for level in (keys.SECTION, keys.SLIDE):
            found.update((name, others[0]) for name, others in level.spellings.items())
        return {**found, "notes": next((key for key in notes if not key.isascii()), found["notes"])}


def editable(path: Path, reading: Reading, report: Report) -> Editable:
    """Read an outline that is to be changed. Raises OSError, and Stop where it has errors."""
    library = Library(search_path(path.parent, reading.layouts), report)
    return _read(path, reading, library, path.read_bytes(), report)


def _read(path: Path, reading: Reading, library: Library, data: bytes, report: Report) -> Editable:
    outline = read(data, path, library, report, reading.encoding, reading.clean)
    report.stop_if_failed()
    source = decode(data, str(path), Report(), reading.encoding, reading.clean)
    assert outline is not None, "without an outline there are errors"
    assert source is not None, "it was decoded before"
    return Editable(path, reading, library, data, outline, places_of(outline, source, library.keys))
