"""Small decks, made by python-pptx, on which the proof tools are proved."""

import zipfile
from pathlib import Path

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.presentation import Presentation as Deck
from pptx.util import Inches

TITLE_AND_CONTENT, TITLE_ONLY = 1, 5
_SECTIONS = f"""
<p:extLst {nsdecls("p")}><p:ext uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}">
<p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">
<p14:section name="One" id="{{00000000-0000-4000-8000-000000000001}}">
<p14:sldIdLst><p14:sldId id="256"/><p14:sldId id="257"/><p14:sldId id="258"/></p14:sldIdLst></p14:section>
</p14:sectionLst></p:ext></p:extLst>"""


def good_deck(path: Path) -> Path:
    """Write a deck without a fault: two slides with notes, one with a table, all in a section."""
    deck = Presentation()
    for number in (1, 2):
        slide = deck.slides.add_slide(deck.slide_layouts[TITLE_AND_CONTENT])
        slide.shapes.title.text = f"Title {number}"
        slide.placeholders[1].text = "first\nsecond"
        slide.notes_slide.notes_text_frame.text = f"Notes {number}"
    slide = deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])
    slide.shapes.title.text = "Table"
    table = slide.shapes.add_table(2, 2, Inches(1), Inches(2), Inches(6), Inches(2)).table
    table.cell(0, 0).text = "head"
    table.cell(1, 1).text = "cell"
    _complete(deck)
    deck.save(str(path))
    return path


def _complete(deck: Deck) -> None:
    """Add what python-pptx leaves out: the list of notes masters; and a section."""
    relation = deck.part.relate_to(deck.notes_master.part, RELATIONSHIP_TYPE.NOTES_MASTER)
    listed = parse_xml(
        f'<p:notesMasterIdLst {nsdecls("p", "r")}><p:notesMasterId r:id="{relation}"/></p:notesMasterIdLst>'
    )
    deck.element.insert(1, listed)
    deck.element.append(parse_xml(_SECTIONS))


def edited(deck: Path, copy: Path, part: str, old: str, new: str) -> Path:
    """Write a copy of a deck in which `old` is replaced once in one part; `old` must be there."""
    with zipfile.ZipFile(deck) as source:
        members = {name: source.read(name) for name in source.namelist()}
    before = members[part].decode()
    assert old in before, f"{part} does not hold {old!r}:\n{before}"
    members[part] = before.replace(old, new, 1).encode()
    return _zip(copy, members)


def without(deck: Path, copy: Path, *parts: str) -> Path:
    """Write a copy of a deck that lacks some members."""
    with zipfile.ZipFile(deck) as source:
        return _zip(copy, {name: source.read(name) for name in source.namelist() if name not in parts})


def _zip(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path
