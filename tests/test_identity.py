import io
import re
import subprocess
import zipfile
import zlib
from base64 import b64decode
from pathlib import Path

import pytest
from lxml import etree
from pptx import Presentation

from slidegen.diagnostics import Report
from slidegen.pipeline import load, prepare, render
from slidegen.reader.state import State, properties_of, record_in, state_of
from slidegen.strip import strip
from tests.proof.need import need

OUTLINE = """\
title: 会议怎样开
id: meeting
slides:
  - title: 三件事
    cards: [定议题：一次一个, 发材料：提前一天, 定人员：少而精]
    notes: 先讲为什么
  - title: 两句话
    bullets: [开短会, 讲短话]
"""
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


def built(text: str, path: Path) -> Path:
    source = path.with_suffix(".yaml")
    source.write_text(text, "utf-8")
    report = Report()
    outline, library = load(source, report)
    assert outline is not None
    path.write_bytes(render(prepare(outline, library, report)))
    assert not report.failed
    return path


def slide_xml(deck: Path, number: int) -> etree._Element:
    with zipfile.ZipFile(deck) as archive:
        return etree.fromstring(archive.read(f"ppt/slides/slide{number}.xml"))


def tags(deck: Path) -> list[dict[str, str]]:
    with zipfile.ZipFile(deck) as archive:
        names = [n for n in archive.namelist() if n.startswith("ppt/tags/")]
        return [{t.get("name", ""): t.get("val", "") for t in etree.fromstring(archive.read(n))} for n in names]


def properties(deck: Path) -> dict[str, str]:
    with zipfile.ZipFile(deck) as archive:
        return dict(properties_of(archive))


def retitle(deck: Path) -> None:
    opened = Presentation(str(deck))
    opened.slides[1].shapes.title.text = "改过的标题"
    opened.save(str(deck))


def test_deck_carries_format_id_build_and_record(tmp_path: Path) -> None:
    found = properties(built(OUTLINE, tmp_path / "a.pptx"))
    assert found["slidegen.format"] == "1"
    assert found["slidegen.deck"] == "meeting"
    assert re.fullmatch("[0-9a-f]{64}", found["slidegen.build"])
    record = record_in(found)
    assert record is not None
    assert [s.id for s in record.slides] == ["cover", "三件事", "两句话", "closing"]
    cards = record.slides[1].shapes
    assert [s.path for s in cards] == ["title", "cards[1]", "cards[2]", "cards[3]"]
    assert [len(s.paragraphs) for s in cards] == [1, 2, 2, 2]


def test_build_changes_with_outline_theme_and_nothing_else(tmp_path: Path) -> None:
    first = properties(built(OUTLINE, tmp_path / "a.pptx"))["slidegen.build"]
    assert properties(built(OUTLINE, tmp_path / "b.pptx"))["slidegen.build"] == first
    assert properties(built(OUTLINE.replace("开短会", "开好会"), tmp_path / "c.pptx"))["slidegen.build"] != first
    assert properties(built("theme: dangjian\n" + OUTLINE, tmp_path / "d.pptx"))["slidegen.build"] != first


def test_slides_and_layouts_are_tagged(tmp_path: Path) -> None:
    found = tags(built(OUTLINE, tmp_path / "a.pptx"))
    assert [t["SLIDEGEN_SLIDE"] for t in found if "SLIDEGEN_SLIDE" in t] == ["cover", "三件事", "两句话", "closing"]
    assert any(t.get("SLIDEGEN_LAYOUT", "").startswith("cards-3") for t in found)


def test_shapes_are_named_by_word_and_slot_path_and_keep_their_creation_ids(tmp_path: Path) -> None:
    first, again = built(OUTLINE, tmp_path / "a.pptx"), built(OUTLINE + "theme: dangjian\n", tmp_path / "b.pptx")
    names = [e.get("name") for e in slide_xml(first, 2).iter(f"{P}cNvPr")]
    assert "卡片 cards[2]" in names
    ids = [[e.get("id") for e in slide_xml(d, 2).iter("{*}creationId")] for d in (first, again)]
    assert ids[0] == ids[1]
    assert len(set(ids[0])) == len(ids[0]) >= 5


def test_placeholder_idx_stays_when_a_card_is_added(tmp_path: Path) -> None:
    three = built(OUTLINE, tmp_path / "a.pptx")
    four = built(OUTLINE.replace("定人员：少而精", "定人员：少而精, 定时间：一小时"), tmp_path / "b.pptx")
    bodies = [[e for e in slide_xml(d, 2).iter(f"{P}ph") if e.get("type") == "body"] for d in (three, four)]
    idx = [[int(e.get("idx", 0)) for e in found] for found in bodies]
    assert idx == [[11, 12, 13], [11, 12, 13, 14]]


def test_record_holds_no_text(tmp_path: Path) -> None:
    found = properties(built(OUTLINE, tmp_path / "a.pptx"))
    pieces = [found[f"slidegen.record.{n}"] for n in range(1, len(found) - 2)]
    assert all(len(piece) <= 255 for piece in pieces)
    plain = zlib.decompress(b64decode("".join(pieces)))
    for text in ("定议题", "一次一个", "先讲为什么", "开短会"):
        assert text.encode() not in plain


def test_untouched_deck_is_known_as_built(tmp_path: Path) -> None:
    assert state_of(built(OUTLINE, tmp_path / "a.pptx")) is State.BUILT
    assert state_of(tmp_path / "none.pptx") is State.ABSENT


def test_deck_edited_with_python_pptx_is_known_as_edited(tmp_path: Path) -> None:
    deck = built(OUTLINE, tmp_path / "a.pptx")
    retitle(deck)
    assert state_of(deck) is State.EDITED


def test_deck_saved_by_libreoffice_is_known_as_edited(tmp_path: Path) -> None:
    deck = built(OUTLINE, tmp_path / "a.pptx")
    out = tmp_path / "out"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [need("soffice"), profile, "--headless", "--convert-to", "pptx", "--outdir", str(out), str(deck)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    assert state_of(out / "a.pptx") is State.EDITED
    assert properties(out / "a.pptx")["slidegen.deck"] == "meeting"


@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\x03\x04 broken"])
def test_what_is_no_deck_is_foreign(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.pptx"
    path.write_bytes(data)
    assert state_of(path) is State.FOREIGN


def test_damaged_record_counts_as_edited(tmp_path: Path) -> None:
    deck = built(OUTLINE, tmp_path / "a.pptx")
    with zipfile.ZipFile(deck) as archive:
        parts = {n: archive.read(n) for n in archive.namelist()}
    parts["docProps/custom.xml"] = re.sub(rb"(record\.1\"><vt:lpwstr>)....", rb"\1AAAA", parts["docProps/custom.xml"])
    with zipfile.ZipFile(deck, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    assert state_of(deck) is State.EDITED


def test_strip_leaves_what_shows_and_nothing_that_identifies(tmp_path: Path) -> None:
    deck = built(OUTLINE, tmp_path / "a.pptx")
    bare = tmp_path / "bare.pptx"
    bare.write_bytes(strip(deck.read_bytes()))
    with zipfile.ZipFile(bare) as archive:
        names = archive.namelist()
        everything = b"".join(
            archive.read(n) for n in names if n.startswith("ppt/slide") or "rels" in n or "Types" in n
        )
    assert not [n for n in names if "tags" in n or "custom" in n]
    for mark in (b"SLIDEGEN", b"creationId", b"cards[", b"tags", b"custom.xml", b"custDataLst"):
        assert mark not in everything
    texts = [[s.text_frame.text for s in slide.shapes if s.has_text_frame] for slide in Presentation(str(bare)).slides]
    assert texts == [
        [s.text_frame.text for s in slide.shapes if s.has_text_frame] for slide in Presentation(str(deck)).slides
    ]
    assert state_of(bare) is State.FOREIGN


def test_strip_keeps_the_properties_and_ids_of_others(tmp_path: Path) -> None:
    deck = built(OUTLINE, tmp_path / "a.pptx")
    with zipfile.ZipFile(deck) as archive:
        parts = {n: archive.read(n) for n in archive.namelist()}
    fmtid = b'fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"'
    other = b"<property " + fmtid + b' pid="900" name="mine"><vt:lpwstr>x</vt:lpwstr></property>'
    parts["docProps/custom.xml"] = parts["docProps/custom.xml"].replace(b"</Properties>", other + b"</Properties>")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    bare = tmp_path / "bare.pptx"
    bare.write_bytes(strip(out.getvalue()))
    assert properties(bare) == {"mine": "x"}


def test_stripped_deck_is_valid(tmp_path: Path, proof: object) -> None:
    bare = tmp_path / "bare.pptx"
    bare.write_bytes(strip(built(OUTLINE, tmp_path / "a.pptx").read_bytes()))
    assert callable(proof)
    proof([bare])
