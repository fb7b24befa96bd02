"""The Library's decisions: what is listed, and what is done with a keepsake."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices

from memoreez_desktop.ui.journey import Keepsake, Message, PageId
from memoreez_desktop.ui.library import library_jobs
from memoreez_desktop.ui.library.model import KeepsakeModel
from memoreez_desktop.ui.library.panel import LibraryPanel
from memoreez_desktop.ui.words import tr

if TYPE_CHECKING:
    from pathlib import Path

    from memoreez_desktop.storage.library_rows import KeepsakeRow
    from memoreez_desktop.ui.workshop import Workshop

_SEARCH_AFTER_MS = 200


class LibraryPresenter(QObject):
    """Keeps the list up to date and does what a card's menu says.

    Parameters
    ----------
    panel : LibraryPanel
    workshop : Workshop
    """

    def __init__(self, panel: LibraryPanel, workshop: Workshop, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._panel, self._workshop, self._journey = panel, workshop, workshop.journey
        self.model = KeepsakeModel(self)
        self._rows: tuple[KeepsakeRow, ...] = ()
        self._in_all = 0
        self._filter = "all"
        self._wait = QTimer(self, singleShot=True, interval=_SEARCH_AFTER_MS)
        self._wait.timeout.connect(self.refresh)
        panel.view.setModel(self.model)
        panel.searchChanged.connect(lambda _words: self._wait.start())
        panel.filterChanged.connect(self._choose_filter)
        panel.view.wanted.connect(self._do)
        panel.new_story.clicked.connect(lambda: self._journey.go("story"))
        panel.empty.button.clicked.connect(lambda: self._journey.go("story"))
        panel.installEventFilter(self)
        self._journey.keepsakeChanged.connect(lambda _keepsake: self._refresh_if_seen())
        self._journey.gcodeChanged.connect(lambda _result: self._refresh_if_seen())
        panel.show_state(0, 0)
        self.refresh()

    def refresh(self) -> None:
        """Read the list anew."""
        words = self._panel.search.text()
        self._workshop.runner.submit(
            library_jobs.rows_job(words, self._workshop),
            pool="disk",
            done=lambda rows: self._show(rows, words),
            failed=self._journey.complain,
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._panel and event.type() == QEvent.Type.Show:
            self.refresh()
        return False

    def _refresh_if_seen(self) -> None:
        if self._panel.isVisible():
            self.refresh()

    def _show(self, rows: tuple[KeepsakeRow, ...], words: str) -> None:
        if words != self._panel.search.text():
            return
        self._rows = rows
        self._in_all = len(rows) if not words else max(self._in_all, len(rows))
        self._fill()

    def _fill(self) -> None:
        wanted = {"all": (True, False), "ready": (True,), "draft": (False,)}[self._filter]
        shown = [row for row in self._rows if (row.gcode is not None) in wanted]
        here = self.model.row_at(self._panel.view.currentIndex())
        self.model.set_rows(shown)
        self._panel.show_state(len(shown), self._in_all)
        at = next((k for k, row in enumerate(shown) if here is not None and row.id == here.id), None)
        if at is not None:
            self._panel.view.setCurrentIndex(self.model.index(at, 0))

    def _choose_filter(self, chosen: str) -> None:
        self._filter = chosen or "all"
        self._fill()

    def _do(self, verb: str, index: QModelIndex) -> None:
        row = self.model.row_at(index)
        if row is None:
            return
        if verb in ("open", "print"):
            self._open(row, "studio" if verb == "open" else "print")
        elif verb == "duplicate":
            self._duplicate(row)
        elif verb == "files":
            self._show_files(row)
        elif verb == "delete":
            self._remove(row)

    def _open(self, row: KeepsakeRow, page: PageId) -> None:
        self._workshop.runner.submit(
            library_jobs.open_job(row, self._workshop),
            done=lambda keepsake: self._opened(row, keepsake, page),
            failed=self._journey.complain,
        )

    def _opened(self, row: KeepsakeRow, keepsake: Keepsake, page: PageId) -> None:
        self._journey.project_id = row.project_id
        # The page first: a page that is built only now must hear of the keepsake.
        self._journey.go(page)
        self._journey.set_keepsake(keepsake)

    def _duplicate(self, row: KeepsakeRow) -> None:
        self._workshop.runner.submit(
            library_jobs.duplicate_job(row, int(time.time() * 1000), self._workshop),
            pool="disk",
            done=lambda _id: self.refresh(),
            failed=self._journey.complain,
        )

    def _show_files(self, row: KeepsakeRow) -> None:
        self._workshop.runner.submit(
            library_jobs.files_job(row, self._workshop), done=self._open_folder, failed=self._journey.complain
        )

    @staticmethod
    def _open_folder(folder: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _remove(self, row: KeepsakeRow) -> None:
        self._workshop.runner.submit(
            library_jobs.remove_job(row.id, True, self._workshop),
            pool="disk",
            done=lambda _nothing: self._removed(row),
            failed=self._journey.complain,
        )

    def _removed(self, row: KeepsakeRow) -> None:
        self._rows = tuple(other for other in self._rows if other.id != row.id)
        self._in_all = max(0, self._in_all - 1)
        self.model.take_out(row.id)
        self._panel.show_state(self.model.rowCount(), self._in_all)
        title = tr("Removed “{title}”", title=tr(row.title))
        undo = Message("good", title, action_label=tr("Undo"), action=lambda: self._bring_back(row))
        self._journey.messageRaised.emit(undo)

    def _bring_back(self, row: KeepsakeRow) -> None:
        self._workshop.runner.submit(
            library_jobs.remove_job(row.id, False, self._workshop),
            pool="disk",
            done=lambda _nothing: self.refresh(),
            failed=self._journey.complain,
        )
