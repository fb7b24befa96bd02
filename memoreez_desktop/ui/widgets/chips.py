"""Chips: words one adds and takes away, without limit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.type_sizes import Kind, font
from memoreez_desktop.ui.widgets.buttons import PaintedButton
from memoreez_desktop.ui.widgets.flow_layout import FlowLayout
from memoreez_desktop.ui.widgets.painting import Painted, one_line, rounded, text_width
from memoreez_desktop.ui.words import tr

_LONGEST = 60


class Chip(PaintedButton):
    """A word with a cross; pressing it, or Delete on it, takes it away."""

    radius = 16

    def __init__(self, icon_book: IconBook, word: str, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(icon_book, word, icon, height=32, parent=parent)
        self.setAccessibleName(tr("{word}, remove", word=word))
        self.setToolTip(tr("Remove {word}", word=word))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        icon = 20 + 6 if self.icon_name else 0
        return QSize(int(12 + icon + text_width(self.text(), font("pill")) + 6 + 18 + 8 + 0.999), 32)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 32)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.click()
        else:
            super().keyPressEvent(event)

    def _kind(self) -> Kind:
        return "pill"

    def _look(self) -> tuple[QColor | None, QColor | None, QColor]:
        _fill, _edge, words = super()._look()
        return self._color("raised_hover" if self.underMouse() else "raised"), self._color("line"), words

    def _paint_content(self, painter: QPainter, rect: QRectF, words: QColor) -> None:
        x = rect.x() + 12
        if self.icon_name:
            self.icon_book.paint(painter, QRectF(x, rect.center().y() - 10, 20, 20), self.icon_name, "muted")
            x += 26
        one_line(
            painter,
            QRectF(x, rect.y(), rect.right() - x - 30, rect.height()),
            self.text(),
            words,
            self.font(),
        )
        cross = QRectF(rect.right() - 26, rect.center().y() - 9, 18, 18)
        self.icon_book.paint(painter, cross, "mdi6.close", "text" if self.underMouse() else "muted")


class ChipEditor(Painted):
    """A field of chips with a line to add one: Enter or a comma adds, Backspace in the empty line removes.

    Signals
    -------
    changed()
        A word was added or taken away by the person.
    """

    changed = Signal()

    def __init__(
        self, icon_book: IconBook, name: str, placeholder: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(icon_book, parent)
        self.setAccessibleName(name)
        self._chips: list[Chip] = []
        self.line = QLineEdit(self)
        self.line.setProperty("bare", True)
        self.line.setAccessibleName(name)
        self.line.setAccessibleDescription(
            tr("Enter or a comma adds a word, Backspace removes the last one.")
        )
        self.line.setPlaceholderText(placeholder)
        self.line.setFont(font("body"))
        self.line.setMinimumWidth(120)
        self.line.setTextMargins(8, 0, 0, 0)
        self.line.installEventFilter(self)
        self.line.textEdited.connect(self._split)
        self.line.editingFinished.connect(self.take_line)
        self.setFocusProxy(self.line)
        self._flow = FlowLayout(self, gap=8, stretch_last=120)
        self._flow.setContentsMargins(8, 8, 8, 8)
        self._flow.addWidget(self.line)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.IBeamCursor)

    @property
    def values(self) -> tuple[str, ...]:
        """The words, in order of entry."""
        return tuple(chip.text() for chip in self._chips)

    def set_values(self, words: Sequence[str]) -> None:
        """Show other words without telling anybody."""
        if tuple(words) == self.values:
            return
        for chip in self._chips:
            self._drop(chip)
        self._chips = []
        for word in words:
            self._add(word)

    def set_icons(self, icons: Mapping[str, str]) -> None:
        """Put icons in front of words."""
        for chip in self._chips:
            icon = icons.get(chip.text(), "")
            if icon and icon != chip.icon_name:
                chip.set_icon(icon)
        self._flow.invalidate()

    def take_line(self) -> None:
        """Make a chip of what stands in the line."""
        self._split(self.line.text() + ",")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.take_line()
                return True
            if event.key() == Qt.Key.Key_Backspace and not self.line.text() and self._chips:
                self._remove(self._chips[-1])
                return True
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the whole field for the line."""
        self.line.setFocus(Qt.FocusReason.MouseFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        focused = self.line.hasFocus()
        edge = self.color("accent" if focused else "control")
        rounded(QPainter(self), QRectF(self.rect()), 8, self.color("field"), edge, 2.0 if focused else 1.0)

    def _split(self, text: str) -> None:
        *whole, rest = text.replace("\n", ",").replace(";", ",").split(",")
        if not whole:
            return
        before = self.values
        for word in whole:
            word = " ".join(word.split())[:_LONGEST]
            if word and word.casefold() not in {known.casefold() for known in self.values}:
                self._add(word)
        self.line.setText(rest.lstrip())
        if self.values != before:
            self.changed.emit()

    def _add(self, word: str) -> None:
        chip = Chip(self.icon_book, word, parent=self)
        chip.setCursor(Qt.CursorShape.PointingHandCursor)
        chip.clicked.connect(lambda: self._remove(chip))
        self._flow.insert(len(self._chips), chip)
        self._chips.append(chip)
        chip.show()
        QWidget.setTabOrder(chip, self.line)
        self.updateGeometry()

    def _remove(self, chip: Chip) -> None:
        if chip in self._chips:
            self._chips.remove(chip)
            self._drop(chip)
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
            self.changed.emit()

    def _drop(self, chip: Chip) -> None:
        self._flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()
        self.updateGeometry()
