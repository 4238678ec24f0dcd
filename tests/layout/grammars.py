"""Random layouts and themes from the grammar of docs/reference/grammar.md, and outlines that use them."""

from copy import deepcopy
from dataclasses import dataclass
from itertools import count
from typing import Any

import yaml
from hypothesis import strategies as st

Tree = dict[str, Any]


def hundredth(value: float) -> float:
    """A number to two digits."""
    return round(value, 2)


COLORS = st.sampled_from("tx1 bg1 tx2 bg2 accent1 accent2:m60:o40 TITLE HEAD PANEL:a50 MUTED ON DARK".split())
NAMED = COLORS | st.sampled_from(("STRONG", "accent1 -> accent2:a0 @45", "none", "BAR"))
PAINTS = NAMED | st.just({"radial": ["accent1", "tx2:m90"], "to": [50, 30, 50, 70]})
LINES = NAMED | st.fixed_dictionaries(
    {"color": COLORS},
    optional={
        "width": st.floats(0.25, 6).map(hundredth),
        "dash": st.sampled_from(["dash", "sysDot"]),
    },
)
STYLES = st.fixed_dictionaries(
    {},
    optional={
        "style": st.sampled_from("body card-heading quote furniture badge-number".split()),
        "font": st.sampled_from("heading body quote code".split()),
        "bold": st.booleans(),
        "italic": st.booleans(),
        "sizes": st.lists(st.sampled_from([10, 12, 14.5, 18, 20, 24, 32]), min_size=1, max_size=4),
        "spacing": st.sampled_from([0.9, 1, 1.25, 2]),
        "color": COLORS,
        "align": st.sampled_from("left center right justify".split()),
        "before": st.integers(0, 20),
        "bullet": st.booleans() | st.just({"char": "•", "color": "accent2", "percent": 100}),
        "depth": st.integers(1, 3),
        "tracking": st.integers(-1, 6),
        "max_lines": st.integers(1, 9) | st.lists(st.integers(1, 4), min_size=1, max_size=3),
        "balance": st.booleans(),
        "spread": st.integers(0, 10),
        "split_from": st.integers(0, 20),
    },
)
SHAPES = "rect ellipse roundRect chevron star5 donut line cloud".split()
DECOR = st.one_of(
    st.fixed_dictionaries(
        {"shape": st.sampled_from(SHAPES)}, optional={"rotate": st.integers(-90, 90), "flip_h": st.booleans()}
    ),
    st.fixed_dictionaries({"wave": st.lists(st.floats(0, 1).map(hundredth), min_size=2, max_size=8)}),
    st.fixed_dictionaries(
        {"poly": st.lists(st.lists(st.integers(-3, 15), min_size=2, max_size=2), min_size=2, max_size=6)}
    ),
    st.sampled_from(
        ["M0 .6 C.2 .3 .3 .3 .5 .6 L1 1 L0 1 Z", "M0 0 H1 V1 A.5 .5 0 0 1 0 1 Z", "m.1.1 q.5-.2 .8 .4 t.3.3"]
    ).map(lambda data: {"path": data}),
    st.builds(
        lambda n: {"rays": {"center": [6.667, 8.7], "from": 200, "to": 200 + 5 * n, "count": n}}, st.integers(1, 30)
    ),
)
WORDS = st.one_of(
    st.fixed_dictionaries({"icon": st.sampled_from(["target", "users", "flag"])}),
    st.builds(
        lambda words, style: {"text": words, **style}, st.sampled_from(["›", "{i:02}", {"zh": "章", "en": ""}]), STYLES
    ),
)
LOOK = st.fixed_dictionaries({"box": st.none()}, optional={"fill": PAINTS, "line": LINES})


def lengths(low: float, high: float) -> st.SearchStrategy[float]:
    """Inches to two digits."""
    return st.integers(round(low * 100), round(high * 100)).map(lambda n: n / 100)


@st.composite
def boxes(draw: st.DrawFn, w: float = 13.33, h: float = 7.5, least: float = 1.2) -> list[Any]:
    """A box that lies on the slide, or in a cell."""
    x, y = draw(lengths(0, w - least)), draw(lengths(0, h - least))
    return [x, y, draw(lengths(least, w - x)), draw(lengths(least, h - y))]


@st.composite
def elements(draw: st.DrawFn, cell: bool, fields: bool = True, words: bool = True) -> Tree:
    """An element of decoration on the slide or in a cell, where icon fields and conditions may be named."""
    own = dict(draw(DECOR | WORDS if words else DECOR))
    look = dict(draw(LOOK))
    inside = st.sampled_from(
        [[0, 0, "w", "h"], [0, 0, "w/2", "h/2"], ["w-0.5", 0, 0.5, 0.5], [0.1, "h/2", "w-0.2", "(h-0.1)/2"]]
    )
    look["box"] = draw(inside if cell else boxes() | st.just([-1, 6, 16, 3]))
    if "rays" in own:
        del look["box"]
    if "text" in own or "icon" in own:
        if look["box"] == [-1, 6, 16, 3]:
            look["box"] = [1, 6, 5, 1]
        look.pop("fill", None)
    if "text" in own:
        look.pop("line", None)
    if cell:
        own.update(
            draw(
                st.fixed_dictionaries(
                    {}, optional={"part": st.sampled_from(["layout", "slide"]), "behind": st.booleans()}
                )
            )
        )
    if cell and fields:
        own.update(draw(st.sampled_from([{}, {"when": "text"}, {"unless": "text"}])))
    return own | look


@st.composite
def frames(draw: st.DrawFn, sources: tuple[str, ...], box: Any, idx: int) -> Tree:
    """A frame that shows some slots or fields."""
    optional = {
        "fill": PAINTS,
        "line": LINES,
        "insets": st.just([0.1, 0.05, 0.1, 0.05]),
        "anchor": st.sampled_from(["t", "ctr", "b"]),
        "dark": st.booleans(),
        "order": st.integers(-2, 9),
    }
    frame = {"box": box, "idx": idx, **draw(st.fixed_dictionaries({}, optional=optional)), **draw(STYLES)}
    if len(sources) > 1 or draw(st.booleans()):
        frame["levels"] = {source: {"level": n, **draw(STYLES)} for n, source in enumerate(sources, 1)}
    return frame


@st.composite
def items(draw: st.DrawFn) -> tuple[Tree, Tree, Tree]:
    """A slot of items, its geometry and what differs by its count."""
    low = draw(st.integers(1, 3))
    high = low + draw(st.integers(0, 3))
    slot: Tree = {
        "kind": "items",
        "count": [low, high],
        "fields": {"title": {"kind": "line", "required": True}, "text": {"kind": "paragraphs"}},
    }
    arrange = draw(
        st.fixed_dictionaries(
            {"kind": st.sampled_from(["row", "column", "grid"]), "box": st.just([0.75, 1.7, 11.833, 4.9])},
            optional={
                "gap": lengths(-0.1, 0.3) | st.lists(lengths(0, 0.3), min_size=2, max_size=2),
                "columns": st.integers(1, 4),
                "last_row": st.sampled_from(["center", "left"]),
                "cell": lengths(1, 4),
                "place": st.sampled_from(["center", "top"]),
            },
        )
    )
    geometry: Tree = {"arrange": arrange}
    if draw(st.booleans()):
        geometry["height"] = {"fit": "equal", "min": draw(lengths(0.5, 2)), "extra": draw(lengths(0, 0.3))}
    if draw(st.booleans()):
        geometry["frame"] = draw(frames(("title", "text"), [0, 0, "w", "h"], 10))
    else:
        head = draw(frames(("title",), [0, 0, "w", "h/3"], 40))
        body = draw(frames(("text",), [0, "h/3", "w", "h-h/3"], 10))
        for name, frame in (("title", head), ("text", body)):
            frame.setdefault("levels", {name: {}})
        geometry["frames"] = {"head": head, "body": body}
    if draw(st.booleans()):
        geometry["decor"] = draw(st.dictionaries(st.sampled_from(["a", "b", "c"]), elements(cell=True), max_size=2))
    if draw(st.booleans()):
        geometry["by_item"] = {
            draw(st.sampled_from(["odd", "even", "last", 1, 2])): {"decor": {"z": draw(elements(cell=True))}}
        }
    by_count: Tree = {}
    if draw(st.booleans()):
        by_count[high] = {"geometry": {"things": {"arrange": {"gap": 0.05}}}}
        if high > low:
            by_count[low] = {"same_as": high, "decor": {"more": draw(elements(cell=False))}}
    return slot, geometry, by_count


@dataclass(frozen=True)
class Case:
    """A layout, an outline that uses it and the texts the outline holds."""

    layout: Tree
    outline: Tree
    texts: tuple[str, ...]


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """A layout of one to three slots under a title, and a slide of it."""
    numbers = count(1)
    texts: list[str] = []

    def word() -> str:
        texts.append(f"字{next(numbers)}号")
        return texts[-1]

    kinds = draw(
        st.lists(
            st.sampled_from(["line", "paragraphs", "bullets", "items", "table"]), min_size=1, max_size=3, unique=True
        )
    )
    layout: Tree = {
        "name": "own",
        "label": {"zh": "自己的", "en": "Own"},
        "trigger": "things" if kinds[0] == "items" else kinds[0] + "s",
        "slots": {},
        "geometry": {},
    }
    slide: Tree = {"title": word()}
    if draw(st.booleans()):
        layout["extends"] = "content"
        if draw(st.booleans()):
            slide["takeaway"] = word()
    else:
        layout["slots"]["title"] = {"kind": "line", "required": True}
        layout["geometry"]["title"] = {"placeholder": "title", "box": draw(boxes(h=2)), "style": "title"}
    for n, kind in enumerate(kinds):
        name = "things" if kind == "items" else kind + "s"
        if kind == "items":
            slot, geometry, by_count = draw(items())
            if by_count:
                layout["by_count"] = by_count
            number = draw(st.integers(slot["count"][0], slot["count"][1] + 2))
            given: Any = [{"title": word(), "text": word()} if draw(st.booleans()) else word() for _ in range(number)]
        elif kind == "table":
            slot = {"kind": "table"}
            cell = st.fixed_dictionaries(
                {}, optional={"fill": PAINTS, "color": COLORS, "bold": st.booleans(), "anchor": st.just("ctr")}
            )
            geometry = {
                "box": draw(boxes(least=4)),
                "rows": draw(cell),
                "header": draw(cell),
                "first": draw(cell),
                "rule": draw(LINES),
            }
            given = [[word() for _ in range(draw(st.just(2)))] for _ in range(draw(st.integers(2, 4)))]
        else:
            slot = {"kind": kind, "alias": "甲乙丙"[n]}
            geometry = draw(frames((name,), draw(boxes()), 50 + n))
            if draw(st.booleans()):
                geometry["decor"] = {"edge": draw(elements(cell=True, fields=False))}
            given = word() if kind == "line" else [word(), [word()], word()] if kind == "bullets" else word()
        layout["slots"][name] = slot
        layout["geometry"][name] = geometry
        slide[name] = given
    if draw(st.booleans()):
        layout["decor"] = draw(st.lists(elements(cell=False), min_size=1, max_size=3))
    if draw(st.booleans()):
        layout["background"] = draw(PAINTS)
    layout["master_decor"] = draw(st.booleans())
    outline = {"title": word(), "slides": [slide], "closing": False}
    return Case(layout, outline, tuple(texts))


@st.composite
def themes(draw: st.DrawFn) -> Tree:
    """A theme with colours, fonts, styles, roles, decoration and patches of its own."""
    theme = deepcopy(load("themes/azure.yaml"))
    digits = st.integers(0, 0xFFFFFF).map(lambda n: f"{n:06X}")
    theme["name"] = "mine"
    theme["label"] = {"zh": "我的", "en": draw(st.sampled_from(["Mine", "A & B <c>", "“"]))}
    for slot in draw(st.lists(st.sampled_from(sorted(theme["colors"])), unique=True)):
        theme["colors"][slot] = draw(digits)
    for name in draw(st.lists(st.sampled_from(sorted(theme["styles"])), unique=True, max_size=3)):
        style = draw(STYLES)
        theme["styles"][name] = {k: v for k, v in style.items() if k != "style"}
    for name in draw(st.lists(st.sampled_from(["DARK", "PANEL", "NIGHT", "BAR", "BADGE", "STRONG"]), unique=True)):
        theme["roles"][name] = draw(st.sampled_from(["accent3", "tx2:m60:a80", "accent1 -> accent2 @30", "none"]))
    for name in draw(st.lists(st.sampled_from(["heading", "body"]), unique=True)):
        theme["fonts"][name] = {"latin": draw(st.sampled_from(["Georgia", "No & Such <Font>"])), "Hans": "SimSun"}
    theme["bullet"] = draw(
        st.sampled_from([{"char": "&"}, {"char": "•", "color": "pale", "percent": 25, "indent": 0.5}, {}])
    )
    theme["decor"]["panes"] = draw(st.lists(elements(cell=False, words=False), max_size=3, min_size=1))
    theme["master"] = {
        "background": draw(PAINTS),
        "decor": draw(st.lists(elements(cell=False), min_size=1, max_size=3)),
    }
    theme["map"] = draw(st.sampled_from([{"bg1": "dk1", "tx1": "lt1"}, {}, {"bg2": "accent6"}]))
    return theme


def load(name: str) -> Tree:
    """A built-in file as plain data."""
    from slidegen.layout.compiled import TREES

    return next(tree for key, tree in TREES.items() if key.split()[0] == name.rpartition("/")[2])


class Dumper(yaml.SafeDumper):
    """Writes what stands twice twice: the outline of a secretary has no anchors."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def dump(tree: object) -> str:
    """A tree as a file with a key a line."""
    return yaml.dump(tree, Dumper=Dumper, allow_unicode=True, sort_keys=False, default_flow_style=False, width=1000)
