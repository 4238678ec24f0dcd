"""What the commands around building say, in Chinese and English."""

from slidegen.words import pick

_WORDS: dict[str, dict[str, str]] = {
    "built-in": {"zh": "内置", "en": "built-in"},
    "user": {"zh": "本人文件夹", "en": "user folder"},
    "option": {"zh": "--layouts", "en": "--layouts"},
    "beside": {"zh": "提纲旁", "en": "beside the outline"},
    "bases": {
        "zh": "另有仅供其他版式沿用的：{names}",
        "en": "Only for others to build on: {names}",
    },
    "more": {
        "zh": "详情：slidegen {kind} show 名称；复制一份来改：slidegen {kind} copy 名称",
        "en": "More: slidegen {kind} show NAME. To change one: slidegen {kind} copy NAME",
    },
    "keys": {"zh": "页面上可写的键：", "en": "Keys of its slide:"},
    "also": {"zh": "也写作 {aliases}", "en": "also {aliases}"},
    "required": {"zh": "必填", "en": "required"},
    "count": {"zh": "{low} 至 {high} 项", "en": "{low} to {high}"},
    "exactly": {"zh": "{low} 项", "en": "exactly {low}"},
    "names": {"zh": "可按位置写 {names}", "en": "or by place: {names}"},
    "flags": {"zh": "可加 {flags}: true", "en": "may carry {flags}: true"},
    "trigger": {"zh": "写了 {key} 就用这个版式", "en": "a slide with `{key}` takes this layout"},
    "by-name": {"zh": "写 layout: {name} 就用这个版式", "en": "a slide with `layout: {name}` takes this layout"},
    "fallback": {"zh": "只有标题的页面用这个版式", "en": "a slide with a title alone takes this layout"},
    "generated": {"zh": "slidegen 自动生成这一页", "en": "slidegen makes this slide by itself"},
    "abstract": {"zh": "仅供其他版式沿用", "en": "only for other layouts to build on"},
    "limit": {
        "zh": "每行约 {characters} 字 × {lines} 行（{size:g} 磅）",
        "en": "about {characters} characters × {lines} lines at {size:g} pt",
    },
    "limit-one": {
        "zh": "约 {characters} 字，一行（{size:g} 磅）",
        "en": "about {characters} characters on one line at {size:g} pt",
    },
    "latin": {
        "zh": "以上按汉字计；英文字母约可多一倍",
        "en": "Counted in Chinese characters; of Latin letters about twice as many fit",
    },
    "kind-line": {"zh": "一行文字", "en": "line"},
    "kind-paragraphs": {"zh": "段落", "en": "paragraphs"},
    "kind-bullets": {"zh": "要点列表", "en": "bullets"},
    "kind-items": {"zh": "若干项", "en": "items"},
    "kind-table": {"zh": "表格", "en": "table"},
    "kind-icon": {"zh": "图标", "en": "icon"},
    "items": {"zh": "{count} 项时：", "en": "{count} items: "},
    "over-split": {"zh": "放不下的排到下一页", "en": "what goes beyond continues on the next slide"},
    "over-error": {"zh": "放不下时报错", "en": "what goes beyond is refused"},
    "example": {"zh": "示例：", "en": "Example:"},
    "file": {"zh": "文件：{path}（{origin}）", "en": "File: {path} ({origin})"},
    "colors": {"zh": "颜色：", "en": "Colours:"},
    "fonts": {"zh": "字体：", "en": "Fonts:"},
    "roles": {"zh": "颜色的用途：", "en": "What the colours are for:"},
    "copied-layouts": {
        "zh": "{path}：用文本编辑器修改；{folder} 里的提纲从现在起用它。"
        "要保留原版式，就改掉 name 和 trigger，它便是新版式",
        "en": "{path}: change it in a text editor; outlines in {folder} take it from now on. "
        "To keep the original beside it, give it another name and trigger",
    },
    "copied-themes": {
        "zh": "{path}：用文本编辑器修改；{folder} 里写 theme: {name} 的提纲从现在起用它。"
        "要保留原主题，就改掉文件名和 name",
        "en": "{path}: change it in a text editor; outlines in {folder} with theme: {name} take it from now on. "
        "To keep the original beside it, change the file's name and `name`",
    },
    "schema-saved": {
        "zh": "{path}：在提纲的第一行写 # yaml-language-server: $schema={name}，编辑器就会提示可写的内容",
        "en": "{path}: editors complete outlines that begin with # yaml-language-server: $schema={name}",
    },
}


def say(key: str, language: str, /, **values: object) -> str:
    """Return one of the commands' sentences in a language."""
    return pick(_WORDS[key], language).format(**values)
