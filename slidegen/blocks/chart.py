"""`kind: chart`: categories and series of numbers, their type, and what may be said of them."""

from collections.abc import Iterator
from collections.abc import Sequence as Many

from msgspec.structs import replace

from slidegen.blocks.chart_data import Column, by_category, by_point
from slidegen.blocks.chart_file import OF_FILES, FromFile, read_file
from slidegen.blocks.chart_options import CHART, read_formats, read_type, unknown_name
from slidegen.blocks.chart_rules import check
from slidegen.blocks.chart_value import ChartSeries, ChartType, ChartValue
from slidegen.blocks.numbers import MOST_DECIMALS, NumberFormat, unit_after
from slidegen.diagnostics import Report
from slidegen.layout.family import Slot
from slidegen.nearby import Nearby
from slidegen.outline.nodes import Mapping, Node, Scalar, Sequence
from slidegen.outline.values import Fields

_GROUPED_FROM = 10_000
"""Numbers from here on have their thousands set apart where no format says otherwise."""


def parse(node: Node, slot: Slot, report: Report, files: Nearby) -> ChartValue | None:
    """Return the chart; whatever cannot be drawn as it is written is an error at its line."""
    if not isinstance(node, Mapping):
        report.error(
            "wrong-kind",
            node.span,
            "`{key}` needs keys of its own: a type, categories and series",
            "write it as `{{type: column, categories: [A, B], series: {{Sales: [1, 2]}}}}`, or `{{type: column, file: "
            "data.csv}}`",
            key=slot.shown,
        )
        return None
    said = report.errors
    fields = Fields(node, CHART, report)
    fields.refuse_rest(CHART)
    kind = read_type(fields, report)
    _tell_source(fields, report)
    if kind is None or report.errors > said:
        return None
    if "file" in fields.found:
        data = read_file(fields, kind, report, files)
    else:
        data = FromFile(*(by_point if kind in ("scatter", "bubble") else by_category)(fields, kind, report))
    if report.errors > said or data is None or not data.columns:
        return None
    value = check(replace(_value(fields, kind, data, report), span=node.span), fields, report)
    return value if report.errors == said else None


def _tell_source(fields: Fields, report: Report) -> None:
    """Report numbers that stand in two places, and keys that choose from a file where there is none."""
    beside = [name for name in ("categories", "series") if name in fields.found]
    if "file" in fields.found and beside:
        report.error(
            "wrong-kind",
            fields.found["file"].key.span,
            "`{key}` stands beside `{other}`, and a chart takes its numbers from one place",
            "remove one of the two",
            key=fields.found["file"].key.text,
            other=fields.found[beside[-1]].key.text,
        )
    for name in OF_FILES if "file" not in fields.found else ():
        if name in fields.found:
            report.error(
                "wrong-kind",
                fields.found[name].key.span,
                "`{key}` chooses from a file, and this chart names none",
                "write `file: data.csv` beside it, or remove it",
                key=fields.found[name].key.text,
            )


def _value(fields: Fields, kind: ChartType, data: FromFile, report: Report) -> ChartValue:
    names, columns = data.names, data.columns
    known = tuple(column.name for column in columns)
    formats = read_formats(fields, known, report)
    unit = _words(fields, "unit")
    lines = set(_chosen(fields, "line", known, report))
    picked = set(_chosen(fields, "highlight", names if len(columns) == 1 else known, report))
    series = tuple(
        ChartSeries(
            column.name,
            tuple(number.value if number else None for number in column.numbers),
            _shown_as(formats.get(column.name) or formats.get(""), column, unit),
            tuple(number.value for number in column.across),
            tuple(number.value for number in column.sizes),
            line=n in lines,
            highlighted=len(columns) > 1 and n in picked,
        )
        for n, column in enumerate(columns)
    )
    return ChartValue(
        type=kind,
        categories=names,
        series=series,
        highlight=frozenset(picked) if len(columns) == 1 else frozenset(),
        labels=fields.flag("labels", False) if "labels" in fields.found else None,
        totals=fields.flag("totals", False),
        formatted=bool(formats or unit),
        unit=unit,
        x=_words(fields, "x") or data.x,
        y=_words(fields, "y") or data.y,
        source=_words(fields, "source"),
        alt=_words(fields, "alt"),
    )


def _words(fields: Fields, key: str) -> str:
    node = fields.text(key)
    return " ".join(node.text.split()) if node is not None else ""


def _chosen(fields: Fields, key: str, known: Many[str], report: Report) -> Iterator[int]:
    """Yield the places in `known` that a key names; names that do not stand there are errors."""
    entry = fields.found.get(key)
    if entry is None:
        return
    nodes = entry.value.items if isinstance(entry.value, Sequence) else (entry.value,)
    for node in nodes:
        wanted = " ".join(node.text.split()) if isinstance(node, Scalar) else ""
        if not isinstance(node, Scalar):
            report.error("wrong-kind", node.span, "`{key}` needs a name or a list of names", key=entry.key.text)
        elif wanted not in known:
            unknown_name(node, tuple(known), report)
        yield from (n for n, name in enumerate(known) if name == wanted)


def _shown_as(wanted: NumberFormat | None, column: Column, unit: str) -> NumberFormat:
    """Return the format of a series: as written, else as its sheet's, else with the decimals of its numbers."""
    there = [number for number in column.numbers if number is not None]
    if wanted is None and column.format is not None:
        wanted = replace(column.format, after="") if unit else column.format
    if wanted is None:
        percent = bool(there) and all(number.percent for number in there)
        grouped = any(abs(number.value) >= _GROUPED_FROM for number in there)
        decimals = min(MOST_DECIMALS, max((number.decimals for number in there), default=0))
        wanted = NumberFormat(decimals, grouped, percent)
    return replace(wanted, after=wanted.after + unit_after(unit)) if unit and not wanted.percent else wanted
