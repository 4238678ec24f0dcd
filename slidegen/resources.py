"""Where layouts, themes and decks are found: the search path, nearest folder first."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path


@cache
def bundled(kind: str) -> Path:
    """Return the folder of built-in `layouts` or `decks`: inside the wheel, or beside it in a checkout."""
    here = Path(__file__).parent
    packed = here / "_bundled" / kind
    return packed if packed.is_dir() else here.parent / kind


def user_folder() -> Path:
    """Return the user's own layouts folder (it need not exist)."""
    from platformdirs import user_config_path

    return user_config_path("slidegen") / "layouts"


def search_path(outline_folder: Path | None = None, extra: Path | None = None) -> tuple[Path, ...]:
    """Return the layout folders that exist, nearest first.

    The order: `extra` (--layouts), `layouts/` beside the outline, the user's folder, the built-in ones.
    """
    wanted: list[Path] = []
    if extra is not None:
        wanted.append(extra)
    if outline_folder is not None:
        wanted.append(outline_folder / "layouts")
    wanted += [user_folder(), bundled("layouts")]
    found: dict[Path, None] = {}
    for folder in wanted:
        if folder.is_dir():
            found.setdefault(folder.resolve())
    return tuple(found)


def yaml_files(folder: Path) -> Iterator[Path]:
    """Yield the YAML files of one folder by name."""
    if folder.is_dir():
        yield from sorted(p for p in folder.iterdir() if p.suffix in (".yaml", ".yml") and p.is_file())
