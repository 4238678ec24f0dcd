"""Faces without a shipped table: measured where they are installed, told of where they are not."""

import importlib.util
from collections.abc import Iterator
from pathlib import Path

import pytest

from slidegen.diagnostics import Diagnostic
from slidegen.resources import bundled
from slidegen.text import faces, installed, measure, widths
from slidegen.text.faces import Face
from tests.building import made

OUTLINE = "title: 题目\ncover: no\nclosing: no\ntheme: own\nslides:\n  - {title: 第1节 Part, bullets: [甲 abc, 乙]}\n"
CACHED = (
    *(installed.measured, installed._index, faces.latin_widths, faces.east_width),
    *(widths.advances, measure._measure),
)
FAMILY = "Unlisted Grotesk"
WIDE = "Unlisted Song"


def forget() -> None:
    for function in CACHED:
        function.cache_clear()


@pytest.fixture(autouse=True)
def fonts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The only folder in which fonts are looked for; it is empty."""
    folder = tmp_path / "fonts"
    folder.mkdir()
    monkeypatch.setattr(installed, "folders", lambda: (folder, tmp_path / "not there"))
    monkeypatch.setattr(installed, "_cache", lambda: tmp_path / "cache" / "fonts.json")
    forget()
    yield folder
    forget()


@pytest.fixture
def tools() -> None:
    pytest.importorskip("fontTools", reason="fontTools is missing: pip install fonttools")


def make_font(path: Path, widths: dict[str, int], family: str = FAMILY, bold: bool = False) -> None:
    """Write a font of 1000 units an em that has these advance widths."""
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    names = {f"u{ord(char):04X}": width for char, width in widths.items()}
    builder = FontBuilder(1000)
    builder.setupGlyphOrder([".notdef", *names])
    builder.setupCharacterMap({ord(char): f"u{ord(char):04X}" for char in widths})
    builder.setupGlyf({name: TTGlyphPen(None).glyph() for name in (".notdef", *names)})
    builder.setupHorizontalMetrics({".notdef": (500, 0)} | {name: (width, 0) for name, width in names.items()})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": {"en": family, "zh-Hans": "未列黑体"}, "styleName": "Regular"})
    builder.setupOS2(usWeightClass=700 if bold else 400)
    builder.setupPost()
    builder.save(path)


def width(text: str, face: Face) -> float:
    return measure.measure([measure.Piece(text, face)]).width


def built(tmp_path: Path, latin: str, east: str) -> list[Diagnostic]:
    """The findings of a deck in azure whose body is set in these faces."""
    azure = (bundled("layouts") / "themes" / "azure.yaml").read_text(encoding="utf-8")
    before = "  body: {latin: Arial, Hans: Microsoft YaHei,"
    assert before in azure
    (tmp_path / "themes").mkdir()
    own = azure.replace(before, f"  body: {{latin: {latin}, Hans: {east},").replace("name: azure", "name: own")
    (tmp_path / "themes" / "own.yaml").write_text(own, encoding="utf-8")
    return list(made(OUTLINE, folders=(tmp_path, bundled("layouts"))).findings)


@pytest.mark.usefixtures("tools")
def test_installed_face_is_measured_in_its_weight(fonts: Path) -> None:
    make_font(fonts / "a.ttf", {"a": 300, "b": 400})
    make_font(fonts / "b.ttf", {"a": 350, "b": 450}, bold=True)
    assert width("ab", Face(FAMILY, "SimSun")) == pytest.approx(0.7)
    assert width("ab", Face(FAMILY, "SimSun", bold=True)) == pytest.approx(0.8)
    assert width("ab", Face("unlisted  grotesk", "SimSun")) == pytest.approx(0.7)
    assert width("ab", Face("未列黑体", "SimSun")) == pytest.approx(0.7)


@pytest.mark.usefixtures("tools")
def test_character_that_an_installed_face_lacks_is_taken_from_another(fonts: Path) -> None:
    make_font(fonts / "a.ttf", {"a": 300})
    assert width("z", Face(FAMILY, "SimSun")) == pytest.approx(1.05 * width("z", Face("Arial", "SimSun")))


@pytest.mark.usefixtures("tools")
def test_narrow_chinese_face_is_measured_too(fonts: Path) -> None:
    make_font(fonts / "a.ttf", {"国": 800}, WIDE)
    assert width("汉字，", Face("Arial", WIDE)) == pytest.approx(2.4)


@pytest.mark.usefixtures("tools")
def test_shipped_table_decides_even_where_the_face_is_installed(fonts: Path) -> None:
    before = width("Hello", Face("Arial", "SimSun"))
    make_font(fonts / "arial.ttf", dict.fromkeys("Hello", 999), "Arial")
    forget()
    assert width("Hello", Face("Arial", "SimSun")) == before


@pytest.mark.usefixtures("tools")
def test_real_font_under_another_name_has_the_widths_of_its_table(fonts: Path) -> None:
    from fontTools.ttLib import TTFont

    source = next(Path("/usr/share/fonts").rglob("LiberationSans-Regular.ttf"), None)
    if source is None:
        pytest.skip("Liberation Sans is missing: install fonts-liberation")
    with TTFont(source) as font:
        for record in font["name"].names:
            if record.nameID in (1, 16):
                record.string = FAMILY
        font.save(fonts / "renamed.ttf")
    text = "The quick brown fox, 2025: 15.3%"
    assert width(text, Face(FAMILY, "SimSun")) == pytest.approx(width(text, Face("Arial", "SimSun")), abs=0.01)


@pytest.mark.usefixtures("tools")
def test_damaged_font_is_passed_over(fonts: Path) -> None:
    (fonts / "broken.ttf").write_bytes(b"\0\1\0\0 no font")
    (fonts / "broken.ttc").write_bytes(b"ttcf")
    make_font(fonts / "good.ttf", {"a": 300})
    assert width("a", Face(FAMILY, "SimSun")) == pytest.approx(0.3)


@pytest.mark.usefixtures("tools")
def test_names_are_kept_and_a_changed_file_is_read_anew(fonts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_font(fonts / "a.ttf", {"a": 300})
    assert width("a", Face(FAMILY, "SimSun")) == pytest.approx(0.3)
    forget()
    with monkeypatch.context() as patched:
        patched.setattr(installed, "_faces", lambda path: pytest.fail(f"{path} is read again"))
        assert width("a", Face(FAMILY, "SimSun")) == pytest.approx(0.3)
    forget()
    make_font(fonts / "a.ttf", {"a": 300, "b": 1}, "Another Name")
    assert installed.measured(FAMILY) is None
    assert installed.measured("Another Name") is not None


@pytest.mark.usefixtures("tools")
def test_spoilt_cache_is_made_anew(fonts: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache/fonts.json").write_text('{"a": 1}')
    make_font(fonts / "a.ttf", {"a": 300})
    assert width("a", Face(FAMILY, "SimSun")) == pytest.approx(0.3)


@pytest.mark.usefixtures("tools")
def test_deck_in_an_installed_face_has_no_finding(fonts: Path, tmp_path: Path) -> None:
    make_font(fonts / "a.ttf", dict.fromkeys("abc 0123456789", 500))
    assert built(tmp_path, FAMILY, "SimSun") == []


@pytest.mark.usefixtures("tools")
def test_face_that_is_not_installed_is_told_once_with_its_place(tmp_path: Path) -> None:
    (finding,) = built(tmp_path, "Nowhere Sans", "SimSun")
    assert (finding.code, finding.severity) == ("unmeasured-face", "warning")
    assert "`Nowhere Sans`" in finding.message
    assert "Arial" in finding.message
    assert "install it" in finding.hint
    assert finding.span is not None
    assert finding.span.file.endswith("own.yaml")
    azure = (tmp_path / "themes/own.yaml").read_text(encoding="utf-8").splitlines()
    assert azure[finding.span.line - 1].strip().startswith("body:")


@pytest.mark.usefixtures("tools")
def test_chinese_face_that_is_not_installed_is_told_as_what_it_was_measured(tmp_path: Path) -> None:
    (finding,) = built(tmp_path, "Arial", "无名宋体")
    assert "`无名宋体`" in finding.message
    assert "one em a character" in finding.message


@pytest.mark.usefixtures("tools")
def test_misspelt_face_is_told_with_the_one_that_is_meant(tmp_path: Path) -> None:
    (finding,) = built(tmp_path, "Calibry", "SimSun")
    assert "`Calibri`" in finding.hint


def test_without_fonttools_the_hint_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    there = importlib.util.find_spec
    monkeypatch.setattr(installed, "find_spec", lambda name: None if name == "fontTools" else there(name))
    (finding,) = built(tmp_path, "Nowhere Sans", "SimSun")
    assert "pip install fonttools" in finding.hint


def test_face_that_no_text_is_set_in_is_not_told_of(tmp_path: Path) -> None:
    azure = (bundled("layouts") / "themes" / "azure.yaml").read_text(encoding="utf-8")
    assert "code: {latin: Consolas" in azure
    (tmp_path / "themes").mkdir()
    own = azure.replace("code: {latin: Consolas", "code: {latin: Nowhere Mono").replace("name: azure", "name: own")
    (tmp_path / "themes" / "own.yaml").write_text(own, encoding="utf-8")
    assert made(OUTLINE, folders=(tmp_path, bundled("layouts"))).findings == []
    (finding,) = made(OUTLINE.replace("甲 abc", "'甲 `abc`'"), folders=(tmp_path, bundled("layouts"))).findings
    assert "`Nowhere Mono`" in finding.message


@pytest.mark.parametrize(
    ("platform", "last"),
    [("win32", "Microsoft/Windows/Fonts"), ("darwin", "Library/Fonts"), ("linux", ".fonts")],
)
def test_every_system_has_a_folder_of_the_users_own(platform: str, last: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.setattr(installed.sys, "platform", platform)
    monkeypatch.setenv("LOCALAPPDATA", "C:/Users/me/AppData/Local")
    assert installed.folders()[-1].as_posix().endswith(last)
