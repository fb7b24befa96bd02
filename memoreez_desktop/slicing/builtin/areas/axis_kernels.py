"""The centre line of a thin region: its chordal axis.

Every inner edge of the Delaunay triangulation of a strip spans the strip: its midpoint lies on the centre
line, and its extent square to the line is the width there. Triangles with two inner edges continue a
line, with three they join lines, with one they end it.
"""

from __future__ import annotations

import math

import numpy as np

from memoreez_desktop.slicing.builtin.areas.triangle_kernels import make_delaunay, neighbours
from memoreez_desktop.slicing.builtin.plane.chain_kernels import with_chains
from memoreez_desktop.slicing.compiled import Flags, Floats, Ints, kernel

MIN_LENGTH_MM = 0.4
MIN_LENGTH_PER_WIDTH = 0.7


@kernel
def connect(links: Ints, degree: Ints, a: int, b: int) -> None:
    """Join two nodes; no node has more than three."""
    if degree[a] < 3 and degree[b] < 3:
        links[a, degree[a]] = b
        links[b, degree[b]] = a
        degree[a] += 1
        degree[b] += 1


@kernel
def axis_graph(points: Floats, triangles: Ints, back: Ints) -> tuple[Floats, Floats, Ints, Ints, int]:
    """Return places, chords, links and degrees of the nodes, and how many are edges (junctions follow)."""
    count = triangles.shape[0]
    name = np.full((count, 3), -1, np.int64)
    place = np.empty((4 * count, 2))
    chord = np.zeros((4 * count, 2))
    edges = 0
    for t in range(count):
        for k in range(3):
            u = back[t, k]
            if u < 0 or name[t, k] >= 0:
                continue
            a = triangles[t, k]
            b = triangles[t, (k + 1) % 3]
            place[edges] = 0.5 * (points[a] + points[b])
            chord[edges] = points[b] - points[a]
            name[t, k] = edges
            for j in range(3):
                if back[u, j] == t:
                    name[u, j] = edges
            edges += 1
    links = np.full((4 * count, 3), -1, np.int64)
    degree = np.zeros(4 * count, np.int64)
    nodes = edges
    for t in range(count):
        inner = 0
        for k in range(3):
            if name[t, k] >= 0:
                inner += 1
        if inner == 2:
            odd = 0 if name[t, 0] < 0 else (1 if name[t, 1] < 0 else 2)
            connect(links, degree, name[t, (odd + 1) % 3], name[t, (odd + 2) % 3])
        elif inner == 3:
            place[nodes] = (points[triangles[t, 0]] + points[triangles[t, 1]] + points[triangles[t, 2]]) / 3.0
            for k in range(3):
                connect(links, degree, nodes, name[t, k])
            nodes += 1
    return place[:nodes], chord[:nodes], links[:nodes], degree[:nodes], edges


@kernel
def walk(start: int, towards: int, links: Ints, degree: Ints, seen: Flags, out: Ints, m: int) -> int:
    """Write the nodes from ``start`` to the next end, junction, or back to the start; return the new end."""
    out[m] = start
    m += 1
    before = start
    q = towards
    while True:
        out[m] = q
        m += 1
        if degree[q] != 2 or q == start:
            return m
        seen[q] = True
        following = links[q, 0] if links[q, 0] != before else links[q, 1]
        before = q
        q = following


@kernel
def trace_axes(links: Ints, degree: Ints) -> tuple[Ints, Ints]:
    """Return every chain of nodes once: the nodes and the chain offsets."""
    nodes = degree.shape[0]
    seen = np.zeros(nodes, np.bool_)
    out = np.empty(4 * nodes + 8, np.int64)
    offsets = np.zeros(2 * nodes + 2, np.int64)
    m = 0
    chains = 0
    for s in range(nodes):
        if degree[s] == 0 or degree[s] == 2:
            continue
        for j in range(degree[s]):
            q = links[s, j]
            if (degree[q] == 2 and seen[q]) or (degree[q] != 2 and q < s):
                continue
            m = walk(s, q, links, degree, seen, out, m)
            chains += 1
            offsets[chains] = m
    for s in range(nodes):
        if degree[s] == 2 and not seen[s]:
            seen[s] = True
            m = walk(s, links[s, 0], links, degree, seen, out, m)
            chains += 1
            offsets[chains] = m
    return out[:m], offsets[: chains + 1]


@kernel
def local_width(place: Floats, chord: Floats, nodes: Ints, k: int) -> float:
    """Width of the strip at node ``k`` of a chain: the chord seen square to the line."""
    a = nodes[max(0, k - 1)]
    b = nodes[min(nodes.shape[0] - 1, k + 1)]
    dx = place[b, 0] - place[a, 0]
    dy = place[b, 1] - place[a, 1]
    length = math.hypot(dx, dy)
    c = chord[nodes[k]]
    if length < 1e-9:
        return math.hypot(c[0], c[1])
    return float(abs(c[0] * dy - c[1] * dx) / length)


@kernel
def axis_lines(
    place: Floats,
    chord: Floats,
    edges: int,
    nodes: Ints,
    offsets: Ints,
    least_width: float,
    most_width: float,
) -> tuple[Floats, Floats, Ints]:
    """Turn chains of nodes into lines with a width at each point; drop the too short and too thin."""
    out = np.empty((nodes.shape[0], 2))
    width = np.empty(nodes.shape[0])
    lines = np.zeros(offsets.shape[0], np.int64)
    m = 0
    count = 0
    for c in range(offsets.shape[0] - 1):
        chain = nodes[offsets[c] : offsets[c + 1]]
        n = chain.shape[0]
        if n < 2:
            continue
        w = np.empty(n)
        length = 0.0
        for k in range(n):
            w[k] = local_width(place, chord, chain, k)
            if k:
                length += math.hypot(
                    place[chain[k], 0] - place[chain[k - 1], 0], place[chain[k], 1] - place[chain[k - 1], 1]
                )
        # A junction has no chord of its own: it takes the width beside it.
        if chain[0] >= edges:
            w[0] = w[1]
        if chain[n - 1] >= edges:
            w[n - 1] = w[n - 2]
        middle = np.median(w)
        if length < max(MIN_LENGTH_MM, MIN_LENGTH_PER_WIDTH * middle) or middle < least_width:
            continue
        for k in range(n):
            a = max(0, k - 1) if 0 < k < n - 1 else k
            b = min(n - 1, k + 1) if 0 < k < n - 1 else k
            # The midpoints of a zigzag of triangles wobble: smooth them.
            out[m] = 0.25 * place[chain[a]] + 0.5 * place[chain[k]] + 0.25 * place[chain[b]]
            width[m] = min(most_width, max(least_width, 0.25 * w[a] + 0.5 * w[k] + 0.25 * w[b]))
            m += 1
        count += 1
        lines[count] = m
    return out[:m].copy(), width[:m].copy(), lines[: count + 1].copy()


@kernel
def axes_of_layers(
    points: Floats,
    first_points: Ints,
    triangles: Ints,
    first_triangles: Ints,
    least_width: float,
    most_width: float,
) -> tuple[Floats, Floats, Ints, Ints]:
    """Draw the axes of triangulated regions, layer by layer.

    Parameters
    ----------
    points, first_points : (n, 2), (l + 1,)
        Corners, and the first of each layer.
    triangles, first_triangles : (t, 3), (l + 1,)
        Corners counted from the first of the layer; changed in place.

    Returns
    -------
    points, widths, line offsets, and the first line of each layer.
    """
    count = first_points.shape[0] - 1
    out = np.empty((points.shape[0] + 16, 2))
    widths = np.empty(points.shape[0] + 16)
    offsets = np.zeros(count + 16, np.int64)
    layers = np.zeros(count + 1, np.int64)
    m = 0
    for i in range(count):
        layers[i + 1] = layers[i]
        own = triangles[first_triangles[i] : first_triangles[i + 1]]
        if own.shape[0] == 0:
            continue
        corners = points[first_points[i] : first_points[i + 1]]
        back = neighbours(own, corners.shape[0])
        make_delaunay(corners, own, back)
        place, chord, links, degree, edges = axis_graph(corners, own, back)
        nodes, chains = trace_axes(links, degree)
        line, width, lines = axis_lines(place, chord, edges, nodes, chains, least_width, most_width)
        out, offsets = with_chains(out, offsets, m, layers[i], line, lines)
        if out.shape[0] > widths.shape[0]:
            wider = np.empty(out.shape[0])
            wider[:m] = widths[:m]
            widths = wider
        widths[m : m + width.shape[0]] = width
        m += width.shape[0]
        layers[i + 1] += lines.shape[0] - 1
    return out[:m].copy(), widths[:m].copy(), offsets[: layers[count] + 1].copy(), layers
