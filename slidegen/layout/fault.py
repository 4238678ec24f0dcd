"""What is wrong in a layout or theme file, told by the path of its key."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from slidegen.diagnostics import did_you_mean, known_are
from slidegen.language import mark, say

COMPARE = mark(
    "compare it with a built-in one: `slidegen layouts copy NAME` or `slidegen themes copy NAME` puts one here"
)
"""The hint where there is no better one."""


class LayoutFault(Exception):
    """A fault in layout or theme data: `path` is the key's dotted path, `message` what is wrong there.

    `asked_of` is the key of a theme under which the name that was looked up should stand.
    """

    def __init__(self, path: str, message: str, hint: str = "", asked_of: str = "") -> None:
        super().__init__(f"{path}: {message}")
        self.path, self.message, self.hint, self.asked_of = path, message, hint, asked_of


@contextmanager
def within(path: str) -> Iterator[None]:
    """Tell what a paint refuses with the path of its key, as `LayoutFault`."""
    try:
        yield
    except ValueError as fault:
        raise LayoutFault(path, str(fault), asked_of="roles") from None


def check_keys(tree: Mapping[Any, Any], known: Iterable[str], path: str) -> None:
    """Raise `LayoutFault` when a map has a key that is not known there."""
    allowed = set(known)
    for key in tree:
        if key not in allowed:
            hint = did_you_mean(str(key), allowed, known_are(sorted(allowed)))
            raise LayoutFault(f"{path}.{key}", say("unknown key"), hint)


def numbers(value: object, count: int, path: str) -> tuple[float, ...]:
    """Return a list of `count` numbers or raise `LayoutFault`."""
    if not isinstance(value, list) or len(value) != count or not all(isinstance(v, (int, float)) for v in value):
        raise LayoutFault(path, say("needs a list of {count} numbers, not {value!r}", count=count, value=value))
    return tuple(float(v) for v in value)
