"""Frames: a frame's data becomes a FrameSpec with its box in EMU and its levels with types."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from slidegen.composed import Anchor, Frame, Paragraph, Placeholder, Run, Text
from slidegen.diagnostics import known_are
from slidegen.drawing import RECT, Box, Preset
from slidegen.language import say
from slidegen.layout.decor import Canvas
from slidegen.layout.family import Slot
from slidegen.layout.fault import LayoutFault, check_keys, numbers, within
from slidegen.layout.listing import listing
from slidegen.layout.styles import STYLE_KEYS, TextStyle, Typesetter
from slidegen.layout.variant import FrameSpec, Level
from slidegen.units import inches
from slidegen.words import pick

Tree = dict[str, Any]

FRAME_KEYS = (
    *STYLE_KEYS,
    "box",
    "placeholder",
    "idx",
    "fill",
    "line",
    "insets",
    "anchor",
    "levels",
    "dark",
    "group",
    "order",
    "listing",
    "shape",
)
ITEM = "item"
"""The name of the one frame of an item."""
TEXT_KEYS = (*STYLE_KEYS, "text", "box", "anchor", "insets", "part", "when", "unless", "behind")
_LEVEL_KEYS = (*STYLE_KEYS, "level")
_ANCHORS: dict[str, Anchor] = {"t": "t", "top": "t", "ctr": "ctr", "center": "ctr", "b": "b", "bottom": "b"}
SLIDE = Canvas(0.0, 0.0, 13.333, 7.5)
_EDGE = 0.01
"""How far beyond the slide's edge a box may end by rounding, inches."""


def place(box: object, canvas: Canvas, path: str) -> Box:
    """Return a box of numbers and expressions in w and h as EMU on the slide."""
    if not isinstance(box, list) or len(box) != 4:
        raise LayoutFault(path, say("needs a box [x, y, width, height], not {value!r}", value=box))
    try:
        x, y, w, h = (canvas.length(v) for v in box)
    except ValueError as fault:
        raise LayoutFault(path, str(fault)) from None
    left, top = canvas.x + x, canvas.y + y
    right, bottom = left + w, top + h
    check_on_slide(Canvas(left, top, w, h), path)
    return Box(inches(left), inches(top), inches(right) - inches(left), inches(bottom) - inches(top))


def check_on_slide(area: Canvas, path: str) -> None:
    """Raise LayoutFault where an area has no size or leaves the slide."""
    if area.w <= 0 or area.h <= 0:
        raise LayoutFault(path, say("its width or height is nothing: {w:.2f} × {h:.2f} in", w=area.w, h=area.h))
    right, bottom = area.x + area.w, area.y + area.h
    if min(area.x, area.y) < -_EDGE or right > SLIDE.w + _EDGE or bottom > SLIDE.h + _EDGE:
        said = say(
            "it leaves the slide: from {left:.2f}, {top:.2f} to {right:.2f}, {bottom:.2f} in",
            left=area.x,
            top=area.y,
            right=right,
            bottom=bottom,
        )
        raise LayoutFault(path, said, say("the slide is 13.333 × 7.5 in"))


class FrameMaker(Struct, frozen=True):
    """Makes frames for one theme, script and language."""

    setter: Typesetter

    @property
    def language(self) -> str:
        """The deck's language."""
        return self.setter.language

    def frame(
        self, spec: Tree, name: str, slots: Mapping[str, Slot], canvas: Canvas, path: str, item: int = 0
    ) -> FrameSpec:
        """Return the frame that `spec` describes; `slots` are those whose text it may take."""
        check_keys(spec, FRAME_KEYS, path)
        levels = self._levels(spec, name, path)
        text_frame = self._text_frame(spec, levels, path)
        box = spec.get("box", [0, 0, "w", "h"])
        if isinstance(box, Mapping):
            box = pick(box, self.language)
        theme, spec_of_fill = self.setter.theme, spec.get("fill")
        with within(f"{path}.fill"):
            fill = theme.paints.paint(spec_of_fill)
        with within(f"{path}.line"):
            line = theme.paints.stroke(spec.get("line"))
        idx = int(spec.get("idx", 0)) + item
        group = spec.get("group", name)
        return FrameSpec(
            name=self._name(slots, group, name, item),
            slot=group,
            path=_path(group, name, item),
            group=f"{group}/{name}",
            item=item,
            box=place(box, canvas, f"{path}.box"),
            frame=text_frame,
            levels=levels,
            placeholder=Placeholder(spec.get("placeholder", "body"), idx),
            fill=fill,
            line=line,
            geometry=Preset(str(spec["shape"])) if "shape" in spec else RECT,
            stretches="h" in str(box[-1]),
            order=int(spec.get("order", 0)),
            dark=bool(spec.get("dark", isinstance(spec_of_fill, str) and spec_of_fill.split(":")[0] in theme.dark)),
            prompts=tuple((level.number, self._prompt(level, slots)) for level in levels),
            listing=listing(spec["listing"], theme.paints, f"{path}.listing") if spec.get("listing") else None,
        )

    def text(self, spec: Tree, canvas: Canvas, path: str, name: str, item: int = 0) -> Text | None:
        """Return drawn text (not a placeholder), or None where it is empty in this language."""
        check_keys(spec, TEXT_KEYS, path)
        words = str(pick(spec["text"], self.language) if isinstance(spec["text"], Mapping) else spec["text"])
        words = counted(words, item)
        if not words:
            return None
        style = self.setter.style({k: v for k, v in spec.items() if k in STYLE_KEYS}, path).suiting(words)
        frame = Frame(_insets(spec, path), _anchor(spec, path), (style,))
        paragraph = Paragraph((Run(words),), 1, style.size, style.pitch)
        return Text(name, place(spec.get("box"), canvas, f"{path}.box"), frame, (paragraph,), decorative=True)

    def _levels(self, spec: Tree, name: str, path: str) -> tuple[Level, ...]:
        own = {k: v for k, v in spec.items() if k in STYLE_KEYS}
        trees: Mapping[Any, Tree] = spec.get("levels") or {name: {}}
        made = []
        for position, (source, tree) in enumerate(trees.items(), 1):
            where = f"{path}.levels.{source}"
            check_keys(tree, _LEVEL_KEYS, where)
            key = f"{name}.{source}" if isinstance(source, (int, float)) else str(source)
            depth = int(source) if isinstance(source, (int, float)) else int(str(source).partition(".")[2] or 1)
            merged = {"depth": depth, **own, **{k: v for k, v in tree.items() if k != "level"}}
            made.append(self._level(key, int(tree.get("level", position)), self.setter.style(merged, where)))
        return tuple(sorted(made, key=lambda level: level.number))

    @staticmethod
    def _level(source: str, number: int, style: TextStyle) -> Level:
        return Level(
            source,
            number,
            style.paragraph,
            style.sizes,
            style.max_lines,
            style.balanced,
            style.spread,
            style.split_from,
            style.spacing,
            style.tracking,
        )

    @staticmethod
    def _text_frame(spec: Tree, levels: tuple[Level, ...], path: str) -> Frame:
        styles = {level.number: level.style for level in reversed(levels)}
        last = max(styles)
        filled = tuple(
            styles.get(n) or styles[max(k for k in styles if k <= n) if n > min(styles) else last]
            for n in range(1, last + 1)
        )
        return Frame(_insets(spec, path), _anchor(spec, path), filled)

    def _name(self, slots: Mapping[str, Slot], group: str, name: str, item: int) -> str:
        slot = slots.get(name) or slots.get(group)
        path = _path(group, name, item)
        return f"{pick(slot.label, self.language)} {path}" if slot and slot.label else path

    def _prompt(self, level: Level, slots: Mapping[str, Slot]) -> str:
        slot = slots.get(level.source.partition(".")[0])
        return pick(slot.label, self.language) if slot and slot.label else level.source


def _path(slot: str, name: str, item: int) -> str:
    """Return the slot path: `title`, `cards[2]`, and `steps[2].label` where an item has several frames."""
    whole = f"{slot}[{item}]" if item else slot
    return whole if name in (ITEM, slot) else f"{whole}.{name}"


def counted(words: str, item: int) -> str:
    """Return a text with the number of its item in it: `{i}` plain, `{i:02}` with two digits, `{i:A}` as a letter."""
    return (
        words.replace("{i:02}", f"{item:02}")
        .replace("{i:A}", chr(ord("A") + (item - 1) % 26))
        .replace("{i}", str(item))
    )


def _insets(spec: Tree, path: str) -> tuple[int, int, int, int]:
    left, top, right, bottom = numbers(spec.get("insets", [0, 0, 0, 0]), 4, f"{path}.insets")
    return inches(left), inches(top), inches(right), inches(bottom)


def _anchor(spec: Tree, path: str) -> Anchor:
    wanted = spec.get("anchor", "t")
    if wanted not in _ANCHORS:
        raise LayoutFault(f"{path}.anchor", say("unknown anchor {name!r}", name=wanted), known_are(_ANCHORS))
    return _ANCHORS[wanted]
