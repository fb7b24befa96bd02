"""What every presenter is given: the means to have work done, never the work itself."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from memoreez_desktop.ui.journey import Journey

if TYPE_CHECKING:
    from memoreez_desktop.services.ai_desk import AiDesk
    from memoreez_desktop.storage.library import Library
    from memoreez_desktop.storage.settings import Settings, SettingsFile
    from memoreez_desktop.tasks.child import ChildRunner
    from memoreez_desktop.tasks.runner import Runner


class LibraryDoor:
    """Opens the library at the first call, once, on the calling worker's thread.

    The window must be there long before sqlite-utils is imported and a database is opened, so only jobs
    call :meth:`library`, never the window's thread.
    """

    def __init__(self, opener: Callable[[], Library]) -> None:
        self._opener = opener
        self._lock = threading.Lock()
        self._library: Library | None = None

    def library(self) -> Library:
        """Return the open library."""
        with self._lock:
            if self._library is None:
                self._library = self._opener()
            return self._library

    def close(self) -> None:
        """Close it if it was opened."""
        with self._lock:
            if self._library is not None:
                self._library.close()
                self._library = None


class DeskDoor:
    """Makes the desk of services at the first call, once, on the calling worker's thread.

    As with the library: httpx, the keyring and every provider are imported then, never before the window.
    """

    def __init__(self, opener: Callable[[], AiDesk]) -> None:
        self._opener = opener
        self._lock = threading.Lock()
        self._desk: AiDesk | None = None

    def desk(self) -> AiDesk:
        """Return the desk."""
        with self._lock:
            if self._desk is None:
                self._desk = self._opener()
            return self._desk


class SettingsKeeper(QObject):
    """The present settings; every change is on disk before anybody hears of it."""

    changed = Signal(object)

    def __init__(self, file: SettingsFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self.settings: Settings = file.load()

    def change(self, **values: Any) -> None:
        """Set some values anew, save them, and tell everyone."""
        new = replace(self.settings, **values)
        if new != self.settings:
            self._file.save(new)
            self.settings = new
            self.changed.emit(new)


@dataclass(frozen=True)
class Workshop:
    """Handed to each presenter by the composition root.

    Attributes
    ----------
    journey : Journey
        What the pages share.
    runner : Runner
        ``runner.submit(job, pool=…, done=…)``.
    children : ChildRunner
        Warm geometry processes, for ``in_child``.
    door : LibraryDoor
        The library, from within jobs only.
    keeper : SettingsKeeper
        Settings and their changes.
    cache_folder : Path
        For files that can be made again, G-code in the making for example.
    services : DeskDoor
        AI services and their keys, from within jobs only.
    """

    journey: Journey
    runner: Runner
    children: ChildRunner
    door: LibraryDoor
    keeper: SettingsKeeper
    cache_folder: Path
    services: DeskDoor
