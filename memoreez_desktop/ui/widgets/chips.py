"""Chips: words one adds and takes away, without limit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.type_sizes import font
from memoreez_desktop.ui.widgets.chip import Chip
from memoreez_desktop.ui.widgets.flow_layout import FlowLayout
from memoreez_desktop.ui.widgets.painting import Painted, rounded
from memoreez_desktop.ui.words import tr

_LONGEST = 60


class ChipEditor(Painted):
    """A field of chips with a line to add one: Enter or a comma adds, Backspace in the empty line removes.

    Parameters
    ----------
    pickable : bool
        The chips have symbols to choose.

    Signals
    -------
    changed()
        A word was added, changed or taken away by the person.
    symbol_wanted(Chip)
        Another symbol is wanted for this chip.
    """

    changed = Signal()
    symbol_wanted = Signal(object)

    def __init__(
        self,
        icon_book: IconBook,
        name: str,
        placeholder: str,
        *,
        pickable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(icon_book, parent)
        self._pickable = pickable
        self._place = -1
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

    @property
    def chips(self) -> tuple[Chip, ...]:
        """The chips, in order of entry."""
        return tuple(self._chips)

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
            if icon and icon != chip.icon_name and self.icon_book.has(icon):
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
        chip = Chip(self.icon_book, word, pickable=self._pickable, parent=self)
        chip.setCursor(Qt.CursorShape.PointingHandCursor)
        chip.removed.connect(lambda: self._remove(chip))
        chip.edit_wanted.connect(lambda: self._edit(chip))
        chip.symbol_wanted.connect(lambda: self.symbol_wanted.emit(chip))
        # A word that was edited comes back to its place.
        place = self._place if 0 <= self._place <= len(self._chips) else len(self._chips)
        self._place = -1
        self._flow.insert(place, chip)
        self._chips.insert(place, chip)
        chip.show()
        QWidget.setTabOrder(chip, self.line)
        self.updateGeometry()

    def _edit(self, chip: Chip) -> None:
        """Put a word back into the line."""
        self.take_line()
        if chip in self._chips:
            place, word = self._chips.index(chip), chip.text()
            self._remove(chip)
            self._place = place
            self.line.setText(word)
            self.line.selectAll()

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
