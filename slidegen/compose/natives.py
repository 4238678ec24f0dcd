"""Native parts: variants become slide layouts, the theme becomes master and theme part."""

from slidegen.composed import Item, Master, NativeLayout, Paragraph, Picture, Run, Text, ThemePart
from slidegen.layout.build import Builder
from slidegen.layout.family import Family
from slidegen.layout.fault import within
from slidegen.layout.styles import Typesetter
from slidegen.layout.theme import Theme
from slidegen.layout.variant import FrameSpec, Variant
from slidegen.words import pick


def native_layout(variant: Variant) -> NativeLayout:
    """Return the slide layout that a variant becomes."""
    return NativeLayout(
        key=variant.key,
        name=variant.name,
        type=variant.ooxml,
        background=variant.background,
        master_shapes=variant.master_shapes,
        items=(*variant.decor, *(_placeholder(spec) for spec in variant.frames)),
    )


def master(theme: Theme, family: Family, builder: Builder, logo: Picture | None = None) -> Master:
    """Return the slide master: the theme's decoration, the deck's logo and the placeholders of the master's family."""
    variant = builder.build(family, None, frozenset())
    decor = builder.decoration(theme.master.get("decor") or {}, "master.decor")
    setter = Typesetter(theme, builder.script, builder.language)
    title = next((f.frame.levels[0] for f in variant.frames if f.placeholder.type == "title"), None)
    body = next((f.frame.levels for f in variant.frames if f.placeholder.type == "body"), ())
    with within("master.background"):
        background = theme.paints.paint(theme.master.get("background", "bg1"))
    items: tuple[Item, ...] = (*decor, *((logo,) if logo else ()), *(_placeholder(spec) for spec in variant.frames))
    return Master(
        background=background,
        items=items,
        title=title or setter.style({"style": "title"}, "master.title").paragraph,
        body=body or (setter.style({"style": "body"}, "master.body").paragraph,),
    )


def theme_part(theme: Theme, script: str, language: str) -> ThemePart:
    """Return what the theme part holds."""
    return ThemePart(
        name=pick(theme.label, language) or theme.name,
        colors=tuple(theme.colors.items()),
        color_map=tuple(theme.color_map.items()),
        major=theme.font_set("heading", script),
        minor=theme.font_set("body", script),
    )


def _placeholder(spec: FrameSpec) -> Text:
    return Text(
        name=spec.name,
        box=spec.box,
        frame=spec.frame,
        paragraphs=tuple(_prompt(spec, number, words) for number, words in spec.prompts),
        placeholder=spec.placeholder,
        fill=spec.fill,
        line=spec.line,
        geometry=spec.geometry,
    )


def _prompt(spec: FrameSpec, number: int, words: str) -> Paragraph:
    style = spec.frame.levels[number - 1]
    run = Run("‹#›", field="slidenum") if spec.placeholder.type == "sldNum" else Run(words)
    return Paragraph((run,), number, style.size, style.pitch, style.before)
