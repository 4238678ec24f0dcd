"""Segmenting: which paragraphs of a manuscript are headings, of what level, and what opens and closes the speech.

Each paragraph is asked what its head could be; items and lead sentences need company of their own form; what stays
takes its level from the stack of ranks that it stands in, never from a fixed table.
"""

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from slidegen.manuscript.address import Frame, closing_from, frame_of
from slidegen.manuscript.leads import leads
from slidegen.manuscript.markers import ITEM, LEAD, LINE, Marker, marker_of
from slidegen.manuscript.model import Manuscript, Paragraph
from slidegen.manuscript.sentences import bare, sentences, weight

_LONGEST_LINE = 60
"""A line heading's weight at most; a longer paragraph without a full stop is a text that lacks one."""
_LONGEST_LEAD = 45
"""A numbered run-in heading's weight at most: its first sentence."""
_LONGEST_BARE = 24
"""A line heading's weight at most where no number marks it."""
_COMPANY = 3
"""How many paragraphs away the next item of a list may stand."""


class Heading(Struct, frozen=True):
    """One heading: the paragraph it stands in, its level from 1, whether it is a line or opens its paragraph."""

    at: int
    level: int
    kind: Literal["line", "runin"]
    text: str
    marker: str = ""


class Structure(Struct, frozen=True):
    """A manuscript's headings in order, and what of its paragraphs is title, opening and closing."""

    headings: tuple[Heading, ...]
    frame: Frame


class _Found(Struct, frozen=True):
    at: int
    rank: float
    kind: Literal["line", "runin"]
    text: str
    marker: Marker | None = None


def structure_of(manuscript: Manuscript) -> Structure:
    """Return the headings of a manuscript and its frame. The cost grows with its length."""
    paragraphs = manuscript.paragraphs
    frame = frame_of(paragraphs)
    inside = range(frame.opening, len(paragraphs))
    lines = _bare_lines(paragraphs, inside, {})
    if lines and lines[-1] >= frame.closing:
        frame = replace(frame, closing=closing_from(paragraphs, lines[-1]))
    inside = range(frame.opening, frame.closing)
    found = {at: one for at in inside if (one := _marked(paragraphs, at)) is not None}
    found = {at: one for at, one in found.items() if one.rank < ITEM or _in_company(found, paragraphs, at)}
    for at in _bare_lines(paragraphs, inside, found):
        found[at] = _Found(at, LINE, "line", bare(paragraphs[at].shown))
    taken = sorted(found)
    for at in leads(paragraphs, inside, {at: found[at].rank for at in taken}):
        found[at] = _Found(at, LEAD, "runin", bare(sentences(paragraphs[at].shown.strip())[0]))
    return Structure(tuple(_levels([found[at] for at in sorted(found)])), frame)


def _marked(paragraphs: Sequence[Paragraph], at: int) -> _Found | None:
    """Return the heading that a paragraph's own marks make it."""
    paragraph = paragraphs[at]
    text = paragraph.shown.strip()
    if paragraph.level:
        marker = marker_of(text)
        return _Found(at, paragraph.level - 10.0, "line", bare(marker.rest if marker else text), marker)
    if paragraph.kind in ("table", "code", "footnote", "quote"):
        return None
    marker = marker_of(text)
    if marker is None:
        return None
    parts = sentences(marker.rest)
    first = bare(parts[0])
    if not first or _announces(text):
        return None
    if len(parts) == 1:
        ended = parts[0].rstrip()[-1] in "。！？.!?；;"
        longest = _LONGEST_BARE if marker.rank >= ITEM else (_LONGEST_LEAD if ended else _LONGEST_LINE)
        if weight(first) > longest or (marker.rank >= ITEM and ended):
            return None
        return _Found(at, marker.rank, "line", first, marker)
    if weight(first) > _LONGEST_LEAD or (marker.rank >= ITEM and _enumerates_on(marker)):
        return None
    return _Found(at, marker.rank, "runin", first, marker)


def _announces(text: str) -> bool:
    """Tell whether a paragraph announces what follows it (讲几点意见：) instead of being its heading."""
    return text.rstrip().endswith(("：", ":"))


def _enumerates_on(marker: Marker) -> bool:
    """Tell whether the next item of a list stands in the same paragraph: then they are points, not headings."""
    return any(
        (other := marker_of(sentence)) is not None and other.form == marker.form and other.number == marker.number + 1
        for sentence in sentences(marker.rest)[1:]
    )


def _in_company(found: dict[int, _Found], paragraphs: Sequence[Paragraph], at: int) -> bool:
    """Tell whether an item has the one before or after it within a few paragraphs."""
    own = found[at].marker
    for other_at in range(at - _COMPANY, at + _COMPANY + 1):
        other = found.get(other_at)
        if other_at == at or other is None or other.marker is None or own is None or other.rank < ITEM:
            continue
        if own.form == "dash" == other.marker.form or abs(other.marker.number - own.number) in (1, *_last(own, other)):
            return True
    return False


def _last(own: Marker, other: _Found) -> tuple[int, ...]:
    """Return what two markers may differ by where one is 最后 or Finally."""
    assert other.marker is not None
    numbers = sorted((own.number, other.marker.number))
    return (numbers[1] - numbers[0],) if numbers[1] == 99 and numbers[0] > 1 else ()


def _bare_lines(paragraphs: Sequence[Paragraph], inside: range, found: dict[int, _Found]) -> list[int]:
    """Return the paragraphs that are headings by being short lines without an end among sentences."""
    lines = [at for at in inside if at not in found and _is_bare_line(paragraphs, at, inside)]
    bodies = sum(weight(paragraphs[at].shown) > 2 * _LONGEST_BARE for at in inside)
    return lines if len(lines) > 1 and bodies >= len(lines) else []


def _is_bare_line(paragraphs: Sequence[Paragraph], at: int, inside: range) -> bool:
    paragraph = paragraphs[at]
    text = paragraph.shown.strip()
    if paragraph.kind != "text" or not 0 < weight(text) <= _LONGEST_BARE or text[-1] in "。！？!?.；;：:，,…—”’\"')）":
        return False
    # what follows a heading is text, not another line of the same kind: verses and lists come in rows
    following = paragraphs[at + 1].shown.strip() if at + 1 < inside.stop else ""
    return weight(following) > _LONGEST_BARE or following[-1:] in tuple("。！？!?.：:")


def _levels(found: Sequence[_Found]) -> Iterator[Heading]:
    """Yield the headings with their levels: pop while the top's rank is no less, then push."""
    stack: list[float] = []
    for one in found:
        while stack and stack[-1] >= one.rank:
            stack.pop()
        stack.append(one.rank)
        marker = one.marker.written if one.marker else ""
        yield Heading(one.at, len(stack), one.kind, one.text, marker)
