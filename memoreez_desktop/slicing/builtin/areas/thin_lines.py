"""Lines of varying width for walls and gaps that are too narrow for a loop."""

from __future__ import annotations

import manifold3d
import numpy as np

from memoreez_desktop.slicing.builtin.areas.axis_kernels import axis_graph, axis_lines, trace_axes
from memoreez_desktop.slicing.builtin.areas.triangle_kernels import densified, make_delaunay, neighbours
from memoreez_desktop.slicing.builtin.plane.regions import Rings
from memoreez_desktop.slicing.builtin.plane.ring_stack import RingStack
from memoreez_desktop.slicing.compiled import Floats, Ints

STEP_MM = 0.25
SMALLEST_MM2 = 0.08
LEAST_WIDTH_MM = 0.12
MOST_WIDTH_MM = 0.9

Lines = tuple[Floats, Floats, Ints]


def thin_lines(area: Rings) -> Lines:
    """Draw the centre lines of a thin area.

    Returns
    -------
    points (n, 2), the width of the area at each point (n,), and line offsets (k + 1,).
    """
    islands, _ = RingStack(area.points, area.offsets, np.array([0, len(area.offsets) - 1])).islands()
    large = np.flatnonzero(islands.area_mm2 > SMALLEST_MM2)
    if not len(large):
        return np.empty((0, 2)), np.empty(0), np.zeros(1, np.int64)
    kept = islands.chosen(large)
    points, rings = densified(kept.points, kept.rings, STEP_MM)
    outline = [points[rings[r] : rings[r + 1]] for r in range(len(rings) - 1)]
    triangles = np.ascontiguousarray(manifold3d.triangulate(outline), dtype=np.int64).reshape(-1, 3)
    back = neighbours(triangles, len(points))
    make_delaunay(points, triangles, back)
    place, chord, links, degree, edges = axis_graph(points, triangles, back)
    nodes, offsets = trace_axes(links, degree)
    return axis_lines(place, chord, edges, nodes, offsets, LEAST_WIDTH_MM, MOST_WIDTH_MM)
