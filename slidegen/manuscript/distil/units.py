"""Units: the stretches of a text that can stand alone on a slide without turning what was said.

A clause that begins with a condition needs the one after it, a clause that answers or contradicts needs the one
before it; such clauses are taken together or not at all. What only sets the scene, or only adds, may be left out.
"""

import re
from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from slidegen.manuscript.distil.bonds import (
    adds,
    bound_to_last,
    denies,
    governs,
    is_topic,
    opens_on,
    reports,
    rest_of_noun,
    sets_scene,
    weak,
)
from slidegen.manuscript.sentences import bare, clauses, is_chinese, sentences, weight

LONGEST: Final = 20.4
"""A point's weight at most: 20 Chinese characters, 12 English words."""
_SHORTEST: Final = 5.0

_CHINESE_HEAD = re.compile(
    r"^(?:因此|所以|同时|此外|另外|其中|首先|其次|再次|最后|总之|特别是|尤其是|比如|例如|一方面|另一方面|[一二三四五六七八九]是|"
    r"[一二三四五六七八九]要(?!素|求|点))?[，,：:]?"
    r"(?:我们)?(?:就是要|就是|就要|一定要|还要|也要|都要|更要|必须要|必须|应当|应该|要(?!求|素|点|害|塞|素))?"
)
_ENGLISH_HEAD = re.compile(
    r"^(?:(?:First|Second|Third|Fourth|Fifth|Next|Then|Finally|Lastly|Also|And|So|Therefore|Please|Above all)"
    r"(?:ly)?,?\s+)?"
    r"(?:(?:We|You|I|They) (?:will|must|should|need to|have to|want to|ask you to|shall)|Let us|Let's)?\s*"
    r"(?!not\b|never\b|no\b)",
    re.IGNORECASE,
)
_NEGATION_FOLLOWS = re.compile(r"^(?:not|never|no|n't)\b|^(?:不|没|别|勿|莫|未)")


class Unit(Struct, frozen=True):
    """A stretch that stands alone: its words, the sentence it is from, whether it asks for something (要, must)."""

    text: str
    sentence: int
    asks: bool


def units(text: str) -> Iterator[Unit]:
    """Yield the units of a text that are short enough for a point, in order."""
    for number, sentence in enumerate(sentences(text)):
        if sentence.rstrip()[-1:] in ("？", "?"):
            continue
        if not is_chinese(sentence):
            yield from _whole(sentence, number)
            continue
        for stretch in re.split(r"[；;]", sentence):
            yield from _of_stretch(stretch, number)


def _whole(sentence: str, number: int) -> Iterator[Unit]:
    """Yield a sentence of another script as it is: what its commas part seldom stands alone."""
    for stretch in re.split(r";\s|:\s(?=[A-Z])", sentence):
        text = bare(stretch)
        short = trimmed(text)
        if _SHORTEST <= weight(short) <= LONGEST and not (weak(short) or opens_on(text)):
            yield Unit(short, number, short != text)


def trimmed(text: str) -> str:
    """Return a clause without the words that only lead over to it; a negation keeps all that stands before it."""
    pattern = _CHINESE_HEAD if is_chinese(text) else _ENGLISH_HEAD
    found = pattern.match(text)
    rest = text[found.end() :].strip() if found else text
    if not rest or (found and found.end() and _NEGATION_FOLLOWS.match(rest) and not is_chinese(text)):
        return text
    return rest[0].upper() + rest[1:] if rest[0].islower() and not is_chinese(text) else rest


def _of_stretch(stretch: str, number: int) -> Iterator[Unit]:
    found = clauses(stretch)
    comma = "，" if is_chinese(stretch) else ", "
    ruler = next((at for at, clause in enumerate(found) if governs(clause)), len(found))
    denied = len(found)
    for at, clause in enumerate(found):
        if at and trimmed(clause) != clause:
            denied = len(found)
        if denies(clause):
            denied = min(denied, at)
        if not _begins(found, at):
            continue
        last = at
        while last + 1 < len(found) and _goes_on(found, last, clause):
            last += 1
        first = min(at, ruler, denied)
        text = trimmed(comma.join(found[first : last + 1]))
        if _SHORTEST <= weight(text) <= LONGEST and not weak(text) and not reports(text):
            yield Unit(text, number, trimmed(clause) != clause)


def _begins(found: tuple[str, ...], at: int) -> bool:
    """Tell whether a unit may begin at a clause."""
    clause = found[at]
    if sets_scene(clause) or (at > 0 and rest_of_noun(found[at - 1], clause)):
        return False
    if at == 0:
        return not opens_on(clause)
    return not (bound_to_last(clause) or adds(clause))


def _goes_on(found: tuple[str, ...], last: int, first: str) -> bool:
    """Tell whether a unit that ends with clause `last` needs the next one too.

    必须X，才能Y is no condition of X, which is asked for all the same.
    """
    here, following = found[last], found[last + 1]
    if governs(here) or here.endswith("的") or is_topic(here):
        return True
    if following.startswith(("才能", "才会", "才可")) and trimmed(first) != first:
        return False
    return bound_to_last(following)
