"""The Studio shows the photo of a keepsake and takes its edit as a change like any other."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import skimage

from memoreez_desktop.core.concept import ConceptPlan, Recipe
from memoreez_desktop.core.edition import Edition
from memoreez_desktop.core.photo_edit import PhotoEdit
from memoreez_desktop.core.story import PhotoRef
from memoreez_desktop.services.load_photos import reference_photo
from memoreez_desktop.ui.studio.photo_section import PhotoSection, StudioPhoto

CAT = Path(skimage.__file__).parent / "data" / "chelsea.png"


class Bench:
    """A section, and what was changed through it."""

    def __init__(self, bench: Any, qtbot: Any) -> None:
        self.section = PhotoSection(bench.icon_book)
        qtbot.addWidget(self.section)
        self.edition = Edition(ConceptPlan("a", "A", "A", Recipe("lithophane", photo=reference_photo(CAT))))
        self.photo = StudioPhoto(self.section, bench.workshop, self.change)

    def change(self, change: Any, label: str) -> None:
        self.edition = change(self.edition)
        self.photo.show(self.edition)


@pytest.fixture
def desk(bench: Any, qtbot: Any) -> Bench:
    made = Bench(bench, qtbot)
    made.photo.show(made.edition)
    return made


def test_the_photo_is_shown_with_its_name(desk) -> None:
    assert not desk.section.isHidden()
    assert desk.section.name.text() == "chelsea.png"
    assert desk.section.thumbnail.image.width() == 256


def test_an_edit_is_a_change_of_the_edition_and_seen_at_once(desk, bench) -> None:
    heard: list[Any] = []
    bench.journey.pageWanted.connect(heard.append)
    bench.journey.photoWanted.connect(heard.append)
    desk.section.edit.click()
    page, wish = heard
    assert (page, wish.back) == ("photo", "studio")
    wish.done(replace(wish.photo, edit=PhotoEdit(quarter_turns=1)))
    assert desk.edition.plan.recipe.photo.edit == PhotoEdit(quarter_turns=1)
    assert desk.section.thumbnail.image.width() < desk.section.thumbnail.image.height()
    assert desk.section.aside.text() == "edited"


def test_a_keepsake_without_a_photo_has_no_such_section(desk) -> None:
    desk.photo.show(Edition(ConceptPlan("b", "B", "B", Recipe("nameplate"))))
    assert desk.section.isHidden()
    desk.photo.show(None)
    assert desk.section.isHidden()


def test_a_photo_that_is_gone_leaves_an_empty_frame(desk, tmp_path) -> None:
    gone = PhotoRef("0" * 64, tmp_path / "gone.jpg", "gone.jpg")
    desk.photo.show(Edition(ConceptPlan("c", "C", "C", Recipe("lithophane", photo=gone))))
    assert desk.section.thumbnail.image.isNull()
