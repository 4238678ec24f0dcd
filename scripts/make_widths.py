"""Write slidegen/text/widths_data.py: advance widths of the Latin characters of common faces.

The widths are facts measured with fontTools from fonts that share their metrics with the office faces:
Liberation (Arial, Times New Roman), Carlito (Calibri), Gelasio (Georgia), and from Noto CJK. Run it with the
folders that hold them, only when a face is added:

    python scripts/make_widths.py /usr/share/fonts path/to/@fontsource/gelasio
"""

import argparse
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

from fontTools.ttLib import TTFont

SOURCES = {
    "Arial": (["LiberationSans-Regular.ttf"], ["LiberationSans-Bold.ttf"]),
    "Calibri": (["Carlito-Regular.ttf"], ["Carlito-Bold.ttf"]),
    "Georgia": (
        ["gelasio-latin-400-normal.woff", "gelasio-latin-ext-400-normal.woff", "gelasio-vietnamese-400-normal.woff"],
        ["gelasio-latin-700-normal.woff", "gelasio-latin-ext-700-normal.woff", "gelasio-vietnamese-700-normal.woff"],
    ),
    "Times New Roman": (["LiberationSerif-Regular.ttf"], ["LiberationSerif-Bold.ttf"]),
    "Noto Sans CJK": (["NotoSansCJK-Regular.ttc"], ["NotoSansCJK-Bold.ttc"]),
    "Noto Serif CJK": (["NotoSerifCJK-Regular.ttc"], ["NotoSerifCJK-Bold.ttc"]),
}

COVERED = [
    (0x20, 0x7E),  # ASCII
    (0xA0, 0x17F),  # Latin-1, Latin Extended-A
    (0x192, 0x192),
    (0x1CD, 0x1DC),  # pinyin
    (0x218, 0x21B),
    (0x2C6, 0x2DD),
    (0x370, 0x3FF),  # Greek
    (0x400, 0x45F),  # Cyrillic
    (0x490, 0x491),
    (0x1EA0, 0x1EF9),  # Vietnamese
    (0x2010, 0x203A),  # general punctuation
    (0x2044, 0x2044),
    (0x2070, 0x208E),  # super- and subscripts
    (0x20A0, 0x20BF),  # currency
    (0x2100, 0x214F),  # letterlike
    (0x2150, 0x215E),  # fractions
    (0x2190, 0x2199),  # arrows
    (0x2200, 0x22A5),  # mathematics
    (0x25A0, 0x25FF),  # geometric shapes
    (0xFB01, 0xFB02),
]

TARGET = Path(__file__).parents[1] / "slidegen" / "text" / "widths_data.py"


def main() -> int:
    """Measure the fonts and write the module."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folders", nargs="+", type=Path, help="folders searched for the font files")
    folders = parser.parse_args().folders
    parts = []
    for face, styles in SOURCES.items():
        tables = ",\n".join(_table([_find(name, folders) for name in names]) for names in styles)
        parts.append(f'    "{face}": (\n{tables},\n    ),\n')
    head = '"""Advance widths in thousandths of an em, regular and bold. Written by scripts/make_widths.py."""\n\n'
    note = '"""By face, regular and bold: ranges of code points and the widths of all characters in them."""\n'
    table = f"WIDTHS: dict[str, tuple[tuple[str, str], tuple[str, str]]] = {{\n{''.join(parts)}}}\n"
    TARGET.write_text(head + table + note, encoding="utf-8")
    return 0


def _find(name: str, folders: list[Path]) -> Path:
    for folder in folders:
        for path in folder.rglob(name):
            return path
    sys.exit(f"make_widths: {name} is in none of the folders")


def _table(paths: list[Path]) -> str:
    widths: dict[int, int] = {}
    for path in paths:
        with TTFont(path, fontNumber=0) as font:
            metrics, units = font["hmtx"], font["head"].unitsPerEm
            for code, glyph in font.getBestCmap().items():
                widths.setdefault(code, round(metrics[glyph][0] * 1000 / units))
    covered = [code for first, last in COVERED for code in range(first, last + 1) if code in widths]
    ranges = " ".join(f"{first}-{last}" for first, last in _ranges(covered))
    numbers = " ".join(str(widths[code]) for code in covered)
    return f"        (\n{_literal(ranges)},\n{_literal(numbers)},\n        )"


def _literal(text: str) -> str:
    lines = textwrap.wrap(text, 96, break_on_hyphens=False)
    quoted = [f'"{line} "' for line in lines[:-1]] + [f'"{lines[-1]}"']
    return "\n".join(f"            {line}" for line in quoted)


def _ranges(codes: list[int]) -> Iterator[tuple[int, int]]:
    first = last = codes[0]
    for code in codes[1:]:
        if code != last + 1:
            yield first, last
            first = code
        last = code
    yield first, last


if __name__ == "__main__":
    raise SystemExit(main())
