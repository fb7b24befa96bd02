"""Each use case once, and what it does with what it must refuse."""

import pickle
import threading

import numpy as np
import pytest
from PIL import Image

from memoreez_desktop.core.concept import ConceptPlan, Recipe
from memoreez_desktop.core.errors import (
    Cancelled,
    InputError,
    MeshFileError,
    PhotoError,
    RefusedError,
    UsageError,
)
from memoreez_desktop.core.job import CancelToken, JobContext
from memoreez_desktop.core.keepsake_recipe import KeepsakeRecipe
from memoreez_desktop.core.keepsake_steps import Size, Turn
from memoreez_desktop.core.resources import resource_path
from memoreez_desktop.core.story import OCCASIONS, Brief, Story
from memoreez_desktop.core.words import Phrase
from memoreez_desktop.services import doctor, profiles, samples
from memoreez_desktop.services.catalogs import entries, product_infos, provider_catalog
from memoreez_desktop.services.load_photos import (
    FRAMED_AT_ONCE,
    ImportedPhoto,
    RefusedPhoto,
    import_photo_bytes,
    import_photos,
    reference_photo,
)
from memoreez_desktop.services.make_concepts import draw_concept, plan
from memoreez_desktop.services.make_sculpture import make_sculpture
from memoreez_desktop.services.open_model import open_model, save_model
from memoreez_desktop.services.send_print import send
from memoreez_desktop.services.shape_keepsake import shape_keepsake
from memoreez_desktop.services.whole_journey import Order, plans_for, walk
from memoreez_desktop.storage.library import Library

BRIEF = Brief(Story("Karl", passions=("fishing", "coffee"), quirk="hates Mondays"))


@pytest.fixture
def library(tmp_path):
    opened = Library(tmp_path / "library")
    yield opened
    opened.close()


def test_photos_of_every_kind_land_or_get_a_word(tmp_path, library):
    drop = tmp_path / "drop"
    drop.mkdir()
    noise = np.random.default_rng(1).integers(0, 255, (400, 600, 3), np.uint8)
    Image.fromarray(noise).save(drop / "b.png")
    (drop / "a.jpg").write_bytes(resource_path("samples", "photo.jpg").read_bytes())
    (drop / "empty.jpg").touch()
    (drop / "words.jpg").write_text("not a picture")
    partial, said = [], []
    job = JobContext(on_progress=lambda f, w: said.append(w), on_partial=partial.append)
    outcomes = import_photos([drop, tmp_path / "gone.jpg"], library, job)
    assert list(outcomes) == partial
    good = [photo for photo in outcomes if isinstance(photo, ImportedPhoto)]
    refused = [photo for photo in outcomes if isinstance(photo, RefusedPhoto)]
    assert [photo.ref.name for photo in good] == ["a.jpg", "b.png"]
    assert {photo.name for photo in refused} == {"empty.jpg", "words.jpg", "gone.jpg"}
    assert all(isinstance(photo.message, Phrase) for photo in refused)
    for photo in good:
        assert photo.ref.path.is_file()
        assert library.folder in photo.ref.path.parents
        assert photo.thumbnail_png.startswith(b"\x89PNG")
        assert photo.verdict.words
    assert "Reading a.jpg" in said


def test_many_photos_at_once_are_judged_without_a_search_for_the_subject(tmp_path, library, monkeypatch):
    drop = tmp_path / "drop"
    drop.mkdir()
    searched = []
    monkeypatch.setattr("memoreez_desktop.imaging.verdict.look_at_framing", searched.append)
    noise = np.random.default_rng(1).integers(0, 255, (300, 400, 3), np.uint8)
    for number in range(FRAMED_AT_ONCE + 1):
        Image.fromarray(np.roll(noise, number, 1)).save(drop / f"{number}.png")
    assert len(import_photos([drop], library, JobContext())) == FRAMED_AT_ONCE + 1
    assert not searched


def test_a_pasted_picture(library):
    data = resource_path("samples", "photo.jpg").read_bytes()
    photo = import_photo_bytes(data, "pasted.jpg", library, JobContext())
    assert isinstance(photo, ImportedPhoto)
    assert photo.ref.path.read_bytes() == data
    assert isinstance(import_photo_bytes(b"nonsense", "x.png", library, JobContext()), RefusedPhoto)


def test_importing_can_be_cancelled(library):
    token = CancelToken()
    job = JobContext(token, on_partial=lambda _photo: token.cancel())
    photo = resource_path("samples", "photo.jpg")
    with pytest.raises(Cancelled):
        import_photos([photo, photo.parent], library, job)


def test_the_same_photo_has_the_same_name_everywhere(library):
    photo = resource_path("samples", "photo.jpg")
    assert reference_photo(photo).digest == library.add_photo(photo).digest
    with pytest.raises(PhotoError):
        reference_photo(photo.with_name("gone.jpg"))


def test_plans_are_deterministic_and_go_on(library):
    first = plan(BRIEF, 4)
    assert first == plan(BRIEF, 4)
    more = plan(BRIEF, 4, 4)
    assert len({item.id for item in first + more}) == 8
    assert {item.recipe.product_id for item in plan(BRIEF, 3, product_id="keychain")} == {"keychain"}
    with pytest.raises(UsageError):
        plan(BRIEF, 1, product_id="nothing")


def test_a_concept_is_drawn_from_its_own_mesh():
    (item,) = plan(BRIEF, 1, product_id="keychain")
    said = []
    concept = draw_concept(item, JobContext(on_progress=lambda f, w: said.append((f, w))))
    assert concept.plan == item
    assert concept.stats.watertight
    assert concept.stats.time_s > 60
    assert 0.5 < concept.stats.filament_g < 50
    assert concept.seconds > 0
    assert concept.picture_png.startswith(b"\x89PNG")
    assert said[-1][0] == 1.0
    assert pickle.loads(pickle.dumps(concept)).stats.size_mm == concept.stats.size_mm
    again = draw_concept(item, JobContext())
    assert again.picture_png == concept.picture_png
    assert again.stats == concept.stats


def test_what_cannot_be_drawn_says_so():
    lithophane = ConceptPlan("x", "X", "Lithophane", Recipe("lithophane"))
    with pytest.raises(InputError):
        draw_concept(lithophane, JobContext())
    with pytest.raises(UsageError):
        draw_concept(ConceptPlan("x", "X", "X", Recipe("nothing")), JobContext())
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        draw_concept(plan(BRIEF, 1)[0], JobContext(token))


def test_draft_and_final_are_the_same_keepsake():
    (item,) = plan(BRIEF, 1, product_id="nameplate")
    final = make_sculpture(item.recipe, JobContext()).mesh
    draft = draw_concept(item, JobContext()).stats
    assert draft.size_mm == pytest.approx(final.extents_mm, abs=1.0)
    assert draft.volume_mm3 == pytest.approx(final.volume_mm3, rel=0.05)


def test_models_come_and_go(tmp_path):
    mesh = make_sculpture(Recipe("keychain", story=Story("A")), JobContext()).mesh
    for suffix in (".stl", ".3mf", ".obj", ".ply", ".glb"):
        file = tmp_path / f"model{suffix}"
        save_model(mesh, file)
        back = open_model(file, JobContext(), longest_mm=100)
        assert max(back.extents_mm) == pytest.approx(100, rel=1e-4)
        assert back.bounds_mm[0, 2] == pytest.approx(0, abs=1e-5)
    with pytest.raises(UsageError):
        save_model(mesh, tmp_path / "model.step")
    with pytest.raises(MeshFileError):
        open_model(tmp_path / "gone.stl", JobContext())
    recipe = KeepsakeRecipe((Turn(x_deg=90), Size(height_mm=50)))
    turned = shape_keepsake(mesh, recipe, JobContext()).mesh
    assert turned.extents_mm[2] == pytest.approx(50, rel=1e-5)


@pytest.mark.parametrize("noun", ["products", "printers", "materials", "qualities", "engines", "links"])
def test_catalogs(noun):
    listed = entries(noun)
    assert listed
    assert len({entry.id for entry in listed}) == len(listed)
    assert all(entry.available or entry.why_not for entry in listed)


def test_unknown_catalog():
    with pytest.raises(UsageError):
        entries("secrets")
    assert "studio" in provider_catalog()


@pytest.mark.parametrize(
    ("printer_id", "material_id", "changes", "words"),
    [
        ("ender-3", "asa", {}, "°C"),
        ("generic-220", "pla", {"layer_height_mm": 0.4}, "nozzle"),
        ("generic-220", "pla", {"layer_height_mm": 0.31}, "nozzle"),
        ("generic-220", "pla", {"extrusion_width_mm": 1.2}, "nozzle"),
        ("generic-220", "pla", {"adaptive_layers": True, "max_layer_height_mm": 0.35}, "nozzle"),
        ("generic-220", "pla", {"adaptive_layers": True, "max_layer_height_mm": 0.15}, "Adaptive"),
        ("generic-220", "pla", {"spiral_vase": True, "perimeters": 1}, "infill"),
        ("generic-220", "pla", {"layer_height_mm": 0.3, "extrusion_width_mm": 0.3}, "wider"),
        ("generic-220", "pla", {"layer_height_mm": 0.02}, "nozzle"),
        ("generic-220", "pla", {"first_layer_height_mm": 0.4}, "nozzle"),
    ],
)
def test_impossible_settings(printer_id, material_id, changes, words):
    with pytest.raises(RefusedError, match=words):
        profiles.require_possible(profiles.slice_settings(printer_id, material_id).with_quality(**changes))


def test_every_shipped_quality_is_possible():
    for quality in profiles.qualities():
        profiles.require_possible(profiles.slice_settings(quality_id=quality.id))
    for info in product_infos():
        assert profiles.suggested_quality_id(info.id) in profiles.qualities()


def test_samples():
    for language in ("en", "de", "fr"):
        story = samples.sample_story(language)
        assert story.occasion in OCCASIONS
        assert len(story.passions) == 2
    assert samples.sample_photo().is_file()
    assert reference_photo(samples.sample_photo()).digest


def test_the_size_that_was_asked_for():
    order = Order(BRIEF, product_id="keychain", size_mm=80.0, count=1)
    (item,) = plans_for(order)
    assert 80.0 in dict(item.recipe.params).values()
    assert item.id == item.recipe.digest[:16]


def test_a_failing_concept_does_not_stop_the_journey(tmp_path, monkeypatch):
    from memoreez_desktop.services import make_concepts

    real = make_concepts.draw_concept
    plans = plans_for(Order(BRIEF, product_id="keychain", count=2))

    def first_fails(item, job, **wishes):
        if item == plans[0]:
            raise InputError("Not this one.", "Take the other.")
        return real(item, job, **wishes)

    monkeypatch.setattr(make_concepts, "draw_concept", first_fails)
    outcome = walk(Order(BRIEF, product_id="keychain", quality_id="draft", count=2), tmp_path, JobContext())
    assert outcome.concepts[0].error == "Not this one. Take the other."
    assert outcome.chosen == plans[1]
    assert outcome.result.path.is_file()
    assert outcome.cost > 0

    def all_fail(*_, **_wishes):
        raise InputError("None.")

    monkeypatch.setattr(make_concepts, "draw_concept", all_fail)
    with pytest.raises(InputError, match="None"):
        walk(Order(BRIEF, product_id="keychain"), tmp_path / "other", JobContext())
    assert not (tmp_path / "other").exists()


def test_wrong_words_are_found_before_the_work(tmp_path):
    for order in (Order(BRIEF, engine_id="x"), Order(BRIEF, printer_id="x"), Order(BRIEF, quality_id="x")):
        with pytest.raises(UsageError):
            walk(order, tmp_path / "o", JobContext())
    with pytest.raises(RefusedError):
        walk(Order(BRIEF, printer_id="ender-3", material_id="asa"), tmp_path / "o", JobContext())
    assert not (tmp_path / "o").exists()


def test_sending_names_the_link(tmp_path):
    gcode = tmp_path / "a.gcode"
    gcode.write_text("G28\n")
    (tmp_path / "to").mkdir()
    assert send(gcode, "folder", str(tmp_path / "to"), "", JobContext()).name_on_printer == "a.gcode"
    with pytest.raises(UsageError):
        send(gcode, "pigeon", "", "", JobContext())


def test_the_doctor_has_a_remedy_for_everything(tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    monkeypatch.setattr(doctor, "_NEEDED", ("numpy", "a_package_nobody_has"))
    monkeypatch.setattr(doctor.shutil, "which", lambda _name: None)
    seen = []
    checks = doctor.examine(tmp_path / "file" / "data", JobContext(on_partial=seen.append))
    assert list(checks) == seen
    found = {check.id: check for check in checks}
    assert not found["packages"].ok
    assert found["packages"].detail == "a_package_nobody_has"
    assert not found["data-folder"].ok
    assert not found["prusa-slicer"].ok
    assert not found["prusa-slicer"].required
    assert all(check.ok != bool(check.remedy) for check in checks)


def test_concepts_may_be_drawn_by_several_threads():
    plans = plan(BRIEF, 2, product_id="keychain")
    drawn = {}

    def work(item):
        drawn[item.id] = draw_concept(item, JobContext()).stats

    threads = [threading.Thread(target=work, args=(item,)) for item in plans]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert drawn == {item.id: draw_concept(item, JobContext()).stats for item in plans}
