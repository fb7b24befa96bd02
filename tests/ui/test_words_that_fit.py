"""Words get the room they need, and where there is none they say so."""

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QLocale, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from memoreez_desktop.ui.type_sizes import font
from memoreez_desktop.ui.viewport.bed import rulers
from memoreez_desktop.ui.viewport.colours import ViewColours
from memoreez_desktop.ui.viewport.overlay import paint_note
from memoreez_desktop.ui.widgets.painting import fitted, text_width
from memoreez_desktop.ui.widgets.surfaces import Badge, ElidedLabel, Paragraph

LONG = "Tell it, or drop a photo. Choose one of the ideas, turn the real model round, and take the file."


@pytest.fixture
def german() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("de"))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize("wide", [180, 500, 620])
def test_a_centred_paragraph_gets_all_its_lines(icon_book, qtbot, wide):
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    words = Paragraph(icon_book, LONG, wide)
    column.addStretch(1)
    column.addWidget(words, 0, Qt.AlignmentFlag.AlignHCenter)
    column.addStretch(1)
    page.resize(700, 500)
    page.show()
    assert words.height() >= QLabel.heightForWidth(words, wide)
    words.setText(LONG * 2)
    qtbot.waitUntil(lambda: words.height() >= QLabel.heightForWidth(words, wide))


def test_a_line_without_room_is_cut_and_told_in_full(icon_book, qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    row = QHBoxLayout(page)
    label, badge = ElidedLabel(icon_book, LONG), Badge(icon_book, "warning", "3 things to fix")
    row.addWidget(label, 1)
    row.addWidget(badge)
    page.resize(160, 60)
    page.show()
    assert page.width() == 160
    assert label.toolTip() == LONG
    assert badge.geometry().right() < 160
    label.setText("Ok")
    assert label.toolTip() == ""
    page.resize(1400, 60)
    assert badge.toolTip() == ""


def test_a_long_word_is_set_smaller_but_not_too_small(qapp):
    assert fitted("Print", font("rail"), 70).pixelSize() == font("rail").pixelSize()
    small = fitted("Einstellungen", font("rail"), text_width("Einstellungen", font("rail")) - 1)
    assert small.pixelSize() == font("rail").pixelSize() - 1
    assert fitted("Einstellungen" * 9, font("rail"), 70).pixelSize() == 10


@pytest.mark.parametrize("x", [0.0, 150.0, 299.0])
def test_the_coin_s_note_stays_in_the_picture(theme_book, x):
    picture = QImage(300, 100, QImage.Format.Format_RGB32)
    picture.fill(QColor("black"))
    painter = QPainter(picture)
    paint_note(painter, QPointF(x, 95), "2 € coin, 25.75 mm", ViewColours.of(theme_book.theme))
    painter.end()
    lit = np.frombuffer(picture.constBits(), np.uint8).reshape(100, 300, 4)[..., :3].max(axis=2) > 60
    columns = np.flatnonzero(lit.any(axis=0))
    assert columns[-1] - columns[0] > 80
    assert columns[0] >= 6
    assert columns[-1] <= 293


def test_rulers_are_written_as_the_language_does(german):
    assert [rule.words for rule in rulers(np.array([[0, 0, 0], [70, 77.25, 6.3]]))] == [
        "70,0 mm",
        "77,2 mm",
        "6,3 mm",
    ]
