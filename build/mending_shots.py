"""Pictures of a model that has to be mended: the question, its map, its receipt."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from make_screenshots import live, wait_for

if TYPE_CHECKING:
    from make_screenshots import Photographer


def take_mending(camera: Photographer, folder: Path) -> None:
    """Bring the Studio's model as others send such things: in inches, with a hole and a crumb."""
    import numpy as np  # noqa: PLC0415 - Qt's environment first

    from memoreez_desktop.core.mesh import MeshModel  # noqa: PLC0415 - Qt's environment first
    from memoreez_desktop.geometry.mesh_files import save_mesh  # noqa: PLC0415 - Qt's environment first

    mesh = camera.program.journey.keepsake.mesh
    crumb = np.float32([[0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1]]) + 30
    sides = np.int32([[0, 2, 1], [0, 1, 3], [1, 2, 3], [0, 3, 2]])
    points = np.concatenate([mesh.vertices, crumb])
    holed = np.concatenate([mesh.faces[40:], sides + len(mesh.vertices)])
    path = folder / "Downloaded.stl"
    save_mesh(MeshModel(points, holed).scaled(1 / 25.4), path)
    panel = camera.show("studio")
    panel.fileDropped.emit(path)
    wait_for(lambda: panel.state == "question", "the question")
    camera.take("studio-question")
    panel.question.take.click()
    wait_for(lambda: panel.state == "model", "the mended model")
    camera.idle()
    for name in ("overhang", "thickness"):
        panel.maps.choice.button(name).click()
        live(300)
        camera.idle()
        live(900)
    bar = panel.bench.scroll_bar
    bar.setValue(bar.maximum())
    camera.take("studio-mended")
    panel.maps.choice.button("").click()
    bar.setValue(0)
