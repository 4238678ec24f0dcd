"""Titles: short ones from long headings, and those of slides and decks that the manuscript gives no heading for."""

import re
from collections.abc import Sequence

from slidegen.manuscript.distil.bonds import governs, stands_alone
from slidegen.manuscript.distil.points import points
from slidegen.manuscript.distil.trimming import trimmed
from slidegen.manuscript.distil.weights import Weights, likeness
from slidegen.manuscript.sentences import bare, clauses, is_chinese, sentences, weight

LONGEST_TITLE = 24.0
_WANTED = 20.0
_MOTTO = 6.0
"""A part's first clause of this weight at most can be joined with the others to a deck's title."""
_ABOUT = re.compile(
    r"(?:我|下面|这里|今天|借此机会)[，,]?(?:我)?(?:想|先)?[，,]?(?:就|围绕|从|以)(?P<about>[^，。]{4,24}?)"
    r"(?:的角度|这个(?:主题|题目)|为题|(?:的)?(?:问题|工作)?[，,]?(?:再|和大家|向大家)?(?:讲|谈|作|强调|交流))"
)
_OCCASION = re.compile(
    r"(?P<name>[^，。；：]{4,40}?(?:会议|大会|座谈会|培训班|研讨会|推进会|动员会|工作会|年会|论坛|培训|会))[，,]?(?:今天|现在|就要|是)"
)


def heading_parts(heading: str) -> tuple[str, str]:
    """Return a heading as a title and, where it is long and has two halves, the rest of it."""
    text = trimmed(heading) if is_chinese(heading) else heading
    if weight(text) <= _WANTED - 4:
        return text, ""
    parts = clauses(text)
    for cut in range(len(parts) - 1, 0, -1):
        head = text[: text.index(parts[cut], len("".join(parts[:cut])))].rstrip("，,；;：: ")
        if weight(head) <= _WANTED and weight(head) >= 4 and not governs(parts[0]) and stands_alone(parts[cut]):
            return head, text[len(head) :].strip("，,；;：: ")
    return text, ""


def slide_title(heading: str) -> str:
    """Return a heading as a slide's title: as it is where it fits, else its first half."""
    text = trimmed(heading) if is_chinese(heading) else heading[:1].upper() + heading[1:]
    return text if weight(text) <= LONGEST_TITLE else heading_parts(heading)[0]


def lead_in_title(text: str) -> str:
    """Return the title of a paragraph that leads over to others: its last clause, such as 重点抓好以下几个环节."""
    last = (clauses(sentences(text)[-1]) or ("",))[-1]
    last = re.sub(r"^在[^，]{1,6}[中上]|^(?:下面|这里)", "", last)
    last = trimmed(re.sub(r"^应(?:当|该)?", "", last))
    return last if 4 <= weight(last) <= _WANTED else ""


def derived_title(text: str, weights: Weights, taken: Sequence[str], otherwise: str) -> str:
    """Return a title for a text without heading: its first sentence where that says it, else its best point."""
    pieces = sentences(text.strip())
    first = bare(pieces[0]) if pieces else ""
    short = 4 <= weight(first) <= _WANTED and stands_alone(first) and pieces[0].rstrip()[-1] not in "：:？?"
    for candidate in ([first] if short else []) + list(points(text, "", weights, 3)):
        if not any(likeness(candidate, other) > 0.8 for other in taken):
            return candidate
    return otherwise


def deck_title(texts: Sequence[str], parts: Sequence[str], name: str) -> tuple[str, str]:
    """Return a title and a subtitle guessed from the opening, the headings of the parts, or the file's name."""
    occasion = next((found["name"] for text in texts if (found := _OCCASION.search(text))), "")
    occasion = re.sub(r"^(?:今天|这次|为期[^的]{1,6}的|我们)+", "", occasion)
    occasion = occasion if weight(occasion) > 4 else ""
    about = next((found["about"] for text in texts if (found := _ABOUT.search(text))), "")
    if weight(about) >= 4:
        return bare(trimmed(about)), occasion
    heads = [trimmed(clauses(part)[0]) for part in parts if clauses(part)]
    if 2 <= len(heads) <= 4 and is_chinese(heads[0]) and all(weight(head) <= _MOTTO for head in heads):
        return " ".join(heads), occasion
    if occasion:
        return occasion, ""
    return name, ""
