"""A keepsake turned once round, drawn in clay from every side: an animation, or a row of pictures."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.product import Camera
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.clay import encode_png, render_clay
from memoreez_desktop.imaging.animation import gif_bytes
from memoreez_desktop.storage.files import write_atomic

_FRAME_MS = 80
_SLICES, _STEPS = 24, 48


def turntable_frame(
    mesh: MeshModel, camera: Camera, colour: str, size_px: int, job: JobContext
) -> NDArray[np.uint8]:
    """Draw one side, as large in the picture as every other side.

    Returns
    -------
    (size_px, size_px, 4) uint8
    """
    job.check_cancelled()
    # The camera stands back until every point fits: with the space that the turning model sweeps among them,
    # it stands equally far back for every side.
    held = MeshModel(np.concatenate([mesh.vertices, swept_space(mesh)]), mesh.faces)
    return render_clay(held, camera, size_px=size_px, colour=colour)


def swept_space(mesh: MeshModel) -> NDArray[np.float32]:
    """Return points (n, 3) round everything the model touches while it turns about z."""
    x, y, z = mesh.vertices.T
    low, high = float(z.min()), float(z.max())
    level = np.clip(((z - low) / max(1e-6, high - low) * _SLICES).astype(int), 0, _SLICES - 1)
    reach = np.zeros(_SLICES, np.float32)
    np.maximum.at(reach, level, np.hypot(x, y))
    turn = np.linspace(0, 2 * np.pi, _STEPS, endpoint=False)
    edges = np.linspace(low, high, _SLICES + 1)
    rings = [
        np.column_stack([r * np.cos(turn), r * np.sin(turn), np.full(_STEPS, at)])
        for r, k in zip(reach, range(_SLICES), strict=True)
        for at in edges[k : k + 2]
    ]
    return np.concatenate(rings).astype(np.float32)


def write_turntable(
    frames: Sequence[NDArray[np.uint8]], path: Path, ground: tuple[int, int, int], job: JobContext
) -> tuple[Path, ...]:
    """Write one GIF, or for a name that ends with .png one picture for each frame, with a clear ground.

    Raises
    ------
    InputError
        The name ends with something else.
    StorageError
        The disk is full, the folder is not writable.
    """
    job.check_cancelled()
    kind = path.suffix.lower()
    if kind == ".gif":
        write_atomic(path, gif_bytes(frames, ground=ground, frame_ms=_FRAME_MS))
        return (path,)
    if kind != ".png":
        raise InputError(
            say("A turntable is a GIF or a row of PNG pictures."), say("Choose a name with .gif or .png.")
        )
    paths = tuple(path.with_name(f"{path.stem}-{k + 1:02d}.png") for k in range(len(frames)))
    for name, frame in zip(paths, frames, strict=True):
        job.check_cancelled()
        write_atomic(name, encode_png(frame))
    return paths
