"""The photo rows: thumbnail, name, a word on how well it suits, and a cross to take it away."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.story.photo_model import ITEM_ROLE, PhotoItem
from memoreez_desktop.ui.type_sizes import font
from memoreez_desktop.ui.widgets.painting import one_line, rounded
from memoreez_desktop.ui.widgets.surfaces import badge_width, paint_badge
from memoreez_desktop.ui.words import tr

_ROW, _GAP = 112, 16
_THUMB = QSize(112, 88)


class PhotoDelegate(QStyledItemDelegate):
    """Paints a row of 112 px."""

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_book = icon_book

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(240, _ROW + _GAP)

    def cross_rect(self, row: QRect) -> QRect:
        """Return where the cross of a row is."""
        return QRect(row.right() - 40, row.y() + 8, 32, 32)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        item: PhotoItem = index.data(ITEM_ROLE)
        color = self._icon_book.theme_book.color
        painter.save()
        row = QRectF(option.rect).adjusted(0, 0, 0, -_GAP)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        rounded(
            painter, row, 8, color("field"), color("accent" if focused else "line"), 2.0 if focused else 1.0
        )
        self._thumbnail(painter, QRectF(row.x() + 12, row.y() + 12, _THUMB.width(), _THUMB.height()), item)
        x = row.x() + 12 + _THUMB.width() + 16
        right = row.right() - 52
        words = tr(item.words)
        width = min(badge_width(words, True), max(right - x - 40, 24))
        flags = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop)
        painter.setFont(font("small"))
        hint = QRectF(x, 0, row.right() - 52 - x, 54)
        height = min(painter.boundingRect(hint, flags, tr(item.hint)).height(), 54)
        top = row.center().y() - (26 + height) / 2
        hint.moveTop(top + 26)
        paint_badge(
            painter,
            QRectF(right - width, top - 1, width, 24),
            self._icon_book,
            item.badge,
            words,
            item.badge_icon,
        )
        one_line(painter, QRectF(x, top, right - width - 12 - x, 22), item.name, color("text"), font("label"))
        painter.setFont(font("small"))
        painter.setPen(color("muted"))
        painter.drawText(hint, flags, tr(item.hint))
        cross = QRectF(self.cross_rect(row.toRect()))
        if option.state & QStyle.StateFlag.State_MouseOver:
            rounded(painter, cross, 8, color("raised"))
        self._icon_book.paint(painter, cross.adjusted(6, 6, -6, -6), "mdi6.close", "muted")
        painter.restore()

    def _thumbnail(self, painter: QPainter, box: QRectF, item: PhotoItem) -> None:
        shape = QPainterPath()
        shape.addRoundedRect(box, 8, 8)
        if item.thumbnail.isNull():
            painter.fillPath(shape, self._icon_book.theme_book.color("raised"))
            icon = "mdi6.image-broken-variant" if item.ref is None else "mdi6.image-outline"
            self._icon_book.paint(painter, box.adjusted(0, 28, 0, -28), icon, "muted")
            return
        painter.save()
        painter.setClipPath(shape)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = item.thumbnail.size().scaled(
            box.size().toSize(), Qt.AspectRatioMode.KeepAspectRatioByExpanding
        )
        whole = QRectF(0, 0, size.width(), size.height())
        whole.moveCenter(box.center())
        painter.drawImage(whole, item.thumbnail)
        painter.restore()


class PhotoList(QListView):
    """A list of :class:`PhotoItem` rows; Delete or the cross takes one away.

    Signals
    -------
    remove_wanted(int)
        The row.
    """

    remove_wanted = Signal(int)

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        self.setAccessibleDescription(tr("Delete takes a photo away."))
        self.viewport().setAutoFillBackground(False)
        icon_book.theme_book.changed.connect(self.viewport().update)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.currentIndex().isValid():
            self.remove_wanted.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self._cross_at(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.remove_wanted.emit(index.row())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        over = self._cross_at(event.position().toPoint()).isValid()
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def _cross_at(self, point: QPoint) -> QModelIndex:
        index = self.indexAt(point)
        hit = index.isValid() and self._delegate.cross_rect(self.visualRect(index)).contains(point)
        return index if hit else QModelIndex()
