"""The words of the trade keep their promises."""

import pickle

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from memoreez_desktop.core import errors
from memoreez_desktop.core.catalog import Catalog
from memoreez_desktop.core.concept import Recipe
from memoreez_desktop.core.errors import Cancelled, MemoreezError, UsageError
from memoreez_desktop.core.finding import CheckReport, Finding
from memoreez_desktop.core.job import CancelToken, JobContext, stage
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.money import filament_cost
from memoreez_desktop.core.profiles import MaterialProfile, PrinterProfile, QualityProfile, SliceSettings
from memoreez_desktop.core.provider import FieldSpec, ProviderInfo
from memoreez_desktop.core.story import PhotoRef, Story
from memoreez_desktop.core.units import bytes_words, duration_words, size_words
from memoreez_desktop.core.words import say

CUBE = np.array([[x, y, z] for x in (0, 10) for y in (0, 10) for z in (0, 10)], dtype=float)
CUBE_FACES = [
    *([0, 1, 3], [0, 3, 2], [4, 6, 7], [4, 7, 5], [0, 4, 5], [0, 5, 1]),
    *([2, 3, 7], [2, 7, 6], [0, 2, 6], [0, 6, 4], [1, 5, 7], [1, 7, 3]),
]


def cube():
    return MeshModel(CUBE, CUBE_FACES)


def test_a_mesh_knows_itself_and_is_read_only():
    mesh = cube()
    assert mesh.triangles == 12
    assert mesh.volume_mm3 == pytest.approx(1000)
    assert mesh.extents_mm == (10, 10, 10)
    with pytest.raises(ValueError, match="read-only"):
        mesh.vertices[0, 0] = 5
    on_bed = mesh.moved(3, 4, 5).on_bed()
    np.testing.assert_allclose(on_bed.bounds_mm, [[-5, -5, 0], [5, 5, 10]])
    assert mesh.scaled(2).volume_mm3 == pytest.approx(8000)


def test_equal_meshes_have_equal_digests_and_survive_pickling():
    back = pickle.loads(pickle.dumps(cube()))
    assert back.digest == cube().digest != cube().scaled(2).digest
    assert not back.vertices.flags.writeable


def test_an_empty_mesh_has_no_size():
    assert MeshModel(np.empty((0, 3)), np.empty((0, 3))).extents_mm == (0, 0, 0)


def test_a_catalog_finds_and_suggests():
    catalog = Catalog(
        "product", [ProviderInfo("keychain", "Keychain"), ProviderInfo("nameplate", "Name plate")]
    )
    assert catalog.ids == ("keychain", "nameplate")
    assert catalog.get("keychain").label == "Keychain"
    with pytest.raises(UsageError) as caught:
        catalog.get("keychian")
    assert "keychain" in caught.value.hint
    with pytest.raises(ValueError, match="two members"):
        Catalog("product", [ProviderInfo("a", "A"), ProviderInfo("a", "B")])


def test_a_field_describes_itself():
    assert FieldSpec("height_mm", "Height", "float", 60.0, unit="mm").choices == ()


@given(st.text(max_size=30), st.text(max_size=30), st.integers(1, 9))
def test_a_recipe_is_its_content(name, quirk, seed):
    photo = PhotoRef("ab" * 32, "somewhere", "x.jpg")
    recipe = Recipe("keychain", (), Story(name=name, quirk=quirk), photo, seed)
    moved = Recipe("keychain", (), Story(name=name, quirk=quirk), PhotoRef("ab" * 32, "elsewhere", "y"), seed)
    assert recipe.digest == moved.digest
    assert recipe.with_params(width_mm=50.0).digest != recipe.digest
    assert recipe.with_params(b=1, a=2) == recipe.with_params(a=2, b=1)


def test_a_phrase_is_its_english_and_remembers_its_parts():
    phrase = say("The model is {height_mm:.0f} mm tall.", height_mm=260.2)
    assert phrase == "The model is 260 mm tall."
    back = pickle.loads(pickle.dumps(phrase))
    assert (back.template, back.values) == ("The model is {height_mm:.0f} mm tall.", {"height_mm": 260.2})


@pytest.mark.parametrize(
    "kind", [k for k in vars(errors).values() if isinstance(k, type) and issubclass(k, MemoreezError)]
)
def test_every_error_survives_the_pipe(kind):
    back = pickle.loads(pickle.dumps(kind(say("It is {n}.", n=1), "Do that.", retryable=True)))
    assert type(back) is kind
    assert (back.message, back.hint, back.retryable) == ("It is 1.", "Do that.", True)
    assert kind.__name__ in (errors.__doc__ or "")


def test_a_stage_maps_into_its_part_of_the_whole():
    heard = []
    job = JobContext(on_progress=lambda f, m: heard.append(f))
    part = stage(job, 0.5, 0.75)
    for fraction in (0, 0.5, 1, None):
        part.progress(fraction)
    assert heard == [0.5, 0.625, 0.75, None]


def test_a_cancelled_job_stops_at_its_next_word():
    token = CancelToken()
    job = JobContext(token)
    job.progress(0.1)
    token.cancel()
    assert stage(job, 0, 1).cancelled
    with pytest.raises(Cancelled):
        job.progress(0.2)


def test_settings_have_a_digest_of_every_value():
    settings = SliceSettings(PrinterProfile("p", "P"), MaterialProfile("m", "M"), QualityProfile("q", "Q"))
    assert settings.with_quality(perimeters=None) == settings
    assert settings.with_quality(perimeters=3).digest != settings.digest
    assert settings.with_quality(perimeters=3).quality.perimeters == 3


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "0 s"), (59, "59 s"), (60, "1 min"), (3599, "1 h 00"), (7740, "2 h 09")]
)
def test_durations_in_words(seconds, words):
    assert duration_words(seconds) == words


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "0 B"), (812, "812 B"), (1_400_000, "1.4 MB"), (14.2e9, "14.2 GB"), (5e12, "5000 GB")],
)
def test_bytes_in_words(count, words):
    assert bytes_words(count) == words


def test_sizes_and_money():
    assert size_words((60.04, 40, 64.9)) == "60 × 40 × 65 mm"
    assert filament_cost(30, 22) == pytest.approx(0.66)


def test_a_score_falls_with_each_finding():
    findings = (Finding("a", "error", "x"), Finding("b", "warning", "y"), Finding("c", "info", "z"))
    report = CheckReport(True, 1.0, (1, 1, 1), 1, 12, 1.0, findings)
    assert (report.errors, report.warnings, report.score) == (1, 1, 62)
