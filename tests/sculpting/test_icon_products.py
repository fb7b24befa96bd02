"""The four keepsakes from a story: sound, printable, repeatable, refusing in words."""

from __future__ import annotations

import numpy as np
import pytest

from memoreez_desktop.core.concept import Detail, Recipe
from memoreez_desktop.core.errors import Cancelled, InputError
from memoreez_desktop.core.job import CancelToken, JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.provider import ParamValue
from memoreez_desktop.core.story import Story
from memoreez_desktop.geometry.solids import to_solid
from memoreez_desktop.imaging.icon_index import hand_written_rows
from memoreez_desktop.sculpting.api import Product
from memoreez_desktop.sculpting.icon_figurine import IconFigurine
from memoreez_desktop.sculpting.icon_medallion import IconMedallion
from memoreez_desktop.sculpting.keychain import Keychain
from memoreez_desktop.sculpting.nameplate import Nameplate

PRODUCTS: tuple[Product, ...] = (IconMedallion(), IconFigurine(), Keychain(), Nameplate())
KARL = Story(name="Grandpa Karl", quirk="Hates Mondays", age=70, passions=("fishing",))
SAMPLED = list(dict.fromkeys(row["icons"][0] for row in hand_written_rows("words.json")))[::110]
HARD = [
    "fa6s:person-hiking",
    "fa6s:snowflake",
    "mdi6:spider-web",
    "fa6s:anchor",
    "letter:Ä",
    "letter:i",
    "fa6s:music",
]


def build(product: Product, story: Story = KARL, detail: Detail = "draft", **params: ParamValue) -> MeshModel:
    recipe = Recipe(product.id, story=story).with_params(**params)
    return product.build(recipe, detail, JobContext()).mesh


def assert_sound(mesh: MeshModel) -> None:
    """Closed also after an STL reader merged vertices by position, one body, standing on the bed."""
    merged, number = np.unique(mesh.vertices, axis=0, return_inverse=True)
    faces = number.reshape(-1)[mesh.faces]
    assert len(merged) == len(mesh.vertices)
    edges = np.sort(np.vstack([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]]), axis=1)
    assert np.all(np.unique(edges, axis=0, return_counts=True)[1] == 2)
    assert mesh.volume_mm3 > 500
    low, high = mesh.bounds_mm
    assert low[2] == pytest.approx(0.0, abs=1e-6)
    assert np.allclose((low + high)[:2] / 2, 0.0, atol=1e-3)
    outer = [part for part in to_solid(mesh).decompose() if part.volume() > 0]
    assert len(outer) == 1


@pytest.mark.parametrize("icon", SAMPLED)
def test_symbols_of_the_table_become_sound_solids(icon: str) -> None:
    for product in PRODUCTS[:2]:
        assert_sound(build(product, icon=icon))


@pytest.mark.parametrize("product", PRODUCTS, ids=lambda product: product.id)
@pytest.mark.parametrize("icon", HARD)
def test_loose_thin_and_tiny_parts_become_sound_solids(product: Product, icon: str) -> None:
    assert_sound(build(product, icon=icon))


@pytest.mark.parametrize("product", PRODUCTS, ids=lambda product: product.id)
def test_every_choice_and_size_gives_a_sound_solid(product: Product) -> None:
    for field in product.info.fields:
        if field.kind == "choice":
            for value, _ in field.choices:
                assert_sound(build(product, **{field.id: value}))
        elif field.kind == "float":
            for value in (field.minimum, field.maximum):
                assert value is not None
                mesh = build(product, **{field.id: value})
                assert_sound(mesh)


@pytest.mark.parametrize("product", PRODUCTS, ids=lambda product: product.id)
def test_equal_recipes_give_equal_meshes_and_the_final_one_is_finer(product: Product) -> None:
    draft = build(product)
    assert build(product).digest == draft.digest
    final = build(product, detail="final")
    assert_sound(final)
    assert final.triangles > draft.triangles
    assert np.allclose(final.extents_mm, draft.extents_mm, atol=0.6)


@pytest.mark.parametrize("product", PRODUCTS, ids=lambda product: product.id)
def test_the_main_size_is_what_was_asked_for(product: Product) -> None:
    field = product.info.fields[0]
    axis = 2 if field.id == "height_mm" else 0
    for size in (float(field.default), float(field.maximum or 0)):
        extent = build(product, icon="fa6s:chess-knight", **{field.id: size}).extents_mm[axis]
        assert extent == pytest.approx(size, abs=0.3)


@pytest.mark.parametrize("product", PRODUCTS, ids=lambda product: product.id)
@pytest.mark.parametrize(
    "story",
    [
        Story(name="Jürgen Ängström", quirk="Don't panic!"),
        Story(name="Ίκαρος", age=5),
        Story(name="Christopher-Alexander"),
        Story(text_lines=("For you",)),
        Story(name="Bo 🎣", occasion="wedding"),
    ],
    ids=["umlauts", "greek", "long", "asked", "emoji"],
)
def test_any_reasonable_words_are_written(product: Product, story: Story) -> None:
    assert_sound(build(product, story))


@pytest.mark.parametrize("product", PRODUCTS, ids=lambda product: product.id)
def test_bad_wishes_are_refused_in_words(product: Product) -> None:
    field = product.info.fields[0]
    bad: list[dict[str, ParamValue]] = [
        {field.id: 1e9},
        {field.id: -1.0},
        {field.id: float("nan")},
        {field.id: "wide"},
        {field.id: True},
        {"icon": "mdi6:no-such-symbol"},
        {"wings": 2},
    ]
    choice = next(field for field in product.info.fields if field.kind == "choice")
    bad.append({choice.id: "no such choice"})
    for params in bad:
        with pytest.raises(InputError) as refused:
            build(product, **params)
        assert refused.value.hint
    with pytest.raises(InputError):
        build(product, Story(text_lines=("x" * 31,)))


@pytest.mark.parametrize("product", PRODUCTS, ids=lambda product: product.id)
def test_a_cancelled_job_stops(product: Product) -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        product.build(Recipe(product.id, story=KARL), "draft", JobContext(token))


def test_the_symbol_comes_from_the_story_when_nobody_chose_one() -> None:
    medallion = IconMedallion()
    fish = build(medallion, icon="mdi6:fish").digest
    assert build(medallion).digest == fish
    assert build(medallion, icon="angling").digest == fish
    assert (
        build(medallion, Story(name="Grandpa Karl", quirk="Hates Mondays", free_text="goes fishing")).digest
        == fish
    )


def test_a_story_without_a_picture_gets_an_initial() -> None:
    told = Story(name="Karl")
    assert build(Keychain(), told).digest == build(Keychain(), told, icon="letter:K").digest


def test_a_nameplate_needs_a_name() -> None:
    with pytest.raises(InputError, match="name"):
        build(Nameplate(), Story(passions=("fishing",)))


def test_engraving_takes_plastic_away_and_raising_adds_it() -> None:
    engraved, raised = (build(IconFigurine(), lettering=kind).volume_mm3 for kind in ("engraved", "raised"))
    bare = build(IconFigurine(), Story(passions=("fishing",)))
    assert_sound(bare)
    assert raised - engraved > 100.0
