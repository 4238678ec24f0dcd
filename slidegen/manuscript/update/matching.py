"""Matching: which line of a manuscript is which line of an outline's notes."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from slidegen.manuscript.alignment import Left, Pair, align, alike, by_gap, in_order, left_over, out_of_order
from slidegen.manuscript.model import Manuscript
from slidegen.outline.places import Place
from slidegen.speaking import speech

_REMARK = re.compile(r"\s*(?:（[^（）\d]{1,20}）|\([^()\d]{1,40}\)|【[^【】\d]{1,20}】|\[[^\[\]\d]{1,40}\])\s*")
"""What presenters write for themselves between paragraphs: （停顿）, [next slide]."""


class Line(Struct, frozen=True):
    """A line that is not blank: the number of its paragraph or place, and where in the text of that it stands."""

    owner: int
    at: int
    text: str


class Matching(Struct, frozen=True):
    """The lines of a manuscript and those of notes, and which is which, by their numbers in these lists.

    `kept` are equal and in order, `changed` stand where they stood in other words, `moved` stand elsewhere.
    """

    new: Sequence[Line]
    old: Sequence[Line]
    kept: Mapping[int, int]
    changed: Mapping[int, int]
    moved: Mapping[int, int]

    @property
    def in_place(self) -> dict[int, int]:
        """The lines that hold their place, with the old line of each."""
        return {**self.kept, **self.changed}

    def gone(self) -> list[Line]:
        """Return the old lines that the manuscript has no more; remarks of the presenter are not of it."""
        known = {*self.kept.values(), *self.changed.values(), *self.moved.values()}
        return [line for number, line in enumerate(self.old) if number not in known and not is_remark(line.text)]


def is_remark(text: str) -> bool:
    """Tell whether a line that no manuscript has is a word of the presenter's to himself."""
    return _REMARK.fullmatch(text) is not None


def matching(manuscript: Manuscript, places: Sequence[Place], headings: frozenset[int]) -> Matching:
    """Match a manuscript with the notes of an outline; `headings` are the numbers of paragraphs that are such."""
    new = list(lines_of([paragraph.text for paragraph in manuscript.paragraphs]))
    old = list(lines_of([speech(place.text) if place.shown else "" for place in places]))
    wanted, found = [line.text for line in new], [line.text for line in old]
    kept = dict(align(wanted, found))
    ones, others = left_over(wanted, list(kept)), left_over(found, list(kept.values()))
    moved = dict(out_of_order(ones, others))
    ones, others = _without(ones, moved), _without(others, moved.values())
    likely = alike(ones, others)
    changed = dict(_in_place(likely, ones, others))
    moved.update((a, b) for a, b in likely if a not in changed)
    changed.update(_single(new, old, {**kept, **changed}, moved, headings))
    # what notes only refer to cannot be written anew
    referring = {number for number, place in enumerate(places) if place.referring}
    changed = {a: b for a, b in changed.items() if old[b].owner not in referring}
    return Matching(new, old, kept, changed, moved)


def lines_of(texts: Sequence[str]) -> Iterator[Line]:
    """Yield the lines of texts that are not blank."""
    for owner, text in enumerate(texts):
        yield from (Line(owner, at, line) for at, line in enumerate(text.split("\n")) if line.strip())


def _without(lines: Sequence[Left], taken: Iterable[int]) -> list[Left]:
    known = set(taken)
    return [line for line in lines if line.place not in known]


def _in_place(pairs: Sequence[Pair], new: Sequence[Left], old: Sequence[Left]) -> list[Pair]:
    """Return the pairs that stand between the same equal lines on both sides, and in order."""
    gaps, other_gaps = {one.place: one.gap for one in new}, {other.place: other.gap for other in old}
    return in_order([(a, b) for a, b in pairs if gaps[a] == other_gaps[b]])


def _single(
    new: Sequence[Line],
    old: Sequence[Line],
    in_place: Mapping[int, int],
    moved: Mapping[int, int],
    headings: frozenset[int],
) -> Iterator[Pair]:
    """Yield pairs of lines that stand alone between the same two: one was written in place of the other.

    A new heading in place of a slide's only paragraph is a new slide.
    """
    mine = sorted(in_place)
    theirs = [in_place[a] for a in mine]
    ones = by_gap(_without(left_over([line.text for line in new], mine), moved))
    others = by_gap(_without(left_over([line.text for line in old], theirs), moved.values()))
    staying = {old[b].owner for b in theirs}
    for gap, some in ones.items():
        if len(some) == len(others.get(gap, ())) == 1:
            a, b = some[0].place, others[gap][0].place
            if not is_remark(old[b].text) and (new[a].owner not in headings or old[b].owner in staying):
                yield a, b
