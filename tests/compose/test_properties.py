"""What holds of any text: it stays within its box, goes on whole over slides, and more room makes it no smaller."""

import json
from collections.abc import Iterator
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from slidegen.blocks.values import Para
from slidegen.compose.fitting import Entry, Filled, fit
from slidegen.composed import ComposedSlide, Font, Frame, Paragraph, ParagraphStyle, Placeholder, Run, Table, Text
from slidegen.drawing import Box, Color
from slidegen.layout.variant import FrameSpec, Level
from slidegen.text.faces import Face
from slidegen.text.measure import Piece, measure
from slidegen.units import SLIDE_HEIGHT, SLIDE_WIDTH, inches, to_points
from tests.building import Made, made, texts, words

WORDS = st.sampled_from(
    ["字", "词语", "，", "。", "“", "”", "abc", "Word", " ", "12", "3.5%", "（", "）", "……", "a/b", "-"]
)
TEXT = st.lists(WORDS, min_size=1, max_size=40).map("".join).filter(lambda text: text.strip() != "").map(str.strip)
THEMES = st.sampled_from(["azure", "dangjian"])


def built(slide: dict[str, Any], theme: str) -> Made:
    deck = {"title": "题", "cover": False, "closing": False, "slides": [{"id": "it", "title": "要点", **slide}]}
    return made(json.dumps(deck, ensure_ascii=False), theme)


def check_inside(done: Made) -> None:
    """Assert that every item is on its slide, and every text in its box unless an error says it is too long."""
    for slide in done.deck.slides:
        for item in slide.items:
            assert 0 <= item.box.x <= item.box.right <= SLIDE_WIDTH
            assert 0 <= item.box.y <= item.box.bottom <= SLIDE_HEIGHT
            if isinstance(item, Text) and not done.errors:
                check_text(item.frame, item.box, item.paragraphs)
            if isinstance(item, Table):
                assert sum(item.widths) <= item.box.w
                assert sum(item.heights) <= item.box.h or done.errors


def check_text(frame: Frame, box: Box, paragraphs: tuple[Paragraph, ...]) -> None:
    left, top, right, bottom = frame.insets
    height = sum(p.before + len(p.lines) * p.pitch for p in paragraphs)
    assert height <= to_points(box.h - top - bottom) + 1
    for paragraph in paragraphs:
        room = to_points(box.w - left - right - frame.levels[paragraph.level - 1].margin)
        for start, end, width in paragraph.lines:
            assert width * paragraph.size <= room + 0.01 or end - start == 1


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(TEXT, TEXT), min_size=2, max_size=30), THEMES)
def test_any_cards_go_on_once_each_and_inside(cards: list[tuple[str, str]], theme: str) -> None:
    done = built({"cards": [{"title": title, "text": text} for title, text in cards]}, theme)
    check_inside(done)
    if not done.errors:
        assert list(items(done, "cards")) == [[title, text] for title, text in cards]


@settings(max_examples=40, deadline=None)
@example(
    ["字"],
    [
        *"字字字",
        "字" * 8 + "词语3.5%词语",
        *"字字字字",
        "字字词语词语词语Word字，abc字词语3.5%（字，，“abc，12字字词语字字词语",
    ],
    "azure",
)
@given(st.lists(TEXT, min_size=1, max_size=25), st.lists(TEXT, min_size=1, max_size=25), THEMES)
def test_any_columns_go_on_side_by_side_and_inside(left: list[str], right: list[str], theme: str) -> None:
    columns = {"left": {"title": "左", "bullets": left}, "right": {"title": "右", "bullets": right}}
    done = built({"columns": columns}, theme)
    check_inside(done)
    if not done.errors:
        for position, wanted in ((1, left), (2, right)):
            own = [words(found[f"columns[{position}]"])[1:] for found in map(texts, done.deck.slides)]
            assert [text for part in own for text in part] == wanted


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(TEXT, st.lists(st.tuples(TEXT, st.lists(TEXT, max_size=4)), max_size=4)), min_size=1, max_size=12
    )
)
def test_any_nested_points_go_on_once_each(tree: list[tuple[str, list[tuple[str, list[str]]]]]) -> None:
    points: list[Any] = []
    wanted: list[tuple[int, str]] = []
    for first, seconds in tree:
        points.append(first)
        wanted.append((1, first))
        inner: list[Any] = []
        for second, thirds in seconds:
            inner.append(second)
            wanted.append((2, second))
            if thirds:
                inner.append(thirds)
                wanted += [(3, third) for third in thirds]
        if inner:
            points.append(inner)
    done = built({"bullets": points}, "azure")
    check_inside(done)
    if not done.errors:
        found = [(p.level, p.text) for slide in done.deck.slides for p in texts(slide)["bullets"].paragraphs]
        assert [point for point in found if not point[1].endswith("（续）")] == wanted


@settings(max_examples=40, deadline=None)
@given(
    st.integers(1, 4).flatmap(lambda n: st.lists(st.lists(TEXT, min_size=n, max_size=n), min_size=1, max_size=40)),
    THEMES,
)
def test_any_table_goes_on_with_every_row_and_inside(rows: list[list[str]], theme: str) -> None:
    header = [f"列{n}" for n in range(len(rows[0]))]
    done = built({"table": [header, *rows]}, theme)
    check_inside(done)
    found = [row for slide in done.deck.slides for row in table_rows(slide)]
    assert [row for row in found if row != header] == [row for row in rows if row != header]


def filled(lines: list[str], width: float, height: float) -> Filled:
    """A frame of so many inches with these points, at 28 to 16 pt."""
    style = ParagraphStyle(28, Font("Arial", "SimSun"), Color("tx1"), before=6)
    level = Level("points", 1, style, (28, 24, 20, 16))
    frame = Frame((inches(0.1),) * 4, levels=(style,))
    box = Box(0, 0, inches(width), inches(height))
    spec = FrameSpec("points", "points", "points", "points", 0, box, frame, (level,), Placeholder("body", 1))
    face = Face("Arial", "SimSun")
    return Filled(spec, tuple(Entry(Para(()), level, (Run(t),), measure([Piece(t, face)]), 1.3) for t in lines))


@settings(max_examples=200, deadline=None)
@given(st.lists(TEXT, min_size=1, max_size=12), st.floats(2, 12), st.floats(1, 5), st.floats(0, 4))
def test_a_taller_box_never_gives_a_smaller_size(lines: list[str], width: float, height: float, more: float) -> None:
    assert fit([filled(lines, width, height + more)])[0] <= fit([filled(lines, width, height)])[0]


@settings(max_examples=200, deadline=None)
@given(st.lists(TEXT, min_size=1, max_size=12), st.floats(2, 8), st.floats(1, 5), st.floats(0, 4))
def test_a_wider_box_gives_a_smaller_size_only_to_spare_a_lonely_line(
    lines: list[str], width: float, height: float, more: float
) -> None:
    wide, narrow = (fit([filled(lines, inner, height)])[0] for inner in (width + more, width))
    assert wide <= narrow + 1


def items(done: Made, name: str) -> Iterator[list[str]]:
    for slide in done.deck.slides:
        found = texts(slide)
        yield from (words(found[slot]) for slot in found if slot.startswith(f"{name}["))


def table_rows(slide: ComposedSlide) -> Iterator[list[str]]:
    for item in slide.items:
        if isinstance(item, Table):
            yield from (["".join(p.text for p in cell.paragraphs) for cell in row] for row in item.rows)
