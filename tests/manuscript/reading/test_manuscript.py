"""Manuscripts of any kind: the bytes tell what they are, and each that is none says its cause."""

import io
import os
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slidegen.diagnostics import Exit, Report
from slidegen.manuscript.model import Manuscript
from slidegen.manuscript.reading import files
from slidegen.manuscript.reading.files import read_bytes
from slidegen.manuscript.reading.manuscript import read_manuscript
from tests.manuscript.reading.word.documents import docx, p

DOCX = docx(p("正文"))
MARKDOWN = "# *正文*\n".encode()


def zipped(**members: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return out.getvalue()


def read(path: str | None, data: bytes) -> tuple[Manuscript | None, Report]:
    report = Report()
    return read_manuscript(path, data, report), report


@pytest.mark.parametrize(
    ("path", "data", "shown", "encoding"),
    [
        ("a.md", MARKDOWN, "正文", "utf-8"),
        ("A.MARKDOWN", MARKDOWN, "正文", "utf-8"),
        ("a.txt", MARKDOWN, "*正文*", "utf-8"),  # no emphasis in plain text: ** is a redaction there
        ("a", MARKDOWN, "*正文*", "utf-8"),
        (None, MARKDOWN, "*正文*", "utf-8"),
        ("-", "正文".encode("gb18030"), "正文", "gb18030"),
        ("a.docx", DOCX, "正文", "docx"),
        ("a.doc", DOCX, "正文", "docx"),
        ("a.txt", DOCX, "正文", "docx"),
        (None, DOCX, "正文", "docx"),
    ],
)
def test_bytes_tell_the_kind_and_the_name_tells_markdown(
    path: str | None, data: bytes, shown: str, encoding: str
) -> None:
    found, _ = read(path, data)
    assert found is not None
    assert found.encoding == encoding
    assert [q.shown for q in found.paragraphs] == [shown]


def test_manuscript_is_called_by_its_path_or_by_standard_input() -> None:
    assert read("dir/a.txt", b"a")[0].name == "dir/a.txt"  # type: ignore[union-attr]
    assert read("-", b"a")[0].name == "standard input"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("path", "data", "message"),
    [
        ("a.pdf", b"%PDF-1.7\n", "a.pdf is a PDF file"),
        ("a.docx", b"\x89PNG\r\n", "a.docx is a picture"),
        ("a.jpg", b"\xff\xd8\xff\xe0", "a.jpg is a picture"),
        ("a.docx", b"plain text", "a.docx is no Word file, whatever its name says"),
        ("a.pptx", zipped(ppt__presentation_xml="<a/>"), "a.pptx is a presentation"),
        ("a.xlsx", zipped(xl__workbook_xml="<a/>"), "a.xlsx is a workbook"),
        ("a.zip", zipped(readme="x"), "a.zip is an archive"),
    ],
)
def test_file_of_another_kind_says_what_it_is(path: str, data: bytes, message: str) -> None:
    found, report = read(path, data)
    assert found is None
    assert [(d.code, d.exit, d.message) for d in report.findings] == [("not-a-manuscript", Exit.ASSET, message)]


@pytest.mark.parametrize(
    ("path", "data"), [("a.txt", b""), ("a.md", b"\n \n"), ("a.docx", docx("<w:p/>")), ("a.doc", b"")]
)
def test_manuscript_without_text_is_an_error(path: str, data: bytes) -> None:
    found, report = read(path, data)
    assert found is None
    assert [d.code for d in report.findings] == ["no-text"]


def test_text_beyond_the_limit_is_refused() -> None:
    found, report = read("a.txt", b"a" * 5_000_001)
    assert found is None
    assert [d.code for d in report.findings] == ["file-too-large"]
    assert "manuscript" in report.findings[0].message


def test_encoding_is_passed_on() -> None:
    report = Report()
    found = read_manuscript("a.md", "# 中".encode("big5"), report, "big5")
    assert found is not None
    assert (found.encoding, found.paragraphs[0].plain) == ("big5", "中")


@given(st.binary(max_size=60), st.sampled_from([b"", b"PK\x03\x04", b"%PDF", b"\xff\xfe", DOCX[:500], b"\xef\xbb\xbf"]))
def test_any_bytes_are_read_or_said_to_be_wrong(data: bytes, start: bytes) -> None:
    found, report = read("a.txt", start + data)
    assert (found is None) <= report.failed


# ------------------------------------------------------------ the bytes of a path


def test_bytes_of_a_file_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xd6\xd0")
    assert read_bytes(tmp_path / "a.txt", Report()) == b"\xd6\xd0"


@pytest.mark.parametrize("path", [None, "-", Path("-")])
def test_bytes_of_standard_input_are_read(path: Path | str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xd6\xd0")))
    assert read_bytes(path, Report()) == b"\xd6\xd0"


def test_missing_file_names_the_nearest(tmp_path: Path) -> None:
    (tmp_path / "speech.docx").touch()
    report = Report()
    assert read_bytes(tmp_path / "speach.docx", report) is None
    assert [(d.code, d.exit) for d in report.findings] == [("no-file", Exit.USAGE)]
    assert str(tmp_path / "speech.docx") in report.findings[0].hint


def test_folder_is_no_manuscript(tmp_path: Path) -> None:
    report = Report()
    assert read_bytes(tmp_path, report) is None
    assert [(d.code, d.exit) for d in report.findings] == [("unreadable", Exit.ENVIRONMENT)]


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="/dev/zero is missing: only POSIX has it")
def test_file_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 10_000)
    report = Report()
    assert read_bytes(os.devnull.replace("null", "zero"), report) is None
    assert [d.code for d in report.findings] == ["file-too-large"]
