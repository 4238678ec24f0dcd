"""Formulas on slides: native ones for PowerPoint, plain text for others; a dollar sign is mostly just that."""

import io
import json
import zipfile
from typing import Any

import pytest
from lxml import etree

from tests.building import Made, good, made, texts

MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
TREE = "{http://schemas.openxmlformats.org/presentationml/2006/main}spTree"
MCE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


def outline(math: bool = True, **slide: object) -> str:
    deck = {"title": "题目", "cover": False, "closing": False, "slides": [{"id": "p", "title": "一", **slide}]}
    return json.dumps({**deck, **({"math": True} if math else {})}, ensure_ascii=False)


def slide_xml(done: Made) -> Any:
    with zipfile.ZipFile(io.BytesIO(done.data())) as package:
        return etree.fromstring(package.read("ppt/slides/slide1.xml"))


def says(done: Made, slot: str) -> list[str]:
    return [paragraph.text.replace("\u00a0", " ") for paragraph in texts(done.deck.slides[0])[slot].paragraphs]


def test_formula_is_native_and_has_a_fallback_in_plain_text() -> None:
    root = slide_xml(good(outline_of(r"x = \frac{a}{\sqrt{b}}")))
    (choice,) = root.iterfind(f".//{TREE}/{MCE}AlternateContent/{MCE}Choice")
    (fallback,) = root.iterfind(f".//{TREE}/{MCE}AlternateContent/{MCE}Fallback")
    assert choice.nsmap[choice.get("Requires")] == "http://schemas.microsoft.com/office/drawing/2010/main"
    assert len(list(choice.iter(f"{MATH}oMathPara"))) == 1
    (fraction,) = choice.iter(f"{MATH}f")
    assert "".join(fraction.find(f"{MATH}num").itertext()) == "a"
    assert fraction.find(f"{MATH}den/{MATH}rad/{MATH}e") is not None
    assert "".join(t.text for t in fallback.iter(f"{DRAWING}t")).replace("\u00a0", " ") == "x = a/√b"
    assert list(fallback.iter(f"{MATH}oMath")) == []


def outline_of(formula: object) -> str:
    deck = {"title": "题目", "cover": False, "closing": False, "slides": [{"id": "p", "title": "一", "math": formula}]}
    return json.dumps(deck, ensure_ascii=False)


@pytest.mark.parametrize("written", ["x^2", "$x^2$", "$$ x^2 $$", r"\[x^2\]"])
def test_signs_around_a_formula_are_not_of_it(written: str) -> None:
    assert says(good(outline_of(written)), "math") == ["x²"]


def test_blank_lines_and_lists_part_formulas() -> None:
    assert says(good(outline_of("a\n=b\n\nc")), "math") == ["a = b", "c"]
    assert says(good(outline_of(["a", "c"])), "math") == ["a", "c"]


def test_unknown_command_is_told_with_its_line_and_the_nearest() -> None:
    done = made("title: 题\ncover: no\nclosing: no\nslides:\n  - title: 一\n    math: '\\alpah'\n")
    error = next(found for found in done.findings if found.code == "formula")
    assert error.span is not None
    assert error.span.line == 6
    assert "alpha" in error.hint


def test_formula_that_is_too_wide_is_told() -> None:
    assert [code for code, _ in made(outline_of("+".join("abcdefghij" * 12))).errors] == ["overflow"]


@pytest.mark.parametrize(
    "text",
    [
        "from $5 to $6",
        "$5 and $6",
        "US$5–US$6",
        "$HOME and $PATH",
        "a lone $",
        "$",
        "$$",
        "$ x $",
        r"\$x\$",
        "`$x$`",
    ],
)
def test_dollar_signs_of_ordinary_text_are_no_formulas(text: str) -> None:
    done = good(outline(bullets=[text, "b"]))
    assert not any(run.math for p in texts(done.deck.slides[0])["bullets"].paragraphs for run in p.runs)
    assert says(done, "bullets")[0] == text.replace("\\$", "$").replace("`", "")


def test_without_the_decks_word_every_dollar_sign_is_text() -> None:
    assert says(good(outline(math=False, bullets=["$x^2$", r"\$"])), "bullets") == ["$x^2$", r"\$"]


def test_formulas_stand_within_text_items_too() -> None:
    done = good(outline(bullets=[r"the area is **about** $\pi r^2$, no more", "b"]))
    assert says(done, "bullets")[0] == "the area is about πr², no more"
    (choice,) = slide_xml(done).iterfind(f".//{TREE}/{MCE}AlternateContent/{MCE}Choice")
    assert len(list(choice.iter(f"{MATH}oMath"))) == 1
    assert list(choice.iter(f"{MATH}oMathPara")) == []
    cards = good(outline(cards=[{"title": "a", "text": "$x_1$"}, {"title": "b", "text": "c"}]))
    assert texts(cards.deck.slides[0])["cards[1]"].paragraphs[1].text == "x₁"


def test_title_keeps_its_dollar_signs() -> None:
    done = good(outline(bullets=["a", "b"], title="Of $x$"))
    assert done.deck.slides[0].title == "Of $x$"
