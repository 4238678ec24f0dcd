"""Ids: what links and later builds know a slide by."""

import re
import unicodedata
from collections.abc import Iterable

MAX_LENGTH = 60

_BETWEEN = re.compile(r"[\W_]+")
_ID = re.compile(r"\w[\w.\-]*")


def slug(title: str, otherwise: str = "") -> str:
    """Return a title's letters (Chinese too) and digits in lower case, with `-` between; or `otherwise`."""
    words = _BETWEEN.sub("-", unicodedata.normalize("NFKC", title).lower())
    return words.strip("-")[:MAX_LENGTH].rstrip("-") or otherwise


def valid(id: str) -> bool:
    """Tell whether an explicit id can stand in a link: letters, digits, `-`, `_` and `.`."""
    return _ID.fullmatch(id) is not None


class Ids:
    """Hands out ids in order; those taken by explicit `id:` keys are never given to another."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = set(taken)
        self._next: dict[str, int] = {}

    def new(self, title: str, otherwise: str) -> str:
        """Return the slug of `title`, else `otherwise`, numbered from 2 when it is already in use."""
        base = slug(title, otherwise)
        number = self._next.get(base, 1)
        found = base if number == 1 else f"{base}-{number}"
        while found in self._taken:
            number += 1
            found = f"{base}-{number}"
        self._next[base] = number + 1
        self._taken.add(found)
        return found
