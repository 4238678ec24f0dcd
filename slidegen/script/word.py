"""A script as a Word file (ECMA-376-1, 17): large type, slides as headings, the page's number at its head.

Written like decks, through `Xml` and `Package`, so that the same talk gives the same bytes.
"""

import re

from slidegen.composed import Properties
from slidegen.package.parts import Package, Relationships
from slidegen.package.types import CT_CORE_PROPERTIES, RT_CORE_PROPERTIES
from slidegen.package.xml import DECLARATION, EMPTY, Xml, join, xml
from slidegen.package.zipping import to_bytes
from slidegen.script.model import Entry, Script
from slidegen.script.styles import LEFT, PAGE_HEIGHT, PAGE_WIDTH, RIGHT, settings_xml, styles_xml
from slidegen.writer.properties import core_xml

_NAMESPACE = Xml('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"')
_RELATIONS = Xml('xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"')
_RT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DOCUMENT = "/word/document.xml"
_BETWEEN = re.compile(r"([\t\v])")
_MARKS = {"\t": Xml("<w:tab/>"), "\v": Xml("<w:br/>")}
_WIDE = re.compile(r"[\u2e80-\ud7ff\uf900-\ufaff\ufe30-\uffef\U00020000-\U0003ffff]")
_KEPT = Xml("<w:keepNext/>")
_WIDE_QUOTES = Xml('<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>')
"""Quotation marks and dashes belong to either script; this gives them the Chinese font, in which they are wide."""


def docx(script: Script) -> bytes:
    """Return a script as the bytes of a .docx file, dated by SOURCE_DATE_EPOCH."""
    package = Package()
    package.relate(f"{_RT}/officeDocument", _DOCUMENT)
    package.relate(RT_CORE_PROPERTIES, "/docProps/core.xml")
    related = Relationships(_DOCUMENT)
    related.to(f"{_RT}/styles", "/word/styles.xml")
    related.to(f"{_RT}/settings", "/word/settings.xml")
    header = related.to(f"{_RT}/header", "/word/header1.xml")
    package.add(_DOCUMENT, f"{_CT}.document.main+xml", _document(script, header), related)
    package.add("/word/styles.xml", f"{_CT}.styles+xml", styles_xml(script.language))
    package.add("/word/settings.xml", f"{_CT}.settings+xml", settings_xml(script.language))
    package.add("/word/header1.xml", f"{_CT}.header+xml", _header(script.title))
    properties = Properties(title=script.title, language=script.language)
    package.add("/docProps/core.xml", CT_CORE_PROPERTIES, core_xml(properties))
    return to_bytes(package)


def _document(script: Script, header: str) -> Xml:
    return xml(
        "%s<w:document %s %s><w:body>%s%s%s"
        '<w:sectPr><w:headerReference w:type="default" r:id="%s"/><w:pgSz w:w="%s" w:h="%s"/>'
        '<w:pgMar w:top="1701" w:right="%s" w:bottom="1418" w:left="%s" w:header="851" w:footer="851" w:gutter="0"/>'
        "</w:sectPr></w:body></w:document>",
        DECLARATION,
        _NAMESPACE,
        _RELATIONS,
        _paragraph("Title", script.title),
        _paragraph("Aside", script.about),
        join(_entry(entry) for entry in script.entries),
        header,
        PAGE_WIDTH,
        PAGE_HEIGHT,
        RIGHT,
        LEFT,
    )


def _entry(entry: Entry) -> Xml:
    section = _paragraph("Heading1", entry.section) if entry.section else EMPTY
    heading = _paragraph("Heading2", f"{entry.heading}\t{entry.when}")
    lines = (entry.notes or entry.aside).split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    style = "Speech" if entry.notes else "Aside"
    notes = join(_paragraph(style, line, kept=number < first) for number, line in enumerate(lines))
    return join((section, heading, notes))


def _paragraph(style: str, text: str, kept: bool = False) -> Xml:
    """Return a paragraph; `kept` keeps it on the page of the next one, as headings are by their style."""
    keep = _KEPT if kept else EMPTY
    return xml('<w:p><w:pPr><w:pStyle w:val="%s"/>%s</w:pPr>%s</w:p>', style, keep, _run(text))


def _run(text: str) -> Xml:
    if not text:
        return EMPTY
    look = _WIDE_QUOTES if _WIDE.search(text) else EMPTY
    pieces = (
        _MARKS.get(piece) or xml('<w:t xml:space="preserve">%s</w:t>', piece) for piece in _BETWEEN.split(text) if piece
    )
    return xml("<w:r>%s%s</w:r>", look, join(pieces))


def _header(title: str) -> Xml:
    return xml(
        '%s<w:hdr %s><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>%s<w:r><w:tab/></w:r>%s'
        '<w:r><w:t xml:space="preserve"> / </w:t></w:r>%s</w:p></w:hdr>',
        DECLARATION,
        _NAMESPACE,
        _run(title),
        _field("PAGE"),
        _field("NUMPAGES"),
    )


def _field(name: str) -> Xml:
    return xml('<w:fldSimple w:instr=" %s "><w:r><w:t>1</w:t></w:r></w:fldSimple>', name)
