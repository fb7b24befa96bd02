"""Inputs: a line of text, a number, a choice, a switch, and the label that belongs to each."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.type_sizes import font
from memoreez_desktop.ui.widgets.painting import one_line, rounded
from memoreez_desktop.ui.widgets.spin_dress import SpinDress
from memoreez_desktop.ui.widgets.surfaces import Label


class TextField(QLineEdit):
    """One line of text, 40 px high."""

    def __init__(
        self, icon_book: IconBook, name: str, placeholder: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setFixedHeight(40)
        self.setFont(font("body"))


class NumberField(SpinDress, QSpinBox):
    """A whole number with an up-down sign; its lowest value may say something else (``empty_text``)."""

    def __init__(
        self,
        icon_book: IconBook,
        name: str,
        lowest: int,
        highest: int,
        *,
        empty_text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setRange(lowest, highest)
        self.setSpecialValueText(empty_text)
        self.dress(icon_book, name)


class ChoiceField(QComboBox):
    """A choice from a list, painted as a field, with an icon in front if wanted."""

    def __init__(self, icon_book: IconBook, name: str, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_book = icon_book
        self._icon = icon
        self.setAccessibleName(name)
        self.view().setAccessibleName(name)
        self.setFont(font("body"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        icon_book.theme_book.changed.connect(self.update)

    def set_choices(self, choices: list[tuple[str, str]], chosen: str) -> None:
        """Offer ``(id, label)`` pairs without telling anybody."""
        self.blockSignals(True)
        self.clear()
        for value, label in choices:
            self.addItem(label, value)
        self.setCurrentIndex(max(0, self.findData(chosen)))
        self.blockSignals(False)

    def set_icon(self, icon: str) -> None:
        """Show another icon in front, or none."""
        self._icon = icon
        self.update()

    @property
    def value(self) -> str:
        """The id of the choice."""
        return str(self.currentData() or "")

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), 40)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 40)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page, never a choice."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        color = self._icon_book.theme_book.color
        off = not self.isEnabled()
        edge = color("accent") if self.hasFocus() else color("line" if off else "control")
        rect = QRectF(self.rect())
        rounded(painter, rect, 8, None if off else color("field"), edge, 2.0 if self.hasFocus() else 1.0)
        x = 12.0
        if self._icon:
            box = QRectF(x, rect.center().y() - 10, 20, 20)
            self._icon_book.paint(painter, box, self._icon, "icon_off" if off else "muted")
            x += 28
        words = QRectF(x, 0, rect.width() - x - 40, rect.height())
        one_line(painter, words, self.currentText(), color("faint" if off else "text"), self.font())
        box = QRectF(rect.right() - 32, rect.center().y() - 10, 20, 20)
        self._icon_book.paint(painter, box, "mdi6.chevron-down", "icon_off" if off else "muted")


class Switch(QAbstractButton):
    """On or off, 44 × 24; the word beside it is the caller's."""

    def __init__(self, icon_book: IconBook, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_book = icon_book
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(44, 24)
        icon_book.theme_book.changed.connect(self.update)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        color = self._icon_book.theme_book.color
        painter = QPainter(self)
        on = self.isChecked()
        edge = color("text") if self.hasFocus() else None
        rounded(painter, QRectF(self.rect()), 12, color("fill" if on else "control"), edge, 2.0)
        knob = QRectF(23 if on else 3, 3, 18, 18)
        rounded(painter, knob, 9, color("on_fill") if self.isEnabled() else color("faint"))


class Field(QWidget):
    """A label over a control, with a word at the right of the label and a hint below."""

    def __init__(
        self,
        icon_book: IconBook,
        label: str,
        control: QWidget,
        *,
        aside: str = "",
        hint: str = "",
        aside_right: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.control = control
        self.label = Label(icon_book, label, "label")
        self.label.setBuddy(control)
        self.aside = Label(icon_book, aside, "small", "muted")
        self.hint = Label(icon_book, hint, "small", "muted", wrap=True)
        if not control.accessibleName():
            control.setAccessibleName(label)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.label)
        if aside_right:
            top.addStretch(1)
        top.addWidget(self.aside)
        if not aside_right:
            top.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(control)
        column.addWidget(self.hint)
        self.hint.setVisible(bool(hint))

    def set_hint(self, hint: str, role: str = "muted") -> None:
        """Say something under the control, or nothing."""
        self.hint.setText(hint)
        self.hint.set_role(role)
        self.hint.setVisible(bool(hint))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.EnabledChange:
            self.label.set_role("text" if self.isEnabled() else "faint")
        super().changeEvent(event)
