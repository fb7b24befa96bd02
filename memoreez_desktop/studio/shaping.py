"""From a raw sculpture to a keepsake: its recipe, walked step by step, and never a step twice.

Every prefix of a recipe is kept on a shelf under a digest of the raw sculpture and of all steps up to there.
A changed line of text then costs one boolean, whatever stands before it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
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
from memoreez_desktop.studio.steps.catalog import APPLIERS
from memoreez_desktop.studio.words_room import words_room

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
    tools = StepTools(recipe.nozzle_mm, wanted_lines(recipe))
    chain = [(_raw_key(raw_digest), -1, None), *_chain(raw_digest, recipe, tools)]
    shaped, done = _longest_known(chain, shelf)
    if shaped is None:
        shaped, done = _beginning(raw().on_bed()), 0
        shelf.keep(chain[0][0], shaped)
    for place in range(done + 1, len(chain)):
        key, number, step = chain[place]
        assert step is not None  # for the type checker: only the first link has none
        part = stage(job, (place - 1) / len(chain), place / len(chain))
        part.check_cancelled()
        shaped = _one_step(step, number, shaped, tools, appliers[step.kind], part)
        shelf.keep(key, shaped)
    job.check_cancelled()
    return shaped


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


def finish(shaped: Shaped) -> MeshModel:
    """Return the mesh that is printed: welded, and in the one order that its triangles have.

    Raises
    ------
    MeshError
        It cannot be joined into one closed surface.
    """
    if shaped.exact is not None:
        return shaped.exact
    # A solid gives its triangles away in the order in which its parts were made in this process.
    return canonical(weld(shaped.piece.solid.as_original(), bodies=None))


def quick(shaped: Shaped) -> MeshModel:
    """Return a mesh to look at: the same shape as :func:`finish` makes, without its weld."""
    return shaped.exact or to_mesh(shaped.piece.solid)


def wanted_lines(recipe: KeepsakeRecipe) -> tuple[str, ...]:
    """Return what a recipe writes on its pedestal."""
    return tuple(
        line for step in recipe.of(Lettering) if step.spot.on == "pedestal" for line in step.lines if line
    )


def _chain(raw_digest: str, recipe: KeepsakeRecipe, tools: StepTools) -> Iterator[tuple[str, int, Step]]:
    """Yield, for each step that is done: the digest of all that was done by then, its index, the step."""
    key = _raw_key(raw_digest)
    for number, step in enumerate(recipe.steps):
        # A pedestal is a foot: two would stand on each other.
        if isinstance(step, Foot) and recipe.first(Pedestal) is not None:
            continue
        room = words_room(tools.wanted_lines) if isinstance(step, Pedestal) else ()
        told = [key, number, step_record(step), room, tools.nozzle_mm]
        key = hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
        yield key, number, step


def _raw_key(raw_digest: str) -> str:
    return f"raw {raw_digest}"


def _longest_known(chain: list[tuple[str, int, Step | None]], shelf: Shelf) -> tuple[Shaped | None, int]:
    for place in range(len(chain) - 1, -1, -1):
        found = shelf.find(chain[place][0])
        if found is not None:
            return found, place
    return None, 0


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
