"""Model files in and out, for callers that bring a mesh of their own."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

from memoreez_desktop.core.errors import UsageError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.mesh_files import MESH_SUFFIXES, load_mesh, save_mesh
from memoreez_desktop.services.make_keepsake import KeepsakeRecipe, make_keepsake


def open_model(path: Path, job: JobContext, *, longest_mm: float | None = None) -> MeshModel:
    """Read a model file and stand it on the bed, at a size if one is given.

    Raises
    ------
    MeshFileError
        Missing, empty, damaged, too large, or of an unknown kind.
    Cancelled
    """
    job.progress(0.0, say("Reading {name}", name=path.name))
    return make_keepsake(load_mesh(path, job), KeepsakeRecipe(longest_mm=longest_mm), job)


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
