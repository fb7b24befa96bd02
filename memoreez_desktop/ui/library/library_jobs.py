"""The Library page's background work: rows, opening, duplicating, files for people."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from memoreez_desktop.core.job import JobContext, stage
from memoreez_desktop.core.words import say
from memoreez_desktop.ui import child_steps
from memoreez_desktop.ui.journey import Keepsake

if TYPE_CHECKING:
    from memoreez_desktop.storage.library_rows import KeepsakeRow
    from memoreez_desktop.ui.workshop import Workshop


def rows_job(search: str, workshop: Workshop) -> Callable[[JobContext], tuple[KeepsakeRow, ...]]:
    """Make the job that finds keepsakes, newest first."""
    return lambda _job: workshop.door.library().keepsakes(search)


def open_job(row: KeepsakeRow, workshop: Workshop) -> Callable[[JobContext], Keepsake]:
    """Make the job that loads a keepsake's model and checks it on the chosen printer."""

    def load(job: JobContext) -> Keepsake:
        from memoreez_desktop.services.profiles import DEFAULT_PRINTER, printers  # noqa: PLC0415 - reads files

        mesh = workshop.door.library().load_mesh(row.mesh_digest)
        catalog, wanted = printers(), workshop.keeper.settings.printer_id
        printer = catalog.get(wanted if wanted in catalog else DEFAULT_PRINTER)
        report = workshop.children.run(child_steps.check, (mesh, printer), stage(job, 0.2, 1.0))
        return Keepsake(row.title, mesh, report, row.plan)

    return load


def duplicate_job(row: KeepsakeRow, number: int, workshop: Workshop) -> Callable[[JobContext], str]:
    """Make the job that keeps the same model once more, to be changed by itself."""

    def copy(_job: JobContext) -> str:
        title = say("{title}, copy", title=row.title)
        plan = replace(row.plan, id=f"{row.plan.id}-{number}", title=title)
        library = workshop.door.library()
        kept = library.save_keepsake(
            row.project_id, plan.id, row.mesh_digest, plan=plan, picture_png=row.picture_png
        )
        library.editions.copy(row.project_id, row.plan.id, plan)
        return kept

    return copy


def remove_job(keepsake_id: str, removed: bool, workshop: Workshop) -> Callable[[JobContext], None]:
    """Make the job that takes a keepsake out of the library or brings it back; nothing is deleted."""
    return lambda _job: workshop.door.library().set_keepsake_removed(keepsake_id, removed)


def files_job(row: KeepsakeRow, workshop: Workshop) -> Callable[[JobContext], Path]:
    """Make the job that lays a keepsake's files into a folder under names people understand."""

    def lay_out(job: JobContext) -> Path:
        from memoreez_desktop.printing.file_names import safe_name  # noqa: PLC0415 - not at start-up

        stem = safe_name(str(row.title), "", "vfat")
        folder = workshop.cache_folder / "files" / f"{stem}-{row.id[:6]}"
        folder.mkdir(parents=True, exist_ok=True)
        job.progress(0.1, say("Writing the files"))
        mesh = workshop.door.library().load_mesh(row.mesh_digest)
        workshop.children.run(child_steps.save, (mesh, folder / f"{stem}.stl"), job)
        for source, suffix in ((row.picture, ".png"), (row.gcode, ".gcode")):
            if source is not None and source.is_file():
                shutil.copyfile(source, folder / f"{stem}{suffix}")
        return folder

    return lay_out
