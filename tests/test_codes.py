"""The table of codes against the code: none undocumented, none stale, and every example brings its code about."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from slidegen import resources
from slidegen.codes import CODES
from slidegen.commands.options import Reading
from slidegen.commands.prepared import prepared
from slidegen.diagnostics import Report

PACKAGE = Path(resources.__file__).parent
TREES = [ast.parse(path.read_text("utf-8")) for path in PACKAGE.rglob("*.py")]


def takers(tree: ast.Module) -> dict[str, int]:
    """The functions of a module that take a code, and the place of that argument in a call."""
    found = {}
    for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
        names = [argument.arg for argument in function.args.args]
        if "code" in names:
            found[function.name] = names.index("code") - (names[0] == "self")
    return found


def used() -> Iterator[str]:
    """Every code that some call names; a private function is called in its own module only."""
    everywhere = {"error": 0, "warning": 0, "note": 0, "Diagnostic": 0}
    for tree in TREES:
        places = {**everywhere, **takers(tree)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                given = node.args[places[name] :][:1] if name in places else []
                for argument in given:
                    yield from words(argument, node)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield from re.findall(r"(?:error|warning|note)\[([a-z-]+)\]", node.value)


def words(argument: ast.expr, call: ast.Call) -> Iterator[str]:
    """The codes an argument may be: a literal, or one of two."""
    if isinstance(argument, ast.IfExp):
        yield from words(argument.body, call)
        yield from words(argument.orelse, call)
    elif isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        yield argument.value
    else:
        # `code` is passed on from a call that was looked at itself
        assert isinstance(argument, ast.Name), f"a code must be written out: {ast.unparse(call)}"
        assert argument.id == "code", f"a code must be written out: {ast.unparse(call)}"


def test_every_code_is_documented_and_no_other() -> None:
    assert set(used()) == set(CODES)


@pytest.mark.parametrize("code", [name for name, code in CODES.items() if code.of != "command"])
def test_example_brings_its_code_about(code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "user_folder", lambda: tmp_path / "own")
    example = CODES[code]
    outline = tmp_path / "talk.yaml"
    if example.of == "layout":
        (tmp_path / "layouts").mkdir()
        (tmp_path / "layouts/own.yaml").write_text(example.example, encoding="utf-8")
        outline.write_text("title: Talk\nslides:\n  - {title: One, layout: own}\n", encoding="utf-8")
    else:
        outline.write_text(example.example, encoding="utf-8")
    report = Report()
    prepared(outline, Reading(), report)
    assert code in {finding.code for finding in report.findings}


def test_every_code_says_what_and_why() -> None:
    for name, code in CODES.items():
        assert code.what.endswith("."), name
        assert code.why.endswith("."), name
        assert (code.of == "command") == code.example.startswith("$ "), name
