"""A small window under a control: a word is typed, symbols appear, one is taken."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.widgets.fields import TextField
from memoreez_desktop.ui.widgets.painting import Painted, rounded
from memoreez_desktop.ui.widgets.scroll_page import ScrollPage
from memoreez_desktop.ui.widgets.surfaces import Label
from memoreez_desktop.ui.widgets.symbol_grid import SymbolGrid
from memoreez_desktop.ui.words import tr

_SIZE = QSize(7 * 48 - 8 + 32 + 8, 336)
_REST_MS = 150


class SymbolPicker(Painted):
    """Escape or a click elsewhere closes it and leaves everything as it was.

    Signals
    -------
    searched(str)
        Find symbols for this; answer with :meth:`offer`.
    taken(str)
        The id of the symbol the person took; the picker is closed.
    """

    searched = Signal(str)
    taken = Signal(str)

    def __init__(self, icon_book: IconBook, parent: QWidget) -> None:
        super().__init__(icon_book, parent)
        self.setWindowFlags(Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setFixedSize(_SIZE)
        self.setAccessibleName(tr("Choose a symbol"))
        self._present = ""
        self.line = TextField(icon_book, tr("Search symbols"), tr("Search: dog, sailing, music…"))
        self.grid = SymbolGrid(icon_book, tr("Symbols"))
        self.others = SymbolGrid(icon_book, tr("Other symbols"))
        self._nothing = Label(icon_book, "", "small", "muted", wrap=True)
        scroll = ScrollPage(self, margins=(0, 0, 8, 0))
        scroll.column.addWidget(self._nothing)
        scroll.column.addWidget(self.grid)
        scroll.column.addSpacing(12)
        scroll.column.addWidget(Label(icon_book, tr("Other symbols"), "small", "muted"))
        scroll.column.addSpacing(8)
        scroll.column.addWidget(self.others)
        scroll.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 8, 16)
        column.setSpacing(12)
        top = QVBoxLayout()
        top.setContentsMargins(0, 0, 8, 0)
        top.addWidget(self.line)
        column.addLayout(top)
        column.addWidget(scroll, 1)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(lambda: self.searched.emit(self.line.text().strip()))
        self.line.textEdited.connect(lambda _text: self._rest.start())
        self.grid.taken.connect(self._took)
        self.others.taken.connect(self._took)

    def ask(self, word: str, present: str, below: QRect) -> None:
        """Open under a rectangle of the screen, with the symbols of a word."""
        self._present = present
        self.line.setText(word)
        self.line.selectAll()
        self.grid.offer((present,) if present else (), present)
        self._nothing.hide()
        self.others.mark("")
        self.move(self._place(below))
        self.show()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)
        self.searched.emit(word)

    def offer(self, icons: Sequence[str]) -> None:
        """Show what was found; the present symbol stays in sight."""
        first = (self._present,) if self._present else ()
        self.grid.offer((*first, *icons), self._present)
        self._nothing.setText("" if icons else tr("Nothing found. Try another word, or one in English."))
        self._nothing.setVisible(not icons)

    def offer_others(self, icons: Sequence[str]) -> None:
        """Show symbols of everything under those that were found."""
        self.others.offer(icons)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        buttons = list(self.grid.buttons.values())
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif self.line.hasFocus() and buttons and event.key() == Qt.Key.Key_Down:
            buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
        elif self.line.hasFocus() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._rest.isActive():
                # The word is newer than the symbols.
                self._rest.stop()
                self.searched.emit(self.line.text().strip())
            found = [icon for icon in self.grid.buttons if icon != self._present]
            if found:
                self._took(found[0])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        rounded(QPainter(self), QRectF(self.rect()), 12, self.color("panel"), self.color("control"))

    def _took(self, icon: str) -> None:
        self.close()
        self.taken.emit(icon)

    def _place(self, below: QRect) -> QPoint:
        """Return where there is room: under the control, else over it, never off the screen."""
        room = self.screen().availableGeometry()
        x = min(max(below.x(), room.x() + 8), room.right() - self.width() - 8)
        y = below.bottom() + 8
        if y + self.height() > room.bottom():
            y = min(below.y() - 8, room.bottom() - 8) - self.height()
        return QPoint(x, max(room.y() + 8, y))
