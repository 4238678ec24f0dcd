"""Decoration: what themes and layouts draw behind and beside the text, as native shapes.

An element is a map with one key that says its kind, or a string, the name of a group:

    shape: NAME, adjust: […]    a preset geometry; needs a box
    wave: [y0, …]               a hill line, heights in fractions of the box; needs a box
    poly: [[x, y], …]           straight lines; inches from the box's corner, or from the canvas'
    path: DATA                  SVG path data in fractions of the box, or without one in inches
    rays: {center, from, to, count}
    use: GROUP, at: [dx, dy]    a named group, moved

and may have `box`, `fill`, `line`, `flip_h`, `flip_v` and `rotate` (degrees). `part`, `when` and
`unless` are the composer's, which leaves out what does not apply before it draws. Every length may be
a sum in `w` and `h` of the canvas, in cells also in `i` and `n`. What leaves the slide is cut off,
but for turned shapes and presets other than `rect` and `ellipse`.

Other kinds (text, icons) are added through `draw`'s `more`: a `Kind` names the keys it reads and gets
an `Element`.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, overload

from msgspec import Struct
from msgspec.structs import replace

from slidegen.composed import Item, Shape
from slidegen.diagnostics import did_you_mean
from slidegen.drawing import Box, Geometry, Paint, Preset, Stroke
from slidegen.language import listed, mark, say
from slidegen.layout import freeform, svgpath
from slidegen.layout.freeform import Point, Track
from slidegen.layout.lengths import evaluate
from slidegen.layout.paint import Palette
from slidegen.units import SLIDE_HEIGHT, SLIDE_WIDTH

Specs = Sequence[object] | Mapping[str, object] | None
Spec = Mapping[str, Any]

# The preset geometries that may be drawn and the names of their adjust values, in the order of
# presetShapeDefinitions.xml (ECMA-376-1, 20.1.10.56).
PRESETS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys("rect ellipse diamond rtTriangle line flowChartTerminator cloud heart".split(), ()),
    **dict.fromkeys("roundRect triangle parallelogram trapezoid octagon homePlate chevron plus".split(), ("adj",)),
    **dict.fromkeys("donut star4 star8 round1Rect snip1Rect teardrop plaque diagStripe moon sun".split(), ("adj",)),
    **dict.fromkeys("foldedCorner bracketPair leftBracket rightBracket".split(), ("adj",)),
    **dict.fromkeys(
        "rightArrow leftArrow upArrow downArrow leftRightArrow notchedRightArrow".split(), ("adj1", "adj2")
    ),
    **dict.fromkeys("round2SameRect round2DiagRect snip2SameRect snip2DiagRect".split(), ("adj1", "adj2")),
    **dict.fromkeys("pie arc chord leftBrace rightBrace corner halfFrame".split(), ("adj1", "adj2")),
    "frame": ("adj1",),
    "blockArc": ("adj1", "adj2", "adj3"),
    "pentagon": ("hf", "vf"),
    "hexagon": ("adj", "vf"),
    "star5": ("adj", "hf", "vf"),
    "star6": ("adj", "hf"),
}
_LOOK = frozenset({"box", "fill", "line", "flip_h", "flip_v", "rotate"})
_COMPOSERS = frozenset({"part", "when", "unless"})


class DecorError(ValueError):
    """A decoration that cannot be drawn; the message names the element."""


class Canvas(Struct, frozen=True):
    """Where an element's (0, 0) lies on the slide, and the `w` and `h` of its lengths, in inches.

    In an item's cell, `i` is the item's number and `n` how many there are.
    """

    x: float
    y: float
    w: float
    h: float
    i: int = 0
    n: int = 0

    def length(self, value: object) -> float:
        """Return a length in inches; raises ValueError where it is none."""
        return evaluate(value, self.w, self.h, self.i, self.n)  # type: ignore[arg-type]  # evaluate checks it


SLIDE = Canvas(0, 0, freeform.WIDTH, freeform.HEIGHT)


class Scene(Struct, frozen=True):
    """What all elements of one drawing share; `trail` holds the groups being drawn."""

    palette: Palette
    groups: Mapping[str, Specs]
    kinds: "Mapping[str, Kind]"
    trail: tuple[str, ...] = ()


class Element(Struct, frozen=True):
    """One element: its map, its name and its surroundings."""

    spec: Spec
    name: str
    canvas: Canvas
    scene: Scene

    def length(self, value: object) -> float:
        """Return a length of the spec in inches."""
        return self.canvas.length(value)

    def point(self, value: object, x: float, y: float) -> Point:
        """Return [x, y] of the spec in slide inches, measured from a corner."""
        if not isinstance(value, list | tuple) or len(value) != 2:
            raise DecorError(say("a point is [x, y], not {value!r}", value=value))
        return x + self.length(value[0]), y + self.length(value[1])

    def box(self) -> tuple[float, float, float, float]:
        """Return the element's box [x, y, w, h] in slide inches."""
        value = self.spec.get("box")
        if not isinstance(value, list | tuple) or len(value) != 4:
            raise DecorError(say("`box` is [x, y, w, h] in inches, not {value!r}", value=value))
        x, y, w, h = (self.length(v) for v in value)
        if w < 0 or h < 0:
            raise DecorError(say("the box {box} has no size: its width or height is negative", box=list(value)))
        return self.canvas.x + x, self.canvas.y + y, w, h

    def corner(self) -> Point:
        """Return the corner that points are measured from: the box's, or the canvas'."""
        return self.box()[:2] if "box" in self.spec else (self.canvas.x, self.canvas.y)

    def fill(self) -> Paint:
        """Return the element's fill."""
        return self.scene.palette.paint(self.spec.get("fill"))

    def line(self) -> Stroke | None:
        """Return the element's line."""
        return self.scene.palette.stroke(self.spec.get("line"))

    @property
    def turned(self) -> bool:
        """Whether the shape is turned or flipped."""
        return any(self.spec.get(key) for key in ("rotate", "flip_h", "flip_v"))

    def shape(self, box: Box, geometry: Geometry) -> list[Item]:
        """Return the shape with the element's look."""
        rotation = round(self.length(self.spec.get("rotate", 0)) * 60_000) % 21_600_000
        flip_h, flip_v = (self.spec.get(key) is True for key in ("flip_h", "flip_v"))
        return [Shape(self.name, box, geometry, self.fill(), self.line(), "", flip_h, flip_v, rotation)]

    def freeform(self, tracks: list[Track]) -> list[Item]:
        """Return the tracks as a shape, cut at the slide's edges; nothing where nothing is left."""
        if self.fill() is not None:
            tracks = [t if t.closed else _closed(t) for t in tracks]
        kept = tracks if self.turned else freeform.clip(tracks)
        return self.shape(*freeform.to_path(kept, self.fill() is not None)) if kept else []


class Kind(Struct, frozen=True):
    """A kind of element: what draws it, and the keys it reads besides its own."""

    draw: Callable[[Element], list[Item]]
    keys: frozenset[str] = _LOOK


@overload
def draw(
    specs: Specs, palette: Palette, groups: Mapping[str, Specs], canvas: Canvas, name: str = ...
) -> list[Shape]: ...
@overload
def draw(
    specs: Specs, palette: Palette, groups: Mapping[str, Specs], canvas: Canvas, name: str, more: Mapping[str, Kind]
) -> list[Item]: ...
def draw(
    specs: Specs,
    palette: Palette,
    groups: Mapping[str, Specs],
    canvas: Canvas,
    name: str = "decor",
    more: Mapping[str, Kind] | None = None,
) -> Sequence[Item]:
    """Return a decoration's shapes, back to front.

    Args:
        specs: A list of elements, or a map from names to elements, where null leaves one out.
        palette: What the names of colours mean.
        groups: The theme's named groups.
        canvas: Where the specs' lengths are measured.
        name: What the shapes of a list are called, with a number behind.
        more: Further kinds of elements by their key.

    Raises:
        DecorError: An element is misspelt, or it names an unknown colour, group or preset.
    """
    return _all(specs, Scene(palette, groups, {**KINDS, **(more or {})}), canvas, name)


def _all(specs: Specs, scene: Scene, canvas: Canvas, name: str) -> list[Item]:
    if specs is None:
        return []
    if isinstance(specs, Mapping):
        named = [(str(key), spec) for key, spec in specs.items() if spec is not None]
    elif isinstance(specs, list | tuple):
        named = [(name if len(specs) == 1 else f"{name} {i}", spec) for i, spec in enumerate(specs, 1)]
    else:
        raise DecorError(f"{name}: {say('a decoration is a list or a map of elements, not {value!r}', value=specs)}")
    return [item for called, spec in named for item in _one(spec, called, canvas, scene)]


def _one(spec: object, name: str, canvas: Canvas, scene: Scene) -> list[Item]:
    if isinstance(spec, str):
        spec = {"use": spec}
    try:
        if not isinstance(spec, Mapping):
            raise DecorError(say("an element is a map or the name of a group, not {value!r}", value=spec))
        kind = scene.kinds[_kind(spec, scene.kinds)]
        return kind.draw(Element(spec, name, canvas, scene))
    except ValueError as error:
        raise DecorError(f"{name}: {error}") from None


def _kind(spec: Spec, kinds: Mapping[str, Kind]) -> str:
    """Return the key that says the element's kind, and check that all others belong to it."""
    found = [str(key) for key in spec if key in kinds]
    if len(found) > 1 and set(found[1:]) - kinds[found[0]].keys:
        raise DecorError(
            say("`{first}` and `{second}` are two elements: write them apart", first=found[0], second=found[1])
        )
    if not found:
        near = [hint for key in spec if (hint := did_you_mean(str(key), kinds))]
        raise DecorError(_hinted(say("nothing says what to draw (one of {kinds})", kinds=listed(kinds)), *near[:1]))
    keys = kinds[found[0]].keys | _COMPOSERS | {found[0]}
    for key in spec:
        if key not in keys:
            said = say("`{kind}` has no `{key}`", kind=found[0], key=key)
            raise DecorError(_hinted(said, did_you_mean(str(key), sorted(keys))))
    return found[0]


def _hinted(message: str, hint: str = "") -> str:
    return say("{message}; {hint}", message=message, hint=hint) if hint else message


def _closed(track: Track) -> Track:
    first, last = track.curves[0][0], track.curves[-1][-1]
    return replace(track, curves=track.curves if first == last else (*track.curves, (last, first)), closed=True)


def _shape(element: Element) -> list[Item]:
    preset, values = str(element.spec["shape"]), element.spec.get("adjust", [])
    if preset not in PRESETS:
        raise DecorError(_hinted(say("there is no shape `{name}`", name=preset), did_you_mean(preset, PRESETS)))
    names = PRESETS[preset]
    if not isinstance(values, list | tuple) or len(values) > len(names) or not all(type(v) is int for v in values):
        template = mark("`adjust` of {shape} takes at most {count} whole numbers, not {values!r}")
        raise DecorError(say(template, shape=preset, count=len(names), values=values))
    x, y, w, h = element.box()
    geometry = Preset(preset, tuple(zip(names, values, strict=False)))
    box = freeform.span_box(x, y, x + w, y + h)
    on_slide = _cut(box)
    if element.turned or box == on_slide:
        return element.shape(box, geometry)
    if preset == "ellipse":
        open_line = element.fill() is None
        return element.freeform([replace(freeform.ellipse(x, y, w, h), closed=not open_line)])
    if on_slide.w <= 0 or on_slide.h <= 0:
        return []
    return element.shape(on_slide if preset == "rect" else box, geometry)


def _cut(box: Box) -> Box:
    x, y = max(0, box.x), max(0, box.y)
    return Box(x, y, min(box.right, SLIDE_WIDTH) - x, min(box.bottom, SLIDE_HEIGHT) - y)


def _wave(element: Element) -> list[Item]:
    heights = element.spec["wave"]
    if not isinstance(heights, list | tuple) or len(heights) < 2:
        raise DecorError(say("`wave` takes two heights or more, in fractions of the box"))
    return element.freeform([freeform.wave([element.length(v) for v in heights], *element.box())])


def _poly(element: Element) -> list[Item]:
    points = element.spec["poly"]
    if not isinstance(points, list | tuple) or len(points) < 2:
        raise DecorError(say("`poly` takes two points or more: [[x, y], …]"))
    corners = [element.point(p, *element.corner()) for p in points]
    return element.freeform([freeform.polygon(corners, closed=element.fill() is not None)])


def _path(element: Element) -> list[Item]:
    tracks = svgpath.parse(str(element.spec["path"]))
    x, y, w, h = element.box() if "box" in element.spec else (element.canvas.x, element.canvas.y, 1, 1)
    return element.freeform(
        [replace(t, curves=tuple(tuple((x + u * w, y + v * h) for u, v in c) for c in t.curves)) for t in tracks]
    )


def _rays(element: Element) -> list[Item]:
    spec = element.spec["rays"]
    if not isinstance(spec, Mapping) or set(spec) != {"center", "from", "to", "count"}:
        raise DecorError(say("`rays` takes center, from, to and count"))
    center = element.point(spec["center"], element.canvas.x, element.canvas.y)
    start, end, count = element.length(spec["from"]), element.length(spec["to"]), spec["count"]
    if type(count) is not int or not 1 <= count <= 360 or not 0 < end - start <= min(360, 120 * count):
        template = mark("`rays` goes from a smaller to a greater angle, in 1 to 360 sectors of at most 120 degrees")
        raise DecorError(say(template))
    return element.freeform(freeform.rays(center, start, end, count))


def _use(element: Element) -> list[Item]:
    group, scene = str(element.spec["use"]), element.scene
    if group not in scene.groups:
        raise DecorError(_hinted(say("there is no group `{name}`", name=group), did_you_mean(group, scene.groups)))
    if group in scene.trail:
        raise DecorError(say("the group `{name}` uses itself", name=group))
    x, y = element.point(element.spec.get("at", (0, 0)), element.canvas.x, element.canvas.y)
    inner = replace(scene, trail=(*scene.trail, group))
    return _all(scene.groups[group], inner, replace(element.canvas, x=x, y=y), group)


KINDS: dict[str, Kind] = {
    "shape": Kind(_shape, _LOOK | {"adjust"}),
    "wave": Kind(_wave),
    "poly": Kind(_poly),
    "path": Kind(_path),
    "rays": Kind(_rays, _LOOK - {"box"}),
    "use": Kind(_use, frozenset({"at"})),
}
