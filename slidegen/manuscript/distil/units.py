"""Units: the stretches of a text that can stand alone on a slide without turning what was said.

A clause that begins with a condition needs the one after it, a clause that answers or contradicts needs the one
before it; such clauses are taken together or not at all. What only sets the scene, or only adds, may be left out.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from msgspec import Struct

from slidegen.manuscript.distil import bonds
from slidegen.manuscript.distil.english import english_units
from slidegen.manuscript.distil.moods import Mood, moods
from slidegen.manuscript.distil.trimming import shortened, trimmed
from slidegen.manuscript.distil.unit import LONGEST, LONGEST_WHOLE, SHORTEST, Unit
from slidegen.manuscript.distil.words import AUDIENCE, BAD, DEMAND, VERB, begins_with_verb
from slidegen.manuscript.sentences import bare, clauses, is_chinese, sentences, weight

_OBJECT_BEFORE: Final = re.compile("加以|予以")
_OBJECT: Final = re.compile("把|将|对|的")
"""加以落实 needs to say what."""
_HEADLESS: Final = re.compile(rf"{VERB.pattern}|连续|没|有(?![的些])|不|已|正|比|更|很|能|会|可|最")
"""How a clause begins that has no subject of its own."""
_PURPOSE: Final = re.compile(r"[^，]*(?:目的|意义|作用|原因|任务|宗旨|结果)(?:就)?(?:是|在于)")
_SOME: Final = re.compile(r"[^，]{0,8}有[一二三四五六七八九十两几\d]+[条把台个起件名家位处]")
"""What speaks of some out of many, of which the clauses after it speak too."""
_THEN: Final = re.compile(r"[^，]{0,8}(?:就|便)(?!要|是|应|必须|得|业|医|地|此)")
"""What answers a case: what is said to do next holds in that case only."""
_MEANS: Final = re.compile(r"还?(?:必须|需要|要靠|要(?!求|素)|离不开|关键)")
_FAR_TOO_LONG: Final = 120
_MOST_CLAUSES: Final = 12
_ALIKE_LENGTH: Final = 12
_TURN: Final = re.compile(r"但|可(?=[^以能靠见])|却|然而|不过|只是")
_POINTS_AWAY: Final = re.compile(
    r"(?<!其)他们|她|它|(?<![其自利排])他(?![律人山方乡])|[这那](?:个|些|种|样|一|里|是)|你|"
    r"(?<![自忘大本])我(?![们国市省县区局院校厂司军党部委办镇乡街处科公])"
)
"""Words that mean something only where they stand."""
_SLIP: Final = re.compile(r"了$")
_CASES: Final = re.compile(r"由|一律|立即|必须|谁|哪|不追究")
_ANSWERS: Final = re.compile("就|才|都|也|却|但|而|还|则|不|必须|一律|要")


class _Block(Struct):
    """Clauses that hold together; `asks` where one of them asks for something."""

    first: int
    last: int
    text: str
    asks: bool
    joined: bool = False


def units(text: str, title: str = "") -> Iterator[Unit]:
    """Yield the units of a text that are short enough for a point, in order."""
    pieces = sentences(text)
    for number, (sentence, mood) in enumerate(zip(pieces, moods(pieces, title), strict=True)):
        if sentence.rstrip("”」』\"' \u3000\t")[-1:] in ("？", "?"):
            continue
        if is_chinese(sentence):
            yield from _of_sentence(sentence, number, mood)
        else:
            yield from english_units(sentence, number, mood)


def whole_sentences(text: str) -> Iterator[str]:
    """Yield the whole sentences of a text, a little longer than a point, that stand alone."""
    pieces = sentences(text)
    for sentence, mood in zip(pieces, moods(pieces), strict=True):
        said = bare(sentence)
        ends = sentence.rstrip("”」』\"' \u3000\t")[-1:] in ("。", "！", ".", "!")
        if not ends or mood in ("tells", "blames", "accuses") or bonds.opens_on(said):
            continue
        if is_chinese(said):
            first = trimmed(said)
            if SHORTEST <= weight(first) <= LONGEST_WHOLE and not (
                bonds.weak(first) or bonds.adds(first) or _POINTS_AWAY.search(first) or bonds.leads_in(first)
            ):
                yield first
        else:
            yield from (unit.text for unit in english_units(sentence, 0, mood, LONGEST_WHOLE))


def _of_sentence(sentence: str, number: int, mood: Mood) -> Iterator[Unit]:
    if mood == "accuses" or sentence.startswith(("否则", "不然")):
        return
    announces = sentence.rstrip().endswith(("：", ":"))
    if announces and mood != "asks":
        return
    stretches = [found for stretch in re.split(r"[；;]", sentence) if (found := _short(clauses(stretch)))]
    for place, found in enumerate(stretches):
        last = announces and place == len(stretches) - 1
        named, conceded = _named_by(found), _conceded(found)
        for block in blocks(found, opens=bonds.opens_on(found[0])):
            if last and block.last == len(found) - 1:
                continue
            if not block.asks and (conceded[block.last + 1] or (mood != "asks" and _lacks_subject(block, named))):
                continue
            unit = _unit(block, (number, place), mood)
            if unit is not None:
                yield unit
        if bonds.governs(found[0]) and not any(_ANSWERS.search(clause) for clause in found[1:]):
            return  # what a condition rules may follow it after a semicolon


def _short(found: Sequence[str]) -> tuple[str, ...]:
    """Return clauses with the middle taken out of those far too long to be shown, so that none costs much to judge."""
    return tuple(clause if len(clause) < _FAR_TOO_LONG else clause[:60] + clause[-60:] for clause in found)


def _unit(block: _Block, number: tuple[int, int], mood: Mood) -> Unit | None:
    """Return the unit of a block; None where it is too long or too short, or says little by itself."""
    blamed = mood == "blames" and not block.asks
    if len(block.text) >= _FAR_TOO_LONG:
        return None
    text = shortened(block.text, LONGEST)
    if not SHORTEST <= weight(text) <= LONGEST or _POINTS_AWAY.search(text.partition("，")[0]):
        return None
    if _OBJECT_BEFORE.search(text) and not _OBJECT.search(text):
        return None
    if bonds.weak(text, blamed) or bonds.reports(text) or bonds.leads_in(text):
        return None
    if (blamed and not BAD.search(text)) or (mood == "tells" and block.first):
        return None
    return Unit(text, number, block.asks, "blames" if blamed else mood, block.joined)


def _conceded(found: Sequence[str]) -> tuple[bool, ...]:
    """Tell of each clause whether what stands before it is granted only for its sake (合格率92.6%，听起来不低，可…)."""
    told = [False] * (len(found) + 1)
    for at in range(len(found) - 1, -1, -1):
        clause = found[at]
        told[at] = bool(_TURN.match(clause)) or (told[at + 1] and bool(bonds.weak(clause) or _HEADLESS.match(clause)))
    return tuple(told)


def _named_by(found: Sequence[str]) -> int:
    """Return the place of the clause that names what the others speak of; their count where none has a subject."""
    first = next((at for at, clause in enumerate(found) if not bonds.sets_scene(clause)), len(found))
    return first if first < len(found) and not begins_with_verb(trimmed(found[first])) else len(found)


def _lacks_subject(block: _Block, named: int) -> bool:
    """Tell whether a block says something of what only an earlier clause names."""
    return named < block.first and bool(_HEADLESS.match(block.text))


def blocks(found: Sequence[str], opens: bool = False, headed: bool = False) -> list[_Block]:
    """Return the blocks of a stretch that may be shown.

    `opens` tells whether it goes on from the last sentence, `headed` whether it stands under a head that its first
    clauses may add to.
    """
    made: list[_Block] = []
    ruled = denied = len(found)
    broken = some = False
    aims = _aims(found)
    for first, last in _held_together(found):
        clause = found[first]
        asks = any(_asks(c) for c in found[first : last + 1])
        if asks or (first and not bonds.denies_on(found[first - 1], clause)):
            denied, broken = len(found), False
        some = some or (not asks and bool(_SOME.match(clause)))
        if ruled < first and bonds.conditions(clause):
            ruled = len(found)
        stands = (
            last >= aims
            and (_may_begin(found, first, opens) or (headed and not first))
            and not (bonds.governs(found[last]) or bonds.waits(found[last]))
        )
        if bonds.adds(clause) and first:
            broken = True
        elif (broken and begins_with_verb(clause)) or (some and first and not asks):
            stands = False
        elif any(_THEN.match(answer) for answer in found[first + 1 : last + 1]):
            broken = True
        start = min(first, ruled, denied)
        if stands and last - start <= _MOST_CLAUSES:
            made.append(_Block(start, last, "，".join((trimmed(found[start]), *found[start + 1 : last + 1])), asks))
        ruled = min([ruled, *(n for n in range(first, last + 1) if _rules(found, n))])
        denied = min([denied, *(n for n in range(first, last + 1) if bonds.denies(found[n]))])
    return _joined(made, found)


def _asks(clause: str) -> bool:
    """Tell whether a clause asks for something by itself; one that 并 ties to another does not."""
    return bool(DEMAND.match(clause)) or (trimmed(clause) != clause and not clause.startswith("并"))


def _joined(made: Sequence[_Block], found: Sequence[str]) -> list[_Block]:
    """Return blocks with those that are alike and short made one, where all of a row fit."""
    rows: list[list[_Block]] = []
    sizes: list[float] = []
    named = _named_by(found)
    for block in made:
        before = rows[-1][-1] if rows else None
        size = weight(block.text)
        if (
            before is not None
            and before.last + 1 == block.first
            and _go_together(before, block, named)
            and (_alike(before, block) or sizes[-1] + size <= LONGEST)
        ):
            rows[-1].append(block)
            sizes[-1] += size
        else:
            rows.append([block])
            sizes.append(size)
    whole: list[_Block] = []
    for row in rows:
        text = _together(row)
        if len(row) > 1 and weight(text) <= LONGEST:
            whole.append(_Block(row[0].first, row[-1].last, text, any(b.asks for b in row), True))
        else:
            whole += row
    return whole


def _together(row: Sequence[_Block]) -> str:
    return "，".join((row[0].text, *(trimmed(block.text) for block in row[1:])))


def _go_together(one: _Block, other: _Block, named: int) -> bool:
    """Tell whether two blocks are better read as one.

    They are alike in build, or say what to do and what not to do, or the second says more of what the first names.
    """
    a, b = one.text.rpartition("，")[2], trimmed(other.text).partition("，")[0]
    if (bonds.denies(b) and (one.asks or begins_with_verb(a))) or (bonds.denies(a) and other.asks):
        return True
    if not (one.asks or other.asks) and _lacks_subject(other, named):
        return True
    return _alike(one, other)


def _alike(one: _Block, other: _Block) -> bool:
    """Tell whether two blocks are of one build: as long, with the same words at the same places."""
    a, b = one.text.rpartition("，")[2], trimmed(other.text).partition("，")[0]
    tail = a[-len(b) :]
    if len(tail) == len(b) <= _ALIKE_LENGTH and sum(x == y for x, y in zip(tail, b, strict=True)) >= 2:
        return True
    apart = abs(len(a) - len(b))
    if max(len(a), len(b)) > _ALIKE_LENGTH or apart > 2:
        return False
    if a[0] == b[0] or (a[-1] == b[-1] and apart < 2):
        return True
    return begins_with_verb(a) and begins_with_verb(b) and len(a) == len(b) <= 9


def _aims(found: Sequence[str]) -> int:
    """Return how many clauses at the head only say what for (端正党风，维护公正，要靠…)."""
    verbs = False
    for at, clause in enumerate(found):
        if _MEANS.match(clause):
            return at if verbs else 0
        if trimmed(clause) != clause or not (begins_with_verb(clause) or bonds.sets_scene(clause)):
            break
        verbs = verbs or begins_with_verb(clause)
    return 0


def _rules(found: Sequence[str], at: int) -> bool:
    return bonds.governs(found[at], found[at + 1] if at + 1 < len(found) else "")


def _held_together(found: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last clause of each stretch that must not be parted."""
    first = 0
    for at, (here, following) in enumerate(pairwise(found)):
        if not _needs(here, following, found[first]):
            yield first, at
            first = at + 1
    if found:
        yield first, len(found) - 1


def _needs(here: str, following: str, first: str) -> bool:
    """Tell whether two neighbouring clauses must not be parted.

    必须X，才能Y is no condition of X, which is asked for all the same.
    """
    if bonds.governs(here, following) or bonds.waits(here) or bonds.is_topic(here):
        return True
    if ("越" in here and "越" in following) or (_SLIP.search(here) and _CASES.match(following)):
        return True
    if bonds.limits_next(here, following) or bonds.is_subject(here, following) or bonds.contrasts(here, following):
        return True
    if following.startswith(("才能", "才会", "才可")) and trimmed(first) != first:
        return False
    return bonds.bound_to_last(following) or bonds.rest_of_noun(here, following)


def _may_begin(found: Sequence[str], at: int, opens: bool) -> bool:
    """Tell whether a unit may begin at a clause."""
    clause = found[at]
    scene = any(
        bonds.sets_scene(form) for form in (clause, trimmed(clause), AUDIENCE.sub("", clause))
    ) and not bonds.governs(clause)
    if scene and not (at + 1 < len(found) and bonds.limits_next(clause, found[at + 1])):
        return False
    if at == 0:
        return not opens
    if bonds.rest_of_noun(found[at - 1], clause) or _PURPOSE.match(found[at - 1]):
        return False
    return not (bonds.bound_to_last(clause) or bonds.adds(clause))
