"""What is printed is what the model asks for: not more, not less, not elsewhere."""

from __future__ import annotations

import math
from typing import get_args

import manifold3d
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memoreez_desktop.core.gcode import Role
from memoreez_desktop.core.profiles import FillPattern
from memoreez_desktop.slicing.builtin.flow import layer_flows

FILAMENT_MM2 = math.pi * 1.75**2 / 4
ADHESION = ("skirt", "brim", "travel", "other")


def plastic_mm3(stats, *, roles=None):
    return FILAMENT_MM2 * sum(
        part.filament_mm
        for key, part in stats.roles.items()
        if key not in ADHESION and (roles is None or key in roles)
    )


def expected_mm3(area_at, quality, layers):
    """Add up walls, shells and sparse infill; ``area_at`` gives the area of the section inside an inset."""
    flows = layer_flows(quality, quality.layer_height_mm, first=False)
    h = quality.layer_height_mm
    outer, inner = flows.outer, flows.inner
    line_outer = outer.width_mm / 2
    line_inner = line_outer + (outer.spacing_mm + inner.spacing_mm) / 2
    inset = line_inner + inner.spacing_mm / 2
    step = 1e-3
    length = lambda d: (area_at(d - step) - area_at(d + step)) / (2 * step)  # noqa: E731
    walls = length(line_outer) * outer.area_mm2 + length(line_inner) * inner.area_mm2
    solid = min(layers, quality.top_solid_layers + quality.bottom_solid_layers)
    inside = area_at(inset) * h
    return layers * walls + inside * (solid + (layers - solid) * quality.fill_density_ratio)


@settings(max_examples=14, deadline=None)
@given(
    x=st.floats(14, 45),
    y=st.floats(14, 45),
    z=st.floats(1.5, 9),
    density=st.sampled_from([0.0, 0.15, 0.4, 1.0]),
    pattern=st.sampled_from(get_args(FillPattern)),
)
def test_a_box_takes_the_plastic_its_settings_ask_for(slice_it, box, x, y, z, density, pattern):
    sliced = slice_it(box(x, y, z), fill_density_ratio=density, fill_pattern=pattern)
    quality = sliced.settings.quality
    layers = round((z - 0.2) / 0.2) + 1
    assert sliced.stats.layers == layers
    expected = expected_mm3(lambda d: (x - 2 * d) * (y - 2 * d), quality, layers)
    assert plastic_mm3(sliced.stats) == pytest.approx(expected, rel=0.05)


@pytest.mark.parametrize("density", [0.1, 0.2, 1.0])
def test_a_cylinder_takes_the_plastic_its_settings_ask_for(slice_it, solid_mesh, density):
    mesh = solid_mesh(manifold3d.Manifold.cylinder(8.0, 15.0, 15.0, 180))
    sliced = slice_it(mesh, fill_density_ratio=density)
    expected = expected_mm3(lambda d: math.pi * (15 - d) ** 2, sliced.settings.quality, 40)
    assert plastic_mm3(sliced.stats) == pytest.approx(expected, rel=0.04)


def test_a_solid_box_is_filled(slice_it, box):
    sliced = slice_it(box(25, 20, 4), fill_density_ratio=1.0)
    # The round flanks of the outer perimeter are missing; the fill overlaps the inner one on purpose.
    assert 0.98 < plastic_mm3(sliced.stats) / (25 * 20 * 4) < 1.02


@settings(max_examples=12, deadline=None)
@given(
    x=st.floats(5, 30),
    y=st.floats(5, 30),
    hole=st.floats(0.0, 0.4),
    turn=st.floats(0, 90),
)
def test_no_line_leaves_the_outline(slice_it, solid_mesh, x, y, hole, turn):
    shape = manifold3d.CrossSection.square((x, y), True)
    if hole:
        shape = shape - manifold3d.CrossSection.circle(hole * min(x, y), 48)
    shape = shape.rotate(turn)
    sliced = slice_it(solid_mesh(manifold3d.Manifold.extrude(shape, 1.6)))
    paths = sliced.paths
    low_x, low_y, high_x, high_y = shape.bounds()
    shift = np.array([110 - (low_x + high_x) / 2, 110 - (low_y + high_y) / 2])
    printed = np.isin(paths.role, [int(role) for role in Role if role.key not in ADHESION])
    # The half width less the outline tolerance and the rounding of the file.
    room = shape.offset(-(0.45 / 2 - 0.02), manifold3d.JoinType.Round, 2.0, 32)
    beads = [
        manifold3d.CrossSection.square((0.004, 0.004), True).translate(tuple(end - shift))
        for end in paths.end_mm[printed, :2].astype(float)
    ]
    stray = manifold3d.CrossSection.batch_boolean(beads, manifold3d.OpType.Add) - room
    assert stray.area() < 1e-4


@settings(max_examples=14, deadline=None)
@given(thickness=st.floats(0.42, 2.0))
def test_walls_of_a_nozzle_or_more_neither_vanish_nor_double(slice_it, box, thickness):
    sliced = slice_it(box(30.0, thickness, 2.0))
    share = plastic_mm3(sliced.stats) / (30.0 * thickness * 2.0)
    # A free bead of 0.42 mm with round flanks holds 85 % of its box.
    assert 0.8 < share < 1.1
    assert sliced.stats.layers == 10


def test_a_layer_is_solid_under_and_over_and_sparse_between(slice_it, box):
    sliced = slice_it(box(30, 30, 6))
    roles = sliced.paths.role
    layers = {role: set(sliced.paths.layer[roles == role].tolist()) for role in (6, 7, 8)}
    assert layers[int(Role.TOP_SOLID_INFILL)] == {29}
    assert layers[int(Role.SOLID_INFILL)] == {0, 1, 2, 3, 26, 27, 28}
    assert layers[int(Role.INFILL)] == set(range(4, 26))


def test_a_span_between_two_feet_is_bridged_across(slice_it, solid_mesh):
    cube = manifold3d.Manifold.cube
    table = cube((4, 20, 4)) + cube((4, 20, 4)).translate((20, 0, 0)) + cube((24, 20, 4)).translate((0, 0, 3))
    sliced = slice_it(solid_mesh(table))
    bridge = sliced.paths.role == int(Role.BRIDGE_INFILL)
    assert set(sliced.paths.layer[bridge].tolist()) == {15}
    ways = np.abs(sliced.paths.end_mm[bridge] - sliced.paths.start_mm[bridge])
    # The feet stand apart along x: that is the way the threads must run.
    assert ways[:, 0].sum() > 10 * ways[:, 1].sum()


def test_overlapping_bodies_are_one(slice_it, solid_mesh, box):
    from memoreez_desktop.core.mesh import MeshModel

    one, two = box(20, 20, 3), box(20, 20, 3).moved(10)
    both = MeshModel(
        np.concatenate([one.vertices, two.vertices]),
        np.concatenate([one.faces, two.faces + len(one.vertices)]),
    )
    assert plastic_mm3(slice_it(both).stats) == pytest.approx(
        plastic_mm3(slice_it(box(30, 20, 3)).stats), rel=0.01
    )
