"""An outline in Chinese: its keys at every level, labels as values, and colons as a Chinese keyboard types them."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from slidegen.composed import Text
from slidegen.diagnostics import Report, Severity
from slidegen.layout.family import Family, Slot
from slidegen.layout.library import Library
from slidegen.layout.theme import Theme
from slidegen.outline import keys
from slidegen.pipeline import Plan, load, prepare
from slidegen.resources import bundled
from tests.building import made, words

LIBRARY = Library((bundled("layouts"),), Report())
FAMILIES = LIBRARY.families(LIBRARY.theme("azure"))
THEMES = [LIBRARY.theme(name) for name in LIBRARY.theme_names()]
DECK = bundled("decks") / "annual-meeting.yaml"

WIDE = """\
标题：年度会议
主讲：办公室
主题：蔚蓝商务
页脚：章节
章节：
  - 标题：甲
    简称：甲章
    页面：
      - 标题：做法变了
        版式：对比
        对比：
          左：
            标题：过去
            要点：
              - 慢
              - 散
          右：
            标题：现在
            要点：[快, 齐]
        备注：|
          讲稿：第一行
          第二行
      - 标题：卡片
        卡片：
          - 标题：目标
            说明：文字
            图标：目标
          - 二：短写的一项
        小结：
          文字：结论
          强调：是
      - 标题：分栏
        分栏：
          左：
            要点：[甲]
          右：
            要点：[乙]
      - 表格：
          - [甲, 乙]
          - [一, 二]
        标题：表
      - 标题：要点
        要点：
          - 会前：
              - 定议题
          - 会后
        隐藏：否
结束页：
  标题：谢谢
"""
KEPT = ("二：短写的一项", "讲稿：第一行")
"""Full-width colons that are none of a key."""


def built(text: str, folder: Path) -> tuple[Plan, Report]:
    """Read and compose an outline file, as the command does."""
    path = folder / "talk.yaml"
    path.write_text(text, encoding="utf-8")
    report = Report()
    outline, library = load(path, report)
    assert outline is not None, report.findings
    return prepare(outline, library, report), report


def told(plan: Plan) -> list[object]:
    """Return what a deck's slides are and say."""
    return [
        (s.layout, s.title, s.notes, s.section, [words(i) for i in s.items if isinstance(i, Text)])
        for s in plan.deck.slides
    ]


def narrow(text: str) -> str:
    return "\n".join(
        line if any(kept in line for kept in KEPT) else line.replace("：", ": ") for line in text.split("\n")
    )


def test_full_width_colons_make_the_deck_that_narrow_ones_make(tmp_path: Path) -> None:
    plan, report = built(WIDE, tmp_path)
    right, silent = built(narrow(WIDE), tmp_path)
    assert told(plan) == told(right)
    assert silent.findings == []
    assert {(f.code, f.severity) for f in report.findings} == {("full-width-colon", Severity.WARNING)}


@pytest.mark.parametrize(
    "line", [line for line in WIDE.split("\n") if "：" in line and not any(kept in line for kept in KEPT)]
)
def test_each_full_width_colon_is_told_at_its_place(line: str, tmp_path: Path) -> None:
    number = WIDE.split("\n").index(line)
    lines = narrow(WIDE).split("\n")
    lines[number] = line
    _, report = built("\n".join(lines), tmp_path)
    (finding,) = report.findings
    assert finding.span is not None
    assert (finding.code, finding.span.line, finding.span.column) == (
        "full-width-colon", number + 1, line.index("：") + 1,
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "备注:\n  各位领导：\n    大家上午好",
        "备注:\n  今天讲三点：\n    第一，目标；第二，方法",
        "卡片:\n  - 目标：说明\n  - 图标：说明",
        "卡片:\n  - 标题：\n  - 说明：说明",
    ],
)
def test_a_colon_in_a_text_stays_one(text: str, tmp_path: Path) -> None:
    lines = "".join(f"    {line}\n" for line in text.split("\n"))
    _, report = built(f"标题: 题\n页面:\n  - 标题: 一\n{lines}", tmp_path)
    assert report.findings == []


@pytest.mark.parametrize("family", FAMILIES, ids=lambda f: f.name)
def test_a_layout_is_taken_by_its_label(family: Family) -> None:
    for label in family.label.values():
        deck = made(f"标题: 题\n页面:\n  - 标题: 一\n    版式: {label}\n")
        assert "unknown-layout" not in {finding.code for finding in deck.findings}
        assert deck.deck.slides[1].layout.startswith(family.name)


@pytest.mark.parametrize("theme", THEMES, ids=lambda t: t.name)
def test_a_theme_is_taken_by_its_label(theme: Theme) -> None:
    outline = "标题: 题\n主题: {}\n页面:\n  - 标题: 一\n    要点: [甲]\n"
    named = made(outline.format(theme.name)).deck.theme
    for label in theme.label.values():
        deck = made(outline.format(label))
        assert (deck.findings, deck.deck.theme) == ([], named)
    assert [t.name for t in THEMES if made(outline.format(t.name)).deck.theme == named] == [theme.name]


def slots_of(slots: dict[str, Slot]) -> list[Slot]:
    return [s for slot in slots.values() for s in (slot, *slots_of(dict(slot.fields)))]


def test_every_key_has_a_chinese_spelling() -> None:
    for level in keys.LEVELS:
        assert [name for name, others in level.spellings.items() if all(word.isascii() for word in others)] == []
    slots = [(f.name, slot.name) for f in FAMILIES for slot in slots_of(dict(f.slots)) if not slot.aliases]
    assert slots == []


def test_no_english_key_stands_in_the_deck_of_chinese_keys() -> None:
    written = [line.strip().removeprefix("- ") for line in DECK.read_text("utf-8").split("\n")]
    heads = [line.partition(": ")[0].rstrip(":") for line in written if not line.startswith("#")]
    assert [head for head in heads if head in keys.ALL_WORDS | LIBRARY.keys() and head.isascii()] == []
    assert {"标题", "章节", "页面", "卡片", "对比", "左", "小结", "备注", "结束页"} <= set(heads)


@pytest.mark.parametrize(
    ("slide", "message", "hint"),
    [
        ("版式: 两栏", "this slide lacks `分栏`", "add a line `分栏: …`"),
        ("layout: 两栏", "this slide lacks `分栏`", "add a line `分栏: …`"),
        ("layout: two-column", "this slide lacks `columns`", "add a line `columns: …`"),
        ("对比: 甲", "`对比` needs a list", ""),
        ("对比: {左: {标题: 甲, 要点: [乙]}}", "`对比` lacks `右`", ""),
        ("comparison: {left: {title: 甲, bullets: [乙]}}", "`comparison` lacks `right`", ""),
        ("卡片: [{标题: 甲}, {说明: 乙}]", "this item lacks `标题`", "an item of `卡片` needs it"),
        ("卡片: [甲, []]", "this is not an item of `卡片`", "an item has: 标题, 说明, 图标"),
        ("表格: 甲", "`表格` needs a list of rows", ""),
        ("要点: [甲]\n    小结: [乙]", "`小结` needs one line of text", "write it after the colon: `小结: …`"),
    ],
)
def test_findings_keep_the_spelling_of_the_outline(slide: str, message: str, hint: str) -> None:
    (finding,) = made(f"标题: 题\n页面:\n  - 标题: 一\n    {slide}\n").findings
    assert finding.message.startswith(message)
    assert finding.hint.startswith(hint)


def test_a_slot_is_called_as_it_is_written() -> None:
    slot = Slot("cards", "items", {}, ("卡片",))
    assert (slot.shown, replace(slot, written="卡片").shown) == ("cards", "卡片")
    assert (slot.spelt("layout"), slot.spelt("版式")) == ("cards", "卡片")
