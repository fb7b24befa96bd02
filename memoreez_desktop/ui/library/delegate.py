"""A keepsake's card: picture on its stage, title, who and when, state; buttons under the pointer."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.library.model import CardRole, state_words
from memoreez_desktop.ui.library.pictures import Pictures
from memoreez_desktop.ui.type_sizes import font
from memoreez_desktop.ui.widgets.painting import one_line, rounded, stage_ground
from memoreez_desktop.ui.widgets.surfaces import badge_width, paint_badge

CARD = QSize(248, 220)
GAP = 16
_PICTURE_PX, _CIRCLE_PX = 144, 32
_PICTURE_RATIO, _WIDE_RATIO = 1.02, 1.35
_BUTTONS = (("print", "mdi6.printer-3d-nozzle-outline"), ("more", "mdi6.dots-horizontal"))


def button_rects(card: QRectF) -> dict[str, QRectF]:
    """Return the round buttons of a card, in the column at its right."""
    x = card.right() - 8 - _CIRCLE_PX
    step = _CIRCLE_PX + 8
    return {
        name: QRectF(x, card.y() + 8 + place * step, _CIRCLE_PX, _CIRCLE_PX)
        for place, (name, _icon) in enumerate(_BUTTONS)
    }


class KeepsakeDelegate(QStyledItemDelegate):
    """Paints cards of 248 × 220 px, or as wide as the columns make them."""

    def __init__(self, icon_book: IconBook, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book, self._pictures = icon_book, pictures
        self.card_width = CARD.width()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(self.card_width + GAP, CARD.height() + GAP)

    def card_rect(self, option_rect: object) -> QRectF:
        """Return the card inside its cell."""
        rect = QRectF(option_rect)  # type: ignore[call-overload]
        return QRectF(rect.x(), rect.y(), self.card_width, CARD.height())

    def button_at(self, cell: object, point: QPoint) -> str:
        """Return the button under a point: ``print``, ``more`` or nothing."""
        rects = button_rects(self.card_rect(cell))
        return next((name for name, rect in rects.items() if rect.contains(point.toPointF())), "")

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        color = self._book.theme_book.color
        card = self.card_rect(option.rect)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        chosen = bool(option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = color("accent" if chosen else "control" if hovered else "line")
        rounded(painter, card, 12, color("raised" if hovered else "panel"))
        self._paint_picture(painter, card, index)
        self._paint_words(painter, card, index)
        rounded(painter, card, 12, None, edge, 2.0 if chosen else 1.0)
        if hovered or chosen:
            for (_name, icon), rect in zip(_BUTTONS, button_rects(card).values(), strict=True):
                rounded(painter, rect, _CIRCLE_PX / 2, color("star_ground"), color("control"))
                self._book.paint(painter, rect.adjusted(7, 7, -7, -7), icon, "text")
        painter.restore()

    def _paint_picture(self, painter: QPainter, card: QRectF, index: QModelIndex) -> None:
        stage = QRectF(card.x(), card.y(), card.width(), _PICTURE_PX)
        shape = QPainterPath()
        shape.setFillRule(Qt.FillRule.WindingFill)
        shape.addRoundedRect(stage, 12, 12)
        shape.addRect(stage.adjusted(0, 12, 0, 0))
        painter.fillPath(shape, stage_ground(self._book.theme_book, stage))
        row = index.data(CardRole.ROW)
        pixmap, wide = self._pictures.pixmap(row.picture) or (QPixmap(), False)
        if pixmap.isNull():
            box = QRectF(stage.center().x() - 20, stage.center().y() - 20, 40, 40)
            self._book.paint(painter, box, "mdi6.cube-outline", "icon_off")
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        side = _PICTURE_PX * (_WIDE_RATIO if wide else _PICTURE_RATIO)
        place = QRectF(stage.center().x() - side / 2, stage.center().y() - side / 2, side, side)
        painter.setClipPath(shape)
        painter.drawPixmap(place, pixmap, _square(pixmap))
        painter.setClipping(False)

    def _paint_words(self, painter: QPainter, card: QRectF, index: QModelIndex) -> None:
        color = self._book.theme_book.color
        left, top, width = card.x() + 16, card.y() + _PICTURE_PX + 11, card.width() - 32
        title = str(index.data(Qt.ItemDataRole.DisplayRole))
        one_line(painter, QRectF(left, top, width, 22), title, color("text"), font("strong"))
        row = index.data(CardRole.ROW)
        state, sliced = state_words(row), row.gcode is not None
        icon = "mdi6.printer-3d-nozzle-outline" if sliced else "mdi6.pencil-outline"
        wide = badge_width(state, True)
        badge = QRectF(card.right() - 12 - wide, top + 25, wide, 24)
        level = "good" if sliced else "neutral"
        paint_badge(painter, badge, self._book, level, state, icon)
        words = QRectF(left, top + 26, badge.left() - left - 8, 22)
        one_line(painter, words, str(index.data(CardRole.WORDS)), color("muted"), font("small"))


def _square(pixmap: QPixmap) -> QRectF:
    side = float(min(pixmap.width(), pixmap.height()))
    return QRectF((pixmap.width() - side) / 2, (pixmap.height() - side) / 2, side, side)
