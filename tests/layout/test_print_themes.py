"""Themes for paper: a white ground on every native layout, nothing that covers much of it, slides that stand still."""

import pytest

from slidegen.composed import Shape, Text
from slidegen.diagnostics import Report
from slidegen.drawing import Paint, Solid
from slidegen.layout.contrast import rgb
from slidegen.layout.library import Library
from slidegen.layout.theme import Theme
from slidegen.outline.reader import read_outline
from slidegen.pipeline import prepare
from slidegen.resources import bundled
from slidegen.units import SLIDE_HEIGHT, SLIDE_WIDTH

TEXT = b"title: T\npresenter: P\nlanguage: en\nsections:\n  - title: S\n    slides: [{title: A, bullets: [b, c]}]\n"
LIBRARY = Library([bundled("layouts")], Report())
FOR_PAPER = [name for name in LIBRARY.theme_names() if name.endswith("-print")]
WHITE = (255, 255, 255)
MOST = 0.15
"""The greatest part of the slide that one dark shape may cover."""


def test_every_theme_has_one_for_paper_that_builds_on_it() -> None:
    others = [name for name in LIBRARY.theme_names() if name not in FOR_PAPER]
    assert sorted(f"{name}-print" for name in others) == sorted(FOR_PAPER)
    for name in FOR_PAPER:
        assert [file.path.stem for file in LIBRARY.theme(name).sources] == [name, name.removesuffix("-print")]


def test_labels_of_the_themes_differ() -> None:
    labels = [label for name in LIBRARY.theme_names() for label in LIBRARY.theme(name).label.values()]
    assert len(labels) == len(set(labels)) == 2 * len(LIBRARY.theme_names())


@pytest.mark.parametrize("name", FOR_PAPER)
def test_paper_stays_white(name: str) -> None:
    theme, report = LIBRARY.theme(name), Report()
    outline = read_outline(TEXT, "talk.yaml", report)
    assert outline is not None
    deck = prepare(outline, LIBRARY, report, name, all_layouts=True).deck
    assert not report.findings
    assert {slide.transition for slide in deck.slides} == {"none"}
    assert is_white(deck.master.background, theme)
    assert [
        layout.name for layout in deck.layouts if layout.background and not is_white(layout.background, theme)
    ] == []
    for layout in deck.layouts:
        dark = [i.name for i in (*deck.master.items, *layout.items) if covers(i) and not is_white(i.fill, theme)]
        assert dark == [], layout.name


def is_white(paint: Paint, theme: Theme) -> bool:
    return isinstance(paint, Solid) and rgb(paint.color, theme.colors, theme.color_map, WHITE) == WHITE


def covers(item: object) -> bool:
    """Whether a shape or a text box, by the frame it stands in, is more than a detail."""
    if not isinstance(item, Shape | Text):
        return False
    return item.box.w * item.box.h > MOST * SLIDE_WIDTH * SLIDE_HEIGHT and item.fill is not None
