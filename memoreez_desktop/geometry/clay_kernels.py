"""Rasterising triangles and gathering light, compiled.

Every kernel releases the GIL, is cached on disk, and takes one fixed set of types: vertices float32,
faces int32, both read-only as in ``MeshModel``. Triangles are filled by spans between their edges,
because long slivers (the fan under a relief) would cost a bounding box each.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.geometry.compiled import kernel

F32 = NDArray[np.float32]
I32 = NDArray[np.int32]

FAR = np.float32(1e30)


@kernel
def _crossings(
    y: float, x0: float, y0: float, x1: float, y1: float, x2: float, y2: float
) -> tuple[float, float]:
    """Where a horizontal line enters and leaves a triangle."""
    left, right = 1e30, -1e30
    if (y0 <= y) != (y1 <= y):
        x = x0 + (y - y0) * (x1 - x0) / (y1 - y0)
        left, right = min(left, x), max(right, x)
    if (y1 <= y) != (y2 <= y):
        x = x1 + (y - y1) * (x2 - x1) / (y2 - y1)
        left, right = min(left, x), max(right, x)
    if (y2 <= y) != (y0 <= y):
        x = x2 + (y - y2) * (x0 - x2) / (y0 - y2)
        left, right = min(left, x), max(right, x)
    return left, right


@kernel
def draw_depth(points: F32, faces: I32, depth: F32) -> None:
    """Fill a map with the smallest depth over each texel, faces towards the light only.

    Parameters
    ----------
    points : (n, 3) float32
        Column, row and depth of every vertex.
    depth : (s, s) float32
        Changed in place.
    """
    size = depth.shape[0]
    for f in range(faces.shape[0]):
        i0, i1, i2 = faces[f, 0], faces[f, 1], faces[f, 2]
        x0, y0, x1, y1 = points[i0, 0], points[i0, 1], points[i1, 0], points[i1, 1]
        x2, y2 = points[i2, 0], points[i2, 1]
        area = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)
        if area <= 1e-9:
            continue
        row0 = max(0, int(np.ceil(min(y0, y1, y2) - 0.5)))
        row1 = min(size, int(np.ceil(max(y0, y1, y2) - 0.5)))
        if row0 >= row1:
            continue
        if int(np.ceil(min(x0, x1, x2) - 0.5)) >= int(np.ceil(max(x0, x1, x2) - 0.5)):
            continue
        z0, z1, z2 = points[i0, 2], points[i1, 2], points[i2, 2]
        low, high = min(z0, z1, z2), max(z0, z1, z2)
        dz_dx = ((z1 - z0) * (y2 - y0) - (z2 - z0) * (y1 - y0)) / area
        dz_dy = ((z2 - z0) * (x1 - x0) - (z1 - z0) * (x2 - x0)) / area
        for row in range(row0, row1):
            y = row + 0.5
            left, right = _crossings(y, x0, y0, x1, y1, x2, y2)
            column0 = max(0, int(np.ceil(left - 0.5)))
            column1 = min(size, int(np.ceil(right - 0.5)))
            start = z0 + (y - y0) * dz_dy
            for column in range(column0, column1):
                z = np.float32(min(high, max(low, start + (column + 0.5 - x0) * dz_dx)))
                if z < depth[row, column]:
                    depth[row, column] = z


@kernel
def draw_faces(points: F32, faces: I32, nearness: F32, owner: I32) -> None:
    """Find the face seen at each pixel.

    Parameters
    ----------
    points : (n, 3) float32
        Column, row and 1 / distance of every vertex; 1 / distance is linear on the picture.
    nearness : (s, s) float32
        Largest 1 / distance so far; changed in place.
    owner : (s, s) int32
        Face that has it; changed in place.
    """
    size = nearness.shape[0]
    for f in range(faces.shape[0]):
        i0, i1, i2 = faces[f, 0], faces[f, 1], faces[f, 2]
        x0, y0, x1, y1 = points[i0, 0], points[i0, 1], points[i1, 0], points[i1, 1]
        x2, y2 = points[i2, 0], points[i2, 1]
        area = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)
        if abs(area) <= 1e-9:
            continue
        row0 = max(0, int(np.ceil(min(y0, y1, y2) - 0.5)))
        row1 = min(size, int(np.ceil(max(y0, y1, y2) - 0.5)))
        if row0 >= row1:
            continue
        if int(np.ceil(min(x0, x1, x2) - 0.5)) >= int(np.ceil(max(x0, x1, x2) - 0.5)):
            continue
        z0, z1, z2 = points[i0, 2], points[i1, 2], points[i2, 2]
        low, high = min(z0, z1, z2), max(z0, z1, z2)
        dz_dx = ((z1 - z0) * (y2 - y0) - (z2 - z0) * (y1 - y0)) / area
        dz_dy = ((z2 - z0) * (x1 - x0) - (z1 - z0) * (x2 - x0)) / area
        for row in range(row0, row1):
            y = row + 0.5
            left, right = _crossings(y, x0, y0, x1, y1, x2, y2)
            column0 = max(0, int(np.ceil(left - 0.5)))
            column1 = min(size, int(np.ceil(right - 0.5)))
            start = z0 + (y - y0) * dz_dy
            for column in range(column0, column1):
                z = np.float32(min(high, max(low, start + (column + 0.5 - x0) * dz_dx)))
                if z > nearness[row, column]:
                    nearness[row, column] = z
                    owner[row, column] = f


@kernel
def add_thickness(points: NDArray[np.float64], faces: I32, thickness: NDArray[np.float64]) -> None:
    """Sum the signed depth of every face over each pixel: back faces minus front faces is the thickness.

    Parameters
    ----------
    points : (n, 3) float64
        Column, row and depth. Each pixel centre belongs to exactly one of two faces that share an edge,
        because both compute the edge from the same end and spans are half open.
    """
    height, width = thickness.shape
    ends = np.empty(3, dtype=np.float64)
    for f in range(faces.shape[0]):
        i0, i1, i2 = faces[f, 0], faces[f, 1], faces[f, 2]
        x0, y0, z0 = points[i0]
        x1, y1, z1 = points[i1]
        x2, y2, z2 = points[i2]
        area = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)
        if area == 0.0:
            continue
        sign = 1.0 if area > 0 else -1.0
        low, high = min(z0, z1, z2), max(z0, z1, z2)
        dz_dx = ((z1 - z0) * (y2 - y0) - (z2 - z0) * (y1 - y0)) / area
        dz_dy = ((z2 - z0) * (x1 - x0) - (z1 - z0) * (x2 - x0)) / area
        row0 = max(0, int(np.ceil(min(y0, y1, y2) - 0.5)))
        row1 = min(height, int(np.ceil(max(y0, y1, y2) - 0.5)))
        for row in range(row0, row1):
            y = row + 0.5
            found = 0
            for k in range(3):
                a, b = faces[f, k], faces[f, (k + 1) % 3]
                if a > b:
                    a, b = b, a
                ya, yb = points[a, 1], points[b, 1]
                if (ya <= y) != (yb <= y):
                    ends[found] = points[a, 0] + (y - ya) * (points[b, 0] - points[a, 0]) / (yb - ya)
                    found += 1
            if found < 2:
                continue
            column0 = max(0, int(np.ceil(min(ends[0], ends[1]) - 0.5)))
            column1 = min(width, int(np.ceil(max(ends[0], ends[1]) - 0.5)))
            for column in range(column0, column1):
                z = z0 + (y - y0) * dz_dy + (column + 0.5 - x0) * dz_dx
                thickness[row, column] += sign * min(high, max(low, z))


@kernel
def _project_light(vertices: F32, frame: F32, out: F32) -> None:
    """Write column, row and depth of every vertex as a light sees it; ``frame`` is (4, 3), see gather."""
    for i in range(vertices.shape[0]):
        x, y, z = vertices[i, 0], vertices[i, 1], vertices[i, 2]
        out[i, 0] = (x * frame[0, 0] + y * frame[0, 1] + z * frame[0, 2]) * frame[3, 2] + frame[3, 0]
        out[i, 1] = (x * frame[1, 0] + y * frame[1, 1] + z * frame[1, 2]) * frame[3, 2] + frame[3, 1]
        out[i, 2] = -(x * frame[2, 0] + y * frame[2, 1] + z * frame[2, 2])


@kernel
def _add_visible(samples: F32, normals: F32, frame: F32, depth: F32, out: F32) -> None:
    """Add the cosine of every sample that a light reaches, softened over the four nearest texels."""
    size = depth.shape[0]
    texel = np.float32(1.0) / frame[3, 2]
    lift, bias = np.float32(1.1) * texel, np.float32(0.7) * texel
    for i in range(samples.shape[0]):
        cosine = normals[i, 0] * frame[2, 0] + normals[i, 1] * frame[2, 1] + normals[i, 2] * frame[2, 2]
        if cosine <= 0:
            continue
        x = samples[i, 0] + normals[i, 0] * lift
        y = samples[i, 1] + normals[i, 1] * lift
        z = samples[i, 2] + normals[i, 2] * lift
        u = (
            (x * frame[0, 0] + y * frame[0, 1] + z * frame[0, 2]) * frame[3, 2]
            + frame[3, 0]
            - np.float32(0.5)
        )
        v = (
            (x * frame[1, 0] + y * frame[1, 1] + z * frame[1, 2]) * frame[3, 2]
            + frame[3, 1]
            - np.float32(0.5)
        )
        d = -(x * frame[2, 0] + y * frame[2, 1] + z * frame[2, 2]) - bias
        column, row = int(np.floor(u)), int(np.floor(v))
        seen = np.float32(1.0)
        if 0 <= column < size - 1 and 0 <= row < size - 1:
            fu, fv = u - np.float32(column), v - np.float32(row)
            a = np.float32(depth[row, column] > d)
            b = np.float32(depth[row, column + 1] > d)
            c = np.float32(depth[row + 1, column] > d)
            e = np.float32(depth[row + 1, column + 1] > d)
            upper, lower = a + (b - a) * fu, c + (e - c) * fu
            seen = upper + (lower - upper) * fv
        out[i] += cosine * seen


@kernel
def gather(vertices: F32, faces: I32, samples: F32, normals: F32, frames: F32, depth: F32, out: F32) -> None:
    """Let every light shine on every sample, past the mesh.

    Parameters
    ----------
    samples, normals : (k, 3) float32
    frames : (l, 4, 3) float32
        Of each light: right, up, towards the light, and (column offset, row offset, texels per mm).
    depth : (s, s) float32
        Room for one shadow map.
    out : (k,) float32
        Sum of the cosines of the lights that reach the sample; added to.
    """
    points = np.empty((vertices.shape[0], 3), dtype=np.float32)
    for light in range(frames.shape[0]):
        frame = frames[light]
        _project_light(vertices, frame, points)
        depth[:] = FAR
        draw_depth(points, faces, depth)
        _add_visible(samples, normals, frame, depth, out)
