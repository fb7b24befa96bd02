"""A recipe applied to a raw sculpture."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from manifold3d import Manifold

from memoreez_desktop.geometry.solids import to_mesh
from memoreez_desktop.geometry.topology import edge_table
from memoreez_desktop.studio.keepsake import KeepsakeRecipe, make_keepsake, rotation_matrix

FOOT = to_mesh(Manifold.cube((30, 20, 10)) + Manifold.cube((5, 5, 25)))


@given(st.booleans(), *[st.floats(-360, 360)] * 3)
def test_turning_and_mirroring_keep_the_solid(mirrored: bool, x: float, y: float, z: float) -> None:
    made = make_keepsake(FOOT, KeepsakeRecipe(mirrored, x, y, z))
    assert made.volume_mm3 == pytest.approx(FOOT.volume_mm3, rel=1e-4)
    assert edge_table(made.faces, len(made.vertices)).watertight
    assert made.bounds_mm[0, 2] == pytest.approx(0, abs=1e-5)


def test_quarter_turns_are_exact() -> None:
    for angle in (-90, 0, 90, 180, 270, 360, 450):
        matrix = rotation_matrix(KeepsakeRecipe(rotation_x_deg=angle, rotation_z_deg=-angle))
        assert np.array_equal(matrix, np.round(matrix))
    assert make_keepsake(FOOT, KeepsakeRecipe(rotation_y_deg=90)).extents_mm == pytest.approx((25, 20, 30))


def test_x_is_turned_before_y_and_z() -> None:
    up = np.array([0, 0, 1])
    assert rotation_matrix(KeepsakeRecipe(rotation_x_deg=90)) @ up == pytest.approx([0, -1, 0])
    both = rotation_matrix(KeepsakeRecipe(rotation_x_deg=90, rotation_z_deg=90))
    assert both @ up == pytest.approx([1, 0, 0])


def test_size_comes_last_and_the_raw_sculpture_stays() -> None:
    before = FOOT.digest
    recipe = KeepsakeRecipe(rotation_y_deg=90, height_mm=60)
    made = make_keepsake(FOOT, recipe)
    assert made.extents_mm == pytest.approx((50, 40, 60), rel=1e-5)
    assert FOOT.digest == before
    assert make_keepsake(FOOT, recipe).digest == made.digest


def test_the_plain_recipe_only_puts_it_on_the_bed() -> None:
    assert np.allclose(make_keepsake(FOOT, KeepsakeRecipe()).vertices, FOOT.on_bed().vertices, atol=1e-5)


def test_a_digest_tells_recipes_apart() -> None:
    digests = {
        KeepsakeRecipe().digest,
        KeepsakeRecipe(mirrored=True).digest,
        KeepsakeRecipe(height_mm=60).digest,
    }
    assert len(digests) == 3
