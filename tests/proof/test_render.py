"""Decks become pictures, a picture a slide, in fonts that stand in for the Windows families."""

from pathlib import Path

import pdfplumber
import pytest
from PIL import Image
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

from tests.proof.need import need
from tests.proof.render import to_pdf, to_pdfs, to_pngs
from tests.proof.samples import TITLE_ONLY, good_deck


def test_each_slide_becomes_a_picture(tmp_path: Path) -> None:
    pictures = to_pngs(good_deck(tmp_path / "deck.pptx"), tmp_path / "out", dpi=30)
    assert [picture.name for picture in pictures] == ["deck-1.png", "deck-2.png", "deck-3.png"]
    with Image.open(pictures[0]) as picture:
        assert picture.size == (300, 225)


def test_windows_families_are_drawn_in_their_stand_ins(tmp_path: Path) -> None:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])
    paragraph = slide.shapes.title.text_frame.paragraphs[0]
    for family in ("Calibri", "Consolas", "Georgia"):
        run = paragraph.add_run()
        run.text, run.font.name = "text ", family
    for family in ("Microsoft YaHei", "KaiTi", "SimSun"):
        run = paragraph.add_run()
        run.text = "字"
        run.font._element.append(parse_xml(f'<a:ea {nsdecls("a")} typeface="{family}"/>'))
    deck.save(str(tmp_path / "deck.pptx"))
    with pdfplumber.open(to_pdf(tmp_path / "deck.pptx", tmp_path)) as pdf:
        drawn = " ".join({char["fontname"] for char in pdf.pages[0].chars})
    for stand_in in ("Carlito", "LiberationMono", "LiberationSerif", "NotoSansCJK", "UKai", "NotoSerifCJK"):
        assert stand_in in drawn


def test_file_that_is_no_deck_is_named(tmp_path: Path) -> None:
    need("soffice")
    (tmp_path / "broken.pptx").write_bytes(b"PK\x03\x04 no deck")
    with pytest.raises(AssertionError, match=r"broken\.pptx"):
        to_pdfs([tmp_path / "broken.pptx"], tmp_path / "out")
