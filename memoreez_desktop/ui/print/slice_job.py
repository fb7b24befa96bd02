"""The Print page's background work: profiles, slicing in the child, toolpaths to draw, drives, saving."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from memoreez_desktop import __version__
from memoreez_desktop.core.job import JobContext, stage
from memoreez_desktop.core.profiles import MaterialProfile, PrinterProfile, QualityProfile, SliceSettings
from memoreez_desktop.core.words import say
from memoreez_desktop.slicing.api import SliceResult
from memoreez_desktop.ui import child_steps
from memoreez_desktop.ui.journey import Keepsake
from memoreez_desktop.ui.viewport.toolpath_drawing import ToolpathDrawing, prepare_toolpaths

if TYPE_CHECKING:
    from memoreez_desktop.printing.api import SendReceipt
    from memoreez_desktop.printing.drives import Drive
    from memoreez_desktop.storage.library_rows import SliceRow
    from memoreez_desktop.ui.workshop import Workshop

EMBEDDED_ENGINE = "memoreez"


@dataclass(frozen=True)
class Choices:
    """What can be chosen from, and what would suit the keepsake."""

    printers: tuple[PrinterProfile, ...]
    materials: tuple[MaterialProfile, ...]
    qualities: tuple[QualityProfile, ...]

    def settings(self, printer_id: str, material_id: str, quality_id: str) -> SliceSettings:
        """Return the settings for three ids; an unknown one gives the first of its kind."""
        return SliceSettings(
            next((p for p in self.printers if p.id == printer_id), self.printers[0]),
            next((m for m in self.materials if m.id == material_id), self.materials[0]),
            next((q for q in self.qualities if q.id == quality_id), self.qualities[0]),
        )


@dataclass(frozen=True, eq=False)
class SliceOrder:
    """What is to be sliced: a keepsake, how many of it, and how."""

    keepsake: Keepsake
    settings: SliceSettings
    copies: int = 1

    def key(self, engine: str) -> str:
        """Return what the library finds the slice of this mesh by; another version may slice differently."""
        maker = __version__ if engine == EMBEDDED_ENGINE else engine
        key = f"{maker}-{self.settings.digest}"
        return key if self.copies == 1 else f"{self.copies}x-{key}"

    def is_same(self, keepsake: Keepsake, settings: SliceSettings, copies: int) -> bool:
        """Tell whether this is what is wanted now."""
        return self.keepsake is keepsake and self.settings == settings and self.copies == copies


@dataclass(frozen=True, eq=False)
class Sliced:
    """G-code for a keepsake, and its lines ready to be drawn.

    ``seconds`` is what it took now; ``known`` is True when it had been sliced before.
    """

    result: SliceResult
    drawing: ToolpathDrawing
    order: SliceOrder
    seconds: float
    known: bool


def choices_job(_job: JobContext) -> Choices:
    """Read the profiles; on a worker."""
    from memoreez_desktop.services.profiles import materials, printers, qualities  # noqa: PLC0415 - reads files

    return Choices(tuple(printers()), tuple(materials()), tuple(qualities()))


def suited_quality(keepsake: Keepsake) -> Callable[[JobContext], str]:
    """Make the job that says which quality a keepsake's product wants; empty for none in particular."""

    def ask(_job: JobContext) -> str:
        from memoreez_desktop.services import profiles  # noqa: PLC0415 - reads files

        product = keepsake.plan.recipe.product_id if keepsake.plan is not None else ""
        wanted = profiles.suggested_quality_id(product)
        return "" if wanted == profiles.DEFAULT_QUALITY else wanted

    return ask


def room_job(keepsake: Keepsake, settings: SliceSettings, workshop: Workshop) -> Callable[[JobContext], int]:
    """Make the job that says how many copies of a keepsake fit on the bed."""

    def ask(job: JobContext) -> int:
        return workshop.children.run(child_steps.copies_that_fit, (keepsake.mesh, settings), job)

    return ask


def slice_job(order: SliceOrder, workshop: Workshop) -> Callable[[JobContext], Sliced]:
    """Make the job that slices a keepsake, or finds what was sliced before."""

    def work(job: JobContext) -> Sliced:
        begun = time.perf_counter()
        engine = workshop.keeper.settings.engine_id or EMBEDDED_ENGINE
        found = workshop.door.library().find_slice(order.keepsake.mesh.digest, order.key(engine))
        known = found is not None
        if found is None:
            found = _slice(order, engine, workshop, stage(job, 0.0, 0.85))
        path = found.gcode
        stats, toolpaths = workshop.children.run(child_steps.read_paths, (path,), stage(job, 0.85, 0.97))
        job.progress(0.97, say("Drawing the toolpaths"))
        drawing = prepare_toolpaths(toolpaths, order.settings.printer)
        # Figures come from the file's own moves, but the weight needs the filament: the slicer's stats.
        stats = found.stats if found.stats.filament_g else stats
        result = SliceResult(path, stats, engine, notes=found.notes)
        return Sliced(result, drawing, order, time.perf_counter() - begun, known)

    return work


def _slice(order: SliceOrder, engine: str, workshop: Workshop, job: JobContext) -> SliceRow:
    from memoreez_desktop.storage.library_rows import SliceRow  # noqa: PLC0415 - nothing of it at start-up

    mesh, settings, key = order.keepsake.mesh, order.settings, order.key(engine)
    folder = workshop.cache_folder / "slices"
    folder.mkdir(parents=True, exist_ok=True)
    out = folder / f"{mesh.digest[:16]}-{order.copies}-{key[-16:]}{settings.printer.file_suffix}"
    work = mesh, order.copies, settings, out, engine
    result = workshop.children.run(child_steps.slice_mesh, work, job)
    kept = workshop.door.library().save_slice(mesh.digest, key, result.path, result.stats, result.notes)
    out.unlink(missing_ok=True)
    return SliceRow(kept, result.stats, result.notes)


def drives_job(_job: JobContext) -> tuple[Drive, ...]:
    """List what is plugged in; on a worker, a sleeping drive may take its time."""
    from memoreez_desktop.services.send_print import list_drives  # noqa: PLC0415 - psutil, after the start

    return list_drives()


def send_job(gcode: Path, link_id: str, target: str, name: str) -> Callable[[JobContext], SendReceipt]:
    """Make the job that saves G-code and reads it back."""

    def send_it(job: JobContext) -> SendReceipt:
        from memoreez_desktop.services.send_print import send  # noqa: PLC0415 - as above

        return send(gcode, link_id, target, name, job)

    return send_it


def proposed_name(title: str, suffix: str) -> str:
    """Return a file name for a title, good on cards, too."""
    from memoreez_desktop.printing.file_names import safe_name  # noqa: PLC0415 - nothing of it at start-up

    return safe_name(title, suffix, "vfat")
