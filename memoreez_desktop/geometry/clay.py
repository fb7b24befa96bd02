"""A studio picture of a mesh in matt clay, drawn without OpenGL.

The ground is transparent: what the model stands on is only its soft shadow, black with alpha, so the
picture lies well on dark and on light cards.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.errors import MeshError
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.product import Backlight, Camera
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry import clay_camera, clay_ground
from memoreez_desktop.geometry.clay_backlight import blend_glow, glow_map
from memoreez_desktop.geometry.clay_camera import Eye
from memoreez_desktop.geometry.clay_finish import over_shadow, relief_contrast
from memoreez_desktop.geometry.clay_kernels import draw_faces, gather
from memoreez_desktop.geometry.clay_normals import corner_normals
from memoreez_desktop.geometry.clay_samples import take_samples
from memoreez_desktop.geometry.clay_shading import shade
from memoreez_desktop.geometry.inflation import puffy
from memoreez_desktop.geometry.shapes import circle

F32 = NDArray[np.float32]
F64 = NDArray[np.float64]
Quality = Literal["draft", "final"]

CLAY_COLOURS = MappingProxyType(
    {
        "cream": (0.88, 0.84, 0.76),
        "gold": (0.80, 0.65, 0.36),
        "terracotta": (0.82, 0.60, 0.42),
        "teal": (0.36, 0.58, 0.58),
        "rose": (0.80, 0.56, 0.54),
        "sage": (0.55, 0.66, 0.55),
        "blue": (0.45, 0.58, 0.72),
        "plum": (0.55, 0.42, 0.56),
    }
)
"""Linear reflectance of each clay."""

_CREASE_COSINE = 0.80


@dataclass(frozen=True)
class _Effort:
    block: int
    sky: int
    key: int
    map_size: int
    glow_pixels: int


_EFFORTS = {"draft": _Effort(3, 24, 10, 384, 640), "final": _Effort(4, 96, 32, 768, 1100)}


@dataclass(frozen=True, eq=False)
class _Seen:
    """What the eye sees: see the kernels of clay_samples."""

    drawn: tuple[F32, NDArray[np.int32], F32, NDArray[np.int32], F32]
    number: NDArray[np.int32]
    samples: F32
    directions: F32
    summary: F32


def render_clay(
    mesh: MeshModel,
    camera: Camera,
    *,
    size_px: int = 512,
    colour: str = "cream",
    quality: Quality = "draft",
    backlight: Backlight | None = None,
) -> NDArray[np.uint8]:
    """Draw a mesh.

    Parameters
    ----------
    mesh : MeshModel
        With a backlight it stands along x, its thickness along y.
    colour : str
        A key of ``CLAY_COLOURS``; others fall back to cream.
    quality : str
        ``draft`` for cards, ``final`` for a picture to keep.
    backlight : Backlight or None
        Light from behind, as a lithophane is meant to be seen.

    Returns
    -------
    (size_px, size_px, 4) uint8
        Red, green, blue, alpha, not premultiplied.

    Raises
    ------
    MeshError
        The mesh has no faces or no size.
    """
    low, high = mesh.bounds_mm
    if not mesh.triangles or not np.isfinite(high - low).all() or not (high - low).max() > 0:
        raise MeshError(say("There is nothing to draw."), say("The model has no surface."))
    effort = _EFFORTS[quality]
    if backlight is not None:
        # Most of what is seen shines by itself: half the lamps do for the frame.
        effort = replace(effort, sky=effort.sky // 2, key=effort.key // 2)
    eye = clay_camera.place_eye(camera, mesh.vertices, low, high)
    seen = _look(mesh, eye, size_px, effort.block)
    ground, reach = clay_ground.ground_samples(low, high)
    upwards = np.tile(np.array([0, 0, 1], dtype=np.float32), (len(ground), 1))
    towards = clay_camera.key_direction(camera)
    places, facing = np.concatenate([seen.samples, ground]), np.concatenate([seen.directions, upwards])
    key, sky = _light(mesh, effort, places, facing, towards)
    count = len(seen.samples)
    picture = _coloured(seen, eye, key[:count], sky[:count], towards, colour)
    if backlight is not None:
        blend_glow(picture, seen.summary[..., 4], eye, glow_map(mesh, backlight, effort.glow_pixels))
    shadow = clay_ground.shadow_picture(key[count:], sky[count:], reach, low, high, eye, size_px)
    return over_shadow(picture, shadow)


def _look(mesh: MeshModel, eye: Eye, size_px: int, block: int) -> _Seen:
    size = size_px * block
    points = eye.project(mesh.vertices, size)
    nearness = np.zeros((size, size), dtype=np.float32)
    owner = np.full((size, size), -1, dtype=np.int32)
    draw_faces(points, mesh.faces, nearness, owner)
    corners = corner_normals(mesh.vertices, mesh.faces, _CREASE_COSINE)
    packed = np.zeros((6, 3), dtype=np.float32)
    packed[0], packed[1:4] = eye.position, eye.axes
    packed[4], packed[5, 0] = (eye.focal, *eye.centre), eye.scale
    drawn = (points, mesh.faces, corners, owner, packed)
    return _Seen(drawn, *take_samples(*drawn, nearness, block))


def _coloured(seen: _Seen, eye: Eye, key: F32, sky: F32, towards: F64, colour: str) -> F32:
    """Give (s, s, 4) float32: premultiplied colour and coverage."""
    tint = np.array(CLAY_COLOURS.get(colour, CLAY_COLOURS["cream"]), dtype=np.float32)
    picture = np.zeros((*seen.number.shape, 4), dtype=np.float32)
    lamp = towards.astype(np.float32)
    detail = relief_contrast(seen.summary, eye)
    shade(*seen.drawn, seen.number, seen.directions, seen.summary, key, sky, detail, tint, lamp, picture)
    return picture


def _light(mesh: MeshModel, effort: _Effort, places: F32, facing: F32, towards: F64) -> tuple[F32, F32]:
    """Share of the key lamp and light of the sky at each place."""
    low, high = mesh.bounds_mm
    room = np.empty((effort.map_size, effort.map_size), dtype=np.float32)
    sky = np.zeros(len(places), dtype=np.float32)
    dome = clay_camera.light_frames(clay_camera.sky_directions(effort.sky), low, high, effort.map_size)
    gather(mesh.vertices, mesh.faces, places, facing, dome, room, sky)
    key = np.zeros(len(places), dtype=np.float32)
    lamps = clay_camera.key_directions(towards, effort.key)
    frames = clay_camera.light_frames(lamps, low, high, effort.map_size)
    gather(mesh.vertices, mesh.faces, places, facing, frames, room, key)
    cosine = np.maximum(facing @ towards.astype(np.float32), np.float32(0.06))
    # An open table gets all of the dome: that is what one is measured by.
    open_sky = np.float32(dome[:, 2, 2].sum())
    return np.clip(key / effort.key / cosine, 0, 1).astype(np.float32), sky / open_sky


def encode_png(rgba: NDArray[np.uint8]) -> bytes:
    """Pack a picture of :func:`render_clay` as PNG."""
    done, data = cv2.imencode(
        ".png", cv2.cvtColor(rgba, cv2.COLOR_RGBA2BGRA), [cv2.IMWRITE_PNG_COMPRESSION, 3]
    )
    if not done:
        raise MeshError(say("The picture could not be packed."))
    return bytes(data)


def warm_kernels() -> None:
    """Draw a tiny mesh through every kernel, so that the first real picture need not wait for a compiler."""
    corners = np.array([[0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1]], dtype=np.float32)
    faces = np.array([[0, 2, 1], [0, 1, 3], [1, 2, 3], [0, 3, 2]], dtype=np.int32)
    tetrahedron = MeshModel(corners, faces)
    render_clay(tetrahedron, Camera(), size_px=16, backlight=Backlight())
    puffy(circle(3.0, 12), 1.0, 0.5, 0.5)
