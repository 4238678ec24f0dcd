"""Copying a layout's or theme's file beside outlines, where it is used in place of the original."""

from pathlib import Path

from slidegen.commands.saving import unwritable
from slidegen.diagnostics import Exit, Report, Stop


def copy_file(source: Path, folder: Path, report: Report) -> Path:
    """Write a copy of `source` into `folder`, which is made where it is missing; return the copy's path.

    A file that is there already is left as it is, which is an error. Raises Stop.
    """
    target = folder / source.name
    try:
        data = source.read_bytes()
        folder.mkdir(parents=True, exist_ok=True)
        with target.open("xb") as stream:
            stream.write(data)
    except FileExistsError:
        report.error(
            "file-exists",
            None,
            "{file} exists already and is left as it is",
            "change that file, or choose another folder with --to",
            exit=Exit.ENVIRONMENT,
            file=target,
        )
        raise Stop from None
    except OSError as fault:
        unwritable(target, fault, report)
        raise Stop from None
    return target
