"""Layer heights that follow the surface: thin where it leans, thick where it is upright.

A layer of height h leaves steps of h·n on a surface whose normal points up by n (its cusp height). The
heights keep these steps equal. Source: Dolenc and Mäkelä, "Slicing procedures for layered manufacturing
techniques", 1994.
"""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np

from memoreez_desktop.core.profiles import PrinterProfile, QualityProfile
from memoreez_desktop.slicing.builtin.cutting.adaptive_kernels import eased, slopes_by_height
from memoreez_desktop.slicing.builtin.cutting.layers import LayerStack, layer_stack
from memoreez_desktop.slicing.compiled import Floats, Ints

SLAB_MM = 0.05
# Where the surface leans as much as this, layers have their standard height: a ball then gets nearly as many
# layers as with equal ones.
STANDARD_LEAN = 0.6
# From one layer to the next: more would show as a band, and the flow would jump.
MOST_CHANGE_MM = 0.04
# No bead is drawn well that is higher than this share of the nozzle.
MOST_NOZZLE_RATIO = 0.75
SMALLEST_FLAT_MM2 = 2.0


def adaptive_stack(
    vertices: Floats, faces: Ints, quality: QualityProfile, printer: PrinterProfile
) -> LayerStack:
    """Lay out layers between the two bounds of a quality.

    Flat tops and undersides of more than 2 mm² begin and end with a layer, unless they are nearer to each
    other than the lowest height.

    Parameters
    ----------
    vertices, faces : (n, 3), (m, 3)
        A mesh that stands on z = 0.
    """
    total_mm = float(vertices[:, 2].max())
    first_mm = quality.first_layer_height_mm
    least_mm, most_mm = height_bounds(quality, printer)
    if total_mm - first_mm < least_mm:
        return layer_stack(total_mm, first_mm, quality.layer_height_mm)
    count = max(2, math.ceil(total_mm / SLAB_MM))
    leaning, flat = slopes_by_height(vertices, faces, SLAB_MM, count)
    wanted = _wanted_heights(leaning, quality.layer_height_mm, least_mm, most_mm)
    stops = _stops(flat, first_mm, total_mm, least_mm)
    tops = [np.array([first_mm])]
    for low, high in pairwise(stops):
        tops.append(_divided(low, high, wanted, least_mm, most_mm))
    top_mm = np.concatenate(tops)
    height_mm = np.diff(top_mm, prepend=0.0)
    return LayerStack(top_mm, height_mm, top_mm - height_mm / 2)


def height_bounds(quality: QualityProfile, printer: PrinterProfile) -> tuple[float, float]:
    """Return the lowest and the highest layer."""
    most_mm = min(quality.max_layer_height_mm, MOST_NOZZLE_RATIO * printer.nozzle_mm)
    return min(quality.min_layer_height_mm, most_mm), most_mm


def _wanted_heights(leaning: Floats, standard_mm: float, least_mm: float, most_mm: float) -> Floats:
    """Return the height of a layer that lies at each slab."""
    # What leans counts as much as it leans, so that an upright wall does not hide the slope beside it.
    lean = leaning[:, 1] / np.maximum(leaning[:, 0], 1e-9)
    heights = STANDARD_LEAN * standard_mm / np.maximum(lean, 1e-6)
    return eased(np.clip(heights, least_mm, most_mm), SLAB_MM, 2 * MOST_CHANGE_MM)


def _stops(flat: Floats, first_mm: float, total_mm: float, least_mm: float) -> list[float]:
    """Return the heights at which a layer must end, largest flats chosen first."""
    levels, level_of = np.unique(np.round(flat[:, 0], 3), return_inverse=True)
    areas = np.bincount(level_of.reshape(-1), flat[:, 1], len(levels))
    stops = [first_mm, total_mm]
    for k in np.argsort(-areas, kind="stable"):
        level = float(levels[k])
        free = all(abs(level - stop) >= least_mm for stop in stops)
        if areas[k] >= SMALLEST_FLAT_MM2 and free and first_mm < level < total_mm:
            stops.append(level)
    return sorted(stops)


def _divided(low_mm: float, high_mm: float, wanted: Floats, least_mm: float, most_mm: float) -> Floats:
    """Divide what lies between two stops; return the tops of its layers."""
    z = np.linspace(low_mm, high_mm, max(2, math.ceil((high_mm - low_mm) / SLAB_MM) * 4))
    height = np.interp(z, (np.arange(len(wanted)) + 0.5) * SLAB_MM, wanted)
    passed = np.concatenate([[0.0], np.cumsum(np.diff(z) * 0.5 * (1 / height[1:] + 1 / height[:-1]))])
    for count in (math.ceil(passed[-1] - 1e-6), math.floor(passed[-1])):
        if count < 1:
            continue
        tops: Floats = np.interp(np.arange(1, count + 1) * (passed[-1] / count), passed, z)
        heights = np.diff(tops, prepend=low_mm)
        if heights.min() >= least_mm - 1e-6 and heights.max() <= most_mm + 1e-6:
            return tops
    count = math.ceil((high_mm - low_mm) / most_mm - 1e-6)
    return np.asarray(low_mm + (high_mm - low_mm) * np.arange(1, count + 1) / count)
