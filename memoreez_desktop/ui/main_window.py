"""The window: the rail, one page at a time, the banner over it and the toast at its foot."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from memoreez_desktop.ui.draft_keeper import DraftKeeper
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.journey import Message
from memoreez_desktop.ui.page import PageParts
from memoreez_desktop.ui.rail import Rail
from memoreez_desktop.ui.theme import ThemeBook
from memoreez_desktop.ui.widgets.notices import Banner, Toast
from memoreez_desktop.ui.words import tr
from memoreez_desktop.ui.workshop import Workshop

_ROOM = "memoreez_desktop.ui"


def page_table() -> Mapping[str, tuple[str, str, str]]:
    """Return every page: id to (module, title, icon). A page's module has ``build(…) -> PageParts``."""
    return MappingProxyType(
        {
            "welcome": (f"{_ROOM}.welcome.page", tr("Welcome"), "mdi6.creation-outline"),
            "story": (f"{_ROOM}.story.page", tr("Story"), "mdi6.book-open-page-variant-outline"),
            "photo": (f"{_ROOM}.photo_editor.page", tr("Edit photo"), "mdi6.image-edit-outline"),
            "concepts": (f"{_ROOM}.concepts.page", tr("Concepts"), "mdi6.cards-outline"),
            "studio": (f"{_ROOM}.studio.page", tr("Studio"), "mdi6.cube-outline"),
            "print": (f"{_ROOM}.print.page", tr("Print"), "mdi6.printer-3d-nozzle-outline"),
            "library": (f"{_ROOM}.library.page", tr("Library"), "mdi6.bookshelf"),
            "settings": (f"{_ROOM}.settings.page", tr("Settings"), "mdi6.cog-outline"),
        }
    )


class MainWindow(QMainWindow):
    """Shows the pages; knows none of them but by the table.

    Parameters
    ----------
    workshop : Workshop
    theme_book : ThemeBook
    icon_book : IconBook

    Attributes
    ----------
    pages : mapping
        Id to (module path, title, icon).

    Signals
    -------
    first_painted()
        Once, when the window stands on the screen: now is the time for heavy imports.
    """

    first_painted = Signal()

    def __init__(self, workshop: Workshop, theme_book: ThemeBook, icon_book: IconBook) -> None:
        super().__init__()
        self._workshop, self._theme_book, self._icon_book = workshop, theme_book, icon_book
        self.pages = page_table()
        self._built: dict[str, PageParts] = {}
        self._bars: list[QWidget] = []
        self._painted = False
        self._gives_way = False
        self.current = ""
        theme_book.set_reduced_motion(workshop.keeper.settings.reduce_motion)
        self.setWindowTitle("Memoreez")
        self.setAccessibleName("Memoreez")
        self.setMinimumSize(1024, 700)
        self.setAcceptDrops(True)
        self._lay_out()
        self.drafts = DraftKeeper(workshop, self)
        self.drafts.restored.connect(self._restored)
        self._listen()
        self._place()
        self.show_page("story" if workshop.keeper.settings.welcome_seen else "welcome")

    def show_above(self, bar: QWidget) -> None:
        """Let something stand over every page; it may have ``may_leave()`` as a presenter has."""
        self._bars.append(bar)
        self._column.insertWidget(self._column.count() - 1, bar)

    def page(self, page: str) -> PageParts:
        """Return a page, built at the first call."""
        if page not in self._built:
            module = importlib.import_module(self.pages[page][0])
            parts = module.build(self._workshop, self._theme_book, self._icon_book, self._stack)
            parts.panel.setAccessibleName(self.pages[page][1])
            self._stack.addWidget(parts.panel)
            self._built[page] = parts
            leave = getattr(parts.presenter, "leave", None)
            if leave is not None:
                # Also for a window that goes without being closed: it is made anew in another language.
                self.destroyed.connect(lambda: leave())
        return self._built[page]

    def show_page(self, page: str) -> None:
        """Show a page."""
        if self.current == "welcome" and page != "welcome":
            self._workshop.keeper.change(welcome_seen=True)
        self.current = page
        panel = self.page(page).panel
        self._stack.setCurrentWidget(panel)
        if page != "photo":
            # The editor belongs to the page it was opened from.
            self._rail.show_page(page)
        if panel.focusProxy() is not None:
            panel.setFocus(Qt.FocusReason.OtherFocusReason)

    def toggle_full_screen(self) -> None:
        """Fill the screen, or no longer."""
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def say(self, message: Message) -> None:
        """Show a message: good news go by themselves, everything else waits to be read."""
        if message.level == "good":
            self.toast.say(message)
        else:
            self.banner.say(message)

    def sizeHint(self) -> QSize:
        return QSize(1440, 900)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._after_first_paint)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.toast.place()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Photos may fall anywhere: the Story page takes what the present page does not."""
        self.page("story").panel.dragEnterEvent(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.page("story").panel.dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.show_page("story")
        self.page("story").panel.dropEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go on as the eye does, not in the order in which widgets were made."""
        from memoreez_desktop.ui.tab_order import step  # noqa: PLC0415 - the first Tab comes after the first paint

        return step(self, self.focusWidget(), forward=forward) is not None

    def give_way(self) -> None:
        """Close for another window: nothing ends with this one, and nothing is asked."""
        self._gives_way = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what is not saved; jobs are ended by whoever made the runner."""
        if not self._may_close():
            event.ignore()
            return
        geometry = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        for parts in self._built.values():
            leave = getattr(parts.presenter, "leave", None)
            if leave is not None:
                leave()
        # Last: a page that was left may just have kept something in the brief.
        self.drafts.flush()
        self._workshop.keeper.change(window_geometry=geometry)
        super().closeEvent(event)

    def _may_close(self) -> bool:
        askers = [*(parts.presenter for parts in self._built.values()), *self._bars]
        asked = (getattr(asker, "may_leave", None) for asker in askers)
        return self._gives_way or all(may_leave() for may_leave in asked if may_leave is not None)

    def _lay_out(self) -> None:
        def items(*ids: str) -> list[tuple[str, str, str]]:
            return [(page, *self.pages[page][1:]) for page in ids]

        ground = QWidget(self)
        road = items("story", "concepts", "studio", "print")
        self._rail = Rail(self._icon_book, road, items("library"), items("settings"), ground)
        self.banner = Banner(self._icon_book, ground)
        self._stack = QStackedWidget(ground)
        over = QVBoxLayout()
        over.setContentsMargins(24, 16, 24, 0)
        over.addWidget(self.banner)
        self._banner_row = QWidget(ground)
        self._banner_row.setLayout(over)
        self._banner_row.hide()
        self.banner.shown.connect(self._banner_row.setVisible)
        column = self._column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._banner_row)
        column.addWidget(self._stack, 1)
        row = QHBoxLayout(ground)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addLayout(column, 1)
        self.setCentralWidget(ground)
        self.toast = Toast(self._icon_book, ground)

    def _listen(self) -> None:
        journey = self._workshop.journey
        journey.pageWanted.connect(self.show_page)
        journey.messageRaised.connect(self.say)
        journey.keepsakeChanged.connect(self._mark_done)
        journey.gcodeChanged.connect(self._mark_done)
        journey.projectOpened.connect(self._mark_done)
        journey.createWanted.connect(self._mark_done)
        self._rail.chosen.connect(self.show_page)

    def _mark_done(self, _news: object = None) -> None:
        journey = self._workshop.journey
        self._rail.set_done("story", True)
        self._rail.set_done("concepts", journey.keepsake is not None)
        self._rail.set_done("studio", journey.gcode is not None)

    def _place(self) -> None:
        self.resize(self.sizeHint().boundedTo(self.screen().availableSize()))
        geometry = self._workshop.keeper.settings.window_geometry
        if geometry:
            self.restoreGeometry(QByteArray.fromBase64(geometry.encode("ascii")))

    def _after_first_paint(self) -> None:
        self.first_painted.emit()
        self.setWindowIcon(self._icon_book.icon("mdi6.cube-scan", "accent", 32))
        from memoreez_desktop.ui.actions import add_actions  # noqa: PLC0415 - saves 2 ms of enums

        add_actions(self, self.show_page)
        self.drafts.restore()

    def _restored(self, has_cards: bool) -> None:
        if has_cards and self.current == "story":
            self.show_page("concepts")
