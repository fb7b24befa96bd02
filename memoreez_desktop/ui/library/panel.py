"""The Library page: title, search, filters, the grid, or what the page is for. Widgets only."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.library.delegate import KeepsakeDelegate
from memoreez_desktop.ui.library.pictures import Pictures
from memoreez_desktop.ui.library.view import KeepsakeView
from memoreez_desktop.ui.widgets.buttons import PrimaryButton
from memoreez_desktop.ui.widgets.fields import TextField
from memoreez_desktop.ui.widgets.pills import PillGroup
from memoreez_desktop.ui.widgets.states import EmptyState
from memoreez_desktop.ui.widgets.surfaces import Label, PageTitle
from memoreez_desktop.ui.words import tr

_SEARCH_PX = 320


class LibraryPanel(QWidget):
    """Everything a person has made.

    Signals
    -------
    searchChanged(str)
        Other words are looked for.
    filterChanged(str)
        ``all``, ``ready`` or ``draft``.
    """

    searchChanged = Signal(str)
    filterChanged = Signal(str)

    def __init__(self, icon_book: IconBook, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book = icon_book
        self.count = Label(icon_book, "", "body", "muted")
        self.new_story = PrimaryButton(icon_book, tr("New story"), "mdi6.plus")
        self.search = TextField(icon_book, tr("Search the library"), tr("Search names, words, occasions"))
        self.search.setFixedWidth(_SEARCH_PX)
        self.search.setClearButtonEnabled(True)
        self._glass = QAction(self)
        self.search.addAction(self._glass, TextField.ActionPosition.LeadingPosition)
        self.filters = PillGroup(
            icon_book,
            tr("Show"),
            [("all", tr("All"), ""), ("ready", tr("Ready"), ""), ("draft", tr("Drafts"), "")],
            may_be_none=False,
        )
        self.filters.set_value("all")
        self.view = KeepsakeView(icon_book, KeepsakeDelegate(icon_book, pictures, self))
        self.empty = EmptyState(
            icon_book,
            "mdi6.bookshelf",
            tr("Everything you make is kept here"),
            tr("Each keepsake with its picture, its model and its G-code, to be printed again at any time."),
            tr("Tell a story"),
            "mdi6.book-open-page-variant-outline",
        )
        self.nothing = EmptyState(
            icon_book, "mdi6.magnify", tr("Nothing found"), tr("Try another word, or show all of them.")
        )
        self._lay_out()
        self.search.textChanged.connect(self.searchChanged)
        self.filters.changed.connect(self.filterChanged)
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        shortcut.activated.connect(self.search.setFocus)
        pictures.arrived.connect(self.view.viewport().update)
        icon_book.theme_book.changed.connect(self._dress)
        self._dress()

    def show_state(self, shown: int, in_all: int) -> None:
        """Show the grid, or why it is empty."""
        self.count.setText(tr("%n keepsake(s)", n=in_all) if in_all else "")
        for control in (self.search, self.filters, self.new_story):
            control.setVisible(in_all > 0)
        self._stack.setCurrentWidget(self.view if shown else self.nothing if in_all else self.empty)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(16)
        title = PageTitle(self._book, tr("Library"))
        title.setFixedWidth(title.sizeHint().width())
        head.addWidget(title)
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(self.new_story)
        tools = QHBoxLayout()
        tools.setSpacing(24)
        tools.addWidget(self.search)
        tools.addWidget(self.filters, 1, Qt.AlignmentFlag.AlignVCenter)
        self._stack = QStackedWidget()
        for page in (self.view, self.empty, self.nothing):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 10, 0)
        column.setSpacing(16)
        for row in (head, tools):
            row.setContentsMargins(0, 0, 14, 0)
            column.addLayout(row)
        column.addWidget(self._stack, 1)

    def _dress(self) -> None:
        self._glass.setIcon(self._book.icon("mdi6.magnify", "muted"))
