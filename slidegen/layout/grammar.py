"""The grammar of layout and theme files: every key with the form of its value. docs/reference/grammar.md explains them.

What names things elsewhere (colours, styles, fonts, slots) is checked where it is looked up.
"""

from slidegen.blocks.kinds import names
from slidegen.diagnostics import Exit, Report, did_you_mean, known_are
from slidegen.layout.files import DataFile
from slidegen.layout.forms import (
    Form,
    anything,
    digits,
    either,
    flag,
    keyed,
    length,
    mapping,
    number,
    one_of,
    record,
    sequence,
    text,
    whole,
    word,
)
from slidegen.layout.listing import TOKENS
from slidegen.layout.styles import ALIGN, MAX_PITCH, MAX_SIZE, MIN_SIZE
from slidegen.layout.theme import COLOR_SLOTS, MAPPED_SLOTS
from slidegen.outline.nodes import Node, Scalar

ROLES = ("cover", "agenda", "section", "closing", "master")
"""What slidegen itself makes slides with."""
NATIVE = ("title", "secHead", "obj", "twoObj", "titleOnly", "blank")
"""The native types of layouts (ECMA-376-1, 19.7.15 ST_SlideLayoutType) that pasting between decks goes by."""
TRANSITIONS = ("none", "fade")
PLACEHOLDERS = ("title", "ctrTitle", "subTitle", "body", "ftr", "sldNum", "dt", "pic", "chart", "media")
ANCHORS = ("t", "top", "ctr", "center", "b", "bottom")

_MOST_DEPTH = 9
"""How many paragraph levels there are (ECMA-376-1, 21.1.2.2.7, `lvl`)."""


def _kind(node: Node, key: str, report: Report) -> None:
    found = node.text if isinstance(node, Scalar) else ""
    if found not in names():
        report.error(
            "layout-kind",
            node.span,
            "the slot `{slot}` is of no kind that there is: `{kind}`",
            did_you_mean(found, names(), known_are(names())),
            exit=Exit.ASSET,
            slot=key.removesuffix(".kind").rpartition(".")[2],
            kind=found,
        )


_names: Form = either(sequence(word), word)
_said: Form = keyed(mapping(text), text)
_by_language: Form = mapping(text)
_box: Form = sequence(length, 4)
_frame_box: Form = keyed(mapping(_box), _box)
"""A frame may stand elsewhere in decks of another language."""
_flat_box: Form = sequence(number(-100, 100), 4)
_logo_box: Form = sequence(number(0.05, 13.3), 4)
_insets: Form = sequence(number(0, 14), 4)
_paint: Form = keyed(record(lambda: {"radial": sequence(word, 2), "to": sequence(number(0, 100), 4)}), word)
_line: Form = keyed(
    record(lambda: {"color": _paint, "width": number(0.01, 100), "dash": word, "arrow": flag, "round": flag}), word
)
_bullet: Form = record(lambda: {"char": word, "color": word, "percent": whole(25, 400), "indent": number(0, 5)})

_STYLE: dict[str, Form] = {
    "style": word,
    "font": word,
    "bold": flag,
    "italic": flag,
    "sizes": sequence(number(MIN_SIZE, MAX_SIZE)),
    "spacing": number(0.1, 10),
    "color": word,
    "align": one_of(tuple(ALIGN)),
    "before": number(0, MAX_PITCH),
    "bullet": keyed(_bullet, flag),
    "depth": whole(1, _MOST_DEPTH),
    "tracking": number(-1000, 1000),
    "max_lines": either(sequence(whole(1, 1000)), whole(1, 1000)),
    "balance": flag,
    "spread": number(0, MAX_PITCH),
    "split_from": number(0, 10_000),
}
_LEVEL: dict[str, Form] = {**_STYLE, "level": whole(1, _MOST_DEPTH)}
_tokens: Form = record(lambda: dict.fromkeys(TOKENS, record(lambda: {"color": word, "bold": flag})))
_LISTING: dict[str, Form] = {
    "most": whole(1, 100),
    "tokens": _tokens,
    "marked": _tokens,
    "numbers": record(lambda: {"width": number(0.1, 5), "gap": number(0, 5), "color": word}),
    "band": record(lambda: {"left": number(0, 5), "fill": _paint, "bar": _paint}),
}
_FRAME: dict[str, Form] = {
    **_STYLE,
    "box": _frame_box,
    "placeholder": one_of(PLACEHOLDERS),
    "idx": whole(0, 10_000),
    "fill": _paint,
    "line": _line,
    "insets": _insets,
    "anchor": one_of(ANCHORS),
    "levels": mapping(record(lambda: _LEVEL)),
    "dark": flag,
    "group": word,
    "order": whole(-1000, 1000),
    "listing": record(lambda: _LISTING),
    "shape": one_of(("rect", "roundRect", "ellipse")),
}
_ELEMENT: dict[str, Form] = {
    **_STYLE,
    "shape": word,
    "adjust": sequence(whole(-(10**9), 10**9)),
    "wave": sequence(length),
    "poly": sequence(sequence(length, 2)),
    "path": word,
    "rays": record(
        lambda: {"center": sequence(length, 2), "from": length, "to": length, "count": whole(1, 360)},
    ),
    "icon": word,
    "text": _said,
    "use": word,
    "at": sequence(length, 2),
    "box": _box,
    "fill": _paint,
    "line": _line,
    "flip_h": flag,
    "flip_v": flag,
    "rotate": length,
    "insets": _insets,
    "anchor": one_of(ANCHORS),
    "part": one_of(("layout", "slide")),
    "when": word,
    "unless": _names,
    "behind": flag,
}
_element: Form = keyed(record(lambda: _ELEMENT), word)
_own_decor: Form = mapping(record(lambda: _ELEMENT))
"""The decoration of a frame or a cell: its elements have names, and no group stands for one."""
_decor: Form = keyed(mapping(_element), sequence(_element))
_CELL: dict[str, Form] = {
    **_STYLE,
    "fill": _paint,
    "insets": _insets,
    "anchor": one_of(ANCHORS),
    "dark": flag,
    "height": number(0.05, 7.5),
    "heights": sequence(number(0.05, 7.5)),
    "most": number(0.05, 7.5),
}
_cell: Form = record(lambda: _CELL)
_frame: Form = record(lambda: _FRAME)
_ITEM: dict[str, Form] = {"frame": _frame, "frames": mapping(_frame), "decor": _own_decor}
_ARRANGE: dict[str, Form] = {
    "kind": one_of(("row", "column", "grid", "ring")),
    "box": _flat_box,
    "gap": either(sequence(number(-10, 10), 2), number(-10, 10)),
    "columns": whole(1, 100),
    "last_row": one_of(("center", "left")),
    "cell": number(0.05, 7.5),
    "place": one_of(("center", "top")),
    "flow": one_of(("across", "down")),
    "size": sequence(number(0.05, 13.4), 2),
    "turn": number(-10, 10),
}
_HEIGHT: dict[str, Form] = {
    "fit": one_of(("equal",)),
    "min": number(0, 7.5),
    "extra": number(0, 7.5),
    "place": one_of(("center", "top")),
}
_GEOMETRY: dict[str, Form] = {
    **_FRAME,
    **_ITEM,
    "arrange": record(lambda: _ARRANGE),
    "height": record(lambda: _HEIGHT),
    "by_item": mapping(record(lambda: _ITEM), keyed(anything, word)),
    "header": _cell,
    "rows": _cell,
    "first": _cell,
    "total": _cell,
    "highlight": _cell,
    "bands": sequence(_paint),
    "rule": _line,
    "total_rule": _line,
}
"""A frame's, an arrangement's and a table's keys: which of them a patch lies upon is not known from it alone."""
_PATCH: dict[str, Form] = {
    "geometry": mapping(record(lambda: _GEOMETRY)),
    "decor": _decor,
    "background": _paint,
    "master_decor": flag,
}
_over: Form = one_of(("split", "error"))
_SLOT: dict[str, Form] = {
    "kind": _kind,
    "label": _by_language,
    "alias": _names,
    "required": flag,
    "count": sequence(whole(1, 100), 2),
    "fields": mapping(record(lambda: _SLOT)),
    "names": mapping(word),
    "flags": sequence(word),
    "over": keyed(record(lambda: {"switch": word, "as": mapping(word), "else": _over}), _over),
    "short": text,
    "alt": word,
    "default": either(sequence(_by_language), _by_language),
}
_STEP: dict[str, Form] = {**_PATCH, "slots": mapping(record(lambda: _SLOT))}
_BY_COUNT: Form = mapping(record(lambda: {**_STEP, "same_as": whole(1, 100)}), whole(1, 100))
_WITH: Form = mapping(record(lambda: {**_STEP, "by_count": _BY_COUNT, "with": _WITH}))
_LAYOUT: dict[str, Form] = {
    "name": word,
    "extends": word,
    "label": _by_language,
    "use_when": _by_language,
    "trigger": word,
    "fallback": flag,
    "abstract": flag,
    "core": flag,
    "role": one_of(ROLES),
    "ooxml": one_of(NATIVE),
    "build": _names,
    **_STEP,
    "by_count": _BY_COUNT,
    "with": _WITH,
    "example": anything,
}
_FONT: dict[str, Form] = {"bold": flag, **dict.fromkeys(("latin", "Hans", "Hant", "Jpan", "Hang"), word)}
_THEME: dict[str, Form] = {
    "name": word,
    "extends": word,
    "label": _by_language,
    "transition": one_of(TRANSITIONS),
    "colors": record(lambda: dict.fromkeys(COLOR_SLOTS, digits)),
    "map": record(lambda: dict.fromkeys(MAPPED_SLOTS, one_of(COLOR_SLOTS))),
    "palette": mapping(digits),
    "fonts": mapping(record(lambda: _FONT)),
    "styles": mapping(record(lambda: _STYLE)),
    "bullet": _bullet,
    "strong": record(lambda: {"bold": flag, "color": word, "on_dark": _names}),
    "roles": mapping(word),
    "surfaces": record(lambda: {"dark": sequence(word), "light": sequence(word)}),
    "decor": mapping(_decor),
    "master": record(lambda: {"background": _paint, "decor": _decor}),
    "logo": record(lambda: {"box": _logo_box}),
    "layouts": mapping(record(lambda: {**_PATCH, "by_count": _BY_COUNT, "with": _WITH})),
}

_layout: Form = record(lambda: _LAYOUT)
_theme: Form = record(lambda: _THEME)


def check_layout(file: DataFile, report: Report) -> None:
    """Report every key and value of a layout's file that has no place there."""
    _layout(file.node, "", report)


def check_theme(file: DataFile, report: Report) -> None:
    """Report every key and value of a theme's file that has no place there."""
    _theme(file.node, "", report)
