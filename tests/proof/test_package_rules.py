"""Each rule finds the fault that is planted for it, and nothing in a good deck."""

from pathlib import Path

import pytest

from tests.proof.package_rules import package_faults
from tests.proof.samples import edited, good_deck, without

ROW = '<a:tr h="1"><a:tc><a:txBody><a:p/></a:txBody></a:tc></a:tr>'
SLIDE, TABLE = "ppt/slides/slide1.xml", "ppt/slides/slide3.xml"
MAIN, NOTES_RELS = "ppt/presentation.xml", "ppt/notesSlides/_rels/notesSlide1.xml.rels"
TYPES, CORE = "[Content_Types].xml", "docProps/core.xml"


@pytest.fixture
def good(tmp_path: Path) -> Path:
    return good_deck(tmp_path / "good.pptx")


def test_good_deck_has_no_faults(good: Path) -> None:
    assert package_faults(good) == []


@pytest.mark.parametrize(
    ("rule", "part", "old", "new"),
    [
        ("duplicate-shape-ids", SLIDE, '<p:cNvPr id="3"', '<p:cNvPr id="2"'),
        ("slide-without-layout", "ppt/slides/_rels/slide1.xml.rels", "/slideLayout", "/theme"),
        ("slide-without-layout", "ppt/slideLayouts/_rels/slideLayout2.xml.rels", "slideMaster1.xml", "none.xml"),
        ("layout-id-equals-master-id", MAIN, 'id="2147483648"', 'id="2147483649"'),
        ("notes-without-master", NOTES_RELS, "relationships/notesMaster", "relationships/theme"),
        ("shared-notes", "ppt/slides/_rels/slide2.xml.rels", "notesSlide2.xml", "notesSlide1.xml"),
        ("shared-notes", NOTES_RELS, "slides/slide1.xml", "slides/slide2.xml"),
        ("section-lists-missing-slide", MAIN, '<p14:sldId id="257"/>', '<p14:sldId id="999"/>'),
        ("section-lists-missing-slide", MAIN, '<p14:sldId id="257"/>', '<p14:sldId id="256"/>'),
        ("orphan-part", "ppt/slides/_rels/slide2.xml.rels", "notesSlide2.xml", "notesSlide1.xml"),
        ("orphan-part", "ppt/_rels/presentation.xml.rels", "presProps.xml", "none.xml"),
        ("content-type-for-missing-part", TYPES, "/ppt/presProps.xml", "/ppt/none.xml"),
        ("content-type-for-missing-part", TYPES, 'Extension="bin"', 'Extension="none"'),
        ("bad-core-date", CORE, "2013-01-27T09:14:16Z", "2013-13-27T09:14:16Z"),
        ("bad-core-date", CORE, "2013-01-27T09:14:16Z", "27 January 2013"),
        ("bad-core-date", CORE, ' xsi:type="dcterms:W3CDTF"', ""),
        ("table-rows-against-grid", TABLE, "<a:tr ", f"{ROW}<a:tr "),
        ("table-rows-against-grid", TABLE, "<a:tc>", '<a:tc gridSpan="3">'),
        ("cell-without-text-body", TABLE, "<a:txBody><a:bodyPr/><a:lstStyle/><a:p/></a:txBody>", ""),
        ("missing-notes-master-list", MAIN, "<p:notesMasterId ", "<p:other "),
    ],
)
def test_planted_fault_is_found(good: Path, tmp_path: Path, rule: str, part: str, old: str, new: str) -> None:
    bad = edited(good, tmp_path / "bad.pptx", part, old, new)
    assert rule in {fault.rule for fault in package_faults(bad)}


def test_part_without_a_relationship_is_named(good: Path, tmp_path: Path) -> None:
    bad = without(good, tmp_path / "bad.pptx", "ppt/slides/_rels/slide2.xml.rels")
    found = [str(fault) for fault in package_faults(bad)]
    assert "ppt/notesSlides/notesSlide2.xml: orphan-part: no relationship leads to it" in found
