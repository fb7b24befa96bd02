import numpy as np
import pytest

from memoreez_desktop.core.errors import MeshError
from memoreez_desktop.geometry import inflation, shapes, solids


def test_a_long_strip_swells_to_a_half_circle():
    pitch = 0.25
    mask = np.zeros((84, 1200), bool)
    mask[2:82] = True
    u = inflation.inflate(mask, pitch)
    across = np.sqrt(2 * u[2:82, 600])
    distance = (np.arange(80) + 0.5 - 40) * pitch
    # The membrane is held half a pixel outside the strip.
    half = np.sqrt((10.0 + pitch / 2) ** 2 - distance**2)
    assert across.max() == pytest.approx(10.0, rel=0.03)
    assert np.abs(across - half).max() < 0.02


def test_a_disc_swells_to_its_known_height():
    y, x = np.mgrid[-60:61, -60:61]
    u = inflation.inflate(x * x + y * y < 50**2, 0.5)
    assert np.sqrt(2 * u.max()) == pytest.approx(25 / np.sqrt(2), rel=0.03)
    assert u[0, 0] == 0


def test_nothing_stays_flat():
    assert inflation.inflate(np.zeros((20, 30), bool), 0.5).max() == 0


def test_a_relief_stays_between_edge_and_depth():
    y, x = np.mgrid[-60:61, -60:61]
    mask = np.abs(x) + np.abs(y) < 50
    relief = inflation.soft_relief(mask, 0.4, depth_mm=2.0, edge_mm=0.8)
    assert relief[~mask] == pytest.approx(0.8)
    assert relief.max() == pytest.approx(2.8, abs=0.01)
    assert (relief[mask] > 0.8).all()


@pytest.mark.parametrize("back", [True, False])
def test_a_cushion_keeps_its_outline(back):
    heart = shapes.heart(30)
    mesh = solids.weld(inflation.puffy(heart, 4.0, 1.0, 0.4, back=back))
    low, high = mesh.bounds_mm
    assert (*low[:2], *high[:2]) == pytest.approx(shapes.bounds(heart), abs=0.02)
    assert high[2] == pytest.approx(5.0, abs=0.15)
    assert low[2] == pytest.approx(-high[2] if back else -0.5, abs=0.01)


def test_a_cushion_of_nothing_is_refused():
    with pytest.raises(MeshError):
        inflation.puffy(shapes.empty(), 1, 1)
