"""What building and checking share: an outline file is read and composed, its findings told."""

from pathlib import Path

from slidegen.commands.options import Reading
from slidegen.compose.deck import Progress, silent
from slidegen.diagnostics import Exit, Report, Stop, nearest, reason
from slidegen.language import mark, say
from slidegen.outline.model import Outline
from slidegen.pipeline import Plan, load, prepare


def prepared(
    path: Path,
    reading: Reading,
    report: Report,
    all_layouts: bool = False,
    progress: Progress = silent,
    with_drafts: bool = False,
) -> tuple[Outline, Plan] | None:
    """Return an outline and its deck ready to be written, or None where nothing can be composed.

    There may be a plan beside errors in the report: a draft is made of it.
    """
    try:
        outline, library = load(path, report, reading.layouts, reading.encoding, reading.clean)
        if outline is None:
            return None
        return outline, prepare(outline, library, report, reading.theme, all_layouts, progress, with_drafts)
    except Stop:
        return None
    except OSError as fault:
        unreadable(path, fault, report)
        return None


_OUTLINES = (".yaml", ".yml")


def unreadable(path: Path, fault: OSError, report: Report, like: tuple[str, ...] = _OUTLINES) -> None:
    """Report why a file cannot be read; where there is none, with the nearest name of the endings `like`."""
    if isinstance(fault, FileNotFoundError):
        beside = [p.name for p in path.parent.iterdir()] if path.parent.is_dir() else []
        near = nearest(path.name, [n for n in beside if n.endswith(like)])
        new = like == _OUTLINES
        hint = mark("check the name, or start with `slidegen new FILE`") if new else mark("check the name")
        if near:
            hint = say("did you mean {path}?", path=path.parent / near)
        report.error("no-file", None, "there is no file {path}", hint, exit=Exit.USAGE, path=path)
    else:
        report.error(
            "unreadable", None, "{path} cannot be read: {why}", exit=Exit.ENVIRONMENT, path=path, why=reason(fault)
        )
