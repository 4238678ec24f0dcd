"""Files that an outline names: pictures, data, manuscripts.

Paths start at the outline's folder and stay inside it, since an outline may come from somebody else; nothing is ever
fetched from a network.
"""

import re
from hashlib import sha256
from pathlib import Path, PureWindowsPath

from slidegen.diagnostics import Exit, Report, nearest, reason
from slidegen.language import mark, say
from slidegen.outline.nodes import Scalar

_ADDRESS = re.compile(r"(?i)[a-z][a-z0-9+.-]+://|(?:data|file|https?):")


class Nearby:
    """Finds and reads the files that one outline names; what was read is known by its checksum."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self.sums: dict[Path, str] = {}

    @property
    def checksums(self) -> tuple[str, ...]:
        """The SHA-256 of each file that was read, by its name."""
        return tuple(self.sums[path] for path in sorted(self.sums))

    def read(self, name: Scalar, report: Report, most: int | None = None) -> tuple[Path, bytes] | None:
        """Return a file's path and bytes; None, and an error in the report, where it is not to be had.

        `most` is how many bytes it may have.
        """
        path = self.find(name, report)
        if path is None:
            return None
        try:
            size = path.stat().st_size
            data = path.read_bytes() if most is None or size <= most else None
        except OSError as fault:
            report.error(
                "unreadable", name.span, "{path} cannot be read: {why}", exit=Exit.ASSET, path=path, why=reason(fault)
            )
            return None
        if data is None:
            report.error(
                "file-size",
                name.span,
                "{path} has {size:.0f} MB, more than {most:.0f}",
                "make it smaller, then save it anew",
                exit=Exit.ASSET,
                path=path,
                size=size / 1e6,
                most=(most or 0) / 1e6,
            )
            return None
        self.sums[path] = sha256(data).hexdigest()
        return path, data

    def find(self, name: Scalar, report: Report) -> Path | None:
        """Return the path of a file, which is neither outside the outline's folder nor anything but a file."""
        written = name.text.strip()
        if _ADDRESS.match(written):
            _refuse(
                report,
                "remote-file",
                name,
                mark("{path} is an address: a build never touches the network"),
                mark("download the file beside the outline, and write its name"),
            )
            return None
        folder = self.folder or Path()
        path = folder / written.replace("\\", "/")
        if not _inside(written, path, folder):
            _refuse(
                report,
                "outside-folder",
                name,
                mark("{path} is not inside the outline's folder"),
                mark("copy the file beside the outline, and write its name alone"),
            )
            return None
        if path.is_file():
            return path
        if path.exists():
            _refuse(report, "not-a-file", name, mark("{path} is not a regular file"), mark("name the file itself"))
            return None
        beside = [p.name for p in path.parent.iterdir()] if path.parent.is_dir() else []
        near = nearest(path.name, beside)
        hint = (
            say("did you mean {path}?", path=near)
            if near
            else mark("check the name; it starts at the outline's folder")
        )
        report.error("no-file", name.span, "there is no file {path}", hint, exit=Exit.ASSET, path=path)
        return None


def _inside(written: str, path: Path, folder: Path) -> bool:
    try:
        return not PureWindowsPath(written).anchor and path.resolve().is_relative_to(folder.resolve())
    except (OSError, ValueError, RuntimeError):  # a loop of links, a name that cannot be one
        return False


def _refuse(report: Report, code: str, name: Scalar, message: str, hint: str) -> None:
    report.error(code, name.span, message, hint, exit=Exit.ASSET, path=name.text.strip())
