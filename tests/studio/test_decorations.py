"""Symbols, codes and Braille on pedestals and figures."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from manifold3d import Manifold

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.keepsake_recipe import KeepsakeRecipe
from memoreez_desktop.core.keepsake_steps import PEDESTAL_STYLES, Braille, Emblem, Pedestal, QrCode, Spot
from memoreez_desktop.core.product import Camera
from memoreez_desktop.geometry.clay import render_clay
from memoreez_desktop.geometry.solids import Solid, to_mesh, weld
from memoreez_desktop.geometry.wrapping import wall_path
from memoreez_desktop.studio.api import StepTools, Workpiece
from memoreez_desktop.studio.braille_cells import braille_cells
from memoreez_desktop.studio.braille_dots import (
    APART_MM,
    DOT_MM,
    HEIGHT_MM,
    block_size_mm,
    cells_of,
    dome,
    places_mm,
    set_lines,
)
from memoreez_desktop.studio.laying import off_corners
from memoreez_desktop.studio.qr_modules import QUIET, least_module_mm, qr_matrix, qr_shape
from memoreez_desktop.studio.spots import resolve
from memoreez_desktop.studio.steps import braille, emblem, pedestal, qr_code
from memoreez_desktop.studio.wall_wishes import wanted_band_mm

BACK = Spot(on="back")


def piece_of(solid: Solid) -> Workpiece:
    x0, y0, z0, x1, y1, _ = solid.bounding_box()
    stood = solid.translate((-(x0 + x1) / 2, -(y0 + y1) / 2, -z0))
    return Workpiece(stood, np.array(stood.bounding_box()).reshape(2, 3))


BRICK = piece_of(Manifold.cube((60, 12, 60), True))
BALL = piece_of(Manifold.sphere(30, 96))
SHEET = piece_of(Manifold.cube((60, 1.6, 60), True))
RIPPLED = piece_of(
    Manifold.cube((60, 20, 60), True)
    .refine_to_length(2)
    .warp(lambda p: (p[0], p[1] + 2 * np.sin(p[0]), p[2]))
)


def stood(style="round", **wishes) -> Workpiece:
    return pedestal.apply(Pedestal(style=style, **wishes), BALL, StepTools(), JobContext())


def emblazoned(piece, nozzle=0.4, **wishes):
    return emblem.apply(Emblem(**{"icon_id": "mdi6:heart", **wishes}), piece, StepTools(nozzle), JobContext())


def coded(piece, text="KARL 70", nozzle=0.4, **wishes):
    return qr_code.apply(QrCode(text, **wishes), piece, StepTools(nozzle), JobContext())


def dotted(piece, text="Karl", **wishes):
    return braille.apply(Braille(text, **wishes), piece, StepTools(), JobContext())


@pytest.mark.parametrize("mode", ["raised", "engraved"])
@pytest.mark.parametrize("style", PEDESTAL_STYLES)
def test_a_symbol_on_every_wall(style, mode):
    before = stood(style, height_mm=16.0)
    after = emblazoned(before, mode=mode, spot=Spot(angle_deg=90.0))
    gained = after.solid.volume() - before.solid.volume()
    size = after.notes[-1].values["size_mm"]
    assert (gained > 0) == (mode == "raised")
    assert 0.3 < abs(gained) / (size**2 * (0.8 if mode == "raised" else 0.7)) < 0.95
    weld(after.solid)


@pytest.mark.parametrize("piece", [BRICK, BALL, RIPPLED], ids=["brick", "ball", "rippled"])
@pytest.mark.parametrize("mode", ["raised", "engraved"])
def test_a_symbol_on_every_ground(piece, mode):
    after = emblazoned(piece, mode=mode, spot=BACK, size_mm=14.0)
    assert after.solid.volume() != pytest.approx(piece.solid.volume(), abs=5)
    weld(after.solid)


def test_a_symbol_too_fine_for_the_nozzle_says_so():
    assert emblazoned(BRICK, spot=BACK, icon_id="mdi6:qrcode", size_mm=6.0).notes[-1].level == "thin"
    assert emblazoned(BRICK, spot=BACK, icon_id="mdi6:heart", size_mm=20.0).notes[-1].level == "good"


def read(piece: Workpiece, camera: Camera) -> set[str]:
    picture = render_clay(to_mesh(piece.solid), camera, size_px=600, quality="final").astype(np.float64)
    alpha = picture[..., 3:] / 255
    grey = cv2.cvtColor((picture[..., :3] * alpha + 255 * (1 - alpha)).astype(np.uint8), cv2.COLOR_RGB2GRAY)
    found = (grey, cv2.GaussianBlur(grey, (0, 0), 1.5))
    return {cv2.QRCodeDetector().detectAndDecode(image)[0] for image in found}


@pytest.mark.parametrize("piece", [BRICK, SHEET], ids=["brick", "sheet"])
def test_a_picture_of_the_code_is_read(piece):
    text = "https://memoreez.example/karl"
    assert text in read(coded(piece, text), Camera(80, 10))


def test_a_code_round_a_high_drum_is_read():
    pin = piece_of(Manifold.cylinder(8, 4, 4))
    drum = pedestal.apply(Pedestal(width_mm=60, height_mm=48), pin, StepTools(), JobContext())
    assert "KARL 70" in read(coded(drum, spot=Spot(angle_deg=180.0)), Camera(90, 8))


@settings(max_examples=8)
@given(st.text("abcö 猫 7", min_size=1, max_size=40), st.floats(0.5, 3))
def test_modules_are_drawn_as_they_are(text, module):
    matrix = qr_matrix(text)
    shape = qr_shape(matrix, module)
    count = len(matrix)
    assert shape.bounds() == pytest.approx(
        (-count * module / 2, -count * module / 2, count * module / 2, count * module / 2), abs=0.05
    )
    assert shape.area() == pytest.approx(matrix.sum() * module**2, rel=0.16 / module)
    weld(Manifold.extrude(shape, 1), bodies=None)


def test_modules_are_never_finer_than_the_nozzle():
    for nozzle in (0.25, 0.4, 0.6, 0.8):
        big = piece_of(Manifold.cube((120, 20, 120), True))
        assert coded(big, nozzle=nozzle).notes[-1].values["module_mm"] >= least_module_mm(nozzle) - 1e-9
    with pytest.raises(InputError, match="modules"):
        coded(BRICK, size_mm=12.0)


@pytest.mark.parametrize(
    "make",
    [
        lambda: coded(BRICK, "x" * 5000),
        lambda: coded(BRICK, "x" * 500),
        lambda: coded(stood(), spot=Spot()),
        lambda: coded(BRICK, depth_mm=0.0),
        lambda: coded(BRICK, spot=Spot()),
        lambda: emblazoned(BRICK, spot=BACK, icon_id="mdi6:no-such-thing"),
        lambda: emblazoned(BRICK, spot=BACK, size_mm=0.0),
        lambda: emblazoned(BRICK, spot=BACK, size_mm=float("nan")),
        lambda: emblazoned(BRICK, spot=BACK, depth_mm=90.0),
        lambda: emblazoned(BRICK),
        lambda: dotted(BRICK, "x" * 200, spot=BACK),
        lambda: dotted(BRICK, "猫", spot=BACK),
        lambda: dotted(stood(height_mm=8.0)),
        lambda: dotted(BRICK),
    ],
)
def test_what_cannot_be_done_is_refused_in_words(make):
    with pytest.raises(InputError) as refusal:
        make()
    assert refusal.value.hint


def test_nothing_asked_for_is_nothing_done():
    assert coded(BRICK, "") is BRICK
    assert emblazoned(BRICK, icon_id="") is BRICK
    assert dotted(BRICK, "  ") is BRICK


@pytest.mark.parametrize("style", PEDESTAL_STYLES)
def test_braille_on_every_wall_has_all_its_dots(style):
    before = stood(style, height_mm=20.0, width_mm=70.0)
    after = dotted(before, "Karl 70")
    dots = sum(len(cell) for word in braille_cells("Karl 70") for cell in word)
    # Of each dot only what stands out of the wall counts.
    cap = dome().trim_by_plane((0, 0, 1), 0).volume()
    assert after.solid.volume() - before.solid.volume() == pytest.approx(dots * cap, rel=0.06)
    weld(after.solid)


@pytest.mark.parametrize("piece", [BRICK, BALL, RIPPLED], ids=["brick", "ball", "rippled"])
def test_braille_on_every_ground(piece):
    after = dotted(piece, "K70", spot=BACK)
    assert after.solid.volume() > piece.solid.volume()
    weld(after.solid)


def test_a_dot_has_the_size_of_the_standard():
    assert 1.5 <= DOT_MM <= 1.6
    assert 0.6 <= HEIGHT_MM <= 0.9
    x0, _, _, x1, _, high = dome().bounding_box()
    assert (x1 - x0, high) == pytest.approx((DOT_MM, HEIGHT_MM), abs=1e-6)


@given(st.lists(st.text("abcdefg", min_size=1, max_size=6), min_size=1, max_size=8), st.floats(45, 200))
def test_lines_of_braille_keep_their_width(words, width):
    text = " ".join(words)
    try:
        lines = set_lines(text, (width,), 40.0)
    except InputError:
        return
    assert block_size_mm(lines)[0] <= width + 1e-6
    assert sum(cells_of(line) for line in lines) + len(lines) - 1 == len(text)
    places = places_mm(lines)
    apart = np.linalg.norm(places[:, None] - places[None], axis=2) + 99 * np.eye(len(places))
    assert apart.min() >= APART_MM - 1e-6 if len(places) > 1 else True


def test_the_pedestal_is_made_high_enough_for_what_comes_on_it():
    for step in (
        Braille("Karl"),
        Emblem("mdi6:heart", size_mm=24.0),
        QrCode("KARL 70", spot=Spot(angle_deg=180.0)),
    ):
        recipe = KeepsakeRecipe((Pedestal(), step))
        tools = StepTools(wanted_band_mm=wanted_band_mm(recipe))
        piece = pedestal.apply(Pedestal(), BALL, tools, JobContext())
        done = {"braille": braille, "emblem": emblem, "qr-code": qr_code}[step.kind].apply(
            step, piece, tools, JobContext()
        )
        assert done.solid.num_tri() > piece.solid.num_tri()
        if isinstance(step, Emblem):
            assert done.notes[-1].values["size_mm"] == pytest.approx(24.0, abs=0.1)
    assert wanted_band_mm(KeepsakeRecipe((Braille("Karl", BACK), QrCode("a")))) == 0
    assert QUIET == 4


@pytest.mark.parametrize("style", ["square", "octagon", "plinth"])
@given(angle=st.floats(-180, 180))
def test_a_symbol_keeps_off_the_corners(style, angle):
    piece = stood(style, height_mm=16.0, width_mm=64.0)
    frame = resolve(piece, Spot(angle_deg=angle))
    moved = off_corners(frame, 8.0)
    path = wall_path(piece.wall.plan)
    ends = path.at(moved.along_mm + np.array([-4.0, 0.0, 4.0]), np.zeros(3))
    assert np.linalg.norm((ends[0] + ends[2]) / 2 - ends[1]) == pytest.approx(0, abs=0.02)
    away = abs(moved.along_mm - frame.along_mm)
    assert min(away, path.length_mm - away) < 14


@pytest.mark.parametrize("mode", ["raised", "engraved"])
@pytest.mark.parametrize("style", ["round", "plinth"])
def test_what_lies_over_something_else_says_so(style, mode):
    once = emblazoned(stood(style, height_mm=20.0), mode=mode, spot=Spot())
    assert once.notes[-1].level == "good"
    for twice in (emblazoned(once, spot=Spot()), dotted(once, "EK", spot=Spot())):
        assert twice.notes[-1].level == "thin"
        assert "over" in twice.notes[-1].sentence
    assert emblazoned(once, spot=Spot(angle_deg=180.0)).notes[-1].level == "good"
    assert dotted(once, "EK", spot=Spot(angle_deg=180.0)).notes[-1].level == "good"
