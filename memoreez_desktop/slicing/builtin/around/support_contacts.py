"""Where a layer lies over air: what the layer below, grown by a slope, does not reach."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from memoreez_desktop.slicing.builtin.around.support_contact_kernels import hanging_spans
from memoreez_desktop.slicing.builtin.cutting.layers import LayerStack
from memoreez_desktop.slicing.builtin.plane.booleans import divided
from memoreez_desktop.slicing.builtin.plane.offsets import grown
from memoreez_desktop.slicing.builtin.plane.regions import Area, Region, Rings
from memoreez_desktop.slicing.builtin.plane.ring_stack import RingStack
from memoreez_desktop.slicing.compiled import Flags, Floats, Ints

# Facets and simplified outlines leave hairs on steep walls. Pieces of this mean width are left out, and the
# layer below is grown by that much less, so that the threshold stays where it was asked for.
HAIR_MM = 0.03
_SLOPE_MARGIN_DEG = 2.0
# Outlines of layers may coincide where walls are upright: the one below is always grown a little.
_LEAST_REACH_MM = 0.002
# No outline is as large; areas that differ by less are of the same outline.
_MOST_MM2, _SAME_MM2 = 1e7, 1e-5
# Less than a short bead: tips begin to be printed where they are thicker.
_SMALLEST_PRINTED_MM2 = 0.7


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
    begins : (p,) bool
        Nothing of the layer below reaches it.
    """

    points: Floats
    rings: Ints
    pieces: Ints
    layer: Ints
    begins: Flags

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


def printed_sections(sections: RingStack, hanging: Flags) -> tuple[RingStack, Flags]:
    """Leave out specks that are too small to be printed: what rests on one hangs, too.

    Returns
    -------
    The sections without them, and the layers in which something may begin over air.
    """
    hangs = hanging.copy()
    owner = np.repeat(np.arange(len(sections)), np.diff(sections.layers))
    outers = np.bincount(owner[sections.ring_mm2 > 0.0], minlength=len(sections))
    # A ring round a hole may be a speck, too, however large it looks.
    doubtful = np.bincount(owner[sections.ring_mm2 < _SMALLEST_PRINTED_MM2], minlength=len(sections))
    kept: dict[int, Area] = {}
    # Specks lie where something begins, and grow in the layers that follow.
    for i in np.flatnonzero((outers > 1) & (doubtful > 0)).tolist():
        if not hangs[i] or not i:
            continue
        parts = sections.region_of(i).decompose()
        large = [part for part in parts if part.area() >= _SMALLEST_PRINTED_MM2]
        if len(large) < len(parts):
            kept[i] = Region.compose(large)
            hangs[i + 1 : i + 2] = True
    return sections.replaced(kept), hangs


def find_contacts(sections: RingStack, hanging: Flags, stack: LayerStack, threshold_deg: float) -> Contacts:
    """Cut out of each layer what hangs over air."""
    layer = np.flatnonzero(hanging[1:]) + 1
    reach_mm = (stack.plane_mm[layer] - stack.plane_mm[layer - 1]) / math.tan(math.radians(threshold_deg))
    ground = RingStack.of([sections.rings_of(i - 1) for i in layer.tolist()])
    ground = grown(ground, np.maximum(_LEAST_REACH_MM, reach_mm - HAIR_MM))
    above = RingStack.of([sections.rings_of(i) for i in layer.tolist()])
    _, air = divided(above, ground, np.arange(len(layer)))
    return _pieces_of(air, above, layer)


def _pieces_of(air: RingStack, above: RingStack, layer: Ints) -> Contacts:
    """Tell the pieces apart: each ring is one by itself, except where there are holes. Hairs are left out."""
    sizes = [np.ones(count, np.int64) for count in np.diff(air.layers).tolist()]
    owner = np.repeat(np.arange(len(air)), np.diff(air.layers))
    whole: dict[int, Area] = {}
    for i in np.unique(owner[air.ring_mm2 < 0.0]).tolist():
        parts = [part.to_polygons() for part in air.region_of(i).decompose()]
        whole[i] = Rings.of([ring for part in parts for ring in part])
        sizes[i] = np.array([len(part) for part in parts], np.int64)
    air = air.replaced(whole)
    counts = np.concatenate([np.zeros(0, np.int64), *sizes])
    wide = _mean_width_mm(air, counts) >= HAIR_MM
    kept = np.repeat(wide, counts)
    lengths = np.diff(air.rings)
    return Contacts(
        np.ascontiguousarray(air.points[np.repeat(kept, lengths)]),
        _starts(lengths[kept]),
        _starts(counts[wide]),
        np.repeat(layer, [len(size) for size in sizes])[wide],
        (_are_uncut(air, above)[_starts(counts)[:-1]] & (counts == 1))[wide],
    )


def _are_uncut(air: RingStack, above: RingStack) -> Flags:
    """Tell which rings are what they were before the layer below was cut out: by their area."""
    if not len(above.ring_mm2) or not len(air.ring_mm2):
        return np.zeros(len(air.ring_mm2), np.bool_)
    was, now = (
        np.repeat(np.arange(len(stack)), np.diff(stack.layers)) * _MOST_MM2 + stack.ring_mm2
        for stack in (above, air)
    )
    was = np.sort(was)
    after = np.searchsorted(was, now)
    away = np.minimum(abs(was[np.minimum(after, len(was) - 1)] - now), abs(was[after - 1] - now))
    return np.asarray(away < _SAME_MM2)


def _mean_width_mm(air: RingStack, counts: Ints) -> Floats:
    """Return twice the area by the length of the border of each piece; ``counts`` are its rings."""
    if not len(counts):
        return np.empty(0)
    following = np.arange(1, len(air.points) + 1)
    following[air.rings[1:] - 1] = air.rings[:-1]
    step = air.points[following] - air.points
    lengths = np.add.reduceat(np.hypot(step[:, 0], step[:, 1]), air.rings[:-1])
    first = _starts(counts)[:-1]
    return np.asarray(2 * np.add.reduceat(air.ring_mm2, first) / np.add.reduceat(lengths, first))


def _starts(sizes: Ints) -> Ints:
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(sizes)])
