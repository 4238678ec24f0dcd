"""Writing outlines: texts as YAML that people read and edit, in the plainest form that reads back the same."""

import re
from collections.abc import Iterable, Iterator, Mapping

from slidegen.outline import keys
from slidegen.outline.inline import escape_inline, plain

_PLAIN = re.compile(r"[\w“《（【「『‘…][^\n\t#'\"\\{}\[\]&*!|>%@`]*")
_RISKY = re.compile(r":(?:\s|$)|：|\s$|^\s|[\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff]| #|,\s*$")
_WORDS = {"true", "false", "yes", "no", "on", "off", "null", "~", "是", "否"}
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


def scalar(text: str) -> str:
    """Return a text as a YAML scalar: plain where nothing in it could be taken for anything else, else quoted."""
    if _PLAIN.fullmatch(text) and not _RISKY.search(text) and text.lower() not in _WORDS:
        return text
    if "'" not in text and text.isprintable():
        return f"'{text}'"
    return quoted(text)


def quoted(text: str) -> str:
    """Return a text as a YAML scalar in double quotes, which any text can stand in."""
    return '"' + "".join(_escaped(char) for char in text) + '"'


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    return char if char.isprintable() or char == "\u3000" else f"\\U{ord(char):08X}"


def shown(text: str) -> str:
    """Return a text for a slide as a YAML scalar: marks that would be read as emphasis are made literal."""
    return scalar(_literal(text))


def _literal(text: str) -> str:
    return text if plain(text) == text else escape_inline(text)


def entry(key: str, value: object, indent: int) -> Iterator[str]:
    """Yield the lines of `key: value` at an indent; lists of lists, records and texts below it."""
    space = " " * indent
    if isinstance(value, str):
        yield f"{space}{key}: {shown(value)}"
    elif isinstance(value, Mapping):
        yield f"{space}{key}:"
        for name, part in value.items():
            yield from entry(name, part, indent + 2)
    elif isinstance(value, Iterable):
        yield f"{space}{key}:"
        for part in value:
            yield from _item(part, indent + 2)


def _item(value: object, indent: int) -> Iterator[str]:
    space = " " * indent
    if isinstance(value, str):
        yield f"{space}- {shown(value)}"
    elif isinstance(value, Mapping):
        short = _short(value)
        if short:
            yield f"{space}- {short}"
            return
        lines = [line for name, part in value.items() for line in entry(name, part, indent + 2)]
        yield f"{space}- {lines[0].lstrip()}"
        yield from lines[1:]
    elif isinstance(value, Iterable):
        yield f"{space}- [{', '.join(_in_row(str(cell)) for cell in value)}]"


def _short(value: Mapping[str, object]) -> str:
    """Return a record of two texts as `first：second` where both can stand so."""
    texts = list(value.values())
    if len(texts) != 2 or not all(isinstance(text, str) and text for text in texts):
        return ""
    first, second = (_literal(str(text)) for text in texts)
    if scalar(first) != first or scalar(second) != second or first in keys.ALL_WORDS or re.search("[：:]", first):
        return ""
    return f"{first}：{second}" if not first.isascii() else f'"{first}: {second}"'


def _in_row(cell: str) -> str:
    text = shown(cell)
    return text if text[:1] in "'\"" or (not re.search(r"[,\[\]{}]", text) and text) else f'"{text}"'


def block(key: str, lines: Iterable[str], indent: int) -> Iterator[str]:
    """Yield the lines of a text that is kept word for word."""
    kept = list(lines)
    space = " " * indent
    marker = "|2" if kept and kept[0][:1] in " \t" else "|"
    yield f"{space}{key}: {marker}"
    for line in kept:
        yield f"{space}  {line}"
