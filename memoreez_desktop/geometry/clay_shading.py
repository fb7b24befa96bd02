"""From faces on the picture to colours, compiled."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.geometry.compiled import kernel

F32 = NDArray[np.float32]
I32 = NDArray[np.int32]


@kernel
def _normal_at(
    column: float, row: float, face: int, points: F32, faces: I32, corners: F32, nearness: float
) -> tuple[float, float, float]:
    """Interpolated unit normal of a face at a pixel centre, true to perspective."""
    i0, i1, i2 = faces[face, 0], faces[face, 1], faces[face, 2]
    x0, y0 = points[i0, 0], points[i0, 1]
    x1, y1 = points[i1, 0], points[i1, 1]
    x2, y2 = points[i2, 0], points[i2, 1]
    area = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)
    a = ((x1 - column) * (y2 - row) - (x2 - column) * (y1 - row)) / area
    b = ((x2 - column) * (y0 - row) - (x0 - column) * (y2 - row)) / area
    a, b = min(1.0, max(0.0, a)), min(1.0, max(0.0, b))
    c = max(0.0, 1.0 - a - b)
    a, b, c = a * points[i0, 2] / nearness, b * points[i1, 2] / nearness, c * points[i2, 2] / nearness
    x = a * corners[face, 0, 0] + b * corners[face, 1, 0] + c * corners[face, 2, 0]
    y = a * corners[face, 0, 1] + b * corners[face, 1, 1] + c * corners[face, 2, 1]
    z = a * corners[face, 0, 2] + b * corners[face, 1, 2] + c * corners[face, 2, 2]
    length = np.sqrt(x * x + y * y + z * z) + 1e-12
    return x / length, y / length, z / length


@kernel
def _ray(column: float, row: float, size: int, eye: F32) -> tuple[float, float, float]:
    """Direction from the eye through a pixel, one long towards the picture plane.

    ``eye`` is (6, 3): position, right, up, back, (focal, centre x, centre y), and (scale, 0, 0).
    """
    x = ((column / size * 2.0 - 1.0) / eye[5, 0] + eye[4, 1]) / eye[4, 0]
    y = ((1.0 - row / size * 2.0) / eye[5, 0] + eye[4, 2]) / eye[4, 0]
    return (
        x * eye[1, 0] + y * eye[2, 0] - eye[3, 0],
        x * eye[1, 1] + y * eye[2, 1] - eye[3, 1],
        x * eye[1, 2] + y * eye[2, 2] - eye[3, 2],
    )


@kernel
def fill_normals(
    points: F32, faces: I32, corners: F32, owner: I32, nearness: F32, eye: F32, out: F32
) -> None:
    """Write the normal at every pixel with a face, turned towards the eye; (s, s, 3) float32, in place."""
    size = owner.shape[0]
    for row in range(size):
        for column in range(size):
            face = owner[row, column]
            if face < 0:
                continue
            u, v = column + 0.5, row + 0.5
            x, y, z = _normal_at(u, v, face, points, faces, corners, nearness[row, column])
            dx, dy, dz = _ray(u, v, size, eye)
            facing = -(x * dx + y * dy + z * dz)
            if facing < -0.2:
                x, y, z = -x, -y, -z
            out[row, column, 0], out[row, column, 1], out[row, column, 2] = x, y, z


@kernel
def take_samples(owner: I32, nearness: F32, normals: F32, eye: F32, block: int) -> tuple[I32, F32, F32]:
    """Choose one place in each block of pixels where the light is gathered.

    Returns
    -------
    number : (s / block, s / block) int32
        Sample of each block, -1 where there is none.
    samples, directions : (k, 3) float32
    """
    size = owner.shape[0]
    blocks = size // block
    number = np.full((blocks, blocks), -1, dtype=np.int32)
    samples = np.empty((blocks * blocks, 3), dtype=np.float32)
    directions = np.empty((blocks * blocks, 3), dtype=np.float32)
    count = 0
    for by in range(blocks):
        for bx in range(blocks):
            best_row, best_column, best = -1, -1, np.float32(0.0)
            for row in range(by * block, by * block + block):
                for column in range(bx * block, bx * block + block):
                    if owner[row, column] >= 0 and nearness[row, column] > best:
                        best_row, best_column, best = row, column, nearness[row, column]
            if best_row < 0:
                continue
            dx, dy, dz = _ray(best_column + 0.5, best_row + 0.5, size, eye)
            distance = 1.0 / best
            samples[count, 0] = eye[0, 0] + dx * distance
            samples[count, 1] = eye[0, 1] + dy * distance
            samples[count, 2] = eye[0, 2] + dz * distance
            directions[count] = normals[best_row, best_column]
            number[by, bx] = count
            count += 1
    return number, samples[:count].copy(), directions[:count].copy()


@kernel
def _tone(value: float) -> float:
    """Shoulder above 0.7, then the studio's soft gamma."""
    if value > 0.7:
        value = 0.7 + 0.3 * math.tanh((value - 0.7) / 0.3)
    return math.pow(max(0.0, value), 1.0 / 1.6)


@kernel
def _add_colour(
    normal: F32,
    view: tuple[float, float, float],
    towards: F32,
    lamp: float,
    dome: float,
    colour: F32,
    share: float,
    out: F32,
) -> None:
    """Add one pixel's share of colour and coverage to its block."""
    x, y, z = normal[0], normal[1], normal[2]
    length = math.sqrt(view[0] * view[0] + view[1] * view[1] + view[2] * view[2])
    vx, vy, vz = -view[0] / length, -view[1] / length, -view[2] / length
    direct = lamp * max(0.0, x * towards[0] + y * towards[1] + z * towards[2])
    hx, hy, hz = vx + towards[0], vy + towards[1], vz + towards[2]
    middle = max(0.0, (x * hx + y * hy + z * hz) / math.sqrt(hx * hx + hy * hy + hz * hz))
    gloss = 0.09 * lamp * middle**24
    edge = 1.0 - max(0.0, x * vx + y * vy + z * vz)
    shine = gloss + 0.12 * dome * edge**4
    bounce = (max(0.0, -z) * 0.22 + 0.05) * 0.5
    # A warm lamp, a cool sky, and warm light thrown back by the table.
    out[0] += share * _tone(1.05 * (colour[0] * (direct * 0.780 + dome * 0.414 + bounce) + shine))
    out[1] += share * _tone(1.05 * (colour[1] * (direct * 0.753 + dome * 0.437 + bounce * 0.97) + shine))
    out[2] += share * _tone(1.05 * (colour[2] * (direct * 0.718 + dome * 0.460 + bounce * 0.94) + shine))
    out[3] += share


@kernel
def _is_even(owner: I32, normals: F32, row0: int, column0: int, block: int) -> bool:
    """Tell whether one pixel may stand for its whole block: covered, and hardly bent."""
    row, column = row0 + block // 2, column0 + block // 2
    if owner[row, column] < 0:
        return False
    x, y, z = normals[row, column, 0], normals[row, column, 1], normals[row, column, 2]
    for k in range(4):
        r, c = row0 + (k // 2) * (block - 1), column0 + (k % 2) * (block - 1)
        if owner[r, c] < 0:
            return False
        if x * normals[r, c, 0] + y * normals[r, c, 1] + z * normals[r, c, 2] < 0.998:
            return False
    return True


@kernel
def shade(
    owner: I32,
    normals: F32,
    number: I32,
    key: F32,
    sky: F32,
    detail: F32,
    colour: F32,
    towards: F32,
    eye: F32,
    out: F32,
) -> None:
    """Colour every pixel and average blocks, premultiplied.

    Parameters
    ----------
    key, sky : (k,) float32
        Light at each sample: share of the key lamp that arrives, and sky light.
    detail : (b, b) float32
        Darkening of crevices and lightening of edges at each block.
    colour : (3,) float32
        Linear reflectance.
    out : (b, b, 4) float32
        Red, green, blue times coverage, and coverage; added to.
    """
    size = owner.shape[0]
    blocks = number.shape[0]
    block = size // blocks
    share = 1.0 / (block * block)
    for by in range(blocks):
        for bx in range(blocks):
            i = number[by, bx]
            if i < 0:
                continue
            tint = colour * detail[by, bx]
            middle = block // 2
            if _is_even(owner, normals, by * block, bx * block, block):
                row, column = by * block + middle, bx * block + middle
                view = _ray(column + 0.5, row + 0.5, size, eye)
                _add_colour(normals[row, column], view, towards, key[i], sky[i], tint, 1.0, out[by, bx])
                continue
            for row in range(by * block, by * block + block):
                for column in range(bx * block, bx * block + block):
                    if owner[row, column] >= 0:
                        view = _ray(column + 0.5, row + 0.5, size, eye)
                        _add_colour(
                            normals[row, column], view, towards, key[i], sky[i], tint, share, out[by, bx]
                        )
