"""Paints the cards of the grid in all their states."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QModelIndex, QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QLinearGradient, QPainter, QPainterPath
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from memoreez_desktop.core.remote import ConceptPrompt
from memoreez_desktop.core.units import duration_words
from memoreez_desktop.ui.concepts.ai_card import CHARACTER_ICONS, character_choices, way_on
from memoreez_desktop.ui.concepts.card import Card, badge_of, hint_words
from memoreez_desktop.ui.concepts.card_layout import GAP, CardLayout
from memoreez_desktop.ui.concepts.card_words import why_words
from memoreez_desktop.ui.concepts.model import CARD_ROLE
from memoreez_desktop.ui.concepts.pictures import PictureShelf
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.type_sizes import font
from memoreez_desktop.ui.widgets.painting import (
    one_line,
    paint_lines,
    rounded,
    stage_ground,
    text_width,
    wrapped,
)
from memoreez_desktop.ui.widgets.progress import paint_bar
from memoreez_desktop.ui.widgets.surfaces import badge_width, paint_badge
from memoreez_desktop.ui.words import tr

FADE_S = 0.16
_SHIMMER_S = 1.4
_PICTURE_RATIO = 1.02
_RIGHT = Qt.AlignmentFlag.AlignRight


class ConceptDelegate(QStyledItemDelegate):
    """One card; ``hovered_part`` is set by the view."""

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icon_book
        self._book = icon_book.theme_book
        self.shelf: PictureShelf | None = None
        self.item_size = QSize(314 + GAP, 360 + GAP)
        self.hovered_part = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return self.item_size

    def layout_of(self, item: QRect) -> CardLayout:
        """Return the parts of the card in an item's rectangle."""
        return CardLayout(QRectF(item.x(), item.y(), item.width() - GAP, item.height() - GAP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        card: Card = index.data(CARD_ROLE)
        parts = self.layout_of(option.rect)
        state = option.state
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        self._ground(painter, parts, card, hovered)
        if card.state == "waiting":
            self._waiting(painter, parts, card)
        elif card.can_retry:
            self._words(painter, parts, card)
            self._failed(painter, parts, card, hovered)
        else:
            self._picture(painter, parts, card)
            self._words(painter, parts, card)
            if card.state == "drawing":
                self._drawing(painter, parts, card)
            else:
                self._ready(painter, parts, card, hovered, selected)
        edge = "accent" if selected or focused else "warn_edge" if card.state == "failed" else ""
        edge = edge or ("control" if hovered else "line")
        rounded(painter, parts.card, 12, None, self._book.color(edge), 2.0 if selected or focused else 1.0)
        painter.restore()

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: QModelIndex
    ) -> bool:
        card = index.data(CARD_ROLE)
        if event.type() != QEvent.Type.ToolTip or card is None:
            return super().helpEvent(event, view, option, index)
        words = {
            "star": tr("Take the star away (S)") if card.starred else tr("Star (S)"),
            "more": tr("More like this (M)"),
            "way_on": f"{way_on(card).words} (R)",
            "remove": tr("Remove (Delete)"),
        }
        part = self.layout_of(option.rect).part_at(QPointF(event.pos()), card)
        QToolTip.showText(event.globalPos(), words.get(part) or hint_words(card), view)
        return True

    def _ground(self, painter: QPainter, parts: CardLayout, card: Card, hovered: bool) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rounded(painter, parts.card, 12, self._book.color("raised" if hovered else "panel"))
        shape = QPainterPath()
        shape.addRoundedRect(parts.card, 12, 12)
        below = QPainterPath()
        below.addRect(parts.picture)
        fill: object = stage_ground(self._book, parts.picture)
        if card.state == "waiting":
            fill = self._shimmer(parts.picture)
        elif card.state == "failed":
            fill = self._book.color("warn_ground")
        elif card.state in ("stopped", "planned"):
            fill = self._book.color("field")
        painter.fillPath(shape & below, fill)

    def _shimmer(self, rect: QRectF) -> QLinearGradient:
        """Return a soft light that walks over everything that is waited for."""
        phase = 0.5 if self._book.reduced_motion else (time.monotonic() % _SHIMMER_S) / _SHIMMER_S
        middle = rect.x() + rect.width() * (2.4 * phase - 0.7)
        reach = rect.width() * 0.5
        gradient = QLinearGradient(middle - reach, rect.y(), middle + reach, rect.y() + rect.height() * 0.18)
        gradient.setColorAt(0.0, self._book.color("shimmer1"))
        gradient.setColorAt(0.5, self._book.color("shimmer2"))
        gradient.setColorAt(1.0, self._book.color("shimmer1"))
        return gradient

    def _waiting(self, painter: QPainter, parts: CardLayout, card: Card) -> None:
        light = self._shimmer(parts.picture)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(light)
        title = parts.title
        if card.title:
            one_line(painter, title, card.title, self._book.color("muted"), font("strong"))
            one_line(painter, parts.kind, card.kind, self._book.color("faint"), font("small"))
        else:
            painter.drawRoundedRect(QRectF(title.x(), title.y() + 5, 136, 14), 7, 7)
            painter.drawRoundedRect(QRectF(title.x(), parts.kind.y() + 4, 80, 10), 5, 5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(light)
        painter.drawRoundedRect(QRectF(title.right() - 80, title.y() + 2, 80, 20), 10, 10)
        one_line(
            painter, parts.foot, tr(card.stage) or tr("Next in line"), self._book.color("faint"), font("meta")
        )

    def _picture(self, painter: QPainter, parts: CardLayout, card: Card) -> None:
        if self.shelf is None:
            return
        box, ratio = parts.picture, painter.device().devicePixelRatioF()
        side = box.height() * _PICTURE_RATIO
        found = self.shelf.picture(card.key, card.picture, round(side * ratio))
        if found is None:
            return
        scale = side / found.side_px
        size = QSizeF(found.pixmap.size()) * scale
        target = QRectF(QPointF(), size)
        target.moveCenter(box.center())
        age_s = time.monotonic() - card.shown_at
        faded = 1.0 if self._book.reduced_motion or age_s > FADE_S else age_s / FADE_S
        shape = QPainterPath()
        shape.addRoundedRect(parts.card, 12, 12)
        painter.save()
        painter.setClipPath(shape)
        painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
        # What a service draws is shown in full from its first glimpse on.
        painter.setOpacity(0.32 if card.state == "drawing" and card.ai is None else faded)
        if found.ground is not None:
            # Its own white goes on to both sides: a square on the stage looks like a mistake.
            painter.fillRect(box, found.ground)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(target, found.pixmap, QRectF(found.pixmap.rect()))
        painter.restore()

    def _words(self, painter: QPainter, parts: CardLayout, card: Card) -> None:
        title, kind = QRectF(parts.title), QRectF(parts.kind)
        badge = badge_of(card)
        if badge:
            level, words = badge
            width = badge_width(words, level != "neutral")
            box = QRectF(title.right() - width, title.y(), width, 24)
            if text_width(card.title, font("strong")) <= box.x() - 12 - title.x():
                title.setRight(box.x() - 12)
            else:
                # A long title has its row to itself; the kind beneath it is short.
                box.moveTop(kind.center().y() - 12)
                kind.setRight(box.x() - 12)
            paint_badge(painter, box, self._icons, level, words)
        one_line(painter, title, card.title, self._book.color("text"), font("strong"))
        if card.ai is not None:
            mark = QRectF(kind.x(), kind.center().y() - 7, 14, 14)
            self._icons.paint(painter, mark, "mdi6.creation", "violet")
            kind.setLeft(kind.x() + 20)
        one_line(painter, kind, card.kind, self._book.color("muted"), font("small"))

    def _drawing(self, painter: QPainter, parts: CardLayout, card: Card) -> None:
        box = parts.picture
        bar = QRectF(box.x() + 16, box.bottom() - 24, box.width() - 32, 6)
        phase = 0.5 if self._book.reduced_motion else time.monotonic() % _SHIMMER_S / _SHIMMER_S
        paint_bar(painter, bar, self._book, card.fraction, phase)
        foot = parts.foot
        muted = self._book.color("muted")
        icon = QRectF(foot.x(), foot.center().y() - 8, 16, 16)
        self._icons.paint(painter, icon, "mdi6.progress-clock", "muted")
        left = tr("{time} left", time=duration_words(card.left_s)) if card.left_s > 0 else ""
        words = foot.adjusted(24, 0, -70 if left else 0, 0)
        one_line(painter, words, tr(card.stage) or tr("Being drawn"), muted, font("meta"))
        one_line(painter, foot, left, self._book.color("faint"), font("meta"), _RIGHT)

    def _ready(self, painter: QPainter, parts: CardLayout, card: Card, hovered: bool, selected: bool) -> None:
        circle = self._book.color(
            "raised_hover" if hovered and self.hovered_part == "star" else "star_ground"
        )
        rounded(painter, parts.star, 16, circle)
        name, role = ("mdi6.star", "star") if card.starred else ("mdi6.star-outline", "muted")
        self._icons.paint(painter, parts.star.adjusted(6, 6, -6, -6), name, role)
        foot = parts.foot
        if card.figures:
            icon = QRectF(foot.x(), foot.center().y() - 8, 16, 16)
            self._icons.paint(painter, icon, "mdi6.clock-outline", "muted")
            one_line(
                painter, foot.adjusted(22, 0, 0, 0), card.figures, self._book.color("muted"), font("meta")
            )
        words = "" if parts.narrow else tr("More like this")
        role = "violet" if selected or (hovered and self.hovered_part == "more") else "muted"
        self._small(
            painter,
            parts.more,
            "mdi6.shape-plus-outline",
            words,
            role,
            hovered and self.hovered_part == "more",
        )

    def _failed(self, painter: QPainter, parts: CardLayout, card: Card, hovered: bool) -> None:
        if card.state == "planned" and card.ai is not None:
            self._prompt(painter, parts, card.ai.order.prompt)
        else:
            self._why(painter, parts, card)
        way, rect = way_on(card), parts.way_on(card)
        possible = bool(way.wish)
        ground = "raised_hover" if hovered and possible and self.hovered_part == "way_on" else "raised"
        rounded(painter, rect, 8, self._book.color(ground), self._book.color("control"))
        role = "text" if possible else "muted"
        self._small(painter, rect.adjusted(4, 0, 0, 0), way.icon, way.words, role, False)
        over = hovered and self.hovered_part == "remove"
        remove = parts.remove_words(card)
        self._small(painter, parts.remove(card), "mdi6.trash-can-outline", remove, "muted", over)

    def _why(self, painter: QPainter, parts: CardLayout, card: Card) -> None:
        failed = card.state == "failed"
        happened = tr(card.message) if failed else tr("Not drawn yet")
        todo = tr(card.hint) if failed else tr("It was stopped before its turn.")
        icon = "mdi6.alert-outline" if failed else "mdi6.pause-circle-outline"
        why = why_words(parts.picture, happened, todo)
        if why.mark is not None:
            self._icons.paint(painter, why.mark, icon, "warn" if failed else "muted")
        centre = Qt.AlignmentFlag.AlignHCenter
        paint_lines(painter, why.above_box, why.above, self._book.color("text"), font("strong"), centre)
        paint_lines(painter, why.below_box, why.below, self._book.color("muted"), font("small"), centre)

    def _prompt(self, painter: QPainter, parts: CardLayout, prompt: ConceptPrompt) -> None:
        """Write what is going to be drawn, as far as there is room: what is its own stands first."""
        box = parts.picture.adjusted(20, 16, -20, -16)
        icon = CHARACTER_ICONS.get(prompt.character, "mdi6.text-box-outline")
        self._icons.paint(painter, QRectF(box.x() - 1, box.y(), 20, 20), icon, "violet")
        character = dict(character_choices()).get(prompt.character, "")
        head = QRectF(box.x() + 26, box.y(), box.width() - 26, 20)
        one_line(painter, head, character, self._book.color("text"), font("meta"))
        box.setTop(box.y() + 28)
        small = font("small")
        lines = wrapped(
            prompt.prompt, small, box.width(), int(box.height() / QFontMetricsF(small).lineSpacing())
        )
        paint_lines(painter, box, lines, self._book.color("muted"), small)

    def _small(self, painter: QPainter, rect: QRectF, icon: str, words: str, role: str, over: bool) -> None:
        if over:
            rounded(painter, rect, 8, self._book.color("raised_hover"))
        x = rect.x() + (8 if words else 7)
        self._icons.paint(painter, QRectF(x, rect.center().y() - 9, 18, 18), icon, role)
        color: QColor = self._book.color(role)
        one_line(
            painter,
            QRectF(x + 26, rect.y(), rect.right() - x - 26, rect.height()),
            words,
            color,
            font("meta"),
        )
