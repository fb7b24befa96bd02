"""The Story page: who it is for at the left, photos at the right, one button under both."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.story.dropped import may_hold_pictures, read_mime
from memoreez_desktop.ui.story.footer import StoryFooter
from memoreez_desktop.ui.story.form import StoryForm
from memoreez_desktop.ui.story.photos_panel import PhotosPanel
from memoreez_desktop.ui.theme import ThemeBook
from memoreez_desktop.ui.widgets.scroll_page import ScrollPage
from memoreez_desktop.ui.widgets.surfaces import Divider, Label, PageTitle
from memoreez_desktop.ui.words import tr

_STACKED_BELOW = 1200 - 88


class StoryPanel(QWidget):
    """Widgets only.

    Signals
    -------
    dropped(Dropped)
        Pictures were dropped anywhere on the page.
    paste_wanted()
        Ctrl+V outside of the text fields, or the Paste button.
    create_wanted()
        The one button.
    shown()
        The page is looked at again.
    """

    dropped = Signal(object)
    paste_wanted = Signal()
    create_wanted = Signal()
    shown = Signal()

    def __init__(self, theme_book: ThemeBook, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.icon_book = icon_book
        self.form = StoryForm(icon_book)
        self.photos = PhotosPanel(icon_book)
        self.footer = StoryFooter(icon_book)
        self.create = self.footer.create
        self.setAcceptDrops(True)
        self._lay_out(icon_book)
        self.setFocusProxy(self.form.name)
        self.create.clicked.connect(self.create_wanted)
        self.photos.zone.paste_wanted.connect(self.paste_wanted)
        paste = QShortcut(QKeySequence.StandardKey.Paste, self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self.paste_wanted)
        self.set_ready(False)

    def set_ready(self, ready: bool) -> None:
        """Tell whether there is anything to make concepts from."""
        self.footer.set_ready(ready)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if may_hold_pictures(event.mimeData()):
            event.acceptProposedAction()
            self.photos.zone.set_hovered(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.photos.zone.set_hovered(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.photos.zone.set_hovered(False)
        found = read_mime(event.mimeData())
        if found:
            # A copy, always: the file the person dropped stays where it is.
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dropped.emit(found)
            # On a narrow window the photos stand below the form.
            self._scroll.ensureWidgetVisible(self.photos.rows, 0, 24)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stacked = event.size().width() < _STACKED_BELOW
        way = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        if self._halves.direction() != way:
            self._halves.setDirection(way)
        self.photos.rows.setMinimumHeight(256 if stacked else 112)

    def minimumSizeHint(self) -> QSize:
        return QSize(480, 320)

    def _lay_out(self, icon_book: IconBook) -> None:
        self._scroll = scroll = ScrollPage(self, margins=(24, 24, 24, 10))
        column = scroll.column
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(24)
        self._halves.addWidget(self.form, 720)
        self._halves.addWidget(self.photos, 560)
        column.addWidget(PageTitle(icon_book, tr("Tell a story")))
        column.addSpacing(4)
        words = tr("A few words about a person, or a photo of them. Either is enough.")
        column.addWidget(Label(icon_book, words, "body", "muted"))
        column.addSpacing(24)
        column.addLayout(self._halves, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scroll, 1)
        # The one button is in sight however long the story is.
        whole.addWidget(Divider(icon_book))
        whole.addWidget(self.footer)
