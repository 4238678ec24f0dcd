"""The words slidegen itself puts on slides, by the deck's language.

A language without words of its own takes English ones; a full tag (`zh-TW`) wins over its primary
part (`zh`).
"""

from collections.abc import Mapping

_WORDS: dict[str, dict[str, str]] = {
    "zh": {
        "agenda": "目录",
        "opening": "开场",
        "ending": "结束",
        "introduction": "引言",
        "closing": "谢谢聆听",
        "part": "第{n}部分",
        "footer": "页脚",
        "number": "页码",
        "notes": "备注",
        "plus": "{name} + {extra}",
        "height": "{name} · 高 {cm} 厘米",
        "table": "表格，{rows} 行 {columns} 列：{header}",
        "icon": "图标",
        "logo": "标志",
        "meta": "{presenter} ｜ {date}",
        "flagged": "强调的{name}",
        "continued": "（续）",
        "part_of": "（{part}/{parts}）",
        "continued_notes": "（续页：讲稿在本标题的第一页）",
        "untitled": "（无标题）",
        "hidden": "（隐藏，不放映）",
        "no_notes": "（本页没有讲稿）",
        "about_script": "{slides} 张幻灯片，全程 {time}",
        "speech": "讲稿",
        "aside": "说明",
    },
    "en": {
        "agenda": "Agenda",
        "opening": "Opening",
        "ending": "Closing",
        "introduction": "Introduction",
        "closing": "Thank you",
        "part": "Part {n}",
        "footer": "Footer",
        "number": "Slide number",
        "notes": "Notes",
        "plus": "{name} + {extra}",
        "height": "{name} · {cm} cm high",
        "table": "Table of {rows} rows and {columns} columns: {header}",
        "icon": "Icon",
        "logo": "Logo",
        "meta": "{presenter} | {date}",
        "flagged": "strong {name}",
        "continued": " (cont.)",
        "part_of": " ({part}/{parts})",
        "continued_notes": "(Continued: the notes are on the first slide of this title.)",
        "untitled": "(no title)",
        "hidden": "(hidden, not shown)",
        "no_notes": "(no notes for this slide)",
        "about_script": "Slides: {slides}. Time: {time}.",
        "speech": "Speech",
        "aside": "Aside",
    },
}

_DIGITS = "零一二三四五六七八九"


def word(key: str, language: str) -> str:
    """Return one of slidegen's own words in a deck's language."""
    return pick({tag: words[key] for tag, words in _WORDS.items()}, language)


def spellings(key: str) -> frozenset[str]:
    """Return one of slidegen's own words in every language, by which it is known in a deck of any."""
    return frozenset(words[key] for words in _WORDS.values())


def pick(texts: Mapping[str, str], language: str) -> str:
    """Return the text for a language: its full tag, its primary part, English, then any."""
    for tag in (language, language.split("-")[0], "en"):
        if tag in texts:
            return texts[tag]
    return next(iter(texts.values()), "")


def ordinal(number: int, language: str) -> str:
    """Return a part's number as its label writes it: 三 and 十二 in Chinese, 3 elsewhere (1 to 99)."""
    if not language.startswith("zh") or not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else ("" if tens == 1 else _DIGITS[tens]) + "十"
    return head + (_DIGITS[ones] if ones or not tens else "")


def part_label(number: int, language: str) -> str:
    """Return a section's label, such as 第一部分 or Part 1."""
    return word("part", language).format(n=ordinal(number, language))
