"""A number with a unit and decimals."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.type_sizes import font


class LengthField(QDoubleSpinBox):
    """A length with its unit; ``field.value()`` is in mm."""

    def __init__(self, icon_book: IconBook, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_book = icon_book
        self.setAccessibleName(name)
        self.setDecimals(1)
        self.setKeyboardTracking(False)
        self.lineEdit().setTextMargins(11, 0, 0, 0)
        self.setFixedHeight(40)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFont(font("body"))
        icon_book.theme_book.changed.connect(self.update)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page, not a number the pointer happens to be over."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        box = QRectF(self.width() - 30, self.height() / 2 - 9, 18, 18)
        self._icon_book.paint(QPainter(self), box, "mdi6.unfold-more-horizontal", "muted")
