"""The right side of the Story page: drop zone, rows, and the promise about them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.story.drop_zone import DropZone
from memoreez_desktop.ui.story.photo_list import PhotoList
from memoreez_desktop.ui.story.photo_model import PhotoModel
from memoreez_desktop.ui.widgets.buttons import QuietButton
from memoreez_desktop.ui.widgets.marks import IconMark
from memoreez_desktop.ui.widgets.progress import ProgressBar
from memoreez_desktop.ui.widgets.surfaces import Label, Panel, SectionTitle
from memoreez_desktop.ui.words import tr


class PhotosPanel(Panel):
    """Shows the photos; knows nothing of where they come from.

    Signals
    -------
    remove_wanted(int)
        A row is to go.
    edit_wanted(int, str)
        A row is to be edited; the code of the verdict that is to be mended at once, or empty.
    cancel_wanted()
        Stop reading photos.
    """

    remove_wanted = Signal(int)
    edit_wanted = Signal(int, str)
    cancel_wanted = Signal()

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(icon_book, padding=24, spacing=16, parent=parent)
        self.model = PhotoModel(self)
        self.zone = DropZone(icon_book)
        self.rows = PhotoList(icon_book)
        self.rows.setModel(self.model)
        self.rows.remove_wanted.connect(self.remove_wanted)
        self.rows.edit_wanted.connect(self.edit_wanted)
        self._aside = Label(icon_book, tr("optional"), "small", "muted")
        self._bar = ProgressBar(icon_book, tr("Reading photos"), 4)
        self._doing = Label(icon_book, "", "small", "muted")
        cancel = QuietButton(icon_book, tr("Cancel"), "mdi6.close", height=32)
        cancel.clicked.connect(self.cancel_wanted)
        title = QHBoxLayout()
        title.addWidget(SectionTitle(icon_book, tr("Photos")))
        title.addStretch(1)
        title.addWidget(self._aside)
        self._busy = QWidget(self)
        row = QHBoxLayout(self._busy)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._doing)
        row.addWidget(self._bar, 1)
        row.addWidget(cancel)
        promise = QHBoxLayout()
        promise.setSpacing(8)
        promise.addWidget(IconMark(icon_book, "mdi6.information-outline", "muted", 16))
        words = tr("Photos are read on this computer and never changed.")
        promise.addWidget(Label(icon_book, words, "small", "muted", wrap=True), 1)
        self.body.addLayout(title)
        self.body.addWidget(self.zone)
        self.body.addWidget(self._busy)
        self.body.addWidget(self.rows, 1)
        self.body.addLayout(promise)
        self.rows.setMinimumHeight(112)
        self._busy.hide()
        for change in (self.model.rowsInserted, self.model.rowsRemoved, self.model.modelReset):
            change.connect(self._count)

    def show_reading(self, doing: str, fraction: float | None) -> None:
        """Show how far the reading is; an empty word when it is over."""
        self._busy.setVisible(bool(doing))
        self._doing.setText(doing)
        self._bar.set_fraction(fraction)

    def _count(self, _parent: QModelIndex | None = None, _first: int = 0, _last: int = 0) -> None:
        count = len(self.model.refs)
        self._aside.setText(tr("%n photo(s)", n=count) if count else tr("optional"))
