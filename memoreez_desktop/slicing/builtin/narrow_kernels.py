"""Where an outline is so narrow that perimeters from both sides would meet."""

from __future__ import annotations

import numpy as np

from memoreez_desktop.slicing.compiled import Floats, Ints, kernel

BAND_MM = 1.0
RAY_STEP_MM = 0.6


@kernel
def edges_of(points: Floats, offsets: Ints) -> Floats:
    """All edges x0, y0, x1, y1 of closed rings."""
    edges = np.empty((points.shape[0], 4))
    e = 0
    for r in range(offsets.shape[0] - 1):
        j = offsets[r + 1] - 1
        for i in range(offsets[r], offsets[r + 1]):
            edges[e, 0] = points[j, 0]
            edges[e, 1] = points[j, 1]
            edges[e, 2] = points[i, 0]
            edges[e, 3] = points[i, 1]
            j = i
            e += 1
    return edges


@kernel
def band_edges(edges: Floats, low: float, bands: int) -> tuple[Ints, Ints]:
    """Sort edges into horizontal bands: offsets and members."""
    offsets = np.zeros(bands + 1, np.int64)
    count = edges.shape[0]
    for e in range(count):
        for b in range(
            int((min(edges[e, 1], edges[e, 3]) - low) / BAND_MM),
            int((max(edges[e, 1], edges[e, 3]) - low) / BAND_MM) + 1,
        ):
            offsets[b + 1] += 1
    for b in range(bands):
        offsets[b + 1] += offsets[b]
    place = offsets[:-1].copy()
    members = np.empty(offsets[bands], np.int64)
    for e in range(count):
        for b in range(
            int((min(edges[e, 1], edges[e, 3]) - low) / BAND_MM),
            int((max(edges[e, 1], edges[e, 3]) - low) / BAND_MM) + 1,
        ):
            members[place[b]] = e
            place[b] += 1
    return offsets, members


@kernel
def segments_cross(
    ax: float, ay: float, bx: float, by: float, px: float, py: float, qx: float, qy: float
) -> bool:
    """Tell whether two open segments cross."""
    s0 = (bx - ax) * (py - ay) - (by - ay) * (px - ax)
    s1 = (bx - ax) * (qy - ay) - (by - ay) * (qx - ax)
    if (s0 > 0) == (s1 > 0):
        return False
    t0 = (qx - px) * (ay - py) - (qy - py) * (ax - px)
    t1 = (qx - px) * (by - py) - (qy - py) * (bx - px)
    return (t0 > 0) != (t1 > 0)


@kernel
def ray_hits(
    sx: float, sy: float, ex: float, ey: float, low: float, edges: Floats, offsets: Ints, members: Ints
) -> bool:
    """Tell whether a short ray meets any edge."""
    bands = offsets.shape[0] - 1
    x0 = min(sx, ex)
    x1 = max(sx, ex)
    y0 = min(sy, ey)
    y1 = max(sy, ey)
    for b in range(max(0, int((y0 - low) / BAND_MM)), min(bands - 1, int((y1 - low) / BAND_MM)) + 1):
        for w in range(offsets[b], offsets[b + 1]):
            g = members[w]
            px = edges[g, 0]
            py = edges[g, 1]
            qx = edges[g, 2]
            qy = edges[g, 3]
            if (
                (px < x0 and qx < x0)
                or (px > x1 and qx > x1)
                or (py < y0 and qy < y0)
                or (py > y1 and qy > y1)
            ):
                continue
            if segments_cross(sx, sy, ex, ey, px, py, qx, qy):
                return True
    return False


@kernel
def is_narrow(points: Floats, offsets: Ints, reach_mm: float) -> bool:
    """Shoot rays inwards from every edge; True when one meets the other side within the reach.

    It only chooses between a cheap and a thorough way to make perimeters, so a missed hair costs little.
    """
    if points.shape[0] == 0:
        return False
    edges = edges_of(points, offsets)
    low = points[:, 1].min()
    bands = int((points[:, 1].max() - low) / BAND_MM) + 1
    band_offsets, members = band_edges(edges, low, bands)
    for e in range(edges.shape[0]):
        dx = edges[e, 2] - edges[e, 0]
        dy = edges[e, 3] - edges[e, 1]
        length = np.sqrt(dx * dx + dy * dy)
        if length < 1e-6:
            continue
        # Outlines run counter-clockwise and holes clockwise: inside is always to the left.
        nx = -dy / length
        ny = dx / length
        rays = 1 + int(length / RAY_STEP_MM)
        for k in range(rays):
            u = (k + 0.5) / rays
            x = edges[e, 0] + dx * u
            y = edges[e, 1] + dy * u
            if ray_hits(
                x + nx * 1e-4,
                y + ny * 1e-4,
                x + nx * reach_mm,
                y + ny * reach_mm,
                low,
                edges,
                band_offsets,
                members,
            ):
                return True
    return False
