"""Latin text on slides: pitch and tracking by what a text is written in, alike on the layout and on the slide."""

import pytest
from pptx.oxml.ns import qn

from slidegen.composed import Text
from slidegen.units import hundredths
from tests.building import Made, good, texts

ENGLISH = "title: A title\nkicker: A hospital\nlanguage: en\nclosing: no\n"
CHINESE = "title: 题目\nkicker: 眉题\nclosing: no\n"
SLIDES = "slides: [{title: A, bullets: [b, c]}]"
SECTIONS = f"sections:\n  - {{title: One, {SLIDES}}}\n  - {{title: Two, {SLIDES}}}\n"
SLIDE = "title: T\nlanguage: en\ncover: no\nclosing: no\nslides:\n  - title: A\n"


def spaced(done: Made, words: str) -> float:
    """The points between the letters of a text as the file has them, told or inherited."""
    for slide in done.pptx().slides:
        for shape in slide.placeholders:
            for paragraph in shape.text_frame.paragraphs:
                if paragraph.text == words:
                    own = paragraph.runs[0]._r.rPr.get("spc")
                    layout = next(
                        p
                        for p in slide.slide_layout.placeholders
                        if p.placeholder_format.idx == shape.placeholder_format.idx
                    )
                    level = (paragraph._p.pPr.get("lvl", "0") if paragraph._p.pPr is not None else "0") or "0"
                    (style,) = layout._element.iter(qn(f"a:lvl{int(level) + 1}pPr"))
                    return int(own or style.find(qn("a:defRPr")).get("spc", "0")) / 100
    raise AssertionError(f"no {words!r}")


@pytest.mark.parametrize("theme", ["azure", "dangjian"])
def test_small_latin_letters_are_not_spaced_out(theme: str) -> None:
    done = good(ENGLISH + SECTIONS, theme)
    assert [spaced(done, words) for words in ("A hospital", "Agenda", "Part 1")] == [0, 0, 0]


def test_chinese_kickers_are_spaced_out_and_latin_ones_beside_them_by_their_letters() -> None:
    assert spaced(good(CHINESE + SECTIONS, "azure"), "眉题") == 3
    assert spaced(good(CHINESE.replace("眉题", "Annual report") + SECTIONS, "azure"), "Annual report") == 0
    assert spaced(good(CHINESE.replace("眉题", "REPORT") + SECTIONS, "azure"), "REPORT") == 1.6  # 8 % of 20 pt
    assert spaced(good(ENGLISH.replace("A hospital", "REPORT") + SECTIONS, "azure"), "REPORT") == 1.6
    assert spaced(good(ENGLISH.replace("A hospital", "眉题") + SECTIONS, "azure"), "眉题") == 3


def test_caption_of_capitals_on_a_layout_is_spaced_out_little() -> None:
    done = good(CHINESE + SECTIONS, "azure")
    captions = [i for layout in done.deck.layouts for i in layout.items if isinstance(i, Text) and i.name == "caption"]
    assert [c.frame.levels[0].tracking for c in captions] == pytest.approx([18 * 0.08] * len(captions))
    assert captions


def quote(language: str, words: str, source: str) -> Made:
    return good(
        f"title: T\nlanguage: {language}\ncover: no\nclosing: no\nslides:\n  - {{quote: {words}, source: {source}}}\n",
        "azure",
    )


def pitches(done: Made, slot: str) -> list[float]:
    """Line pitches as multiples of the sizes."""
    return [round(p.pitch / p.size, 3) for p in texts(done.deck.slides[0])[slot].paragraphs]


def test_latin_quotation_has_closer_lines_whatever_the_decks_language() -> None:
    assert pitches(quote("zh-CN", "锲而不舍，金石可镂", "荀子"), "words") == [1.45, 1.3]
    assert pitches(quote("en", "Less is more", "A saying"), "words") == [1.25, 1.22]
    assert pitches(quote("zh-CN", "Less is more", "谚语"), "words") == [1.25, 1.3]
    assert pitches(quote("en", "锲而不舍，金石可镂", "Xunzi"), "words") == [1.45, 1.22]


def test_pitch_is_written_where_it_is_not_the_layouts_and_else_inherited() -> None:
    def written(done: Made) -> list[str | None]:
        (title,) = (s for s in done.pptx().slides[0].placeholders if s.placeholder_format.idx == 0)
        found = [p._p.find(f".//{qn('a:lnSpc')}/{qn('a:spcPts')}") for p in title.text_frame.paragraphs]
        return [each.get("val") if each is not None else None for each in found]

    assert written(quote("en", "Less is more", "A saying")) == [None, None]
    first, second = written(quote("zh-CN", "Less is more", "谚语"))
    size = texts(quote("zh-CN", "Less is more", "谚语").deck.slides[0])["words"].paragraphs[0].size
    assert (first, second) == (str(hundredths(size * 1.25)), None)


def test_siblings_have_one_pitch_which_is_that_of_chinese_where_one_holds_any() -> None:
    cards = "title: T\ncover: no\nclosing: no\nslides:\n  - title: 一\n    cards: [一：REST API, 二：{}]\n"
    mixed, latin = (good(cards.format(text)) for text in ("接口", "SDK"))
    assert [pitches(mixed, f"cards[{n}]")[1] for n in (1, 2)] == [1.3, 1.3]
    assert [pitches(latin, f"cards[{n}]")[1] for n in (1, 2)] == [1.22, 1.22]


def test_more_latin_lines_fit_than_the_chinese_pitch_would_allow() -> None:
    # 360 pt are 10 lines of 26 pt at 1.3, and 11 at 1.22
    words = " ".join(["documentation"] * 44)
    done = good(
        f"title: T\nlanguage: en\ncover: no\nclosing: no\nslides:\n  - title: A\n    bullets:\n      - {words}\n"
    )
    (paragraph,) = texts(done.deck.slides[0])["bullets"].paragraphs
    assert (paragraph.size, len(paragraph.lines)) == (26, 11)


def test_one_word_on_its_last_line_is_drawn_in_or_a_size_smaller_taken() -> None:
    def fitted(words: str) -> tuple[float, bool, int]:
        done = good(f"{SLIDE}    cards:\n      - {{title: B, text: {words}}}\n      - C\n      - D\n")
        paragraph = texts(done.deck.slides[0])["cards[1]"].paragraphs[1]
        return paragraph.size, paragraph.tighten < 0, len(paragraph.lines)

    # a line has 219.6 pt: 9.15 em of 24 pt, 9.98 em of 22 pt; letters may come closer by 0.025 em each
    assert fitted("Priya may keep any") == (24, False, 1)  # 8.78 em
    assert fitted("Priya may keep any it") == (24, True, 1)  # 9.56 em, 0.52 less at most
    assert fitted("Priya may keep any air") == (22, True, 1)  # 10.17 em, 0.55 less at most


def test_cells_are_as_high_as_their_text_once_its_lonely_line_is_drawn_in() -> None:
    def body(words: str) -> Text:
        steps = f"    steps:\n      - {{title: A, text: {words}}}\n      - B\n      - C\n      - D\n"
        return texts(good(SLIDE + steps).deck.slides[0])["steps[1].body"]

    drawn_in, plain = (
        body("'Five more clinics each month, April–October'"),
        body("'Eye, skin and bone clinics go live in March'"),
    )
    assert [(p.tighten < 0, len(p.lines)) for p in (drawn_in.paragraphs[0], plain.paragraphs[0])] == [
        (True, 3),
        (False, 3),
    ]
    assert drawn_in.box == plain.box
