"""Upright lines through a closed mesh: where each enters and leaves, and what lies inside.

Along a line the winding number of a closed surface is a running sum of whole numbers, so inside and outside
need no tolerance; and surfaces that cross each other show as a sum that is neither 0 nor 1.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry.compiled import kernel

F64 = NDArray[np.float64]
I32 = NDArray[np.int32]
I64 = NDArray[np.int64]
I8 = NDArray[np.int8]

_ACROSS = 64
# The lines stand a little off any round number, where edges and corners of made things lie.
_OFF_X, _OFF_Y = 0.4871, 0.5237


@kernel
def _turn(x: float, y: float, ax: float, ay: float, bx: float, by: float) -> int:
    """One way or the other when a ray along +x from a point meets an edge; the same for both its faces."""
    if (ay <= y) == (by <= y):
        return 0
    # Always interpolated from the lower end, so that neighbours agree to the last bit.
    if ay < by:
        return 1 if ax + (y - ay) * (bx - ax) / (by - ay) > x else 0
    return -1 if bx + (y - by) * (ax - bx) / (ay - by) > x else 0


@kernel
def cross_columns(points: F64, faces: I32, nx: int, ny: int) -> tuple[I64, F64, I8]:
    """Cross columns x = 0, 1, … nx - 1, y = 0, 1, … ny - 1 with all faces.

    Parameters
    ----------
    points : (n, 3) float64
        In steps of the columns.

    Returns
    -------
    start : (nx * ny + 1,) int64
        Where the crossings of each column begin; its number is ``x * ny + y``.
    heights : (k,) float64
        Rising in each column.
    steps : (k,) int8
        +1 where a line that goes up comes in, -1 where it goes out.
    """
    start = np.zeros(nx * ny + 1, np.int64)
    heights, steps = np.empty(0, np.float64), np.empty(0, np.int8)
    place = start
    for turn in range(2):
        for f in range(faces.shape[0]):
            a, b, c = faces[f, 0], faces[f, 1], faces[f, 2]
            ax, ay, az = points[a, 0], points[a, 1], points[a, 2]
            bx, by, bz = points[b, 0], points[b, 1], points[b, 2]
            cx, cy, cz = points[c, 0], points[c, 1], points[c, 2]
            x0, x1 = max(0, int(np.ceil(min(ax, bx, cx)))), min(nx - 1, int(np.floor(max(ax, bx, cx))))
            y0, y1 = max(0, int(np.ceil(min(ay, by, cy)))), min(ny - 1, int(np.floor(max(ay, by, cy))))
            if x0 > x1 or y0 > y1:
                continue
            area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay)
            for x in range(x0, x1 + 1):
                for y in range(y0, y1 + 1):
                    way = _turn(x, y, ax, ay, bx, by)
                    way += _turn(x, y, bx, by, cx, cy) + _turn(x, y, cx, cy, ax, ay)
                    if way == 0:
                        continue
                    column = x * ny + y
                    if turn == 0:
                        start[column + 1] += 1
                        continue
                    u = ((x - ax) * (cy - ay) - (cx - ax) * (y - ay)) / area if area != 0 else 0.0
                    v = ((bx - ax) * (y - ay) - (x - ax) * (by - ay)) / area if area != 0 else 0.0
                    z = az + u * (bz - az) + v * (cz - az)
                    z = min(max(z, min(az, bz, cz)), max(az, bz, cz))
                    n = place[column]
                    while n > start[column] and heights[n - 1] > z:
                        heights[n], steps[n] = heights[n - 1], steps[n - 1]
                        n -= 1
                    heights[n], steps[n] = z, -way
                    place[column] += 1
        if turn == 0:
            for column in range(nx * ny):
                start[column + 1] += start[column]
            place = start[:-1].copy()
            heights = np.empty(start[-1], np.float64)
            steps = np.empty(start[-1], np.int8)
    return start, heights, steps


@kernel
def _lengths(start: I64, heights: F64, steps: I8) -> tuple[float, float]:
    """Length of all columns inside, and of what is inside not exactly once."""
    inside, wrong = 0.0, 0.0
    for column in range(len(start) - 1):
        winding = 0
        for n in range(start[column], start[column + 1] - 1):
            winding += steps[n]
            length = heights[n + 1] - heights[n]
            if winding != 0:
                inside += length
            if winding < 0 or winding > 1:
                wrong += length
    return inside, wrong


@kernel
def fill_columns(start: I64, heights: F64, steps: I8, inside: NDArray[np.bool_]) -> None:
    """Mark the points of a grid, (nx, ny, nz) bool, that a closed surface goes round, either way."""
    _, ny, nz = inside.shape
    for column in range(len(start) - 1):
        winding = 0
        for n in range(start[column], start[column + 1] - 1):
            winding += steps[n]
            if winding == 0:
                continue
            for z in range(max(0, int(np.ceil(heights[n]))), min(nz - 1, int(np.floor(heights[n + 1]))) + 1):
                inside[column // ny, column % ny, z] = True


def _columns(mesh: MeshModel, low: F64, pitch: float, nx: int, ny: int) -> tuple[I64, F64, I8]:
    offset = low + pitch * np.array((_OFF_X, _OFF_Y, 0.0))
    points = (mesh.vertices.astype(np.float64) - offset) / pitch
    return cross_columns(points, mesh.faces, max(nx, 1), max(ny, 1))


def crossed_ratio(mesh: MeshModel, across: int = _ACROSS) -> float:
    """Tell which share of a closed mesh's inside its surface goes round twice, or the wrong way.

    Zero for a proper solid; parts that overlap, and a surface that crosses itself, have more.

    Parameters
    ----------
    mesh : MeshModel
        Closed and coherently wound.
    across : int
        Columns over the longer side of the shadow.
    """
    low, high = mesh.bounds_mm
    pitch = float((high - low)[:2].max()) / across
    if not pitch > 0:
        return 0.0
    nx, ny = (int(v) for v in np.ceil((high - low)[:2] / pitch))
    inside, wrong = _lengths(*_columns(mesh, low, pitch, nx, ny))
    return wrong / inside if inside > 0 else 0.0


def column_points(bounds_mm: F64, across: int, seed: int) -> F64:
    """Random points of a box, one in each of ``across`` by ``across`` columns, (across², 3) float64."""
    low, high = bounds_mm
    steps = np.arange(across)
    # Every column stands where :func:`columns_inside` looks for it.
    x = low[0] + (steps + _OFF_X) * (high[0] - low[0]) / across
    y = low[1] + (steps + _OFF_Y) * (high[1] - low[1]) / across
    z = np.random.default_rng(seed).uniform(low[2], high[2], across * across)
    return np.column_stack([np.repeat(x, across), np.tile(y, across), z])


def columns_inside(mesh: MeshModel, bounds_mm: F64, across: int, z_mm: F64) -> NDArray[np.bool_]:
    """Tell of each of :func:`column_points` whether a closed mesh goes round it, either way.

    Parameters
    ----------
    mesh : MeshModel
        Closed and coherently wound.
    bounds_mm, across
        As there.
    z_mm : (across²,) float64
    """
    low, high = bounds_mm
    pitch = np.maximum((high - low) / across, 1e-12)
    pitch[2] = 1.0
    offset = low + pitch * np.array((_OFF_X, _OFF_Y, 0.0))
    points = (mesh.vertices.astype(np.float64) - offset) / pitch
    start, heights, steps = cross_columns(points, mesh.faces, across, across)
    below = heights < np.repeat(z_mm - low[2], np.diff(start))
    winding = np.r_[0, np.cumsum(steps * below)]
    return np.asarray(winding[start[1:]] != winding[start[:-1]])
