"""Chains of touching lines: each after those it lies against, and of the others the nearest first."""

from __future__ import annotations

import numpy as np

from memoreez_desktop.slicing.compiled import Floats, Ints, kernel


@kernel
def lies_against(offsets: Ints, x: Floats, chain_of: Ints, chains: int) -> tuple[Ints, Ints, Ints]:
    """Find which chains lie against a chain that begins beside them on the next line.

    Links join a line to the only one that lies against it: a chain waits with its first line alone,
    so no two wait for each other.

    Parameters
    ----------
    offsets, x : (lines + 1,), (2 s,)
        The crossings of each line, sorted by x.
    chain_of : (s,)
        The chain of each segment, or a negative number when it is not printed.

    Returns
    -------
    For each chain how many it waits for; and offsets (chains + 1,) of the chains that wait for it.
    """
    waits = np.zeros(chains, np.int64)
    starts = np.zeros(chains + 1, np.int64)
    # Neighbours on two lines, taken from the left, are fewer than the segments of both.
    pairs = np.empty((x.shape[0] + 1, 2), np.int64)
    count = 0
    for k in range(offsets.shape[0] - 2):
        a = offsets[k]
        b = offsets[k + 1]
        while a < offsets[k + 1] and b < offsets[k + 2]:
            first = chain_of[a // 2]
            second = chain_of[b // 2]
            if x[a] <= x[b + 1] and x[b] <= x[a + 1] and first != second and first >= 0 and second >= 0:
                pairs[count, 0] = first
                pairs[count, 1] = second
                count += 1
                waits[second] += 1
                starts[first + 1] += 1
            if x[a + 1] < x[b + 1]:
                a += 2
            else:
                b += 2
    for c in range(chains):
        starts[c + 1] += starts[c]
    place = starts[:-1].copy()
    waiting = np.empty(count, np.int64)
    for i in range(count):
        waiting[place[pairs[i, 0]]] = pairs[i, 1]
        place[pairs[i, 0]] += 1
    return waits, starts, waiting


@kernel
def nearest_first(points: Floats, chains: Ints, waits: Ints, starts: Ints, waiting: Ints) -> Ints:
    """Order chains so that none is printed before those it waits for; of the others the nearest is next."""
    total = chains.shape[0] - 1
    way = np.empty(total, np.int64)
    ready = np.empty(total, np.int64)
    left = waits.copy()
    count = 0
    for c in range(total):
        if left[c] == 0:
            ready[count] = c
            count += 1
    here = points[0] if total else np.zeros(2)
    for step in range(total):
        best = 0
        shortest = np.inf
        for i in range(count):
            start = points[chains[ready[i]]]
            distance = (start[0] - here[0]) ** 2 + (start[1] - here[1]) ** 2
            if distance < shortest:
                shortest = distance
                best = i
        c = ready[best]
        count -= 1
        ready[best] = ready[count]
        way[step] = c
        here = points[chains[c + 1] - 1]
        for i in range(starts[c], starts[c + 1]):
            left[waiting[i]] -= 1
            if left[waiting[i]] == 0:
                ready[count] = waiting[i]
                count += 1
    return way


@kernel
def in_order(points: Floats, chains: Ints, way: Ints) -> tuple[Floats, Ints]:
    """Return the chains in another order."""
    out = np.empty(points.shape)
    offsets = np.zeros(chains.shape[0], np.int64)
    for i in range(way.shape[0]):
        c = way[i]
        offsets[i + 1] = offsets[i] + chains[c + 1] - chains[c]
        out[offsets[i] : offsets[i + 1]] = points[chains[c] : chains[c + 1]]
    return out, offsets
