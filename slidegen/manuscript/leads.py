"""Lead sentences: short first sentences, alike in form, that head their paragraphs without a number."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from slidegen.manuscript.markers import LEAD, marker_of
from slidegen.manuscript.model import Paragraph
from slidegen.manuscript.sentences import bare, is_chinese, sentences, weight

_LEAST, _LEAST_WORDS, _MOST = 4.0, 3.0, 26.0
_FOLLOWED_BY = 30.0
_COMMAS = re.compile("[，,、]")
_WEAK = re.compile(
    r"当前|目前|今年|去年|过去|回顾|总之|我们|各位|这|那|同志|大家|刚才|今天|现在|此外|同时|但|因此|所以|如果|"
    r"(?:We|I|It|This|That|There|They|You|But|So|And|Yet|Now|Today|Last|He|She|Our|My|In|When|If|As|For)\b"
)
_NEAR_LENGTH = 4.0
_LONG_HEAD = 4
_WEAK_COMPANY = 2
"""Leads that begin weakly need this many others of the same beginning."""


def leads(paragraphs: Sequence[Paragraph], inside: range, taken: Mapping[int, float]) -> list[int]:
    """Return the paragraphs headed by a lead sentence, given the ranks of the other headings.

    Within what stands between two headings of higher rank a lead needs another one of like form: the same two
    characters (or the first word) at head or end anywhere there, or the same length and commas next to it.
    """
    found: list[int] = []
    run: list[tuple[int, str]] = []
    for at in inside:
        if at in taken and taken[at] < LEAD:
            found += _alike(run)
            run = []
        elif at not in taken:
            lead = _lead(paragraphs[at])
            if lead:
                run.append((at, lead))
    return found + _alike(run)


def _lead(paragraph: Paragraph) -> str:
    """Return the first sentence where it could be a lead, else nothing."""
    text = paragraph.shown.strip()
    if paragraph.kind != "text" or paragraph.level or marker_of(text) is not None:
        return ""
    parts = sentences(text)
    if len(parts) < 2 or parts[0].strip()[-1] not in "。.":
        return ""
    first = bare(parts[0])
    least = _LEAST if is_chinese(first) else _LEAST_WORDS
    if not least <= weight(first) <= _MOST or len(_COMMAS.findall(first)) > 2:
        return ""
    return first if weight(text) - weight(first) >= _FOLLOWED_BY else ""


def _alike(run: Sequence[tuple[int, str]]) -> list[int]:
    """Return the leads of a stretch that have company."""
    heads = [_ends(text) for _, text in run]
    first, last = Counter(head for head, _ in heads), Counter(tail for _, tail in heads)
    long = Counter(text[:_LONG_HEAD] for _, text in run)
    found = []
    for place, (at, text) in enumerate(run):
        if _WEAK.match(text):
            if first[heads[place][0]] > _WEAK_COMPANY and long[text[:_LONG_HEAD]] > 1:
                found.append(at)
            continue
        beside = [n for n in (place - 1, place + 1) if 0 <= n < len(run) and abs(run[n][0] - at) == 1]
        alike = first[heads[place][0]] > 1 or last[heads[place][1]] > 1
        if alike or any(_like(text, run[n][1]) for n in beside):
            found.append(at)
    return found


def _ends(text: str) -> tuple[str, str]:
    """Return what a lead begins and ends with: two characters of Chinese, a word of another script."""
    if is_chinese(text):
        return text[:2], text[-2:]
    words = text.lower().split()
    return words[0], words[-1] if len(words) > 1 else text


def _like(text: str, other: str) -> bool:
    """Tell whether two leads have about the same length and the same number of commas."""
    return (
        not _WEAK.match(other)
        and abs(weight(text) - weight(other)) <= _NEAR_LENGTH
        and len(_COMMAS.findall(text)) == len(_COMMAS.findall(other))
    )
