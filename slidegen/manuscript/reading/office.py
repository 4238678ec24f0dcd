"""Older and other word processors' files (.doc, .wps, .rtf, .odt), made into .docx by LibreOffice."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from slidegen.diagnostics import Exit, Report

SECONDS = 120
"""A first start of LibreOffice on a slow machine takes half a minute."""

_ELSEWHERE = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
_SETTINGS = {"MacroSecurityLevel": "3", "DisableMacrosExecution": "true", "BlockUntrustedRefererLinks": "true"}
"""No macros, and nothing fetched to which a file links."""
_SECURITY = "/org.openoffice.Office.Common/Security/Scripting"
_PROFILE = (
    '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    + "".join(
        f'<item oor:path="{_SECURITY}"><prop oor:name="{key}" oor:op="fuse"><value>{value}</value></prop></item>'
        for key, value in _SETTINGS.items()
    )
    + "</oor:items>"
)


def to_docx(data: bytes, suffix: str, name: str, report: Report) -> bytes | None:
    """Return a file of that suffix as .docx; None, and an error, without LibreOffice or where it cannot read it.

    It runs beside a LibreOffice that is open, with a profile of its own, for `SECONDS` at most.
    """
    program = shutil.which("soffice") or shutil.which("libreoffice") or next(filter(os.path.exists, _ELSEWHERE), None)
    if program is None:
        report.error(
            "no-converter",
            None,
            "{name} is a {suffix} file; reading it needs LibreOffice, which is not installed",
            "open it in Word or WPS and save it as .docx",
            exit=Exit.ENVIRONMENT,
            name=name,
            suffix=suffix,
        )
        return None
    with tempfile.TemporaryDirectory(prefix="slidegen-read-", ignore_cleanup_errors=True) as scratch:
        made = _converted(program, data, suffix, Path(scratch))
    if made is None:
        report.error(
            "not-converted",
            None,
            "LibreOffice could not read {name}",
            "it may be damaged or have a password; open it in Word or WPS and save it as .docx",
            exit=Exit.ASSET,
            name=name,
        )
    else:
        report.note("converted", None, "{name} was made into .docx by LibreOffice and read from that", name=name)
    return made


def _converted(program: str, data: bytes, suffix: str, folder: Path) -> bytes | None:
    settings = folder / "profile/user/registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(_PROFILE, encoding="utf-8")
    source = folder / f"in/manuscript{suffix}"
    source.parent.mkdir()
    source.write_bytes(data)
    profile = (folder / "profile").as_uri()
    command = [program, f"-env:UserInstallation={profile}", "--headless", "--norestore"]
    command += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder), str(source)]
    try:
        _run(command)
    except OSError:
        return None
    made = folder / "manuscript.docx"
    return made.read_bytes() if made.exists() else None


def _run(command: list[str]) -> None:
    """Run a command to its end, or end it, with all that it has started, after `SECONDS`."""
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            process.wait(SECONDS)
        except BaseException as fault:
            # soffice is a script that starts the program itself, which would go on without it.
            if sys.platform == "win32":
                process.kill()
            else:
                os.killpg(process.pid, signal.SIGKILL)
            if not isinstance(fault, subprocess.TimeoutExpired):
                raise
