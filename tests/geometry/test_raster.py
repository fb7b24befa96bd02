import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memoreez_desktop.core.errors import MeshError
from memoreez_desktop.geometry import raster, shapes


@given(st.floats(4, 20), st.floats(0.1, 0.4))
@settings(max_examples=20, deadline=None)
def test_pixels_weigh_what_the_shape_weighs(radius, pitch):
    shape = shapes.circle(radius) - shapes.circle(radius / 2)
    grid = raster.rasterise(shape, pitch)
    assert grid.values.sum() * pitch**2 == pytest.approx(shape.area(), rel=0.003)


def test_a_raster_knows_where_its_pixels_stand():
    grid = raster.rasterise(shapes.rectangle(10, 4).translate((20, 7)), 0.2)
    x, y = grid.axes_mm()
    weight = grid.values / grid.values.sum()
    assert (weight.sum(0) * x).sum() == pytest.approx(20, abs=0.03)
    assert (weight.sum(1) * y).sum() == pytest.approx(7, abs=0.03)
    assert y[0] > y[-1]
    assert grid.values[[0, -1]].max() == 0
    assert grid.with_values(grid.values * 2).values.max() == pytest.approx(2)


def test_tracing_a_raster_gives_the_shape_back():
    shape = shapes.heart(40) - shapes.circle(6)
    grid = raster.rasterise(shape, 0.2)
    back = raster.trace(grid.mask, 0.2, x0_mm=grid.x0_mm, y0_mm=grid.y0_mm)
    assert ((back - shape) + (shape - back)).area() < 0.015 * shape.area()
    assert back.num_contour() == 2


def test_tracing_touches_the_border_and_drops_crumbs():
    mask = np.zeros((60, 80), bool)
    mask[:, :40] = True
    mask[10, 70] = True
    traced = raster.trace(mask, 0.5)
    assert len(traced.decompose()) == 1
    assert traced.area() == pytest.approx(60 * 40 * 0.25, rel=0.05)


def test_an_empty_mask_is_refused_in_words():
    with pytest.raises(MeshError, match="subject"):
        raster.trace(np.zeros((20, 20), bool), 0.5)


@pytest.mark.parametrize("side_mm", [0.0, 2000.0])
def test_rasters_of_nothing_or_of_too_much_are_refused(side_mm):
    with pytest.raises(MeshError):
        raster.rasterise(shapes.rectangle(side_mm, side_mm), 0.1)
