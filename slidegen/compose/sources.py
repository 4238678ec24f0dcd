"""Where a chart's numbers come from: its `source` stands in the layout's place for sources."""

from collections.abc import Iterable, Iterator, Mapping

from slidegen.blocks.chart_value import ChartValue
from slidegen.blocks.values import ItemsValue, Para, TextValue, Value
from slidegen.diagnostics import Report
from slidegen.layout.family import Family
from slidegen.outline.inline import parse_inline

SLOT = "source"


def with_sources(values: Mapping[str, Value], family: Family, report: Report) -> dict[str, Value]:
    """Return a slide's values with the source that a chart names in the slot for it; no place for it is an error."""
    found = dict(values)
    for chart in _charts(values.values()):
        if not chart.source:
            continue
        if SLOT in family.slots and SLOT not in found:
            found[SLOT] = TextValue((Para(parse_inline(chart.source), chart.span),), chart.span)
        else:
            report.error(
                "no-slot",
                chart.span,
                "the layout `{layout}` has no place left for the chart's `{key}`",
                "remove it, or choose a layout for charts" if SLOT not in family.slots else "write it once",
                layout=family.name,
                key=SLOT,
            )
    return found


def _charts(values: Iterable[Value]) -> Iterator[ChartValue]:
    for value in values:
        if isinstance(value, ChartValue):
            yield value
        elif isinstance(value, ItemsValue):
            for record in value.items:
                yield from _charts(record.fields.values())
