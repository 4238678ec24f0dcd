"""What belongs to a title, a source or a caption is drawn, and leaves room, only where that is there."""

import pytest

from slidegen.composed import NativeLayout, Shape
from slidegen.units import to_inches
from tests.building import Made, good, texts

HEAD = "title: T\nlanguage: {}\ncover: no\nclosing: no\n"
THEMES = ["azure", "dangjian"]
MIDDLE = 3.75


def one(keys: str, theme: str, language: str = "zh-CN") -> tuple[Made, NativeLayout]:
    done = good(HEAD.format(language) + f"slides:\n  - {{{keys}}}\n", theme)
    return done, done.layout(done.deck.slides[0])


def rules(done: Made, layout: NativeLayout) -> list[str]:
    """The rules one sees on a slide: thin and lying, on the layout or on the master it shows."""
    shown = [*layout.items, *(done.deck.master.items if layout.master_shapes else ())]
    thin = [s for s in shown if isinstance(s, Shape) and s.box.h < s.box.w / 15 and to_inches(s.box.y) < 6]
    return [s.name for s in thin]


def test_rule_under_the_title_is_not_on_a_slide_without_one() -> None:
    assert "title rule" in rules(*one("title: A, bullets: [b, c]", "dangjian"))
    assert rules(*one("layout: blank", "dangjian")) == []


@pytest.mark.parametrize("theme", THEMES)
def test_statement_has_its_rule_with_a_source_and_stands_in_the_middle_without(theme: str) -> None:
    with_source, alone = one("statement: A, source: B", theme), one("statement: A", theme)
    assert "rule" in rules(*with_source)
    assert "rule" not in rules(*alone)
    boxes = [texts(done.deck.slides[0])["statement"].box for done, _ in (with_source, alone)]
    upper, middle = (to_inches(box.y + box.h // 2) for box in boxes)
    assert upper < middle == pytest.approx(MIDDLE, abs=0.01)
    source = texts(with_source[0].deck.slides[0])["source"]
    (rule,) = [i for i in with_source[1].items if isinstance(i, Shape) and i.name == "rule"]
    assert boxes[0].bottom < rule.box.y < source.box.y


def test_rule_of_a_statement_is_drawn_over_the_panel() -> None:
    names = [item.name for item in one("statement: A, source: B", "azure")[1].items]
    assert names.index("panel") < names.index("rule")


SLIDES = "slides: [{title: B, bullets: [c, d]}]"
SECTIONS = f"sections:\n  - {{title: A, {SLIDES}}}\n  - {{title: E, {SLIDES}}}\n"


def test_title_of_an_agenda_without_caption_takes_its_room() -> None:
    def bottom(language: str, theme: str) -> float:
        deck = good(HEAD.format(language) + SECTIONS, theme).deck
        return to_inches(next(texts(s)["title"] for s in deck.slides if "agenda" in s.layout).box.bottom)

    # anchored at the bottom, one line of 46 pt is 0.77 in high
    assert bottom("en", "azure") - 0.77 / 2 == pytest.approx(MIDDLE, abs=0.02)
    assert bottom("ja", "azure") == bottom("en", "azure")
    for theme in THEMES:
        assert bottom("zh-CN", theme) < bottom("en", theme)


def test_title_of_a_section_is_as_near_to_its_number_as_to_its_text() -> None:
    deck = good(HEAD.format("en") + SECTIONS, "azure").deck
    found = next(texts(s) for s in deck.slides if s.layout.startswith("section"))
    title, number = found["title"], found["number"]
    assert title.frame.anchor == "ctr"
    assert number.frame.anchor == "b"
    assert 0 < to_inches(title.box.y - number.box.bottom) <= 0.25
