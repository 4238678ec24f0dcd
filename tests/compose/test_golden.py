"""The whole composition of a small deck, held against a dump that was read and found right.

After a change that is meant, write the dumps anew and read what changed:
    SLIDEGEN_GOLDEN=write make test ARGS="-k golden"
"""

import os
from pathlib import Path

import pytest

from tests.building import good
from tests.compose.dump import dump

GOLDEN = Path(__file__).parents[1] / "golden"


@pytest.mark.parametrize("name", ["meeting", "会议"])
@pytest.mark.parametrize("theme", ["azure", "dangjian"])
def test_golden_deck_is_composed_as_it_was_found_right(name: str, theme: str) -> None:
    found = dump(good((GOLDEN / f"{name}.yaml").read_text(encoding="utf-8"), theme).deck)
    golden = GOLDEN / f"{name}.{theme}.txt"
    if os.environ.get("SLIDEGEN_GOLDEN") == "write":
        golden.write_text(found, encoding="utf-8", newline="\n")
        pytest.skip(f"{golden.name} was written anew: read it")
    assert found == golden.read_text(encoding="utf-8")
