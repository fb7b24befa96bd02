"""Inside and outside of any surface, at every point of a grid."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry.columns import cross_columns, fill_columns
from memoreez_desktop.geometry.compiled import kernel
from memoreez_desktop.geometry.topology import edge_table
from memoreez_desktop.geometry.triangle_tree import TriangleTree
from memoreez_desktop.geometry.winding_number import WindingTree

Inside = NDArray[np.bool_]

_COARSE = 8
_AT_ONCE = 50_000
_INSIDE = 0.5


@dataclass(frozen=True, eq=False)
class Grid:
    """Points in space, evenly spaced.

    Attributes
    ----------
    origin_mm : (3,) float64
        Place of the first point.
    pitch_mm : float
    shape : (int, int, int)
        Number of points along x, y and z.
    """

    origin_mm: NDArray[np.float64]
    pitch_mm: float
    shape: tuple[int, int, int]


def grid_about(mesh: MeshModel, cells: int, margin_mm: float = 0.0) -> Grid:
    """Lay a grid about a mesh, with an empty rim of two cells.

    Parameters
    ----------
    mesh : MeshModel
    cells : int
        Along its longest side.
    margin_mm : float
        More room on every side.
    """
    low, high = mesh.bounds_mm
    pitch = float((high - low).max() + 2 * margin_mm) / cells
    # A little off, so that flat sides of made things do not lie exactly on points.
    origin = low - margin_mm - pitch * np.array((2.371, 2.417, 2.443))
    count = np.ceil((high + margin_mm - origin) / pitch).astype(int) + 3
    return Grid(origin, pitch, (int(count[0]), int(count[1]), int(count[2])))


def inside_grid(mesh: MeshModel, grid: Grid, job: JobContext) -> Inside:
    """Tell of each point of a grid whether the surface goes round it, either way.

    A closed surface is asked along columns, in whole numbers. Of an open one the generalised winding number
    is taken (Jacobson and others 2013), inside above one half: on a coarse grid everywhere, and finer only
    where the surface is or where neighbours differ.

    Returns
    -------
    (nx, ny, nz) bool
    """
    inside = np.zeros(grid.shape, dtype=np.bool_)
    if edge_table(mesh.faces, len(mesh.vertices)).watertight:
        points = (mesh.vertices.astype(np.float64) - grid.origin_mm) / grid.pitch_mm
        fill_columns(*cross_columns(points, mesh.faces, grid.shape[0], grid.shape[1]), inside)
        return inside
    tree = WindingTree(TriangleTree.of(mesh))
    known = np.full(tuple(-(-n // _COARSE) * _COARSE + 1 for n in grid.shape), -1, dtype=np.int8)
    busy = _busy_blocks(mesh, grid, known.shape)
    step = _COARSE
    lattice = np.stack(np.meshgrid(*(np.arange(0, n, step) for n in known.shape), indexing="ij"), axis=-1)
    _ask(tree, grid, known, lattice.reshape(-1, 3), job)
    while step > 1:
        step //= 2
        _ask(tree, grid, known, _undecided(known, busy, step), job)
    return np.asarray(known[: grid.shape[0], : grid.shape[1], : grid.shape[2]] == 1)


def _ask(
    tree: WindingTree, grid: Grid, known: NDArray[np.int8], index: NDArray[np.int64], job: JobContext
) -> None:
    for begin in range(0, len(index), _AT_ONCE):
        job.check_cancelled()
        some = index[begin : begin + _AT_ONCE]
        found = np.abs(tree.winding(grid.origin_mm + some * grid.pitch_mm)) > _INSIDE
        known[some[:, 0], some[:, 1], some[:, 2]] = found


def _busy_blocks(mesh: MeshModel, grid: Grid, shape: tuple[int, ...]) -> NDArray[np.bool_]:
    """Blocks of two by two by two cells that the box of some triangle reaches into."""
    corners = (mesh.vertices.astype(np.float64)[mesh.faces] - grid.origin_mm) / grid.pitch_mm
    low = np.floor(corners.min(axis=1) - 0.5).astype(np.int64) // 2
    high = np.floor(corners.max(axis=1) + 0.5).astype(np.int64) // 2
    busy = np.zeros(tuple(n // 2 for n in shape), dtype=np.bool_)
    _mark(low, high, busy)
    return busy


@kernel
def _mark(low: NDArray[np.int64], high: NDArray[np.int64], busy: NDArray[np.bool_]) -> None:
    for n in range(len(low)):
        for x in range(low[n, 0], high[n, 0] + 1):
            for y in range(low[n, 1], high[n, 1] + 1):
                busy[x, y, low[n, 2] : high[n, 2] + 1] = True


@kernel
def _undecided(known: NDArray[np.int8], busy: NDArray[np.bool_], step: int) -> NDArray[np.int64]:
    """Fill blocks of twice the step that agree and hold no surface; list the other points of the step."""
    double = 2 * step
    half = max(double // 2, 1)
    across = (known.shape[0] // step + 1) * (known.shape[1] // step + 1)
    found = np.empty((across * (known.shape[2] // step + 1), 3), np.int64)
    count = 0
    for x in range(0, known.shape[0] - 1, double):
        for y in range(0, known.shape[1] - 1, double):
            for z in range(0, known.shape[2] - 1, double):
                total = 0
                for k in range(8):
                    total += known[x + (k & 1) * double, y + (k >> 1 & 1) * double, z + (k >> 2) * double]
                block = busy[x // 2 : x // 2 + half, y // 2 : y // 2 + half, z // 2 : z // 2 + half]
                if total in (0, 8) and not block.any():
                    for i in range(x, x + double + 1):
                        for j in range(y, y + double + 1):
                            for k in range(z, z + double + 1):
                                if known[i, j, k] < 0:
                                    known[i, j, k] = total // 8
                    continue
                for i in range(x, x + double + 1, step):
                    for j in range(y, y + double + 1, step):
                        for k in range(z, z + double + 1, step):
                            if known[i, j, k] == -1:
                                known[i, j, k] = -2
                                found[count] = i, j, k
                                count += 1
    return found[:count]
