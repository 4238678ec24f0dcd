"""Pictures through the command: what goes into the deck, and what each bad file gets."""

import io
import os
import re
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER

from slidegen.resources import bundled
from tests.proof.parts import Package

MEETING = bundled("decks") / "pictures/meeting.png"
HEAD = "title: Talk\nlanguage: en\ncover: false\nagenda: false\nslides:\n"
ORIENTATION, GPS, DESCRIPTION = 0x0112, 0x8825, 0x010E


def outline(picture: str) -> str:
    return f"{HEAD}  - title: One\n    image: {picture}\n    bullets: [a, b]\n"


def talk(name: str, more: str = "") -> str:
    return outline(f"{{file: {name}, alt: A street{more}}}")


def write(text: str) -> None:
    Path("talk.yaml").write_text(text, encoding="utf-8")


def photo(width: int = 1200, height: int = 900) -> Image.Image:
    """Red above, blue below, so that turning shows."""
    picture = Image.new("RGB", (width, height), "red")
    picture.paste("blue", (0, height // 2, width, height))
    return picture


def saved(name: str, picture: Image.Image | None = None, **options: Any) -> bytes:
    (picture or photo()).save(name, **options)
    return Path(name).read_bytes()


def media(deck: str = "talk.pptx") -> dict[str, bytes]:
    members = Package.read(Path(deck)).members
    return {name: data for name, data in members.items() if "/media/" in f"/{name}"}


def slide_xml(deck: str = "talk.pptx") -> str:
    return Package.read(Path(deck)).members["ppt/slides/slide1.xml"].decode()


def png(width: int, height: int, rows: bytes) -> bytes:
    """A grey PNG that says it has so many pixels, with these packed rows."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


# ---------------------------------------------------------------- what goes in


def test_picture_fills_its_placeholder_with_its_description(run: Callable[..., Any]) -> None:
    saved("photo.png")
    write(talk("photo.png"))
    assert run("build", "talk.yaml").code == 0
    slide = Presentation("talk.pptx").slides[0]
    (shape,) = [s for s in slide.placeholders if s.placeholder_format.type == PP_PLACEHOLDER.PICTURE]
    assert shape._element.nvPicPr.cNvPr.get("descr") == "A street"
    native = next(p for p in slide.slide_layout.placeholders if p.placeholder_format.type == PP_PLACEHOLDER.PICTURE)
    assert (shape.left, shape.top, shape.width, shape.height) == (native.left, native.top, native.width, native.height)
    seen = 1 - shape.crop_left - shape.crop_right
    assert seen * 1200 / (900 * (1 - shape.crop_top - shape.crop_bottom)) == pytest.approx(
        shape.width / shape.height, rel=1e-4
    )


def test_chinese_keys_say_the_same(run: Callable[..., Any]) -> None:
    saved("photo.png")
    write(talk("photo.png", ", fit: fill, focus: [20%, 80%], caption: Here"))
    assert run("build", "talk.yaml", "-o", "one.pptx").code == 0
    write(
        f"{HEAD}  - 标题: One\n    图片: {{文件: photo.png, 说明: A street, 裁切: 铺满,\n"
        "      焦点: [20%, 80%], 图注: Here}\n    要点: [a, b]\n"
    )
    assert run("build", "talk.yaml", "-o", "two.pptx").code == 0
    assert slide_xml("one.pptx") == slide_xml("two.pptx")


def test_focus_decides_what_is_cut_off(run: Callable[..., Any]) -> None:
    saved("photo.png", photo(2000, 900))
    cuts = {}
    for focus in ("left", "right", "[50%, 50%]"):
        write(talk("photo.png", f", focus: {focus}"))
        assert run("build", "talk.yaml", "--overwrite").code == 0
        shape = Presentation("talk.pptx").slides[0].placeholders[60]
        cuts[focus] = (shape.crop_left, shape.crop_right)
    assert cuts["left"][0] == cuts["right"][1] == 0
    assert cuts["left"][1] == cuts["right"][0] > 0.4
    assert cuts["[50%, 50%]"][0] == pytest.approx(cuts["[50%, 50%]"][1], abs=1e-5)


def test_picture_shown_whole_keeps_its_shape(run: Callable[..., Any]) -> None:
    saved("photo.png", photo(2000, 500))
    write(talk("photo.png", ", fit: contain"))
    assert run("build", "talk.yaml").code == 0
    shape = Presentation("talk.pptx").slides[0].placeholders[60]
    assert shape.width / shape.height == pytest.approx(4, rel=1e-3)
    assert (shape.crop_left, shape.crop_top) == (0, 0)


def test_same_picture_is_one_part_and_two_builds_are_equal(run: Callable[..., Any]) -> None:
    saved("photo.jpg", quality=90)
    saved("other.webp")
    items = "".join(f"      - {{file: {name}, alt: A street}}\n" for name in ("photo.jpg", "photo.jpg", "other.webp"))
    write(f"{HEAD}  - title: One\n    gallery:\n{items}")
    assert run("build", "talk.yaml", "-o", "one.pptx").code == 0
    assert run("build", "talk.yaml", "-o", "two.pptx").code == 0
    assert len(media("one.pptx")) == 2
    assert Path("one.pptx").read_bytes() == Path("two.pptx").read_bytes()


def test_decorative_picture_has_no_description(run: Callable[..., Any]) -> None:
    saved("photo.png")
    write(outline("{file: photo.png, decorative: true}"))
    assert run("build", "talk.yaml").code == 0
    (picture,) = re.findall(r"<p:pic>.*?</p:pic>", slide_xml())
    assert 'descr=""' in picture
    assert "adec:decorative" in picture


def test_photo_of_a_person_is_round_and_named_after_them(run: Callable[..., Any]) -> None:
    saved("ann.png", photo(300, 400))
    write(f"{HEAD}  - title: One\n    team:\n      - {{name: Ann Miller, photo: ann.png}}\n      - Tom Bell\n")
    assert run("build", "talk.yaml").code == 0
    slide = Presentation("talk.pptx").slides[0]
    (picture,) = [s for s in slide.placeholders if s.placeholder_format.type == PP_PLACEHOLDER.PICTURE]
    assert picture._element.nvPicPr.cNvPr.get("descr") == "Ann Miller"
    layout = slide.slide_layout._element.xml
    assert layout.count('prst="ellipse"') == 2
    assert len([s for s in slide.shapes if s.name == "user"]) == 1  # Tom has no photo


# ---------------------------------------------------------------- rows 24 to 26 of the faults


@pytest.mark.parametrize("name", ["photo.webp", "photo.avif"])
def test_other_formats_become_png(run: Callable[..., Any], name: str) -> None:
    saved(name)
    write(talk(name))
    assert run("build", "talk.yaml").code == 0
    ((part, data),) = media().items()
    assert part.endswith(".png")
    assert Image.open(io.BytesIO(data)).size == (1200, 900)


def test_gif_is_kept(run: Callable[..., Any]) -> None:
    data = saved("photo.gif", photo(), save_all=True, append_images=[Image.new("RGB", (1200, 900), "green")])
    write(talk("photo.gif"))
    assert run("build", "talk.yaml").code == 0
    assert list(media().values()) == [data]


DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="40mm" height="30mm"'
    ' viewBox="0 0 400 300">{}<rect width="400" height="150" fill="red"/></svg>'
)


def test_drawing_stays_a_drawing_with_a_png_beside_it(run: Callable[..., Any]) -> None:
    noted = '<!-- Ann --><metadata>C:/Users/Ann</metadata><use href="#a"/>'
    Path("plan.svg").write_text(DRAWING.format(noted), encoding="utf-8")
    write(talk("plan.svg"))
    assert run("build", "talk.yaml").code == 0
    kinds = {name.rpartition(".")[2]: data for name, data in media().items()}
    assert kinds.keys() == {"svg", "png"}
    assert b"<rect" in kinds["svg"]
    assert b"Ann" not in kinds["svg"]
    assert Image.open(io.BytesIO(kinds["png"])).convert("RGB").getpixel((1000, 300)) == (255, 0, 0)
    assert "asvg:svgBlip" in slide_xml()


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<rect onclick="alert(1)" width="1" height="1"/>',
        '<image href="https://example.org/a.png" width="1" height="1"/>',
        '<image xlink:href="../../secret.png" width="1" height="1"/>',
        '<image href="data:image/svg+xml;base64,PHN2Zy8+" width="1" height="1"/>',
        '<style>@import url("https://example.org/a.css");</style>',
        '<rect fill="url(https://example.org/a.svg#b)" width="1" height="1"/>',
        '<foreignObject width="1" height="1"/>',
        '<a href="javascript:alert(1)"><rect width="1" height="1"/></a>',
        "".join(f'<g id="g{n}">' + f'<use href="#g{n + 1}"/>' * 10 + "</g>" for n in range(9)),
        '<g id="a"><use href="#a"/></g>',
    ],
)
def test_drawing_that_acts_or_reaches_out_is_refused(run: Callable[..., Any], inside: str) -> None:
    Path("plan.svg").write_text(DRAWING.format(inside), encoding="utf-8")
    write(talk("plan.svg"))
    said = run("build", "talk.yaml")
    assert said.code == 4
    assert "talk.yaml:7:19: error[unsafe-picture]" in said.err


def test_drawing_with_entities_is_refused(run: Callable[..., Any]) -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "lol"}">' for n in range(10))
    Path("plan.svg").write_text(f"<!DOCTYPE svg [{entities}]>{DRAWING.format('<text>&e9;</text>')}", encoding="utf-8")
    write(talk("plan.svg"))
    said = run("build", "talk.yaml")
    assert said.code == 4
    assert "error[unsafe-picture]" in said.err


def test_turned_photo_is_upright_without_notes(run: Callable[..., Any]) -> None:
    notes = Image.Exif()
    notes[ORIENTATION] = 6  # the camera was turned: rows go down from the right
    notes[DESCRIPTION] = "Ann's garden"
    notes.get_ifd(GPS)[1] = "N"
    saved("photo.jpg", photo(), quality=95, exif=notes, comment=b"Ann")
    write(talk("photo.jpg"))
    assert run("build", "talk.yaml").code == 0
    (data,) = media().values()
    picture = Image.open(io.BytesIO(data))
    assert picture.size == (900, 1200)
    left, right = (picture.convert("RGB").getpixel((x, 600)) for x in (100, 800))
    assert left[2] > 200 > right[2]  # type: ignore[index]
    assert not picture.getexif()
    assert b"Ann" not in data


def test_upright_photo_keeps_every_pixel_and_loses_its_notes(run: Callable[..., Any]) -> None:
    notes = Image.Exif()
    notes[DESCRIPTION] = "Ann's garden"
    notes.get_ifd(GPS)[1] = "N"
    saved("photo.jpg", Image.open(MEETING).convert("RGB"), quality=80, exif=notes, comment=b"Ann", progressive=True)
    Path("photo.jpg").write_bytes(Path("photo.jpg").read_bytes() + b"film of Ann")
    write(talk("photo.jpg"))
    assert run("build", "talk.yaml").code == 0
    (data,) = media().values()
    assert b"Ann" not in data
    assert Image.open(io.BytesIO(data)).tobytes() == Image.open("photo.jpg").tobytes()


# ---------------------------------------------------------------- rows 18 to 23


def refused(run: Callable[..., Any], name: str) -> str:
    """What is said of a picture that cannot be had: its line, exit 4, and the deck of before is as it was."""
    Path("talk.pptx").write_bytes(b"before")
    write(talk(name))
    said = run("build", "talk.yaml")
    assert said.code == 4
    assert "talk.yaml:7:19: error[" in said.err
    assert "hint:" in said.err
    assert Path("talk.pptx").read_bytes() == b"before"
    assert sorted(p.name for p in Path().iterdir() if "talk" in p.name) == ["talk.pptx", "talk.yaml"]
    text: str = said.err
    return text


def test_missing_picture_names_the_nearest(run: Callable[..., Any]) -> None:
    saved("photo.png")
    assert "did you mean photo.png?" in refused(run, "foto.png")


@pytest.mark.parametrize("name", ["../photo.png", "/etc/passwd", r"C:\photo.png", r"\\server\photo.png", "link.png"])
def test_picture_outside_the_folder_is_refused(run: Callable[..., Any], name: str) -> None:
    Path("link.png").symlink_to(MEETING)
    assert "error[outside-folder]" in refused(run, f"'{name}'")


@pytest.mark.parametrize("name", ["https://example.org/a.png", "file:///etc/passwd", "data:image/png;base64,AAAA"])
def test_address_is_never_fetched(run: Callable[..., Any], name: str) -> None:
    assert "error[remote-file]" in refused(run, f"'{name}'")


@pytest.mark.parametrize("kind", ["folder", "fifo"])
def test_what_is_no_file_does_not_hang(run: Callable[..., Any], kind: str) -> None:
    Path("photo.png").mkdir() if kind == "folder" else os.mkfifo("photo.png")
    assert "error[not-a-file]" in refused(run, "photo.png")


def test_too_many_pixels_are_refused_before_they_are_decoded(run: Callable[..., Any]) -> None:
    Path("photo.png").write_bytes(png(20_000, 20_000, zlib.compress(b"")))
    said = refused(run, "photo.png")
    assert "error[picture-size]" in said
    assert "400 megapixels, more than 50" in said


def test_too_large_a_file_is_refused(run: Callable[..., Any]) -> None:
    with Path("photo.png").open("wb") as target:
        target.truncate(60_000_000)
    assert "error[file-size]" in refused(run, "photo.png")


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.gif", "a.webp", "a.avif", "a.svg"])
@pytest.mark.parametrize("part", [0.1, 0.5, 0.97])
def test_truncated_picture_is_found(run: Callable[..., Any], name: str, part: float) -> None:
    if name == "a.svg":
        data = DRAWING.format("").encode()
        Path(name).write_bytes(data)
    else:
        data = saved(name, Image.open(MEETING).convert("RGB"))
    Path(name).write_bytes(data[: int(len(data) * part)])
    assert "error[damaged-picture]" in refused(run, name)


def test_changed_bytes_of_a_png_are_found(run: Callable[..., Any]) -> None:
    data = bytearray(saved("a.png", Image.open(MEETING).convert("RGB")))
    data[len(data) // 2] ^= 0xFF
    Path("a.png").write_bytes(data)
    assert "error[damaged-picture]" in refused(run, "a.png")


@pytest.mark.parametrize("rows", [b"", zlib.compress(b"\0" * 90), zlib.compress(b"\0" * 110)[:-8], b"no zlib"], ids=str)
def test_png_without_all_its_rows_is_damaged(run: Callable[..., Any], rows: bytes) -> None:
    Path("a.png").write_bytes(png(10, 10, rows))
    assert "error[damaged-picture]" in refused(run, "a.png")


@pytest.mark.parametrize("data", [b"", b"text", b"BM" + bytes(60), b"\0\0\0\x18ftypheic" + bytes(60)], ids=str)
def test_other_files_are_no_pictures(run: Callable[..., Any], data: bytes) -> None:
    Path("a.png").write_bytes(data)
    assert "error[picture-format]" in refused(run, "a.png")


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.gif", "a.webp", "a.avif"])
def test_no_bytes_bring_a_traceback(run: Callable[..., Any], name: str) -> None:
    data = saved(name, photo(60, 40))
    write(talk("broken.bin"))
    for at in range(0, len(data), max(1, len(data) // 60)):
        broken = bytearray(data)
        broken[at] ^= 0x55
        Path("broken.bin").write_bytes(broken)
        assert run("build", "talk.yaml", "--overwrite").code in (0, 4)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="asks Linux for the most memory that was used")
def test_fifty_megapixels_are_built_in_little_memory(tmp_path: Path) -> None:
    (tmp_path / "talk.yaml").write_text(talk("a.jpg"), encoding="utf-8")
    Image.new("RGB", (8600, 5800), "red").save(tmp_path / "a.jpg")
    script = (
        "from slidegen.cli import main\n"
        "try: main()\nexcept SystemExit as ended: assert not ended.code\n"
        "print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script, "build", "talk.yaml"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert int(ran.stdout.split()[-1]) < 200_000  # kB


# ---------------------------------------------------------------- what is said


@pytest.mark.parametrize(
    ("picture", "code", "exit"),
    [
        ("photo.png", "error[no-alt]", 3),
        ("{file: photo.png}", "error[no-alt]", 3),
        ("{alt: A street}", "error[missing-key]", 3),
        ("{file: photo.png, alt: photo.png}", "warning[weak-alt]", 0),
        ("{file: photo.png, alt: Image of a street}", "warning[weak-alt]", 0),
        ("{file: photo.png, alt: 图片：一条街}", "warning[weak-alt]", 0),
        (f"{{file: photo.png, alt: {'街' * 151}}}", "warning[weak-alt]", 0),
        ("{file: photo.png, alt: A street, fit: stretch}", "error[unknown-value]", 3),
        ("{file: photo.png, alt: A street, focus: [120%, 0%]}", "error[unknown-value]", 3),
        ("{file: photo.png, alt: A street, focus: left right}", "error[unknown-value]", 3),
        ("{file: photo.png, alt: A street, colour: red}", "error[unknown-key]", 3),
        ("{file: small.png, alt: A street}", "warning[coarse-picture]", 0),
    ],
)
def test_what_is_wrong_is_said_in_its_line(run: Callable[..., Any], picture: str, code: str, exit: int) -> None:
    saved("photo.png")
    saved("small.png", photo(120, 90))
    write(outline(picture))
    said = run("build", "talk.yaml")
    assert said.code == exit
    assert re.search(rf"talk\.yaml:7:\d+: {re.escape(code)}", said.err)


def test_caption_without_a_place_is_an_error(run: Callable[..., Any]) -> None:
    saved("photo.png")
    write(f"{HEAD}  - title: One\n    layout: image-full\n    image: {{file: photo.png, alt: A street, caption: x}}\n")
    said = run("build", "talk.yaml")
    assert said.code == 3
    assert "error[no-slot]" in said.err


def test_png_and_jpeg_need_no_package(run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    saved("photo.png")
    saved("photo.jpg")
    saved("photo.webp")
    Path("plan.svg").write_text(DRAWING.format(""), encoding="utf-8")
    monkeypatch.setitem(sys.modules, "PIL", None)
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    for name, code in (("photo.png", 0), ("photo.jpg", 0), ("photo.webp", 4), ("plan.svg", 4)):
        write(talk(name))
        said = run("build", "talk.yaml", "--overwrite")
        assert said.code == code
        assert ("pip install pillow resvg-py" in said.err) == bool(code)


# ---------------------------------------------------------------- the logo


def logo_deck(run: Callable[..., Any], logo: str, title: str = "One") -> Any:
    write(f"title: Talk\nlanguage: en\norganisation: Town\n{logo}\nslides:\n  - title: {title}\n    bullets: [a, b]\n")
    said = run("build", "talk.yaml", "--overwrite")
    return Presentation("talk.pptx") if said.code == 0 else said


def test_logo_stands_on_the_master_whole_and_right(run: Callable[..., Any]) -> None:
    saved("logo.png", photo(600, 600))
    deck = logo_deck(run, "标志: logo.png")
    (logo,) = [s for s in deck.slide_master.shapes if s._element.tag.endswith("}pic")]
    assert logo._element.nvPicPr.cNvPr.get("descr") == "Town"
    assert logo.width == logo.height
    assert logo.left + logo.width == pytest.approx(12.583 * 914400, abs=2)
    assert not any(s._element.tag.endswith("}pic") for slide in deck.slides for s in slide.shapes)
    stages = [deck.slides[0].slide_layout, deck.slides[-1].slide_layout]
    assert [layout._element.get("showMasterSp") for layout in stages] == ["0", "0"]


def test_titles_end_before_the_logo(run: Callable[..., Any]) -> None:
    saved("logo.png", photo(1800, 600))
    title = "A title so long that it would run right under the logo of the town, were it not broken before it"
    plain = logo_deck(run, "subtitle: none", title).slides[1].shapes.title
    deck = logo_deck(run, "logo: {file: logo.png, alt: Arms of the town}", title)
    (logo,) = [s for s in deck.slide_master.shapes if s._element.tag.endswith("}pic")]
    native = deck.slides[1].shapes.title
    assert native.left + native.width < logo.left < plain.left + plain.width


def test_faulty_logo_is_an_error_in_its_line(run: Callable[..., Any]) -> None:
    said = logo_deck(run, "logo: none.png")
    assert said.code == 4
    assert "talk.yaml:4:7: error[no-file]" in said.err


# ---------------------------------------------------------------- recordings


def box(name: bytes, body: bytes = b"") -> bytes:
    return (8 + len(body)).to_bytes(4) + name + body


FILM = box(b"ftyp", b"isom\0\0\0\0") + box(b"moov") + box(b"mdat", bytes(99))
SOUNDS = {
    "a.mp3": b"ID3" + bytes(99),
    "a.m4a": FILM.replace(b"isom", b"M4A "),
    "a.wav": b"RIFF\x64\0\0\0WAVE" + bytes(99),
}


@pytest.mark.parametrize(("name", "data"), [("a.mp4", FILM), *SOUNDS.items()])
def test_recording_plays_from_its_placeholder(run: Callable[..., Any], name: str, data: bytes) -> None:
    Path(name).write_bytes(data)
    write(f"{HEAD}  - title: The bell rings\n    video: {name}\n")
    assert run("build", "talk.yaml").code == 0
    found = media()
    assert data in found.values()
    assert sorted(part.rpartition(".")[2] for part in found) == sorted([name[2:], "png"])
    text = slide_xml()
    kind = "video" if name == "a.mp4" else "audio"
    assert f"<a:{kind}File r:link=" in text
    assert f"<p:{kind}><p:cMediaNode" in text
    slide = Presentation("talk.pptx").slides[0]
    shape = next(s for s in slide.placeholders if s.placeholder_format.type == PP_PLACEHOLDER.MEDIA_CLIP)
    assert f'spid="{shape.shape_id}"' in text
    assert shape._element.nvPicPr.cNvPr.get("descr") == "The bell rings"
    ((_, poster),) = [(part, body) for part, body in found.items() if part.endswith("png")]
    assert len(Image.open(io.BytesIO(poster)).convert("RGB").getcolors() or ()) > 2


def test_own_poster_and_description_are_shown(run: Callable[..., Any]) -> None:
    Path("a.mp4").write_bytes(FILM)
    data = saved("p.png")
    write(f"{HEAD}  - title: One\n    视频: {{文件: a.mp4, 封面图: p.png, 说明: A bell}}\n    文字: Listen\n")
    assert run("build", "talk.yaml").code == 0
    assert data in media().values()
    assert 'descr="A bell"' in slide_xml()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (FILM[:-1], "damaged-recording"),
        (FILM.replace(b"moov", b"free"), "damaged-recording"),
        (b"text", "recording-format"),
        (FILM.replace(b"isom", b"qt  "), "recording-format"),
    ],
)
def test_recording_that_would_not_play_is_refused(run: Callable[..., Any], data: bytes, code: str) -> None:
    Path("a.mp4").write_bytes(data)
    write(f"{HEAD}  - title: One\n    video: a.mp4\n")
    said = run("build", "talk.yaml")
    assert said.code == 4
    assert f"talk.yaml:7:12: error[{code}]" in said.err
