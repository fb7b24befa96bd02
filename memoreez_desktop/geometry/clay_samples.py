"""What is seen on a picture, compiled: rays, normals, and one sample for every block of pixels."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.geometry.compiled import kernel

F32 = NDArray[np.float32]
I32 = NDArray[np.int32]


@kernel
def _normal_at(
    column: float, row: float, face: int, points: F32, faces: I32, corners: F32
) -> tuple[float, float, float]:
    """Return the interpolated unit normal of a face at a pixel centre, true to perspective."""
    i0, i1, i2 = faces[face, 0], faces[face, 1], faces[face, 2]
    x0, y0 = points[i0, 0], points[i0, 1]
    x1, y1 = points[i1, 0], points[i1, 1]
    x2, y2 = points[i2, 0], points[i2, 1]
    area = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)
    a = ((x1 - column) * (y2 - row) - (x2 - column) * (y1 - row)) / area
    b = ((x2 - column) * (y0 - row) - (x0 - column) * (y2 - row)) / area
    a, b = min(1.0, max(0.0, a)), min(1.0, max(0.0, b))
    c = max(0.0, 1.0 - a - b)
    a, b, c = a * points[i0, 2], b * points[i1, 2], c * points[i2, 2]
    x = a * corners[face, 0, 0] + b * corners[face, 1, 0] + c * corners[face, 2, 0]
    y = a * corners[face, 0, 1] + b * corners[face, 1, 1] + c * corners[face, 2, 1]
    z = a * corners[face, 0, 2] + b * corners[face, 1, 2] + c * corners[face, 2, 2]
    length = np.sqrt(x * x + y * y + z * z) + 1e-12
    return x / length, y / length, z / length


@kernel
def ray(column: float, row: float, size: int, eye: F32) -> tuple[float, float, float]:
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
def normal_towards_eye(
    column: int,
    row: int,
    view: tuple[float, float, float],
    points: F32,
    faces: I32,
    corners: F32,
    owner: I32,
) -> tuple[float, float, float]:
    """Return the normal at a covered pixel, turned towards the eye where a mesh is inside out."""
    x, y, z = _normal_at(column + 0.5, row + 0.5, owner[row, column], points, faces, corners)
    if x * view[0] + y * view[1] + z * view[2] > 0.2:
        return -x, -y, -z
    return x, y, z


@kernel
def _nearest_in_block(owner: I32, nearness: F32, row0: int, column0: int, block: int) -> tuple[int, int, int]:
    """Return the pixel to sample, its middle one if that is covered, and how many are covered."""
    best_row, best_column, count = -1, -1, 0
    best = np.float32(-1.0)
    for row in range(row0, row0 + block):
        for column in range(column0, column0 + block):
            if owner[row, column] >= 0:
                count += 1
                if nearness[row, column] > best:
                    best_row, best_column, best = row, column, nearness[row, column]
    middle = block // 2
    if count and owner[row0 + middle, column0 + middle] >= 0:
        best_row, best_column = row0 + middle, column0 + middle
    return best_row, best_column, count


@kernel
def take_samples(
    points: F32, faces: I32, corners: F32, owner: I32, eye: F32, nearness: F32, block: int
) -> tuple[I32, F32, F32, F32]:
    """Choose one place in each block of pixels where the light is gathered.

    Returns
    -------
    number : (b, b) int32
        Sample of each block, -1 where there is none.
    samples, directions : (k, 3) float32
        Places and normals.
    summary : (b, b, 6) float32
        Of each block: mean normal, share covered, 1 / distance, and 1 where one pixel may stand for all.
    """
    blocks = owner.shape[0] // block
    number = np.full((blocks, blocks), -1, dtype=np.int32)
    samples = np.empty((blocks * blocks, 3), dtype=np.float32)
    directions = np.empty((blocks * blocks, 3), dtype=np.float32)
    summary = np.zeros((blocks, blocks, 6), dtype=np.float32)
    k = 0
    for by in range(blocks):
        for bx in range(blocks):
            row, column, count = _nearest_in_block(owner, nearness, by * block, bx * block, block)
            if count == 0:
                continue
            view = ray(column + 0.5, row + 0.5, owner.shape[0], eye)
            x, y, z = normal_towards_eye(column, row, view, points, faces, corners, owner)
            mean_x, mean_y, mean_z, members = x, y, z, 1
            even = count == block * block
            for corner in range(4):
                r = by * block + (corner // 2) * (block - 1)
                c = bx * block + (corner % 2) * (block - 1)
                # Within one face the normal hardly turns from pixel to pixel.
                if owner[r, c] < 0 or owner[r, c] == owner[row, column]:
                    continue
                nx, ny, nz = normal_towards_eye(c, r, view, points, faces, corners, owner)
                even = even and x * nx + y * ny + z * nz > 0.998
                mean_x, mean_y, mean_z, members = mean_x + nx, mean_y + ny, mean_z + nz, members + 1
            near = nearness[row, column]
            for axis in range(3):
                samples[k, axis] = eye[0, axis] + view[axis] / near
            directions[k, 0], directions[k, 1], directions[k, 2] = x, y, z
            summary[by, bx, 0] = mean_x / members
            summary[by, bx, 1] = mean_y / members
            summary[by, bx, 2] = mean_z / members
            summary[by, bx, 3] = count / (block * block)
            summary[by, bx, 4] = near
            summary[by, bx, 5] = np.float32(even)
            number[by, bx] = k
            k += 1
    return number, samples[:k].copy(), directions[:k].copy(), summary
