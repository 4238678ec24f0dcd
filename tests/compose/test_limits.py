"""The limits that are printed: what they say fits does fit at the least size, one line more does not."""

from pathlib import Path

import pytest

from slidegen.commands.catalog import Catalog
from slidegen.compose.limits import Room
from slidegen.diagnostics import Report
from slidegen.outline.reader import read_outline
from slidegen.pipeline import prepare
from slidegen.resources import bundled

CATALOG = Catalog.of(Path("no folder"), Report(), bundled("layouts"))
THEMES = sorted(CATALOG.library.theme_names())


def room(layout: str, theme: str, source: str, count: int | None = None) -> Room:
    chosen = CATALOG.library.theme(theme)
    family = CATALOG.library.family(layout, chosen)
    (found,) = [r for r in CATALOG.rooms(family, chosen, "zh-CN") if (r.source, r.count) == (source, count)]
    return found


def overflows(slide: str, theme: str) -> bool:
    report = Report()
    whole = slide.replace("{", "{split: never, ", 1)  # else it would go on over a second slide
    outline = read_outline(f"title: 题\nslides:\n  - {whole}\n".encode(), "talk.yaml", report)
    assert outline is not None
    prepare(outline, CATALOG.library, report, theme)
    assert {finding.code for finding in report.findings} <= {"overflow"}
    return report.failed


def lines(room: Room, more: int = 0) -> str:
    """A text without spaces that fills the room at its least size; `more` lines beyond it."""
    return "汉" * (room.least.characters * (room.least.lines + more))


SLIDES = [
    ("bullets", "title", None, "{{title: {0}, bullets: [甲, 乙]}}"),
    ("bullets", "takeaway", None, "{{title: 题, bullets: [甲, 乙], takeaway: {0}}}"),
    ("bullets-key", "key", None, "{{title: 题, bullets: [甲, 乙], key: {0}}}"),
    ("statement", "statement", None, "{{statement: {0}}}"),
    ("statement", "title", None, "{{statement: 句, title: {0}}}"),
    ("quote", "quote", None, "{{quote: {0}}}"),
    ("section", "title", None, "{{layout: section, title: {0}}}"),
    ("section", "text", None, "{{layout: section, title: 题, text: {0}}}"),
    ("cover", "title", None, "{{layout: cover, title: {0}}}"),
    *(
        ("cards", "cards.text", n, "{{title: 题, cards: [" + "{{title: 甲, text: {0}}}, " * n + "]}}")
        for n in range(2, 7)
    ),
    *(("cards", "cards.title", n, "{{title: 题, cards: [" + "{{title: {0}}}, " * n + "]}}") for n in range(2, 7)),
    ("process", "steps.text", 4, "{{title: 题, steps: [" + "{{title: 甲, text: {0}}}, " * 4 + "]}}"),
    ("summary", "summary.text", 3, "{{title: 题, summary: [" + "{{title: 甲, text: {0}}}, " * 3 + "]}}"),
]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("layout", "source", "count", "slide"), SLIDES)
def test_text_of_the_stated_size_fits_and_a_line_more_does_not(
    layout: str, source: str, count: int | None, slide: str, theme: str
) -> None:
    stated = room(layout, theme, source, count)
    assert not overflows(slide.format(lines(stated)), theme)
    assert overflows(slide.format(lines(stated, more=1)), theme)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    ("layout", "source", "count", "slide"),
    [
        ("bullets", "bullets", None, "{{title: 题, bullets: [{0}]}}"),
        ("bullets-key", "bullets", None, "{{title: 题, bullets: [{0}], key: 句}}"),
        (
            "comparison",
            "comparison.bullets",
            2,
            "{{title: 题, comparison: [" + "{{title: 甲, bullets: [{0}]}}, " * 2 + "]}}",
        ),
    ],
)
def test_list_of_the_stated_number_of_points_fits_and_a_point_more_does_not(
    layout: str, source: str, count: int | None, slide: str, theme: str
) -> None:
    stated = room(layout, theme, source, count).least
    point = "汉" * stated.characters
    assert not overflows(slide.format(", ".join([point] * stated.lines)), theme)
    assert overflows(slide.format(", ".join([point] * (stated.lines + 1))), theme)


@pytest.mark.parametrize("theme", THEMES)
def test_table_of_the_stated_number_of_rows_fits_and_a_row_more_does_not(theme: str) -> None:
    stated = room("table", theme, "table").least
    slide = "{{title: 题, table: [{0}]}}"
    assert not overflows(slide.format(", ".join(["[甲, 乙]"] * stated.lines)), theme)
    assert overflows(slide.format(", ".join(["[甲, 乙]"] * (stated.lines + 1))), theme)
