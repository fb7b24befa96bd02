"""The keepsakes as a Qt list model: newest first, each with its words and picture."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QDate, QLocale, QModelIndex, QObject, Qt

from memoreez_desktop.ui.words import tr

if TYPE_CHECKING:
    from memoreez_desktop.storage.library_rows import KeepsakeRow

_THIS_WEEK_DAYS = 6


class CardRole(IntEnum):
    """What a card asks the model for, besides DisplayRole (title) and AccessibleTextRole."""

    ROW = Qt.ItemDataRole.UserRole + 1
    WORDS = Qt.ItemDataRole.UserRole + 2


class KeepsakeModel(QAbstractListModel):
    """Rows of the library, read-only; the presenter sets and removes them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[KeepsakeRow] = []

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return str(tr(row.title))
        if role == CardRole.ROW:
            return row
        if role == CardRole.WORDS:
            return who_and_when(row)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{tr(row.title)}, {tr(row.plan.kind)}, {who_and_when(row)}, {state_words(row)}"
        return None

    def row_at(self, index: QModelIndex) -> KeepsakeRow | None:
        """Return the row of an index."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def set_rows(self, rows: Sequence[KeepsakeRow]) -> None:
        """Show these."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def take_out(self, keepsake_id: str) -> None:
        """Remove one row."""
        at = next((k for k, row in enumerate(self._rows) if row.id == keepsake_id), None)
        if at is not None:
            self.beginRemoveRows(QModelIndex(), at, at)
            del self._rows[at]
            self.endRemoveRows()


def who_and_when(row: KeepsakeRow, today: datetime.date | None = None) -> str:
    """Return "Grandpa Karl, today"."""
    day = datetime.date.fromtimestamp(row.changed_s)
    now = today or datetime.date.today()
    locale = QLocale()
    if day == now:
        when = tr("today")
    elif 0 < (now - day).days <= _THIS_WEEK_DAYS:
        when = locale.dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)
    else:
        pattern = "d MMM" if day.year == now.year else "d MMM yyyy"
        when = locale.toString(QDate(day.year, day.month, day.day), pattern)
    who = row.plan.recipe.story.name
    return f"{who}, {when}" if who else when


def state_words(row: KeepsakeRow) -> str:
    """Return whether it has been sliced."""
    return tr("Ready") if row.gcode is not None else tr("Draft")
