"""A relief of pure noise has many small parts: the whole outline is met once for all of them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from memoreez_desktop.core.profiles import PrinterProfile
from memoreez_desktop.geometry.heightfield import heightfield_solid
from memoreez_desktop.geometry.shapes import rectangle
from memoreez_desktop.printability import thin_walls
from memoreez_desktop.printability.many_parts import boxes_about, joined, shared_areas
from memoreez_desktop.printability.subject import Subject
from memoreez_desktop.printability.thin_walls import ThinWallsCheck, smallest_feature_mm

BOX = st.tuples(st.floats(0, 30), st.floats(0, 30), st.floats(0.1, 8), st.floats(0.1, 8))


def box(x, y, width_mm, height_mm):
    return rectangle(width_mm, height_mm).translate((x, y))


@given(st.lists(BOX, max_size=8), st.lists(BOX, max_size=4))
def test_areas_in_common_are_those_of_each_part_alone(parts, others):
    shapes, other = [box(*part) for part in parts], joined([box(*each) for each in others])
    alone = [(shape ^ other).area() for shape in shapes]
    assert shared_areas(shapes, other) == pytest.approx(alone, abs=1e-3)


@given(st.lists(BOX, min_size=1, max_size=8), st.floats(0.0, 2.0))
def test_boxes_hold_their_parts_and_the_margin(parts, margin_mm):
    shapes = [box(*part) for part in parts]
    about = boxes_about(shapes, margin_mm)
    for x, y, width_mm, height_mm in parts:
        grown = box(x, y, width_mm + 2 * margin_mm, height_mm + 2 * margin_mm)
        assert (grown - about).area() == pytest.approx(0.0, abs=1e-3)


def test_noise_meets_the_whole_outline_a_few_times_a_layer(monkeypatch):
    heights = np.random.default_rng(5).uniform(1.0, 4.0, (36, 48))
    mesh = heightfield_solid(heights.astype(np.float32), 0.6)
    subject = Subject(mesh, PrinterProfile("p", "P"), quick=True)
    asked = []

    def counted(parts, other):
        asked.append(len(parts))
        return shared_areas(parts, other)

    monkeypatch.setattr(thin_walls, "shared_areas", counted)
    list(ThinWallsCheck().run(subject))
    assert sum(asked) > 100
    # Two widths; each layer asks what is attached, what goes on below and what above.
    assert len(asked) <= 2 * 3 * len(subject.slabs)
    asked.clear()
    assert smallest_feature_mm(subject) < 3.0
    assert len(asked) <= 4 * 3 * len(subject.slabs)
