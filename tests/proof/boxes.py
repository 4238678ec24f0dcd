"""Where the shapes of a slide stand: groups unfolded, rotation applied, inheritance resolved."""

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pptx.shapes.base import BaseShape
from pptx.shapes.group import GroupShape


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle on the slide, in EMU."""

    left: float
    top: float
    right: float
    bottom: float

    def contains(self, other: "Frame") -> bool:
        """Whether the other frame lies within this one."""
        return (
            self.left <= other.left
            and self.top <= other.top
            and self.right >= other.right
            and self.bottom >= other.bottom
        )

    def gap(self, other: "Frame") -> float:
        """Return the distance between two frames, EMU; 0 when they touch or overlap."""
        across = max(other.left - self.right, self.left - other.right, 0)
        down = max(other.top - self.bottom, self.top - other.bottom, 0)
        return math.hypot(across, down)

    def overlaps(self, other: "Frame") -> bool:
        """Whether two frames share an area."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Placed:
    """A shape with its path of names through groups and its frame on the slide."""

    shape: BaseShape
    name: str
    frame: Frame


_Transform = Callable[[Frame], Frame]


def placed(shapes: Iterable[BaseShape]) -> Iterator[Placed]:
    """Yield the shapes of a slide, those within groups included, in drawing order.

    A shape that states no geometry and inherits none is passed over.
    """
    return _walk(shapes, lambda frame: frame, "", 0.0)


def _walk(shapes: Iterable[BaseShape], outward: _Transform, path: str, turned: float) -> Iterator[Placed]:
    for shape in shapes:
        # python-pptx types these as whole numbers; a placeholder without geometry gives None all the same.
        if shape.left is None or shape.width is None:
            continue
        rotation = turned + getattr(shape, "rotation", 0.0)
        if isinstance(shape, GroupShape):
            yield from _walk(shape.shapes, _group_transform(shape, outward), f"{path}{shape.name}/", rotation)
            continue
        own = Frame(shape.left, shape.top, shape.left + shape.width, shape.top + shape.height)
        yield Placed(shape, path + shape.name, _turned(outward(own), rotation))


def _group_transform(group: GroupShape, outward: _Transform) -> _Transform:
    """Return the way from a group's child space (ECMA-376-1, 20.1.7.5 chOff, chExt) to the slide."""
    inner: Any = group._element.xfrm
    x, y, w, h = (
        (inner.chOff.x, inner.chOff.y, inner.chExt.cx, inner.chExt.cy)
        if inner is not None and inner.chOff is not None and inner.chExt is not None
        else (group.left, group.top, group.width, group.height)
    )
    across = group.width / w if w else 1.0
    down = group.height / h if h else 1.0

    def transform(frame: Frame) -> Frame:
        return outward(
            Frame(
                group.left + (frame.left - x) * across,
                group.top + (frame.top - y) * down,
                group.left + (frame.right - x) * across,
                group.top + (frame.bottom - y) * down,
            )
        )

    return transform


def _turned(frame: Frame, degrees: float) -> Frame:
    """Return the bounding rectangle of a frame turned about its centre."""
    if not degrees % 180:
        return frame
    angle = math.radians(degrees)
    w, h = frame.right - frame.left, frame.bottom - frame.top
    half_w = (abs(w * math.cos(angle)) + abs(h * math.sin(angle))) / 2
    half_h = (abs(w * math.sin(angle)) + abs(h * math.cos(angle))) / 2
    x, y = (frame.left + frame.right) / 2, (frame.top + frame.bottom) / 2
    return Frame(x - half_w, y - half_h, x + half_w, y + half_h)
