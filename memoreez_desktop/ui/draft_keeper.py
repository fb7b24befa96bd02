"""Keeps what the person writes, and brings it back: the brief of the present project, in the library."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject, QTimer, Signal

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.story import Brief
from memoreez_desktop.ui.workshop import Workshop

_REST_MS = 200
_CLOSING_WAIT_S = 2.0


class DraftKeeper(QObject):
    """Saves the brief a moment after each change, restores it at the start, loads it with a project.

    Signals
    -------
    restored(bool)
        The last project is open again; True when it has cards. Not emitted for an empty library.
    """

    restored = Signal(bool)

    def __init__(self, workshop: Workshop, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workshop = workshop
        self._journey = workshop.journey
        self._saved: Brief | None = None
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(_REST_MS)
        self._clock.timeout.connect(self._save)
        self._journey.briefChanged.connect(self._changed)
        self._journey.projectOpened.connect(self._load)

    def restore(self) -> None:
        """Open the project that was worked on last."""
        door = self._workshop.door

        def job(job: JobContext) -> tuple[str, Brief, bool] | None:
            library = door.library()
            row = library.latest_project()
            return row and (row.id, row.brief, bool(library.concepts(row.id)))

        self._workshop.runner.submit(job, pool="disk", done=self._found, failed=self._journey.complain)

    def flush(self) -> None:
        """Save what is not saved yet and wait for it: the window is about to close."""
        if not self._clock.isActive():
            return
        self._clock.stop()
        written = threading.Event()
        self._save(written)
        written.wait(_CLOSING_WAIT_S)

    def _found(self, found: tuple[str, Brief, bool] | None) -> None:
        if found is None or self._journey.project_id or not self._journey.brief.story.is_empty:
            return
        project_id, brief, has_cards = found
        self._journey.project_id = project_id
        self._show(brief)
        self._journey.projectOpened.emit(project_id)
        self.restored.emit(has_cards)

    def _load(self, project_id: str) -> None:
        if self._journey.project_id == project_id and self._saved is not None:
            return
        self.flush()
        self._journey.project_id = project_id
        door = self._workshop.door

        def loaded(brief: Brief) -> None:
            if self._journey.project_id == project_id:
                self._show(brief)

        self._workshop.runner.submit(
            lambda job: door.library().project(project_id).brief,
            pool="disk",
            done=loaded,
            failed=self._journey.complain,
        )

    def _show(self, brief: Brief) -> None:
        self._saved = brief
        self._journey.set_brief(brief)

    def _changed(self, brief: Brief) -> None:
        if brief == self._saved:
            return
        self._clock.start()

    def _save(self, written: threading.Event | None = None) -> None:
        brief, project_id = self._journey.brief, self._journey.project_id
        self._saved = brief
        door = self._workshop.door

        def job(job: JobContext) -> str:
            try:
                if project_id:
                    door.library().save_brief(project_id, brief)
                    return project_id
                return door.library().start_project(brief)
            finally:
                if written is not None:
                    written.set()

        def done(saved_in: str) -> None:
            if not self._journey.project_id:
                self._journey.project_id = saved_in

        self._workshop.runner.submit(job, pool="disk", done=done, failed=self._journey.complain)
