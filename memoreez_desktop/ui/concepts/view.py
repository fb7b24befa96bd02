"""The grid: columns by width, parts of cards under the pointer, everything by keyboard."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QModelIndex, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QWidget

from memoreez_desktop.ui.concepts.ai_card import further_ways, way_on
from memoreez_desktop.ui.concepts.card import Card
from memoreez_desktop.ui.concepts.card_layout import GAP, card_size, columns_for
from memoreez_desktop.ui.concepts.delegate import FADE_S, ConceptDelegate
from memoreez_desktop.ui.concepts.model import CARD_ROLE
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.words import tr

_FRAME_MS = 40
_MARGIN = 24


class ConceptView(QListView):
    """Shows cards and says what the person wants of one.

    Signals
    -------
    asked(str, str)
        What (``open star more retry again prompt settings export remove``) and the card's key.
    chosen(object)
        The card under the selection, or None.
    """

    asked = Signal(str, str)
    chosen = Signal(object)

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_book = icon_book
        self.delegate = ConceptDelegate(icon_book, self)
        self.setItemDelegate(self.delegate)
        self.setProperty("page", True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(40)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(tr("Concepts"))
        keys = tr("Enter opens in the Studio, S stars, M makes more like it, R retries, Delete removes.")
        more = tr("P shows the prompt of a picture by a service, E saves the picture as PNG.")
        self.setAccessibleDescription(f"{keys} {more}")
        self._clock = QTimer(self)
        self._clock.setInterval(_FRAME_MS)
        self._clock.timeout.connect(self._move)
        icon_book.theme_book.changed.connect(self.viewport().update)
        self._pressed: tuple[str, str] = ("", "")
        self.columns = 4

    def animate(self) -> None:
        """Keep moving as long as something on the screen moves."""
        self._clock.start()

    def current_card(self) -> Card | None:
        """Return the chosen card."""
        card = self.currentIndex().data(CARD_ROLE)
        return card if isinstance(card, Card) else None

    def choose(self, index: QModelIndex) -> None:
        """Choose a card that nobody asked for, without moving the grid away under the person's eyes."""
        self.setAutoScroll(False)
        self.setCurrentIndex(index)
        self.setAutoScroll(True)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        self.chosen.emit(self.current_card())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wishes = {
            Qt.Key.Key_Return: "open",
            Qt.Key.Key_Enter: "open",
            Qt.Key.Key_S: "star",
            Qt.Key.Key_M: "more",
            Qt.Key.Key_P: "prompt",
            Qt.Key.Key_E: "export",
            Qt.Key.Key_Delete: "remove",
            Qt.Key.Key_Backspace: "remove",
        }
        card = self.current_card()
        if card is not None and card.can_retry:
            wishes[Qt.Key.Key_R] = way_on(card).wish
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if event.key() in wishes and card is not None and plain:
            self._ask(wishes[event.key()], card.key)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed = self._part_at(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        part, key = self._part_at(event.position())
        if part and (part, key) == self._pressed and event.button() == Qt.MouseButton.LeftButton:
            card = self.indexAt(event.position().toPoint()).data(CARD_ROLE)
            self._ask(way_on(card).wish if part == "way_on" else part, key)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        part, key = self._part_at(event.position())
        if key and not part:
            self.asked.emit("open", key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        part, _key = self._part_at(event.position())
        if part != self.delegate.hovered_part:
            self.delegate.hovered_part = part
            self.viewport().setCursor(
                Qt.CursorShape.PointingHandCursor if part else Qt.CursorShape.ArrowCursor
            )
            self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = (
            self.indexAt(event.pos())
            if event.reason() == QContextMenuEvent.Reason.Mouse
            else self.currentIndex()
        )
        card = index.data(CARD_ROLE)
        if not isinstance(card, Card):
            return
        menu = QMenu(self)
        star = tr("Take the star away") if card.starred else tr("Star")
        way = way_on(card)
        entries = (
            ("open", tr("Open in Studio"), "mdi6.arrow-right", card.can_open),
            ("star", star, "mdi6.star-outline", card.can_open),
            ("sculpt", tr("AI sculpture…"), "mdi6.creation-outline", card.can_open),
            ("more", tr("More like this"), "mdi6.shape-plus-outline", card.can_open),
            (*way, card.can_retry and way.wish not in ("", "prompt")),
            *((*further, True) for further in further_ways(card)),
            ("remove", tr("Remove"), "mdi6.trash-can-outline", card.plan is not None),
        )
        for wish, words, icon, possible in entries:
            if possible:
                action = menu.addAction(self._icon_book.icon(icon, "muted", 18), words)
                action.triggered.connect(lambda _on=False, wish=wish: self.asked.emit(wish, card.key))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave and self.delegate.hovered_part:
            self.delegate.hovered_part = ""
        return super().event(event)

    def _arrange(self) -> None:
        # The scroll bar stands in the page's margin: the grid has the same width with and without it.
        width = self.width() - _MARGIN
        self.columns = columns_for(width)
        card = QSize(*card_size(width, self.columns))
        item = card + QSize(GAP, GAP)
        if item != self.delegate.item_size or self.gridSize() != item:
            self.delegate.item_size = item
            self.setGridSize(item)

    def _part_at(self, point: QPointF) -> tuple[str, str]:
        index = self.indexAt(point.toPoint())
        card = index.data(CARD_ROLE)
        if not isinstance(card, Card):
            return "", ""
        parts = self.delegate.layout_of(self.visualRect(index))
        return (parts.part_at(point, card), card.key) if parts.card.contains(point) else ("", "")

    def _ask(self, wish: str, key: str) -> None:
        if wish:
            self.asked.emit(wish, key)

    def _move(self) -> None:
        still, now, moving = self._icon_book.theme_book.reduced_motion, time.monotonic(), False
        for row, card in enumerate(self.model().cards):
            counting = card.state == "failed" and bool(card.retry_at) and now < card.retry_at + 0.1
            fading = card.state == "ready" and now - card.shown_at < FADE_S + 0.1
            # A bar that knows how far it is moves with the news, not with the clock.
            walking = card.state == "waiting" or (card.state == "drawing" and card.fraction is None)
            if counting or (not still and (fading or walking)):
                moving = True
                if self.isVisible():
                    self.update(self.model().index(row, 0))
        if not moving:
            self._clock.stop()
