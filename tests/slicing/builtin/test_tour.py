"""Short ways through lines: never longer than the nearest next, never a line lost."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from memoreez_desktop.slicing.builtin.travel.nearest_kernels import WIDE, nearest_in_grid, nearest_next
from memoreez_desktop.slicing.builtin.travel.tour_kernels import tour

START = (0.0, 0.0)


def length(lines, order, turned, ends):
    """Travel of a tour."""
    x, y = ends[:2]
    total = 0.0
    for i, back in zip(order, turned, strict=True):
        a, b, c, d = lines[i][[2, 3, 0, 1]] if back else lines[i]
        total += float(np.hypot(a - x, b - y))
        x, y = c, d
    return total + (float(np.hypot(ends[2] - x, ends[3] - y)) if ends[4] else 0.0)


def shortest(lines, ends):
    """The best of all tours."""
    count = len(lines)
    return min(
        length(lines, order, turned, ends)
        for order in itertools.permutations(range(count))
        for turned in itertools.product([False, True], repeat=count)
    )


@given(seed=st.integers(0, 10**6), count=st.integers(1, 60), onwards=st.booleans(), short=st.booleans())
def test_a_tour_goes_through_every_line_once_and_is_never_longer_than_the_nearest_next(
    seed, count, onwards, short
):
    rng = np.random.default_rng(seed)
    lines = rng.uniform(-50, 50, (count, 4))
    if short:
        lines[:, 2:] = lines[:, :2] + rng.normal(0, 1, (count, 2))
    ends = np.array([*START, 40.0, -40.0, float(onwards)])
    order, turned = tour(lines, ends)
    assert sorted(order.tolist()) == list(range(count))
    greedy = length(lines, *nearest_next(lines, *START), ends)
    assert length(lines, order, turned, ends) <= greedy + 1e-6


@pytest.mark.parametrize("onwards", [0.0, 1.0])
def test_tours_of_few_lines_are_mostly_the_shortest_there_is(onwards):
    rng = np.random.default_rng(5)
    ends = np.array([*START, 10.0, 10.0, onwards])
    ratios = []
    for _ in range(40):
        lines = rng.uniform(-20, 20, (5, 4))
        ratios.append(length(lines, *tour(lines, ends), ends) / shortest(lines, ends))
    assert min(ratios) >= 1.0 - 1e-9
    assert np.median(ratios) < 1.0 + 1e-9
    assert np.mean(ratios) < 1.04


@given(seed=st.integers(0, 10**6), count=st.integers(1, 90), same=st.booleans())
def test_the_grid_finds_what_looking_at_every_line_finds(seed, count, same):
    rng = np.random.default_rng(seed)
    lines = rng.uniform(0, 30, (count, 4))
    if same:
        # Places on a lattice: many are equally near.
        lines = np.repeat(rng.integers(0, 5, (count, 2)), 2, axis=0).reshape(count, 4).astype(float)
    plain = nearest_next(lines, -3.0, 11.0)
    wide = nearest_in_grid(lines, -3.0, 11.0)
    assert np.array_equal(plain[0], wide[0])
    assert np.array_equal(plain[1], wide[1])


def test_a_wide_tour_of_a_lattice_hardly_ever_jumps():
    x, y = np.meshgrid(np.arange(25) * 8.0, np.arange(20) * 8.0)
    places = np.stack([x.ravel(), y.ravel()] * 2, axis=1)[np.random.default_rng(3).permutation(500)]
    assert len(places) > WIDE
    ends = np.zeros(5)
    assert length(places, *tour(places, ends), ends) < 1.12 * 499 * 8.0


@pytest.mark.parametrize("count", [40, 400])
def test_equal_lines_give_equal_tours(count):
    lines = np.random.default_rng(1).uniform(0, 100, (count, 4))
    first, second = tour(lines, np.zeros(5)), tour(lines.copy(), np.zeros(5))
    assert np.array_equal(first[0], second[0])
    assert np.array_equal(first[1], second[1])
