"""How much of a perimeter hangs over the outline of the layer below.

The distance from the centre line to that outline, positive over plastic, says how much of the width hangs:
half of it at 0, nothing at half a width, all of it at minus half a width. Distances are asked every half
millimetre from a grid of edges; a place with no edge near has the sign of the place before it.
"""

from __future__ import annotations

import math

import numpy as np

from memoreez_desktop.slicing.builtin.plane.edge_grid_kernels import (
    Grid,
    directed,
    edge_grid,
    signed_distances,
)
from memoreez_desktop.slicing.builtin.plane.edge_kernels import edges_of
from memoreez_desktop.slicing.builtin.travel.order_kernels import in_ring
from memoreez_desktop.slicing.compiled import Floats, Ints, kernel

PIECE_MM = 0.5
# Shorter runs of one degree would make speed and fan flicker.
SHORTEST_RUN_MM = 1.0
CALMING_ROUNDS = 4
# What lies so near to a line of support rests on it, though with a gap.
HELD_MM = 1.2
WHOLLY = 4


@kernel
def degree_of(distance: float, width: float) -> int:
    """Return 0-4 for the signed distance of a centre line to the outline below."""
    hanging = 0.5 - distance / width
    return max(0, min(WHOLLY, math.floor(4.0 * hanging)))


@kernel
def is_inside(points: Floats, rings: Ints, x: float, y: float) -> bool:
    """Even-odd test against all rings."""
    odd = False
    for r in range(rings.shape[0] - 1):
        if in_ring(points, rings[r], rings[r + 1], x, y):
            odd = not odd
    return odd


@kernel
def reach_of(width: float) -> float:
    """Return how far edges are looked for: of two places with an edge between them both see it."""
    return max(0.5 * width, PIECE_MM) + 0.01


@kernel
def measure_ring(
    pieces: Floats, width: float, ground: Floats, rings: Ints, lines: Floats, grid: Grid, degrees: Ints
) -> None:
    """Write the degree of every piece of one ring; ``lines`` are the directed edges of the ground."""
    count = pieces.shape[0]
    distances = np.empty(count)
    signed_distances(pieces, lines, grid, reach_of(width), 0.5 * width, distances)
    known = -1
    for i in range(count):
        degrees[i] = -1
        if distances[i] < np.inf:
            degrees[i] = degree_of(distances[i], width)
            if known < 0:
                known = i
    last = 0
    if known < 0:
        known = 0
        last = 0 if is_inside(ground, rings, pieces[0, 0], pieces[0, 1]) else WHOLLY
    for k in range(count):
        i = (known + k) % count
        if degrees[i] < 0:
            degrees[i] = last
        # Where no edge is near, all rests or all hangs, as half a width does at the last place seen.
        last = WHOLLY if degrees[i] > 1 else 0


@kernel
def calm(degrees: Ints, lengths: Floats, raise_only: bool) -> bool:
    """Give short runs of a ring the degree of what lies beside them; tell whether anything changed."""
    count = degrees.shape[0]
    first = -1
    for i in range(count):
        if degrees[i] != degrees[i - 1]:
            first = i
            break
    if first < 0:
        return False
    starts = np.empty(count + 1, np.int64)
    runs = 0
    for k in range(count):
        i = (first + k) % count
        if degrees[i] != degrees[i - 1]:
            starts[runs] = k
            runs += 1
    starts[runs] = count
    changed = False
    for r in range(runs):
        length = 0.0
        for k in range(starts[r], starts[r + 1]):
            length += lengths[(first + k) % count]
        if length >= SHORTEST_RUN_MM:
            continue
        own = degrees[(first + starts[r]) % count]
        before = degrees[(first + starts[r] - 1) % count]
        after = degrees[(first + starts[r + 1]) % count]
        other = min(before, after) if before > own and after > own else max(before, after)
        if other == own or (raise_only and other < own):
            continue
        changed = True
        for k in range(starts[r], starts[r + 1]):
            degrees[(first + k) % count] = other
    return changed


@kernel
def cut_rings(points: Floats, offsets: Ints) -> tuple[Floats, Ints, Ints]:
    """Cut rings into pieces of half a millimetre at most.

    Returns
    -------
    Middle and length of each piece (p, 3), how many pieces each segment has, and where each ring begins.
    """
    counts = np.empty(points.shape[0], np.int64)
    lengths = np.empty(points.shape[0])
    bounds = np.zeros(offsets.shape[0], np.int64)
    for r in range(offsets.shape[0] - 1):
        bounds[r + 1] = bounds[r]
        for i in range(offsets[r], offsets[r + 1]):
            j = i + 1 if i + 1 < offsets[r + 1] else offsets[r]
            dx = points[j, 0] - points[i, 0]
            dy = points[j, 1] - points[i, 1]
            lengths[i] = math.sqrt(dx * dx + dy * dy)
            counts[i] = max(1, math.ceil(lengths[i] / PIECE_MM))
            bounds[r + 1] += counts[i]
    pieces = np.empty((bounds[-1], 3))
    piece = 0
    for r in range(offsets.shape[0] - 1):
        for i in range(offsets[r], offsets[r + 1]):
            j = i + 1 if i + 1 < offsets[r + 1] else offsets[r]
            dx = points[j, 0] - points[i, 0]
            dy = points[j, 1] - points[i, 1]
            if counts[i] == 1:
                pieces[piece, 0] = points[i, 0] + 0.5 * dx
                pieces[piece, 1] = points[i, 1] + 0.5 * dy
                pieces[piece, 2] = lengths[i]
                piece += 1
                continue
            for k in range(counts[i]):
                pieces[piece, 0] = points[i, 0] + dx * (k + 0.5) / counts[i]
                pieces[piece, 1] = points[i, 1] + dy * (k + 0.5) / counts[i]
                pieces[piece, 2] = lengths[i] / counts[i]
                piece += 1
    return pieces, counts, bounds


@kernel
def joined_rings(points: Floats, offsets: Ints, counts: Ints, degrees: Ints) -> tuple[Floats, Ints, Ints]:
    """Join the pieces of one degree again; return points, offsets and degrees."""
    out = np.empty((degrees.shape[0], 2))
    out_degrees = np.empty(degrees.shape[0], np.int64)
    out_offsets = np.zeros(offsets.shape[0], np.int64)
    m = 0
    piece = 0
    for r in range(offsets.shape[0] - 1):
        for i in range(offsets[r], offsets[r + 1]):
            j = i + 1 if i + 1 < offsets[r + 1] else offsets[r]
            for k in range(counts[i]):
                if k == 0 or degrees[piece] != degrees[piece - 1]:
                    out[m, 0] = points[i, 0] + (points[j, 0] - points[i, 0]) * k / counts[i]
                    out[m, 1] = points[i, 1] + (points[j, 1] - points[i, 1]) * k / counts[i]
                    out_degrees[m] = degrees[piece]
                    m += 1
                piece += 1
        out_offsets[r + 1] = m
    return out[:m].copy(), out_offsets, out_degrees[:m].copy()


@kernel
def rest_on_supports(pieces: Floats, held: Floats, degrees: Ints) -> None:
    """Let pieces that hang wholly, yet lie near to a line of support, hang a quarter less."""
    wholly = np.flatnonzero(degrees == WHOLLY)
    if not len(wholly):
        return
    distances = np.empty(len(wholly))
    signed_distances(pieces[wholly], directed(held), edge_grid(held, HELD_MM), HELD_MM, HELD_MM, distances)
    for k in range(len(wholly)):
        if abs(distances[k]) < HELD_MM:
            degrees[wholly[k]] = WHOLLY - 1


@kernel
def hanging_rings(
    points: Floats, offsets: Ints, widths: Floats, ground: Floats, ground_rings: Ints, held: Floats
) -> tuple[Floats, Ints, Ints]:
    """Measure the perimeters of one layer.

    Parameters
    ----------
    points, offsets : (n, 2), (k + 1,)
        Centre lines.
    widths : (k,) float64
        Width of each ring's line.
    ground, ground_rings : (m, 2), (r + 1,)
        The section below, not empty.
    held : (s, 4) float64
        Lines of support with only the gap between them and this layer.

    Returns
    -------
    The points with further ones where the degree changes inside a segment, the new offsets, and for each
    point the degree of the segment that starts at it.
    """
    edges = edges_of(ground, ground_rings)
    lines = directed(edges)
    grid = edge_grid(edges, reach_of(widths.max()))
    pieces, counts, bounds = cut_rings(points, offsets)
    degrees = np.empty(pieces.shape[0], np.int64)
    for r in range(offsets.shape[0] - 1):
        own = degrees[bounds[r] : bounds[r + 1]]
        measure_ring(pieces[bounds[r] : bounds[r + 1]], widths[r], ground, ground_rings, lines, grid, own)
    if held.shape[0]:
        rest_on_supports(pieces, held, degrees)
    for r in range(offsets.shape[0] - 1):
        own, lengths = degrees[bounds[r] : bounds[r + 1]], pieces[bounds[r] : bounds[r + 1], 2]
        calm(own, lengths, True)
        for _ in range(CALMING_ROUNDS):
            if not calm(own, lengths, False):
                break
    return joined_rings(points, offsets, counts, degrees)


@kernel
def hanging_layers(
    points: Floats,
    rings: Ints,
    layers: Ints,
    widths: Floats,
    grounds: tuple[Floats, Ints, Ints],
    held: Floats,
    held_layers: Ints,
) -> tuple[Floats, Ints, Ints]:
    """Measure the perimeters of every layer: the lowest lies on the bed, each other one on the one below.

    Parameters
    ----------
    points, rings, layers : (n, 2), (k + 1,), (l + 1,)
        Centre lines: where each ring begins, and the first ring of each layer.
    widths : (k,) float64
        Width of each ring's line.
    grounds : tuple
        The sections of the layers: points, where each ring begins, and the first ring of each layer.
    held, held_layers : (s, 4), (l + 1,)
        Lines of support with only the gap between them and a layer, and the first line of each layer.

    Returns
    -------
    As ``hanging_rings``, of all layers.
    """
    ground_points, ground_rings, ground_layers = grounds
    out = np.empty((points.shape[0] + 64, 2))
    out_degrees = np.empty(out.shape[0], np.int64)
    out_rings = np.zeros(rings.shape[0], np.int64)
    m = 0
    for i in range(layers.shape[0] - 1):
        first, past = layers[i], layers[i + 1]
        if first == past:
            continue
        own = points[rings[first] : rings[past]]
        own_rings = rings[first : past + 1] - rings[first]
        props = held[held_layers[i] : held_layers[i + 1]]
        low, high = (ground_layers[i - 1], ground_layers[i]) if i > 0 else (0, 0)
        if low < high:
            start = ground_rings[low]
            below = ground_points[start : ground_rings[high]]
            below_rings = ground_rings[low : high + 1] - start
            own, own_rings, degrees = hanging_rings(
                own, own_rings, widths[first:past], below, below_rings, props
            )
        else:
            degree = 0 if i == 0 else (WHOLLY - 1 if props.shape[0] else WHOLLY)
            degrees = np.full(own.shape[0], degree, np.int64)
        count = own.shape[0]
        if m + count > out.shape[0]:
            larger = np.empty((m + count + out.shape[0] // 2, 2))
            larger_degrees = np.empty(larger.shape[0], np.int64)
            larger[:m] = out[:m]
            larger_degrees[:m] = out_degrees[:m]
            out, out_degrees = larger, larger_degrees
        out[m : m + count] = own
        out_degrees[m : m + count] = degrees
        for r in range(first, past):
            out_rings[r + 1] = m + own_rings[r + 1 - first]
        m += count
    return out[:m], out_rings, out_degrees[:m]
