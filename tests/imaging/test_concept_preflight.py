"""A drawn concept is measured, not guessed."""

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memoreez_desktop.imaging.concept_preflight import check_concept_picture, thinnest_mm


def page(height=800, width=800):
    return np.full((height, width, 3), 255, np.uint8)


def figure(image):
    """A thick figure on a pedestal, 600 px high."""
    cv2.rectangle(image, (200, 600), (600, 699), (120, 120, 120), -1)
    cv2.rectangle(image, (300, 100), (500, 620), (140, 140, 140), -1)
    return image


def codes(image, height_mm=90.0):
    return [finding.code for finding in check_concept_picture(image, height_mm).findings]


def test_a_sturdy_figure_is_without_blame():
    found = check_concept_picture(figure(page()), 90.0)
    assert found.findings == ()
    assert found.score == 100
    assert found.bodies == 1
    assert found.foot_ratio == pytest.approx(1.0, abs=0.02)
    assert found.thinnest_mm == 12.0


def test_a_floating_part_is_seen_and_a_speck_is_not():
    image = figure(page())
    cv2.circle(image, (650, 300), 3, (100, 100, 100), -1)
    assert codes(image) == []
    cv2.circle(image, (650, 300), 60, (100, 100, 100), -1)
    assert codes(image) == ["several-parts"]


def test_a_figure_on_its_toe_has_a_narrow_foot():
    image = page()
    cv2.fillPoly(image, [np.array([[100, 100], [700, 100], [410, 700], [390, 700]])], (90, 90, 90))
    assert "narrow-foot" in codes(image)


def test_what_runs_out_of_the_picture_is_cut_off():
    image = figure(page())
    cv2.rectangle(image, (300, 0), (500, 300), (140, 140, 140), -1)
    assert codes(image) == ["cut-off"]


@pytest.mark.parametrize("colour", [(40, 90, 40), (200, 230, 255)])
def test_a_scene_has_no_ground(colour):
    image = np.full((600, 600, 3), colour, np.uint8)
    cv2.circle(image, (300, 300), 100, (250, 250, 250), -1)
    found = check_concept_picture(image, 90.0)
    assert [finding.code for finding in found.findings] == ["no-plain-ground"]
    assert not found.has_subject


@pytest.mark.parametrize("value", [0, 255])
@pytest.mark.parametrize("shape", [(1, 1), (1, 900), (700, 3), (640, 640)])
def test_empty_pictures_have_no_subject(shape, value):
    found = check_concept_picture(np.full((*shape, 3), value, np.uint8), 90.0)
    assert not found.has_subject
    assert found.findings


def test_a_soft_shadow_and_noise_on_the_ground_do_not_matter():
    image = figure(page()).astype(np.int16)
    shade = np.linspace(0, 20, 800)[:, None, None]
    image = np.clip(image - shade + np.random.default_rng(1).integers(-4, 5, image.shape), 0, 255)
    found = check_concept_picture(image.astype(np.uint8), 90.0)
    assert found.bodies == 1
    assert found.findings == ()


def test_a_hole_is_a_hole_and_a_highlight_is_not():
    image = figure(page())
    cv2.circle(image, (400, 300), 80, (240, 240, 240), -1)
    assert not (~check_concept_picture(image, 90.0).mask[200:280, 300:340]).any()
    cv2.circle(image, (400, 300), 80, (255, 255, 255), -1)
    assert (~check_concept_picture(image, 90.0).mask[200:280, 300:340]).any()


@settings(max_examples=12, deadline=None)
@given(width_px=st.integers(6, 26), height_mm=st.floats(50.0, 150.0), angle_deg=st.integers(0, 85))
def test_a_stick_is_as_thin_as_it_was_drawn(width_px, height_mm, angle_deg):
    image = np.zeros((600, 600), np.uint8)
    turned = cv2.boxPoints(((300.0, 250.0), (400.0, float(width_px)), float(angle_deg)))
    cv2.fillPoly(image, [np.round(turned * 16).astype(np.int32)], 1, shift=4)
    cv2.circle(image, (300, 250), 90, 1, -1)
    scale = height_mm / 600
    measured = thinnest_mm(image > 0, scale)
    assert measured == pytest.approx(min(12.0, width_px * scale), abs=0.1 + 2.5 * scale)


@settings(max_examples=8, deadline=None)
@given(factor=st.floats(1.1, 2.5))
def test_a_larger_print_is_never_thinner(factor):
    image = np.zeros((300, 300), np.uint8)
    cv2.rectangle(image, (100, 20), (200, 280), 1, -1)
    cv2.rectangle(image, (200, 100), (280, 106), 1, -1)
    assert thinnest_mm(image > 0, 0.3 * factor) >= thinnest_mm(image > 0, 0.3)


def test_thin_parts_are_named_with_their_width():
    image = figure(page())
    cv2.rectangle(image, (500, 200), (760, 204), (120, 120, 120), -1)
    found = check_concept_picture(image, 90.0)
    (finding,) = found.findings
    assert (finding.code, finding.severity) == ("thin-in-picture", "error")
    assert found.thinnest_mm == pytest.approx(5 * 90 / 600, abs=0.25)
    assert f"{found.thinnest_mm:.1f} mm" in finding.message
