"""Units of English: whole sentences, and the main clauses of long ones, which stand alone."""

import re
from collections.abc import Iterator

from slidegen.manuscript.distil import bonds
from slidegen.manuscript.distil.moods import Mood
from slidegen.manuscript.distil.trimming import trimmed
from slidegen.manuscript.distil.unit import LONGEST, SHORTEST, Unit
from slidegen.manuscript.sentences import bare, weight

_CASES = re.compile(
    r"\b(?:if|unless|although|though|until|once|whenever|whether|except|without|provided|only|neither|nor|as long as|"
    r"otherwise)\b",
    re.IGNORECASE,
)
"""What rules a whole sentence, so that no part of it stands alone."""
_LIMITS = re.compile(
    r"\b(?:if|unless|although|though|because|until|once|whenever|whether|except|without|provided|only|not|never|no|nobody|"
    r"nothing|neither|nor|rather than|instead of|hardly|unlike|when|while|as long as|otherwise|than|\w+n't)\b",
    re.IGNORECASE,
)
"""What the end of a sentence may limit."""
_BACK = re.compile(
    r"\b(?:this(?! (?:company|firm|house|building|team|school|hall|trade|city|country|year|month|week|winter|"
    r"spring|summer|autumn)\b)|that (?:is|was|happens|one|day|night|list|knowledge|much)|these|those|he|she|him|her|"
    r"his|me|my|I|mine|the (?:former|latter|others?))\b|"
    r"^(?:The|My|Your) (?:first|second|third|other|same|answer|reason|result)\b|"
    r"\b(?:to|of|for|about|with|by|count|know|see) (?:that|it|them)$|"
    r"\bdo (?:that|this|so)\b|^\w+ (?:it|them) (?!up|down|out|off|away)",
    re.IGNORECASE,
)
"""Words that mean something only where they stand."""
_SOON_BACK = re.compile(r"(?:\W*[\w'’-]+\W+){0,7}\W*(?:it|its|they|them|their)\b", re.IGNORECASE)
"""One of these among the first words means what an earlier sentence names."""
_WEAK = re.compile(
    r"(?:Some|You (?:may|might|will see|know)|As you|In many|One day|At the end|Last|Of those|Today that)\b"
)
_TAIL = re.compile(r", (?:which|where|who|whose|because|so that|with|including|such as|for example|as)\b.*$")
"""What only adds to a sentence, after a comma."""
_SEAM = re.compile(
    r",? and (?=(?:the|a|an|we|our|your|you|every|each|all|nobody|no one|customers|people|whatever|whoever|that|this|"
    r"these|those|one day|do not|don't|never|always)\b)"
)
_SUBJECT = re.compile(
    r"(?:the|an?|our|your|every|each|all|many|most|some|no|both|half|we|you|nobody|people|whatever|whoever|\d[\d,.]*|[a-z]+s)\b|[A-Z]\w+",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|will|can|could|must|should|may|might|shall|would|cannot|won't|don't|doesn't|"
    r"\w{2,}(?:ed|n't))\b|(?<!\bthe)(?<!\ba)(?<!\bof)(?<!\bto)(?<!\bour)"
    r"(?<!\byour)(?<!\band)(?<!\bin)(?<!\bwith)(?<!\bfor) "
    r"(?:fell|rose|grew|sold|made|built|came|went|took|kept|ran|won|lost|met|cost|costs|wins|decides|needs|makes|keeps|takes|"
    r"gives|shows|means|brings|comes|goes|works|starts|ends|tells|helps|counts|matters|saves|stands|sells?|know|need|want|buy|pay|build|"
    r"learn|make|keep|take|ask|work|meet|think|care|trust|sell|lead|win)\b"
)
_NO_IMPERATIVE = re.compile(
    r"(?!(?:never|answer|deliver|offer|enter|consider|remember|order|gather|need|feed|speed|bring|apply|supply|rely|reply|"
    r"implement|document|comment|mention|question)\b)(?:(?:the|a|an|our|your|my|every|each|all|many|most|some|no|both|half|we|you|nobody|somebody|people|one|two|three|four|five|six|"
    r"seven|eight|nine|ten|there|more|less|fewer|of|in|at|on|by|to|from|for|with|not|about|as|good|bad|new|old|such|whatever|whoever|"
    r"energy|customers?|staff|\d\S*|[a-z]+(?:ing|tion|ness|ment|ity|ly|er|ers|ed|ies))\b|[“\"'])",
    re.IGNORECASE,
)
_NAMED = re.compile(r"[A-Z]\w+ (?:is|are|was|were|has|have|will|can|\w+ed|\w+s)\b")


def english_units(sentence: str, number: int, mood: Mood, longest: float = LONGEST) -> Iterator[Unit]:
    """Yield the units of one sentence: itself where it is short, else the main clauses that mean the same alone."""
    for place, stretch in enumerate(re.split(r";\s|:\s(?=[A-Z])", sentence)):
        text = bare(stretch)
        if bonds.opens_on(text) or not text:
            continue
        for part in _parts(text, longest):
            short = trimmed(part)
            if SHORTEST <= weight(short) <= longest and says(short) and not _leans(short):
                yield Unit(short, (number, place), short != part or imperative(short), mood)


def _leans(text: str) -> bool:
    """Tell whether a stretch means something only where it stands."""
    asks = imperative(text)
    return bool(bonds.weak(text) or _WEAK.match(text) or _BACK.search(text) or (not asks and _SOON_BACK.match(text)))


def imperative(text: str) -> bool:
    """Tell whether a sentence asks for something by its verb alone."""
    return not _NO_IMPERATIVE.match(text) and not _NAMED.match(text)


def says(text: str) -> bool:
    """Tell whether a stretch is a sentence: it asks, or it has a verb."""
    return imperative(text) or bool(_FINITE.search(text))


def _parts(text: str, longest: float) -> Iterator[str]:
    """Yield a sentence without what only adds to it, and where it is too long the main clauses it is made of."""
    if weight(trimmed(text)) <= longest:
        yield text
        return
    core = _TAIL.sub("", text)
    if core != text and not _LIMITS.search(core) and weight(trimmed(core)) <= longest:
        yield core
        return
    if _CASES.search(text) or bonds.governs(text) or "“" in text or '"' in text or ":" in text:
        return
    halves = _SEAM.split(text)
    if len(halves) > 1 and (_SUBJECT.match(halves[0]) or imperative(halves[0])):
        for half in halves:
            if (imperative(half) or (_SUBJECT.match(half) and _FINITE.search(half))) and _bears(half):
                yield _capital(bare(half))


def _bears(half: str) -> bool:
    """Tell whether a main clause says something of its own; what is said to *you* goes on from the other half."""
    return " but " not in half and not half.startswith("you ")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
