"""What every field with an up-down sign looks like and does, whatever it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.type_sizes import font

# Two bases of Qt's in one class would be two widgets; at run time the dress is a plain class.
_Base = QAbstractSpinBox if TYPE_CHECKING else object


class SpinDress(_Base):
    """Stands before Qt's own spin box among the bases: 40 px high, our sign, deaf to a passing wheel."""

    _icon_book: IconBook

    def dress(self, icon_book: IconBook, name: str) -> None:
        """Put it on; ``name`` is what is read aloud."""
        self._icon_book = icon_book
        self.setAccessibleName(name)
        self.lineEdit().setTextMargins(11, 0, 0, 0)
        self.setFixedHeight(40)
        self.setFont(font("body"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
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
