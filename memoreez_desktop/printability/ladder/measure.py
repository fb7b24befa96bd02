"""How far the surface moved from one mesh to the next, measured only where it changed."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry.deviation import Deviation, sample_surface
from memoreez_desktop.geometry.mesh_merge import merge_positions
from memoreez_desktop.geometry.triangle_tree import along_curve
from memoreez_desktop.printability.ladder.look import Look

_PROBES = 800


def surface_moved(before: Look, after: Look) -> Deviation:
    """Measure the distance between two surfaces, both ways.

    Faces that both have are exactly where they were. Of the others, 800 points spread by area are
    measured exactly to the nearest triangle of the other mesh.

    Parameters
    ----------
    before, after : Look
        Neither empty.
    """
    gone, new = _changed(before.mesh, after.mesh)
    ways = [_one_way(after.mesh, new, before), _one_way(before.mesh, gone, after)]
    return Deviation(*(max(figures) for figures in zip(*ways, strict=True)))


def _one_way(mesh: MeshModel, chosen: NDArray[np.bool_], other: Look) -> tuple[float, float, float]:
    if not chosen.any() or not other.mesh.triangles:
        return 0.0, 0.0, 0.0
    corners = mesh.vertices.astype(np.float64)[mesh.faces]
    area = np.linalg.norm(np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]), axis=1)
    share = float(area[chosen].sum() / max(area.sum(), 1e-300))
    if share <= 0:
        return 0.0, 0.0, 0.0
    moved = MeshModel(mesh.vertices, mesh.faces[chosen])
    points = sample_surface(moved, _PROBES, 0)[0]
    spread = other.tree.distances_mm(points[along_curve(points)])
    furthest = max(float(spread.max()), float(other.tree.distances_mm(_vertices(moved)).max()))

    def percentile(q: float) -> float:
        inside = (q - (1 - share)) / share
        return float(np.quantile(spread, inside)) if inside > 0 else 0.0

    return percentile(0.5), percentile(0.95), furthest


def _vertices(mesh: MeshModel) -> NDArray[np.float64]:
    """Corners of the faces, at most as many as there are probes: the farthest place is often one."""
    used = np.unique(mesh.faces)
    return mesh.vertices[used[:: 1 + len(used) // _PROBES]].astype(np.float64)


def _changed(before: MeshModel, after: MeshModel) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Faces of the one that the other does not have, whatever their winding."""
    gone, new = np.ones(before.triangles, dtype=bool), np.ones(after.triangles, dtype=bool)
    many = before.triangles
    same = len(after.vertices) >= len(before.vertices) and after.triangles >= many
    same = same and np.array_equal(after.vertices[: len(before.vertices)], before.vertices)
    if same and np.array_equal(after.faces[:many], before.faces):
        gone[:], new[:many] = False, False
        return gone, new
    _, index = merge_positions(np.concatenate([before.vertices, after.vertices]))
    keys = [
        _keys(index[: len(before.vertices)][before.faces]),
        _keys(index[len(before.vertices) :][after.faces]),
    ]
    return ~np.isin(keys[0], keys[1]), ~np.isin(keys[1], keys[0])


def _keys(faces: NDArray[np.int32]) -> NDArray[np.uint64]:
    """One number for the three vertices of each face."""
    a, b, c = np.sort(faces, axis=1).T.astype(np.uint64)
    mixed = (a * np.uint64(0x9E3779B97F4A7C15) + b) * np.uint64(0xC2B2AE3D27D4EB4F) + c
    return np.asarray(mixed * np.uint64(0x165667B19E3779F9), dtype=np.uint64)
