"""In which unit a model was drawn: figures of a known size, written in every unit."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.profiles import PrinterProfile
from memoreez_desktop.printability.unit_detective import MM_PER, guess_unit
from tests.fakes import made_meshes
from tests.fakes.made_solids import box

PRINTER = PrinterProfile("any", "Any", bed_x_mm=220, bed_y_mm=220, height_mm=250)
SMALL = PrinterProfile("small", "Small", bed_x_mm=100, bed_y_mm=100, height_mm=100)
BARE = st.sampled_from(["stl", ".obj", "PLY"])
figures = st.builds(
    lambda longest, slim: box(longest * slim, longest * slim / 2, longest),
    st.floats(40, 150),
    st.floats(0.1, 1),
)


@given(figures, BARE)
def test_plain_millimetres_are_never_asked_about(figure, kind):
    guess = guess_unit(figure, kind, PRINTER)
    assert guess.certain
    assert (guess.unit, guess.factor) == ("mm", 1.0)
    assert guess.alternatives == ()
    assert "?" not in guess.words


@given(figures, BARE, st.sampled_from(["inch", "m", "cm"]))
def test_figures_in_other_units_are_recognised(figure, kind, unit):
    guess = guess_unit(figure.scaled(1 / MM_PER[unit]), kind, PRINTER)
    assert not guess.certain
    units = [choice.unit for choice in guess.alternatives]
    assert unit in units
    right = guess.alternatives[units.index(unit)]
    assert right.factor == MM_PER[unit]
    assert right.size_mm == pytest.approx(max(figure.extents_mm), rel=1e-4)
    assert right.height_mm == pytest.approx(figure.extents_mm[2], rel=1e-4)
    # Numbers of 3 to 6 may be inches or centimetres, and a length of one or two units is a box.
    longest = max(figure.extents_mm) / MM_PER[unit]
    if not (unit == "cm" and longest < 6) and abs(longest - 2) > 0.03:
        assert guess.unit == unit


@given(figures, st.sampled_from(["stl", "obj", "ply", "glb", "gltf"]), st.sampled_from([1.0, 2.0]))
def test_a_unit_box_has_no_size_and_the_height_is_asked(figure, kind, side):
    metres = kind in ("glb", "gltf")
    as_read = made_meshes.in_unit_box(figure, side * (1000 if metres else 1))
    guess = guess_unit(as_read, kind, PRINTER)
    assert (guess.unit, guess.certain) == ("none", False)
    assert guess.wanted_height_mm == 80
    assert guess.alternatives[0].height_mm == pytest.approx(80)
    assert as_read.extents_mm[2] * guess.factor == pytest.approx(80)
    assert "how tall" in guess.words


@given(figures)
def test_files_that_say_their_unit_are_believed(figure):
    for kind in ("3mf", "glb", ".gltf"):
        assert guess_unit(figure, kind, PRINTER).certain


@given(figures.map(lambda figure: figure.scaled(1000)))
def test_a_gltf_of_millimetres_is_asked_about(figure):
    guess = guess_unit(figure, "glb", PRINTER)
    assert (guess.unit, guess.certain) == ("mm", False)
    assert guess.size_after_mm == pytest.approx(guess.size_before_mm / 1000)


@given(
    st.floats(1e-6, 1e6),
    st.sampled_from(["stl", "glb", "3mf", "anything"]),
    st.sampled_from([PRINTER, SMALL]),
)
def test_every_guess_agrees_with_itself(longest, kind, printer):
    guess = guess_unit(box(longest, longest / 3, longest / 2), kind, printer)
    assert guess.size_before_mm == pytest.approx(longest, rel=1e-5)
    assert guess.size_after_mm == pytest.approx(guess.size_before_mm * guess.factor)
    assert guess.certain == (not guess.alternatives)
    assert guess.certain or 2 <= len(guess.alternatives) <= 4
    for choice in guess.alternatives:
        assert choice.size_mm == pytest.approx(guess.size_before_mm * choice.factor)
    if guess.alternatives:
        assert guess.alternatives[0].unit == guess.unit
        assert len({choice.words for choice in guess.alternatives}) == len(guess.alternatives)


def test_the_words_of_a_figure_in_inches():
    guess = guess_unit(box(1, 1, 1.95), "stl", PRINTER)
    assert guess.words == "This looks like inches: 1.95 → 49.5 mm?"
    assert guess.alternatives[0].words == "Inches: 49.5 mm"


def test_what_fits_the_printer_is_offered_first():
    assert guess_unit(box(1, 1, 5.5), "stl", PRINTER).unit == "inch"
    guess = guess_unit(box(1, 1, 5.5), "stl", SMALL)
    assert guess.alternatives[0].unit == guess.unit == "cm"


@pytest.mark.parametrize(
    "mesh",
    [
        MeshModel(np.zeros((0, 3)), np.zeros((0, 3))),
        MeshModel(np.zeros((3, 3)), [[0, 1, 2]]),
        MeshModel([[0, 0, 0], [1, 0, 0], [0, 1, 0]], [[0, 1, 2]]),
    ],
    ids=["empty", "a point", "a sheet"],
)
def test_what_has_no_height_is_no_trouble(mesh):
    assert np.isfinite(guess_unit(mesh, "stl", PRINTER).factor)


def test_what_a_service_makes_in_inches():
    guess = guess_unit(made_meshes.ai_like(20_000), "stl", PRINTER)
    assert guess.unit == "inch"
    assert guess.size_after_mm == pytest.approx(82, abs=1)
