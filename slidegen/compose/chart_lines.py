"""Lines, areas, and lines among columns: their labels, their names at the last point or in a legend, their axes."""

from collections.abc import Sequence
from itertools import pairwise
from math import ceil

from msgspec.structs import replace

from slidegen.blocks.chart_value import ChartSeries
from slidegen.compose.chart_bars import GAP_WIDTH, colors
from slidegen.compose.chart_scene import GAP, LINE, Scene, labels, name_room
from slidegen.drawing import Color
from slidegen.plot import Axis, Group, Kind, Labels, Plot, PlotSeries, Point

_MANY = 13
"""From so many points on a line has no marks."""
_FEW = 8
"""The names of up to so many categories may take two lines."""
_COLUMNS_REACH = 0.52
"""The part of the height that columns take where lines with values of another order float above them."""
_LINE_FROM, _LINE_TO = 0.72, 0.90
"""Between which parts of the height such lines run."""
_TALLEST = 0.9
"""The part of the height that the tallest column takes, roughly: axes end at a round number."""
_CLEAR = 1.6
"""How far below the top of a column a point lies whose label stands between, as a multiple of the label's height."""
_OTHER_ORDER = 3.0
"""Values so many times as large, or as small, as the columns' have an axis of their own."""


def lines(scene: Scene) -> tuple[Plot, str]:
    """Return the plot of lines or areas, and what it has no room for."""
    value = scene.value
    several, area_chart = len(value.series) > 1, value.type == "area"
    all_labelled, crowded = _label_size(scene)
    axis = not all_labelled
    title = scene.head(axis)
    ends = _end_size(scene, title) if several and not area_chart and not all_labelled else 0.0
    legend, height = scene.legend([scene.name(s) for s in value.series], title) if several and not ends else (None, 0.0)
    top = title + height + (all_labelled or scene.small) * LINE
    left = scene.width(scene.axis_words, scene.small) + GAP if axis else 0.0
    right = scene.width([scene.name(s) for s in value.series], ends, bold=True) + GAP if ends else 0.0
    width = scene.w - left - right
    size, every, deep = _names(scene, width)
    bottom = deep * size * LINE + GAP + scene.foot
    own = colors(scene, legend is not None and not area_chart)
    series = tuple(
        _series(scene, n, color, all_labelled, ends) for n, color in zip(range(len(value.series)), own, strict=False)
    )
    least = 0.0 if area_chart and min(scene.numbers, default=0.0) >= 0 else None
    kind: Kind = "area" if area_chart else "line"
    plot = Plot(
        (Group(kind, series, "stacked" if area_chart and several else "standard"),),
        value.categories,
        scene.look(size),
        scene.rule,
        scene.ground,
        scene.name_axis(size, every),
        scene.value_axis(axis, least),
        area=scene.place(left, top, width, max(scene.h - top - bottom, 20.0)),
        legend=legend,
        legend_look=scene.look(scene.small) if legend else None,
    )
    return plot, crowded


def _label_size(scene: Scene) -> tuple[float, str]:
    """Return the size of the labels of all points, 0 where not all have any, and what is crowded."""
    value = scene.value
    one_line = len(value.series) == 1 and value.type == "line" and not value.highlight
    if value.labels is False or (value.labels is None and not one_line):
        return 0.0, ""
    slot = scene.w / len(value.categories)
    for size in scene.sizes:
        if scene.width(scene.shown, size, bold=True) <= slot * 0.98:
            return size, ""
    return (scene.sizes[-1], "labels") if value.labels else (0.0, "")


def _end_size(scene: Scene, top: float) -> float:
    """Return the size of names at the last points, 0 where they would cover each other or have no room."""
    value = scene.value
    last = [next((v for v in reversed(s.values) if v is not None), 0.0) for s in value.series]
    if any(s.values[-1] is None for s in value.series):
        return 0.0
    lowest, highest = min(scene.numbers), max(scene.numbers)
    floor = 0.0 if lowest >= 0 and highest - lowest > highest / 6 else lowest - (highest - lowest) * 0.1
    span = (highest - floor) * 1.1 or 1.0
    height = scene.h - top - 4 * scene.small
    ordered = sorted(last)
    nearest = min(b - a for a, b in pairwise(ordered)) / span * height
    names = [scene.name(s) for s in value.series]
    for size in scene.sizes:
        if nearest >= size * LINE and scene.width(names, size, bold=True) <= scene.w * 0.3:
            return size
    return 0.0


def _names(scene: Scene, width: float) -> tuple[float, int, int]:
    """Return the size of the categories' names, each which one is shown, and how many lines they take."""
    names = scene.value.categories
    slot = width / len(names)
    for size in scene.sizes:
        found = [scene.lines(name, name_room(slot), size) for name in names]
        most = 2 if len(names) <= _FEW else 1
        if all(lines is not None and lines <= most for lines in found):
            return size, 1, max(lines or 1 for lines in found)
    size = min(scene.small, scene.sizes[0])
    return size, max(1, ceil((scene.width(names, size) + size) / slot)), 1


def _series(scene: Scene, number: int, color: Color, size: float, ends: float) -> PlotSeries:
    value = scene.value
    series = value.series[number]
    code = series.format.code
    shown: Labels | None = None
    if size:
        place = "" if value.type == "area" else "t"
        shown = labels(scene, code, size, place, scene.on(color) if value.type == "area" else None)
    picked = [n for n in sorted(value.highlight) if series.values[n] is not None]
    points = [Point(n, scene.accents[0], labels(scene, code, scene.sizes[0], "t", scene.accents[0])) for n in picked]
    if ends:
        look = scene.look(ends, True, scene.muted if color == scene.context else color)
        points.append(Point(len(series.values) - 1, None, Labels(look, code, "r", ("series",))))
    return PlotSeries(
        scene.name(series),
        series.values,
        color,
        labels=shown,
        points=tuple(points),
        marked=len(series.values) < _MANY,
    )


def combo(scene: Scene) -> tuple[Plot, str]:
    """Return columns with lines among them, or above them on an axis of their own where their values differ much."""
    value = scene.value
    base = [s for s in value.series if not s.line]
    above = [s for s in value.series if s.line]
    apart = _apart(scene)
    slot = scene.w / len(value.categories)
    bar = slot / (len(base) + GAP_WIDTH)
    size, crowded = _combo_size(scene, slot, bar if len(base) > 1 else slot)
    axis = not size
    title = scene.head(axis)
    legend, rows = scene.legend([scene.name(s) for s in (*base, *above)], title)
    left = scene.width(scene.axis_words, scene.small) + GAP if axis else 0.0
    width = scene.w - left
    names, every, deep = _names(scene, width)
    top = title + rows + size * LINE
    bottom = deep * names * LINE + GAP + scene.foot
    place = "outEnd" if apart else "inBase"
    columns = tuple(
        PlotSeries(
            scene.name(s), s.values, color,
            labels=labels(scene, s.format.code, size, place, None if apart else scene.on(color)) if size else None,
        )
        for s, color in zip(base, scene.accents, strict=False)
    )  # fmt: skip
    height = max(scene.h - top - bottom, 20.0)
    tints = reversed(scene.accents) if apart else _told_apart(scene, len(base))
    own = tuple(_above(scene, s, color, size, apart, height) for s, color in zip(above, tints, strict=False))
    up = scene.value_axis(axis, 0.0 if min(scene.numbers) >= 0 else None)
    second = None
    if apart:
        highest = max(v for s in base for v in s.values if v is not None)
        up = replace(up, most=highest / _COLUMNS_REACH)
        second = _floating(scene)
    plot = Plot(
        (
            Group("bar", columns, gap=round(GAP_WIDTH * 100)),
            Group("line", own, "standard", secondary=apart),
        ),
        value.categories,
        scene.look(names),
        scene.rule,
        scene.ground,
        scene.name_axis(names, every),
        up,
        second,
        area=scene.place(left, top, width, height),
        legend=legend,
        legend_look=scene.look(scene.small),
    )
    return plot, crowded


def _told_apart(scene: Scene, columns: int) -> Sequence[Color]:
    """Return the colours that columns leave over, those first that stand out most from the first column."""

    def contrast(color: Color) -> float:
        return round(scene.contrast(color, scene.accents[0]), 1)

    later_first = scene.accents[columns:][::-1]
    return sorted(later_first, key=contrast, reverse=True)


def _above(scene: Scene, series: ChartSeries, color: Color, size: float, apart: bool, height: float) -> PlotSeries:
    """Return a line among columns; where it crosses single ones each label stands wholly in or above its column."""
    base = [s for s in scene.value.series if not s.line]
    code = series.format.code
    shown = replace(labels(scene, code, size, "t"), ground=scene.ground) if size else None
    points: list[Point] = []
    if size and not apart and len(base) == 1 and min(scene.numbers) >= 0:
        shown = labels(scene, code, size, "t")
        per_unit = height * _TALLEST / (max(scene.numbers) or 1.0)
        inside = scene.on(scene.accents[0])
        for n, (value, column) in enumerate(zip(series.values, base[0].values, strict=True)):
            if value is not None and column is not None and value < column:
                deep, low = ((column - value) * per_unit, value * per_unit)
                place = "t" if deep > size * LINE * _CLEAR else "b"
                own = labels(scene, code, size, place, inside)
                if place == "b" and low < size * LINE * 2 * _CLEAR:  # the column's own label stands there
                    own = replace(shown, ground=scene.ground)
                points.append(Point(n, None, own))
    return PlotSeries(scene.name(series), series.values, color, labels=shown, points=tuple(points))


def _combo_size(scene: Scene, slot: float, bar: float) -> tuple[float, str]:
    value = scene.value
    if value.labels is False:
        return 0.0, ""
    base = [s.format.shown(v) for s in value.series if not s.line for v in s.values if v is not None]
    above = [s.format.shown(v) for s in value.series if s.line for v in s.values if v is not None]
    for size in scene.sizes:
        if scene.width(base, size, bold=True) <= bar * 0.98 and scene.width(above, size, bold=True) <= slot * 0.98:
            return size, ""
    return (scene.sizes[-1], "labels") if value.labels else (0.0, "")


def _apart(scene: Scene) -> bool:
    """Whether the lines' values are of another order than the columns', none of which is below nothing."""

    def largest(line: bool) -> float:
        return max(
            (abs(v) for s in scene.value.series if s.line == line for v in s.values if v is not None), default=0.0
        )

    columns, own = largest(False), largest(True)
    positive = all(v >= 0 for s in scene.value.series if not s.line for v in s.values if v is not None)
    return positive and columns > 0 and (own > columns * _OTHER_ORDER or own * _OTHER_ORDER < columns)


def _floating(scene: Scene) -> Axis:
    """Return the bare axis on which lines run above the columns."""
    own = [v for s in scene.value.series if s.line for v in s.values if v is not None]
    lowest, highest = min(own), max(own)
    span = (highest - lowest) or abs(highest) or 1.0
    whole = span / (_LINE_TO - _LINE_FROM)
    least = lowest - whole * _LINE_FROM
    return Axis(True, scene.look(scene.small), least=least, most=least + whole, bare=True)
