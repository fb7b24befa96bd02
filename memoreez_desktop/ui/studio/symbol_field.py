"""Choosing a symbol: a line that takes a word, the picture found for it, and others that would fit."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.studio.symbols import Symbol
from memoreez_desktop.ui.type_sizes import font
from memoreez_desktop.ui.widgets.buttons import IconButton
from memoreez_desktop.ui.widgets.fields import TextField
from memoreez_desktop.ui.widgets.flow_layout import FlowLayout
from memoreez_desktop.ui.widgets.painting import rounded
from memoreez_desktop.ui.words import tr

_ICON_ROOM_PX = 34


class SymbolLine(TextField):
    """A line of text behind the picture it stands for."""

    def __init__(self, icon_book: IconBook, name: str, parent: QWidget | None = None) -> None:
        super().__init__(icon_book, name, tr("From the story"), parent)
        self._icon_book = icon_book
        self.symbol: Symbol | None = None
        self.setTextMargins(_ICON_ROOM_PX, 0, 0, 0)
        icon_book.theme_book.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.symbol is None:
            return
        painter = QPainter(self)
        box = QRectF(12, self.height() / 2 - 12, 24, 24)
        if self.symbol.letter:
            painter.setFont(font("section"))
            painter.setPen(self._icon_book.theme_book.color("violet"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.symbol.letter)
        else:
            self._icon_book.paint(painter, box, self.symbol.icon_id, "violet")


class SymbolButton(IconButton):
    """A picture one may take instead."""

    def _look(self) -> tuple[QColor | None, QColor | None, QColor]:
        fill, edge, words = super()._look()
        return fill, edge or self._color("line"), words

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.isChecked() and not self.hasFocus():
            rounded(QPainter(self), QRectF(self.rect()), self.radius, None, self._color("accent"), 2.0)


class SymbolField(QWidget):
    """The line and the pictures under it.

    Signals
    -------
    changed(str)
        A word, the id of a picture, or nothing: then the story decides.
    """

    changed = Signal(str)

    def __init__(self, icon_book: IconBook, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_book = icon_book
        self.setAccessibleName(name)
        self.line = SymbolLine(icon_book, name)
        self.line.editingFinished.connect(self._typed)
        self.setFocusProxy(self.line)
        self._said = ""
        self._pictures = FlowLayout(gap=8)
        self.buttons: dict[str, SymbolButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.line)
        column.addLayout(self._pictures)

    def show_symbol(self, symbol: Symbol) -> None:
        """Show what stands on the model; a word that is being typed is left alone."""
        mine = self.line.symbol
        if mine is not None and symbol.icon_id in self.buttons:
            # One of the pictures was taken: all of them stay in their places.
            symbol = Symbol(symbol.icon_id, symbol.words, mine.offered)
        else:
            self._offer(symbol.offered)
        self.line.symbol = symbol
        if not (self.line.hasFocus() and self.line.text() != self._said):
            self.line.setText(symbol.words)
            self.line.setCursorPosition(0)
            self._said = symbol.words
        self.line.setToolTip(symbol.icon_id)
        self.line.update()
        for icon_id, button in self.buttons.items():
            button.setChecked(icon_id == symbol.icon_id)

    def _offer(self, icons: tuple[str, ...]) -> None:
        while self._pictures.count():
            old = self._pictures.takeAt(0).widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self.buttons = {}
        for icon_id in icons:
            name = icon_id.rpartition(":")[2].replace("-", " ")
            button = SymbolButton(self._icon_book, icon_id, tr("Symbol: {name}", name=name))
            button.setToolTip(icon_id)
            button.setCheckable(True)
            button.clicked.connect(lambda _checked, icon_id=icon_id: self._taken(icon_id))
            self.buttons[icon_id] = button
            self._pictures.addWidget(button)

    def _taken(self, icon_id: str) -> None:
        for its_id, button in self.buttons.items():
            button.setChecked(its_id == icon_id)
        if self.line.symbol is None or self.line.symbol.icon_id != icon_id:
            self.line.setText(self._said)
            self.changed.emit(icon_id)

    def _typed(self) -> None:
        if self.line.text() != self._said:
            self._said = self.line.text()
            self.changed.emit(self._said.strip())
