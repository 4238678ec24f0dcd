"""Read a Word file: the parts of its package put together to a manuscript."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from slidegen.diagnostics import Exit, Report, Stop
from slidegen.language import listed, mark, say
from slidegen.manuscript.model import Manuscript, Paragraph
from slidegen.manuscript.reading.lines import one_line
from slidegen.manuscript.reading.word.body import Block, Body
from slidegen.manuscript.reading.word.names import W
from slidegen.manuscript.reading.word.numbering import BULLET, Numbering
from slidegen.manuscript.reading.word.styles import Styles
from slidegen.outline.source import FORBIDDEN
from slidegen.package.opening import WORD, PackageReader

if TYPE_CHECKING:
    from lxml import etree

FORM = "docx"
HEADERS = mark("headers and footers")

_PAGE_NUMBER = re.compile(r"[\W\d_第页共]|\b(?:page|of|[ivxlc]+)\b", re.IGNORECASE)


def read_word(data: bytes, name: str, report: Report, form: str = FORM) -> Manuscript | None:
    """Read a .docx; None, and an error in the report, where it is damaged, locked or unsafe.

    Tracked changes are read as accepted. What is left out of the text is said in a note.
    """
    try:
        package = PackageReader(data, name, report, WORD)
        document = package.root(package.main)
        body = None if document is None else document.find(f"{W}body")
        if body is None:
            report.error(
                "damaged-file",
                None,
                "{name} is a Word file without a text",
                "open it in {program} or WPS, save it anew and try again",
                exit=Exit.ASSET,
                name=name,
                program=WORD.name,
            )
            return None
        return Manuscript(name, tuple(_read(package, body, name, report)), form)
    except Stop:
        return None
    except RecursionError:
        report.error(
            "unsafe-file",
            None,
            "{name} nests its parts deeper than any Word file",
            "ask where it comes from; where you trust it, save it anew in {program} or WPS",
            exit=Exit.ASSET,
            name=name,
            program=WORD.name,
        )
        return None


def _read(package: PackageReader, element: "etree._Element", name: str, report: Report) -> list[Paragraph]:
    styles = Styles(_root(package, "styles"))
    body = Body(styles, Numbering(_root(package, "numbering"), styles))
    notes = {kind: _notes(_root(package, f"{kind}s")) for kind in ("footnote", "endnote")}
    found = [
        _clean(paragraph, report)
        for n, block in enumerate((b for b in body.read(element) if b.text or b.notes), 1)
        for paragraph in _paragraphs(block, n, body, notes)
    ]
    if _has_words(package):
        body.left_out.add(HEADERS)
    _say(body, name, report)
    return found


def _root(package: PackageReader, kind: str) -> "etree._Element | None":
    return next((package.root(part) for part in package.related(kind)), None)


def _notes(root: "etree._Element | None") -> dict[str, "etree._Element"]:
    return {} if root is None else {note.get(f"{W}id", ""): note for note in root}


def _paragraphs(block: Block, n: int, body: Body, notes: dict[str, dict[str, "etree._Element"]]) -> Iterator[Paragraph]:
    if block.text:
        plain = one_line(block.text.removeprefix(BULLET) if block.bulleted else block.text)
        yield Paragraph(n, block.text, block.level, block.kind, "" if plain == block.text else plain)
    for kind, number in block.notes:
        note = notes[kind].get(number)
        for inner in [] if note is None else body.read(note):
            if inner.text:
                yield Paragraph(n, inner.text.strip(), kind="footnote")


def _clean(paragraph: Paragraph, report: Report) -> Paragraph:
    """Refuse what no presentation can hold; XML has less of it than a text file may have."""
    bad = FORBIDDEN.search(paragraph.text)
    if bad:
        report.error(
            "forbidden-character",
            None,
            "the character U+{point:04X} in paragraph {number} cannot stand in a presentation",
            "delete it in Word; the paragraph begins: {start}",
            point=ord(bad[0]),
            number=paragraph.line,
            start=FORBIDDEN.sub("?", paragraph.text[:20]),
        )
    return paragraph


def _has_words(package: PackageReader) -> bool:
    """Tell whether a header or footer says more than the number of the page."""
    for part in package.related("header") + package.related("footer"):
        root = package.root(part)
        if root is not None and _PAGE_NUMBER.sub("", "".join(text.text or "" for text in root.iter(f"{W}t"))):
            return True
    return False


def _say(body: Body, name: str, report: Report) -> None:
    if body.inline.tracked:
        report.note(
            "tracked-changes",
            None,
            "{name} has tracked changes; it was read as if all were accepted",
            "where some shall not be, reject them in Word and save",
            name=name,
        )
    if body.left_out:
        report.note(
            "left-out",
            None,
            "{name}: left out: {what}",
            "what of it shall be spoken, write into the text",
            name=name,
            what=listed(say(label) for label in sorted(body.left_out)),
        )
