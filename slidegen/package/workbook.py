"""A workbook of one sheet, `Sheet1`, as the bytes of an .xlsx file (ECMA-376-1, 18.2 and 18.3).

Texts are stored as texts whatever they begin with: `=HYPERLINK(…)` in a chart's label is no formula. The same cells
give the same bytes.
"""

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from slidegen.package import types as t
from slidegen.package.parts import Package, Relationships
from slidegen.package.xml import DECLARATION, EMPTY, Xml, join, xml
from slidegen.package.zipping import to_bytes


class Formula(Struct, frozen=True):
    """A cell that is worked out: the formula without `=`, and its value now."""

    text: str
    value: float


Cell = str | float | Formula | None
SHEET = "Sheet1"
MOST_COLUMNS = 16_384
_WORKBOOK = "/xl/workbook.xml"
_SHEET_PART = "/xl/worksheets/sheet1.xml"
_STYLES_PART = "/xl/styles.xml"
_MAIN = Xml('xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"')
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""What spreadsheets would read as a character by its code (ECMA-376-1, 22.9.2.19 ST_Xstring)."""
_FORMULA = ("=", "+", "-", "@")
"""What a spreadsheet would take for a formula as soon as somebody edits the cell, were it not marked as text."""
_STYLES = Xml(
    f"{DECLARATION}<styleSheet {_MAIN}>"
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


def workbook(rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return a workbook whose first sheet holds these rows; numbers must be finite."""
    package = Package()
    own = Relationships(_WORKBOOK)
    sheet = own.to(t.RT_WORKSHEET, _SHEET_PART)
    own.to(t.RT_STYLES, _STYLES_PART)
    package.relate(t.RT_PRESENTATION, _WORKBOOK)
    book = xml(
        '%s<workbook %s xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        '<sheets><sheet name="%s" sheetId="1" r:id="%s"/></sheets></workbook>',
        *(DECLARATION, _MAIN, SHEET, sheet),
    )
    package.add(_WORKBOOK, t.CT_WORKBOOK, book, own)
    package.add(_SHEET_PART, t.CT_WORKSHEET, _sheet(rows))
    package.add(_STYLES_PART, t.CT_SPREADSHEET_STYLES, _STYLES)
    return to_bytes(package)


def column_name(number: int) -> str:
    """Return the letters of a column counted from 0: A, Z, AA."""
    letters = ""
    number += 1
    while number:
        number, place = divmod(number - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters


def number_text(value: float) -> str:
    """Return the shortest digits that give the number again, whole ones without a point."""
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)


def _sheet(rows: Iterable[Sequence[Cell]]) -> Xml:
    written = join(
        xml('<row r="%s">%s</row>', r, join(_cell(cell, c, r) for c, cell in enumerate(row) if cell not in (None, "")))
        for r, row in enumerate(rows, 1)
    )
    return xml("%s<worksheet %s><sheetData>%s</sheetData></worksheet>", DECLARATION, _MAIN, written)


def _cell(cell: Cell, column: int, row: int) -> Xml:
    place = f"{column_name(column)}{row}"
    if isinstance(cell, Formula):
        return xml('<c r="%s"><f>%s</f><v>%s</v></c>', place, cell.text, number_text(cell.value))
    if not isinstance(cell, str):
        return xml('<c r="%s"><v>%s</v></c>', place, number_text(float(cell or 0)))
    text = _ESCAPED.sub("_x005F_", cell)
    mark = Xml(' s="1"') if cell.startswith(_FORMULA) else EMPTY
    return xml('<c r="%s"%s t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>', place, mark, text)
