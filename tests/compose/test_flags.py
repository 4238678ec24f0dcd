"""Flags: a field that is true or false, by which decoration is drawn or not."""

import pytest

from slidegen.composed import ComposedSlide, Shape
from tests.building import good, made

MATRIX = """\
title: T
language: en
cover: no
closing: no
slides:
  - title: A
    matrix: [a, {{title: b, focus: {}}}, c, d]
    top: x
    bottom: y
    left: u
    right: v
"""


def marks(slide: ComposedSlide) -> list[str]:
    return [item.name for item in slide.items if isinstance(item, Shape)]


@pytest.mark.parametrize(("value", "drawn"), [("yes", 1), ("true", 1), ("是", 1), ("no", 0), ("否", 0), ("", 0)])
def test_what_a_flag_stands_for_is_drawn_only_where_it_is_set(value: str, drawn: int) -> None:
    assert len(marks(good(MATRIX.format(value)).deck.slides[0])) == drawn


@pytest.mark.parametrize("value", ["maybe", "[yes]", "2"])
def test_a_flag_that_is_neither_is_an_error_at_its_place(value: str) -> None:
    assert made(MATRIX.format(value)).errors == [("wrong-kind", 7)]
