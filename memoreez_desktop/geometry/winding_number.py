"""How often a surface goes round a point: a whole number where it is closed, a fraction beside holes.

Source: A. Jacobson and others, "Robust Inside-Outside Segmentation Using Generalized Winding Numbers" (2013);
of taking far triangles together: G. Barill and others, "Fast Winding Numbers for Soups and Clouds" (2018).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.geometry.compiled import kernel
from memoreez_desktop.geometry.triangle_tree import IN_LEAF, TriangleTree, along_curve

F64 = NDArray[np.float64]


class WindingTree:
    """Answers for many points at once; the mesh may be open, crossing, of several parts.

    Parameters
    ----------
    tree : TriangleTree
    """

    def __init__(self, tree: TriangleTree) -> None:
        self._tree = tree
        self._fields = np.zeros((len(tree.boxes), 8))
        _gather(tree.corners, tree.boxes, self._fields)

    def winding(self, points: F64) -> F64:
        """How often the surface goes round each point, (k,) float64.

        Parameters
        ----------
        points : (k, 3) float64, mm

        Notes
        -----
        Groups that are far away are taken as one, to the first order: good to about 0.02.
        """
        order = along_curve(points)
        result = np.empty(len(points))
        result[order] = _winding(points[order], self._tree.corners, self._fields)
        return result


@kernel
def _gather(corners: F64, boxes: F64, fields: F64) -> None:
    """Fill fields, (n, 8): area, centre of area, area vector, and square of the reach from that centre."""
    leaves = (len(boxes) + 1) // 2
    for t in range(len(corners)):
        node = leaves - 1 + t // IN_LEAF
        a, b, c = corners[t, 0], corners[t, 1], corners[t, 2]
        ux, uy, uz = b[0] - a[0], b[1] - a[1], b[2] - a[2]
        vx, vy, vz = c[0] - a[0], c[1] - a[1], c[2] - a[2]
        nx, ny, nz = uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx
        area = 0.5 * np.sqrt(nx * nx + ny * ny + nz * nz)
        fields[node, 0] += area
        for k in range(3):
            fields[node, 1 + k] += area * (a[k] + b[k] + c[k]) / 3
        fields[node, 4] += 0.5 * nx
        fields[node, 5] += 0.5 * ny
        fields[node, 6] += 0.5 * nz
    for node in range(leaves - 2, -1, -1):
        for k in range(7):
            fields[node, k] = fields[2 * node + 1, k] + fields[2 * node + 2, k]
    for node in range(len(boxes)):
        if fields[node, 0] <= 0:
            continue
        for k in range(3):
            fields[node, 1 + k] /= fields[node, 0]
            side = max(boxes[node, 3 + k] - fields[node, 1 + k], fields[node, 1 + k] - boxes[node, k])
            fields[node, 7] += side * side


@kernel
def solid_angle(p: F64, t: F64) -> float:
    """Solid angle of a triangle, (3, 3), seen from a point (van Oosterom and Strackee 1983)."""
    ax, ay, az = t[0, 0] - p[0], t[0, 1] - p[1], t[0, 2] - p[2]
    bx, by, bz = t[1, 0] - p[0], t[1, 1] - p[1], t[1, 2] - p[2]
    cx, cy, cz = t[2, 0] - p[0], t[2, 1] - p[1], t[2, 2] - p[2]
    la = np.sqrt(ax * ax + ay * ay + az * az)
    lb = np.sqrt(bx * bx + by * by + bz * bz)
    lc = np.sqrt(cx * cx + cy * cy + cz * cz)
    triple = ax * (by * cz - bz * cy) + ay * (bz * cx - bx * cz) + az * (bx * cy - by * cx)
    below = la * lb * lc + (ax * bx + ay * by + az * bz) * lc
    below += (bx * cx + by * cy + bz * cz) * la + (cx * ax + cy * ay + cz * az) * lb
    return float(2.0 * np.arctan2(triple, below))


@kernel
def _winding(points: F64, corners: F64, fields: F64) -> F64:
    leaves = (len(fields) + 1) // 2
    result = np.zeros(len(points))
    stack = np.empty(128, np.int64)
    for i in range(len(points)):
        p = points[i]
        total, depth = 0.0, 1
        stack[0] = 0
        while depth > 0:
            depth -= 1
            node = stack[depth]
            if fields[node, 0] <= 0:
                continue
            x, y, z = fields[node, 1] - p[0], fields[node, 2] - p[1], fields[node, 3] - p[2]
            square = x * x + y * y + z * z
            if square > 4.0 * fields[node, 7]:
                flux = x * fields[node, 4] + y * fields[node, 5] + z * fields[node, 6]
                total += flux / (square * np.sqrt(square))
            elif node >= leaves - 1:
                first = (node - leaves + 1) * IN_LEAF
                for t in range(first, min(first + IN_LEAF, len(corners))):
                    total += solid_angle(p, corners[t])
            else:
                stack[depth], stack[depth + 1] = 2 * node + 1, 2 * node + 2
                depth += 2
        result[i] = total / (4.0 * np.pi)
    return result
