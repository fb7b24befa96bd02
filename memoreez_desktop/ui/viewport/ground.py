"""What stands where a view will be: the same ground, and a word."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from memoreez_desktop.ui.theme import ThemeBook
from memoreez_desktop.ui.type_sizes import font
from memoreez_desktop.ui.words import tr


class ViewGround(QWidget):
    """The ground of the 3D view without a view."""

    def __init__(self, theme_book: ThemeBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme_book = theme_book
        theme_book.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground = QLinearGradient(0, 0, 0, self.height())
        ground.setColorAt(0, self._theme_book.color("viewport_top"))
        ground.setColorAt(1, self._theme_book.color("viewport_bottom"))
        painter.fillRect(self.rect(), ground)
        painter.setFont(font("small"))
        painter.setPen(self._theme_book.color("muted"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, tr("Setting up the 3D view"))
