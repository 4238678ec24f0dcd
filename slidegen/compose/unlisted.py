"""Telling of faces that could be measured in no way: no table ships, and they are not installed here."""

from collections.abc import Iterable, Iterator, Sequence

from slidegen.composed import ComposedSlide, Frame, Paragraph, Table, Text
from slidegen.diagnostics import Report, did_you_mean
from slidegen.language import mark, say
from slidegen.layout.locate import locate
from slidegen.layout.theme import Theme
from slidegen.text.faces import known, known_names
from slidegen.text.installed import can_measure, measured
from slidegen.text.kinsoku import SPACE, WIDE, classes_of


def tell_unlisted(slides: Iterable[ComposedSlide], theme: Theme, script: str, report: Report) -> None:
    """Warn once of each face that some text is set in and whose widths are guessed."""
    guessed = {name: path for name, path in _named(theme, script) if not known(name) and measured(name) is None}
    if not guessed:
        return
    used = _used(slides, theme, script)
    for name, path in guessed.items():
        if name in used:
            report.warning(
                "unmeasured-face",
                locate(path, [((), file.node) for file in theme.sources]),
                "the widths of the face `{face}` are not known: it was measured as {instead}",
                _hint(name),
                face=name,
                instead=say("Arial and a little wider") if used[name] else say("one em a character"),
            )


def _hint(name: str) -> str:
    if not can_measure():
        return mark("to measure it where it is installed: pip install fonttools (or: pipx inject slidegen fonttools)")
    return did_you_mean(name, known_names(), mark("install it on this computer, or name another face in the theme"))


def _named(theme: Theme, script: str) -> Iterator[tuple[str, str]]:
    """Yield the faces that a theme names for a script, each with the path of its key."""
    for role, choice in theme.fonts.items():
        east = theme.font_set(role, script).east
        key = next((key for key, name in choice.scripts.items() if name == east), "latin")
        yield east, f"fonts.{role}.{key}"
        yield choice.latin, f"fonts.{role}.latin"


def _used(slides: Iterable[ComposedSlide], theme: Theme, script: str) -> dict[str, bool]:
    """Return the faces in use, and whether Latin text is set in them."""
    found: dict[str, bool] = {}
    for frame, paragraphs in _frames(slides):
        for paragraph in paragraphs:
            for run in paragraph.runs:
                face = theme.face(run.font or frame.levels[paragraph.level - 1].font, script, False)
                classes = set(classes_of(run.text)) - {SPACE}
                if classes - set(WIDE):
                    found[face.latin] = True
                if classes & set(WIDE):
                    found.setdefault(face.east, False)
    return found


def _frames(slides: Iterable[ComposedSlide]) -> Iterator[tuple[Frame, Sequence[Paragraph]]]:
    for slide in slides:
        for item in slide.items:
            if isinstance(item, Text):
                yield item.frame, item.paragraphs
            elif isinstance(item, Table):
                yield from ((cell.frame, cell.paragraphs) for row in item.rows for cell in row)
