from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

Run = Callable[..., "object"]
TALK = "title: 题\nslides:\n  - title: 一\n    bullets: [甲, 乙]\n    notes: 各位好。\n"


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    path = tmp_path / "talk.yaml"
    path.write_text(TALK, encoding="utf-8")
    return path


def test_script_lands_beside_the_outline_as_a_word_file(run: Run, talk: Path, tmp_path: Path) -> None:
    said = run("script", talk)
    assert (said.code, said.err) == (0, "")
    assert said.out == f"{tmp_path / 'talk-script.docx'}: 3 slides, 0:01 in all\n"
    texts = [p.text for p in Document(tmp_path / "talk-script.docx").paragraphs]
    assert texts[texts.index("2  一\t0:00") + 1] == "各位好。"


def test_outline_and_its_deck_give_the_same_script(run: Run, talk: Path, tmp_path: Path) -> None:
    run("build", talk)
    for form in ("docx", "md", "txt"):
        run("script", talk, "-o", f"a.{form}")
        run("script", "talk.pptx", "-o", f"b.{form}")
        assert (tmp_path / f"a.{form}").read_bytes() == (tmp_path / f"b.{form}").read_bytes()


def test_form_is_that_of_the_name(run: Run, talk: Path, tmp_path: Path) -> None:
    run("script", talk, "-o", "a.md", "--start", "9:00")
    run("script", talk, "-o", "a.TXT")
    assert "## 2  一 · 09:00:00\n\n各位好。\n" in (tmp_path / "a.md").read_text("utf-8")
    assert "---- 2  一  0:00 ----\n\n各位好。\n" in (tmp_path / "a.TXT").read_text("utf-8")
    assert run("script", talk, "-o", "a.pdf").code == 2


def test_existing_file_is_replaced_only_when_asked(run: Run, talk: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("mine")
    said = run("script", talk, "-o", "a.txt")
    assert said.code == 5
    assert "file-exists" in said.err
    assert "--overwrite" in said.err
    assert (tmp_path / "a.txt").read_text() == "mine"
    assert run("script", talk, "-o", "a.txt", "--overwrite").code == 0
    assert "各位好。" in (tmp_path / "a.txt").read_text("utf-8")


def test_outline_is_never_replaced_by_its_script(run: Run, tmp_path: Path) -> None:
    (tmp_path / "talk.txt").write_text(TALK, encoding="utf-8")
    assert run("script", "talk.txt", "-o", tmp_path / "talk.txt", "--overwrite").code == 2
    assert (tmp_path / "talk.txt").read_text("utf-8") == TALK


def test_nothing_is_written_while_there_are_errors(run: Run, tmp_path: Path) -> None:
    (tmp_path / "talk.yaml").write_text(TALK.replace("bullets", "bulets"), encoding="utf-8")
    assert run("script", "talk.yaml").code == 3
    assert not (tmp_path / "talk-script.docx").exists()


def test_talk_without_notes_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "talk.yaml").write_text(TALK.partition("    notes")[0], encoding="utf-8")
    said = run("script", "talk.yaml")
    assert (said.code, "warning[no-notes]" in said.err) == (0, True)


@pytest.mark.parametrize("place", ["nowhere/a.docx", "folder.txt"])
def test_place_that_cannot_be_written_is_said(run: Run, talk: Path, tmp_path: Path, place: str) -> None:
    (tmp_path / "folder.txt").mkdir()
    said = run("script", talk, "-o", place)
    assert (said.code, "not-saved" in said.err) == (5, True)
