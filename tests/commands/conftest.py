"""The command run as its user runs it, in a folder of its own."""

import gc
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec import Struct

from slidegen import cli, resources


class Said(Struct, frozen=True):
    """What a run returned and said."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> Iterator[Callable[..., Said]]:
    """Give `run(argument, …, language="en")`: it never shows a traceback."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(resources, "user_folder", lambda: tmp_path / "own")

    def command(*arguments: object, language: str = "en") -> Said:
        monkeypatch.setenv("SLIDEGEN_LANG", language)
        monkeypatch.setattr(sys, "argv", ["slidegen", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        captured = capsys.readouterr()
        assert "Traceback" not in captured.out + captured.err
        assert "error[bug]" not in captured.err
        return Said(int(ended.value.code or 0), captured.out, captured.err)

    yield command
    gc.enable()  # a check switches it off
