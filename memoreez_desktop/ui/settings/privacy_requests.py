"""The list of what left this computer, as a table."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QHeaderView, QSizePolicy, QTableView, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.type_sizes import font
from memoreez_desktop.ui.words import tr

if TYPE_CHECKING:
    from memoreez_desktop.network.api import Outbound

_Index = QModelIndex | QPersistentModelIndex
_NUMBERS = (3, 4, 5)
_ROW_PX, _VISIBLE_ROWS = 36, 8


class RequestsModel(QAbstractTableModel):
    """Requests, the newest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Outbound, ...] = ()
        self._heads = (tr("Time"), tr("To"), tr("Request"), tr("Sent"), tr("Received"), tr("Answer"))

    def show_rows(self, rows: Sequence[Outbound]) -> None:
        """Show other requests; nothing is touched while they are the same."""
        if tuple(row.at_s for row in rows) == tuple(row.at_s for row in self.rows):
            return
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and 0 <= section < len(self._heads):
            if role == Qt.ItemDataRole.DisplayRole:
                return self._heads[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return _side(section)
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.words(self.rows[index.row()])[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(index.column())
        return None

    def words(self, row: Outbound) -> tuple[str, ...]:
        """Return a request in words."""
        host = tr("{host} · your own network", host=row.host) if row.local else row.host
        return (
            time.strftime("%H:%M:%S", time.localtime(row.at_s)),
            host,
            row.method,
            size_words(row.sent_bytes),
            size_words(row.received_bytes),
            str(row.status) if row.status else tr("none"),
        )

    def as_text(self) -> str:
        """Return everything as lines with tabs, for another program."""
        lines = [self._heads, *(self.words(row) for row in self.rows)]
        return "\n".join("\t".join(line) for line in lines)


class RequestsTable(QTableView):
    """The list, quiet: rows without a grid, headings in small words."""

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme_book = icon_book.theme_book
        self.requests = RequestsModel(self)
        self.setModel(self.requests)
        self.setAccessibleName(tr("What left this computer"))
        self.setProperty("page", True)
        self.setFont(font("meta"))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_PX)
        heads = self.horizontalHeader()
        heads.setFixedHeight(_ROW_PX)
        heads.setHighlightSections(False)
        heads.setSectionsClickable(False)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heads.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self._theme_book.changed.connect(self._dress)
        self._dress()
        self.requests.modelReset.connect(self.updateGeometry)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        rows = min(_VISIBLE_ROWS, self.requests.rowCount())
        return QSize(480, _ROW_PX * (rows + 1))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.sizeHint().height())

    def _dress(self) -> None:
        color = self._theme_book.color
        palette = self.palette()
        clear = QColor(0, 0, 0, 0)
        for role, tint in (
            (QPalette.ColorRole.Base, clear),
            (QPalette.ColorRole.Button, clear),
            (QPalette.ColorRole.Text, color("text")),
            (QPalette.ColorRole.Highlight, color("asoft")),
            (QPalette.ColorRole.HighlightedText, color("text")),
        ):
            palette.setColor(role, tint)
        self.setPalette(palette)
        self.setStyleSheet(
            "QHeaderView { background: transparent; border: none; }"
            f"QHeaderView::section {{ background: transparent; color: {color('muted').name()};"
            f" border: none; border-bottom: 1px solid {color('line').name()};"
            " padding: 0 13px; font-size: 12px; }"
            "QTableView::item { padding: 0 10px; border: none; }"
        )


def size_words(count: int) -> str:
    """Say a number of bytes."""
    if count < 1000:
        return tr("{count} B", count=count)
    if count < 1_000_000:
        return tr("{size:.1f} kB", size=count / 1e3)
    return tr("{size:.1f} MB", size=count / 1e6)


def _side(column: int) -> int:
    side = Qt.AlignmentFlag.AlignRight if column in _NUMBERS else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)
