"""Forms: what a value in a layout or theme file may be, checked where it stands, before anything is made of it.

A form takes a node, the key it stands under and a report, and says there what is wrong. `null` is allowed under any
key, since it removes one.
"""

import re
from collections.abc import Callable, Collection, Mapping
from typing import Any

from slidegen.diagnostics import Exit, Report, did_you_mean, known_are
from slidegen.language import say
from slidegen.layout.data import plain
from slidegen.layout.fault import COMPARE
from slidegen.layout.lengths import evaluate
from slidegen.outline import nodes
from slidegen.outline.nodes import Node, Scalar

Form = Callable[[Node, str, Report], None]

_SHOWN = 40
"""How many characters of a wrong value are said."""
_HEX = re.compile("[0-9A-Fa-f]{6}")
_SAMPLE = (1.2345, 2.3456, 2, 5)
"""Some width, height, item and number of items to try a length with."""


def anything(node: Node, key: str, report: Report) -> None:
    """Allow everything: what is checked elsewhere."""


def flag(node: Node, key: str, report: Report) -> None:
    """Ask for true or false."""
    if not isinstance(_value(node), bool):
        _wrong(node, key, report, say("true or false"))


def text(node: Node, key: str, report: Report) -> None:
    """Ask for words, which may be a number too."""
    if not isinstance(node, Scalar):
        _wrong(node, key, report, say("a text"))


def word(node: Node, key: str, report: Report) -> None:
    """Ask for words that say something."""
    if not isinstance(node, Scalar) or not node.text.strip():
        _wrong(node, key, report, say("a name"))


def digits(node: Node, key: str, report: Report) -> None:
    """Ask for the six hex digits of a colour."""
    if not isinstance(node, Scalar) or not _HEX.fullmatch(node.text):
        _wrong(node, key, report, say("six hex digits without #, such as B8141A"))


def length(node: Node, key: str, report: Report) -> None:
    """Ask for inches, or a sum in w and h."""
    try:
        evaluate(_value(node), *_SAMPLE)
    except (TypeError, ValueError):
        _wrong(node, key, report, say("inches, or a sum such as w-0.3"))


def number(low: float, high: float) -> Form:
    """Return the form of a number between two bounds."""

    def check(node: Node, key: str, report: Report) -> None:
        value = _value(node)
        if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
            _wrong(node, key, report, say("a number from {low:g} to {high:g}", low=low, high=high))

    return check


def whole(low: int, high: int) -> Form:
    """Return the form of a whole number between two bounds."""

    def check(node: Node, key: str, report: Report) -> None:
        value = _value(node)
        if type(value) is not int or not low <= value <= high:
            _wrong(node, key, report, say("a whole number from {low} to {high}", low=low, high=high))

    return check


def one_of(words: Collection[str]) -> Form:
    """Return the form of one of some words; the nearest is named."""

    def check(node: Node, key: str, report: Report) -> None:
        found = node.text if isinstance(node, Scalar) else ""
        if found not in words:
            known = known_are(words)
            _wrong(node, key, report, say("a word that is known there"), did_you_mean(found, words, known))

    return check


def sequence(item: Form, count: int = 0, most: int = 1000) -> Form:
    """Return the form of a list of one kind of values, `count` of them where that is not 0, else one to `most`."""

    def check(node: Node, key: str, report: Report) -> None:
        if not isinstance(node, nodes.Sequence):
            _wrong(node, key, report, say("a list"))
        elif count and len(node.items) != count:
            _wrong(node, key, report, say("a list of {count}", count=count))
        elif not 1 <= len(node.items) <= most:
            _wrong(node, key, report, say("a list of 1 to {most}", most=most))
        else:
            for part in node:
                item(part, key, report)

    return check


def either(many: Form, single: Form) -> Form:
    """Return the form of a list as the first form says, or of a single value as the second does."""

    def check(node: Node, key: str, report: Report) -> None:
        (many if isinstance(node, nodes.Sequence) else single)(node, key, report)

    return check


def keyed(keys: Form, other: Form) -> Form:
    """Return the form of keys of its own as the first form says, or of another value as the second does."""

    def check(node: Node, key: str, report: Report) -> None:
        (keys if isinstance(node, nodes.Mapping) else other)(node, key, report)

    return check


def record(known: Callable[[], Mapping[str, Form]]) -> Form:
    """Return the form of keys that are known, each with a form of its own; a function, since forms hold each other."""

    def check(node: Node, key: str, report: Report) -> None:
        if not isinstance(node, nodes.Mapping):
            _wrong(node, key, report, say("keys of its own"))
            return
        forms = known()
        for entry in node.entries:
            form = forms.get(entry.key.text)
            if form is None:
                hint = did_you_mean(entry.key.text, forms, known_are(forms))
                below = _below(key, entry.key.text)
                report.error("unknown-key", entry.key.span, "unknown key `{key}`", hint, exit=Exit.ASSET, key=below)
            elif not _is_null(entry.value):
                form(entry.value, _below(key, entry.key.text), report)

    return check


def mapping(value: Form, name: Form = word) -> Form:
    """Return the form of keys of any name, or such as `name` asks for, with values of one form."""

    def check(node: Node, key: str, report: Report) -> None:
        if not isinstance(node, nodes.Mapping):
            _wrong(node, key, report, say("keys of its own"))
            return
        for entry in node.entries:
            below = _below(key, entry.key.text)
            name(entry.key, below, report)
            if not _is_null(entry.value):
                value(entry.value, below, report)

    return check


def _below(key: str, name: str) -> str:
    return f"{key}.{name}" if key else name


def _is_null(node: Node) -> bool:
    return isinstance(node, Scalar) and node.empty


def _value(node: Node) -> Any:
    return plain(node) if isinstance(node, Scalar) else None


def _wrong(node: Node, key: str, report: Report, what: str, hint: str = "") -> None:
    if isinstance(node, Scalar):
        found = f"`{node.text[:_SHOWN]}`" if node.text else say("nothing")
    else:
        found = say("a list") if isinstance(node, nodes.Sequence) else say("keys of its own")
    report.error(
        "layout-data",
        node.span,
        "`{key}` needs {what}, not {found}",
        hint or COMPARE,
        exit=Exit.ASSET,
        key=key or "/",
        what=what,
        found=found,
    )
