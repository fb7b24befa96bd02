"""Pictures of a mesh in clay; made in the geometry process, without Qt and without the window's OpenGL."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.product import Backlight, Camera


def clay_picture(
    mesh: MeshModel, azimuth_deg: float, elevation_deg: float, size_px: int, colour: str, job: JobContext
) -> NDArray[np.uint8]:
    """Return an RGBA picture of (size_px, size_px) pixels."""
    from memoreez_desktop.geometry.clay import render_clay  # noqa: PLC0415 - numba stays out of the window

    job.check_cancelled()
    return render_clay(mesh, Camera(azimuth_deg, elevation_deg), size_px=size_px, colour=colour)


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
