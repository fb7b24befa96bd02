"""What is printed around the model on the first layer: skirt and brim."""

from __future__ import annotations

import manifold3d
import numpy as np

from memoreez_desktop.core.profiles import SliceSettings
from memoreez_desktop.slicing.builtin.flow import Flow
from memoreez_desktop.slicing.builtin.regions import EMPTY, Region, flat_rings

ROUND_SEGMENTS = 48
LEAST_SKIRT_DISTANCE_MM = 1.0


def brim_loops(section: Region, width_mm: float, flow: Flow) -> list[Region]:
    """Draw outlines around the first layer, outermost first so that they end at the model."""
    outline = _without_holes(section)
    count = int(width_mm / flow.spacing_mm + 0.5)
    return [
        outline.offset((k + 0.5) * flow.spacing_mm, manifold3d.JoinType.Round, 2.0, ROUND_SEGMENTS)
        for k in range(count - 1, -1, -1)
    ]


def skirt_loops(section: Region, settings: SliceSettings, flow: Flow) -> list[Region]:
    """Draw loops around everything, outermost first; they prime the nozzle.

    The skirt comes nearer when the bed ends, and is left out when there is no room for it at all.
    """
    quality, printer = settings.quality, settings.printer
    points, _ = flat_rings(section)
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
