"""Workbooks: cells as they are shown, formulas by their saved results; unfit files say their cause."""

import io
import time
import tracemalloc
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.data.files import fault, of_rows, read, texts, with_part, xlsx

GOOD = of_rows([["项目", "数"], ["甲", 1.5]])
SHEET = "xl/worksheets/sheet1.xml"


def test_cells_are_shown_by_their_number_formats(tmp_path: Path) -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ["a", "b", "c", "d", "e"])
        sheet.write_string(1, 0, "1.10")
        sheet.write_number(1, 1, 0.125, book.add_format({"num_format": "0.0%"}))
        sheet.write_number(1, 2, 1234.5, book.add_format({"num_format": "#,##0.00"}))
        sheet.write_datetime(1, 3, date(2026, 3, 18), book.add_format({"num_format": "yyyy-mm-dd"}))
        sheet.write_boolean(1, 4, True)

    grid, report = read(tmp_path, "a.xlsx", xlsx(fill))
    assert not report.findings
    assert grid is not None
    assert [datum.text for datum in grid.rows[1]] == ["1.10", "12.5%", "1,234.50", "2026-03-18", "TRUE"]
    assert [datum.number for datum in grid.rows[1]] == [None, 0.125, 1234.5, None, None]
    assert grid.place(grid.rows[1][2]) == "C2"


def test_formula_is_its_saved_result(tmp_path: Path) -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ["a", "b"])
        sheet.write_formula(1, 0, "=1+2", None, 3)
        sheet.write_formula(1, 1, '="x"&"y"', None, "xy")

    assert texts(tmp_path, "a.xlsx", xlsx(fill)) == [["a", "b"], ["3", "xy"]]


def test_formula_without_a_result_is_named(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["a", "b"])
    book.active.append([1, "=A2*2"])
    out = io.BytesIO()
    book.save(out)
    code, message = fault(tmp_path, "a.xlsx", out.getvalue())
    assert code == "formula-value"
    assert "a.xlsx, B2" in message


def test_error_in_a_cell_is_named(tmp_path: Path) -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ["a", "b"])
        sheet.write_formula(1, 1, "=1/0", None, "#DIV/0!")

    code, message = fault(tmp_path, "a.xlsx", xlsx(fill))
    assert code == "cell-error"
    assert "B2" in message
    assert "#DIV/0!" in message


def test_number_format_that_is_not_read_is_named(tmp_path: Path) -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write(0, 0, 0.5, book.add_format({"num_format": "# ?/?"}))

    code, message = fault(tmp_path, "a.xlsx", xlsx(fill))
    assert code == "number-format"
    assert "A1" in message


def test_rich_and_inline_texts_are_their_words(tmp_path: Path) -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write(0, 0, "a")
        sheet.write_rich_string(1, 0, "one ", book.add_format({"bold": True}), "two", " three")

    assert texts(tmp_path, "a.xlsx", xlsx(fill)) == [["a"], ["one two three"]]
    inline = with_part(
        GOOD,
        SHEET,
        lambda data: data.replace(b'<c r="A2" t="s"><v>2</v></c>', b'<c r="A2" t="inlineStr"><is><t>x</t></is></c>'),
    )
    assert texts(tmp_path, "a.xlsx", inline)[1][0] == "x"


def test_table_may_stand_anywhere_on_the_sheet(tmp_path: Path) -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write_row("C5", ["a", "b"])
        sheet.write_row("C7", [1, 2])

    grid, _ = read(tmp_path, "a.xlsx", xlsx(fill))
    assert grid is not None
    assert [[datum.text for datum in row] for row in grid.rows] == [["a", "b"], ["", ""], ["1", "2"]]
    assert grid.place(grid.rows[2][1]) == "D7"


def test_sheet_is_chosen_by_name_or_number(tmp_path: Path) -> None:
    out = io.BytesIO()
    import xlsxwriter

    with xlsxwriter.Workbook(out) as book:
        hidden, first, second = (book.add_worksheet(name) for name in ("藏", "一月", "2"))
        for sheet in (hidden, first, second):
            sheet.write(0, 0, sheet.get_name())
        first.activate()
        first.set_first_sheet()
        hidden.hide()
    data = out.getvalue()
    assert texts(tmp_path, "a.xlsx", data) == [["一月"]]
    assert texts(tmp_path, "a.xlsx", data, "2") == [["2"]]
    assert texts(tmp_path, "a.xlsx", data, "1") == [["藏"]]
    code, message = fault(tmp_path, "a.xlsx", data, "二月")
    assert code == "data-sheet"
    assert "二月" in message


def test_hidden_rows_and_columns_stay_hidden(tmp_path: Path) -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write_column("A1", ["a", "secret", "1"])
        sheet.write_column("B1", ["secret", "secret", "secret"])
        sheet.write_column("C1", ["c", "secret", "3"])
        sheet.set_row(1, None, None, {"hidden": True})
        sheet.set_column(1, 1, None, None, {"hidden": True})

    grid, report = read(tmp_path, "a.xlsx", xlsx(fill))
    assert grid is not None
    assert [[datum.text for datum in row] for row in grid.rows] == [["a", "c"], ["1", "3"]]
    assert [finding.code for finding in report.findings] == ["hidden-cells"]


def test_joined_cells_are_known(tmp_path: Path) -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ["a", "b", "c"])
        sheet.merge_range("A2:B3", "x")
        sheet.write_column("C2", ["1", "2"])

    grid, _ = read(tmp_path, "a.xlsx", xlsx(fill))
    assert grid is not None
    assert [[datum.joined for datum in row] for row in grid.rows] == [["", "", ""], ["", "<", ""], ["^", "<", ""]]


# ------------------------------------------------------------ files that are unfit


def test_bomb_is_refused_at_once_and_in_little_memory(tmp_path: Path) -> None:
    bomb = with_part(GOOD, SHEET, lambda _: b"<a>" + b" " * 200_000_000)
    tracemalloc.start()
    started = time.perf_counter()
    code, message = fault(tmp_path, "a.xlsx", bomb)
    seconds, memory = time.perf_counter() - started, tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert code == "unsafe-file"
    assert SHEET in message
    assert seconds < 1
    assert memory < 20_000_000


@pytest.mark.parametrize("part", ["xl/workbook.xml", SHEET, "xl/sharedStrings.xml", "xl/styles.xml"])
def test_definitions_are_refused(tmp_path: Path, part: str) -> None:
    evil = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
    code, message = fault(tmp_path, "a.xlsx", with_part(GOOD, part, lambda _: evil))
    assert code == "unsafe-file"
    assert "Excel" in message


@pytest.mark.parametrize("size", [4, 100, len(GOOD) // 2, len(GOOD) - 30])
def test_file_that_was_not_copied_to_its_end_is_damaged(tmp_path: Path, size: int) -> None:
    assert fault(tmp_path, "a.xlsx", GOOD[:size])[0] == "damaged-file"


def test_password_and_old_form_are_told_apart(tmp_path: Path) -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
    assert fault(tmp_path, "a.xlsx", ole + "EncryptedPackage".encode("utf-16-le"))[0] == "encrypted-file"
    assert fault(tmp_path, "a.xlsx", ole)[0] == "data-file"
    assert fault(tmp_path, "a.xls", ole)[0] == "data-file"


def test_other_packages_are_no_workbooks(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
    assert fault(tmp_path, "a.xlsx", out.getvalue())[0] == "data-file"


def test_cell_far_from_the_corner_is_named(tmp_path: Path) -> None:
    code, message = fault(tmp_path, "a.xlsx", xlsx(lambda book, sheet: sheet.write("A30000", "x")))
    assert code == "data-size"
    assert "A30000" in message


def test_faults_of_a_whole_column_are_not_said_a_thousand_times(tmp_path: Path) -> None:
    def fill(book: Any, sheet: Any) -> None:
        for row in range(1000):
            sheet.write_formula(row, 0, "=1/0", None, "#DIV/0!")

    grid, report = read(tmp_path, "a.xlsx", xlsx(fill))
    assert grid is None
    assert len(report.findings) == 10


CELL = st.just("_x000D_") | st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff\u2028\u2029")
    | st.sampled_from("\n\t_x00 =<&"),
    max_size=12,
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.lists(CELL, min_size=3, max_size=3), min_size=1, max_size=5))
def test_any_text_in_any_cell_reads_back(tmp_path: Path, rows: list[list[str]]) -> None:
    rows = [["head", "of", "all"], *rows, ["last", "of", "all"]]
    assert texts(tmp_path, "a.xlsx", of_rows(rows)) == rows


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.integers(0, len(GOOD) - 1), st.binary(min_size=1, max_size=8))
def test_bytes_changed_anywhere_never_break_the_reader(tmp_path: Path, at: int, new: bytes) -> None:
    grid, report = read(tmp_path, "a.xlsx", GOOD[:at] + new + GOOD[at + len(new) :])
    assert grid is not None or report.failed
