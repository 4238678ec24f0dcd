"""Switching: a slide too full for its layout takes the other one that the layout's file names, where all fits there."""

from pathlib import Path

import pytest

from slidegen.resources import bundled
from tests.building import Made, made, texts

LONG = "把责任分解到每一个岗位每一个人，谁主管谁负责，谁签字谁担当，不让一件事情在手里落空"
POINTS = "\n".join(f"      - {LONG}" for _ in range(6))
DECK = "title: 讲\ncover: false\nagenda: false\nclosing: false\nslides:\n"


def _key_slide(more: str = "") -> Made:
    return made(f"{DECK}  - title: 六件事\n    key: 件件有着落\n    bullets:\n{POINTS}\n{more}")


def _layouts(done: Made) -> list[str]:
    return [slide.layout for slide in done.deck.slides]


def test_points_too_long_beside_their_key_take_the_whole_width_and_the_key_becomes_the_takeaway() -> None:
    done = _key_slide()
    (slide,) = done.deck.slides
    assert slide.layout == "bullets+takeaway"
    assert [p.text for p in texts(slide)["bullets"].paragraphs] == [LONG] * 6
    assert [p.text for p in texts(slide)["takeaway"].paragraphs] == ["件件有着落"]
    assert [(f.code, f.span and f.span.line) for f in done.findings] == [("layout-switched", 6)]


@pytest.mark.parametrize("more", ["    layout: bullets-key\n", "    note: 年底再看一遍\n"])
def test_a_layout_that_is_named_stays_and_nothing_is_left_out(more: str) -> None:
    done = _key_slide(more)
    assert {name.partition("+")[0] for name in _layouts(done)} == {"bullets-key"}
    assert len(done.deck.slides) > 1
    assert "layout-switched" not in {f.code for f in done.findings}


def test_split_never_keeps_the_slide_as_it_is() -> None:
    assert [code for code, _ in _key_slide("    split: never\n").errors] == ["overflow"]


def test_a_long_statement_is_set_as_a_quotation() -> None:
    words = "会上说会下说，" * 20 + "不如做"
    done = made(f"{DECK}  - statement: {words}\n")
    assert _layouts(done) == ["quote"]
    assert texts(done.deck.slides[0])["words"].paragraphs[0].text.replace("\n", "").replace("\v", "") == words


def test_a_layout_that_switches_to_none_there_is_says_so(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(
        "name: own\nextends: bullets\ntrigger: mine\n"
        "slots: {mine: {kind: line, over: {switch: quotes}}}\n"
        "geometry: {mine: {idx: 20, box: [1, 2, 4, 1]}}\n",
        encoding="utf-8",
    )
    done = made(f"{DECK}  - title: A\n    mine: b\n    bullets: [c]\n", folders=(tmp_path, bundled("layouts")))
    (fault,) = [f for f in done.findings if f.code == "layout-data"]
    assert "did you mean `quote`?" in fault.hint
    assert fault.span is not None
    assert fault.span.line == 4
