"""Files of older and other word processors: by LibreOffice, or with a hint how to do without."""

import os
import subprocess
import time
from pathlib import Path

import pytest

from slidegen.diagnostics import Exit, Report
from slidegen.manuscript.reading import office
from slidegen.manuscript.reading.manuscript import read_manuscript
from tests.manuscript.reading.word.documents import docx, level, listed, lists, p
from tests.proof.need import need

SPEECH = docx(
    p("一、形势", '<w:pStyle w:val="Heading1"/>')
    + p("全市**系统要学习。")
    + p("学习", listed(1))
    + p("实践", listed(1)),
    lists(level(0, "chineseCountingThousand", "（%1）", '<w:suff w:val="nothing"/>')),
)
TEXTS = [("一、形势", 1), ("全市**系统要学习。", 0), ("（一）学习", 0), ("（二）实践", 0)]
RTF = (
    rb"{\rtf1\ansi\ansicpg936{\fonttbl{\f0\fcharset134 SimSun;}}\uc1\f0"
    rb"{\outlinelevel0 \u19968\'d2\u12289\'a1\u24418\'d0\par}"
    rb"\pard\'c8\'ab\'ca\'d0**\'cf\'b5\'cd\'b3{\footnote\f0 \'d7\'a2}\par}"
)
"""Heading 一、形, and 全市**系统 in GBK with the footnote 注: how Word writes RTF in China."""


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the speech as LibreOffice saves it in each form."""
    soffice = need("soffice")
    folder = tmp_path_factory.mktemp("office")
    (folder / "speech.docx").write_bytes(SPEECH)
    for form in ("doc", "odt"):
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [soffice, profile, "--headless", "--convert-to", form, "--outdir", str(folder), "speech.docx"]
        subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=240)
    return folder


@pytest.mark.parametrize("form", ["doc", "odt"])
def test_older_forms_are_read_with_headings_and_numbers(saved: Path, form: str) -> None:
    report = Report()
    found = read_manuscript(f"speech.{form}", (saved / f"speech.{form}").read_bytes(), report)
    assert found is not None
    assert [(q.text, q.level) for q in found.paragraphs] == TEXTS
    assert found.encoding == form
    assert [d.code for d in report.findings] == ["converted"]


def test_rich_text_is_read_with_its_footnotes() -> None:
    need("soffice")
    found = read_manuscript("speech.rtf", RTF, Report())
    assert found is not None
    assert [(q.text, q.level, q.kind) for q in found.paragraphs] == [
        ("一、形", 1, "text"),
        ("全市**系统", 0, "text"),
        ("注", 0, "footnote"),
    ]


def test_kind_is_told_from_the_bytes_of_standard_input(saved: Path) -> None:
    found = read_manuscript(None, (saved / "speech.doc").read_bytes(), Report())
    assert found is not None
    assert [q.text for q in found.paragraphs] == [text for text, _ in TEXTS]


def test_wps_file_is_read_as_the_word_file_that_it_is(saved: Path) -> None:
    found = read_manuscript("speech.wps", (saved / "speech.doc").read_bytes(), Report())
    assert found is not None
    assert [q.text for q in found.paragraphs] == [text for text, _ in TEXTS]


def test_web_page_that_calls_itself_doc_is_read(tmp_path: Path) -> None:
    need("soffice")
    page = '<html><head><meta charset="utf-8"></head><body><h1>一、形势</h1><p>正文。</p></body></html>'
    found = read_manuscript("speech.doc", page.encode(), Report())
    assert found is not None
    assert [(q.text, q.level) for q in found.paragraphs] == [("一、形势", 1), ("正文。", 0)]


def test_file_that_libreoffice_cannot_read_is_an_error() -> None:
    need("soffice")
    report = Report()
    assert read_manuscript("speech.odt", b"PK\x03\x04" + bytes(50), report) is None
    assert report.failed
    report = Report()
    assert read_manuscript("speech.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), report) is None
    assert [(d.code, d.exit) for d in report.findings] == [("not-converted", Exit.ASSET)]


def test_without_libreoffice_the_hint_says_how_to_do_without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(office, "_ELSEWHERE", ())
    report = Report()
    assert read_manuscript("speech.wps", RTF, report) is None
    (only,) = report.findings
    assert (only.code, only.exit) == ("no-converter", Exit.ENVIRONMENT)
    assert ".docx" in only.hint


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands for LibreOffice")
def test_conversion_that_hangs_is_ended_with_all_it_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\nsleep 30 &\necho $! > {tmp_path}/child\nwait\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setattr(office, "SECONDS", 1)
    report = Report()
    started = time.perf_counter()
    assert read_manuscript("speech.rtf", RTF, report) is None
    assert time.perf_counter() - started < 10
    assert [d.code for d in report.findings] == ["not-converted"]
    child = int((tmp_path / "child").read_text())
    for _ in range(50):
        if not _runs(child):
            break
        time.sleep(0.1)
    assert not _runs(child)


def _runs(process: int) -> bool:
    stat = Path(f"/proc/{process}/stat")
    if stat.parent.parent.is_dir() and Path("/proc/self").exists():
        return stat.exists() and stat.read_text().rpartition(")")[2].split()[0] != "Z"
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True
