"""A line that opens and closes what stands below it, flush with its column."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.type_sizes import Kind, font
from memoreez_desktop.ui.widgets.buttons import PaintedButton
from memoreez_desktop.ui.widgets.painting import one_line, rounded, text_width

_SIGN_PX = 28


class Fold(PaintedButton):
    """A word, a quiet word at its right, and a chevron; checked is open.

    Parameters
    ----------
    inside : QWidget
        What is shown while it is open.
    """

    def __init__(
        self, icon_book: IconBook, text: str, inside: QWidget, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(icon_book, text, icon, height=36, parent=parent)
        self.aside = ""
        self.inside = inside
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        inside.hide()
        self.toggled.connect(inside.setVisible)
        self.toggled.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(160, self._height)

    def set_aside(self, words: str) -> None:
        """Say something at the right."""
        self.aside = words
        self.setAccessibleDescription(words)
        self.update()

    def _kind(self) -> Kind:
        return "label"

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint no edge round all of it: the words stand at the edge of their column."""
        self._paint_content(QPainter(self), QRectF(self.rect()), self._look()[2])

    def _look(self) -> tuple[QColor | None, QColor | None, QColor]:
        return None, None, self._color("text" if self.isEnabled() else "faint")

    def _paint_content(self, painter: QPainter, rect: QRectF, words: QColor) -> None:
        over = self.underMouse() and self.isEnabled()
        tint = "text" if over else "muted" if self.isEnabled() else "icon_off"
        x = 0.0
        if self.icon_name:
            self.icon_book.paint(painter, QRectF(x, rect.center().y() - 10, 20, 20), self.icon_name, tint)
            x += 28
        sign = QRectF(rect.right() - _SIGN_PX, rect.center().y() - _SIGN_PX / 2, _SIGN_PX, _SIGN_PX)
        edge = self._color("accent") if self.hasFocus() else None
        rounded(painter, sign, 8, self._color("raised_hover") if over else None, edge, 2.0)
        chevron = "mdi6.chevron-up" if self.isChecked() else "mdi6.chevron-down"
        self.icon_book.paint(painter, sign.adjusted(4, 4, -4, -4), chevron, tint)
        right = sign.left() - 4
        wide = min(text_width(self.text(), self.font()) + 2, right - x)
        one_line(painter, QRectF(x, 0, wide, rect.height()), self.text(), words, self.font())
        quiet = QRectF(x + wide + 12, 0, max(0.0, right - x - wide - 12), rect.height())
        role = "muted" if self.isEnabled() else "faint"
        one_line(painter, quiet, self.aside, self._color(role), font("small"), Qt.AlignmentFlag.AlignRight)
