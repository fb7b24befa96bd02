"""An upright slider with marks beside its groove."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSlider, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.print.events_section import EVENT_ICONS

_WIDE_PX, _HANDLE_PX, _MARK_PX = 60, 20.0, 16.0


class MarkedSlider(QSlider):
    """A slider of 60 px with a small picture beside each marked value."""

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._icon_book = icon_book
        self._marks: tuple[tuple[int, str], ...] = ()
        icon_book.theme_book.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(_WIDE_PX, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(_WIDE_PX, super().minimumSizeHint().height())

    def show_marks(self, marks: Sequence[tuple[int, str]]) -> None:
        """Mark these values with the picture of ``pause`` or ``color_change``."""
        self._marks = tuple(marks)
        self.update()

    def mark_y(self, value: int) -> float:
        """Return where a value is, in px from the top."""
        span = max(1, self.maximum() - self.minimum())
        share = (value - self.minimum()) / span
        return _HANDLE_PX / 2 + (1 - share) * (self.height() - _HANDLE_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for value, kind in self._marks:
            y = self.mark_y(value)
            painter.setPen(self._icon_book.theme_book.color("violet"))
            painter.drawLine(QPointF(self.width() / 2 - 8, y), QPointF(self.width() / 2 - 2, y))
            box = QRectF(self.width() / 2 - 10 - _MARK_PX, y - _MARK_PX / 2, _MARK_PX, _MARK_PX)
            self._icon_book.paint(painter, box, EVENT_ICONS[kind], "violet")
