"""Raw sculptures by what they were made from, so that opening a keepsake again neither sculpts nor mends."""

from __future__ import annotations

import time

from memoreez_desktop.storage import records
from memoreez_desktop.storage.database import LibraryDatabase
from memoreez_desktop.storage.library_reading import readable
from memoreez_desktop.storage.mesh_bytes import SUFFIX
from memoreez_desktop.storage.objects import ObjectStore


class RawModels:
    """Which mesh in the library was made from what. May be used from every thread.

    Raises
    ------
    StorageError
        From every method: the disk is full, the folder is not writable, another program holds it.
    """

    def __init__(self, database: LibraryDatabase, objects: ObjectStore) -> None:
        self._database, self._objects = database, objects

    def find(self, key: str) -> tuple[str, records.Record] | None:
        """Return the digest of the mesh that was made from what ``key`` stands for, and its receipt.

        None when there is none, or when its file is gone.
        """
        rows = self._database.rows("SELECT * FROM raw_models WHERE key = ?", key)
        found = next(readable(rows, lambda row: (str(row["mesh"]), records.load(row["receipt"]))), None)
        return found if found is not None and self._objects.path(found[0], SUFFIX).is_file() else None

    def keep(self, key: str, mesh_digest: str, receipt: records.Record) -> None:
        """Remember what was made; the mesh is in the library by then."""
        row = {"key": key, "mesh": mesh_digest, "receipt": records.dump(receipt), "made_s": time.time()}
        with self._database.writing() as db:
            db["raw_models"].upsert(row, pk="key")
