"""Charts whose numbers come from CSV and XLSX files beside the outline."""

import csv
import io
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pptx import Presentation

from slidegen.composed import Chart
from slidegen.plot import Plot
from tests.compose.test_table_files import built as built_in
from tests.compose.test_table_files import wrong as wrong_in
from tests.data.files import of_rows, xlsx

HEAD = "title: T\ncover: no\nclosing: no\nlanguage: en\nslides:\n  - title: One\n    chart:\n"
SALES = 'Quarter,Shop,Web,Share\nQ1,"1,200",-,12.4%\nQ2,900.5,15,6%\nQ3,-3,,0.5\n'


def plot(folder: Path, keys: str, **files: str | bytes) -> Plot:
    """The one chart of an outline about which there is nothing to say."""
    deck, findings, _ = built(folder, keys, **files)
    assert not findings, findings
    (chart,) = [item for slide in deck.slides for item in slide.items if isinstance(item, Chart)]
    return chart.plot


def built(folder: Path, keys: str, **files: str | bytes) -> Any:
    return built_in(folder, keys, head=HEAD, **files)


def native(data: bytes) -> tuple[list[str], dict[str, list[float | None]]]:
    """The categories and series of the first chart as python-pptx reads them."""
    deck = Presentation(io.BytesIO(data))
    chart = next(shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart)
    series = {one.name: list(one.values) for plotted in chart.plots for one in plotted.series}
    return [str(name) for name in chart.plots[0].categories], series


def test_command_builds_a_chart_whose_numbers_are_those_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "sales.csv").write_text(SALES, encoding="utf-8")
    outline = tmp_path / "talk.yaml"
    outline.write_text(HEAD + "      type: line\n      file: sales.csv\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "slidegen", "build", str(outline)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    names, series = native((tmp_path / "talk.pptx").read_bytes())
    assert names == ["Q1", "Q2", "Q3"]
    assert series == {"Shop": [1200, 900.5, -3], "Web": [None, 15, None], "Share": [0.124, 0.06, 0.5]}


@pytest.mark.parametrize(
    "keys",
    [
        "type: column\n      file: a.csv\n      columns: [Quarter, Shop]\n      rows: 2-3\n",
        "type: column\n      file: a.csv\n      columns: [Shop]\n      rows: [2, 3]\n",
        "类型: 柱形图\n      文件: a.csv\n      列: [1, 2]\n      行: 2-\n",
        "type: column\n      categories: [Q2, Q3]\n      series: {Shop: [900.5, -3]}\n",
    ],
)
def test_columns_and_rows_are_chosen_as_of_tables(tmp_path: Path, keys: str) -> None:
    """The categories need not be named; the same numbers in the outline make the same chart."""
    _, findings, data = built(tmp_path, f"      {keys}", a_csv=SALES)
    assert not findings
    assert native(data) == (["Q2", "Q3"], {"Shop": [900.5, -3]})


def test_another_column_of_words_may_name_the_categories(tmp_path: Path) -> None:
    keys = "      type: bar\n      file: a.csv\n      columns: [Town, Sold]\n"
    _, _, data = built(tmp_path, keys, a_csv="No,Town,Sold\n1,Ulm,4\n2,Bonn,5\n")
    assert native(data) == (["Ulm", "Bonn"], {"Sold": [4, 5]})


def test_options_name_what_stands_in_the_file(tmp_path: Path) -> None:
    keys = (
        "      type: combo\n      file: a.csv\n      line: Web\n      format: {Web: 0.00}\n      columns: [Shop, Web]\n"
    )
    web = plot(tmp_path, keys, a_csv="Q,Shop,Web\nA,1,2\nB,3,4\n").groups[1].series[0]
    assert (web.name, web.labels and web.labels.format) == ("Web", "0.00")


def book(formats: Sequence[str], rows: Sequence[Sequence[object]], second: bool = False) -> bytes:
    """A workbook whose columns after the first have number formats; `second`: on its second sheet."""

    def fill(made: Any, sheet: Any) -> None:
        sheet = made.add_worksheet("Data") if second else sheet
        for r, row in enumerate(rows):
            for c, value in enumerate(row):
                style = made.add_format({"num_format": formats[c - 1]}) if c and r else None
                sheet.write(r, c, value, style)

    return xlsx(fill)


@pytest.mark.parametrize(
    ("code", "wanted"),
    [
        ("0.0%", "0.0%"),
        ("#,##0", "#,##0"),
        ("0.##", "0.00"),
        ('0.0"万元"', '0.0"万元"'),
        ('_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ', '"¥"#,##0.00'),
        ("[$€-407]0", '"€"0'),
        ("General", "0.00"),
        ("#,##0_);(#,##0)", "#,##0"),
    ],
)
def test_number_format_of_a_sheet_becomes_the_charts(tmp_path: Path, code: str, wanted: str) -> None:
    data = book([code], [["Q", "Shop"], ["A", 0.25], ["B", 3]])
    keys = "      type: column\n      file: a.xlsx\n"
    (series,) = plot(tmp_path, keys, a_xlsx=data).series
    assert (series.values, series.labels and series.labels.format) == ((0.25, 3.0), wanted)
    (asked,) = plot(tmp_path, keys + "      format: 0.000\n", a_xlsx=data).series
    assert asked.labels
    assert asked.labels.format == "0.000"


def test_unit_of_the_outline_takes_the_place_of_the_sheets(tmp_path: Path) -> None:
    data = book(['0.0"t"'], [["Q", "Shop"], ["A", 1], ["B", 3]])
    (series,) = plot(tmp_path, "      type: column\n      file: a.xlsx\n      unit: t\n", a_xlsx=data).series
    assert series.labels
    assert series.labels.format == '0.0"t"'


def test_sheet_is_chosen_and_its_numbers_are_whole(tmp_path: Path) -> None:
    """A number is taken as the sheet has it, not as it shows it."""
    data = book(["0", "0"], [["Q", "Shop", "Web"], ["A", 1.25, 7], ["B", None, 8]], second=True)
    keys = "      type: column\n      file: a.xlsx\n      sheet: Data\n"
    series = plot(tmp_path, keys, a_xlsx=data).series
    assert [one.values for one in series] == [(1.25, None), (7.0, 8.0)]


def test_hidden_rows_are_left_out_with_a_note(tmp_path: Path) -> None:
    def fill(made: Any, sheet: Any) -> None:
        sheet.write_column("A1", ["Q", "A", "B", "C"])
        sheet.write_column("B1", ["Shop", 1, 2, 3])
        sheet.set_row(2, None, None, {"hidden": True})

    _, findings, data = built(tmp_path, "      type: column\n      file: a.xlsx\n", a_xlsx=xlsx(fill))
    assert [found.code for found in findings] == ["hidden-cells"]
    assert native(data) == (["A", "C"], {"Shop": [1, 3]})


@pytest.mark.parametrize("kind", ["scatter", "bubble"])
def test_points_take_columns_for_each_coordinate(tmp_path: Path, kind: str) -> None:
    text = "Town,Distance,Price,Sold\nUlm,1,2.5,9\nBonn,3,5,4\n"
    columns = "[Distance, Price, Sold]" if kind == "bubble" else "[Distance, Price]"
    found = plot(tmp_path, f"      type: {kind}\n      file: a.csv\n      columns: {columns}\n", a_csv=text)
    (series,) = found.series
    assert (series.across, series.values, series.sizes) == ((1, 3), (2.5, 5), (9, 4) if kind == "bubble" else ())
    assert found.across
    assert found.up
    assert (found.across.title, found.up.title) == ("Distance", "Price")
    named = plot(tmp_path, f"      type: {kind}\n      file: a.csv\n      columns: [Town, {columns[1:]}\n", a_csv=text)
    assert [point.labels and point.labels.words for point in named.series[0].points] == ["Ulm", "Bonn"]


@pytest.mark.parametrize(
    ("keys", "text", "code", "line", "said"),
    [
        ("line", "Q,A\nx,1\ny,zwei\n", "no-number", 9, "a.csv, 3:2: `zwei`"),
        ("line", "Q,A\nx,1\ny,¥2\n", "no-number", 9, "3:2"),
        ("line", "Q,A\nx,1\ny,1e400\n", "no-number", 9, "3:2"),
        ("scatter", "X,Y\n1,2\n,3\n", "no-number", 9, "3:1"),
        ("bubble", "X,Y,Z\n1,2,3\n1,3,0\n", "chart-values", 9, "3:3"),
        ("scatter", "N,X,Y,Z\na,1,2,3\n", "chart-file", 9, "takes 2 columns"),
        ("line", "Q,A\n", "chart-file", 9, "below its row of names"),
        ("line", "Q\nx\n", "chart-file", 9, "one column only"),
        ("line", "Q,A,\nx,1,2\n", "chart-file", 9, "1:3"),
        ("line", "Q,A\nx,-\n", "chart-values", 9, "no number at all"),
        ("line", "Q" + ",a" * 7 + "\n" + "x" + ",1" * 7 + "\n", "chart-size", 9, "6 series"),
        ("line", "Q,A\n" + "x,1\n" * 401, "chart-size", 9, "400 points"),
        ("pie", "Q,A\n" + "x,1\n" * 7, "chart-size", 9, "7 slices"),
        ("pie", "Q,A\nx,-1\ny,3\n", "chart-values", 9, "negative"),
        ("column\n      rows: 4", "Q,A\nx,1\n", "data-rows", 9, "4"),
        ("column\n      columns: [B]", "Q,A\nx,1\n", "data-columns", 9, "`B`"),
    ],
)
def test_faults_are_told_with_the_outlines_line_and_the_files_cell(
    tmp_path: Path, keys: str, text: str, code: str, line: int, said: str
) -> None:
    found = wrong(tmp_path, f"      type: {keys}\n      file: a.csv\n", a_csv=text)
    assert (found.code, found.span.line if found.span else 0) == (code, line)
    assert said in found.message


def wrong(folder: Path, keys: str, **files: str | bytes) -> Any:
    return wrong_in(folder, keys, head=HEAD, **files)


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        ("      type: line\n      file: a.csv\n      series: [1, 2]\n", 9),
        ("      type: line\n      categories: [a, b]\n      series: [1, 2]\n      columns: [a]\n", 11),
        ("      type: line\n      file: [a.csv]\n", 9),
    ],
)
def test_numbers_stand_in_one_place(tmp_path: Path, keys: str, line: int) -> None:
    found = wrong(tmp_path, keys, a_csv=SALES)
    assert (found.code, found.span.line) == ("wrong-kind", line)


def test_cell_of_a_sheet_is_named(tmp_path: Path) -> None:
    data = of_rows([["Q", "A"], ["x", 1], ["y", "much"]])
    assert "a.xlsx, B3: `much`" in wrong(tmp_path, "      type: bar\n      file: a.xlsx\n", a_xlsx=data).message


def test_format_that_no_chart_has_asks_for_one(tmp_path: Path) -> None:
    """A sheet that shows thousands would be shown wrongly by its plain numbers."""
    data = book(["0.0,"], [["Q", "A"], ["x", 12000]])
    keys = "      type: bar\n      file: a.xlsx\n"
    found = wrong(tmp_path, keys, a_xlsx=data)
    assert (found.code, "B2" in found.message) == ("number-format", True)
    assert plot(tmp_path, keys + "      format: {A: 0}\n", a_xlsx=data).series[0].values == (12000,)


def test_joined_cells_are_refused(tmp_path: Path) -> None:
    def fill(made: Any, sheet: Any) -> None:
        sheet.merge_range("A1:B1", "Sales")
        sheet.write_row("A2", ["x", 1])

    found = wrong(tmp_path, "      type: bar\n      file: a.xlsx\n", a_xlsx=xlsx(fill))
    assert (found.code, "B1" in found.message) == ("chart-file", True)


def test_deck_is_another_when_the_file_is(tmp_path: Path) -> None:
    keys = "      type: line\n      file: a.csv\n"
    first, _, data = built(tmp_path, keys, a_csv=SALES)
    again, _, same = built(tmp_path, keys, a_csv=SALES)
    second, _, _ = built(tmp_path, keys, a_csv=SALES.replace("900.5", "901"))
    assert first.build == again.build != second.build
    assert data == same


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.none() | st.floats(-1e250, 1e250, allow_nan=False), min_size=1, max_size=6), st.booleans())
def test_any_numbers_of_a_file_reach_the_chart(tmp_path: Path, numbers: list[float | None], in_sheet: bool) -> None:
    rows: list[list[Any]] = [["Q", "A"], *([f"c{n}", number] for n, number in enumerate(numbers))]
    out = io.StringIO()
    csv.writer(out).writerows([["" if cell is None else cell for cell in row] for row in rows])
    name = "a.xlsx" if in_sheet else "a.csv"
    data = of_rows(rows) if in_sheet else out.getvalue().encode()
    keys = f"      type: line\n      file: {name}\n      labels: no\n"
    _, findings, built_data = built(tmp_path, keys, **{name.replace(".", "_"): data})
    if findings:
        assert {found.code for found in findings} <= {"chart-values", "chart-file"}
        assert all(number is None for number in numbers)
        return
    _, series = native(built_data)
    assert series["A"] == [pytest.approx(n, rel=1e-14) if n is not None else None for n in numbers]


HOSTILE = st.sampled_from("-–1,%.¥\"';=\t\n 汉x~<^")


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.lists(st.text(HOSTILE, max_size=6), min_size=1, max_size=4), min_size=1, max_size=4),
    st.sampled_from(("line", "pie", "scatter", "bubble")),
)
def test_no_file_brings_slidegen_down(tmp_path: Path, rows: list[list[str]], kind: str) -> None:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    built(tmp_path, f"      type: {kind}\n      file: a.csv\n", a_csv=out.getvalue())
