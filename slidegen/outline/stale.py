"""Stale: what a text says that is mostly another the next time: dates, years, figures, meetings, names."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

Kind = Literal["date", "year", "number", "meeting", "name"]

_MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
_MONTH += r"|Nov(?:ember)?|Dec(?:ember)?)"
_UNITS = (
    "个百分点 百分点 人次 平方米 公里 公斤 小时 分钟 万 亿 元 人 户 件 项 名 个 家 次 场 天 周 年 月".split()
    + "吨 亩 岁 倍 成 期 册 卷 条 篇 页 米".split()
)
_FIGURE = r"\d[\d,，]*(?:\.\d+)?"
_DIGITS = "〇零一二三四五六七八九"
_GATHERINGS = "会议|大会|座谈会|培训班|研讨会|推进会|动员会|报告会|年会|论坛|全会"


def _any(*patterns: str, ignore_case: bool = False) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE if ignore_case else 0)


_PATTERNS: Sequence[tuple[Kind, re.Pattern[str]]] = (
    (
        "meeting",
        _any(
            rf"第[{_DIGITS}十百\d]+[届次][^，。；：、\s]{{0,12}}?(?:{_GATHERINGS}|会)",
            rf"(?:(?:19|20)\d\d年?)?[^\W\d_，。；：、“”‘’（）的在是了]{{2,14}}?(?:{_GATHERINGS})",
            r"(?:[A-Z][\w'’-]* ){1,4}(?:Meeting|Conference|Forum|Summit|Workshop|Retreat|Seminar)\b",
        ),
    ),
    (
        "date",
        _any(
            rf"(?:\d{{4}}|[{_DIGITS}]{{4}})年(?:度|(?:\d{{1,2}}|[{_DIGITS}十]{{1,3}})月(?:(?:\d{{1,2}}|[{_DIGITS}十]{{1,3}})[日号])?)",
            r"\d{1,2}月\d{1,2}[日号]",
            r"(?<!\d)\d{1,2} ?月(?:份|底|初)?",
            r"(?<!\d)(?:\d{4}|\d{2})[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)",
            r"[今去明前]年|[本上下](?:年度|月|周|季度)|[上下]半年|[一二三四]季度",
            rf"\b{_MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?(?:, ?\d{{4}})?\b",
            rf"\b(?:\d{{1,2}} )?{_MONTH} \d{{4}}\b|\b\d{{1,2}} {_MONTH}\b",
            r"\bQ[1-4]\b|\b(?:last|this|next) (?:year|month|week|quarter)\b",
            ignore_case=True,
        ),
    ),
    ("year", _any(rf"(?<!\d)(?:19|20)\d\d年|[{_DIGITS}]{{4}}年", r"(?<![\d.,])(?:19|20)\d\d(?![\d年%]|[.,]\d)")),
    (
        "number",
        _any(
            rf"[$¥€£￥]\s?{_FIGURE}",
            rf"{_FIGURE}\s?(?:[%％‰]|{'|'.join(_UNITS)})",
            rf"{_FIGURE}\s?(?:percent|million|billion|thousand|people|days?|hours?|minutes?|weeks?|months?|years?|km|kg)\b",
            r"\d{1,3}(?:,\d{3})+",
        ),
    ),
)


class Stale(Struct, frozen=True):
    """What is mostly another the next time, and what kind of thing it is."""

    kind: Kind
    text: str


def stale(text: str, names: Sequence[str] = ()) -> tuple[Stale, ...]:
    """Return what in a text may be stale, each once, in its order; `names` are those of the presenters."""
    taken: list[tuple[int, int]] = []
    found: list[tuple[int, Stale]] = []
    for kind, start, end in _all(text, names):
        if not any(start < other_end and other < end for other, other_end in taken):
            taken.append((start, end))
            found.append((start, Stale(kind, " ".join(text[start:end].split()))))
    return tuple(dict.fromkeys(one for _, one in sorted(found, key=lambda pair: pair[0])))


def _all(text: str, names: Sequence[str]) -> Iterator[tuple[Kind, int, int]]:
    for name in names:
        yield from (("name", one.start(), one.end()) for one in re.finditer(re.escape(name), text))
    for kind, pattern in _PATTERNS:
        yield from ((kind, *one.span()) for one in pattern.finditer(text))
