"""Pictures of a mesh in clay; made in the geometry process, without Qt and without the window's OpenGL."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.errors import MeshError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.product import Backlight, Camera


def clay_picture(
    mesh: MeshModel,
    camera: Camera,
    size_px: int,
    colour: str,
    kept: tuple[NDArray, NDArray] | None,
    job: JobContext,
) -> NDArray[np.uint8]:
    """Return an RGBA picture of (size_px, size_px) pixels, of what lies on one side of a plane if wanted."""
    from memoreez_desktop.geometry.clay import render_clay  # noqa: PLC0415 - numba stays out of the window

    job.check_cancelled()
    shown = mesh if kept is None else _cut_open(mesh, *kept)
    return render_clay(shown, camera, size_px=size_px, colour=colour)


def _cut_open(mesh: MeshModel, point_mm: NDArray, normal: NDArray) -> MeshModel:
    """Return the half in front of a plane, closed where it was cut, framed as the whole was."""
    from memoreez_desktop.geometry.solids import to_mesh, to_solid  # noqa: PLC0415 - as above

    try:
        solid = to_solid(mesh)
    except MeshError:
        # What is not closed has no inside to look into.
        return mesh
    half = to_mesh(solid.trim_by_plane(tuple(map(float, normal)), float(point_mm @ normal)))
    return MeshModel(np.concatenate([half.vertices, mesh.vertices]), half.faces)


def turntable_side(
    mesh: MeshModel, camera: Camera, colour: str, size_px: int, job: JobContext
) -> NDArray[np.uint8]:
    """Return one side of a keepsake that turns round, as RGBA of (size_px, size_px) pixels."""
    from memoreez_desktop.services.turntable import turntable_frame  # noqa: PLC0415 - as above

    return turntable_frame(mesh, camera, colour, size_px, job)


def turntable_file(
    frames: Sequence[NDArray[np.uint8]], path: Path, ground: tuple[int, int, int], job: JobContext
) -> tuple[Path, ...]:
    """Write all sides as one GIF, or as a row of PNG pictures; return the files."""
    from memoreez_desktop.services.turntable import write_turntable  # noqa: PLC0415 - as above

    return write_turntable(frames, path, ground, job)


def clay_png(
    mesh: MeshModel, camera: Camera, colour: str, backlight: Backlight | None, job: JobContext
) -> bytes:
    """Return the picture of a keepsake as it stands in the library."""
    from memoreez_desktop.geometry.clay import encode_png, render_clay  # noqa: PLC0415 - as above

    job.check_cancelled()
    return encode_png(render_clay(mesh, camera, size_px=512, colour=colour, backlight=backlight))
