"""The photo rows: edit one, mend one, take one away; by pointer, by keyboard, by menu."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.photo_editor.fix_words import fix_icon, fix_label
from memoreez_desktop.ui.story.photo_delegate import PhotoDelegate, Spot
from memoreez_desktop.ui.story.photo_model import ITEM_ROLE, PhotoItem
from memoreez_desktop.ui.words import tr


class PhotoList(QListView):
    """A list of :class:`PhotoItem` rows.

    Signals
    -------
    remove_wanted(int)
        The row: the cross, or Delete.
    edit_wanted(int, str)
        The row, and the code of the verdict to mend at once or empty: the thumbnail, the pencil, Enter.
    """

    remove_wanted = Signal(int)
    edit_wanted = Signal(int, str)

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_book = icon_book
        self._delegate = PhotoDelegate(icon_book, self)
        self.setItemDelegate(self._delegate)
        self.setProperty("page", True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Photos"))
        self.setAccessibleDescription(tr("Enter edits a photo, Delete takes it away."))
        self.viewport().setAutoFillBackground(False)
        icon_book.theme_book.changed.connect(self.viewport().update)

    def menu_for(self, index: QModelIndex) -> QMenu:
        """Return the menu of a row."""
        menu = QMenu(self)
        item: PhotoItem = index.data(ITEM_ROLE)
        row = index.row()
        if item.ref is not None:
            edit = menu.addAction(self._icon_book.icon("mdi6.pencil-outline"), tr("Edit photo…"))
            edit.triggered.connect(lambda: self.edit_wanted.emit(row, ""))
        if item.fix:
            fix = menu.addAction(self._icon_book.icon(fix_icon(item.fix)), fix_label(item.fix))
            fix.triggered.connect(lambda: self.edit_wanted.emit(row, item.fix))
        remove = menu.addAction(self._icon_book.icon("mdi6.close"), tr("Remove"))
        remove.triggered.connect(lambda: self.remove_wanted.emit(row))
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and index.isValid():
            self.remove_wanted.emit(index.row())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self._act(index, "edit")
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid():
            at = (
                event.globalPos()
                if by_mouse
                else self.viewport().mapToGlobal(self.visualRect(index).center())
            )
            self.menu_for(index).popup(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index, spot = self._at(event.position().toPoint())
        if spot is not None and event.button() == Qt.MouseButton.LeftButton:
            self._act(index, spot)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._delegate.pointer = event.position().toPoint()
        _index, spot = self._at(self._delegate.pointer)
        shape = Qt.CursorShape.PointingHandCursor if spot else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._delegate.pointer = QPoint(-1, -1)

    def _act(self, index: QModelIndex, spot: Spot) -> None:
        item: PhotoItem = index.data(ITEM_ROLE)
        if spot == "remove":
            self.remove_wanted.emit(index.row())
        elif item.ref is not None:
            self.edit_wanted.emit(index.row(), item.fix if spot == "fix" else "")

    def _at(self, point: QPoint) -> tuple[QModelIndex, Spot | None]:
        index = self.indexAt(point)
        if not index.isValid():
            return index, None
        return index, self._delegate.spot_at(self.visualRect(index), index.data(ITEM_ROLE), point)
