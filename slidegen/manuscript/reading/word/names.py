"""Names of WordprocessingML, and how its elements say yes or no."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

_WHOLE = re.compile(r"-?[0-9]{1,9}")


def value(element: "etree._Element | None", path: str) -> str | None:
    """Return the `w:val` of an element below, by its path of names without prefix; None where it is missing."""
    found = None if element is None else element.find("/".join(W + name for name in path.split("/")))
    return None if found is None else found.get(f"{W}val")


def number(element: "etree._Element | None", path: str) -> int | None:
    """Return the `w:val` of an element below as a number; None where there is none."""
    text = value(element, path)
    return None if text is None or not _WHOLE.fullmatch(text) else int(text)


def whole(text: str | None, otherwise: int = 0) -> int:
    """Return an attribute as a number, or another one where it is missing or is none."""
    return int(text) if text is not None and _WHOLE.fullmatch(text) else otherwise


def flag(element: "etree._Element | None", name: str) -> bool | None:
    """Return whether a property such as `vanish` is on; None where nothing is said (ECMA-376-1, 17.17.4)."""
    found = None if element is None else element.find(W + name)
    return None if found is None else found.get(f"{W}val", "1") not in ("0", "false", "off")
