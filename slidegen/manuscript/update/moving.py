"""Moving: slides and sections whose paragraphs stand elsewhere in the new manuscript go there as they are."""

from collections.abc import Iterator, Sequence
from statistics import median_low

from msgspec import Struct

from slidegen.manuscript.alignment import in_order
from slidegen.manuscript.model import Manuscript
from slidegen.manuscript.segment import structure_of
from slidegen.manuscript.update.lists import Spot, block_start, dash, last_along, section_spot, slide_spot
from slidegen.manuscript.update.matching import matching
from slidegen.outline.patching import Patch, content_end
from slidegen.outline.places import Place, Places


class Move(Struct, frozen=True):
    """A slide or section that goes behind another place: its id, its title and the patches."""

    id: str
    title: str
    patches: tuple[Patch, ...]


def section_moves(manuscript: Manuscript, places: Places) -> list[Move]:
    """Return the moves of whole sections."""
    where = _where(manuscript, places)
    heads = [(number, place) for number, place in enumerate(places.places) if place.role == "section"]
    middles = []
    for _, head in heads:
        own = [w for place, found in zip(places.places, where, strict=True) if place.part == head.part for w in found]
        middles.append(median_low(own) if own else None)
    moves = []
    for mover, target in _movers(middles):
        head = heads[mover][1]
        before = heads[target][1] if target is not None else places.places[0]
        move = _move(places, head, section_spot(places, before), _earlier(places, head))
        moves += [move] if move is not None else []
    return moves


def slide_moves(manuscript: Manuscript, places: Places) -> list[Move]:
    """Return the moves of slides, into other sections too."""
    where = _where(manuscript, places)
    standing = [n for n, place in enumerate(places.places) if place.role in ("section", "slide")]
    middles = [median_low(where[n]) if where[n] else None for n in standing]
    moves = []
    for mover, target in _movers(middles):
        place = places.places[standing[mover]]
        before = last_along(places, standing[target]) if target is not None else places.places[0]
        if place.role == "slide":
            move = _move(places, place, slide_spot(places, before), _earlier(places, place))
            moves += [move] if move is not None else []
    return moves


def _where(manuscript: Manuscript, places: Places) -> list[list[int]]:
    """Return for each place where its lines stand in the manuscript, changed ones too."""
    headings = frozenset(heading.at for heading in structure_of(manuscript).headings)
    pairs = matching(manuscript, places.places, headings)
    found: list[list[int]] = [[] for _ in places.places]
    for line, other in (*pairs.in_place.items(), *pairs.moved.items()):
        found[pairs.old[other].owner].append(line)
    return found


def _movers(middles: Sequence[int | None]) -> Iterator[tuple[int, int | None]]:
    """Yield what is out of order, and behind which of those in order it belongs, None for before all.

    What has no place in the manuscript stays where it is.
    """
    known = [(number, middle) for number, middle in enumerate(middles) if middle is not None]
    staying = in_order(known)
    kept = {number for number, _ in staying}
    for number, middle in sorted(known, key=lambda one: one[1]):
        if number not in kept:
            yield number, max((n for n, other in staying if other < middle), default=None)


def _earlier(places: Places, place: Place) -> int:
    """Return where the text before an item ends: that of the item before it, or its list's key."""
    text, start = places.source.text, place.node.span.start
    ends = [p.node.span.end for p in places.places if p.role == place.role and p.node.span.end <= start]
    part = places.parts[place.part]
    entry = part.entry if place.role == "slide" else places.sections
    above = entry.key.span.end if entry is not None else 0
    return content_end(text, max([above, *(end for end in ends if end > above)]))


def _move(places: Places, place: Place, spot: Spot | None, earlier: int) -> Move | None:
    """Return the move of an item to a spot; None where its lines cannot be moved."""
    column = dash(places, place.node)
    if column is None or spot is None:
        return None
    text = places.source.text
    start, end = block_start(places, place.node, earlier), content_end(text, place.node.span.end)
    lines = _shifted(text[start:end].split("\n"), spot.column - column)
    if lines is None or start <= spot.offset <= end:
        return None
    apart = [""] if place.role == "section" else []
    pasted = Patch(spot.offset, spot.offset, "\n".join(["", *([spot.head] if spot.head else []), *apart, *lines]))
    return Move(place.id, place.title, (Patch(start, _stop(text, end), ""), pasted))


def _stop(text: str, end: int) -> int:
    """Return where to go on behind an item that is cut out: behind its newline and blank lines."""
    while end < len(text) and text[end] == "\n":
        end += 1
        following = text.find("\n", end)
        if following < 0 or text[end:following].strip():
            break
        end = following
    return end


def _shifted(lines: Sequence[str], by: int) -> list[str] | None:
    """Return lines moved to the right, or to the left; None where there is no room."""
    if by >= 0:
        return [" " * by + line if line else line for line in lines]
    if any(line[:-by].strip() for line in lines):
        return None
    return [line[-by:] for line in lines]
