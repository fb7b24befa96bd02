"""A recipe walked step by step, and never a step twice.

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
from memoreez_desktop.geometry.solids import sound, to_solid
from memoreez_desktop.studio.api import Applier, StepTools, Workpiece
from memoreez_desktop.studio.placing import box_of, is_placing, matrix_of, placed_mesh
from memoreez_desktop.studio.shelf import Shaped, Shelf
from memoreez_desktop.studio.steps.catalog import APPLIERS, FINGERPRINTS
from memoreez_desktop.studio.wall_wishes import wanted_band_mm

RawSource = Callable[[], MeshModel]


def wanted_lines(recipe: KeepsakeRecipe) -> tuple[str, ...]:
    """Return what a recipe writes on its pedestal."""
    return tuple(
        line for step in recipe.of(Lettering) if step.spot.on == "pedestal" for line in step.lines if line
    )


class Walk:
    """One walk over a recipe: which digest each step's outcome has, and whatever is missing, made.

    Parameters
    ----------
    raw_digest : str
        The digest of the raw sculpture.
    raw : callable
        Returns that sculpture; called only when nothing made from it is on the shelf.
    recipe : KeepsakeRecipe
    shelf : Shelf
        What is found there is not made again; what is made is put there.

    Attributes
    ----------
    steps : list of (int, Step)
        The steps that are done, with their indices in the recipe.

    Raises
    ------
    InputError
        From every method: a step cannot be done, in words.
    MeshError
        The sculpture is not a closed solid, or a step leaves nothing sound.
    Cancelled
    """

    def __init__(
        self,
        raw_digest: str,
        raw: RawSource,
        recipe: KeepsakeRecipe,
        shelf: Shelf,
        job: JobContext,
        appliers: Mapping[str, Applier] = APPLIERS,
    ) -> None:
        self._raw, self._shelf, self._job, self._appliers = raw, shelf, job, appliers
        self._tools = StepTools(recipe.nozzle_mm, wanted_lines(recipe), wanted_band_mm(recipe))
        # A pedestal is a foot: two would stand on each other.
        on_pedestal = recipe.first(Pedestal) is not None
        self.steps = [
            (number, step)
            for number, step in enumerate(recipe.steps)
            if not (on_pedestal and isinstance(step, Foot))
        ]
        self._keys = [f"raw {raw_digest}"]

    def whole(self) -> Shaped:
        """Return the piece after the last step."""
        shaped = self.after(len(self.steps))
        self._job.check_cancelled()
        return shaped

    def after(self, count: int) -> Shaped:
        """Return the piece after so many steps, from the shelf or made anew from the last one there."""
        self.key(count)
        start, shaped = count, self._shelf.find(self._keys[count])
        while shaped is None and start > 0:
            start -= 1
            shaped = self._shelf.find(self._keys[start])
        if shaped is None:
            shaped = _beginning(self._raw().on_bed())
            self._shelf.keep(self._keys[0], shaped)
        for place in range(start, count):
            shaped = self._one_step(place, shaped)
            self._shelf.keep(self._keys[place + 1], shaped)
        return shaped

    def key(self, count: int) -> str:
        """Return the digest of everything that makes the piece after so many steps."""
        while len(self._keys) <= count:
            number, step = self.steps[len(self._keys) - 1]
            self._keys.append(self._next_key(self._keys[-1], number, self._told(step)))
        return self._keys[count]

    def aside(self, key: str, base: Workpiece, places: list[int]) -> Shaped:
        """Do some of the steps on a piece of their own, kept on the shelf as well.

        Parameters
        ----------
        key : str
            Stands for that piece.
        places : list of int
            Indices into ``steps``.
        """
        shaped = Shaped(base)
        for place in places:
            number, step = self.steps[place]
            key = self._next_key(key, number, step_record(step))
            found = self._shelf.find(key)
            if found is None:
                found = self._one_step(place, shaped)
                self._shelf.keep(key, found)
            shaped = found
        return shaped

    def _next_key(self, key: str, number: int, told: object) -> str:
        content = json.dumps([key, number, told, self._tools.nozzle_mm], sort_keys=True)
        return hashlib.sha256(content.encode()).hexdigest()

    def _told(self, step: Step) -> object:
        """Return what a step's outcome depends on besides the piece and the nozzle."""
        fingerprint = FINGERPRINTS.get(step.kind)
        if fingerprint is None:
            return step_record(step)
        return fingerprint(step, self.after(len(self._keys) - 1).piece, self._tools)

    def _one_step(self, place: int, before: Shaped) -> Shaped:
        """Do one step; its solid is evaluated here and now.

        Manifold puts off its work and then does several operations at once, with other triangles: what came
        before must not depend on whether it was on the shelf.
        """
        number, step = self.steps[place]
        job = stage(self._job, place / len(self.steps), (place + 1) / len(self.steps))
        job.check_cancelled()
        piece = self._appliers[step.kind](step, before.piece, self._tools, job)
        exact = before.exact if piece.solid is before.piece.solid else None
        if before.exact is not None and is_placing(step):
            exact = placed_mesh(before.exact, matrix_of(step, before.exact.extents_mm))
        known = len(before.piece.notes)
        notes = tuple(replace(note, number=number) for note in piece.notes[known:])
        return Shaped(replace(piece, solid=sound(piece.solid), notes=(*piece.notes[:known], *notes)), exact)


def _beginning(mesh: MeshModel) -> Shaped:
    solid = to_solid(mesh)
    return Shaped(Workpiece(solid, box_of(solid)), mesh)
