"""Sentences and clauses of Chinese and English, cut without losing a character."""

import re
from functools import lru_cache

_END = re.compile(
    r"""(?:[。！？!?]+|…{1,2})[”’」』）)"']*      # Chinese, and what needs no space after it
      | \.[”’"')]*(?=\s|$)                       # a full stop before a space
    """,
    re.VERBOSE,
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|No|vs|etc|e\.g|i\.e|Inc|Ltd|Co|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|approx|Fig)"
    r"|\b[A-Za-z]|\d)\.$"
)
_OPEN, _CLOSE = "“‘「『（《(【", "”’」』）》)】"
_CLAUSE = re.compile(r"[，,；;：:]+(?!\d)|——")
CHINESE = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_WORD = re.compile(r"[A-Za-z0-9][\w'’.%-]*")


@lru_cache(maxsize=4096)
def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences with the spaces after them; joined they are the text. Quoted speech is not cut."""
    found: list[str] = []
    start = 0
    for match in _END.finditer(text):
        piece = text[start : match.end()]
        if _opened(piece) or (piece.endswith(".") and _abbreviates(piece, text[match.end() : match.end() + 9])):
            continue
        end = match.end()
        while end < len(text) and text[end] in " \u3000\t":
            end += 1
        found.append(text[start:end])
        start = end
    if start < len(text):
        found.append(text[start:])
    return tuple(found)


def _abbreviates(piece: str, following: str) -> bool:
    """Tell whether the full stop of a piece ends no sentence: Dr. Li, 3. at a line's head, 1.5."""
    if not _ABBREVIATION.search(piece) or not following.strip():
        return False
    return not piece[-2].isdecimal() or following.lstrip()[:1].isdecimal() or len(piece) < 4


def clauses(sentence: str) -> tuple[str, ...]:
    """Return the clauses of a sentence without the marks between them; quotations and brackets stay whole."""
    found: list[str] = []
    start = 0
    for match in _CLAUSE.finditer(sentence):
        if not _opened(sentence[start : match.start()]):
            found.append(sentence[start : match.start()])
            start = match.end()
    found.append(sentence[start:])
    return tuple(clause for clause in (bare(f) for f in found) if clause)


def bare(text: str) -> str:
    """Return a text without the spaces around it and the marks at its end."""
    return text.strip(" \t\u3000\n").rstrip("。！!？?；;，,、：:… ").rstrip(".").strip()


def weight(text: str) -> float:
    """Return how long a text is to a reader: a Chinese character counts one, a word of another script 1.7."""
    chinese = len(CHINESE.findall(text))
    return chinese + 1.7 * len(_WORD.findall(text))


def is_chinese(text: str) -> bool:
    """Tell whether a text is more Chinese than anything else."""
    return len(CHINESE.findall(text)) >= len(_WORD.findall(text))


def _opened(text: str) -> bool:
    """Tell whether a quotation or a bracket of a text is still open; one left open for long is a slip of the pen."""
    for opener, closer in zip(_OPEN, _CLOSE, strict=True):
        last = text.rfind(opener)
        if last >= 0 and last > text.rfind(closer) and len(text) - last < 60:
            return True
    return False
