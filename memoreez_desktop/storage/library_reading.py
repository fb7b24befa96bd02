"""Rows of the database to the library's values, and the words a search looks through."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from memoreez_desktop.core.concept import ConceptPlan
from memoreez_desktop.core.errors import StorageError
from memoreez_desktop.storage import records
from memoreez_desktop.storage.library_rows import ConceptRow, Failure, KeepsakeRow, ProjectRow, SliceRow
from memoreez_desktop.storage.objects import ObjectStore

Row = dict[str, Any]
T = TypeVar("T")


def readable(rows: Iterable[Row], convert: Callable[[Row], T]) -> Iterator[T]:
    """Convert rows and leave out damaged ones: one bad record must not hide a hundred good ones."""
    for row in rows:
        try:
            yield convert(row)
        except StorageError:
            continue


def project_row(row: Row, objects: ObjectStore) -> ProjectRow:
    """Read a project."""
    brief = records.brief_from_record(records.load(row["brief"]), objects.folder)
    return ProjectRow(str(row["id"]), brief, float(row["created_s"]), float(row["changed_s"]))


def concept_row(row: Row, objects: ObjectStore) -> ConceptRow:
    """Read a card; a picture whose file is gone is simply not there any more."""
    failure = None
    if row["failure_message"]:
        failure = Failure(_words(row["failure_message"]), _words(row["failure_hint"]))
    stats = records.stats_from_record(records.load(row["stats"])) if row["stats"] else None
    return ConceptRow(
        plan=records.plan_from_record(records.load(row["plan"]), objects.folder),
        picture=_if_there(_picture(row, objects)),
        stats=stats,
        failure=failure,
        starred=bool(row["starred"]),
        removed=bool(row["removed"]),
        seconds=float(row["seconds"]),
    )


def keepsake_row(row: Row, objects: ObjectStore) -> KeepsakeRow:
    """Read a keepsake."""
    gcode = objects.folder / str(row["gcode"]) if row.get("gcode") else None
    return KeepsakeRow(
        id=str(row["id"]),
        project_id=str(row["project_id"]),
        concept_id=str(row["concept_id"]),
        plan=records.plan_from_record(records.load(row["plan"]), objects.folder),
        mesh_digest=str(row["mesh"]),
        size_mm=(float(row["size_x_mm"]), float(row["size_y_mm"]), float(row["size_z_mm"])),
        triangles=int(row["triangles"]),
        created_s=float(row["created_s"]),
        changed_s=float(row["changed_s"]),
        picture=_picture(row, objects),
        gcode=gcode if gcode and gcode.is_file() else None,
    )


def slice_row(row: Row, gcode: Path) -> SliceRow:
    """Read a slice; one that was kept by an older version has no notes."""
    stats = records.gcode_from_record(records.load(row["stats"]))
    said = records.load(row["notes"])["notes"] if row["notes"] else ()
    return SliceRow(gcode, stats, tuple(records.words_from_record(note) for note in said))


def keepsake_words(plan: ConceptPlan) -> str:
    """Return everything a person may search a keepsake by, in a form that ignores case."""
    told = plan.recipe.story
    photo = plan.recipe.photo.name if plan.recipe.photo else ""
    words = (plan.title, plan.kind, told.name, told.quirk, told.occasion, told.free_text, photo)
    return "\n".join((*words, *told.passions, *told.text_lines)).casefold()


def search_words(search: str) -> tuple[str, ...]:
    """Split what was typed into the words that must all be found."""
    return tuple(search.casefold().split())


def _picture(row: Row, objects: ObjectStore) -> Path | None:
    return objects.path(str(row["picture"]), ".png") if row["picture"] else None


def _if_there(path: Path | None) -> Path | None:
    return path if path is not None and path.is_file() else None


def _words(text: str | None) -> str:
    return records.words_from_record(records.load(text)["words"]) if text else ""
