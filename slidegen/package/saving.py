"""Atomic saving: at every moment the file is either the old one or the new one, whole.

The bytes go to a temporary file in the same folder, reach the disk, and then take the file's place.
What a killed run leaves behind is swept by the next save of the same file.
"""

import errno
import os
import time
from enum import StrEnum
from pathlib import Path

_ABANDONED = 3600.0
"""Seconds after which a temporary file counts as left behind, whatever process number it carries."""
_LONGEST_STEM = 200
"""Bytes of the file's name that the temporary name repeats; file systems allow 255 for all of it."""
_WAITS = (0.05, 0.1, 0.2, 0.4)
"""Seconds between tries to take the file's place: on Windows a virus scanner, a sync client or another
build holds it for a moment."""


class Reason(StrEnum):
    """Why a file could not be saved."""

    LOCKED = "locked"
    READ_ONLY = "read-only"
    DISK_FULL = "disk-full"
    MISSING_FOLDER = "missing-folder"
    IS_FOLDER = "is-folder"
    NAME_TOO_LONG = "name-too-long"
    OTHER = "other"


class SaveError(Exception):
    """A file that could not be saved; the earlier one is untouched. `__cause__` is the system's error."""

    def __init__(self, path: Path, reason: Reason) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


_REASONS = {
    errno.ENOSPC: Reason.DISK_FULL,
    errno.EDQUOT: Reason.DISK_FULL,
    errno.EFBIG: Reason.DISK_FULL,
    errno.ENOENT: Reason.MISSING_FOLDER,
    errno.ENOTDIR: Reason.MISSING_FOLDER,
    errno.EROFS: Reason.READ_ONLY,
    errno.EACCES: Reason.READ_ONLY,
    errno.EPERM: Reason.READ_ONLY,
    errno.EBUSY: Reason.LOCKED,
    errno.EISDIR: Reason.IS_FOLDER,
    errno.ENAMETOOLONG: Reason.NAME_TOO_LONG,
}
_WINDOWS_LOCKS = (32, 33)
"""ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION."""


def save(data: bytes, path: Path) -> None:
    """Write `data` to `path` in one step; a symbolic link keeps pointing at the file it names.

    Raises SaveError when the system refuses; then, as after Ctrl-C, the earlier file is as it was and
    no temporary file is left.
    """
    target = Path(os.path.realpath(path))
    if os.path.isdir(target):
        raise SaveError(path, Reason.IS_FOLDER)
    if os.path.exists(target) and not os.access(target, os.W_OK):
        # os.replace would pass over a file's write protection on POSIX, and refuse on Windows.
        raise SaveError(path, Reason.READ_ONLY)
    _sweep(target)
    temporary = target.with_name(f"{_stem(target)}{os.getpid()}-{os.urandom(4).hex()}.tmp")
    try:
        _write(data, temporary)
        _take_place(temporary, target)
    except BaseException as error:
        _remove(temporary)
        if isinstance(error, OSError):
            raise SaveError(path, _reason(error, target)) from error
        raise


def _write(data: bytes, temporary: Path) -> None:
    with open(temporary, "xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _take_place(temporary: Path, target: Path) -> None:
    for wait in _WAITS:
        try:
            os.replace(temporary, target)
        except PermissionError:
            time.sleep(wait)
        else:
            return
    os.replace(temporary, target)


def _reason(error: OSError, target: Path) -> Reason:
    if getattr(error, "winerror", None) in _WINDOWS_LOCKS:
        return Reason.LOCKED
    # Windows also says "access denied" when a program holds the file; a temporary file could be
    # written beside it, so the folder is not what refuses. `filename2` is set by os.replace alone.
    if isinstance(error, PermissionError) and error.filename2 is not None and os.access(target, os.W_OK):
        return Reason.LOCKED
    return _REASONS.get(error.errno or 0, Reason.OTHER)


def _stem(target: Path) -> str:
    name = target.name.encode("utf-8", "surrogateescape")[:_LONGEST_STEM].decode("utf-8", "ignore")
    return f".{name}.slidegen-"


def _sweep(target: Path) -> None:
    """Remove temporary files of earlier saves of `target` whose process is gone."""
    stem = _stem(target)
    try:
        with os.scandir(target.parent) as entries:
            left = [Path(e.path) for e in entries if e.name.startswith(stem) and e.name.endswith(".tmp")]
        for temporary in left:
            pid = temporary.name.removeprefix(stem).partition("-")[0]
            if _gone(pid) or time.time() - temporary.stat().st_mtime > _ABANDONED:
                _remove(temporary)
    except OSError:
        return  # another save swept first, or the folder is missing: writing will say so


def _gone(pid: str) -> bool:
    """Whether no process has this number; False on Windows, where asking with signal 0 would end it."""
    if os.name == "nt" or not pid.isdecimal():
        return False
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        return False
    return False


def _remove(temporary: Path) -> None:
    try:
        temporary.unlink(missing_ok=True)
    except OSError:
        return
