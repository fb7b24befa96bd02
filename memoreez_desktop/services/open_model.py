"""Model files in and out, for callers that bring a mesh of their own."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from memoreez_desktop.core.errors import UsageError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.profiles import PrinterProfile
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.mesh_files import MESH_SUFFIXES, load_mesh, model_format, save_mesh
from memoreez_desktop.geometry.simplify import Simplified, simplify
from memoreez_desktop.printability.receipt import MeshFacts, facts_of
from memoreez_desktop.printability.unit_detective import UnitGuess, guess_unit
from memoreez_desktop.studio.resize import resize


@dataclass(frozen=True)
class OpenedModel:
    """A model as its file has it, and what can be said of it.

    Attributes
    ----------
    mesh : MeshModel
        Merged by position, where the file has it; bare numbers taken as mm.
    unit : UnitGuess
        Which factor makes it mm; to be asked about when not certain.
    facts : MeshFacts
        Counted after merging: the seams of textures are no bodies.
    """

    mesh: MeshModel
    unit: UnitGuess
    facts: MeshFacts


def bring_in(path: Path, printer: PrinterProfile, job: JobContext) -> OpenedModel:
    """Read a model file and find out what it is; run this in a process that can be ended.

    Raises
    ------
    MeshFileError
        Missing, empty, damaged, too large, or of an unknown kind.
    Cancelled
    """
    job.progress(0.0, say("Reading {name}", name=path.name))
    mesh = load_mesh(path, job)
    job.progress(0.6, say("Looking at the surface"))
    job.check_cancelled()
    unit = guess_unit(mesh, model_format(path), printer)
    job.check_cancelled()
    return OpenedModel(mesh, unit, facts_of(mesh))


def at_size(mesh: MeshModel, factor: float, printer: PrinterProfile, job: JobContext) -> Simplified:
    """Bring an opened model to the size that was chosen, and leave out what the nozzle cannot draw.

    Parameters
    ----------
    mesh : MeshModel
        Of an :class:`OpenedModel`.
    factor : float
        Of the :class:`UnitGuess`, of one of its alternatives, or wanted height over present height.

    Raises
    ------
    Cancelled
    """
    return simplify(mesh.scaled(factor).on_bed(), printer.nozzle_mm, job=job)


def open_model(path: Path, job: JobContext, *, longest_mm: float | None = None) -> MeshModel:
    """Read a model file and stand it on the bed, at a size if one is given.

    Raises
    ------
    MeshFileError
        Missing, empty, damaged, too large, or of an unknown kind.
    Cancelled
    """
    job.progress(0.0, say("Reading {name}", name=path.name))
    return resize(load_mesh(path, job), longest_mm=longest_mm)


def save_model(mesh: MeshModel, path: Path) -> None:
    """Write a model file in the format of its suffix: complete, or not at all.

    Raises
    ------
    UsageError
        No format has this suffix.
    StorageError
        It cannot be written.
    """
    require_model_suffix(path)
    save_mesh(mesh, path)


def require_model_suffix(path: Path) -> None:
    """Make sure that a format has this suffix; UsageError if not."""
    if path.suffix.lower() not in MESH_SUFFIXES:
        raise UsageError(
            say("No model format is called “{suffix}”.", suffix=path.suffix),
            say("Known: {names}.", names=", ".join(MESH_SUFFIXES)),
        )


def fields_of(value: Any) -> dict[str, Any]:
    """Return the fields of a frozen value, for JSON; arrays are left out."""
    fields = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    return {name: item for name, item in fields.items() if isinstance(item, str | int | float | tuple | list)}
