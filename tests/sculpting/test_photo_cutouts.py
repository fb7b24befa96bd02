"""Figures, standees, cutters and stamps: sound, as large as asked, thick enough, or refused in words."""

import contextlib
import hashlib
from functools import cache

import numpy as np
import pytest
import skimage.data
import trimesh
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from memoreez_desktop.core.concept import Recipe
from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.photo_edit import PhotoEdit, SubjectWish
from memoreez_desktop.core.profiles import PrinterProfile
from memoreez_desktop.core.story import PhotoRef, Story
from memoreez_desktop.geometry.shapes import offset, parts, size
from memoreez_desktop.geometry.solids import to_solid
from memoreez_desktop.printability.checks import check_mesh
from memoreez_desktop.sculpting.catalog import product_catalog
from memoreez_desktop.sculpting.cookie_cutter import CookieCutter
from memoreez_desktop.sculpting.photo_cutout import cut_out
from memoreez_desktop.sculpting.relief_figurine import ReliefFigurine
from memoreez_desktop.sculpting.standee import Standee

PRODUCTS = [ReliefFigurine(), Standee(), CookieCutter()]
TOLD = Story(name="Grandpa Karl", quirk="Hates Mondays")


@pytest.fixture(scope="session")
def picture(tmp_path_factory):
    folder = tmp_path_factory.mktemp("cut")

    @cache
    def made(name):
        path = folder / f"{name}.jpg"
        Image.fromarray(getattr(skimage.data, name)()).save(path, quality=92)
        return PhotoRef(hashlib.sha256(path.read_bytes()).hexdigest(), path, path.name)

    return made


def build(product, photo, story=TOLD, detail="draft", **params):
    recipe = Recipe(product.id, story=story, photo=photo).with_params(**params)
    return product.build(recipe, detail, JobContext())


def assert_sound(mesh):
    read_back = trimesh.Trimesh(mesh.vertices, mesh.faces, process=True)
    assert read_back.is_watertight
    assert read_back.is_winding_consistent
    assert read_back.body_count == 1
    assert mesh.volume_mm3 > 500
    low, high = mesh.bounds_mm
    assert abs(low[2]) < 1e-4
    assert np.abs((low + high)[:2]).max() < 1e-3


@pytest.mark.parametrize("product", PRODUCTS, ids=lambda product: product.id)
@pytest.mark.parametrize("name", ["astronaut", "coffee", "rocket"])
def test_a_clear_subject_becomes_a_sound_thing_of_the_asked_size(product, name, picture):
    field = product.info.fields[0]
    for asked in (field.minimum, field.maximum):
        mesh = build(product, picture(name), Story(name="Eva"), **{field.id: asked}).mesh
        assert_sound(mesh)
        size_mm = mesh.extents_mm[2]
        if product.id == "cookie-cutter":
            # Its lip runs all round the cookie; what is too thin for dough is made wider.
            size_mm = max(mesh.extents_mm[:2]) - 6.8
        assert size_mm == pytest.approx(asked, abs=4.0 if product.id == "cookie-cutter" else 0.8)


@pytest.mark.parametrize("product", PRODUCTS, ids=lambda product: product.id)
def test_an_unclear_subject_is_refused_until_it_is_marked(product, picture):
    cat = picture("chelsea")
    with pytest.raises(InputError) as refused:
        build(product, cat)
    assert "photo editor" in refused.value.hint
    marked = PhotoRef(
        cat.digest, cat.path, cat.name, PhotoEdit(subject=SubjectWish(box=(0.05, 0.02, 0.9, 1)))
    )
    assert_sound(build(product, marked).mesh)


@pytest.mark.parametrize("product", PRODUCTS, ids=lambda product: product.id)
@pytest.mark.parametrize("shape", [(1, 1), (300, 400), (200, 9000)], ids=["one-pixel", "white", "panorama"])
def test_photos_without_a_subject_are_refused(product, shape, tmp_path):
    path = tmp_path / "poor.png"
    Image.fromarray(np.full((*shape, 3), 255, np.uint8)).save(path)
    photo = PhotoRef(hashlib.sha256(path.read_bytes()).hexdigest(), path, path.name)
    with pytest.raises(InputError, match="not clear"):
        build(product, photo)


@pytest.mark.parametrize("product", PRODUCTS, ids=lambda product: product.id)
def test_the_final_one_is_the_same_thing(product, picture):
    draft, final = (build(product, picture("astronaut"), detail=detail).mesh for detail in ("draft", "final"))
    assert_sound(final)
    assert draft.triangles < 45_000
    assert draft.extents_mm == pytest.approx(final.extents_mm, abs=1.0)
    assert draft.volume_mm3 == pytest.approx(final.volume_mm3, rel=0.05)


def test_a_flat_back_lies_flat_and_needs_no_support(picture):
    mesh = build(ReliefFigurine(), picture("astronaut"), back="flat").mesh
    assert_sound(mesh)
    corners = mesh.vertices[mesh.faces].astype(np.float64)
    normal = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    area = np.linalg.norm(normal, axis=1) / 2
    down = normal[:, 2] < -0.75 * np.linalg.norm(normal, axis=1)
    hanging = down & (corners[:, :, 2].min(1) > 0.3)
    assert area[hanging].sum() < 40


def test_a_cutter_is_open_and_its_wall_holds(picture):
    mesh = build(CookieCutter(), picture("astronaut")).mesh
    solid = trimesh.Trimesh(mesh.vertices, mesh.faces)
    # One way through, from below to above.
    assert solid.euler_number == 0
    edge = to_solid(mesh).slice(mesh.extents_mm[2] - 1)
    length = sum(np.linalg.norm(ring - np.roll(ring, 1, 0), axis=1).sum() for ring in edge.to_polygons())
    assert edge.area() / (length / 2) == pytest.approx(0.8, abs=0.03)


def test_a_stamp_goes_through_its_cutter(picture):
    cutter = build(CookieCutter(), picture("coffee")).mesh
    stamp = build(CookieCutter(), picture("coffee"), part="stamp").mesh
    assert_sound(stamp)
    for inside, outside in zip(stamp.extents_mm[:2], cutter.extents_mm[:2], strict=True):
        assert 6.0 < outside - inside < 12.0


def test_strokes_that_the_border_cuts_leave_no_slivers(picture):
    stamp = build(CookieCutter(), picture("astronaut"), part="stamp", detail="final").mesh
    assert check_mesh(stamp, PrinterProfile("p", "P")).smallest_mm >= 0.8


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**6), st.floats(20, 120), st.floats(1.0, 6.0))
def test_a_cut_out_is_one_piece_that_fits_its_box(seed, side, stroke):
    chance = np.random.default_rng(seed)
    mask = np.zeros((90, 120), dtype=bool)
    rows, columns = np.mgrid[:90, :120]
    for _ in range(5):
        x, y, reach = chance.uniform(30, 90), chance.uniform(25, 65), chance.uniform(6, 22)
        mask |= (columns - x) ** 2 + (rows - y) ** 2 < reach**2
    cut = cut_out(np.full((90, 120, 3), 90, np.uint8), mask, side, side, 0.6, stroke)
    assert len(cut.outline.decompose()) == 1
    x0, y0, x1, _ = cut.outline.bounds()
    assert (x0 + x1, y0) == pytest.approx((0, 0), abs=1e-3)
    assert max(size(cut.outline)) <= side + 2 * stroke
    # Nothing thinner than the stroke, up to rounding: an opening by nearly it loses next to nothing.
    opened = offset(offset(cut.outline, -0.35 * stroke), 0.35 * stroke)
    assert len(parts(opened)) <= 2


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_photo_product_with_any_parameters_is_sound_or_says_why_not(data, picture):
    products = [product for product in product_catalog() if product.info.source == "photo"]
    product = data.draw(st.sampled_from(products), label="product")
    params = {}
    for field in product.info.fields:
        if field.kind == "float":
            params[field.id] = data.draw(st.floats(field.minimum, field.maximum), label=field.id)
        elif field.kind == "choice":
            params[field.id] = data.draw(
                st.sampled_from([value for value, _ in field.choices]), label=field.id
            )
        elif field.kind == "bool":
            params[field.id] = data.draw(st.booleans(), label=field.id)
    name = data.draw(st.sampled_from(["astronaut", "coffee", "chelsea", "rocket"]), label="photo")
    words = data.draw(st.sampled_from(["A", "Grandpa Karl", "Ελένη", "سلام", "W" * 60, "🎣"]), label="words")
    # What cannot be made is refused as bad input; anything else fails here.
    with contextlib.suppress(InputError):
        assert_sound(build(product, picture(name), Story(name=words), **params).mesh)
