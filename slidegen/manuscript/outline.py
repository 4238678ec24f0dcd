"""The outline of a plan as YAML for people: what the slide shows first, its notes last, guesses marked."""

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from msgspec import Struct
from msgspec.structs import replace

from slidegen.language import say
from slidegen.manuscript.model import Manuscript
from slidegen.manuscript.plan import Plan, PlannedSection, PlannedSlide
from slidegen.outline.writing import block, entry, scalar, shown
from slidegen.words import word


def outline_text(manuscript: Manuscript, plan: Plan, theme: str | None = None) -> str:
    """Return the whole outline; without a theme the deck takes the usual one."""
    return "\n".join(_Writer(manuscript, plan, theme).lines()) + "\n"


class _Writer(Struct):
    manuscript: Manuscript
    plan: Plan
    theme: str | None

    def lines(self) -> Iterator[str]:
        plan = self.plan
        yield from self._head()
        yield "format: 1"
        guess = f"   # {say('a guess from the manuscript: please check')}" if plan.title_guessed else ""
        yield f"title: {shown(plan.title)}{guess}"
        if plan.subtitle:
            yield f"subtitle: {shown(plan.subtitle)}"
        if plan.date:
            yield f"date: {shown(plan.date)}"
        else:
            yield f"# date: {say('write the date here and take the # away')}"
        yield f"# presenter: {say('write your name or department here and take the # away')}"
        yield f"language: {plan.language}"
        if self.theme:
            yield f"theme: {scalar(self.theme)}"
        else:
            yield f"# theme: {say('name a theme here (see slidegen themes list) and take the # away')}"
        yield from notes_lines(self.manuscript, plan.cover, 0)
        yield ""
        yield from self._sections()
        yield from self._closing()

    def _sections(self) -> Iterator[str]:
        sections = self.plan.sections
        if len(sections) == 1 and not sections[0].title:
            yield "slides:"
            for number, slide in enumerate(sections[0].slides, 1):
                yield from slide_lines(self.manuscript, slide, f"s1-{number}", 2)
            yield ""
            return
        yield "sections:"
        for number, section in enumerate(sections, 1):
            if not section.title:
                section = replace(section, title=word("introduction", self.plan.language))
            lines = list(section_lines(self.manuscript, section, f"s{number}"))
            if not sections[number - 1].title:  # it holds what comes before the first part, and is none itself
                lines[2:2] = [f"    {key}: false" for key in ("number", "divider", "in_agenda")]
            yield from (*lines, "")

    def _head(self) -> Iterator[str]:
        yield "# yaml-language-server: $schema=slidegen.schema.json"
        yield "# " + say("An outline made from {name}.", name=PurePath(self.manuscript.name).name)
        yield "# " + say("Titles and points are the manuscript's own words, shortened; change them as you like.")
        yield "# " + say("The notes are the manuscript, word for word: each paragraph stands in one place.")

    def _closing(self) -> Iterator[str]:
        plan = self.plan
        if not plan.closing:
            return
        yield "closing:"
        if plan.closing_title:
            yield f"  title: {shown(plan.closing_title)}"
        if plan.closing_text:
            yield f"  text: {shown(plan.closing_text)}"
        yield from notes_lines(self.manuscript, plan.closing, 2)


def section_lines(manuscript: Manuscript, section: PlannedSection, name: str, column: int = 2) -> Iterator[str]:
    """Yield the lines of a section, an item whose dash is behind `column` spaces; its slides' ids begin with `name`."""
    space = " " * (column + 2)
    yield f"{space[2:]}- title: {shown(section.title)}"
    yield f"{space}id: {name}"
    if section.text:
        yield f"{space}text: {shown(section.text)}"
    yield from notes_lines(manuscript, section.paragraphs, column + 2)
    yield f"{space}slides:"
    for number, slide in enumerate(section.slides, 1):
        yield from slide_lines(manuscript, slide, f"{name}-{number}", column + 4)


def slide_lines(manuscript: Manuscript, slide: PlannedSlide, name: str, column: int = 6) -> Iterator[str]:
    """Yield the lines of a slide, an item whose dash is behind `column` spaces."""
    space = " " * (column + 2)
    yield f"{space[2:]}- id: {name}"
    if slide.divider:
        yield f"{space}layout: section"
    elif slide.content is None:
        yield f"{space}layout: title-only"
    if slide.title:
        yield f"{space}title: {shown(slide.title)}"
    for key, value in slide.content.fields if slide.content else ():
        yield from entry(key, value, column + 2)
    yield from notes_lines(manuscript, slide.paragraphs, column + 2)


def notes_lines(manuscript: Manuscript, paragraphs: Sequence[int], indent: int) -> Iterator[str]:
    """Yield the lines of notes that are these paragraphs, word for word; none where there are none."""
    if paragraphs:
        texts = "\n".join(manuscript.paragraphs[n].text for n in paragraphs)
        yield from block("notes", texts.split("\n"), indent)
