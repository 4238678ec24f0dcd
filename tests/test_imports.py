"""What slidegen loads: python-pptx only where files of others are read or written, and little for a plain build."""

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import slidegen
from slidegen.resources import bundled

PACKAGE = Path(slidegen.__file__).parent
MAY_USE_PPTX = ("writer", "reader")

BUILD = """\
import json, sys
from pathlib import Path
before = set(sys.modules)
from slidegen.diagnostics import Report
from slidegen.pipeline import load, prepare, render
report = Report()
outline, library = load(Path(sys.argv[1]), report)
assert len(render(prepare(outline, library, report))) > 10_000 and not report.findings
names = {name.partition(".")[0] for name in set(sys.modules) - before if getattr(sys.modules[name], "__file__", None)}
print(json.dumps(sorted(names - sys.stdlib_module_names - {"slidegen"})))
"""


def imported(source: str) -> Iterator[str]:
    """The top-level modules that a source imports, inside functions too."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]
        elif isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if called in ("import_module", "__import__"):
                yield str(node.args[0].value).partition(".")[0]


@pytest.mark.parametrize(
    "source",
    [
        "import pptx",
        "import os, pptx.util as u",
        "def f():\n    from pptx.oxml import parse_xml",
        "import importlib\nimportlib.import_module('pptx.api')",
        "__import__('pptx')",
    ],
)
def test_every_way_of_importing_is_seen(source: str) -> None:
    assert "pptx" in imported(source)


def test_pptx_is_imported_nowhere_but_in_writer_and_reader() -> None:
    modules = [p for p in PACKAGE.rglob("*.py") if p.relative_to(PACKAGE).parts[0] not in MAY_USE_PPTX]
    assert len(modules) > 50
    assert [p for p in modules if "pptx" in imported(p.read_text(encoding="utf-8"))] == []


def test_plain_build_loads_these_packages_and_no_others() -> None:
    deck = bundled("decks") / "integrity-training.yaml"
    run = subprocess.run(
        [sys.executable, "-c", BUILD, str(deck)], capture_output=True, text=True, check=True, cwd=PACKAGE.parent
    )
    assert set(json.loads(run.stdout)) - {"typing_extensions"} == {  # that one msgspec takes where it finds it
        "budoux",  # breaks headings between Chinese phrases
        "msgspec",  # the structures of the model
        "platformdirs",  # where the user's own layouts lie
        "yaml",
    }
