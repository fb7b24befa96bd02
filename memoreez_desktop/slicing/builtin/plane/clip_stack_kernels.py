"""All layers of two stacks of rings, cut with each other in one call."""

from __future__ import annotations

import numpy as np

from memoreez_desktop.slicing.builtin.plane.clip_kernels import (
    ALONG_A,
    ALONG_B,
    CROSSING,
    find_crossings,
    link_crossings,
)
from memoreez_desktop.slicing.builtin.plane.clip_layer_kernels import (
    AREA_SLACK,
    LEAST_AREA_MM2,
    layer_area,
    mark_crossed,
    trace,
    uncrossed,
)
from memoreez_desktop.slicing.builtin.plane.simple_kernels import edges_of_rings
from memoreez_desktop.slicing.compiled import Flags, Floats, Ints, kernel

# Most crossings of two outlines of n and m corners in any sensible model; more is left to Clipper.
_MOST_CROSSINGS = 4


@kernel
def cut_layer(
    a: Floats,
    ra: Ints,
    first_a: int,
    past_a: int,
    b: Floats,
    rb: Ints,
    first_b: int,
    past_b: int,
    scratch: tuple[Floats, Ints, Floats, Ints],
    found: Floats,
    enters: Flags,
    outs: tuple[Floats, Floats],
    rings: tuple[Ints, Ints],
    ends: Ints,
) -> bool:
    """Append what two layers have in common and what only the first has; False where it is not proved.

    ``ends`` holds the points and rings written so far, of the first result and of the second.
    """
    edges_a, corners_a, edges_b, corners_b = scratch
    count_a = edges_of_rings(a, ra, first_a, past_a, edges_a, corners_a)
    count_b = edges_of_rings(b, rb, first_b, past_b, edges_b, corners_b)
    n = find_crossings(edges_a, count_a, edges_b, count_b, found, enters) if count_b else 0
    if n < 0:
        return False
    links = np.empty((4, n), np.int64)
    if not link_crossings(found[:n, ALONG_A].copy(), enters, ra, first_a, past_a, links[0], links[3]):
        return False
    if not link_crossings(found[:n, ALONG_B].copy(), enters, rb, first_b, past_b, links[1], links[2]):
        return False
    crossed_a = mark_crossed(found[:n, ALONG_A], ra, first_a, past_a)
    crossed_b = mark_crossed(found[:n, ALONG_B], rb, first_b, past_b)
    total = 0.0
    for which in range(2):
        common = which == 0
        out = outs[0] if common else outs[1]
        into = rings[0] if common else rings[1]
        at, count, area = trace(
            common, a, ra, first_a, past_a, b, rb, first_b, past_b, found[:n], enters, links, out, into,
            ends[2 * which], ends[2 * which + 1],
        )  # fmt: skip
        total += area
        at, count, area = uncrossed(
            common, a, ra, first_a, past_a, b, rb, first_b, past_b, crossed_a, False, out, into, at, count
        )
        total += area
        at, count, area = uncrossed(
            common, b, rb, first_b, past_b, a, ra, first_a, past_a, crossed_b, True, out, into, at, count
        )
        total += area
        ends[2 * which] = at
        ends[2 * which + 1] = count
    whole = layer_area(a, ra, first_a, past_a)
    return bool(abs(total - whole) <= AREA_SLACK * whole + n * LEAST_AREA_MM2)


@kernel
def widest_layer(rings: Ints, layers: Ints) -> int:
    """Return the most corners of a layer."""
    widest = 0
    for i in range(layers.shape[0] - 1):
        widest = max(widest, rings[layers[i + 1]] - rings[layers[i]])
    return widest


@kernel
def with_room(points: Floats, needed: int) -> Floats:
    """Return the array, or a larger copy."""
    if points.shape[0] >= needed:
        return points
    larger = np.empty((max(needed, 2 * points.shape[0]), 2))
    larger[: points.shape[0]] = points
    return larger


@kernel
def cut_layers(
    a: Floats, ra: Ints, la: Ints, b: Floats, rb: Ints, lb: Ints, partner: Ints
) -> tuple[Floats, Ints, Ints, Floats, Ints, Ints, Flags]:
    """Cut each layer of ``a`` with its partner in ``b``; a partner of -1 is empty.

    Returns points, rings and layers of what they have in common, the same of what only the first has, and
    the layers that are proved. The others are left empty.
    """
    layers = la.shape[0] - 1
    wide_a = widest_layer(ra, la)
    wide_b = widest_layer(rb, lb)
    scratch = (
        np.empty((wide_a, 4)),
        np.empty((wide_a, 2), np.int64),
        np.empty((wide_b, 4)),
        np.empty((wide_b, 2), np.int64),
    )
    most = _MOST_CROSSINGS * (wide_a + wide_b) + 16
    found = np.empty((most, CROSSING))
    enters = np.empty(most, np.bool_)
    common = np.empty((a.shape[0] + 1024, 2))
    only = np.empty((a.shape[0] + 1024, 2))
    # A ring has three points at least, but two crossings can make one.
    bound = ra.shape[0] + most
    for i in range(layers):
        if partner[i] >= 0:
            bound += lb[partner[i] + 1] - lb[partner[i]]
    common_rings = np.zeros(bound, np.int64)
    only_rings = np.zeros(bound, np.int64)
    common_layers = np.zeros(layers + 1, np.int64)
    only_layers = np.zeros(layers + 1, np.int64)
    proved = np.zeros(layers, np.bool_)
    ends = np.zeros(4, np.int64)
    for i in range(layers):
        p = partner[i]
        first_b = lb[p] if p >= 0 else 0
        past_b = lb[p + 1] if p >= 0 else 0
        size = ra[la[i + 1]] - ra[la[i]] + rb[past_b] - rb[first_b] + 2 * most
        common = with_room(common, ends[0] + size)
        only = with_room(only, ends[2] + size)
        if ends[1] + most >= common_rings.shape[0] or ends[3] + most >= only_rings.shape[0]:
            common_rings = np.concatenate((common_rings, np.zeros(bound, np.int64)))
            only_rings = np.concatenate((only_rings, np.zeros(bound, np.int64)))
        before = ends.copy()
        proved[i] = cut_layer(
            a, ra, la[i], la[i + 1], b, rb, first_b, past_b, scratch, found, enters,
            (common, only), (common_rings, only_rings), ends,
        )  # fmt: skip
        if not proved[i]:
            ends[:] = before
        common_layers[i + 1] = ends[1]
        only_layers[i + 1] = ends[3]
    return (
        common[: ends[0]].copy(),
        common_rings[: ends[1] + 1].copy(),
        common_layers,
        only[: ends[2]].copy(),
        only_rings[: ends[3] + 1].copy(),
        only_layers,
        proved,
    )
