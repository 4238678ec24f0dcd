"""The contract: every paragraph of a manuscript stands in exactly one slide's notes, in order, unchanged.

Compared are lines that are not blank, character by character, leading and trailing spaces too.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import accumulate
from typing import Final, Literal

from slidegen.diagnostics import Report, Span
from slidegen.language import Said, listed, say
from slidegen.manuscript.alignment import Left, Pair, align, alike, by_gap, left_over, out_of_order
from slidegen.manuscript.excerpts import excerpt, first_difference, slide_name, slide_place
from slidegen.manuscript.model import Manuscript, Paragraph
from slidegen.manuscript.told import ToldSlide

Fault = Literal["missing", "moved", "changed", "broken"]

_LINE: Final = re.compile("[\n\v]")


def prove(manuscript: Manuscript, slides: Sequence[ToldSlide], report: Report) -> int:
    """Report what breaks the contract; return how many paragraphs stand as they should."""
    return _Proof(manuscript, slides, report).told()


class _Proof:
    """One manuscript held against one talk."""

    def __init__(self, manuscript: Manuscript, slides: Sequence[ToldSlide], report: Report) -> None:
        self.report = report
        self.name = manuscript.name
        self.paragraphs = [
            (number, paragraph, line)
            for number, paragraph in enumerate(manuscript.paragraphs)
            for line in paragraph.text.split("\n")
            if line.strip()
        ]
        self.notes = [(slide, line) for slide in slides for line in _LINE.split(slide.notes) if line.strip()]
        self.wanted = [line for *_, line in self.paragraphs]
        self.found = [line for _, line in self.notes]
        self.kept: dict[int, int] = {}
        self.in_place: list[int] = []
        self.faults: dict[int, tuple[Fault, int]] = {}
        self.again: dict[int, list[int]] = defaultdict(list)
        self.added: list[int] = []
        self._compare()

    def told(self) -> int:
        """Report every fault in the manuscript's order, then what was added; return how many paragraphs have none."""
        faulty: set[tuple[int, str]] = set()
        for place, (number, paragraph, _) in enumerate(self.paragraphs):
            fault, at = self.faults.get(place, ("", 0))
            if fault and (number, fault) not in faulty:
                faulty.add((number, fault))
                self._fault(place, paragraph, fault, at)
            if place in self.again and (number, "doubled") not in faulty:
                faulty.add((number, "doubled"))
                self._doubled(place, paragraph)
        for at in self.added:
            slide, line = self.notes[at]
            self.report.warning(
                "manuscript-added",
                slide.span,
                "the notes of {slide} say what the manuscript does not: “{text}”",
                "take it out, or write it into the manuscript",
                slide=slide_name(slide),
                text=excerpt(line),
            )
        return len({number for number, *_ in self.paragraphs} - {number for number, _ in faulty})

    # ------------------------------------------------------------ comparing

    def _compare(self) -> None:
        self.kept = dict(align(self.wanted, self.found))
        self.in_place = list(self.kept)
        wanted = left_over(self.wanted, self.in_place)
        found = left_over(self.found, list(self.kept.values()))
        wanted, found = self._take(wanted, found, out_of_order(wanted, found), "moved")
        self.again, found = self._doubles(found)
        wanted, found = self._take(wanted, found, _broken(wanted, found), "broken")
        wanted, found = self._take(wanted, found, alike(wanted, found), "changed")
        self.faults.update((one.place, ("missing", 0)) for one in wanted)
        self.added = [other.place for other in found]
        self._spread()

    def _take(
        self, wanted: Sequence[Left], found: Sequence[Left], pairs: Sequence[Pair], fault: Fault
    ) -> tuple[list[Left], list[Left]]:
        """Note a fault of the lines that were paired; return those that were not."""
        self.faults.update((a, (fault, b)) for a, b in pairs)
        ones, others = {a for a, _ in pairs}, {b for _, b in pairs}
        if fault == "broken":
            gaps = {one.gap for one in wanted if one.place in ones}
            others = {other.place for other in found if other.gap in gaps}
        return [w for w in wanted if w.place not in ones], [f for f in found if f.place not in others]

    def _doubles(self, found: Sequence[Left]) -> tuple[dict[int, list[int]], list[Left]]:
        """Return the further places of lines that have their place already, and what is left."""
        first = {line: place for place, line in reversed(list(enumerate(self.wanted)))}
        again: dict[int, list[int]] = defaultdict(list)
        for other in found:
            if other.line in first:
                again[first[other.line]].append(other.place)
        return again, [other for other in found if other.line not in first]

    def _spread(self) -> None:
        """Note the paragraphs of several lines that stand in the notes of several slides."""
        slide_of: dict[int, int] = {}
        for place, at in self.kept.items():
            paragraph, slide = self.paragraphs[place][0], self.notes[at][0].number
            if slide_of.setdefault(paragraph, slide) != slide:
                self.faults[place] = ("broken", at)

    # ------------------------------------------------------------ telling

    def _fault(self, place: int, paragraph: Paragraph, fault: str, at: int) -> None:
        span, text = self._span(paragraph), excerpt(self.wanted[place])
        if fault == "missing":
            hint = say("write it {place}", place=self._where(place))
            self.report.error(
                "manuscript-missing", span, "this paragraph is in the notes of no slide: “{text}”", hint, text=text
            )
            return
        slide = slide_place(self.notes[at][0])
        if fault == "moved":
            self.report.error(
                "manuscript-moved",
                span,
                "this paragraph is out of order, on {slide}: “{text}”",
                say("move it {place}", place=self._where(place)),
                slide=slide,
                text=text,
            )
        elif fault == "broken":
            self.report.error(
                "manuscript-changed",
                span,
                "this paragraph stands in other lines than in the manuscript, on {slide}: “{text}”",
                "keep it on one line of the notes of one slide, without others on that line",
                slide=slide,
                text=text,
            )
        else:
            self._changed(paragraph, place, at, slide)

    def _changed(self, paragraph: Paragraph, place: int, at: int, slide: Said) -> None:
        column, wanted, found = first_difference(self.wanted[place], self.found[at])
        self.report.error(
            "manuscript-changed",
            self._span(paragraph, column),
            "the notes of {slide} change this paragraph: “{wanted}” has become “{found}”",
            "write it as in the manuscript, or change the manuscript",
            slide=slide,
            wanted=wanted,
            found=found,
        )

    def _doubled(self, place: int, paragraph: Paragraph) -> None:
        at = self.kept.get(place, self.faults.get(place, ("", self.again[place][0]))[1])
        places = sorted({at, *self.again[place]})
        self.report.error(
            "manuscript-doubled",
            self._span(paragraph),
            "this paragraph stands {count} times in the notes, on {slides}: “{text}”",
            "keep one of them",
            count=len(places),
            slides=listed(dict.fromkeys(slide_place(self.notes[n][0]) for n in places)),
            text=excerpt(self.wanted[place]),
        )

    def _where(self, place: int) -> Said:
        """Say where a line belongs: behind the one before it that is in its place, else before the one after it."""
        near = bisect_right(self.in_place, place)
        if not self.in_place:
            return say("into the notes of a slide")
        neighbour = self.in_place[near - 1 if near else 0]
        slide, text = slide_place(self.notes[self.kept[neighbour]][0]), excerpt(self.wanted[neighbour])
        if near:
            return say("into the notes of {slide}, behind “{text}”", slide=slide, text=text)
        return say("into the notes of {slide}, before “{text}”", slide=slide, text=text)

    def _span(self, paragraph: Paragraph, column: int = 1) -> Span:
        """Return the place of a paragraph; a Word file has no offsets, so there are none."""
        return Span(self.name, 0, 0, paragraph.line, column)


def _broken(wanted: Sequence[Left], found: Sequence[Left]) -> list[Pair]:
    """Return the lines of gaps that hold the same text on both sides, only in other lines."""
    here, there = by_gap(wanted), by_gap(found)
    pairs: list[Pair] = []
    for gap, some in here.items():
        others = there.get(gap, [])
        texts, other_texts = [_squeezed(one.line) for one in some], [_squeezed(other.line) for other in others]
        if len(some) + len(others) > 2 and others and "".join(texts) == "".join(other_texts):
            ends = list(accumulate(map(len, other_texts)))
            starts = accumulate(map(len, texts[:-1]), initial=0)
            pairs += [(one.place, others[bisect_right(ends, s)].place) for one, s in zip(some, starts, strict=True)]
    return pairs


def _squeezed(text: str) -> str:
    return "".join(text.split())
