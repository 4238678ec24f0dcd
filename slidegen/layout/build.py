"""Building a variant: a family's merged tree becomes frames, decoration and ornaments with types."""

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from slidegen.composed import Frame, Shape, Text
from slidegen.drawing import Box, Paint, Stroke
from slidegen.icons.find import icon_path, suggest
from slidegen.language import listed, say
from slidegen.layout.arrange import cells, room
from slidegen.layout.complete import check_numbers, check_objects, check_shown
from slidegen.layout.decor import Canvas, draw
from slidegen.layout.family import Family, Slot
from slidegen.layout.fault import LayoutFault, check_keys, numbers, within
from slidegen.layout.frames import ITEM, SLIDE, FrameMaker, check_on_slide, place
from slidegen.layout.merge import merge
from slidegen.layout.styles import STYLE_KEYS, Typesetter
from slidegen.layout.theme import Theme
from slidegen.layout.variant import CellStyle, FrameSpec, Ornament, Snug, TableSpec, Variant
from slidegen.units import inches, to_inches
from slidegen.words import pick, word

Tree = dict[str, Any]

_ITEM_KEYS = ("arrange", "group", "height", "frame", "frames", "decor", "by_item", "idx")
_CELL_KEYS = (*STYLE_KEYS, "fill", "insets", "anchor", "height", "heights", "most", "dark")
_TABLE_KEYS = ("box", "header", "rows", "first", "total", "highlight", "bands", "rule", "total_rule")
_CLEAR = 0.25
"""What is kept clear beside a logo, inches."""
_CONDITIONS = ("part", "when", "unless", "behind")


class _Parts(Struct):
    frames: list[FrameSpec] = []
    decor: list[Shape | Text] = []
    ornaments: list[Ornament] = []
    table: TableSpec | None = None


class Builder(Struct, frozen=True):
    """Builds variants for one theme and one language."""

    theme: Theme
    script: str
    language: str
    logo: Box | None = None
    """Where the deck's logo stands; texts on the slides that show it end before it."""

    @property
    def maker(self) -> FrameMaker:
        """The maker of this theme's frames."""
        return FrameMaker(Typesetter(self.theme, self.script, self.language))

    def build(self, family: Family, count: int | None, used: frozenset[str], height: float | None = None) -> Variant:
        """Return a family's variant; `height` (inches) is that of the cells that fit their text.

        Raises LayoutFault where the data of the layout or the theme is wrong.
        """
        tree = family.resolve(count, used)
        slots = {name: slot for name, slot in family.slots.items() if name in tree.get("slots", {})}
        parts = _Parts()
        parts.decor.extend(self._decor(tree.get("decor") or [], SLIDE, "decor"))
        for name, spec in (tree.get("geometry") or {}).items():
            if name in family.structural and name not in used:
                continue
            self._geometry(parts, name, spec, slots, count, height)
        with within("background"):
            background = self.theme.paints.paint(tree.get("background"))
        shows_master = bool(tree.get("master_decor", True))
        if self.logo is not None and shows_master:
            parts.frames[:] = [_before(self.logo, frame) for frame in parts.frames]
        check_numbers(parts.frames)
        check_objects(slots, parts.frames)
        idle = {name for name in family.structural if name not in used}
        check_shown(slots, parts.frames, parts.ornaments, parts.table, count or 0, idle)
        return Variant(
            key=_key(family, count, used, height),
            family=family.name,
            name=self._name(family, count, used, height),
            ooxml=family.ooxml,
            background=background,
            master_shapes=shows_master,
            decor=tuple(parts.decor),
            frames=tuple(sorted(parts.frames, key=lambda frame: frame.order)),
            slots=frozenset(slots),
            ornaments=tuple(parts.ornaments),
            table=parts.table,
            snug=_snug(family, tree, count),
        )

    def _geometry(
        self, parts: _Parts, name: str, spec: Tree, slots: Mapping[str, Slot], count: int | None, height: float | None
    ) -> None:
        path = f"geometry.{name}"
        if "arrange" in spec:
            self._items(parts, name, spec, slots, count or 1, height)
        elif "rows" in spec:
            parts.table = self._table(name, spec, path)
        else:
            own = {k: v for k, v in spec.items() if k not in ("decor", "height")}
            canvas = SLIDE
            if spec.get("height"):
                canvas, own["box"] = _cell_of(spec, height, f"{path}.box"), [0, 0, "w", "h"]
            frame = self.maker.frame(own, name, slots, canvas, path)
            box = frame.box
            canvas = Canvas(to_inches(box.x), to_inches(box.y), to_inches(box.w), to_inches(box.h))
            self._adorn(parts, spec.get("decor") or {}, canvas, f"{path}.decor", frame.slot, 0, slots)
            parts.frames.append(frame)

    def _items(
        self, parts: _Parts, name: str, spec: Tree, slots: Mapping[str, Slot], count: int, height: float | None
    ) -> None:
        path = f"geometry.{name}"
        check_keys(spec, _ITEM_KEYS, path)
        slot = str(spec.get("group", name))
        fields = slots[slot].fields if slot in slots else {}
        fitted = height if spec.get("height") else None
        canvases = cells(spec["arrange"], count, f"{path}.arrange", fitted)
        for canvas in canvases:
            check_on_slide(canvas, f"{path}.arrange")
        for item, canvas in enumerate(canvases, 1):
            own = _item_tree(spec, item, count)
            frames = {**({ITEM: own["frame"]} if own.get("frame") else {}), **(own.get("frames") or {})}
            known = {**fields, slot: slots[slot]} if slot in slots else fields
            for frame_name, frame in frames.items():
                full = {"group": slot, **frame}
                where = f"{path}.frame" if frame_name == ITEM else f"{path}.frames.{frame_name}"
                parts.frames.append(self.maker.frame(full, frame_name, known, canvas, where, item))
            self._adorn(parts, own.get("decor") or {}, canvas, f"{path}.decor", slot, item, fields)

    def _adorn(
        self,
        parts: _Parts,
        decor: Tree,
        canvas: Canvas,
        path: str,
        slot: str,
        item: int,
        fields: Mapping[str, Slot],
    ) -> None:
        """Add a frame's or an item's decoration: behind it on the layout, or upon it on the slide."""
        for name, element in decor.items():
            where = f"{path}.{name}"
            when, unless = str(element.get("when", "")), _listed(element.get("unless"))
            field_icon = "icon" in element and fields.get(element["icon"])
            if field_icon and field_icon.kind == "icon":
                box = place(element.get("box"), canvas, f"{where}.box")
                stroke = self._stroke(element.get("line"), f"{where}.line")
                parts.ornaments.append(Ornament(slot, item, None, field_icon.name, box, stroke, when, unless))
                continue
            drawn = list(self._drawn(name, element, canvas, where, item))
            if element.get("part", "layout") == "layout":
                parts.decor.extend(drawn)
            else:
                behind, words = bool(element.get("behind")), element.get("text")
                counting = words if isinstance(words, str) and "{i" in words else ""
                parts.ornaments.extend(
                    Ornament(slot, item, content, when=when, unless=unless, behind=behind, counting=counting)
                    for content in drawn
                )

    def decoration(self, decor: Tree, path: str) -> tuple[Shape | Text, ...]:
        """Return decoration in slide coordinates; `path` is where it stands in its file. Raises LayoutFault."""
        return tuple(self._decor(decor, SLIDE, path))

    def _decor(self, decor: list[Any] | Tree, canvas: Canvas, path: str) -> Iterator[Shape | Text]:
        named = decor.items() if isinstance(decor, Mapping) else ((f"decor {n}", e) for n, e in enumerate(decor, 1))
        for name, element in named:
            if element is not None:
                yield from self._drawn(name, element, canvas, f"{path}.{name}", 0)

    def _drawn(self, name: str, element: Any, canvas: Canvas, path: str, item: int) -> Iterator[Shape | Text]:
        if isinstance(element, Mapping) and "text" in element:
            text = self.maker.text(dict(element), canvas, path, name, item)
            if text:
                yield text
            return
        if isinstance(element, Mapping) and "icon" in element:
            yield self._icon(name, element, canvas, path)
            return
        bare = {k: v for k, v in element.items() if k not in _CONDITIONS} if isinstance(element, Mapping) else element
        try:
            yield from draw([bare], self.theme.paints, self.theme.decor, canvas, name)
        except ValueError as fault:
            raise LayoutFault(path, str(fault)) from None

    def _icon(self, name: str, element: Mapping[str, Any], canvas: Canvas, path: str) -> Shape:
        check_keys(element, ("icon", "box", "line", *_CONDITIONS), path)
        drawing = icon_path(str(element["icon"]))
        if drawing is None:
            name = str(element["icon"])
            near = say("near: {near}", near=listed(suggest(name)))
            raise LayoutFault(f"{path}.icon", say("there is no icon `{name}`", name=name), near)
        box = place(element.get("box"), canvas, f"{path}.box")
        return Shape(name, box, drawing, None, self._stroke(element.get("line"), f"{path}.line"))

    def _table(self, name: str, spec: Tree, path: str) -> TableSpec:
        check_keys(spec, _TABLE_KEYS, path)
        rows = spec["rows"]
        heights = rows.get("heights", [0.62])
        return TableSpec(
            slot=name,
            box=place(spec.get("box"), SLIDE, f"{path}.box"),
            header=self._cell(spec.get("header") or {}, f"{path}.header"),
            body=self._cell(rows, f"{path}.rows"),
            first=self._cell({**rows, **(spec.get("first") or {})}, f"{path}.first"),
            total=self._cell({**rows, "bold": True, **(spec.get("total") or {})}, f"{path}.total"),
            highlight=self._cell({**rows, "bold": True, **(spec.get("highlight") or {})}, f"{path}.highlight"),
            bands=tuple(self._paint(band, f"{path}.bands") for band in spec.get("bands") or ()),
            rule=self._stroke(spec.get("rule"), f"{path}.rule"),
            total_rule=self._stroke(spec.get("total_rule"), f"{path}.total_rule"),
            header_height=inches(float((spec.get("header") or {}).get("height", 0.62))),
            row_heights=tuple(inches(h) for h in numbers(heights, len(heights), f"{path}.rows.heights")),
            most=inches(float(rows.get("most", 0))),
        )

    def _cell(self, spec: Tree, path: str) -> CellStyle:
        check_keys(spec, _CELL_KEYS, path)
        style = self.maker.setter.style({k: v for k, v in spec.items() if k in STYLE_KEYS}, path)
        left, top, right, bottom = numbers(spec.get("insets", [0.18, 0.06, 0.18, 0.06]), 4, f"{path}.insets")
        frame = Frame((inches(left), inches(top), inches(right), inches(bottom)), "ctr", (style.paragraph,))
        fill = spec.get("fill")
        dark = bool(spec.get("dark", isinstance(fill, str) and fill.split(":")[0] in self.theme.dark))
        return CellStyle(frame, style.sizes, self._paint(fill, f"{path}.fill"), dark)

    def _paint(self, spec: Any, path: str) -> Paint:
        with within(path):
            return self.theme.paints.paint(spec)

    def _stroke(self, spec: Any, path: str) -> Stroke | None:
        with within(path):
            return self.theme.paints.stroke(spec)

    def _name(self, family: Family, count: int | None, used: frozenset[str], height: float | None) -> str:
        name = pick(family.label, self.language) or family.name
        counted = family.counted
        if counted and counted.count and counted.count[0] != counted.count[1]:
            name = f"{name} {count}"
        for extra in sorted(used):
            if any(other.startswith(f"{extra}.") for other in used):
                continue  # the flag's name says both
            slot, _, part = extra.partition(".")
            label = pick(family.slots[slot].label, self.language) or slot
            if part in family.slots[slot].flags:
                label = word("flagged", self.language).format(name=label)
            elif part:
                field = family.slots[slot].fields.get(part)
                label = (pick(field.label, self.language) if field else "") or part
            name = word("plus", self.language).format(name=name, extra=label)
        if height is not None:
            name = word("height", self.language).format(name=name, cm=f"{height * 2.54:.1f}")
        return name


def _cell_of(spec: Tree, height: float | None, path: str) -> Canvas:
    """Return the place of a frame that is as high as its text: in the middle of its box, or at its top."""
    x, y, w, h = numbers(spec.get("box"), 4, path)
    high = h if height is None else height
    return Canvas(x, y if spec["height"].get("place") == "top" else y + (h - high) / 2, w, high)


def _before(logo: Box, frame: FrameSpec) -> FrameSpec:
    """Return a frame that ends before the logo, where it would run under it."""
    box, right = frame.box, logo.x - inches(_CLEAR)
    apart = box.bottom <= logo.y or box.y >= logo.bottom or box.right <= right or box.x >= logo.right
    return frame if apart or box.x >= right else replace(frame, box=Box(box.x, box.y, right - box.x, box.h))


def _listed(names: Any) -> tuple[str, ...]:
    return tuple(map(str, names)) if isinstance(names, list) else (str(names),) if names else ()


def _snug(family: Family, tree: Tree, count: int | None) -> Snug | None:
    for name, spec in (tree.get("geometry") or {}).items():
        if spec and spec.get("height") and "arrange" not in spec:
            most = numbers(spec.get("box"), 4, f"geometry.{name}.box")[3]
            return Snug(name, float(spec["height"].get("min", 0)), most, float(spec["height"].get("extra", 0)))
    counted = family.counted
    spec = (tree.get("geometry") or {}).get(counted.name) if counted else None
    if counted is None or not spec or not spec.get("height"):
        return None
    most = room(spec["arrange"], count or 1, f"geometry.{counted.name}.arrange")
    return Snug(counted.name, float(spec["height"].get("min", 0)), most, float(spec["height"].get("extra", 0)))


def _item_tree(spec: Tree, item: int, count: int) -> Tree:
    own = {k: v for k, v in spec.items() if k not in ("by_item", "arrange")}
    patches = spec.get("by_item") or {}
    for key in ("odd" if item % 2 else "even", item, "last" if item == count else None):
        if key is not None and key in patches:
            own = merge(own, patches[key])
    return own


def _key(family: Family, count: int | None, used: frozenset[str], height: float | None) -> str:
    parts = [family.name]
    if family.counted:
        parts.append(f"-{count}")
    parts.extend(f"+{name}" for name in sorted(used))
    if height is not None:
        parts.append(f"@{height:g}")
    return "".join(parts)
