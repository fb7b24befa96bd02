"""Raw sculptures that are remembered with all that is said about them."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from manifold3d import Manifold

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.product import Backlight, Camera
from memoreez_desktop.core.words import Phrase
from memoreez_desktop.geometry.solids import to_mesh
from memoreez_desktop.services.raw_memo import find_raw, keep_raw
from memoreez_desktop.services.repair_model import repair_model
from memoreez_desktop.storage.library import Library
from memoreez_desktop.storage.mesh_bytes import SUFFIX

CUBE = to_mesh(Manifold.cube((20, 20, 20)))
TORN = MeshModel(CUBE.vertices, CUBE.faces[1:])


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path)


def test_a_sculpture_comes_back_after_the_program_was_closed(library: Library, tmp_path: Path) -> None:
    camera, light = Camera(10.0, 20.0), Backlight(bulb_ratio=0.5)
    kept = keep_raw(library, "key", CUBE, camera, light)
    library.close()
    again = find_raw(Library(tmp_path), "key")
    assert again is not None
    assert (again.mesh, again.camera, again.backlight, again.repair) == (kept.mesh, camera, light, None)
    assert again.mesh.load().digest == CUBE.digest


def test_a_receipt_comes_back_with_its_words_and_every_mesh(library: Library) -> None:
    repair = repair_model(TORN, JobContext())
    keep_raw(library, "key", repair.mesh, repair=repair)
    again = find_raw(library, "key")
    assert again is not None
    assert again.repair is not None
    for field in dataclasses.fields(repair):
        if field.name != "mesh":
            assert getattr(again.repair, field.name) == getattr(repair, field.name), field.name
    assert again.repair.mesh.digest == repair.mesh.digest
    for step, told in zip(again.repair.steps, repair.steps, strict=True):
        assert isinstance(step.message, Phrase) == isinstance(told.message, Phrase)
        assert (step.mesh_before is None) == (told.mesh_before is None)
        if step.mesh_before is not None and told.mesh_before is not None:
            assert step.mesh_before.digest == told.mesh_before.digest


def test_another_key_a_lost_file_and_a_damaged_row_are_made_anew(library: Library) -> None:
    assert find_raw(library, "key") is None
    repair = repair_model(TORN, JobContext())
    keep_raw(library, "key", repair.mesh, repair=repair)
    keep_raw(library, "gone", CUBE)
    assert find_raw(library, "other") is None
    library.objects.path(CUBE.digest, SUFFIX).unlink()
    assert find_raw(library, "gone") is None
    library.objects.path(repair.mesh.digest, SUFFIX).write_bytes(b"torn")
    assert find_raw(library, "key") is None
    keep_raw(library, "gone", CUBE)
    assert find_raw(library, "gone") is not None
