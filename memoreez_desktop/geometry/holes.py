"""Closing holes: boundary loops, each covered flat, or as the surface round it goes on."""

from __future__ import annotations

import numpy as np
from manifold3d import triangulate
from numpy.typing import NDArray

from memoreez_desktop.core.mesh import Faces, MeshModel
from memoreez_desktop.geometry.hole_patch import curved_patch
from memoreez_desktop.geometry.topology import bodies, edge_table


def boundary_loops(
    faces: Faces, open_faces: NDArray[np.int64], open_edges: NDArray[np.int64]
) -> list[list[int]]:
    """Follow the open edges round each hole.

    Parameters
    ----------
    faces : (m, 3) int
        Coherently wound.
    open_faces, open_edges : (k,), (k, 2) int
        As :func:`~memoreez_desktop.geometry.topology.edge_table` gives them.

    Returns
    -------
    list of list of int
        Vertices of each loop, in the direction that a covering face has. A loop visits no vertex twice;
        chains that do not close are left out.
    """
    corners = faces[open_faces]
    following = corners[:, [1, 2, 0]]
    low, high = open_edges[:, :1], open_edges[:, 1:]
    along = np.argmax(
        (np.minimum(corners, following) == low) & (np.maximum(corners, following) == high), axis=1
    )
    rows = np.arange(len(corners))
    start, end = following[rows, along].tolist(), corners[rows, along].tolist()
    onward: dict[int, list[int]] = {}
    for a, b in zip(start, end, strict=True):
        onward.setdefault(a, []).append(b)
    loops: list[list[int]] = []
    for first in list(onward):
        while onward[first]:
            loops += _walk(first, onward)
    return loops


def _walk(first: int, onward: dict[int, list[int]]) -> list[list[int]]:
    """Walk until the way ends; each time a vertex comes again, a loop is cut off."""
    loops: list[list[int]] = []
    path, place = [first], {first: 0}
    while onward.get(path[-1]):
        vertex = onward[path[-1]].pop()
        if vertex in place:
            begin = place[vertex]
            loop = path[begin:]
            for passed in loop[1:]:
                del place[passed]
            del path[begin + 1 :]
            if len(loop) > 2:
                loops.append(loop)
        else:
            place[vertex] = len(path)
            path.append(vertex)
    return loops


def cover(vertices: NDArray[np.floating], loop: list[int]) -> NDArray[np.int32]:
    """Cover a loop, seen along its mean normal, with its own vertices only.

    Returns
    -------
    (len(loop) - 2, 3) int32
        Empty when no plane shows the loop as a polygon.
    """
    if len(loop) == 3:
        return np.array([loop], dtype=np.int32)
    points = vertices[loop].astype(np.float64)
    points -= points.mean(axis=0)
    following = np.roll(points, -1, axis=0)
    normal = np.cross(points, following).sum(axis=0)
    length = float(np.linalg.norm(normal))
    if length <= 1e-12 * float(np.ptp(points, axis=0).max()) ** 2:
        # A crack: its two sides lie on each other, so any fan covers it.
        fan = [[loop[0], loop[k], loop[k + 1]] for k in range(1, len(loop) - 1)]
        return np.array(fan, dtype=np.int32)
    normal /= length
    helper = np.eye(3)[int(np.argmin(np.abs(normal)))]
    right = np.cross(normal, helper)
    right /= np.linalg.norm(right)
    flat = np.column_stack([points @ right, points @ np.cross(normal, right)])
    indices = np.asarray(triangulate([flat]))
    if len(indices) != len(loop) - 2:
        return np.zeros((0, 3), dtype=np.int32)
    return np.asarray(np.array(loop, dtype=np.int32)[indices], dtype=np.int32)


def close_holes(mesh: MeshModel) -> tuple[MeshModel, int]:
    """Cover every hole of a coherently wound mesh.

    Over a hole of a rounded surface the covering goes on as the surface does. A loop that no plane shows as
    a polygon gets a new vertex in its middle.

    Returns
    -------
    mesh : MeshModel
    covered : int
        Number of holes.
    """
    table = edge_table(mesh.faces, len(mesh.vertices))
    loops = boundary_loops(mesh.faces, table.open_faces, table.open_edges)
    vertices = [mesh.vertices]
    faces = [mesh.faces]
    count = len(mesh.vertices)
    beyond = _far_corners(mesh.faces, table.open_faces, table.open_edges) if loops else {}
    for loop in loops:
        patch = curved_patch(*_rim_of(mesh, loop, beyond))
        if patch is not None:
            vertices.append(patch[0].astype(np.float32))
            numbers = np.r_[loop, count : count + len(patch[0])].astype(np.int32)
            faces.append(numbers[patch[1]])
            count += len(patch[0])
            continue
        lid = cover(mesh.vertices, loop)
        if not len(lid):
            vertices.append(mesh.vertices[loop].mean(axis=0, keepdims=True))
            ring = np.array(loop, dtype=np.int32)
            lid = np.column_stack([ring, np.roll(ring, -1), np.full(len(ring), count, dtype=np.int32)])
            count += 1
        faces.append(lid)
    return MeshModel(np.concatenate(vertices), np.concatenate(faces)), len(loops)


def _far_corners(
    faces: Faces, open_faces: NDArray[np.int64], open_edges: NDArray[np.int64]
) -> dict[tuple[int, int], int]:
    """Of each open edge, lower vertex first, the corner of its face that is not on it."""
    corner = faces[open_faces].sum(axis=1) - open_edges.sum(axis=1)
    return {(a, b): far for (a, b), far in zip(open_edges.tolist(), corner.tolist(), strict=True)}


def _rim_of(
    mesh: MeshModel, loop: list[int], beyond: dict[tuple[int, int], int]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    following = [*loop[1:], loop[0]]
    far = [beyond[min(a, b), max(a, b)] for a, b in zip(loop, following, strict=True)]
    return mesh.vertices[loop].astype(np.float64), mesh.vertices[far].astype(np.float64)


def split_crowded(mesh: MeshModel) -> MeshModel:
    """Take surfaces apart along edges of more than two faces, and in points where only corners touch.

    Each fan of faces that hang together over proper edges gets its own copy of the shared vertex.
    """
    faces = mesh.faces
    count = len(faces)
    table = edge_table(faces, len(mesh.vertices))
    # A node for each corner of each face; over a proper edge the corners at its two ends are linked.
    a, b = table.pairs[:, 0], table.pairs[:, 1]
    links = []
    for corner in range(3):
        for other in range(3):
            same = faces[a, corner] == faces[b, other]
            links.append(np.column_stack([a[same] * 3 + corner, b[same] * 3 + other]))
    from_corner = _fan_numbers(count * 3, np.concatenate(links))
    _, first = np.unique(from_corner, return_index=True)
    return MeshModel(mesh.vertices[faces.reshape(-1)[first]], from_corner.reshape(-1, 3))


def _fan_numbers(corners: int, links: NDArray[np.int64]) -> NDArray[np.int32]:
    return bodies(corners, links)[1]
