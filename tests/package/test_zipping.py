import io
import subprocess
import sys
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slidegen.package import zipping
from slidegen.package.parts import Package
from slidegen.package.zipping import to_bytes

UNICODE = st.characters(codec="utf-8")


def package(bodies: list[str | bytes]) -> Package:
    made = Package()
    for number, body in enumerate(bodies):
        made.add(f"/ppt/part{number}.xml", "x/y", body)
    return made


def opened(data: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(data))


@given(st.lists(st.one_of(st.binary(), st.text(UNICODE)), max_size=5))
def test_every_part_reads_back_the_same(bodies: list[str | bytes]) -> None:
    archive = opened(to_bytes(package(bodies)))
    assert archive.testzip() is None
    read = [archive.read(f"ppt/part{number}.xml") for number in range(len(bodies))]
    assert read == [body.encode() if isinstance(body, str) else body for body in bodies]


def test_content_types_come_first() -> None:
    assert opened(to_bytes(package(["a", "b"]))).namelist() == ["[Content_Types].xml", "ppt/part0.xml", "ppt/part1.xml"]


def test_members_say_the_same_on_every_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    for info in opened(to_bytes(package(["a" * 1000]))).infolist():
        assert info.date_time == (1980, 1, 1, 0, 0, 0)
        assert (info.create_system, info.external_attr, info.flag_bits, info.extra) == (0, 0, 0, b"")
        packed = info.filename == "ppt/part0.xml"
        assert info.compress_type == (zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED)
        assert (info.compress_size < info.file_size) is packed


@pytest.mark.parametrize(
    ("epoch", "expected"),
    [
        ("1750000001", (2025, 6, 15, 15, 6, 40)),
        ("0", (1980, 1, 1, 0, 0, 0)),
        ("99999999999999", (2107, 12, 31, 23, 59, 58)),
        ("-5", (1980, 1, 1, 0, 0, 0)),
        ("yesterday", (1980, 1, 1, 0, 0, 0)),
    ],
)
def test_the_date_is_source_date_epoch(monkeypatch: pytest.MonkeyPatch, epoch: str, expected: tuple[int, ...]) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert opened(to_bytes(package(["a"]))).infolist()[1].date_time == expected


def test_the_same_package_gives_the_same_bytes() -> None:
    assert to_bytes(package(["a", b"b"])) == to_bytes(package(["a", b"b"]))


def test_a_package_beyond_plain_zip_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipping, "_MOST_MEMBERS", 3)
    assert len(opened(to_bytes(package(["a", "b"]))).namelist()) == 3
    with pytest.raises(ValueError, match="4 members"):
        to_bytes(package(["a", "b", "c"]))
    monkeypatch.setattr(zipping, "_MOST_BYTES", 1000)
    with pytest.raises(ValueError, match="4 GiB"):
        to_bytes(package(["a" * 1001]))


def test_writing_a_package_imports_no_heavy_module() -> None:
    code = "import sys; before = {*sys.modules}; import slidegen.package.zipping, slidegen.package.saving; "
    code += "print(*{*sys.modules} - before)"  # measuring coverage loads modules of its own first
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"zipfile", "lxml", "pptx", "datetime", "uuid", "tempfile", "shutil"} & set(loaded)
