"""The paint grammar of themes and layouts: what a colour's, a fill's and a line's text means.

    paint := color | color -> color @DEGREES | none | {radial: [color, color], to: [l, t, r, b]}
    color := (slot | role | palette)[:mNN][:oNN][:aNN]

`m`, `o` and `a` are lumMod, lumOff and alpha in percent (ECMA-376-1, 20.1.2.3). A role is a paint's
text; modifiers behind a role's name go behind the role's own, on both stops where it is a gradient.
"""

import re
from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from slidegen.diagnostics import did_you_mean
from slidegen.drawing import Color, Gradient, Paint, Solid, Stroke
from slidegen.language import mark, say
from slidegen.units import points

PaintSpec = str | Mapping[str, object] | None
StrokeSpec = str | Mapping[str, object] | None

DASHES = frozenset(
    "solid dot dash lgDash dashDot lgDashDot lgDashDotDot sysDash sysDot sysDashDot sysDashDotDot".split()
)
_MODIFIERS = {"m": "lumMod", "o": "lumOff", "a": "alpha"}
_MODIFIER = re.compile(r"([moa])([0-9]{1,3}(?:\.[0-9]{1,3})?)")
_DEGREES = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]{1,4})?")
_PAINT_KEYS = ("radial", "to")
_STROKE_KEYS = ("color", "width", "dash", "arrow", "round")
_ENDS = (0, 100_000)


class PaintError(ValueError):
    """A paint that the grammar or the theme does not know."""


class Palette(Struct, frozen=True, dict=True):
    """What the names of colours mean in one theme."""

    slots: frozenset[str]
    """The theme colours: dk1 lt1 dk2 lt2 accent1 … accent6 hlink folHlink and bg1 tx1 bg2 tx2."""
    roles: Mapping[str, str]
    """A role's name and the text of its paint."""
    literals: Mapping[str, str]
    """The theme's `palette`: a name and six hex digits."""

    @cached_property
    def _known(self) -> dict[str, Paint]:
        return {}

    def color(self, text: str) -> Color:
        """Return the one colour that `text` names.

        Raises:
            PaintError: A name is unknown, or it stands for a gradient or for no paint.
        """
        paint = self.paint(text)
        if not isinstance(paint, Solid):
            if paint:
                raise PaintError(say("`{text}` is a gradient, and one colour is needed here", text=text))
            raise PaintError(say("`{text}` is no paint, and one colour is needed here", text=text))
        return paint.color

    def paint(self, spec: PaintSpec) -> Paint:
        """Return the fill that `spec` describes; None and `none` paint nothing.

        Raises:
            PaintError: The spelling is wrong or a name is unknown.
        """
        if spec is None:
            return None
        if isinstance(spec, str):
            return self._text(spec, ())
        if not isinstance(spec, Mapping):
            raise PaintError(say("a paint is a colour's name, not {value!r}", value=spec))
        return self._radial(spec)

    def stroke(self, spec: StrokeSpec) -> Stroke | None:
        """Return the line that `spec` describes; a bare text is a paint, 1 pt wide.

        Keys of a map: color, width (points), dash (a preset of ECMA-376-1, 20.1.10.48), arrow and round.

        Raises:
            PaintError: A key, a name or a value is unknown.
        """
        if spec is None or isinstance(spec, str):
            paint = self.paint(spec)
            return Stroke(paint, points(1)) if paint else None
        if not isinstance(spec, Mapping):
            raise PaintError(say("a line is a colour's name or a map, not {value!r}", value=spec))
        _only(spec, _STROKE_KEYS, mark("a line has no `{key}`"))
        color, width, dash = spec.get("color"), spec.get("width", 1), str(spec.get("dash", "solid"))
        paint = self.paint(color if isinstance(color, Mapping) else None if color is None else str(color))
        if isinstance(width, bool) or not isinstance(width, int | float) or not 0 < width <= 100:
            raise PaintError(say("a line's `width` is a number of points, not {value!r}", value=width))
        if dash not in DASHES:
            raise PaintError(_unknown(say("`{name}` is no dash", name=dash), dash, DASHES))
        if paint is None:
            return None
        return Stroke(paint, points(width), dash, spec.get("arrow") is True, spec.get("round") is True)

    def _text(self, text: str, trail: tuple[str, ...]) -> Paint:
        """Read a paint's text; `trail` names the roles being looked up, to find a role that names itself."""
        if text not in self._known:
            self._known[text] = self._gradient(text, trail) if "->" in text else self._named(text, trail)
        return self._known[text]

    def _gradient(self, text: str, trail: tuple[str, ...]) -> Gradient:
        ends, at, degrees = text.rpartition("@")
        if not at or "->" not in ends or not _DEGREES.fullmatch(degrees.strip()):
            template = mark("`{text}` does not say its direction: end it with @0 (to the right) or @90 (downwards)")
            raise PaintError(say(template, text=text))
        names = [name.strip() for name in ends.split("->")]
        if len(names) != 2:
            raise PaintError(say("`{text}` has {count} colours, and a gradient has two", text=text, count=len(names)))
        stops = [self._text(name, trail) for name in names]
        colors = []
        for name, stop in zip(names, stops, strict=True):
            if not isinstance(stop, Solid):
                raise PaintError(say("`{name}` is no single colour, and a gradient's ends must be", name=name))
            colors.append(stop.color)
        return Gradient(tuple(zip(_ENDS, colors, strict=True)), round(float(degrees) * 60_000) % 21_600_000)

    def _named(self, text: str, trail: tuple[str, ...]) -> Paint:
        name, *modifiers = (part.strip() for part in text.split(":"))
        mods = tuple(_modifier(m, text) for m in modifiers)
        if name == "none" and not mods:
            return None
        if name in self.slots:
            return Solid(Color(name, mods))
        if name in self.roles:
            if name in trail:
                raise PaintError(
                    say("the role `{name}` names itself: {trail}", name=name, trail=" -> ".join((*trail, name)))
                )
            return _modified(self._text(str(self.roles[name]), (*trail, name)), mods)
        if name in self.literals:
            return Solid(Color(_digits(name, self.literals[name]), mods))
        known = (*self.roles, *self.literals, *sorted(self.slots), "none")
        raise PaintError(_unknown(say("there is no colour `{name}` in this theme", name=name), name, known))

    def _radial(self, spec: Mapping[str, object]) -> Gradient:
        _only(spec, _PAINT_KEYS, mark("a paint has no `{key}`"))
        names, focus = spec.get("radial"), spec.get("to")
        if not isinstance(names, list | tuple) or len(names) != 2:
            raise PaintError(say("`radial` takes two colours: [inner, outer]"))
        if not isinstance(focus, list | tuple) or len(focus) != 4 or not all(_is_percent(f) for f in focus):
            raise PaintError(say("`to` takes four percents, [left, top, right, bottom], such as [50, 30, 50, 70]"))
        left, top, right, bottom = (round(float(f) * 1000) for f in focus)
        stops = tuple(zip(_ENDS, (self.color(str(name)) for name in names), strict=True))
        return Gradient(stops, focus=(left, top, right, bottom))


def _modifier(text: str, whole: str) -> tuple[str, int]:
    found = _MODIFIER.fullmatch(text)
    if not found:
        template = mark("`:{text}` in `{whole}` is no modifier: write :m60 (lumMod), :o40 (lumOff) or :a20 (alpha)")
        raise PaintError(say(template, text=text, whole=whole))
    percent = float(found[2])
    if found[1] == "a" and percent > 100:
        raise PaintError(say("`:{text}` in `{whole}` is more opaque than 100 percent", text=text, whole=whole))
    return _MODIFIERS[found[1]], round(percent * 1000)


def _modified(paint: Paint, mods: tuple[tuple[str, int], ...]) -> Paint:
    if paint is None or not mods:
        return paint
    if isinstance(paint, Solid):
        return Solid(Color(paint.color.base, paint.color.mods + mods))
    return replace(paint, stops=tuple((at, Color(c.base, c.mods + mods)) for at, c in paint.stops))


def _digits(name: str, value: str) -> str:
    digits = str(value).upper()
    if not re.fullmatch("[0-9A-F]{6}", digits):
        template = mark("`{name}` in the palette is `{value}`, and six hex digits are needed, such as FFF3D2")
        raise PaintError(say(template, name=name, value=value))
    return digits


def _is_percent(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 100


def _only(spec: Mapping[str, object], known: tuple[str, ...], message: str) -> None:
    for key in spec:
        if key not in known:
            raise PaintError(_unknown(say(message, key=key), str(key), known))


def _unknown(message: str, word: str, known: tuple[str, ...] | frozenset[str]) -> str:
    hint = did_you_mean(word, sorted(known))
    return say("{message}; {hint}", message=message, hint=hint) if hint else message
