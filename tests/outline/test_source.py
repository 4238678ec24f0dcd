"""Sources: encodings, line ends, limits and characters that no presentation can hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slidegen.diagnostics import Exit, Report, Severity
from slidegen.outline.source import FORBIDDEN, MAX_BYTES, Source, decode


def codes(report: Report) -> list[str]:
    return [d.code for d in report.findings]


@pytest.mark.parametrize("data", [b"\xef\xbb\xbfa: b\nc: d\n", b"a: b\r\nc: d\r\n", b"a: b\rc: d\r"])
def test_byte_order_mark_and_line_ends_make_no_difference(data: bytes) -> None:
    report = Report()
    source = decode(data, "a.yaml", report)
    assert source is not None
    assert source.text == "a: b\nc: d\n"
    assert not report.findings


def test_gb18030_is_read_and_said() -> None:
    report = Report()
    source = decode("标题: 坚持“四自” 强化监督\n".encode("gb18030"), "a.yaml", report)
    assert source is not None
    assert source.text == "标题: 坚持“四自” 强化监督\n"
    assert source.encoding == "gb18030"
    assert [(d.code, d.severity) for d in report.findings] == [("read-as-gb18030", Severity.NOTE)]
    assert report.exit is Exit.FINE


def test_utf16_with_byte_order_mark_is_read() -> None:
    report = Report()
    source = decode("标题: 好\n".encode("utf-16"), "a.yaml", report)
    assert source is not None
    assert source.text == "标题: 好\n"


def test_undecodable_bytes_name_the_offset_and_the_option() -> None:
    report = Report()
    assert decode(b"title: \xff\xff\xff", "a.yaml", report) is None
    assert codes(report) == ["undecodable"]
    assert "byte 7" in report.findings[0].message
    assert "--encoding" in report.findings[0].hint


def test_utf8_with_one_bad_byte_is_not_taken_for_gb18030() -> None:
    report = Report()
    data = "标题: 加强教育管理和监督，落实“四个严格”\n".encode() + b"\xe4\xb8 text\n"
    assert decode(data, "a.yaml", report) is None
    assert codes(report) == ["undecodable"]


def test_encoding_that_was_told_is_used() -> None:
    report = Report()
    source = decode("標題: 好".encode("big5"), "a.yaml", report, encoding="big5")
    assert source is not None
    assert source.text == "標題: 好"
    assert decode(b"a", "a.yaml", report, encoding="nonsense") is None
    assert codes(report) == ["unknown-encoding"]


def test_file_over_the_limit_says_both_sizes() -> None:
    report = Report()
    assert decode(b"a" * (MAX_BYTES + 700_000), "a.yaml", report) is None
    assert "5.7 MB" in report.findings[0].message
    assert "5 MB" in report.findings[0].message


@pytest.mark.parametrize("char", ["\0", "\x1b", "\x0b", "\x7f", "\ud800", "\ufffe", "\uffff"])
def test_forbidden_character_is_named_with_its_place(char: str) -> None:
    report = Report()
    data = f"a: b\nc: d{char}e\n".encode("utf-8", "surrogatepass")
    decode(data, "a.yaml", report)
    finding = report.findings[0]
    assert finding.code == "forbidden-character"
    assert f"U+{ord(char):04X}" in finding.message
    assert finding.span is not None
    assert (finding.span.line, finding.span.column) == (2, 5)


def test_clean_drops_forbidden_characters() -> None:
    report = Report()
    source = decode(b"a: b\0c\x1bd\n", "a.yaml", report, clean=True)
    assert source is not None
    assert source.text == "a: bcd\n"
    assert not report.findings


def test_binary_file_is_not_named_character_by_character() -> None:
    report = Report()
    decode(b"\0\x01\x02" * 10_000, "a.yaml", report)
    assert len(report.findings) < 30


def test_invisible_line_separator_is_read_as_space() -> None:
    report = Report()
    source = decode("a: 第一\u2028第二\n".encode(), "a.yaml", report)
    assert source is not None
    assert source.text == "a: 第一 第二\n"
    assert codes(report) == ["line-separator"]


@given(st.text(), st.data())
def test_span_agrees_with_counting(text: str, data: st.DataObject) -> None:
    source = Source.of("a.yaml", text)
    at = data.draw(st.integers(0, len(text)))
    span = source.span(at, at)
    before = text[:at].split("\n")
    assert (span.line, span.column) == (len(before), len(before[-1]) + 1)
    assert source.line(span.line) == text.split("\n")[span.line - 1]


@given(st.binary(), st.booleans())
def test_any_bytes_give_clean_text_or_a_reason(data: bytes, clean: bool) -> None:
    report = Report()
    source = decode(data, "a.yaml", report, clean=clean)
    if source is None:
        assert report.failed
    else:
        assert not FORBIDDEN.search(source.text)
        assert "\r" not in source.text
