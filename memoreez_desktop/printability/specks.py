"""Crumbs that hang in the air, joined to nothing: they would only fall onto the print."""

from __future__ import annotations

from manifold3d import Manifold

from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.solids import Solid
from memoreez_desktop.printability.receipt import RepairStep
from memoreez_desktop.printability.subject import CONTACT_Z_MM

_SPECK_MM3, _SPECK_RATIO = 5.0, 1e-3


def without_specks(solid: Solid, steps: list[RepairStep]) -> tuple[Solid, int]:
    """Leave out bodies of less than 5 mm³ and a thousandth of the whole that do not reach the bed.

    Returns
    -------
    solid : Solid
    bodies : int
        How many bodies there were before, hollows not counted.
    """
    parts = solid.decompose()
    volumes = [part.volume() for part in parts]
    limit = min(_SPECK_MM3, _SPECK_RATIO * solid.volume())
    bed = solid.bounding_box()[2] + CONTACT_Z_MM
    specks = [
        0 <= volume < limit and part.bounding_box()[2] > bed
        for part, volume in zip(parts, volumes, strict=True)
    ]
    bodies = sum(volume >= 0 for volume in volumes)
    lost = sum(specks)
    if not lost:
        return solid, bodies
    steps.append(RepairStep("dropped-specks", say("Crumbs in the air left out: {count}.", count=lost), lost))
    kept = [part for part, speck in zip(parts, specks, strict=True) if not speck]
    return Manifold.compose(kept), bodies
