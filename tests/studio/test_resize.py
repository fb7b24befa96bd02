"""Setting a size."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from manifold3d import Manifold

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry.solids import to_mesh
from memoreez_desktop.studio.resize import resize

BRICK = to_mesh(Manifold.cube((30, 20, 10)).translate((100, 200, 300)))


@given(st.floats(1, 2000))
def test_height_or_longest_side_is_what_was_asked(size: float) -> None:
    assert resize(BRICK, height_mm=size).extents_mm == pytest.approx((3 * size, 2 * size, size), rel=1e-4)
    assert max(resize(BRICK, longest_mm=size).extents_mm) == pytest.approx(size, rel=1e-4)


@given(st.floats(1, 2000), st.floats(1, 2000))
def test_with_both_it_fits_in(height: float, longest: float) -> None:
    _, _, got = resized = resize(BRICK, height, longest).extents_mm
    assert got <= height * 1.0001
    assert max(resized) <= longest * 1.0001
    assert got == pytest.approx(height, rel=1e-4) or max(resized) == pytest.approx(longest, rel=1e-4)


def test_it_stands_on_the_bed() -> None:
    low, high = resize(BRICK, 40).bounds_mm
    assert low[2] == 0
    assert (low + high)[:2] == pytest.approx([0, 0], abs=1e-4)
    assert resize(BRICK).extents_mm == pytest.approx((30, 20, 10))


@pytest.mark.parametrize("size", [0.0, -5.0, 0.5, 1e9, float("nan"), float("inf")])
def test_a_size_nobody_can_make_is_refused(size: float) -> None:
    with pytest.raises(InputError, match="cannot be made"):
        resize(BRICK, size)


def test_a_flat_model_has_no_height_to_scale() -> None:
    flat = MeshModel(BRICK.vertices * (1, 1, 0), BRICK.faces)
    with pytest.raises(InputError, match="flat"):
        resize(flat, height_mm=10)
    assert max(resize(flat, longest_mm=60).extents_mm) == pytest.approx(60)
