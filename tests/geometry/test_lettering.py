import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memoreez_desktop.core.errors import InputError, MeshError, UsageError
from memoreez_desktop.geometry import font_files, fonts, lettering, shapes, solids

FACES = ("sans", "serif", "slab", "roboto", "rounded")


@pytest.mark.parametrize("face", FACES)
def test_capitals_stand_on_the_baseline_and_are_as_high_as_asked(face):
    x0, y0, x1, y1 = shapes.bounds(lettering.text_line("HEH", 7.0, face).shape)
    assert (y0, y1) == pytest.approx((0, 7), abs=0.12)
    assert x0 == pytest.approx(-x1, abs=0.6)


def test_pairs_are_kerned():
    together = lettering.text_line("AV", 10).width_mm
    apart = lettering.text_line("A", 10).width_mm + lettering.text_line("V", 10).width_mm
    assert together < apart - 0.3


def test_spacing_adds_between_letters_only():
    tight, wide = (lettering.text_line("HHH", 10, spacing_em=s).width_mm for s in (0.0, 0.1))
    em = 10 / font_files.load_font(fonts.font_face("sans").file).cap_height_em
    assert wide - tight == pytest.approx(0.2 * em, rel=1e-3)


def test_composed_and_combining_accents_look_the_same():
    composed = lettering.text_line("É", 10).shape
    combining = lettering.text_line("E\u0301", 10).shape
    assert ((composed - combining) + (combining - composed)).area() < 1e-6
    assert shapes.bounds(composed)[3] > 11
    # A pair that no font has as one glyph is still set with its mark.
    assert shapes.bounds(lettering.text_line("X\u0302", 10).shape)[3] > 10.5


def test_spacing_does_not_push_marks_off_their_letters():
    tight, wide = (lettering.text_line("X\u0302", 10, spacing_em=s).shape for s in (0.0, 0.3))
    assert ((tight - wide) + (wide - tight)).area() < 1e-6


EUROPEAN = ["Привет", "Ελλάδα", "Łódź ő", "fi ﬁ", "½ № €", "ქართული", "հայերեն"]
FARTHER = ["שלום", "سلام", "नमस्ते", "ไทย", "漢字かな", "한국어", "汉字", "አማርኛ", "தமிழ்"]
EMOJI = ["Karl ❤️", "👨\u200d👩\u200d👧", "🇩🇪", "7️⃣"]


@pytest.mark.parametrize("text", [*EUROPEAN, *FARTHER, *EMOJI])
def test_many_scripts_can_be_set(text):
    line = lettering.text_line(text, 6)
    assert line.shape.area() > 5
    assert line.width_mm > 4


def test_letters_are_borrowed_where_a_face_lacks_them():
    line = lettering.text_line("A ♥", 6, "roboto")
    assert line.missing == ("♥",)
    assert len(line.shape.decompose()) == 2


@pytest.mark.parametrize(("text", "named"), [("Hi \U00050000!", "U+50000")])
def test_characters_no_face_has_are_named(text, named):
    with pytest.raises(InputError) as refusal:
        lettering.text_line(text, 6)
    assert named in refusal.value.message


@pytest.mark.parametrize("blank", ["", "   ", "\n\t", "\u200b\ufe0f"])
def test_blank_text_is_an_empty_line(blank):
    line = lettering.text_line(blank, 6)
    assert line.shape.is_empty()
    assert line.width_mm == 0
    with pytest.raises(MeshError):
        lettering.wrap_on_cylinder(line, 20, 1, 0)


@given(st.text(st.characters(codec="utf-8"), max_size=12))
@settings(max_examples=120, deadline=None)
def test_no_text_whatever_breaks_the_setter(text):
    try:
        line = lettering.text_line(text, 6)
    except InputError:
        return
    assert np.isfinite(line.width_mm)
    assert line.width_mm >= 0


def test_an_unknown_face_is_named():
    with pytest.raises(UsageError, match="comic"):
        lettering.text_line("A", 6, "comic")


def test_long_lines_shrink_and_then_are_refused():
    assert lettering.text_fitted("GRANDPA", 8, 500).width_mm == lettering.text_line("GRANDPA", 8).width_mm
    assert lettering.text_fitted("GRANDPA", 8, 30).width_mm == pytest.approx(30)
    with pytest.raises(InputError, match="too long") as refusal:
        lettering.text_fitted("GRANDPA " * 12, 8, 60)
    assert "letters" in refusal.value.hint


def test_a_line_barely_too_long_is_asked_for_no_single_letters():
    width_mm = lettering.text_line("GRANDPA", 3.0).width_mm
    with pytest.raises(InputError) as refusal:
        lettering.text_fitted("GRANDPA", 8, 0.99 * width_mm)
    assert "about 2 letters" in refusal.value.hint


@pytest.mark.parametrize("top", [True, False])
def test_letters_on_an_arc_lie_between_their_circles(top):
    arc = lettering.text_on_arc("HHHHHHHH", 30, 4, top=top)
    points = np.vstack(arc.shape.to_polygons())
    radius = np.hypot(points[:, 0], points[:, 1])
    low, high = (30, 34.2) if top else (25.9, 30.2)
    assert low - 0.02 <= radius.min()
    assert radius.max() <= high
    assert np.all(points[:, 1] > 0 if top else points[:, 1] < 0)
    x0, _, x1, _ = shapes.bounds(arc.shape)
    assert x0 == pytest.approx(-x1, abs=0.4)


def test_an_arc_reads_from_left_to_right_at_top_and_bottom():
    for top in (True, False):
        parts = lettering.text_on_arc("I   O", 30, 4, top=top).shape.decompose()
        left = min(parts, key=lambda part: shapes.bounds(part)[0])
        assert left.num_contour() == 1


def test_an_arc_longer_than_its_circle_is_refused():
    with pytest.raises(InputError, match="too long"):
        lettering.text_on_arc("A" * 60, 10, 4)


def test_wrapped_letters_stand_on_the_wall_in_front():
    letters = lettering.wrap_on_cylinder(lettering.text_line("HIH", 6), 25, 0.8, 9)
    mesh = solids.to_mesh(letters)
    radius = np.hypot(mesh.vertices[:, 0], mesh.vertices[:, 1])
    assert radius.min() >= 24.5
    assert radius.max() == pytest.approx(25.8, abs=0.01)
    assert mesh.bounds_mm[1, 1] < -20
    assert mesh.bounds_mm[:, 2] == pytest.approx([9, 15], abs=0.1)
    assert mesh.volume_mm3 > 0
    # The first letter of a line is on the left for who looks along +y.
    wall = lettering.wrap_on_cylinder(lettering.text_line("I M", 6), 25, 0.8, 0)
    left, right = sorted(wall.decompose(), key=lambda part: part.bounding_box()[0])
    assert left.volume() < right.volume()


def test_letters_that_would_meet_themselves_are_refused():
    with pytest.raises(InputError, match="round"):
        lettering.wrap_on_cylinder(lettering.text_line("A" * 40, 6), 10, 0.8, 0)


def test_raised_letters_become_one_with_their_pedestal():
    drum = solids.revolve([[0, 0], [25, 0], [25, 17], [0, 17]])
    mesh = solids.weld(
        solids.union([drum, lettering.wrap_on_cylinder(lettering.text_line("ÅGE & ØYVIND", 4), 25, 0.8, 6)])
    )
    assert mesh.volume_mm3 > drum.volume()


def test_every_face_has_a_file_and_a_licence():
    for face in fonts.font_catalog():
        assert face.file.path.is_file()
        assert face.licence
        assert 0.6 < font_files.load_font(face.file).cap_height_em < 0.85
