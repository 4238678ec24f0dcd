"""What a chart says to those who cannot see it: its type, what it compares, its highest and lowest value."""

from collections.abc import Sequence

from slidegen.blocks.chart_value import ChartSeries
from slidegen.compose.chart_scene import Scene
from slidegen.words import word

_MOST_NAMED = 6
_MOST = 150


def alt_text(scene: Scene) -> str:
    """Return the alternative text that the outline gives, else one from the data, in the deck's language."""
    value, language = scene.value, scene.voice.language
    if value.alt:
        return value.alt
    several = len(value.series) > 1
    head = word(f"chart_{value.type}", language)
    names = [scene.name(s) for s in value.series]
    about = _listed(names, language) if several or value.series[0].name else ""
    if about:
        head = word("chart_about", language).format(chart=head, about=about)
    parts = [head]
    if value.categories:
        parts.append(_listed(value.categories, language))
    found = [(v, s, n) for s in value.series for n, v in enumerate(s.values) if v is not None]
    high, low = max(found, key=lambda one: one[0]), min(found, key=lambda one: one[0])
    for key, (number, series, place) in (("chart_highest", high), ("chart_lowest", low)):
        where = _where(scene, series, place, several)
        parts.append(word(key, language).format(where=where, value=series.format.shown(number)).strip())
    text = word("chart_joint", language).join(parts)
    return text if len(text) <= _MOST else text[: _MOST - 1].rstrip() + "…"


def _where(scene: Scene, series: ChartSeries, place: int, several: bool) -> str:
    names = [scene.name(series)] if several else []
    if place < len(scene.value.categories):
        names.append(scene.value.categories[place])
    return " ".join(names)


def _listed(words: Sequence[str], language: str) -> str:
    joint = "、" if language.startswith("zh") else ", "
    if len(words) <= _MOST_NAMED:
        return joint.join(words)
    return word("chart_many", language).format(first=words[0], last=words[-1], count=len(words))
