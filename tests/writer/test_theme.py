from lxml import etree

from slidegen.composed import FontSet, ThemePart
from slidegen.writer.theme import theme_xml

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SLOTS = ("dk1", "lt1", "dk2", "lt2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
THEME = ThemePart(
    'A & "B"',
    tuple((slot, f"0000{number:02X}") for number, slot in enumerate(SLOTS)),
    (),
    FontSet("Georgia", "SimHei", (("Hans", "SimHei"),)),
    FontSet("Arial", "Microsoft YaHei", (("Hans", "Microsoft YaHei"), ("Jpan", "Yu Gothic"))),
)
ROOT = etree.fromstring(theme_xml(THEME).encode())


def names(path: str) -> list[str]:
    """The local names of an element's children; the path's steps are DrawingML's."""
    return [etree.QName(e).localname for e in ROOT.find("/".join(A + step for step in path.split("/")))]


def test_twelve_colours_stand_in_order() -> None:
    assert names("themeElements/clrScheme") == list(SLOTS)
    assert [e.get("val") for e in ROOT.iter(f"{A}srgbClr")] == [f"0000{n:02X}" for n in range(12)]


def test_latin_east_asian_complex_and_script_faces_are_all_filled() -> None:
    for kind, scripts in (("majorFont", 1), ("minorFont", 2)):
        assert names(f"themeElements/fontScheme/{kind}") == ["latin", "ea", "cs"] + ["font"] * scripts
    faces = [e.get("typeface") for e in ROOT.find(f".//{A}minorFont")]
    assert faces == ["Arial", "Microsoft YaHei", "Arial", "Microsoft YaHei", "Yu Gothic"]
    assert [e.get("script") for e in ROOT.iter(f"{A}font")] == ["Hans", "Hans", "Jpan"]


def test_each_list_of_formats_has_three_plain_entries() -> None:
    assert names("themeElements") == ["clrScheme", "fontScheme", "fmtScheme"]
    lists = names("themeElements/fmtScheme")
    assert lists == ["fillStyleLst", "lnStyleLst", "effectStyleLst", "bgFillStyleLst"]
    assert [len(names(f"themeElements/fmtScheme/{each}")) for each in lists] == [3, 3, 3, 3]
    assert all(len(e) == 0 for e in ROOT.iter(f"{A}effectLst"))


def test_the_name_is_text() -> None:
    assert ROOT.get("name") == 'A & "B"'
