"""Merging vertices by position, and knowing whether the surface is still closed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from memoreez_desktop.core.mesh import MeshModel

Grid = NDArray[np.int64]
Faces = NDArray[np.int64]

GRID_MM = 1e-4
"""0.1 µm: far above the float32 step of 8e-6 mm at 100 mm, far below anything a nozzle draws."""

_PULL_UNITS = 30
_SLIVER_MM3 = 0.02
_ROUNDS = 4


def on_grid(vertices: NDArray[np.floating]) -> NDArray[np.float32]:
    """(n, 3) float32: every vertex where a weld puts it, so that both can be told to be the same place."""
    return np.asarray(np.rint(vertices.astype(np.float64) / GRID_MM) * GRID_MM, dtype=np.float32)


@dataclass(frozen=True, eq=False)
class EdgeReport:
    """How the faces of a mesh meet.

    Attributes
    ----------
    closed : bool
        Every edge has exactly two faces that run along it in opposite directions.
    bad_vertices : (k,) int64
        Vertices of the edges for which that is not so.
    neighbours : (e, 2) int64
        Faces that share an edge.
    """

    closed: bool
    bad_vertices: NDArray[np.int64]
    neighbours: NDArray[np.int64]


def inspect_edges(faces: NDArray[np.integer], vertex_count: int) -> EdgeReport:
    """Count the faces at every edge, by packed 64-bit keys.

    Parameters
    ----------
    faces : (m, 3) int
        Indices below ``vertex_count``.
    """
    wide = faces.astype(np.int64)
    start = wide.T.reshape(-1)
    end = wide[:, (1, 2, 0)].T.reshape(-1)
    forward = start < end
    low, high = np.where(forward, start, end), np.where(forward, end, start)
    key = low * vertex_count + high
    order = np.argsort(key, kind="stable")
    key, forward = key[order], forward[order]
    first = np.flatnonzero(np.r_[True, key[1:] != key[:-1]]) if len(key) else np.zeros(0, np.int64)
    count = np.diff(np.r_[first, len(key)])
    balance = np.add.reduceat(forward.astype(np.int64), first) if len(first) else count
    good = (count == 2) & (balance == 1)
    bad = key[first[~good]]
    owner = order % max(len(wide), 1)
    pairs = first[good]
    neighbours = (
        np.column_stack([owner[pairs], owner[pairs + 1]]) if len(pairs) else np.zeros((0, 2), np.int64)
    )
    return EdgeReport(
        closed=bool(len(key)) and bool(good.all()),
        bad_vertices=np.unique(np.r_[bad // max(vertex_count, 1), bad % max(vertex_count, 1)]),
        neighbours=neighbours,
    )


def merge_positions(grid: Grid) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Give equal positions equal numbers.

    Parameters
    ----------
    grid : (n, 3) int64

    Returns
    -------
    first : (k,) int64
        A vertex of each distinct position.
    number : (n,) int64
        Which of them each vertex is.
    """
    shifted = [grid[:, axis] - grid[:, axis].min() for axis in range(3)]
    spans = [int(column.max()) + 1 for column in shifted]
    if spans[0] * spans[1] * spans[2] < 2**63:
        key = (shifted[0] * spans[1] + shifted[1]) * spans[2] + shifted[2]
        order = np.argsort(key, kind="stable")
        sorted_key = key[order]
        new = np.r_[True, sorted_key[1:] != sorted_key[:-1]]
    else:
        order = np.lexsort(shifted)
        new = np.r_[True, np.any([c[order][1:] != c[order][:-1] for c in shifted], axis=0)]
    number = np.empty(len(grid), dtype=np.int64)
    number[order] = np.cumsum(new) - 1
    return order[new], number


def weld_arrays(vertices: NDArray[np.float32], faces: NDArray[np.integer]) -> tuple[MeshModel, int] | None:
    """Weld an index-closed mesh on the grid; None when it cannot be closed.

    Returns
    -------
    mesh : MeshModel
    bodies : int
        Number of separate outer surfaces; slivers below 0.02 mm³ are dropped before counting.
    """
    grid = np.rint(vertices.astype(np.float64) / GRID_MM).astype(np.int64)
    indexed = faces.astype(np.int64)
    apart = np.zeros(len(grid), dtype=bool)
    pull: Grid | None = None
    for _ in range(_ROUNDS):
        first, number = merge_positions(grid)
        merged, report = _merged_faces(number, indexed, len(first))
        if report.closed:
            return _drop_slivers(grid[first], merged, report)
        touched = np.isin(number, report.bad_vertices) & ~apart
        if not touched.any():
            return None
        if pull is None:
            pull = _inward(grid, indexed)
        grid = grid.copy()
        grid[touched] += pull[touched]
        apart |= touched
    return None


def _merged_faces(number: NDArray[np.int64], faces: Faces, count: int) -> tuple[Faces, EdgeReport]:
    merged = number[faces]
    whole = (merged[:, 0] != merged[:, 1]) & (merged[:, 1] != merged[:, 2]) & (merged[:, 2] != merged[:, 0])
    merged = merged[whole]
    report = inspect_edges(merged, count)
    if not report.closed:
        merged = _without_folds(merged, count)
        report = inspect_edges(merged, count)
    return merged, report


def _without_folds(faces: Faces, count: int) -> Faces:
    """Drop pairs of faces on the same three vertices with opposite winding: walls without thickness."""
    ordered = np.sort(faces, axis=1)
    even = (
        (faces[:, 0] < faces[:, 1]).astype(int) + (faces[:, 1] < faces[:, 2]) + (faces[:, 2] < faces[:, 0])
    ) == 2
    order = np.lexsort((even, ordered[:, 2], ordered[:, 1], ordered[:, 0]))
    rows, sign = ordered[order], even[order]
    same = np.all(rows[1:] == rows[:-1], axis=1) & (sign[1:] != sign[:-1])
    fold = np.flatnonzero(same)
    keep = np.ones(len(faces), dtype=bool)
    keep[order[fold]] = False
    keep[order[fold + 1]] = False
    return faces[keep]


def _inward(grid: Grid, faces: Faces) -> Grid:
    """Step of a few µm, for every vertex, from its surface into its own body; never twice the same."""
    points = grid.astype(np.float64)
    a, b, c = (points[faces[:, k]] for k in range(3))
    normal = np.cross(b - a, c - a)
    summed = np.zeros_like(points)
    for corner in range(3):
        for axis in range(3):
            summed[:, axis] += np.bincount(faces[:, corner], normal[:, axis], len(points))
    length = np.linalg.norm(summed, axis=1, keepdims=True)
    step = -summed / np.maximum(length, 1e-30) * _PULL_UNITS
    shake = np.random.default_rng(1).integers(-3, 4, size=step.shape)
    moved: Grid = np.rint(step).astype(np.int64) + shake
    return moved


def _drop_slivers(grid: Grid, faces: Faces, report: EdgeReport) -> tuple[MeshModel, int] | None:
    links = report.neighbours
    graph = coo_array(
        (np.ones(len(links), dtype=np.int8), (links[:, 0], links[:, 1])), shape=(len(faces),) * 2
    )
    count, body = connected_components(graph, directed=False)
    points = grid.astype(np.float64) * GRID_MM
    if count > 1:
        a, b, c = (points[faces[:, k]] for k in range(3))
        share = np.einsum("ij,ij->i", a, np.cross(b, c)) / 6.0
        volume = np.bincount(body, share, count)
        keep = np.abs(volume) >= _SLIVER_MM3
        faces = faces[keep[body]]
        count = int((volume >= _SLIVER_MM3).sum())
    if not len(faces):
        return None
    used = np.zeros(len(grid), dtype=bool)
    used[faces] = True
    renumber = np.cumsum(used) - 1
    return MeshModel(points[used].astype(np.float32), renumber[faces].astype(np.int32)), count
