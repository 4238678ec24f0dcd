"""Read a manuscript of any kind: its bytes tell what it is, its name only which text is Markdown."""

import io
import zipfile
from pathlib import Path

from slidegen.diagnostics import Exit, Report
from slidegen.language import mark
from slidegen.manuscript.model import Manuscript
from slidegen.manuscript.reading.files import is_standard_input, name_of
from slidegen.manuscript.reading.text import read_text
from slidegen.outline.source import MAX_BYTES
from slidegen.package.opening import LOCKED, OLE, WORD, encrypted

_ZIP = b"PK\x03\x04"
_MARKDOWN = (".md", ".markdown")
_OFFICE = (".doc", ".wps", ".rtf", ".odt")
_OTHERS = {
    b"%PDF-": mark("{name} is a PDF file"),
    b"\x89PNG": mark("{name} is a picture"),
    b"\xff\xd8\xff": mark("{name} is a picture"),
}
_OTHER_PACKAGES = {
    "ppt/presentation.xml": mark("{name} is a presentation"),
    "xl/workbook.xml": mark("{name} is a workbook"),
}


def read_manuscript(
    path: Path | str | None, data: bytes, report: Report, encoding: str | None = None, clean: bool = False
) -> Manuscript | None:
    """Read the bytes of a manuscript; None, and an error in the report, where there is none in them.

    `path` names it and may be None or `-` for standard input. `encoding` and `clean`
    (drop characters that no presentation can hold) are for text alone.
    """
    name = name_of(path)
    suffix = "" if path is None or is_standard_input(path) else Path(path).suffix.lower()
    found = _read(data, name, suffix, report, encoding, clean)
    if found is not None and not found.paragraphs:
        report.error("no-text", None, "{name} holds no text", "a manuscript needs at least one paragraph", name=name)
        return None
    return found


def _read(data: bytes, name: str, suffix: str, report: Report, encoding: str | None, clean: bool) -> Manuscript | None:
    if data.startswith(_ZIP):
        return _from_zip(data, name, report)
    if data.startswith(OLE):
        if LOCKED in data:
            encrypted(name, report, WORD)
            return None
        return _converted(data, suffix if suffix in (".doc", ".wps") else ".doc", name, report)
    if data.startswith(b"{\\rtf"):
        return _converted(data, ".rtf", name, report)
    if suffix in _OFFICE and data:
        return _converted(data, suffix, name, report)
    other = next((message for start, message in _OTHERS.items() if data.startswith(start)), None)
    if other is not None or suffix == ".docx":
        _refuse(other or mark("{name} is no Word file, whatever its name says"), name, report)
        return None
    if len(data) > MAX_BYTES:
        _too_large(data, name, report)
        return None
    if suffix in _MARKDOWN:
        from slidegen.manuscript.reading.markdown import read_markdown

        return read_markdown(data, name, report, encoding, clean)
    return read_text(data, name, report, encoding, clean)


def _from_zip(data: bytes, name: str, report: Report) -> Manuscript | None:
    members = _members(data)
    if "mimetype" in members and "content.xml" in members:
        return _converted(data, ".odt", name, report)
    other = next((message for part, message in _OTHER_PACKAGES.items() if part in members), None)
    if other is None and members and not any(member.startswith("word/") for member in members):
        other = mark("{name} is an archive")
    if other is not None:
        _refuse(other, name, report)
        return None
    from slidegen.manuscript.reading.word.reader import read_word

    return read_word(data, name, report)


def _members(data: bytes) -> set[str]:
    """Return the names in a zip file; none where it is damaged, which its reader finds out again."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return set()


def _converted(data: bytes, suffix: str, name: str, report: Report) -> Manuscript | None:
    from slidegen.manuscript.reading.office import to_docx

    made = to_docx(data, suffix, name, report)
    if made is None:
        return None
    from slidegen.manuscript.reading.word.reader import read_word

    return read_word(made, name, report, suffix.removeprefix("."))


def _refuse(message: str, name: str, report: Report) -> None:
    report.error(
        "not-a-manuscript",
        None,
        message,
        "a manuscript is text (.txt), Markdown (.md) or a Word file (.docx); save its text as one of these",
        exit=Exit.ASSET,
        name=name,
    )


def _too_large(data: bytes, name: str, report: Report) -> None:
    report.error(
        "file-too-large",
        None,
        "{name} is {size:.1f} MB; the text of a manuscript may have {limit} MB",
        "split it into several",
        name=name,
        size=len(data) / 1e6,
        limit=MAX_BYTES // 1_000_000,
    )
