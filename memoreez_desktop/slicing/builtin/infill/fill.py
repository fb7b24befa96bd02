"""The fill of one layer as chains of points."""

from __future__ import annotations

from dataclasses import dataclass

from memoreez_desktop.core.profiles import FillPattern
from memoreez_desktop.slicing.builtin.flow import Flow
from memoreez_desktop.slicing.builtin.infill.concentric import ring_chains
from memoreez_desktop.slicing.builtin.infill.fill_kernels import spaced_lines, touching_lines
from memoreez_desktop.slicing.builtin.infill.patterns import (
    DIAGONAL,
    GYROID_LENGTH,
    WAVE_CHORD_MM,
    families_of,
    gyroid_period_mm,
    wave_samples,
)
from memoreez_desktop.slicing.builtin.infill.wave_kernels import spaced_waves
from memoreez_desktop.slicing.builtin.plane.regions import Area, as_region, flat_rings
from memoreez_desktop.slicing.compiled import Floats, Ints

SHORTEST_SOLID_MM = 0.15
SHORTEST_SPARSE_MM = 0.8
# Ends of sparse lines are joined along the outline over this many line distances at most.
SPARSE_REACH = 1.5

Chains = tuple[Floats, Ints]


@dataclass(frozen=True, eq=False)
class SparseFill:
    """Open lines, and the plastic they take per mm."""

    points: Floats
    offsets: Ints
    area_mm2: float


def solid_chains(region: Area, flow: Flow, angle: float) -> Chains:
    """Fill with touching lines in monotonic order; chains must be printed in the order given."""
    spacing = flow.spacing_mm
    return touching_lines(*flat_rings(region), angle, spacing, 0.0, 2.5 * spacing, SHORTEST_SOLID_MM)


def sparse_fill(
    region: Area,
    height_mm: float,
    spacing_mm: float,
    density_ratio: float,
    pattern: FillPattern,
    index: int,
    top_mm: float,
) -> SparseFill | None:
    """Fill with spaced lines that take ``density_ratio`` of the plastic of solid ones.

    The lines lie where the pattern has them in the space of the printer, so that they stand on those of the
    layer below: ``index`` and ``top_mm`` are number and height of the layer.

    Parameters
    ----------
    height_mm, spacing_mm : float
        Of this layer; and how far apart touching lines are, the same for all layers of a print.
    """
    if density_ratio <= 0.0 or region.is_empty():
        return None
    line_mm = spacing_mm / density_ratio
    area_mm2 = height_mm * spacing_mm
    if pattern == "concentric":
        return SparseFill(*ring_chains(as_region(region), line_mm, spacing_mm), area_mm2)
    points, rings = flat_rings(region)
    reach = SPARSE_REACH * line_mm
    if pattern == "gyroid":
        period = gyroid_period_mm(line_mm)
        samples = wave_samples(period)
        chains, offsets, length = spaced_waves(
            points, rings, DIAGONAL, period, top_mm, samples, WAVE_CHORD_MM, reach, SHORTEST_SPARSE_MM
        )
        # Its waves are longer at some heights than at others: thinner beads make up for it.
        return SparseFill(chains, offsets, area_mm2 * GYROID_LENGTH / length)
    lines = families_of(pattern, line_mm, index, top_mm)
    chains, offsets = spaced_lines(
        points, rings, lines.angles, lines.pitch_mm, lines.phases, reach, SHORTEST_SPARSE_MM
    )
    return SparseFill(chains, offsets, area_mm2)
