"""What differs by count and by slots in use, one within the other."""

from pathlib import Path
from typing import Any

import pytest

from slidegen.layout.family import Family
from slidegen.layout.files import DataFile

TREE: dict[str, Any] = {
    "geometry": {"box": 1, "gap": 1},
    "by_count": {3: {"geometry": {"gap": 3}}, 4: {"same_as": 3}},
    "with": {
        "note": {
            "geometry": {"box": 2},
            "by_count": {3: {"geometry": {"box": 23}}, 4: {"same_as": 3}},
            "with": {"takeaway": {"geometry": {"box": 5}, "by_count": {4: {"geometry": {"box": 54}}}}},
        },
        "takeaway": {"geometry": {"gap": 9}},
    },
}


@pytest.fixture
def family() -> Family:
    return Family("f", {}, {}, {}, [TREE], DataFile(Path("f.yaml"), b"", {}))


@pytest.mark.parametrize(
    ("count", "used", "box", "gap"),
    [
        (2, "", 1, 1),
        (3, "", 1, 3),
        (2, "note", 2, 1),
        (3, "note", 23, 3),
        (4, "note", 23, 3),
        (4, "takeaway", 1, 9),
        (3, "note takeaway", 5, 9),
        (4, "note takeaway", 54, 9),
    ],
)
def test_a_condition_may_hold_others(family: Family, count: int, used: str, box: int, gap: int) -> None:
    assert family.resolve(count, frozenset(used.split()))["geometry"] == {"box": box, "gap": gap}


def test_conditions_within_others_make_native_layouts_too(family: Family) -> None:
    only = {"with": {"note": {"with": {"source": {"geometry": {"box": 2}}}}}}
    nested = Family("f", {}, {}, {}, [only], family.file)
    assert nested.structural == {"note", "source"}
