"""Identity: what a built deck carries so that later builds know it and see what a person changed.

Tags name slides and layouts (ECMA-376-1, 19.3.3), creation ids follow slides and shapes through copies ([MS-PPTX],
[MS-ODRAWXML]), custom properties hold the record. LibreOffice keeps only the properties, hence several layers.
"""

import base64
import zlib
from collections.abc import Mapping
from typing import LiteralString

from slidegen.composed import ComposedDeck
from slidegen.package.xml import DECLARATION, Xml, join, xml
from slidegen.record import FORMAT, PREFIX, encode, record_of
from slidegen.writer.guid import guid

_NAMESPACE = Xml('xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"')
_FMTID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The set of custom properties ([MS-OLEPS], 2.21)."""
_FIRST_PID = 2
_PROPERTY: LiteralString = '<property fmtid="%s" pid="%s" name="%s%s"><vt:lpwstr>%s</vt:lpwstr></property>'
_LONGEST = 255
"""Characters of a custom property that every Office version keeps; longer values are split."""


def tags_xml(**tags: str) -> Xml:
    """Return a tags part; Office shows tag names in upper case."""
    rows = join(xml('<p:tag name="%s" val="%s"/>', name.upper(), value) for name, value in tags.items())
    return xml("%s<p:tagLst %s>%s</p:tagLst>", DECLARATION, _NAMESPACE, rows)


def custom_data(relationship: str) -> Xml:
    """Return the reference from a slide or layout to its tags part."""
    return xml('<p:custDataLst><p:tags r:id="%s"/></p:custDataLst>', relationship)


def slide_creation_id(deck: str, slide: str) -> Xml:
    """Return a slide's creation id, the same at every build; the slide declares `p14`."""
    number = zlib.crc32(f"{deck}\0{slide}".encode())
    return xml(
        '<p:extLst><p:ext uri="{BB962C8B-B14F-4D97-AF65-F5344CB8AC3E}"><p14:creationId val="%s"/></p:ext></p:extLst>',
        number,
    )


def shape_creation_id(deck: str, slide: str, path: str) -> Xml:
    """Return the extension with a shape's creation id, the same at every build; the slide declares `a16`."""
    return xml(
        '<a:ext uri="{FF2B5EF4-FFF2-40B4-BE49-F238E27FC236}"><a16:creationId id="%s"/></a:ext>',
        guid(deck, slide, path),
    )


def custom_properties(deck: ComposedDeck, parts: Mapping[str, tuple[int, int]]) -> Xml:
    """Return docProps/custom.xml; `parts` gives CRC-32 and size of every other member of the package."""
    record = base64.b64encode(zlib.compress(encode(record_of(deck, parts)), 4)).decode("ascii")
    values = {"format": str(FORMAT), "deck": deck.id, "build": deck.build, **_split("record", record)}
    rows = join(
        xml(
            '<property fmtid="%s" pid="%s" name="%s%s"><vt:lpwstr>%s</vt:lpwstr></property>', _FMTID, pid, PREFIX, *pair
        )
        for pid, pair in enumerate(values.items(), _FIRST_PID)
    )
    return xml(
        '%s<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
        ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">%s</Properties>',
        DECLARATION,
        rows,
    )


def _split(name: str, text: str) -> dict[str, str]:
    pieces = [text[start : start + _LONGEST] for start in range(0, len(text), _LONGEST)]
    return {f"{name}.{number}": piece for number, piece in enumerate(pieces, 1)}
