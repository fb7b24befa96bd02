"""The photo products: sound, as large as asked, repeatable, and the same thing in draft and final."""

import contextlib
import hashlib

import cv2
import numpy as np
import pytest
import skimage.data
import trimesh
from PIL import Image

from memoreez_desktop.core.concept import Recipe
from memoreez_desktop.core.errors import Cancelled, InputError, PhotoError
from memoreez_desktop.core.job import CancelToken, JobContext
from memoreez_desktop.core.profiles import PrinterProfile
from memoreez_desktop.core.story import PhotoRef, Story
from memoreez_desktop.printability.subject import Subject
from memoreez_desktop.printability.thin_walls import ThinWallsCheck
from memoreez_desktop.sculpting.lithophane_curved import LithophaneCurved
from memoreez_desktop.sculpting.lithophane_flat import LithophaneFlat
from memoreez_desktop.sculpting.lithophane_framed import LithophaneFramed
from memoreez_desktop.sculpting.night_light import NightLight
from memoreez_desktop.sculpting.photo_keychain import PhotoKeychain
from memoreez_desktop.sculpting.photo_magnet import PhotoMagnet
from memoreez_desktop.sculpting.photo_ornament import PhotoOrnament
from memoreez_desktop.sculpting.portrait_coin import PortraitCoin
from memoreez_desktop.sculpting.relief_medallion import ReliefMedallion
from memoreez_desktop.sculpting.relief_plaque import ReliefPlaque

PRODUCTS = [
    LithophaneFlat(),
    LithophaneFramed(),
    LithophaneCurved(),
    NightLight(),
    ReliefPlaque(),
    ReliefMedallion(),
    PortraitCoin(),
    PhotoOrnament(),
    PhotoKeychain(),
    PhotoMagnet(),
]
SMALL = {"portrait-coin", "photo-keychain", "photo-magnet"}
"""Two lines of 30 letters do not fit on these at their usual size."""
TOLD = Story(name="Grandpa Karl", quirk="Hates Mondays")


@pytest.fixture(scope="session")
def photos(tmp_path_factory):
    folder = tmp_path_factory.mktemp("photos")
    found = {}
    for name in ("astronaut", "chelsea", "coffee"):
        path = folder / f"{name}.jpg"
        Image.fromarray(getattr(skimage.data, name)()).save(path, quality=92)
        found[name] = PhotoRef(hashlib.sha256(path.read_bytes()).hexdigest(), path, path.name)
    return found


def ref_to(path, pixels):
    Image.fromarray(pixels).save(path)
    return PhotoRef(hashlib.sha256(path.read_bytes()).hexdigest(), path, path.name)


def build(product, photo, story=Story(), detail="draft", job=None, **params):  # noqa: B008 - frozen
    recipe = Recipe(product.id, story=story, photo=photo).with_params(**params)
    return product.build(recipe, detail, job or JobContext())


def contact_mm2(mesh):
    corners = mesh.vertices[mesh.faces]
    flat = (corners[:, :, 2] < 1e-3).all(1)
    one, two = corners[flat, 1] - corners[flat, 0], corners[flat, 2] - corners[flat, 0]
    return float(np.linalg.norm(np.cross(one, two), axis=1).sum() / 2)


def assert_sound(mesh):
    read_back = trimesh.Trimesh(mesh.vertices, mesh.faces, process=True)
    assert read_back.is_watertight
    assert read_back.is_winding_consistent
    assert read_back.body_count == 1
    assert mesh.volume_mm3 > 1000
    low, high = mesh.bounds_mm
    assert abs(low[2]) < 1e-4
    assert np.abs((low + high)[:2]).max() < 1e-3
    assert contact_mm2(mesh) > 250


@pytest.mark.parametrize("product", PRODUCTS, ids=lambda product: product.id)
@pytest.mark.parametrize("name", ["astronaut", "chelsea"])
def test_drafts_are_sound_and_small(product, name, photos):
    mesh = build(product, photos[name], TOLD).mesh
    assert_sound(mesh)
    assert mesh.triangles <= 45_000


@pytest.mark.parametrize("product", PRODUCTS, ids=lambda product: product.id)
@pytest.mark.parametrize("smallest", [True, False], ids=["smallest", "largest"])
def test_the_size_is_the_asked_one(product, smallest, photos):
    field = product.info.fields[0]
    asked = field.minimum if smallest else field.maximum
    # Ring text wants a line that fits the smallest disc.
    mesh = build(product, photos["chelsea"], Story(name="Eva"), **{field.id: asked}).mesh
    assert_sound(mesh)
    side = {"width_mm": 0, "height_mm": 2}[field.id]
    assert mesh.extents_mm[side] == pytest.approx(asked, abs=0.5)


@pytest.mark.parametrize("product", PRODUCTS, ids=lambda product: product.id)
def test_equal_recipes_give_equal_meshes_and_others_do_not(product, photos):
    first = build(product, photos["coffee"], TOLD).mesh
    assert first.digest == build(product, photos["coffee"], TOLD).mesh.digest
    assert first.digest != build(product, photos["astronaut"], TOLD).mesh.digest


@pytest.mark.parametrize("product", PRODUCTS, ids=lambda product: product.id)
def test_draft_and_final_are_the_same_object(product, photos):
    draft = build(product, photos["coffee"], TOLD).mesh
    final = build(product, photos["coffee"], TOLD, "final").mesh
    assert_sound(final)
    assert final.triangles > 30_000
    assert draft.extents_mm == pytest.approx(final.extents_mm, abs=0.6)
    assert draft.volume_mm3 == pytest.approx(final.volume_mm3, rel=0.04)


@pytest.mark.parametrize("product", PRODUCTS, ids=lambda product: product.id)
def test_words_can_be_left_off(product, photos):
    silent = build(product, photos["coffee"]).mesh
    assert_sound(silent)
    assert silent.digest != build(product, photos["coffee"], TOLD).mesh.digest
    assert silent.digest == build(product, photos["coffee"], TOLD, words=False).mesh.digest
    with pytest.raises(InputError, match="neither yes nor no"):
        build(product, photos["coffee"], TOLD, words="perhaps")


@pytest.mark.parametrize("product", PRODUCTS, ids=lambda product: product.id)
def test_the_longest_lines_fit_at_the_usual_size_and_too_long_ones_get_a_word(product, photos):
    long = Story(text_lines=("GRANDMOTHER ELISABETH CHARLOTT", "KÖNIGIN DER ERDBEERMARMELADEN"))
    if product.id not in SMALL:
        assert_sound(build(product, photos["coffee"], long).mesh)
    field = product.info.fields[0]
    # A tube has room all round; every other product is too narrow at its smallest.
    refused = contextlib.nullcontext() if product.id == "night-light" else pytest.raises(InputError)
    with refused:
        assert_sound(build(product, photos["coffee"], long, **{field.id: field.minimum}).mesh)


@pytest.mark.parametrize("product", PRODUCTS, ids=lambda product: product.id)
def test_every_field_stays_sound_at_its_ends(product, photos):
    ends = [
        {field.id: getattr(field, end) for field in product.info.fields if field.kind == "float"}
        for end in ("minimum", "maximum")
    ]
    for values in ends:
        # Together, and without words, which the smallest may have no room for.
        assert_sound(build(product, photos["coffee"], **values).mesh)
    for field in product.info.fields[1:]:
        values = [not field.default] if field.kind == "bool" else [value for value, _ in field.choices]
        for value in values:
            assert_sound(build(product, photos["coffee"], TOLD, **{field.id: value}).mesh)


@pytest.mark.parametrize("product", PRODUCTS, ids=lambda product: product.id)
@pytest.mark.parametrize(
    "pixels",
    [
        np.full((1, 1, 3), 7, np.uint8),
        np.full((400, 300, 3), 255, np.uint8),
        np.full((200, 9000, 3), 100, np.uint8),
        np.random.default_rng(8).integers(0, 256, (24, 32, 3), dtype=np.uint8),
    ],
    ids=["one-pixel", "white", "panorama", "noise"],
)
def test_poor_photos_still_make_sound_things(product, pixels, tmp_path):
    assert_sound(build(product, ref_to(tmp_path / "poor.png", pixels)).mesh)


@pytest.mark.parametrize("product", PRODUCTS, ids=lambda product: product.id)
def test_without_a_photo_there_is_a_word(product, tmp_path):
    with pytest.raises(InputError, match="made from a photo"):
        build(product, None)
    with pytest.raises(PhotoError, match="not there"):
        build(product, PhotoRef("0" * 64, tmp_path / "gone.jpg", "gone.jpg"))


@pytest.mark.parametrize("product", PRODUCTS, ids=lambda product: product.id)
def test_a_cancelled_build_stops_at_its_next_step(product, photos):
    token = CancelToken()
    steps = []

    def stop_at_second(fraction, message):
        steps.append(fraction)
        if len(steps) == 2:
            token.cancel()

    with pytest.raises(Cancelled):
        build(product, photos["coffee"], job=JobContext(token, stop_at_second))
    assert len(steps) == 2
    assert steps == sorted(steps)


def test_the_lithophane_stands_and_lets_light_through(photos):
    product = LithophaneFlat()
    sculpture = build(product, photos["coffee"])
    assert sculpture.backlight is not None
    wide, deep, tall = sculpture.mesh.extents_mm
    assert wide == pytest.approx(100, abs=0.1)
    assert 12 <= deep <= 0.35 * tall
    # Bright and dark places of the photo: the cup's rim and the shadow under the saucer.
    picture = cv2.cvtColor(skimage.data.coffee(), cv2.COLOR_RGB2GRAY).astype(float)
    vertices = sculpture.mesh.vertices
    front = vertices[:, 1].max() - vertices[:, 1]
    inside = (np.abs(vertices[:, 0]) < 44) & (vertices[:, 2] > 10) & (vertices[:, 2] < tall - 6)
    u = ((vertices[inside, 0] + 46.3) / 92.6 * 599).astype(int)
    v = ((tall - 3.7 - vertices[inside, 2]) / (tall - 10.0) * 399).clip(0, 399).astype(int)
    assert np.corrcoef(front[inside], picture[v, u])[0, 1] < -0.55


@pytest.mark.parametrize("product", [ReliefPlaque(), PhotoMagnet()], ids=lambda product: product.id)
def test_frames_that_lie_have_no_wall_of_one_line(product, tmp_path):
    photo = ref_to(tmp_path / "white.png", np.full((90, 120, 3), 255, np.uint8))
    mesh = build(product, photo, TOLD).mesh
    assert list(ThinWallsCheck().run(Subject(mesh, PrinterProfile("p", "P")))) == []


def test_a_trusted_subject_stands_out_of_the_plaque_and_an_unclear_one_does_not_break_it(photos):
    person = build(ReliefPlaque(), photos["astronaut"]).mesh
    inside = (np.abs(person.vertices[:, 0]) < 40) & (np.abs(person.vertices[:, 1]) < 40)
    top = person.vertices[inside]
    face = (np.abs(top[:, 0] + 6) < 5) & (np.abs(top[:, 1] - 28) < 8) & (top[:, 2] > 1)
    wall = (top[:, 0] > 10) & (top[:, 1] > 30) & (top[:, 0] < 18) & (top[:, 2] > 1)
    assert top[face, 2].mean() > top[wall, 2].mean() + 0.7
    assert_sound(build(ReliefMedallion(), photos["chelsea"]).mesh)
