"""A talk: what is said at which slide, be it of an outline or of a deck that somebody went on editing."""

from collections.abc import Sequence

from msgspec import Struct

from slidegen.composed import ComposedDeck, ComposedSlide, Text
from slidegen.outline.model import Outline
from slidegen.reader.slides import ReadDeck, one_line
from slidegen.speaking import counted

_TITLES = ("title", "ctrTitle")
"""Placeholder types of titles."""
_UNNAMED = "PowerPoint "
"""How the titles begin that PowerPoint and WPS give to a deck whose maker gave none."""


class TalkSlide(Struct, frozen=True):
    """One slide, numbered from 1 in showing order.

    `minutes` is what the outline says that the slide takes; None where that follows from the notes.
    """

    number: int
    title: str
    section: str = ""
    notes: str = ""
    hidden: bool = False
    minutes: float | None = None


class Talk(Struct, frozen=True):
    """A talk; `minutes` is how long it shall take, None where nobody said."""

    title: str
    language: str
    slides: tuple[TalkSlide, ...]
    minutes: float | None = None


def talk_of_outline(outline: Outline, deck: ComposedDeck, name: str) -> Talk:
    """Return the talk of an outline and its composed deck; `name` is the title where it has none."""
    sections = {slide: section.name for section in deck.sections for slide in section.slides}
    minutes = {slide.id: slide.minutes for section in outline.sections for slide in section.slides}
    slides = tuple(
        TalkSlide(
            number,
            _title(slide),
            sections.get(slide.id, ""),
            slide.notes,
            slide.hidden,
            minutes.get(slide.id),
        )
        for number, slide in enumerate(deck.slides, 1)
    )
    return Talk(deck.properties.title or name, outline.language, slides, outline.minutes)


def talk_of_deck(deck: ReadDeck, name: str) -> Talk:
    """Return the talk of a deck that was read; `name` is the title where neither deck nor first slide has one."""
    slides = tuple(TalkSlide(s.number, s.title, s.section, s.notes, s.hidden) for s in deck.slides)
    first = slides[0].title if slides else ""
    given = "" if deck.title.startswith(_UNNAMED) else one_line(deck.title)
    return Talk(given or first or name, deck.language or _language(slides), slides)


def _title(slide: ComposedSlide) -> str:
    """Return a slide's title: where the outline gives none, what its layout puts into the title placeholder."""
    for item in slide.items if not slide.title else ():
        if isinstance(item, Text) and item.placeholder is not None and item.placeholder.type in _TITLES:
            return one_line("\n".join(paragraph.text for paragraph in item.paragraphs))
    return one_line(slide.title)


def _language(slides: Sequence[TalkSlide]) -> str:
    """Return the language that most of titles and notes are in; PowerPoint does not keep what a deck says of it."""
    amount = counted("\n".join(f"{slide.title}\n{slide.notes}" for slide in slides))
    return "zh-CN" if amount.characters > amount.words else "en-US"
