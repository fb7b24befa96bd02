"""A box to tick, with its words beside it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.type_sizes import font
from memoreez_desktop.ui.widgets.painting import rounded, text_width

_BOX, _GAP = 20, 12
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class CheckBox(QAbstractButton):
    """Ticked or not; a click on the words counts, and long words take several lines."""

    def __init__(self, icon_book: IconBook, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_book = icon_book
        self.setCheckable(True)
        self.setText(text)
        self.setFont(font("body"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        icon_book.theme_book.changed.connect(self.update)

    def hasHeightForWidth(self) -> bool:
        """Say yes: words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        words = self.fontMetrics().boundingRect(
            0, 0, max(1, width - _BOX - _GAP), 10_000, _WRAPPED, self.text()
        )
        return max(24, words.height() + 2)

    def sizeHint(self) -> QSize:
        width = int(_BOX + _GAP + text_width(self.text(), self.font()) + 2)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 24)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        color = self._icon_book.theme_book.color
        on, off = self.isChecked(), not self.isEnabled()
        edge = color("text" if on else "accent") if self.hasFocus() else None if on else color("control")
        fill = None if off else color("fill" if on else "field")
        box = QRectF(0, 2, _BOX, _BOX)
        rounded(
            painter, box, 4, fill, edge or (color("line") if off else None), 2.0 if self.hasFocus() else 1.0
        )
        if on:
            tint = "icon_off" if off else "on_fill"
            self._icon_book.paint(painter, box.adjusted(2, 2, -2, -2), "mdi6.check", tint)
        painter.setFont(self.font())
        painter.setPen(color("faint" if off else "text"))
        room = self.rect().adjusted(_BOX + _GAP, 2, 0, 0)
        painter.drawText(room, int(_WRAPPED), self.text())
