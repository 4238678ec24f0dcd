"""Commands that a proof needs: found, or the test is skipped; under CI a missing one fails the test."""

import os
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

_ADVICE = {
    "soffice": "install LibreOffice (Debian: libreoffice-impress and libreoffice-writer)",
    "pdftoppm": "install the Poppler tools (Debian: poppler-utils)",
    "ooxml-validator": "run `make validator`",
}
_ELSEWHERE = {"ooxml-validator": ROOT / ".cache/validator/node_modules/.bin/ooxml-validator"}
_VARIABLES = {"ooxml-validator": "SLIDEGEN_VALIDATOR"}


def need(command: str) -> str:
    """Return the path of a command.

    A command that is missing skips the test that asked, naming it; with CI=true it fails the test.
    """
    found = os.environ.get(_VARIABLES.get(command, "")) or shutil.which(command) or _in_checkout(command)
    if found:
        return found
    missing = f"{command} is missing: {_ADVICE.get(command, 'install it')}"
    if os.environ.get("CI", "").lower() in {"1", "true"}:
        pytest.fail(missing)
    pytest.skip(missing)


def _in_checkout(command: str) -> str | None:
    path = _ELSEWHERE.get(command)
    return str(path) if path and path.exists() else None
