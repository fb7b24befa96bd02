"""Pedestals under figures."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from manifold3d import Manifold

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.keepsake_steps import PEDESTAL_STYLES, Pedestal
from memoreez_desktop.geometry.flat_base import centre_of_mass_mm, tip_angle_deg
from memoreez_desktop.geometry.shapes import from_contours
from memoreez_desktop.geometry.solids import Solid, to_mesh, weld
from memoreez_desktop.studio.api import StepTools, Workpiece
from memoreez_desktop.studio.pedestal_plans import plan_outline
from memoreez_desktop.studio.pedestal_profile import height_for_mm, profile
from memoreez_desktop.studio.steps.pedestal import apply
from memoreez_desktop.studio.words_room import words_room

WORDS = ("GRANDPA KARL", "HATES MONDAYS")


def piece_of(solid: Solid) -> Workpiece:
    x0, y0, z0, x1, y1, _ = solid.bounding_box()
    stood = solid.translate((-(x0 + x1) / 2, -(y0 + y1) / 2, -z0))
    return Workpiece(stood, np.array(stood.bounding_box()).reshape(2, 3))


BALL = piece_of(Manifold.sphere(20, 128))
PLATE = piece_of(Manifold.cube((90, 60, 4), True))
POLE = piece_of(Manifold.cylinder(150, 6, 9))
SLAB = piece_of(Manifold.cube((80, 3, 70), True))
LEANING = piece_of(
    Manifold.hull_points([(0, 0, 0), (12, 0, 0), (0, 12, 0), (60, 10, 60), (60, 40, 60), (40, 20, 60)])
)
FIGURES = {"ball": BALL, "plate": PLATE, "pole": POLE, "slab": SLAB, "leaning": LEANING}


def made(figure: Workpiece, lines: tuple[str, ...] = (), **wishes) -> Workpiece:
    return apply(Pedestal(**wishes), figure, StepTools(wanted_lines=lines), JobContext())


@pytest.mark.parametrize("style", PEDESTAL_STYLES)
@pytest.mark.parametrize("name", FIGURES)
def test_every_figure_stands_on_every_style(style, name):
    piece = made(FIGURES[name], WORDS, style=style)
    mesh = weld(piece.solid)
    assert mesh.bounds_mm[0, 2] == pytest.approx(0, abs=1e-4)
    assert mesh.bounds_mm.mean(axis=0)[:2] == pytest.approx((0, 0), abs=1e-3)
    height = piece.notes[-1].values["height_mm"]
    assert piece.figure_mm[0, 2] == pytest.approx(height)
    assert piece.figure_mm[1, 2] == pytest.approx(mesh.bounds_mm[1, 2], abs=1e-3)
    # Whatever leans a little comes back: 20 degrees by the plan, less for the parts that stick out of it.
    foot = from_contours([piece.wall.plan])
    assert tip_angle_deg(foot, centre_of_mass_mm(mesh)) > 15
    assert piece.wall.high_mm - piece.wall.low_mm > 8.5
    assert 0 < piece.wall.low_mm < piece.wall.high_mm < height


@pytest.mark.parametrize("style", PEDESTAL_STYLES)
def test_a_second_visit_stacks_nothing(style):
    once = made(BALL, style=style)
    twice = apply(Pedestal(style="round"), once, StepTools(), JobContext())
    fresh = made(BALL, style="round")
    assert len(twice.notes) == 2
    assert to_mesh(twice.solid).extents_mm[2] == pytest.approx(to_mesh(fresh.solid).extents_mm[2], abs=1.7)


@pytest.mark.parametrize("style", PEDESTAL_STYLES)
def test_the_wall_of_the_words_is_where_it_says(style):
    piece = made(BALL, WORDS, style=style)
    wall = piece.wall
    assert wall.plan[0][0] == pytest.approx((wall.plan[:, 0].min() + wall.plan[:, 0].max()) / 2, abs=0.05)
    assert wall.plan[0][1] == pytest.approx(wall.plan[:, 1].min(), abs=0.05)
    area = from_contours([wall.plan]).area()
    for height in np.linspace(wall.low_mm, wall.high_mm, 4):
        assert piece.solid.slice(height).area() == pytest.approx(area, rel=1e-3)
    if wall.flat_mm is not None:
        front = np.abs(wall.plan[:, 1] - wall.plan[:, 1].min()) < 1e-4
        assert np.ptp(wall.plan[front, 0]) == pytest.approx(wall.flat_mm, abs=1e-3)


@settings(max_examples=30)
@given(
    st.sampled_from(PEDESTAL_STYLES),
    st.floats(12, 200),
    st.floats(4, 60),
    st.floats(0, 4),
    st.floats(0, 2),
    st.integers(0, 4),
)
def test_wished_measures_are_kept(style, width, height, edge, chamfer, steps):
    tiny = piece_of(Manifold.cube((2, 2, 10), True))
    wish = {"edge_mm": edge, "chamfer_mm": chamfer, "steps": steps}
    piece = made(tiny, style=style, width_mm=width, height_mm=height, **wish)
    values = piece.notes[-1].values
    x, _, z = to_mesh(piece.solid).extents_mm
    assert z == pytest.approx(height + 10 - min(0.8, height / 3), abs=0.02)
    assert values["height_mm"] == pytest.approx(height, abs=0.01)
    assert x == pytest.approx(values["width_mm"], abs=0.02)
    assert values["width_mm"] == pytest.approx(width, abs=0.11) or "stands" in piece.notes[-1].sentence
    assert piece.solid.genus() == 0


@pytest.mark.parametrize("style", PEDESTAL_STYLES)
@given(st.floats(20, 150))
def test_a_plan_steps_in_by_as_much_as_it_is_told(style, width):
    outline = plan_outline(style, width, width * 0.93)
    plan = from_contours([outline.points_mm])
    inner = from_contours([outline.stepped_in(1.0)])
    lost = plan.area() - inner.area()
    length = float(np.hypot(*(np.roll(outline.points_mm, -1, axis=0) - outline.points_mm).T).sum())
    assert lost == pytest.approx(length, rel=0.09)
    assert plan.bounds() == pytest.approx((-width / 2, -width * 0.465, width / 2, width * 0.465), abs=0.15)
    assert (inner - plan).is_empty()


@given(st.sampled_from(PEDESTAL_STYLES), st.floats(3, 60), st.floats(0, 3), st.integers(0, 4))
def test_a_profile_rises_all_the_way(style, height, edge, steps):
    drawn = profile(style, height, edge, 0.5, steps)
    heights = [z for _, z in drawn.points_mm]
    assert all(a <= b + 1e-9 for a, b in pairwise(heights))
    assert heights[-1] == pytest.approx(height)
    # Nothing hangs over by more than 45 degrees.
    for (inset, z), (onward, above) in pairwise(drawn.points_mm):
        assert onward - inset >= -(above - z) - 1e-6


@given(st.sampled_from(PEDESTAL_STYLES), st.floats(4, 30))
def test_a_band_gets_its_height(style, band):
    drawn = profile(style, height_for_mm(style, band, 1.2, 2), 1.2, 0.5, 2)
    assert band - 1e-5 <= drawn.high_mm - drawn.low_mm < max(band + 0.2, 7.5)


def test_a_ball_is_cut_no_deeper_than_it_needs():
    values = made(BALL).notes[-1].values
    assert values["cut_mm"] == 0
    assert values["contact_mm2"] == pytest.approx(math.pi * (2 * 20 * 0.8 - 0.8**2), rel=0.03)
    sharp = piece_of(Manifold.cylinder(60, 0.01, 20, 64))
    note = made(sharp).notes[-1]
    assert 0 < note.values["cut_mm"] <= 0.03 * 60
    assert note.level == "thin"


def test_longer_words_make_it_wider_within_reason():
    short, long, endless = (
        made(BALL, (line,)).notes[-1].values["width_mm"] for line in ("K", WORDS[0] * 2, "W" * 90)
    )
    assert short <= long <= endless <= 1.5 * short


def test_what_is_too_small_for_the_figure_grows_and_says_so():
    note = made(PLATE, width_mm=20.0).notes[-1]
    assert note.values["width_mm"] > 90
    assert "stands" in note.sentence


@pytest.mark.parametrize(
    "wishes",
    [
        {"width_mm": 0.0}, {"width_mm": float("nan")}, {"height_mm": 1e6}, {"depth_mm": -1.0},
        {"edge_mm": -1.0}, {"overlap_mm": 0.0}, {"steps": 99}, {"style": "cloud"},
    ],
)  # fmt: skip
def test_what_nobody_can_make_is_refused(wishes):
    with pytest.raises(InputError) as refusal:
        made(BALL, **wishes)
    assert refusal.value.hint


def test_the_same_wish_makes_the_same_bytes():
    assert to_mesh(made(SLAB, WORDS).solid).digest == to_mesh(made(SLAB, WORDS).solid).digest


@given(st.text("ABCDEFGHIJ KLMNO", max_size=40))
def test_most_letters_more_keep_the_pedestal_as_it_is(line):
    count, length = words_room((line,))
    onward, longer = words_room((line + "I",))
    assert onward >= count
    assert longer >= length
    rooms = {words_room(("K" * n,)) for n in range(1, 41)}
    assert len(rooms) < 13
