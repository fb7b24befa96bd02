import cv2
import numpy as np
import pytest

from memoreez_desktop.core.errors import MeshError
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.product import Backlight, Camera
from memoreez_desktop.geometry import (
    clay,
    clay_backlight,
    clay_kernels,
    clay_normals,
    clay_samples,
    clay_shading,
    inflation,
    lettering,
    raster,
    shapes,
    solids,
)
from memoreez_desktop.geometry.clay_backlight import thickness_map
from memoreez_desktop.geometry.heightfield import heightfield_solid

FRONT = Camera(-90, 0)


@pytest.fixture(scope="module")
def cube():
    return solids.to_mesh(solids.extrude(shapes.rectangle(20, 20), 20))


def alpha_box(picture):
    rows, columns = np.nonzero(picture[..., 3] > 250)
    return columns.min(), rows.min(), columns.max() + 1, rows.max() + 1


@pytest.mark.parametrize("camera", [FRONT, Camera(), Camera(-90, 62), Camera(37, 89.9), Camera(200, -30)])
def test_a_model_fills_four_fifths_of_the_square_in_the_middle(cube, camera):
    picture = clay.render_clay(cube, camera, size_px=200)
    assert picture.shape == (200, 200, 4)
    assert picture.dtype == np.uint8
    x0, y0, x1, y1 = alpha_box(picture)
    assert max(x1 - x0, y1 - y0) == pytest.approx(160, abs=5)
    assert (x0 + x1) / 2 == pytest.approx(100, abs=4)
    assert (y0 + y1) / 2 == pytest.approx(100, abs=4)


def test_the_ground_is_only_a_shadow(cube):
    picture = clay.render_clay(cube, Camera(), size_px=200)
    ground = (picture[..., 3] > 0) & (picture[..., 3] < 170)
    assert ground.sum() > 500
    assert picture[..., 3][[0, -1]].max() == 0
    assert picture[..., 3][:, [0, -1]].max() == 0
    dark = (picture[..., 3] > 20) & ground
    assert np.median(picture[..., :3][dark]) < 12


def test_edges_are_antialiased(cube):
    picture = clay.render_clay(cube, Camera(-60, 30), size_px=200)
    above = picture[:100, :, 3]
    assert ((above > 40) & (above < 215)).sum() > 30


def test_the_lamp_stands_to_the_left(cube):
    picture = clay.render_clay(cube, Camera(-45, 0), size_px=128).astype(int)
    left, right = picture[40:90, 35:50, :3].mean(), picture[40:90, 78:93, :3].mean()
    assert left > right + 8


def test_colours_differ_and_unknown_ones_are_cream(cube):
    looks = {name: clay.render_clay(cube, FRONT, size_px=64, colour=name) for name in clay.CLAY_COLOURS}
    middles = {tuple(picture[32, 32, :3]) for picture in looks.values()}
    assert len(middles) == len(clay.CLAY_COLOURS)
    odd = clay.render_clay(cube, FRONT, size_px=64, colour="ultraviolet")
    assert (odd == looks["cream"]).all()


def test_the_same_mesh_gives_the_same_picture_and_the_final_one_is_near_it(cube):
    draft, again = (clay.render_clay(cube, Camera(), size_px=96) for _ in range(2))
    assert (draft == again).all()
    final = clay.render_clay(cube, Camera(), size_px=96, quality="final")
    assert np.abs(final.astype(int) - draft).mean() < 6


@pytest.mark.parametrize("raised_mm", [0.4, 0.8])
def test_fine_lettering_can_be_read_on_a_plate(raised_mm):
    words = lettering.text_line("KARL", 4.0).shape
    plate = solids.extrude(shapes.rectangle(80, 50), 3)
    plain = clay.render_clay(solids.to_mesh(plate), Camera(-90, 62)).astype(np.float32)
    lettered = solids.union([plate, solids.extrude(words, raised_mm + 0.2, 2.8)])
    picture = clay.render_clay(solids.to_mesh(lettered), Camera(-90, 62)).astype(np.float32)
    change = np.abs(picture - plain)[..., :3].max(axis=2)
    assert (change > 14).sum() > 150


@pytest.mark.parametrize(
    "mesh",
    [
        MeshModel(np.zeros((0, 3)), np.zeros((0, 3))),
        MeshModel(np.zeros((3, 3)), np.array([[0, 1, 2]])),
        MeshModel(np.full((3, 3), np.nan), np.array([[0, 1, 2]])),
    ],
    ids=["none", "point", "nan"],
)
def test_nothing_cannot_be_drawn(mesh):
    with pytest.raises(MeshError):
        clay.render_clay(mesh, FRONT, size_px=32)


def test_flat_open_and_inside_out_meshes_can_be_drawn(cube):
    inverted = MeshModel(cube.vertices, cube.faces[:, ::-1])
    sheet = MeshModel(np.array([[0, 0, 0], [9, 0, 0], [0, 0, 9]]), np.array([[0, 1, 2]]))
    crumb = MeshModel(cube.vertices * 1e-3, cube.faces)
    for mesh in (inverted, sheet, crumb):
        assert (clay.render_clay(mesh, FRONT, size_px=64)[..., 3] > 250).sum() > 300


def stairs(thick_mm):
    """A panel standing along x, in steps of these thicknesses from left to right."""
    members = [
        solids.extrude(shapes.rectangle(10.2, t), 40).translate((10 * k, -t / 2, 0))
        for k, t in enumerate(thick_mm)
    ]
    return solids.weld(solids.union(members))


def test_thickness_is_measured_to_a_thousandth():
    steps = (0.8, 1.5, 2.2, 3.0)
    thickness, pitch = thickness_map(stairs(steps), 400)
    for k, expected in enumerate(steps):
        column = int((10 * k + 5) / pitch)
        assert thickness[:, column] == pytest.approx(expected, abs=1e-3)


def test_thickness_of_a_relief_has_no_cracks():
    random = np.random.default_rng(3)
    top = random.uniform(0.8, 3.0, (60, 80)).astype(np.float32)
    upright = solids.to_solid(heightfield_solid(top, 0.5)).rotate((90, 0, 0))
    thickness, pitch = thickness_map(solids.to_mesh(upright), 331)
    assert thickness.min() > 0.79
    assert thickness.max() < 3.01
    assert thickness.sum() * pitch**2 == pytest.approx(upright.volume(), rel=0.01)


def test_light_follows_the_exponential_law_and_frames_stay_dark():
    picture = clay.render_clay(stairs((0.8, 1.5, 2.2, 3.0, 6.0)), FRONT, size_px=256, backlight=Backlight())
    x0, y0, x1, y1 = alpha_box(picture)
    tread = [picture[(y0 + y1) // 2, int(x0 + (k + 0.5) * (x1 - x0) / 5), :3].astype(int) for k in range(5)]
    light = [t[1] for t in tread]
    assert light[0] > light[1] > light[2] > light[3]
    assert light[0] > 235
    assert tread[1][0] > tread[1][2] + 15
    # With mu 1.15 each 0.7 mm takes the same share of the light.
    ratios = [light[k + 1] / light[k] for k in range(2)]
    assert ratios[0] == pytest.approx(ratios[1], rel=0.06)
    front = clay.render_clay(stairs((0.8, 1.5, 2.2, 3.0, 6.0)), FRONT, size_px=256)
    assert picture[128, int(x1 - (x1 - x0) * 0.06), 0] < front[128, int(x1 - (x1 - x0) * 0.06), 0]


def test_png_keeps_every_channel(cube):
    picture = clay.render_clay(cube, Camera(), size_px=64, colour="teal")
    data = clay.encode_png(picture)
    assert data.startswith(b"\x89PNG")
    back = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_UNCHANGED)
    assert (cv2.cvtColor(back, cv2.COLOR_BGRA2RGBA) == picture).all()


def test_warming_compiles_all_that_a_real_picture_needs():
    clay.warm_kernels()
    kernels = [
        value
        for module in (
            clay_backlight,
            clay_kernels,
            clay_normals,
            clay_samples,
            clay_shading,
            inflation,
            raster,
        )
        for value in vars(module).values()
        if hasattr(value, "signatures")
    ]
    warm = [len(k.signatures) for k in kernels]
    cushion = solids.weld(inflation.puffy(shapes.heart(30), 3, 1, 0.5))
    clay.render_clay(cushion, Camera(), quality="final", size_px=64, backlight=Backlight())
    assert [len(k.signatures) for k in kernels] == warm
    assert max(warm) == 1
