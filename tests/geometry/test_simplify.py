import pytest

from memoreez_desktop.core.errors import MeshError
from memoreez_desktop.geometry import inflation, shapes, simplify, solids


@pytest.fixture(scope="module")
def cushion():
    return solids.weld(inflation.puffy(shapes.heart(40), 5, 1, 0.4))


@pytest.mark.parametrize("target", [8000, 2000])
def test_fewer_triangles_keep_the_form(cushion, target):
    small = simplify.decimate(cushion, target)
    assert target * 0.7 < small.triangles <= target * 1.05
    assert small.volume_mm3 == pytest.approx(cushion.volume_mm3, rel=0.01)
    assert small.extents_mm == pytest.approx(cushion.extents_mm, abs=0.2)
    assert small.faces.max() == len(small.vertices) - 1


def test_a_small_mesh_is_left_alone(cushion):
    assert simplify.decimate(cushion, 10**7) is cushion


def test_less_than_a_solid_is_refused(cushion):
    with pytest.raises(MeshError):
        simplify.decimate(cushion, 3)
