"""What hangs over and how far down it is to whatever carries it, in upright columns, compiled.

A model is turned in the kernel itself and drawn into columns a millimetre or so apart, each with its own list
of surfaces from the bed upwards. Where a column comes out of the air into an underside that is too flat to
hold itself, all air below, down to the bed or to the top of what stands there, has to be filled by supports.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.geometry.compiled import kernel

F32 = NDArray[np.float32]
F64 = NDArray[np.float64]
I32 = NDArray[np.int32]

# Columns stand a little off any round number, where edges and corners of made things lie.
_OFF_X, _OFF_Y = 0.4871, 0.5237


@kernel
def turned(points: F32, turn: F64) -> F32:
    """Turn points, (n, 3) float32, and put the lowest corner of their box at zero."""
    result = np.empty_like(points)
    for k in range(3):
        a, b, c = np.float32(turn[k, 0]), np.float32(turn[k, 1]), np.float32(turn[k, 2])
        low = np.float32(np.inf)
        for i in range(len(points)):
            value = a * points[i, 0] + b * points[i, 1] + c * points[i, 2]
            result[i, k] = value
            low = min(low, value)
        for i in range(len(points)):
            result[i, k] -= low
    return result


@kernel
def draw_columns(points: F32, faces: I32, pitch: float, nx: int, ny: int) -> tuple[I32, I32, F32, I32]:
    """Draw all faces into columns.

    Parameters
    ----------
    points : (n, 3) float32, mm
        None below zero.

    Returns
    -------
    first : (nx * ny,) int32
        The lowest crossing of each column, -1 for none; its number is ``x * ny + y``.
    further : (k,) int32
        The next higher one of each crossing, -1 for none.
    heights : (k,) float32, mm
    face : (k,) int32
    """
    first = np.full(nx * ny, -1, np.int32)
    room = max(1024, 4 * nx * ny)
    further, heights, face = np.empty(room, np.int32), np.empty(room, np.float32), np.empty(room, np.int32)
    count = 0
    per = 1.0 / pitch
    for f in range(len(faces)):
        i, j, k = faces[f, 0], faces[f, 1], faces[f, 2]
        # From the lowest to the highest corner: neighbours go through a shared edge to the last bit alike.
        if points[j, 1] < points[i, 1]:
            i, j = j, i
        if points[k, 1] < points[j, 1]:
            j, k = k, j
            if points[j, 1] < points[i, 1]:
                i, j = j, i
        ay, by, cy = points[i, 1] * per - _OFF_Y, points[j, 1] * per - _OFF_Y, points[k, 1] * per - _OFF_Y
        y0, y1 = int(np.floor(ay)) + 1, int(np.floor(cy))
        if y1 < y0:
            continue
        ax, bx, cx = points[i, 0] * per - _OFF_X, points[j, 0] * per - _OFF_X, points[k, 0] * per - _OFF_X
        if np.floor(min(ax, bx, cx)) == np.floor(max(ax, bx, cx)):
            continue
        az, bz, cz = points[i, 2], points[j, 2], points[k, 2]
        ux, uy, uz = bx - ax, by - ay, bz - az
        vx, vy, vz = cx - ax, cy - ay, cz - az
        area = ux * vy - vx * uy
        if area == 0.0:
            continue
        slope_x, slope_y = (uz * vy - vz * uy) / area, (ux * vz - vx * uz) / area
        lowest, highest = min(az, bz, cz), max(az, bz, cz)
        for y in range(max(y0, 0), min(y1, ny - 1) + 1):
            long = ax + (y - ay) * vx / vy
            short = ax + (y - ay) * ux / uy if y <= by else bx + (y - by) * (cx - bx) / (cy - by)
            low, high = (long, short) if long < short else (short, long)
            for x in range(max(int(np.floor(low)) + 1, 0), min(int(np.floor(high)), nx - 1) + 1):
                if count == room:
                    room *= 2
                    further, heights = np.append(further, further), np.append(heights, heights)
                    face = np.append(face, face)
                z = az + (x - ax) * slope_x + (y - ay) * slope_y
                heights[count], face[count] = min(max(z, lowest), highest), f
                _put(first, further, heights, x * ny + y, count)
                count += 1
    return first, further[:count], heights[:count], face[:count]


@kernel
def _put(first: I32, further: I32, heights: F32, column: int, number: int) -> None:
    """Put a crossing where it belongs in its column."""
    at = first[column]
    if at < 0 or heights[at] >= heights[number]:
        further[number], first[column] = at, number
        return
    while further[at] >= 0 and heights[further[at]] < heights[number]:
        at = further[at]
    further[number], further[at] = further[at], number


@kernel
def faces_up(points: F32, faces: I32) -> tuple[F32, F32]:
    """Upward share of each unit normal, (m,) float32, and each face's area in mm²."""
    up, area = np.empty(len(faces), np.float32), np.empty(len(faces), np.float32)
    for f in range(len(faces)):
        i, j, k = faces[f, 0], faces[f, 1], faces[f, 2]
        ux, uy, uz = points[j, 0] - points[i, 0], points[j, 1] - points[i, 1], points[j, 2] - points[i, 2]
        vx, vy, vz = points[k, 0] - points[i, 0], points[k, 1] - points[i, 1], points[k, 2] - points[i, 2]
        nx, ny, nz = uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx
        length = np.sqrt(nx * nx + ny * ny + nz * nz)
        up[f] = nz / length if length > 0.0 else 0.0
        area[f] = length / 2
    return up, area


@kernel
def lying_mm2(points: F32, faces: I32, up: F32, area: F32, within_mm: float, level: float) -> float:
    """Area of the undersides that lie on the bed: wholly within so much of it, and as level as that."""
    total = 0.0
    for f in range(len(faces)):
        if up[f] < -level:
            highest = max(points[faces[f, 0], 2], points[faces[f, 1], 2], points[faces[f, 2], 2])
            if highest < within_mm:
                total += area[f]
    return total


@kernel
def air_below(columns: tuple[I32, I32, F32, I32], up: F32, steep: float, on_bed_mm: float) -> tuple[F32, F32]:
    """Add up, in each column, the air below what hangs over.

    Parameters
    ----------
    columns
        Of :func:`draw_columns`.
    up : (m,) float32
    steep : float
        Undersides whose normal looks down by more than this need something below.

    Returns
    -------
    air : (nx * ny,) float32, mm
    landing : (nx * ny,) float32, mm
        Height of the highest place of the model in each column on which supports stand; -1 for none.
    """
    first, further, heights, face = columns
    air, landing = np.zeros(len(first), np.float32), np.full(len(first), -1.0, np.float32)
    for column in range(len(first)):
        at, winding, top, above_model = first[column], 0, np.float32(0.0), False
        while at >= 0:
            f = face[at]
            if up[f] < 0:
                if winding <= 0 and up[f] < -steep and heights[at] > on_bed_mm and heights[at] > top:
                    air[column] += heights[at] - top
                    if above_model:
                        landing[column] = top
                winding += 1
            else:
                winding -= 1
                if winding <= 0:
                    top, above_model = heights[at], True
            at = further[at]
    return air, landing


@kernel
def landed_on(points: F32, faces: I32, up: F32, landing: F32, pitch: float, ny: int) -> NDArray[np.bool_]:
    """Tell which faces supports stand on: those whose middle is where a column of them begins."""
    landed = np.zeros(len(faces), np.bool_)
    for f in range(len(faces)):
        if up[f] > 0:
            i, j, k = faces[f, 0], faces[f, 1], faces[f, 2]
            x = int((points[i, 0] + points[j, 0] + points[k, 0]) / 3 / pitch)
            y = int((points[i, 1] + points[j, 1] + points[k, 1]) / 3 / pitch)
            away = (points[i, 2] + points[j, 2] + points[k, 2]) / 3 - landing[x * ny + y]
            landed[f] = landing[x * ny + y] >= 0 and -pitch < away < pitch
    return landed


@kernel
def grown_sum(air: F32, nx: int, ny: int, reach: float) -> float:
    """Sum of all columns after each was given the largest value within so many columns of it."""
    pad = int(np.ceil(reach))
    wide, deep = nx + 2 * pad, ny + 2 * pad
    grown = np.zeros(wide * deep, np.float32)
    for x in range(nx):
        for y in range(ny):
            value = air[x * ny + y]
            if value <= 0.0:
                continue
            for dx in range(-pad, pad + 1):
                for dy in range(-pad, pad + 1):
                    if dx * dx + dy * dy <= reach * reach:
                        at = (x + dx + pad) * deep + y + dy + pad
                        grown[at] = max(grown[at], value)
    total = 0.0
    for at in range(len(grown)):
        total += grown[at]
    return total


@kernel
def weighed(up: F32, landed: NDArray[np.bool_], weights: F64, table: F64) -> float:
    """Add up the weights of all faces no support stands on, each times what a table says of its slope.

    Parameters
    ----------
    table : (k,) float64
        For upward shares from -1 to 1, evenly.
    """
    total = 0.0
    half = (len(table) - 1) / 2
    for f in range(len(up)):
        if not landed[f]:
            total += weights[f] * table[int((up[f] + 1.0) * half + 0.5)]
    return total
