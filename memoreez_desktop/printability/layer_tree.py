"""How the pieces of the layers hang together, and which of them carries others alone."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.geometry.shapes import Shape
from memoreez_desktop.printability.slabs import Slab

_LEAST_MM2 = 0.05
_MOST_PIECES = 4_000
_COMPACT = 4.0


@dataclass(frozen=True, eq=False)
class Neck:
    """A piece of a layer without which something comes off.

    Attributes
    ----------
    slab : int
        Which layer.
    piece : Shape
    centre_mm : (x, y)
    diameter_mm : float
        Of the round rod that bends as easily.
    carried_mm3 : float
        What comes off.
    """

    slab: int
    piece: Shape
    centre_mm: tuple[float, float]
    diameter_mm: float
    carried_mm3: float


def find_necks(slabs: Sequence[Slab], limit_mm: float) -> list[Neck]:
    """Find the compact pieces thinner than a limit that carry something alone.

    Parameters
    ----------
    slabs : sequence of Slab
        From the bed upwards.
    limit_mm : float
        Diameter of a round rod.
    """
    pieces, owner = _pieces(slabs)
    if not pieces or len(pieces) > _MOST_PIECES:
        return []
    volumes = [piece.area() * slabs[layer].height_mm for piece, layer in zip(pieces, owner, strict=True)]
    carried = _carried(_links(pieces, owner, slabs), [layer == owner[0] for layer in owner], volumes)
    necks = []
    for node in np.flatnonzero(carried > 0):
        piece = pieces[node]
        # Nothing bends more easily than a round rod of the same area, however it is shaped, but a flat one
        # does.
        if piece.area() > 4 * limit_mm**2 * _COMPACT:
            continue
        centre, thin, wide = _moments(piece)
        if wide > _COMPACT**2 * thin:
            continue
        diameter = (64 * max(thin, 0.0) / math.pi) ** 0.25
        if diameter < limit_mm:
            necks.append(Neck(owner[node], piece, centre, diameter, float(carried[node])))
    return necks


def _pieces(slabs: Sequence[Slab]) -> tuple[list[Shape], list[int]]:
    pieces, owner = [], []
    for layer, slab in enumerate(slabs):
        for piece in slab.section.shape.decompose():
            if piece.area() >= _LEAST_MM2:
                pieces.append(piece)
                owner.append(layer)
    return pieces, owner


def _links(pieces: list[Shape], owner: list[int], slabs: Sequence[Slab]) -> list[list[int]]:
    """Pieces of neighbouring layers over each other; those that lean far are looked for a step aside."""
    links: list[list[int]] = [[] for _ in pieces]
    boxes = np.array([piece.bounds() for piece in pieces])
    layers = np.array(owner)
    first = np.searchsorted(layers, np.arange(len(slabs) + 1))
    for layer in range(1, len(slabs)):
        lower, upper = range(first[layer - 1], first[layer]), range(first[layer], first[layer + 1])
        step = slabs[layer].section.z_mm - slabs[layer - 1].section.z_mm
        met = _meeting(pieces, boxes, upper, lower, 0.0)
        seen = {node for pair in met for node in pair}
        alone = [node for node in (*upper, *lower) if node not in seen]
        met += _meeting(pieces, boxes, [n for n in alone if n in upper], lower, step)
        met += _meeting(pieces, boxes, [n for n in alone if n in lower], upper, step)
        for a, b in met:
            links[a].append(b)
            links[b].append(a)
    return links


def _meeting(
    pieces: list[Shape],
    boxes: NDArray[np.float64],
    some: Sequence[int],
    others: Sequence[int],
    aside_mm: float,
) -> list[tuple[int, int]]:
    """Pairs of pieces that share an area, one of them grown."""
    pairs = []
    for node in some:
        grown = pieces[node].offset(aside_mm) if aside_mm else pieces[node]
        box = boxes[node] + (-aside_mm, -aside_mm, aside_mm, aside_mm)
        for other in others:
            apart = boxes[other]
            if apart[0] > box[2] or apart[2] < box[0] or apart[1] > box[3] or apart[3] < box[1]:
                continue
            if (grown ^ pieces[other]).area() > 1e-4:
                pairs.append((node, other))
    return pairs


def _carried(links: list[list[int]], on_bed: Sequence[bool], volumes: Sequence[float]) -> NDArray[np.float64]:
    """Volume that loses its way to the bed without each piece: articulation points, found depth first."""
    bed = len(links)
    ways = [[*onward, bed] if held else onward for onward, held in zip(links, on_bed, strict=True)]
    ways.append([node for node, held in enumerate(on_bed) if held])
    order, low = [-1] * (bed + 1), [-1] * (bed + 1)
    beyond = [*volumes, 0.0]
    carried = np.zeros(bed)
    order[bed] = low[bed] = clock = 0
    path = [(bed, -1, iter(ways[bed]))]
    while path:
        node, parent, onward = path[-1]
        following = next(onward, None)
        if following is None:
            path.pop()
            if parent >= 0:
                low[parent] = min(low[parent], low[node])
                beyond[parent] += beyond[node]
                if parent != bed and low[node] >= order[parent]:
                    carried[parent] += beyond[node]
        elif order[following] < 0:
            clock += 1
            order[following] = low[following] = clock
            path.append((following, node, iter(ways[following])))
        elif following != parent:
            low[node] = min(low[node], order[following])
    return carried


def _moments(piece: Shape) -> tuple[tuple[float, float], float, float]:
    """Centre of an area in mm, and its smaller and larger second moment in mm⁴."""
    sums = np.zeros(6)
    for ring in piece.to_polygons():
        x, y = ring[:, 0], ring[:, 1]
        u, v = np.roll(x, -1), np.roll(y, -1)
        cross = x * v - u * y
        sums += (
            cross.sum() / 2,
            ((x + u) * cross).sum() / 6,
            ((y + v) * cross).sum() / 6,
            ((x * x + x * u + u * u) * cross).sum() / 12,
            ((y * y + y * v + v * v) * cross).sum() / 12,
            ((x * v + 2 * x * y + 2 * u * v + u * y) * cross).sum() / 24,
        )
    area = sums[0]
    cx, cy = sums[1] / area, sums[2] / area
    xx, yy, xy = sums[3] - area * cx * cx, sums[4] - area * cy * cy, sums[5] - area * cx * cy
    middle, spread = (xx + yy) / 2, math.hypot((xx - yy) / 2, xy)
    return (float(cx), float(cy)), float(middle - spread), float(middle + spread)
