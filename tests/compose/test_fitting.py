"""Sizes: the largest step that holds the text, alike for siblings; what does not fit is an error with its measure.

The texts are the Chinese character 汉 again and again: one em wide and breaking anywhere, so that the lines can be
counted by hand. 3 % of a line's width is kept in reserve for other programs.
"""

import re
from itertools import pairwise

import pytest

from slidegen.composed import Table
from slidegen.units import inches, to_inches
from tests.building import Made, good, made, texts

HEAD = "title: 题目\ncover: no\nclosing: no\nslides:\n  - title: 一\n"


def han(count: int) -> str:
    return "汉" * count


def bullets(*counts: int) -> str:
    return HEAD + "    bullets:\n" + "".join(f"      - {han(count)}\n" for count in counts)


def sizes(done: Made, slot: str) -> list[float]:
    return [p.size for p in texts(done.deck.slides[0])[slot].paragraphs]


# A line of a bullet has (11.833 - 0.32) × 72 × 0.97 = 804.1 pt, the box is 360 pt high, lines stand 1.3 × size apart:
# 28 pt: 28 characters, for points of one line only; 26: 30, 10 lines; 24: 33, 11; 22: 36, 12; 20: 40, 13; 18: 44, 15.
@pytest.mark.parametrize(
    ("count", "size"),
    [
        *((1, 28), (28, 28), (29, 26), (300, 26), (301, 24), (363, 24), (364, 22), (432, 22)),
        *((433, 20), (520, 20), (521, 18), (660, 18)),
    ],
)
def test_text_takes_the_largest_size_at_which_it_fits(count: int, size: float) -> None:
    done = good(bullets(count))
    assert sizes(done, "bullets") == [size]
    assert done.plan.lowered == (size < 28)


def test_text_too_long_at_the_least_size_is_an_error_with_the_lines_it_has_too_many() -> None:
    done = made(bullets(661))  # 16 lines of 23.4 pt are 374.4 pt: 14.4 pt, 0.6 lines too high
    (finding,) = done.findings
    assert (finding.code, finding.span and finding.span.line) == ("overflow", 7)
    assert "0.6 lines too long for its place at 18 pt" in finding.message
    assert sizes(done, "bullets") == [18]


@pytest.mark.parametrize(
    ("text", "way_out"),
    [
        (bullets(661), ", or split the slide in two"),
        (
            bullets(700).replace("title: 一", "title: 一\n    split: never"),
            ", or let it be split: remove `split: never`",
        ),
        (bullets(9).replace("title: 一", f"title: {han(300)}"), ""),
        (bullets(9).replace("title: 题目\ncover: no", f"title: {han(300)}"), ""),
    ],
)
def test_hint_names_only_what_can_be_done(text: str, way_out: str) -> None:
    (finding,) = made(text).findings
    assert re.fullmatch(r"shorten it by about \d+ characters" + re.escape(way_out), finding.hint)


def test_takeaway_has_one_line_and_what_is_more_is_measured() -> None:
    # (11.753 - 0.60) × 72 × 0.97 = 778.9 pt: 38 characters of 20 pt, 43 of 18 pt
    keys = HEAD + "    bullets: [甲, 乙]\n    takeaway: "
    assert sizes(good(keys + han(38)), "takeaway") == [20]
    assert sizes(good(keys + han(39)), "takeaway") == [18]
    (finding,) = made(keys + han(100)).findings
    assert (finding.code, finding.span and finding.span.line) == ("overflow", 7)
    assert "2.0 lines too long for its place at 18 pt" in finding.message


def test_siblings_take_the_sizes_of_the_one_that_needs_the_smallest() -> None:
    done = good(
        HEAD + f"    cards:\n      - {{title: 一, text: {han(90)}}}\n      - {{title: 二, text: 汉}}\n      - 三：字\n"
    )
    alone = good(HEAD + "    cards: [一：字, 二：字, 三：字]\n")
    one, two, three = (sizes(done, f"cards[{n}]") for n in (1, 2, 3))
    assert one == two == three
    assert one[1] < sizes(alone, "cards[1]")[1] == 24


def test_siblings_have_boxes_of_one_size_in_one_row() -> None:
    done = good(HEAD + f"    cards:\n      - {{title: 一, text: {han(30)}}}\n      - 二\n      - 三\n")
    boxes = [texts(done.deck.slides[0])[f"cards[{n}]"].box for n in (1, 2, 3)]
    assert len({(box.y, box.h) for box in boxes}) == 1
    assert max(box.w for box in boxes) - min(box.w for box in boxes) <= 1
    gaps = [right.x - left.right for left, right in pairwise(boxes)]
    assert max(gaps) - min(gaps) <= 2
    assert min(gaps) > 0


def test_cards_grow_with_their_text_in_steps_so_that_few_native_layouts_arise() -> None:
    def height(keys: str) -> float:
        return round(to_inches(texts(good(HEAD + keys).deck.slides[0])["cards[1]"].box.h), 3)

    heights = {height(f"    cards: [一：{han(count)}, 二]\n") for count in range(10, 130, 12)}
    assert height("    cards: [一, 二]\n") == 2.6  # the layout's least
    assert max(heights) == 4.87  # all the room there is
    assert heights <= {*(round(2.6 + 0.3 * step, 3) for step in range(8)), 4.87}
    assert len(heights) > 3


def test_content_makes_room_for_the_takeaway() -> None:
    plain = texts(good(HEAD + "    bullets: [甲, 乙]\n").deck.slides[0])
    more = texts(good(HEAD + "    bullets: [甲, 乙]\n    takeaway: 丙\n").deck.slides[0])
    assert "takeaway" not in plain
    assert more["bullets"].box.h < plain["bullets"].box.h
    assert more["bullets"].box.bottom < more["takeaway"].box.y


def test_strong_takeaway_is_another_look_of_the_same_placeholder() -> None:
    keys = HEAD + "    bullets: [甲, 乙]\n    takeaway: "
    quiet, strong = (
        texts(good(keys + value).deck.slides[0])["takeaway"] for value in ("丙", "{text: 丙, strong: true}")
    )
    assert quiet.placeholder == strong.placeholder
    assert quiet.fill != strong.fill
    assert quiet.paragraphs[0].text == strong.paragraphs[0].text == "丙"


# ------------------------------------------------------------ lonely last lines


@pytest.mark.parametrize(
    ("count", "tracking", "lines"),
    [
        (30, 0.0, 1),  # a full line
        (31, -0.26, 1),  # 31 × 0.99 em fit into 30.93
        (32, -1.04, 1),  # 32 × 0.96 em do; × 0.97 do not
        (33, 0.0, 2),  # three characters are not lonely
    ],
)
def test_lonely_last_line_is_drawn_in_by_tighter_letters(count: int, tracking: float, lines: int) -> None:
    done = good(bullets(count, 5))
    first, second = texts(done.deck.slides[0])["bullets"].paragraphs
    assert (first.size, round(first.tighten, 2), len(first.lines)) == (26, tracking, lines)
    assert second.tighten == 0
    run = done.pptx().slides[0].placeholders[1].text_frame.paragraphs[0].runs[0]
    assert run._r.rPr.get("spc") == (str(round(tracking * 100)) if tracking else None)


def test_lonely_last_line_that_cannot_be_tightened_takes_one_step_smaller() -> None:
    # A card of three has (3.744 - 0.60) × 72 × 0.97 = 219.6 pt: 9.15 characters of 24 pt, 9.98 of 22 pt.
    # Ten would need letters 8.5 % tighter at 24 pt; 5 % is the most, and 1 % will do at 22 pt.
    done = good(HEAD + f"    cards: [一：{han(10)}, 二：字, 三：字]\n")
    assert [sizes(done, f"cards[{n}]")[1] for n in (1, 2, 3)] == [22, 22, 22]
    assert len(texts(done.deck.slides[0])["cards[1]"].paragraphs[1].lines) == 1
    assert sizes(good(HEAD + f"    cards: [一：{han(9)}, 二：字, 三：字]\n"), "cards[1]")[1] == 24


def test_title_of_two_lines_breaks_between_phrases_into_lines_of_like_length() -> None:
    title = "深入贯彻落实全面从严治党的各项要求，推动领导干部廉洁自律教育走深走实，见到实效"
    (slide,) = good(HEAD.replace("一", title) + "    bullets: [甲, 乙]\n").deck.slides
    (paragraph,) = texts(slide)["title"].paragraphs
    assert paragraph.text == title.replace("，", "，\n", 1)
    assert slide.title == title


# ------------------------------------------------------------ tables


def table(rows: int) -> str:
    return HEAD + "    table:\n      - [项目, 内容]\n" + "      - [甲, 乙]\n" * rows


# The box is 4.92 in high, the header 0.62, a row 0.82 at 20 pt, 0.62 at 18 pt, 0.50 at 16 pt.
@pytest.mark.parametrize(("rows", "size"), [(5, 20), (6, 18), (7, 16), (8, 16)])
def test_table_takes_the_largest_size_at_which_its_rows_fit(rows: int, size: float) -> None:
    (found,) = [item for item in good(table(rows)).deck.slides[0].items if isinstance(item, Table)]
    assert {cell.paragraphs[0].size for row in found.rows for cell in row} == {size}
    assert len(found.heights) == rows + 1
    assert sum(found.widths) == found.box.w


def drawn(keys: str) -> Table:
    (found,) = [item for item in good(HEAD + keys).deck.slides[0].items if isinstance(item, Table)]
    return found


@pytest.mark.parametrize(
    ("rows", "height"),
    [
        (1, 1.1),  # no higher than that, whatever room there is
        (3, 1.1),
        (4, 1.075),  # (4.92 - 0.62) / 4
        (5, 0.86),  # (4.92 - 0.62) / 5
        (6, 0.717),  # at 18 pt
        (8, 0.538),  # at 16 pt
    ],
)
def test_rows_share_the_room_that_is_left_up_to_a_height(rows: int, height: float) -> None:
    first, *others = drawn(table(rows).removeprefix(HEAD)).heights
    assert round(to_inches(first), 3) == 0.62
    assert [to_inches(each) for each in others] == pytest.approx([height] * rows, abs=0.001)


def test_rows_of_a_continued_table_keep_one_height() -> None:
    parts = [item for slide in good(table(13)).deck.slides for item in slide.items if isinstance(item, Table)]
    assert len(parts) == 2
    assert {round(to_inches(height), 3) for part in parts for height in part.heights[1:]} <= {0.5, 0.62}


def test_numbers_stand_in_the_middle_of_their_column_and_end_on_one_line() -> None:
    found = drawn("    table:\n      - [项目, 数, 单位]\n      - [甲, 5, 公里]\n      - [乙, 1200, 公里]\n")
    column = [row[1] for row in found.rows]
    assert {cell.frame.levels[0].align for cell in column} == {"r"}
    (insets,) = {cell.frame.insets for cell in column}
    # what is widest is 1200 at 20 pt: 4 × 0.556 em; in front of it there is as much room as behind it
    widest = 4 * 0.556 * 20 / 0.97 * 12700
    assert insets[2] == pytest.approx(found.widths[1] - widest - insets[2], abs=2 * 12700)
    left, _, right, _ = found.rows[1][2].frame.insets
    assert left == right == inches(0.18)


def test_table_with_too_many_rows_is_an_error_with_the_inches_it_has_too_many() -> None:
    (finding,) = made(
        table(9).replace("    table:", "    split: never\n    table:")
    ).findings  # 0.62 + 9 × 0.50 = 5.12 in
    assert (finding.code, finding.span and finding.span.line) == ("overflow", 8)
    assert "0.2 in too high at 16 pt" in finding.message


def test_least_sizes_of_a_full_slide_can_still_be_read_in_the_last_row() -> None:
    done = good(bullets(660).replace("title: 一", f"title: {han(40)}"))
    found = {slot: min(p.size for p in text.paragraphs) for slot, text in texts(done.deck.slides[0]).items()}
    assert found == {"title": 24, "bullets": 18, "number": 12}


@pytest.mark.parametrize(("count", "size"), [(9, 72), (10, 72), (11, 66), (13, 54), (14, 54)])
def test_short_quotation_fills_its_line(count: int, size: float) -> None:
    # a line has 10.9 × 72 × 0.97 = 761.3 pt: 10 characters of 72 pt, 11 of 66, 12 of 60, 14 of 54
    done = good(HEAD.replace("  - title: 一\n", "") + f"  - quote: {han(count)}\n")
    assert sizes(done, "words") == [size]


def test_a_chinese_name_at_the_end_of_a_line_goes_whole_onto_the_next() -> None:
    # a line of 26 pt has 30 characters; the name's five would begin at the 29th
    text = (
        HEAD.replace("cover: no", "cover: no\nnobreak: 欧阳震华局")
        + f"    bullets: [{han(28)}欧阳震华局{han(20)}, 乙]\n"
    )
    first, _ = texts(good(text).deck.slides[0])["bullets"].paragraphs
    assert first.runs[0].text == f"{han(28)}\n欧阳震华局{han(20)}"
    plain = text.replace("nobreak: 欧阳震华局\n", "")
    assert "\n" not in texts(good(plain).deck.slides[0])["bullets"].paragraphs[0].runs[0].text
