"""`slidegen check --manuscript`: outlines, built decks and edited ones are held against a speech."""

import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from pptx import Presentation

Run = Callable[..., "object"]
SPEECH = """\
同志们：

今年发展党员23名，学习《准则》。
　　全市**系统要带头，不能只看不做。
第三段讲落实。
最后一段讲责任。
谢谢大家。
"""
OUTLINE = """\
title: 强化监督
notes: {from: speech.txt, paragraphs: 1}
sections:
  - title: 党员
    notes: 今年发展党员23名，学习《准则》。
    slides:
      - title: 带头
        bullets: [全市**系统要带头]
        notes: |2
          　　全市**系统要带头，不能只看不做。

          第三段讲落实。
      - title: 备用
        hidden: true
        bullets: [甲, 乙]
        notes: 最后一段讲责任。
closing: {title: 谢谢, notes: 谢谢大家。}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a speech and an outline that holds all of it."""
    (tmp_path / "speech.txt").write_text(SPEECH, encoding="utf-8")
    (tmp_path / "talk.yaml").write_text(OUTLINE, encoding="utf-8")
    return tmp_path


def checked(run: Run, deck: str, code: int, *options: str, speech: str = "speech.txt") -> list[tuple[str, str, int]]:
    """What is found: codes, and the file and line of each; the run returned `code`."""
    said = run("check", deck, "--manuscript", speech, "--format", "json", *options)
    assert (said.code, said.err) == (code, "")
    found = json.loads(said.out)["findings"]
    return [(f["code"], f["span"]["file"] if f["span"] else "", f["span"]["line"] if f["span"] else 0) for f in found]


def edited(folder: Path, change: Callable[..., None], name: str = "edited.pptx") -> None:
    deck = Presentation(str(folder / "talk.pptx"))
    change(deck)
    deck.save(str(folder / name))


def notes_of(deck: object, number: int) -> object:
    return deck.slides[number - 1].notes_slide.notes_text_frame  # type: ignore[attr-defined]


def test_outline_and_deck_that_hold_the_speech_are_told_so(run: Run, folder: Path) -> None:
    assert run("build", "talk.yaml").code == 0
    for deck, state in (("talk.yaml", ""), ("talk.pptx", "5 with notes, as slidegen built it, ")):
        said = run("check", deck, "--manuscript", "speech.txt", "--strict")
        assert (said.code, said.err) == (0, "")
        facts = f"6 slides, {state}the whole manuscript in the notes (6 paragraphs), nothing to mend"
        assert said.out == f"{deck}: {facts}\n"


def test_speech_in_another_encoding_is_the_same_speech(run: Run, folder: Path) -> None:
    (folder / "old.txt").write_bytes(SPEECH.replace("\n", "\r\n").encode("gb18030"))
    assert checked(run, "talk.yaml", 0, speech="old.txt") == [("read-as-gb18030", "", 0)]


@pytest.mark.parametrize(
    ("old", "new", "code", "found"),
    [
        ("        notes: 最后一段讲责任。\n", "", 3, [("manuscript-missing", "speech.txt", 6)]),
        ("第三段讲落实。\n", "第三段讲落实！\n", 3, [("manuscript-changed", "speech.txt", 5)]),
        ("　　全市**系统", "全市**系统", 3, [("manuscript-changed", "speech.txt", 4)]),
        ("notes: 谢谢大家。", "notes: 第三段讲落实。", 3,
         [("manuscript-doubled", "speech.txt", 5), ("manuscript-missing", "speech.txt", 7)]),
        ("第三段讲落实。\n", "第三段讲落实。\n          又一句自己的话。\n", 0, [("manuscript-added", "talk.yaml", 7)]),
        ("[全市**系统要带头]", "[全市**系统要带头, 完成99件]", 0, [("not-in-notes", "talk.yaml", 8)]),
        ("[全市**系统要带头]", "[全市系统要带头]", 0, [("redaction-lost", "talk.yaml", 8)]),
        ("title: 党员", "title: 党员23名", 0, []),
        ("title: 党员", "title: 党员24名", 0, [("not-in-notes", "talk.yaml", 4)]),
    ],
)  # fmt: skip
def test_outline_that_departs_from_the_speech(
    run: Run, folder: Path, old: str, new: str, code: int, found: list[tuple[str, str, int]]
) -> None:
    assert OUTLINE.count(old) == 1
    (folder / "talk.yaml").write_text(OUTLINE.replace(old, new), encoding="utf-8")
    assert sorted(checked(run, "talk.yaml", code)) == sorted(found)
    assert checked(run, "talk.yaml", 3 if found else 0, "--strict") != [] or not found


def test_finding_tells_slide_and_line_of_the_outline(run: Run, folder: Path) -> None:
    (folder / "talk.yaml").write_text(OUTLINE.replace("第三段讲落实。\n", "第三段讲落实！\n"), encoding="utf-8")
    err = run("check", "talk.yaml", "--manuscript", "speech.txt").err
    assert "speech.txt:5:7: error[manuscript-changed] the notes of slide 4 “带头” (talk.yaml:7) change" in err
    assert "“第三段讲落实。” has become “第三段讲落实！”" in err


def test_deck_edited_in_powerpoint_is_read_as_it_is_now(run: Run, folder: Path) -> None:
    assert run("build", "talk.yaml").code == 0

    def change(deck: object) -> None:
        notes_of(deck, 4).text = "　　全市**系统要带头，不能只看不做。\n第三段不讲落实。"  # type: ignore[attr-defined]
        notes_of(deck, 3).text = ""  # type: ignore[attr-defined]
        slides = deck.slides._sldIdLst  # type: ignore[attr-defined]
        slides.append(slides[0])  # the cover goes to the end

    edited(folder, change)
    found = checked(run, "edited.pptx", 3)
    assert [(code, line) for code, _, line in found] == [
        ("manuscript-moved", 1),
        ("manuscript-missing", 3),
        ("manuscript-changed", 5),
    ]
    said = run("check", "edited.pptx", "--manuscript", "speech.txt")
    assert "3 of 6 paragraphs of the manuscript" in said.out
    assert "changed since slidegen built it" in said.out
    assert "on slide 6 “强化监督”" in said.err


def test_texts_of_an_edited_deck_are_held_against_its_notes(run: Run, folder: Path) -> None:
    assert run("build", "talk.yaml").code == 0

    def change(deck: object) -> None:
        slide = deck.slides[3]  # type: ignore[attr-defined]
        slide.shapes.title.text = "带头“三个表率”"
        slide.shapes.add_textbox(0, 0, 999999, 999999).text_frame.text = "完成99件"
        slide.shapes.add_table(1, 1, 0, 0, 999999, 999999).table.cell(0, 0).text = "23"

    edited(folder, change)
    said = run("check", "edited.pptx", "--manuscript", "speech.txt")
    found = [line for line in said.err.splitlines() if "not-in-notes" in line]
    assert said.code == 0
    assert len(found) == 3
    assert all("slide 4 “带头“三个表率””" in line for line in found)
    assert [word in line for word, line in zip(("“三个表率”", "“99”", "“23”"), found, strict=True)] == [True] * 3


def test_slides_on_which_another_one_goes_on_add_nothing(run: Run, folder: Path) -> None:
    points = "".join(f"      - 要求各单位认真落实，做到有部署有检查{'有' * n}\n" for n in range(30))
    outline = (
        f"title: 题\nclosing: false\nslides:\n  - title: 要点\n    notes: 讲稿23\n    bullets:\n{points}      - 23\n"
    )
    (folder / "talk.yaml").write_text(outline, encoding="utf-8")
    (folder / "speech.txt").write_text("讲稿23\n", encoding="utf-8")
    assert run("build", "talk.yaml").code == 0
    assert len(Presentation(str(folder / "talk.pptx")).slides) > 3
    for deck in ("talk.yaml", "talk.pptx"):
        assert checked(run, deck, 0) == []


def test_deck_of_another_program_is_read(run: Run, folder: Path) -> None:
    deck = Presentation()
    for line in SPEECH.split("\n"):
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        slide.notes_slide.notes_text_frame.text = line
    deck.save(str(folder / "own.pptx"))
    assert checked(run, "own.pptx", 0) == []
    assert "not built by slidegen" in run("check", "own.pptx", "--manuscript", "speech.txt").out


def test_finished_deck_without_a_manuscript_is_counted_and_nothing_more(run: Run, folder: Path) -> None:
    assert run("build", "talk.yaml").code == 0
    said = run("check", "talk.pptx")
    assert (said.code, said.out) == (0, "talk.pptx: 6 slides, 5 with notes, as slidegen built it\n")
    assert "note[no-manuscript]" in said.err
    assert "--manuscript" in said.err


# ------------------------------------------------------------ what cannot be read


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "not-a-deck"),
        (b"title: talk\n", "not-a-deck"),
        (b"PK\x03\x04" + b"\0" * 500, "not-a-deck"),
        (bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 600, "locked-deck"),
    ],
)
def test_file_that_is_no_deck_is_told(run: Run, folder: Path, data: bytes, code: str) -> None:
    (folder / "bad.pptx").write_bytes(data)
    for options in ((), ("--manuscript", "speech.txt")):
        said = run("check", "bad.pptx", *options)
        assert (said.code, said.out) == (4, "bad.pptx: 1 error\n")
        assert f"error[{code}] bad.pptx" in said.err
        assert "hint:" in said.err


def test_old_presentation_is_told_as_such(run: Run, folder: Path) -> None:
    (folder / "old.PPT").write_bytes(bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600))
    assert "or is an old .ppt file" in run("check", "old.PPT").err


def test_damaged_deck_is_read_or_told(run: Run, folder: Path) -> None:
    assert run("build", "talk.yaml").code == 0
    whole = (folder / "talk.pptx").read_bytes()
    chance = random.Random(7)
    codes = set()
    for _ in range(60):
        data = bytearray(whole)
        for _ in range(chance.randrange(1, 40)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        (folder / "bad.pptx").write_bytes(data[: chance.choice([len(data), chance.randrange(len(data))])])
        said = run("check", "bad.pptx", "--manuscript", "speech.txt")
        assert said.code in (0, 3, 4)
        codes.add(said.code)
    assert 4 in codes


@pytest.mark.parametrize(
    ("name", "data", "code", "words"),
    [
        ("speach.txt", None, 2, "did you mean speech.txt?"),
        ("noise.txt", bytes(range(128, 256)) * 9, 3, "error[undecodable]"),
    ],
)
def test_manuscript_that_cannot_be_read_ends_the_check(
    run: Run, folder: Path, name: str, data: bytes | None, code: int, words: str
) -> None:
    if data is not None:
        (folder / name).write_bytes(data)
    said = run("check", "talk.yaml", "--manuscript", name)
    assert (said.code, said.out) == (code, "")
    assert words in said.err


def test_outline_that_cannot_be_composed_is_not_held_against_the_speech(run: Run, folder: Path) -> None:
    (folder / "talk.yaml").write_text("title: 题\nslides: []\nlayout: x\n", encoding="utf-8")
    codes = {code for code, *_ in checked(run, "talk.yaml", 3)}
    assert "no-slides" in codes
