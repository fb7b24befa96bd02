"""Watches a folder for models of other programs, out of the window's way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.ui.journey import Message
from memoreez_desktop.ui.one_job import OneJob
from memoreez_desktop.ui.words import tr

if TYPE_CHECKING:
    from memoreez_desktop.services.watched_folder import WatchedFolder
    from memoreez_desktop.ui.workshop import Workshop

_EVERY_MS = 2000


class FolderWatch(QObject):
    """Tells of each new model in the folder of the settings, with a button that opens it."""

    def __init__(self, workshop: Workshop, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workshop = workshop
        self._folder = ""
        self._watched: WatchedFolder | None = None
        self._looking = OneJob(workshop.runner)
        self._clock = QTimer(self, interval=_EVERY_MS)
        self._clock.timeout.connect(self.look)
        workshop.keeper.changed.connect(lambda _settings: self._begin())
        self._begin()

    def look(self) -> None:
        """Look once."""
        if self._folder and not self._looking.running:
            self._looking.start(self._job, self._found, lambda _error: None, pool="disk")

    def _begin(self) -> None:
        folder = self._workshop.keeper.settings.watched_folder
        if folder == self._folder:
            return
        self._folder, self._watched = folder, None
        if folder:
            self._clock.start()
            self.look()
        else:
            self._clock.stop()

    def _job(self, _job: JobContext) -> tuple[Path, ...]:
        # Readers of models: on a worker.
        from memoreez_desktop.services.watched_folder import WatchedFolder  # noqa: PLC0415

        if self._watched is None:
            self._watched = WatchedFolder(Path(self._folder))
        return self._watched.look()

    def _found(self, paths: tuple[Path, ...]) -> None:
        for path in paths:
            words = tr("A new model: “{name}”", name=path.name)
            message = Message(
                "info", words, str(path.parent), action_label=tr("Open in Studio"), action=self._opener(path)
            )
            self._workshop.journey.messageRaised.emit(message)

    def _opener(self, path: Path) -> Callable[[], None]:
        def open_it() -> None:
            self._workshop.journey.go("studio")
            self._workshop.journey.modelBrought.emit(path)

        return open_it
