"""What hangs, clings or lies under a cup: its holes are open, its walls hold, its magnet goes in."""

import hashlib

import numpy as np
import pytest
import skimage.data
from PIL import Image

from memoreez_desktop.core.concept import Recipe
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.story import PhotoRef, Story
from memoreez_desktop.geometry.shapes import offset
from memoreez_desktop.geometry.solids import to_solid
from memoreez_desktop.sculpting.photo_keychain import PhotoKeychain
from memoreez_desktop.sculpting.photo_magnet import PhotoMagnet
from memoreez_desktop.sculpting.photo_ornament import PhotoOrnament
from memoreez_desktop.sculpting.photo_placing import (
    Window,
    photo_in,
    portrait_or_subject,
    scene_window,
    subject_in,
)
from memoreez_desktop.sculpting.portrait_coin import PortraitCoin
from memoreez_desktop.sculpting.relief_medallion import ReliefMedallion

HANGING = [
    *((PhotoOrnament(), {"shape": shape}) for shape in ("flower", "heart", "star")),
    *((PhotoKeychain(), {"shape": shape}) for shape in ("capsule", "square", "round")),
    (ReliefMedallion(), {}),
]


@pytest.fixture(scope="module")
def photo(tmp_path_factory):
    path = tmp_path_factory.mktemp("small") / "astronaut.jpg"
    Image.fromarray(skimage.data.astronaut()).save(path, quality=92)
    return PhotoRef(hashlib.sha256(path.read_bytes()).hexdigest(), path, path.name)


def build(product, photo, **params):
    recipe = Recipe(product.id, story=Story(name="Eileen", age=43), photo=photo).with_params(**params)
    return product.build(recipe, "draft", JobContext()).mesh


def holes(shape):
    """Areas of the openings of a flat shape."""
    areas = []
    for ring in shape.to_polygons():
        x, y = np.asarray(ring).T
        areas.append(float(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) / 2)
    return sorted(-area for area in areas if area < 0)


@pytest.mark.parametrize(("product", "params"), HANGING)
@pytest.mark.parametrize("smallest", [False, True], ids=["usual", "smallest"])
def test_a_ring_goes_through_and_its_wall_holds(product, params, smallest, photo):
    field = next(field for field in product.info.fields if field.id == "width_mm")
    sizes = {"width_mm": field.minimum} if smallest else {}
    section = to_solid(build(product, photo, **params, **sizes)).slice(1.0)
    opening = holes(section)
    assert len(opening) == 1
    assert opening[0] >= 0.97 * np.pi * 2.1**2
    # A wall of 2.3 mm: what is left after 1.15 mm are taken from both sides still closes round the hole.
    worn = offset(section, -1.15)
    assert len(worn.decompose()) == 1
    assert len(holes(worn)) == 1


@pytest.mark.parametrize(("width", "magnet", "pockets"), [(64, 10, 2), (40, 20, 1), (100, 6, 2)])
def test_the_magnet_goes_in_and_is_covered(width, magnet, pockets, photo):
    solid = to_solid(build(PhotoMagnet(), photo, width_mm=float(width), magnet_mm=float(magnet)))
    opening = holes(solid.slice(1.0))
    assert len(opening) == pockets
    for area in opening:
        assert 2 * np.sqrt(area / np.pi) == pytest.approx(magnet + 0.3, abs=0.1)
    assert len(holes(solid.slice(2.1))) == pockets
    assert not holes(solid.slice(2.4))
    assert not holes(solid.slice(3.3))


def test_a_cup_stands_on_the_rim_of_a_coaster(photo):
    mesh = build(PhotoMagnet(), photo, use="coaster")
    reach = np.hypot(mesh.vertices[:, 0], mesh.vertices[:, 1])
    top = mesh.extents_mm[2]
    assert mesh.vertices[reach < 40, 2].max() < top - 0.2
    assert mesh.vertices[reach > 44, 2].max() == pytest.approx(top, abs=0.02)


def test_a_coin_shows_the_face_high_and_its_ground_low(photo):
    mesh = build(PortraitCoin(), photo)
    reach = np.hypot(mesh.vertices[:, 0], mesh.vertices[:, 1])
    face = mesh.vertices[(reach < 5) & (mesh.vertices[:, 2] > 1), 2]
    ground = mesh.vertices[(reach > 14) & (reach < 17) & (mesh.vertices[:, 1] > 10), 2]
    assert face.mean() > np.percentile(ground, 10) + 1.5


def test_a_scene_moves_to_keep_its_face():
    rgb = skimage.data.astronaut()
    window = scene_window(rgb, None, 2.5)
    assert window.width == pytest.approx(512)
    # The whole face of that photo lies between these rows.
    assert window.top < 60
    assert window.top + window.height > 190
    assert 0 <= window.top <= 512 - window.height


def test_fur_that_passes_for_a_face_is_not_framed():
    cat = skimage.data.chelsea()
    window, is_face = portrait_or_subject(cat, None, 0.96)
    assert not is_face
    assert window.left <= 100
    assert window.left + window.width >= 330
    person, found = portrait_or_subject(skimage.data.astronaut(), None, 0.96)
    assert found
    assert person.left < 170 < 280 < person.left + person.width


def test_a_window_beyond_the_photo_draws_its_border_on():
    rgb = np.zeros((20, 30, 3), np.uint8)
    rgb[:, :, 0] = np.arange(30) * 8
    mask = np.zeros((20, 30), dtype=bool)
    mask[5:, 10:20] = True
    window = Window(-10.0, 0.0, 50.0, 40.0)
    assert photo_in(rgb, window, 50, 40)[:, 0, 0].max() == 0
    assert photo_in(rgb, window, 50, 40)[:, -1, 0].min() == 232
    below = subject_in(mask, window, 50, 40)
    assert below[-1, 20:30].all()
    assert not below[:3].any()
    assert photo_in(rgb, Window(500.0, 500.0, 3.0, 3.0), 4, 4).shape == (4, 4, 3)
