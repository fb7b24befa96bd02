"""Where a layer lies over air: what the layer below, grown by a slope, does not reach."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from memoreez_desktop.slicing.builtin.layers import LayerStack
from memoreez_desktop.slicing.builtin.regions import Region, flat_rings, grow
from memoreez_desktop.slicing.builtin.support_contact_kernels import hanging_spans
from memoreez_desktop.slicing.compiled import Flags, Floats, Ints

# Facets and simplified outlines leave hairs on steep walls. What is shrunk away here is first left over by
# growing that much less, so that the threshold stays where it was asked for.
HAIR_MM = 0.03
_SLOPE_MARGIN_DEG = 2.0
# Less than a short bead: tips begin to be printed where they are thicker.
_SMALLEST_PRINTED_MM2 = 0.5


@dataclass(frozen=True, eq=False)
class Contacts:
    """Pieces of layers that hang.

    Attributes
    ----------
    points : (n, 2) float64
    rings : (r + 1,) int64
        Where each ring begins.
    pieces : (p + 1,) int64
        The first ring of each piece.
    layer : (p,) int64
        Ascending.
    """

    points: Floats
    rings: Ints
    pieces: Ints
    layer: Ints

    def __len__(self) -> int:
        """Count the pieces."""
        return len(self.layer)


def hanging_layers(vertices: Floats, faces: Ints, stack: LayerStack, threshold_deg: float) -> Flags:
    """Tell in which layers anything can begin over air.

    A section grows faster than the threshold allows only where a surface flatter than it looks down, or
    where a body begins at a lowest point.

    Returns
    -------
    (layers,) bool
    """
    steepest = math.cos(math.radians(min(90.0, threshold_deg + _SLOPE_MARGIN_DEG)))
    spans = hanging_spans(vertices, faces, steepest)
    planes = stack.plane_mm
    first = np.searchsorted(planes, spans[:, 0], side="left")
    past = np.searchsorted(planes, spans[:, 1], side="right") + 1
    size = len(planes) + 2
    change = np.bincount(first, minlength=size) - np.bincount(past, minlength=size)
    return np.asarray(np.cumsum(change)[: len(planes)] > 0)


def printed_sections(sections: list[Region], hanging: Flags) -> tuple[list[Region], Flags]:
    """Leave out specks that are too small to be printed: what rests on one hangs, too.

    Returns
    -------
    The sections without them, and the layers in which something may begin over air.
    """
    kept, hangs = list(sections), hanging.copy()
    # Specks lie where something begins, and grow in the layers that follow.
    for i in range(len(sections)):
        if not hangs[i] or sections[i].num_contour() < 2 or not i:
            continue
        parts = sections[i].decompose()
        large = [part for part in parts if part.area() >= _SMALLEST_PRINTED_MM2]
        if len(large) < len(parts):
            kept[i] = Region.compose(large)
            hangs[i + 1 : i + 2] = True
    return kept, hangs


def find_contacts(
    sections: list[Region],
    hanging: Flags,
    stack: LayerStack,
    threshold_deg: float,
    tick: Callable[[float], None],
) -> Contacts:
    """Cut out of each layer what hangs over air."""
    slope = 1.0 / math.tan(math.radians(threshold_deg))
    points: list[Floats] = []
    rings, pieces, layers = [0], [0], []
    for i in np.flatnonzero(hanging[1:]) + 1:
        tick(i / len(sections))
        reach_mm = (stack.plane_mm[i] - stack.plane_mm[i - 1]) * slope
        air = sections[i] - grow(sections[i - 1], max(0.0, reach_mm - 2 * HAIR_MM))
        if air.is_empty():
            continue
        air = grow(air, -HAIR_MM)
        for piece in air.decompose():
            ring_points, offsets = flat_rings(piece)
            if len(offsets) < 2:
                continue
            points.append(ring_points)
            rings.extend((offsets[1:] + rings[-1]).tolist())
            pieces.append(len(rings) - 1)
            layers.append(i)
    return Contacts(
        np.concatenate(points) if points else np.empty((0, 2)),
        np.array(rings, np.int64),
        np.array(pieces, np.int64),
        np.array(layers, np.int64),
    )
