"""A small button of the strip under a view."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.type_sizes import Kind
from memoreez_desktop.ui.widgets.buttons import PaintedButton


class StripButton(PaintedButton):
    """A small toggle with icon and word; the word goes where room is short."""

    def __init__(self, icon_book: IconBook, word: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(icon_book, word, icon, height=32, parent=parent)
        self._word = word
        self.setCheckable(True)
        self.setAccessibleName(word)
        self.setToolTip(word)

    def show_word(self, shown: bool) -> None:
        """Show or hide the word."""
        self.setText(self._word if shown else "")
        self.setAccessibleName(self._word)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(max(36, super().sizeHint().width()), 32)

    def _look(self) -> tuple[QColor | None, QColor | None, QColor]:
        if self.isChecked():
            return self._color("asoft"), self._color("accent"), self._color("text")
        ground = self._color("raised") if self.underMouse() else None
        return ground, None, self._color("muted")

    def _kind(self) -> Kind:
        return "meta"
