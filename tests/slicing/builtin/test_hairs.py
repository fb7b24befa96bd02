"""How far a travel between supports goes through the open."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from memoreez_desktop.core.gcode import Role
from memoreez_desktop.slicing.builtin.travel.hair_kernels import CELL_MM, hair_of, way_in_the_open

places = st.tuples(st.floats(-30, 30), st.floats(-30, 30))


def hair_round(*lines, role=Role.SUPPORT_MATERIAL):
    points = np.array(lines, np.float64).reshape(-1, 2)
    count = len(lines)
    flat, whole = np.zeros(len(points)), np.zeros(len(points), np.int64)
    offsets = np.arange(0, 2 * count + 1, 2)
    none = np.zeros(count, np.bool_)
    return hair_of((points, flat, whole, offsets, np.full(count, int(role)), np.ones(count), none, none))


@given(places, places)
def test_it_is_as_long_as_the_way_less_the_room_beside_the_lines(a, b):
    hair = hair_round(((0, -40), (0, 40)), ((10, -40), (10, 40)))
    length = float(np.hypot(b[0] - a[0], b[1] - a[1]))
    x = np.linspace(a[0], b[0], 4000)
    beside = np.minimum(np.abs(x), np.abs(x - 10.0))
    surely, perhaps = (beside > 2 * CELL_MM).mean() * length, (beside > CELL_MM).mean() * length
    if max(abs(a[1]), abs(b[1])) <= 20:
        assert surely - CELL_MM <= way_in_the_open(hair, *a, *b) <= perhaps + CELL_MM


@pytest.mark.parametrize(("role", "open_mm"), [(Role.SUPPORT_INTERFACE, 0.0), (Role.PERIMETER, 20.0)])
def test_only_supports_have_room_for_hairs(role, open_mm):
    hair = hair_round(((0, 0), (20, 0)), role=role)
    assert way_in_the_open(hair, 0.0, 0.0, 20.0, 0.0) == pytest.approx(open_mm)
