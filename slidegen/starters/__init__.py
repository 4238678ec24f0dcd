"""Starter outlines that `slidegen new` writes, one for each language."""

from pathlib import Path


def starter(language: str) -> str:
    """Return the starter outline for a language (`zh` or `en`; English where there is none)."""
    folder = Path(__file__).parent
    wanted = folder / f"{language.split('-')[0]}.yaml"
    return (wanted if wanted.is_file() else folder / "en.yaml").read_text(encoding="utf-8")
