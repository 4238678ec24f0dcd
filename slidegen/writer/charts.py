"""Native charts: the part with its workbook, and the graphic frame that shows it (ECMA-376-1, 21.2 and 19.3.1.21)."""

from itertools import accumulate

from slidegen.composed import Chart
from slidegen.package import types as t
from slidegen.package.parts import Relationships
from slidegen.package.workbook import number_text, workbook
from slidegen.package.xml import DECLARATION, EMPTY, Xml, join, xml
from slidegen.plot import Axis, Plot
from slidegen.writer.chart_data import Sheet, sheet_of
from slidegen.writer.chart_groups import group_xml
from slidegen.writer.chart_text import look_xml, place_xml, title_xml
from slidegen.writer.drawing import color_xml, named, xfrm_xml
from slidegen.writer.relating import Relating

_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_ACROSS, _UP, _SECOND_ACROSS, _SECOND_UP = 1001, 1002, 1003, 1004
"""The ids of the axes, unique within a chart; unsigned, as the schema wants them."""
_HEAD = Xml(
    f'{DECLARATION}<c:chartSpace xmlns:c="{_CHART}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<c:date1904 val="0"/><c:roundedCorners val="0"/>'
)
_NO_RULE = Xml("<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>")
_BARE = Xml("<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>")


def chart_xml(chart: Chart, number: int, relating: Relating, identity: Xml = EMPTY) -> Xml:
    """Return a chart's graphic frame, and add its part and its workbook to the package."""
    return xml(
        "<p:graphicFrame><p:nvGraphicFramePr>%s<p:cNvGraphicFramePr>"
        '<a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr><p:ph type="%s" idx="%s"/></p:nvPr>'
        '</p:nvGraphicFramePr>%s<a:graphic><a:graphicData uri="%s"><c:chart xmlns:c="%s" r:id="%s"/>'
        "</a:graphicData></a:graphic></p:graphicFrame>",
        named(number, chart.name, identity, alt=chart.alt),
        *(chart.placeholder.type, chart.placeholder.idx, xfrm_xml(chart.box, tag="p:xfrm")),
        *(_CHART, _CHART, _add(chart.plot, relating)),
    )


def _add(plot: Plot, relating: Relating) -> str:
    """Add the chart's part and its workbook; return the slide's relationship to it."""
    package, count = relating.media.package, relating.media.count("chart")
    part = f"/ppt/charts/chart{count}.xml"
    book = f"/ppt/embeddings/Microsoft_Excel_Sheet{count}.xlsx"
    sheet = sheet_of(plot)
    own = Relationships(part)
    package.add(part, t.CT_CHART, chart_part(plot, sheet, own.to(t.RT_PACKAGE, book)), own)
    package.add(book, t.DEFAULTS["xlsx"], workbook(sheet.rows))
    return relating.relationships.to(t.RT_CHART, part)


def chart_part(plot: Plot, sheet: Sheet, book: str) -> Xml:
    """Return c:chartSpace; `book` is the relationship to the workbook."""
    return xml(
        '%s<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>%s%s%s%s</c:plotArea>%s<c:plotVisOnly val="1"/>'
        '<c:dispBlanksAs val="gap"/></c:chart>%s%s<c:externalData r:id="%s"><c:autoUpdate val="0"/></c:externalData>'
        "</c:chartSpace>",
        _HEAD,
        place_xml(plot.area, inner=True),
        _groups(plot, sheet),
        _axes(plot),
        _BARE,
        _legend(plot),
        _BARE,
        look_xml(plot.words),
        book,
    )


def _groups(plot: Plot, sheet: Sheet) -> Xml:
    starts = accumulate((len(group.series) for group in plot.groups), initial=0)
    return join(
        group_xml(group, first, plot, sheet, (_SECOND_ACROSS, _SECOND_UP) if group.secondary else (_ACROSS, _UP))
        for first, group in zip(starts, plot.groups, strict=False)
    )


def _legend(plot: Plot) -> Xml:
    if plot.legend_look is None:
        return EMPTY
    side = "r" if plot.upright_legend else "t"
    layout = place_xml(plot.legend) if plot.legend else EMPTY
    silent = join(
        xml('<c:legendEntry><c:idx val="%s"/><c:delete val="1"/></c:legendEntry>', n)
        for n, series in enumerate(plot.series)
        if series.total
    )
    return xml(
        '<c:legend><c:legendPos val="%s"/>%s%s<c:overlay val="0"/>%s</c:legend>',
        *(side, silent, layout, look_xml(plot.legend_look)),
    )


def _axes(plot: Plot) -> Xml:
    if plot.across is None or plot.up is None:
        return EMPTY
    lying = plot.groups[0].lying
    first = _value_axis if plot.groups[0].kind in ("scatter", "bubble") else _category_axis
    sides = ("l", "b") if lying else ("b", "l")
    axes = [
        first(plot.across, plot, _ACROSS, _UP, sides[0]),
        _value_axis(plot.up, plot, _UP, _ACROSS, sides[1], "max" if lying and plot.across.backwards else "autoZero"),
    ]
    if plot.second is not None:
        hidden = Axis(False, plot.across.look)
        axes += [
            _category_axis(hidden, plot, _SECOND_ACROSS, _SECOND_UP, "b"),
            _value_axis(plot.second, plot, _SECOND_UP, _SECOND_ACROSS, "r", "max"),
        ]
    return join(axes)


def _category_axis(axis: Axis, plot: Plot, own: int, other: int, side: str, crosses: str = "autoZero") -> Xml:
    skip = xml('<c:tickLblSkip val="%s"/><c:tickMarkSkip val="%s"/>', axis.every, axis.every)
    return xml(
        '<c:catAx>%s<c:crossAx val="%s"/><c:crosses val="%s"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="100"/>%s<c:noMultiLvlLbl val="1"/></c:catAx>',
        *(_axis(axis, plot, own, side, low=True), other, crosses, skip if axis.every > 1 else EMPTY),
    )


def _value_axis(axis: Axis, plot: Plot, own: int, other: int, side: str, crosses: str = "autoZero") -> Xml:
    points = plot.groups[0].kind in ("scatter", "bubble")
    crosses = "min" if points else crosses
    return xml(
        '<c:valAx>%s<c:crossAx val="%s"/><c:crosses val="%s"/><c:crossBetween val="%s"/></c:valAx>',
        *(_axis(axis, plot, own, side, low=points), other, crosses, _between(plot)),
    )


def _between(plot: Plot) -> str:
    """Areas and points reach the edges; columns and the lines among them stand between the marks."""
    return "midCat" if plot.groups[0].kind in ("area", "scatter", "bubble") else "between"


def _axis(axis: Axis, plot: Plot, own: int, side: str, low: bool) -> Xml:
    most = xml('<c:max val="%s"/>', number_text(axis.most)) if axis.most is not None else EMPTY
    least = xml('<c:min val="%s"/>', number_text(axis.least)) if axis.least is not None else EMPTY
    lines = xml("<c:majorGridlines>%s</c:majorGridlines>", _rule(plot)) if axis.lines else EMPTY
    return xml(
        '<c:axId val="%s"/><c:scaling><c:orientation val="%s"/>%s%s</c:scaling><c:delete val="%s"/><c:axPos val="%s"/>'
        '%s%s<c:numFmt formatCode="%s" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        '<c:tickLblPos val="%s"/>%s%s',
        *(own, "maxMin" if axis.backwards else "minMax", most, least, int(not axis.shown), side),
        *(
            lines,
            title_xml(axis.title, axis.title_look or axis.look, axis.title_at) if axis.title else EMPTY,
            axis.format,
        ),
        "none" if axis.bare else "low" if low else "nextTo",
        *(_NO_RULE if axis.bare else _rule(plot), look_xml(axis.look)),
    )


def _rule(plot: Plot) -> Xml:
    return xml('<c:spPr><a:ln w="9525"><a:solidFill>%s</a:solidFill></a:ln></c:spPr>', color_xml(plot.rule))
