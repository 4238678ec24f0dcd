"""A deck reads back as the words that went in."""

from pathlib import Path

from tests.proof.samples import good_deck
from tests.proof.structure import Slide, outline_of


def test_outline_gives_layout_title_texts_and_notes(tmp_path: Path) -> None:
    assert outline_of(good_deck(tmp_path / "good.pptx")) == [
        Slide("Title and Content", "Title 1", ((1, "first\nsecond"),), "Notes 1"),
        Slide("Title and Content", "Title 2", ((1, "first\nsecond"),), "Notes 2"),
        Slide("Title Only", "Table", (), ""),
    ]
