"""The talk of any .pptx file, edited or not."""

import io
import re

from slidegen.manuscript.told import Scope, Shown, ToldSlide
from slidegen.reader.slides import ReadSlide, SlideTexts, read_slides, read_texts
from slidegen.speaking import speech
from slidegen.words import spellings

_FORMS = (re.escape(form.format(part=1, parts=1)).replace("1", r"\d+") for form in spellings("part_of"))
_PART = re.compile(f"(?:{'|'.join(_FORMS)})$")
"""The mark that slidegen puts behind the title of a slide that is one of several."""


def read_talk(data: bytes) -> tuple[ToldSlide, ...]:
    """Return the talk of a .pptx file. Raises NotADeck."""
    slides = read_slides(io.BytesIO(data)).slides
    talk = []
    said = ""
    for slide, texts in zip(slides, read_texts(io.BytesIO(data)), strict=True):
        notes = speech(slide.notes)
        said = notes if notes or not slide.notes else said  # where it only continues, the last one's still are
        scope: Scope = "manuscript" if texts.layout == "title" or not said else "slide"
        heard = said
        if texts.layout == "secHead" and slide.section:
            scope, heard = "section", "\n".join(other.notes for other in slides if other.section == slide.section)
        talk.append(ToldSlide(slide.number, slide.title, notes, None, _shown(slide, texts), scope, heard))
    return tuple(talk)


def _shown(slide: ReadSlide, texts: SlideTexts) -> tuple[Shown, ...]:
    """Return a slide's texts; covers and section slides carry names, dates and numbers that no manuscript has."""
    if texts.layout in ("title", "secHead"):
        return (Shown(slide.title),) if slide.title else ()
    return tuple(Shown(_PART.sub("", text) if text == slide.title else text) for text in texts.texts)
