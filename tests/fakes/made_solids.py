"""Small closed solids and G-code moves that tests make themselves."""

import numpy as np

from memoreez_desktop.core.gcode import Role, Toolpaths
from memoreez_desktop.core.mesh import MeshModel

_CORNERS = np.array([[x, y, z] for x in (-0.5, 0.5) for y in (-0.5, 0.5) for z in (0, 1)], dtype=float)
_FACES = [
    *([0, 1, 3], [0, 3, 2], [4, 6, 7], [4, 7, 5], [0, 4, 5], [0, 5, 1]),
    *([2, 3, 7], [2, 7, 6], [0, 2, 6], [0, 6, 4], [1, 5, 7], [1, 7, 3]),
]


def box(width_mm=20.0, depth_mm=30.0, height_mm=10.0):
    """A closed box that stands on the bed."""
    return MeshModel(_CORNERS * (width_mm, depth_mm, height_mm), _FACES)


def ball(rings=300, radius_mm=20.0):
    """A closed sphere of 2 · rings² triangles or so, resting on z = 0."""
    heights = np.linspace(np.pi, 0, rings + 1)[1:-1]
    turn = np.linspace(0, 2 * np.pi, rings, endpoint=False)
    ring = np.stack(
        [
            np.outer(np.sin(heights), np.cos(turn)),
            np.outer(np.sin(heights), np.sin(turn)),
            np.repeat(np.cos(heights)[:, None], rings, 1),
        ],
        axis=-1,
    ).reshape(-1, 3)
    points = np.vstack([ring, [[0, 0, -1], [0, 0, 1]]]) * radius_mm + (0, 0, radius_mm)
    bottom, top = len(ring), len(ring) + 1
    faces = []
    for k in range(rings):
        n = (k + 1) % rings
        faces.append([bottom, n, k])
        last = (len(heights) - 1) * rings
        faces.append([top, last + k, last + n])
    low = np.arange((len(heights) - 1) * rings).reshape(-1, rings)
    after = np.roll(low, -1, axis=1)
    quads = np.stack([low, after, after + rings, low + rings], axis=-1).reshape(-1, 4)
    return MeshModel(points, np.vstack([faces, quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]]))


def square_paths(layers=40, sides=4, side_mm=20.0, centre_mm=(110.0, 110.0)):
    """Squares over each other: an outer wall, infill across, one travel a layer, a skirt, a purge line."""
    rows = []
    x, y = centre_mm
    half = side_mm / 2
    corners = [(x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half)]
    rows.append(((5, 5, 0.2), (5, 200, 0.2), Role.OTHER, 0))
    rows.append(((x - 40, y - 40, 0.2), (x + 40, y - 40, 0.2), Role.SKIRT, 0))
    for layer in range(layers):
        z = 0.2 * (layer + 1)
        rows.append(((0, 0, z), (*corners[0], z), Role.TRAVEL, layer))
        for k in range(sides):
            role = Role.EXTERNAL_PERIMETER if k % 2 == 0 else Role.PERIMETER
            rows.append(((*corners[k % 4], z), (*corners[(k + 1) % 4], z), role, layer))
        rows.append(((*corners[0], z), (*corners[2], z), Role.INFILL, layer))
    start, end, role, layer = zip(*rows, strict=True)
    # A reader may hand over moves of one layer in any order: a mixed order must not matter.
    order = np.random.default_rng(3).permutation(len(rows))
    return Toolpaths(
        np.array(start, np.float32)[order],
        np.array(end, np.float32)[order],
        np.array(role, np.uint8)[order],
        np.array(layer, np.int32)[order],
        np.full(len(rows), 0.45, np.float32),
        np.full(len(rows), 0.1, np.float32),
        (0.2 * (np.arange(layers) + 1)).astype(np.float32),
    )
