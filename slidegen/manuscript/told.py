"""What is told: what each slide of a deck shows and what is said to it, to be held against a manuscript."""

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from slidegen.blocks.values import ItemsValue, TableValue, TextValue, Value
from slidegen.compose.draft import Draft
from slidegen.composed import ComposedDeck
from slidegen.diagnostics import Span
from slidegen.speaking import speech

Scope = Literal["slide", "section", "manuscript"]

_MADE = frozenset({"number", "label", "meta"})
"""Slots of cover and section slides that hold no words of the manuscript: numbers, names, dates."""


class Shown(Struct, frozen=True):
    """A text on a slide, without marks, and where it stands in the outline."""

    text: str
    span: Span | None = None


class ToldSlide(Struct, frozen=True):
    """A slide, numbered from 1 in showing order; hidden ones count.

    `notes` are what is spoken: none on the slides on which another one continues.
    """

    number: int
    title: str
    notes: str
    span: Span | None = None
    """Where it stands in the outline."""
    texts: tuple[Shown, ...] = ()
    scope: Scope = "manuscript"
    """Where what its texts say has to be said."""
    said: str = ""
    """The notes of that scope; those of the manuscript are the manuscript itself."""


def talk_of(deck: ComposedDeck, drafts: Sequence[Draft]) -> tuple[ToldSlide, ...]:
    """Return the talk of a composed outline."""
    by_id = {draft.id: draft for draft in drafts}
    slides = []
    for number, slide in enumerate(deck.slides, 1):
        draft = by_id[slide.outline_id or slide.id]
        scope, said = _scope(draft, drafts)
        slides.append(
            ToldSlide(
                number=number,
                title=slide.title,
                notes=speech(slide.notes),
                span=slide.origin,
                texts=tuple(_texts(draft)) if slide.id == draft.id else (),
                scope=scope,
                said=said,
            )
        )
    return tuple(slides)


def _scope(draft: Draft, drafts: Sequence[Draft]) -> tuple[Scope, str]:
    if draft.family.role == "section":
        said = "\n".join(other.notes for other in drafts if other.section == draft.section)
        return "section", said
    return ("slide", draft.notes) if draft.notes and not draft.family.role else ("manuscript", "")


def _texts(draft: Draft) -> Iterator[Shown]:
    """Yield what the presenter wrote on a slide; an agenda only repeats titles."""
    if draft.family.role == "agenda":
        return
    for name, value in draft.values.items():
        if not (draft.family.role and name in _MADE):
            yield from _paragraphs(value)


def _paragraphs(value: Value) -> Iterator[Shown]:
    if isinstance(value, TextValue):
        yield from (Shown(para.text, para.span) for para in value.paragraphs)
    elif isinstance(value, ItemsValue):
        for item in value.items:
            for field in item.fields.values():
                yield from _paragraphs(field)
    elif isinstance(value, TableValue):
        yield from (Shown(cell.text, cell.span) for row in value.rows for cell in row)
