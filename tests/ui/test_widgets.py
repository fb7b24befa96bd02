"""The window's own controls do what their likes do everywhere: by pointer, by keyboard, by name."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from memoreez_desktop.ui.accessibility import spoken_name
from memoreez_desktop.ui.journey import Message
from memoreez_desktop.ui.widgets.buttons import IconButton, PrimaryButton, SecondaryButton
from memoreez_desktop.ui.widgets.chips import ChipEditor
from memoreez_desktop.ui.widgets.fields import ChoiceField, Field, NumberField, Switch, TextField
from memoreez_desktop.ui.widgets.flow_layout import FlowLayout
from memoreez_desktop.ui.widgets.notices import Toast
from memoreez_desktop.ui.widgets.pills import PillGroup
from memoreez_desktop.ui.widgets.progress import ProgressBar, ProgressStrip
from memoreez_desktop.ui.widgets.states import BusyOverlay, EmptyState
from memoreez_desktop.ui.widgets.surfaces import Badge, PageTitle
from memoreez_desktop.ui.widgets.tiles import Segmented, TileGroup, TileSpec


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_buttons_are_pressed_by_keyboard(icon_book, qtbot, key) -> None:
    button = PrimaryButton(icon_book, "Go", "mdi6.creation")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


@pytest.mark.parametrize("height", [32, 40, 48, 64])
def test_buttons_have_the_height_they_are_given(icon_book, qtbot, height) -> None:
    button = SecondaryButton(icon_book, "Explore more", height=height)
    qtbot.addWidget(button)
    assert button.sizeHint().height() == height


def test_an_icon_button_says_its_name(icon_book, qtbot) -> None:
    button = IconButton(icon_book, "mdi6.close", "Close")
    qtbot.addWidget(button)
    assert spoken_name(button) == "Close"
    assert button.toolTip() == "Close"


def test_a_field_gives_its_control_its_name(icon_book, qtbot) -> None:
    control = TextField(icon_book, "")
    field = Field(icon_book, "Name", control, hint="As on the card")
    qtbot.addWidget(field)
    assert spoken_name(control) == "Name"
    field.set_hint("")
    assert field.hint.isHidden()


def test_a_number_is_not_changed_by_scrolling_past_it(icon_book, qtbot) -> None:
    field = NumberField(icon_book, "Turning", 0, 150)
    qtbot.addWidget(field)
    field.setValue(70)
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    field.wheelEvent(wheel)
    assert field.value() == 70
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.value() == 71


def test_a_choice_is_made_by_id(icon_book, qtbot) -> None:
    field = ChoiceField(icon_book, "Printer")
    qtbot.addWidget(field)
    with qtbot.assertNotEmitted(field.currentIndexChanged):
        field.set_choices([("a", "First"), ("b", "Second")], "b")
    assert field.value == "b"
    assert field.sizeHint().height() == 40


def test_a_switch_switches(icon_book, qtbot) -> None:
    switch = Switch(icon_book, "Less motion")
    qtbot.addWidget(switch)
    qtbot.keyClick(switch, Qt.Key.Key_Return)
    assert switch.isChecked()
    qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert not switch.isChecked()


def test_arrow_keys_move_a_choice_round(icon_book, qtbot) -> None:
    bar = Segmented(icon_book, "Theme", [("a", "A"), ("b", "B"), ("c", "C")])
    qtbot.addWidget(bar)
    bar.set_value("c")
    with qtbot.waitSignal(bar.changed) as chosen:
        qtbot.keyClick(bar, Qt.Key.Key_Right)
    assert chosen.args == ["a"]
    assert bar.value == "a"


def test_tiles_keep_the_choice_when_offered_anew(icon_book, qtbot) -> None:
    tiles = TileGroup(icon_book, "Quality", [TileSpec("a", "Fine"), TileSpec("b", "Fast")])
    qtbot.addWidget(tiles)
    tiles.button("b").click()
    tiles.set_specs([TileSpec("b", "Fast"), TileSpec("c", "Faster")])
    assert tiles.value == "b"


def test_one_pill_or_none(icon_book, qtbot) -> None:
    pills = PillGroup(icon_book, "Occasion", [("a", "A", ""), ("b", "B", "mdi6.ring")])
    qtbot.addWidget(pills)
    pills._pills["a"].click()
    pills._pills["b"].click()
    assert pills.value == "b"
    pills._pills["b"].click()
    assert pills.value == ""


def test_pasted_words_become_chips(icon_book, qtbot) -> None:
    editor = ChipEditor(icon_book, "Loves", "Add another…")
    qtbot.addWidget(editor)
    editor.line.setText("fishing; tractors, strong   coffee")
    editor.take_line()
    assert editor.values == ("fishing", "tractors", "strong coffee")
    qtbot.keyClick(editor._chips[1], Qt.Key.Key_Delete)
    assert editor.values == ("fishing", "strong coffee")


def test_rows_flow_as_wide_as_there_is_room(qtbot) -> None:
    ground = QWidget()
    qtbot.addWidget(ground)
    flow = FlowLayout(ground, gap=8)
    for _ in range(6):
        button = QPushButton()
        button.setFixedSize(100, 30)
        flow.addWidget(button)
    assert flow.heightForWidth(6 * 108) == 30
    assert flow.heightForWidth(3 * 108) == 68
    assert flow.heightForWidth(50) == 6 * 38 - 8


def test_progress_is_honest(icon_book, theme_book, qtbot) -> None:
    bar = ProgressBar(icon_book, "Progress")
    qtbot.addWidget(bar)
    bar.show()
    bar.set_fraction(0.62)
    assert bar.accessibleDescription() == "62 %"
    assert not bar._clock.isActive()
    bar.set_fraction(None)
    assert bar.accessibleDescription() == ""
    assert bar._clock.isActive()
    theme_book.set_reduced_motion(True)
    bar.set_fraction(None)
    assert not bar._clock.isActive()


def test_the_strip_says_everything_in_one_sentence(icon_book, qtbot) -> None:
    strip = ProgressStrip(icon_book)
    qtbot.addWidget(strip)
    strip.show_state("5 of 8", "1 waiting", 0.6, failed="1 failed", time_left="")
    assert strip.accessibleName() == "5 of 8 1 waiting 1 failed"
    with qtbot.waitSignal(strip.cancelled):
        strip.cancel.click()


def test_a_toast_goes_by_itself_and_undoes(icon_book, qtbot) -> None:
    ground = QWidget()
    ground.resize(800, 600)
    qtbot.addWidget(ground)
    toast, done = Toast(icon_book, ground), []
    toast._clock.setInterval(30)
    ground.show()
    toast.say(Message("good", "Removed", action_label="Undo", action=lambda: done.append(1)))
    assert toast.geometry().bottom() == 600 - 24 - 1
    toast._action.click()
    assert done == [1]
    toast.say(Message("good", "Saved"))
    qtbot.waitUntil(lambda: not toast.isVisible())


def test_a_veil_covers_and_lifts(icon_book, qtbot) -> None:
    ground = QLabel("under")
    ground.resize(200, 100)
    qtbot.addWidget(ground)
    veil = BusyOverlay(icon_book, ground)
    ground.show()
    veil.start("Working")
    assert veil.size() == ground.size()
    assert spoken_name(veil) == "Working"
    veil.stop()
    assert not veil.isVisible()


def test_everything_paints_in_both_themes(icon_book, theme_book, qtbot) -> None:
    made = (
        Badge(icon_book, "warning", "2 to fix"),
        EmptyState(icon_book, "mdi6.bookshelf", "Nothing yet", "Make one.", "Begin"),
        PageTitle(icon_book, "A title that is much too long for its place"),
        TileGroup(icon_book, "Q", [TileSpec("a", "Fine", "0.1 mm", "mdi6.tune")]),
    )
    for widget in made:
        qtbot.addWidget(widget)
        widget.resize(200, 80)
        for mode in ("light", "dark"):
            theme_book.set_mode(mode)
            assert not widget.grab().isNull()
