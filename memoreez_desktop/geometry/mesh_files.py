"""Model files in and out: STL, OBJ, PLY, glTF and 3MF, always bounded, always merged by position."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np

from memoreez_desktop.core.errors import MeshFileError, StorageError, UsageError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry import mesh_bounds
from memoreez_desktop.geometry.mesh_3mf import bytes_3mf, read_3mf
from memoreez_desktop.geometry.mesh_glb import glb_bytes, read_glb, read_gltf
from memoreez_desktop.geometry.mesh_kind import kind_of
from memoreez_desktop.geometry.mesh_obj import obj_bytes, read_obj
from memoreez_desktop.geometry.mesh_ply import ply_bytes, read_ply
from memoreez_desktop.geometry.mesh_stl import read_stl, stl_bytes

__all__ = [
    "MESH_SUFFIXES",
    "OPENED_SUFFIXES",
    "load_mesh",
    "mesh_bytes",
    "model_format",
    "save_mesh",
    "stl_bytes",
]

_READERS: dict[str, Callable[[Path, JobContext], MeshModel]] = {
    ".stl": read_stl,
    ".obj": read_obj,
    ".ply": read_ply,
    ".glb": read_glb,
    ".gltf": read_gltf,
    ".3mf": read_3mf,
}
_WRITERS: dict[str, Callable[[MeshModel], bytes]] = {
    ".stl": stl_bytes,
    ".obj": obj_bytes,
    ".ply": ply_bytes,
    ".glb": glb_bytes,
    ".3mf": bytes_3mf,
}
MESH_SUFFIXES: tuple[str, ...] = tuple(_WRITERS)
"""Every suffix that can be opened and saved, lower case, with the dot."""
OPENED_SUFFIXES: tuple[str, ...] = tuple(_READERS)
"""Every suffix that can be opened."""


def load_mesh(path: Path, job: JobContext | None = None) -> MeshModel:
    """Read a model file, in mm and z up. What it holds decides how it is read, not its name.

    Vertices are merged by position; faces that are collapsed or have a corner at no finite place are
    dropped, and so are vertices no face uses. STL, OBJ and PLY have no unit: their numbers are taken as
    mm. 3MF says its unit. glTF is in metres and y up by its specification: it is brought to mm and z up.

    Raises
    ------
    MeshFileError
        Missing, empty, cut off, damaged, too large, without any surface, or of an unknown kind.
    Cancelled
    """
    path = Path(path)
    try:
        mesh = _read(path, job or JobContext())
    except FileNotFoundError:
        raise MeshFileError(
            say("There is no file “{name}”.", name=path.name), say("Check the folder and the spelling.")
        ) from None
    except OSError as error:
        raise MeshFileError(
            say(
                "“{name}” cannot be read: {reason}.", name=path.name, reason=error.strerror or "input/output"
            ),
            say("Check that the file may be opened and the drive is still there."),
        ) from error
    except MemoryError:
        raise mesh_bounds.too_large(path.name) from None
    _refuse_unusable(mesh, path.name)
    return mesh


def model_format(path: Path) -> str:
    """Return the format of a model file, ``stl`` for instance: what it holds, else what its name says.

    Raises
    ------
    OSError
        It cannot be read.
    """
    found = kind_of(path)
    return (found if found in _READERS else path.suffix.lower()).lstrip(".")


def _read(path: Path, job: JobContext) -> MeshModel:
    size = path.stat().st_size
    if not path.is_file():
        raise MeshFileError(say("“{name}” is not a file.", name=path.name), say("Choose a model file."))
    if size == 0:
        raise mesh_bounds.empty(path.name)
    if size > mesh_bounds.MAX_FILE_BYTES:
        raise mesh_bounds.too_large(path.name)
    found = kind_of(path)
    if found == "packed":
        raise MeshFileError(
            say("“{name}” is an archive with models in it.", name=path.name),
            say("Unpack it first, then open a model from its folder."),
        )
    reader = _READERS.get(found) or _READERS.get(path.suffix.lower())
    if reader is None:
        raise MeshFileError(
            say("“{name}” is not a kind of model file Memoreez knows.", name=path.name),
            say("Save the model as STL, OBJ, PLY, GLB or 3MF."),
        )
    return reader(path, job)


def _refuse_unusable(mesh: MeshModel, name: str) -> None:
    if not mesh.triangles:
        raise mesh_bounds.no_surface(name)
    if np.abs(mesh.bounds_mm).max() > mesh_bounds.MAX_COORDINATE_MM:
        raise MeshFileError(
            say("“{name}” is damaged: it reaches further than ten kilometres.", name=name),
            say("Export the model again, then open the new file."),
        )


def mesh_bytes(mesh: MeshModel, suffix: str) -> bytes:
    """Write a mesh in the format of ``suffix`` (``".stl"``).

    Raises
    ------
    UsageError
        No format has this suffix.
    """
    writer = _WRITERS.get(suffix.lower())
    if writer is None:
        raise UsageError(
            say("Models cannot be saved as “{suffix}”.", suffix=suffix),
            say("Use STL, OBJ, PLY, GLB or 3MF."),
        )
    return writer(mesh)


def save_mesh(mesh: MeshModel, path: Path) -> Path:
    """Write a mesh in the format its suffix names: beside, synced, renamed.

    Raises
    ------
    UsageError
        No format has this suffix.
    StorageError
        The folder cannot be written or is full; nothing is left behind.
    """
    path = Path(path)
    content = mesh_bytes(mesh, path.suffix)
    beside = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, beside = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).chmod(0o644)
        os.replace(beside, path)
    except OSError as error:
        if beside:
            Path(beside).unlink(missing_ok=True)
        raise StorageError(
            say(
                "“{name}” cannot be saved: {reason}.", name=path.name, reason=error.strerror or "input/output"
            ),
            say("Choose another folder, or free some space."),
            retryable=True,
        ) from error
    return path
