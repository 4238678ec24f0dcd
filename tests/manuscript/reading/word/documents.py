"""Word files for tests: python-docx writes the package, and the markup under test stands in as it is."""

import io
import zipfile
from collections.abc import Callable

from docx import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from slidegen.diagnostics import Diagnostic, Report
from slidegen.manuscript.model import Paragraph
from slidegen.manuscript.reading.word.reader import read_word

_SPACES = (
    nsdecls("w", "r")
    + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    + ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    + ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    + ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
_KINDS = {
    "footnotes": (RELATIONSHIP_TYPE.FOOTNOTES, CONTENT_TYPE.WML_FOOTNOTES),
    "endnotes": (RELATIONSHIP_TYPE.ENDNOTES, CONTENT_TYPE.WML_ENDNOTES),
}


def docx(body: str, numbering: str = "", styles: str = "", **parts: str) -> bytes:
    """Return a Word file with that markup as its body, its lists, further styles, and further parts."""
    document = Document()
    element = document.element.body
    for child in list(element)[:-1]:
        element.remove(child)
    for child in reversed(list(_parsed("w:body", body))):
        element.insert(0, child)
    lists = document.part.numbering_part.element
    for child in list(lists):
        lists.remove(child)
    lists.extend(_parsed("w:numbering", numbering))
    document.styles.element.extend(_parsed("w:styles", styles))
    for kind, markup in parts.items():
        relationship, content = _KINDS[kind]
        blob = f"<w:{kind} {_SPACES}>{markup}</w:{kind}>".encode()
        part = Part(PackURI(f"/word/{kind}.xml"), content, blob, document.part.package)
        document.part.relate_to(part, relationship)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _parsed(name: str, markup: str) -> list[object]:
    return list(parse_xml(f"<{name} {_SPACES}>{markup}</{name}>"))


def p(inner: str, properties: str = "") -> str:
    """Return a paragraph; text that is no markup becomes a run."""
    inner = inner if inner.startswith("<") else r(inner)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def r(text: str, properties: str = "") -> str:
    """Return a run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def listed(num: int, level: int = 0) -> str:
    """Return the property that makes a paragraph one of a list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'


def level(n: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    """Return the definition of a level of a list."""
    head = f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
    return f'<w:lvl w:ilvl="{n}">{head}{more}<w:lvlText w:val="{text}"/></w:lvl>'


def lists(*levels: str, nums: str = "") -> str:
    """Return the markup of abstract list 0 and of list 1 that uses it, and of further lists."""
    first = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{first}{nums}'


def read(data: bytes) -> tuple[tuple[Paragraph, ...], list[Diagnostic]]:
    """Return the paragraphs of a Word file, and what was found."""
    report = Report()
    found = read_word(data, "speech.docx", report)
    return (found.paragraphs if found else ()), report.findings


def texts(data: bytes) -> list[str]:
    """Return the texts of a Word file about which nothing is to be said."""
    paragraphs, findings = read(data)
    assert findings == []
    return [paragraph.text for paragraph in paragraphs]


def with_part(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return a package with one part changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            content = old.read(member)
            new.writestr(member, change(content) if member == name else content)
    return out.getvalue()
