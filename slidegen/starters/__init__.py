"""Starter outlines that `slidegen new` writes, one for each language."""

from pathlib import Path
from typing import Final

LANGUAGES: Final = ("zh", "en")


def starter(language: str) -> str:
    """Return the starter outline for one of `LANGUAGES`."""
    return (Path(__file__).parent / f"{language}.yaml").read_text(encoding="utf-8")
