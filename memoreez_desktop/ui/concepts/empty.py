"""Three dashed cards: what will stand on the empty grid."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.widgets.painting import Painted, dashed, rounded

_ICONS = ("mdi6.medal-outline", "mdi6.trophy-outline", "mdi6.coffee-outline")


class EmptyCards(Painted):
    """A picture of the grid to come."""

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(icon_book, parent)
        self.setFixedSize(440, 184)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for number, icon in enumerate(_ICONS):
            box = QRectF(number * 152, 0 if number == 1 else 16, 136, 168)
            dashed(painter, box, 12, self.color("control"))
            rounded(painter, QRectF(box.x() + 14, box.y() + 14, 108, 104), 8, self.color("field"))
            self.icon_book.paint(painter, QRectF(box.x() + 50, box.y() + 48, 36, 36), icon, "icon_off")
            for row, width in enumerate((72, 48)):
                bar = QRectF(box.x() + 14, box.y() + 128 + 18 * row, width, 8)
                rounded(painter, bar, 4, self.color("raised"))
