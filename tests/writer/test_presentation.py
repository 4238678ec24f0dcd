"""A deck of two slides made of nothing but these parts: valid, read back by python-pptx, the same bytes each time."""

import io
import os
import re
import subprocess
import sys
import uuid
import zipfile
from pathlib import Path

import pptx
import pytest
from lxml import etree
from pptx.presentation import Presentation

from slidegen.composed import ComposedSection, FontSet, Properties, ThemePart
from slidegen.package import types as t
from slidegen.package.parts import Package, Relationships
from slidegen.package.xml import DECLARATION, Xml
from slidegen.package.zipping import to_bytes
from slidegen.writer.guid import guid
from slidegen.writer.language import alternative
from slidegen.writer.namespaces import NAMESPACES
from slidegen.writer.notes import notes_master_xml, notes_slide_xml
from slidegen.writer.presentation import (
    FIRST_SLIDE_ID,
    MASTER_ID,
    PRESENTATION_PROPERTIES,
    TABLE_STYLES,
    VIEW_PROPERTIES,
    presentation_xml,
)
from slidegen.writer.properties import app_xml, core_xml
from slidegen.writer.sections import sections_xml
from slidegen.writer.theme import theme_xml
from slidegen.writer.transition import transition_xml
from tests.proof.package_rules import package_faults
from tests.proof.validate import audit_errors, sdk_errors

SLOTS = ("dk1", "lt1", "dk2", "lt2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
FONTS = FontSet("Arial", "Microsoft YaHei", (("Hans", "Microsoft YaHei"), ("Jpan", "Yu Gothic")))
THEME = ThemePart("蔚蓝 <商务>", tuple((s, f"{i:02X}80C0") for i, s in enumerate(SLOTS)), (), FONTS, FONTS)
NOTES = ("各位同志：\n\n  今天讲“四自”。\t<完>", "Second & last\n")
NO_START, NO_END = '!),.:;?]}、。—ˇ¨〃々～‖…’”〕〉》」』〗】"', "([{‘“〔〈《「『〖【"
TREE = Xml(
    "<p:cSld{name}><p:spTree><p:nvGrpSpPr><p:cNvPr id='1' name=''/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
    "<p:grpSpPr/>{shapes}</p:spTree></p:cSld>"
)


def shape(text: str) -> str:
    """A title placeholder that says `text`."""
    return (
        "<p:sp><p:nvSpPr><p:cNvPr id='2' name='Title 1'/><p:cNvSpPr/><p:nvPr><p:ph type='title'/></p:nvPr></p:nvSpPr>"
        "<p:spPr><a:xfrm><a:off x='500000' y='500000'/><a:ext cx='9000000' cy='900000'/></a:xfrm></p:spPr>"
        f"<p:txBody><a:bodyPr/><a:p><a:r><a:rPr lang='zh-CN'/><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>"
    )


def part(root: str, attributes: str, inside: str) -> Xml:
    """A part with one root element."""
    return Xml(f"{DECLARATION}<p:{root} {NAMESPACES} {attributes}>{inside}</p:{root}>")


def tree(text: str, name: str = "") -> str:
    """A shape tree with a title."""
    return TREE.replace("{shapes}", shape(text)).replace("{name}", name)


def build(language: str = "zh-CN") -> bytes:
    """A master, a layout, two slides with notes in two sections."""
    package = Package()
    presentation = Relationships("/ppt/presentation.xml")
    master, layout = "/ppt/slideMasters/slideMaster1.xml", "/ppt/slideLayouts/slideLayout1.xml"
    notes_master = "/ppt/notesMasters/notesMaster1.xml"
    master_rid = presentation.to(t.RT_SLIDE_MASTER, master)
    notes_rid = presentation.to(t.RT_NOTES_MASTER, notes_master)
    slides = []
    for number, notes in enumerate(NOTES, 1):
        name, page = f"/ppt/slides/slide{number}.xml", f"/ppt/notesSlides/notesSlide{number}.xml"
        slides.append((FIRST_SLIDE_ID + number, presentation.to(t.RT_SLIDE, name)))
        rels = Relationships(name)
        rels.to(t.RT_SLIDE_LAYOUT, layout)
        rels.to(t.RT_NOTES_SLIDE, page)
        transition = transition_xml(("fade", "none")[number - 1])
        mapping = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
        package.add(name, t.CT_SLIDE, part("sld", "", tree(f"第{number}页") + mapping + transition), rels)
        rels = Relationships(page)
        rels.to(t.RT_NOTES_MASTER, notes_master)
        rels.to(t.RT_SLIDE, name)
        package.add(page, t.CT_NOTES_SLIDE, notes_slide_xml(notes, language, number), rels)
    add_masters(package, master, layout, notes_master, language)
    for name, content_type, reltype, body in (
        ("presProps", t.CT_PRESENTATION_PROPERTIES, t.RT_PRESENTATION_PROPERTIES, PRESENTATION_PROPERTIES),
        ("viewProps", t.CT_VIEW_PROPERTIES, t.RT_VIEW_PROPERTIES, VIEW_PROPERTIES),
        ("theme/theme1", t.CT_THEME, t.RT_THEME, theme_xml(THEME)),
        ("tableStyles", t.CT_TABLE_STYLES, t.RT_TABLE_STYLES, TABLE_STYLES),
    ):
        package.add(f"/ppt/{name}.xml", content_type, body)
        presentation.to(reltype, f"/ppt/{name}.xml")
    ids = {"a": FIRST_SLIDE_ID + 1, "b": FIRST_SLIDE_ID + 2}
    sections = sections_xml(
        "deck", (ComposedSection("s1", "开场 & “引言”", ("a",)), ComposedSection("s2", "二", ("b",))), ids
    )
    body = presentation_xml(master_rid, notes_rid, slides, language, NO_START, NO_END, sections)
    package.add("/ppt/presentation.xml", t.CT_PRESENTATION, body, presentation)
    properties = Properties("标题 <1>", "subject", "张三 & 李四", "单位", language)
    package.add("/docProps/core.xml", t.CT_CORE_PROPERTIES, core_xml(properties))
    package.add("/docProps/app.xml", t.CT_EXTENDED_PROPERTIES, app_xml(properties, 2, 2, 0))
    package.relate(t.RT_PRESENTATION, "/ppt/presentation.xml")
    package.relate(t.RT_CORE_PROPERTIES, "/docProps/core.xml")
    package.relate(t.RT_EXTENDED_PROPERTIES, "/docProps/app.xml")
    return to_bytes(package)


def add_masters(package: Package, master: str, layout: str, notes_master: str, language: str) -> None:
    """Add the slide master, its layout, the notes master and the notes' theme."""
    rels = Relationships(master)
    layout_rid = rels.to(t.RT_SLIDE_LAYOUT, layout)
    rels.to(t.RT_THEME, "/ppt/theme/theme1.xml")
    accents = " ".join(f'accent{n}="accent{n}"' for n in range(1, 7))
    color_map = f'<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" {accents} hlink="hlink" folHlink="folHlink"/>'
    layouts = f'<p:sldLayoutIdLst><p:sldLayoutId id="{MASTER_ID + 1}" r:id="{layout_rid}"/></p:sldLayoutIdLst>'
    package.add(master, t.CT_SLIDE_MASTER, part("sldMaster", "", tree("标题") + color_map + layouts), rels)
    rels = Relationships(layout)
    rels.to(t.RT_SLIDE_MASTER, master)
    body = tree("标题", ' name="仅标题"') + "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
    package.add(layout, t.CT_SLIDE_LAYOUT, part("sldLayout", 'type="titleOnly"', body), rels)
    rels = Relationships(notes_master)
    rels.to(t.RT_THEME, "/ppt/theme/theme2.xml")
    package.add(notes_master, t.CT_NOTES_MASTER, notes_master_xml(language), rels)
    package.add("/ppt/theme/theme2.xml", t.CT_THEME, theme_xml(THEME))


@pytest.fixture(scope="module")
def deck() -> Presentation:
    return pptx.Presentation(io.BytesIO(build()))


def children(body: str, element: str) -> list[str]:
    """The names of an element's children."""
    root = etree.fromstring(body.encode())
    found = root if root.tag.endswith("}" + element) else next(e for e in root.iter() if e.tag.endswith("}" + element))
    return [etree.QName(e).localname for e in found]


def member(data: bytes, name: str) -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read(name).decode()


def test_slides_notes_and_size_read_back(deck: Presentation) -> None:
    assert (deck.slide_width, deck.slide_height) == (12_192_000, 6_858_000)
    assert [s.shapes.title.text for s in deck.slides] == ["第1页", "第2页"]
    assert [s.notes_slide.notes_text_frame.text for s in deck.slides] == list(NOTES)
    assert [s.slide_layout.name for s in deck.slides] == ["仅标题", "仅标题"]


def test_notes_pages_inherit_from_the_one_notes_master(deck: Presentation) -> None:
    master = {p.placeholder_format.idx: p.placeholder_format.type for p in deck.notes_master.shapes}
    for slide in deck.slides:
        page = slide.notes_slide
        assert page.part.notes_master is deck.notes_master
        for placeholder in page.placeholders:
            assert master[placeholder.placeholder_format.idx] == placeholder.placeholder_format.type
    assert deck.notes_master.part.part_related_by(t.RT_THEME) is not deck.slide_masters[0].part.part_related_by(
        t.RT_THEME
    )


def test_core_properties_read_back(deck: Presentation) -> None:
    core = deck.core_properties
    assert (core.title, core.subject, core.author) == ("标题 <1>", "subject", "张三 & 李四")
    assert (core.last_modified_by, core.language) == ("张三 & 李四", "zh-CN")


def test_two_builds_have_the_same_bytes() -> None:
    assert build() == build()


def test_the_bytes_do_not_depend_on_hash_seed_or_zone() -> None:
    code = f"import zlib, {__name__} as deck; print(zlib.crc32(deck.build()))"
    path = os.pathsep.join(filter(None, sys.path))
    sums = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed, zone in (("1", "Asia/Shanghai"), ("2", "America/New_York"))
    }
    assert len(sums) == 1


def test_children_of_presentation_stand_in_schema_order() -> None:
    assert children(member(build(), "ppt/presentation.xml"), "presentation") == [
        "sldMasterIdLst",
        "notesMasterIdLst",
        "sldIdLst",
        "sldSz",
        "notesSz",
        "kinsoku",
        "defaultTextStyle",
        "extLst",
    ]


def test_sections_list_their_slides_by_id() -> None:
    body = member(build(), "ppt/presentation.xml")
    assert re.findall(r'<p14:section name="(.*?)" id="(\{[0-9A-F-]{36}\})">(.*?)</p14:section>', body) == [
        ("开场 &amp; “引言”", sections_id("s1"), '<p14:sldIdLst><p14:sldId id="257"/></p14:sldIdLst>'),
        ("二", sections_id("s2"), '<p14:sldIdLst><p14:sldId id="258"/></p14:sldIdLst>'),
    ]


def sections_id(section: str) -> str:
    return guid("deck", "section", section)


def test_ids_are_version_5_uuids() -> None:
    made = uuid.UUID(guid("deck", "部分"))
    assert (made.version, made.variant) == (5, uuid.RFC_4122)


def test_section_ids_differ_between_decks_and_sections() -> None:
    def made(deck: str, section: str) -> str:
        return sections_xml(deck, [ComposedSection(section, "x", ())], {})

    assert len({made("a", "bc"), made("ab", "c"), made("a", "c")}) == 3
    assert made("a", "b") == made("a", "b")


def test_a_section_with_a_missing_slide_is_refused() -> None:
    with pytest.raises(KeyError):
        sections_xml("deck", [ComposedSection("s", "x", ("gone",))], {})


def test_a_deck_without_sections_has_no_extension_list() -> None:
    body = presentation_xml("rId1", "rId2", [], "zh-CN", "。", "（")
    assert "extLst" not in body
    assert sections_xml("deck", (), {}) == ""


def test_line_breaking_rules_go_with_the_language() -> None:
    def kinsoku(language: str) -> list[str]:
        return re.findall(r"<p:kinsoku[^>]*>", presentation_xml("rId1", "rId2", [], language, '。"', "（"))

    assert kinsoku("ja-JP") == ['<p:kinsoku lang="ja-JP" invalStChars="。&quot;" invalEndChars="（"/>']
    assert kinsoku("en-US") == []


def test_default_text_is_tagged_with_the_language_of_the_deck() -> None:
    assert '<a:defRPr lang="zh-CN" altLang="en-US"/>' in member(build(), "ppt/presentation.xml")
    assert '<a:defRPr lang="en-US" altLang="zh-CN"/>' in member(build("en-US"), "ppt/presentation.xml")
    assert alternative("ja-JP") == "en-US"


def test_every_part_is_reachable_and_typed(deck: Presentation) -> None:
    data = build()
    names = {"/" + n for n in zipfile.ZipFile(io.BytesIO(data)).namelist() if ".rels" not in n and "[" not in n}
    reachable = {str(p.partname) for p in deck.part.package.iter_parts()}
    assert names == reachable
    assert names == set(re.findall('Override PartName="(.*?)"', member(data, "[Content_Types].xml")))


def test_no_part_carries_the_escape_of_markup() -> None:
    data = build()
    for name in zipfile.ZipFile(io.BytesIO(data)).namelist():
        assert not re.search("&lt;/?[ap]:", member(data, name))


@pytest.mark.parametrize("language", ["zh-CN", "en-US"])
def test_validators_report_nothing(tmp_path: Path, language: str) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(build(language))
    assert package_faults(path) == []
    assert audit_errors(path) == []
    assert sdk_errors([path]) == [[]]
