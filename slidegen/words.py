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
        "chart_series": "数值",
        "chart_total": "合计",
        "with_unit": "{name}（{unit}）",
        "chart_about": "{chart}：{about}",
        "chart_joint": "；",
        "chart_many": "{first}至{last}共{count}项",
        "chart_highest": "最高：{where} {value}",
        "chart_lowest": "最低：{where} {value}",
        "chart_column": "柱形图",
        "chart_bar": "条形图",
        "chart_stacked-column": "堆积柱形图",
        "chart_stacked-bar": "堆积条形图",
        "chart_percent-column": "百分比柱形图",
        "chart_percent-bar": "百分比条形图",
        "chart_line": "折线图",
        "chart_area": "面积图",
        "chart_pie": "饼图",
        "chart_doughnut": "圆环图",
        "chart_scatter": "散点图",
        "chart_bubble": "气泡图",
        "chart_radar": "雷达图",
        "chart_combo": "柱形与折线组合图",
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
        "chart_series": "Value",
        "chart_total": "Total",
        "with_unit": "{name} ({unit})",
        "chart_about": "{chart}: {about}",
        "chart_joint": "; ",
        "chart_many": "{count} from {first} to {last}",
        "chart_highest": "highest: {where} {value}",
        "chart_lowest": "lowest: {where} {value}",
        "chart_column": "Column chart",
        "chart_bar": "Bar chart",
        "chart_stacked-column": "Stacked column chart",
        "chart_stacked-bar": "Stacked bar chart",
        "chart_percent-column": "Column chart of shares",
        "chart_percent-bar": "Bar chart of shares",
        "chart_line": "Line chart",
        "chart_area": "Area chart",
        "chart_pie": "Pie chart",
        "chart_doughnut": "Doughnut chart",
        "chart_scatter": "Scatter chart",
        "chart_bubble": "Bubble chart",
        "chart_radar": "Radar chart",
        "chart_combo": "Chart of columns and lines",
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
