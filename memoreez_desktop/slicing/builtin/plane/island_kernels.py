"""Layers taken apart into islands: an outline and the holes in it."""

from __future__ import annotations

import numpy as np

from memoreez_desktop.slicing.builtin.plane.simple_kernels import winding
from memoreez_desktop.slicing.compiled import Floats, Ints, kernel


@kernel
def outline_of(points: Floats, rings: Ints, first: int, past: int, mm2: Floats, hole: int) -> int:
    """Find the smallest outline of a layer round a hole; its first outline where none is."""
    best = -1
    for r in range(first, past):
        if mm2[r] <= 0.0 or mm2[r] < -mm2[hole] or (best >= 0 and mm2[r] >= mm2[best]):
            continue
        x = points[rings[hole], 0]
        y = points[rings[hole], 1]
        if winding(points, rings, r, r + 1, -1, x, y) != 0:
            best = r
    return best


@kernel
def island_order(points: Floats, rings: Ints, layers: Ints, mm2: Floats) -> tuple[Ints, Ints, Ints]:
    """Order the rings so that each outline is followed by its holes.

    Returns the rings in their new order, where in it each island begins, and the first island of each layer.
    A layer with a hole in no outline stays whole.
    """
    count = rings.shape[0] - 1
    order = np.arange(count)
    islands = np.zeros(count + 1, np.int64)
    first = np.zeros(layers.shape[0], np.int64)
    owner = np.empty(count, np.int64)
    n = 0
    at = 0
    for i in range(layers.shape[0] - 1):
        outlines = 0
        for r in range(layers[i], layers[i + 1]):
            if mm2[r] > 0.0:
                outlines += 1
        whole = outlines < 2
        if not whole:
            for r in range(layers[i], layers[i + 1]):
                owner[r] = r
                if mm2[r] <= 0.0:
                    owner[r] = outline_of(points, rings, layers[i], layers[i + 1], mm2, r)
                    whole = whole or owner[r] < 0
        if whole:
            at = layers[i + 1]
            if at > layers[i]:
                n += 1
                islands[n] = at
        else:
            for r in range(layers[i], layers[i + 1]):
                if owner[r] != r:
                    continue
                order[at] = r
                at += 1
                for h in range(layers[i], layers[i + 1]):
                    if h != r and owner[h] == r:
                        order[at] = h
                        at += 1
                n += 1
                islands[n] = at
        first[i + 1] = n
    return order, islands[: n + 1].copy(), first


@kernel
def picked_rings(points: Floats, rings: Ints, order: Ints) -> tuple[Floats, Ints]:
    """Copy some rings: their points, and where each begins."""
    ends = np.zeros(order.shape[0] + 1, np.int64)
    for k in range(order.shape[0]):
        ends[k + 1] = ends[k] + rings[order[k] + 1] - rings[order[k]]
    out = np.empty((ends[-1], 2))
    for k in range(order.shape[0]):
        out[ends[k] : ends[k + 1]] = points[rings[order[k]] : rings[order[k] + 1]]
    return out, ends
