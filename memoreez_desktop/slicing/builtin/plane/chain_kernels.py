"""Chains of points of all layers in flat arrays: written one layer after the other, put in order by layer."""

from __future__ import annotations

import numpy as np

from memoreez_desktop.slicing.compiled import Floats, Ints, kernel


@kernel
def with_chains(
    points: Floats, offsets: Ints, m: int, count: int, more: Floats, more_offsets: Ints
) -> tuple[Floats, Ints]:
    """Write further chains behind ``m`` points in ``count`` chains; return the arrays, or larger copies."""
    end = m + more.shape[0]
    last = count + more_offsets.shape[0] - 1
    if end > points.shape[0]:
        larger = np.empty((end + points.shape[0], 2))
        larger[:m] = points[:m]
        points = larger
    if last >= offsets.shape[0]:
        longer = np.zeros(last + offsets.shape[0] + 1, np.int64)
        longer[: count + 1] = offsets[: count + 1]
        offsets = longer
    points[m:end] = more
    for k in range(1, more_offsets.shape[0]):
        offsets[count + k] = m + more_offsets[k]
    return points, offsets


@kernel
def picked_chains(
    points: Floats, areas: Floats, degrees: Ints, offsets: Ints, order: Ints
) -> tuple[Floats, Floats, Ints, Ints]:
    """Copy chains in another order, with what belongs to each point; all of them must be named."""
    out = np.empty(points.shape)
    out_areas = np.empty(areas.shape[0])
    out_degrees = np.empty(degrees.shape[0], np.int64)
    out_offsets = np.zeros(offsets.shape[0], np.int64)
    m = 0
    for k in range(order.shape[0]):
        for i in range(offsets[order[k]], offsets[order[k] + 1]):
            out[m, 0] = points[i, 0]
            out[m, 1] = points[i, 1]
            out_areas[m] = areas[i]
            out_degrees[m] = degrees[i]
            m += 1
        out_offsets[k + 1] = m
    return out, out_areas, out_degrees, out_offsets
