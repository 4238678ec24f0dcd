"""Columns and bars: how large their names and labels are, what room they take, which colours they have."""

from collections.abc import Callable, Sequence

from msgspec import Struct

from slidegen.blocks.chart_value import ChartSeries
from slidegen.compose.chart_scene import GAP, LINE, Scene, labels, name_room
from slidegen.drawing import Color
from slidegen.plot import Group, Grouping, Labels, Plot, PlotSeries, Point
from slidegen.words import word

GAP_WIDTH = 0.55
"""The space between the bars of two categories, as a part of a bar's width."""
_MOST_NAMES = 0.42
"""The part of the width that the names of bars may take."""
_UPRIGHT_LINES = 3
_INSET = 4.0
"""What a label keeps from both ends of its piece of a bar, points."""
_FULL = 0.9
"""The part of its axis that the longest bar takes, roughly: axes end at a round number."""


class Fit(Struct, frozen=True):
    """The sizes of names and labels; a label's size is 0 where there is no room for labels."""

    names: float
    lines: int
    labels: float
    crowded: str = ""


def bars(scene: Scene) -> tuple[Plot, str]:
    """Return the plot of columns or bars, and what it has no room for."""
    value = scene.value
    stacked = value.type.startswith(("stacked", "percent"))
    several = len(value.series) > 1
    axis = value.labels is False
    head = scene.head(axis)
    legend, height = scene.legend([scene.name(s) for s in value.series], head) if several else (None, 0.0)
    fitted = _fit_bars if value.horizontal else _fit_columns
    side_by_side = 1 if stacked else len(value.series)
    fit = fitted(scene, head + height, side_by_side, axis)
    if not fit.labels and not axis:  # the axis takes the labels' place, and its title says the unit
        axis, head = True, scene.head(True)
        fit = fitted(scene, head + height, side_by_side, axis)
        legend = scene.legend([scene.name(s) for s in value.series], head)[0] if several else None
    top = head + height
    area = (_lying if value.horizontal else _upright)(scene, fit, top, stacked)
    series = tuple(
        _series(scene, s, color, fit, stacked, area) for s, color in zip(value.series, colors(scene), strict=True)
    )
    lines = (_totals(scene),) if value.totals else ()
    grouping: Grouping = "percentStacked" if value.type.startswith("percent") else "stacked" if stacked else "clustered"
    group = Group("bar", series, grouping, value.horizontal, round(GAP_WIDTH * 100))
    names = scene.name_axis(fit.names)
    up = scene.value_axis(axis, _least(scene, fit, area, stacked))
    x, y, w, h = area
    plot = Plot(
        (group, *lines),
        value.categories,
        scene.look(fit.names),
        scene.rule,
        scene.ground,
        names,
        up,
        area=scene.place(x, y, w, h),
        legend=legend,
        legend_look=scene.look(scene.small) if several else None,
    )
    return plot, fit.crowded or (_total_size(scene)[1] if value.totals else "")


def colors(scene: Scene, all_told_apart: bool = False) -> tuple[Color, ...]:
    """Return a colour for each series: the accents, or the context for those beside a highlighted one.

    Where only colour tells series apart each has one of its own, highlighted ones the first.
    """
    series = scene.value.series
    accents = iter(scene.accents)
    if all_told_apart:
        order = sorted(range(len(series)), key=lambda n: not series[n].highlighted)
        given = dict(zip(order, accents, strict=False))
        return tuple(given[n] for n in range(len(series)))
    if any(s.highlighted for s in series):
        return tuple(next(accents) if s.highlighted else scene.context for s in series)
    if len(series) == 1 and scene.value.highlight:
        return (scene.context,)
    return tuple(next(accents) for _ in series)


def _fit_columns(scene: Scene, top: float, side_by_side: int, axis: bool) -> Fit:
    value, count = scene.value, len(scene.value.categories)
    slot = (scene.w - (_axis_width(scene) if axis else 0.0)) / count
    bar = slot / (side_by_side + GAP_WIDTH)
    one = len(value.series) == 1
    return _fit(
        scene,
        lambda size: _most_lines(
            scene, value.categories, name_room(slot), size, _UPRIGHT_LINES if size < scene.sizes[0] else 2
        ),
        lambda size: scene.width(scene.shown, size, bold=True) <= (slot * 0.96 if one else bar * 1.04),
    )


def _fit_bars(scene: Scene, top: float, side_by_side: int, axis: bool) -> Fit:
    value, count = scene.value, len(scene.value.categories)
    slot = (scene.h - top) / count
    bar = slot / (side_by_side + GAP_WIDTH)
    room = scene.w * _MOST_NAMES

    def names(size: float) -> int | None:
        return _most_lines(scene, value.categories, room, size, max(1, int(slot * 0.98 / (size * LINE))))

    stacked = value.type != "bar"
    return _fit(
        scene,
        lambda size: names(size) if size * LINE <= slot else None,
        lambda size: (
            size * LINE <= (slot if side_by_side == 1 else bar * 1.1)
            and (not stacked or scene.width(scene.shown, size, bold=True) < scene.w * 0.4)
        ),
    )


def _fit(scene: Scene, names: Callable[[float], int | None], room: Callable[[float], bool]) -> Fit:
    """Return the largest sizes at which names and labels have room; what has none at the least size is crowded."""
    least = scene.sizes[-1]
    size, lines, crowded = least, 1, "names"
    for one in scene.sizes:
        found = names(one)
        if found is not None:
            size, lines, crowded = one, found, ""
            break
    if scene.value.labels is False:
        return Fit(size, lines, 0.0, crowded)
    fitting = [one for one in scene.sizes if room(one)]
    if not fitting and scene.value.labels:
        return Fit(size, lines, least, crowded or "labels")
    return Fit(size, lines, fitting[0] if fitting else 0.0, crowded)


def _most_lines(scene: Scene, names: Sequence[str], room: float, size: float, most: int) -> int | None:
    """Return how many lines the longest name takes; None where a word is cut or it takes too many."""
    worst = 1
    for name in names:
        lines = scene.lines(name, room, size)
        if lines is None or lines > most:
            return None
        worst = max(worst, lines)
    return worst


def _upright(scene: Scene, fit: Fit, top: float, stacked: bool) -> tuple[float, float, float, float]:
    """Return the plot's area in points: x, y, width, height."""
    if scene.value.totals:
        top += _total_size(scene)[0] * LINE
    elif fit.labels and not stacked:
        top += fit.labels * LINE
    left = 0.0 if fit.labels else _axis_width(scene)
    bottom = fit.lines * fit.names * LINE + GAP + scene.foot
    return left, top + 2, scene.w - left, max(scene.h - top - bottom - 2, 20.0)


def _axis_width(scene: Scene) -> float:
    return scene.width(scene.axis_words, scene.small) + GAP


def _lying(scene: Scene, fit: Fit, top: float, stacked: bool) -> tuple[float, float, float, float]:
    value = scene.value
    room = scene.w * _MOST_NAMES
    left = max(_widest_line(scene, name, room, fit.names) for name in value.categories) + GAP * 1.5
    right = scene.width(scene.shown, fit.labels, bold=True) + GAP if fit.labels and not stacked else GAP
    row = scene.small * LINE + GAP
    bottom = (0.0 if fit.labels else row) + (row if value.y or (value.unit and not fit.labels) else 0.0)
    return left, top, max(scene.w - left - right, 20.0), max(scene.h - top - bottom, 20.0)


def _widest_line(scene: Scene, name: str, room: float, size: float) -> float:
    return max(line.width for line in scene.measured(name).wrap(room / size)) * size / 0.97


def _least(scene: Scene, fit: Fit, area: tuple[float, float, float, float], stacked: bool) -> float | None:
    """Return where the axis begins: at nothing, or so far below the lowest value that its label has room."""
    lowest, highest = min(scene.numbers, default=0.0), max(0.0, max(scene.numbers, default=0.0))
    if lowest >= 0:
        return 0.0
    if stacked or not fit.labels:
        return None
    length, words = (
        (area[2], scene.width(scene.shown, fit.labels, True))
        if scene.value.horizontal
        else (area[3], fit.labels * LINE)
    )
    part = min(0.4, (words + GAP * 2.5) / length)
    return lowest - (highest - lowest) * part / (1 - part)


def _series(
    scene: Scene, series: ChartSeries, color: Color, fit: Fit, stacked: bool, area: tuple[float, float, float, float]
) -> PlotSeries:
    shown: Labels | None = None
    if fit.labels:
        shown = labels(scene, series.format.code, fit.labels, "outEnd")
        if stacked:
            shown = labels(scene, series.format.code, fit.labels, "ctr", scene.on(color))
    picked = scene.value.highlight
    points = [Point(n, scene.accents[0], shown) for n in sorted(picked) if series.values[n] is not None]
    if stacked and shown:
        points += [Point(n) for n in _too_small(scene, series, fit, area)]
    return PlotSeries(scene.name(series), series.values, color, labels=shown, points=tuple(points))


def _totals(scene: Scene) -> Group:
    """Return the line, which nobody sees, whose labels are the totals of the columns; the axis holds both."""
    look = max((s.format for s in scene.value.series), key=lambda one: one.decimals)
    size, _ = _total_size(scene)
    name = word("chart_total", scene.voice.language)
    shown = labels(scene, look.code, size, "t")
    color = scene.spec.levels[0].style.color
    return Group("line", (PlotSeries(name, scene.sums, color, labels=shown, marked=False, total=True),), "standard")


def _total_size(scene: Scene) -> tuple[float, str]:
    """Return the size of the totals, the largest that has room above the columns, and what is crowded."""
    look = max((s.format for s in scene.value.series), key=lambda one: one.decimals)
    words = [look.shown(total) for total in scene.sums if total is not None]
    slot = scene.w / len(scene.value.categories)
    fitting = (one for one in scene.sizes if scene.width(words, one, bold=True) <= slot * 0.96)
    size = next(fitting, 0.0)
    return size or scene.sizes[-1], "" if size else "labels"


def _too_small(scene: Scene, series: ChartSeries, fit: Fit, area: tuple[float, float, float, float]) -> list[int]:
    """Return the pieces that are too small for their labels."""
    value = scene.value
    totals = [sum(abs(s.values[n] or 0.0) for s in value.series) for n in range(len(value.categories))]
    whole = max(totals) or 1.0
    length = area[2] if value.horizontal else area[3]
    found = []
    for n, number in enumerate(series.values):
        if number is None:
            continue
        of = (totals[n] or 1.0) if value.type.startswith("percent") else whole / _FULL
        room = length * abs(number) / of
        words = series.format.shown(number)
        need = scene.width([words], fit.labels, True) + _INSET if value.horizontal else fit.labels * LINE
        if room < need:
            found.append(n)
    return found
