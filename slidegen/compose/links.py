"""Links between slides: those that lead nowhere are reported, and left out where the deck is written all the same."""

from collections.abc import Sequence

from msgspec.structs import replace

from slidegen.composed import ComposedSlide, Item, Paragraph, Table, Text
from slidegen.diagnostics import Report


def checked(slides: Sequence[ComposedSlide], report: Report) -> tuple[ComposedSlide, ...]:
    """Return the slides without links to slides that the deck does not have; each of those is an error."""
    known = {slide.id for slide in slides}
    dead: set[str] = set()
    for slide in slides:
        for item in slide.items:
            targets = {r.link.target for p in _paragraphs(item) for r in p.runs if r.link is not None and r.link.slide}
            for target in sorted(targets - known):
                dead.add(target)
                report.error(
                    "unknown-slide",
                    getattr(item, "origin", None) or slide.origin,
                    "the link `#{target}` leads to no slide",
                    "use the `id:` of a slide in this deck",
                    target=target,
                )
    return tuple(_without(slide, dead) for slide in slides) if dead else tuple(slides)


def _paragraphs(item: Item) -> tuple[Paragraph, ...]:
    if isinstance(item, Table):
        return tuple(p for row in item.rows for cell in row for p in cell.paragraphs)
    return item.paragraphs if isinstance(item, Text) else ()


def _without(slide: ComposedSlide, dead: set[str]) -> ComposedSlide:
    return replace(slide, items=tuple(_unlinked(item, dead) for item in slide.items))


def _unlinked(item: Item, dead: set[str]) -> Item:
    if isinstance(item, Text):
        return replace(item, paragraphs=_plain(item.paragraphs, dead))
    if isinstance(item, Table):
        rows = (tuple(replace(cell, paragraphs=_plain(cell.paragraphs, dead)) for cell in row) for row in item.rows)
        return replace(item, rows=tuple(rows))
    return item


def _plain(paragraphs: Sequence[Paragraph], dead: set[str]) -> tuple[Paragraph, ...]:
    return tuple(
        replace(p, runs=tuple(replace(r, link=None) if r.link and r.link.target in dead else r for r in p.runs))
        for p in paragraphs
    )
