"""How the sparse patterns lie in the space of the printer: always the same, whatever the region."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from memoreez_desktop.core.profiles import FillPattern
from memoreez_desktop.slicing.compiled import Floats

DIAGONAL = math.pi / 4
# No family of a triangular pattern runs along the sides of a box that stands straight on the bed.
TRIANGLE_ANGLE = math.pi / 12
# The length of the gyroid's waves in a square of one period, in periods: its mean over all heights.
GYROID_LENGTH = 2.5
# The printed chords of a wave stay this close to its samples, and these lie closer still to the wave.
WAVE_CHORD_MM = 0.04
WAVE_SAMPLE_MM = 0.012


@dataclass(frozen=True, eq=False)
class Families:
    """Families of parallel lines, all at one distance: direction in radians, and shift in distances."""

    angles: Floats
    pitch_mm: float
    phases: Floats


@dataclass(frozen=True, eq=False)
class Cells:
    """How sparse infill meets the solid lines over it.

    Attributes
    ----------
    direction : (2,)
        Of the solid lines.
    gap_mm : float
        Longest way along them from one sparse line to the next.
    in_step : bool
        They meet lines square to them, which lie at multiples of the gap from the origin.
    """

    direction: Floats
    gap_mm: float
    in_step: bool


# The longest way across the infill in the direction of the solid lines, in line distances.
_GAPS = {"grid": 2.0, "rectilinear": 1.0, "triangles": 3.5, "cubic": 3.5, "gyroid": 2.5, "concentric": 2.0}


def layer_angle(index: int) -> float:
    """Alternate between the two diagonals."""
    return DIAGONAL if index % 2 else -DIAGONAL


def families_of(pattern: FillPattern, line_mm: float, index: int, z_mm: float) -> Families:
    """Lay the lines of a straight pattern.

    Parameters
    ----------
    line_mm : float
        The distance at which a single family puts down the wanted plastic; more families lie further apart.
    index, z_mm : int, float
        Number and height of the layer.

    Notes
    -----
    Cubic: the planes of cubes that stand on a corner. The edge from that corner to its opposite is upright,
    so each plane rises by the square root of two for every mm its line moves.
    """
    if pattern == "rectilinear":
        return Families(np.array([layer_angle(index)]), line_mm, np.zeros(1))
    if pattern == "triangles":
        # Half a distance: each line passes midway between the crossings of the two others.
        angles = TRIANGLE_ANGLE + np.arange(3) * math.pi / 3
        return Families(angles, 3 * line_mm, np.array([0.0, 0.5, 0.0]))
    if pattern == "cubic":
        angles = TRIANGLE_ANGLE + np.arange(3) * 2 * math.pi / 3
        shift = z_mm / math.sqrt(2.0) / (3 * line_mm)
        return Families(angles, 3 * line_mm, np.full(3, shift % 1.0))
    return Families(np.array([DIAGONAL, -DIAGONAL]), 2 * line_mm, np.zeros(2))


def cells_of(pattern: FillPattern, spacing_mm: float, density_ratio: float, index: int) -> Cells | None:
    """Say what the solid lines of a layer find below them; None where there is no infill."""
    if density_ratio <= 0.0:
        return None
    angle = layer_angle(index)
    direction = np.array([math.cos(angle), math.sin(angle)])
    return Cells(direction, _GAPS[pattern] * spacing_mm / density_ratio, pattern in ("grid", "rectilinear"))


def gyroid_period_mm(line_mm: float) -> float:
    """Return the period of a gyroid that puts down as much as lines at a distance."""
    return GYROID_LENGTH * line_mm


def wave_samples(period_mm: float) -> int:
    """Choose how many samples a period of a wave gets: a multiple of four, so that summits are among them."""
    # The bend's radius is about the period over a full turn; a chord of length c is c² / 8 r away from it.
    chord_mm = math.sqrt(8 * WAVE_SAMPLE_MM * period_mm / (2 * math.pi))
    return max(12, 4 * math.ceil(period_mm / chord_mm / 4))
