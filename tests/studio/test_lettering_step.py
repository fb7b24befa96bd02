"""Words on keepsakes."""

from __future__ import annotations

import numpy as np
import pytest
from manifold3d import Manifold

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.keepsake_spots import Spot
from memoreez_desktop.core.keepsake_steps import Lettering
from memoreez_desktop.studio.api import StepTools, Wall, Workpiece
from memoreez_desktop.studio.steps.lettering import apply

TURN = np.linspace(0, 2 * np.pi, 180, endpoint=False) - np.pi / 2


def on_pedestal(radius=26.0, band=(3.0, 13.0)) -> Workpiece:
    plan = np.column_stack([radius * np.cos(TURN), radius * np.sin(TURN)])
    stand = Manifold.cylinder(15, radius, radius, 180, center=False).rotate((0, 0, -90))
    solid = stand + Manifold.sphere(14, 96).translate((0, 0, 28))
    return Workpiece(solid, np.array([[-14, -14, 14], [14, 14, 42]], dtype=float), Wall(plan, *band))


def piece_of(solid: Manifold) -> Workpiece:
    return Workpiece(solid, np.array(solid.bounding_box(), dtype=float).reshape(2, 3))


BRICK = piece_of(Manifold.cube((60, 20, 60), True).translate((0, 0, 30)))
BALL = piece_of(Manifold.sphere(30, 128).translate((0, 0, 30)))
POST = on_pedestal()


def write(piece: Workpiece, *lines: str, nozzle_mm: float = 0.4, **wishes) -> Workpiece:
    return apply(Lettering(lines=lines, **wishes), piece, StepTools(nozzle_mm), JobContext())


@pytest.mark.parametrize("text", ["Emma", "جدتي", "Бабушке", "愛する", "I ❤ 😀"])
@pytest.mark.parametrize("mode", ["raised", "engraved"])
def test_words_of_any_script_go_round_a_pedestal(text, mode):
    done = write(POST, text, mode=mode)
    grown = done.solid.volume() - POST.solid.volume()
    assert grown > 5 if done.notes[0].values["mode"] == "raised" else grown < -5
    assert len(done.solid.decompose()) == 1
    assert "".join(letter.letter for letter in done.notes[0].letters[0]) == text


@pytest.mark.parametrize("piece", [BRICK, BALL])
@pytest.mark.parametrize("on", ["back", "top"])
@pytest.mark.parametrize("mode", ["raised", "engraved"])
def test_words_go_on_flats_and_on_round_figures(piece, on, mode):
    done = write(piece, "Emma", mode=mode, spot=Spot(on=on))
    assert (done.solid.volume() > piece.solid.volume()) == (mode == "raised")
    assert len(done.solid.decompose()) == 1


def test_a_recipe_makes_the_same_solid_each_time():
    first, second = (np.asarray(write(POST, "Emma").solid.to_mesh().vert_properties) for _ in range(2))
    assert np.array_equal(first, second)


def test_without_words_nothing_changes():
    assert write(POST) is POST
    assert write(POST, " ", "") is POST
    invisible = write(BRICK, "\u200d", spot=Spot(on="front"), arc_mm=20.0)
    assert invisible.solid.volume() == BRICK.solid.volume()


def test_every_letter_of_ordinary_words_prints():
    for lines in (("Emma",), ("Für Oma",), ("Emma", "2026")):
        note = write(on_pedestal(band=(2.0, 17.0)), *lines).notes[0]
        assert note.level == "good"


def test_a_long_line_is_broken_and_no_word_is_dropped():
    text = "Alles Gute zum Geburtstag liebe Großmutter"
    note = write(on_pedestal(20.0, (2.0, 24.0)), text).notes[0]
    assert note.values["lines"].split() == text.split()
    assert "\n" in note.values["lines"]
    assert "lines." in note.sentence


def test_what_is_too_long_is_shortened_by_nobody_but_the_writer():
    text = "Donaudampfschifffahrtsgesellschaftskapitänsmütze"
    note = write(on_pedestal(20.0), text).notes[0]
    assert note.values["lines"] == text
    assert note.level == "lost"
    assert "larger place" in note.sentence or "Shorten" in note.sentence
    with pytest.raises(InputError, match="too long"):
        write(on_pedestal(5.0, (3.0, 6.0)), text)


def test_unsolved_words_stay_as_they_were_wished():
    note = write(POST, "Emma", face="serif", cap_mm=3.0, solved=False).notes[0]
    assert note.values["cap_mm"] == 3.0
    assert note.values["face"] == "serif"
    assert note.level == "lost"
    solved = write(POST, "Emma", face="serif", cap_mm=3.0).notes[0]
    assert solved.level == "good"
    assert "larger" in solved.sentence


def test_a_wider_nozzle_asks_for_larger_letters():
    fine, wide = (
        write(POST, "Emma", nozzle_mm=nozzle, cap_mm=5.0).notes[0].values["cap_mm"] for nozzle in (0.4, 0.6)
    )
    assert wide > fine


@pytest.mark.parametrize(("align", "side"), [("left", -1), ("centre", 0), ("right", 1)])
def test_lines_are_aligned(align, side):
    spot = Spot(on="front")
    done = write(BRICK, "Emma Luise", "am", align=align, spot=spot, cap_mm=5.0, solved=False)
    letters = done.solid.trim_by_plane((0, -1, 0), 10.05)
    below = letters.trim_by_plane((0, 0, -1), -27.0).bounding_box()
    middle = (below[0] + below[3]) / 2
    assert np.sign(round(middle / 5)) == side


@pytest.mark.parametrize("arc_mm", [-60.0, -25.0, 15.0, 40.0])
def test_arcs_stay_on_the_flat(arc_mm):
    done = write(BRICK, "Emma Luise", "am See", arc_mm=arc_mm, spot=Spot(on="front"))
    box = done.solid.bounding_box()
    assert (box[0], box[2], box[3], box[5]) == pytest.approx((-30, 0, 30, 60), abs=1e-6)
    assert box[1] == pytest.approx(-10.8, abs=1e-3)


@pytest.mark.parametrize("turn_deg", [12.0, 45.0, 90.0, 180.0, -90.0])
def test_turned_words_stay_on_their_wall(turn_deg):
    done = write(POST, "Emma Luise", spot=Spot(turn_deg=turn_deg), arc_mm=20.0)
    points = np.asarray(done.solid.to_mesh().vert_properties)
    raised = points[np.hypot(points[:, 0], points[:, 1]) > 26.3, 2]
    assert len(raised) > 50
    assert raised.min() >= 3.0 - 1e-3
    assert raised.max() <= 13.0 + 1e-3
    assert len(done.solid.decompose()) == 1


def test_words_follow_a_round_figure_at_constant_depth():
    done = write(BALL, "Emma", spot=Spot(on="front"), cap_mm=6.0, solved=False)
    letters = done.solid - Manifold.sphere(30.02, 256).translate((0, 0, 30))
    points = np.asarray(letters.to_mesh().vert_properties)[:, :3] - (0, 0, 30)
    away = np.linalg.norm(points, axis=1) - 30
    assert away.max() == pytest.approx(0.8, abs=0.12)
    # Most of what stands out does so by the whole depth.
    assert letters.volume() > 0.7 * 0.8 * letters.project().area()


def test_words_on_a_rough_figure_get_a_plate():
    def crumple(points):
        return points * (1 + 0.05 * np.sin(points * 1.3).prod(axis=1))[:, None]

    rough = piece_of(Manifold.sphere(30, 160).warp_batch(crumple).translate((0, 0, 30)))
    for mode in ("raised", "engraved"):
        done = write(rough, "Emma", mode=mode, spot=Spot(on="front"))
        assert done.notes[0].level != "lost"
        assert len(done.solid.decompose()) == 1


def test_where_there_is_no_room_it_is_said():
    stick = piece_of(Manifold.cylinder(40, 1.5, 1.5, 24))
    with pytest.raises(InputError, match="hardly any room"):
        write(stick, "Grandmother", spot=Spot(on="front"))


@pytest.mark.parametrize(
    ("wishes", "words"),
    [
        ({"spot": Spot(on="pedestal")}, "no pedestal"),
        ({"spot": Spot(on="back"), "lines": ("\U000e0001\ue000",)}, "No font"),
    ],
)
def test_what_cannot_be_written_is_said(wishes, words):
    lines = wishes.pop("lines", ("Emma",))
    with pytest.raises(InputError, match=words):
        write(BRICK, *lines, **wishes)
