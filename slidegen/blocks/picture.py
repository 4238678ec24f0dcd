"""`kind: picture`: a file beside the outline, with what it shows and how it is cut."""

import re
from collections.abc import Mapping

from msgspec.structs import replace

from slidegen.blocks.keyed import keyed
from slidegen.blocks.line import FALSE, TRUE
from slidegen.blocks.values import Fit, MediaValue, Para, PictureValue, TextValue, Value
from slidegen.diagnostics import Report, Span
from slidegen.images.image import MOST_BYTES, Asset
from slidegen.layout.family import Slot
from slidegen.nearby import Nearby
from slidegen.outline.inline import parse_inline
from slidegen.outline.nodes import Mapping as MappingNode
from slidegen.outline.nodes import Node, Scalar, Sequence

SPELLINGS: dict[str, tuple[str, ...]] = {
    "file": ("文件",),
    "alt": ("说明", "替代文字"),
    "fit": ("裁切",),
    "focus": ("焦点",),
    "caption": ("图注",),
    "credit": ("来源", "图源"),
    "decorative": ("装饰",),
}
KEYS = {word: name for name, others in SPELLINGS.items() for word in (name, *others)}
"""The keys of a picture by every spelling."""
FITS: dict[str, Fit] = {"fill": "fill", "铺满": "fill", "contain": "contain", "完整": "contain"}
SIDES: dict[str, tuple[float | None, float | None]] = {
    **dict.fromkeys(("left", "左"), (0.0, None)),
    **dict.fromkeys(("right", "右"), (1.0, None)),
    **dict.fromkeys(("top", "上"), (None, 0.0)),
    **dict.fromkeys(("bottom", "下"), (None, 1.0)),
    **dict.fromkeys(("center", "centre", "中"), (None, None)),
}
"""Words for the part that must be seen: how far from the left and from the top, None for the middle."""
MOST_ALT = 150
"""Characters of a description (Chinese ones, or half as wide each): longer ones are read aloud without a pause."""
_PERCENT = re.compile(r"(\d{1,3}(?:\.\d{1,3})?) ?%")
_FILE_NAME = re.compile(r"(?i)\S+\.(?:png|jpe?g|gif|webp|avif|svg|heic|bmp|tiff?)")
_SAYS_PICTURE = re.compile(
    r"(?i)(?:an? |the )?(?:image|picture|photo(?:graph)?) of\b|(?:图片|照片|图像)[：:]|一张.{0,4}(?:图片|照片)"
)


def parse(node: Node, slot: Slot, report: Report, files: Nearby) -> PictureValue | None:
    """Return the picture, upright and without what a camera noted; a file that cannot be shown is an error."""
    entries = _entries(node, report)
    name = entries.get("file")
    if not isinstance(name, Scalar) or not name.text.strip():
        if entries or isinstance(node, Sequence):
            report.error(
                "missing-key", node.span, "`{key}` lacks the picture's file", "write `file: photo.png`", key=slot.shown
            )
        return None
    decorative = _true(entries.get("decorative"), report)
    alt = _alt(entries.get("alt"), report)
    if not alt and not decorative and not slot.alt:
        no_alt(slot.shown, name, report)
    found = files.read(name, report, MOST_BYTES)
    if found is None:
        return None
    from slidegen.images.reading import read_image

    image = read_image(found[1], Asset(found[0].name, name.span, report))
    if image is None:
        return None
    return PictureValue(
        image,
        name.span,
        "" if decorative else alt,
        decorative,
        _fit(entries.get("fit"), report),
        _focus(entries.get("focus"), report),
        {key: value for key in ("caption", "credit") if (value := _text(entries.get(key), report)) is not None},
    )


def no_alt(key: str, name: Scalar, report: Report) -> None:
    """Report that nothing says what a picture shows."""
    report.error(
        "no-alt",
        name.span,
        "`{key}` does not say what the picture shows, for those who do not see it",
        "write `{key}: {{file: {file}, alt: what it shows}}`; `decorative: true` if it shows nothing that matters",
        key=key,
        file=name.text.strip(),
    )


def is_picture(node: Node) -> bool:
    """Return whether a map is a picture's own: it has the key of its file."""
    return isinstance(node, MappingNode) and any(KEYS.get(entry.key.text) == "file" for entry in node.entries)


def _entries(node: Node, report: Report) -> Mapping[str, Node]:
    if isinstance(node, Scalar):
        return {"file": node}
    found = keyed(node, KEYS, report) if isinstance(node, MappingNode) else {}
    return {name: entry.value for name, entry in found.items()}


def _alt(node: Node | None, report: Report) -> str:
    if not isinstance(node, Scalar):
        if node is not None:
            report.error("wrong-kind", node.span, "what a picture shows is one text", "quote it if it holds `: `")
        return ""
    text = " ".join("".join(i.text for i in parse_inline(node.text)).split())
    check_alt(text, node.span, report)
    return text


def check_alt(text: str, span: Span, report: Report) -> None:
    """Warn of a description that helps nobody: a file's name, the word picture, more than can be listened to."""
    if _FILE_NAME.fullmatch(text):
        report.warning(
            "weak-alt", span, "the description of the picture is the name of a file", "say in words what it shows"
        )
    elif _SAYS_PICTURE.match(text):
        report.warning(
            "weak-alt",
            span,
            "the description begins by saying that this is a picture, which screen readers say themselves",
            "begin with what it shows",
        )
    elif sum(1.0 if ord(char) >= 0x2E80 else 0.5 for char in text) > MOST_ALT:
        report.warning(
            "weak-alt",
            span,
            "the description of the picture is longer than {most} characters",
            "say what matters, and leave the rest to the notes",
            most=MOST_ALT,
        )


def _true(node: Node | None, report: Report) -> bool:
    word = node.text.strip().lower() if isinstance(node, Scalar) else ""
    if node is not None and word not in (*TRUE, *FALSE):
        report.error("wrong-kind", node.span, "`{key}` needs true or false", key="decorative")
    return word in TRUE


def _text(node: Node | None, report: Report) -> TextValue | None:
    if node is None:
        return None
    if not isinstance(node, Scalar):
        report.error("wrong-kind", node.span, "a caption is one text", "quote it if it holds `: `")
        return None
    text = node.text.strip("\n")
    return TextValue((Para(parse_inline(text), node.span),), node.span) if text.strip() else None


def _fit(node: Node | None, report: Report) -> Fit:
    word = node.text.strip().lower() if isinstance(node, Scalar) else ""
    if node is not None and word not in FITS:
        hint = "`fill` cuts the picture to its place, `contain` shows all of it"
        report.error("unknown-value", node.span, "there is no fit `{word}`", hint, word=word)
    return FITS.get(word, "fill")


def _focus(node: Node | None, report: Report) -> tuple[float, float]:
    """Return what must be seen, as parts of width and height: two percentages, or one or two words."""
    if node is None:
        return 0.5, 0.5
    if isinstance(node, Scalar):
        parts = [part for part in re.split(r"[\s,，、]+", node.text.strip().lower()) if part]
    else:
        listed = node.items if isinstance(node, Sequence) else ()
        parts = [item.text.strip().lower() if isinstance(item, Scalar) else "" for item in listed]
    numbers = [_PERCENT.fullmatch(part) for part in parts]
    if len(parts) == 2 and all(n is not None and float(n[1]) <= 100 for n in numbers):
        across, down = (float(n[1]) / 100 for n in numbers if n)
        return across, down
    words = [SIDES.get(part) for part in parts]
    x = [w[0] for w in words if w is not None and w[0] is not None]
    y = [w[1] for w in words if w is not None and w[1] is not None]
    if not 1 <= len(parts) <= 2 or None in words or len(x) > 1 or len(y) > 1:
        report.error(
            "unknown-value",
            node.span,
            "this does not say which part of the picture must be seen",
            "write `focus: [30%, 20%]`, from the left and from the top, or words such as `left` or `top right`",
        )
        return 0.5, 0.5
    return (x or [0.5])[0], (y or [0.5])[0]


def settle(values: dict[str, Value], slots: Mapping[str, Slot], report: Report) -> None:
    """Give what stands beside pictures to the slots it is for, and pictures the descriptions that others have.

    `slots` are those of the slide, or the fields of an item; what has no place there is an error.
    """
    for name, value in [*values.items()]:
        if not isinstance(value, (PictureValue, MediaValue)):
            continue
        for key, text in value.beside.items() if isinstance(value, PictureValue) else ():
            if key not in slots:
                report.error("no-slot", text.span, "this layout has no place for a picture's `{key}`", key=key)
            elif key in values:
                report.error("duplicate-key", text.span, "`{key}` stands twice", key=key)
            else:
                values[key] = text
        other = values.get(slots[name].alt) if slots[name].alt else None
        silent = isinstance(value, PictureValue) and value.decorative
        if not value.alt and not silent and isinstance(other, TextValue):
            words = " ".join(" ".join(para.text for para in other.paragraphs).split())
            values[name] = replace(value, alt=words)
