"""Rough time and weight of a print from volume and surface alone, for the concept cards.

The slicer gives the exact figures; this takes milliseconds and is meant to be right within a third.

Notes
-----
Surface: a face's share that stands upright becomes walls, the share that faces up or down becomes solid
layers. Where a model is thin the shells of both sides meet, so their volume saturates:
``V (1 - exp(-raw / V))``. The rest is filled to the infill ratio.
Time: length of line over its speed, times what corners, travel and order cost for that kind of line
(``_SLOWER``), plus a little for every layer. These factors were fitted to the embedded slicer's results for
the shipped products in three and four qualities: 0.76-1.33 of the true time, 0.83-1.07 of the true weight.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.profiles import SliceSettings

_SLOWER = {"outer": 1.6, "inner": 2.8, "solid": 1.7, "sparse": 0.6}
_LAYER_S = 3.0
_MORE_PLASTIC = 1.06


@dataclass(frozen=True)
class RoughPrint:
    """What a print roughly amounts to."""

    time_s: float
    filament_g: float


@dataclass(frozen=True)
class _Surface:
    """Areas in mm²: of the shadow on the walls, of what faces up, of what faces down."""

    upright: float
    up: float
    down: float


def rough_print(mesh: MeshModel, settings: SliceSettings) -> RoughPrint:
    """Estimate time and weight of a closed mesh standing as it is printed."""
    quality = settings.quality
    plastic = _plastic_mm3(mesh, settings)
    line_mm2 = quality.extrusion_width_mm * quality.layer_height_mm
    cap_mm_s = min(settings.material.max_volumetric_mm3_s, settings.printer.max_volumetric_mm3_s) / line_mm2
    speeds = {
        "outer": quality.external_perimeter_speed_mm_s,
        "inner": quality.perimeter_speed_mm_s,
        "solid": quality.solid_infill_speed_mm_s,
        "sparse": quality.infill_speed_mm_s,
    }
    layers = max(1.0, mesh.extents_mm[2] / quality.layer_height_mm)
    time_s = layers * _LAYER_S
    for kind, volume_mm3 in plastic.items():
        time_s += _SLOWER[kind] * volume_mm3 / line_mm2 / min(speeds[kind], cap_mm_s)
    # Small layers are slowed down until the one below has cooled.
    time_s = max(time_s, layers * settings.material.slowdown_below_layer_time_s)
    grams = sum(plastic.values()) / 1000.0 * settings.material.density_g_cm3
    return RoughPrint(time_s, grams * _MORE_PLASTIC)


def _plastic_mm3(mesh: MeshModel, settings: SliceSettings) -> dict[str, float]:
    """Share the volume out among the kinds of lines."""
    quality, surface = settings.quality, _surface(mesh)
    volume = max(mesh.volume_mm3, 1e-6)
    walls = surface.upright * quality.extrusion_width_mm * quality.perimeters
    skins = surface.up * quality.top_solid_layers + surface.down * quality.bottom_solid_layers
    skins *= quality.layer_height_mm
    raw = max(walls + skins, 1e-9)
    shell = volume * (1.0 - math.exp(-raw / volume))
    outer = shell * walls / raw / quality.perimeters
    inside = (volume - shell) * quality.fill_density_ratio
    solid_inside = quality.fill_density_ratio >= 1.0
    return {
        "outer": outer,
        "inner": shell * walls / raw - outer,
        "solid": shell * skins / raw + (inside if solid_inside else 0.0),
        "sparse": 0.0 if solid_inside else inside,
    }


def _surface(mesh: MeshModel) -> _Surface:
    corners = [mesh.vertices[mesh.faces[:, k]].astype(np.float64) for k in range(3)]
    normals = np.cross(corners[1] - corners[0], corners[2] - corners[0]) / 2.0
    upright = float(np.hypot(normals[:, 0], normals[:, 1]).sum())
    vertical = normals[:, 2]
    return _Surface(upright, float(vertical.clip(min=0.0).sum()), float(-vertical.clip(max=0.0).sum()))
