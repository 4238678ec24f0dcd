"""`slidegen reuse`: an earlier outline becomes the next one, with what may be stale in it marked."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from slidegen.diagnostics import Report
from slidegen.outline.events import parse
from slidegen.outline.nodes import Mapping, Node, Scalar
from slidegen.outline.source import Source
from slidegen.outline.traps import scan

Run = Callable[..., "object"]
DECKS = sorted((Path(__file__).parents[2] / "decks").glob("*.yaml"))
OUTLINE = """\
# yaml-language-server: $schema=slidegen.schema.json
title: 2025年度工作会议   # 我的注释
date: 2025-01-16
presenter: 王小明
id: meeting
sections:
  - title: 去年的工作
    id: past
    slides:
      - {title: 王小明谈体会, bullets: [办结23件, 不变的话], notes: 去年办结23件。}
      # 数字要核对
      - title: 成绩
        id: done
        bullets:
          - 办结率
            98.1%
          - "投入
            30万元"
        notes: |   # 原文
          到9月底办结19项。
"""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "old.yaml"
    path.write_text(OUTLINE, encoding="utf-8")
    return path


def texts(outline: str) -> list[str]:
    """All keys and values of an outline, without those that are emptied."""

    def every(node: Node, key: str = "") -> Iterator[str]:
        if isinstance(node, Scalar):
            yield f"{key}={node.text}"
        elif isinstance(node, Mapping):
            for entry in node.entries:
                yield from every(entry.value, entry.key.text)
        else:
            for item in node:
                yield from every(item, key)

    root = parse(scan(Source.of("talk.yaml", outline), Report()), Report())
    assert root is not None
    return [text for text in every(root) if text.partition("=")[0] not in ("date", "presenter", "日期", "主讲")]


@pytest.mark.parametrize("deck", DECKS, ids=lambda path: path.stem)
def test_only_comments_come_in(run: Run, tmp_path: Path, deck: Path) -> None:
    assert run("reuse", deck, "-o", "new.yaml").code == 0
    new, before = (tmp_path / "new.yaml").read_text("utf-8"), deck.read_text("utf-8")
    assert texts(new) == texts(before)
    shutil.copytree(deck.parent, tmp_path, ignore=shutil.ignore_patterns("*.yaml"), dirs_exist_ok=True)
    comments = [line for line in before.split("\n") if line.lstrip().startswith("#")]
    assert [line for line in comments if line not in new.split("\n")] == []
    assert run("check", "new.yaml").code == 0


def test_what_may_be_stale_is_marked_at_its_line_and_listed(run: Run, tmp_path: Path, old: Path) -> None:
    said = run("reuse", "old.yaml", "-o", "new.yaml")
    new = (tmp_path / "new.yaml").read_text("utf-8")
    assert texts(new) == texts(OUTLINE)
    lines = new.split("\n")
    assert lines[0] == OUTLINE.split("\n")[0]
    assert lines[1].startswith("# Made from old.yaml.")
    assert "title: 2025年度工作会议   # 我的注释   # check: 2025年度工作会议" in lines
    assert "# date: 2025-01-16" in lines
    assert "# presenter: 王小明" in lines
    marked = {n for n, line in enumerate(lines, 1) if "# check: " in line}
    listed = {int(line.split()[0]) for line in said.out.splitlines()[:-1]}
    assert marked == listed
    assert [line.split("# check: ")[1] for line in lines if "王小明谈" in line] == ["王小明, 23件, 去年"]
    assert any(line.endswith('30万元"   # check: 30万') for line in lines)
    assert "        notes: |   # 原文   # check: 9月底, 19项" in lines
    assert said.out.splitlines()[-1] == f"new.yaml: {len(marked)} lines to check"


def test_no_comment_goes_into_a_text_of_several_lines(run: Run, tmp_path: Path, old: Path) -> None:
    outline = 'title: 题\nslides:\n  - {title: 2025年的事, bullets: ["一\n      二", 三]}\n'
    old.write_text(outline, encoding="utf-8")
    said = run("reuse", "old.yaml", "-o", "new.yaml")
    assert texts((tmp_path / "new.yaml").read_text("utf-8")) == texts(outline)
    assert "2025年" in said.out


def test_notes_are_dropped_where_that_is_asked(run: Run, tmp_path: Path, old: Path) -> None:
    assert run("reuse", "old.yaml", "-o", "new.yaml", "--notes", "drop").code == 0
    new = (tmp_path / "new.yaml").read_text("utf-8")
    assert [text for text in texts(new) if text.startswith("notes")] == ["notes=", "notes="]
    assert [t for t in texts(new) if not t.startswith("notes")] == [
        t for t in texts(OUTLINE) if not t.startswith("notes")
    ]
    assert "        notes: # 原文" in new.split("\n")
    assert run("check", "new.yaml").code == 0


def test_existing_file_is_never_overwritten(run: Run, tmp_path: Path, old: Path) -> None:
    said = run("reuse", "old.yaml", "-o", "old.yaml")
    assert said.code == 5
    assert "error[file-exists]" in said.err
    assert old.read_text("utf-8") == OUTLINE


def test_outline_with_errors_is_refused(run: Run, tmp_path: Path, old: Path) -> None:
    old.write_text(OUTLINE.replace("title: 成绩", "titel: x: y"), encoding="utf-8")
    assert run("reuse", "old.yaml", "-o", "new.yaml").code == 3
    assert not (tmp_path / "new.yaml").exists()


def test_notes_are_kept_or_dropped_and_nothing_else(run: Run, old: Path) -> None:
    said = run("reuse", "old.yaml", "-o", "new.yaml", "--notes", "some")
    assert said.code == 2
    assert "keep or drop" in said.err


def test_missing_outline_is_named(run: Run, old: Path) -> None:
    said = run("reuse", "odl.yaml", "-o", "new.yaml")
    assert said.code == 2
    assert "did you mean old.yaml?" in said.err
