"""The numbers of a chart: series over categories, or points with two coordinates."""

from collections.abc import Callable, Iterator

from msgspec import Struct

from slidegen.blocks.chart_value import ChartType
from slidegen.blocks.numbers import MISSING, Number, NumberFormat, number_of
from slidegen.diagnostics import Report
from slidegen.outline.nodes import Mapping, Node, Scalar, Sequence
from slidegen.outline.values import Fields

Names = tuple[str, ...]


class Column(Struct, frozen=True):
    """The numbers of one series as they were written; None where one is missing."""

    name: str
    numbers: tuple[Number | None, ...]
    across: tuple[Number, ...] = ()
    sizes: tuple[Number, ...] = ()
    format: NumberFormat | None = None
    """How the data file that it comes from shows its numbers."""


def by_category(fields: Fields, kind: ChartType, report: Report) -> tuple[Names, tuple[Column, ...]]:
    """Return the categories and a column of numbers for each series; errors go to the report."""
    if "categories" not in fields.found:
        _lacks(fields, "categories", report)
    names = _names(fields, report)

    def column(name: str, node: Sequence) -> Column:
        if names and len(node.items) != len(names):
            report.error(
                "uneven-series",
                node.span,
                "`{name}` has {found} numbers, and there are {wanted} categories",
                "write one number for each category; `-` stands where there is none",
                name=name or "series",
                found=len(node.items),
                wanted=len(names),
            )
        return Column(name, tuple(_number(item, report) for item in node.items))

    return names, tuple(_series(fields, report, column))


def by_point(fields: Fields, kind: ChartType, report: Report) -> tuple[Names, tuple[Column, ...]]:
    """Return the names of the points, if they have any, and a column of points for each series."""
    names = _names(fields, report)
    width = 3 if kind == "bubble" else 2
    form = "[x, y, size]" if kind == "bubble" else "[x, y]"

    def column(name: str, node: Sequence) -> Column:
        points: list[list[Number]] = []
        for item in node.items:
            numbers = [_number(one, report, whole=True) for one in item.items] if isinstance(item, Sequence) else []
            if len(numbers) != width:
                report.error(
                    "wrong-kind",
                    item.span,
                    "a point needs {count} numbers",
                    "write it as `{form}`",
                    count=width,
                    form=form,
                )
                continue
            points.append([number for number in numbers if number is not None])
        whole = [point for point in points if len(point) == width]
        across, values, *rest = zip(*whole, strict=True) if whole else ((), ())
        return Column(name, values, across, rest[0] if rest else ())

    columns = tuple(_series(fields, report, column))
    if names and (len(columns) != 1 or len(columns[0].numbers) != len(names)):
        report.error(
            "uneven-series",
            fields.found["categories"].value.span,
            "`{key}` names the points of one series: one name for each of them",
            "write as many names as there are points, or remove them",
            key=fields.found["categories"].key.text,
        )
    return names, columns


def _names(fields: Fields, report: Report) -> Names:
    names = []
    for node in fields.items("categories"):
        if not isinstance(node, Scalar):
            report.error("wrong-kind", node.span, "a category needs a text", "quote a text that holds `: ` or `, `")
            continue
        names.append(" ".join(node.text.split()))
    return tuple(names)


def _series(fields: Fields, report: Report, column: Callable[[str, Sequence], Column]) -> Iterator[Column]:
    """Yield the columns of a map from names to lists, or of one list without a name."""
    entry = fields.found.get("series")
    if entry is None:
        _lacks(fields, "series", report)
        return
    node = entry.value
    pairs = [("", node)] if isinstance(node, Sequence) else []
    if isinstance(node, Mapping):
        pairs = [(" ".join(inner.key.text.split()), inner.value) for inner in node.entries]  # type: ignore[misc]
    for name, numbers in pairs:
        if isinstance(numbers, Sequence) and numbers.items:
            yield column(name, numbers)
        else:
            _no_series(numbers, name or entry.key.text, report)
    if not pairs:
        _no_series(node, entry.key.text, report)


def _no_series(node: Node, name: str, report: Report) -> None:
    report.error(
        "wrong-kind", node.span, "`{key}` needs a list of numbers", "write the series as `Sales: [12, 15, 9]`", key=name
    )


def _number(node: Node, report: Report, whole: bool = False) -> Number | None:
    """Return a number; None where one is missing, or, with an error, where something else stands."""
    text = node.text.strip() if isinstance(node, Scalar) else ""
    if isinstance(node, Scalar) and text in MISSING and not whole:
        return None
    number = number_of(text)
    if number is None:
        report.error(
            "no-number",
            node.span,
            "`{text}` is no number that a chart can show",
            "write digits such as 12, -3.5 or 40%, without a unit; `-` stands where a number is missing",
            text=text[:40],
        )
    return number


def _lacks(fields: Fields, key: str, report: Report) -> None:
    report.error("missing-key", fields.span, "`{key}` lacks `{missing}`", key="chart", missing=key)
