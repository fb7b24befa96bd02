"""A word at the left, its control at the right, a quiet sentence below; and a heading that opens a part."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.type_sizes import font
from memoreez_desktop.ui.widgets.buttons import PaintedButton
from memoreez_desktop.ui.widgets.painting import one_line, rounded
from memoreez_desktop.ui.widgets.surfaces import Label


class Row(QWidget):
    """One setting on one line.

    Parameters
    ----------
    hint : str
        Said below while nothing else is to be said (:meth:`say`).
    wide : int
        Width of the control in px; 0 leaves it its own.
    """

    def __init__(
        self, icon_book: IconBook, label: str, control: QWidget, *, hint: str = "", wide: int = 0
    ) -> None:
        super().__init__()
        self.control = control
        self._usual = hint
        self.label = Label(icon_book, label, "label", wrap=True)
        self.label.setBuddy(control)
        if not control.accessibleName():
            control.setAccessibleName(label)
        if wide:
            control.setFixedWidth(wide)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.label, 1)
        line.addWidget(control)
        self.hint = Label(icon_book, "", "small", "muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self.hint)
        self.say("")

    def say(self, words: str, role: str = "muted") -> None:
        """Say something below; empty says the usual word again."""
        self.hint.setText(words or self._usual)
        self.hint.set_role(role if words else "muted")
        self.hint.setVisible(bool(words or self._usual))
        self.control.setAccessibleDescription(words or self._usual)

    def allow(self, allowed: bool, why_not: str = "") -> None:
        """Let the control be used, or say beside it why not."""
        self.control.setEnabled(allowed)
        self.say("" if allowed else why_not)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.EnabledChange:
            self.label.set_role("text" if self.isEnabled() else "faint")
        super().changeEvent(event)


class Disclosure(PaintedButton):
    """A heading as wide as its column that opens and closes what is below it.

    Signals
    -------
    opened(bool)
    """

    opened = Signal(bool)

    def __init__(self, icon_book: IconBook, text: str, parent: QWidget | None = None) -> None:
        super().__init__(icon_book, text, "mdi6.chevron-down", parent=parent)
        self.aside = ""
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._turned)

    def sizeHint(self) -> QSize:
        return QSize(200, 48)

    def set_aside(self, words: str) -> None:
        """Say something at the right."""
        self.aside = words
        self.setAccessibleDescription(words)
        self.update()

    def _turned(self, down: bool) -> None:
        self.set_icon("mdi6.chevron-up" if down else "mdi6.chevron-down")
        self.opened.emit(down)

    def _look(self) -> tuple[QColor | None, QColor | None, QColor]:
        ground = self._color("raised") if self.underMouse() else None
        return ground, None, self._color("text")

    def _paint_content(self, painter: QPainter, rect: QRectF, words: QColor) -> None:
        if self.hasFocus():
            rounded(painter, rect.adjusted(8, 6, -8, -6), 8, None, self._color("accent"), 2.0)
        one_line(
            painter, QRectF(24, 0, rect.width() - 80, rect.height()), self.text(), words, font("section")
        )
        quiet = QRectF(rect.width() - 220, 0, 220 - 52, rect.height())
        one_line(painter, quiet, self.aside, self._color("muted"), font("small"), Qt.AlignmentFlag.AlignRight)
        box = QRectF(rect.width() - 44, rect.center().y() - 10, 20, 20)
        self.icon_book.paint(painter, box, self.icon_name, "muted")
