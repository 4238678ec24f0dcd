"""An .xlsx workbook: its sheets, shared texts and number formats (ECMA-376-1, 18)."""

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from slidegen.data.formats import BUILT_IN, GENERAL
from slidegen.data.grid import with_line_feeds
from slidegen.package.opening import PackageReader

if TYPE_CHECKING:
    from lxml import etree

NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_TRUE = ("1", "true", "on")
_SHOWN = (None, "visible")


class Sheet(Struct, frozen=True):
    """One sheet: its name, its part, whether Excel shows it."""

    name: str
    part: str
    visible: bool


class Workbook(Struct, frozen=True):
    """What all sheets share. Reading it raises Stop, with an error in the report, where a part is unfit."""

    package: PackageReader
    sheets: tuple[Sheet, ...]
    texts: tuple[str, ...]
    formats: tuple[str, ...]
    """The number format of each style of cells."""
    from_1904: bool

    def format_of(self, style: str | None) -> str:
        """Return the number format of a cell's style."""
        number = int(style) if style is not None and style.isdecimal() else 0
        return self.formats[number] if number < len(self.formats) else GENERAL


def open_workbook(package: PackageReader) -> Workbook | None:
    """Return the workbook of a package; None where it has none. Raises Stop."""
    root = package.root(package.main)
    if root is None or root.tag != f"{NS}workbook":
        return None
    targets = package.targets()
    found = [
        Sheet(sheet.get("name", ""), targets.get(sheet.get(f"{_RELATIONS}id", ""), ""), sheet.get("state") in _SHOWN)
        for sheet in root.iterfind(f"{NS}sheets/{NS}sheet")
    ]
    properties = root.find(f"{NS}workbookPr")
    return Workbook(
        package,
        tuple(found),
        _shared(package),
        _formats(package),
        properties is not None and properties.get("date1904") in _TRUE,
    )


def is_true(value: str | None) -> bool:
    """Tell whether an attribute says true (XML Schema's boolean)."""
    return value in _TRUE


def text_in(element: "etree._Element") -> str:
    """Return the text of a string item, its runs put together; readings for Japanese (`rPh`) are left out."""
    pieces = [
        piece.text or ""
        for piece in element.iter(f"{NS}t")
        if (parent := piece.getparent()) is not None and parent.tag != f"{NS}rPh"
    ]
    return unescaped("".join(pieces))


def unescaped(text: str) -> str:
    """Return a text with what stands escaped in it (`_x000D_`: 22.4.2.4 bstr) and with line feeds alone."""
    return with_line_feeds(_ESCAPED.sub(lambda match: chr(int(match[1], 16)), text))


def _shared(package: PackageReader) -> tuple[str, ...]:
    roots = [package.root(part) for part in package.related("sharedStrings")]
    return tuple(text_in(item) for root in roots if root is not None for item in root.iterfind(f"{NS}si"))


def _formats(package: PackageReader) -> tuple[str, ...]:
    root = next((package.root(part) for part in package.related("styles")), None)
    if root is None:
        return ()
    own = {fmt.get("numFmtId"): fmt.get("formatCode", GENERAL) for fmt in root.iterfind(f"{NS}numFmts/{NS}numFmt")}
    ids = [style.get("numFmtId", "0") for style in root.iterfind(f"{NS}cellXfs/{NS}xf")]
    return tuple(own[one] if one in own else BUILT_IN.get(int(one) if one.isdecimal() else 0, GENERAL) for one in ids)
