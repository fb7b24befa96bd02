"""Rough time and weight of a print from volume and surface alone, for the concept cards.

The slicer gives the exact figures; this takes microseconds and is meant to be right within a third.

Notes
-----
Plastic: the shell is a skin over the whole surface; where a model is thin, skins of both sides meet, so
the shell's volume saturates: ``V (1 - exp(-A t / V))`` with skin ``t``. The rest is filled to the infill
ratio.
Time: each share at its own flow (width x height x speed, capped by the hot end), slowed by corners
(``_CORNER_RATIO``), plus travel and settling for every layer.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.profiles import QualityProfile, SliceSettings

# Measured against the embedded slicer on the shipped products, see tests/services/test_estimate.py.
_CORNER_RATIO = 0.72
_LAYER_S = 2.0


@dataclass(frozen=True)
class RoughPrint:
    """What a print roughly amounts to."""

    time_s: float
    filament_g: float


def surface_mm2(mesh: MeshModel) -> float:
    """Return the area of all faces."""
    corners = [mesh.vertices[mesh.faces[:, k]].astype(np.float64) for k in range(3)]
    cross = np.cross(corners[1] - corners[0], corners[2] - corners[0])
    return float(np.sqrt(np.einsum("ij,ij->i", cross, cross)).sum() / 2.0)


def rough_print(mesh: MeshModel, settings: SliceSettings) -> RoughPrint:
    """Estimate time and weight of a closed mesh standing as it is printed."""
    volume_mm3 = max(mesh.volume_mm3, 1e-6)
    quality = settings.quality
    skin_mm = _skin_mm(quality)
    shell_mm3 = volume_mm3 * (1.0 - math.exp(-surface_mm2(mesh) * skin_mm / volume_mm3))
    sparse_mm3 = (volume_mm3 - shell_mm3) * quality.fill_density_ratio
    layers = max(1.0, mesh.extents_mm[2] / quality.layer_height_mm)
    shell_flow, sparse_flow = _flows_mm3_s(settings)
    moving_s = shell_mm3 / shell_flow + sparse_mm3 / sparse_flow
    time_s = moving_s / _CORNER_RATIO + layers * _LAYER_S
    # Small layers are slowed down until the one below has cooled.
    time_s = max(time_s, layers * settings.material.slowdown_below_layer_time_s)
    grams = (shell_mm3 + sparse_mm3) / 1000.0 * settings.material.density_g_cm3
    return RoughPrint(time_s, grams)


def _skin_mm(quality: QualityProfile) -> float:
    """Mean of the walls' thickness and that of top and bottom, walls counting twice."""
    walls = quality.perimeters * quality.extrusion_width_mm
    solid = (quality.top_solid_layers + quality.bottom_solid_layers) / 2.0 * quality.layer_height_mm
    return (2.0 * walls + solid) / 3.0


def _flows_mm3_s(settings: SliceSettings) -> tuple[float, float]:
    quality = settings.quality
    line_mm2 = quality.extrusion_width_mm * quality.layer_height_mm
    cap = min(settings.material.max_volumetric_mm3_s, settings.printer.max_volumetric_mm3_s)
    outside, inside = quality.external_perimeter_speed_mm_s, quality.perimeter_speed_mm_s
    rest = max(quality.perimeters - 1, 0)
    walls = (1 + rest) / (1.0 / outside + rest / inside)
    shell_speed = 2.0 / (1.0 / walls + 1.0 / quality.solid_infill_speed_mm_s)
    return min(shell_speed * line_mm2, cap), min(quality.infill_speed_mm_s * line_mm2, cap)
