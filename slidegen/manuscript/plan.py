"""The plan of a deck: which slides stand for which paragraphs, each paragraph once and in order, and what they show."""

from msgspec import Struct

from slidegen.manuscript.distil.content import Content


class PlannedSlide(Struct, frozen=True):
    """A slide: its title, what it shows, the numbers of the paragraphs that are its notes."""

    title: str
    content: Content | None
    paragraphs: tuple[int, ...]
    divider: bool = False
    """Whether it opens a part of a section: a slide of second rank."""


class PlannedSection(Struct, frozen=True):
    """A section; one without a title holds what belongs to none, and has no slide of its own."""

    title: str
    text: str
    paragraphs: tuple[int, ...]
    slides: tuple[PlannedSlide, ...]


class Plan(Struct, frozen=True):
    """A whole deck. `guessed` names the texts that a person should look at first."""

    title: str
    subtitle: str
    date: str
    language: str
    cover: tuple[int, ...]
    sections: tuple[PlannedSection, ...]
    closing_title: str
    closing_text: str
    closing: tuple[int, ...]
    title_guessed: bool

    def order(self) -> tuple[int, ...]:
        """Return the paragraphs in the order of the slides whose notes hold them."""
        numbers = list(self.cover)
        for section in self.sections:
            numbers += section.paragraphs
            for slide in section.slides:
                numbers += slide.paragraphs
        return (*numbers, *self.closing)
