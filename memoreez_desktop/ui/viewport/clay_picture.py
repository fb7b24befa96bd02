"""A picture of a mesh for computers without OpenGL; runs in the geometry process and knows no Qt."""

from __future__ import annotations

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


def clay_png(
    mesh: MeshModel, camera: Camera, colour: str, backlight: Backlight | None, job: JobContext
) -> bytes:
    """Return the picture of a keepsake as it stands in the library."""
    from memoreez_desktop.geometry.clay import encode_png, render_clay  # noqa: PLC0415 - as above

    job.check_cancelled()
    return encode_png(render_clay(mesh, camera, size_px=512, colour=colour, backlight=backlight))
