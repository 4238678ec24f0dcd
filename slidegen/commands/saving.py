"""Saving a file for a command: what the system refuses goes to the report, with a way out."""

from pathlib import Path

from slidegen.diagnostics import Exit, Report, reason
from slidegen.language import mark

_REASONS = {
    "locked": (mark("{path} is open in another program"), mark("close it there, or write elsewhere with -o")),
    "read-only": (mark("{path} may not be written here"), mark("choose another folder with -o")),
    "disk-full": (
        mark("there is no room left on the disk for {path}"),
        mark("free some space, or write elsewhere with -o"),
    ),
    "missing-folder": (
        mark("the folder of {path} does not exist"),
        mark("create it first, or write elsewhere with -o"),
    ),
    "is-folder": (mark("{path} is a folder"), mark("give a file name with -o")),
    "name-too-long": (mark("the name {path} is too long"), mark("choose a shorter one with -o")),
}


def saved(data: bytes, path: Path, report: Report) -> bool:
    """Write a file in one step; return whether that succeeded."""
    from slidegen.package.saving import SaveError, save

    try:
        save(data, path)
    except SaveError as fault:
        message, hint = _REASONS.get(fault.reason.value, (mark("{path} cannot be written"), ""))
        report.error("not-saved", None, message, hint, exit=Exit.ENVIRONMENT, path=fault.path)
        return False
    return True


def taken(path: Path, report: Report, hint: str = mark("choose another name with -o")) -> bool:
    """Tell whether a file stands at a path already, which is an error; a folder there is refused when saving."""
    if not path.is_file():
        return False
    report.error("file-exists", None, "{file} exists already", hint, exit=Exit.ENVIRONMENT, file=path)
    return True


def unwritable(path: Path, fault: OSError, report: Report) -> None:
    """Report a new file that the system does not let be written."""
    report.error(
        "unwritable",
        None,
        "{file} cannot be written: {why}",
        exit=Exit.ENVIRONMENT,
        file=path,
        why=reason(fault),
    )
