"""A place on the side that lies on the bed."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.keepsake_steps import Spot
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.inside import points_inside
from memoreez_desktop.geometry.shapes import Shape, bounds, offset
from memoreez_desktop.studio.api import Workpiece
from memoreez_desktop.studio.drilling import filled
from memoreez_desktop.studio.frame import Frame, axes_of

_ON_BED_MM = 0.05
_SLICES = 5


def underside_place(piece: Workpiece, spot: Spot, radius_mm: float, deep_mm: float) -> Frame:
    """Find where something round fits into the underside, as near to the wish as there is room.

    Parameters
    ----------
    piece : Workpiece
    spot : Spot
        Its shift counts in halves of the underside; (0, 0) is its middle.
    radius_mm, deep_mm : float
        What is to be all material, or hollow inside of it, but for what is on the bed.

    Returns
    -------
    Frame
        Looking down.

    Raises
    ------
    InputError
        There is no room.
    """
    contact = piece.solid.slice(_ON_BED_MM)
    room = offset(contact, -radius_mm)
    for z in np.linspace(_ON_BED_MM, deep_mm, _SLICES)[1:]:
        room = room ^ offset(filled(piece.solid.slice(float(z))), -radius_mm)
    if room.is_empty():
        raise InputError(
            say("The underside has no room for it: {wide:.0f} mm are needed.", wide=2 * radius_mm),
            say("Choose a smaller one, or give the model a pedestal."),
        )
    x0, y0, x1, y1 = bounds(contact)
    half = np.array([x1 - x0, y1 - y0]) / 2
    # Seen from below, right is left.
    wanted = np.array([x0 + x1, y0 + y1]) / 2 + np.array([-spot.shift_ratio[0], spot.shift_ratio[1]]) * half
    x, y = _nearest_in(room, wanted)
    right, up, out = axes_of(np.array([0.0, 0.0, -1.0]))
    return Frame(np.array([x, y, 0.0]), right, up, out, radius_mm, radius_mm)


def _nearest_in(shape: Shape, point: NDArray[np.float64]) -> tuple[float, float]:
    """Return a point of a shape: the wanted one if it lies inside, else the nearest of the outline.

    Of those that are as near, to a tenth of a mm, the one furthest back, then furthest left.
    """
    if points_inside(point[None, :], shape)[0]:
        return float(point[0]), float(point[1])
    starts = np.concatenate(shape.to_polygons())
    ends = np.concatenate([np.roll(ring, -1, axis=0) for ring in shape.to_polygons()])
    along = ends - starts
    square = np.maximum((along * along).sum(axis=1), 1e-12)
    share = np.clip(((point - starts) * along).sum(axis=1) / square, 0.0, 1.0)
    near = np.round(starts + share[:, None] * along, 3)
    away = np.round(np.hypot(*(near - point).T), 1)
    best = near[np.lexsort((near[:, 0], -near[:, 1], away))[0]]
    return float(best[0]), float(best[1])
