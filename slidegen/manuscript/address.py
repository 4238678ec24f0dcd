"""Address: a speech's title and date, its salutation and opening, and where it begins to close."""

import re
from collections.abc import Sequence

from msgspec import Struct

from slidegen.manuscript.markers import marker_of
from slidegen.manuscript.model import Paragraph
from slidegen.manuscript.sentences import weight

_SALUTATION = re.compile(
    r"(?:尊敬的|敬爱的|亲爱的)?[^。！？，,]{0,30}"
    r"(?:同志们|朋友们|同学们|老师们|先生们|女士们|代表|委员|领导|来宾|嘉宾|学员|同事|伙伴|朋友|同学|同仁|青年|家人们)"
    r"[^。！？]{0,12}[：:！!，,]"
    r"|大家(?:上午|下午|晚上|早上)?好[！!。，,]?"
    r"|(?:Dear|Good (?:morning|afternoon|evening)|Hello|Ladies and gentlemen|Welcome|Hi|Friends|Colleagues)\b"
    r"[^.!?]{0,60}[,:.!—-]?",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"[（(]?\s*(?:\d{4}|[〇零一二三四五六七八九]{4})\s*年[^。！？]{0,16}[）)]?|[（(][^（）()。]{2,24}[）)]"
)
_CLOSING = re.compile(
    r"同志们[,，！!]|朋友们[,，！!]|同学们[,，！!]|各位[^。]{1,8}[,，！!]|最后[,，]|总之[,，]|让我们|谢谢|以上(?:报告|发言|是)|"
    r"我(?:就|的)[^。]{0,6}(?:讲|说|完|到这)|"
    r"Thank|In closing|In conclusion|To (?:conclude|close|sum up)|Finally,|Let me (?:close|end|finish)|"
    r"(?:So )?[Ll]et us",
    re.IGNORECASE,
)
_REACH = 6
"""How many paragraphs at the end may belong to the closing."""
_LONGEST_TITLE = 40


class Frame(Struct, frozen=True):
    """Where a speech's parts lie: paragraphs before `opening` are title, date and salutation.

    From `closing` on stand the closing words; it is the number of paragraphs where there are none.
    """

    title: tuple[int, ...]
    """The lines of its title."""
    date: int | None
    opening: int
    closing: int


def frame_of(paragraphs: Sequence[Paragraph]) -> Frame:
    """Return where title, salutation, text and closing of a manuscript lie."""
    title, date, at = _head(paragraphs)
    while at < len(paragraphs) and is_salutation(paragraphs[at].shown):
        at += 1
    return Frame(title, date, at, closing_from(paragraphs, at))


def is_salutation(text: str) -> bool:
    """Tell whether a paragraph addresses the audience and says no more."""
    return weight(text) <= 40 and _SALUTATION.fullmatch(text.strip()) is not None


def _head(paragraphs: Sequence[Paragraph]) -> tuple[tuple[int, ...], int | None, int]:
    """Return the lines of the title, the line of the date, and where the text begins.

    Lines before a salutation are a title; without a salutation the first line is one where it ends like one.
    """
    salutation = next((at for at in range(min(8, len(paragraphs))) if is_salutation(paragraphs[at].shown)), None)
    title: list[int] = []
    date = None
    at = 0
    while at < len(paragraphs) and at != salutation and at < 6:
        text = paragraphs[at].shown.strip()
        if title and _DATE.fullmatch(text):
            date = at if date is None else date
        elif _is_title(paragraphs[at]) and (salutation is not None or not title):
            title.append(at)
        elif not (title and weight(text) <= 12 and salutation is not None):
            break
        at += 1
    if salutation is None and title and len(paragraphs) > 1 and _more_such(paragraphs, title[0]):
        return (), None, 0
    return tuple(title), date, at


def _is_title(paragraph: Paragraph) -> bool:
    text = paragraph.shown.strip()
    return (
        weight(text) <= _LONGEST_TITLE
        and paragraph.kind == "text"
        and text[-1] not in "。！？；：，,;:.!?"
        and (marker_of(text) is None or paragraph.level == 1)
    )


def _more_such(paragraphs: Sequence[Paragraph], first: int) -> bool:
    """Tell whether the first line is a heading like others: then it is no title of the whole."""
    level = paragraphs[first].level
    if level:
        return sum(p.level == level for p in paragraphs) > 1
    return False


def closing_from(paragraphs: Sequence[Paragraph], start: int) -> int:
    """Return where, after paragraph `start`, the closing words begin: the first of the last ones that sounds so."""
    end = len(paragraphs)
    first = max(start + 1, end - _REACH)
    for at in range(end - 1, first - 1, -1):
        text = paragraphs[at].shown.strip()
        if paragraphs[at].level or (marker_of(text) is not None and not _CLOSING.match(text)):
            first = at + 1
            break
    return next((at for at in range(first, end) if _CLOSING.match(paragraphs[at].shown.strip())), end)
