"""A line over the ground of a figure: how far it goes on gently, and lengths along it."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from memoreez_desktop.studio.api import Workpiece
from memoreez_desktop.studio.frame import Frame
from memoreez_desktop.studio.ground_rays import heights_mm

F64 = NDArray[np.float64]

_RAYS = 36
_FINEST_MM = 0.4


@dataclass(frozen=True, eq=False)
class GroundLine:
    """The ground along an axis of a frame.

    Attributes
    ----------
    place_mm : (n,) float64
        Evenly spaced about 0.
    rise_mm : (n,) float64
        Above the frame's plane; NaN where there is none.
    """

    place_mm: F64
    rise_mm: F64

    def softened(self, sigma_mm: float) -> GroundLine:
        """Blur it; where there is no ground it goes on level."""
        met = ~np.isnan(self.rise_mm)
        whole = np.interp(self.place_mm, self.place_mm[met], self.rise_mm[met]) if met.any() else 0 * met
        sigma = sigma_mm / self._step
        margin = min(int(np.ceil(3 * sigma)), len(whole) - 1)
        wide = np.pad(whole, margin, mode="reflect", reflect_type="odd")
        soft = ndimage.gaussian_filter1d(wide, sigma)[margin : margin + len(whole)]
        return replace(self, rise_mm=np.asarray(soft, dtype=np.float64))

    @property
    def _step(self) -> float:
        return float(self.place_mm[1] - self.place_mm[0])

    def slope(self, place_mm: F64) -> F64:
        """Return how the ground rises there, mm per mm."""
        return np.interp(place_mm, self.place_mm, np.gradient(self.rise_mm, self._step))

    def across(self, along_mm: F64) -> F64:
        """Return the places that lie so far from the middle along the ground; a line without holes."""
        pieces = np.hypot(np.diff(self.rise_mm), self._step)
        lengths = np.append(0.0, np.cumsum(pieces))
        lengths -= np.interp(0.0, self.place_mm, lengths)
        # Beyond its ends the line goes on level.
        inside = np.interp(along_mm, lengths, self.place_mm)
        return np.asarray(
            inside + np.minimum(along_mm - lengths[0], 0) + np.maximum(along_mm - lengths[-1], 0)
        )

    def gentle_mm(self, steepest: float) -> float:
        """How far along the ground it goes on to both sides without getting steep."""
        turns = np.abs(np.diff(self.rise_mm)) / self._step
        return self._reach(turns <= steepest, np.hypot(turns, 1.0) * self._step)

    def level_mm(self, highest_mm: float) -> float:
        """How far it stays near the plane, to both sides; measured in the plane."""
        near = np.abs(self.rise_mm) <= highest_mm
        return self._reach(near[1:] & near[:-1], np.full(len(near) - 1, self._step))

    def _reach(self, good: NDArray[np.bool_], pieces: F64) -> float:
        middle = len(good) // 2
        sides = []
        for onward, length in (
            (good[middle:], pieces[middle:]),
            (good[:middle][::-1], pieces[:middle][::-1]),
        ):
            count = int(np.argmin(np.append(onward, False)))
            sides.append(float(length[:count].sum()))
        return min(sides)


def ground_line(
    piece: Workpiece, frame: Frame, reach_mm: float, aside_mm: float = 0.0, *, upright: bool = False
) -> GroundLine:
    """Measure the ground from side to side, or upright, through a frame's origin or ``aside_mm`` off it."""
    count = 2 * math.ceil(reach_mm / max(2 * reach_mm / _RAYS, _FINEST_MM)) + 1
    places, aside = np.linspace(-reach_mm, reach_mm, count), np.array([aside_mm])
    across, up = (aside, places) if upright else (places, aside)
    return GroundLine(places, heights_mm(piece.solid, frame, across, up).ravel())
