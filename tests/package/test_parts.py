import posixpath
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from slidegen.package.parts import Package, Relationships, relative

segments = st.lists(st.sampled_from(["ppt", "slides", "media", "a", "b"]), min_size=1, max_size=4)


@given(segments, segments)
def test_a_relative_target_leads_back_to_the_part(source: list[str], target: list[str]) -> None:
    here, there = "/" + "/".join(source) + ".xml", "/" + "/".join(target) + ".xml"
    assert posixpath.normpath(posixpath.join(posixpath.dirname(here), relative(here, there))) == there


def test_targets_are_written_relative_to_their_source() -> None:
    assert (
        relative("/ppt/slides/slide1.xml", "/ppt/slideLayouts/slideLayout1.xml") == "../slideLayouts/slideLayout1.xml"
    )
    assert relative("/ppt/presentation.xml", "/ppt/theme/theme1.xml") == "theme/theme1.xml"
    assert relative("/ppt/slides/slide1.xml", "/ppt/slides/slide2.xml") == "slide2.xml"
    assert relative("/", "/docProps/app.xml") == "docProps/app.xml"


def test_ids_count_up_and_the_same_target_keeps_its_id() -> None:
    rels = Relationships("/ppt/slides/slide1.xml")
    assert [rels.to("t", "/a"), rels.to("t", "/b"), rels.to("t", "/a"), rels.to("u", "/a")] == [
        "rId1",
        "rId2",
        "rId1",
        "rId3",
    ]


def test_an_address_is_external_and_escaped() -> None:
    rels = Relationships("/ppt/slides/slide1.xml")
    rid = rels.external("hyperlink", 'https://example.org/?a=1&b="2"')
    assert rels.to("hyperlink", 'https://example.org/?a=1&b="2"') != rid
    body = rels.xml()
    assert body is not None
    row = etree.fromstring(body.encode())[0]
    assert (row.get("Id"), row.get("TargetMode")) == (rid, "External")
    assert row.get("Target") == 'https://example.org/?a=1&b="2"'


def test_no_relationships_make_no_part() -> None:
    package = Package()
    package.add("/a.xml", "x/y", "<a/>", Relationships("/a.xml"))
    assert Relationships("/a.xml").xml() is None
    assert [name for name, _ in package.members()] == ["[Content_Types].xml", "a.xml"]


def test_members_come_in_order_with_content_types_first() -> None:
    package = Package()
    for name in ("/ppt/b.xml", "/ppt/a.xml"):
        rels = Relationships(name)
        rels.to("t", "/ppt/a.xml")
        package.add(name, "x/y", "<a/>", rels)
    package.relate("t", "/ppt/b.xml")
    assert [name for name, _ in package.members()] == [
        "[Content_Types].xml",
        "_rels/.rels",
        "ppt/b.xml",
        "ppt/_rels/b.xml.rels",
        "ppt/a.xml",
        "ppt/_rels/a.xml.rels",
    ]


def test_pictures_have_a_default_content_type_and_other_parts_their_own() -> None:
    package = Package()
    package.add("/ppt/media/image1.png", "image/png", b"")
    package.add("/ppt/media/image2.PNG", "image/png", b"")
    package.add("/ppt/media/odd.png", "application/octet-stream", b"")
    body = str(next(package.members())[1])
    assert re.findall('Extension="(.*?)"', body) == ["rels", "xml", "png"]
    assert re.findall('PartName="(.*?)"', body) == ["/ppt/media/odd.png"]


@pytest.mark.parametrize("name", ["/ppt/a.xml", "/PPT/A.xml", "ppt/b.xml"])
def test_a_repeated_or_relative_part_name_is_refused(name: str) -> None:
    package = Package()
    package.add("/ppt/a.xml", "x/y", "")
    with pytest.raises(ValueError, match="part name"):
        package.add(name, "x/y", "")
