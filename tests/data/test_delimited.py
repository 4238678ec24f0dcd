"""CSV files: encodings, delimiters, quotes; rows of unequal length are named by their line."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.data.files import fault, read, texts

TABLE = [["部门", "金额"], ["办公室", "1.10"], ["后勤", "012"]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_table_is_read_as_it_was_typed(tmp_path: Path, encoding: str, delimiter: str, end: str) -> None:
    data = end.join(delimiter.join(row) for row in TABLE).encode(encoding)
    assert texts(tmp_path, "a.csv", data) == TABLE


def test_gb18030_is_read_and_told(tmp_path: Path) -> None:
    grid, report = read(tmp_path, "a.csv", "\n".join(map(",".join, TABLE)).encode("gb18030"))
    assert grid is not None
    assert grid.header == ("部门", "金额")
    assert [finding.code for finding in report.findings] == ["read-as-gb18030"]


def test_separator_is_the_one_that_parts_all_rows_alike(tmp_path: Path) -> None:
    assert texts(tmp_path, "a.csv", b"a;b\n1,5;2\n3;4,5,6\n") == [["a", "b"], ["1,5", "2"], ["3", "4,5,6"]]


def test_first_line_may_name_the_separator(tmp_path: Path) -> None:
    assert texts(tmp_path, "a.csv", b"sep=|\na|b\n1,2|3;4\n") == [["a", "b"], ["1,2", "3;4"]]


def test_quotes_hold_separators_quotes_and_lines(tmp_path: Path) -> None:
    data = b'a,b\n"x, ""y""","two\nlines"\n'
    assert texts(tmp_path, "a.csv", data) == [["a", "b"], ['x, "y"', "two\nlines"]]


def test_row_of_another_length_is_named_by_its_line(tmp_path: Path) -> None:
    code, message = fault(tmp_path, "a.csv", b'a,b\n"x\ny",2\n1,2,3\n4,5\n')
    assert code == "data-rows"
    assert "a.csv, line 4" in message
    assert "3 cells" in message


def test_quotation_mark_without_partner_is_named_by_the_line_of_its_row(tmp_path: Path) -> None:
    code, message = fault(tmp_path, "a.csv", b'a,b\n1,2\n3,"4\n5,6\n')
    assert code == "data-rows"
    assert "line 3" in message


def test_empty_rows_and_columns_around_the_table_go(tmp_path: Path) -> None:
    assert texts(tmp_path, "a.csv", b",,,\n,a,b,\n,,,\n,1,2,\n,,,\n\n") == [["a", "b"], ["", ""], ["1", "2"]]


@pytest.mark.parametrize("data", [b"", b"\n\n", b",,\n,,\n", b"\xef\xbb\xbf"])
def test_file_that_holds_nothing_says_so(tmp_path: Path, data: bytes) -> None:
    assert fault(tmp_path, "a.csv", data)[0] == "data-empty"


def test_character_that_no_slide_holds_is_named_by_its_line(tmp_path: Path) -> None:
    code, message = fault(tmp_path, "a.csv", b"a,b\n1,\x07\n")
    assert code == "forbidden-character"
    assert "line 2" in message


@pytest.mark.parametrize(
    ("name", "data"), [("a.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0"), ("a.csv", b"a,\xff\xfe\xfd")]
)
def test_bytes_that_are_no_text_are_refused(tmp_path: Path, name: str, data: bytes) -> None:
    assert fault(tmp_path, name, data)[0] in ("undecodable", "forbidden-character")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *[("1", 1.0), ("-1,234.5", -1234.5), ("12%", 0.12), ("¥8", 8.0), ("1e3", 1000.0), ("−3", -3.0), (" 7 ", 7.0)],
        *[
            ("1,23", None),
            ("a", None),
            ("", None),
            ("1.2.3", None),
            ("nan", None),
            ("1e999", None),
            ("2026-01-02", None),
        ],
    ],
)
def test_number_is_what_reads_as_one(tmp_path: Path, text: str, number: float | None) -> None:
    grid, _ = read(tmp_path, "a.csv", f'a,b\n"{text}",x\n'.encode())
    assert grid is not None
    assert grid.rows[1][0].number == number
    assert grid.rows[1][0].text == text


CELL = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff\u2028\u2029\ufeff")
    | st.sampled_from('",;\n\t'),
    max_size=12,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.lists(CELL, min_size=3, max_size=3), min_size=1, max_size=6), st.sampled_from(",;\t"))
def test_any_text_in_any_cell_reads_back(tmp_path: Path, rows: list[list[str]], delimiter: str) -> None:
    rows = [["head", "of", "all"], *rows, ["last", "of", "all"]]
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(rows)
    assert texts(tmp_path, "a.csv", out.getvalue().encode()) == rows
