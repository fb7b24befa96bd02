"""Choosing a symbol: a line that takes a word, the picture found for it, and others that would fit."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.studio.symbols import Symbol
from memoreez_desktop.ui.type_sizes import font
from memoreez_desktop.ui.widgets.buttons import IconButton
from memoreez_desktop.ui.widgets.fields import TextField
from memoreez_desktop.ui.widgets.symbol_grid import SymbolButton, SymbolGrid
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


class SymbolField(QWidget):
    """The line and the pictures under it.

    Signals
    -------
    changed(str)
        A word, the id of a picture, or nothing: then the story decides.
    more_wanted(str, str)
        Open a picker for this word, with this symbol marked.
    """

    changed = Signal(str)
    more_wanted = Signal(str, str)

    def __init__(self, icon_book: IconBook, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.line = SymbolLine(icon_book, name)
        self.line.editingFinished.connect(self._typed)
        self.setFocusProxy(self.line)
        self._said = ""
        self.grid = SymbolGrid(icon_book, tr("Symbols that would fit"))
        self.grid.taken.connect(self._taken)
        self.more = IconButton(icon_book, "mdi6.shape-plus-outline", tr("All symbols…"))
        self.more.clicked.connect(self._ask_for_more)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.line, 1)
        top.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.grid)

    @property
    def buttons(self) -> dict[str, SymbolButton]:
        """The pictures that are offered, by their ids."""
        return self.grid.buttons

    def show_symbol(self, symbol: Symbol) -> None:
        """Show what stands on the model; a word that is being typed is left alone."""
        mine = self.line.symbol
        if mine is not None and symbol.icon_id in self.buttons:
            # One of the pictures was taken: all of them stay in their places.
            symbol = Symbol(symbol.icon_id, symbol.words, mine.offered)
        else:
            self.grid.offer(symbol.offered)
            self.grid.setVisible(bool(symbol.offered))
        self.line.symbol = symbol
        if not (self.line.hasFocus() and self.line.text() != self._said):
            self.line.setText(symbol.words)
            self.line.setCursorPosition(0)
            self._said = symbol.words
        self.line.setToolTip("" if symbol.letter else symbol.icon_id)
        self.line.update()
        self.grid.mark(symbol.icon_id)

    def _taken(self, icon_id: str) -> None:
        self.grid.mark(icon_id)
        if self.line.symbol is None or self.line.symbol.icon_id != icon_id:
            self.line.setText(self._said)
            self.changed.emit(icon_id)

    @property
    def word(self) -> str:
        """What the symbol is called."""
        return self._said

    def take(self, icon_id: str) -> None:
        """Take a symbol that is not among the offered ones."""
        self._taken(icon_id)

    def _ask_for_more(self) -> None:
        present = self.line.symbol.icon_id if self.line.symbol is not None else ""
        self.more_wanted.emit(self._said, present)

    def _typed(self) -> None:
        if self.line.text() != self._said:
            self._said = self.line.text()
            self.changed.emit(self._said.strip())
