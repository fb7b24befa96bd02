"""Where a keepsake has to be held so that it hangs straight."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.geometry.flat_base import centre_of_mass_mm
from memoreez_desktop.geometry.solids import Solid, to_mesh
from memoreez_desktop.studio.frame import Frame, axes_of

_TRIES = 11
_REACH_RATIO = 0.5
_UP = np.array([0.0, 0.0, 1.0])
_DEG_PER_DROP = 40.0
"""What one gives for standing lower: as much as this lean for the whole height."""
_DEG_PER_UNEVEN_MM = 1.5
_FLAT_RATIO = 0.35
_FOOT_PLACES = np.array([(u, v) for u in (-1.0, -0.5, 0.0, 0.5, 1.0) for v in (-1.0, 1.0)])


@dataclass(frozen=True)
class _Ground:
    """What is under the foot of something that stands on top, highest and lowest."""

    high_mm: float
    low_mm: float


def centre_mm(solid: Solid) -> NDArray[np.float64]:
    """(3,) float64: the centre of mass, in whole µm.

    A sum over triangles knows their order, and a keepsake must not.
    """
    return np.asarray(np.round(centre_of_mass_mm(to_mesh(solid)), 3))


def balance_place(solid: Solid, centre: NDArray[np.float64], foot_mm: tuple[float, float]) -> Frame | None:
    """Find the place on top above the centre of mass, or near it where that lies low or is uneven.

    Parameters
    ----------
    solid : Solid
    centre : (3,) float64, mm
        Of its mass.
    foot_mm : (float, float)
        Half the width and half the depth of what will stand there.

    Returns
    -------
    Frame or None
        Looking up; None where nothing can stand.
    """
    box = np.array(solid.bounding_box()).reshape(2, 3)
    best: tuple[float, NDArray[np.float64]] | None = None
    for x in _around(float(centre[0]), box[:, 0]):
        for y in _around(float(centre[1]), box[:, 1]):
            ground = _ground(solid, x, y, foot_mm, box)
            if ground is None:
                continue
            at = np.array([x, y, ground.high_mm])
            fault = lean_deg(centre, at) + _DEG_PER_UNEVEN_MM * (ground.high_mm - ground.low_mm)
            fault += _DEG_PER_DROP * float(box[1, 2] - ground.high_mm) / float(box[1, 2] - box[0, 2])
            if best is None or round(fault, 6) < best[0]:
                best = round(fault, 6), at
    if best is None:
        return None
    right, up, out = axes_of(_UP)
    return Frame(best[1], right, up, out, *foot_mm)


def lies_flat(solid: Solid) -> bool:
    """Tell whether something lies on the bed like a coin: what is up, once it hangs, is its back edge."""
    box = np.array(solid.bounding_box()).reshape(2, 3)
    size = box[1] - box[0]
    return bool(size[2] < _FLAT_RATIO * min(size[0], size[1]))


def edge_place(solid: Solid, centre: NDArray[np.float64], thick_mm: float) -> Frame | None:
    """Find the place on the back edge of a flat thing, straight behind its centre of mass.

    Returns
    -------
    Frame or None
        Looking back, its ``up`` through the thing; as high as puts ``thick_mm`` onto the bed.
    """
    _, low_y, low, _, high_y, high = solid.bounding_box()
    x = float(centre[0])
    z = low + min(thick_mm, high - low) / 2
    met = solid.ray_cast((x, high_y + 1.0, z), (x, low_y - 1.0, z))
    if not met:
        return None
    origin = np.array([x, float(met[0].position[1]), low + thick_mm / 2])
    return Frame(origin, np.array([-1.0, 0.0, 0.0]), _UP, np.array([0.0, 1.0, 0.0]), thick_mm, thick_mm)


def lean_deg(
    centre_mm: NDArray[np.float64], held_mm: NDArray[np.float64], up: NDArray[np.float64] = _UP
) -> float:
    """How far from upright a thing hangs that is held at a point; above 90 it turns over.

    Parameters
    ----------
    up : (3,) float64
        What is to be up.
    """
    from_centre = held_mm - centre_mm
    rise = float(from_centre @ up)
    return math.degrees(math.atan2(float(np.linalg.norm(from_centre - rise * up)), rise))


def _around(middle: float, span: NDArray[np.float64]) -> list[float]:
    """Places to try: the middle first, then ever further away on both sides."""
    reach = _REACH_RATIO * float(span[1] - span[0])
    steps = np.linspace(0.0, reach, _TRIES // 2 + 1)[1:]
    tries = [middle, *(middle + sign * step for step in steps for sign in (-1, 1))]
    return [float(value) for value in tries if span[0] < value < span[1]]


def _ground(
    solid: Solid, x: float, y: float, foot_mm: tuple[float, float], box: NDArray[np.float64]
) -> _Ground | None:
    """Measure the top under a foot; None where its middle is over nothing."""
    top, low = float(box[1, 2]) + 1.0, float(box[0, 2]) - 1.0
    met = solid.ray_cast((x, y, top), (x, y, low))
    if not met:
        return None
    heights = [float(met[0].position[2])]
    for u, v in _FOOT_PLACES:
        place = (x + u * foot_mm[0], y + v * foot_mm[1])
        hit = solid.ray_cast((*place, top), (*place, low))
        heights.append(float(hit[0].position[2]) if hit else float(box[0, 2]))
    return _Ground(max(heights), min(heights))
