"""Lines of varying width for walls and gaps that are too narrow for a loop."""

from __future__ import annotations

from itertools import pairwise

import manifold3d
import numpy as np

from memoreez_desktop.slicing.builtin.areas.axis_kernels import axes_of_layers
from memoreez_desktop.slicing.builtin.areas.triangle_kernels import densified
from memoreez_desktop.slicing.builtin.plane.ring_stack import RingStack
from memoreez_desktop.slicing.compiled import Floats, Ints

STEP_MM = 0.25
SMALLEST_MM2 = 0.08
LEAST_WIDTH_MM = 0.12
MOST_WIDTH_MM = 0.9

Lines = tuple[Floats, Floats, Ints, Ints]


def thin_lines(areas: RingStack) -> Lines:
    """Draw the centre lines of the thin areas of every layer.

    Returns
    -------
    points (n, 2), the width of the area at each point (n,), line offsets (k + 1,), and the first line of each
    layer (l + 1,).
    """
    islands, first = areas.islands()
    large = np.flatnonzero(islands.area_mm2 > SMALLEST_MM2)
    kept = islands.chosen(large).joined(np.searchsorted(large, first))
    points, rings = densified(kept.points, kept.rings, STEP_MM)
    triangles = [_triangles(points, rings[a : b + 1]) for a, b in kept.spans()]
    counts = np.zeros(len(kept), np.int64)
    counts[kept.filled()] = [len(part) for part in triangles]
    return axes_of_layers(
        points,
        rings[kept.layers],
        np.concatenate([np.empty((0, 3), np.int64), *triangles]),
        np.concatenate([np.zeros(1, np.int64), np.cumsum(counts)]),
        LEAST_WIDTH_MM,
        MOST_WIDTH_MM,
    )


def _triangles(points: Floats, rings: Ints) -> Ints:
    """Triangulate rings; corners count from the first of their points."""
    ends = rings.tolist()
    outline = [points[a:b] for a, b in pairwise(ends)]
    return np.asarray(manifold3d.triangulate(outline), dtype=np.int64).reshape(-1, 3)
