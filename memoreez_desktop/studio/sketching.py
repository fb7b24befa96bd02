"""A keepsake to look at while a person writes: its pedestal by itself, the figure beside it, not joined.

What is written on a pedestal does not touch the figure. Joining it with 150,000 triangles for every letter is
most of the work, and nobody sees the seam: the figure is sunk into the pedestal either way.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from memoreez_desktop.core.keepsake_steps import (
    Braille,
    Emblem,
    Hole,
    Lettering,
    Loop,
    MagnetPocket,
    Pedestal,
    QrCode,
)
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry.solids import Solid, sound
from memoreez_desktop.studio.api import PARTS, Workpiece
from memoreez_desktop.studio.shaping import to_look_at
from memoreez_desktop.studio.walk import Walk

_APART = Lettering | Emblem | QrCode | Braille | Loop | Hole | MagnetPocket


@dataclass(frozen=True, eq=False)
class Sketched:
    """A mesh that looks like the keepsake, in two parts that reach into each other, and what is said of it.

    Attributes
    ----------
    mesh : MeshModel
    piece : Workpiece
        With all notes; its solid lacks what was done to the pedestal.
    """

    mesh: MeshModel
    piece: Workpiece


def sketched(walk: Walk) -> Sketched | None:
    """Do what is done to the pedestal, and what is done to the figure, apart from each other.

    Returns
    -------
    Sketched or None
        None where nothing is done to a pedestal, or something to both.

    Raises
    ------
    InputError, MeshError, Cancelled
        As :class:`~memoreez_desktop.studio.walk.Walk` does.
    """
    steps = [step for _, step in walk.steps]
    count = next((place + 1 for place, step in enumerate(steps) if isinstance(step, Pedestal)), 0)
    later = steps[count:]
    if not count or not all(isinstance(step, _APART) for step in later):
        return None
    below = [
        count + k for k, step in enumerate(later) if isinstance(step, _APART) and step.spot.on == "pedestal"
    ]
    above = [place for place in range(count, len(steps)) if place not in below]
    whole = walk.after(count).piece
    if not below or PARTS not in whole.memo:
        return None
    pedestal, figure = whole.memo[PARTS]
    key = walk.key(count)
    stand = walk.aside(f"pedestal {key}", replace(whole, solid=pedestal, notes=(), memo={}), below).piece
    upper = walk.aside(f"figure {key}", whole, above).piece
    top_mm = float(whole.figure_mm[0, 2])
    mesh = _both(_figure_mesh(upper, figure if upper is whole else None, top_mm), to_look_at(stand.solid))
    notes = sorted((*upper.notes, *stand.notes), key=lambda note: note.number)
    return Sketched(mesh, replace(upper, notes=tuple(notes)))


def _figure_mesh(upper: Workpiece, figure: Solid | None, top_mm: float) -> MeshModel:
    """Return what stands on the pedestal; found out once for a piece."""
    found = upper.memo.get("figure alone")
    if found is None:
        solid = figure if figure is not None else upper.solid.trim_by_plane((0.0, 0.0, 1.0), top_mm)
        found = upper.memo["figure alone"] = to_look_at(sound(solid))
    assert isinstance(found, MeshModel)  # for the type checker: nobody else uses this name
    return found


def _both(first: MeshModel, second: MeshModel) -> MeshModel:
    faces = np.concatenate([first.faces, second.faces + np.int32(len(first.vertices))])
    return MeshModel(np.concatenate([first.vertices, second.vertices]), faces)
