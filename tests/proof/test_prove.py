"""The proof of a deck lists what every tool finds, deck by deck."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.util import Inches

from tests.proof.samples import TITLE_ONLY, edited, good_deck

Proof = Callable[[Sequence[Path]], None]


def test_good_deck_is_proved(proof: Proof, tmp_path: Path) -> None:
    proof([good_deck(tmp_path / "good.pptx")])


def test_every_tool_reports_under_its_deck(proof: Proof, tmp_path: Path) -> None:
    good = good_deck(tmp_path / "good.pptx")
    deck = Presentation(str(good))
    slide = deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])
    slide.shapes.title.text = "Title"
    box = slide.shapes.add_textbox(Inches(1), Inches(1), Inches(0.5), Inches(0.3))
    box.text_frame.text, box.text_frame.word_wrap = "too long for this box", True
    deck.save(str(tmp_path / "draft.pptx"))
    bad = edited(tmp_path / "draft.pptx", tmp_path / "bad.pptx", "ppt/slides/slide4.xml", 'id="3"', 'id="2"')
    bad = edited(bad, bad, "ppt/slides/slide4.xml", 'wrap="square"', 'wrap="never"')
    with pytest.raises(AssertionError) as raised:
        proof([good, bad])
    said = str(raised.value)
    assert said.startswith("1 of 2 decks fail:")
    assert str(good) not in said
    for tool in ("package rule", "openxml-audit", "spacing", "Open XML SDK", "rendering"):
        assert f"\n  {tool}: " in said
