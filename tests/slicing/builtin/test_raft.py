"""A raft: dense where the model stands, wide on the bed, and a gap of air between."""

from __future__ import annotations

import re

import manifold3d
import numpy as np
import pytest

from memoreez_desktop.core.errors import DoesNotFitError
from memoreez_desktop.core.gcode import Role
from memoreez_desktop.slicing.builtin.around.raft import raft_height_mm, raft_layers
from memoreez_desktop.slicing.builtin.cutting.layers import layer_stack

CUBE = manifold3d.Manifold.cube
RAFT = (int(Role.SUPPORT_MATERIAL), int(Role.SUPPORT_INTERFACE))
OF_MODEL = tuple(
    int(role)
    for role in (
        Role.PERIMETER,
        Role.EXTERNAL_PERIMETER,
        Role.SOLID_INFILL,
        Role.TOP_SOLID_INFILL,
        Role.INFILL,
        Role.BRIDGE_INFILL,
    )
)


def lines(sliced, roles):
    chosen = np.isin(sliced.paths.role, roles)
    return sliced.paths.start_mm[chosen], sliced.paths.end_mm[chosen], sliced.paths.layer[chosen]


def outline(sliced, layer):
    start, end, layers = lines(sliced, RAFT)
    points = np.concatenate([start, end])[np.tile(layers == layer, 2), :2]
    return points.min(axis=0), points.max(axis=0)


@pytest.mark.parametrize("count", [1, 2, 3, 5])
def test_there_are_as_many_layers_as_asked_for(count, slice_it, box):
    plain, sliced = slice_it(box(20, 20, 4)), slice_it(box(20, 20, 4), raft_layers=count)
    assert len(sliced.paths.layer_z_mm) == len(plain.paths.layer_z_mm) + count
    _, _, layers = lines(sliced, RAFT)
    assert set(layers.tolist()) == set(range(count))


def test_the_model_is_lifted_and_otherwise_the_same(slice_it, box):
    plain = slice_it(box(24, 18, 5), skirts=0)
    sliced = slice_it(box(24, 18, 5), skirts=0, raft_layers=3)
    lift = np.array([0.0, 0.0, raft_height_mm(sliced.settings)])
    for layer in range(len(plain.paths.layer_z_mm)):
        chosen = [np.isin(s.paths.role, OF_MODEL) for s in (plain, sliced)]
        chosen[0] &= plain.paths.layer == layer
        chosen[1] &= sliced.paths.layer == layer + 3
        drawn = [s.paths.end_mm[c] for s, c in zip((plain, sliced), chosen, strict=True)]
        length = [
            np.linalg.norm((s.paths.end_mm - s.paths.start_mm)[c], axis=1).sum()
            for s, c in zip((plain, sliced), chosen, strict=True)
        ]
        assert length[1] == pytest.approx(length[0], rel=0.005)
        np.testing.assert_allclose(drawn[1].min(axis=0), drawn[0].min(axis=0) + lift, atol=0.02)
        np.testing.assert_allclose(drawn[1].max(axis=0), drawn[0].max(axis=0) + lift, atol=0.02)


@pytest.mark.parametrize("gap_mm", [0.1, 0.25])
def test_the_gap_is_what_was_asked_for(gap_mm, slice_it, box):
    sliced = slice_it(box(20, 20, 4), raft_layers=2, raft_contact_distance_mm=gap_mm)
    tops = sliced.paths.layer_z_mm
    # The model's first layer is 0.2 mm high.
    assert tops[2] - 0.2 - tops[1] == pytest.approx(gap_mm, abs=1e-3)
    words = re.findall(r";Z:([\d.]+)\n;HEIGHT:([\d.]+)", sliced.text)
    assert [float(height) for _, height in words[:3]] == [0.3, 0.2, 0.2]
    np.testing.assert_allclose([float(z) for z, _ in words[:3]], tops[:3], atol=1e-3)


def test_it_is_wider_than_the_model_by_the_expansion(slice_it, box):
    for expansion_mm in (0.5, 3.0):
        sliced = slice_it(box(20, 20, 4), raft_layers=3, raft_expansion_mm=expansion_mm)
        for layer in range(3):
            half_mm = raft_layers(sliced.settings)[layer].flow.width_mm / 2
            low, high = outline(sliced, layer)
            np.testing.assert_allclose(low, 100 - expansion_mm + half_mm, atol=0.05)
            np.testing.assert_allclose(high, 120 + expansion_mm - half_mm, atol=0.05)


def test_its_top_is_dense_and_its_base_is_not(slice_it, box):
    sliced = slice_it(box(30, 30, 4), raft_layers=4, skirts=0)
    area_mm2 = 33.0**2
    start, end, layers = lines(sliced, RAFT)
    covered = []
    for k, layer in enumerate(raft_layers(sliced.settings)):
        length = np.linalg.norm((end - start)[layers == k], axis=1).sum()
        covered.append(length * layer.flow.spacing_mm / area_mm2)
    assert 0.45 < covered[0] < 0.7
    assert 0.65 < covered[1] < 0.85
    assert covered[2] == pytest.approx(1.0, abs=0.06)
    assert covered[3] == pytest.approx(1.0, abs=0.06)
    assert set(sliced.paths.role[(sliced.paths.layer == 3) & (sliced.paths.role != 0)].tolist()) == {
        int(Role.SUPPORT_INTERFACE)
    }


def test_supports_stand_on_it(slice_it, solid_mesh):
    tee = CUBE((8, 20, 12)).translate((16, 0, 0)) + CUBE((40, 20, 3)).translate((0, 0, 12))
    sliced = slice_it(solid_mesh(tee), raft_layers=2, skirts=0)
    start, end, layers = lines(sliced, RAFT)
    feet = layers == 2
    assert feet.any()
    points = np.concatenate([start[feet], end[feet]])[:, :2]
    low, high = outline(sliced, 1)
    assert (points.min(axis=0) > low).all()
    assert (points.max(axis=0) < high).all()
    # The reader takes a line to be as high as the step to the layer below: only the feet fill that step.
    widths = sliced.paths.width_mm
    assert widths[np.isin(sliced.paths.role, RAFT) & (sliced.paths.layer == 2)].min() == pytest.approx(
        0.45, abs=0.01
    )
    assert widths[(sliced.paths.role == int(Role.PERIMETER)) & (sliced.paths.layer == 2)].max() < 0.4


def test_the_skirt_goes_around_it_and_the_first_layers_are_slow(slice_it, box):
    sliced = slice_it(box(20, 20, 4), raft_layers=2)
    skirt = sliced.paths.role == int(Role.SKIRT)
    assert set(sliced.paths.layer[skirt].tolist()) == {0}
    low, _ = outline(sliced, 0)
    assert (sliced.paths.start_mm[skirt, :2].min(axis=0) < low - 4).all()
    for layer in (0, 2):
        printed = (sliced.paths.layer == layer) & (sliced.paths.width_mm > 0)
        way = np.linalg.norm((sliced.paths.end_mm - sliced.paths.start_mm)[printed], axis=1)
        assert (way / sliced.paths.time_s[printed]).max() <= 20.01


def test_it_stays_on_the_bed(slice_it, box):
    sliced = slice_it(box(219, 30, 4), raft_layers=2, raft_expansion_mm=5.0)
    (low_x, _, _), (high_x, _, _) = sliced.stats.bounds_mm
    assert low_x >= 0.0
    assert high_x <= 220.0


def test_a_model_that_is_too_high_with_it_is_refused(slice_it, box):
    slice_it(box(30, 30, 249.8))
    with pytest.raises(DoesNotFitError):
        slice_it(box(30, 30, 249.8), raft_layers=3)


def test_without_layers_nothing_is_there(slice_it, box):
    sliced = slice_it(box(20, 20, 4), raft_layers=0)
    assert not np.isin(sliced.paths.role, RAFT).any()
    assert raft_height_mm(sliced.settings) == 0.0
    assert len(layer_stack(4.0, 0.2, 0.2)) == len(sliced.paths.layer_z_mm)
