"""The grid of keepsakes: mouse, menu and keyboard."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.library.delegate import CARD, GAP, KeepsakeDelegate
from memoreez_desktop.ui.words import tr

_SMALLEST_COLUMN = 216
_SCROLL_BAR_PX = 14


class KeepsakeView(QListView):
    """Cards in as many columns as fit.

    Signals
    -------
    wanted(str, QModelIndex)
        What (``open print duplicate files delete``) to do with which card.
    """

    wanted = Signal(str, QModelIndex)

    def __init__(
        self, icon_book: IconBook, delegate: KeepsakeDelegate, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._book, self._delegate = icon_book, delegate
        self.setAccessibleName(tr("Keepsakes"))
        self.setItemDelegate(delegate)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("page", True)
        self.viewport().setAutoFillBackground(False)
        self.activated.connect(lambda index: self.wanted.emit("open", index))
        icon_book.theme_book.changed.connect(self.viewport().update)

    def resizeEvent(self, event: QResizeEvent) -> None:
        # Room for the scroll bar also where there is none: the columns must not jump when it comes.
        width = self.width() - _SCROLL_BAR_PX
        columns = max(1, (width + GAP) // (_SMALLEST_COLUMN + GAP + (CARD.width() - _SMALLEST_COLUMN) // 2))
        # One pixel less: Qt breaks the line where the last column would end exactly at the edge.
        self._delegate.card_width = max(_SMALLEST_COLUMN, (width - 1) // columns - GAP)
        self.setGridSize(QSize(self._delegate.card_width + GAP, CARD.height() + GAP))
        super().resizeEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        button = self._button(index, event.position().toPoint())
        if button and event.button() == Qt.MouseButton.LeftButton:
            if button == "print":
                self.wanted.emit("print", index)
            else:
                self.open_menu(index, event.globalPosition().toPoint())
            return
        super().mouseReleaseEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        shape = Qt.CursorShape.PointingHandCursor if index.isValid() else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if not self._button(self.indexAt(point), point):
            super().mouseDoubleClickEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
        if index.isValid():
            self.open_menu(index, event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        keys = {Qt.Key.Key_Delete: "delete", Qt.Key.Key_P: "print", Qt.Key.Key_D: "duplicate"}
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.wanted.emit("open", index)
        elif event.key() in keys and index.isValid():
            self.wanted.emit(keys[event.key()], index)
        else:
            super().keyPressEvent(event)

    def menu_for(self, index: QModelIndex) -> QMenu:
        """Return the menu of a card."""
        menu = QMenu(self)
        for verb, words, icon in (
            ("open", tr("Open in the Studio"), "cube-outline"),
            ("print", tr("Print again"), "printer-3d-nozzle-outline"),
            ("duplicate", tr("Duplicate"), "content-copy"),
            ("files", tr("Show files"), "folder-open-outline"),
            ("delete", tr("Delete"), "trash-can-outline"),
        ):
            if verb == "delete":
                menu.addSeparator()
            action = menu.addAction(self._book.icon(f"mdi6.{icon}", "muted"), words)
            action.triggered.connect(lambda _checked=False, verb=verb: self.wanted.emit(verb, index))
        return menu

    def open_menu(self, index: QModelIndex, place: QPoint) -> None:
        """Show the menu of a card."""
        self.setCurrentIndex(index)
        menu = self.menu_for(index)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def _button(self, index: QModelIndex, point: QPoint) -> str:
        return self._delegate.button_at(self.visualRect(index), point) if index.isValid() else ""
