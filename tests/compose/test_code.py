"""Code on slides: to the letter, coloured by the theme, numbered over slides, lines that stand out on a ground."""

import io
import json
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx import Presentation

from slidegen.composed import ComposedSlide, Shape, Text
from slidegen.diagnostics import Report
from slidegen.drawing import Solid
from slidegen.layout.build import Builder
from slidegen.layout.contrast import contrast, rgb
from slidegen.layout.library import Library
from slidegen.pipeline import load, prepare
from slidegen.resources import bundled
from tests.building import Made, good, made, texts
from tests.layout.test_contrast import LIBRARY, Look

HEAD = "title: 题目\ncover: no\nclosing: no\nslides:\n  - title: 一\n"
PROGRAM = """def invite(people, day):
    # ask everyone **now**
    if day is None:

        raise ValueError("say `when`")
    return 12"""


def outline(code: object, **more: object) -> str:
    """JSON is YAML."""
    slide = {"id": "p", "title": "一", "code": code, **more}
    return json.dumps({"title": "题目", "cover": False, "closing": False, "slides": [slide]}, ensure_ascii=False)


def lines(slide: ComposedSlide) -> list[str]:
    return [paragraph.text for paragraph in texts(slide)["code"].paragraphs]


def numbers(slide: ComposedSlide) -> list[str]:
    return [
        paragraph.text
        for item in slide.items
        if isinstance(item, Text) and item.name.endswith("numbers")
        for paragraph in item.paragraphs
    ]


def bands(slide: ComposedSlide) -> list[Shape]:
    return [item for item in slide.items if isinstance(item, Shape) and " line " in item.name]


def look_of(done: Made, word: str) -> tuple[object, bool | None]:
    runs = [run for p in texts(done.deck.slides[0])["code"].paragraphs for run in p.runs]
    run = next(run for run in runs if word in run.text)
    return run.color, run.bold


def test_code_stands_line_by_line_to_the_letter() -> None:
    done = good(outline({"language": "python", "text": PROGRAM}))
    assert lines(done.deck.slides[0]) == PROGRAM.split("\n")
    assert numbers(done.deck.slides[0]) == ["1", "2", "3", "4", "5", "6"]


def test_words_have_the_looks_of_their_kinds() -> None:
    done = good(outline({"language": "python", "text": PROGRAM}), "azure")
    looks = {word: look_of(done, word) for word in ("def", "invite", "# ask", '"say', "12", "people")}
    assert looks["people"] == (None, None)
    assert looks["def"][1]
    assert len({str(color) for color, _ in looks.values()}) == 5  # a number looks as a string does
    assert looks["12"] == looks['"say']


def test_code_without_a_language_is_plain() -> None:
    done = good(outline(PROGRAM))
    assert {run.color for p in texts(done.deck.slides[0])["code"].paragraphs for run in p.runs} == {None}


def test_one_line_has_no_number() -> None:
    assert numbers(good(outline("pip install slidegen")).deck.slides[0]) == []


def test_short_code_stands_in_a_low_panel() -> None:
    low, high = (good(outline("x\n" * n)).deck.slides[0] for n in (2, 12))
    assert texts(low)["code"].box.h < texts(high)["code"].box.h
    assert texts(low)["code"].box.y > texts(high)["code"].box.y


def test_long_code_goes_on_with_its_numbers() -> None:
    program = "\n".join(f"step_{n}()" for n in range(1, 41))
    slides = good(outline({"language": "python", "text": program})).deck.slides
    assert [line for slide in slides for line in lines(slide)] == program.split("\n")
    assert [number for slide in slides for number in numbers(slide)] == [str(n) for n in range(1, 41)]
    assert max(len(lines(slide)) for slide in slides) <= 14
    assert len({texts(slide)["code"].paragraphs[0].size for slide in slides}) == 1


def test_code_is_parted_behind_a_blank_line() -> None:
    blocks = [f"def f{n}():\n" + "    pass\n" * (9 + n % 2) for n in range(3)]
    slides = good(outline("\n".join(blocks))).deck.slides
    assert len(slides) == 3
    assert all(lines(slide)[0].startswith("def") for slide in slides)


def test_lines_that_stand_out_lie_on_a_ground_behind_the_text() -> None:
    done = good(outline({"text": "a\nb\nc\nd\ne", "highlight": ["2-3", 5]}))
    slide = done.deck.slides[0]
    code, grounds = texts(slide)["code"], bands(slide)
    assert [slide.items.index(ground) < slide.items.index(code) for ground in grounds] == [True, True]
    pitch = code.paragraphs[0].pitch * 12700
    middle = code.box.y + code.box.h / 2
    first = [middle + (line - 2.5) * pitch for line in (1, 4)]
    assert [ground.box.y for ground in grounds] == pytest.approx(first, abs=20)
    assert [ground.box.h for ground in grounds] == pytest.approx([2 * pitch, pitch], abs=20)
    assert grounds[0].box.x < code.box.x


@pytest.mark.parametrize("theme", LIBRARY.theme_names())
def test_every_word_can_be_read_on_the_panel_and_on_the_ground(theme: str) -> None:
    library = Library((bundled("layouts"),), Report())
    chosen = library.theme(theme)
    assert chosen is not None
    family = next(f for f in library.families(chosen) if f.name == "code")
    spec = next(f for f in Builder(chosen, "Hans", "zh-CN").build(family, None, frozenset()).frames if f.listing)
    assert spec.listing is not None
    look = Look(chosen)
    panel = look.rgb("PANEL")

    assert isinstance(spec.listing.band, Solid)
    ground = rgb(spec.listing.band.color, chosen.colors, chosen.color_map, panel)
    for under, tokens in ((panel, spec.listing.tokens), (ground, spec.listing.marked)):
        colors = [spec.frame.levels[0].color, *(token.color for token in tokens.values() if token.color)]
        for color in colors:
            assert contrast(rgb(color, chosen.colors, chosen.color_map), under) >= 4.5, (theme, color)
    assert len({str(t.color) for t in spec.listing.tokens.values()}) <= 4


def test_part_of_a_file_keeps_its_numbers(tmp_path: Path) -> None:
    keys = "    code: {file: a.py, lines: 3-5, highlight: 4, caption: 'from **a.py**'}\n"
    head = "title: 题目\ncover: no\nclosing: no\nslides:\n  - title: 一\n"
    (tmp_path / "a.py").write_text('"""Doc\n\nx = 1\n\ty = 2\nz"""\n')

    (tmp_path / "talk.yaml").write_text(head + keys)
    report = Report()
    found, library = load(tmp_path / "talk.yaml", report)
    assert found is not None
    slide = prepare(found, library, report).deck.slides[0]
    assert not report.findings
    assert lines(slide) == ["x = 1", "    y = 2", 'z"""']
    assert numbers(slide) == ["3", "4", "5"]
    assert len({run.color for p in texts(slide)["code"].paragraphs for run in p.runs}) == 1, "all within one string"
    assert texts(slide)["caption"].paragraphs[0].text == "from a.py"
    assert len(bands(slide)) == 1


@pytest.mark.parametrize(
    ("code", "code_of", "line"),
    [
        ("    code: {language: pyhton, text: x}\n", "unknown-value", 6),
        ("    code:\n      text: |\n        a\n        b\n      highlight: 3\n", "code-lines", 10),
        ("    code:\n      text: |\n        a\n        b\n      lines: 2-9\n", "code-lines", 10),
        ("    code: {langauge: python, text: x}\n", "unknown-key", 6),
        ("    code: {language: python}\n", "wrong-kind", 6),
        ("    code: [a, b]\n", "wrong-kind", 6),
        ("    code: {text: a, file: a.py}\n", "wrong-kind", 6),
        ("    code: {file: none.py}\n", "no-file", 6),
        (f"    code: |\n      short\n      {'x' * 150}\n      {'y' * 150}\n", "overflow", 8),
    ],
)
def test_fault_is_told_where_it_stands(code: str, code_of: str, line: int) -> None:
    errors = [error for error in made(HEAD + code).errors if error[0] != "missing-key"]
    assert errors[0] == (code_of, line)


def test_every_line_that_is_too_long_is_told() -> None:
    done = made(HEAD + f"    code: |\n      short\n      {'x' * 150}\n      {'y' * 150}\n")
    assert done.errors == [("overflow", 8), ("overflow", 9)]
    assert "line 2 of the code" in done.findings[0].message


def test_without_pygments_code_is_plain_and_one_warning_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == "pygments"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pygments", None)
    slides = [{"title": f"{n}", "code": {"language": "python", "text": PROGRAM}} for n in (1, 2)]
    done = made(json.dumps({"title": "题目", "slides": slides}, ensure_ascii=False))
    assert [finding.code for finding in done.findings] == ["no-highlighter"]


LOADED = st.sampled_from("汉字ab 　“”：**`[]$\\|<&>\"'%\n\t#(){}=;/")
OTHERS = st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff\u2028\u2029")
CODE = st.text(LOADED, max_size=60) | st.text(LOADED | OTHERS, max_size=30)


@settings(max_examples=60, deadline=None)
@given(
    CODE.filter(lambda text: text.strip(" \n\t\u3000") != ""), st.sampled_from(["python", "html", "c", "bash", None])
)
def test_any_code_reads_back(text: str, language: str | None) -> None:
    text = f"|{text}|"
    done = made(outline({"text": text, **({"language": language} if language else {})}))
    deck = Presentation(io.BytesIO(done.data()))
    found = [
        paragraph.text
        for slide in deck.slides
        for shape in slide.placeholders
        if shape.placeholder_format.idx == 10
        for paragraph in shape.text_frame.paragraphs
    ]
    assert found == [line.expandtabs(4) for line in text.split("\n")]
