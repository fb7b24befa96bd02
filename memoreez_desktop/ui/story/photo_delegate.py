"""How a photo's row looks: thumbnail, name, a word on how well it suits, and what can be done."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.photo_editor.fix_words import fix_icon, fix_label
from memoreez_desktop.ui.story.photo_model import ITEM_ROLE, PhotoItem
from memoreez_desktop.ui.type_sizes import font
from memoreez_desktop.ui.widgets.painting import one_line, rounded, text_width
from memoreez_desktop.ui.widgets.surfaces import badge_width, paint_badge
from memoreez_desktop.ui.words import tr

_ROW, _GAP = 112, 16
_THUMB = QSize(112, 88)
_BUTTON_PX = 32

Spot = Literal["remove", "edit", "fix"]


class PhotoDelegate(QStyledItemDelegate):
    """Paints a row of 112 px."""

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_book = icon_book
        self.pointer = QPoint(-1, -1)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(240, _ROW + _GAP)

    def spots(self, row: QRect, item: PhotoItem) -> list[tuple[Spot, QRect]]:
        """Return what of a row can be pressed, and where."""
        right = row.right() - 40
        found: list[tuple[Spot, QRect]] = [("remove", QRect(right, row.y() + 8, 32, 32))]
        if item.ref is None:
            return found
        found.append(("edit", QRect(right, row.y() + _ROW - 40, 32, 32)))
        found.append(("edit", self._thumb_rect(row)))
        if item.fix:
            width = int(text_width(fix_label(item.fix), font("meta"))) + 12 + 18 + 8 + 12
            x = row.x() + 12 + _THUMB.width() + 16
            found.append(("fix", QRect(x, row.y() + _ROW - 8 - _BUTTON_PX, width, _BUTTON_PX)))
        return found

    def spot_at(self, row: QRect, item: PhotoItem, point: QPoint) -> Spot | None:
        """Return what of a row is at a point."""
        return next((spot for spot, rect in self.spots(row, item) if rect.contains(point)), None)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        item: PhotoItem = index.data(ITEM_ROLE)
        color = self._icon_book.theme_book.color
        painter.save()
        row = QRectF(option.rect).adjusted(0, 0, 0, -_GAP)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        rounded(
            painter, row, 8, color("field"), color("accent" if focused else "line"), 2.0 if focused else 1.0
        )
        self._thumbnail(painter, QRectF(self._thumb_rect(option.rect)), item, over)
        self._words(painter, row, item)
        for spot, rect in self.spots(option.rect, item):
            self._button(painter, spot, QRectF(rect), item, over)
        painter.restore()

    def _words(self, painter: QPainter, row: QRectF, item: PhotoItem) -> None:
        color = self._icon_book.theme_book.color
        x = row.x() + 12 + _THUMB.width() + 16
        right = row.right() - 52
        words = tr(item.words)
        width = min(badge_width(words, True), max(right - x - 40, 24))
        flags = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop)
        painter.setFont(font("small"))
        # A button below leaves room for two lines of the hint.
        room = 36 if item.fix else 54
        hint = QRectF(x, 0, row.right() - 52 - x, room)
        height = min(painter.boundingRect(hint, flags, tr(item.hint)).height(), room)
        top = row.y() + 8 if item.fix else row.center().y() - (26 + height) / 2
        hint.moveTop(top + 26)
        badge = QRectF(right - width, top - 1, width, 24)
        paint_badge(painter, badge, self._icon_book, item.badge, words, item.badge_icon)
        one_line(painter, QRectF(x, top, right - width - 12 - x, 22), item.name, color("text"), font("label"))
        painter.setFont(font("small"))
        painter.setPen(color("muted"))
        painter.drawText(hint, flags, tr(item.hint))

    def _button(self, painter: QPainter, spot: Spot, rect: QRectF, item: PhotoItem, over: bool) -> None:
        color = self._icon_book.theme_book.color
        here = over and rect.contains(self.pointer)
        if spot == "fix":
            rounded(painter, rect, 8, color("raised_hover" if here else "raised"), color("control"))
            box = QRectF(rect.x() + 12, rect.center().y() - 9, 18, 18)
            self._icon_book.paint(painter, box, fix_icon(item.fix), "text")
            words = QRectF(box.right() + 8, rect.y(), rect.right() - box.right() - 8, rect.height())
            one_line(painter, words, fix_label(item.fix), color("text"), font("meta"))
        elif rect.width() == _BUTTON_PX:
            if here:
                rounded(painter, rect, 8, color("raised"))
            icon = "mdi6.close" if spot == "remove" else "mdi6.pencil-outline"
            self._icon_book.paint(painter, rect.adjusted(6, 6, -6, -6), icon, "text" if here else "muted")

    def _thumb_rect(self, row: QRect) -> QRect:
        return QRect(row.x() + 12, row.y() + 12, _THUMB.width(), _THUMB.height())

    def _thumbnail(self, painter: QPainter, box: QRectF, item: PhotoItem, over: bool) -> None:
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
        if over and item.ref is not None:
            self._veil(painter, box)
        painter.restore()

    def _veil(self, painter: QPainter, box: QRectF) -> None:
        """Say on the thumbnail that it can be edited; white on dark in both themes, over any photo."""
        painter.fillRect(box, QColor(8, 9, 13, 150))
        words, face = tr("Edit"), font("meta")
        width = 18 + 6 + text_width(words, face)
        x = box.center().x() - width / 2
        white = QColor("white")
        self._icon_book.paint(painter, QRectF(x, box.center().y() - 9, 18, 18), "mdi6.pencil-outline", white)
        one_line(painter, QRectF(x + 24, box.y(), box.right() - x - 24, box.height()), words, white, face)
