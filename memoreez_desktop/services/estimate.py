"""Rough time and weight of a print from the areas of its layers, for the concept cards.

The slicer gives the exact figures; this takes milliseconds and is meant to be right within a quarter.

Notes
-----
Every layer's plastic is shared out among kinds of lines: perimeters along its outlines, solid lines where
a skin is near, a light filling elsewhere. Each kind takes its length over its speed, and for every stretch
of fill the time to speed up and slow down: a region of area A and outline P is crossed by lines of pi A / P
in the mean (Cauchy). ``_FACTORS`` were fitted to the embedded slicer's results for every product by
``build/fit_estimate.py``, which prints how near they come.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.profiles import SliceSettings
from memoreez_desktop.geometry.height_profile import HeightProfile, height_profile

F64 = NDArray[np.float64]

_FACTORS = {
    "outer": 1.52,
    "inner": 1.11,
    "solid": 1.15,
    "sparse": 0.37,
    "top": 3.15,
    "solid_turns": 1.36,
    "support": 0.2,
}
_SUPPORT_PLASTIC = 0.03
_MORE_PLASTIC = 1.033
_START_S = 10.0
# Where the fill is no wider than this, it is mostly solid: crumbs of sparse fill hold nothing.
_SOLID_CHORD_MM = 1.0


@dataclass(frozen=True)
class RoughPrint:
    """What a print roughly amounts to."""

    time_s: float
    filament_g: float


@dataclass(frozen=True, eq=False)
class LayerWork:
    """Seconds of each kind of line before the factors, (n,) float64 a layer, and the plastic in mm³."""

    seconds: dict[str, F64]
    plastic_mm3: float


def rough_print(mesh: MeshModel, settings: SliceSettings) -> RoughPrint:
    """Estimate time and weight of a closed mesh standing as it is printed."""
    work = layer_work(mesh, settings)
    layers = sum(_FACTORS[kind] * seconds for kind, seconds in work.seconds.items())
    # Small layers are slowed down until the one below has cooled.
    slowed = np.maximum(layers, settings.material.slowdown_below_layer_time_s)
    grams = work.plastic_mm3 * _MORE_PLASTIC / 1000.0 * settings.material.density_g_cm3
    return RoughPrint(_START_S + float(slowed.sum()), grams)


def layer_work(mesh: MeshModel, settings: SliceSettings) -> LayerWork:
    """Share every layer out among the kinds of lines."""
    quality = settings.quality
    height, width = quality.layer_height_mm, quality.extrusion_width_mm
    # Neighbouring lines overlap by what their round edges leave open.
    spacing = width - height * (1 - math.pi / 4)
    profile = height_profile(mesh, height)
    area, outline = profile.area_mm2, profile.outline_mm
    wall_width = width + (quality.perimeters - 1) * spacing
    walls = _at_most(outline * wall_width, area, 3.0)
    rest = np.maximum(area - walls, 0.0)
    chord = np.pi * np.maximum(rest, 1e-6) / np.maximum(outline, 1e-6)
    dense = rest * _solid_share(profile, settings, chord)
    top = np.minimum(profile.up_mm2, dense)
    solid, sparse = dense - top, (rest - dense) * quality.fill_density_ratio
    supports, support_mm3 = _supports(mesh, settings, profile.layers)
    cap = min(settings.material.max_volumetric_mm3_s, settings.printer.max_volumetric_mm3_s) / (
        spacing * height
    )
    outer_speed = min(quality.external_perimeter_speed_mm_s, cap)
    inner_speed = min(quality.perimeter_speed_mm_s, cap)
    solid_speed = min(quality.solid_infill_speed_mm_s, cap)
    sparse_speed = min(quality.infill_speed_mm_s, cap)
    top_speed = min(quality.top_solid_infill_speed_mm_s, cap)
    acceleration = settings.printer.acceleration_mm_s2
    fast = (solid * solid_speed + top * top_speed) / spacing
    seconds = {
        "outer": walls / wall_width / outer_speed,
        "inner": walls * (1 - width / wall_width) / spacing / inner_speed,
        "solid": solid / spacing / solid_speed,
        "sparse": sparse / spacing / sparse_speed,
        "top": top / spacing / top_speed,
        "solid_turns": fast / np.maximum(chord, 1.0) / acceleration,
        "support": supports,
    }
    plastic = float((walls + dense + sparse).sum()) * height + support_mm3 * _SUPPORT_PLASTIC
    return LayerWork(seconds, plastic)


def _solid_share(profile: HeightProfile, settings: SliceSettings, chord_mm: F64) -> F64:
    """How much of each layer's inside is solid: near skins, and where it is too narrow for a pattern."""
    quality = settings.quality
    if quality.fill_density_ratio >= 1.0:
        return np.ones(profile.layers)
    above = max(
        quality.top_solid_layers, math.ceil(quality.top_solid_min_thickness_mm / profile.layer_mm - 1e-6)
    )
    below = max(
        quality.bottom_solid_layers,
        math.ceil(quality.bottom_solid_min_thickness_mm / profile.layer_mm - 1e-6),
    )
    skins = _next_layers(profile.up_mm2, above) + _next_layers(profile.down_mm2[::-1], below)[::-1]
    near_skin = _at_most(skins / np.maximum(profile.area_mm2, 1e-6), np.ones(profile.layers), 12.0)
    return 1.0 - (1.0 - near_skin) * np.exp(-_SOLID_CHORD_MM / chord_mm)


def _next_layers(values: F64, count: int) -> F64:
    """Add up each layer's value and those of the following ``count - 1``."""
    sums = np.concatenate([[0.0], np.cumsum(values)])
    first = np.arange(len(values))
    return np.asarray(sums[np.minimum(first + count, len(values))] - sums[first])


def _at_most(values: F64, limits: F64, sharpness: float) -> F64:
    """Approach a limit smoothly: parts of a layer reach it while others have room."""
    a, b = np.maximum(values, 1e-9), np.maximum(limits, 1e-9)
    return np.asarray((a**-sharpness + b**-sharpness) ** (-1 / sharpness))


def _supports(mesh: MeshModel, settings: SliceSettings, layers: int) -> tuple[F64, float]:
    """Seconds a layer and mm³ of columns under everything that hangs over, as if they were filled solid."""
    quality = settings.quality
    none = np.zeros(layers)
    if quality.supports == "off":
        return none, 0.0
    corners = [mesh.vertices[mesh.faces[:, k]].astype(np.float64) for k in range(3)]
    doubled = np.cross(corners[1] - corners[0], corners[2] - corners[0])
    steep = -math.cos(math.radians(quality.support_material_threshold_deg))
    middle_mm = (corners[0] + corners[1] + corners[2])[:, 2] / 3
    hanging = doubled[:, 2] < steep * np.linalg.norm(doubled, axis=1)
    hanging &= middle_mm > 2 * quality.layer_height_mm
    volume = float((-doubled[hanging, 2] / 2 * middle_mm[hanging]).sum())
    line_mm2 = quality.extrusion_width_mm * quality.layer_height_mm
    whole_s = volume / line_mm2 / quality.support_material_speed_mm_s
    return np.full(layers, whole_s / layers), volume
