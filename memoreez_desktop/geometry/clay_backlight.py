"""Light through a lithophane: how thick it is at every place, and how much that lets through."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.product import Backlight
from memoreez_desktop.geometry.clay_camera import Eye
from memoreez_desktop.geometry.clay_kernels import add_thickness

F32 = NDArray[np.float32]

# Light spreads sideways in white plastic: most of it about a line's width, some of it further.
_NEAR_MM, _FAR_MM, _FAR_SHARE = 0.30, 1.2, 0.15
_WIDEST_BLUR_PX = 24.0
# What lets less light through than this is frame and is seen by the light in front of it.
_FRAME_BELOW, _PANEL_ABOVE = 0.034, 0.062
_GLOW_GAMMA = 1 / 1.95
_WARM_POWER = np.array([0.88, 0.97, 1.17], dtype=np.float32)
_WARM_GAIN = np.array([1.06, 1.0, 0.90], dtype=np.float32)
_ROOM_LIGHT = 0.58
_SPILL = np.array([0.75, 0.62, 0.42], dtype=np.float32)


@dataclass(frozen=True, eq=False)
class GlowMap:
    """What shines through, over the x-z plane.

    Attributes
    ----------
    light : (h, w) float32
        Transmittance after scattering, 1 where the panel is thinnest; row 0 is the lowest z.
    panel : (h, w) float32
        1 where light comes through, 0 where the frame is.
    x0_mm, z0_mm, pitch_mm : float
        Corner of the first pixel, and the size of one.
    bulb : Bulb or None
        x is measured along the bend about it.
    """

    light: F32
    panel: F32
    x0_mm: float
    z0_mm: float
    pitch_mm: float
    bulb: Bulb | None = None


@dataclass(frozen=True)
class Bulb:
    """An upright line of light, and the radius at which lengths along a bend about it are true."""

    x_mm: float
    y_mm: float
    radius_mm: float

    def unrolled(self, mesh: MeshModel) -> MeshModel:
        """Bend a mesh straight: x along the bend, y the distance from the bulb towards the front.

        Faces that go round the back, where the bend is cut open, are left out.
        """
        x, y, z = mesh.vertices.T
        across, ahead = x - np.float32(self.x_mm), np.float32(self.y_mm) - y
        angle, reach = np.arctan2(across, ahead), np.hypot(across, ahead)
        whole = np.ptp(angle[mesh.faces], axis=1) < np.pi
        flat = np.column_stack([angle * np.float32(self.radius_mm), -reach, z])
        return MeshModel(flat, mesh.faces[whole])


def bulb_in(mesh: MeshModel, ratio: float) -> Bulb:
    """Put the bulb of a :class:`Backlight` into a mesh."""
    low, high = mesh.bounds_mm
    y = float(low[1] + ratio * (high[1] - low[1]))
    return Bulb(float(low[0] + high[0]) / 2, y, y - float(low[1]))


def thickness_map(mesh: MeshModel, pixels: int) -> tuple[NDArray[np.float64], float]:
    """Measure the material along y, straight from the mesh.

    Returns
    -------
    (h, w) float64, mm
        Row 0 is the lowest z; 0 beside the mesh and in holes.
    pitch_mm : float
    """
    low, high = mesh.bounds_mm
    pitch = max(float(high[0] - low[0]), float(high[2] - low[2])) / pixels
    points = np.empty((len(mesh.vertices), 3), dtype=np.float64)
    points[:, 0] = (mesh.vertices[:, 0] - low[0]) / pitch
    points[:, 1] = (mesh.vertices[:, 2] - low[2]) / pitch
    points[:, 2] = mesh.vertices[:, 1] - low[1]
    # Whole pixels only: one that hangs over the edge would count as a hole.
    width, height = (int((high[k] - low[k]) / pitch + 1e-6) for k in (0, 2))
    thickness = np.zeros((max(1, height), max(1, width)), dtype=np.float64)
    # Seen along +y with z up, front faces run counter-clockwise: they count with a plus, at the smaller y.
    add_thickness(points, mesh.faces, thickness)
    return np.maximum(-thickness, 0.0), pitch


def glow_map(mesh: MeshModel, backlight: Backlight, pixels: int) -> GlowMap:
    """Find what shines through a lithophane."""
    bulb = None if backlight.bulb_ratio is None else bulb_in(mesh, backlight.bulb_ratio)
    mesh = mesh if bulb is None else bulb.unrolled(mesh)
    thickness, pitch = thickness_map(mesh, pixels)
    through = np.exp(-backlight.mu_per_mm * np.maximum(thickness - backlight.thinnest_mm, 0.0))
    solid = (thickness > 0.05).astype(np.float32)
    light = (through * solid).astype(np.float32)
    near = _blurred(light, _NEAR_MM / pitch) / np.maximum(_blurred(solid, _NEAR_MM / pitch), 1e-3)
    far = _blurred(light, _FAR_MM / pitch) / np.maximum(_blurred(solid, _FAR_MM / pitch), 1e-3)
    share = np.clip((light - _FRAME_BELOW) / (_PANEL_ABOVE - _FRAME_BELOW), 0, 1) * solid
    panel = cv2.GaussianBlur(share.astype(np.float32), (0, 0), 0.8)
    glow = (1 - _FAR_SHARE) * near + _FAR_SHARE * far
    low = mesh.bounds_mm[0]
    return GlowMap(np.asarray(glow, np.float32), panel, float(low[0]), float(low[2]), pitch, bulb)


def _blurred(picture: F32, sigma: float) -> F32:
    sigma = min(max(sigma, 0.3), _WIDEST_BLUR_PX)
    return np.asarray(cv2.GaussianBlur(picture, (0, 0), sigma), dtype=np.float32)


def blend_glow(picture: F32, nearness: F32, eye: Eye, glow: GlowMap) -> None:
    """Put the glow over a premultiplied clay picture, in place.

    Parameters
    ----------
    picture : (s, s, 4) float32
    nearness : (s, s) float32
        1 / distance seen at each pixel, 0 where nothing is.
    """
    size = len(picture)
    centre = ((np.arange(size, dtype=np.float32) + 0.5) / size * 2 - 1).astype(np.float32)
    # Plain floats, because a float64 of numpy would make every picture below twice as large.
    across = (centre[None, :] / eye.scale + float(eye.centre[0])) / eye.focal
    upward = (-centre[:, None] / eye.scale + float(eye.centre[1])) / eye.focal
    right, up, back = eye.axes.tolist()
    distance = 1.0 / np.maximum(nearness, np.float32(1e-6))
    x, y, z = (
        (across * right[k] + upward * up[k] - back[k]) * distance + float(eye.position[k]) for k in range(3)
    )
    if glow.bulb is not None:
        x = np.arctan2(x - glow.bulb.x_mm, glow.bulb.y_mm - y) * np.float32(glow.bulb.radius_mm)
    u = (x - glow.x0_mm) / np.float32(glow.pitch_mm) - np.float32(0.5)
    v = (z - glow.z0_mm) / np.float32(glow.pitch_mm) - np.float32(0.5)
    light = cv2.remap(glow.light, u, v, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    panel = cv2.remap(glow.panel, u, v, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    panel *= nearness > 0
    coverage = picture[..., 3]
    shown = np.clip(light, 0, 1) ** np.float32(_GLOW_GAMMA)
    warm = np.minimum(shown[..., None] ** _WARM_POWER * _WARM_GAIN, 1.0) * coverage[..., None]
    share = panel[..., None]
    # The room is half dark, and the panel throws some of its warmth on the frame about it.
    spill = _blurred(warm.mean(axis=2) * panel, size * 0.03)[..., None] * _SPILL
    front = picture[..., :3] * (_ROOM_LIGHT + spill)
    picture[..., :3] = np.minimum(front * (1 - share) + warm * share, coverage[..., None])
