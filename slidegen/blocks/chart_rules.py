"""What each type of chart can show: how many series and slices, which numbers, which keys."""

from slidegen.blocks.chart_value import ChartValue
from slidegen.diagnostics import Report, Span
from slidegen.language import mark
from slidegen.outline.values import Fields

MOST_SERIES = 6
"""As many as a theme has accents."""
MOST_SLICES = 6
MOST_CATEGORIES = 400
LEAST_AXES = 3
_CHOOSE = mark("choose with `columns: [A, B]` and `rows: 1-8`")


def check(value: ChartValue, fields: Fields, report: Report) -> ChartValue:
    """Report what this type of chart cannot show."""
    _sizes(value, fields, report)
    _numbers(value, fields, report)
    _keys(value, fields, report)
    return value


def _sizes(value: ChartValue, fields: Fields, report: Report) -> None:
    series, named = _place(fields, "series"), _place(fields, "categories")
    points = max(len(one.values) for one in value.series)
    most = 1 if value.round else MOST_SERIES
    if len(value.series) > most:
        report.error(
            "chart-size",
            series,
            "a chart of type `{type}` shows {most} series at most, this one has {found}",
            _CHOOSE if "file" in fields.found else "leave out what is not needed, or split it over two slides",
            type=value.type,
            most=most,
            found=len(value.series),
        )
    if value.round and len(value.categories) > MOST_SLICES:
        report.error(
            "chart-size",
            named,
            "{found} slices are too many to tell apart; {most} are the most",
            "join the smallest ones as one, or write `type: bar`",
            found=len(value.categories),
            most=MOST_SLICES,
        )
    if points > MOST_CATEGORIES:
        report.error(
            "chart-size",
            series,
            "a chart shows {most} points at most, this one has {found}",
            "sum them up by month or by year",
            most=MOST_CATEGORIES,
            found=points,
        )
    if value.type == "radar" and len(value.categories) < LEAST_AXES:
        report.error(
            "chart-size",
            named,
            "a radar chart needs at least {least} categories",
            "write `type: column`",
            least=LEAST_AXES,
        )


def _place(fields: Fields, key: str) -> Span:
    """Return where numbers or names stand: under their key, or in the file."""
    entry = fields.found.get(key) or fields.found.get("file")
    return entry.value.span if entry is not None else fields.span


def _numbers(value: ChartValue, fields: Fields, report: Report) -> None:
    span = _place(fields, "series")
    numbers = [number for one in value.series for number in one.values if number is not None]
    for one in value.series:
        if not any(number is not None for number in one.values):
            report.error("chart-values", span, "`{name}` has no number at all", name=one.name or "series")
    if (value.round or value.type.startswith("percent")) and (any(n < 0 for n in numbers) or not sum(numbers) > 0):
        report.error(
            "chart-values",
            span,
            "shares of a whole cannot be negative, nor all of them nothing",
            "write `type: column` to show gains and losses",
        )
    if value.totals and any(n < 0 for n in numbers):
        report.error(
            "chart-values",
            fields.found["totals"].key.span,
            "a stack of gains and losses has no top at which its total could stand",
            "remove it, or write `type: column`",
        )
    if value.type == "bubble" and any(size <= 0 for one in value.series for size in one.sizes):
        report.error(
            "chart-values", span, "a bubble's size must be more than nothing", "mend the third number of the point"
        )
    if max(map(abs, numbers), default=0.0) > MOST_SUM:
        report.error("chart-values", span, "a number is too large to be drawn", "give the numbers in a larger unit")
    if value.type == "combo" and not 0 < sum(one.line for one in value.series) < len(value.series):
        report.error(
            "missing-key",
            fields.found["line"].value.span if "line" in fields.found else fields.span,
            "a chart of columns and lines needs at least one series of each",
            "write `line: [NAME]` with the series that is to be a line",
        )


MOST_SUM = 1e300
"""Beyond this the axis of a chart, which reaches farther than its numbers, would not be finite."""


def _keys(value: ChartValue, fields: Fields, report: Report) -> None:
    """Report keys that would have no effect."""
    beside = sum(not one.highlighted for one in value.series)
    if value.type != "line" and 1 < beside < len(value.series):
        report.error(
            "chart-key",
            fields.found["highlight"].key.span,
            "beside a highlighted series only one other can be told apart by its colour",
            "highlight all but one, write `type: line`, or remove it",
        )
    idle = {
        "line": value.type != "combo",
        "totals": value.type != "stacked-column",
        "x": value.round or value.type == "radar",
        "y": value.round or value.type == "radar",
        "highlight": value.type in ("doughnut", "combo")
        or (value.type in ("area", "scatter", "bubble", "radar") and len(value.series) == 1),
    }
    for key, useless in idle.items():
        if useless and key in fields.found:
            report.error(
                "chart-key",
                fields.found[key].key.span,
                "a chart of type `{type}` has no `{key}`",
                "remove it, or choose another type",
                type=value.type,
                key=fields.found[key].key.text,
            )
