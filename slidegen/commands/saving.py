"""Saving a file for a command: what the system refuses goes to the report, with a way out."""

from pathlib import Path

from slidegen.diagnostics import Exit, Report

_REASONS = {
    "locked": ("{path} is open in another program", "close it there, or write elsewhere with -o"),
    "read-only": ("{path} may not be written here", "choose another folder with -o"),
    "disk-full": ("there is no room left on the disk for {path}", "free some space, or write elsewhere with -o"),
    "missing-folder": ("the folder of {path} does not exist", "create it first, or write elsewhere with -o"),
    "is-folder": ("{path} is a folder", "give a file name with -o"),
    "name-too-long": ("the name {path} is too long", "choose a shorter one with -o"),
}


def saved(data: bytes, path: Path, report: Report) -> bool:
    """Write a file in one step; return whether that succeeded."""
    from slidegen.package.saving import SaveError, save

    try:
        save(data, path)
    except SaveError as fault:
        message, hint = _REASONS.get(fault.reason.value, ("{path} cannot be written", ""))
        report.error("not-saved", None, message, hint, exit=Exit.ENVIRONMENT, path=fault.path)
        return False
    return True
