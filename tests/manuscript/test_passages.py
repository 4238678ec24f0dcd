"""Notes by reference: the deck is the one with the passage written out; whatever is wrong with a reference is named."""

import os
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slidegen.diagnostics import Exit, Report
from slidegen.manuscript.passages import Passages
from slidegen.outline.model import Outline
from slidegen.outline.nodes import Entry, Mapping, Scalar
from slidegen.outline.source import Source
from slidegen.pipeline import load, prepare, render

PARAGRAPHS = [f"第{n}段，讲第{n}件事。" for n in "一二三四五六七八九"]
SPEECH = "同志们：\n\n" + "\n".join(PARAGRAPHS) + "\n \n  谢谢大家 \n"
"""同志们 is paragraph 1, 第一段 is 2, 谢谢大家 is 11."""
OUTLINE = """\
title: 题
notes: {}
sections:
  - title: 章
    notes: {}
    slides:
      - title: 页
        bullets: [甲, 乙]
        notes: {}
closing:
  title: 完
  notes: {}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "speech.txt").write_text(SPEECH, encoding="utf-8")
    return tmp_path


def read(folder: Path, text: str, name: str = "talk.yaml") -> tuple[Outline, bytes, Report]:
    (folder / name).write_text(text, encoding="utf-8")
    report = Report()
    outline, library = load(folder / name, report)
    assert outline is not None
    return outline, render(prepare(outline, library, report)), report


def notes(folder: Path, reference: str) -> tuple[str | None, list[str]]:
    """The notes of a slide that refers to a speech, and what is said about it: code, line and exit code."""
    outline, _, report = read(
        folder, f"title: 题\nslides:\n  - title: 页\n    bullets: [甲, 乙]\n    notes: {reference}\n"
    )
    slide = outline.sections[0].slides[0]
    said = [f"{d.code} {d.span.line if d.span else 0} {int(d.exit)}" for d in report.findings]
    assert all(d.hint for d in report.findings)
    return slide.notes.text if slide.notes else None, said


def test_deck_is_the_one_with_the_text_written_out(folder: Path) -> None:
    cover, section, slide, closing = ("1", "2-3", "'4-6, 9'", "[10, 11]")
    refer = "{{from: speech.txt, paragraphs: {}}}"
    _, by_reference, report = read(folder, OUTLINE.format(*(refer.format(n) for n in (cover, section, slide, closing))))
    assert report.findings == []
    lines = ["同志们：", *PARAGRAPHS, "  谢谢大家 "]
    texts = [lines[:1], lines[1:3], [*lines[3:6], lines[8]], lines[9:]]
    quoted = ['"' + "\\n".join(text) + '"' for text in texts]
    _, written, report = read(folder, OUTLINE.format(*quoted))
    assert report.findings == []
    assert without_checksum(by_reference, folder) == without_checksum(written, folder)


def without_checksum(deck: bytes, folder: Path) -> dict[str, bytes]:
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(deck)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if name != "docProps/custom.xml"}


@pytest.mark.parametrize(
    ("reference", "numbers"),
    [
        ("{from: speech.txt, paragraphs: 2}", [2]),
        ("{from: speech.txt, paragraphs: 2-4}", [2, 3, 4]),
        ('{from: speech.txt, paragraphs: "2-4, 6"}', [2, 3, 4, 6]),
        ("{from: speech.txt, paragraphs: 2-4, 6}", [2, 3, 4, 6]),
        ("{from: speech.txt, paragraphs: 2-4, 6, 8-9}", [2, 3, 4, 6, 8, 9]),
        ("{from: speech.txt, paragraphs: [2-4, 6]}", [2, 3, 4, 6]),
        ("{from: speech.txt, paragraphs: 6, 2}", [6, 2]),
        ("{来自: speech.txt, 段落: 2－4、6}", [2, 3, 4, 6]),
        ("{来自: speech.txt, 段落: 2至4，６}", [2, 3, 4, 6]),
        ("\n      来自: speech.txt\n      段落: 2 - 4, 6", [2, 3, 4, 6]),
        ("\n      来自：speech.txt\n      段落：2–4", [2, 3, 4]),
        ("{from: ./speech.txt, paragraphs: 02}", [2]),
    ],
)
def test_numbers_are_read_as_they_are_meant(folder: Path, reference: str, numbers: Sequence[int]) -> None:
    text, said = notes(folder, reference)
    assert text == "\n".join(PARAGRAPHS[n - 2] for n in numbers)
    assert [s for s in said if not s.startswith("full-width-colon")] == []


@pytest.mark.parametrize(
    ("reference", "said"),
    [
        ("{from: speech.txt, paragraphs: 12}", "no-paragraph 5 3"),
        ("{from: speech.txt, paragraphs: 9-12}", "no-paragraph 5 3"),
        ("{from: speech.txt, paragraphs: 0}", "paragraphs 5 3"),
        ("{from: speech.txt, paragraphs: 4-2}", "paragraphs 5 3"),
        ("{from: speech.txt, paragraphs: first}", "paragraphs 5 3"),
        ("{from: speech.txt, paragraphs: '2-'}", "paragraphs 5 3"),
        ("{from: speech.txt, paragraphs: '2,,3'}", "paragraphs 5 3"),
        ("{from: speech.txt, paragraphs: []}", "wrong-type 5 3"),
        ("{from: speech.txt, paragraphs: {a: b}}", "wrong-type 5 3"),
        ("{from: speech.txt, paragraphs: }", "missing-key 5 3"),
        ("{from: speech.txt}", "missing-key 5 3"),
        ("{paragraphs: 2}", "missing-key 5 3"),
        ("{from: , paragraphs: 2}", "missing-key 5 3"),
        ("{from: [a], paragraphs: 2}", "wrong-type 5 3"),
        ("{from: speach.txt, paragraphs: 2}", "no-file 5 4"),
        ("{from: sub/speech.txt, paragraphs: 2}", "no-file 5 4"),
        ("{from: ., paragraphs: 2}", "not-a-file 5 4"),
        ("{from: ../speech.txt, paragraphs: 2}", "outside-folder 5 4"),
        ("{from: /etc/hostname, paragraphs: 1}", "outside-folder 5 4"),
        ("{from: 'C:\\speech.txt', paragraphs: 1}", "outside-folder 5 4"),
        ("{from: 'C:speech.txt', paragraphs: 1}", "outside-folder 5 4"),
        ("{from: '\\\\server\\share\\speech.txt', paragraphs: 1}", "outside-folder 5 4"),
        ("{from: sub/../../speech.txt, paragraphs: 1}", "outside-folder 5 4"),
        ("{from: away.txt, paragraphs: 1}", "outside-folder 5 4"),
        ("{from: loop.txt, paragraphs: 1}", "outside-folder 5 4"),
        ("{from: pipe.txt, paragraphs: 1}", "not-a-file 5 4"),
        ('{from: "a\\0b", paragraphs: 1}', "forbidden-character 5 3"),
        ("{from: 'https://example.org/speech.txt', paragraphs: 1}", "remote-file 5 4"),
        ("[{from: speech.txt, paragraphs: 1}]", "wrong-type 5 3"),
    ],
)
def test_faulty_reference_is_an_error_with_its_line(folder: Path, reference: str, said: str) -> None:
    outer = folder.parent / f"outside-{folder.name}.txt"
    outer.write_text("secret\n", encoding="utf-8")
    (folder / "away.txt").symlink_to(outer)
    (folder / "loop.txt").symlink_to("loop.txt")
    os.mkfifo(folder / "pipe.txt")
    text, found = notes(folder, reference)
    assert text is None
    assert said in found
    assert len(found) <= 2


def test_unknown_key_of_a_reference_is_named(folder: Path) -> None:
    assert notes(folder, "{from: speech.txt, paragraphs: 2, lines: 3}")[1] == ["unknown-key 5 3"]
    assert notes(folder, "{form: speech.txt, paragraphs: 2}")[1] == ["unknown-key 5 3", "missing-key 5 3"]


def test_nearest_name_and_number_of_paragraphs_are_told(folder: Path) -> None:
    outline = "title: 题\nslides:\n  - title: 页\n    bullets: [甲]\n    notes: {{from: {}, paragraphs: {}}}\n"
    _, _, report = read(folder, outline.format("speach.txt", 1))
    assert report.findings[0].hint == "did you mean speech.txt?"
    _, _, report = read(folder, outline.format("speech.txt", "10-14"))
    assert report.findings[0].message == f"there is no paragraph 12: {folder / 'speech.txt'} has 11"


def test_path_starts_at_the_outline_wherever_the_command_runs(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "talks").mkdir()
    (folder / "talks" / "own.txt").write_text("自己的一段\n", encoding="utf-8")
    monkeypatch.chdir(folder)
    outline = "title: 题\nnotes: {from: own.txt, paragraphs: 1}\nslides:\n  - title: 页\n    bullets: [甲, 乙]\n"
    read_in, _, report = read(Path("talks"), outline)
    assert report.findings == []
    assert read_in.notes is not None
    assert read_in.notes.text == "自己的一段"
    linked = folder / "linked"
    linked.symlink_to(folder / "talks", target_is_directory=True)
    assert read(linked, outline)[2].findings == []


def test_checksum_changes_with_the_manuscript(folder: Path) -> None:
    from slidegen.reader.state import properties_of

    def build_of(deck: bytes) -> str:
        import io
        import zipfile

        with zipfile.ZipFile(io.BytesIO(deck)) as archive:
            return properties_of(archive)["slidegen.build"]

    outline = OUTLINE.format(*["{from: speech.txt, paragraphs: 1}"] * 4)
    first, again = (build_of(read(folder, outline)[1]) for _ in range(2))
    assert first == again
    (folder / "speech.txt").write_text(SPEECH.replace("同志们", "各位"), encoding="utf-8")
    assert build_of(read(folder, outline)[1]) != first


def test_manuscript_in_another_encoding_is_told_once(folder: Path) -> None:
    (folder / "speech.txt").write_bytes(SPEECH.encode("gb18030"))
    _, _, report = read(folder, OUTLINE.format(*["{from: speech.txt, paragraphs: 1-3}"] * 4))
    assert [d.code for d in report.findings] == ["read-as-gb18030"]


def test_manuscript_that_cannot_be_decoded_is_an_error_once(folder: Path) -> None:
    (folder / "speech.txt").write_bytes(bytes(range(128, 256)) * 9)
    _, _, report = read(folder, OUTLINE.format(*["{from: speech.txt, paragraphs: 1}"] * 4))
    assert [d.code for d in report.findings] == ["undecodable"]
    assert report.exit is Exit.CONTENT


@given(st.text(max_size=20), st.text(max_size=20))
def test_any_text_is_a_passage_or_an_error(name: str, numbers: str) -> None:
    span = Source.of("talk.yaml", "x").span(0, 1)
    entries = tuple(Entry(Scalar(k, span), Scalar(v, span, '"')) for k, v in (("from", name), ("paragraphs", numbers)))
    report = Report()
    passages = Passages(Path(__file__).parent / "talk.yaml", report)
    assert (passages.text(Mapping(entries, span)) is None) == report.failed
