"""Insertion: new slides and sections of a changed manuscript, planned as in a new outline, as lines of the old one."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from slidegen.manuscript.model import Manuscript
from slidegen.manuscript.outline import section_lines, slide_lines
from slidegen.manuscript.plan import Plan, PlannedSection, PlannedSlide
from slidegen.manuscript.segment import Structure
from slidegen.manuscript.titles import slide_title
from slidegen.manuscript.update.changes import Key
from slidegen.manuscript.update.lists import Ids, Spot, last_along, section_spot, slide_spot, spelt
from slidegen.manuscript.update.sharing import Span
from slidegen.outline.patching import Patch
from slidegen.outline.places import Place, Places, Role


class Inserter(Struct):
    """Writes the new slides of one update."""

    manuscript: Manuscript
    plan: Plan
    structure: Structure
    places: Places
    ids: Ids
    spelling: Mapping[str, str]
    """How the outline at hand spells keys; empty where it does as slidegen itself."""
    section_levels: frozenset[int]
    """The levels of the headings that stand in the notes of the outline's sections."""
    made: list[tuple[Key, str]] = []
    """Each new section and slide, and its title."""
    homes: dict[int, Key] = {}
    """Where each paragraph of a new slide is."""

    def insertable(self) -> frozenset[int]:
        """Return the numbers of the places behind which there may be new slides."""
        numbers = range(len(self.places.places))
        return frozenset(n for n in numbers if slide_spot(self.places, last_along(self.places, n)) is not None)

    def patches(self, span: Span) -> Iterator[Patch]:
        """Yield the patches that insert the slides of a span."""
        loose, sections = self._planned(span)
        place = last_along(self.places, span.after)
        spot, other = slide_spot(self.places, place), section_spot(self.places, place)
        assert spot is not None, "a span is behind a place that takes slides"
        if loose:
            yield self._slides(spot, place, loose)
        if sections:
            assert other is not None, "sections are planned where there may be some"
            yield self._sections(other, sections)

    def _planned(self, span: Span) -> tuple[list[PlannedSlide], list[PlannedSection]]:
        """Return the slides and sections for the paragraphs of a span, each of which is in one of them."""
        wanted = range(span.start, span.stop)
        whole = self._at_end_of_section(span)
        loose: list[PlannedSlide] = []
        sections: list[PlannedSection] = []
        for section in self.plan.sections:
            own = tuple(n for n in section.paragraphs if n in wanted)
            slides = [self._cut(slide, wanted) for slide in section.slides if set(slide.paragraphs) & set(wanted)]
            first = next(iter((*section.paragraphs, *(n for slide in section.slides for n in slide.paragraphs))), -1)
            if section.title and first in wanted and whole:
                sections.append(replace(section, paragraphs=own, slides=tuple(slides)))
                continue
            if own:
                slides.insert(0, PlannedSlide(section.title or self._title(own), None, own, divider=True))
            loose += slides
        if whole:
            loose, more = self._parted(loose)
            sections = [*more, *sections]
        return self._with_rest(loose, sections, wanted)

    def _parted(self, slides: Sequence[PlannedSlide]) -> tuple[list[PlannedSlide], list[PlannedSection]]:
        """Return slides as such and as sections, where their headings are of the sections' level.

        A short manuscript is planned without sections; whoever edited its outline may have made some.
        """
        levels = {heading.at: heading.level for heading in self.structure.headings}
        starts = [n for n, slide in enumerate(slides) if levels.get(slide.paragraphs[0]) in self.section_levels]
        sections = []
        for start, stop in pairwise([*starts, len(slides)]):
            first, *others = slides[start:stop]
            if first.divider:
                sections.append(PlannedSection(first.title, "", first.paragraphs, tuple(others)))
            else:
                sections.append(PlannedSection(first.title, "", (), (first, *others)))
        return list(slides[: min(starts, default=len(slides))]), sections

    def _with_rest(
        self, loose: list[PlannedSlide], sections: list[PlannedSection], wanted: range
    ) -> tuple[list[PlannedSlide], list[PlannedSection]]:
        """Give the paragraphs that the plan has on cover or closing slide to the last of the new slides."""
        planned = {n for slide in loose for n in slide.paragraphs}
        planned.update(
            n for s in sections for n in (*s.paragraphs, *(m for slide in s.slides for m in slide.paragraphs))
        )
        rest = tuple(n for n in wanted if n not in planned)
        if rest and sections:
            *slides, last = sections[-1].slides or (PlannedSlide(self._title(rest), None, ()),)
            last = replace(last, paragraphs=tuple(sorted((*last.paragraphs, *rest))))
            sections[-1] = replace(sections[-1], slides=(*slides, last))
        elif rest:
            last = loose.pop() if loose else PlannedSlide(self._title(rest), None, ())
            loose.append(replace(last, paragraphs=tuple(sorted((*last.paragraphs, *rest)))))
        return loose, sections

    def _at_end_of_section(self, span: Span) -> bool:
        """Tell whether a span lies between two sections of the outline, so that others may come between them."""
        after = self.places.places[span.after]
        before = self.places.places[span.before] if span.before is not None else None
        if section_spot(self.places, after) is None:
            return False
        return before is None or before.role in ("section", "closing") or before.part != after.part

    def _cut(self, slide: PlannedSlide, wanted: range) -> PlannedSlide:
        """Return a slide with those of its paragraphs that are wanted; what it shows may come from the others."""
        inside = tuple(n for n in slide.paragraphs if n in wanted)
        if inside == slide.paragraphs:
            return slide
        return replace(slide, title=slide.title or self._title(inside), content=None, paragraphs=inside)

    def _title(self, numbers: Sequence[int]) -> str:
        heading = next((h.text for h in self.structure.headings if h.at in numbers), "")
        return slide_title(heading or self.manuscript.paragraphs[numbers[0]].shown.strip())

    # ------------------------------------------------------------ writing

    def _slides(self, spot: Spot, place: Place, slides: Sequence[PlannedSlide]) -> Patch:
        part = self.places.parts[max(place.part, 0)]
        lines = [spot.head] if spot.head else []
        for slide in slides:
            name = self.ids.slide(part.id or "s1", len(part.ids))
            self._note("slide", name, slide.title, slide.paragraphs)
            lines += slide_lines(self.manuscript, slide, name, spot.column)
        return self._patch(spot, lines)

    def _sections(self, spot: Spot, sections: Sequence[PlannedSection]) -> Patch:
        lines = []
        for section in sections:
            name = self.ids.section(len(self.places.parts))
            self._note("section", name, section.title, section.paragraphs)
            for number, slide in enumerate(section.slides):
                self._note("slide", self.ids.slide(name, number), slide.title, slide.paragraphs)
            lines += ["", *section_lines(self.manuscript, section, name, spot.column)]
        return self._patch(spot, lines)

    def _note(self, role: Role, name: str, title: str, paragraphs: Sequence[int]) -> None:
        self.made.append(((role, name), title))
        self.homes.update((number, (role, name)) for number in paragraphs)

    def _patch(self, spot: Spot, lines: Sequence[str]) -> Patch:
        return Patch(spot.offset, spot.offset, "\n".join(["", *spelt(list(lines), self.spelling)]))
