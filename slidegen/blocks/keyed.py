"""Keys within a slot: a value that is written as a mapping."""

from collections.abc import Mapping as Spellings

from slidegen.diagnostics import Report, did_you_mean, known_are
from slidegen.outline.nodes import Entry, Mapping


def keyed(node: Mapping, spellings: Spellings[str, str], report: Report) -> dict[str, Entry]:
    """Return the entries of a mapping by their keys' names; keys that are unknown or stand twice are errors.

    `spellings` are the names by every spelling.
    """
    found: dict[str, Entry] = {}
    for entry in node.entries:
        word = entry.key.text
        name = spellings.get(word)
        if name is None:
            known = known_are(spelling for spelling in spellings if spelling.isascii() == word.isascii())
            hint = did_you_mean(word, spellings, known)
            report.error("unknown-key", entry.key.span, "unknown key `{key}`", hint, key=word)
        elif name in found:
            first = found[name].key
            report.error(
                "duplicate-key",
                entry.key.span,
                "`{key}` and `{first}` are the same key, which is already set at line {line}",
                "keep one of the two",
                key=word,
                first=first.text,
                line=first.span.line,
            )
        else:
            found[name] = entry
    return found
