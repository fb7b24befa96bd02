"""Keepsakes of letters: any script, face, size and symbol gives a sound solid or a clear refusal."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memoreez_desktop.core.concept import Detail, Recipe
from memoreez_desktop.core.errors import Cancelled, InputError
from memoreez_desktop.core.job import CancelToken, JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.provider import ParamValue
from memoreez_desktop.core.story import Story
from memoreez_desktop.geometry.shapes import circle, offset, rectangle, ring
from memoreez_desktop.geometry.solids import to_solid
from memoreez_desktop.printability.checks import check_mesh
from memoreez_desktop.sculpting.api import Product
from memoreez_desktop.sculpting.bookmark import Bookmark
from memoreez_desktop.sculpting.door_sign import DoorSign
from memoreez_desktop.sculpting.keychain import Keychain
from memoreez_desktop.sculpting.nameplate import Nameplate
from memoreez_desktop.sculpting.stencil import Stencil
from memoreez_desktop.sculpting.stencil_bridges import bridged
from memoreez_desktop.services.profiles import slice_settings

PRODUCTS: tuple[Product, ...] = (Bookmark(), DoorSign(), Stencil(), Keychain(), Nameplate())
NEW = PRODUCTS[:3]
KARL = Story(name="Grandpa Karl", quirk="Hates Mondays", age=70, passions=("fishing", "music"))
LATIN = ("Grandpa Karl", "Jürgen Ångström", "Łucja & Żółw", "I", "iii", "Christopher-Alexander", "x" * 60)
OTHERS = ("Юлия", "Ελένη", "سارا و علی", "שלום", "आरव", "สมชาย", "さくら", "漢字", "민준", "ქეთი")
EMOJI = ("Karl ❤️", "🎣", "👨‍👩‍👧 🇩🇪", "🥳🎂")
SIXTY = "the best grandpa of them all, who is out fishing at sunrise."
ICONS = ("fa6s:fish", "fa6s:person-hiking", "mdi6:spider-web", "fa6s:music", "mdi6:soccer", "letter:Ä", "")

every_product = pytest.mark.parametrize("product", PRODUCTS, ids=lambda product: product.id)
every_new = pytest.mark.parametrize("product", NEW, ids=lambda product: product.id)


def build(product: Product, story: Story = KARL, detail: Detail = "draft", **params: ParamValue) -> MeshModel:
    recipe = Recipe(product.id, story=story).with_params(**params)
    return product.build(recipe, detail, JobContext()).mesh


def assert_sound(mesh: MeshModel) -> None:
    """Closed also where vertices are merged by position, one body, standing flat on the bed."""
    merged, number = np.unique(mesh.vertices.astype(np.float32), axis=0, return_inverse=True)
    faces = number.reshape(-1)[mesh.faces]
    edges = np.sort(np.vstack([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]]), axis=1)
    assert np.all(np.unique(edges, axis=0, return_counts=True)[1] == 2)
    assert len(merged) == len(mesh.vertices)
    assert mesh.volume_mm3 > 500
    assert mesh.bounds_mm[0, 2] == pytest.approx(0.0, abs=1e-6)
    assert len([part for part in to_solid(mesh).decompose() if part.volume() > 0]) == 1


@every_product
@given(data=st.data())
@settings(max_examples=8, deadline=None)
def test_any_words_make_a_sound_solid_or_are_refused(product: Product, data: st.DataObject) -> None:
    words = st.sampled_from((*LATIN, *OTHERS, *EMOJI))
    story = data.draw(
        st.builds(
            Story, name=words, quirk=words, passions=st.sampled_from(((), ("cats",), ("chess", "bikes")))
        )
        | st.builds(Story, text_lines=st.lists(words, min_size=1, max_size=2).map(tuple)),
        label="story",
    )
    params: dict[str, ParamValue] = {}
    for field in product.info.fields:
        if field.kind == "choice":
            params[field.id] = data.draw(st.sampled_from([value for value, _ in field.choices]))
        elif field.kind == "float" and field.minimum is not None and field.maximum is not None:
            params[field.id] = data.draw(st.floats(field.minimum, field.maximum))
        elif field.id == "icon":
            params[field.id] = data.draw(st.sampled_from(ICONS))
    try:
        mesh = build(product, story, **params)
    except InputError as refusal:
        refused: InputError | None = refusal
    else:
        refused = None
        assert_sound(mesh)
    assert refused is None or refused.hint


@every_new
@pytest.mark.parametrize("text", [*OTHERS[1:5], *EMOJI[:3], "I", SIXTY])
def test_words_of_every_script_are_written_at_the_usual_size(product: Product, text: str) -> None:
    story = Story(text_lines=(text,), passions=("fishing",))
    if text == SIXTY and product.id == "stencil":
        with pytest.raises(InputError, match="too long"):
            build(product, story)
        return
    assert_sound(build(product, story))


@every_new
def test_every_choice_and_size_gives_a_sound_solid(product: Product) -> None:
    for field in product.info.fields:
        # Faces are drawn by the test above.
        chosen = field.kind == "choice" and field.id != "face"
        values = [value for value, _ in field.choices] if chosen else []
        if field.kind == "float":
            values = [field.minimum, field.maximum]
        for value in values:
            assert_sound(build(product, **{field.id: value}))


@every_new
def test_sizes_are_what_was_asked_for_and_builds_are_repeatable(product: Product) -> None:
    for field, axis in zip(product.info.fields[:2], (0, 1), strict=True):
        if field.kind != "float":
            continue
        for choice in (choice for choice in product.info.fields if choice.id in ("outline", "frame")):
            for value, _ in choice.choices[-2:]:
                mesh = build(product, **{field.id: field.maximum, choice.id: value})
                assert mesh.extents_mm[axis] == pytest.approx(field.maximum, abs=0.1)
    assert build(product).digest == build(product).digest
    assert_sound(build(product, detail="final"))


@every_new
def test_bad_wishes_are_refused(product: Product) -> None:
    for params in (
        {"width_mm": 1e9},
        {"width_mm": float("nan")},
        {"face": "comic"},
        {"icon": "mdi6:nothing"},
    ):
        with pytest.raises(InputError) as refused:
            build(product, **params)
        assert refused.value.hint
    with pytest.raises(InputError, match="needs a name"):
        build(product, Story(passions=("fishing",)))
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        product.build(Recipe(product.id, story=KARL), "draft", JobContext(token))


def test_a_bookmark_stays_thin_and_a_long_name_gives_way_to_its_last_word() -> None:
    assert build(Bookmark()).extents_mm[2] == pytest.approx(2.5, abs=0.05)
    called, whole = (build(Bookmark(), Story(name=name)) for name in ("Karl", "Great-Grandfather Karl"))
    assert called.digest == whole.digest


@pytest.mark.parametrize(
    ("story", "face"),
    [
        (Story("François", 101, ("le vélo",), occasion="baby"), "script"),
        (Story("Алёна", 7, ("музыка",), occasion="birthday"), "brush"),
        (Story("Nguyễn Thị Hương", 101, ("coffee",), occasion="retirement"), "serif"),
    ],
)
def test_a_nameplate_has_no_sliver_below_hanging_tips(story: Story, face: str) -> None:
    mesh = build(Nameplate(), story, "final", face=face)
    assert_sound(mesh)
    report = check_mesh(mesh, slice_settings().printer)
    assert not {finding.code for finding in report.findings} & {"too-thin", "fragile"}
    assert report.smallest_mm >= 0.8


def test_keyholes_take_plastic_from_the_back() -> None:
    solid, hung = (build(DoorSign(), hanging=kind).volume_mm3 for kind in ("none", "keyholes"))
    assert 300 < solid - hung < 2000


def test_a_stencil_lets_light_through_and_keeps_its_islands() -> None:
    sheet = rectangle(60, 60)
    for cut in (ring(20, 10), ring(24, 17) + ring(12, 6), ring(5, 3)):
        held = bridged(sheet, cut, 1.6)
        assert len(held.decompose()) == 1
        assert (held ^ cut).area() < 0.35 * cut.area()
        # Nothing is held by a thread.
        assert len(offset(held, -0.6).decompose()) == 1
    # A crumb is not worth a bridge.
    assert bridged(sheet, ring(8, 0.7), 1.6).num_contour() == 2
    assert bridged(sheet, circle(8), 1.6).num_contour() == 2


def test_a_stencil_of_letters_has_no_island() -> None:
    for text in ("BOAD8", "ÄÖRgß", "Ω8Ж", "回国", "😀"):
        mesh = build(Stencil(), Story(text_lines=(text,)), width_mm=200.0)
        assert_sound(mesh)
