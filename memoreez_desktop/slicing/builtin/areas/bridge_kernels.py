"""Which way a bridge should run: where most of its lines end on solid ground at both ends."""

from __future__ import annotations

import math

from memoreez_desktop.slicing.builtin.infill.scan_kernels import count_crossings, find_crossings, turned
from memoreez_desktop.slicing.compiled import Floats, Ints, kernel

SHORE_MM = 0.25
# One mm of span weighs as much as this share of the lines carried.
SPAN_WEIGHT = 0.01
# Steps of 10 degrees are halved so often: to 1.25 degrees.
REFINEMENTS = 3
# Less than this is the chance of where the lines lie: round holes have no best direction.
LEAST_GAIN = 5e-5
# With a smaller share carried in its best direction nothing is a bridge.
HOPELESS = 0.1
FINER = 4.0


@kernel
def inside_rings(points: Floats, rings: Ints, x: float, y: float) -> bool:
    """Even-odd test against all rings."""
    odd = False
    for r in range(rings.shape[0] - 1):
        j = rings[r + 1] - 1
        for i in range(rings[r], rings[r + 1]):
            yi = points[i, 1]
            yj = points[j, 1]
            if (yi > y) != (yj > y) and x < (points[j, 0] - points[i, 0]) * (y - yi) / (yj - yi) + points[
                i, 0
            ]:
                odd = not odd
            j = i
    return odd


@kernel
def anchored_share(
    points: Floats, rings: Ints, ground: Floats, ground_rings: Ints, angle: float, pitch: float
) -> tuple[float, float]:
    """Return the share of line length that rests on ground at both ends, and the longest line."""
    frame = turned(points, angle)
    low, lines, total = count_crossings(frame, rings, pitch, 0.5)
    if total == 0:
        return 0.0, 0.0
    offsets, x, _, _ = find_crossings(frame, rings, pitch, 0.5, low, lines, total)
    c = math.cos(angle)
    s = math.sin(angle)
    good = 0.0
    whole = 0.0
    longest = 0.0
    for k in range(lines):
        y = (k + low + 0.5) * pitch
        for q in range(offsets[k], offsets[k + 1] - 1, 2):
            length = x[q + 1] - x[q]
            whole += length
            longest = max(longest, length)
            left = x[q] - SHORE_MM
            right = x[q + 1] + SHORE_MM
            if inside_rings(ground, ground_rings, left * c - y * s, left * s + y * c) and inside_rings(
                ground, ground_rings, right * c - y * s, right * s + y * c
            ):
                good += length
    return good / max(whole, 1e-9), longest


@kernel
def bridge_score(
    points: Floats, rings: Ints, ground: Floats, ground_rings: Ints, angle: float, pitch: float
) -> tuple[float, float]:
    """Return how good a direction is, and the share of its lines that are carried at both ends."""
    carried, span = anchored_share(points, rings, ground, ground_rings, angle, pitch)
    # Between two directions that carry equally well the shorter span sags less.
    return carried - SPAN_WEIGHT * span, carried


@kernel
def all_round(
    points: Floats, rings: Ints, ground: Floats, ground_rings: Ints, pitch: float, directions: int
) -> tuple[float, float, float]:
    """Try directions all round; return score, angle and carried share of the best one."""
    best = -1e9
    angle = 0.0
    share = 0.0
    for k in range(directions):
        candidate = math.pi * k / directions
        score, carried = bridge_score(points, rings, ground, ground_rings, candidate, pitch)
        if score > best + LEAST_GAIN:
            best = score
            angle = candidate
            share = carried
    return best, angle, share


@kernel
def bridge_direction(
    points: Floats, rings: Ints, ground: Floats, ground_rings: Ints, pitch: float, directions: int
) -> tuple[float, float]:
    """Return the best angle and the share of its lines that are carried at both ends.

    ``directions`` all round; for what may be a bridge once more with finer lines, for a single line along a
    free edge must not decide, and then ever finer steps about the best one.
    """
    best, angle, share = all_round(points, rings, ground, ground_rings, pitch, directions)
    if share < HOPELESS:
        return angle, share
    fine = pitch / FINER
    best, angle, share = all_round(points, rings, ground, ground_rings, fine, directions)
    step = math.pi / directions
    for _ in range(REFINEMENTS):
        step /= 2.0
        middle = angle
        for side in range(-1, 2, 2):
            candidate = middle + side * step
            score, carried = bridge_score(points, rings, ground, ground_rings, candidate, fine)
            if score > best + LEAST_GAIN:
                best = score
                angle = candidate
                share = carried
    return angle, share
