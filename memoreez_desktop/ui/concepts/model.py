"""The cards as a Qt list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from memoreez_desktop.ui.concepts.card import Card, spoken

CARD_ROLE = int(Qt.ItemDataRole.UserRole) + 1


class ConceptModel(QAbstractListModel):
    """Rows of :class:`Card`, found by key."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards: list[Card] = []
        self._rows: dict[str, int] = {}

    @property
    def cards(self) -> tuple[Card, ...]:
        """Every card, in order."""
        return tuple(self._cards)

    def card(self, key: str) -> Card | None:
        """Return a card by its key."""
        row = self.row(key)
        return self._cards[row] if row >= 0 else None

    def row(self, key: str) -> int:
        """Return where a card is, -1 when it is not there."""
        return self._rows.get(key, -1)

    def set_cards(self, cards: Sequence[Card]) -> None:
        """Show other cards."""
        self.beginResetModel()
        self._cards = list(cards)
        self._count_rows()
        self.endResetModel()

    def insert(self, row: int, cards: Sequence[Card]) -> None:
        """Put cards before a row."""
        if not cards:
            return
        row = min(max(row, 0), len(self._cards))
        self.beginInsertRows(QModelIndex(), row, row + len(cards) - 1)
        self._cards[row:row] = cards
        self._count_rows()
        self.endInsertRows()

    def append(self, cards: Sequence[Card]) -> None:
        """Put cards at the end."""
        self.insert(len(self._cards), cards)

    def remove(self, key: str) -> int:
        """Take a card away and return where it was, -1 when it was not there."""
        row = self.row(key)
        if row >= 0:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._cards[row]
            self._count_rows()
            self.endRemoveRows()
        return row

    def change(self, key: str, /, **values: Any) -> Card | None:
        """Set some values of a card anew and return it; None when it is not there."""
        row = self.row(key)
        if row < 0:
            return None
        card = self._cards[row] = replace(self._cards[row], **values)
        if card.key != key:
            del self._rows[key]
            self._rows[card.key] = row
        index = self.index(row)
        self.dataChanged.emit(index, index)
        return card

    def put(self, card: Card) -> None:
        """Show another card in the place of the one with the same key, if there is one."""
        row = self.row(card.key)
        if row >= 0:
            self._cards[row] = card
            index = self.index(row)
            self.dataChanged.emit(index, index)

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._cards)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self._cards):
            return None
        card = self._cards[index.row()]
        if role == CARD_ROLE:
            return card
        if role == Qt.ItemDataRole.DisplayRole:
            return card.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(card)
        return None

    def _count_rows(self) -> None:
        self._rows = {card.key: row for row, card in enumerate(self._cards)}
