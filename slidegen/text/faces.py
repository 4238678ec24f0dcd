"""Typefaces by name: which ones slidegen has width tables for, and under which names they are known.

Where there is a table it decides, on every machine alike. A face without one is measured where it is installed.
"""

from functools import lru_cache
from typing import Final

from msgspec import Struct

from slidegen.text.installed import measured
from slidegen.text.widths_data import WIDTHS

_HALF = "Half-width"

_LATIN: Final = {
    "Arial": "Arial",
    "Helvetica": "Arial",
    "Liberation Sans": "Arial",
    "Arimo": "Arial",
    "Calibri": "Calibri",
    "Carlito": "Calibri",
    "Georgia": "Georgia",
    "Gelasio": "Georgia",
    "Times New Roman": "Times New Roman",
    "Times": "Times New Roman",
    "Liberation Serif": "Times New Roman",
    "Tinos": "Times New Roman",
    "Consolas": "Consolas",
    "Courier New": "Courier New",
    "Courier": "Courier New",
    "Liberation Mono": "Courier New",
    "Cousine": "Courier New",
}

# Latin letters of the East Asian faces: the modern sans faces stay at or below Noto Sans CJK's widths,
# the older office faces set ASCII on half an em.
_EAST: Final = {
    "Microsoft YaHei": ("Noto Sans CJK", ("微软雅黑", "Microsoft YaHei UI", "Microsoft YaHei Light", "微软雅黑 Light")),
    "DengXian": ("Noto Sans CJK", ("等线", "DengXian Light", "等线 Light")),
    "SimSun": (_HALF, ("宋体", "NSimSun", "新宋体", "SimSun-ExtB")),
    "SimHei": (_HALF, ("黑体",)),
    "KaiTi": (_HALF, ("楷体", "KaiTi_GB2312", "楷体_GB2312", "STKaiti", "华文楷体")),
    "FangSong": (_HALF, ("仿宋", "FangSong_GB2312", "仿宋_GB2312", "STFangsong", "华文仿宋")),
    "STSong": ("Noto Serif CJK", ("华文宋体", "STZhongsong", "华文中宋", "FZXiaoBiaoSong-B05S", "方正小标宋简体")),
    "PingFang SC": ("Noto Sans CJK", ("苹方", "苹方-简", "PingFang TC", "Hiragino Sans GB", "STHeiti", "华文黑体")),
    "Microsoft JhengHei": ("Noto Sans CJK", ("微軟正黑體", "Microsoft JhengHei UI")),
    "PMingLiU": (_HALF, ("新細明體", "MingLiU", "細明體", "DFKai-SB", "標楷體")),
    "Yu Gothic": ("Noto Sans CJK", ("游ゴシック", "Yu Gothic UI", "Meiryo", "メイリオ", "MS PGothic", "MS Pゴシック")),
    "Yu Mincho": ("Noto Serif CJK", ("游明朝", "MS PMincho", "MS P明朝")),
    "MS Gothic": (_HALF, ("MS ゴシック", "MS Mincho", "MS 明朝")),
    "Malgun Gothic": ("Noto Sans CJK", ("맑은 고딕", "Gulim", "굴림", "Dotum", "돋움")),
    "Batang": ("Noto Serif CJK", ("바탕",)),
    "Noto Sans CJK SC": (
        "Noto Sans CJK",
        ("Noto Sans SC", "Noto Sans CJK TC", "Noto Sans CJK JP", "Noto Sans CJK KR", "Source Han Sans SC", "思源黑体"),
    ),
    "Noto Serif CJK SC": (
        "Noto Serif CJK",
        (
            "Noto Serif SC",
            "Noto Serif CJK TC",
            "Noto Serif CJK JP",
            "Noto Serif CJK KR",
            "Source Han Serif SC",
            "思源宋体",
        ),
    ),
}

_TABLES: Final[dict[str, str]] = {name.casefold(): table for name, table in _LATIN.items()} | {
    alias.casefold(): table for name, (table, aliases) in _EAST.items() for alias in (name, *aliases)
}

_FIXED: Final = {"Consolas": 0.55, "Courier New": 0.6, _HALF: 0.5}

FALLBACK: Final = "Arial"
FALLBACK_FACTOR: Final = 1.05
"""A Latin face that cannot be measured is taken for Arial, a little wider, so that the text rather fits than not."""


class Face(Struct, frozen=True):
    """What one run is set in: the family of its Latin letters and digits, that of its CJK characters."""

    latin: str
    east: str
    bold: bool = False


def known(name: str) -> bool:
    """Tell whether slidegen has a table of the family, under this or its Chinese name; case does not matter."""
    return _key(name) in _TABLES


def known_names() -> tuple[str, ...]:
    """Return every name under which a face is known."""
    return (*_LATIN, *_EAST, *(alias for _, aliases in _EAST.values() for alias in aliases))


@lru_cache(maxsize=64)
def east_width(name: str, bold: bool = False) -> float:
    """Return how wide a CJK character of a family is, in em."""
    found = None if known(name) else measured(name, bold)
    return found.east if found else 1.0


@lru_cache(maxsize=64)
def latin_widths(name: str, bold: bool = False) -> tuple[dict[str, float], float]:
    """Return the advance widths of a family's Latin characters, in em, and the width of those not in the table.

    The default is 0.0 when a missing character is to be looked up elsewhere; fixed-pitch faces have no table,
    only the default. A family without a table that is not installed gets Arial's widths times `FALLBACK_FACTOR`.
    """
    table = _TABLES.get(_key(name))
    found = measured(name, bold) if table is None else None
    if found is not None:
        return found.latin, 0.0
    if table in _FIXED:
        return {}, _FIXED[table]
    factor = 0.001 if table else 0.001 * FALLBACK_FACTOR
    return {char: thousandths * factor for char, thousandths in _unpack(table or FALLBACK, bold)}, 0.0


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()


def _unpack(table: str, bold: bool) -> list[tuple[str, int]]:
    ranges, numbers = WIDTHS[table][bold]
    bounds = (span.split("-") for span in ranges.split())
    chars = (chr(code) for first, last in bounds for code in range(int(first), int(last) + 1))
    return [(char, int(number)) for char, number in zip(chars, numbers.split(), strict=True)]
