import json
from collections.abc import Callable
from pathlib import Path

import pytest

from slidegen.commands.printing import width_of

Run = Callable[..., "object"]
TALK = f"""\
title: 会议怎样开
minutes: 4
notes: {"好" * 110}
agenda: false
closing: false
sections:
  - title: 会前
    divider: false
    slides:
      - title: 定议题
        bullets: [甲, 乙]
        notes: {"汉" * 330}
      - title: 讨论 A
        minutes: 2
        bullets: [甲, 乙]
      - title: 备用
        hidden: true
        bullets: [甲, 乙]
        notes: {"汉" * 220}
  - title: 会后
    divider: false
    slides:
      - title: 纪要
        bullets: [甲, 乙]
        notes: one two three four five six seven
"""
TABLE = """\
No.  Begins  Takes   Characters  Words  Section  Title
  1    0:00   0:30          110      0  开场     会议怎样开
  2    0:30   1:30          330      0  会前     定议题
  3    2:00  2:00*            0      0  会前     讨论 A
  4         (1:00)          220      0  会前     备用
  5    4:00   0:03            0      7  会后     纪要

Section  Slides  Takes  Characters  Words
开场          1   0:30         110      0
会前          2   3:30         330      0
会后          1   0:03           0      7

* these minutes are given in the outline

(…) hidden: not shown and not counted

会议怎样开: 4 slides, 440 characters, 7 words, 4:03 in all, 0:03 over the 4:00 planned
"""


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    path = tmp_path / "talk.yaml"
    path.write_text(TALK, encoding="utf-8")
    return path


def test_timetable_has_every_slide_section_and_the_whole(run: Run, talk: Path) -> None:
    said = run("time", talk)
    assert [line.split() for line in said.out.splitlines()] == [line.split() for line in TABLE.splitlines()]
    assert said.code == 0


def test_columns_stand_one_below_the_other(run: Run, talk: Path) -> None:
    for language in ("en", "zh"):
        rows = run("time", talk, language=language).out.splitlines()[:6]
        titles = ["会议怎样开", "定议题", "讨论 A", "备用", "纪要"]
        assert len({width_of(row[: row.index(title)]) for row, title in zip(rows[1:], titles, strict=True)}) == 1


def test_talk_over_its_time_is_told_with_its_longest_slides(run: Run, talk: Path) -> None:
    said = run("time", talk)
    assert "warning[over-time] the talk takes 4:03, 0:03 more than the 4:00 planned" in said.err
    assert "shorten the longest slides first: 3 讨论 A (2:00), 2 定议题 (1:30), 1 会议怎样开 (0:30)" in said.err


def test_talk_within_its_time_is_told_what_is_left(run: Run, talk: Path) -> None:
    said = run("time", talk, "--minutes", "5")
    assert said.err == ""
    assert said.out.endswith("4:03 in all, 0:57 left of the 5:00 planned\n")


def test_pace_and_start_can_be_given(run: Run, talk: Path) -> None:
    said = run("time", talk, "--start", "23：58", "--characters-per-minute", 110, "--words-per-minute", 7)
    begins = [line.split()[1] for line in said.out.splitlines()[1:6]]
    assert begins == ["23:58:00", "23:59:00", "00:02:00", "(2:00)", "00:04:00"]
    assert "ends at 00:05:00" in said.out


def test_edited_deck_is_timed_as_it_is_now(run: Run, talk: Path, tmp_path: Path) -> None:
    from pptx import Presentation

    run("build", talk)
    deck = Presentation(tmp_path / "talk.pptx")
    deck.slides[1].notes_slide.notes_text_frame.text = "汉" * 660
    deck.save(tmp_path / "talk.pptx")
    said = run("time", "talk.pptx", "--minutes", "3.5")
    assert ["2", "0:30", "3:00", "660", "0", "会前", "定议题"] in [line.split() for line in said.out.splitlines()]
    assert "0:03 over the 3:30 planned" in said.out  # the deck does not hold the two minutes given to slide 3
    assert (said.code, "over-time" in said.err) == (0, True)


def test_json_holds_the_same_figures(run: Run, talk: Path) -> None:
    told = json.loads(run("time", talk, "--format", "json").out)
    assert [f["code"] for f in told["findings"]] == ["over-time"]
    timed = told["talk"]
    assert (timed["planned"], timed["minutes"], timed["over"]) == (4, 4.05, 0.05)
    assert [s["minutes"] for s in timed["slides"]] == [0.5, 1.5, 2, 1, 0.05]
    assert [s["begins"] for s in timed["slides"]] == ["0:00", "0:30", "2:00", None, "4:00"]
    assert [(s["section"], s["minutes"]) for s in timed["sections"]] == [("开场", 0.5), ("会前", 3.5), ("会后", 0.05)]
    assert [s["given"] for s in timed["slides"]] == [False, False, True, False, False]


def test_deck_without_sections_has_no_table_of_them(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("title: 题\nslides:\n  - {title: 一, bullets: [甲, 乙]}\n", encoding="utf-8")
    assert "Section  Slides" not in run("time", path).out


def test_faults_of_the_outline_are_told(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("title: 题\nslides:\n  - {title: 一, bulets: [甲, 乙]}\n", encoding="utf-8")
    assert run("time", path).code == 3
    assert json.loads(run("time", path, "--format", "json").out)["talk"] is not None


@pytest.mark.parametrize(
    ("name", "content", "code", "words"),
    [
        ("none.yaml", None, 2, "no-file"),
        ("none.pptx", None, 2, "no-file"),
        ("a.pptx", b"title: x", 4, "not-a-deck"),
        ("a.ppt", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 4, "not-a-deck"),
        ("a.zip", b"PK\x03\x04 damaged", 4, "not-a-deck"),
        (".", None, 5, "unreadable"),
    ],
)
def test_what_cannot_be_read_is_said(
    run: Run, tmp_path: Path, name: str, content: bytes | None, code: int, words: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    said = run("time", name)
    assert (said.code, said.out) == (code, "")
    assert words in said.err


@pytest.mark.parametrize(
    "options",
    [
        ("--start", "25:00"),
        ("--start", "9:61"),
        ("--start", "noon"),
        ("--characters-per-minute", "0"),
        ("--format", "xml"),
    ],
)
def test_wrong_options_are_a_usage_error(run: Run, talk: Path, options: tuple[str, str]) -> None:
    assert run("time", talk, *options).code == 2
