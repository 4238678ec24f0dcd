"""Lists: the items of an outline's sections and slides as lines of its file, and where new ones may stand."""

from collections.abc import Mapping as Dict

from msgspec import Struct

from slidegen.outline.nodes import Entry, Mapping, Sequence
from slidegen.outline.patching import content_end, line_end, line_start
from slidegen.outline.places import Part, Place, Places


class Spot(Struct, frozen=True):
    """Where new items go: behind the end of a line; `head` is the key that their list still lacks."""

    offset: int
    column: int
    head: str = ""


def slide_spot(places: Places, place: Place) -> Spot | None:
    """Return where slides behind a place go; None where its list is written in brackets or there is none."""
    if place.role == "closing":
        return None
    if place.role == "cover":
        flat = places.parts[0]
        return _first(places, flat.entry) if flat.node is None else None
    part = places.parts[place.part]
    if place.role == "section":
        return _first(places, part.entry) if part.entry is not None else _lacking(places, part)
    column = dash(places, place.node)
    return Spot(content_end(places.source.text, place.node.span.end), column) if column is not None else None


def section_spot(places: Places, place: Place) -> Spot | None:
    """Return where sections behind a place's own go; None where they cannot."""
    if places.sections is None or place.role == "closing":
        return None
    if place.role == "cover":
        return _first(places, places.sections)
    node = places.parts[place.part].node
    column = dash(places, node) if node is not None else None
    if node is None or column is None:
        return None
    return Spot(content_end(places.source.text, node.span.end), column)


def last_along(places: Places, number: int) -> Place:
    """Return a place, or the last of the slides without notes behind it: somebody added them to it."""
    place = places.places[number]
    for following in places.places[number + 1 :]:
        if following.role != "slide" or following.part != place.part or following.text.strip():
            break
        place = following
    return place


def dash(places: Places, node: Mapping) -> int | None:
    """Return the column, from 0, of the dash of an item; None where it does not stand on lines of its own."""
    text = places.source.text
    start = line_start(text, node.span.start)
    before = text[start : node.span.start]
    return before.index("-") if before.strip() == "-" else None


def block_start(places: Places, node: Mapping, earlier: int) -> int:
    """Return where the lines of an item begin, the comments right above it too; `earlier` ends what is before it."""
    text = places.source.text
    start = line_start(text, node.span.start)
    while start > earlier + 1:
        above = line_start(text, start - 1)
        if above <= earlier or not text[above:start].lstrip(" ").startswith("#"):
            break
        start = above
    return start


def _first(places: Places, entry: Entry | None) -> Spot | None:
    """Return where items before all others of a list go: below its key."""
    if entry is None:
        return None
    text = places.source.text
    end = line_end(text, entry.key.span.end)
    if isinstance(entry.value, Sequence):
        start = entry.value.span.start
        own_line = start > end and text.startswith("-", start)
        return Spot(end, start - line_start(text, start)) if own_line else None
    return Spot(end, entry.key.span.column + 1) if text[entry.key.span.end : end].strip() in (":", "：") else None


def _lacking(places: Places, part: Part) -> Spot | None:
    """Return where the slides of a section without any go."""
    assert part.node is not None, "slides without sections have a key"
    if dash(places, part.node) is None or places.source.text.startswith("{", part.node.span.start):
        return None
    column = part.node.entries[0].key.span.column - 1
    end = content_end(places.source.text, part.node.span.end)
    return Spot(end, column + 2, f"{' ' * column}slides:")


class Ids(Struct):
    """Hands out ids that no section or slide has."""

    taken: set[str]

    def section(self, count: int) -> str:
        """Return an id for a section of an outline that has so many."""
        number = count + 1
        while any(name == f"s{number}" or name.startswith(f"s{number}-") for name in self.taken):
            number += 1
        return self._free("s", number)

    def slide(self, section: str, count: int) -> str:
        """Return an id for a slide of a section that has so many."""
        return self._free(f"{section}-", count + 1)

    def _free(self, stem: str, number: int) -> str:
        while f"{stem}{number}" in self.taken:
            number += 1
        self.taken.add(f"{stem}{number}")
        return f"{stem}{number}"


def spelt(lines: list[str], spelling: Dict[str, str]) -> list[str]:
    """Return lines of an outline with other spellings of their keys; the lines of notes are nobody's keys."""
    written = []
    inside = -1
    for line in lines:
        body = line.lstrip(" ")
        indent = len(line) - len(body)
        if inside < 0 or (body and indent <= inside):
            head = "- " if body.startswith("- ") else ""
            key, colon, rest = body[len(head) :].partition(":")
            inside = indent + len(head) if rest.startswith(" |") else -1
            if colon and key in spelling and rest[:1] in ("", " "):
                line = f"{' ' * indent}{head}{spelling[key]}:{rest}"
        written.append(line)
    return written
