"""Trimming: a clause without the words that only lead over to it, or name those who are spoken to."""

import re

from slidegen.manuscript.distil.words import AUDIENCE, VERB, begins_with_verb
from slidegen.manuscript.sentences import is_chinese, weight

_CHINESE_HEAD = re.compile(
    rf"^(?:并(?!非|不是)(?={VERB.pattern})|因此|所以|同时|此外|另外|首先|其次|再次|最后|总之|特别是|尤其是|一方面|另一方面|(?:今后|当前|目前|下一步|接下来)(?=(?:我们)?(?:要(?!求)|必须|应))|说到底|归根到底|归根结底|[一二三四五六七八九]是(?![一二三四五六七八九])|"
    r"[一二三四五六七八九]要(?![素求点]))?[，,：:]?"
    r"(?:我们)?(?:就是要|就是|就要|一定要|还要|也要|都要|更要|必须要|还必须|必须|应当|应该|要(?![求素点害塞么领义]|是|不是|不然|不，))?"
)
_ENGLISH_HEAD = re.compile(
    r"^(?:(?:First|Second|Third|Fourth|Fifth|Next|Then|Finally|Lastly|Also|And|So|Therefore|Please|Above all)"
    r"(?:ly)?,?\s+(?:of course,\s+)?)?"
    r"(?:(?:(?:We|You) (?:must|should|need to|have to|shall)|We will|I ask you to|We want you to|Let us|Let's)\s+"
    r"(?:all |now |therefore )?"
    r"(?=(?P<verb>[a-z]+))(?!(?:be|have|see|find|know|get|own|remember|not|never|no|do|only|also|still|need|become|live|miss|"
    r"regret|feel|come|lose|fail|hear|want)\b))?",
    re.IGNORECASE,
)
_NEGATION_FOLLOWS = re.compile(r"^(?:not|never|no|n't|nor|neither)\b", re.IGNORECASE)


def trimmed(text: str) -> str:
    """Return a clause without the words that only lead over to it; a negation keeps all that stands before it."""
    if is_chinese(text):
        spoken_to = AUDIENCE.match(text)
        if spoken_to and begins_with_verb(text[spoken_to.end() :]):
            return text[spoken_to.end() :]
        found = _CHINESE_HEAD.match(text)
        return (text[found.end() :].strip() if found else text) or text
    found = _ENGLISH_HEAD.match(text)
    rest = text[found.end() :].strip() if found else text
    if not rest or (found and found.end() and _NEGATION_FOLLOWS.match(rest)):
        return text
    return rest[0].upper() + rest[1:] if rest[0].islower() else rest


_MAY_GO = re.compile(
    r"^(?:今后|现在|当前|做到(?=[^，]*、)|切实|进一步|努力|认真|积极|大力|着力|不断|扎实|深入|全面|充分|真正|自觉|更好地|加快)"
)
"""Words at the head that a point too long can do without."""


def shortened(text: str, longest: float) -> str:
    """Return a clause without the words at its head that it can do without, as far as it is longer than a weight."""
    while weight(text) > longest and (found := _MAY_GO.match(text)):
        text = text[found.end() :]
    return text
