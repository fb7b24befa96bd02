"""Which layer and which role every move belongs to."""

from __future__ import annotations

import numpy as np

from memoreez_desktop.core.gcode import Role
from memoreez_desktop.slicing.compiled import Flags, Floats, Ints, kernel
from memoreez_desktop.slicing.gcode.comments import CommentFacts
from memoreez_desktop.slicing.gcode.parse_kernels import FEED, FROM_X, FROM_Y, TO_X, TO_Y, TO_Z

LEAST_STEP_MM = 0.04
CLOSED_MM = 0.6


@kernel
def layers_by_height(height: Floats, extrudes: Flags) -> Ints:
    """Begin a layer wherever plastic is laid at another height than the layer's first line."""
    out = np.zeros(height.shape[0], np.int64)
    layer = -1
    base = -1e9
    for i in range(height.shape[0]):
        if extrudes[i] and abs(height[i] - base) >= LEAST_STEP_MM:
            layer += 1
            base = height[i]
        out[i] = max(0, layer)
    return out


def layers_of(table: Floats, extrudes: Flags, facts: CommentFacts) -> tuple[Ints, Floats]:
    """Return the layer of each row (n,) and the height of each layer (k,); empty layers do not count."""
    if len(facts.layer_rows) > 1:
        raw = np.searchsorted(np.array(facts.layer_rows), np.arange(len(table)), side="right") - 1
        raw = np.maximum(raw, 0)
    else:
        raw = layers_by_height(np.ascontiguousarray(table[:, TO_Z]), extrudes)
    printed = np.zeros(int(raw.max()) + 1, np.bool_)
    printed[raw[extrudes]] = True
    number = np.maximum(np.cumsum(printed) - 1, 0)
    layer = number[raw]
    # The last line of a layer counts: a start script may print at another height before the first one.
    heights = np.zeros(max(1, int(printed.sum())))
    heights[layer[extrudes]] = table[extrudes, TO_Z]
    return layer, heights


def layer_thickness(heights: Floats) -> Floats:
    """Return how thick each layer is: the distance to the nearest lower height."""
    known = np.unique(np.round(heights, 3))
    below = np.searchsorted(known, np.round(heights, 3), side="left") - 1
    thickness = np.round(heights, 3) - np.where(below >= 0, known[np.maximum(below, 0)], 0.0)
    return np.clip(thickness, 0.02, 2.0)


def roles_of(table: Floats, extrudes: Flags, layer: Ints, facts: CommentFacts) -> Ints:
    """Return the role of each row, from the comments or, failing these, from the shape of the lines."""
    if facts.role_rows:
        known = np.concatenate([[int(Role.OTHER)], np.array(facts.roles)])
        role = known[np.searchsorted(np.array(facts.role_rows), np.arange(len(table)), side="right")]
    else:
        role = roles_by_shape(table, extrudes, layer)
    return np.where(extrudes, role, int(Role.TRAVEL))


def roles_by_shape(table: Floats, extrudes: Flags, layer: Ints) -> Ints:
    """Guess roles where no comment tells them.

    Unbroken lines that close are perimeters, outer ones where no other loop of the layer surrounds them;
    open lines are infill.
    """
    role = np.full(len(table), int(Role.TRAVEL))
    rows = np.flatnonzero(extrudes)
    if not len(rows):
        return role
    fresh = np.ones(len(rows), np.bool_)
    fresh[1:] = (np.diff(rows) > 1) | (np.diff(layer[rows]) != 0)
    first = np.flatnonzero(fresh)
    last = np.append(first[1:], len(rows)) - 1
    gap = np.hypot(
        table[rows[first], FROM_X] - table[rows[last], TO_X],
        table[rows[first], FROM_Y] - table[rows[last], TO_Y],
    )
    closed = (gap < CLOSED_MM) & (last - first >= 2)
    x, y = table[rows, TO_X], table[rows, TO_Y]
    low_x, high_x = np.minimum.reduceat(x, first), np.maximum.reduceat(x, first)
    low_y, high_y = np.minimum.reduceat(y, first), np.maximum.reduceat(y, first)
    kind = np.where(closed, int(Role.PERIMETER), int(Role.INFILL))
    loops = np.flatnonzero(closed)
    for group in np.split(loops, np.flatnonzero(np.diff(layer[rows[first[loops]]])) + 1):
        inside = (
            (low_x[group, None] > low_x[None, group])
            & (high_x[group, None] < high_x[None, group])
            & (low_y[group, None] > low_y[None, group])
            & (high_y[group, None] < high_y[None, group])
        )
        kind[group[~inside.any(axis=1)]] = int(Role.EXTERNAL_PERIMETER)
    role[rows] = np.repeat(kind, last - first + 1)
    return role


def feeds_of(table: Floats) -> Floats:
    """Return the plastic each row newly brings out: what a retraction took back does not count twice."""
    fed = np.cumsum(table[:, FEED])
    peak = np.maximum.accumulate(np.maximum(fed, 0.0))
    return np.diff(peak, prepend=0.0)
