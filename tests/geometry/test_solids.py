import numpy as np
import pytest
from manifold3d import Manifold

from memoreez_desktop.core.errors import MeshError
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry import shapes, solids


@pytest.mark.parametrize(
    "make",
    [
        lambda: solids.extrude(shapes.empty(), 3),
        lambda: solids.extrude(shapes.circle(3), 0),
        lambda: solids.extrude(shapes.circle(3), float("nan")),
        lambda: solids.union([]),
        lambda: solids.union([solids.extrude(shapes.circle(3), 1), Manifold()]),
        lambda: solids.weld(Manifold()),
        lambda: solids.to_mesh(Manifold()),
        lambda: solids.revolve([[0, 0], [1, 1]]),
    ],
)
def test_nothing_empty_enters_or_leaves(make):
    with pytest.raises(MeshError) as refusal:
        make()
    assert refusal.value.hint


def test_a_soup_of_triangles_becomes_a_solid_when_its_corners_agree():
    box = solids.to_mesh(solids.extrude(shapes.rectangle(10, 20), 5))
    soup = MeshModel(box.vertices[box.faces].reshape(-1, 3), np.arange(len(box.faces) * 3).reshape(-1, 3))
    assert solids.to_solid(soup).volume() == pytest.approx(1000)


def test_an_open_mesh_is_no_solid():
    box = solids.to_mesh(solids.extrude(shapes.rectangle(10, 20), 5))
    with pytest.raises(MeshError, match="closed"):
        solids.to_solid(MeshModel(box.vertices, box.faces[:-1]))


def test_a_revolved_profile_has_the_volume_of_its_cylinder():
    drum = solids.revolve([[0, 0], [10, 0], [10, 4], [0, 4]], segments=360)
    assert drum.volume() == pytest.approx(np.pi * 400, rel=1e-3)


def test_a_model_stands_in_the_middle_of_the_bed():
    mesh = solids.stand(solids.to_mesh(solids.extrude(shapes.circle(5), 8, 30).translate((7, 0, 0))))
    assert mesh.bounds_mm[0] == pytest.approx([-5, -5, 0], abs=1e-4)
