"""Arrangements: where the cells of items stand, and lengths that know which item they belong to."""

from math import hypot, pi, sin
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slidegen.layout.arrange import cells
from slidegen.layout.decor import Canvas, draw
from slidegen.layout.fault import LayoutFault
from slidegen.layout.paint import Palette
from slidegen.units import inches

PALETTE = Palette(frozenset(["accent1"]), {}, {})
RING = {"kind": "ring", "box": [2, 1, 4, 4], "size": [1, 0.5]}


def centres(arrange: dict[str, Any], count: int) -> list[tuple[float, float]]:
    return [(c.x + c.w / 2, c.y + c.h / 2) for c in cells(arrange, count, "arrange")]


@given(st.integers(2, 12))
def test_cells_of_a_ring_have_one_size_and_one_distance_from_its_middle_and_from_each_other(count: int) -> None:
    assert {(c.w, c.h) for c in cells(RING, count, "arrange")} == {(1, 0.5)}
    middles = centres(RING, count)
    assert [hypot(x - 4, y - 3) for x, y in middles] == pytest.approx([2] * count)
    steps = [hypot(x - u, y - v) for (x, y), (u, v) in zip(middles, [*middles[1:], middles[0]], strict=True)]
    assert steps == pytest.approx([4 * sin(pi / count)] * count)


def test_ring_runs_clockwise_from_the_top() -> None:
    assert centres(RING, 4) == [pytest.approx(p) for p in ((4, 1), (6, 3), (4, 5), (2, 3))]


def test_turned_ring_stands_between_the_cells_of_another() -> None:
    assert centres({**RING, "turn": 0.5}, 2) == [pytest.approx(p) for p in ((6, 3), (2, 3))]


@pytest.mark.parametrize("wrong", [{"size": 1}, {"size": None}, {"turn": "far"}, {"box": [1, 2]}])
def test_ring_without_its_numbers_is_a_fault(wrong: dict[str, Any]) -> None:
    with pytest.raises(LayoutFault):
        cells({**RING, **wrong}, 3, "arrange")


@pytest.mark.parametrize(("flow", "order"), [("across", [0, 1, 2, 3, 4]), ("down", [0, 3, 1, 4, 2])])
def test_grid_is_filled_across_or_down(flow: str, order: list[int]) -> None:
    grid = {"kind": "grid", "box": [0, 0, 4, 3], "columns": 2, "gap": 0, "flow": flow}
    read = sorted(enumerate(cells(grid, 5, "arrange")), key=lambda cell: (cell[1].y, cell[1].x))
    assert [number for number, _ in read] == order


@given(st.integers(1, 9))
def test_cells_know_their_number_and_how_many_there_are(count: int) -> None:
    for kind in ({"kind": "row"}, {"kind": "column"}, {"kind": "grid", "columns": 3}, RING):
        arranged = cells({"box": [0, 0, 9, 9], **kind}, count, "arrange")
        assert [(c.i, c.n) for c in arranged] == [(i, count) for i in range(1, count + 1)]


def test_lengths_and_angles_may_follow_the_item() -> None:
    spec = {"shape": "triangle", "box": ["i", "n-i", 1, 1], "rotate": "360*i/n", "fill": "accent1"}
    (shape,) = draw([spec], PALETTE, {}, Canvas(0, 0, 2, 2, 3, 4))
    assert (shape.box.x, shape.box.y, shape.rotation) == (inches(3), inches(1), 270 * 60_000)
