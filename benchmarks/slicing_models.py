"""The solids the slicing benchmark makes for itself, and the large one it makes of any other."""

from __future__ import annotations

from pathlib import Path

import manifold3d
import numpy as np

from memoreez_desktop.core.concept import Recipe
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.story import Story
from memoreez_desktop.geometry.mesh_files import save_mesh
from memoreez_desktop.sculpting.icon_figurine import IconFigurine

# Height of the grain on the large model in mm: less than a layer, more than the slicer's resolution.
GRAIN_MM = 0.15


def bumpy_ball() -> MeshModel:
    """Make a ball of about 70,000 triangles with bumps: slopes, overhangs, a flat foot."""
    ball = manifold3d.Manifold.sphere(35, 380).warp_batch(
        lambda p: p * (1 + 0.04 * np.sin(p[:, :1] / 3) * np.cos(p[:, 1:2] / 2.7) * np.cos(p[:, 2:] / 3.3))
    )
    mesh = ball.translate((0, 0, 32)).trim_by_plane((0, 0, 1), 0).to_mesh()
    return MeshModel(np.asarray(mesh.vert_properties)[:, :3], np.asarray(mesh.tri_verts).astype(np.int32))


def figurine() -> MeshModel:
    """Make one of the program's own products."""
    recipe = Recipe("icon-figurine", story=Story(name="Karl", passions=("fishing",)))
    return IconFigurine().build(recipe, "final", JobContext()).mesh


def own_models(folder: Path) -> dict[str, Path]:
    """Write both and return their files."""
    return {
        "bumpy ball": save_mesh(bumpy_ball(), folder / "ball.stl"),
        "figurine": save_mesh(figurine(), folder / "figurine.stl"),
    }


def refined(mesh: MeshModel) -> MeshModel:
    """Return a mesh with nine triangles for each one and a grain on its surface, the same every time.

    Every edge is cut in three and every point moved along x, y and z by waves of its own place, so that
    what was closed stays closed. 70,000 triangles become 625,000.
    """
    solid = manifold3d.Manifold(
        manifold3d.Mesh(mesh.vertices.astype(np.float32), mesh.faces.astype(np.uint32))
    )
    fine = solid.refine(3).warp_batch(_grain).to_mesh()
    made = MeshModel(np.asarray(fine.vert_properties)[:, :3], np.asarray(fine.tri_verts).astype(np.int32))
    return made.on_bed()


def _grain(points: np.ndarray) -> np.ndarray:
    x, y, z = points.T
    waves = np.stack(
        [
            np.sin(2.1 * y) * np.cos(1.7 * z),
            np.sin(2.3 * z) * np.cos(1.9 * x),
            # The foot stays flat.
            np.sin(1.8 * x) * np.cos(2.2 * y) * np.clip(z, 0, 1),
        ],
        axis=1,
    )
    return points + GRAIN_MM * waves
