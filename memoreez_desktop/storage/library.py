"""The library: every story, photo, concept, model and G-code file, kept the moment it exists.

Rows live in ``library.db``; everything large lives beside it in ``objects/`` under its SHA-256. A file is
always synced before the row that names it, and every call is committed when it returns: whatever the
window has shown is still there after ``kill -9``.
"""

from __future__ import annotations

import time
import uuid
from pathlib import Path
from typing import Any

from memoreez_desktop.core.concept import Concept, ConceptPlan
from memoreez_desktop.core.gcode import GcodeStats
from memoreez_desktop.core.story import Brief
from memoreez_desktop.storage import records
from memoreez_desktop.storage.artefacts import Artefacts
from memoreez_desktop.storage.database import LibraryDatabase, no_such_entry
from memoreez_desktop.storage.editions import Editions
from memoreez_desktop.storage.library_reading import (
    concept_row,
    keepsake_row,
    keepsake_words,
    project_row,
    readable,
    search_words,
    slice_row,
)
from memoreez_desktop.storage.library_rows import ConceptRow, KeepsakeRow, ProjectRow, SliceRow
from memoreez_desktop.storage.raw_models import RawModels
from memoreez_desktop.storage.remote_jobs import RemoteJobs
from memoreez_desktop.storage.spending import Spending

_CARD = "project_id = ? AND concept_id = ?"


class Library(Artefacts):
    """Everything a person made, in one folder. May be used from every thread.

    Parameters
    ----------
    folder : Path
        Made if it is not there.

    Attributes
    ----------
    notice : str
        A sentence for people when a damaged database was set aside on opening, else empty.
    orders : RemoteJobs
        The pictures that were ordered from services.
    spending : Spending
        What they cost.
    editions : Editions
        What was done to each keepsake, and its snapshots.
    raw_models : RawModels
        Raw sculptures by what they were made from.

    Raises
    ------
    StorageError
        From every method: the disk is full, the folder is not writable, another program holds it.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._database = LibraryDatabase(folder / "library.db")
        self.notice = self._database.notice
        self.orders = RemoteJobs(self._database)
        self.spending = Spending(self._database)
        self.editions = Editions(self._database, self.objects)
        self.raw_models = RawModels(self._database, self.objects)

    def close(self) -> None:
        """Close the database; nothing is lost without it."""
        self._database.close()

    def start_project(self, brief: Brief) -> str:
        """Begin a project and return its id."""
        project_id, now = uuid.uuid4().hex, time.time()
        row = {
            "id": project_id,
            "brief": _brief_json(brief, self.objects.folder),
            "created_s": now,
            "changed_s": now,
        }
        with self._database.writing() as db:
            db["projects"].insert(row)
        return project_id

    def save_brief(self, project_id: str, brief: Brief) -> None:
        """Keep what the person has written by now."""
        changes = {"brief": _brief_json(brief, self.objects.folder), "changed_s": time.time()}
        self._database.update("projects", changes, "id = ?", project_id)

    def latest_project(self) -> ProjectRow | None:
        """Return the project that was changed last."""
        rows = self._database.rows("SELECT * FROM projects ORDER BY changed_s DESC, rowid DESC")
        return next(readable(rows, lambda row: project_row(row, self.objects)), None)

    def project(self, project_id: str) -> ProjectRow:
        """Return a project by its id."""
        rows = self._database.rows("SELECT * FROM projects WHERE id = ?", project_id)
        if not rows:
            raise no_such_entry()
        return project_row(rows[0], self.objects)

    def save_plan(self, project_id: str, plan: ConceptPlan, *, first: bool = False) -> None:
        """Keep a card that is going to be drawn, behind or before all others; one saved twice stays put."""
        place = "COALESCE(MIN(position), 1) - 1" if first else "COALESCE(MAX(position), 0) + 1"
        with self._database.writing() as db:
            db.conn.execute(
                "INSERT INTO concepts (project_id, concept_id, position, plan) VALUES (?, ?, "
                f"(SELECT {place} FROM concepts WHERE project_id = ?), ?) "
                "ON CONFLICT (project_id, concept_id) DO UPDATE SET plan = excluded.plan",
                (project_id, plan.id, project_id, _plan_json(plan, self.objects.folder)),
            )
            db["projects"].update(project_id, {"changed_s": time.time()})

    def save_concept(self, project_id: str, concept: Concept) -> None:
        """Keep a drawn card: picture, figures; an earlier failure is forgotten."""
        picture = self.objects.put(concept.picture_png, ".png")
        self.save_plan(project_id, concept.plan)
        changes = {
            "picture": picture,
            "stats": records.dump(records.stats_to_record(concept.stats)),
            "seconds": concept.seconds,
            "failure_message": None,
            "failure_hint": None,
        }
        self._database.update("concepts", changes, _CARD, project_id, concept.plan.id)

    def save_failure(self, project_id: str, concept_id: str, message: str, hint: str = "") -> None:
        """Keep why a card could not be drawn; a picture it already had stays."""
        changes = {
            "failure_message": records.dump({"words": records.words_to_record(message)}),
            "failure_hint": records.dump({"words": records.words_to_record(hint)}),
        }
        self._database.update("concepts", changes, _CARD, project_id, concept_id)

    def concepts(self, project_id: str) -> tuple[ConceptRow, ...]:
        """Return every card of a project in the order of planning, removed ones too."""
        rows = self._database.rows(
            "SELECT * FROM concepts WHERE project_id = ? ORDER BY position", project_id
        )
        return tuple(readable(rows, lambda row: concept_row(row, self.objects)))

    def card(self, project_id: str, concept_id: str) -> ConceptRow | None:
        """Return one card of a project; None when there is none of that id."""
        rows = self._database.rows("SELECT * FROM concepts WHERE " + _CARD, project_id, concept_id)
        return concept_row(rows[0], self.objects) if rows else None

    def set_starred(self, project_id: str, concept_id: str, starred: bool) -> None:
        """Star a card or take the star away."""
        self._database.update("concepts", {"starred": int(starred)}, _CARD, project_id, concept_id)

    def set_removed(self, project_id: str, concept_id: str, removed: bool) -> None:
        """Take a card off the grid or bring it back; nothing is deleted."""
        self._database.update("concepts", {"removed": int(removed)}, _CARD, project_id, concept_id)

    def save_keepsake(
        self,
        project_id: str,
        concept_id: str,
        mesh_digest: str,
        *,
        plan: ConceptPlan | None = None,
        picture_png: bytes | None = None,
    ) -> str:
        """Keep a sculpted keepsake; the same concept sculpted anew takes its place.

        Parameters
        ----------
        mesh_digest : str
            From :meth:`save_mesh`.
        plan : ConceptPlan, optional
            The plan as changed in the studio; the card's own by default.
        picture_png : bytes, optional
            A newer picture; the card's own by default.

        Returns
        -------
        str
            The keepsake's id, which stays the same for a concept of a project.
        """
        mesh = self.load_mesh(mesh_digest)
        picture = self.objects.put(picture_png, ".png") if picture_png else None
        row: dict[str, Any] = {"mesh": mesh_digest, "triangles": mesh.triangles, "changed_s": time.time()}
        row["removed"] = 0
        row |= zip(("size_x_mm", "size_y_mm", "size_z_mm"), mesh.extents_mm, strict=True)
        with self._database.writing() as db:
            cards = list(db.query("SELECT * FROM concepts WHERE " + _CARD, (project_id, concept_id)))
            if plan is None:
                if not cards:
                    raise no_such_entry()
                plan = concept_row(cards[0], self.objects).plan
            row |= {"plan": _plan_json(plan, self.objects.folder), "words": keepsake_words(plan)}
            row["picture"] = picture or (cards[0]["picture"] if cards else None)
            found = list(db.query("SELECT id FROM keepsakes WHERE " + _CARD, (project_id, concept_id)))
            if found:
                db["keepsakes"].update(found[0]["id"], row)
                return str(found[0]["id"])
            row |= {"id": uuid.uuid4().hex, "project_id": project_id, "concept_id": concept_id}
            db["keepsakes"].insert({**row, "created_s": row["changed_s"]})
            return str(row["id"])

    def keepsakes(self, search: str = "") -> tuple[KeepsakeRow, ...]:
        """Return the keepsakes, newest first; each word of ``search`` must be found in one."""
        words = search_words(search)
        where = " AND ".join(("NOT k.removed", *("instr(k.words, ?) > 0" for _ in words)))
        rows = self._database.rows(
            "SELECT k.*, (SELECT s.gcode FROM slices s WHERE s.mesh = k.mesh "
            "ORDER BY s.created_s DESC LIMIT 1) AS gcode "
            f"FROM keepsakes k WHERE {where} ORDER BY k.changed_s DESC, k.rowid DESC",
            *words,
        )
        return tuple(readable(rows, lambda row: keepsake_row(row, self.objects)))

    def set_keepsake_removed(self, keepsake_id: str, removed: bool) -> None:
        """Take a keepsake out of the list or bring it back; nothing is deleted."""
        self._database.update("keepsakes", {"removed": int(removed)}, "id = ?", keepsake_id)

    def save_slice(
        self,
        mesh_digest: str,
        settings_digest: str,
        gcode: Path,
        stats: GcodeStats,
        notes: tuple[str, ...] = (),
    ) -> Path:
        """Keep a sliced file with what the slicer said of it; return where the library's own copy is."""
        digest = self.objects.put_file(gcode, gcode.suffix)
        kept = self.objects.path(digest, gcode.suffix)
        row = {
            "mesh": mesh_digest,
            "settings": settings_digest,
            "gcode": kept.relative_to(self.objects.folder).as_posix(),
            "stats": records.dump(records.gcode_to_record(stats)),
            "notes": records.dump({"notes": [records.words_to_record(note) for note in notes]}),
            "created_s": time.time(),
        }
        with self._database.writing() as db:
            db["slices"].insert(row, replace=True)
        return kept

    def find_slice(self, mesh_digest: str, settings_digest: str) -> SliceRow | None:
        """Return an earlier result for the same mesh and settings, if its file is still there."""
        rows = self._database.rows(
            "SELECT * FROM slices WHERE mesh = ? AND settings = ?", mesh_digest, settings_digest
        )
        for row in rows:
            gcode = self.objects.folder / str(row["gcode"])
            if gcode.is_file():
                return slice_row(row, gcode)
        return None


def _brief_json(brief: Brief, root: Path) -> str:
    return records.dump(records.brief_to_record(brief, root))


def _plan_json(plan: ConceptPlan, root: Path) -> str:
    return records.dump(records.plan_to_record(plan, root))
