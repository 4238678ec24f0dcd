"""Timing: what PowerPoint needs of builds so that it opens the file and plays them."""

import io
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from pptx import Presentation
from pptx.oxml.ns import qn

from slidegen.strip import strip
from tests.building import good
from tests.proof.prove import prove

DECK = """\
title: Talk
language: en
slides:
  - {title: A, build: paragraphs, bullets: [One, [Below], Two], takeaway: End}
  - {title: B, build: items, cards: [{title: A, icon: shield}, B, C]}
  - {title: C, build: items, steps: [One, Two, Three]}
  - {title: D, build: paragraphs, table: [[a, b], ['1', '2']]}
  - {title: E, quiz: Which?, options: [This, That], answer: This}
  - {title: F, bullets: [One, Two]}
"""
NS = {"p": "http://schemas.openxmlformats.org/presentationml/2006/main"}


def timings(text: str = DECK) -> list[tuple[etree._Element, etree._Element]]:
    """The slides with builds, each with its timing."""
    found = [(s._element, s._element.find(qn("p:timing"))) for s in good(text).pptx().slides]
    return [(slide, timing) for slide, timing in found if timing is not None]


def test_timing_stands_between_transition_and_extensions() -> None:
    for slide, _ in timings():
        names = [etree.QName(child).localname for child in slide]
        assert names == ["cSld", "clrMapOvr", "AlternateContent", "timing", *names[4:]]
        assert names[4:] in ([], ["extLst"])


def test_slide_without_builds_has_no_timing() -> None:
    assert len(timings()) == 5


def test_time_nodes_have_numbers_of_their_own() -> None:
    for _, timing in timings():
        numbers = [node.get("id") for node in timing.iter(qn("p:cTn"))]
        assert numbers == [str(n) for n in range(1, len(numbers) + 1)]


def test_effects_aim_at_shapes_of_the_slide_and_at_paragraphs_they_have() -> None:
    for slide, timing in timings():
        shapes = {s.get("id"): s.getparent().getparent() for s in slide.iter(qn("p:cNvPr"))}
        for target in timing.iter(qn("p:spTgt")):
            paragraphs = len(list(shapes[target.get("spid")].iter(qn("a:p"))))
            for stretch in target.iter(qn("p:pRg")):
                assert 0 <= int(stretch.get("st")) <= int(stretch.get("end")) < paragraphs


def test_every_group_has_its_one_build_and_tables_have_none() -> None:
    for slide, timing in timings():
        tables = {frame.find(".//p:cNvPr", NS).get("id") for frame in slide.iter(qn("p:graphicFrame"))}
        builds = [(b.get("spid"), b.get("grpId")) for b in timing.iter(qn("p:bldP"))]
        grouped = set()
        for effect in timing.iterfind(".//p:cTn[@presetID]", NS):
            shape = effect.find(".//p:spTgt", NS).get("spid")
            assert (effect.get("grpId") is None) == (shape in tables)
            if shape not in tables:
                grouped.add((shape, effect.get("grpId")))
        assert sorted(builds) == sorted(grouped)


def test_first_effect_of_a_click_waits_for_it_and_the_others_come_with_it() -> None:
    for _, timing in timings():
        clicks = timing.findall(".//p:cTn[@nodeType='mainSeq']/p:childTnLst/p:par", NS)
        assert clicks
        for click in clicks:
            kinds = [effect.get("nodeType") for effect in click.iterfind(".//p:cTn[@presetID]", NS)]
            assert kinds == ["clickEffect", *["withEffect"] * (len(kinds) - 1)]


def test_level_one_paragraph_comes_with_its_children() -> None:
    _, timing = timings()[0]
    assert [(p.get("st"), p.get("end")) for p in timing.iter(qn("p:pRg"))] == [("0", "1"), ("2", "2")]
    assert next(b.get("build") for b in timing.iter(qn("p:bldP"))) == "p"


@given(st.lists(st.tuples(st.text("ab", min_size=1, max_size=4), st.booleans()), min_size=2, max_size=3))
@settings(max_examples=15, deadline=None)
def test_each_paragraph_of_any_list_comes_exactly_once(points: list[tuple[str, bool]]) -> None:
    rows = "".join(f"      - {word}x\n" + "      - [below, below]\n" * below for word, below in points)
    text = f"title: T\nlanguage: en\nslides:\n  - title: A\n    build: paragraphs\n    bullets:\n{rows}"
    ((_, timing),) = timings(text)
    covered = [n for p in timing.iter(qn("p:pRg")) for n in range(int(p.get("st")), int(p.get("end")) + 1)]
    assert covered == list(range(len(points) + 2 * sum(below for _, below in points)))


def test_stripped_deck_keeps_its_builds() -> None:
    before = [etree.tostring(timing) for _, timing in timings()]
    slides = Presentation(io.BytesIO(strip(good(DECK).data()))).slides
    after = [s._element.find(qn("p:timing")) for s in slides]
    assert [etree.tostring(timing) for timing in after if timing is not None] == before


def test_validators_and_libreoffice_take_builds(tmp_path: Path) -> None:
    deck = tmp_path / "built.pptx"
    deck.write_bytes(good(DECK).data())
    prove([deck])
