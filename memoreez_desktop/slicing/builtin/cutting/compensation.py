"""Sections drawn smaller or larger than the model, because plastic does not stay where it is put."""

from __future__ import annotations

import numpy as np

from memoreez_desktop.core.profiles import QualityProfile
from memoreez_desktop.slicing.builtin.cutting.layers import LayerStack
from memoreez_desktop.slicing.builtin.flow import layer_flows
from memoreez_desktop.slicing.builtin.plane.offsets import grown
from memoreez_desktop.slicing.builtin.plane.regions import Region, grow
from memoreez_desktop.slicing.builtin.plane.ring_stack import RingStack

# So high above the bed nothing is pressed wide any more.
FOOT_HEIGHT_MM = 0.6
_HAIR_MM = 0.01


def resized(sections: RingStack, quality: QualityProfile) -> RingStack:
    """Grow every section by the XY compensation, or shrink it: outlines and holes alike."""
    amount_mm = quality.xy_size_compensation_mm
    return grown(sections, np.full(len(sections), amount_mm)) if amount_mm else sections


def without_foot(sections: RingStack, stack: LayerStack, quality: QualityProfile) -> RingStack:
    """Shrink what the bed presses wide: the first layer most, those above it less and less.

    Parts that would become narrower than a line keep their width.
    """
    most_mm = quality.elephant_foot_compensation_mm
    if most_mm <= 0.0:
        return sections
    shrunk = {}
    for i in range(len(sections)):
        bottom_mm = float(stack.top_mm[i] - stack.height_mm[i])
        amount_mm = most_mm * (1.0 - bottom_mm / FOOT_HEIGHT_MM)
        if amount_mm <= 0.0:
            break
        flow = layer_flows(quality, float(stack.height_mm[i]), first=i == 0).outer
        shrunk[i] = _shrunk(sections.region_of(i), amount_mm, flow.width_mm)
    return sections.replaced(shrunk)


def _shrunk(section: Region, amount_mm: float, line_mm: float) -> Region:
    least_mm = amount_mm + line_mm / 2
    wide = grow(grow(section, -least_mm), least_mm + _HAIR_MM)
    narrow = section - wide
    smaller = grow(section, -amount_mm)
    # Corners of the wide parts are no narrow parts.
    narrow = grow(grow(narrow, -_HAIR_MM), _HAIR_MM)
    return smaller if narrow.is_empty() else smaller + narrow
