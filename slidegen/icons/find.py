"""Find an icon's drawing by its Lucide name or by a Chinese or English keyword.

The drawings (data.z, made by scripts/make_icons.py) are read when the first icon is asked for; of the
1900 lines only the one that is wanted is ever parsed.
"""

import re
import zlib
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path as File

from slidegen.drawing import Path

GRID = 2400
"""The side of the square all icons are drawn in."""

ARITY = {"m": 1, "l": 1, "c": 3}
EVERYDAY = (
    ("目标", "学习", "安全", "提醒", "制度"),
    ("target", "circle-check", "lightbulb", "shield-check", "file-text"),
)
NEAR = 0.4
"""How alike two words must be, 0 to 1, for one to be suggested for the other: half the letters in common."""
TAGGED = 0.9
"""How near an icon is that Lucide itself gives the word as a keyword."""


def icon_path(name: str) -> Path | None:
    """Return an icon's lines on a grid of 2400 by 2400, or None when nobody knows the name.

    `name` is a Lucide name, today's or a former one (`alert-triangle`), or a keyword (`监督`, `risk`).
    """
    path = _line(_resolve(name))[1]
    return Path(GRID, GRID, _decode(path), filled=False) if path else None


def suggest(word: str, count: int = 5) -> list[str]:
    """Return the names and keywords nearest to an unknown word, best first, one for each icon.

    A word with Chinese characters gets Chinese keywords, any other gets names. When nothing is near,
    a few icons of everyday use are named.
    """
    wanted = _normal(word)
    chinese = any(ord(c) > 0x2E7F for c in wanted)
    matcher = SequenceMatcher(None, "", wanted, autojunk=False)
    best: dict[str, tuple[float, str]] = {}
    for shown, spelling, icon in _chinese_spellings() if chinese else _latin_spellings():
        score = _likeness(wanted, spelling, matcher)
        if score > best.get(icon, (NEAR, ""))[0]:
            best[icon] = score, shown
    if not chinese:
        for icon in _tagged(wanted):
            best[icon] = max(best.get(icon, (0.0, icon)), (TAGGED, icon))
    order = {icon: i for i, icon in enumerate(_table())}
    ranked = sorted(best, key=lambda icon: (-best[icon][0], order.get(icon, len(order)), len(icon), icon))
    return [best[icon][1] for icon in ranked[:count]] or list(EVERYDAY[0 if chinese else 1][:count])


def search(word: str) -> list[str]:
    """Return the Lucide names whose name or keywords contain the word; every name for the empty word.

    First come names that start with it, then keywords of the table, other names, Lucide's own keywords.
    """
    wanted = _normal(word)
    by_keyword = [icon for keyword, icon in _keywords().items() if wanted in keyword]
    by_start = [icon for name, _, icon in _lines() if name.startswith(wanted)]
    by_name = [icon for name, _, icon in _lines() if wanted in name]
    by_tag = [icon for _, tags, icon in _lines() if wanted in tags]
    return list(dict.fromkeys(by_start + by_keyword + by_name + by_tag))


def keywords() -> tuple[str, ...]:
    """Return the words by which icons may be asked for besides their names."""
    return tuple(_keywords())


def keywords_of(icon: str) -> tuple[str, ...]:
    """Return the words of the table by which an icon of that name may be asked for."""
    return _table().get(icon, ())


def _normal(word: str) -> str:
    return re.sub(r"[\s_-]+", "-", word.strip().casefold())


@cache
def _table() -> dict[str, tuple[str, ...]]:
    from slidegen.icons.keywords import KEYWORDS

    return {icon: tuple(words.split()) for icon, words in KEYWORDS.items()}


@cache
def _keywords() -> dict[str, str]:
    return {word: icon for icon, words in _table().items() for word in words}


@cache
def _data() -> bytes:
    return b"\n" + zlib.decompress(File(__file__).with_name("data.z").read_bytes())


def _line(name: str) -> tuple[str, str]:
    """Return what follows a name in the data: keywords and path, or the name of today and no path."""
    data = _data()
    key = b"\n" + name.encode("utf-8", "replace") + b"\t"
    start = data.find(key)
    if start < 0 or "\t" in name or "\n" in name:
        return "", ""
    start += len(key)
    tags, _, path = data[start : data.index(b"\n", start)].decode().partition("\t")
    return tags, path


def _lines() -> Iterator[tuple[str, str, str]]:
    """Yield every name, Lucide's own keywords for it, hyphened and parted by commas, and the name of today."""
    for line in _data().decode().splitlines()[1:]:
        name, tags, *path = line.split("\t")
        yield (name, tags.replace(" ", "-"), name) if path else (name, "", tags)


def _resolve(name: str) -> str:
    """Return the Lucide name of today for a name, a former name or a keyword; the word itself if unknown."""
    word = _normal(name)
    today, path = _line(word)
    return word if path else today or _keywords().get(word, word)


def _decode(path: str) -> tuple[tuple[str | int, ...], ...]:
    """Return a path of steps as absolute commands."""
    commands: list[tuple[str | int, ...]] = []
    x = y = start_x = start_y = 0
    for letter, steps in re.findall(r"([a-z])([^a-z]*)", path):
        if letter == "z":
            commands.append(("Z",))
            x, y = start_x, start_y
            continue
        numbers = iter(int(n) for n in re.findall(r"-?\d+", steps))
        points: list[int] = []
        for dx, dy in zip(numbers, numbers, strict=True):
            points += (x + dx, y + dy)
            if len(points) == 2 * ARITY[letter]:
                x, y = points[-2:]
                commands.append((letter.upper(), *points))
                points = []
        if letter == "m":
            start_x, start_y = x, y
    return tuple(commands)


def _chinese_spellings() -> Iterator[tuple[str, str, str]]:
    """Yield what to show, what to compare with and the icon meant, for every Chinese keyword."""
    for keyword, icon in _keywords().items():
        if not keyword.isascii():
            yield keyword, keyword, icon


def _latin_spellings() -> Iterator[tuple[str, str, str]]:
    """Yield the same for every English keyword, name and former name; always the name of today is shown."""
    for keyword, icon in _keywords().items():
        if keyword.isascii():
            yield icon, keyword, icon
    for name, _, icon in _lines():
        yield icon, name, icon


def _tagged(word: str) -> Iterator[str]:
    """Yield the icons that have the word among Lucide's own keywords."""
    return (icon for _, tags, icon in _lines() if word and word in tags.split(","))


def _likeness(word: str, spelling: str, matcher: SequenceMatcher[str]) -> float:
    """Return how alike two words are, 0 to 1: a word inside the spelling beats letters in common."""
    if not word:
        return 0.0
    overlap = min(len(word), len(spelling)) / max(len(word), len(spelling))
    if word in spelling.split("-"):
        return 0.8 + 0.2 * overlap
    if word in spelling:
        return 0.6 + 0.3 * overlap
    if spelling in word and (len(spelling) > 2 or not spelling.isascii()):
        return 0.5 + 0.3 * overlap
    matcher.set_seq1(spelling)
    if matcher.real_quick_ratio() <= NEAR or matcher.quick_ratio() <= NEAR:
        return 0.0
    return 0.9 * matcher.ratio()
