"""The outline of a plan as YAML for people: what the slide shows first, its notes last, guesses marked."""

from collections.abc import Iterator
from pathlib import PurePath

from msgspec import Struct

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
        yield from self._notes(plan.cover, 0)
        yield ""
        if len(plan.sections) == 1 and not plan.sections[0].title:
            yield "slides:"
            yield from self._slides(plan.sections[0], "s", 0)
        else:
            yield "sections:"
            for number, section in enumerate(plan.sections, 1):
                yield from self._section(section, f"s{number}")
        yield from self._closing()

    def _head(self) -> Iterator[str]:
        yield "# yaml-language-server: $schema=slidegen.schema.json"
        yield "# " + say("An outline made from {name}.", name=PurePath(self.manuscript.name).name)
        yield "# " + say("Titles and points are the manuscript's own words, shortened; change them as you like.")
        yield "# " + say("The notes are the manuscript, word for word: each paragraph stands in one place.")

    def _section(self, section: PlannedSection, name: str) -> Iterator[str]:
        yield f"  - title: {shown(section.title or word('introduction', self.plan.language))}"
        yield f"    id: {name}"
        if not section.title:
            # what comes before the first part is spoken without a slide of its own
            yield from ("    number: false", "    divider: false", "    in_agenda: false")
        if section.text:
            yield f"    text: {shown(section.text)}"
        yield from self._notes(section.paragraphs, 4)
        yield "    slides:"
        yield from self._slides(section, name, 4)
        yield ""

    def _slides(self, section: PlannedSection, name: str, indent: int) -> Iterator[str]:
        for number, slide in enumerate(section.slides, 1):
            yield from self._slide(slide, f"{name}-{number}", indent + 2)

    def _slide(self, slide: PlannedSlide, name: str, indent: int) -> Iterator[str]:
        space = " " * (indent + 2)
        yield f"{space[2:]}- id: {name}"
        if slide.divider:
            yield f"{space}layout: section"
        elif slide.content is None:
            yield f"{space}layout: title-only"
        if slide.title:
            yield f"{space}title: {shown(slide.title)}"
        for key, value in slide.content.fields if slide.content else ():
            yield from entry(key, value, indent + 2)
        yield from self._notes(slide.paragraphs, indent + 2)

    def _closing(self) -> Iterator[str]:
        plan = self.plan
        if not plan.closing:
            return
        yield "closing:"
        if plan.closing_title:
            yield f"  title: {shown(plan.closing_title)}"
        if plan.closing_text:
            yield f"  text: {shown(plan.closing_text)}"
        yield from self._notes(plan.closing, 2)

    def _notes(self, paragraphs: tuple[int, ...], indent: int) -> Iterator[str]:
        if paragraphs:
            texts = "\n".join(self.manuscript.paragraphs[n].text for n in paragraphs)
            yield from block("notes", texts.split("\n"), indent)
