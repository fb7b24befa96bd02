"""What is printed around the model on the first layer: skirt and brim."""

from __future__ import annotations

import manifold3d
import numpy as np

from memoreez_desktop.core.profiles import SliceSettings
from memoreez_desktop.slicing.builtin.flow import Flow
from memoreez_desktop.slicing.builtin.regions import EMPTY, Region, flat_rings
from memoreez_desktop.slicing.compiled import Floats

ROUND_SEGMENTS = 48
LEAST_SKIRT_DISTANCE_MM = 1.0
# A brim comes by itself with less contact than this, or below what is this much higher than it is wide.
SMALL_CONTACT_MM2 = 100.0
TALL_RATIO = 6.0
OWN_BRIM_MM = 5.0
LEAST_BRIM_MM = 2.0


def brim_width_mm(section: Region, height_mm: float, settings: SliceSettings) -> float:
    """Return the width of the brim: as asked for, or what little contact with the bed needs.

    Parameters
    ----------
    section : Region
        The first layer.
    height_mm : float
        Of the whole print.
    """
    quality, printer = settings.quality, settings.printer
    if quality.brim_type == "no_brim" or section.is_empty():
        return 0.0
    if quality.brim_width_mm > 0.0 or quality.brim_type != "auto":
        return quality.brim_width_mm
    low_x, low_y, high_x, high_y = section.bounds()
    foot_mm = min(high_x - low_x, high_y - low_y)
    if section.area() >= SMALL_CONTACT_MM2 and height_mm <= TALL_RATIO * foot_mm:
        return 0.0
    room_mm = min(printer.bed_x_mm / 2 - max(high_x, -low_x), printer.bed_y_mm / 2 - max(high_y, -low_y))
    width_mm = min(OWN_BRIM_MM, room_mm)
    return width_mm if width_mm >= LEAST_BRIM_MM else 0.0


def brim_area(section: Region, width_mm: float, flow: Flow) -> Region:
    """Return all that a brim covers, the model included."""
    if width_mm <= 0.0:
        return EMPTY
    return _without_holes(section).offset(
        width_mm + flow.width_mm / 2, manifold3d.JoinType.Round, 2.0, ROUND_SEGMENTS
    )


def brim_loops(section: Region, width_mm: float, flow: Flow) -> list[Region]:
    """Draw outlines around the first layer, outermost first so that they end at the model."""
    outline = _without_holes(section)
    count = int(width_mm / flow.spacing_mm + 0.5)
    return [
        outline.offset((k + 0.5) * flow.spacing_mm, manifold3d.JoinType.Round, 2.0, ROUND_SEGMENTS)
        for k in range(count - 1, -1, -1)
    ]


def skirt_loops(
    section: Region, settings: SliceSettings, flow: Flow, beside: Floats | None = None
) -> list[Region]:
    """Draw loops around everything, outermost first; they prime the nozzle.

    ``beside`` are points (n, 2) of what else is printed on the bed.

    The skirt comes nearer when the bed ends, and is left out when there is no room for it at all.
    """
    quality, printer = settings.quality, settings.printer
    points, _ = flat_rings(section)
    if beside is not None:
        points = np.concatenate([points, beside])
    if not quality.skirts or not len(points):
        return []
    hull = Region.hull_points(points)
    low, high = points.min(axis=0), points.max(axis=0)
    # The model stands in the middle of the bed, so what is free beside it is the same on both sides.
    reach = np.maximum(-low, high)
    bed = np.array([printer.bed_x_mm, printer.bed_y_mm]) / 2
    band_mm = (quality.skirts - 1) * flow.spacing_mm + flow.width_mm / 2
    room_mm = float((bed - reach).min()) - band_mm
    brim_mm = quality.brim_width_mm
    wanted_mm = max(quality.skirt_distance_mm, LEAST_SKIRT_DISTANCE_MM) + brim_mm
    distance_mm = min(wanted_mm, room_mm)
    if distance_mm < LEAST_SKIRT_DISTANCE_MM + brim_mm:
        return []
    return [
        hull.offset(distance_mm + k * flow.spacing_mm, manifold3d.JoinType.Round, 2.0, ROUND_SEGMENTS)
        for k in range(quality.skirts - 1, -1, -1)
    ]


def _without_holes(section: Region) -> Region:
    outer = [
        ring for ring in section.to_polygons() if Region([ring], manifold3d.FillRule.Positive).area() > 0
    ]
    return Region(outer, manifold3d.FillRule.Positive) if outer else EMPTY
