"""Compile the built-in layouts and themes into slidegen/layout/compiled.py.

    python scripts/compile_layouts.py

Run it after every change to a file under layouts/ (a test says so when it was forgotten). A file whose checksum is
not in the table is parsed when it is read, so a stale table makes slidegen slower, never wrong.
"""

import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "slidegen/layout/compiled.py"
HEAD = '''"""The built-in layouts and themes as plain data, by checksum; made by scripts/compile_layouts.py."""

from typing import Any

TREES: dict[str, dict[str, Any]] = {
'''

sys.path.insert(0, str(ROOT))
from slidegen.diagnostics import Report  # noqa: E402 - only after the path is set
from slidegen.layout.files import checksum, read  # noqa: E402


def compiled() -> str:
    """Return the module's text: one line a file."""
    report = Report()
    trees: dict[str, Any] = {}
    for path in sorted((ROOT / "layouts").rglob("*.yaml")):
        file = read(path, report)
        if file is not None:
            trees[checksum(path.name, file.data)] = file.tree
    for finding in report.findings:
        print(finding, file=sys.stderr)
    return HEAD + "".join(f"    {key!r}: {tree!r},\n" for key, tree in trees.items()) + "}\n"


if __name__ == "__main__":
    TARGET.write_text(compiled(), encoding="utf-8", newline="\n")
    print(f"{TARGET.relative_to(ROOT)}: {TARGET.stat().st_size // 1000} kB")
