"""The receipt of a repair in the size that the keepsake has by now."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from memoreez_desktop.core.keepsake_recipe import KeepsakeRecipe
from memoreez_desktop.core.keepsake_steps import Mirror, Size, Turn
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.turning import turn_matrix

if TYPE_CHECKING:
    from memoreez_desktop.printability.receipt import Repair


def at_size(repair: Repair | None, steps: KeepsakeRecipe) -> Repair | None:
    """Return a receipt whose millimetres are those of the keepsake; its meshes stay as they are."""
    scale = scale_of(repair.mesh, steps) if repair is not None else 1.0
    if repair is None or scale == 1.0:
        return repair
    scaled = tuple(
        replace(step, p50_mm=step.p50_mm * scale, p95_mm=step.p95_mm * scale, max_mm=step.max_mm * scale)
        for step in repair.steps
    )
    return replace(
        repair,
        steps=scaled,
        deviation_p50_mm=repair.deviation_p50_mm * scale,
        deviation_p95_mm=repair.deviation_p95_mm * scale,
        deviation_max_mm=repair.deviation_max_mm * scale,
    )


def scale_of(raw: MeshModel, steps: KeepsakeRecipe) -> float:
    """Return how many times larger a recipe makes a raw sculpture."""
    size, turn = steps.first(Size), steps.first(Turn)
    if size is None:
        return 1.0
    extents = np.array(raw.extents_mm)
    if turn is not None:
        extents = np.ptp(raw.vertices.astype(np.float64) @ turn_matrix(turn).T, axis=0)
    wishes = ((size.height_mm, extents[2]), (size.longest_mm, extents.max()))
    factors = [wish / max(float(length), 1e-9) for wish, length in wishes if wish is not None]
    return min(factors, default=1.0)


def as_it_lies(steps: KeepsakeRecipe) -> KeepsakeRecipe:
    """Return the part of a recipe that moves a sculpture and brings it to size, and changes no more of it."""
    return replace(steps, steps=tuple(s for s in steps.steps if isinstance(s, Mirror | Turn | Size)))
