"""Shapes laid round walls."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memoreez_desktop.core.errors import MeshError
from memoreez_desktop.geometry.shapes import Shape, circle, empty, rectangle, rounded_rectangle
from memoreez_desktop.geometry.wrapping import wall_path, wrap_on_wall

PLANS = {
    "round": circle(25.0, 180),
    "oval": circle(30.0, 180).scale((1.0, 0.6)),
    "rounded square": rounded_rectangle(50.0, 40.0, 6.0),
    "octagon": rectangle(50.0, 50.0) ^ rectangle(52.0, 52.0).rotate(45.0),
}


def plan_of(shape: Shape) -> np.ndarray:
    return np.asarray(shape.to_polygons()[0], dtype=np.float64)


def depths(shape: Shape, points: np.ndarray) -> np.ndarray:
    """How far points (n, 2) lie from an outline."""
    ring = plan_of(shape)
    side = np.roll(ring, -1, axis=0) - ring
    away = points[:, None] - ring[None]
    share = np.clip((away * side).sum(axis=2) / (side**2).sum(axis=1), 0, 1)
    return np.linalg.norm(away - share[..., None] * side, axis=2).min(axis=1)


@pytest.mark.parametrize("name", PLANS)
@settings(max_examples=10)
@given(along=st.floats(-40, 400), share=st.floats(0.05, 0.97), depth=st.floats(0.3, 1.2))
def test_what_is_wrapped_lies_at_constant_depth_all_round(name, along, share, depth):
    path = wall_path(plan_of(PLANS[name]))
    band = rectangle(share * path.length_mm, 4.0)
    solid = wrap_on_wall(band, path, along, 7.0, out_mm=depth, sunk_mm=0.0)
    points = np.asarray(solid.to_mesh().vert_properties)[:, :3].astype(np.float64)
    away = depths(PLANS[name], points[:: max(1, len(points) // 300), :2])
    assert away.max() < 1.12 * depth
    # Chords between the points may cut into the depth a little, no more.
    assert solid.volume() == pytest.approx(share * path.length_mm * 4.0 * depth, rel=0.06)
    assert (points[:, 2].min(), points[:, 2].max()) == pytest.approx((5.0, 9.0), abs=1e-4)


def test_a_side_is_known_from_its_corners():
    square = wall_path(np.array([(-20.0, -20.0), (20.0, -20.0), (20.0, 20.0), (-20.0, 20.0)]))
    assert square.length_mm == pytest.approx(160.0)
    assert square.straight_mm(20.0) == pytest.approx(40.0, abs=1.5)
    assert square.straight_mm(30.0) == pytest.approx(20.0, abs=1.5)
    assert wall_path(plan_of(PLANS["round"])).straight_mm(0.0) < 5.0


def test_nothing_cannot_be_wrapped():
    with pytest.raises(MeshError):
        wrap_on_wall(empty(), wall_path(plan_of(PLANS["round"])), 0.0, 0.0, out_mm=1.0, sunk_mm=0.0)
