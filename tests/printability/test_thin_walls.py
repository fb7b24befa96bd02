"""How wide the narrowest part is that matters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.profiles import PrinterProfile
from memoreez_desktop.geometry.shapes import rectangle
from memoreez_desktop.geometry.solids import extrude, to_mesh, union
from memoreez_desktop.printability.subject import Subject
from memoreez_desktop.printability.thin_walls import smallest_feature_mm


def _smallest(mesh: MeshModel, *, quick: bool = False) -> float:
    return smallest_feature_mm(Subject(mesh, PrinterProfile("p", "P"), quick=quick))


@pytest.mark.parametrize("quick", [True, False])
@pytest.mark.parametrize(
    ("wall_mm", "said_mm"), [(0.2, 0.0), (0.45, 0.4), (0.9, 0.8), (1.3, 1.2), (2.4, 2.0), (8.0, 3.0)]
)
def test_the_thinnest_wall_on_a_thick_plate(wall_mm, said_mm, quick):
    plate = extrude(rectangle(40.0, 30.0), 3.0)
    wall = extrude(rectangle(30.0, wall_mm), 8.5, 2.5)
    assert _smallest(to_mesh(union([plate, wall])), quick=quick) == said_mm


@given(st.floats(3.2, 60.0), st.floats(3.2, 60.0), st.floats(1.0, 30.0))
def test_a_thick_block_has_nothing_narrow(width_mm, depth_mm, height_mm):
    assert _smallest(to_mesh(extrude(rectangle(width_mm, depth_mm), height_mm)), quick=True) == 3.0


def test_no_height_is_no_feature():
    assert _smallest(MeshModel([[0, 0, 0], [1, 0, 0], [0, 1, 0]], [[0, 1, 2]])) == 0.0
