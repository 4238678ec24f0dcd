"""Word files that are damaged, locked or made to do harm: each says its own cause, and none is read on."""

import io
import time
import tracemalloc
import warnings
import zipfile
from collections.abc import Callable

import pytest

from slidegen.diagnostics import Exit, Report
from slidegen.manuscript.reading.manuscript import read_manuscript
from tests.manuscript.reading.word.documents import docx, p, texts, with_part

GOOD = docx(p("正文"))
DOCUMENT = "word/document.xml"


def fault(data: bytes) -> tuple[str, Exit, str]:
    report = Report()
    assert read_manuscript("speech.docx", data, report) is None
    (only,) = report.findings
    assert only.hint
    return only.code, only.exit, only.message


def rewritten(change: Callable[[zipfile.ZipFile], None], without: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(GOOD)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name != without:
                new.writestr(name, old.read(name))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            change(new)
    return out.getvalue()


@pytest.mark.parametrize("size", [4, 100, len(GOOD) // 2, len(GOOD) - 30])
def test_file_that_was_not_copied_to_its_end_is_damaged(size: int) -> None:
    assert fault(GOOD[:size])[:2] == ("damaged-file", Exit.ASSET)


def test_bytes_that_changed_inside_are_found() -> None:
    start = GOOD.find(b"word/document.xml") + 60
    assert fault(GOOD[:start] + bytes(40) + GOOD[start + 40 :])[0] == "damaged-file"


def test_markup_that_is_broken_is_damage() -> None:
    assert fault(with_part(GOOD, DOCUMENT, lambda data: data[:-20]))[0] == "damaged-file"


def test_file_without_a_text_is_damaged() -> None:
    assert fault(rewritten(lambda _: None, without=DOCUMENT))[0] == "damaged-file"


def test_bomb_is_refused_at_once_and_in_little_memory() -> None:
    bomb = rewritten(lambda new: new.writestr(DOCUMENT, b"<a>" + b" " * 300_000_000), without=DOCUMENT)
    tracemalloc.start()
    started = time.perf_counter()
    code, left, message = fault(bomb)
    seconds, memory = time.perf_counter() - started, tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (code, left) == ("unsafe-file", Exit.ASSET)
    assert "word/document.xml unpacks to 300 MB from 0.3 MB" in message
    assert seconds < 1
    assert memory < 20_000_000


def test_part_that_nobody_asks_for_is_never_unpacked() -> None:
    assert texts(rewritten(lambda new: new.writestr("word/media/a.bmp", bytes(50_000_000)))) == ["正文"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("part", [DOCUMENT, "word/styles.xml", "_rels/.rels"])
def test_definitions_are_refused(encoding: str, part: str) -> None:
    evil = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
    assert fault(with_part(GOOD, part, lambda _: evil.encode(encoding)))[0] == "unsafe-file"


def test_part_that_stands_twice_is_refused() -> None:
    assert fault(rewritten(lambda new: new.writestr("Word/Document.xml", "<a/>")))[0] == "unsafe-file"


def test_nesting_beyond_any_program_is_refused() -> None:
    body = "<w:sdt><w:sdtContent>" * 900 + "<w:p/>" + "</w:sdtContent></w:sdt>" * 900
    changed = with_part(GOOD, DOCUMENT, lambda data: data.replace(b"<w:body>", f"<w:body>{body}".encode()))
    assert fault(changed)[0] in ("damaged-file", "unsafe-file")


def test_zip_of_very_many_parts_is_refused() -> None:
    def fill(new: zipfile.ZipFile) -> None:
        for n in range(20_001):
            new.writestr(f"word/{n}", b"")

    assert fault(rewritten(fill))[0] == "unsafe-file"


def test_file_with_a_password_says_so() -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + "EncryptedPackage".encode("utf-16-le") + bytes(512)
    code, left, message = fault(ole)
    assert (code, left) == ("encrypted-file", Exit.ASSET)
    assert "password" in message


def test_part_locked_inside_the_zip_says_so() -> None:
    locked = bytearray(GOOD)
    place = locked.find(b"PK\x01\x02")
    while place >= 0:
        locked[place + 8] |= 1
        place = locked.find(b"PK\x01\x02", place + 4)
    assert fault(bytes(locked))[0] == "encrypted-file"


def test_strict_form_of_word_is_read() -> None:
    usual = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    assert texts(with_part(GOOD, DOCUMENT, lambda data: data.replace(usual, strict))) == ["正文"]


def test_text_is_found_where_the_package_says_it_is() -> None:
    with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
        content = archive.read(DOCUMENT)
    moved = rewritten(lambda new: new.writestr("word/document2.xml", content), without=DOCUMENT)
    assert texts(with_part(moved, "_rels/.rels", lambda data: data.replace(b"document.xml", b"document2.xml"))) == [
        "正文"
    ]
