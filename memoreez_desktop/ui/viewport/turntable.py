"""The camera as a turntable: z stays up, the model turns, and nothing ever tumbles."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.ui.viewport.api import ViewName

VIEW_ANGLE_DEG = 28.0
_LOWEST_DEG, _HIGHEST_DEG = -89.5, 89.5
_NEAREST_MM, _FARTHEST_MM = 5.0, 4000.0
# Room between the model and the edge of the picture.
_AIR_RATIO = 1.18
_DEG_PER_PX = 0.4
STANDARD_DEG: dict[str, tuple[float, float]] = {
    "home": (-72.0, 22.0),
    "front": (-90.0, 3.0),
    "side": (0.0, 3.0),
    "top": (-90.0, 89.5),
    "back": (90.0, 3.0),
    "left": (180.0, 3.0),
    "bottom": (-90.0, -89.5),
}
# What lies flat (medallions, plaques) shows its relief only from above, as its products' own cameras have it.
FLAT_HOME_DEG = (-80.0, 56.0)
_FLAT_RATIO = 0.25


@dataclass(frozen=True)
class Turntable:
    """Where the eye is.

    Attributes
    ----------
    azimuth_deg, elevation_deg : float
        Direction from the target to the eye; -90 is in front, as the printer's owner stands.
    distance_mm : float
        From the target to the eye.
    target_mm : (3,) tuple
        What is looked at.
    """

    azimuth_deg: float = STANDARD_DEG["home"][0]
    elevation_deg: float = STANDARD_DEG["home"][1]
    distance_mm: float = 300.0
    target_mm: tuple[float, float, float] = (0.0, 0.0, 20.0)

    def axes(self) -> NDArray[np.float64]:
        """(3, 3): rows are right, up and towards the eye."""
        azimuth, elevation = math.radians(self.azimuth_deg), math.radians(self.elevation_deg)
        towards = np.array(
            [
                math.cos(elevation) * math.cos(azimuth),
                math.cos(elevation) * math.sin(azimuth),
                math.sin(elevation),
            ]
        )
        right = np.array([-math.sin(azimuth), math.cos(azimuth), 0.0])
        return np.array([right, np.cross(towards, right), towards])

    @property
    def eye_mm(self) -> tuple[float, float, float]:
        """Where the eye is."""
        eye = np.array(self.target_mm) + self.axes()[2] * self.distance_mm
        return float(eye[0]), float(eye[1]), float(eye[2])

    def orbited(self, dx_px: float, dy_px: float) -> Turntable:
        """Turn by a drag of the mouse."""
        elevation = self.elevation_deg + dy_px * _DEG_PER_PX
        return replace(
            self,
            azimuth_deg=self.azimuth_deg - dx_px * _DEG_PER_PX,
            elevation_deg=min(_HIGHEST_DEG, max(_LOWEST_DEG, elevation)),
        )

    def panned(self, dx_px: float, dy_px: float, height_px: float) -> Turntable:
        """Shift so that the target stays under the mouse."""
        per_px = 2 * self.distance_mm * math.tan(math.radians(VIEW_ANGLE_DEG / 2)) / max(1.0, height_px)
        right, up, _ = self.axes()
        moved = np.array(self.target_mm) - right * dx_px * per_px + up * dy_px * per_px
        return self.looking_at(moved)

    def zoomed(self, factor: float) -> Turntable:
        """Come closer (factor above 1) or go away."""
        farthest = max(_FARTHEST_MM, self.distance_mm)
        distance = min(farthest, max(_NEAREST_MM, self.distance_mm / factor))
        return replace(self, distance_mm=distance)

    def looking_at(self, point_mm: NDArray[np.float64]) -> Turntable:
        """Look at another point from the same side."""
        x, y, z = (float(v) for v in point_mm)
        return replace(self, target_mm=(x, y, z))

    def ray(
        self, x_px: float, y_px: float, width_px: float, height_px: float
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return the eye and the direction (3,) in which it sees a pixel of the picture."""
        per_px = 2 * math.tan(math.radians(VIEW_ANGLE_DEG / 2)) / max(1.0, height_px)
        right, up, towards = self.axes()
        ahead = right * (x_px - width_px / 2) * per_px - up * (y_px - height_px / 2) * per_px - towards
        return np.array(self.eye_mm), ahead / np.linalg.norm(ahead)

    def seen_from(self, name: ViewName, bounds_mm: NDArray[np.float64] | None = None) -> Turntable:
        """Turn to a standard side of a box (``fit`` keeps the side)."""
        azimuth, elevation = STANDARD_DEG.get(name, (self.azimuth_deg, self.elevation_deg))
        if name == "home" and bounds_mm is not None:
            width, depth, height = np.ptp(np.asarray(bounds_mm, dtype=float), axis=0)
            if height < _FLAT_RATIO * min(width, depth):
                azimuth, elevation = FLAT_HOME_DEG
        return replace(self, azimuth_deg=azimuth, elevation_deg=elevation)

    def facing(self, normal: NDArray[np.float64]) -> Turntable:
        """Turn so that a surface with this normal is seen, a little from above."""
        if float(np.hypot(normal[0], normal[1])) > 0.2:
            azimuth = math.degrees(math.atan2(normal[1], normal[0]))
        else:
            azimuth = self.azimuth_deg
        length = float(np.linalg.norm(normal)) or 1.0
        elevation = math.degrees(math.asin(max(-1.0, min(1.0, float(normal[2]) / length))))
        return replace(self, azimuth_deg=azimuth, elevation_deg=min(70.0, max(_LOWEST_DEG, elevation + 15)))

    def fitted(self, bounds_mm: NDArray[np.float64], aspect: float) -> Turntable:
        """Stand exactly as far away that the box fills the picture, with some air around it."""
        low, high = np.asarray(bounds_mm, dtype=float)
        corners = np.array(
            [[x, y, z] for x in (low[0], high[0]) for y in (low[1], high[1]) for z in (low[2], high[2])]
        )
        centre = (low + high) / 2
        right, up, towards = ((corners - centre) @ axis for axis in self.axes())
        tall = math.tan(math.radians(VIEW_ANGLE_DEG / 2))
        reach = np.maximum(np.abs(right) / (tall * max(0.2, aspect)), np.abs(up) / tall) * _AIR_RATIO
        distance = max(_NEAREST_MM, float((towards + reach).max()))
        return replace(self.looking_at(centre), distance_mm=distance)

    def towards(self, other: Turntable, ratio: float) -> Turntable:
        """Return the camera a part of the way to another one, the short way round."""
        turn = (other.azimuth_deg - self.azimuth_deg + 180.0) % 360.0 - 180.0
        mixed = np.array(self.target_mm) * (1 - ratio) + np.array(other.target_mm) * ratio
        return replace(
            self.looking_at(mixed),
            azimuth_deg=self.azimuth_deg + turn * ratio,
            elevation_deg=self.elevation_deg + (other.elevation_deg - self.elevation_deg) * ratio,
            distance_mm=self.distance_mm + (other.distance_mm - self.distance_mm) * ratio,
        )
