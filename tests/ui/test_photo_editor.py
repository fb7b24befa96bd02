"""The photo editor: every change at once on the canvas, never in the file, kept or given up as a whole."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import skimage
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage

from memoreez_desktop.core.photo_edit import UNTOUCHED, PhotoEdit, Stroke, SubjectWish
from memoreez_desktop.core.story import Brief, PhotoRef, Story
from memoreez_desktop.imaging.verdict import PhotoVerdict
from memoreez_desktop.services.load_photos import reference_photo
from memoreez_desktop.ui.accessibility import nameless_controls
from memoreez_desktop.ui.history import History
from memoreez_desktop.ui.journey import PhotoWish
from memoreez_desktop.ui.newest import Newest
from memoreez_desktop.ui.photo_editor.page import build
from memoreez_desktop.ui.story import page as story_page
from memoreez_desktop.ui.story.dropped import Dropped

CAT = Path(skimage.__file__).parent / "data" / "chelsea.png"


@pytest.fixture
def photo(tmp_path: Path) -> PhotoRef:
    path = tmp_path / "cat.png"
    Image.open(CAT).resize((240, 160)).save(path)
    return reference_photo(path)


@pytest.fixture
def page(bench: Any, qtbot: Any) -> Any:
    parts = build(bench.workshop, bench.theme_book, bench.icon_book, None)
    qtbot.addWidget(parts.panel)
    parts.panel.resize(1300, 850)
    parts.panel.show()
    return parts


@pytest.fixture
def kept() -> list[PhotoRef]:
    return []


@pytest.fixture
def editor(page: Any, bench: Any, photo: PhotoRef, kept: list[PhotoRef]) -> Any:
    bench.journey.photoWanted.emit(PhotoWish(photo, "story", kept.append))
    return page


def seen(editor: Any) -> QImage:
    return editor.panel.canvas.image


def at(editor: Any, x: float, y: float) -> QPoint:
    rect = editor.panel.canvas.picture_rect()
    return QPointF(rect.x() + x * rect.width(), rect.y() + y * rect.height()).toPoint()


def drag(qtbot: Any, editor: Any, *way: tuple[float, float]) -> None:
    canvas = editor.panel.canvas
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=at(editor, *way[0]))
    for spot in way[1:]:
        qtbot.mouseMove(canvas, at(editor, *spot))
        # The screenless platform moves no buttons along: the canvas is told what a real mouse would tell.
        editor.panel.canvas._tools[canvas.tool].move(*canvas._ratio(QPointF(at(editor, *spot))))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=at(editor, *way[-1]))


def test_turning_shows_at_once_and_the_file_stays(editor, photo, kept) -> None:
    before = photo.path.read_bytes()
    assert (seen(editor).width(), seen(editor).height()) == (240, 160)
    editor.panel.turn.right.click()
    assert (seen(editor).width(), seen(editor).height()) == (160, 240)
    editor.panel.done.click()
    assert [ref.edit for ref in kept] == [PhotoEdit(quarter_turns=1)]
    assert photo.path.read_bytes() == before
    assert not editor.panel.is_open


def test_a_light_slider_lights_the_canvas_and_a_double_click_takes_it_back(editor, qtbot) -> None:
    slider = editor.panel.light.sliders["exposure_ev"].slider
    dark = seen(editor).pixelColor(100, 80).lightness()
    slider.setValue(150)
    assert editor.presenter.edits.edit.exposure_ev == 1.5
    assert seen(editor).pixelColor(100, 80).lightness() > dark
    qtbot.mouseDClick(slider, Qt.MouseButton.LeftButton)
    assert editor.presenter.edits.edit == UNTOUCHED


def test_the_way_of_a_slider_is_one_step_back(editor) -> None:
    slider = editor.panel.light.sliders["gamma"].slider
    for value in (110, 120, 130):
        slider.setValue(value)
    editor.panel.turn.left.click()
    editor.panel.undo.click()
    assert editor.presenter.edits.edit == PhotoEdit(gamma=1.3)
    editor.panel.undo.click()
    assert editor.presenter.edits.edit == UNTOUCHED
    assert not editor.panel.undo.isEnabled()
    editor.panel.redo.click()
    assert editor.presenter.edits.edit == PhotoEdit(gamma=1.3)


def test_a_crop_is_pulled_by_its_corner(editor, qtbot) -> None:
    editor.panel.strip.buttons["crop"].click()
    drag(qtbot, editor, (0.0, 0.0), (0.2, 0.3), (0.25, 0.5))
    assert editor.presenter.edits.edit.crop == pytest.approx((0.25, 0.5, 1.0, 1.0), abs=0.01)
    editor.panel.strip.buttons["look"].click()
    assert (seen(editor).width(), seen(editor).height()) == (180, 80)


@pytest.mark.parametrize(("key", "wanted"), [("1:1", 1.0), ("4:3", 4 / 3), ("3:4", 3 / 4), ("3:2", 1.5)])
def test_a_proportion_is_that_of_the_pixels(editor, key, wanted) -> None:
    editor.panel.turn.aspect.button(key).click()
    editor.panel.strip.buttons["look"].click()
    assert seen(editor).width() / seen(editor).height() == pytest.approx(wanted, rel=0.03)


def test_a_crop_moves_and_grows_by_keyboard(editor, qtbot) -> None:
    editor.panel.canvas.crop_changed.emit((0.2, 0.2, 0.6, 0.6))
    editor.panel.take_tool("crop")
    canvas = editor.panel.canvas
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    qtbot.keyClick(canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert editor.presenter.edits.edit.crop == pytest.approx((0.21, 0.2, 0.61, 0.61))


def test_three_cut_outs_are_offered_and_one_is_chosen(editor, qtbot) -> None:
    tiles = editor.panel.subject.tiles[:3]
    qtbot.waitUntil(lambda: all(tile.words for tile in tiles), timeout=20_000)
    assert all("Cut-out" in tile.accessibleName() and not tile.picture.isNull() for tile in tiles)
    tiles[1].click()
    assert editor.presenter.edits.edit.subject == SubjectWish(candidate=1)
    assert editor.panel.canvas.tool == "box"
    assert editor.panel.canvas._rings


def test_a_box_and_strokes_are_drawn_and_cleared(editor, qtbot) -> None:
    editor.panel.strip.buttons["box"].click()
    drag(qtbot, editor, (0.2, 0.2), (0.5, 0.5), (0.8, 0.9))
    assert editor.presenter.edits.edit.subject.box == pytest.approx((0.2, 0.2, 0.8, 0.9), abs=0.01)
    editor.panel.strip.buttons["remove"].click()
    editor.panel.subject.brush.slider.setValue(50)
    assert editor.panel.canvas.tool == "remove"
    drag(qtbot, editor, (0.5, 0.5), (0.6, 0.5))
    (stroke,) = editor.presenter.edits.edit.subject.strokes
    assert (stroke.keep, stroke.radius_ratio) == (False, 0.05)
    assert stroke.points[0] == pytest.approx((0.5, 0.5), abs=0.01)
    editor.panel.subject.clear.click()
    assert editor.presenter.edits.edit == UNTOUCHED


def test_box_and_brush_go_by_keyboard(editor, qtbot) -> None:
    canvas = editor.panel.canvas
    editor.panel.take_tool("box")
    qtbot.keyClick(canvas, Qt.Key.Key_Space)
    assert editor.presenter.edits.edit.subject.box == (0.15, 0.15, 0.85, 0.85)
    qtbot.keyClick(canvas, Qt.Key.Key_Delete)
    assert editor.presenter.edits.edit.subject.box is None
    editor.panel.take_tool("keep")
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    qtbot.keyClick(canvas, Qt.Key.Key_Space)
    (stroke,) = editor.presenter.edits.edit.subject.strokes
    assert stroke.keep
    assert stroke.points == ((0.52, 0.5),)
    assert canvas.accessibleDescription()


def test_removing_the_background_shows_white_around_the_subject(editor, qtbot) -> None:
    qtbot.waitUntil(lambda: bool(editor.presenter.showing._masks), timeout=20_000)
    mask = editor.presenter.showing._masks[0].mask
    assert mask.any()
    editor.panel.subject.background.click()
    assert editor.panel.canvas.tool == "look"
    pixels = np.array([[seen(editor).pixelColor(x, y).lightness() for x in range(0, 240, 8)] for y in (2,)])
    away = ~mask[int(2 / 160 * len(mask)), (np.arange(0, 240, 8) / 240 * mask.shape[1]).astype(int)]
    assert (pixels[0][away] > 240).mean() > 0.9


def test_before_shows_the_photo_as_it_came(editor) -> None:
    editor.panel.turn.right.click()
    editor.panel.strip.original.click()
    assert seen(editor).width() == 240
    editor.panel.strip.original.click()
    assert seen(editor).width() == 160


def test_cancel_goes_back_without_and_can_be_taken_back(editor, bench, photo, kept, qtbot) -> None:
    editor.panel.turn.right.click()
    went = []
    bench.journey.pageWanted.connect(went.append)
    with qtbot.waitSignal(bench.journey.messageRaised) as said:
        editor.panel.cancel.click()
    assert (went, kept) == (["story"], [])
    said.args[0].action()
    assert kept == [replace(photo, edit=PhotoEdit(quarter_turns=1))]


def test_cancel_without_a_change_says_nothing(editor, bench, qtbot) -> None:
    with qtbot.assertNotEmitted(bench.journey.messageRaised):
        editor.panel.cancel.click()


def test_another_page_or_another_photo_keeps_what_was_done(editor, bench, photo, kept) -> None:
    editor.panel.turn.right.click()
    bench.journey.photoWanted.emit(PhotoWish(replace(photo, name="b"), "story", kept.append))
    editor.panel.turn.left.click()
    editor.panel.hide()
    assert [(ref.name, ref.edit.quarter_turns) for ref in kept] == [("cat.png", 1), ("b", 3)]


def test_reset_brings_the_photo_back_and_is_a_step(editor) -> None:
    editor.panel.turn.right.click()
    editor.panel.light.sliders["contrast_ratio"].slider.setValue(30)
    editor.panel.reset.click()
    assert editor.presenter.edits.edit == UNTOUCHED
    editor.panel.undo.click()
    assert editor.presenter.edits.edit == PhotoEdit(quarter_turns=1, contrast_ratio=0.3)


def test_a_dark_photo_is_said_to_be_and_mended_by_a_button(page, bench, tmp_path, kept, qtbot) -> None:
    path = tmp_path / "night.png"
    picture = np.asarray(Image.open(CAT).resize((450, 300)))
    Image.fromarray((picture * 0.25).astype(np.uint8)).save(path)
    bench.journey.photoWanted.emit(PhotoWish(reference_photo(path), "story", kept.append))
    box = page.panel.verdict
    qtbot.waitUntil(lambda: box.fix.isVisible(), timeout=20_000)
    assert box.title.text() == "Too dark"
    box.fix.click()
    assert page.presenter.edits.edit.exposure_ev > 0
    qtbot.waitUntil(lambda: box.title.text() != "Too dark", timeout=20_000)


@pytest.mark.parametrize(("code", "tool"), [("cut-off", "crop"), ("several", "box")])
def test_what_a_person_has_to_do_hands_over_the_tool_for_it(page, bench, photo, kept, code, tool) -> None:
    bench.journey.photoWanted.emit(PhotoWish(photo, "story", kept.append, code))
    assert page.panel.canvas.tool == tool
    assert page.presenter.edits.edit == UNTOUCHED
    page.panel.take_tool("look")
    page.presenter._judged(PhotoVerdict(code, "Words", "Hint"))
    page.panel.verdict.fix.click()
    assert page.panel.canvas.tool == tool


def test_a_verdict_that_cannot_be_mended_loses_its_button(page, bench, tmp_path, kept) -> None:
    path = tmp_path / "black.png"
    Image.new("RGB", (400, 300)).save(path)
    bench.journey.photoWanted.emit(PhotoWish(reference_photo(path), "story", kept.append))
    page.presenter._judged(PhotoVerdict("dark", "Too dark", "Hint"))
    assert page.panel.verdict.fix.isVisible()
    page.panel.verdict.fix.click()
    assert not page.panel.verdict.fix.isVisible()
    assert page.presenter.edits.edit == UNTOUCHED


def test_a_photo_that_is_gone_is_a_message_and_the_way_back(page, bench, tmp_path, qtbot) -> None:
    gone = PhotoRef("0" * 64, tmp_path / "gone.jpg", "gone.jpg")
    went = []
    bench.journey.pageWanted.connect(went.append)
    with qtbot.waitSignal(bench.journey.messageRaised) as said:
        bench.journey.photoWanted.emit(PhotoWish(gone, "studio", lambda ref: None))
    assert said.args[0].level == "error"
    assert went == ["studio"]
    assert not page.panel.is_open


def test_every_control_of_the_open_editor_has_a_name(editor) -> None:
    assert nameless_controls(editor.panel) == []


def test_the_story_page_shows_the_edited_photo(bench, qtbot, tmp_path) -> None:
    story = story_page.build(bench.workshop, bench.theme_book, bench.icon_book, None)
    editor = build(bench.workshop, bench.theme_book, bench.icon_book, None)
    for parts in (story, editor):
        qtbot.addWidget(parts.panel)
    story.panel.resize(1300, 850)
    story.panel.show()
    story.presenter.take(Dropped(paths=(CAT,)))
    rows = story.panel.photos.rows
    rows.setCurrentIndex(rows.model().index(0))
    wide = story.panel.photos.model.item(0).thumbnail
    assert wide.width() > wide.height()
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    editor.panel.turn.right.click()
    editor.panel.done.click()
    assert bench.journey.brief.photos[0].edit == PhotoEdit(quarter_turns=1)
    item = story.panel.photos.model.item(0)
    assert item.thumbnail.width() < item.thumbnail.height()
    assert item.ref == bench.journey.brief.photos[0]
    assert story.panel.photos.model.rowCount() == 1


@pytest.mark.parametrize("spot", ["edit", "remove"])
def test_the_places_of_a_photo_row_can_be_pressed(bench, qtbot, spot) -> None:
    story = story_page.build(bench.workshop, bench.theme_book, bench.icon_book, None)
    qtbot.addWidget(story.panel)
    story.panel.resize(1300, 850)
    story.panel.show()
    story.presenter.take(Dropped(paths=(CAT,)))
    rows = story.panel.photos.rows
    index = rows.model().index(0)
    places = [
        rect
        for name, rect in rows._delegate.spots(rows.visualRect(index), rows.model().item(0))
        if name == spot
    ]
    wanted = rows.edit_wanted if spot == "edit" else rows.remove_wanted
    with qtbot.waitSignal(wanted):
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=places[0].center())


def test_the_menu_of_a_photo_row(bench, qtbot) -> None:
    story = story_page.build(bench.workshop, bench.theme_book, bench.icon_book, None)
    qtbot.addWidget(story.panel)
    story.presenter.take(Dropped(paths=(CAT,), addresses=("https://example.org",)))
    rows = story.panel.photos.rows
    words = [[action.text() for action in rows.menu_for(rows.model().index(row)).actions()] for row in (0, 1)]
    assert sorted(map(len, words)) == [1, 2]


def test_only_the_newest_question_is_answered(held) -> None:
    newest, heard = Newest(held), []
    for number in range(4):
        newest.ask(lambda job, number=number: number, heard.append, heard.append)
    assert len(held.held) == 1
    held.run()
    assert heard == [3]
    newest.ask(lambda job: 9, heard.append, heard.append)
    newest.forget()
    held.run()
    assert heard == [3]
    assert not newest.busy


def test_history_may_take_the_place_of_the_present_step() -> None:
    history: History[int] = History()
    history.begin(0)
    assert history.add(1)
    assert history.add(2, instead=True)
    assert not history.add(2)
    assert history.undo() == 0
    assert history.add(5, instead=True)
    assert history.undo() == 0


def test_strokes_of_a_photo_are_kept_with_the_brief(bench, photo) -> None:
    edit = PhotoEdit(subject=SubjectWish(2, (0.1, 0.1, 0.9, 0.9), (Stroke(True, 0.02, ((0.5, 0.5),)),)))
    ref = replace(bench.library.add_photo(photo.path), edit=edit)
    project = bench.library.start_project(Brief(Story(name="Karl"), (ref,)))
    assert bench.library.project(project).brief.photos[0].edit == edit
