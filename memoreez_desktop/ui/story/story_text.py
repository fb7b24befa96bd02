"""A story told in one go: a field that grows with its words."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.type_sizes import font
from memoreez_desktop.ui.words import tr

_LEAST_PX, _MOST_PX, _EDGES_PX = 40, 132, 22
LONGEST = 4000
"""Characters that are kept; as many as are read."""


class StoryText(QPlainTextEdit):
    """One line high while it is empty; Tab goes on to the next field."""

    def __init__(self, icon_book: IconBook, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFont(font("body"))
        self.setTabChangesFocus(True)
        self.setPlaceholderText(tr("Karl turns 70. He loves fishing and strong coffee, and hates Mondays."))
        self.document().setDocumentMargin(1)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._grow)
        self._grow()

    def sizeHint(self) -> QSize:
        return QSize(240, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        whole = len(self.toPlainText()) >= LONGEST and not self.textCursor().hasSelection()
        if whole and event.text() and event.text().isprintable():
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._grow()

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._grow()

    def _grow(self) -> None:
        lines = int(self.document().size().height())
        height = lines * self.fontMetrics().lineSpacing() + _EDGES_PX
        wanted = min(max(height, _LEAST_PX), _MOST_PX) if lines > 1 else _LEAST_PX
        if wanted != self.height():
            self.setFixedHeight(wanted)
