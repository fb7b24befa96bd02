"""Where a closed line begins and ends: the little mark it leaves shall not be seen."""

from __future__ import annotations

import math

from memoreez_desktop.slicing.compiled import Floats, kernel

ALIGNED, REAR, NEAREST, HIDDEN = range(4)
# A seam stays above one of the layer below that is not farther than this.
SEAM_MEMORY_MM = 5.0
# A corner is how much a loop turns over this length to both sides: finer than that is the grain of a scan.
CORNER_REACH_MM = 0.8
CONCAVE_DEG = 25.0
CONVEX_DEG = 45.0
# A concave corner is worth this way from the seam below; a full turn is worth all of it.
CORNER_PULL_MM = 3.0
# A seam goes to another corner at the back only when that lies so much farther back.
BACK_GRAIN_MM = 0.05


@kernel
def closest_on_loop(
    points: Floats, start: int, count: int, x: float, y: float
) -> tuple[int, float, float, float]:
    """Find the place of a loop nearest to x, y: its edge (that from this point on), x, y, distance²."""
    best = 0
    inside = False
    near2 = 1e300
    px, py = points[start + count - 1, 0], points[start + count - 1, 1]
    for i in range(count):
        qx, qy = points[start + i, 0], points[start + i, 1]
        dx, dy = qx - px, qy - py
        d2 = (qx - x) * (qx - x) + (qy - y) * (qy - y)
        if d2 < near2:
            near2 = d2
            best = i
            inside = False
        along = (x - px) * dx + (y - py) * dy
        square = dx * dx + dy * dy
        if 0.0 < along < square:
            aside = (x - px) * dy - (y - py) * dx
            if aside * aside < near2 * square:
                near2 = aside * aside / square
                best = (i - 1) % count
                inside = True
        px, py = qx, qy
    px, py = points[start + best, 0], points[start + best, 1]
    if inside:
        after = start + (best + 1) % count
        dx, dy = points[after, 0] - px, points[after, 1] - py
        share = ((x - px) * dx + (y - py) * dy) / (dx * dx + dy * dy)
        px, py = px + share * dx, py + share * dy
    return best, px, py, near2


@kernel
def place_along(
    points: Floats, start: int, count: int, i: int, reach: float, step: int
) -> tuple[float, float]:
    """Go from point ``i`` of a loop so far along it, forwards (step 1) or back (-1), at most half round."""
    x, y = points[start + i, 0], points[start + i, 1]
    for _ in range(count // 2):
        i = (i + step) % count
        u, v = points[start + i, 0], points[start + i, 1]
        length = math.sqrt((u - x) * (u - x) + (v - y) * (v - y))
        if length >= reach:
            share = reach / length
            return x + share * (u - x), y + share * (v - y)
        reach -= length
        x, y = u, v
    return x, y


@kernel
def turn_at(points: Floats, start: int, count: int, i: int) -> float:
    """How much a loop turns at a point, in degrees; below 0 is concave, for outlines and holes alike."""
    x, y = points[start + i, 0], points[start + i, 1]
    ax, ay = place_along(points, start, count, i, CORNER_REACH_MM, -1)
    bx, by = place_along(points, start, count, i, CORNER_REACH_MM, 1)
    ux, uy, wx, wy = x - ax, y - ay, bx - x, by - y
    return math.degrees(math.atan2(ux * wy - uy * wx, ux * wx + uy * wy))


@kernel
def seam_below(points: Floats, start: int, count: int, below: Floats) -> tuple[int, int, float, float]:
    """Find the place of a loop nearest to a seam of the layer below: that seam or -1, the edge, x, y."""
    low_x, low_y, high_x, high_y = 1e300, 1e300, -1e300, -1e300
    for i in range(start, start + count):
        low_x, high_x = min(low_x, points[i, 0]), max(high_x, points[i, 0])
        low_y, high_y = min(low_y, points[i, 1]), max(high_y, points[i, 1])
    seam = -1
    edge = 0
    x = y = 0.0
    near2 = SEAM_MEMORY_MM * SEAM_MEMORY_MM
    for q in range(below.shape[0]):
        u, v = below[q, 0], below[q, 1]
        dx, dy = max(low_x - u, u - high_x, 0.0), max(low_y - v, v - high_y, 0.0)
        if dx * dx + dy * dy >= near2:
            continue
        found, px, py, d2 = closest_on_loop(points, start, count, u, v)
        if d2 < near2:
            near2 = d2
            seam, edge, x, y = q, found, px, py
    return seam, edge, x, y


@kernel
def aligned_seam(points: Floats, start: int, count: int, below: Floats) -> tuple[int, float, float]:
    """Stay above the seam below, or in a concave corner close by; else a concave corner; else the back."""
    seam, edge, x, y = seam_below(points, start, count, below)
    best = -1
    lowest = 0.0 if seam >= 0 else 1e300
    for i in range(count):
        px, py = points[start + i, 0], points[start + i, 1]
        away = 0.0
        if seam >= 0:
            away = math.sqrt((px - x) * (px - x) + (py - y) * (py - y))
            if away > CORNER_PULL_MM:
                continue
        turn = turn_at(points, start, count, i)
        if turn < -CONCAVE_DEG:
            score = away + CORNER_PULL_MM * turn / 180.0 - (0.0 if seam >= 0 else 1e6)
        elif seam >= 0:
            continue
        else:
            score = -py - (BACK_GRAIN_MM if turn > CONVEX_DEG else 0.0)
        if score < lowest:
            lowest = score
            best = i
    if best < 0:
        return edge, x, y
    return best, points[start + best, 0], points[start + best, 1]


@kernel
def scored_seam(points: Floats, start: int, count: int, below: Floats, mode: int) -> tuple[int, float, float]:
    """Find the place farthest back, or the sharpest corner, concave first; a tie stays where it was."""
    seam, _, x, y = seam_below(points, start, count, below)
    best = 0
    lowest = 1e300
    for i in range(count):
        px, py = points[start + i, 0], points[start + i, 1]
        tie = 0.0
        if seam >= 0:
            tie = min(math.sqrt((px - x) * (px - x) + (py - y) * (py - y)), SEAM_MEMORY_MM) / SEAM_MEMORY_MM
        if mode == REAR:
            score = -py + BACK_GRAIN_MM * tie
        else:
            turn = turn_at(points, start, count, i)
            score = 0.0
            if turn < -CONCAVE_DEG:
                score = turn - 1000.0
            elif turn > CONVEX_DEG:
                score = -turn
            # Corners that differ by a few degrees are one as good as the other; so is the back with none.
            score += 10.0 * tie - 1e-3 * py
        if score < lowest:
            lowest = score
            best = i
    return best, points[start + best, 0], points[start + best, 1]


@kernel
def seam_of(points: Floats, start: int, count: int, below: Floats, mode: int) -> tuple[int, float, float]:
    """Choose where a visible loop begins: the edge (that from this point on) and the place on it."""
    if mode == ALIGNED:
        return aligned_seam(points, start, count, below)
    return scored_seam(points, start, count, below, mode)
