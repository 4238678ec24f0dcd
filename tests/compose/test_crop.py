"""Cutting pictures: the place is filled without distortion, and what must be seen is seen."""

from hypothesis import given
from hypothesis import strategies as st

from slidegen.compose.crop import WHOLE, containing, filling
from slidegen.drawing import Box

sides = st.integers(1, 20_000)
lengths = st.integers(100_000, 12_192_000)
boxes = st.builds(Box, st.integers(0, 1_000_000), st.integers(0, 1_000_000), lengths, lengths)
parts = st.floats(0, 1)


@given(st.tuples(sides, sides), boxes, st.tuples(parts, parts))
def test_cut_picture_fills_its_box_undistorted_around_its_focus(
    pixels: tuple[int, int], box: Box, focus: tuple[float, float]
) -> None:
    left, top, right, bottom = filling(pixels, box, focus)
    assert min(left, top, right, bottom) >= 0
    assert left + right < WHOLE
    assert top + bottom < WHOLE
    assert 0 in (left + right, top + bottom)
    across, down = 1 - (left + right) / WHOLE, 1 - (top + bottom) / WHOLE
    # a thousandth of a percent is the least that can be said, of either side
    assert abs(across * pixels[0] * box.h - down * pixels[1] * box.w) <= 2e-5 * max(
        pixels[0] * box.h, pixels[1] * box.w
    )
    for at, before, after in ((focus[0], left, right), (focus[1], top, bottom)):
        assert before / WHOLE - 1e-4 <= at <= 1 - after / WHOLE + 1e-4


@given(st.tuples(sides, sides), boxes, parts, parts)
def test_the_further_right_the_focus_the_more_is_cut_at_left(
    pixels: tuple[int, int], box: Box, one: float, other: float
) -> None:
    less, more = sorted((one, other))
    assert filling(pixels, box, (less, 0.5))[0] <= filling(pixels, box, (more, 0.5))[0]


@given(st.tuples(sides, sides), boxes)
def test_whole_picture_lies_in_the_middle_of_its_box(pixels: tuple[int, int], box: Box) -> None:
    found = containing(pixels, box)
    assert found.x >= box.x
    assert found.y >= box.y
    assert found.right <= box.right
    assert found.bottom <= box.bottom
    assert found.w == box.w or found.h == box.h
    assert abs((found.x - box.x) - (box.right - found.right)) <= 1
    assert abs((found.y - box.y) - (box.bottom - found.bottom)) <= 1
