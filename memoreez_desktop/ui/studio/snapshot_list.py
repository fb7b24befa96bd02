"""The snapshots of a keepsake in a small window: keep one, look at one, go back to one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.studio.thumbnail import Thumbnail
from memoreez_desktop.ui.widgets.buttons import IconButton, SecondaryButton
from memoreez_desktop.ui.widgets.fields import TextField
from memoreez_desktop.ui.widgets.painting import Painted, rounded
from memoreez_desktop.ui.widgets.scroll_page import ScrollPage
from memoreez_desktop.ui.widgets.surfaces import Divider, ElidedLabel, Label, SectionTitle
from memoreez_desktop.ui.words import tr

_SIZE = QSize(400, 420)
_LONGEST = 60


@dataclass(frozen=True, eq=False)
class SnapshotCard:
    """What a row shows."""

    id: str
    name: str
    when: str
    picture: QImage


class SnapshotRow(QWidget):
    """Picture, name, when; and what can be done with it."""

    def __init__(self, icon_book: IconBook, card: SnapshotCard) -> None:
        super().__init__()
        self.card = card
        picture = Thumbnail(icon_book)
        picture.show_image(card.picture)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(ElidedLabel(icon_book, card.name, "label"))
        words.addWidget(Label(icon_book, card.when, "small", "muted"))
        words.addStretch(1)
        self.look = IconButton(
            icon_book, "mdi6.eye-outline", tr("Look at “{name}”", name=card.name), size_px=32
        )
        self.go = IconButton(
            icon_book, "mdi6.restore", tr("Go back to “{name}”", name=card.name), size_px=32, role="violet"
        )
        self.remove = IconButton(
            icon_book, "mdi6.trash-can-outline", tr("Remove “{name}”", name=card.name), size_px=32
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(4)
        row.addWidget(picture)
        row.addSpacing(8)
        row.addLayout(words, 1)
        for button in (self.look, self.go, self.remove):
            row.addWidget(button)


class SnapshotList(Painted):
    """Escape or a click elsewhere closes it.

    Signals
    -------
    keep_wanted(str)
        Keep the present edition under this name; empty lets the program find one.
    look_wanted(str), go_wanted(str), remove_wanted(str)
        The id of a snapshot.
    """

    keep_wanted = Signal(str)
    look_wanted = Signal(str)
    go_wanted = Signal(str)
    remove_wanted = Signal(str)

    def __init__(self, icon_book: IconBook, parent: QWidget) -> None:
        super().__init__(icon_book, parent)
        self.setWindowFlags(Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setFixedSize(_SIZE)
        self.setAccessibleName(tr("Snapshots"))
        self.rows: list[SnapshotRow] = []
        self.name = TextField(icon_book, tr("Name of the snapshot"), tr("Name, “with the heart” perhaps"))
        self.name.setMaxLength(_LONGEST)
        self.keep = SecondaryButton(icon_book, tr("Keep"), "mdi6.bookmark-plus-outline")
        self._hint = Label(
            icon_book,
            tr("Keep how it is now, try something else, and come back whenever you like."),
            "small",
            "muted",
            wrap=True,
        )
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.name, 1)
        line.addWidget(self.keep)
        scroll = ScrollPage(self, margins=(0, 0, 8, 0))
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        scroll.column.addWidget(self._hint)
        scroll.column.addLayout(self._list)
        scroll.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 8, 16)
        column.setSpacing(12)
        top = QVBoxLayout()
        top.setContentsMargins(0, 0, 8, 0)
        top.setSpacing(12)
        top.addWidget(SectionTitle(icon_book, tr("Snapshots")))
        top.addLayout(line)
        column.addLayout(top)
        column.addWidget(scroll, 1)
        self.keep.clicked.connect(self._keep)
        self.name.returnPressed.connect(self._keep)

    def open_under(self, below: QRect) -> None:
        """Open under a rectangle of the screen, at its right edge."""
        room = self.screen().availableGeometry()
        x = min(max(below.right() - self.width(), room.x() + 8), room.right() - self.width() - 8)
        y = min(below.bottom() + 8, room.bottom() - self.height() - 8)
        self.move(QPoint(x, max(room.y() + 8, y)))
        self.show()
        self.name.setFocus(Qt.FocusReason.PopupFocusReason)

    def offer(self, cards: Sequence[SnapshotCard]) -> None:
        """Show what was kept."""
        while self._list.count():
            widget = self._list.takeAt(0).widget()
            widget.hide()
            widget.deleteLater()
        self.rows = []
        self._hint.setVisible(not cards)
        for card in cards:
            row = SnapshotRow(self.icon_book, card)
            for button, wanted in (
                (row.look, self.look_wanted),
                (row.go, self.go_wanted),
                (row.remove, self.remove_wanted),
            ):
                button.clicked.connect(lambda _on=False, wanted=wanted, id_=card.id: wanted.emit(id_))
            row.go.clicked.connect(self.close)
            row.look.clicked.connect(self.close)
            if self.rows:
                self._list.addWidget(Divider(self.icon_book))
            self.rows.append(row)
            self._list.addWidget(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        rounded(QPainter(self), QRectF(self.rect()), 12, self.color("panel"), self.color("control"))

    def _keep(self) -> None:
        self.keep_wanted.emit(self.name.text().strip())
        self.name.clear()
