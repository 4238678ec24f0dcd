"""Make docs/reference and its pictures from the code.

    python scripts/make_reference.py [--text]

`--text` leaves the pictures alone, which need LibreOffice and pdftoppm. A test says so when the text is stale.
docs/reference/grammar.md is written by hand.
"""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
os.environ["SLIDEGEN_LANG"] = "en"

from scripts.reference.commands import commands_page  # noqa: E402 - only after the path is set
from scripts.reference.diagnostics import diagnostics_page  # noqa: E402
from scripts.reference.keys import keys_page  # noqa: E402
from scripts.reference.layouts import layouts_page  # noqa: E402
from scripts.reference.themes import themes_page  # noqa: E402

PAGES = {
    "commands.md": commands_page,
    "keys.md": keys_page,
    "layouts.md": layouts_page,
    "themes.md": themes_page,
    "diagnostics.md": diagnostics_page,
}
"""What each file under docs/reference is made by."""


def main() -> None:
    """Write the pages, and the pictures unless --text."""
    for name, make in PAGES.items():
        (ROOT / "docs/reference" / name).write_text(make(), encoding="utf-8", newline="\n")
    if "--text" not in sys.argv:
        from scripts.reference.pictures import draw

        draw(ROOT / "docs/pictures")
    print("docs/reference is up to date")


if __name__ == "__main__":
    main()
