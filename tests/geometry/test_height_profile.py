"""A mesh spread over its layers: the same areas and outlines that cutting it gives."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from memoreez_desktop.geometry.height_profile import height_profile
from memoreez_desktop.geometry.shapes import circle, rectangle
from memoreez_desktop.geometry.solids import extrude, revolve, to_mesh, to_solid, union

heights = st.floats(0.3, 30.0)
layers = st.sampled_from([0.1, 0.2, 0.28])


@given(heights, layers)
def test_a_pillar_has_the_same_cut_in_every_layer(height_mm: float, layer_mm: float) -> None:
    mesh = to_mesh(extrude(rectangle(10.0, 4.0), height_mm))
    profile = height_profile(mesh, layer_mm)
    assert profile.layers == max(1, int(np.ceil(height_mm / layer_mm - 1e-4)))
    # The first and the last layer hold the bottom and the top.
    whole = profile.area_mm2[1:-1]
    assert whole == pytest.approx(np.full(len(whole), 40.0), rel=1e-3)
    assert profile.outline_mm[1:-1] == pytest.approx(np.full(len(whole), 28.0), rel=1e-3)


@given(st.floats(3.0, 12.0), st.floats(0.2, 0.9), layers)
def test_nothing_is_lost_over_the_layers(radius_mm: float, narrowing: float, layer_mm: float) -> None:
    lower = extrude(circle(radius_mm, 48), 5.0)
    upper = extrude(circle(radius_mm * narrowing, 48), 5.0, 5.0)
    mesh = to_mesh(union([lower, upper]))
    profile = height_profile(mesh, layer_mm)
    assert profile.up_mm2.sum() == pytest.approx(profile.down_mm2.sum(), rel=1e-3)
    assert profile.down_mm2.sum() == pytest.approx(circle(radius_mm, 48).area(), rel=1e-3)
    volume = profile.area_mm2.sum() * layer_mm
    assert volume == pytest.approx(mesh.volume_mm3, abs=2 * layer_mm * circle(radius_mm, 48).area())


def test_a_cone_is_cut_as_a_knife_cuts_it() -> None:
    mesh = to_mesh(revolve([[0.0, 0.0], [10.0, 0.0], [0.0, 20.0]], 96))
    profile, solid = height_profile(mesh, 0.2), to_solid(mesh)
    for layer in (5, 40, 70, 95):
        cut = solid.slice((layer + 0.5) * 0.2)
        around = sum(np.hypot(*(np.roll(ring, -1, 0) - ring).T).sum() for ring in cut.to_polygons())
        assert profile.area_mm2[layer] == pytest.approx(cut.area(), rel=0.01, abs=0.1)
        # The slanting side of a layer is seen from the side, as long as its outline is.
        assert profile.outline_mm[layer] == pytest.approx(around, rel=0.01, abs=0.1)
