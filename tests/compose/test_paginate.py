"""What does not fit one slide goes on over several, and nothing of it is lost or said twice."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from slidegen.composed import ComposedSlide, Table
from slidegen.units import SLIDE_HEIGHT, SLIDE_WIDTH
from tests.building import good, made, texts, words

HEAD = "title: 题\nid: deck\ncover: false\nclosing: false\nslides:\n  - title: 要点\n    id: it\n"


def listed(key: str, items: list[str], more: str = "") -> str:
    return HEAD + more + f"    {key}:\n" + "".join(f"      - {item}\n" for item in items)


def points(slide: ComposedSlide) -> list[str]:
    return words(texts(slide)["bullets"])


def rows(slide: ComposedSlide) -> list[str]:
    (table,) = [item for item in slide.items if isinstance(item, Table)]
    return ["|".join("".join(p.text for p in cell.paragraphs) for cell in row) for row in table.rows]


def test_sixty_points_go_on_over_slides_of_like_fullness() -> None:
    items = [f"第{n}条要求各单位认真落实，做到有部署有检查" for n in range(60)]
    slides = good(listed("bullets", items)).deck.slides
    assert [p for s in slides for p in points(s)] == items
    counts = [len(points(s)) for s in slides]
    assert max(counts) - min(counts) <= 1
    assert [s.title for s in slides] == [f"要点（{n}/{len(slides)}）" for n in range(1, len(slides) + 1)]


def test_two_slides_are_marked_by_a_word() -> None:
    slides = good(listed("bullets", ["这一条写得长一些，好让一张幻灯片放不下这么多条内容"] * 12)).deck.slides
    assert [s.title for s in slides] == ["要点", "要点（续）"]


def test_continued_slides_share_their_sizes() -> None:
    items = [f"第{n}条" + "写得长一些" * (3 if n < 8 else 14) for n in range(16)]
    slides = good(listed("bullets", items)).deck.slides
    assert len(slides) > 1
    assert len({p.size for s in slides for p in texts(s)["bullets"].paragraphs}) == 1


def test_parent_is_repeated_when_its_children_go_on() -> None:
    tree = ["第一类:", *(f"    - 第{n}项的具体做法写在这里，一共有二十项之多" for n in range(20))]
    slides = good(
        HEAD + "    bullets:\n      - 第一类:\n" + "".join(f"      {line}\n" for line in tree[1:])
    ).deck.slides
    assert points(slides[0])[0] == "第一类"
    assert all(points(s)[0] == "第一类（续）" for s in slides[1:])
    assert [p for s in slides for p in points(s) if not p.startswith("第一类")] == [t[6:] for t in tree[1:]]


def test_point_is_not_left_alone_before_its_children() -> None:
    lines = [
        f"      - 第{n}类:\n" + "".join(f"          - 第{n}类第{m}项要求写在这里\n" for m in range(5)) for n in range(6)
    ]
    slides = good(HEAD + "    bullets:\n" + "".join(lines)).deck.slides
    assert len(slides) > 1
    assert not [s.title for s in slides if texts(s)["bullets"].paragraphs[-1].level == 1]


def test_table_split_repeats_header_row_and_keeps_its_columns() -> None:
    body = [f"[{n}, 单位{n}, 按要求报送总结]" for n in range(1, 41)]
    slides = good(listed("table", ["[序号, 单位, 事项]", *body])).deck.slides
    assert all(rows(s)[0] == "序号|单位|事项" for s in slides)
    assert [row for s in slides for row in rows(s)[1:]] == [f"{n}|单位{n}|按要求报送总结" for n in range(1, 41)]
    tables = [i for s in slides for i in s.items if isinstance(i, Table)]
    assert len({t.widths for t in tables}) == 1
    assert len({p.size for t in tables for p in t.rows[1][1].paragraphs}) == 1
    assert min(len(rows(s)) for s in slides) > 2, "no row is left alone"


def test_takeaway_stands_on_the_last_slide_alone() -> None:
    body = [f"[{n}, 单位{n}]" for n in range(1, 31)]
    slides = good(listed("table", ["[序号, 单位]", *body], "    takeaway: 按时报送\n")).deck.slides
    assert ["takeaway" in texts(s) for s in slides] == [False] * (len(slides) - 1) + [True]


def test_more_cards_than_a_slide_takes_go_on_and_their_numbers_too() -> None:
    slides = good(listed("cards", [f"第{n}张：说明" for n in range(1, 14)])).deck.slides
    assert [sum(slot.startswith("cards") for slot in texts(s)) for s in slides] == [4, 5, 4]
    numbers = [i.paragraphs[0].text for s in slides for i in s.items if getattr(i, "decorative", False)]
    assert [n for n in numbers if n.isdigit()] == [str(n) for n in range(1, 14)]


def test_long_agenda_goes_on() -> None:
    sections = "".join(
        f"  - title: 第{n}件事\n    slides: [{{title: 甲{n}, bullets: [乙, 丙]}}]\n" for n in range(1, 15)
    )
    slides = good(f"title: 题\nsections:\n{sections}").deck.slides
    agenda = [s for s in slides if s.title.startswith("目录")]
    assert [s.title for s in agenda] == ["目录", "目录（续）"]
    rows = [words(text)[0] for s in agenda for slot, text in texts(s).items() if slot.startswith("agenda")]
    assert rows == [f"第{n}件事" for n in range(1, 15)]


def test_notes_stay_with_the_first_slide_and_the_others_say_so() -> None:
    slides = good(listed("bullets", ["内容写得长一些" * 5] * 30, "    notes: 讲稿原文\n")).deck.slides
    assert slides[0].notes == "讲稿原文"
    assert len(slides) > 2
    assert {s.notes for s in slides[1:]} == {"（续页：讲稿在本标题的第一页）"}


def test_parts_are_tagged_and_links_lead_to_the_first() -> None:
    text = listed("bullets", ["内容写得长一些" * 5] * 30) + '  - title: 后\n    bullets: ["[回去](#it)", 丙]\n'
    slides = good(text).deck.slides
    parts = [s for s in slides if s.part]
    assert [s.part for s in parts] == [f"{n}/{len(parts)}" for n in range(1, len(parts) + 1)]
    assert {s.outline_id for s in parts} == {"it"}
    assert parts[0].id == "it"
    assert len({s.id for s in slides}) == len(slides)


def test_split_never_makes_it_an_error() -> None:
    items = ["内容写得长一些" * 5] * 30
    findings = made(listed("bullets", items, "    split: never\n")).findings
    assert [(f.code, f.span and f.span.line) for f in findings] == [("overflow", 10)]
    assert re.search(r"\d+\.\d lines too long for its place at 18 pt", findings[0].message)


def test_text_of_one_card_that_cannot_be_split_is_an_error_with_the_measured_excess() -> None:
    findings = made(listed("cards", ["甲：" + "写得太长了" * 80, "乙：短"])).findings
    assert [f.code for f in findings] == ["overflow"]
    assert re.search(r"shorten it by about \d+ characters", findings[0].hint)


def test_columns_are_split_side_by_side() -> None:
    left = ", ".join(f"左边第{n}条写得稍微长一点" for n in range(20))
    right = ", ".join(f"右边第{n}条写得稍微长一点" for n in range(10))
    columns = f"      left: {{title: 左, bullets: [{left}]}}\n      right: {{title: 右, bullets: [{right}]}}\n"
    text = HEAD + "    columns:\n" + columns
    slides = good(text).deck.slides
    assert len(slides) > 1
    for side, name, count in ((1, "左边", 20), (2, "右边", 10)):
        own = [words(texts(s)[f"columns[{side}]"])[1:] for s in slides]
        assert [p for part in own for p in part] == [f"{name}第{n}条写得稍微长一点" for n in range(count)]


TEXT = st.text("字词语句，。abc 12", min_size=1, max_size=60).filter(lambda text: text.strip() != "")


@settings(max_examples=40, deadline=None)
@given(st.lists(TEXT, min_size=1, max_size=80), st.sampled_from(["azure", "dangjian"]))
def test_all_points_stand_on_the_slides_once_and_inside(items: list[str], theme: str) -> None:
    quoted = ["'" + item.strip().replace("'", "''") + "'" for item in items]
    slides = good(listed("bullets", quoted), theme).deck.slides
    assert [p for s in slides for p in points(s)] == [item.strip() for item in items]
    for slide in slides:
        for item in slide.items:
            assert 0 <= item.box.x <= item.box.right <= SLIDE_WIDTH
            assert 0 <= item.box.y <= item.box.bottom <= SLIDE_HEIGHT
            height = sum(p.before + len(p.lines) * p.pitch for p in getattr(item, "paragraphs", ())) * 12700
            insets = item.frame.insets if hasattr(item, "frame") else (0, 0, 0, 0)
            assert height <= item.box.h - insets[1] - insets[3] + 12700


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 60), st.integers(1, 5), st.integers(1, 40))
def test_any_table_keeps_all_rows(count: int, columns: int, length: int) -> None:
    header = "[" + ", ".join(f"列{c}" for c in range(columns)) + "]"
    body = ["[" + ", ".join(f"{r}行{'字' * length}" for _ in range(columns)) + "]" for r in range(count)]
    done = made(listed("table", [header, *body]))
    assert [row for s in done.deck.slides for row in rows(s)[1:]] == [
        "|".join(f"{r}行{'字' * length}" for _ in range(columns)) for r in range(count)
    ]


@pytest.mark.parametrize("theme", ["azure", "dangjian"])
def test_split_decks_are_valid_and_overflow_nowhere(theme: str, tmp_path: Path, proof: object) -> None:
    text = listed("bullets", [f"第{n}条要求各单位认真落实，做到有部署、有检查" for n in range(40)], "    notes: 讲稿\n")
    text += "  - title: 表\n    table:\n      - [序号, 事项]\n" + "".join(
        f"      - [{n}, 事项{n}]\n" for n in range(60)
    )
    text += f"  - title: 卡\n    cards: [{', '.join(f'第{n}张：说明文字' for n in range(9))}]\n"
    deck = tmp_path / "split.pptx"
    deck.write_bytes(good(text, theme).data())
    assert callable(proof)
    proof([deck])
