"""An icon that is only looked at."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.widgets.painting import Painted


class IconMark(Painted):
    """An icon that is only looked at."""

    def __init__(
        self,
        icon_book: IconBook,
        name: str,
        role: str = "muted",
        size_px: int = 24,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(icon_book, parent)
        self._name, self._role = name, role
        self.setFixedSize(size_px, size_px)

    def set_icon(self, name: str, role: str) -> None:
        """Show another one."""
        self._name, self._role = name, role
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        self.icon_book.paint(QPainter(self), QRectF(self.rect()), self._name, self._role)
