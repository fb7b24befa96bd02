"""The services, one under the other: what each is for, and how it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.settings.ai_words import RowState, kind_icon, kind_words
from memoreez_desktop.ui.type_sizes import font
from memoreez_desktop.ui.widgets.buttons import PaintedButton
from memoreez_desktop.ui.widgets.painting import one_line, rounded
from memoreez_desktop.ui.widgets.scroll_page import ScrollPage
from memoreez_desktop.ui.widgets.surfaces import (
    BADGE_LOOKS,
    Divider,
    Label,
    Panel,
    SectionTitle,
    badge_width,
    paint_badge,
)
from memoreez_desktop.ui.widgets.tiles import OneOf
from memoreez_desktop.ui.words import tr

if TYPE_CHECKING:
    from memoreez_desktop.services.ai_offers import Offer

_HEIGHT, _MARK = 68, 36
_NARROW = 320


class ServiceRow(PaintedButton):
    """Mark, name, kind and badge; in a narrow list the badge is its icon alone."""

    def __init__(self, icon_book: IconBook, parent: QWidget) -> None:
        super().__init__(icon_book, parent=parent)
        self.state = RowState("neutral", "")
        self._kind_words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_offer(self, offer: Offer, state: RowState) -> None:
        """Show a service and how it stands."""
        self.setText(tr(offer.info.label))
        self.icon_name, self._kind_words, self.state = kind_icon(offer), kind_words(offer), state
        self.setAccessibleName(f"{self.text()}: {state.words}")
        self.setAccessibleDescription(self._kind_words)
        self.setToolTip(f"{self.text()} · {self._kind_words} · {state.words}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)

    def _look(self) -> tuple[QColor | None, QColor | None, QColor]:
        return None, None, self._color("text")

    def _paint_content(self, painter: QPainter, rect: QRectF, words: QColor) -> None:
        down = self.isChecked()
        if down or self.underMouse():
            painter.fillRect(rect, self._color("asoft" if down else "raised"))
        if down:
            painter.fillRect(QRectF(0, 0, 3, rect.height()), self._color("accent"))
        painter.fillRect(QRectF(0, rect.height() - 1, rect.width(), 1), self._color("line"))
        if self.hasFocus():
            rounded(painter, rect.adjusted(4, 3, -4, -4), 8, None, self._color("accent"), 2.0)
        mark = QRectF(16, (rect.height() - _MARK) / 2, _MARK, _MARK)
        rounded(painter, mark, 8, self._color("panel" if down else "raised"))
        tint = "violet" if down else "muted"
        self.icon_book.paint(painter, mark.adjusted(8, 8, -8, -8), self.icon_name, tint)
        badge = self._badge(rect)
        room = badge.x() - mark.right() - 12 - 8
        left = mark.right() + 12
        one_line(painter, QRectF(left, rect.height() / 2 - 22, room, 22), self.text(), words, font("label"))
        quiet = QRectF(left, rect.height() / 2 + 1, room, 18)
        one_line(painter, quiet, self._kind_words, self._color("muted"), font("small"))
        if badge.width() > 24:
            state = self.state
            paint_badge(painter, badge, self.icon_book, state.level, state.words, state.icon)
            return
        icon, role, ground = BADGE_LOOKS[self.state.level]
        rounded(painter, badge, 12, self._color(ground))
        self.icon_book.paint(painter, badge.adjusted(4, 4, -4, -4), self.state.icon or icon, role)

    def _badge(self, rect: QRectF) -> QRectF:
        wide = badge_width(self.state.words, True) if rect.width() >= _NARROW else 24.0
        return QRectF(rect.right() - 16 - wide, rect.center().y() - 12, wide, 24)


class _Rows(OneOf):
    """The rows; new ones are made as they are needed."""

    def __init__(self, icon_book: IconBook) -> None:
        super().__init__(tr("Services"))
        self._icon_book = icon_book
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def row(self, offer_id: str) -> ServiceRow:
        """Return the row of a service."""
        if offer_id not in self._buttons:
            row = ServiceRow(self._icon_book, self)
            self.take(offer_id, row)
            self._column.addWidget(row)
        return self._buttons[offer_id]  # type: ignore[return-value]


class ServiceList(Panel):
    """All services, and how many of them are ready; :attr:`rows` tells which one was chosen."""

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(icon_book, padding=0, spacing=0, parent=parent)
        # The thin edge stays free.
        self.body.setContentsMargins(1, 1, 1, 8)
        self.count = Label(icon_book, "", "small", "muted")
        self.rows = _Rows(icon_book)
        head = QHBoxLayout()
        head.setContentsMargins(15, 15, 15, 15)
        head.addWidget(SectionTitle(icon_book, tr("Services")), 1)
        head.addWidget(self.count, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(head)
        self.body.addWidget(Divider(icon_book))
        self.page = ScrollPage(self, margins=(0, 0, 0, 0))
        self.page.column.addWidget(self.rows)
        self.page.column.addStretch(1)
        self.body.addWidget(self.page, 1)

    def show_offers(
        self, offers: Sequence[Offer], state_of: Callable[[Offer], RowState], chosen: str
    ) -> None:
        """Show how everything stands."""
        states = [(offer, state_of(offer)) for offer in offers]
        for offer, state in states:
            self.rows.row(offer.id).show_offer(offer, state)
        self.rows.set_value(chosen)
        ready = sum(state.level == "good" for _, state in states)
        self.count.setText(tr("{ready} of {count} ready", ready=ready, count=len(states)))

    def bring_to_sight(self, offer_id: str) -> None:
        """Scroll to a service."""
        self.page.ensureWidgetVisible(self.rows.row(offer_id), 0, 24)
