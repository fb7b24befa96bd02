"""What is printed around everything on the first layer: skirt and brim."""

from __future__ import annotations

import math
from dataclasses import dataclass

import manifold3d
import numpy as np

from memoreez_desktop.core.gcode import Role
from memoreez_desktop.core.profiles import SliceSettings
from memoreez_desktop.slicing.builtin.flow import Flow
from memoreez_desktop.slicing.builtin.paths import LayerPaths
from memoreez_desktop.slicing.builtin.plane.regions import (
    EMPTY,
    Region,
    Rings,
    flat_rings,
    region_of,
    ring_areas,
)
from memoreez_desktop.slicing.builtin.speeds import Speeds
from memoreez_desktop.slicing.compiled import Floats

ROUND_SEGMENTS = 48
LEAST_SKIRT_DISTANCE_MM = 1.0
# So much filament fills a nozzle that has dripped while it was heated: Prusa's profiles ask for 4 mm too.
LEAST_SKIRT_FILAMENT_MM = 4.0
MOST_SKIRTS = 10
# A brim comes by itself with less contact than this, or below what is this much higher than it is wide.
SMALL_CONTACT_MM2 = 100.0
TALL_RATIO = 6.0
OWN_BRIM_MM = 5.0
LEAST_BRIM_MM = 2.0
# The feet of supports get a brim where the model has one, but never more than this.
FOOT_BRIM_MM = 2.0
_FOOT_CLOSING_MM = 1.2
_FOOT_TOLERANCE_MM = 0.05
# A circle with the radius of the closing keeps that tolerance with so many corners.
_FOOT_SEGMENTS = 12


@dataclass(frozen=True, eq=False)
class Adhesion:
    """Loops of the first layer, in the order in which they are printed."""

    flow: Flow
    skirt: tuple[Region, ...] = ()
    brim: tuple[Region, ...] = ()

    def draw(self, paths: LayerPaths, speeds: Speeds) -> None:
        """Add the loops to the paths of the first layer."""
        area_mm2 = self.flow.area_mm2
        for role, loops in ((Role.SKIRT, self.skirt), (Role.BRIM, self.brim)):
            for loop in loops:
                paths.add_loops(loop, role, area_mm2, speeds.of(role, area_mm2))


def brim_width_mm(section: Region, height_mm: float, settings: SliceSettings) -> float:
    """Return the width of the brim: as asked for, or what little contact with the bed needs.

    Parameters
    ----------
    section : Region
        The first layer.
    height_mm : float
        Of the whole print.
    """
    quality = settings.quality
    if quality.brim_type == "no_brim" or section.is_empty():
        return 0.0
    if quality.brim_width_mm > 0.0 or quality.brim_type != "auto":
        return quality.brim_width_mm
    low_x, low_y, high_x, high_y = section.bounds()
    foot_mm = min(high_x - low_x, high_y - low_y)
    if section.area() >= SMALL_CONTACT_MM2 and height_mm <= TALL_RATIO * foot_mm:
        return 0.0
    printer = settings.printer
    room_mm = min(printer.bed_x_mm / 2 - max(high_x, -low_x), printer.bed_y_mm / 2 - max(high_y, -low_y))
    width_mm = min(OWN_BRIM_MM, room_mm)
    return width_mm if width_mm >= LEAST_BRIM_MM else 0.0


def brim_area(section: Region, width_mm: float, flow: Flow) -> Region:
    """Return all that a brim covers, the model included."""
    if width_mm <= 0.0:
        return EMPTY
    return _rounded(without_holes(section), width_mm + flow.width_mm / 2)


def plan_adhesion(
    section: Region, feet: Region, brim_mm: float, settings: SliceSettings, flow: Flow
) -> Adhesion:
    """Draw the brim around what stands on the bed, and the skirt around it all.

    Parameters
    ----------
    section : Region
        What of the model, or of its raft, touches the bed.
    feet : Region
        What of the supports does.
    brim_mm : float
        See :func:`brim_width_mm`.
    """
    brim = brim_loops(section, brim_mm, flow)
    if brim_mm > 0.0 and not feet.is_empty():
        brim += _foot_loops(
            feet, brim_area(section, brim_mm, flow), min(brim_mm, FOOT_BRIM_MM), settings, flow
        )
    places = [flat_rings(region)[0] for region in (section, feet, *brim)]
    return Adhesion(flow, tuple(skirt_loops(np.concatenate(places), settings, flow)), tuple(brim))


def brim_loops(section: Region, width_mm: float, flow: Flow) -> list[Region]:
    """Draw outlines around the first layer, outermost first so that they end at the model."""
    outline = without_holes(section)
    count = int(width_mm / flow.spacing_mm + 0.5)
    return [_rounded(outline, (k + 0.5) * flow.spacing_mm) for k in range(count - 1, -1, -1)]


def skirt_loops(printed: Floats, settings: SliceSettings, flow: Flow) -> list[Region]:
    """Draw loops around everything, outermost first; they fill the nozzle.

    ``printed`` are points (n, 2) of the outlines of all that lies on the bed.

    Notes
    -----
    A short skirt gets more loops, until it has taken enough filament. The skirt comes nearer when the bed
    ends, and is left out when there is no room for it at all.
    """
    quality, printer = settings.quality, settings.printer
    if not quality.skirts or not len(printed):
        return []
    hull = Region.hull_points(printed)
    (low, high) = printed.min(axis=0), printed.max(axis=0)
    # The model stands in the middle of the bed, so what is free beside it is the same on both sides.
    bed = np.array([printer.bed_x_mm, printer.bed_y_mm]) / 2
    room_mm = float((bed - np.maximum(-low, high)).min()) - flow.width_mm / 2
    wanted_mm = max(quality.skirt_distance_mm, LEAST_SKIRT_DISTANCE_MM)
    distance_mm = min(wanted_mm, room_mm - (quality.skirts - 1) * flow.spacing_mm)
    if distance_mm < LEAST_SKIRT_DISTANCE_MM:
        return []
    filament_mm2 = math.pi * printer.filament_diameter_mm**2 / 4
    missing_mm = LEAST_SKIRT_FILAMENT_MM * filament_mm2 / flow.area_mm2
    loops: list[Region] = []
    while len(loops) < quality.skirts or (missing_mm > 0.0 and len(loops) < MOST_SKIRTS):
        reach_mm = distance_mm + len(loops) * flow.spacing_mm
        if reach_mm > room_mm + 1e-9:
            break
        loops.append(_rounded(hull, reach_mm))
        ring = flat_rings(loops[-1])[0]
        missing_mm -= float(np.linalg.norm(np.roll(ring, -1, axis=0) - ring, axis=1).sum())
    return loops[::-1]


def bed_room(settings: SliceSettings) -> Region:
    """Return the bed, as far as the middle of a line may go."""
    printer = settings.printer
    free_mm = settings.quality.first_layer_extrusion_width_mm / 2
    return Region.square((printer.bed_x_mm - 2 * free_mm, printer.bed_y_mm - 2 * free_mm), True)


def without_holes(section: Region) -> Region:
    """Fill the holes of a region, and what stands in them."""
    points, offsets = flat_rings(section)
    is_outer = ring_areas(points, offsets) > 0.0
    rings = Rings(points, offsets).to_polygons()
    return region_of([ring for ring, outer in zip(rings, is_outer, strict=True) if outer])


def _foot_loops(
    feet: Region, taken: Region, width_mm: float, settings: SliceSettings, flow: Flow
) -> list[Region]:
    """Draw loops around feet, where neither the brim of the model nor the bed's end is in the way."""
    # Feet are drawn in cells; their corners are rounded off first, outwards.
    wide = _rounded(without_holes(feet), _FOOT_CLOSING_MM, _FOOT_SEGMENTS).simplify(_FOOT_TOLERANCE_MM)
    inner = _rounded(wide, -_FOOT_CLOSING_MM, _FOOT_SEGMENTS).simplify(_FOOT_TOLERANCE_MM)
    around = _rounded(inner, width_mm).simplify(_FOOT_TOLERANCE_MM)
    free = (around - inner - taken) ^ bed_room(settings)
    loops: list[Region] = []
    for k in range(int(width_mm / flow.spacing_mm) + 1):
        ring = free.offset(-(k + 0.5) * flow.spacing_mm, manifold3d.JoinType.Miter, 2.0)
        if ring.is_empty():
            break
        loops.append(ring)
    return loops


def _rounded(region: Region, distance_mm: float, segments: int = ROUND_SEGMENTS) -> Region:
    return region.offset(distance_mm, manifold3d.JoinType.Round, 2.0, segments)
