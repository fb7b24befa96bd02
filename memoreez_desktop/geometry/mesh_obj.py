"""Wavefront OBJ: positions and faces; colours, textures, normals and groups are not needed to print.

Source: the "Object Files (.obj)" appendix of the Advanced Visualizer manual (Wavefront, 1992).
"""

from __future__ import annotations

import itertools
from array import array
from pathlib import Path

import numpy as np

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry import mesh_bounds
from memoreez_desktop.geometry.mesh_merge import merged

_LINES_BETWEEN_CHECKS = 100_000


def read_obj(path: Path, job: JobContext) -> MeshModel:
    """Read an OBJ file; polygons become fans of triangles, faces of fewer than three corners are left out.

    Raises
    ------
    MeshFileError
        Not a number where one must be, or a face of points that are not there.
    """
    vertices = array("d")
    faces = array("q")
    pending = b""
    with path.open("rb") as file:
        for number, raw in enumerate(file):
            if number % _LINES_BETWEEN_CHECKS == 0:
                job.check_cancelled()
            line = pending + raw.rstrip()
            pending = b""
            if line.endswith(b"\\"):
                pending = line[:-1] + b" "
                continue
            words = line.split()
            if not words:
                continue
            try:
                if words[0] == b"v":
                    vertices.extend(map(float, words[1:4]))
                elif words[0] == b"f":
                    _add_face(words[1:], len(vertices) // 3, faces)
            except (ValueError, OverflowError):
                raise mesh_bounds.damaged(path.name, "OBJ") from None
            if len(faces) > 3 * mesh_bounds.MAX_TRIANGLES or len(vertices) > 3 * mesh_bounds.MAX_VERTICES:
                raise mesh_bounds.too_large(path.name)
    if len(vertices) % 3:
        raise mesh_bounds.damaged(path.name, "OBJ")
    positions = np.frombuffer(vertices, dtype=np.float64) if vertices else np.zeros(0)
    indices = np.frombuffer(faces, dtype=np.int64) if faces else np.zeros(0, dtype=np.int64)
    if len(indices) and (indices.min() < 0 or indices.max() >= len(positions) // 3):
        raise mesh_bounds.bad_index(path.name)
    with np.errstate(over="ignore"):
        return merged(positions.astype(np.float32).reshape(-1, 3), indices.astype(np.int32).reshape(-1, 3))


def _add_face(corners: list[bytes], known: int, faces: array[int]) -> None:
    """Append a fan; indices count from 1, or backwards from the newest vertex when negative."""
    indices = [int(corner.partition(b"/")[0]) for corner in corners]
    # Zero is no index at all; -1 here is caught with the others that are out of range.
    places = [i - 1 if i > 0 else (known + i if i < 0 else -1) for i in indices]
    for second, third in itertools.pairwise(places[1:]):
        faces.extend((places[0], second, third))


def obj_bytes(mesh: MeshModel) -> bytes:
    """Write a mesh as OBJ; nine digits keep every float32 as it is."""
    lines = ["# Memoreez Desktop, mm"]
    lines += [f"v {x:.9g} {y:.9g} {z:.9g}" for x, y, z in mesh.vertices.tolist()]
    lines += [f"f {a} {b} {c}" for a, b, c in (mesh.faces + 1).tolist()]
    return ("\n".join(lines) + "\n").encode("ascii")
