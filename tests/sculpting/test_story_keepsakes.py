"""Keepsakes told by a story: sound for any symbol, words, choice and size, or refused in words."""

from __future__ import annotations

import unicodedata

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from memoreez_desktop.core.concept import Detail, Recipe
from memoreez_desktop.core.errors import Cancelled, InputError
from memoreez_desktop.core.job import CancelToken, JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.provider import ParamValue
from memoreez_desktop.core.story import Story
from memoreez_desktop.geometry.solids import to_solid
from memoreez_desktop.sculpting.api import Product
from memoreez_desktop.sculpting.cake_topper import CakeTopper
from memoreez_desktop.sculpting.icon_standee import IconStandee
from memoreez_desktop.sculpting.napkin_ring import NapkinRing
from memoreez_desktop.sculpting.ornament import Ornament
from memoreez_desktop.sculpting.pen_cup import PenCup
from memoreez_desktop.sculpting.story_crest import StoryCrest
from memoreez_desktop.sculpting.story_tree import StoryTree
from memoreez_desktop.sculpting.tealight_holder import TealightHolder

PRODUCTS: tuple[Product, ...] = (
    StoryCrest(),
    StoryTree(),
    CakeTopper(),
    PenCup(),
    Ornament(),
    IconStandee(),
    TealightHolder(),
    NapkinRing(),
)
KARL = Story(
    name="Grandpa Karl", quirk="Hates Mondays", age=70, passions=("fishing", "tractors", "coffee", "cats")
)
# Thin, of many parts, people, with holes; from every font.
ICONS = (
    "mdi6:spider-web",
    "fa6s:snowflake",
    "fa6s:person-hiking",
    "fa6s:anchor",
    "fa6s:music",
    "fa6s:futbol",
    "mdi6:violin",
    "mdi6:human-female-dance",
    "ph:bicycle",
    "ph:flower-lotus",
    "mdi6:feather",
    "fa6s:dharmachakra",
    "letter:Ä",
    "letter:i",
)
LONG = "Herzlichen Glückwunsch zum Geburtstag liebste Oma Ilse Paula"
assert len(LONG) == 60

every_product = pytest.mark.parametrize("product", PRODUCTS, ids=lambda product: product.id)


def build(product: Product, story: Story = KARL, detail: Detail = "draft", **params: ParamValue) -> MeshModel:
    recipe = Recipe(product.id, story=story).with_params(**params)
    return product.build(recipe, detail, JobContext()).mesh


def assert_sound(mesh: MeshModel) -> None:
    """Closed also after an STL reader merged vertices by position, one body, flat on the bed."""
    merged, number = np.unique(mesh.vertices, axis=0, return_inverse=True)
    faces = number.reshape(-1)[mesh.faces]
    edges = np.sort(np.vstack([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]]), axis=1)
    assert np.all(np.unique(edges, axis=0, return_counts=True)[1] == 2)
    assert len(merged) == len(mesh.vertices)
    assert mesh.volume_mm3 > 500
    low, high = mesh.bounds_mm
    assert low[2] == pytest.approx(0.0, abs=1e-6)
    assert np.allclose((low + high)[:2] / 2, 0.0, atol=1e-3)
    assert contact_mm2(mesh) > 60.0
    outer = [part for part in to_solid(mesh).decompose() if part.volume() > 0]
    assert len(outer) == 1


def assert_sound_or_refused(product: Product, story: Story, **params: ParamValue) -> None:
    try:
        mesh = build(product, story, **params)
    except InputError as error:
        refused: InputError | None = error
    else:
        refused = None
        assert_sound(mesh)
    assert refused is None or refused.hint


def contact_mm2(mesh: MeshModel) -> float:
    """Area of the faces that lie on the bed."""
    corners = mesh.vertices[mesh.faces].astype(np.float64)
    flat = np.all(np.abs(corners[:, :, 2]) < 1e-4, axis=1)
    edge = corners[flat]
    cross = np.cross(edge[:, 1] - edge[:, 0], edge[:, 2] - edge[:, 0])
    return float(np.abs(cross[:, 2]).sum() / 2)


def has(product: Product, field_id: str) -> bool:
    return any(field.id == field_id for field in product.info.fields)


def icon_sets(product: Product) -> list[dict[str, ParamValue]]:
    """Hand every symbol to the product once, as many at a time as it shows."""
    places = [name for name in ("icon", "icon_2", "icon_3", "icon_4") if has(product, name)]
    step = len(places)
    return [dict(zip(places, ICONS[k : k + step], strict=False)) for k in range(0, len(ICONS), step)]


CASES = [(product, icons) for product in PRODUCTS for icons in icon_sets(product)]


@pytest.mark.parametrize(
    ("product", "icons"), CASES, ids=[f"{product.id}-{icons['icon']}" for product, icons in CASES]
)
def test_any_symbol_becomes_a_sound_solid(product: Product, icons: dict[str, ParamValue]) -> None:
    assert_sound(build(product, **icons))


@every_product
def test_every_choice_is_sound_and_differs_and_the_size_is_what_was_asked_for(product: Product) -> None:
    main = product.info.fields[0]
    axis = 2 if main.id == "height_mm" else 0
    assert main.minimum is not None
    assert main.maximum is not None
    sizes = (main.minimum, main.maximum)
    digests = set()
    count = 0
    for field in product.info.fields:
        if field.kind == "choice":
            # Faces have tests of their own.
            for turn, (value, _) in enumerate(field.choices[:2] if field.id == "face" else field.choices):
                wished = sizes[turn % 2] if count else float(main.default)
                mesh = build(product, **{field.id: value, main.id: wished, "icon": "fa6s:chess-knight"})
                assert_sound(mesh)
                assert mesh.extents_mm[axis] == pytest.approx(wished, abs=0.4)
                digests.add(mesh.digest)
                count += 1
    assert len(digests) >= count - 2


@every_product
def test_the_final_mesh_is_finer_and_as_large(product: Product) -> None:
    draft, final = build(product), build(product, detail="final")
    assert_sound(final)
    assert final.triangles > draft.triangles
    assert np.allclose(final.extents_mm, draft.extents_mm, atol=0.6)


@every_product
@pytest.mark.parametrize(
    "story",
    [
        Story(name="Jürgen Ängström", quirk="Don't panic!", passions=("chess",)),
        Story(name="Ίκαρος", age=5),
        Story(name="X"),
        Story(text_lines=("For you", "with love"), passions=("cats", "wine", "yoga")),
        Story(name="Bo 🎣", occasion="wedding"),
        Story(name="🎣", passions=("fishing",)),
    ],
    ids=["umlauts", "greek", "one letter", "asked", "emoji", "nothing but emoji"],
)
def test_any_reasonable_words_are_written(product: Product, story: Story) -> None:
    assert_sound(build(product, story))


@every_product
@pytest.mark.parametrize(
    "story",
    [Story(text_lines=(LONG,)), Story(text_lines=("مرحبا يا جدي",)), Story(text_lines=("漢字",))],
    ids=["sixty letters", "arabic", "chinese"],
)
def test_hard_words_are_written_or_refused_with_a_hint(product: Product, story: Story) -> None:
    assert_sound_or_refused(product, story)


@every_product
def test_bad_wishes_are_refused_in_words(product: Product) -> None:
    main = product.info.fields[0]
    bad: list[dict[str, ParamValue]] = [
        {main.id: 1e9},
        {main.id: float("nan")},
        {"icon": "mdi6:no-such-symbol"},
        {"wings": 2},
    ]
    bad += [{field.id: "no such choice"} for field in product.info.fields if field.kind == "choice"]
    for params in bad:
        with pytest.raises(InputError) as refused:
            build(product, **params)
        assert refused.value.hint
    with pytest.raises(InputError):
        build(product, Story(text_lines=("x" * 31,)))


@every_product
def test_equal_recipes_give_equal_meshes(product: Product) -> None:
    story = Story(name="Al", passions=("chess",))
    assert build(product, story).digest == build(product, story).digest


@every_product
def test_a_cancelled_job_stops(product: Product) -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        product.build(Recipe(product.id, story=KARL), "draft", JobContext(token))


@every_product
@settings(max_examples=2, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_parameters_drawn_at_random_give_sound_solids_or_a_refusal(
    product: Product, data: st.DataObject
) -> None:
    params: dict[str, ParamValue] = {}
    for field in product.info.fields:
        if field.kind == "choice":
            params[field.id] = data.draw(st.sampled_from([value for value, _ in field.choices]))
        elif field.kind == "float":
            params[field.id] = data.draw(st.floats(field.minimum, field.maximum, width=32))
        elif field.id.startswith("icon"):
            params[field.id] = data.draw(st.sampled_from(["", *ICONS]))
    name = data.draw(st.text(st.characters(min_codepoint=32, max_codepoint=0x24F), max_size=24))
    assert_sound_or_refused(product, Story(name=unicodedata.normalize("NFC", name), age=40), **params)
