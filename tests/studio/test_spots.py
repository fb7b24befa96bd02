"""Where spots lie."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from manifold3d import Manifold

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.keepsake_steps import Spot
from memoreez_desktop.geometry.solids import Solid
from memoreez_desktop.studio.api import Wall, Workpiece
from memoreez_desktop.studio.spots import Frame, ground_mm, resolve, wall_length_mm, wall_place


def piece_of(solid: Solid, wall: Wall | None = None) -> Workpiece:
    box = np.array(solid.bounding_box()).reshape(2, 3)
    return Workpiece(solid, box, wall)


BRICK = piece_of(Manifold.cube((40, 20, 60), True).translate((0, 0, 30)))
BALL = piece_of(Manifold.sphere(25, 96).translate((0, 0, 25)))
TURN = np.linspace(0, 2 * np.pi, 240, endpoint=False) - np.pi / 2
ROUND = Wall(np.column_stack([30 * np.cos(TURN), 30 * np.sin(TURN)]), 3.0, 13.0)


def is_sound(frame: Frame) -> bool:
    axes = np.stack([frame.right, frame.up, frame.out])
    return np.allclose(axes @ axes.T, np.eye(3), atol=1e-9) and np.linalg.det(axes) > 0


@pytest.mark.parametrize(
    ("on", "origin", "out", "right", "room"),
    [
        ("front", (0, -10, 30), (0, -1, 0), (1, 0, 0), (20, 30)),
        ("back", (0, 10, 30), (0, 1, 0), (-1, 0, 0), (20, 30)),
        ("top", (0, 0, 60), (0, 0, 1), (1, 0, 0), (20, 10)),
    ],
)
def test_the_sides_of_a_brick(on, origin, out, right, room):
    frame = resolve(BRICK, Spot(on=on))
    assert is_sound(frame)
    assert frame.origin_mm == pytest.approx(origin, abs=1e-6)
    assert frame.out == pytest.approx(out, abs=1e-9)
    assert frame.right == pytest.approx(right, abs=1e-9)
    assert (frame.half_width_mm, frame.half_height_mm) == pytest.approx(room, abs=0.5)
    assert frame.curve is None


@given(st.floats(-0.9, 0.9), st.floats(-0.9, 0.9), st.floats(-180, 180))
def test_a_shifted_spot_stays_on_the_surface(u, v, turn):
    frame = resolve(BRICK, Spot(on="front", shift_ratio=(u, v), turn_deg=turn))
    assert is_sound(frame)
    assert frame.origin_mm == pytest.approx((20 * u, -10, 30 + 30 * v), abs=1e-6)
    assert frame.right[2] == pytest.approx(np.sin(np.radians(turn)), abs=1e-6)


def test_where_the_middle_is_a_hole_the_nearest_sturdy_place_is_taken():
    ring = Manifold.cylinder(8, 30, 30, 90, True) - Manifold.cylinder(9, 18, 18, 90, True)
    frame = resolve(piece_of(ring.rotate((90, 0, 0)).translate((0, 0, 30))), Spot(on="front"))
    assert frame.out == pytest.approx((0, -1, 0), abs=1e-6)
    assert np.hypot(frame.origin_mm[0], frame.origin_mm[2] - 30) == pytest.approx(24, abs=2)


def test_words_on_a_roof_slope_with_it():
    roof = Manifold.hull_points(
        [(x, y, z) for x in (-30, 30) for y, z in ((-20, 0), (20, 0), (20, 40), (-5, 40), (-20, 20))]
    )
    frame = resolve(piece_of(roof), Spot(on="front", shift_ratio=(0.0, 0.5)))
    assert frame.out == pytest.approx(np.array([0, -20, 15]) / 25, abs=0.02)
    assert is_sound(frame)


@given(st.floats(0, 1), st.floats(0, 1), st.floats(0.05, 1))
def test_a_point_on_a_ball_is_found_again(x, y, z):
    facing = np.array([x - 0.5, y - 0.5, z])
    facing /= np.linalg.norm(facing)
    ratio = (facing * 25 + [0, 0, 25] - BALL.figure_mm[0]) / np.ptp(BALL.figure_mm, axis=0)
    frame = resolve(BALL, Spot(on="free", at_ratio=tuple(ratio), facing=tuple(facing)))
    assert is_sound(frame)
    assert frame.origin_mm == pytest.approx(facing * 25 + [0, 0, 25], abs=0.1)
    assert float(frame.out @ facing) > 0.99


@given(st.floats(-360, 360), st.floats(-1, 1))
def test_round_a_wall(angle, v):
    frame = resolve(piece_of(BRICK.solid, ROUND), Spot(angle_deg=angle, shift_ratio=(0.0, v)))
    turn = np.radians(angle)
    assert is_sound(frame)
    assert frame.curve is ROUND
    assert frame.origin_mm == pytest.approx((30 * np.sin(turn), -30 * np.cos(turn), 8 + 5 * v), abs=0.02)
    assert frame.out[:2] == pytest.approx((np.sin(turn), -np.cos(turn)), abs=0.02)
    assert frame.along_mm / wall_length_mm(ROUND.plan) % 1 == pytest.approx(angle / 360 % 1, abs=1e-3) or (
        abs(angle) % 360 < 0.01
    )


@given(st.floats(0, 188))
def test_along_a_wall_a_step_is_as_long_as_it_says(along):
    here, way = wall_place(ROUND.plan, along)
    there, _ = wall_place(ROUND.plan, along + 0.5)
    assert np.linalg.norm(there - here) == pytest.approx(0.5, abs=0.01)
    assert np.linalg.norm(way) == pytest.approx(1)


def test_the_ground_of_a_ball_is_round():
    frame = resolve(BALL, Spot(on="front"))
    ground = ground_mm(BALL, frame, 10, 10, 1.0)
    assert ground.shape == (21, 21)
    assert ground[10, 10] == pytest.approx(0, abs=0.05)
    assert ground[10, 0] == pytest.approx(np.sqrt(25**2 - 10**2) - 25, abs=0.1)


@pytest.mark.parametrize(
    "spot",
    [
        Spot(),
        Spot(on="free", at_ratio=(9.0, 9.0, 9.0)),
        Spot(on="free", facing=(0.0, 0.0, 0.0)),
        Spot(on="free", at_ratio=(float("nan"), 0.0, 0.0)),
    ],
)
def test_where_there_is_nothing_it_says_so(spot):
    with pytest.raises(InputError) as refusal:
        resolve(BRICK, spot)
    assert refusal.value.hint


def test_flat_things_look_for_good_ground_near_the_middle():
    two_balls = Manifold.sphere(14, 96).translate((0, 0, 14)) + Manifold.sphere(12, 96).translate((0, 0, 36))
    bear = piece_of(two_balls)
    crease = resolve(bear, Spot(on="front"))
    even = resolve(bear, Spot(on="front"), evenly=True)
    assert abs(crease.origin_mm[2] - 24) < 1
    assert min(abs(even.origin_mm[2] - 14), abs(even.origin_mm[2] - 36)) < 8
    assert even.half_height_mm > 1.5 * crease.half_height_mm
    higher = resolve(bear, Spot(on="front", shift_ratio=(0.0, 0.05)), evenly=True)
    assert higher.origin_mm[2] - even.origin_mm[2] == pytest.approx(0.05 * 24, abs=0.01)
    for piece in (BRICK, BALL):
        assert resolve(piece, Spot(on="back"), evenly=True).origin_mm == pytest.approx(
            resolve(piece, Spot(on="back")).origin_mm
        )
