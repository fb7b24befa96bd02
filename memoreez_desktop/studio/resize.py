"""Setting the size of a model, always evenly."""

from __future__ import annotations

import math

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.words import say

SMALLEST_MM = 1.0
LARGEST_MM = 2_000.0
"""Beyond what any desktop printer holds; a larger wish is a slip of the keyboard."""


def resize(mesh: MeshModel, height_mm: float | None = None, longest_mm: float | None = None) -> MeshModel:
    """Scale a model evenly and put it on the bed.

    Parameters
    ----------
    mesh : MeshModel
    height_mm : float, optional
        Wanted size along z.
    longest_mm : float, optional
        Wanted size along its longest side. With both, the smaller result wins: the model fits in.

    Returns
    -------
    MeshModel
        Centred on x = y = 0, lowest point at z = 0; of its own size when neither is given.

    Raises
    ------
    InputError
        A size that is no number from 1 to 2,000 mm, or a model without the extent to be scaled.
    """
    width, depth, height = mesh.extents_mm
    factors = [
        _factor(wanted, present)
        for wanted, present in ((height_mm, height), (longest_mm, max(width, depth, height)))
        if wanted is not None
    ]
    factor = min(factors, default=1.0)
    standing = mesh.on_bed()
    return standing if factor == 1.0 else standing.scaled(factor)


def _factor(wanted_mm: float, present_mm: float) -> float:
    if not math.isfinite(wanted_mm) or not SMALLEST_MM <= wanted_mm <= LARGEST_MM:
        raise InputError(
            say("A size of {size} mm cannot be made.", size=f"{wanted_mm:g}"),
            say("Choose a size from 1 to 2,000 mm."),
        )
    if not present_mm > 0:
        raise InputError(
            say("This model is flat in the direction that was to be scaled."),
            say("Set the size of its longest side instead."),
        )
    return wanted_mm / present_mm
