"""From a raw sculpture to a keepsake: its recipe, walked step by step, and never a step twice.

Every prefix of a recipe is kept on a shelf under a digest of the raw sculpture and of all steps up to there.
A changed line of text then costs one boolean, whatever stands before it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import replace

from memoreez_desktop.core.job import JobContext, stage
from memoreez_desktop.core.keepsake_recipe import KeepsakeRecipe, step_record
from memoreez_desktop.core.keepsake_steps import Foot, Lettering, Pedestal, Step
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry.canonical import canonical
from memoreez_desktop.geometry.solids import sound, to_mesh, to_solid, weld
from memoreez_desktop.studio.api import Applier, StepTools, Workpiece
from memoreez_desktop.studio.placing import box_of, is_placing, matrix_of, placed_mesh
from memoreez_desktop.studio.shelf import Shaped, Shelf
from memoreez_desktop.studio.steps.catalog import APPLIERS, FINGERPRINTS
from memoreez_desktop.studio.wall_wishes import wanted_band_mm

RawSource = Callable[[], MeshModel]


def shape(
    raw_digest: str,
    raw: RawSource,
    recipe: KeepsakeRecipe,
    shelf: Shelf,
    job: JobContext,
    appliers: Mapping[str, Applier] = APPLIERS,
) -> Shaped:
    """Do every step of a recipe.

    Parameters
    ----------
    raw_digest : str
        The digest of the raw sculpture.
    raw : callable
        Returns that sculpture; called only when nothing made from it is on the shelf.
    recipe : KeepsakeRecipe
    shelf : Shelf
        What is found there is not made again; what is made is put there.

    Raises
    ------
    InputError
        A step cannot be done, in words.
    MeshError
        The sculpture is not a closed solid, or a step leaves nothing sound.
    Cancelled
    """
    return _Walk(raw_digest, raw, recipe, shelf, job, appliers).whole()


def only_placed(recipe: KeepsakeRecipe) -> bool:
    """Tell whether a recipe does nothing that needs a closed solid."""
    return all(is_placing(step) for step in recipe.steps)


def placed(mesh: MeshModel, recipe: KeepsakeRecipe) -> MeshModel:
    """Do the steps of a recipe that only places; the mesh may be open.

    Raises
    ------
    InputError
        A size that cannot be made.
    """
    mesh = mesh.on_bed()
    for step in recipe.steps:
        assert is_placing(step)  # see only_placed
        mesh = placed_mesh(mesh, matrix_of(step, mesh.extents_mm))
    return mesh


def finish(shaped: Shaped, job: JobContext) -> MeshModel:
    """Return the mesh that is printed: welded, and in the one order that its triangles have.

    Raises
    ------
    MeshError
        It cannot be joined into one closed surface.
    Cancelled
    """
    if shaped.exact is not None:
        return shaped.exact
    # A solid gives its triangles away in the order in which its parts were made in this process.
    alone = sound(shaped.piece.solid.as_original())
    job.check_cancelled()
    mesh = weld(alone, bodies=None, job=job)
    job.check_cancelled()
    return canonical(mesh)


def quick(shaped: Shaped) -> MeshModel:
    """Return a mesh to look at: the same shape as :func:`finish` makes, without its weld."""
    return shaped.exact or to_mesh(shaped.piece.solid)


def wanted_lines(recipe: KeepsakeRecipe) -> tuple[str, ...]:
    """Return what a recipe writes on its pedestal."""
    return tuple(
        line for step in recipe.of(Lettering) if step.spot.on == "pedestal" for line in step.lines if line
    )


class _Walk:
    """One walk over a recipe: which digest each step's outcome has, and whatever is missing, made."""

    def __init__(
        self,
        raw_digest: str,
        raw: RawSource,
        recipe: KeepsakeRecipe,
        shelf: Shelf,
        job: JobContext,
        appliers: Mapping[str, Applier],
    ) -> None:
        self._raw, self._shelf, self._job, self._appliers = raw, shelf, job, appliers
        self._tools = StepTools(recipe.nozzle_mm, wanted_lines(recipe), wanted_band_mm(recipe))
        # A pedestal is a foot: two would stand on each other.
        on_pedestal = recipe.first(Pedestal) is not None
        self._steps = [
            (number, step)
            for number, step in enumerate(recipe.steps)
            if not (on_pedestal and isinstance(step, Foot))
        ]
        self._keys = [f"raw {raw_digest}"]

    def whole(self) -> Shaped:
        """Return the piece after the last step."""
        for number, step in self._steps:
            told = [self._keys[-1], number, self._told(step), self._tools.nozzle_mm]
            self._keys.append(hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest())
        shaped = self._after(len(self._steps))
        self._job.check_cancelled()
        return shaped

    def _told(self, step: Step) -> object:
        """Return what a step's outcome depends on besides the piece and the nozzle."""
        fingerprint = FINGERPRINTS.get(step.kind)
        if fingerprint is None:
            return step_record(step)
        return fingerprint(step, self._after(len(self._keys) - 1).piece, self._tools)

    def _after(self, count: int) -> Shaped:
        """Return the piece after so many steps, from the shelf or made anew from the last one there."""
        start, shaped = count, self._shelf.find(self._keys[count])
        while shaped is None and start > 0:
            start -= 1
            shaped = self._shelf.find(self._keys[start])
        if shaped is None:
            shaped = _beginning(self._raw().on_bed())
            self._shelf.keep(self._keys[0], shaped)
        for place in range(start, count):
            number, step = self._steps[place]
            part = stage(self._job, place / len(self._steps), (place + 1) / len(self._steps))
            part.check_cancelled()
            shaped = _one_step(step, number, shaped, self._tools, self._appliers[step.kind], part)
            self._shelf.keep(self._keys[place + 1], shaped)
        return shaped


def _beginning(mesh: MeshModel) -> Shaped:
    solid = to_solid(mesh)
    return Shaped(Workpiece(solid, box_of(solid)), mesh)


def _one_step(
    step: Step, number: int, before: Shaped, tools: StepTools, apply: Applier, job: JobContext
) -> Shaped:
    """Do one step; its solid is evaluated here and now.

    Manifold puts off its work and then does several operations at once, with other triangles: what came
    before must not depend on whether it was on the shelf.
    """
    piece = apply(step, before.piece, tools, job)
    exact = before.exact if piece.solid is before.piece.solid else None
    if before.exact is not None and is_placing(step):
        exact = placed_mesh(before.exact, matrix_of(step, before.exact.extents_mm))
    known = len(before.piece.notes)
    notes = tuple(replace(note, number=number) for note in piece.notes[known:])
    return Shaped(replace(piece, solid=sound(piece.solid), notes=(*piece.notes[:known], *notes)), exact)
