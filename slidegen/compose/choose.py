"""Choosing a slide's layout: the one it names, else the one whose trigger slot it fills."""

import re
from collections.abc import Sequence

from slidegen.diagnostics import Report, did_you_mean, known_are
from slidegen.language import say
from slidegen.layout.family import Family
from slidegen.outline.model import Slide
from slidegen.outline.nodes import Scalar

_COUNTED = re.compile(r"(.+?)[-_ ]?\d+")


def choose(slide: Slide, families: Sequence[Family], report: Report) -> Family | None:
    """Return the slide's layout family, or None after an error.

    Words are never looked at: only `layout:` or which keys the slide has. Of several triggers present
    the layout wins that has a slot for every one of them.
    """
    if slide.layout is not None:
        return _named(slide.layout, families, report)
    keys = {entry.key.text for entry in slide.fields}
    fired = [f for f in families if f.trigger and keys & set(f.slots[f.trigger].spellings())]
    if not fired:
        return _fallback(slide, families, report)
    triggers = {f.trigger for f in fired if f.trigger}
    able = [f for f in fired if triggers <= set(f.slots)]
    if len(able) == 1:
        return able[0]
    names = " ".join(sorted(f"`{f.trigger}` ({f.name})" for f in fired))
    report.error(
        "two-layouts",
        slide.span,
        "this slide asks for several layouts at once: {names}",
        "keep one of these keys, or split the slide in two",
        names=names,
    )
    return None


def _named(name: Scalar, families: Sequence[Family], report: Report) -> Family | None:
    for family in families:
        if name.text in (family.name, *family.label.values()):
            return family
    known = [n for f in families for n in (f.name, *f.label.values())]
    base = _COUNTED.fullmatch(name.text)
    if base and base.group(1) in known:
        hint: str = say("write `layout: {name}`: the number of items decides the rest", name=base.group(1))
    else:
        hint = did_you_mean(name.text, known, known_are(f.name for f in families))
    report.error("unknown-layout", name.span, "there is no layout `{name}`", hint, name=name.text)
    return None


def _fallback(slide: Slide, families: Sequence[Family], report: Report) -> Family | None:
    spellings = [key for f in families for slot in f.slots.values() for key in slot.spellings()]
    unknown = [e.key for e in slide.fields if e.key.text not in spellings]
    for key in unknown:
        hint = did_you_mean(key.text, {*spellings, *COMMON}, "remove it, or see the keys of the layouts")
        report.error("unknown-key", key.span, "unknown key `{key}`", hint, key=key.text)
    if unknown:
        return None
    return next((f for f in families if f.fallback), None)


COMMON = ("title", "notes", "layout", "id", "transition", "hidden", "minutes", "标题", "备注", "版式")
