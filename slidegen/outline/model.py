"""The Outline: what the presenter means. Frozen, every text a node with its span.

Slots are defined by layouts, so a slide keeps the keys of its slots as nodes (`Slide.fields`); the
blocks parse them once the layout is known.
"""

from pathlib import Path

from msgspec import Struct

from slidegen.diagnostics import Span
from slidegen.outline.nodes import Entry, Mapping, Node, Scalar


class Slide(Struct, frozen=True):
    """One slide of the outline; `fields` are its slots' keys as they were written."""

    id: str
    span: Span
    title: Scalar | None = None
    layout: Scalar | None = None
    notes: Scalar | None = None
    build: Scalar | None = None
    """Its text is `paragraphs`, `items` or `none`, however that was spelt."""
    transition: str | None = None
    minutes: float | None = None
    hidden: bool = False
    background: Scalar | None = None
    split: bool = True
    """Whether it may go on over several slides where it does not fit one."""
    fields: tuple[Entry, ...] = ()


class Section(Struct, frozen=True):
    """A part of the deck; a deck written with `slides:` alone has one section without a title."""

    id: str
    span: Span
    title: Scalar | None = None
    short: Scalar | None = None
    text: Scalar | None = None
    notes: Scalar | None = None
    number: bool = True
    divider: bool = True
    in_agenda: bool = True
    slides: tuple[Slide, ...] = ()


class Closing(Struct, frozen=True):
    """The words of the closing slide."""

    span: Span
    title: Scalar | None = None
    text: Scalar | None = None
    notes: Scalar | None = None


class Outline(Struct, frozen=True):
    """A whole deck as its presenter wrote it."""

    file: str
    span: Span
    id: str
    text: str = ""
    """The whole file as it was read, for write-backs and checksums."""
    folder: Path | None = None
    """Where its pictures and data files are; None where it is no file."""
    manuscripts: tuple[str, ...] = ()
    """The SHA-256 of each manuscript that its notes refer to."""
    language: str = "zh-CN"
    title: Scalar | None = None
    subtitle: Scalar | None = None
    kicker: Scalar | None = None
    presenter: Scalar | None = None
    organisation: Scalar | None = None
    date: Scalar | None = None
    meta: Scalar | None = None
    theme: Scalar | None = None
    colors: Mapping | None = None
    logo: Node | None = None
    """The picture of the master, as it was written: a file, or a map."""
    footer: Scalar | None = None
    agenda: bool = True
    cover: bool = True
    closing: Closing | None = None
    notes: Scalar | None = None
    transition: str | None = None
    minutes: float | None = None
    nobreak: tuple[str, ...] = ()
    math: bool = False
    """Whether `$…$` in the text of slides is a formula."""
    sections: tuple[Section, ...] = ()
