"""Normals, the light copy and the shadow, as arrays."""

import numpy as np
import pytest

from memoreez_desktop.core.errors import Cancelled
from memoreez_desktop.core.job import CancelToken, JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.ui.child_steps import daylight
from memoreez_desktop.ui.viewport.overlay import face_spot
from memoreez_desktop.ui.viewport.shading import (
    LOD_ABOVE_TRIANGLES,
    Surface,
    evened,
    ground_shadow,
    is_closed,
    light_daylight,
    shade,
    shade_quickly,
)
from tests.fakes.made_solids import ball, box


def test_sharp_edges_stay_sharp_and_faces_keep_their_order():
    mesh = box()
    full = shade(mesh, JobContext()).full
    np.testing.assert_allclose(full.points[full.faces], mesh.vertices[mesh.faces])
    corners = full.points[full.faces].astype(float)
    flat = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    flat /= np.linalg.norm(flat, axis=1)[:, None]
    np.testing.assert_allclose(full.normals[full.faces], np.repeat(flat[:, None], 3, 1), atol=1e-5)


def test_a_round_surface_is_smooth():
    full = shade(ball(60), JobContext()).full
    outward = full.points - (0, 0, 20)
    outward /= np.linalg.norm(outward, axis=1)[:, None]
    assert (np.einsum("ij,ij->i", outward, full.normals) > 0.99).all()


def test_only_a_large_mesh_gets_a_light_copy_of_the_same_size():
    assert shade(ball(60), JobContext()).light is None
    large = ball(330)
    assert large.triangles > LOD_ABOVE_TRIANGLES
    light = shade(large, JobContext()).light
    assert 1000 < len(light.faces) < large.triangles / 4
    np.testing.assert_allclose(np.ptp(light.points, axis=0), large.extents_mm, rtol=0.03)


def test_shading_stops_when_it_is_not_wanted_any_more():
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        shade(box(), JobContext(token))


def test_the_shadow_lies_under_the_model_and_fades_away():
    shadow, (x0, y0, x1, y1) = ground_shadow(box(40, 20, 10))
    assert x0 < -20
    assert x1 > 20
    assert y0 < -10
    assert y1 > 10
    middle = shadow[shadow.shape[0] // 2, shadow.shape[1] // 2]
    assert middle > 60
    assert max(shadow[0].max(), shadow[-1].max(), shadow[:, 0].max(), shadow[:, -1].max()) < middle / 4


def test_the_spot_of_a_finding_is_on_one_of_its_faces_and_looks_outward():
    mesh = box(20, 20, 20)
    top = np.flatnonzero((mesh.vertices[mesh.faces][:, :, 2] == 20).all(axis=1))
    spot, direction = face_spot(mesh.vertices, mesh.faces[top])
    assert spot[2] == pytest.approx(20)
    assert direction[2] > 0
    _spot, around = face_spot(mesh.vertices, mesh.faces)
    assert np.linalg.norm(around) > 0


def test_what_lies_under_something_is_in_shade_and_the_top_is_not():
    roof = box(60, 60, 10).moved(dz_mm=10)
    points = np.array([[0, 0, 5], [0, 0, 20], [500, 0, 5]], np.float32)
    up = np.tile(np.array([0, 0, 1], np.float32), (3, 1))
    under, top, _far = daylight(roof, points, up, JobContext())
    assert under < 0.35
    assert top == 1.0


def test_shade_is_not_drawn_out_over_large_faces():
    points = np.array([[0, 0, 0], [1, 0, 0], [0, 1, 0], [50, 0, 0], [50, 50, 0], [0, 50, 0]], np.float32)
    faces = np.array([[0, 1, 2], [3, 4, 5]], np.int32)
    light = evened(Surface(points, points, faces), np.zeros(6, np.float32))
    np.testing.assert_allclose(light[:3], 0)
    assert light[3:].min() > 0.9


def test_what_is_open_or_inside_out_is_not_closed():
    solid = box()
    assert is_closed(solid)
    assert is_closed(ball(40))
    assert not is_closed(MeshModel(solid.vertices, solid.faces[1:]))
    assert not is_closed(MeshModel(solid.vertices, solid.faces[:, ::-1]))


def test_a_large_ball_is_closed_and_one_with_its_cap_cut_off_is_not():
    large = ball(330)
    assert shade(large, JobContext()).closed
    low = large.vertices[large.faces][:, :, 2].max(axis=1) < 36.0
    assert not shade(MeshModel(large.vertices, large.faces[low]), JobContext()).closed


def test_the_coarse_copy_has_the_shade_of_the_places_it_stands_for():
    shaded = shade(ball(330), JobContext())
    height = shaded.full.points[:, 2] / 40.0
    coarse = light_daylight(shaded, height.astype(np.float32))
    np.testing.assert_allclose(coarse, shaded.light.points[:, 2] / 40.0, atol=0.06)


def test_a_quick_model_has_its_normals_and_no_more():
    quick, full = shade_quickly(box(), None), shade(box(), JobContext())
    np.testing.assert_array_equal(quick.full.normals, full.full.normals)
    assert (quick.light, quick.shadow, quick.daylight) == (None, None, None)
    assert quick.closed
