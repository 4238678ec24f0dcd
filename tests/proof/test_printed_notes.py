"""Printed notes are whole: LibreOffice draws every character inside the text's place on the page."""

from pathlib import Path

import pdfplumber
import pytest

from tests.building import Made, good
from tests.proof.render import NOTES_PAGES, to_pdfs

CHINESE = "各支部要把学习教育同中心工作结合起来，既抓思想，又抓行动，务求实效；对照检查时要见人见事见思想。"
ENGLISH = "We go through the numbers of the third quarter one by one, and say for each what changes from now on. "
PAGE_HEIGHT = 9_144_000


def deck() -> Made:
    text = "title: 题\ncover: no\nclosing: no\nslides:\n"
    # LibreOffice takes no theme font on notes pages, but DejaVu Sans, a sixth wider than Arial: so fewer of the English
    for sentence, counts in ((CHINESE, (3, 5, 7, 9, 10)), (ENGLISH, (3, 7))):
        for count in counts:
            notes = "".join(f"      {sentence * 4}\n" for _ in range(count))
            text += f"  - title: 一\n    bullets: [甲, 乙]\n    notes: |\n{notes}"
    return good(text)


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Made, Path]:
    folder = tmp_path_factory.mktemp("notes")
    made = deck()
    (folder / "deck.pptx").write_bytes(made.data())
    (pdf,) = to_pdfs([folder / "deck.pptx"], folder, NOTES_PAGES)
    return made, pdf


def test_printed_notes_lose_nothing_at_the_end_of_the_page(printed: tuple[Made, Path]) -> None:
    made, pdf = printed
    with pdfplumber.open(pdf) as document:
        assert len(document.pages) == len(made.deck.slides)
        for slide, paper in zip(made.deck.slides, document.pages, strict=True):
            top, bottom = (
                float(paper.height) * y / PAGE_HEIGHT
                for y in (slide.page.body.y, slide.page.body.y + slide.page.body.h)
            )
            inside = [c for c in paper.chars if top <= c["top"] and c["bottom"] <= bottom + 1 and c["text"].strip()]
            assert len(inside) == len("".join(slide.notes.split())), slide.id
            assert {round(c["size"], 1) for c in inside} == {slide.page.size}
