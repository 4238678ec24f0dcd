"""Tables whose cells come from CSV and XLSX files beside the outline."""

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pptx import Presentation

from slidegen.composed import ComposedDeck, Table
from slidegen.diagnostics import Diagnostic, Exit, Report, Severity
from slidegen.drawing import Solid
from slidegen.pipeline import load, prepare, render
from tests.compose.test_tables import says
from tests.data.files import of_rows, xlsx

HEAD = "title: 题目\ncover: no\nclosing: no\nlanguage: zh-CN\nslides:\n  - title: 一\n    table:\n"
FIGURES = "部门,金额,人数\n办公室,1.10,12\n后勤,012,3\n**人事**,2.5,7\n"


def built(
    folder: Path, keys: str, head: str = HEAD, **files: str | bytes
) -> tuple[ComposedDeck, list[Diagnostic], bytes]:
    """A deck from an outline in a folder, with files beside it (`a_csv` is a.csv)."""
    for name, data in files.items():
        path = folder / name.replace("_", ".")
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
    outline = folder / "talk.yaml"
    outline.write_text(head + keys, encoding="utf-8")
    report = Report()
    found, library = load(outline, report)
    assert found is not None
    plan = prepare(found, library, report)
    return plan.deck, report.findings, render(plan)


def tables(folder: Path, keys: str, **files: str | bytes) -> list[Table]:
    deck, findings, _ = built(folder, keys, **files)
    assert not findings, findings
    return [item for slide in deck.slides for item in slide.items if isinstance(item, Table)]


def wrong(folder: Path, keys: str, head: str = HEAD, **files: str | bytes) -> Diagnostic:
    _, findings, _ = built(folder, keys, head, **files)
    errors = [found for found in findings if found.severity is Severity.ERROR and found.code != "missing-key"]
    (only,) = errors
    return only


def test_cells_of_a_file_stand_as_they_were_typed(tmp_path: Path) -> None:
    (table,) = tables(tmp_path, "      file: a.csv\n", a_csv=FIGURES)
    assert says(table) == ["部门|金额|人数", "办公室|1.10|12", "后勤|012|3", "**人事**|2.5|7"]


def test_columns_and_rows_are_chosen_and_ordered(tmp_path: Path) -> None:
    keys = "      文件: a.csv\n      列: [人数, 1]\n      行: [3, 1-2]\n"
    (table,) = tables(tmp_path, keys, a_csv=FIGURES)
    assert says(table) == ["人数|部门", "7|**人事**", "12|办公室", "3|后勤"]


@pytest.mark.parametrize(("rows", "count"), [("2", 1), ("2-", 2), ("-2", 2), ("1—3", 3), ("'1 - 2'", 2)])
def test_rows_are_ranges(tmp_path: Path, rows: str, count: int) -> None:
    (table,) = tables(tmp_path, f"      file: a.csv\n      rows: {rows}\n", a_csv=FIGURES)
    assert len(table.rows) == count + 1


def test_options_of_tables_hold_for_files_too(tmp_path: Path) -> None:
    options = ("total: true", "highlight: 后勤", "align: [left, right, left]", "widths: [2, 1, 1]")
    keys = "      file: a.csv\n" + "".join(f"      {option}\n" for option in options)
    (table,) = tables(tmp_path, keys, a_csv=FIGURES)
    assert table.total
    assert table.widths[0] == pytest.approx(2 * table.widths[1], abs=2)
    assert table.rows[1][2].frame.levels[0].align == "l"
    assert isinstance(table.rows[2][0].fill, Solid)
    assert table.rows[2][0].fill != table.rows[1][0].fill


def test_sheet_shows_numbers_as_excel_does_and_joined_cells_as_one(tmp_path: Path) -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ["季度", "部门", "占比"])
        sheet.merge_range("A2:A3", "一")
        sheet.write_column("B2", ["甲", "乙"])
        sheet.write_column("C2", [0.125, 0.5], book.add_format({"num_format": "0.0%"}))

    (table,) = tables(tmp_path, "      file: a.xlsx\n      sheet: 甲\n", a_xlsx=xlsx(fill))
    assert says(table) == ["季度|部门|占比", "一|甲|12.5%", "|乙|50.0%"]
    assert (table.rows[1][0].down, table.rows[2][0].below) == (2, True)


def test_rows_beyond_a_slide_go_on_with_the_header(tmp_path: Path) -> None:
    found = tables(tmp_path, "      file: a.csv\n", a_csv="a,b\n" + "".join(f"行{n},{n}\n" for n in range(40)))
    assert len(found) > 2
    assert {says(table)[0] for table in found} == {"a|b"}
    assert [row for table in found for row in says(table)[1:]] == [f"行{n}|{n}" for n in range(40)]


@pytest.mark.parametrize(
    ("keys", "code", "line", "said"),
    [
        ("      file: a.csv\n      columns: [金颜]\n", "data-columns", 9, "金颜"),
        ("      file: a.csv\n      rows: 3-4\n", "data-rows", 9, "3-4"),
        ("      file: a.csv\n      rows: x\n", "data-rows", 9, "x"),
        ("      file: a.csv\n      sheet: 一\n", "data-sheet", 9, "a.csv"),
        ("      file: b.csv\n", "no-file", 8, "b.csv"),
        ("      file: ../a.csv\n", "outside-folder", 8, "a.csv"),
        ("      file: https://a.example/a.csv\n", "remote-file", 8, "a.csv"),
        ("      file: talk.yaml\n", "data-file", 8, "talk.yaml"),
        ("      file: bad.csv\n", "data-rows", 8, "bad.csv, line 3"),
        ("      file: wide.csv\n", "table-size", 8, "1 to 8 columns"),
        ("      file: long.csv\n", "table-size", 8, "300 rows"),
        ("      file: head.csv\n", "table-size", 8, "1 to 300 rows"),
        ("      sheet: 1\n      rows: [[a, b], [c, d]]\n", "wrong-kind", 8, "sheet"),
        ("      file: [a.csv]\n", "wrong-kind", 8, "file"),
    ],
)
def test_fault_is_told_at_the_line_of_the_outline(tmp_path: Path, keys: str, code: str, line: int, said: str) -> None:
    (tmp_path / "bad.csv").write_text("a,b\n1,2\n3\n")
    (tmp_path / "wide.csv").write_text(",".join("abcdefghi") + "\n" + ",".join("123456789") + "\n")
    (tmp_path / "long.csv").write_text("a,b\n" + "1,2\n" * 301)
    (tmp_path / "head.csv").write_text("a,b\n")
    found = wrong(tmp_path, keys, a_csv=FIGURES)
    assert (found.code, found.span.line if found.span else 0) == (code, line)
    assert said in found.message
    assert found.exit in (Exit.ASSET, Exit.CONTENT)


def test_deck_is_another_when_the_file_is(tmp_path: Path) -> None:
    first, _, _ = built(tmp_path, "      file: a.csv\n", a_csv=FIGURES)
    second, _, _ = built(tmp_path, "      file: a.csv\n", a_csv=FIGURES.replace("12", "13"))
    assert first.build != second.build


LOADED = st.sampled_from("汉字ab 　“”：**`[]$\\|<^&>\"'%\n\t,;")
CELL = st.text(
    LOADED
    | st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff\u2028\u2029"),
    max_size=12,
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.lists(CELL, min_size=2, max_size=2), min_size=1, max_size=3), st.booleans())
def test_any_text_in_a_file_reads_back_from_the_slide(tmp_path: Path, rows: list[list[str]], workbook: bool) -> None:
    rows = [["head", "all"], *rows, ["last", "all"]]
    out = io.StringIO(newline="")
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows(rows)
    name = "a.xlsx" if workbook else "a.csv"
    (tmp_path / name).write_bytes(of_rows(rows) if workbook else out.getvalue().encode())
    _, _, data = built(tmp_path, f"      file: {name}\n")
    shapes = [shape for slide in Presentation(io.BytesIO(data)).slides for shape in slide.shapes if shape.has_table]
    found = [[cell.text_frame.text for cell in row.cells] for shape in shapes for row in [*shape.table.rows][1:]]
    assert found == [[text.replace("\n", "\v") for text in row] for row in rows[1:]]
