"""Trunks as discs: how thick they are in each layer, where they stand on the grid, and their rings."""

from __future__ import annotations

import math

import numpy as np

from memoreez_desktop.slicing.builtin.around.support_raster_kernels import (
    BRIM,
    FRONT,
    LEFT,
    NEAR,
    PITCH,
    PRINTED,
)
from memoreez_desktop.slicing.builtin.around.tree_kernels import LEAN
from memoreez_desktop.slicing.compiled import Bytes, Floats, Ints, kernel

# Radius of the line of a trunk in mm: of a twig, at most, how much more by mm of height, and on the bed.
LEAST_RADIUS_MM, TWIG_RADIUS_MM, MOST_RADIUS_MM = 0.45, 0.9, 2.5
THICKER_BY_MM = 0.02
FOOT_MM, FOOT_HEIGHT_MM = 1.5, 1.5
RING_POINTS = 12
# Columns of a disc: the layer, the trunk, where its middle is, and the radius of its line.
LAYER, TRUNK, DISC_X, DISC_Y, RADIUS = range(5)


@kernel
def free_radius(grid: Bytes, x: float, y: float, frame: Floats, most: float) -> float:
    """Return how far the next cell is that comes too near to the model, at most ``most``."""
    rows, columns = grid.shape
    pitch = frame[PITCH]
    cx, cy = (x - frame[LEFT]) / pitch - 0.5, (y - frame[FRONT]) / pitch - 0.5
    reach = math.ceil(most / pitch) + 1
    best = (most / pitch) ** 2
    for v in range(max(0, math.floor(cy) - reach), min(rows, math.ceil(cy) + reach + 1)):
        for u in range(max(0, math.floor(cx) - reach), min(columns, math.ceil(cx) + reach + 1)):
            if grid[v, u] & (NEAR | BRIM):
                best = min(best, (v - cy) ** 2 + (u - cx) ** 2)
    return float(math.sqrt(best) * pitch)


@kernel
def trunk_discs(
    volume: Bytes,
    ways: Ints,
    tops: Ints,
    heads: Floats,
    slab_of: Ints,
    top_mm: Floats,
    frame: Floats,
    room: Floats,
) -> Floats:
    """Return middle and radius of every trunk in every layer, from the bed up.

    Parameters
    ----------
    tops, heads : (n,) int64, (n,) float64
        The highest layer of each trunk, and the radius it has there.
    room : (2,) float64
        How far from the middle of the bed a line may lie.

    Returns
    -------
    (m, 5) float64, see ``LAYER`` to ``RADIUS``; trunk by trunk.
    """
    count = ways.shape[0]
    out = np.empty((int(np.sum(tops + 1)), 5))
    m = 0
    for n in range(count):
        last = 0.0
        for i in range(tops[n] + 1):
            s = slab_of[i]
            if ways[n, s, 0] < 0:
                continue
            first = i
            while first and slab_of[first - 1] == s:
                first -= 1
            past = i
            while past < slab_of.shape[0] and slab_of[past] == s:
                past += 1
            lower = ways[n, s - 1] if s and ways[n, s - 1, 0] >= 0 else ways[n, s]
            part = (i - first + 1) / (past - first)
            y = frame[FRONT] + (lower[0] + (ways[n, s, 0] - lower[0]) * part + 0.5) * frame[PITCH]
            x = frame[LEFT] + (lower[1] + (ways[n, s, 1] - lower[1]) * part + 0.5) * frame[PITCH]
            depth = top_mm[tops[n]] - top_mm[i]
            wanted = min(MOST_RADIUS_MM, TWIG_RADIUS_MM + THICKER_BY_MM * depth)
            wanted = max(wanted, heads[n] - LEAN * depth)
            wanted += max(0.0, FOOT_MM * (1.0 - top_mm[i] / FOOT_HEIGHT_MM))
            free = free_radius(volume[i], x, y, frame, wanted + frame[PITCH]) - 0.5 * frame[PITCH]
            free = min(free, room[0] - abs(x), room[1] - abs(y))
            radius = max(LEAST_RADIUS_MM, min(wanted, free))
            if last > 0.0:
                radius = min(radius, last + LEAN * (top_mm[i] - top_mm[i - 1]))
            last = radius
            out[m, LAYER], out[m, TRUNK], out[m, DISC_X], out[m, DISC_Y], out[m, RADIUS] = i, n, x, y, radius
            m += 1
    return out[:m].copy()


@kernel
def take_cells(volume: Bytes, discs: Floats, frame: Floats, margin: float) -> None:
    """Mark where trunks stand, so that columns end on them."""
    rows, columns = volume.shape[1], volume.shape[2]
    pitch = frame[PITCH]
    for d in range(discs.shape[0]):
        i = int(discs[d, LAYER])
        cx = (discs[d, DISC_X] - frame[LEFT]) / pitch - 0.5
        cy = (discs[d, DISC_Y] - frame[FRONT]) / pitch - 0.5
        reach = (discs[d, RADIUS] + margin) / pitch
        for v in range(max(0, math.ceil(cy - reach)), min(rows, math.floor(cy + reach) + 1)):
            for u in range(max(0, math.ceil(cx - reach)), min(columns, math.floor(cx + reach) + 1)):
                if (v - cy) ** 2 + (u - cx) ** 2 <= reach * reach:
                    volume[i, v, u] |= BRIM | (PRINTED if i == 0 else 0)


@kernel
def lone_rings(discs: Floats, lone: Ints, spacing: float, two_walls: float) -> tuple[Floats, Ints, Ints]:
    """Draw the discs that touch no other one, above the first layer.

    Returns
    -------
    points (n, 2), ring offsets (r + 1,), and the layer of each ring (r,).
    """
    rings = 2 * discs.shape[0]
    points = np.empty((rings * (RING_POINTS + 1), 2))
    layers = np.empty(rings, np.int64)
    r = 0
    for d in range(discs.shape[0]):
        if lone[d] == 0 or discs[d, LAYER] == 0.0:
            continue
        radius = discs[d, RADIUS]
        for _ in range(2 if radius > two_walls else 1):
            for k in range(RING_POINTS + 1):
                turn = 2.0 * math.pi * (k % RING_POINTS) / RING_POINTS
                points[r * (RING_POINTS + 1) + k, 0] = discs[d, DISC_X] + radius * math.cos(turn)
                points[r * (RING_POINTS + 1) + k, 1] = discs[d, DISC_Y] + radius * math.sin(turn)
            layers[r] = int(discs[d, LAYER])
            radius -= spacing
            r += 1
    offsets = np.arange(r + 1) * (RING_POINTS + 1)
    return points[: r * (RING_POINTS + 1)].copy(), offsets, layers[:r].copy()


@kernel
def lone_discs(discs: Floats, margin: float) -> Ints:
    """Tell which discs, sorted by layer, touch no other one of their layer."""
    out = np.ones(discs.shape[0], np.int64)
    for a in range(discs.shape[0]):
        b = a + 1
        while b < discs.shape[0] and discs[b, LAYER] == discs[a, LAYER]:
            reach = discs[a, RADIUS] + discs[b, RADIUS] + margin
            dx, dy = discs[a, DISC_X] - discs[b, DISC_X], discs[a, DISC_Y] - discs[b, DISC_Y]
            if dx * dx + dy * dy < reach * reach:
                out[a] = out[b] = 0
            b += 1
    return out
