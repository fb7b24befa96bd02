"""A raw sculpture becomes the keepsake that is printed: every step of its recipe, in their order.

The raw mesh is never changed; the same recipe makes the same bytes, whatever was made before and wherever.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.errors import MeshError
from memoreez_desktop.core.job import JobContext, stage
from memoreez_desktop.core.keepsake_recipe import KeepsakeRecipe
from memoreez_desktop.core.keepsake_steps import Foot
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.words import say
from memoreez_desktop.storage.mesh_bytes import StoredMesh
from memoreez_desktop.studio import shaping
from memoreez_desktop.studio.api import StepNote, Wall, Workpiece
from memoreez_desktop.studio.shelf import Shelf
from memoreez_desktop.studio.sketching import sketched
from memoreez_desktop.studio.walk import Walk

__all__ = ["ShapedKeepsake", "Shelf", "shape_keepsake"]


@dataclass(frozen=True, eq=False)
class ShapedKeepsake:
    """A keepsake as its recipe makes it.

    Attributes
    ----------
    mesh : MeshModel
        Centred on x = y = 0, standing on z = 0.
    notes : tuple of StepNote
        What the steps worked out; their numbers are indices into the recipe's steps.
    figure_mm : (2, 3) float64
        The box of the figure, without its pedestal.
    wall : Wall or None
        Of its pedestal.
    final : bool
        The mesh may be printed; otherwise it is of the same shape, to look at only.
    """

    mesh: MeshModel
    notes: tuple[StepNote, ...]
    figure_mm: NDArray[np.float64]
    wall: Wall | None
    final: bool


def shape_keepsake(
    raw: MeshModel | StoredMesh,
    recipe: KeepsakeRecipe,
    job: JobContext,
    *,
    final: bool = True,
    shelf: Shelf | None = None,
) -> ShapedKeepsake:
    """Apply a recipe to a raw sculpture.

    Parameters
    ----------
    raw : MeshModel or StoredMesh
        One that is stored is read only when nothing made from it is on the shelf.
    recipe : KeepsakeRecipe
    final : bool
        False leaves out the weld: for looking at while a person writes.
    shelf : Shelf, optional
        What was made before and is made now; nothing is kept without one.

    Raises
    ------
    InputError
        A step cannot be done, in words.
    MeshError
        A step needs a closed solid and the sculpture is none, or nothing sound came out.
    StorageError
        The stored sculpture is gone or damaged.
    Cancelled
    """
    job.progress(0.0, say("Shaping the keepsake"))
    load = raw.load if isinstance(raw, StoredMesh) else lambda: raw
    if shaping.only_placed(recipe):
        mesh = shaping.placed(load(), recipe)
        return ShapedKeepsake(mesh, (), mesh.bounds_mm, None, final=True)
    try:
        return _shaped(raw.digest, load, recipe, shelf or Shelf(), final, job)
    except MeshError:
        bare = recipe.without(Foot)
        if not shaping.only_placed(bare):
            raise
        # It is shown as it is: the findings tell what is wrong with it.
        mesh = shaping.placed(load(), bare)
        note = StepNote(
            next(number for number, step in enumerate(recipe.steps) if isinstance(step, Foot)),
            say("It is not closed, so nothing was done to its foot."),
            level="thin",
        )
        return ShapedKeepsake(mesh, (note,), mesh.bounds_mm, None, final=True)


def _shaped(
    raw_digest: str,
    load: Callable[[], MeshModel],
    recipe: KeepsakeRecipe,
    shelf: Shelf,
    final: bool,
    job: JobContext,
) -> ShapedKeepsake:
    walk = Walk(raw_digest, load, recipe, shelf, stage(job, 0.0, 0.8))
    if not final:
        sketch = sketched(walk)
        if sketch is not None:
            return _told(sketch.mesh, sketch.piece, final=False)
    shaped = walk.whole()
    if not final:
        return _told(shaping.quick(shaped), shaped.piece, final=shaped.exact is not None)
    return _told(shaping.finish(shaped, job), shaped.piece, final=True)


def _told(mesh: MeshModel, piece: Workpiece, *, final: bool) -> ShapedKeepsake:
    return ShapedKeepsake(mesh, piece.notes, piece.figure_mm, piece.wall, final)
