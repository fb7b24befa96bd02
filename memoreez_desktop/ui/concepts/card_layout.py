"""Where everything is on a card, for painting and for the pointer."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from memoreez_desktop.ui.concepts.ai_card import way_on
from memoreez_desktop.ui.concepts.card import Card
from memoreez_desktop.ui.type_sizes import font
from memoreez_desktop.ui.widgets.painting import text_width
from memoreez_desktop.ui.words import tr

GAP = 16
_TEXT_HEIGHT = 116
_COLUMN = 280
_NARROW = 300


def columns_for(width: int) -> int:
    """Return how many columns fit: 3 to 6."""
    return min(6, max(3, (width + GAP) // (_COLUMN + GAP)))


def card_size(width: int, columns: int) -> tuple[int, int]:
    """Return (width, height) of a card in a grid of ``width``."""
    card = (width + GAP) // columns - GAP
    return card, round(picture_height(card)) + _TEXT_HEIGHT


def picture_height(card_width: float) -> float:
    """Return the picture's height: flatter on narrow cards."""
    return 168.0 if card_width < _NARROW else min(300.0, card_width * 244 / 314)


@dataclass(frozen=True)
class CardLayout:
    """The parts of a card that stands at ``card``."""

    card: QRectF

    @property
    def picture(self) -> QRectF:
        """The stage."""
        return QRectF(self.card.x(), self.card.y(), self.card.width(), picture_height(self.card.width()))

    @property
    def star(self) -> QRectF:
        """A circle of 32 px."""
        return QRectF(self.card.right() - 40, self.card.y() + 8, 32, 32)

    @property
    def title(self) -> QRectF:
        """Row 1, without the badge."""
        return QRectF(self.card.x() + 16, self.picture.bottom() + 12, self.card.width() - 32, 24)

    @property
    def kind(self) -> QRectF:
        """Row 2."""
        return QRectF(self.card.x() + 16, self.picture.bottom() + 40, self.card.width() - 32, 18)

    @property
    def foot(self) -> QRectF:
        """Row 3."""
        return QRectF(self.card.x() + 16, self.picture.bottom() + 66, self.card.width() - 32, 40)

    @property
    def more(self) -> QRectF:
        """Say "More like this", an icon alone on narrow cards."""
        width = 32.0 if self.narrow else 8 + 18 + 8 + text_width(tr("More like this"), font("meta")) + 8
        right = self.foot.right() + 8
        return QRectF(right - width, self.foot.center().y() - 16, width, 32)

    def way_on(self, card: Card) -> QRectF:
        """At the left of row 3 of a card that has no picture: what can be done for it."""
        width = 12 + 18 + 8 + text_width(way_on(card).words, font("meta")) + 14
        return QRectF(self.foot.x(), self.foot.center().y() - 16, width, 32)

    def remove_words(self, card: Card) -> str:
        """Say "Remove" where there is room beside the other button."""
        words = tr("Remove")
        wide = 8 + 18 + 8 + text_width(words, font("meta")) + 8
        return words if self.way_on(card).right() + 8 + wide <= self.foot.right() + 8 else ""

    def remove(self, card: Card) -> QRectF:
        """At the right of row 3 of such a card."""
        words = self.remove_words(card)
        width = 8 + 18 + 8 + text_width(words, font("meta")) + 8 if words else 32.0
        return QRectF(self.foot.right() + 8 - width, self.foot.center().y() - 16, width, 32)

    @property
    def narrow(self) -> bool:
        """Under 300 px."""
        return self.card.width() < _NARROW

    def part_at(self, point: QPointF, card: Card) -> str:
        """Return ``star more way_on remove`` or an empty text for a point of the card."""
        parts = {}
        if card.state == "ready":
            parts = {"star": self.star, "more": self.more}
        elif card.can_retry:
            parts = {"way_on": self.way_on(card), "remove": self.remove(card)}
        return next((name for name, rect in parts.items() if rect.contains(point)), "")
