"""A folder in which other programs put models: each new one is told once, when it is whole."""

from __future__ import annotations

import os
import time
from pathlib import Path

from memoreez_desktop.geometry.mesh_files import MESH_SUFFIXES
from memoreez_desktop.geometry.mesh_kind import kind_of

_MOST_FILES = 5_000
_LEAST_BYTES = 84
_REST_S = 1.0
"""A file that nobody has written to for so long, and that has not grown since the last look, is whole."""


class WatchedFolder:
    """Looks when it is asked; what was there at the first look is known already.

    Parameters
    ----------
    folder : Path
        It may be missing now and then: a drive that is not plugged in.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._known: set[tuple[str, int, int]] | None = None
        self._growing: dict[str, int] = {}

    def look(self) -> tuple[Path, ...]:
        """Return the models that have become whole since the last look, the oldest first."""
        found = self._files()
        if found is None:
            return ()
        if self._known is None:
            self._known = {(name, status.st_size, status.st_mtime_ns) for name, status in found.items()}
            return ()
        fresh: list[tuple[int, Path]] = []
        for name, status in found.items():
            mark = (name, status.st_size, status.st_mtime_ns)
            if mark in self._known:
                continue
            before, self._growing[name] = self._growing.get(name), status.st_size
            resting = time.time() - status.st_mtime > _REST_S
            if before != status.st_size or not resting or status.st_size < _LEAST_BYTES:
                continue
            self._known.add(mark)
            del self._growing[name]
            if _is_model(self.folder / name):
                fresh.append((status.st_mtime_ns, self.folder / name))
        return tuple(path for _when, path in sorted(fresh))

    def _files(self) -> dict[str, os.stat_result] | None:
        """Return the files with a model's suffix; None where the folder cannot be read."""
        found: dict[str, os.stat_result] = {}
        try:
            with os.scandir(self.folder) as entries:
                for entry in entries:
                    if Path(entry.name).suffix.lower() in MESH_SUFFIXES and entry.is_file():
                        found[entry.name] = entry.stat()
                    if len(found) >= _MOST_FILES:
                        break
        except OSError:
            return None
        return found


def _is_model(path: Path) -> bool:
    try:
        return kind_of(path) in MESH_SUFFIXES
    except OSError:
        return False
