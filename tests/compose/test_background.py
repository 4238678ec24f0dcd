"""A slide's own background: what may be written, and that everything on it can be read."""

from pathlib import Path
from tempfile import gettempdir

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx.oxml.ns import qn

from slidegen.composed import ComposedSlide, Run, Text
from slidegen.diagnostics import Severity
from slidegen.drawing import Color, Solid
from tests.building import good, made, texts
from tests.proof.contrast import faint
from tests.proof.prove import prove

HEAD = "title: Talk\nlanguage: en\ncover: no\nclosing: no\n"
POINTS = """\
slides:
  - title: Dark or light
    id: s
    bullets: [One **strong** word, [Below], "A [link](https://example.org)"]
    takeaway: Read this
"""
TABLE = "slides:\n  - title: T\n    id: s\n    table: [[a, b], ['1', '2'], ['3', '4']]\n"


def slide(background: str, body: str = POINTS, theme: str = "azure") -> ComposedSlide:
    return good(f"{HEAD}{body}    background: {background}\n", theme).slide("s")


@pytest.mark.parametrize(
    ("word", "color"),
    [
        ("accent1", Color("accent1")),
        ("'#1f2a44'", Color("1F2A44")),
        ("112233", Color("112233")),
        ("'tx2:m65'", Color("tx2", (("lumMod", 65_000),))),
    ],
)
def test_colour_of_the_theme_or_hex_digits(word: str, color: Color) -> None:
    assert slide(word).background == Solid(color)


def test_role_may_be_a_gradient_and_chinese_key_is_known() -> None:
    assert slide("NIGHT").background is not None
    assert good(f"{HEAD}{POINTS}    背景: DARK\n").slide("s").background == slide("DARK").background


def test_slide_without_background_inherits_its_layouts() -> None:
    done = good(HEAD + POINTS)
    assert done.slide("s").background is None
    assert done.pptx().slides[0]._element.find(f"{qn('p:cSld')}/{qn('p:bg')}") is None


def test_background_stands_before_the_shapes() -> None:
    element = good(f"{HEAD}{POINTS}    background: DARK\n").pptx().slides[0]._element
    assert [child.tag for child in element.find(qn("p:cSld"))][:2] == [qn("p:bg"), qn("p:spTree")]


def test_unknown_colour_names_the_nearest() -> None:
    (finding,) = made(f"{HEAD}{POINTS}    background: acent1\n").findings
    assert (finding.code, finding.severity) == ("background", Severity.ERROR)
    assert "accent1" in finding.message
    assert finding.span is not None
    assert finding.span.line == 10


def test_texts_on_the_bare_dark_ground_become_light_and_those_on_panels_stay() -> None:
    found, before = texts(slide("DARK")), texts(good(HEAD + POINTS).slide("s"))
    for name in ("title", "bullets"):
        assert {style.color for style in found[name].frame.levels} == {Color("bg1")}
    assert found["takeaway"] == before["takeaway"]


def test_emphasis_on_dark_is_bold_only_and_links_keep_the_colour_of_the_text() -> None:
    runs: list[Run] = [run for p in texts(slide("DARK"))["bullets"].paragraphs for run in p.runs]
    assert [(run.bold, run.color) for run in runs if run.text == "strong"] == [(True, None)]
    assert [run.link.plain for run in runs if run.link] == [True]


@pytest.mark.parametrize("word", ["bg1", "bg2", "'#FFFFF0'"])
def test_light_background_changes_no_colour(word: str) -> None:
    own, before = slide(word), good(HEAD + POINTS).slide("s")
    assert own.items == before.items


def test_background_on_which_nothing_reads_is_an_error_that_names_the_text() -> None:
    # points of the third level are small: for large ones a contrast of 3 would do
    slide = "slides:\n  - title: Neither dark nor light\n    id: s\n    bullets: [Large, [smaller, [small]]]\n"
    done = made(f"{HEAD}{slide}    background: '#777777'\n", "azure")
    errors = [d for d in done.findings if d.severity is Severity.ERROR]
    assert {d.code for d in errors} == {"illegible"}
    assert ["`small`" in error.message for error in errors] == [True]


def test_number_that_no_colour_makes_legible_is_left_out_with_a_note_and_clicks_still_fit() -> None:
    text = f"{HEAD}{POINTS}    background: DARK\n    build: paragraphs\n"
    done = made(text, "dangjian")
    assert [(d.code, d.severity) for d in done.findings] == [("furniture-left-out", Severity.NOTE)]
    plain = good(text.replace("    background: DARK\n", ""), "dangjian")
    found, before = done.slide("s"), plain.slide("s")
    assert len(found.items) < len(before.items)
    assert [[found.items[t.item].name for t in c.targets] for c in found.clicks] == [
        [before.items[t.item].name for t in c.targets] for c in before.clicks
    ]


def test_background_holds_for_all_parts_of_a_slide_that_goes_on() -> None:
    rows = "".join(f"      - Point {n}, which is long enough to fill a line of this slide\n" for n in range(25))
    done = made(f"{HEAD}slides:\n  - title: T\n    background: DARK\n    bullets:\n{rows}")
    assert len(done.deck.slides) > 1
    assert {part.background for part in done.deck.slides} == {slide("DARK").background}


@given(st.text("0123456789ABCDEF", min_size=6, max_size=6), st.sampled_from([POINTS, TABLE]))
@settings(max_examples=40, deadline=None)
def test_on_any_colour_texts_are_legible_or_it_is_an_error(digits: str, body: str) -> None:
    done = made(f"{HEAD}{body}    background: '#{digits}'\n", "azure")
    assert {d.code for d in done.findings} <= {"illegible", "furniture-left-out"}
    if done.findings:
        return
    path = Path(gettempdir(), f"slidegen-background-{digits}.pptx")
    try:
        path.write_bytes(done.data())
        assert not faint(path)
    finally:
        path.unlink(missing_ok=True)


def test_validators_and_libreoffice_take_backgrounds(tmp_path: Path) -> None:
    cards = "  - {title: C, background: accent1, cards: [{title: A, text: b}, {title: B, text: b}]}\n"
    deck = tmp_path / "grounds.pptx"
    deck.write_bytes(good(f"{HEAD}{POINTS}    background: NIGHT\n{cards}").data())
    prove([deck])
    assert not faint(deck)
    assert all(isinstance(text, Text) for text in texts(slide("NIGHT")).values())
