"""Charts without columns and lines: slices, webs and points."""

from collections.abc import Sequence

from slidegen.compose.chart_bars import colors
from slidegen.compose.chart_scene import GAP, LINE, Scene, labels
from slidegen.plot import Axis, Group, Kind, Labels, Look, Part, Plot, PlotSeries, Point

_LEAST_DISC = 0.38
"""The least part of the height that a disc takes."""
_SLIVER = 0.06
"""A ring's piece of a smaller part of the whole has no label."""


def pie(scene: Scene) -> tuple[Plot, str]:
    """Return slices with their names and shares beside them."""
    value, (series,) = scene.value, scene.value.series
    parts: tuple[Part, ...] = ("category", "value" if value.formatted else "percent")
    code = series.format.code if value.formatted else "0%"
    own = [scene.context] * len(value.categories) if value.highlight else list(scene.accents)
    for n, place in enumerate(sorted(value.highlight)):
        own[place] = scene.accents[n % len(scene.accents)]
    size, disc, crowded = _disc(scene)
    shown = Labels(scene.look(size, True), code, "outEnd", parts) if value.labels is not False else None
    legend = None
    left, top = (scene.w - disc) / 2, (scene.h - disc) / 2
    if shown is None:
        legend = _upright_legend(scene, disc)
        left = 0.0
    slices = PlotSeries(
        scene.name(series),
        series.values,
        scene.accents[0],
        labels=shown,
        points=tuple(Point(n, own[n], shown) for n in range(len(value.categories))),
    )
    return _round(scene, "pie", slices, (left, top, disc, disc), legend), crowded


def doughnut(scene: Scene) -> tuple[Plot, str]:
    """Return a ring with the shares on it and a legend beside it."""
    value, (series,) = scene.value, scene.value.series
    whole = sum(v or 0.0 for v in series.values)
    code = series.format.code if value.formatted else "0%"
    disc = min(scene.h - 4, scene.w * 0.6)
    size = scene.sizes[min(1, len(scene.sizes) - 1)]
    points = []
    for n, number in enumerate(series.values):
        color = scene.accents[n]
        label = Labels(scene.look(size, True, scene.on(color)), code, "", ("value" if value.formatted else "percent",))
        wide = value.labels is not False and (number or 0.0) / whole >= _SLIVER
        points.append(Point(n, color, label if wide else None))
    base = Labels(scene.look(size, True), code) if value.labels is not False else None
    ring = PlotSeries(scene.name(series), series.values, scene.accents[0], labels=base, points=tuple(points))
    legend = _upright_legend(scene, disc)
    used = disc + GAP * 4 + legend[2] * scene.w
    left = max(0.0, (scene.w - used) / 2)
    legend = ((left + disc + GAP * 4) / scene.w, *legend[1:])
    wide_names = scene.width(value.categories, scene.sizes[0]) > scene.w - disc - GAP * 4 - scene.sizes[0] * 2.6
    plot = _round(scene, "doughnut", ring, (left, (scene.h - disc) / 2, disc, disc), legend)
    return plot, "names" if wide_names else ""


def _disc(scene: Scene) -> tuple[float, float, str]:
    """Return the size of a pie's labels, the disc's diameter in points, and what has no room."""
    value = scene.value
    if value.labels is False:
        return scene.sizes[0], min(scene.h, scene.w * 0.6), ""
    least = scene.h * _LEAST_DISC
    for size in scene.sizes:
        beside = scene.width([*value.categories, *scene.shown], size, bold=True) + GAP * 2
        disc = min(scene.h - 4 * size * LINE - GAP, scene.w - 2 * beside)
        if disc >= scene.h * 0.6 or (disc >= least and size == scene.sizes[-1]):
            return size, disc, ""
    return scene.sizes[-1], least, "names"


def _upright_legend(scene: Scene, disc: float) -> tuple[float, float, float, float]:
    size = scene.sizes[0]
    height = len(scene.value.categories) * size * 1.9
    width = min(scene.width(scene.value.categories, size) + size * 2.6, scene.w - disc - GAP * 4)
    return scene.place(disc + GAP * 4, (scene.h - height) / 2, width, height)


def _round(
    scene: Scene,
    kind: Kind,
    series: PlotSeries,
    area: tuple[float, float, float, float],
    legend: tuple[float, float, float, float] | None,
) -> Plot:
    return Plot(
        (Group(kind, (series,)),),
        scene.value.categories,
        scene.look(scene.sizes[0]),
        scene.rule,
        scene.ground,
        area=scene.place(*area),
        legend=legend,
        legend_look=scene.look(scene.sizes[0]) if legend else None,
        upright_legend=True,
    )


def radar(scene: Scene) -> tuple[Plot, str]:
    """Return a web of lines with the categories around it."""
    value = scene.value
    several = len(value.series) > 1
    legend, height = scene.legend([scene.name(s) for s in value.series], 0.0) if several else (None, 0.0)
    size = next((s for s in scene.sizes if scene.width(value.categories, s) <= scene.w * 0.28), 0.0)
    look = scene.look(size or scene.sizes[-1])
    series = tuple(
        PlotSeries(
            scene.name(s), s.values, color,
            labels=labels(scene, s.format.code, scene.small, "") if value.labels else None,
        )
        for s, color in zip(value.series, colors(scene), strict=True)
    )  # fmt: skip
    top = height + look.size * LINE
    side = scene.h - top - look.size * LINE - GAP
    across = min(scene.w - 2 * (scene.width(value.categories, look.size) + GAP), side * 1.3)
    plot = Plot(
        (Group("radar", series, "standard"),),
        value.categories,
        look,
        scene.rule,
        scene.ground,
        Axis(True, look),
        Axis(False, look, least=0.0 if min(scene.numbers) >= 0 else None, lines=True),
        area=scene.place((scene.w - across) / 2, top, across, side),
        legend=legend,
        legend_look=scene.look(scene.small) if several else None,
    )
    return plot, "" if size else "names"


def points(scene: Scene) -> tuple[Plot, str]:
    """Return points or bubbles by two coordinates, both axes shown."""
    value = scene.value
    several = len(value.series) > 1
    title = scene.small * LINE + GAP if value.y or value.unit else 0.0
    legend, height = scene.legend([scene.name(s) for s in value.series], title) if several else (None, 0.0)
    left = scene.width(scene.axis_words, scene.small) + GAP
    top = title + height + scene.small * 0.6
    bottom = scene.small * LINE + GAP + (scene.small * LINE + GAP if value.x else 0)
    names = scene.look(scene.small, True)
    right = scene.width(value.categories, scene.small, True) * 0.6 + GAP if value.categories else scene.small
    series = tuple(
        PlotSeries(
            scene.name(s),
            s.values,
            color,
            s.across,
            s.sizes,
            labels=labels(scene, s.format.code, scene.small, "t") if value.labels and not value.categories else None,
            points=_named(value.categories, names, value.type),
        )
        for s, color in zip(value.series, colors(scene), strict=True)
    )
    look = scene.look(scene.small, color=scene.muted)
    up = scene.value_axis(True, None)
    plot = Plot(
        (Group("bubble" if value.type == "bubble" else "scatter", series, "standard"),),
        value.categories,
        look,
        scene.rule,
        scene.ground,
        Axis(True, look, title=value.x),
        up,
        area=scene.place(left, top, scene.w - left - right, max(scene.h - top - bottom, 20.0)),
        legend=legend,
        legend_look=scene.look(scene.small) if several else None,
    )
    return plot, ""


def _named(names: Sequence[str], look: Look, kind: str) -> tuple[Point, ...]:
    """Return the points with their names beside them, upon bubbles in their middle."""
    place = "ctr" if kind == "bubble" else "r"
    return tuple(Point(n, None, Labels(look, "General", place, words=name)) for n, name in enumerate(names))
