"""Charts without columns and lines: slices, webs and points."""

from slidegen.compose.chart_bars import colors
from slidegen.compose.chart_names import named as _named
from slidegen.compose.chart_scene import GAP, LINE, Scene, labels
from slidegen.plot import Axis, Group, Kind, Labels, Part, Place, Plot, PlotSeries, Point

_LEAST_DISC = 0.38
"""The least part of the height that a disc takes."""
_GOOD_DISC = 0.5
_MOST_BESIDE = 0.24
"""The part of the width that words beside a disc take; longer ones take two lines."""
_LEAST_RING = 0.5
_BESIDE = 24.0
"""What a legend keeps from its disc, points."""
_KEY = 2.8
"""The width of the key of a legend, as a multiple of the size."""
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
        left = 0.0
        legend = _upright_legend(scene, size, disc + _BESIDE)
    slices = PlotSeries(
        scene.name(series),
        series.values,
        scene.accents[0],
        labels=shown,
        points=tuple(Point(n, own[n], shown) for n in range(len(value.categories))),
    )
    return _round(scene, "pie", slices, (left, top, disc, disc), size, legend), crowded


def doughnut(scene: Scene) -> tuple[Plot, str]:
    """Return a ring with the shares on it and a legend beside it."""
    value, (series,) = scene.value, scene.value.series
    whole = sum(v or 0.0 for v in series.values)
    code = series.format.code if value.formatted else "0%"
    part: Part = "value" if value.formatted else "percent"
    size, disc, crowded = _ring(scene)
    inside = scene.sizes[min(1, len(scene.sizes) - 1)]
    points = []
    for n, number in enumerate(series.values):
        label = Labels(scene.look(inside, True, scene.on(scene.accents[n])), code, "", (part,))
        wide = value.labels is not False and (number or 0.0) / whole >= _SLIVER
        points.append(Point(n, scene.accents[n], label if wide else None))
    base = Labels(scene.look(inside, True), code, "", (part,)) if value.labels is not False else None
    ring = PlotSeries(scene.name(series), series.values, scene.accents[0], labels=base, points=tuple(points))
    left = max(0.0, (scene.w - disc - _BESIDE - _legend_width(scene, size)) / 2)
    legend = _upright_legend(scene, size, left + disc + _BESIDE)
    return _round(scene, "doughnut", ring, (left, (scene.h - disc) / 2, disc, disc), size, legend), crowded


def _ring(scene: Scene) -> tuple[float, float, str]:
    """Return the size of a ring's legend, its diameter in points, and what has no room."""
    for size in scene.sizes:
        disc = min(scene.h - 4, scene.w - _BESIDE - _legend_width(scene, size))
        if disc >= scene.h * _LEAST_RING:
            return size, disc, ""
    return scene.sizes[-1], scene.h * _LEAST_RING, "names"


def _legend_width(scene: Scene, size: float) -> float:
    return scene.width(scene.value.categories, size) + size * _KEY


def _disc(scene: Scene) -> tuple[float, float, str]:
    """Return the size of a pie's labels, the disc's diameter in points, and what has no room."""
    value = scene.value
    if value.labels is False:
        return scene.sizes[0], min(scene.h, scene.w * 0.6), ""
    for least, smallest in ((_GOOD_DISC, scene.small), (_LEAST_DISC, scene.sizes[-1])):
        for size in scene.sizes:
            words = scene.width([*value.categories, *scene.shown], size, bold=True)
            beside = min(words, scene.w * _MOST_BESIDE) + GAP * 2
            disc = min(scene.h - 4 * size * LINE - GAP, scene.w - 2 * beside)
            if size >= smallest and disc >= scene.h * least and words <= 2 * scene.w * _MOST_BESIDE:
                return size, disc, ""
    return scene.sizes[-1], scene.h * _LEAST_DISC, "names"


def _upright_legend(scene: Scene, size: float, x: float) -> Place:
    height = len(scene.value.categories) * size * 1.9
    return scene.place(x, (scene.h - height) / 2, min(_legend_width(scene, size), scene.w - x), height)


def _round(
    scene: Scene,
    kind: Kind,
    series: PlotSeries,
    area: Place,
    size: float,
    legend: Place | None,
) -> Plot:
    return Plot(
        (Group(kind, (series,)),),
        scene.value.categories,
        scene.look(size),
        scene.rule,
        scene.ground,
        area=scene.place(*area),
        legend=legend,
        legend_look=scene.look(size) if legend else None,
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
    top = height + look.size * LINE + GAP
    side = scene.h - top - look.size * LINE - GAP
    across = min(scene.w - 2 * (scene.width(value.categories, look.size) + GAP), side * 1.6)
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
    title = scene.head(True)
    legend, height = scene.legend([scene.name(s) for s in value.series], title) if several else (None, 0.0)
    left = scene.width(scene.axis_words, scene.small) + GAP
    top = title + height + scene.small * 0.6
    bottom = scene.small * LINE + GAP + scene.foot
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
            points=tuple(_named(scene, s, names, (scene.w - left - right, scene.h - top - bottom))),
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
