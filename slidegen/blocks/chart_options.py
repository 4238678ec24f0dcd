"""The words of charts: their keys and types in every spelling, and the options that are no numbers."""

from collections.abc import Mapping

from slidegen.blocks.chart_value import ChartType
from slidegen.blocks.numbers import NumberFormat, format_of
from slidegen.diagnostics import Report, did_you_mean
from slidegen.language import listed, mark, say
from slidegen.outline.keys import Level
from slidegen.outline.nodes import Mapping as MappingNode
from slidegen.outline.nodes import Node, Scalar
from slidegen.outline.values import Fields

CHART = Level(
    mark("a chart"),
    {
        "type": ("类型",),
        "categories": ("类别", "分类"),
        "series": ("系列", "数据系列"),
        "highlight": ("突出",),
        "labels": ("数据标签", "标签"),
        "totals": ("合计",),
        "format": ("格式",),
        "unit": ("单位",),
        "x": ("横轴",),
        "y": ("纵轴",),
        "line": ("折线",),
        "source": ("来源",),
        "alt": ("替代文字",),
        "file": ("文件",),
        "sheet": ("工作表",),
        "columns": ("列",),
        "rows": ("行",),
    },
)
TYPES: Mapping[str, ChartType] = {
    "column": "column",
    "柱形图": "column",
    "柱状图": "column",
    "bar": "bar",
    "条形图": "bar",
    "stacked-column": "stacked-column",
    "堆积柱形图": "stacked-column",
    "stacked-bar": "stacked-bar",
    "堆积条形图": "stacked-bar",
    "percent-column": "percent-column",
    "百分比柱形图": "percent-column",
    "percent-bar": "percent-bar",
    "百分比条形图": "percent-bar",
    "line": "line",
    "折线图": "line",
    "area": "area",
    "面积图": "area",
    "pie": "pie",
    "饼图": "pie",
    "doughnut": "doughnut",
    "donut": "doughnut",
    "圆环图": "doughnut",
    "环形图": "doughnut",
    "scatter": "scatter",
    "散点图": "scatter",
    "bubble": "bubble",
    "气泡图": "bubble",
    "radar": "radar",
    "雷达图": "radar",
    "combo": "combo",
    "组合图": "combo",
}
"""The types of charts by every spelling."""
_NEAR = {"stacked": "stacked-column", "percent": "percent-column", "histogram": "column", "ring": "doughnut"}
_KNOWN_FORMATS = mark("write 0, 0.0, #,##0, #,##0.00, 0% or 0.0%, with words before or behind it where you like")


def read_type(fields: Fields, report: Report) -> ChartType | None:
    """Return a chart's type; None, and an error, for one that there is not."""
    node = fields.text("type")
    if node is None:
        if "type" not in fields.found:
            hint = say("add a line `{key}: …`: {words}", key="type", words=_names("type"))
            report.error("missing-key", fields.span, "`{key}` lacks `{missing}`", hint, key="chart", missing="type")
        elif fields.found["type"].value.__class__ is Scalar:
            _unknown_type(fields.found["type"].value, "", report)
        return None
    word = node.text.strip().lower().replace("_", "-").replace(" ", "-")
    if word not in TYPES:
        _unknown_type(node, word, report)
    return TYPES.get(word)


def _unknown_type(node: Node, word: str, report: Report) -> None:
    near = _NEAR.get(word)
    hint = (
        say("did you mean `{near}`?", near=near)
        if near
        else did_you_mean(word, TYPES, say("write one of: {words}", words=_names(word)))
    )
    shown = node.text if isinstance(node, Scalar) else word
    report.error("unknown-value", node.span, "`{key}` cannot be `{value}`", hint, key="type", value=shown)


def _names(like: str) -> str:
    """Return the names of all types in the script of a word."""
    return listed(dict.fromkeys(word for word in TYPES if word.isascii() == like.isascii() and word != "donut"))


def read_formats(fields: Fields, names: tuple[str, ...], report: Report) -> Mapping[str, NumberFormat]:
    """Return the formats that are written, by the name of the series, the one for all others under an empty name."""
    entry = fields.found.get("format")
    if entry is None:
        return {}
    pairs: list[tuple[str, Node]] = [("", entry.value)]
    if isinstance(entry.value, MappingNode):
        pairs = [(inner.key.text.strip(), inner.value) for inner in entry.value.entries]
        for inner in entry.value.entries:
            if inner.key.text.strip() not in names:
                unknown_name(inner.key, names, report)
    found: dict[str, NumberFormat] = {}
    for name, node in pairs:
        made = format_of(node.text) if isinstance(node, Scalar) else None
        if made is None:
            shown = node.text if isinstance(node, Scalar) else ""
            report.error(
                "unknown-value",
                node.span,
                "`{key}` cannot be `{value}`",
                _KNOWN_FORMATS,
                key=entry.key.text,
                value=shown,
            )
        else:
            found[name] = made
    return found


def unknown_name(node: Scalar, known: tuple[str, ...], report: Report) -> None:
    """Report a name that is neither one of the chart's categories nor one of its series."""
    hint = did_you_mean(node.text.strip(), known, say("known: {words}", words=listed(known[:12])))
    report.error("no-such-category", node.span, "the chart has no `{name}`", hint, name=node.text)
