"""The same recipe makes the same bytes: whatever was made before, in whichever order and process."""

from __future__ import annotations

import random
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from manifold3d import Manifold

from memoreez_desktop.core.errors import InputError, MeshError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.keepsake_recipe import KeepsakeRecipe
from memoreez_desktop.core.keepsake_steps import Foot, Pedestal, Size, Step, Turn
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry.canonical import canonical
from memoreez_desktop.geometry.solids import to_mesh, to_solid, union
from memoreez_desktop.geometry.topology import edge_table
from memoreez_desktop.services.shape_keepsake import Shelf, shape_keepsake
from memoreez_desktop.studio.api import Applier, StepTools, Workpiece
from memoreez_desktop.studio.steps.catalog import APPLIERS
from memoreez_desktop.studio.walk import Walk
from memoreez_desktop.tasks.child import ChildPool
from memoreez_desktop.ui import child_steps
from tests.studio.some_steps import SOME_STEPS

RAW = to_mesh(
    Manifold.sphere(9, 24).translate((0, 0, 26)) + Manifold.cylinder(20, 4, 7, 20) + Manifold.cube((18, 3, 5))
)
STEPS = [step for step in SOME_STEPS if step.kind in APPLIERS]


@st.composite
def recipes(draw: st.DrawFn) -> KeepsakeRecipe:
    recipe = KeepsakeRecipe(nozzle_mm=draw(st.sampled_from((0.4, 0.6))))
    for step in draw(st.lists(st.sampled_from(STEPS), max_size=4)):
        recipe = recipe.with_step(step)
    return recipe


def outcome(recipe: KeepsakeRecipe, shelf: Shelf | None = None, raw: MeshModel = RAW) -> str:
    """Return the digest, or the words of the refusal."""
    try:
        made = shape_keepsake(raw, recipe, JobContext(), shelf=shelf)
    except (InputError, MeshError) as error:
        return str(error)
    if made.mesh.digest != raw.on_bed().digest:
        assert edge_table(made.mesh.faces, len(made.mesh.vertices)).watertight
    return made.mesh.digest


@settings(max_examples=8)
@given(st.lists(recipes(), min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_same_recipe_same_bytes_whatever_was_made_before(
    wanted: list[KeepsakeRecipe], chance: random.Random
) -> None:
    alone = [outcome(recipe) for recipe in wanted]
    for shelf in (Shelf(), Shelf(most_triangles=3_000, least_pieces=1)):
        # Every prefix of every recipe, in any order: as undo, redo and other edits leave the shelf.
        visits = [
            (number, KeepsakeRecipe(recipe.steps[:count], recipe.nozzle_mm))
            for number, recipe in enumerate(wanted)
            for count in range(1, len(recipe.steps) + 1)
        ]
        chance.shuffle(visits)
        for number, recipe in visits:
            told = outcome(recipe, shelf)
            assert recipe != wanted[number] or told == alone[number]


@given(st.randoms(use_true_random=False))
def test_one_order_for_the_same_triangles(chance: random.Random) -> None:
    vertices, faces = list(range(len(RAW.vertices))), list(range(len(RAW.faces)))
    chance.shuffle(vertices)
    chance.shuffle(faces)
    place = {old: new for new, old in enumerate(vertices)}
    corners = [[place[int(v)] for v in RAW.faces[face]] for face in faces]
    mixed = MeshModel(RAW.vertices[vertices], np.roll(corners, 1, axis=1).astype(np.int32))
    assert canonical(mixed).digest == canonical(RAW).digest
    assert canonical(RAW).volume_mm3 == pytest.approx(RAW.volume_mm3)


def test_another_process_makes_the_same_bytes() -> None:
    recipe = KeepsakeRecipe()
    for step in STEPS:
        if step.kind in ("turn", "size", "foot", "pedestal", "lettering", "hole"):
            recipe = recipe.with_step(step)
    pool = ChildPool(1)
    try:
        # The first thing that process ever makes, and something made after other things.
        far = pool.run(child_steps.shape, (RAW, recipe, True), JobContext(), home=child_steps.SHAPING_HOME)
    finally:
        pool.close()
    assert far.mesh.digest == outcome(recipe)
    assert far.final


def test_a_sketch_has_the_shape_of_the_whole() -> None:
    on_pedestal = [step for step in STEPS if step.kind in ("lettering", "emblem", "loop", "magnet", "hole")]
    several = [(Pedestal(), *(step,)) for step in on_pedestal]
    for steps in (*((step,) for step in STEPS), *several, (Pedestal("heart"), *on_pedestal)):
        recipe = KeepsakeRecipe(steps)
        try:
            sketch = shape_keepsake(RAW, recipe, JobContext(), final=False)
        except (InputError, MeshError):
            continue
        whole = shape_keepsake(RAW, recipe, JobContext())
        assert whole.final
        # The parts of a sketch may reach into each other.
        joined = union(to_solid(sketch.mesh).decompose())
        assert joined.volume() == pytest.approx(whole.mesh.volume_mm3, rel=2e-3)
        assert sketch.mesh.extents_mm == pytest.approx(whole.mesh.extents_mm, abs=0.02)
        assert [note.number for note in sketch.notes] == [note.number for note in whole.notes]
        assert np.allclose(sketch.figure_mm, whole.figure_mm)


def test_only_the_changed_step_and_what_follows_is_done_again() -> None:
    done: list[str] = []

    def counted(kind: str) -> Applier:
        def apply(step: Any, piece: Workpiece, tools: StepTools, job: JobContext) -> Workpiece:
            done.append(kind)
            return APPLIERS[kind](step, piece, tools, job)

        return apply

    appliers = {kind: counted(kind) for kind in APPLIERS}
    shelf, reads = Shelf(), []

    def raw() -> MeshModel:
        reads.append(1)
        return RAW

    def visit(*steps: Step) -> list[str]:
        done.clear()
        Walk(RAW.digest, raw, KeepsakeRecipe(steps), shelf, JobContext(), appliers).whole()
        return list(done)

    turn, size, foot = Turn(z_deg=30.0), Size(height_mm=50.0), Foot()
    assert visit(turn, size, foot) == ["turn", "size", "foot"]
    assert visit(turn, size, foot) == []
    assert visit(turn, size) == []
    assert visit(turn, Size(height_mm=60.0), foot) == ["size", "foot"]
    assert visit(turn, size, foot) == []
    assert visit(size, foot) == ["size", "foot"]
    assert len(reads) == 1
