"""Schema validators that know nothing of slidegen: the Open XML SDK's and openxml-audit."""

import json
import re
import subprocess
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from openxml_audit import validate_pptx

from tests.proof.need import need

_SECONDS = 600
_OF_WORD = re.compile(r"/oMath\[.*(?:Unexpected element 'rPr' found|Element 'rPr' is not a valid choice)")
"""It knows formulas as Word has them; on slides their runs carry `a:rPr`, as the SDK's validator has it."""


def sdk_errors(decks: Sequence[Path]) -> list[list[str]]:
    """Return, for each deck in order, what the Open XML SDK's validator finds."""
    if not decks:
        return []
    command = need("ooxml-validator")
    with ThreadPoolExecutor(max_workers=2) as pool:
        return list(pool.map(lambda deck: _sdk_errors_of(command, deck), decks))


def _sdk_errors_of(command: str, deck: Path) -> list[str]:
    run = subprocess.run([command, str(deck)], capture_output=True, text=True, timeout=_SECONDS, check=False)
    assert run.returncode in {0, 1}, f"the validator could not be run on {deck}:\n{run.stdout}{run.stderr}"
    said = json.loads(run.stdout)
    errors = [f"{e['path']} {e['xPath']}: {e['description']}" for e in said["errors"]]
    assert said["ok"] is not bool(errors), f"the validator contradicts itself on {deck}:\n{run.stdout}"
    return errors


def audit_errors(deck: Path) -> list[str]:
    """Return what openxml-audit finds in a deck."""
    found = [f"{e.part_uri} {e.path}: {e.description}" for e in validate_pptx(deck).errors]
    return [error for error in found if not _OF_WORD.search(error)]
