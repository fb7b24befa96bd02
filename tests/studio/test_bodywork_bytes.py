"""Bodywork leaves the same bytes whichever way the triangles came in."""

import numpy as np
import pytest
from manifold3d import Manifold, Mesh

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.keepsake_recipe import KeepsakeRecipe
from memoreez_desktop.core.keepsake_steps import (
    BedCut,
    FlatBack,
    Hole,
    Hollow,
    Loop,
    MagnetPocket,
    Spot,
    Thicken,
)
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry.solids import to_mesh
from memoreez_desktop.studio.shaping import finish
from memoreez_desktop.studio.shelf import Shelf
from memoreez_desktop.studio.walk import Walk

BODY = Manifold.cylinder(50, 20, 16, 72) + Manifold.cube((0.6, 10, 12), True).translate((0, 0, 54))
STEPS = {
    "thicken": Thicken(),
    "flat back": FlatBack(),
    "hollow": Hollow(drains=3),
    "loop": Loop(spot=Spot(on="back")),
    "hole": Hole(6.0),
    "magnet": MagnetPocket(),
    "bed cut": BedCut(32.0, 60.0, 40.0),
}


def made(mesh, *steps):
    job = JobContext()
    return finish(Walk(mesh.digest, lambda: mesh, KeepsakeRecipe(steps), Shelf(), job).whole(), job)


def shuffled(mesh, seed):
    """Return the same surface, its vertices and faces in another order."""
    chance = np.random.default_rng(seed)
    order = chance.permutation(len(mesh.vertices))
    number = np.empty_like(order)
    number[order] = np.arange(len(order))
    faces = number[mesh.faces][chance.permutation(len(mesh.faces))]
    return MeshModel(mesh.vertices[order], faces.astype(np.int32))


@pytest.mark.parametrize("name", STEPS)
def test_the_order_of_triangles_leaves_no_trace(name):
    mesh = to_mesh(BODY)
    first, second = made(mesh, STEPS[name]), made(shuffled(mesh, 3), STEPS[name])
    assert first.triangles > mesh.triangles / 2
    assert np.allclose(first.bounds_mm, second.bounds_mm, atol=1e-4)
    assert first.volume_mm3 == pytest.approx(second.volume_mm3, rel=1e-6)


def test_all_at_once_are_a_sound_solid():
    steps = (Thicken(), FlatBack(), Hollow(), Loop(), Hole(5.0, Spot(on="front")), MagnetPocket(8.0, 2.0))
    mesh = made(to_mesh(BODY), *steps)
    solid = Manifold(Mesh(mesh.vertices.copy(), mesh.faces.astype(np.uint32)))
    assert solid.volume() == pytest.approx(mesh.volume_mm3, rel=1e-4)
    assert mesh.digest == made(to_mesh(BODY), *steps).digest
