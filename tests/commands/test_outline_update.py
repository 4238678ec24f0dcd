"""`slidegen outline --update`: a changed speech, an outline that was edited, and what is said of both."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "object"]
SPEECH = """\
同志们：
一、抓学习
今年集中学习23次，人人都要参加。
（一）读原著
原著要一本一本读，读完还要写心得。
二、抓落实
落实要有时间表，逐项对账销号。
谢谢大家！
"""
OUTLINE = """\
title: 我改过的题目  # 我的注释
notes: 同志们：
sections:
  - title: 学习
    notes: 一、抓学习
    slides:
      - title: 今年的学习
        bullets: [集中学习23次, 人人都要参加]
        notes: 今年集中学习23次，人人都要参加。
      - title: 读原著
        bullets: [一本一本读, 写心得]
        notes: |
          （一）读原著
          原著要一本一本读，读完还要写心得。
  - title: 落实
    notes: 二、抓落实
    slides:
      - title: 对账销号
        bullets: [时间表, 逐项对账]
        notes: 落实要有时间表，逐项对账销号。
closing: {title: 谢谢, notes: 谢谢大家！}
"""
NOW = SPEECH.replace("23次", "25次").replace(
    "二、抓落实\n", "（二）讲党课\n党课由书记讲，每个季度讲一次。\n二、抓落实\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with an outline and a speech that changed since."""
    (tmp_path / "now.txt").write_text(NOW, encoding="utf-8")
    (tmp_path / "talk.yaml").write_text(OUTLINE, encoding="utf-8")
    return tmp_path


def test_update_holds_the_speech_and_tells_what_changed(run: Run, folder: Path) -> None:
    said = run("outline", "now.txt", "--update", "talk.yaml")
    assert said.code == 0
    assert said.out.splitlines()[-1] == "talk.yaml: 1 paragraph changed, 2 new, 1 slide new, 1 slide to look at"
    rows = [line.split() for line in said.out.splitlines()[:-1]]
    assert rows[0][:3] == ["changed", "7", "“今年的学习”"]
    assert ["look", "at", "its", "texts", "7", "“今年的学习”"] in rows
    assert "talk.yaml:8:19: warning[not-in-notes] slide 4 “今年的学习” says “23”" in said.err
    check = run("check", "talk.yaml", "--manuscript", "now.txt")
    assert check.code == 0
    assert "the whole manuscript in the notes (10 paragraphs)" in check.out
    assert (folder / "talk.yaml").read_text("utf-8").startswith("title: 我改过的题目  # 我的注释\n")


def test_second_update_has_nothing_to_do(run: Run, folder: Path) -> None:
    run("outline", "now.txt", "--update", "talk.yaml")
    first = (folder / "talk.yaml").read_bytes()
    said = run("outline", "now.txt", "--update", "talk.yaml")
    assert said.out == "talk.yaml: its notes are this manuscript already\n"
    assert (folder / "talk.yaml").read_bytes() == first


def test_update_goes_elsewhere_where_that_is_asked(run: Run, folder: Path) -> None:
    assert run("outline", "now.txt", "--update", "talk.yaml", "-o", "next.yaml").code == 0
    assert (folder / "talk.yaml").read_text("utf-8") == OUTLINE
    assert "25次" in (folder / "next.yaml").read_text("utf-8")


def test_update_overwrites_no_other_file(run: Run, folder: Path) -> None:
    (folder / "next.yaml").write_text("mine", encoding="utf-8")
    said = run("outline", "now.txt", "--update", "talk.yaml", "-o", "next.yaml")
    assert said.code == 5
    assert "error[file-exists]" in said.err
    assert (folder / "next.yaml").read_text("utf-8") == "mine"


def test_outline_with_errors_is_left_alone(run: Run, folder: Path) -> None:
    wrong = OUTLINE.replace("bullets: [时间表", "bulets: [时间表")
    (folder / "talk.yaml").write_text(wrong, encoding="utf-8")
    said = run("outline", "now.txt", "--update", "talk.yaml")
    assert (said.code, said.out) == (3, "")
    assert "unknown-key" in said.err
    assert (folder / "talk.yaml").read_text("utf-8") == wrong


def test_other_speech_is_refused(run: Run, folder: Path) -> None:
    (folder / "now.txt").write_text("完全是另一份稿子，没有一句相同。\n", encoding="utf-8")
    said = run("outline", "now.txt", "--update", "talk.yaml")
    assert said.code == 3
    assert "error[nothing-known]" in said.err
    assert (folder / "talk.yaml").read_text("utf-8") == OUTLINE


def test_notes_that_refer_to_a_speech_are_left_alone_and_named(run: Run, folder: Path) -> None:
    (folder / "speech.txt").write_text(SPEECH, encoding="utf-8")
    outline = OUTLINE.replace("notes: 一、抓学习", "notes: {from: speech.txt, paragraphs: 2}")
    (folder / "talk.yaml").write_text(outline, encoding="utf-8")
    said = run("outline", "now.txt", "--update", "talk.yaml")
    assert said.code == 0
    assert "left alone" in said.out
    assert "notes: {from: speech.txt, paragraphs: 2}" in (folder / "talk.yaml").read_text("utf-8")


def test_update_that_a_reference_prevents_writes_nothing(run: Run, folder: Path) -> None:
    (folder / "speech.txt").write_text(SPEECH, encoding="utf-8")
    outline = OUTLINE.replace("notes: 今年集中学习23次，人人都要参加。", "notes: {from: speech.txt, paragraphs: 3-4}")
    outline = outline.replace("          （一）读原著\n", "")
    (folder / "talk.yaml").write_text(outline, encoding="utf-8")
    (folder / "now.txt").write_text(SPEECH.replace("（一）读原著\n", "新的一段。\n（一）读原著\n"), encoding="utf-8")
    said = run("outline", "now.txt", "--update", "talk.yaml")
    assert said.code == 3
    assert "error[no-place]" in said.err
    assert (folder / "talk.yaml").read_text("utf-8") == outline


def test_changes_are_told_as_json_too(run: Run, folder: Path) -> None:
    said = json.loads(run("outline", "now.txt", "--update", "talk.yaml", "--format", "json").out)
    first = said["changes"][0]
    assert (first["kind"], first["line"], first["manuscript_line"]) == ("changed", 7, 3)
    assert {finding["code"] for finding in said["findings"]} == {"not-in-notes"}


def test_missing_outline_is_named(run: Run, folder: Path) -> None:
    said = run("outline", "now.txt", "--update", "tolk.yaml")
    assert said.code == 2
    assert "did you mean talk.yaml?" in said.err
    assert not list(folder.glob("*.schema.json"))


def test_outline_with_chinese_keys_gets_slides_with_chinese_keys(run: Run, folder: Path) -> None:
    outline = OUTLINE.replace("closing: {title: 谢谢, notes:", "结束页: {标题: 谢谢, 备注:")
    words = {"title": "标题", "notes": "备注", "sections": "章节", "slides": "页面", "bullets": "要点"}
    for key, word in words.items():
        outline = outline.replace(f"{key}:", f"{word}:")
    (folder / "talk.yaml").write_text(outline, encoding="utf-8")
    said = run("outline", "now.txt", "--update", "talk.yaml", language="zh")
    assert said.code == 0
    after = (folder / "talk.yaml").read_text("utf-8")
    assert "标识: " in after
    assert not any(f"{key}:" in after for key in (*words, "id", "statement", "layout"))
    assert said.out.splitlines()[-1] == "talk.yaml：1 段有改动、2 段新增、新增 1 页、1 页请查看"
