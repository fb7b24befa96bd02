"""A mesh as bytes for the library: exactly its two arrays, so that its digest stays what it was."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from memoreez_desktop.core.errors import StorageError
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.words import say

SUFFIX = ".mesh"


def mesh_to_bytes(mesh: MeshModel) -> bytes:
    """Return both arrays in numpy's own format, one after the other."""
    out = io.BytesIO()
    np.save(out, mesh.vertices, allow_pickle=False)
    np.save(out, mesh.faces, allow_pickle=False)
    return out.getvalue()


def mesh_from_bytes(data: bytes, digest: str) -> MeshModel:
    """Read a mesh back and make sure that it is the one with this digest.

    Raises
    ------
    StorageError
        The bytes are damaged.
    """
    stream = io.BytesIO(data)
    try:
        mesh = MeshModel(np.load(stream, allow_pickle=False), np.load(stream, allow_pickle=False))
    except (ValueError, EOFError, OSError) as error:
        raise _damaged() from error
    if mesh.digest != digest:
        raise _damaged()
    return mesh


@dataclass(frozen=True)
class StoredMesh:
    """A mesh in the library, by name: for a process that may have it open already.

    Attributes
    ----------
    digest : str
    path : Path
        Its file.
    """

    digest: str
    path: Path

    def load(self) -> MeshModel:
        """Read it.

        Raises
        ------
        StorageError
            The file is gone or damaged.
        """
        try:
            return mesh_from_bytes(self.path.read_bytes(), self.digest)
        except OSError as error:
            raise _damaged() from error


def _damaged() -> StorageError:
    return StorageError(
        say("A model of the library is damaged."), say("Make the keepsake again from its concept.")
    )
