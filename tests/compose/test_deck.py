"""The deck around the slides that the presenter wrote: cover, agenda, section slides, footers, links, sections."""

import pytest

from tests.building import Made, good, made, texts, words

DECK = """\
title: 坚持“四自”
subtitle: 专题培训
kicker: 警示教育
presenter: 机关党委
organisation: 某某厅
date: 2026-03-18
notes: 开场白
sections:
  - title: 加强教育管理和监督
    short: 教育管理
    text: 管住“关键少数”
    notes: 先讲第一个方面
    slides:
      - title: 四个严格
        bullets: [严格教育, 严格管理]
  - title: 附录
    number: no
    in_agenda: no
    slides:
      - title: 参考文件
        bullets: [党章, 准则]
  - title: 树立良好形象
    slides:
      - title: 三个表率
        bullets: [服务人民, 克己奉公]
"""


def said(done: Made, slide: str) -> dict[str, list[str]]:
    """What each frame of a slide says."""
    return {slot: words(text) for slot, text in texts(done.slide(slide)).items()}


def test_cover_is_made_from_the_decks_own_keys() -> None:
    done = good(DECK)
    assert done.deck.slides[0].id == "cover"
    assert said(done, "cover") == {
        "title": ["坚持“四自”"],
        "kicker": ["警示教育"],
        "subtitle": ["专题培训"],
        "meta": ["某某厅 ｜ 机关党委 ｜ 2026-03-18"],
    }
    assert done.deck.slides[0].notes == "开场白"


@pytest.mark.parametrize(
    ("keys", "meta"),
    [
        ("presenter: Office\ndate: 1 May\nlanguage: en\n", ["Office | 1 May"]),
        ("date: 1 May\n", ["1 May"]),
        ("meta: 内部资料\npresenter: 办公室\n", ["内部资料"]),
        ("presenter: ' '\n", None),
    ],
)
def test_line_of_presenter_and_date_joins_what_there_is(keys: str, meta: list[str] | None) -> None:
    done = good(f"title: 题目\n{keys}slides:\n  - title: 一\n    bullets: [甲, 乙]\n")
    assert said(done, "cover").get("meta") == meta


@pytest.mark.parametrize("line", ["cover: no\n", ""])
def test_deck_without_cover_or_without_title_begins_with_its_slides(line: str) -> None:
    text = f"{line}slides:\n  - title: 一\n    bullets: [甲, 乙]\n"
    done = good("title: 题目\n" + text if line else text)
    assert [slide.id for slide in done.deck.slides] == ["一", "closing"]


def test_agenda_lists_the_sections_that_want_to_be_in_it_with_their_texts() -> None:
    agenda = said(good(DECK), "agenda")
    assert agenda == {
        "title": ["目录"],
        "agenda[1]": ["加强教育管理和监督", "管住“关键少数”"],
        "agenda[2]": ["树立良好形象"],
    }


def test_agenda_can_be_left_out() -> None:
    assert "agenda" not in [slide.id for slide in good("agenda: no\n" + DECK).deck.slides]


def test_section_slides_are_numbered_and_one_without_number_does_not_count() -> None:
    done = good(DECK)
    assert said(done, "加强教育管理和监督") == {
        "title": ["加强教育管理和监督"],
        "number": ["01", "第一部分"],
        "text": ["管住“关键少数”"],
    }
    assert said(done, "附录") == {"title": ["附录"]}
    assert said(done, "树立良好形象")["number"] == ["02", "第二部分"]
    assert done.slide("加强教育管理和监督").notes == "先讲第一个方面"


def test_words_that_slidegen_adds_are_in_the_decks_language() -> None:
    done = good("language: en-GB\n" + DECK)
    assert said(done, "agenda")["title"] == ["Agenda"]
    assert said(done, "树立良好形象")["number"] == ["02", "Part 2"]
    assert said(done, "closing") == {"title": ["Thank you"]}
    assert [section.name for section in done.deck.sections][:: len(done.deck.sections) - 1] == ["Opening", "Closing"]
    assert done.layout(done.slide("四个严格")).name == "Bullets"


def test_tenth_and_later_sections_are_counted_in_chinese() -> None:
    sections = "".join(f"  - title: 第{n}章\n    slides: [{{title: 页{n}, bullets: [甲, 乙]}}]\n" for n in range(1, 13))
    done = made(f"title: 题目\nagenda: no\nsections:\n{sections}")
    labels = [words(texts(s)["number"])[1] for s in done.deck.slides if s.layout == "section"]
    assert (labels[9], labels[10], labels[11]) == ("第十部分", "第十一部分", "第十二部分")


def test_section_without_divider_has_no_slide_of_its_own() -> None:
    text = "title: 题\nsections:\n  - title: 甲\n    divider: no\n    slides: [{title: 乙, bullets: [丙, 丁]}]\n"
    assert [slide.id for slide in good(text).deck.slides] == ["cover", "agenda", "乙", "closing"]


@pytest.mark.parametrize(
    ("line", "footers"),
    [
        ("", ["教育管理", "附录"]),
        ("footer: section\n", ["教育管理", "附录"]),
        ("footer: none\n", [None, None]),
        ("footer: 无\n", [None, None]),
        (
            "footer: '{section} · {title} · {date}'\n",
            ["教育管理 · 坚持“四自” · 2026-03-18", "附录 · 坚持“四自” · 2026-03-18"],
        ),
        ("footer: 内部资料\n", ["内部资料", "内部资料"]),
    ],
)
def test_footer_is_the_sections_short_name_unless_the_deck_says_otherwise(line: str, footers: list[str | None]) -> None:
    done = good(line + DECK)
    assert [said(done, slide).get("footer", [None])[0] for slide in ("四个严格", "参考文件")] == footers


def test_cover_agenda_and_section_slides_carry_no_footer() -> None:
    done = good(DECK)
    assert {slide.id for slide in done.deck.slides if "footer" in texts(slide)} == {"四个严格", "参考文件", "三个表率"}


def test_native_sections_follow_the_outline_with_opening_and_ending_of_their_own() -> None:
    assert [(section.name, section.slides) for section in good(DECK).deck.sections] == [
        ("开场", ("cover", "agenda")),
        ("教育管理", ("加强教育管理和监督", "四个严格")),
        ("附录", ("附录", "参考文件")),
        ("树立良好形象", ("树立良好形象", "三个表率")),
        ("结束", ("closing",)),
    ]


def test_deck_of_slides_alone_has_neither_agenda_nor_section_slides_nor_native_sections() -> None:
    done = good("title: 题目\nslides:\n  - title: 一\n    bullets: [甲, 乙]\n  - title: 二\n    bullets: [丙, 丁]\n")
    assert [slide.id for slide in done.deck.slides] == ["cover", "一", "二", "closing"]
    assert done.deck.sections == ()
    assert b"sectionLst" not in _part(done, "/ppt/presentation.xml")
    assert b"sectionLst" in _part(good(DECK), "/ppt/presentation.xml")


@pytest.mark.parametrize(
    ("line", "frames"),
    [
        ("", {"title": ["谢谢聆听"]}),
        ("closing: {title: 再见, text: 欢迎交流}\n", {"title": ["再见"], "text": ["欢迎交流"]}),
    ],
)
def test_deck_ends_with_its_closing_words(line: str, frames: dict[str, list[str]]) -> None:
    done = good(line + DECK)
    assert done.deck.slides[-1].id == "closing"
    assert said(done, "closing") == frames


def test_deck_without_closing_ends_with_its_last_slide() -> None:
    assert good("closing: no\n" + DECK).deck.slides[-1].id == "三个表率"


def test_core_properties_come_from_the_deck() -> None:
    properties = good(DECK).pptx().core_properties
    found = (properties.title, properties.subject, properties.author, properties.language)
    assert found == ("坚持“四自”", "专题培训", "机关党委", "zh-CN")


def test_section_whose_title_is_a_slides_too_keeps_every_id_unique() -> None:
    slides = "[{title: 总结, bullets: [甲, 乙]}, {title: 总结, quote: 丙}]"
    text = f"title: 题\nsections:\n  - title: 总结\n    slides: {slides}\n"
    ids = [slide.id for slide in good(text).deck.slides]
    assert len(ids) == len(set(ids)) == 6


def test_hidden_slide_stays_in_the_file_and_is_not_shown() -> None:
    done = good(
        "title: 题\nslides:\n  - {title: 一, bullets: [甲, 乙]}\n  - {title: 二, bullets: [丙, 丁], hidden: yes}\n"
    )
    shown = [slide.element.get("show") for slide in done.pptx().slides]
    assert shown == [None, None, "0", None]


def test_transition_of_a_slide_wins_over_the_decks() -> None:
    done = good(DECK.replace("bullets: [严格", "transition: none\n        bullets: [严格"))
    assert (done.slide("四个严格").transition, done.slide("三个表率").transition) == ("none", "fade")
    assert {slide.transition for slide in good("transition: none\n" + DECK).deck.slides} == {"none"}


def test_colours_of_the_outline_replace_the_themes() -> None:
    done = good("colors: {accent1: '#c00000', dk2: 112233}\n" + DECK)
    colors, plain = dict(done.deck.theme.colors), dict(good(DECK).deck.theme.colors)
    assert (colors["accent1"], colors["dk2"]) == ("C00000", "112233")
    assert {slot for slot in colors if colors[slot] != plain[slot]} == {"accent1", "dk2"}


def test_colour_that_is_none_or_has_no_place_in_a_theme_is_an_error_in_its_line() -> None:
    done = made("colors:\n  accent1: red\n  accent7: C00000\n" + DECK)
    assert done.errors == [("colour", 2), ("colour", 3)]


# ------------------------------------------------------------ links

LINKED = """\
title: 题
slides:
  - title: 一
    bullets: ['见[下一页](#goal)', 乙]
  - {id: goal, title: 二, bullets: [丙, 丁]}
"""


def test_link_to_a_slide_leads_there() -> None:
    source, goal = list(good(LINKED).pptx().slides)[1:3]
    run = source.placeholders[1].text_frame.paragraphs[0].runs[1]
    assert run.text == "下一页"
    link = run._r.rPr.hlinkClick
    assert link.get("action") == "ppaction://hlinksldjump"
    assert source.part.related_part(link.rId) is goal.part


@pytest.mark.parametrize(
    ("old", "line"),
    [
        ("id: goal, ", 4),
        ("bullets: [丙, 丁]", 0),
    ],
)
def test_link_to_an_unknown_slide_is_an_error_in_its_line(old: str, line: int) -> None:
    done = made(LINKED.replace(old, "" if line else "quote: 丙"))
    assert done.errors == ([("unknown-slide", line)] if line else [])


@pytest.mark.parametrize(
    "content", ["table: [[甲, 乙], [丙, '[丁](#gaol)']]", "quote: 见[丁](#gaol)", "takeaway: 见[丁](#gaol)"]
)
def test_unknown_slide_is_found_in_every_kind_of_slot(content: str) -> None:
    more = "    bullets: [甲, 乙]\n" if content.startswith("takeaway") else ""
    done = made(f"title: 题\nslides:\n  - title: 一\n    {content}\n{more}")
    assert [code for code, line in done.errors] == ["unknown-slide"]
    assert "#gaol" in done.findings[0].message


def _part(done: Made, name: str) -> bytes:
    package = done.pptx().part.package
    return next(part.blob for part in package.iter_parts() if part.partname == name)


def test_explicit_id_like_a_generated_slides_wins() -> None:
    slides = "[{title: 总结, bullets: [甲, 乙]}, {id: cover, quote: 丙}]"
    ids = [s.id for s in good(f"title: 题\nsections:\n  - title: 总结\n    slides: {slides}\n").deck.slides]
    assert len(ids) == len(set(ids)) == 6


@pytest.mark.parametrize("title", ["Agenda", "Closing", "Opening", "Cover"])
def test_titles_like_those_of_generated_slides_build(title: str) -> None:
    slides = f"[{{title: {title}, bullets: [a, b]}}]"
    text = f"title: t\nlanguage: en\nsections:\n  - title: {title}\n    slides: {slides}\n"
    done = good(text)
    assert len({s.id for s in done.deck.slides}) == len(done.deck.slides)
    assert len({s.id for s in done.deck.sections}) == len(done.deck.sections)
    done.pptx()


def test_marks_stay_out_of_properties_and_section_names() -> None:
    done = good('title: "**大** 事"\nsections:\n  - title: "**一** 件"\n    slides: [{title: 甲, bullets: [乙, 丙]}]\n')
    assert done.deck.properties.title == "大 事"
    assert done.deck.sections[1].name == "一 件"


def test_spaces_inside_unbroken_names_are_told_to_the_program_too() -> None:
    text = "title: t\nlanguage: en\nnobreak: [Tom Okafor]\nslides: [{title: a, bullets: [Ask Tom Okafor first, b]}]\n"
    slide = good(text).deck.slides[1]
    assert words(texts(slide)["bullets"])[0] == "Ask Tom\u00a0Okafor first"


def test_rows_of_the_agenda_lead_to_their_sections() -> None:
    sections = "".join(
        f"  - {{title: 第{n}件, divider: {divider}, slides: [{{title: 甲{n}, bullets: [乙, 丙]}}]}}\n"
        for n, divider in enumerate(("yes", "no", "yes"), 1)
    )
    slides = good(f"title: t\nsections:\n{sections}").pptx().slides
    rows = [shape for shape in slides[1].shapes if "agenda[" in shape.name]
    led = [row.click_action.target_slide.shapes.title.text for row in rows]
    assert led == ["第1件", "甲2", "第3件"]
    assert not slides[1].shapes.title.click_action.target_slide


def test_rows_of_an_agenda_that_goes_on_lead_on_too() -> None:
    sections = "".join(f"  - {{title: 第{n}件, slides: [{{title: 甲{n}, bullets: [乙, 丙]}}]}}\n" for n in range(1, 13))
    slides = good(f"title: t\nsections:\n{sections}").pptx().slides
    rows = [shape for slide in list(slides)[1:3] for shape in slide.shapes if "agenda[" in shape.name]
    assert [row.click_action.target_slide.shapes.title.text for row in rows] == [f"第{n}件" for n in range(1, 13)]
