"""Supports: under what would not print in the air, never in the model, and nowhere else."""

from __future__ import annotations

from itertools import pairwise

import cv2
import manifold3d
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memoreez_desktop.core.gcode import Role
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.slicing.builtin.engine import BuiltinEngine

CUBE = manifold3d.Manifold.cube
SUPPORTS = (int(Role.SUPPORT_MATERIAL), int(Role.SUPPORT_INTERFACE))
BED_MIDDLE = np.array([110.0, 110.0])


def tee(reach=8.0):
    """A post with a plate that reaches out on both sides."""
    return CUBE((8, 20, 12)).translate((reach, 0, 0)) + CUBE((8 + 2 * reach, 20, 3)).translate((0, 0, 12))


def table(span):
    feet = CUBE((6, 20, 8)) + CUBE((6, 20, 8)).translate((6 + span, 0, 0))
    return feet + CUBE((12 + span, 20, 3)).translate((0, 0, 8))


def hook():
    """A gallows with a drop hanging from it: the drop begins in mid-air."""
    drop = CUBE((5, 5, 9)).translate((14, 7, 4))
    return CUBE((8, 20, 14)) + CUBE((20, 20, 3)).translate((0, 0, 13)) + drop


def mushroom_on_plate():
    return (
        CUBE((40, 40, 2)) + CUBE((6, 6, 10)).translate((17, 17, 1)) + CUBE((24, 24, 3)).translate((8, 8, 10))
    )


def tongue():
    """A narrow plate that one end holds: no bridge, however narrow."""
    return CUBE((10, 10, 10)) + CUBE((30, 10, 2)).translate((0, 0, 9))


def sphere():
    return manifold3d.Manifold.sphere(12.0, 64).translate((0, 0, 12))


def steps():
    """A tower whose floors each reach out by one millimetre."""
    floors = [CUBE((12 + 2 * k, 12 + 2 * k, 3)).translate((-k, -k, 3 * k)) for k in range(4)]
    return sum(floors[1:], floors[0])


def support_lines(sliced):
    chosen = np.isin(sliced.paths.role, SUPPORTS)
    return sliced.paths.start_mm[chosen], sliced.paths.end_mm[chosen], sliced.paths.layer[chosen]


def below(sliced, low, high):
    """Supports whose middle lies in a box of the model's own coordinates, in mm of line."""
    start, end, _ = support_lines(sliced)
    middle = (start + end) / 2
    inside = ((middle[:, :2] >= low) & (middle[:, :2] <= high)).all(axis=1)
    return float(np.linalg.norm((end - start)[inside], axis=1).sum())


def distance_to_model(sliced, solid):
    """Smallest way from a line's surface to the section of its own layer, in mm; negative is inside."""
    low, high = np.array(solid.bounding_box()).reshape(2, 3)
    moved = solid.translate((*(BED_MIDDLE - (low + high)[:2] / 2), -low[2]))
    start, end, layer = support_lines(sliced)
    least = np.inf
    for k in np.unique(layer):
        section = moved.slice(float(sliced.paths.layer_z_mm[k]) - 0.1)
        if section.is_empty():
            continue
        edges = [np.stack([ring, np.roll(ring, -1, axis=0)]) for ring in section.to_polygons()]
        a, b = np.concatenate(edges, axis=1)
        chosen = layer == k
        for u in (0.0, 0.25, 0.5, 0.75, 1.0):
            for point in start[chosen, :2] + (end - start)[chosen, :2] * u:
                t = np.clip(((point - a) * (b - a)).sum(axis=1) / ((b - a) ** 2).sum(axis=1), 0, 1)
                way = np.linalg.norm(a + (b - a) * t[:, None] - point, axis=1).min()
                dot = manifold3d.CrossSection.square((1e-3, 1e-3), True).translate(tuple(point))
                least = min(least, -way if not (dot ^ section).is_empty() else way)
    return least - 0.225


def has_supports(sliced):
    return "support_material" in sliced.stats.roles


def test_a_plate_that_reaches_out_is_held_on_both_sides(slice_it, solid_mesh):
    sliced = slice_it(solid_mesh(tee()))
    left, right = below(sliced, (98, 100), (105.9, 120)), below(sliced, (114.1, 100), (122, 120))
    assert min(left, right) > 1000
    assert left == pytest.approx(right, rel=0.25)
    assert "; support_material = 1 (auto)" in sliced.text


@pytest.mark.parametrize(("span", "needed"), [(6.0, False), (13.0, False), (31.0, True), (60.0, True)])
def test_a_short_bridge_needs_nothing_and_a_long_one_does(span, needed, slice_it, solid_mesh):
    assert has_supports(slice_it(solid_mesh(table(span)))) is needed


def test_always_means_under_short_bridges_too(slice_it, solid_mesh):
    assert has_supports(slice_it(solid_mesh(table(10.0)), supports="on"))


def test_a_tongue_is_no_bridge(slice_it, solid_mesh):
    assert has_supports(slice_it(solid_mesh(tongue())))


@pytest.mark.parametrize("reach", [0.6, 1.0])
def test_narrow_steps_hold_themselves(reach, slice_it, solid_mesh):
    assert not has_supports(slice_it(solid_mesh(tee(reach))))
    assert not has_supports(slice_it(solid_mesh(steps())))


@pytest.mark.parametrize(("lean_deg", "needed"), [(30.0, False), (45.0, False), (56.0, True), (65.0, True)])
def test_the_threshold_is_where_it_is_asked_for(lean_deg, needed, slice_it, solid_mesh):
    """A wall that leans this much from the vertical; the default holds what leans more than 50°."""
    far = 15 * np.tan(np.radians(lean_deg))
    side = manifold3d.CrossSection(
        [np.array([(0, 0), (6, 0), (6 + far, 15), (far - 8, 15), (0, 15 * 0.3)])], manifold3d.FillRule.NonZero
    )
    leaning = manifold3d.Manifold.extrude(side, 20).rotate((90, 0, 0))
    assert has_supports(slice_it(solid_mesh(leaning))) is needed


def test_what_begins_in_mid_air_gets_a_column(slice_it, solid_mesh):
    sliced = slice_it(solid_mesh(hook()))
    # The drop stands at x 14-19, y 7-12 of a model 20 x 20 mm.
    assert below(sliced, (113, 106), (120, 113)) > 100
    start, _, _ = support_lines(sliced)
    assert start[:, 2].min() == pytest.approx(0.2)


def test_a_ball_on_a_point_is_held_and_has_a_brim(slice_it, solid_mesh):
    sliced = slice_it(solid_mesh(sphere()))
    assert has_supports(sliced)
    assert sliced.stats.roles["brim"].filament_mm > 5
    assert "skirt" in sliced.stats.roles


def test_only_from_the_bed_means_never_on_the_model(slice_it, solid_mesh):
    mesh = solid_mesh(mushroom_on_plate())
    assert has_supports(slice_it(mesh))
    assert not has_supports(slice_it(mesh, support_material_buildplate_only=True))
    assert has_supports(slice_it(solid_mesh(tee()), support_material_buildplate_only=True))


@pytest.mark.parametrize("make", [tee, hook, sphere, mushroom_on_plate], ids=lambda make: make.__name__)
def test_supports_keep_away_from_the_model(make, slice_it, solid_mesh):
    solid = make()
    # Close under a contact 0.2 mm are enough; the file rounds to 0.001 mm, and turns cut corners of cells.
    assert distance_to_model(slice_it(solid_mesh(solid)), solid) > 0.1


def test_the_gap_above_them_is_what_was_asked_for(slice_it, solid_mesh):
    for distance_mm, layers in ((0.1, 1), (0.2, 1), (0.3, 2), (0.0, 0)):
        sliced = slice_it(solid_mesh(tee()), support_material_contact_distance_mm=distance_mm)
        _, _, layer = support_lines(sliced)
        # The plate begins in layer 60 (z 12.0-12.2).
        assert layer.max() == 59 - layers


def test_interface_layers_are_on_top_and_cross_the_pillars(slice_it, solid_mesh):
    sliced = slice_it(solid_mesh(tee()), support_material_interface_layers=3)
    interface = sliced.paths.role == int(Role.SUPPORT_INTERFACE)
    assert set(sliced.paths.layer[interface].tolist()) == {56, 57, 58}
    ways = np.abs(sliced.paths.end_mm - sliced.paths.start_mm)
    assert ways[interface, 1].sum() > 5 * ways[interface, 0].sum()
    pillars = sliced.paths.role == int(Role.SUPPORT_MATERIAL)
    assert ways[pillars, 0].sum() > 3 * ways[pillars, 1].sum()
    none = slice_it(solid_mesh(tee()), support_material_interface_layers=0)
    assert "support_interface" not in none.stats.roles


def test_wider_spacing_takes_less_plastic(slice_it, solid_mesh):
    mesh = solid_mesh(tee(20.0))
    plastic = [
        slice_it(mesh, support_material_spacing_mm=spacing).stats.roles["support_material"].filament_mm
        for spacing in (1.0, 2.0, 4.0)
    ]
    assert plastic[0] > 1.4 * plastic[1] > 1.8 * plastic[2]


@pytest.mark.parametrize("solid", [tee, mushroom_on_plate])
def test_a_layer_goes_on_where_the_one_below_ended(slice_it, solid_mesh, solid):
    paths = slice_it(solid_mesh(solid()), skirts=0).paths
    printed = paths.width_mm > 0
    layer, carries = paths.layer[printed], np.isin(paths.role[printed], SUPPORTS)
    kinds = [carries[layer == i] for i in np.unique(layer)]
    # Where there are both, the nozzle stays with what it came from: nobody begins with supports each time.
    mixed = [(below, above) for below, above in pairwise(kinds) if 0 < above.sum() < len(above)]
    assert len(mixed) > 20
    assert np.mean([below[-1] == above[0] for below, above in mixed]) > 0.9


def floating_mm2(sliced, pixel_mm=0.1):
    """Area of the pieces of all layers that touch nothing of the two layers below."""
    paths = sliced.paths
    printed = paths.width_mm > 0
    low = np.minimum(paths.start_mm, paths.end_mm)[printed, :2].min(axis=0) - 1
    high = np.maximum(paths.start_mm, paths.end_mm)[printed, :2].max(axis=0) + 1
    shape = tuple(np.ceil((high - low) / pixel_mm).astype(int)[::-1])
    below, area = [], 0.0
    for k in range(len(paths.layer_z_mm)):
        chosen = printed & (paths.layer == k)
        ends = [((v[chosen, :2] - low) / pixel_mm * 16).astype(int) for v in (paths.start_mm, paths.end_mm)]
        image = np.zeros(shape, np.uint8)
        for a, b in zip(*ends, strict=True):
            cv2.line(image, tuple(map(int, a)), tuple(map(int, b)), 1, 4, shift=4)
        count, labels = cv2.connectedComponents(image)
        if below:
            held = np.unique(labels[np.maximum.reduce(below) > 0])
            area += np.isin(labels, np.setdiff1d(np.arange(1, count), held)).sum() * pixel_mm**2
        below = [image, *below][:2]
    return area


@settings(max_examples=6, deadline=None)
@given(reach=st.floats(3.0, 15.0), turn=st.floats(0.0, 90.0), height=st.sampled_from([0.2, 0.28]))
def test_nothing_floats(slice_it, solid_mesh, reach, turn, height):
    sliced = slice_it(solid_mesh(tee(reach).rotate((0, 0, turn))), layer_height_mm=height)
    assert floating_mm2(sliced) < 0.5


@pytest.mark.parametrize("make", [hook, sphere, mushroom_on_plate], ids=lambda make: make.__name__)
def test_nothing_floats_under_islands_and_slopes(make, slice_it, solid_mesh):
    mesh = solid_mesh(make())
    assert floating_mm2(slice_it(mesh)) < 0.5


def test_without_supports_a_drop_would_float(slice_it, solid_mesh):
    assert floating_mm2(slice_it(solid_mesh(hook()), supports="off")) > 5


def test_a_model_without_overhangs_is_the_same_with_and_without(slice_it, box):
    moves = [
        text[text.index(";LAYER_CHANGE") :]
        for text in (slice_it(box(30, 18, 7), supports=mode).text for mode in ("off", "auto", "on"))
    ]
    assert moves[0] == moves[1] == moves[2]


def test_off_is_off(slice_it, solid_mesh):
    sliced = slice_it(solid_mesh(tee()), supports="off")
    assert not has_supports(sliced)
    assert "support_material" not in sliced.text


def test_supports_are_the_same_every_time(solid_mesh, tmp_path, request):
    chosen = request.getfixturevalue("settings")
    for name in ("a", "b"):
        BuiltinEngine().slice(solid_mesh(hook()), chosen, tmp_path / name, JobContext())
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


@pytest.mark.parametrize("opening", [False, True])
def test_supports_that_nobody_can_take_out_are_told(opening, solid_mesh, tmp_path, request):
    chosen = request.getfixturevalue("settings").with_quality(supports="on")
    solid = CUBE((40, 40, 16)) - CUBE((34, 34, 10)).translate((3, 3, 3))
    if opening:
        solid -= CUBE((10, 10, 6)).translate((-1, 15, 5))
    notes = BuiltinEngine().slice(solid_mesh(solid), chosen, tmp_path / "a", JobContext()).notes
    assert any("cannot be removed" in note for note in notes) is not opening


def test_what_was_added_is_told(solid_mesh, box, tmp_path, request):
    chosen = request.getfixturevalue("settings")
    engine = BuiltinEngine()
    notes = engine.slice(solid_mesh(tee()), chosen, tmp_path / "a", JobContext()).notes
    # Twice 8 x 20 mm, counted in cells.
    assert notes in [(f"Supports were added under {area} cm².",) for area in (3.1, 3.2)]
    assert engine.slice(box(40, 40, 3), chosen, tmp_path / "b", JobContext()).notes == ()
    tower = engine.slice(box(8, 8, 60), chosen, tmp_path / "c", JobContext())
    assert tower.notes == ("A brim of 5 mm was added: it stands on little.",)


@pytest.mark.parametrize(
    ("size", "quality", "width_mm"),
    [
        ((9, 9, 10), {}, 5.0),
        ((20, 20, 119), {}, 0.0),
        ((20, 20, 122), {}, 5.0),
        ((20, 20, 122), {"brim_type": "no_brim"}, 0.0),
        ((20, 20, 5), {"brim_width_mm": 3.0}, 3.0),
        ((20, 20, 5), {"brim_width_mm": 3.0, "brim_type": "no_brim"}, 0.0),
        ((20, 20, 122), {"brim_type": "outer_only", "brim_width_mm": 2.0}, 2.0),
        ((219, 8, 60), {}, 0.0),
    ],
)
def test_a_brim_comes_where_little_stands(size, quality, width_mm, slice_it, box):
    sliced = slice_it(box(*size), **quality)
    brim = sliced.paths.role == int(Role.BRIM)
    if not width_mm:
        assert not brim.any()
        return
    reach = BED_MIDDLE[0] - size[0] / 2 - sliced.paths.start_mm[brim, 0].min() + 0.225
    assert reach == pytest.approx(width_mm, abs=0.45)


def test_feet_stay_on_the_bed_and_inside_the_skirt(slice_it, solid_mesh):
    wide = CUBE((10, 10, 10)).translate((100, 20, 0)) + CUBE((214, 50, 2)).translate((0, 0, 10))
    sliced = slice_it(solid_mesh(wide))
    (low_x, low_y, _), (high_x, high_y, _) = sliced.stats.bounds_mm
    assert low_x >= 0
    assert low_y >= 0
    assert high_x <= 220
    assert high_y <= 220
    small = slice_it(solid_mesh(tee()))
    skirt = small.paths.start_mm[small.paths.role == int(Role.SKIRT), :2]
    start, end, _ = support_lines(small)
    assert (skirt.min(axis=0) < np.minimum(start, end)[:, :2].min(axis=0) - 1).all()
    assert (skirt.max(axis=0) > np.maximum(start, end)[:, :2].max(axis=0) + 1).all()
