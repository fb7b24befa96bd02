"""The large place for photos: drop, paste or choose."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.widgets.buttons import SecondaryButton
from memoreez_desktop.ui.widgets.marks import IconMark
from memoreez_desktop.ui.widgets.painting import Painted, dashed, rounded
from memoreez_desktop.ui.widgets.surfaces import Label
from memoreez_desktop.ui.words import tr


class DropZone(Painted):
    """Shows where to drop; the page takes the drop itself, wherever it falls.

    Signals
    -------
    choose_wanted()
        Open a file dialog.
    paste_wanted()
        Take what is in the clipboard.
    """

    choose_wanted = Signal()
    paste_wanted = Signal()

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(icon_book, parent)
        self._hovered = False
        self.setFixedHeight(216)
        self.setAccessibleName(tr("Drop photos or a folder here"))
        centre = Qt.AlignmentFlag.AlignHCenter
        self._words = Label(icon_book, tr("Drop photos or a folder here"), "strong")
        kinds = tr("JPEG, PNG, HEIC, or a picture from your browser")
        choose = SecondaryButton(icon_book, tr("Choose…"), "mdi6.folder-open-outline", height=32)
        paste = SecondaryButton(icon_book, tr("Paste"), "mdi6.content-paste", height=32)
        choose.clicked.connect(self.choose_wanted)
        paste.clicked.connect(self.paste_wanted)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(choose)
        row.addWidget(paste)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(IconMark(icon_book, "mdi6.image-plus-outline", "violet", 40), 0, centre)
        column.addSpacing(10)
        column.addWidget(self._words, 0, centre)
        column.addSpacing(2)
        column.addWidget(Label(icon_book, kinds, "small", "muted"), 0, centre)
        column.addSpacing(16)
        column.addLayout(row)
        column.addStretch(1)

    def set_hovered(self, hovered: bool) -> None:
        """Show that a drop would be taken."""
        self._hovered = hovered
        self._words.setText(tr("Let go to add") if hovered else tr("Drop photos or a folder here"))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        rounded(painter, rect, 12, self.color("asoft" if self._hovered else "field"))
        dashed(painter, rect, 12, self.color("accent" if self._hovered else "control"))
