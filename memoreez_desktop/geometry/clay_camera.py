"""Where the eye and the lamps of the clay studio stand."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.product import Camera

F32 = NDArray[np.float32]
F64 = NDArray[np.float64]

_FIELD_DEG = 24.0
_FILL_RATIO = 0.80
_GOLDEN_ANGLE = 2.399963
_CONE = 0.24

# Of the key lamp: right, away from the eye, up. Figures get it over the viewer's left shoulder; flat things,
# seen from above, get it grazing from behind on the left, which brings out low relief.
_KEY_FIGURE = np.array([-0.55, -0.45, 0.75])
_KEY_FLAT = np.array([-0.75, 0.35, 0.55])


@dataclass(frozen=True, eq=False)
class Eye:
    """A placed camera with a square picture.

    Attributes
    ----------
    position : (3,) float64, mm
    axes : (3, 3) float64
        Right, up, and towards the eye.
    focal : float
        Half picture height is 1 at this distance.
    centre : (2,) float64
        Middle of the picture on the plane at unit focal distance.
    scale : float
        From that plane to the range -1 to 1 of the picture.
    """

    position: F64
    axes: F64
    focal: float
    centre: F64
    scale: float

    def project(self, vertices: F32, size: int) -> F32:
        """Column, row and 1 / distance of every vertex, (n, 3) float32."""
        local = (vertices - self.position.astype(np.float32)) @ self.axes.T.astype(np.float32)
        nearness = np.float32(1.0) / np.maximum(-local[:, 2], np.float32(1e-3))
        points = np.empty((len(vertices), 3), dtype=np.float32)
        half = size / 2
        gain = self.focal * self.scale * half
        points[:, 0] = local[:, 0] * nearness * np.float32(gain) + np.float32(
            half - self.centre[0] * self.scale * half
        )
        points[:, 1] = -local[:, 1] * nearness * np.float32(gain) + np.float32(
            half + self.centre[1] * self.scale * half
        )
        points[:, 2] = nearness
        return points

    def ray(self, column: float, row: float, size: int) -> tuple[F64, F64]:
        """Return where the eye is and the direction (3,) in which it sees a place of the picture."""
        half = size / 2
        gain = self.focal * self.scale * half
        right = (column - half + self.centre[0] * self.scale * half) / gain
        up = (half + self.centre[1] * self.scale * half - row) / gain
        ahead = np.array([right, up, -1.0]) @ self.axes
        return self.position, ahead / np.linalg.norm(ahead)


def place_eye(camera: Camera, vertices: F32, low: F64, high: F64) -> Eye:
    """Stand back until the model fills four fifths of the picture."""
    azimuth, elevation = np.radians(camera.azimuth_deg), np.radians(camera.elevation_deg)
    back = np.array(
        [np.cos(elevation) * np.cos(azimuth), np.cos(elevation) * np.sin(azimuth), np.sin(elevation)]
    )
    right = np.array([-np.sin(azimuth), np.cos(azimuth), 0.0])
    axes = np.stack([right, np.cross(back, right), back])
    radius = float(np.linalg.norm(high - low)) / 2
    focal = float(1.0 / np.tan(np.radians(_FIELD_DEG) / 2))
    position = (low + high) / 2 + back * radius * (focal * 1.02 + 0.2)
    plain = Eye(position, axes, focal, np.zeros(2), 1.0).project(vertices, 2)
    x, y = plain[:, 0] - 1.0, 1.0 - plain[:, 1]
    reach = np.array([[x.min(), y.min()], [x.max(), y.max()]], dtype=np.float64)
    half = float((reach[1] - reach[0]).max()) / 2
    return Eye(position, axes, focal, reach.mean(axis=0), _FILL_RATIO / max(half, 1e-9))


def key_direction(camera: Camera) -> F64:
    """Return the unit vector towards the key lamp."""
    azimuth = np.radians(camera.azimuth_deg)
    flat = np.clip((camera.elevation_deg - 28.0) / 24.0, 0.0, 1.0)
    aim = _KEY_FIGURE + (_KEY_FLAT - _KEY_FIGURE) * flat * flat * (3 - 2 * flat)
    right = np.array([-np.sin(azimuth), np.cos(azimuth), 0.0])
    away = -np.array([np.cos(azimuth), np.sin(azimuth), 0.0])
    direction = aim[0] * right + aim[1] * away + aim[2] * np.array([0.0, 0.0, 1.0])
    return np.asarray(direction / np.linalg.norm(direction))


def sky_directions(count: int) -> F64:
    """Spread lamps evenly over the upper half of the sky, (count, 3)."""
    step = np.arange(count) + 0.5
    z = 1.0 - step / count * 0.97
    turn = step * _GOLDEN_ANGLE
    level = np.sqrt(1.0 - z * z)
    return np.column_stack([level * np.cos(turn), level * np.sin(turn), z])


def key_directions(towards: F64, count: int) -> F64:
    """Spread lamps over a disc about the key direction: a soft box, (count, 3)."""
    side = np.cross(towards, [0.0, 0.0, 1.0])
    side /= np.linalg.norm(side) + 1e-12
    other = np.cross(towards, side)
    step = np.arange(count)
    reach = _CONE * np.sqrt((step + 0.5) / count)
    turn = step * _GOLDEN_ANGLE
    spread = np.cos(turn)[:, None] * side + np.sin(turn)[:, None] * other
    directions = towards + reach[:, None] * spread
    return np.asarray(directions / np.linalg.norm(directions, axis=1, keepdims=True))


def light_frames(directions: F64, low: F64, high: F64, map_size: int) -> F32:
    """Fit a shadow map about the model's box for every light.

    Returns
    -------
    (l, 4, 3) float32
        Right, up, towards the light; then column offset, row offset and texels per mm.
    """
    corners = np.array(
        [[x, y, z] for x in (low[0], high[0]) for y in (low[1], high[1]) for z in (low[2], high[2])]
    )
    frames = np.empty((len(directions), 4, 3), dtype=np.float32)
    for frame, towards in zip(frames, directions, strict=True):
        right = np.array([-towards[1], towards[0], 0.0])
        length = float(np.linalg.norm(right))
        right = right / length if length > 1e-6 else np.array([1.0, 0.0, 0.0])
        up = np.cross(towards, right)
        u, v = corners @ right, corners @ up
        texels_mm = (map_size - 4) / max(float(np.ptp(u)), float(np.ptp(v)), 1e-6)
        frame[0], frame[1], frame[2] = right, up, towards
        frame[3, 0] = map_size / 2 - (u.min() + u.max()) / 2 * texels_mm
        frame[3, 1] = map_size / 2 - (v.min() + v.max()) / 2 * texels_mm
        frame[3, 2] = texels_mm
    return frames
