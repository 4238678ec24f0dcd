"""An update of an outline that somebody edited: what goes where, and what is told."""

import pytest

from slidegen.diagnostics import Report
from slidegen.manuscript.update.update import update
from tests.manuscript.update.updating import brought, kinds, read, speech_of, updated

SPEECH = """\
同志们：
一、抓学习
学习是第一位的事情，要天天学。
（一）读原著
原著要一本一本读，读完还要写心得。
每个人每月至少交一篇，支部负责检查。
（二）讲党课
党课由支部书记讲，一个季度讲一次。
二、抓落实
落实要有时间表，逐项对账销号。
谢谢大家！
"""
OUTLINE = """\
# 开头的注释
format: 1
title: '我的题目'          # 不要改
notes: |
  同志们：

sections:
  - id: one
    title: 学习
    notes: |
      一、抓学习
      学习是第一位的事情，要天天学。
    slides:
      # 这一页改过很多次
      - title: "读原著"
        id: books
        bullets: [一本一本读, 写心得]
        notes: |   # 原文
          （一）读原著
          原著要一本一本读，读完还要写心得。

          每个人每月至少交一篇，支部负责检查。
      - id: own
        bullets: [我加的一页]
      - notes: |
          （二）讲党课
          党课由支部书记讲，一个季度讲一次。
        title: 讲党课
        id: lesson
        statement: 一个季度讲一次

  - title: 落实
    id: two
    notes: "二、抓落实"
    slides:
      - {id: deeds, title: 对账销号, bullets: [时间表], notes: 落实要有时间表，逐项对账销号。}
closing: {title: 谢谢, notes: 谢谢大家！}
"""


def changed(old: str, new: str) -> str:
    assert old in SPEECH
    return SPEECH.replace(old, new)


def expected(*pairs: tuple[str, str]) -> str:
    """The outline with some of its text replaced, each once."""
    outline = OUTLINE
    for old, new in pairs:
        assert outline.count(old) == 1, old
        outline = outline.replace(old, new)
    return outline


def test_same_speech_changes_nothing() -> None:
    done = brought(OUTLINE.encode(), SPEECH)
    assert (done.data.decode(), done.changes, done.touched) == (OUTLINE, (), frozenset())


def test_changed_paragraph_replaces_its_line() -> None:
    now = changed("至少交一篇", "至少交两篇")
    assert updated(OUTLINE, now) == expected(("每月至少交一篇", "每月至少交两篇"))
    assert kinds(OUTLINE, now) == [("changed", "每个人每月至少交两篇，支部负责检查。")]
    assert brought(OUTLINE.encode(), now).touched == {("slide", "books")}


@pytest.mark.parametrize(
    ("old", "new"),
    [("二、抓落实", "二、狠抓落实"), ("逐项对账销号", "逐项对账：“销号”"), ("谢谢大家！", "谢谢大家，谢谢！")],
)
def test_quoted_and_bracketed_notes_stay_quoted_and_bracketed(old: str, new: str) -> None:
    lines = updated(OUTLINE, changed(old, new)).split("\n")
    before = OUTLINE.split("\n")
    ((line, was),) = [(a, b) for a, b in zip(lines, before, strict=True) if a != b]
    assert line.partition("notes: ")[0] == was.partition("notes: ")[0]


def test_new_paragraph_goes_behind_the_one_before_it() -> None:
    now = changed("支部负责检查。\n", "支部负责检查。\n检查结果要公布。\n")
    line = "          每个人每月至少交一篇，支部负责检查。\n"
    assert updated(OUTLINE, now) == expected((line, line + "\n          检查结果要公布。\n"))
    assert kinds(OUTLINE, now) == [("new", "检查结果要公布。")]


def test_new_paragraph_makes_a_block_of_a_quoted_note() -> None:
    now = changed("二、抓落实\n", "二、抓落实\n这一条最要紧。\n")
    block = "notes: |\n      二、抓落实\n      这一条最要紧。"
    assert updated(OUTLINE, now) == expected(('notes: "二、抓落实"', block))


def test_paragraph_that_is_gone_is_taken_out() -> None:
    now = changed("原著要一本一本读，读完还要写心得。\n", "")
    assert updated(OUTLINE, now) == expected(("          原著要一本一本读，读完还要写心得。\n", ""))
    assert kinds(OUTLINE, now) == [("gone", "原著要一本一本读，读完还要写心得。")]


def test_slide_whose_paragraphs_are_gone_stays_with_a_comment_above_it() -> None:
    now = changed("（二）讲党课\n党课由支部书记讲，一个季度讲一次。\n", "")
    comment = "      # the paragraphs in these notes are gone from the manuscript\n"
    old = "      - notes: |\n          （二）讲党课\n          党课由支部书记讲，一个季度讲一次。\n"
    assert updated(OUTLINE, now) == expected((old, f"{comment}      - notes:\n"))
    assert ("emptied", "讲党课") in kinds(OUTLINE, now)


def test_moved_paragraph_goes_where_its_neighbours_are() -> None:
    line = "每个人每月至少交一篇，支部负责检查。\n"
    now = changed(line, "").replace("谢谢大家！", f"{line}谢谢大家！")
    assert kinds(OUTLINE, now) == [("moved", line.strip())]
    deeds = next(place for place in read(updated(OUTLINE, now).encode()).places if place.id == "deeds")
    assert deeds.text == f"落实要有时间表，逐项对账销号。\n{line.strip()}"


def test_slide_whose_paragraphs_moved_moves_with_its_comment() -> None:
    books = "（一）读原著\n原著要一本一本读，读完还要写心得。\n每个人每月至少交一篇，支部负责检查。\n"
    now = changed(books, "").replace("二、抓落实\n", f"{books}二、抓落实\n")
    after = updated(OUTLINE, now)
    start, own = OUTLINE.index("      # 这一页"), OUTLINE.index("      - id: own")
    block, behind = OUTLINE[start:own], "        statement: 一个季度讲一次\n"
    assert after == expected((block, ""), (behind, behind + block))
    assert kinds(OUTLINE, now) == [("slide-moved", "读原著")]


def test_section_whose_paragraphs_moved_moves_as_it_is() -> None:
    two = "二、抓落实\n落实要有时间表，逐项对账销号。\n"
    now = changed(two, "").replace("一、抓学习\n", f"{two}一、抓学习\n")
    after = updated(OUTLINE, now)
    assert after.index("  - title: 落实") < after.index("  - id: one")
    assert sorted(after.split("\n")) == sorted(OUTLINE.split("\n"))
    ((kind, title),) = kinds(OUTLINE, now)
    assert (kind, title) in {
        ("slide-moved", "落实"),
        ("slide-moved", "学习"),
    }  # of two that changed places either moved


def test_new_heading_becomes_a_slide_with_a_fresh_id() -> None:
    new = "（三）比贡献\n比贡献要看实绩，不看说得好不好听。\n"
    after = updated(OUTLINE, changed("二、抓落实\n", f"{new}二、抓落实\n"))
    places = read(after.encode())
    assert places.parts[0].ids == ("books", "own", "lesson", "one-4")
    slide = next(place for place in places.places if place.id == "one-4")
    assert (slide.title, slide.text) == ("比贡献", new)


def test_slide_goes_behind_those_that_somebody_added_without_notes() -> None:
    new = "（二）写笔记\n笔记要天天写，写了就要常常翻看。\n"
    after = updated(OUTLINE, changed("（二）讲党课\n", f"{new}（三）讲党课\n"))
    assert read(after.encode()).parts[0].ids == ("books", "own", "one-4", "lesson")


def test_new_part_becomes_a_section() -> None:
    new = "二、抓队伍\n队伍要带好，关键看班子。\n（一）选好人\n选人要看实绩，不看资历深浅。\n三、抓落实\n"
    after = updated(OUTLINE, changed("二、抓落实\n", new))
    places = read(after.encode())
    assert [part.id for part in places.parts] == ["one", "s3", "two"]
    assert [place.text for place in places.places if place.part == 1 and place.text][-1].startswith("（一）选好人")


def test_list_in_brackets_takes_a_new_heading_into_the_notes_before_it() -> None:
    items = "{title: 读, bullets: [读, 写], notes: 一、读原著}, {title: 写, bullets: [写], notes: 三、写}"
    outline = f"title: 题\nslides: [{items}]\n"
    after = updated(outline, "一、读原著\n二、听党课\n三、写\n")
    assert after == outline.replace("notes: 一、读原著", 'notes: "一、读原著\\n二、听党课"')


def test_heading_within_the_notes_of_a_slide_takes_what_follows_it_there() -> None:
    after = updated(OUTLINE, changed("每个人每月", "（二）写心得\n每个人每月").replace("（二）讲", "（三）讲"))
    texts = {place.id: place.text for place in read(after.encode()).places}
    assert texts["books"] == "（一）读原著\n原著要一本一本读，读完还要写心得。\n"
    assert texts["one-4"] == "（二）写心得\n每个人每月至少交一篇，支部负责检查。\n"


def test_heading_in_other_words_stays_with_its_slide() -> None:
    after = updated(OUTLINE, changed("（一）读原著", "（一）抓好经典研习"))
    assert after == expected(("（一）读原著", "（一）抓好经典研习"))


def test_words_of_the_presenter_in_brackets_stay() -> None:
    outline = expected(("          党课由支部书记讲", "          （停顿）\n          党课由支部书记讲"))
    after = updated(outline, changed("一个季度讲一次", "一个月讲一次"))
    assert after == outline.replace("，一个季度讲一次。", "，一个月讲一次。")


def test_chinese_keys_are_kept_and_used() -> None:
    outline = "标题: 题\n页面:\n  - 标题: 读原著\n    要点: [读]\n    备注: |\n      一、读原著\n      要一本一本读。\n"
    spelling = {
        "title": "标题",
        "notes": "备注",
        "bullets": "要点",
        "statement": "金句",
        "layout": "版式",
        "id": "标识",
    }
    now = "一、读原著\n要一本一本地读。\n二、写心得\n心得要天天写，写完就交给支部看看。\n"
    after = updated(outline, now, spelling)
    assert after.startswith(outline.replace("一本一本读", "一本一本地读").rstrip("\n"))
    new = after[len(outline) + 1 :]
    assert "备注: |\n      二、写心得\n" in new
    assert not set(spelling) & {line.strip("- ").partition(":")[0] for line in new.split("\n")}


def test_speech_that_has_nothing_of_the_outline_is_refused() -> None:
    report = Report()
    assert update(OUTLINE.encode(), read, speech_of("完全是另外一份稿子。\n没有一句相同。\n"), report) is None
    assert [finding.code for finding in report.findings] == ["nothing-known"]
