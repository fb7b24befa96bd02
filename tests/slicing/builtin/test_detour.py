"""Ways inside the plastic, and what is done where there is none."""

from __future__ import annotations

import itertools
from dataclasses import replace

import manifold3d
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from memoreez_desktop.core.gcode import Role
from memoreez_desktop.slicing.builtin.cutting.layers import layer_stack
from memoreez_desktop.slicing.builtin.moves import (
    EXTRUDE,
    KIND,
    LIFT,
    RETRACT,
    TRAVEL,
    UNRETRACT,
    WIPE,
    E,
    X,
    Y,
)
from memoreez_desktop.slicing.builtin.paths import LayerPaths
from memoreez_desktop.slicing.builtin.plane.edge_kernels import edges_of, segments_cross
from memoreez_desktop.slicing.builtin.plane.regions import Region, flat_rings
from memoreez_desktop.slicing.builtin.travel.detour_kernels import detour
from memoreez_desktop.slicing.builtin.travel.ground_kernels import crosses_outline, crossings, ground_of
from memoreez_desktop.slicing.builtin.travel.order import order_layers

HORSESHOE = Region.square((30.0, 20.0)) - Region.square((4.0, 15.0)).translate((13.0, 5.0))
LOOP_MM2 = 0.08


def blob(seed):
    """An island of circles with holes, and another one beside it."""
    rng = np.random.default_rng(seed)
    region = Region()
    for _ in range(6):
        region += Region.circle(rng.uniform(4, 9), 40).translate(tuple(rng.uniform(-12, 12, 2)))
    for _ in range(4):
        region -= Region.circle(rng.uniform(1, 4), 30).translate(tuple(rng.uniform(-12, 12, 2)))
    return region + Region.circle(4.0, 30).translate((32.0, 0.0))


def places_in(region, rng, count):
    inside = region.offset(-0.3, manifold3d.JoinType.Round)
    found = []
    while len(found) < count:
        x, y = rng.uniform(-22, 36), rng.uniform(-22, 22)
        if not (Region.square((1e-3, 1e-3), True).translate((x, y)) ^ inside).is_empty():
            found.append((x, y))
    return found


def stray_mm2(way, region):
    """How much of a hair along a way lies outside."""
    out = 0.0
    for (ax, ay), (bx, by) in itertools.pairwise(way):
        length, angle = np.hypot(bx - ax, by - ay), np.degrees(np.arctan2(by - ay, bx - ax))
        out += (Region.square((length, 1e-3)).rotate(angle).translate((ax, ay)) - region).area()
    return out


@given(seed=st.integers(0, 10**6))
def test_a_detour_never_leaves_the_section_and_is_short_enough(seed):
    region = blob(seed)
    ground = ground_of(*flat_rings(region))
    rng = np.random.default_rng(seed + 1)
    for start, end in zip(places_in(region, rng, 6), places_in(region, rng, 6), strict=True):
        if not crosses_outline(ground, *start, *end):
            continue
        bends = detour(ground, *start, *end)
        if not len(bends):
            continue
        way = [start, *map(tuple, bends), end]
        assert stray_mm2(way, region.offset(2e-3, manifold3d.JoinType.Round)) < 1e-6
        length = sum(np.hypot(b[0] - a[0], b[1] - a[1]) for a, b in itertools.pairwise(way))
        straight = np.hypot(end[0] - start[0], end[1] - start[1])
        assert length <= min(3 * straight, straight + 30.0) + 1e-6


@given(seed=st.integers(0, 10**6))
def test_the_grid_finds_every_edge_a_way_crosses(seed):
    points, rings = flat_rings(blob(seed))
    ground = ground_of(points, rings)
    edges = edges_of(points, rings)
    rng = np.random.default_rng(seed)
    for ax, ay, bx, by in rng.uniform(-40, 40, (20, 4)):
        wanted = sum(segments_cross(ax, ay, bx, by, *edge) for edge in edges)
        places, found = crossings(ground, ax, ay, bx, by)
        assert len(found) == len(set(found.tolist())) == wanted
        assert crosses_outline(ground, ax, ay, bx, by) == (wanted > 0)
        assert np.all(np.diff(places) >= 0)


def test_a_way_round_a_notch_keeps_off_the_outline():
    bends = detour(ground_of(*flat_rings(HORSESHOE)), 11.0, 8.0, 19.0, 8.0)
    assert len(bends) == 2
    assert np.all(bends[:, 1] == pytest.approx(4.5))


@pytest.mark.parametrize(
    ("start", "end"),
    [((11.0, 19.0), (19.0, 19.0)), ((2.0, 2.0), (40.0, 2.0)), ((-5.0, 2.0), (35.0, 2.0))],
    ids=["too far round", "to another island", "from outside"],
)
def test_there_is_not_always_a_way(start, end):
    both = HORSESHOE + Region.square((5.0, 5.0)).translate((38.0, 0.0))
    assert len(detour(ground_of(*flat_rings(both)), *start, *end)) == 0


def moves_of(settings, region, draw):
    """The moves of the second of two equal layers."""
    layers = []
    for _ in range(2):
        paths = LayerPaths()
        draw(paths)
        layers.append((paths, region))
    moves = order_layers(layers, layer_stack(0.4, 0.2, 0.2), settings)
    return moves.table[moves.layers[1] :]


def two_lines(paths):
    """A line on each arm of the horseshoe: a way of 8 mm over the notch."""
    points = np.array([[2.0, 8.0], [11.0, 8.0], [19.0, 8.0], [28.0, 8.0]])
    paths.add_chains(points, np.array([0, 2, 4]), Role.INFILL, LOOP_MM2, 60.0, fixed=True)


def count(table, kind):
    return int((table[:, KIND] == kind).sum())


def test_inside_one_island_the_nozzle_goes_round_instead_of_drawing_back(settings):
    table = moves_of(settings, HORSESHOE, two_lines)
    first = int(np.flatnonzero(table[:, KIND] == EXTRUDE)[0])
    assert count(table[first:], RETRACT) == 0
    assert count(table[first:], TRAVEL) == 3
    table = moves_of(settings.with_quality(avoid_crossing_perimeters=False), HORSESHOE, two_lines)
    assert count(table[first:], RETRACT) == 1


def apart(paths):
    """Two squares, each with its perimeter and a line inside."""
    for k in range(2):
        square = Region.square((9.0, 9.0)).translate((0.5 + 20 * k, 0.5))
        paths.add_loops(square, Role.EXTERNAL_PERIMETER, LOOP_MM2, 30.0)
    points = np.array([[2.0, 5.0], [8.0, 5.0], [22.0, 5.0], [28.0, 5.0]])
    paths.add_chains(points, np.array([0, 2, 4]), Role.INFILL, LOOP_MM2, 60.0)


SQUARES = Region.square((10.0, 10.0)) + Region.square((10.0, 10.0)).translate((20.0, 0.0))


@pytest.mark.parametrize("lift", [0.0, 0.4])
def test_between_islands_it_draws_back_and_hops_over_what_is_printed(settings, lift):
    chosen = replace(settings, printer=replace(settings.printer, retract_lift_mm=lift))
    table = moves_of(chosen, SQUARES, apart)
    assert count(table, RETRACT) == count(table, UNRETRACT) == 1
    # The change of layer, then up and down.
    assert count(table, LIFT) == (3 if lift else 1)


def test_nothing_printed_in_between_needs_no_hop(settings):
    def outer_alone(paths):
        for k in range(2):
            square = Region.square((9.0, 9.0)).translate((0.5 + 20 * k, 0.5))
            paths.add_loops(square, Role.EXTERNAL_PERIMETER, LOOP_MM2, 30.0)

    chosen = replace(settings, printer=replace(settings.printer, retract_lift_mm=0.4))
    table = moves_of(chosen.with_quality(seam_position="nearest"), SQUARES, outer_alone)
    assert count(table, RETRACT) == 1
    assert count(table, LIFT) == 1


@given(wipe=st.floats(0.0, 12.0), coasting=st.floats(0.0, 0.5), retract=st.integers(0, 60))
def test_wipe_and_coasting_account_for_every_bit_of_plastic(settings, wipe, coasting, retract):
    printer = replace(settings.printer, wipe_mm=wipe, coasting_mm3=coasting, retract_length_mm=retract / 10)

    def loops(paths):
        for k in range(3):
            square = Region.square((9.0, 9.0)).translate((0.5 + 20 * k, 0.5))
            paths.add_loops(square, Role.EXTERNAL_PERIMETER, LOOP_MM2, 30.0)

    ground = SQUARES + SQUARES.translate((40.0, 0.0))
    plain = moves_of(settings, ground, loops)
    table = moves_of(replace(settings, printer=printer), ground, loops)
    drawn = table[np.isin(table[:, KIND], [RETRACT, WIPE]), E].sum()
    given_back = table[table[:, KIND] == UNRETRACT, E].sum()
    assert drawn == pytest.approx(-given_back, abs=1e-9)
    retractions = count(table, UNRETRACT)
    printed, wanted = (t[t[:, KIND] == EXTRUDE, E].sum() for t in (table, plain))
    left_out = coasting / (np.pi * 1.75**2 / 4)
    assert printed == pytest.approx(wanted - retractions * left_out, abs=1e-9)
    assert retractions == (2 if retract else 0)
    # A wipe goes over the line just printed: it ends on the outline of a square.
    for x, y in table[table[:, KIND] == WIPE][:, [X, Y]]:
        assert min(abs(y - 0.5), abs(y - 9.5), abs(x % 20 - 0.5), abs(x % 20 - 9.5)) < 1e-6


def test_a_wipe_is_as_long_as_asked_and_the_nozzle_goes_on_from_there(settings):
    chosen = replace(settings, printer=replace(settings.printer, wipe_mm=2.0))
    table = moves_of(chosen, SQUARES, apart)
    rows = np.flatnonzero(table[:, KIND] == WIPE)
    before = rows[0] - (2 if table[rows[0] - 1, KIND] == RETRACT else 1)
    way = table[[before, *rows]][:, [X, Y]]
    assert np.hypot(*np.diff(way, axis=0).T).sum() == pytest.approx(2.0)


@pytest.mark.parametrize("outer_first", [False, True])
def test_perimeters_come_before_the_fill_and_from_the_inside_or_the_outside(settings, outer_first):
    def draw(paths):
        paths.add_chains(np.array([[4.0, 5.0], [6.0, 5.0]]), np.array([0, 2]), Role.INFILL, LOOP_MM2, 60.0)
        for k, role in enumerate((Role.EXTERNAL_PERIMETER, Role.PERIMETER, Role.PERIMETER)):
            square = Region.square((9.0 - k, 9.0 - k)).translate((0.5 + k / 2, 0.5 + k / 2))
            paths.add_loops(square, role, LOOP_MM2, 30.0)

    table = moves_of(
        settings.with_quality(external_perimeters_first=outer_first), Region.square((10.0, 10.0)), draw
    )
    lines = table[table[:, KIND] == EXTRUDE]
    low = [float(lines[k : k + 4, X].min()) for k in (0, 4, 8)]
    assert low == ([0.5, 1.0, 1.5] if outer_first else [1.5, 1.0, 0.5])
    assert len(lines) == 13
    assert lines[-1, 6] == Role.INFILL


def test_fixed_lines_keep_their_order_and_direction(settings):
    rows = np.random.default_rng(2).permutation(8)
    points = np.array([[x, 1.0 + y] for y in rows for x in (1.0, 9.0)])

    def draw(paths):
        offsets = np.arange(0, 17, 2)
        paths.add_chains(points, offsets, Role.TOP_SOLID_INFILL, LOOP_MM2, 30.0, fixed=True)

    table = moves_of(settings, Region.square((10.0, 10.0)), draw)
    lines = table[table[:, KIND] == EXTRUDE]
    assert lines[:, Y].tolist() == (1.0 + rows).tolist()
    assert set(lines[:, X]) == {9.0}


def test_four_hundred_posts_are_visited_one_after_the_other(settings):
    def draw(paths):
        for y in range(20):
            for x in range(20):
                square = Region.square((2.0, 2.0)).translate((8.0 * x + 0.5, 8.0 * y + 0.5))
                paths.add_loops(square, Role.EXTERNAL_PERIMETER, LOOP_MM2, 30.0)

    post = Region.square((3.0, 3.0))
    ground = Region.compose([post.translate((8.0 * x, 8.0 * y)) for y in range(20) for x in range(20)])
    table = moves_of(settings, ground, draw)
    places = table[:, [X, Y]]
    travels = np.flatnonzero(table[:, KIND] == TRAVEL)
    way = np.hypot(*(places[travels] - places[travels - 1]).T)
    assert way.sum() < 1.15 * 400 * 8.0
    assert count(table, RETRACT) == 399


@pytest.mark.parametrize("missing", [False, True])
def test_a_hair_inside_a_support_needs_no_retraction_but_one_over_a_gap_does(settings, missing):
    """Rows 2.25 mm apart, and from the last one a way of 13.5 mm back over all of them, or over a gap."""
    rows = [0, 1, 2, 3, 4, 5, 6] if not missing else [0, 6]
    points = np.array([[x, 2.25 * y] for y in rows for x in (0.0, 20.0)])
    points = np.concatenate([points, [[20.0, 0.2], [40.0, 0.2]]])

    def draw(paths):
        offsets = np.arange(0, len(points) + 1, 2)
        paths.add_chains(points, offsets, Role.SUPPORT_MATERIAL, LOOP_MM2, 60.0, fixed=True)

    table = moves_of(settings, Region.square((5.0, 5.0)).translate((50.0, 50.0)), draw)
    places = table[:, [X, Y]]
    start = int(np.flatnonzero(table[:, KIND] == EXTRUDE)[-1])
    assert places[start].tolist() == [40.0, 0.2]
    back = table[start - 3 : start, KIND]
    assert (RETRACT in back) == missing
