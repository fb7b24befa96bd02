"""Wavefront OBJ: positions and faces; colours, textures, normals and groups are not needed to print.

Source: the "Object Files (.obj)" appendix of the Advanced Visualizer manual (Wavefront, 1992).
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry import mesh_bounds
from memoreez_desktop.geometry.compiled import kernel
from memoreez_desktop.geometry.mesh_merge import merged
from memoreez_desktop.geometry.mesh_polygons import triangles_of
from memoreez_desktop.geometry.mesh_text import (
    Text,
    ends_line,
    is_word,
    number,
    skip_line,
    skip_spaces,
    skip_word,
    text_of,
    whole_number,
)


def read_obj(path: Path, job: JobContext) -> MeshModel:
    """Read an OBJ file; polygons become triangles, faces of fewer than three corners are left out.

    Raises
    ------
    MeshFileError
        Not a number where one must be, or a face of points that are not there.
    """
    data = path.read_bytes()
    if b"\\\n" in data or b"\\\r" in data:
        data = data.replace(b"\\\r\n", b"   ").replace(b"\\\n", b"  ").replace(b"\\\r", b"  ")
    text = text_of(data, path.name, "OBJ")
    points, polygons, corners = (int(count) for count in _count(text))
    if points > mesh_bounds.MAX_VERTICES or corners - 2 * polygons > mesh_bounds.MAX_TRIANGLES:
        raise mesh_bounds.too_large(path.name)
    job.check_cancelled()
    vertices = np.empty((points, 3), dtype=np.float32)
    indices, sizes = np.empty(corners, dtype=np.int32), np.empty(polygons, dtype=np.int32)
    if not _fill(text, vertices, indices, sizes):
        raise mesh_bounds.damaged(path.name, "OBJ")
    del data, text
    if len(indices) and (indices.min() < 0 or indices.max() >= points):
        raise mesh_bounds.bad_index(path.name)
    job.check_cancelled()
    return merged(vertices, triangles_of(vertices, indices, sizes))


@kernel
def _count(text: Text) -> tuple[int, int, int]:
    """Count the points, the faces and the corners of all faces."""
    points, polygons, corners, at = 0, 0, 0, 0
    while at < len(text):
        at = skip_spaces(text, at)
        if is_word(text, at, b"v"):
            points += 1
        elif is_word(text, at, b"f"):
            polygons += 1
            at = skip_spaces(text, at + 1)
            while not ends_line(text, at):
                corners += 1
                at = skip_spaces(text, skip_word(text, at))
        at = skip_line(text, at)
    return points, polygons, corners


@kernel
def _fill(
    text: Text, vertices: NDArray[np.float32], indices: NDArray[np.int32], sizes: NDArray[np.int32]
) -> bool:
    """Read all points and faces; False where there is no number.

    Indices count from 1, or backwards from the newest vertex when negative; what is out of range becomes -1.
    """
    point, polygon, corner, at = 0, 0, 0, 0
    while at < len(text):
        at = skip_spaces(text, at)
        if is_word(text, at, b"v"):
            at += 1
            for axis in range(3):
                value, at = number(text, skip_spaces(text, at))
                if at < 0:
                    return False
                vertices[point, axis] = value
            point += 1
        elif is_word(text, at, b"f"):
            at = skip_spaces(text, at + 1)
            first = corner
            while not ends_line(text, at):
                index, after = whole_number(text, at)
                if after < 0:
                    return False
                place = index - 1 if index > 0 else (point + index if index < 0 else -1)
                indices[corner] = place if 0 <= place < len(vertices) else -1
                corner += 1
                at = skip_spaces(text, skip_word(text, after))
            sizes[polygon] = corner - first
            polygon += 1
        at = skip_line(text, at)
    return True


def obj_bytes(mesh: MeshModel) -> bytes:
    """Write a mesh as OBJ; nine digits keep every float32 as it is."""
    lines = ["# Memoreez Desktop, mm"]
    lines += [f"v {x:.9g} {y:.9g} {z:.9g}" for x, y, z in mesh.vertices.tolist()]
    lines += [f"f {a} {b} {c}" for a, b, c in (mesh.faces + 1).tolist()]
    return ("\n".join(lines) + "\n").encode("ascii")
