"""Cuts and plinths under things that do not stand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from manifold3d import Manifold

from memoreez_desktop.geometry.flat_base import (
    add_plinth,
    centre_of_mass_mm,
    cut_depth_mm,
    cut_flat,
    tip_angle_deg,
)
from memoreez_desktop.geometry.sections import Cutter
from memoreez_desktop.geometry.shapes import rectangle
from memoreez_desktop.geometry.solids import to_mesh
from memoreez_desktop.geometry.topology import bodies, edge_table

BALL = to_mesh(Manifold.sphere(20, 96)).on_bed()


def test_the_smallest_cut_of_a_ball_is_the_one_of_the_formula() -> None:
    # Contact at depth d is pi d (2 r - d), looked at 0.1 mm above the cut.
    depth = cut_depth_mm(BALL, 100.0, 3.0, 5.0)
    assert depth is not None
    assert depth + 0.1 == pytest.approx(20 - np.sqrt(400 - 100 / np.pi), abs=0.06)
    cut = cut_flat(BALL, depth)
    assert Cutter(cut.on_bed()).cut(0.1).shape.area() > 100
    assert cut.extents_mm[2] == pytest.approx(BALL.extents_mm[2] - depth, abs=1e-3)


def test_no_cut_is_deep_enough() -> None:
    assert cut_depth_mm(BALL, 900.0, 0.8, 5.0) is None


def test_tip_angle_of_a_cube_is_45_degrees_and_of_a_leaning_thing_negative() -> None:
    assert tip_angle_deg(rectangle(20, 20), np.array([0.0, 0.0, 10.0])) == pytest.approx(45)
    assert tip_angle_deg(rectangle(20, 20), np.array([12.0, 0.0, 10.0])) < 0


def test_centre_of_mass_of_a_cone_is_at_a_quarter() -> None:
    cone = to_mesh(Manifold.cylinder(40, 10, 0, 90))
    assert centre_of_mass_mm(cone) == pytest.approx([0, 0, 10], abs=1e-3)


@settings(max_examples=25, deadline=None)
@given(st.floats(5, 40), st.integers(5, 40), st.tuples(*[st.floats(0, 360)] * 3), st.floats(8, 20))
def test_a_plinth_makes_anything_stand(radius, segments, turn, stable) -> None:
    solid = Manifold.sphere(radius, segments) + Manifold.cube((radius, radius / 2, 3 * radius))
    mesh = to_mesh(solid.rotate(turn)).on_bed()
    standing = add_plinth(mesh, stable).on_bed()
    table = edge_table(standing.faces, len(standing.vertices))
    assert table.watertight
    assert bodies(standing.triangles, table.pairs)[0] == 1
    assert standing.volume_mm3 > mesh.volume_mm3
    assert standing.extents_mm[2] == pytest.approx(mesh.extents_mm[2] + 2.4, abs=1e-2)
    contact = Cutter(standing).cut(0.1).shape
    # The plinth itself lowers the centre of mass, so the thing stands better than was asked.
    assert tip_angle_deg(contact, centre_of_mass_mm(standing)) >= stable - 0.5
