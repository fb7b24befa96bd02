"""Every edition of every keepsake, where its maker is among them, and the snapshots that were kept.

The history has no end, and each call is committed and synced when it returns: an edit that was shown is
there again after ``kill -9``, with everything that can be undone and redone.
"""

from __future__ import annotations

import time
import uuid
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from memoreez_desktop.core.concept import ConceptPlan
from memoreez_desktop.core.edition import Edition, Entry
from memoreez_desktop.storage import records
from memoreez_desktop.storage.database import LibraryDatabase, no_such_entry
from memoreez_desktop.storage.edition_records import edition_from_json, edition_json
from memoreez_desktop.storage.library_reading import readable
from memoreez_desktop.storage.objects import ObjectStore

_OF = "project_id = ? AND concept_id = ?"


@dataclass(frozen=True)
class EditionHistory:
    """The entries of a keepsake in their order, and the index of the present one."""

    entries: tuple[Entry, ...]
    here: int

    @property
    def present(self) -> Entry:
        """Where its maker is."""
        return self.entries[self.here]


@dataclass(frozen=True)
class Snapshot:
    """An edition under a name, kept whatever happens to the history. Times are seconds since 1970."""

    id: str
    name: str
    edition: Edition
    mesh_digest: str = ""
    picture: Path | None = None
    made_s: float = 0.0


class Editions:
    """The histories of a library. May be used from every thread.

    Raises
    ------
    StorageError
        From every method: the disk is full, the folder is not writable, another program holds it.
    """

    def __init__(self, database: LibraryDatabase, objects: ObjectStore) -> None:
        self._database, self._objects = database, objects

    def history(self, project_id: str, concept_id: str) -> EditionHistory | None:
        """Return everything that was done to a keepsake; None when nothing was kept of it."""
        rows = self._database.rows(
            f"SELECT * FROM editions WHERE {_OF} ORDER BY number", project_id, concept_id
        )
        places = self._database.rows(f"SELECT here FROM edition_places WHERE {_OF}", project_id, concept_id)
        entries = tuple(readable(rows, self._entry))
        if not entries or not places:
            return None
        here = int(places[0]["here"])
        # The present one itself may be damaged: then the one before it, or else the first.
        before = [k for k, entry in enumerate(entries) if entry.number <= here]
        return EditionHistory(entries, before[-1] if before else 0)

    def add(self, project_id: str, concept_id: str, entry: Entry) -> None:
        """Go on to an edition; what stood at its number and behind it is forgotten."""
        row = {
            "project_id": project_id,
            "concept_id": concept_id,
            "number": entry.number,
            "label": records.dump({"words": records.words_to_record(entry.label)}),
            "edition": edition_json(entry.edition, self._objects.folder),
            "mesh": entry.mesh_digest,
            "made_s": time.time(),
        }
        with self._database.writing() as db:
            behind = f"DELETE FROM editions WHERE {_OF} AND number >= ?"
            db.conn.execute(behind, (project_id, concept_id, entry.number))
            db["editions"].insert(row)
            self._go(db, project_id, concept_id, entry.number)

    def go(self, project_id: str, concept_id: str, number: int) -> None:
        """Remember that the edition of this number is the present one: an undo or a redo."""
        with self._database.writing() as db:
            found = db.query(
                f"SELECT 1 FROM editions WHERE {_OF} AND number = ?", (project_id, concept_id, number)
            )
            if not list(found):
                raise no_such_entry()
            self._go(db, project_id, concept_id, number)

    def set_mesh(self, project_id: str, concept_id: str, edition: Edition, mesh_digest: str) -> None:
        """Remember what an edition became, wherever it stands in the history."""
        with self._database.writing() as db:
            db.conn.execute(
                f"UPDATE editions SET mesh = ? WHERE {_OF} AND edition = ?",
                (mesh_digest, project_id, concept_id, edition_json(edition, self._objects.folder)),
            )

    def copy(self, project_id: str, concept_id: str, plan: ConceptPlan) -> None:
        """Let a copy, whose plan this is, begin with what the original is now; its own way back is empty."""
        history = self.history(project_id, concept_id)
        if history is not None:
            present = history.present
            edition = replace(
                present.edition, plan=replace(present.edition.plan, id=plan.id, title=plan.title)
            )
            self.add(project_id, plan.id, Entry(edition, mesh_digest=present.mesh_digest))

    def keep_snapshot(
        self,
        project_id: str,
        concept_id: str,
        name: str,
        edition: Edition,
        *,
        mesh_digest: str = "",
        picture_png: bytes | None = None,
    ) -> Snapshot:
        """Keep an edition under a name."""
        picture = self._objects.put(picture_png, ".png") if picture_png else None
        row = {
            "id": uuid.uuid4().hex,
            "project_id": project_id,
            "concept_id": concept_id,
            "name": name,
            "edition": edition_json(edition, self._objects.folder),
            "mesh": mesh_digest,
            "picture": picture,
            "made_s": time.time(),
        }
        with self._database.writing() as db:
            db["snapshots"].insert(row)
        return self._snapshot(row)

    def snapshots(self, project_id: str, concept_id: str) -> tuple[Snapshot, ...]:
        """Return the snapshots of a keepsake, newest first."""
        rows = self._database.rows(
            f"SELECT * FROM snapshots WHERE {_OF} ORDER BY made_s DESC, rowid DESC", project_id, concept_id
        )
        return tuple(readable(rows, self._snapshot))

    def remove_snapshot(self, snapshot_id: str) -> None:
        """Forget a snapshot; its files stay where they are."""
        with self._database.writing() as db:
            db.conn.execute("DELETE FROM snapshots WHERE id = ?", (snapshot_id,))

    @staticmethod
    def _go(db: Any, project_id: str, concept_id: str, number: int) -> None:
        row = {"project_id": project_id, "concept_id": concept_id, "here": number}
        db["edition_places"].insert(row, replace=True)

    def _entry(self, row: dict[str, Any]) -> Entry:
        label = records.words_from_record(records.load(row["label"])["words"])
        edition = edition_from_json(row["edition"], self._objects.folder)
        return Entry(edition, label, int(row["number"]), str(row["mesh"]))

    def _snapshot(self, row: dict[str, Any]) -> Snapshot:
        return Snapshot(
            id=str(row["id"]),
            name=str(row["name"]),
            edition=edition_from_json(row["edition"], self._objects.folder),
            mesh_digest=str(row["mesh"]),
            picture=self._objects.path(str(row["picture"]), ".png") if row["picture"] else None,
            made_s=float(row["made_s"]),
        )
