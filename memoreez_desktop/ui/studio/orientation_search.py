"""What the geometry process finds out about lying on the bed; no Qt here, and nothing heavy at import."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.keepsake_recipe import KeepsakeRecipe
from memoreez_desktop.core.keepsake_steps import Turn
from memoreez_desktop.core.mesh import MeshModel, Vertices
from memoreez_desktop.core.profiles import SliceSettings

if TYPE_CHECKING:
    from memoreez_desktop.services.orient_model import Lying
    from memoreez_desktop.storage.mesh_bytes import StoredMesh

_ON_FACE_MM = 0.3


def ways_to_lie(
    raw: MeshModel | StoredMesh,
    recipe: KeepsakeRecipe,
    settings: SliceSettings,
    colour: str,
    job: JobContext,
) -> tuple[Lying, ...]:
    """Search for good orientations, with pictures."""
    from memoreez_desktop.services import orient_model  # noqa: PLC0415 - loads the kernels of geometry

    return orient_model.ways_to_lie(raw, recipe, settings, job, colour=colour)


def resting_points(raw: MeshModel | StoredMesh, job: JobContext) -> Vertices:
    """(k, 3) float32, mm: the corners of the convex hull."""
    from memoreez_desktop.services import orient_model  # noqa: PLC0415 - as above

    job.check_cancelled()
    return orient_model.resting_points(raw)


def lay_flat(
    mesh: MeshModel,
    face: int,
    point_mm: NDArray[np.float64],
    raw: MeshModel | StoredMesh,
    linear: NDArray[np.float64],
    job: JobContext,
) -> Turn:
    """Return the further turn after which the face under a point lies on the bed.

    Parameters
    ----------
    mesh : MeshModel
        The keepsake that was pointed at.
    raw, linear
        Its sculpture, and how that is mirrored and turned in it.
    """
    from memoreez_desktop.services import orient_model  # noqa: PLC0415 - as above

    job.check_cancelled()
    return orient_model.lay_on(mesh, face_under(mesh, face, point_mm), raw, linear)


def face_under(mesh: MeshModel, face: int, point_mm: NDArray[np.float64]) -> int:
    """Return the face at a point: the one that was named, unless that is of an older picture of the model."""
    if face < mesh.triangles and _away_mm(mesh, np.array([face]), point_mm)[0] < _ON_FACE_MM:
        return face
    middles = mesh.vertices[mesh.faces].mean(axis=1) - point_mm
    near = np.argsort(np.einsum("ij,ij->i", middles, middles))[:24]
    return int(near[int(np.argmin(_away_mm(mesh, near, point_mm)))])


def _away_mm(mesh: MeshModel, faces: NDArray[np.integer], point_mm: NDArray[np.float64]) -> NDArray:
    """Return how far a point is from the planes of faces, or beyond their corners."""
    a, b, c = (mesh.vertices[mesh.faces[faces, k]].astype(np.float64) for k in range(3))
    cross = np.cross(b - a, c - a)
    normal = cross / np.maximum(np.linalg.norm(cross, axis=1, keepdims=True), 1e-12)
    off_plane = np.abs(np.einsum("ij,ij->i", point_mm - a, normal))
    middle = (a + b + c) / 3
    reach = np.linalg.norm(np.stack([a, b, c]) - middle, axis=2).max(axis=0)
    return off_plane + np.maximum(np.linalg.norm(point_mm - middle, axis=1) - reach, 0.0)
