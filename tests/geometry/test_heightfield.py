import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memoreez_desktop.core.errors import MeshError
from memoreez_desktop.geometry import heightfield, raster, shapes, solids, welding


@given(st.integers(2, 14), st.integers(2, 14), st.booleans(), st.integers(0, 10_000))
@settings(max_examples=50, deadline=None)
def test_any_relief_is_closed_and_holds_its_heights(h, w, grid_below, seed):
    random = np.random.default_rng(seed)
    top = random.uniform(1.0, 4.0, (h, w)).astype(np.float32)
    bottom = random.uniform(-3.0, 0.5, (h, w)).astype(np.float32) if grid_below else 0.25
    mesh = heightfield.heightfield_solid(top, 0.4, x0_mm=-3, y0_mm=2, bottom_mm=bottom)
    assert welding.inspect_edges(mesh.faces, len(mesh.vertices)).closed
    # Each cell is two prisms: their mean heights, whichever diagonal was taken, bound the volume.
    gap = top - bottom
    cells = np.stack([gap[:-1, :-1], gap[:-1, 1:], gap[1:, 1:], gap[1:, :-1]])
    area = 0.16
    even, odd = (cells[0] + cells[2]), (cells[1] + cells[3])
    one, other = (2 * even + odd) / 6, (even + 2 * odd) / 6
    assert np.minimum(one, other).sum() * area - 1e-3 <= mesh.volume_mm3
    assert mesh.volume_mm3 <= np.maximum(one, other).sum() * area + 1e-3
    assert mesh.bounds_mm[0, :2] == pytest.approx([-3, 2])


def test_the_first_row_lies_at_the_largest_y():
    top = np.ones((5, 3), np.float32)
    top[0] = 9
    mesh = heightfield.heightfield_solid(top, 1.0)
    assert mesh.vertices[mesh.vertices[:, 2] > 5][:, 1] == pytest.approx(4)


@pytest.mark.parametrize(
    ("top", "bottom"),
    [
        (np.ones((1, 5)), 0.0),
        (np.ones(7), 0.0),
        (np.array([[1.0, np.nan], [1.0, 1.0]]), 0.0),
        (np.ones((3, 3)), 1.0),
        (np.ones((3, 3)), np.full((3, 3), 2.0)),
    ],
)
def test_reliefs_without_thickness_are_refused(top, bottom):
    with pytest.raises(MeshError, match="thickness"):
        heightfield.heightfield_solid(top, 0.5, bottom_mm=bottom)


def test_a_cut_relief_has_the_edge_of_its_outline():
    grid = raster.Raster(np.full((101, 101), 2.0, np.float32), 0.5, -25.0, -25.0)
    disc = shapes.circle(20)
    mesh = solids.weld(heightfield.heightfield_cut(grid, disc))
    assert mesh.volume_mm3 == pytest.approx(disc.area() * 2, rel=1e-4)


def test_an_outline_beside_the_relief_is_refused():
    grid = raster.Raster(np.full((11, 11), 2.0, np.float32), 0.5, 0.0, 0.0)
    with pytest.raises(MeshError, match="inside"):
        heightfield.heightfield_cut(grid, shapes.circle(2).translate((90, 0)))
