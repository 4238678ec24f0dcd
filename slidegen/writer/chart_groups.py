"""The series of a chart as c:barChart, c:lineChart and their kin, children in the order of the schema."""

from slidegen.drawing import Color
from slidegen.package.xml import EMPTY, Xml, join, xml
from slidegen.plot import Group, Plot, PlotSeries
from slidegen.writer.chart_data import Sheet
from slidegen.writer.chart_text import label_xml, labels_xml
from slidegen.writer.drawing import color_xml

_LINE = 34_925
"""The width of lines, EMU: 2.75 pt."""
_MARK = 8
"""The size of the marks on lines, points."""
_LONE_MARK = 11
_EDGE = 19_050
"""The width of the gap between slices and pieces, EMU."""
_BUBBLE_ALPHA = 72_000
_NO_LINE = Xml("<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>")


def group_xml(group: Group, first: int, plot: Plot, sheet: Sheet, axes: tuple[int, int]) -> Xml:
    """Return a group of series; `first` is the number of its first one among all."""
    series = join(_series(one, n, group, plot, sheet) for n, one in enumerate(group.series, first))
    axis_ids = join(xml('<c:axId val="%s"/>', axis) for axis in axes)
    vary = xml('<c:varyColors val="%s"/>', int(group.kind in ("pie", "doughnut")))
    match group.kind:
        case "bar":
            return xml(
                '<c:barChart><c:barDir val="%s"/><c:grouping val="%s"/>%s%s<c:gapWidth val="%s"/>'
                '<c:overlap val="%s"/>%s</c:barChart>',
                *("bar" if group.lying else "col", group.grouping, vary, series, group.gap),
                *(0 if group.grouping == "clustered" else 100, axis_ids),
            )
        case "line":
            return xml(
                '<c:lineChart><c:grouping val="standard"/>%s%s<c:marker val="1"/>%s</c:lineChart>',
                *(vary, series, axis_ids),
            )
        case "area":
            return xml(
                '<c:areaChart><c:grouping val="%s"/>%s%s%s</c:areaChart>', group.grouping, vary, series, axis_ids
            )
        case "pie":
            return xml('<c:pieChart>%s%s<c:firstSliceAng val="0"/></c:pieChart>', vary, series)
        case "doughnut":
            return xml(
                '<c:doughnutChart>%s%s<c:firstSliceAng val="0"/><c:holeSize val="52"/></c:doughnutChart>', vary, series
            )
        case "scatter":
            return xml(
                '<c:scatterChart><c:scatterStyle val="lineMarker"/>%s%s%s</c:scatterChart>', vary, series, axis_ids
            )
        case "bubble":
            return xml(
                '<c:bubbleChart>%s%s<c:bubbleScale val="60"/><c:showNegBubbles val="0"/>'
                '<c:sizeRepresents val="area"/>%s</c:bubbleChart>',
                *(vary, series, axis_ids),
            )
    return xml('<c:radarChart><c:radarStyle val="marker"/>%s%s%s</c:radarChart>', vary, series, axis_ids)


def _series(series: PlotSeries, number: int, group: Group, plot: Plot, sheet: Sheet) -> Xml:
    kind = group.kind
    head = xml('<c:idx val="%s"/><c:order val="%s"/>%s', number, number, sheet.name(number, series.name))
    single = join(label_xml(p.labels, p.index) for p in series.points if p.labels != series.labels)
    labels = labels_xml(series.labels, single, leaders=kind in ("pie", "doughnut"))
    data = sheet.data(number, series, plot.categories)
    points = join(_point(p.index, p.color, series.color, kind, plot) for p in series.points if p.color is not None)
    body: tuple[Xml, ...]
    if kind in ("line", "radar"):
        smooth = Xml('<c:smooth val="0"/>') if kind == "line" else EMPTY
        stroke = _NO_LINE if series.total else _stroke(series.color)
        body = (stroke, _marker(series.color, plot, series.marked), points, labels, data, smooth)
    elif kind == "scatter":
        body = (
            _NO_LINE,
            _marker(series.color, plot, True, _LONE_MARK),
            points,
            labels,
            data,
            Xml('<c:smooth val="0"/>'),
        )
    elif kind == "bubble":
        clear = Color(series.color.base, (*series.color.mods, ("alpha", _BUBBLE_ALPHA)))
        body = (_fill(clear, plot), Xml('<c:invertIfNegative val="0"/>'), points, labels, data)
        body = (*body, Xml('<c:bubble3D val="0"/>'))
    elif kind == "bar":
        body = (_fill(series.color, plot, _parted(group)), Xml('<c:invertIfNegative val="0"/>'), points, labels, data)
    else:
        body = (_fill(series.color, plot, kind != "area"), points, labels, data)
    return xml("<c:ser>%s%s</c:ser>", head, join(body))


def _parted(group: Group) -> bool:
    """Whether pieces lie upon each other, so that the ground must part them."""
    return group.grouping != "clustered"


def _fill(color: Color, plot: Plot, parted: bool = False) -> Xml:
    edge = _edge(plot.ground) if parted else Xml("<a:ln><a:noFill/></a:ln>")
    return xml("<c:spPr><a:solidFill>%s</a:solidFill>%s</c:spPr>", color_xml(color), edge)


def _edge(color: Color, width: int = _EDGE) -> Xml:
    return xml('<a:ln w="%s"><a:solidFill>%s</a:solidFill></a:ln>', width, color_xml(color))


def _stroke(color: Color) -> Xml:
    return xml(
        '<c:spPr><a:ln w="%s" cap="rnd"><a:solidFill>%s</a:solidFill><a:round/></a:ln></c:spPr>',
        *(_LINE, color_xml(color)),
    )


def _marker(color: Color, plot: Plot, shown: bool, size: int = _MARK) -> Xml:
    if not shown:
        return Xml('<c:marker><c:symbol val="none"/></c:marker>')
    return xml(
        '<c:marker><c:symbol val="circle"/><c:size val="%s"/>'
        "<c:spPr><a:solidFill>%s</a:solidFill>%s</c:spPr></c:marker>",
        *(size, color_xml(color), _edge(plot.ground, 9_525)),
    )


def _point(index: int, color: Color, series: Color, kind: str, plot: Plot) -> Xml:
    """Return c:dPt: a point that has a colour of its own; on a line its mark has, and the line keeps its colour."""
    if kind in ("line", "radar"):
        return xml(
            '<c:dPt><c:idx val="%s"/>%s<c:bubble3D val="0"/>%s</c:dPt>',
            *(index, _marker(color, plot, True, _LONE_MARK), _stroke(series)),
        )
    negative = Xml('<c:invertIfNegative val="0"/>') if kind == "bar" else EMPTY
    return xml(
        '<c:dPt><c:idx val="%s"/>%s<c:bubble3D val="0"/>%s</c:dPt>',
        *(index, negative, _fill(color, plot, kind in ("pie", "doughnut"))),
    )
