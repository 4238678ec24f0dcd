"""The workbooks of charts, as openpyxl reads them."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from slidegen.package.workbook import Cell, column_name, workbook

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=20).filter(
    lambda text: "\ufffe" not in text and "\uffff" not in text
)
CELLS = st.none() | TEXTS | st.floats(allow_nan=False, allow_infinity=False)


def read(data: bytes) -> list[list[object]]:
    sheet = load_workbook(io.BytesIO(data))["Sheet1"]
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=6))
def test_any_cells_are_read_back(rows: list[list[Cell]]) -> None:
    data = workbook([["corner", "a", "b"], *rows])
    sheet = load_workbook(io.BytesIO(data))["Sheet1"]
    for r, row in enumerate(rows, 2):
        for c, cell in enumerate(row, 1):
            assert sheet.cell(r, c).value == cell
            assert sheet.cell(r, c).data_type != "f"
    assert workbook([["corner", "a", "b"], *rows]) == data


def test_text_like_an_escape_is_kept() -> None:
    """ECMA-376-1, 22.9.2.19: `_x0041_` would be read as A, so its first line is written as `_x005F_`."""
    assert b"_x005F_x0041_" in workbook_sheet([["_x0041_"]])


def workbook_sheet(rows: list[list[Cell]]) -> bytes:
    import zipfile

    return zipfile.ZipFile(io.BytesIO(workbook(rows))).read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize("number", [0, 1, 25, 26, 27, 51, 52, 701, 702, 703, 16_383])
def test_columns_are_named_as_spreadsheets_do(number: int) -> None:
    assert column_name(number) == get_column_letter(number + 1)
