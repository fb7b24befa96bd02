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
    factor = size_factor(mesh.extents_mm, height_mm, longest_mm)
    standing = mesh.on_bed()
    return standing if factor == 1.0 else standing.scaled(factor)


def size_factor(
    extents_mm: tuple[float, float, float], height_mm: float | None = None, longest_mm: float | None = None
) -> float:
    """Return by what something of these extents is scaled; see :func:`resize`.

    Raises
    ------
    InputError
    """
    factors = [
        _factor(wanted, present)
        for wanted, present in ((height_mm, extents_mm[2]), (longest_mm, max(extents_mm)))
        if wanted is not None
    ]
    return min(factors, default=1.0)


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
