"""What a rung made, held against what it was given: a rung that ruins the shape is not taken."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.geometry.columns import column_points, columns_inside
from memoreez_desktop.printability.ladder.look import Look

_ACROSS = 28
_SEED = 5
_FEWEST_INSIDE = 60


def same_inside(before: Look, after: Look, least_iou: float) -> bool:
    """Tell whether two surfaces go round the same space.

    Random points of the common box are asked for their winding numbers; of those that lie inside one of
    the two, that share must lie inside both. Where fewer than 60 do, nothing can be said, and nothing is held
    against it.

    Notes
    -----
    Faces must agree before this says anything: a third of them turned over scores 0.1 for a perfect result.
    """
    low = np.minimum(before.mesh.bounds_mm[0], after.mesh.bounds_mm[0])
    high = np.maximum(before.mesh.bounds_mm[1], after.mesh.bounds_mm[1])
    bounds = np.stack([low, high])
    points = column_points(bounds, _ACROSS, _SEED)
    was, now = _inside(before, bounds, points), _inside(after, bounds, points)
    either = int((was | now).sum())
    return either < _FEWEST_INSIDE or bool((was & now).sum() >= least_iou * either)


def _inside(look: Look, bounds: NDArray[np.float64], points: NDArray[np.float64]) -> NDArray[np.bool_]:
    # Whole numbers along columns are exact and cheap; only an open surface needs fractions.
    if look.table.watertight:
        return columns_inside(look.mesh, bounds, _ACROSS, points[:, 2])
    return np.asarray(np.abs(look.around.winding(points)) > 0.5)
