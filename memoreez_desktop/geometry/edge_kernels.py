"""Matching the edges of faces, and grouping what hangs together, compiled.

Half-edges are put into one drawer for each vertex, the lower one of the two: a drawer holds about six, so
matching costs next to nothing, where sorting all of them would cost more than everything else.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.geometry.compiled import kernel

I32 = NDArray[np.int32]
I64 = NDArray[np.int64]
Flags = NDArray[np.bool_]

_SMALL = 24


@kernel
def _drawers(faces: I32, count: int) -> tuple[I64, I64]:
    """Where each vertex's drawer begins, and the half-edges in it: ``3 * face + corner``."""
    start = np.zeros(count + 1, np.int64)
    for f in range(faces.shape[0]):
        for k in range(3):
            start[min(faces[f, k], faces[f, (k + 1) % 3]) + 1] += 1
    for v in range(count):
        start[v + 1] += start[v]
    place = start[:-1].copy()
    halves = np.empty(3 * faces.shape[0], np.int64)
    for f in range(faces.shape[0]):
        for k in range(3):
            low = min(faces[f, k], faces[f, (k + 1) % 3])
            halves[place[low]] = 3 * f + k
            place[low] += 1
    return start, halves


@kernel
def _sort_drawer(far: I64, halves: I64, begin: int, end: int) -> None:
    """Order a drawer by the other end of its half-edges; equal ones keep their order."""
    if end - begin > _SMALL:
        order = np.argsort(far[begin:end], kind="mergesort")
        far[begin:end] = far[begin:end][order]
        halves[begin:end] = halves[begin:end][order]
        return
    for i in range(begin + 1, end):
        key, half = far[i], halves[i]
        j = i - 1
        while j >= begin and far[j] > key:
            far[j + 1], halves[j + 1] = far[j], halves[j]
            j -= 1
        far[j + 1], halves[j + 1] = key, half


@kernel
def match_edges(faces: I32, count: int) -> tuple[I64, I64, Flags, I64, int]:
    """Match every edge.

    Parameters
    ----------
    faces : (m, 3) int32
        No face may name a vertex twice; indices below ``count``.

    Returns
    -------
    open_halves : (k,) int64
        Half-edges ``3 * face + corner`` that no other face shares.
    pairs : (e, 2) int64
        The two faces of each proper edge.
    coherent : (e,) bool
    crowded : (j,) int64
        Faces at edges of more than two, once for each such edge.
    crowded_edges : int
    """
    start, halves = _drawers(faces, count)
    far = np.empty(len(halves), np.int64)
    for i in range(len(halves)):
        f, k = halves[i] // 3, halves[i] % 3
        far[i] = max(faces[f, k], faces[f, (k + 1) % 3])
    open_halves, crowded = np.empty(len(halves), np.int64), np.empty(len(halves), np.int64)
    pairs, coherent = np.empty((len(halves) // 2, 2), np.int64), np.empty(len(halves) // 2, np.bool_)
    opens, crowds, crowded_edges, twos = 0, 0, 0, 0
    for v in range(count):
        begin, end = start[v], start[v + 1]
        _sort_drawer(far, halves, begin, end)
        i = begin
        while i < end:
            j = i + 1
            while j < end and far[j] == far[i]:
                j += 1
            if j - i == 1:
                open_halves[opens] = halves[i]
                opens += 1
            elif j - i == 2:
                a, b = halves[i], halves[i + 1]
                pairs[twos, 0], pairs[twos, 1] = a // 3, b // 3
                coherent[twos] = faces[a // 3, a % 3] != faces[b // 3, b % 3]
                twos += 1
            else:
                crowded_edges += 1
                for n in range(i, j):
                    crowded[crowds] = halves[n] // 3
                    crowds += 1
            i = j
    return open_halves[:opens], pairs[:twos], coherent[:twos], crowded[:crowds], crowded_edges


@kernel
def _root(parent: I32, node: int) -> int:
    while parent[node] != node:
        parent[node] = parent[parent[node]]
        node = parent[node]
    return node


@kernel
def group(nodes: int, links: I64) -> tuple[int, I32]:
    """Group nodes that hang together over links, (k, 2) int64; groups are numbered by their first node."""
    parent = np.arange(nodes).astype(np.int32)
    for i in range(links.shape[0]):
        a, b = _root(parent, links[i, 0]), _root(parent, links[i, 1])
        if a < b:
            parent[b] = a
        elif b < a:
            parent[a] = b
    label = np.empty(nodes, np.int32)
    count = 0
    for node in range(nodes):
        root = _root(parent, node)
        if root == node:
            label[node] = count
            count += 1
        else:
            label[node] = label[root]
    return count, label


@kernel
def sum_volumes(vertices: NDArray[np.float32], faces: I32, body: I32, volumes: NDArray[np.float64]) -> None:
    """Add each face's share of the volume to its body, seen from the middle of nothing: the origin."""
    for f in range(faces.shape[0]):
        a, b, c = faces[f, 0], faces[f, 1], faces[f, 2]
        ax, ay, az = float(vertices[a, 0]), float(vertices[a, 1]), float(vertices[a, 2])
        bx, by, bz = float(vertices[b, 0]), float(vertices[b, 1]), float(vertices[b, 2])
        cx, cy, cz = float(vertices[c, 0]), float(vertices[c, 1]), float(vertices[c, 2])
        six = ax * (by * cz - bz * cy) + ay * (bz * cx - bx * cz) + az * (bx * cy - by * cx)
        volumes[body[f]] += six / 6.0
