import pytest
from lxml import etree

from slidegen.writer.namespaces import NAMESPACES
from slidegen.writer.transition import transition_xml


def test_fade_lasts_700_milliseconds_and_falls_back_to_a_plain_fade() -> None:
    root = etree.fromstring(f"<p:sld {NAMESPACES}>{transition_xml('fade')}</p:sld>")
    content = root[0]
    assert [etree.QName(e).localname for e in content] == ["Choice", "Fallback"]
    choice, fallback = (branch[0] for branch in content)
    assert content[0].get("Requires") == "p14"
    assert choice.get("{http://schemas.microsoft.com/office/powerpoint/2010/main}dur") == "700"
    assert dict(fallback.attrib) == {"spd": "med"}
    assert [etree.QName(e[0]).localname for e in (choice, fallback)] == ["fade", "fade"]


def test_morph_moves_objects_within_a_second_and_falls_back_to_a_fade() -> None:
    root = etree.fromstring(f"<p:sld {NAMESPACES}>{transition_xml('morph')}</p:sld>")
    choice, fallback = (branch[0] for branch in root[0])
    prefix = root[0][0].get("Requires")
    assert root[0][0].nsmap[prefix] == "http://schemas.microsoft.com/office/powerpoint/2015/09/main"
    assert (etree.QName(choice[0]).namespace, choice[0].get("option")) == (root[0][0].nsmap[prefix], "byObject")
    assert int(choice.get("{http://schemas.microsoft.com/office/powerpoint/2010/main}dur")) <= 1000
    assert etree.QName(fallback[0]).localname == "fade"


def test_none_writes_nothing() -> None:
    assert transition_xml("none") == ""


def test_an_unknown_transition_is_refused() -> None:
    with pytest.raises(KeyError):
        transition_xml("spin")
