"""The handout master: pages with several slides carry the deck's title, date, organisation and their number."""

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from pptx.oxml.ns import qn

from slidegen.composed import Properties
from slidegen.units import SLIDE_HEIGHT
from slidegen.writer.handout import handout_master_xml
from slidegen.writer.presentation import NOTES_HEIGHT, NOTES_WIDTH
from tests.building import good
from tests.proof.prove import prove

DECK = """\
title: Opening & hours <new>
language: en
organisation: Town hall
date: 1 May
slides:
  - title: A
    bullets: [One, Two]
    notes: Say it
"""


def shapes(xml: str) -> dict[str, etree._Element]:
    """The master's placeholders by type."""
    root = etree.fromstring(xml.encode())
    return {shape.find(f".//{qn('p:ph')}").get("type"): shape for shape in root.iter(qn("p:sp"))}


def text_of(shape: etree._Element) -> str:
    return "".join(t.text or "" for t in shape.iter(qn("a:t")))


def test_corners_say_title_date_organisation_and_number() -> None:
    found = shapes(handout_master_xml(Properties("Talk & more", company="Town hall", language="en", date="1 May")))
    assert {kind: text_of(shape) for kind, shape in found.items()} == {
        "hdr": "Talk & more",
        "dt": "1 May",
        "ftr": "Town hall",
        "sldNum": "‹#›",
    }
    assert found["sldNum"].find(f".//{qn('a:fld')}").get("type") == "slidenum"


def test_corners_stand_on_the_page_and_apart() -> None:
    boxes = []
    for shape in shapes(handout_master_xml(Properties("T"))).values():
        off, ext = shape.find(f".//{qn('a:off')}"), shape.find(f".//{qn('a:ext')}")
        x, y, w, h = (int(v) for v in (off.get("x"), off.get("y"), ext.get("cx"), ext.get("cy")))
        assert x >= 0
        assert y >= 0
        assert x + w <= NOTES_WIDTH
        assert y + h <= NOTES_HEIGHT
        boxes.append((x, y, x + w, y + h))
    for one in boxes:
        assert not [
            o for o in boxes if o != one and one[0] < o[2] and o[0] < one[2] and one[1] < o[3] and o[1] < one[3]
        ]
    assert NOTES_HEIGHT > SLIDE_HEIGHT, "upright"


@pytest.mark.parametrize("date", ["", "2026-03-18"])
def test_what_the_deck_does_not_say_is_empty(date: str) -> None:
    found = shapes(handout_master_xml(Properties("题", language="zh-CN", date=date)))
    assert text_of(found["dt"]) == date
    assert text_of(found["ftr"]) == ""


def test_presentation_lists_masters_before_slides_and_each_has_a_theme_of_its_own() -> None:
    with zipfile.ZipFile(io.BytesIO(good(DECK).data())) as archive:
        main = etree.fromstring(archive.read("ppt/presentation.xml"))
        names = [etree.QName(child).localname for child in main][:6]
        assert names == ["sldMasterIdLst", "notesMasterIdLst", "handoutMasterIdLst", "sldIdLst", "sldSz", "notesSz"]
        kinds = ("slide", "notes", "handout")
        themes = [_theme(archive.read(f"ppt/{kind}Masters/_rels/{kind}Master1.xml.rels")) for kind in kinds]
        assert len(set(themes)) == 3
        assert all(f"ppt/theme/{name}" in archive.namelist() for name in themes)


def _theme(rels: bytes) -> str:
    rows = etree.fromstring(rels)
    (target,) = [row.get("Target") for row in rows if row.get("Type", "").endswith("/theme")]
    return str(target).rpartition("/")[2]


def test_validators_and_libreoffice_take_it(tmp_path: Path) -> None:
    deck = tmp_path / "handout.pptx"
    deck.write_bytes(good(DECK).data())
    prove([deck])
