"""Perimeters: the outline of a layer, drawn a few times inwards."""

from __future__ import annotations

from dataclasses import dataclass

from memoreez_desktop.slicing.builtin.flow import LayerFlows
from memoreez_desktop.slicing.builtin.narrow_kernels import is_narrow
from memoreez_desktop.slicing.builtin.regions import Region, flat_rings, grow

# A loop may come this close to its own other side, as a share of the spacing on each side of the middle line,
# before the place is left to one thin line: at 0.4 nothing is filled more than a tenth too full.
SQUEEZE = 0.4
THIN_CLEARANCE_MM = 0.05


@dataclass(frozen=True, eq=False)
class ThinPlace:
    """A place too narrow for a loop; ``free`` when nothing stands beside it (a thin wall)."""

    region: Region
    free: bool


@dataclass(frozen=True, eq=False)
class Walls:
    """Perimeters of one layer.

    Attributes
    ----------
    loops : tuple of Region
        Centre lines, outermost first.
    inside : Region
        What is left for infill, up to the edge of the innermost perimeter.
    thin : tuple of ThinPlace
    """

    loops: tuple[Region, ...]
    inside: Region
    thin: tuple[ThinPlace, ...]


def walls_of(section: Region, flows: LayerFlows, perimeters: int) -> Walls:
    """Draw the perimeters of one section.

    Where nothing is narrow, each perimeter is one offset of the one before. Else the region is opened first,
    so that no loop doubles itself, and what the opening drops becomes a thin place.
    """
    loops: list[Region] = []
    thin: list[ThinPlace] = []
    line = section
    behind_mm = 0.0
    for index in range(perimeters):
        flow = flows.inner if index else flows.outer
        # From the edge of the plastic to the centre line: outside half a width, inside half a spacing.
        lead_mm = flow.spacing_mm / 2 if index else flow.width_mm / 2
        squeeze_mm = SQUEEZE * flow.spacing_mm
        step_mm = behind_mm + lead_mm
        if is_narrow(*flat_rings(line), 2 * (step_mm + squeeze_mm)):
            region = grow(line, -behind_mm)
            line = grow(grow(region, -(lead_mm + squeeze_mm)), squeeze_mm)
            rest = region - grow(line, lead_mm + THIN_CLEARANCE_MM)
            if not rest.is_empty():
                thin.append(ThinPlace(rest, free=index == 0))
        else:
            line = grow(line, -step_mm)
        behind_mm = flow.spacing_mm / 2
        if line.is_empty():
            return Walls(tuple(loops), line, tuple(thin))
        loops.append(line)
    return Walls(tuple(loops), grow(line, -behind_mm), tuple(thin))
