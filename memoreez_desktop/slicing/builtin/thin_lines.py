"""Lines of varying width for walls and gaps that are too narrow for a loop."""

from __future__ import annotations

import manifold3d
import numpy as np

from memoreez_desktop.slicing.builtin.axis_kernels import axis_graph, axis_lines, trace_axes
from memoreez_desktop.slicing.builtin.regions import Region, flat_rings
from memoreez_desktop.slicing.builtin.triangle_kernels import densified, make_delaunay, neighbours
from memoreez_desktop.slicing.compiled import Floats, Ints

STEP_MM = 0.25
SMALLEST_MM2 = 0.08
LEAST_WIDTH_MM = 0.12
MOST_WIDTH_MM = 0.9

Lines = tuple[Floats, Floats, Ints]


def thin_lines(region: Region) -> Lines:
    """Draw the centre lines of a thin region.

    Returns
    -------
    points (n, 2), the width of the region at each point (n,), and line offsets (k + 1,).
    """
    parts = [part for part in region.decompose() if part.area() > SMALLEST_MM2]
    if not parts:
        return np.empty((0, 2)), np.empty(0), np.zeros(1, np.int64)
    points, rings = densified(*flat_rings(Region.compose(parts)), STEP_MM)
    outline = [points[rings[r] : rings[r + 1]] for r in range(len(rings) - 1)]
    triangles = np.ascontiguousarray(manifold3d.triangulate(outline), dtype=np.int64).reshape(-1, 3)
    back = neighbours(triangles, len(points))
    make_delaunay(points, triangles, back)
    place, chord, links, degree, edges = axis_graph(points, triangles, back)
    nodes, offsets = trace_axes(links, degree)
    return axis_lines(place, chord, edges, nodes, offsets, LEAST_WIDTH_MM, MOST_WIDTH_MM)
