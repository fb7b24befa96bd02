"""The trained cut-out of the photo editor: a fourth one where there is a model, and strokes thereafter."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import skimage
from PIL import Image

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.photo_edit import PhotoEdit, Stroke, SubjectWish
from memoreez_desktop.core.story import PhotoRef
from memoreez_desktop.imaging.mask_strokes import strokes_of
from memoreez_desktop.services import better_cutout
from memoreez_desktop.services.load_photos import reference_photo
from memoreez_desktop.ui.journey import PhotoWish
from memoreez_desktop.ui.photo_editor.cut_out_choice import chosen, cleared, number_of, own_strokes
from memoreez_desktop.ui.photo_editor.page import build

CAT = Path(skimage.__file__).parent / "data" / "chelsea.png"
MASK = np.zeros((160, 240), bool)
MASK[30:130, 60:200] = True
TRAINED = strokes_of(MASK)
OWN = Stroke(False, 0.02, ((0.5, 0.5),))


@pytest.fixture
def photo(tmp_path: Path) -> PhotoRef:
    path = tmp_path / "cat.png"
    Image.open(CAT).resize((240, 160)).save(path)
    return reference_photo(path)


def opened(bench: Any, qtbot: Any, photo: PhotoRef, kept: list[PhotoRef]) -> Any:
    parts = build(bench.workshop, bench.theme_book, bench.icon_book, None)
    qtbot.addWidget(parts.panel)
    parts.panel.resize(1300, 850)
    parts.panel.show()
    bench.journey.photoWanted.emit(PhotoWish(photo, "story", kept.append))
    qtbot.waitUntil(lambda: bool(parts.panel.subject.tiles[0].words), timeout=20_000)
    return parts


@pytest.fixture
def model(monkeypatch: Any) -> None:
    monkeypatch.setattr(better_cutout, "trained_strokes", lambda photo, longest_px, job: TRAINED)


@pytest.mark.usefixtures("model")
def test_it_is_offered_chosen_and_kept_as_strokes(bench, qtbot, photo) -> None:
    kept: list[PhotoRef] = []
    editor = opened(bench, qtbot, photo, kept)
    tiles = editor.panel.subject.tiles
    qtbot.waitUntil(lambda: tiles[3].isEnabled(), timeout=20_000)
    assert tiles[3].words == "Trained"
    tiles[3].click()
    assert tiles[3].isChecked()
    assert editor.presenter.edits.edit == PhotoEdit(subject=SubjectWish(strokes=TRAINED))
    assert not editor.panel.subject.clear.isEnabled()
    editor.presenter.hands._stroke(OWN)
    assert tiles[3].isChecked()
    editor.panel.subject.clear.click()
    assert editor.presenter.edits.edit.subject.strokes == TRAINED
    tiles[1].click()
    assert editor.presenter.edits.edit.subject == SubjectWish(candidate=1)
    editor.panel.undo.click()
    assert tiles[3].isChecked()
    editor.panel.done.click()
    again = opened(bench, qtbot, kept[0], [])
    qtbot.waitUntil(lambda: again.panel.subject.tiles[3].isChecked(), timeout=20_000)
    mask = again.presenter.showing._masks[3].mask
    whole = np.asarray(Image.fromarray(MASK).resize(mask.shape[::-1]))
    assert (mask & whole).sum() / (mask | whole).sum() > 0.9


def test_without_a_model_there_are_three(bench, qtbot, photo, monkeypatch, tmp_path) -> None:
    monkeypatch.setenv("MEMOREEZ_HOME", str(tmp_path / "home"))
    editor = opened(bench, qtbot, photo, [])
    assert [tile.isVisible() for tile in editor.panel.subject.tiles] == [True, True, True, False]


def test_a_spoilt_model_is_said_and_the_three_stay(bench, qtbot, photo, monkeypatch) -> None:
    def spoilt(photo: PhotoRef, longest_px: int, job: object) -> None:
        raise InputError("This is not the model it should be.", "Delete it.")

    monkeypatch.setattr(better_cutout, "trained_strokes", spoilt)
    editor = opened(bench, qtbot, photo, [])
    assert editor.panel.subject.tiles[0].isEnabled()
    assert not editor.panel.subject.tiles[3].isVisible()


def test_only_what_a_person_drew_is_cleared_or_carried_over() -> None:
    wish = SubjectWish(box=(0, 0, 1, 1), strokes=(*TRAINED, OWN))
    assert number_of(wish, TRAINED) == 3
    assert own_strokes(wish, TRAINED) == (OWN,)
    assert chosen(wish, 2, TRAINED) == SubjectWish(2, (0, 0, 1, 1), (OWN,))
    assert chosen(wish, 3, TRAINED) == wish
    assert chosen(SubjectWish(1, (0, 0, 1, 1), (OWN,)), 3, TRAINED) == SubjectWish(strokes=TRAINED)
    assert cleared(wish, TRAINED) == SubjectWish(strokes=TRAINED)
    assert cleared(SubjectWish(1, None, (OWN,)), ()) == SubjectWish(1)
