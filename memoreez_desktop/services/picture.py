"""A keepsake's picture as a file."""

from __future__ import annotations

from pathlib import Path

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.product import Backlight, Camera
from memoreez_desktop.geometry.clay import encode_png, render_clay
from memoreez_desktop.storage.files import write_atomic

PICTURE_PX = 1024


def save_picture(
    mesh: MeshModel,
    file: Path,
    camera: Camera | None = None,
    colour: str = "cream",
    backlight: Backlight | None = None,
) -> None:
    """Draw a model in clay, as large and as well as it can be, and write the PNG.

    Raises
    ------
    StorageError
        It cannot be written.
    """
    rgba = render_clay(
        mesh, camera or Camera(), size_px=PICTURE_PX, colour=colour, quality="final", backlight=backlight
    )
    write_atomic(file, encode_png(rgba))
