"""Reuse: an earlier outline as the start of the next one, with all that may be stale in it marked."""

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from msgspec import Struct

from slidegen.language import listed, say
from slidegen.manuscript.update.notes import emptied
from slidegen.outline import keys
from slidegen.outline.model import Outline
from slidegen.outline.nodes import Entry, Mapping, Node, Scalar
from slidegen.outline.patching import Patch, content_end, line_end, line_start, patched
from slidegen.outline.places import Places, entry_of
from slidegen.outline.stale import Stale, stale

_ONCE = ("date", "presenter")
"""Keys of the deck that are another's each time."""
_WORDLESS = frozenset(
    {
        "format",
        "id",
        "language",
        "theme",
        "colors",
        "transition",
        "layout",
        "minutes",
        "footer",
        "nobreak",
        "split",
        "build",
        "background",
    }
)
"""Keys whose values are no text that is shown."""
_LEVELS = (keys.DECK, keys.SECTION, keys.SLIDE)
_NAMES = re.compile(r"[\s、，,;；|｜/]+")


class Suspect(Struct, frozen=True):
    """What may be stale in one text: the line of the new outline, what it is and how it is written."""

    line: int
    found: tuple[Stale, ...]


class Reused(Struct, frozen=True):
    """The new outline's file and what to look at in it, by lines."""

    data: bytes
    suspects: tuple[Suspect, ...]


def reused(data: bytes, outline: Outline, places: Places, keep_notes: bool) -> Reused:
    """Return an outline as the start of the next one. Only comments come in, and what is another's each time goes."""
    return _Reuse(outline, places, keep_notes).made(data)


class _Reuse(Struct):
    outline: Outline
    places: Places
    keep_notes: bool

    def made(self, data: bytes) -> Reused:
        """Return the new file and its suspects."""
        text = self.places.source.text
        top = self._top()
        patches = [top, *self._once(), *([] if self.keep_notes else self._without_notes())]
        by_end: dict[int, list[Stale]] = {}
        for scalar in self._texts(self.places.root):
            suspect = stale(scalar.text, self._names())
            if suspect:
                by_end.setdefault(self._comment_at(scalar), []).extend(suspect)
        each_end = [(end, tuple(dict.fromkeys(found))) for end, found in sorted(by_end.items())]
        long = self._long()
        for end, each in each_end:
            if not any(scalar.span.start < end < scalar.span.end for scalar in long):
                note = say("check: {what}", what=listed(one.text for one in each))
                patches.append(Patch(end, end, f"   # {note}"))
        return Reused(
            patched(data, self.places.source, patches),
            tuple(Suspect(_line_after(text, end, patches), found) for end, found in each_end),
        )

    def _top(self) -> Patch:
        """Return the comment at the top; a line that tells editors of the schema stays the first."""
        text = self.places.source.text
        at = line_end(text, 0) + 1 if text.startswith("# yaml-language-server:") and "\n" in text else 0
        said = (
            say(
                "Made from {name}. Every text is the old one: read all of them.", name=PurePath(self.outline.file).name
            ),
            say("What is mostly another each time has a comment at its line: search for “{word}”.", word=_word()),
        )
        return Patch(at, at, "".join(f"# {line}\n" for line in said))

    def _once(self) -> Iterator[Patch]:
        """Yield the patches that make a comment of date and presenter."""
        text, root = self.places.source.text, self.places.root
        for name in _ONCE:
            entry = entry_of(root, keys.DECK, name)
            if entry is None:
                continue
            if text.startswith("{", root.span.start):
                yield emptied(self.places.source, root, entry)
                continue
            at, end = line_start(text, entry.key.span.start), content_end(text, entry.value.span.end)
            while at <= end:
                yield Patch(at, at, "# ")
                at = line_end(text, at) + 1

    def _without_notes(self) -> Iterator[Patch]:
        for place in self.places.places:
            if place.notes is not None:
                yield emptied(self.places.source, place.node, place.notes)

    # ------------------------------------------------------------ texts

    def _texts(self, node: Node) -> Iterator[Scalar]:
        """Yield all texts that are shown or said."""
        if isinstance(node, Scalar):
            yield node
        elif isinstance(node, Mapping):
            for entry in node.entries:
                if self._is_text(entry, node is self.places.root):
                    yield from self._texts(entry.value)
        else:
            for item in node:
                yield from self._texts(item)

    def _is_text(self, entry: Entry, of_deck: bool) -> bool:
        names = {level.canonical(entry.key.text) for level in _LEVELS}
        if names & _WORDLESS or (of_deck and names & set(_ONCE)):
            return False
        return "notes" not in names or (self.keep_notes and isinstance(entry.value, Scalar))

    def _names(self) -> Sequence[str]:
        presenter = self.outline.presenter
        return [name for name in _NAMES.split(presenter.text) if len(name) > 1] if presenter is not None else []

    def _comment_at(self, scalar: Scalar) -> int:
        """Return the end of the line at which a comment on a text stands."""
        text = self.places.source.text
        return line_end(text, scalar.span.start if scalar.style in ("|", ">") else scalar.span.end)

    def _long(self) -> list[Scalar]:
        """Return the texts that go over several lines, where a comment at a line's end would be part of them."""
        text = self.places.source.text
        found = [scalar for scalar in self._every(self.places.root) if scalar.style not in ("|", ">")]
        return [scalar for scalar in found if "\n" in text[scalar.span.start : scalar.span.end]]

    def _every(self, node: Node) -> Iterator[Scalar]:
        if isinstance(node, Scalar):
            yield node
        elif isinstance(node, Mapping):
            for entry in node.entries:
                yield from self._every(entry.value)
        else:
            for item in node:
                yield from self._every(item)


def _word() -> str:
    """Return the word that begins each comment at a line."""
    return say("check: {what}", what="").strip()


def _line_after(text: str, offset: int, patches: Sequence[Patch]) -> int:
    """Return the line of an offset once patches are made."""
    line = text.count("\n", 0, offset) + 1
    for patch in patches:
        if patch.end <= offset:
            line += patch.text.count("\n") - text.count("\n", patch.start, patch.end)
    return line
