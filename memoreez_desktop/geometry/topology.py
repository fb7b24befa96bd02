"""How the faces of a mesh meet: open edges, edges of too many faces, winding, and separate bodies."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.mesh import Faces
from memoreez_desktop.geometry.edge_kernels import group, match_edges, sum_volumes

Pairs = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class EdgeTable:
    """Every edge of a mesh by the number of faces that share it.

    Attributes
    ----------
    open_edges : (k, 2) int64
        Vertices of the edges that only one face has.
    open_faces : (k,) int64
        That face.
    crowded_faces : (j,) int64
        Faces at edges that more than two faces share.
    crowded_edges : int
        How many such edges there are.
    pairs : (e, 2) int64
        The two faces of every other edge.
    coherent : (e,) bool
        True where the two run along their edge in opposite directions, as they must.
    """

    open_edges: NDArray[np.int64]
    open_faces: NDArray[np.int64]
    crowded_faces: NDArray[np.int64]
    crowded_edges: int
    pairs: Pairs
    coherent: NDArray[np.bool_]

    @property
    def closed(self) -> bool:
        """True when every edge has exactly two faces, whatever their winding."""
        return bool(len(self.pairs)) and not len(self.open_faces) and not self.crowded_edges

    @property
    def watertight(self) -> bool:
        """True when the mesh is closed and coherently wound."""
        return self.closed and bool(self.coherent.all())


def edge_table(faces: Faces, vertex_count: int) -> EdgeTable:
    """Match the edges of all faces by their packed vertex numbers.

    Parameters
    ----------
    faces : (m, 3) int
        No face may name a vertex twice.
    """
    wide = np.ascontiguousarray(faces, dtype=np.int32)
    halves, pairs, coherent, crowded, crowded_edges = match_edges(wide, vertex_count)
    ends = np.column_stack([wide.reshape(-1)[halves], wide[:, [1, 2, 0]].reshape(-1)[halves]])
    return EdgeTable(
        open_edges=np.sort(ends.astype(np.int64), axis=1),
        open_faces=halves // 3,
        crowded_faces=np.unique(crowded),
        crowded_edges=crowded_edges,
        pairs=pairs,
        coherent=coherent,
    )


def is_balanced(faces: Faces) -> bool:
    """Tell whether along every edge as many faces run one way as the other.

    That is what a solid with touching edges still fulfils, and all that Manifold asks of a mesh.
    """
    start = faces.T.reshape(-1).astype(np.int64)
    end = faces[:, [1, 2, 0]].T.reshape(-1).astype(np.int64)
    span = int(faces.max(initial=0)) + 1
    return bool(np.array_equal(np.sort(start * span + end), np.sort(end * span + start)))


def bodies(face_count: int, pairs: Pairs) -> tuple[int, NDArray[np.int32]]:
    """Group faces that hang together over their shared edges.

    Returns
    -------
    count : int
    body : (face_count,) int32
        0-based number of the body of each face.
    """
    if not face_count:
        return 0, np.zeros(0, dtype=np.int32)
    return _components(face_count, pairs)


def _components(nodes: int, links: Pairs) -> tuple[int, NDArray[np.int32]]:
    return group(nodes, np.ascontiguousarray(links, dtype=np.int64).reshape(-1, 2))


def hole_count(open_edges: NDArray[np.int64]) -> int:
    """Count the holes: groups of open edges that hang together."""
    if not len(open_edges):
        return 0
    _, index = np.unique(open_edges, return_inverse=True)
    links = index.reshape(-1, 2).astype(np.int64)
    return _components(int(links.max()) + 1, links)[0]


def faces_to_flip(face_count: int, table: EdgeTable) -> NDArray[np.bool_]:
    """Find the faces to turn over so that the winding of each body is coherent.

    Each face is put twice into one graph, as it is and turned over; links join the copies that agree.
    In each body the smaller part of the faces is turned. Where a body has only one side (a Möbius
    band) nothing is turned.
    """
    a, b = table.pairs[:, 0], table.pairs[:, 1]
    other = np.where(table.coherent, b, b + face_count)
    mirrored = np.where(table.coherent, b + face_count, b)
    links = np.column_stack([np.r_[a, a + face_count], np.r_[other, mirrored]])
    _, label = _components(2 * face_count, links)
    as_is, turned = label[:face_count], label[face_count:]
    flip = np.asarray(as_is > turned)
    _, body = np.unique(np.minimum(as_is, turned), return_inverse=True)
    turned_count = np.bincount(body, flip)
    too_many = turned_count > np.bincount(body) / 2
    return np.asarray((flip ^ too_many[body]) & (as_is != turned))


def body_volumes(
    vertices: NDArray[np.floating], faces: Faces, body: NDArray[np.int32], count: int
) -> NDArray[np.float64]:
    """Signed volume of each body, (count,) float64, mm³."""
    volumes = np.zeros(count)
    single = np.ascontiguousarray(vertices, dtype=np.float32)
    sum_volumes(single, np.ascontiguousarray(faces, dtype=np.int32), body, volumes)
    return volumes
