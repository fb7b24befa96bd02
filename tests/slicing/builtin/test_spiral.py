"""The vase: one wall that rises without a seam."""

from __future__ import annotations

import manifold3d
import numpy as np
import pytest

from memoreez_desktop.core.errors import SlicingError
from memoreez_desktop.core.gcode import Role
from memoreez_desktop.slicing.builtin.flow import layer_flows

BOTTOM = 3


def vase_solid():
    """A twisted square with round corners that widens, 20 mm high."""
    outline = manifold3d.CrossSection.square((14, 14), True).offset(4, manifold3d.JoinType.Round, 2.0, 48)
    return manifold3d.Manifold.extrude(outline, 20, 100, 60, (1.3, 1.3))


@pytest.fixture(scope="module")
def vase(solid_mesh, slice_it):
    return slice_it(solid_mesh(vase_solid()), spiral_vase=True, bottom_solid_layers=BOTTOM)


def moves_of(text):
    """X, Y, Z, E of each move after the last flat layer, and whether it travels."""
    part = text.split(";LAYER_CHANGE\n")[BOTTOM + 1 :]
    body = "\n".join(part).split(";TYPE:Custom")[0]
    at = {"X": 0.0, "Y": 0.0, "Z": 0.2 * BOTTOM, "E": 0.0}
    rows = []
    for line in body.splitlines():
        words = line.split(";")[0].split()
        if words and words[0] in ("G0", "G1"):
            at["E"] = 0.0
            at.update({word[0]: float(word[1:]) for word in words[1:] if word[0] in at})
            rows.append((*at.values(), words[0] == "G0"))
    return np.array(rows)


def test_the_wall_rises_without_a_stop(vase):
    moves = moves_of(vase.text)
    # One way from the bottom to the wall; after it nothing but plastic.
    assert moves[1:, 4].sum() == 0
    assert (moves[1:, 3] > -1e-9).all()
    z = moves[1:, 2]
    assert (np.diff(z) >= 0).all()
    rises = np.diff(z[z < 20 - 1e-6])
    assert rises.max() < 0.05
    assert z[-1] == pytest.approx(20.0)


def test_no_step_is_seen_where_turns_meet(vase):
    places = moves_of(vase.text)[1:, :2]
    before, here, after = places[:-2], places[1:-1], places[2:]
    chord, way = after - before, here - before
    aside = (way[:, 0] * chord[:, 1] - way[:, 1] * chord[:, 0]) / np.maximum(np.hypot(*chord.T), 1e-9)
    # The line bends left all the way, in no more than the corners' own bends.
    assert aside.min() > -0.003
    assert aside.max() < 0.08


def test_the_wall_has_the_plastic_of_its_area(vase):
    paths = vase.paths
    wall = paths.end_mm[:, 2] > (BOTTOM + 0.001) * 0.2
    length = np.linalg.norm(paths.end_mm - paths.start_mm, axis=1)
    printed = (paths.role != Role.TRAVEL) & wall
    moves = moves_of(vase.text)
    fed_mm3 = moves[1:, 3].sum() * np.pi * 1.75**2 / 4
    flow = layer_flows(vase.settings.quality, 0.2, first=False).outer
    turns = 100 - BOTTOM
    # One turn more than layers is drawn; the first and the last one with half of the plastic.
    mean_turn = length[printed].sum() / (turns + 1)
    assert fed_mm3 == pytest.approx(mean_turn * turns * flow.area_mm2, rel=0.02)
    outline = manifold3d.Manifold.slice(vase_solid(), 10.0)
    centre = outline.offset(-flow.width_mm / 2, manifold3d.JoinType.Round, 2.0, 48)
    around = sum(np.hypot(*(np.roll(r, -1, axis=0) - r).T).sum() for r in centre.to_polygons())
    assert mean_turn == pytest.approx(around, rel=0.02)


def test_the_bottom_is_solid_and_nothing_else_is_filled(vase):
    filled = np.isin(vase.paths.role, [Role.SOLID_INFILL, Role.TOP_SOLID_INFILL, Role.INFILL])
    assert vase.paths.end_mm[filled, 2].max() == pytest.approx(0.2 * BOTTOM)
    assert vase.stats.layers == vase.read.layers == 100
    assert set(np.unique(vase.paths.role[vase.paths.end_mm[:, 2] > 0.61])) <= {
        Role.TRAVEL,
        Role.EXTERNAL_PERIMETER,
    }


def test_a_hollow_cup_becomes_the_same_vase_as_a_full_one(solid_mesh, slice_it, vase):
    cup = vase_solid() - manifold3d.Manifold.cylinder(30, 5).translate((0, 0, 2))
    sliced = slice_it(solid_mesh(cup), spiral_vase=True, bottom_solid_layers=BOTTOM)
    assert sliced.text.split("M107")[1] == vase.text.split("M107")[1]


def test_without_a_bottom_one_flat_ring_lies_on_the_bed(solid_mesh, slice_it):
    tube = slice_it(solid_mesh(vase_solid()), spiral_vase=True, bottom_solid_layers=0)
    assert "solid_infill" not in tube.stats.roles
    assert tube.stats.layers == 100


def test_a_dome_closes_until_no_line_fits(solid_mesh, slice_it):
    dome = manifold3d.Manifold.sphere(8, 64).trim_by_plane((0, 0, 1), 0)
    sliced = slice_it(solid_mesh(dome), spiral_vase=True, bottom_solid_layers=2)
    assert 38 <= sliced.stats.layers <= 40


def test_a_model_as_low_as_its_bottom_is_printed_flat(box, slice_it):
    assert slice_it(box(20, 20, 0.4), spiral_vase=True).stats.layers == 2


def two_towers():
    foot = manifold3d.Manifold.cube((30, 10, 5))
    return sum([manifold3d.Manifold.cube((8, 10, 12)).translate((x, 0, 0)) for x in (0, 22)], foot)


def hourglass():
    cone = manifold3d.Manifold.cylinder(10, 8, 0.05, 64)
    return cone + cone.mirror((0, 0, 1)).translate((0, 0, 19.9))


@pytest.mark.parametrize(
    ("make", "words"), [(two_towers, "at 5.2 mm this model has 2 parts"), (hourglass, "too thin for a wall")]
)
def test_what_is_no_single_wall_is_refused_with_its_height(make, words, solid_mesh, slice_it):
    with pytest.raises(SlicingError) as caught:
        slice_it(solid_mesh(make()), spiral_vase=True)
    assert words in caught.value.message
    assert caught.value.hint
