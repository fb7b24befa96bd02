"""The fill of layers as chains of points."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from memoreez_desktop.core.profiles import FillPattern
from memoreez_desktop.slicing.builtin.flow import Flow
from memoreez_desktop.slicing.builtin.infill.concentric import ring_chains
from memoreez_desktop.slicing.builtin.infill.fill_kernels import touching_lines
from memoreez_desktop.slicing.builtin.infill.fill_layer_kernels import (
    spaced_layers,
    touching_layers,
    wave_layers,
)
from memoreez_desktop.slicing.builtin.infill.patterns import (
    DIAGONAL,
    GYROID_LENGTH,
    WAVE_CHORD_MM,
    families_of,
    gyroid_period_mm,
    layer_angle,
    wave_samples,
)
from memoreez_desktop.slicing.builtin.plane.regions import Area, flat_rings
from memoreez_desktop.slicing.builtin.plane.ring_stack import RingStack
from memoreez_desktop.slicing.compiled import Floats, Ints

SHORTEST_SOLID_MM = 0.15
SHORTEST_SPARSE_MM = 0.8
# Ends of sparse lines are joined along the outline over this many line distances at most.
SPARSE_REACH = 1.5
# Those of solid ones, over this many.
SOLID_REACH = 2.5

Chains = tuple[Floats, Ints]
# Points, offsets of chains, and the first chain of each layer.
LayerChains = tuple[Floats, Ints, Ints]


@dataclass(frozen=True, eq=False)
class SparseFill:
    """Open lines of every layer, and the plastic they take per mm in each."""

    points: Floats
    offsets: Ints
    layers: Ints
    area_mm2: Floats


def solid_chains(region: Area, flow: Flow, angle: float) -> Chains:
    """Fill with touching lines in monotonic order; chains must be printed in the order given."""
    spacing = flow.spacing_mm
    return touching_lines(*flat_rings(region), angle, spacing, 0.0, SOLID_REACH * spacing, SHORTEST_SOLID_MM)


def solid_layers(areas: RingStack, spacing_mm: Floats) -> LayerChains:
    """Fill all layers from the lowest up as ``solid_chains`` does one, to and fro between the diagonals."""
    angles = np.array([layer_angle(i) for i in range(len(areas))])
    return touching_layers(
        areas.points, areas.rings, areas.layers, angles, spacing_mm, SOLID_REACH, SHORTEST_SOLID_MM
    )


def sparse_layers(
    areas: RingStack,
    height_mm: Floats,
    spacing_mm: float,
    density_ratio: float,
    pattern: FillPattern,
    index: Ints,
    top_mm: Floats,
) -> SparseFill:
    """Fill with spaced lines that take ``density_ratio`` of the plastic of solid ones.

    The lines lie where the pattern has them in the space of the printer, so that they stand on those of the
    layer below: ``index`` and ``top_mm`` are number and height of each layer.

    Parameters
    ----------
    height_mm, spacing_mm : (l,) float64, float
        Of each layer; and how far apart touching lines are, the same for all layers of a print.
    """
    area_mm2 = height_mm * spacing_mm
    if density_ratio <= 0.0:
        return SparseFill(
            np.empty((0, 2)), np.zeros(1, np.int64), np.zeros(len(areas) + 1, np.int64), area_mm2
        )
    line_mm = spacing_mm / density_ratio
    rings = (areas.points, areas.rings, areas.layers)
    if pattern == "concentric":
        return SparseFill(*_concentric(areas, line_mm, spacing_mm), area_mm2)
    reach = SPARSE_REACH * line_mm
    if pattern == "gyroid":
        period = gyroid_period_mm(line_mm)
        points, offsets, layers, length = wave_layers(
            *rings, DIAGONAL, period, top_mm, wave_samples(period), WAVE_CHORD_MM, reach, SHORTEST_SPARSE_MM
        )
        # Its waves are longer at some heights than at others: thinner beads make up for it.
        return SparseFill(points, offsets, layers, area_mm2 * GYROID_LENGTH / length)
    lines = [
        families_of(pattern, line_mm, i, z) for i, z in zip(index.tolist(), top_mm.tolist(), strict=True)
    ]
    angles, phases = np.array([line.angles for line in lines]), np.array([line.phases for line in lines])
    chains = spaced_layers(*rings, angles, lines[0].pitch_mm, phases, reach, SHORTEST_SPARSE_MM)
    return SparseFill(*chains, area_mm2)


def sparse_fill(
    region: Area,
    height_mm: float,
    spacing_mm: float,
    density_ratio: float,
    pattern: FillPattern,
    index: int,
    top_mm: float,
) -> SparseFill | None:
    """Fill one layer as ``sparse_layers`` does; None where nothing is to be filled."""
    if density_ratio <= 0.0 or region.is_empty():
        return None
    layer = np.array([height_mm]), spacing_mm, density_ratio, pattern, np.array([index]), np.array([top_mm])
    return sparse_layers(RingStack.of([region]), *layer)


def _concentric(areas: RingStack, line_mm: float, spacing_mm: float) -> LayerChains:
    drawn = [ring_chains(areas.region_of(i), line_mm, spacing_mm) for i in range(len(areas))]
    starts = np.cumsum([0, *(len(points) for points, _ in drawn)])
    offsets = [offsets[1:] + start for (_, offsets), start in zip(drawn, starts, strict=False)]
    counts = np.cumsum([0, *(len(part) for part in offsets)])
    points = np.concatenate([points for points, _ in drawn])
    return points, np.concatenate([starts[:1], *offsets]), counts
