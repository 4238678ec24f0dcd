"""Tables: joined cells, a total row, what is highlighted, how columns are aligned and how wide they are."""

import io
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx import Presentation

from slidegen.composed import Table
from slidegen.drawing import Solid
from slidegen.text.faces import Face
from slidegen.text.measure import Piece, measure
from slidegen.units import to_points
from tests.building import Made, good, made

HEAD = "title: 题目\ncover: no\nclosing: no\nslides:\n  - title: 一\n    table:\n"


def tables(done: Made) -> list[Table]:
    return [item for slide in done.deck.slides for item in slide.items if isinstance(item, Table)]


def drawn(keys: str, theme: str | None = None) -> Table:
    (found,) = tables(good(HEAD + keys, theme))
    return found


def native(done: Made) -> Any:
    """The first table as python-pptx reads it."""
    deck = Presentation(io.BytesIO(done.data()))
    return next(shape.table for slide in deck.slides for shape in slide.shapes if shape.has_table)


def says(table: Table) -> list[str]:
    return ["|".join("".join(p.text for p in cell.paragraphs) for cell in row) for row in table.rows]


def bold(table: Table) -> list[list[bool]]:
    return [[cell.frame.levels[0].bold for cell in row] for row in table.rows]


# ------------------------------------------------------------ total row

SUMS = "      rows: [[项目, 金额], [甲, 1], [乙, 2], [合计, 3]]\n"


def test_total_row_is_bold_below_a_line_of_its_own() -> None:
    plain, summed = drawn(SUMS), drawn(SUMS + "      total: true\n")
    assert [row[1] for row in bold(plain)] == [True, False, False, False]
    assert [row[1] for row in bold(summed)] == [True, False, False, True]
    last, before = summed.rows[3][1], summed.rows[2][1]
    assert last.top == before.bottom
    assert before.bottom is not None
    assert plain.rows[2][1].bottom is not None
    assert before.bottom.width > plain.rows[2][1].bottom.width


def test_total_row_is_known_to_powerpoint() -> None:
    assert native(good(HEAD + SUMS + "      total: true\n")).last_row
    assert not native(good(HEAD + SUMS)).last_row


def test_total_row_stands_on_the_last_slide_with_a_row_above_it() -> None:
    for count in range(6, 30):
        found = tables(good(HEAD + "      合计: 是\n      行:\n        - [项目, 数]\n" + "        - [甲, 1]\n" * count))
        assert [table.total for table in found] == [False] * (len(found) - 1) + [True]
        assert len(found[-1].rows) > 2


# ------------------------------------------------------------ highlights

STAFF = "      rows: [[姓名, 票数, 结果], [张三, 12, 当选], [李四, 9, 落选], [王五, 11, 当选]]\n"


@pytest.mark.parametrize(
    ("names", "places"),
    [
        ("李四", {(2, 0), (2, 1), (2, 2)}),
        ("[1, 王五]", {(r, c) for r in (1, 3) for c in range(3)}),
        ("[结果]", {(1, 2), (2, 2), (3, 2)}),
        ("[[张三, 票数], [3, 3]]", {(1, 1), (3, 2)}),
    ],
)
def test_highlight_names_rows_columns_and_cells(names: str, places: set[tuple[int, int]]) -> None:
    table, other = drawn(STAFF + f"      highlight: {names}\n"), drawn(STAFF)
    differ = {(r, c) for r in range(4) for c in range(3) if table.rows[r][c].fill != other.rows[r][c].fill}
    assert differ == places
    assert all(table.rows[r][c].frame.levels[0].bold for r, c in places)


def test_row_whose_name_is_a_number_is_found_by_its_name() -> None:
    table = drawn("      rows: [[年, 数], [2, a], [1, b]]\n      highlight: 1\n")
    assert isinstance(table.rows[2][0].fill, Solid)
    assert table.rows[2][0].fill != table.rows[1][0].fill
    assert bold(table)[2] == [True, True]
    assert not bold(table)[1][1]


@pytest.mark.parametrize("theme", ["azure", "dangjian"])
def test_highlight_has_a_fill_in_every_theme(theme: str) -> None:
    table = drawn(STAFF + "      highlight: [1]\n", theme)
    assert table.rows[1][1].fill not in [row[1].fill for row in table.rows[2:]]


# ------------------------------------------------------------ joined cells

JOINED = """      rows:
        - [类别, 内容, <, 时间]
        - [学习, 集中, 自学, 上半年]
        - [^, 读书会, <, ^]
        - [检查, 互查, <, 下半年]
        - [^, ^, <, 全年]
"""


def test_marks_join_cells_of_the_native_table() -> None:
    table = native(good(HEAD + JOINED))
    spans = {
        (r, c): (cell.span_height, cell.span_width)
        for r in range(5)
        for c in range(4)
        if (cell := table.cell(r, c)).is_merge_origin
    }
    assert spans == {(0, 1): (1, 2), (1, 0): (2, 1), (1, 3): (2, 1), (2, 1): (1, 2), (3, 0): (2, 1), (3, 1): (2, 2)}
    covered = [(r, c) for r in range(5) for c in range(4) if table.cell(r, c).is_spanned]
    assert covered == [(0, 2), (2, 0), (2, 2), (2, 3), (3, 2), (4, 0), (4, 1), (4, 2)]
    assert table.cell(3, 1).text == "互查"
    assert {table.cell(r, c).text for r, c in covered} == {""}


def test_python_pptx_joins_cells_with_the_same_attributes() -> None:
    ours = native(good(HEAD + "      - [a, b, c]\n      - [d, e, <]\n      - [f, ^, <]\n"))
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    theirs = slide.shapes.add_table(3, 3, 0, 0, 9_000_000, 3_000_000).table
    theirs.cell(1, 1).merge(theirs.cell(2, 2))
    wanted = [[dict(theirs.cell(r, c)._tc.attrib) for c in range(3)] for r in range(3)]
    assert [[dict(ours.cell(r, c)._tc.attrib) for c in range(3)] for r in range(3)] == wanted


def test_quoted_marks_are_text() -> None:
    table = drawn("      - [a, b]\n      - ['<', \"^\"]\n")
    assert says(table)[1] == "<|^"
    assert all(cell.across == cell.down == 1 for row in table.rows for cell in row)


@pytest.mark.parametrize(
    ("rows", "line"),
    [
        ("[<, a]\n      - [b, c]", 7),  # nothing on the left
        ("[a, ^]\n      - [b, c]", 7),  # nothing above
        ("[a, b]\n      - [^, c]", 8),  # the header is joined with no row
        ("[a, b]\n      - [c, <]\n      - [^, d]", 8),  # no rectangle
        ("[a, b]\n      - [c, d]\n      - [<, ^]", 9),
    ],
)
def test_marks_that_make_no_rectangle_are_errors_at_their_line(rows: str, line: int) -> None:
    done = made(HEAD + f"      - {rows}\n")
    assert done.errors == [("joined-cells", line)]


def test_joined_rows_are_not_cut_apart() -> None:
    groups = [3, 1, 4, 2, 5, 1, 3, 3, 2, 4]
    rows = [
        f"        - [{'^' if n else f'第{g}组'}, 第{g}组第{n}项]\n"
        for g, count in enumerate(groups)
        for n in range(count)
    ]
    found = tables(good(HEAD + "      rows:\n        - [组, 项]\n" + "".join(rows)))
    assert len(found) > 2
    for table in found:
        assert not any(cell.below for cell in table.rows[1])
        for r, row in enumerate(table.rows):
            assert r + row[0].down <= len(table.rows)
    assert [line for table in found for line in says(table)[1:]] == [
        f"{'' if n else f'第{g}组'}|第{g}组第{n}项" for g, count in enumerate(groups) for n in range(count)
    ]


def test_joined_cell_takes_lines_over_all_its_columns_and_rows() -> None:
    text = "汉" * 60
    alone = drawn(f"      rows: [[a, b, c], [{text}, x, y], [z, x, y]]\n      widths: [1, 1, 1]\n")
    wide = drawn(f"      rows: [[a, b, c], [{text}, <, y], [z, x, y]]\n      widths: [1, 1, 1]\n")
    high = drawn(f"      rows: [[a, b, c], [{text}, x, y], [^, x, y]]\n      widths: [1, 1, 1]\n")
    assert wide.heights[1] < alone.heights[1]
    assert high.heights[1] < alone.heights[1]
    assert high.heights[1] + high.heights[2] < alone.heights[1] + alone.heights[2]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.lists(st.sampled_from(["<", "^", "字", "长一些的内容"]), min_size=3, max_size=3), min_size=1, max_size=9
    )
)
def test_any_marks_are_told_or_joined_to_rectangles_that_cover_the_table(rows: list[list[str]]) -> None:
    done = made(HEAD + "      - [a, b, c]\n" + "".join(f"      - [{', '.join(row)}]\n" for row in rows))
    if done.errors:
        assert {code for code, _ in done.errors} == {"joined-cells"}
        return
    for table in tables(done):
        area = sum(cell.across * cell.down for row in table.rows for cell in row if not cell.right and not cell.below)
        assert area == 3 * len(table.rows)


# ------------------------------------------------------------ columns


def right_edges(table: Table, column: int, whole: Callable[[str], str]) -> list[float]:
    """Where the digits before the point of each number end, in points from the column's right edge."""
    found = []
    for row in table.rows[1:]:
        cell = row[column]
        text = "".join(p.text for p in cell.paragraphs)
        behind = text.removeprefix(whole(text))
        width = measure([Piece(behind, Face("Arial", "Microsoft YaHei", cell.frame.levels[0].bold))]).width
        found.append(to_points(cell.frame.insets[2]) + width * cell.paragraphs[0].size)
    return found


def test_numbers_have_their_point_on_one_line() -> None:
    rows = "[甲, '1,200.5'], [乙, 7], [丙, '-0.25'], [丁, 88.125]"
    table = drawn(f"      rows: [[项目, 数], {rows}]\n")
    assert {row[1].frame.levels[0].align for row in table.rows} == {"r"}
    edges = right_edges(table, 1, lambda text: text.partition(".")[0])
    assert max(edges) - min(edges) < 0.2
    assert len({row[1].frame.insets[2] for row in table.rows[1:]}) > 1


def test_percent_signs_stand_behind_the_line_of_the_digits() -> None:
    table = drawn("      rows: [[项目, 率], [甲, 91.6%], [乙, 100%], [丙, 5%]]\n")
    edges = right_edges(table, 1, lambda text: text.rstrip("%").partition(".")[0])
    assert max(edges) - min(edges) < 0.2


def test_column_of_numbers_may_have_gaps() -> None:
    table = drawn("      rows: [[项目, 数], [甲, 12], [乙, —], [丙, '']]\n")
    assert {row[1].frame.levels[0].align for row in table.rows} == {"r"}
    text = drawn("      rows: [[项目, 数], [甲, —], [乙, —]]\n")
    assert {row[1].frame.levels[0].align for row in text.rows} == {"ctr"}


def test_number_column_of_every_part_is_lined_up_alike() -> None:
    rows = "".join(f"      - [项目{n}, {n}{'.25' if n == 30 else ''}]\n" for n in range(31))
    found = tables(good(HEAD + "      - [项目, 数]\n" + rows))
    assert len(found) > 1
    edges = [e for table in found for e in right_edges(table, 1, lambda text: text.partition(".")[0])]
    assert max(edges) - min(edges) < 0.2


def test_align_says_how_each_column_stands() -> None:
    table = drawn(STAFF + "      align: [right, 左, auto]\n")
    assert [cell.frame.levels[0].align for cell in table.rows[1]] == ["r", "l", "ctr"]


@pytest.mark.parametrize("shares", [[2, 1, 1], [1, 1.5, 3.5]])
def test_widths_say_how_wide_columns_are_in_relation(shares: Sequence[float]) -> None:
    table = drawn(STAFF + f"      widths: {list(shares)}\n")
    assert [w / table.box.w for w in table.widths] == pytest.approx([s / sum(shares) for s in shares], abs=1e-5)


@pytest.mark.parametrize(
    ("option", "code"),
    [
        ("highlight: [赵六]", "no-such-row"),
        ("highlight: [0]", "no-such-row"),
        ("highlight: [4]", "no-such-row"),
        ("highlight: [[张三, 年龄]]", "no-such-row"),
        ("highlight: [[张三, 票数, 结果]]", "wrong-kind"),
        ("highlight: {a: b}", "wrong-kind"),
        ("align: [left, right]", "wrong-kind"),
        ("align: left", "wrong-kind"),
        ("align: [left, right, middle]", "unknown-value"),
        ("widths: [1, 2, x]", "unknown-value"),
        ("widths: [1, 2, 0]", "unknown-value"),
        ("widths: [1, 2]", "wrong-kind"),
        ("total: maybe", "wrong-kind"),
        ("totl: true", "unknown-key"),
        ("合计: 是\n      total: true", "duplicate-key"),
    ],
)
def test_option_that_cannot_be_is_an_error_at_its_line(option: str, code: str) -> None:
    done = made(HEAD + STAFF + f"      {option}\n")
    assert done.errors == [(code, 8 + option.count("\n"))]


def test_unknown_name_is_told_with_the_nearest() -> None:
    (finding,) = made(HEAD + STAFF + "      highlight: [张三三]\n").findings
    assert "did you mean `张三`?" in finding.hint


def test_options_may_be_written_in_chinese() -> None:
    chinese = (
        STAFF.replace("rows", "行")
        + "      合计: 是\n      突出: [李四]\n      对齐: [左, 中, 右]\n      列宽: [1, 2, 1]\n"
    )
    english = (
        STAFF
        + "      total: true\n      highlight: [李四]\n      align: [left, center, right]\n      widths: [1, 2, 1]\n"
    )
    assert drawn(chinese).rows == drawn(english).rows
    assert drawn(chinese).widths == drawn(english).widths


def test_decks_of_tables_pass_every_proof(proof: Callable[[Sequence[Path]], None], tmp_path: Path) -> None:
    slides = [
        JOINED + "      total: true\n      highlight: [学习, [检查, 内容]]\n",
        SUMS.replace("1]", "1200.75]") + "      total: true\n      highlight: [乙]\n",
        STAFF + "      widths: [3, 1, 1]\n      align: [left, center, right]\n",
        "      rows:\n        - [组, 项]\n"
        + "".join(f"        - [{'^' if n % 3 else '组'}, 项{n}]\n" for n in range(30)),
    ]
    body = "".join(f"  - title: 第{n}张表格\n    table:\n{slide}" for n, slide in enumerate(slides))
    decks = []
    for theme in ("azure", "dangjian"):
        decks.append(tmp_path / f"{theme}.pptx")
        decks[-1].write_bytes(good("title: 表格\nslides:\n" + body, theme).data())
    proof(decks)


def test_heights_of_rows_hold_their_joined_cells() -> None:
    for count in (20, 60, 120, 140):
        table = drawn(f"      rows: [[a, b], [{'汉' * count}, x], [^, y], [^, z]]\n      widths: [1, 3]\n")
        size = table.rows[1][0].paragraphs[0].size
        inner = to_points(table.widths[0]) - 2 * 0.18 * 72
        lines = -(-count // int(inner * 0.97 / size))
        assert sum(map(to_points, table.heights[1:])) + 0.1 >= lines * size * 1.2 + 2 * 0.06 * 72
    assert all(a > 0 and b > 0 for a, b in pairwise(table.heights))
