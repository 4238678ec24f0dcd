"""Keys: what may stand at each level of an outline, in English and in Chinese."""

from functools import cached_property

from msgspec import Struct

from slidegen.diagnostics import did_you_mean
from slidegen.language import listed, mark, say


class Level(Struct, frozen=True, dict=True):
    """The keys of one level of the outline: canonical name → its other spellings."""

    name: str
    """What a message calls it, in English."""
    spellings: dict[str, tuple[str, ...]]
    later: frozenset[str] = frozenset()
    """Keys of the format that this version reads past, with a warning."""

    @cached_property
    def words(self) -> dict[str, str]:
        """Every spelling → canonical name."""
        return {word: name for name, others in self.spellings.items() for word in (name, *others)}

    def canonical(self, word: str) -> str | None:
        """Return the canonical name of a key, or None when it is none of this level's."""
        return self.words.get(word)

    def hint(self, word: str) -> str:
        """Return a hint for an unknown key: the nearest one, else all keys in the script it is written in."""
        chinese = not word.isascii()
        all_keys = listed(others[0] if chinese and others else name for name, others in self.spellings.items())
        otherwise = say("the keys of {level} are: {keys}", level=say(self.name), keys=all_keys)
        return did_you_mean(word.strip().lower(), self.words, otherwise)


_ID = ("标识",)
_TITLE = ("标题",)
_NOTES = ("备注", "演讲稿", "讲稿")
_MINUTES = ("时长", "分钟")
_TRANSITION = ("切换",)
_SLIDES = ("页面", "幻灯片")
_CHECK = ("检查",)

DECK = Level(
    mark("the outline"),
    {
        "format": ("格式",),
        "id": _ID,
        "title": _TITLE,
        "subtitle": ("副标题",),
        "kicker": ("眉题",),
        "presenter": ("主讲", "主讲人", "汇报人"),
        "organisation": ("单位", "organization"),
        "date": ("日期",),
        "meta": ("会议信息",),
        "language": ("语言",),
        "theme": ("主题",),
        "colors": ("颜色", "colours"),
        "logo": ("标志",),
        "footer": ("页脚",),
        "agenda": ("目录",),
        "cover": ("封面",),
        "closing": ("结束页",),
        "notes": _NOTES,
        "transition": _TRANSITION,
        "minutes": _MINUTES,
        "nobreak": ("不断行",),
        "math": ("公式",),
        "check": _CHECK,
        "data": ("数据",),
        "sections": ("章节",),
        "slides": _SLIDES,
    },
    frozenset({"check", "data"}),
)

SECTION = Level(
    mark("a section"),
    {
        "id": _ID,
        "title": _TITLE,
        "short": ("简称",),
        "text": ("说明",),
        "notes": _NOTES,
        "slides": _SLIDES,
        "number": ("编号",),
        "divider": ("隔页",),
        "in_agenda": ("列入目录",),
    },
)

SLIDE = Level(
    mark("a slide"),
    {
        "id": _ID,
        "title": _TITLE,
        "layout": ("版式",),
        "notes": _NOTES,
        "build": ("动画",),
        "transition": _TRANSITION,
        "hidden": ("隐藏",),
        "background": ("背景",),
        "split": ("拆分",),
        "minutes": _MINUTES,
        "check": _CHECK,
    },
    frozenset({"check"}),
)

CLOSING = Level(mark("the closing slide"), {"title": _TITLE, "text": ("说明",), "notes": _NOTES})

PASSAGE = Level(mark("a reference to a manuscript"), {"from": ("来自", "出自"), "paragraphs": ("段落", "段")})
"""What notes hold that are taken from a manuscript."""

LEVELS = (DECK, SECTION, SLIDE, CLOSING, PASSAGE)
ALL_WORDS: frozenset[str] = frozenset().union(*(level.words for level in LEVELS))
LISTS_OF_MAPPINGS: frozenset[str] = frozenset({"sections", "slides", "章节", *_SLIDES})
"""Spellings of the keys whose list items always have keys of their own."""
