"""Turns as matrices and back: three angles about the fixed axes, or one direction that shall look down."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.keepsake_steps import Turn

Matrix = NDArray[np.float64]

_DIGITS = 4
_LEVEL = 1e-9


def turn_matrix(turn: Turn) -> Matrix:
    """(3, 3) float64 of the three turns; exact for quarter turns."""
    matrix = np.eye(3)
    for axis, angle in enumerate((turn.x_deg, turn.y_deg, turn.z_deg)):
        quarter = angle % 360 / 90
        cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        if quarter == int(quarter):
            cos, sin = ((1, 0), (0, 1), (-1, 0), (0, -1))[int(quarter) % 4]
        first, second = (axis + 1) % 3, (axis + 2) % 3
        turned = np.eye(3)
        turned[[first, first, second, second], [first, second, first, second]] = (cos, -sin, sin, cos)
        matrix = turned @ matrix
    return matrix


def turn_of(matrix: Matrix) -> Turn:
    """Return the angles of a turn, -180 to 180, rounded to a ten-thousandth of a degree.

    Parameters
    ----------
    matrix : (3, 3) float
        A rotation. So far rounded, a corner 100 mm away is off by less than 0.0002 mm.
    """
    m = np.asarray(matrix, dtype=np.float64)
    y = math.asin(min(1.0, max(-1.0, -float(m[2, 0]))))
    if math.hypot(m[2, 1], m[2, 2]) > 1e-6:
        x, z = math.atan2(m[2, 1], m[2, 2]), math.atan2(m[1, 0], m[0, 0])
    else:
        # Straight up or down, x and z turn about the same axis: all of it is put into x.
        x, z = math.atan2(-m[1, 2], m[1, 1]), 0.0
    return Turn(*(_tidy(math.degrees(angle)) for angle in (x, y, z)))


def to_bed(direction: NDArray[np.floating]) -> Matrix:
    """(3, 3) float64 of the smallest turn after which a direction looks straight down.

    What looks straight up is turned over to the front, about x.

    Parameters
    ----------
    direction : (3,) float
        Of any length but zero.
    """
    x, y, z = (float(part) for part in np.asarray(direction) / np.linalg.norm(direction))
    if z > 1.0 - _LEVEL:
        return np.diag([1.0, -1.0, -1.0])
    if z < _LEVEL - 1.0:
        return np.eye(3)
    # Rodrigues about direction x (0, 0, -1), shortened for that target.
    share = 1.0 / (1.0 - z)
    return np.array(
        [
            [1.0 - x * x * share, -x * y * share, x],
            [-x * y * share, 1.0 - y * y * share, y],
            [-x, -y, -z],
        ]
    )


def then(first: Turn, matrix: Matrix) -> Turn:
    """Return the one turn that does ``first`` and after it a rotation."""
    return turn_of(matrix @ turn_matrix(first))


def turned_extents_mm(points: NDArray[np.floating], turn: Turn) -> tuple[float, float, float]:
    """Width, depth and height of points, (n, 3) mm, once turned."""
    turned = np.asarray(points, dtype=np.float64) @ turn_matrix(turn).T
    size = turned.max(axis=0) - turned.min(axis=0) if len(turned) else np.zeros(3)
    return float(size[0]), float(size[1]), float(size[2])


def _tidy(angle_deg: float) -> float:
    rounded = round(angle_deg, _DIGITS)
    return 180.0 if rounded == -180.0 else rounded + 0.0
