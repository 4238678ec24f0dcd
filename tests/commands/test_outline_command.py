"""`slidegen outline`, and a manuscript by itself: what a presenter with a speech types."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pptx import Presentation

from tests.commands.conftest import Said

Run = Callable[..., Said]

SPEECH = """同志们：
下面，我围绕抓好落实讲两点意见：
一、提高认识
要切实把思想统一起来。各单位要把任务分解到人，每周检查一次，每月通报一次。
二、压实责任
（一）领导要靠前。各单位主要负责同志要亲自领办一件最难的事，每半个月到现场看一次。
（二）督查要较真。既要查事情办没办，也要查群众认不认，整改不到位的在全系统通报。
谢谢大家！
"""


@pytest.fixture
def speech(tmp_path: Path) -> Path:
    path = tmp_path / "讲话稿.txt"
    path.write_text(SPEECH, encoding="utf-8")
    return path


def test_outline_is_written_beside_the_manuscript_and_the_closing_line_shows_how_it_was_read(
    run: Run, speech: Path
) -> None:
    said = run("outline", speech)
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(f"{speech.with_suffix('.yaml')}: 2 sections, ")
    assert "8 paragraphs, read as utf-8: 同志们：" in said.out
    assert (speech.parent / "slidegen.schema.json").exists()
    assert run("build", speech.with_suffix(".yaml")).code == 0
    assert run("check", speech.with_suffix(".yaml"), "--manuscript", speech).code == 0


def test_a_manuscript_by_itself_becomes_outline_and_deck(run: Run, speech: Path) -> None:
    said = run(speech)
    assert (said.code, said.err) == (0, "")
    deck = Presentation(str(speech.with_suffix(".pptx")))
    notes = [slide.notes_slide.notes_text_frame.text for slide in deck.slides if slide.has_notes_slide]
    assert "\n".join(notes) + "\n" == SPEECH
    assert run("check", speech.with_suffix(".pptx"), "--manuscript", speech).code == 0


def test_an_outline_by_itself_is_built(run: Run, speech: Path) -> None:
    run("outline", speech)
    assert run(speech.with_suffix(".yaml")).code == 0
    assert speech.with_suffix(".pptx").exists()


def test_an_outline_that_is_there_already_is_kept(run: Run, speech: Path) -> None:
    outline = speech.with_suffix(".yaml")
    outline.write_text("title: mine\n", encoding="utf-8")
    for arguments in (("outline", speech), (speech,)):
        said = run(*arguments)
        assert said.code == 5
        assert f"{outline} exists already" in said.err
    assert outline.read_text(encoding="utf-8") == "title: mine\n"
    assert not speech.with_suffix(".pptx").exists()


@pytest.mark.parametrize(("name", "near"), [("讲话搞.txt", "讲话稿.txt"), ("tolk.yaml", "talk.yaml")])
def test_a_file_by_itself_that_is_not_there_is_told_as_a_file(
    run: Run, speech: Path, tmp_path: Path, name: str, near: str
) -> None:
    run("outline", speech, "-o", "talk.yaml")
    said = run(name)
    assert said.code == 2
    assert f"no file {name}" in said.err
    assert f"did you mean {near}?" in said.err


def test_a_theme_that_there_is_not_writes_nothing(run: Run, speech: Path) -> None:
    for arguments in (("outline", speech), (speech,)):
        said = run(*arguments, "--theme", "azur")
        assert said.code == 3
        assert "did you mean `azure`?" in said.err
    assert not speech.with_suffix(".yaml").exists()


def test_what_was_written_is_told_as_json_too(run: Run, speech: Path) -> None:
    told = json.loads(run("outline", speech, "--format", "json").out)
    assert told["findings"] == []
    assert told["written"]["outline"] == str(speech.with_suffix(".yaml"))
    assert (told["written"]["sections"], told["written"]["paragraphs"]) == (2, 8)
    again = run("outline", speech, "--format", "json")
    assert again.code == 5
    told = json.loads(again.out)
    assert told["written"] is None
    assert [finding["code"] for finding in told["findings"]] == ["file-exists"]


def test_headings_are_printed_as_a_tree_and_nothing_is_written(run: Run, speech: Path) -> None:
    said = run("outline", "--headings", speech)
    assert said.out.split("\n")[:4] == [
        "3  一、提高认识",
        "5  二、压实责任",
        "6    （一）领导要靠前",
        "7    （二）督查要较真",
    ]
    assert not speech.with_suffix(".yaml").exists()


def test_headings_as_json_are_for_programs(run: Run, speech: Path) -> None:
    found = json.loads(run("outline", "--headings", "--format", "json", speech).out)
    assert found[0] == {"line": 3, "level": 1, "kind": "line", "text": "提高认识"}
    assert found[2] == {"line": 6, "level": 2, "kind": "runin", "text": "领导要靠前"}


def test_standard_input_gives_the_outline_on_standard_output(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SPEECH.encode())))
    said = run("outline", "-")
    assert said.code == 0
    assert said.out.startswith("# yaml-language-server")
    assert "  - title: 提高认识\n" in said.out


def test_theme_and_output_are_as_asked(run: Run, speech: Path, tmp_path: Path) -> None:
    assert run("outline", speech, "-o", tmp_path / "talk.yaml", "--theme", "dangjian").code == 0
    assert "\ntheme: dangjian\n" in (tmp_path / "talk.yaml").read_text(encoding="utf-8")


def test_encoding_of_older_editors_is_told(run: Run, speech: Path) -> None:
    speech.write_bytes(SPEECH.encode("gb18030"))
    said = run("outline", speech)
    assert said.code == 0
    assert "read as gb18030: 同志们：" in said.out


def test_comments_of_the_outline_are_in_the_language_of_who_asks(run: Run, speech: Path) -> None:
    run("outline", speech, language="zh")
    assert "# 备注就是讲稿原文" in speech.with_suffix(".yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["没有.txt", "没有.docx"])
def test_a_manuscript_that_is_not_there_is_told(run: Run, name: str) -> None:
    said = run("outline", name)
    assert said.code == 2
    assert f"there is no file {name}" in said.err


def test_a_file_without_text_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "leer.txt").write_text("\n \n", encoding="utf-8")
    said = run("leer.txt")
    assert said.code == 3
    assert "holds no text" in said.err
    assert not (tmp_path / "leer.yaml").exists()
