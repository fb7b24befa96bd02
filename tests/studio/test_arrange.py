"""Models side by side: never into each other, never over the edge, never another size."""

import time
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from manifold3d import CrossSection

from memoreez_desktop.core.errors import DoesNotFitError
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.studio.arrange import arrange, how_many_fit
from memoreez_desktop.studio.footprint import Footprint, outline
from tests.fakes.made_solids import ball, box

GAP_MM = 6.0
SIDES = st.floats(4.0, 60.0)


def prism(sides, radius_mm, stretch=1.0, turn=0.0):
    """A closed prism over a regular polygon."""
    angles = np.arange(sides) * 2 * np.pi / sides + turn
    ring = np.stack([np.cos(angles) * stretch, np.sin(angles)], axis=1) * radius_mm
    low, high = (np.column_stack([ring, np.full(sides, z)]) for z in (0.0, 5.0))
    k = np.arange(sides)
    n = (k + 1) % sides
    walls = np.vstack([np.stack([k, n, n + sides], 1), np.stack([k, n + sides, k + sides], 1)])
    fan = np.stack([np.zeros(sides - 2, int), k[1:-1], k[2:]], 1)
    return MeshModel(np.vstack([low, high]), np.vstack([walls, fan[:, ::-1], fan + sides]))


MODELS = st.one_of(
    st.builds(box, SIDES, SIDES, st.just(5.0)),
    st.builds(prism, st.integers(3, 12), st.floats(3.0, 40.0), st.floats(0.3, 2.0), st.floats(0.0, 3.0)),
)


def bodies_of(plate, models):
    """Cut the merged mesh into the bodies it was made of, in order."""
    ends = np.cumsum([len(model.vertices) for model in models])
    return np.split(plate.mesh.vertices, ends[:-1])


def shadow(points):
    return CrossSection.hull_points(np.asarray(points[:, :2], dtype=np.float64))


@settings(max_examples=40, deadline=None)
@given(st.lists(MODELS, min_size=1, max_size=7))
def test_nothing_overlaps_and_nothing_hangs_over_the_edge(models):
    bed_x_mm, bed_y_mm = 220.0, 180.0
    try:
        plate = arrange(models, bed_x_mm, bed_y_mm, gap_mm=GAP_MM)
    except DoesNotFitError:
        area = sum(shadow(model.vertices).offset(GAP_MM / 2).area() for model in models)
        assert area > 0.2 * bed_x_mm * bed_y_mm
        return
    bodies = bodies_of(plate, models)
    for one, other in combinations([shadow(points) for points in bodies], 2):
        assert (one.offset(GAP_MM / 2 - 0.01) ^ other.offset(GAP_MM / 2 - 0.01)).area() < 1e-6
    low, high = plate.mesh.bounds_mm
    assert (high[:2] - low[:2] <= (bed_x_mm + 0.011, bed_y_mm + 0.011)).all()
    np.testing.assert_allclose(low[:2] + high[:2], 0.0, atol=1e-3)
    for model, points, place in zip(models, bodies, plate.places, strict=True):
        size = np.ptp(points, axis=0)
        wanted = np.array(model.extents_mm)[[1, 0, 2] if place.turned else [0, 1, 2]]
        np.testing.assert_allclose(size, wanted, atol=1e-3)
        assert points[:, 2].min() == 0.0
    assert plate.mesh.volume_mm3 == pytest.approx(sum(model.volume_mm3 for model in models), rel=1e-3)
    assert arrange(models, bed_x_mm, bed_y_mm, gap_mm=GAP_MM).mesh.digest == plate.mesh.digest


@settings(max_examples=60, deadline=None)
@given(MODELS)
def test_the_outline_is_never_inside_the_shadow(model):
    drawn = CrossSection([outline(Footprint.of(model).reach_mm)])
    true = shadow(model.vertices)
    assert (true - drawn).area() < 1e-6 * true.area()
    across = float(np.hypot(*model.extents_mm[:2]))
    assert drawn.area() <= true.offset(0.0065 * across).area() * 1.001


def test_one_alone_stands_in_the_middle_as_it_is():
    plate = arrange([box(20, 30, 10).moved(70, 5, 3)], 220, 220)
    np.testing.assert_allclose(plate.mesh.bounds_mm, [[-10, -15, 0], [10, 15, 10]], atol=1e-4)
    assert not plate.places[0].turned


def test_a_bed_is_filled_to_its_corners():
    # (220 + 6) / (50 + 6) = 4.04 in both directions.
    assert how_many_fit(box(50, 50, 5), 220, 220, gap_mm=GAP_MM) == 16
    assert how_many_fit(box(220, 220, 5), 220, 220, gap_mm=GAP_MM) == 1
    assert how_many_fit(box(221, 20, 5), 220, 220, gap_mm=GAP_MM) == 0
    assert how_many_fit(box(5, 5, 5), 220, 220, gap_mm=GAP_MM, most=12) == 12


def test_what_fits_only_across_is_turned():
    plate = arrange([box(20, 200, 5)], 220, 100)
    assert plate.places[0].turned
    np.testing.assert_allclose(plate.mesh.extents_mm, (200, 20, 5), atol=1e-3)


def test_it_is_said_how_many_fit():
    with pytest.raises(DoesNotFitError, match="16 of 17 fit on 220 × 220 mm"):
        arrange([box(50, 50, 5)] * 17, 220, 220, gap_mm=GAP_MM)
    with pytest.raises(DoesNotFitError, match="Not one"):
        arrange([box(500, 50, 5)] * 2, 220, 220, gap_mm=GAP_MM)


def test_a_few_stand_close_to_the_middle():
    plate = arrange([box(20, 20, 5)] * 4, 220, 220, gap_mm=GAP_MM)
    assert max(plate.mesh.extents_mm[:2]) < 75.0


def test_fifty_copies_take_no_time():
    model = ball(60, 11.0)
    begun = time.process_time()
    plate = arrange([model] * 50, 220, 220, gap_mm=GAP_MM)
    assert time.process_time() - begun < 2.0
    assert len(plate.places) == 50
