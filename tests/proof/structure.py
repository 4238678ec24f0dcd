"""What a deck holds, read back by python-pptx, to compare decks by meaning."""

from dataclasses import dataclass
from pathlib import Path

from pptx import Presentation
from pptx.slide import Slide as PptxSlide


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide: its layout's name, its title, what its other placeholders say, its notes."""

    layout: str
    title: str
    placeholders: tuple[tuple[int, str], ...]
    """(idx, text) of each placeholder with text but the title, in reading order."""
    notes: str


def outline_of(deck: Path) -> list[Slide]:
    """Return the slides of a deck in order; paragraphs of a text are divided by line feeds."""
    return [_slide(slide) for slide in Presentation(str(deck)).slides]


def _slide(slide: PptxSlide) -> Slide:
    title = slide.shapes.title
    others = tuple(
        (shape.placeholder_format.idx, shape.text_frame.text)
        for shape in slide.placeholders
        if shape.has_text_frame and shape.text_frame.text and shape.placeholder_format.idx
    )
    notes = slide.notes_slide.notes_text_frame if slide.has_notes_slide else None
    return Slide(
        slide.slide_layout.name,
        title.text_frame.text if title is not None else "",
        others,
        notes.text if notes is not None else "",
    )
