"""The inner loops of making a surface anew, compiled: distances in a band, and one vertex a patch."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.geometry.compiled import kernel
from memoreez_desktop.geometry.triangle_tree import to_triangle

F32 = NDArray[np.float32]
F64 = NDArray[np.float64]
I32 = NDArray[np.int32]
I8 = NDArray[np.int8]
Flags = NDArray[np.bool_]


@kernel
def measure_band(corners: F64, chosen: NDArray[np.int64], z0: int, reach: float, far: F32, near: I32) -> None:
    """Write the distance to the nearest triangle, and its number, into the points around each.

    Parameters
    ----------
    corners : (m, 3, 3) float64
        In steps of the grid.
    chosen : (k,) int64
        The triangles to look at.
    z0 : int
        Layer of the grid with which the slab begins.
    reach : float
        How far from a triangle points are looked at.
    far, near : (nx, ny, layers) float32 and int32
        Changed in place; distance in steps.
    """
    nx, ny, layers = far.shape
    for n in range(len(chosen)):
        t = corners[chosen[n]]
        ux, uy, uz = t[1, 0] - t[0, 0], t[1, 1] - t[0, 1], t[1, 2] - t[0, 2]
        vx, vy, vz = t[2, 0] - t[0, 0], t[2, 1] - t[0, 1], t[2, 2] - t[0, 2]
        a, b, c = uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx
        length = np.sqrt(a * a + b * b + c * c)
        if length > 0:
            a, b, c = a / length, b / length, c / length
        low0, high0 = min(t[0, 0], t[1, 0], t[2, 0]), max(t[0, 0], t[1, 0], t[2, 0])
        low1, high1 = min(t[0, 1], t[1, 1], t[2, 1]), max(t[0, 1], t[1, 1], t[2, 1])
        low2, high2 = min(t[0, 2], t[1, 2], t[2, 2]), max(t[0, 2], t[1, 2], t[2, 2])
        for x in range(max(0, int(np.ceil(low0 - reach))), min(nx - 1, int(high0 + reach)) + 1):
            for y in range(max(0, int(np.ceil(low1 - reach))), min(ny - 1, int(high1 + reach)) + 1):
                flat = a * (x - t[0, 0]) + b * (y - t[0, 1])
                first = max(z0, int(np.ceil(low2 - reach)))
                last = min(z0 + layers - 1, int(high2 + reach))
                # Of a long column only the piece beside the triangle's plane can be near.
                if abs(c) > 0.01:
                    middle = t[0, 2] - flat / c
                    first = max(first, int(np.ceil(middle - reach / abs(c))))
                    last = min(last, int(np.floor(middle + reach / abs(c))))
                elif abs(flat) > reach + 0.01 * (last - first + layers):
                    continue
                for z in range(first, last + 1):
                    distance = np.float32(
                        np.sqrt(to_triangle(corners, chosen[n], float(x), float(y), float(z)))
                    )
                    if distance < far[x, y, z - z0]:
                        far[x, y, z - z0] = distance
                        near[x, y, z - z0] = chosen[n]


@kernel
def separate(inside: Flags) -> int:
    """Fill points where a square of four has its inside on one diagonal only: it makes an edge of four faces.

    Returns
    -------
    int
        How many points were filled in this round.
    """
    nx, ny, nz = inside.shape
    filled = 0
    for x in range(1, nx - 1):
        for y in range(1, ny - 1):
            for z in range(1, nz - 1):
                for axis in range(3):
                    # The corner across, and the two beside it.
                    ux, uy = (1, 0) if axis < 2 else (0, 1)
                    vy, vz = (1, 0) if axis == 0 else (0, 1)
                    one, two = inside[x + ux, y + uy, z], inside[x, y + vy, z + vz]
                    here = inside[x, y, z]
                    if one == two and here != one and here == inside[x + ux, y + uy + vy, z + vz]:
                        inside[x, y, z] = inside[x + ux, y + uy, z] = True
                        filled += 1
    return filled


@kernel
def _pattern(inside: Flags, x: int, y: int, z: int) -> int:
    bits = 0
    for k in range(8):
        if inside[x + (k & 1), y + (k >> 1 & 1), z + (k >> 2)]:
            bits |= 1 << k
    return bits


@kernel
def count_patches(inside: Flags, z0: int, z1: int, patches: I8) -> int:
    """Count the vertices that the cells of some layers will have."""
    total = 0
    for x in range(inside.shape[0] - 1):
        for y in range(inside.shape[1] - 1):
            for z in range(z0, z1):
                total += patches[_pattern(inside, x, y, z)]
    return total


@kernel
def _settle(planes: F64, sums: F64, count: int) -> None:
    """Find the place nearest to some planes, held lightly to the middle of their crossings; into ``sums``."""
    mx, my, mz = sums[0] / count, sums[1] / count, sums[2] / count
    hold = 0.01 * count
    a00, a01, a02, a11, a12, a22 = hold, 0.0, 0.0, hold, 0.0, hold
    b0, b1, b2 = 0.0, 0.0, 0.0
    for n in range(count):
        x, y, z = planes[n, 0], planes[n, 1], planes[n, 2]
        gap = planes[n, 3] - (x * mx + y * my + z * mz)
        a00 += x * x
        a01 += x * y
        a02 += x * z
        a11 += y * y
        a12 += y * z
        a22 += z * z
        b0 += x * gap
        b1 += y * gap
        b2 += z * gap
    c0, c1, c2 = a11 * a22 - a12 * a12, a02 * a12 - a01 * a22, a01 * a12 - a02 * a11
    det = a00 * c0 + a01 * c1 + a02 * c2
    d1, d2 = a00 * a22 - a02 * a02, a02 * a01 - a00 * a12
    e2 = a00 * a11 - a01 * a01
    sums[0] = mx + (c0 * b0 + c1 * b1 + c2 * b2) / det
    sums[1] = my + (c1 * b0 + d1 * b1 + d2 * b2) / det
    sums[2] = mz + (c2 * b0 + d2 * b1 + e2 * b2) / det


@kernel
def _place(
    x: int,
    y: int,
    z: int,
    patch: int,
    owner: I8,
    far: F32,
    near: I32,
    z0: int,
    level: float,
    flats: F64,
    out: F64,
) -> None:
    """Place the vertex of one patch of one cell, in steps of the grid."""
    planes, sums = np.zeros((12, 4)), np.zeros(3)
    count = 0
    for edge in range(12):
        if owner[edge] != patch:
            continue
        axis = edge // 4
        one, two = (edge & 1), (edge >> 1 & 1)
        dx, dy, dz = 0, one, two
        if axis == 1:
            dx, dy, dz = one, 0, two
        elif axis == 2:
            dx, dy, dz = one, two, 0
        px, py, pz = x + dx, y + dy, z + dz
        qx, qy, qz = px + (axis == 0), py + (axis == 1), pz + (axis == 2)
        at_p, at_q = far[px, py, pz - z0], far[qx, qy, qz - z0]
        from_p, from_q = abs(at_p - level), abs(at_q - level)
        share = 0.5
        if at_p < 1e6 and at_q < 1e6 and from_p + from_q > 1e-9:
            share = from_p / (from_p + from_q)
        cx, cy, cz = px + share * (axis == 0), py + share * (axis == 1), pz + share * (axis == 2)
        sums[0] += cx
        sums[1] += cy
        sums[2] += cz
        face = near[px, py, pz - z0] if at_p <= at_q else near[qx, qy, qz - z0]
        if face >= 0:
            for k in range(4):
                planes[count, k] = flats[face, k]
            if level > 0:
                planes[count, 3] = planes[count, 0] * cx + planes[count, 1] * cy + planes[count, 2] * cz
        count += 1
    _settle(planes, sums, count)
    out[0] = min(max(sums[0], x + 0.04), x + 0.96)
    out[1] = min(max(sums[1], y + 0.04), y + 0.96)
    out[2] = min(max(sums[2], z + 0.04), z + 0.96)


@kernel
def place_vertices(
    inside: Flags,
    z0: int,
    z1: int,
    far: F32,
    near: I32,
    level: float,
    flats: F64,
    patches: I8,
    owners: I8,
    begin: int,
    first: I32,
    points: F64,
) -> None:
    """Place the vertices of the cells of some layers.

    Parameters
    ----------
    inside : (nx, ny, nz) bool
    z0, z1 : int
        First layer, and the one after the last.
    far, near : (nx, ny, z1 - z0 + 1) float32 and int32
        As :func:`measure_band` leaves them.
    level : float
        Distance at which the surface lies, 0 for the surface itself, in steps.
    flats : (m, 4) float64
        Plane of each triangle: unit normal, and distance from the first point, in steps.
    patches, owners : (256,) and (256, 12) int8
        Of each pattern of corners: how many patches, and the patch of each edge.
    begin : int
        Number of the first vertex.
    first : (nx, ny, layers) int32
        Number of the first vertex of each cell; changed in place.
    points : (k, 3) float64
        Places of the vertices of these layers; changed in place.
    """
    count = 0
    for x in range(inside.shape[0] - 1):
        for y in range(inside.shape[1] - 1):
            for z in range(z0, z1):
                bits = _pattern(inside, x, y, z)
                first[x, y, z - z0] = begin + count
                for patch in range(patches[bits]):
                    _place(x, y, z, patch, owners[bits], far, near, z0, level, flats, points[count])
                    count += 1


@kernel
def _corner(first: I32, inside: Flags, owners: I8, z0: int, x: int, y: int, z: int, edge: int) -> int:
    """Vertex that a cell has for one of its edges."""
    return int(first[x, y, z - z0] + owners[_pattern(inside, x, y, z), edge])


@kernel
def join_vertices(inside: Flags, z0: int, z1: int, base: int, first: I32, owners: I8, quads: I32) -> int:
    """Join the four cells round every edge of the grid that enters or leaves.

    Parameters
    ----------
    z0, z1 : int
        Layers of points whose edges along x and y, and upwards, are looked at.
    base : int
        Layer of cells with which ``first`` begins.
    quads : (k, 4) int32
        Counter-clockwise seen from outside; changed in place.

    Returns
    -------
    int
        How many there are.
    """
    count = 0
    for x in range(1, inside.shape[0] - 1):
        for y in range(1, inside.shape[1] - 1):
            for z in range(max(z0, 1), z1):
                for axis in range(3):
                    here = inside[x, y, z]
                    if here == inside[x + (axis == 0), y + (axis == 1), z + (axis == 2)]:
                        continue
                    for k in range(4):
                        # Round the edge: which of its two sides each cell has it on.
                        u = 1 if k in (0, 3) else 0
                        v = 1 if k in (0, 1) else 0
                        edge = 4 * axis + u + 2 * v
                        cx, cy, cz = x, y - u, z - v
                        if axis == 1:
                            cx, cy, cz = x - u, y, z - v
                        elif axis == 2:
                            cx, cy, cz = x - u, y - v, z
                        # The second and third axis of y stand the other way round.
                        place = k if here != (axis == 1) else 3 - k
                        quads[count, place] = _corner(first, inside, owners, base, cx, cy, cz, edge)
                    count += 1
    return count
