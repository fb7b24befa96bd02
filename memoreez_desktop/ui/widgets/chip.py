"""A chip: a word with its symbol and a cross."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.type_sizes import Kind, font
from memoreez_desktop.ui.widgets.buttons import PaintedButton
from memoreez_desktop.ui.widgets.painting import one_line, rounded, text_width
from memoreez_desktop.ui.words import tr

_CROSS_PX, _SYMBOL_PX = 32, 38
NO_SYMBOL = "mdi6.shape-plus-outline"
"""Stands where no symbol fits the word yet."""


class Chip(PaintedButton):
    """Its symbol (or Enter) chooses another one, its cross (or Delete) takes it away, F2 edits the word.

    Parameters
    ----------
    pickable : bool
        It has a symbol to choose; without, pressing it anywhere takes it away.

    Signals
    -------
    symbol_wanted(), removed(), edit_wanted()
    """

    symbol_wanted = Signal()
    removed = Signal()
    edit_wanted = Signal()
    radius = 16

    def __init__(
        self,
        icon_book: IconBook,
        word: str,
        icon: str = "",
        *,
        pickable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(icon_book, word, icon or (NO_SYMBOL if pickable else ""), height=32, parent=parent)
        self._pickable = pickable
        self._pointer = QPoint(-1, -1)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("{word}, remove", word=word))
        if pickable:
            self.setAccessibleName(word)
            self.setAccessibleDescription(
                tr("Enter chooses another symbol, F2 edits the word, Delete removes it.")
            )
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._tell(False)
        self.clicked.connect(self._pressed)

    def symbol_rect(self) -> QRect:
        """Return where the symbol is, on the screen."""
        return QRect(self.mapToGlobal(QPoint(0, 0)), QSize(_SYMBOL_PX, self.height()))

    def sizeHint(self) -> QSize:
        icon = 20 + 6 if self.icon_name else 0
        return QSize(int(12 + icon + text_width(self.text(), font("pill")) + 6 + 18 + 8 + 0.999), 32)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 32)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif event.key() == Qt.Key.Key_F2 and self._pickable:
            self.edit_wanted.emit()
        else:
            self._pointer = QPoint(-1, -1)
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._pointer = event.position().toPoint()
        self._tell(self._on_cross())
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pointer = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._pickable:
            self.edit_wanted.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._pickable:
            self.menu().popup(event.globalPos())

    def menu(self) -> QMenu:
        """Return what can be done with it."""
        menu = QMenu(self)
        for icon, words, signal in (
            ("mdi6.shape-plus-outline", tr("Choose a symbol…"), self.symbol_wanted),
            ("mdi6.pencil-outline", tr("Edit the word"), self.edit_wanted),
            ("mdi6.close", tr("Remove"), self.removed),
        ):
            menu.addAction(self.icon_book.icon(icon), words).triggered.connect(signal)
        return menu

    def _pressed(self) -> None:
        if self._pickable and not self._on_cross():
            self.symbol_wanted.emit()
        else:
            self.removed.emit()

    def _on_cross(self) -> bool:
        return self._pointer.x() >= self.width() - _CROSS_PX

    def _tell(self, on_cross: bool) -> None:
        word = self.text()
        removes = on_cross or not self._pickable
        self.setToolTip(
            tr("Remove {word}", word=word) if removes else tr("Choose a symbol for {word}", word=word)
        )

    def _kind(self) -> Kind:
        return "pill"

    def _look(self) -> tuple[QColor | None, QColor | None, QColor]:
        _fill, _edge, words = super()._look()
        return self._color("raised_hover" if self.underMouse() else "raised"), self._color("line"), words

    def _paint_content(self, painter: QPainter, rect: QRectF, words: QColor) -> None:
        over = self.underMouse()
        x = rect.x() + 12
        if self.icon_name:
            box = QRectF(x, rect.center().y() - 10, 20, 20)
            if over and self._pickable and not self._on_cross():
                rounded(
                    painter,
                    QRectF(rect.x() + 5, rect.y() + 3, 34, rect.height() - 6),
                    13,
                    self._color("asoft"),
                )
            role = "muted" if self.icon_name != NO_SYMBOL else "faint"
            tint = "violet" if over and self._pickable and not self._on_cross() else role
            self.icon_book.paint(painter, box, self.icon_name, tint)
            x += 26
        words_box = QRectF(x, rect.y(), rect.right() - x - 30, rect.height())
        one_line(painter, words_box, self.text(), words, self.font())
        cross = QRectF(rect.right() - 26, rect.center().y() - 9, 18, 18)
        bright = over and (self._on_cross() or not self._pickable)
        self.icon_book.paint(painter, cross, "mdi6.close", "text" if bright else "muted")
