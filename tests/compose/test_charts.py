"""Charts: what an outline says of them reaches the native chart, and what cannot be drawn is told at its line."""

import io
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from pptx import Presentation

from slidegen.composed import Chart, Text
from slidegen.diagnostics import Report, Stop
from slidegen.drawing import Color
from slidegen.layout.contrast import contrast, rgb
from slidegen.layout.library import Library
from slidegen.outline.reader import read_outline
from slidegen.pipeline import prepare
from slidegen.plot import Plot
from slidegen.resources import bundled
from slidegen.units import to_points
from tests.building import Made, good, made

THEMES = sorted(path.stem for path in (bundled("layouts") / "themes").glob("*.yaml"))
HEAD = "title: 题目\ncover: no\nclosing: no\nslides:\n  - title: 一\n    chart:\n"
COLUMNS = "      type: column\n      categories: [甲, 乙, 丙]\n"
SOLD = COLUMNS + "      series: {销售额: [12, 15.5, 9]}\n"


def charts(done: Made) -> list[Chart]:
    return [item for slide in done.deck.slides for item in slide.items if isinstance(item, Chart)]


def drawn(keys: str, theme: str | None = None) -> Chart:
    (found,) = charts(good(HEAD + keys, theme))
    return found


def plot(keys: str, theme: str | None = None) -> Plot:
    return drawn(keys, theme).plot


def native(done: Made) -> Any:
    """The first chart as python-pptx reads it."""
    deck = Presentation(io.BytesIO(done.data()))
    return next(shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart)


def sheet(chart: Any) -> list[list[object]]:
    """The cells of a chart's workbook as openpyxl reads them."""
    book = load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    return [[cell.value for cell in row] for row in book["Sheet1"].iter_rows()]


def errors(keys: str) -> list[tuple[str, int]]:
    return made(HEAD + keys).errors


# ------------------------------------------------------------ what reaches the file


def test_chart_is_native_with_its_numbers_in_a_workbook() -> None:
    chart = native(good(HEAD + SOLD))
    (series,) = chart.plots[0].series
    assert (list(chart.plots[0].categories), series.name, list(series.values)) == (
        ["甲", "乙", "丙"],
        "销售额",
        [12, 15.5, 9],
    )
    assert sheet(chart) == [[None, "销售额"], ["甲", 12], ["乙", 15.5], ["丙", 9]]


def test_chart_fills_a_chart_placeholder_of_its_layout() -> None:
    deck = Presentation(io.BytesIO(good(HEAD + SOLD).data()))
    (frame,) = [shape for shape in deck.slides[0].shapes if shape.has_chart]
    assert frame.is_placeholder
    same = [
        p for p in deck.slides[0].slide_layout.placeholders if p.placeholder_format.idx == frame.placeholder_format.idx
    ]
    assert [(p.placeholder_format.type.name, p.left, p.width) for p in same] == [("CHART", frame.left, frame.width)]


def test_formulas_in_names_stay_texts() -> None:
    keys = COLUMNS.replace("甲", "'=HYPERLINK(\"http://a\")'") + "      series: {'=1+1': [1, 2, 3]}\n"
    chart = native(good(HEAD + keys))
    book = load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    cells = [book["Sheet1"]["A2"], book["Sheet1"]["B1"]]
    assert [(cell.value, cell.data_type, cell.quotePrefix) for cell in cells] == [
        ('=HYPERLINK("http://a")', "s", True),
        ("=1+1", "s", True),
    ]  # openpyxl says `f` of formulas


def test_missing_numbers_are_gaps() -> None:
    keys = COLUMNS + "      series: {销售额: [12, -, 9]}\n"
    chart = native(good(HEAD + keys))
    assert list(chart.plots[0].series[0].values) == [12, None, 9]
    assert sheet(chart)[2] == ["乙", None]


def test_percent_is_a_number() -> None:
    chart = native(good(HEAD + COLUMNS + "      series: {比例: [12.5%, 40%, 7%]}\n"))
    assert list(chart.plots[0].series[0].values) == [0.125, 0.4, 0.07]
    assert chart.plots[0].series[0].data_labels.number_format == "0.0%"


@pytest.mark.parametrize(
    ("keys", "code"),
    [
        ("format: '#,##0'", "#,##0"),
        ("unit: 万元", '0.0"万元"'),
        ("format: 0.00 kg", '0.00" kg"'),
        ("format: $0.0", '"$"0.0'),
        ("单位: km", '0.0" km"'),
        ("格式: {销售额: 0}", "0"),
    ],
)
def test_labels_are_written_in_the_format_that_is_asked_for(keys: str, code: str) -> None:
    (series,) = plot(f"{SOLD}      {keys}\n").series
    assert series.labels is not None
    assert series.labels.format == code


def test_chinese_keys_and_types_say_the_same() -> None:
    chinese = "      类型: 柱形图\n      类别: [甲, 乙, 丙]\n      系列: {销售额: [12, 15.5, 9]}\n      突出: 乙\n"
    assert drawn(chinese).plot == drawn(SOLD + "      highlight: 乙\n").plot


XY = "      series: {南: [[1, 2], [3, 5]], 北: [[2, 2], [4, 1]]}\n"
SIZED = "      series: {南: [[1, 2, 9], [3, 5, 4]], 北: [[2, 2, 1], [4, 1, 7]]}\n"
TWO = COLUMNS + "      series: {线上: [1, 2, 3], 门店: [3, 4, 5]}\n"
TYPES = {
    "column": TWO,
    "bar": TWO,
    "stacked-column": TWO,
    "stacked-bar": TWO,
    "percent-column": TWO,
    "percent-bar": TWO,
    "line": TWO,
    "area": TWO,
    "pie": COLUMNS + "      series: [3, 4, 5]\n",
    "doughnut": COLUMNS + "      series: [3, 4, 5]\n",
    "scatter": "      type: column\n" + XY,
    "bubble": "      type: column\n" + SIZED,
    "radar": TWO,
    "combo": TWO + "      line: 门店\n",
}


def of_type(kind: str) -> str:
    return TYPES[kind].replace("type: column", f"type: {kind}")


@pytest.mark.parametrize("kind", TYPES)
def test_every_type_is_read_by_an_independent_program(kind: str) -> None:
    chart = native(good(HEAD + of_type(kind)))
    values = [list(series.values) for plotted in chart.plots for series in plotted.series]
    expected = (
        {1: [[3, 4, 5]], 2: [[2, 5], [2, 1]]}
        if kind in ("scatter", "bubble")
        else {1: [[3, 4, 5]], 2: [[1, 2, 3], [3, 4, 5]]}
    )
    assert values == expected[len(values)]
    assert not chart.has_title


@pytest.mark.parametrize("kind", TYPES)
def test_references_lead_to_the_cells_that_hold_the_numbers(kind: str) -> None:
    chart = native(good(HEAD + of_type(kind)))
    book = load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    space = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart"}
    found = chart._chartSpace.findall(".//c:f", space)
    assert found
    for formula in found:
        cache = formula.getnext()
        cached = {int(pt.get("idx")): pt.findtext("c:v", namespaces=space) for pt in cache.findall("c:pt", space)}
        name, place = formula.text.split("!")
        cells = book[name][place.replace("$", "")]
        column = [row[0].value for row in cells] if isinstance(cells, tuple) else [cells.value]
        assert [str(value) for value in column] == [cached[n] for n in range(len(column))]


def test_axis_ids_are_unsigned_and_unique() -> None:
    chart = native(good(HEAD + of_type("combo").replace("[3, 4, 5]", "[0.1, 0.2, 0.3]")))
    space = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart"}
    ids = [
        int(axis.find("c:axId", space).get("val"))
        for axis in chart._chartSpace.find(".//c:plotArea", space)
        if axis.tag.endswith("Ax")
    ]
    assert len(ids) == len(set(ids)) == 4
    assert all(0 <= one < 2**32 for one in ids)


# ------------------------------------------------------------ look


@pytest.mark.parametrize("theme", THEMES)
def test_series_and_context_stand_out_from_the_ground(theme: str) -> None:
    """WCAG 2.2, 1.4.11: 3 to 1."""
    data = Library((bundled("layouts"),), Report()).theme(theme, Report())
    assert data is not None
    many = plot(COLUMNS + f"      series: {{{', '.join(f'{c}: [1, 2, 3]' for c in 'abcdef')}}}\n", theme)
    colors = [series.color for series in many.series] + [plot(SOLD + "      highlight: 乙\n", theme).series[0].color]
    ground = rgb(Color("bg1"), data.colors, data.color_map)
    assert len(colors) == 7
    assert min(contrast(rgb(color, data.colors, data.color_map), ground) for color in colors) >= 3.0


def test_highlighted_points_have_the_first_colour_and_the_others_the_context() -> None:
    (series,) = plot(SOLD + "      highlight: [乙]\n").series
    assert [(point.index, point.color) for point in series.points] == [(1, Color("accent1"))]
    assert series.color not in (Color("accent1"), plot(SOLD).series[0].color)


def test_labelled_charts_have_no_axis_of_values() -> None:
    labelled, bare = plot(SOLD), plot(SOLD + "      labels: no\n")
    assert labelled.up is not None
    assert bare.up is not None
    assert (labelled.up.shown, bare.up.shown) == (False, True)
    assert bare.series[0].labels is None


def test_columns_begin_at_nothing() -> None:
    up = plot(COLUMNS + "      series: [101, 102, 103]\n").up
    assert up is not None
    assert up.least == 0


def test_labels_shrink_before_they_are_left_out() -> None:
    sizes = []
    for count in (3, 20, 40):
        names, numbers = ", ".join(f"{n}" for n in range(count)), ", ".join("12345" for _ in range(count))
        (series,) = plot(f"      type: column\n      categories: [{names}]\n      series: [{numbers}]\n").series
        sizes.append(series.labels.look.size if series.labels else 0)
    assert sizes[0] == 18 > sizes[1] > sizes[2] == 0


@pytest.mark.parametrize("beside", ["", "    claim: 乙最好\n"])
@pytest.mark.parametrize("kind", ["column", "line"])
def test_names_of_many_columns_stand_apart_beside_an_axis(kind: str, beside: str) -> None:
    """A name has the room of its column, which is narrower where an axis stands beside the columns."""
    numbers = ", ".join(str(12_000 + n) for n in range(10, 34))
    names = ", ".join(str(n) for n in range(10, 34))
    keys = f"      type: {kind}\n      categories: [{names}]\n      series: [{numbers}]\n      labels: no\n"
    (chart,) = charts(good(HEAD + keys + beside))
    across, area = chart.plot.across, chart.plot.area
    assert across
    assert area
    slot = to_points(chart.box.w) * area[2] / 24 * across.every
    digit = 0.556  # of the size: Arial, Liberation Sans and their kin
    assert 2 * digit * across.look.size + 3 < slot


def test_axes_of_plain_numbers_have_the_decimals_of_their_steps() -> None:
    codes = [
        plot(SOLD + f"      labels: no\n{more}").up for more in ("", "      format: 0.0%\n", "      format: $0.0\n")
    ]
    assert [up and up.format for up in codes] == ["General", "0%", '"$"0.0']


def test_unit_of_an_axis_goes_to_a_line_of_its_own() -> None:
    keys = SOLD + "      labels: no\n      y: 销售额\n      unit: 百万元\n"
    (narrow,) = charts(good(HEAD + keys + "    claim: 乙最好\n"))
    assert narrow.plot.up
    assert narrow.plot.up.title == "销售额\n（百万元）"


def test_values_of_another_order_float_above_the_columns() -> None:
    apart = plot(of_type("combo").replace("[3, 4, 5]", "[0.1, 0.2, 0.3]"))
    together = plot(of_type("combo"))
    assert (apart.second is not None, together.second is not None) == (True, False)


def test_lines_are_named_at_their_ends_where_these_lie_apart() -> None:
    apart = plot(of_type("line").replace("[3, 4, 5]", "[3, 4, 9]"))
    close = plot(of_type("line").replace("[3, 4, 5]", "[3, 4, 3.01]"))
    assert [point.labels.parts for series in apart.series for point in series.points if point.labels] == [
        ("series",)
    ] * 2
    assert apart.legend_look is None
    assert close.legend_look is not None


def test_alternative_text_says_what_the_chart_shows() -> None:
    alt = drawn(SOLD + "      unit: 万元\n").alt
    assert alt == "柱形图：销售额；甲、乙、丙；最高：乙 15.5万元；最低：丙 9.0万元"
    assert drawn(SOLD + "      alt: 乙最高\n").alt == "乙最高"


def test_source_of_a_chart_stands_in_the_layouts_place() -> None:
    done = good(HEAD + SOLD + "      source: 财务部\n")
    assert [
        item.paragraphs[0].text
        for item in done.deck.slides[0].items
        if isinstance(item, Text) and item.slot == "source"
    ] == ["财务部"]


def test_claim_puts_a_panel_beside_the_chart() -> None:
    wide, narrow = drawn(SOLD), charts(good(HEAD + SOLD + "    claim: 乙最好\n    big: 15.5\n"))[0]
    assert narrow.box.w < wide.box.w * 0.7


@pytest.mark.parametrize("theme", THEMES)
def test_words_of_lines_can_be_read_whatever_is_highlighted(theme: str) -> None:
    """WCAG 2.2, 1.4.3: 4.5 to 1, of large bold words 3 to 1."""
    data = Library((bundled("layouts"),), Report()).theme(theme, Report())
    assert data is not None
    ground = rgb(Color("bg1"), data.colors, data.color_map)
    several = plot(of_type("line").replace("[3, 4, 5]", "[3, 4, 9]") + "      highlight: 门店\n", theme)
    looks = [
        (s.color, point.labels.look.color) for s in several.series for point in s.points if point.labels is not None
    ]
    assert len(looks) == 2
    for line, words in looks:
        least = 3.0 if words == line else 4.5
        assert contrast(rgb(words, data.colors, data.color_map), ground) >= least


def test_highlighted_point_of_a_line_has_a_mark_of_its_own_and_the_line_keeps_its_colour() -> None:
    keys = SOLD.replace("column", "line") + "      highlight: 乙\n"
    (series,) = plot(keys).series
    point = native(good(HEAD + keys)).plots[0].series[0].points[1]
    assert point.marker.format.fill.fore_color.theme_color.name == "ACCENT_1"
    assert point.format.line.color.theme_color.name == series.color.base.replace("accent", "ACCENT_")
    assert series.color != Color("accent1")


STACKED = COLUMNS.replace("column", "stacked-column") + "      series: {线上: [1.5, 2, -], 门店: [3, 4.25, -]}\n"


def test_totals_stand_above_stacked_columns_and_follow_when_numbers_are_edited() -> None:
    done = good(HEAD + STACKED + "      totals: true\n")
    chart = native(done)
    assert [type(one).__name__ for one in chart.plots] == ["BarPlot", "LinePlot"]
    (total,) = chart.plots[1].series
    assert (total.name, list(total.values)) == ("合计", [4.5, 6.25, None])
    assert (total.data_labels.show_value, total.data_labels.position.name) == (True, "ABOVE")
    assert total.data_labels.number_format == "0.00"
    assert total.format.line.fill.type.name == "BACKGROUND"
    book = load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    assert [cell.value for cell in book["Sheet1"]["D"]] == ["合计", "=SUM(B2:C2)", "=SUM(B3:C3)", None]
    entries = chart._chartSpace.findall(".//c:legendEntry", chart._chartSpace.nsmap)
    assert [(one.find("c:idx", one.nsmap).get("val"), len(entries)) for one in entries] == [("2", 1)]


def test_totals_are_written_in_chinese_too_and_left_out_unless_asked_for() -> None:
    assert plot(STACKED + "      合计: 是\n") == plot(STACKED + "      totals: true\n")
    assert not any(series.total for series in plot(STACKED).series)


@pytest.mark.parametrize(("line", "sides"), [("[11, 1, 1]", ["t", "t", "t"]), ("[9.8, 14, 10]", ["b", "b", "t"])])
def test_values_of_a_line_stand_wholly_in_or_above_its_columns(line: str, sides: list[str]) -> None:
    keys = COLUMNS.replace("column", "combo") + f"      series: {{实际: [10, 15, 9], 计划: {line}}}\n      line: 计划\n"
    bars, above = plot(keys, "ink").groups
    (series,) = above.series
    own = {point.index: point.labels for point in series.points}
    shown = [own.get(n, series.labels) for n in range(3)]
    assert [one and one.position for one in shown] == sides
    inside = [n for n, (a, b) in enumerate(zip(series.values, bars.series[0].values, strict=True)) if a < b]  # type: ignore[operator]
    assert sorted(own) == inside
    assert {shown[n].look.color for n in inside} == {Color("bg1")}  # type: ignore[union-attr]


def test_names_of_bubbles_stand_beside_them() -> None:
    keys = "      type: bubble\n      categories: [甲, 乙]\n      series: [[1, 2, 9], [5, 6, 4]]\n"
    (series,) = plot(keys).series
    assert [point.labels and (point.labels.words, point.labels.position) for point in series.points] == [
        ("甲", "r"),
        ("乙", "r"),
    ]


# ------------------------------------------------------------ mistakes


@pytest.mark.parametrize(
    ("keys", "code", "line"),
    [
        (SOLD.replace("15.5", ".nan"), "no-number", 9),
        (SOLD.replace("15.5", ".inf"), "no-number", 9),
        (SOLD.replace("15.5", "1e400"), "no-number", 9),
        (SOLD.replace("15.5", "viel"), "no-number", 9),
        (SOLD.replace("15.5, 9", "9"), "uneven-series", 9),
        (SOLD.replace("column", "colum"), "unknown-value", 7),
        (COLUMNS, "missing-key", 7),
        (SOLD + "      farbe: rot\n", "unknown-key", 10),
        (SOLD + "      highlight: 丁\n", "no-such-category", 10),
        (SOLD + "      format: abc#\n", "unknown-value", 10),
        (SOLD + "      line: 销售额\n", "chart-key", 10),
        (SOLD + "      totals: true\n", "chart-key", 10),
        (STACKED.replace("1.5", "-1.5") + "      totals: true\n", "chart-values", 10),
        (SOLD + "      file: a.csv\n", "wrong-kind", 10),
        (SOLD.replace("[12, 15.5, 9]", "[-, -, -]"), "chart-values", 9),
        (SOLD.replace("column", "pie").replace("15.5", "-3"), "chart-values", 9),
        (SOLD.replace("column", "pie").replace("销售额", "甲: [1, 2, 3], 乙"), "chart-size", 9),
        (SOLD.replace("column", "combo"), "missing-key", 7),
        ("      type: scatter\n      series: [[1, 2], [3]]\n", "wrong-kind", 8),
        ("      type: bubble\n      series: [[1, 2, 0]]\n", "chart-values", 8),
        (
            "      type: pie\n      categories: [a, b, c, d, e, f, g]\n      series: [1, 2, 3, 4, 5, 6, 7]\n",
            "chart-size",
            8,
        ),
        ("      type: radar\n      categories: [a, b]\n      series: [1, 2]\n", "chart-size", 8),
    ],
)
def test_mistakes_are_told_at_their_line(keys: str, code: str, line: int) -> None:
    assert errors(keys) == [(code, line)]


def test_unknown_type_names_the_nearest() -> None:
    findings = made(HEAD + SOLD.replace("column", "colum")).findings
    assert [d.hint for d in findings] == ["did you mean `column`?"]


def test_names_without_room_are_told() -> None:
    names = ", ".join(f"名称很长很长的部门第{n}处" for n in range(30))
    assert errors(f"      type: column\n      categories: [{names}]\n      series: [{', '.join('1' * 30)}]\n") == [
        ("chart-crowded", 7)
    ]


# ------------------------------------------------------------ any numbers, any names

_WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co")), min_size=1, max_size=8)
_NAMES = _WORDS.map(lambda text: " ".join(text.split())).filter(bool)
_NUMBERS = st.floats(-1e250, 1e250, allow_nan=False).map(lambda n: n + 0.0)


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(_NAMES, st.none() | _NUMBERS), min_size=1, max_size=5),
    _NAMES,
    st.sampled_from(("column", "bar", "line")),
)
def test_any_numbers_and_names_reach_chart_and_workbook(
    rows: Sequence[tuple[str, float | None]], name: str, kind: str
) -> None:
    names = ", ".join(quoted(category) for category, _ in rows)
    numbers = ", ".join("-" if value is None else repr(value) for _, value in rows)
    lines = (f"type: {kind}", f"categories: [{names}]", "series:", f"  {quoted(name)}: [{numbers}]", "labels: no")
    done = made(HEAD + "".join(f"      {line}\n" for line in lines))
    crowded = {"chart-crowded"} | ({"chart-values"} if all(value is None for _, value in rows) else set())
    if done.errors:
        assert {code for code, _ in done.errors} <= crowded
        return
    chart = native(done)
    (series,) = chart.plots[0].series
    values = [value for _, value in rows]
    assert list(series.values) == values
    assert [str(c) for c in chart.plots[0].categories] == [category for category, _ in rows]
    assert series.name == name
    assert [row[1] for row in sheet(chart)[1:]] == values


@pytest.mark.parametrize("kind", TYPES)
def test_same_outline_gives_the_same_bytes(kind: str) -> None:
    assert good(HEAD + of_type(kind)).data() == good(HEAD + of_type(kind)).data()


def test_cost_grows_with_the_number_of_points() -> None:
    """By the calls that measuring makes: twice the points, about twice the calls."""
    import cProfile
    import pstats

    def calls(count: int) -> int:
        names, numbers = ", ".join(f"n{n}" for n in range(count)), ", ".join(str(n) for n in range(count))
        text = f"{HEAD}      type: line\n      categories: [{names}]\n      series: [{numbers}]\n"
        good(text).data()
        profile = cProfile.Profile()
        profile.runcall(lambda: good(text).data())
        return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]

    base, once, twice = calls(2), calls(150), calls(300)
    assert (twice - base) < 2.6 * (once - base)


# ------------------------------------------------------------ layouts of one's own


@pytest.mark.parametrize(
    "geometry", ["chart: {idx: 1, box: [1, 2, 5, 4]}", "text: {placeholder: chart, idx: 1, box: [1, 2, 5, 4]}"]
)
def test_charts_stand_in_placeholders_for_charts(geometry: str, tmp_path: Path) -> None:
    kind = "chart" if geometry.startswith("chart") else "line"
    slot = geometry.partition(":")[0]
    slots = f"{{{slot}: {{kind: {kind}}}}}"
    text = f"name: own\nextends: content\nlabel: {{en: Own}}\nslots: {slots}\ngeometry:\n  {geometry}\n"
    (tmp_path / "own.yaml").write_text(text, encoding="utf-8")
    report = Report()
    library = Library((tmp_path, bundled("layouts")), report)
    outline = "title: T\nlanguage: en\nslides:\n  - title: One\n    layout: own\n"
    read = read_outline(outline.encode(), "talk.yaml", report)
    assert read is not None
    with suppress(Stop):
        prepare(read, library, report, None)
    assert [d.code for d in report.findings] == ["layout-data"]
    assert "needs `placeholder: " in report.findings[0].message
