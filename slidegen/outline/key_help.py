"""What the outline's own keys mean, in Chinese and English: for the schema and the reference.

A test holds these tables against those of `keys`.
"""

Texts = dict[str, str]

DECK: dict[str, Texts] = {
    "format": {"zh": "提纲格式的版本，现在是 1", "en": "The version of this format, which is 1"},
    "id": {"zh": "演示文稿的标识：字母、数字、- _ .", "en": "The deck's identifier: letters, digits, - _ ."},
    "title": {"zh": "封面标题", "en": "The title on the cover"},
    "subtitle": {"zh": "封面副标题", "en": "The line below the cover's title"},
    "kicker": {"zh": "封面标题上方的小字", "en": "The small line above the cover's title"},
    "presenter": {"zh": "主讲人，印在封面上", "en": "Who presents, shown on the cover"},
    "organisation": {"zh": "单位，印在封面上", "en": "The presenter's organisation, shown on the cover"},
    "date": {"zh": "日期，怎样写就怎样印在封面上", "en": "The date, shown on the cover as it is written"},
    "meta": {
        "zh": "封面最下一行；不写就由单位、主讲、日期合成",
        "en": "The cover's last line; organisation, presenter and date if not given",
    },
    "language": {
        "zh": "语言标记，如 zh-CN、en-US；不写是 zh-CN",
        "en": "A language tag such as zh-CN or en-US; zh-CN if not given",
    },
    "theme": {"zh": "主题的名称", "en": "The theme's name or label"},
    "colors": {
        "zh": "替换主题的颜色：颜色名和六位十六进制数",
        "en": "Colours in place of the theme's: a slot and six hex digits",
    },
    "logo": {"zh": "标志图片", "en": "A logo"},
    "footer": {
        "zh": "页脚：section（本章名称）、none（没有），或一行文字，可用 {title} {section} {date}",
        "en": "The footer: section (the section's name), none, or a text, which may hold {title} {section} {date}",
    },
    "agenda": {"zh": "要不要目录页", "en": "Whether there is an agenda slide"},
    "cover": {"zh": "要不要封面", "en": "Whether there is a cover"},
    "closing": {
        "zh": "结束页：标题，或 title、text、notes；false 是不要",
        "en": "The closing slide: its title, or title, text and notes; false for none",
    },
    "notes": {"zh": "封面的演讲者备注", "en": "Speaker notes of the cover"},
    "transition": {
        "zh": "换页效果：fade（淡出）、none（无）或 morph（平滑：同一版式的前后两页逐项变过去）",
        "en": "How slides change: fade, none, or morph, which moves the items of a slide into those of the next",
    },
    "minutes": {"zh": "计划讲多少分钟", "en": "How many minutes the talk shall take"},
    "nobreak": {"zh": "不可断行的词，一个或一列", "en": "Names that are never broken over two lines: one, or a list"},
    "math": {
        "zh": "文字里的 $…$ 是不是公式（LaTeX 写法）",
        "en": "Whether $…$ in the text of slides is a formula in LaTeX",
    },
    "check": {"zh": "检查规则的取舍", "en": "Which checks apply"},
    "data": {"zh": "数据文件", "en": "A data file"},
    "sections": {"zh": "各章，每章有 title 和 slides", "en": "The parts of the deck, each with title and slides"},
    "slides": {"zh": "各页，不分章时用", "en": "The slides of a deck without sections"},
}

SECTION: dict[str, Texts] = {
    "id": {"zh": "本章的标识", "en": "The section's identifier"},
    "title": {"zh": "本章标题，印在章节页和目录里", "en": "The section's title, on its own slide and in the agenda"},
    "short": {"zh": "短名称，印在页脚", "en": "A short name for the footer"},
    "text": {"zh": "一句话说明，印在章节页和目录里", "en": "A sentence on its own slide and in the agenda"},
    "notes": {"zh": "章节页的演讲者备注", "en": "Speaker notes of the section's own slide"},
    "slides": {"zh": "本章各页", "en": "The section's slides"},
    "number": {"zh": "要不要编号", "en": "Whether the section counts"},
    "divider": {"zh": "要不要章节页", "en": "Whether the section has a slide of its own"},
    "in_agenda": {"zh": "列不列入目录", "en": "Whether the agenda lists it"},
}

SLIDE: dict[str, Texts] = {
    "id": {"zh": "本页的标识，链接 #标识 指向它", "en": "The slide's identifier, which links `#id` lead to"},
    "title": {"zh": "本页标题", "en": "The slide's title"},
    "layout": {
        "zh": "版式的名称；不写就由写了什么内容决定",
        "en": "A layout's name; what the slide holds decides if not given",
    },
    "notes": {"zh": "演讲者备注，只有主讲人看得见", "en": "Speaker notes; only the presenter sees them"},
    "build": {
        "zh": "单击时依次出现：paragraphs（逐段）、items（逐项）或 none（一次全出）；不写由版式决定，一般全出",
        "en": "What clicks bring: paragraphs, items or none; the layout decides if not given, mostly none",
    },
    "transition": {
        "zh": "换到本页的效果：fade、none，或 morph（由同一版式的前一页平滑变来）",
        "en": "How this slide comes in: fade, none, or morph, from the slide before, if that has the same layout",
    },
    "hidden": {"zh": "放映时跳过本页", "en": "Whether the show passes over this slide"},
    "background": {
        "zh": '本页的底色：主题里的颜色名（如 accent1、DARK），或加引号的六位十六进制数（如 "#1F2A44"）',
        "en": 'The colour behind it: one of the theme (accent1, DARK), or six hex digits in quotes ("#1F2A44")',
    },
    "split": {
        "zh": "放不下时拆成几页：auto（自动，通常如此）或 never（不拆）",
        "en": "Whether it goes on over several slides where it does not fit: auto, as usual, or never",
    },
    "minutes": {"zh": "本页计划讲多少分钟", "en": "How many minutes this slide shall take"},
    "check": {"zh": "检查规则的取舍", "en": "Which checks apply"},
}

CLOSING: dict[str, Texts] = {
    "title": {"zh": "结束页标题", "en": "The closing slide's title"},
    "text": {"zh": "标题下面的文字", "en": "The text below it"},
    "notes": {"zh": "结束页的演讲者备注", "en": "Speaker notes of the closing slide"},
}

PASSAGE: dict[str, Texts] = {
    "from": {
        "zh": "讲稿文件，从提纲所在的文件夹算起",
        "en": "The manuscript's file, starting at the outline's folder",
    },
    "paragraphs": {
        "zh": "讲稿的第几段，如 7、7-9 或 7-9, 12；空行不算",
        "en": "Which of its paragraphs: 7, 7-9 or 7-9, 12; blank lines do not count",
    },
}
