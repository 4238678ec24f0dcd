"""Lengths: inches and points to EMU, the only unit arithmetic of slidegen.

EMU is DrawingML's unit (ECMA-376-1, 20.1.10.16): 914,400 to the inch, 12,700 to the point.
"""

EMU_PER_INCH = 914_400
EMU_PER_POINT = 12_700
POINTS_PER_INCH = 72

SLIDE_WIDTH = 12_192_000
SLIDE_HEIGHT = 6_858_000


def inches(value: float) -> int:
    """Return inches as EMU, rounded to the nearest unit."""
    return round(value * EMU_PER_INCH)


def points(value: float) -> int:
    """Return points as EMU, rounded to the nearest unit."""
    return round(value * EMU_PER_POINT)


def to_points(emu: float) -> float:
    """Return EMU as points."""
    return emu / EMU_PER_POINT


def to_inches(emu: float) -> float:
    """Return EMU as inches."""
    return emu / EMU_PER_INCH


def hundredths(value: float) -> int:
    """Return points as hundredths of a point, the unit of `sz` and `spcPts`."""
    return round(value * 100)
