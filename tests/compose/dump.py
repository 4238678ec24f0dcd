"""A composed deck as text that a person can read and a test can compare."""

from collections.abc import Iterator

from slidegen.composed import ComposedDeck, ComposedSlide, Item, Paragraph, Table, Text
from slidegen.drawing import Box
from slidegen.units import to_inches


def dump(deck: ComposedDeck) -> str:
    """Return every slide with its items, their boxes in inches (x y w h), their sizes in points and their lines."""
    return "\n".join(line.rstrip() for slide in deck.slides for line in (*_slide(slide, deck), "")).lstrip()


def _slide(slide: ComposedSlide, deck: ComposedDeck) -> Iterator[str]:
    layout = next(layout for layout in deck.layouts if layout.key == slide.layout)
    section = next((section.name for section in deck.sections if slide.id in section.slides), "-")
    yield f"== {slide.id} | {layout.name} | {section}"
    for item in slide.items:
        yield from _item(item)
    if slide.notes:
        yield f"  notes {slide.notes.splitlines()[0]}"


def _item(item: Item) -> Iterator[str]:
    if isinstance(item, Table):
        yield f"  table {item.slot} {_box(item.box)}"
        for height, row in zip(item.heights, item.rows, strict=True):
            size = row[0].paragraphs[0].size
            yield f"    {to_inches(height):.2f} in {size:g} pt: " + " | ".join(c.paragraphs[0].text for c in row)
    elif isinstance(item, Text):
        yield f"  text {item.slot or item.name} {_box(item.box)}"
        for paragraph in item.paragraphs:
            tight = f" {paragraph.tighten:+.2f}" if paragraph.tighten else ""
            mark = "    " * paragraph.level
            yield f"{mark}{paragraph.size:g} pt{tight}: " + " / ".join(_lines(paragraph))
    else:
        yield f"  shape {item.name} {_box(item.box)}"


def _lines(paragraph: Paragraph) -> list[str]:
    """The lines of a paragraph: where a heading was broken at phrases, those breaks count."""
    wrapped = [paragraph.text[start:end] for start, end, _ in paragraph.lines]
    broken = any("\n" in line for line in wrapped)
    return paragraph.text.split("\n") if broken or not wrapped else wrapped


def _box(box: Box) -> str:
    return " ".join(f"{to_inches(length):.2f}" for length in (box.x, box.y, box.w, box.h))
