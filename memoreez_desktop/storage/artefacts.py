"""The large part of the library: photos and meshes as files named by what is in them."""

from __future__ import annotations

from pathlib import Path

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.story import PhotoRef
from memoreez_desktop.storage import mesh_bytes
from memoreez_desktop.storage.files import could_not_write
from memoreez_desktop.storage.objects import ObjectStore


class Artefacts:
    """Files in ``objects/`` of a folder. May be used from every thread.

    Parameters
    ----------
    folder : Path
        Made if it is not there.

    Raises
    ------
    StorageError
        From every method: the disk is full, the folder is not writable.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.objects = ObjectStore(folder / "objects")
        try:
            self.objects.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise could_not_write(folder, error) from error
        self.objects.sweep()

    def add_photo(self, path: Path) -> PhotoRef:
        """Keep a copy of a photo, byte for byte."""
        digest = self.objects.put_file(path, path.suffix)
        return PhotoRef(digest, self.objects.path(digest, path.suffix), path.name)

    def add_photo_bytes(self, data: bytes, name: str) -> PhotoRef:
        """Keep a photo that came from the clipboard or a browser."""
        suffix = Path(name).suffix
        digest = self.objects.put(data, suffix)
        return PhotoRef(digest, self.objects.path(digest, suffix), name)

    def save_mesh(self, mesh: MeshModel) -> str:
        """Keep a mesh and return its digest."""
        return self.objects.put(mesh_bytes.mesh_to_bytes(mesh), mesh_bytes.SUFFIX, mesh.digest)

    def load_mesh(self, digest: str) -> MeshModel:
        """Return a mesh by its digest, compared with it."""
        return mesh_bytes.mesh_from_bytes(self.objects.read(digest, mesh_bytes.SUFFIX), digest)

    def stored_mesh(self, digest: str) -> mesh_bytes.StoredMesh:
        """Return where a mesh is kept, without reading it."""
        return mesh_bytes.StoredMesh(digest, self.objects.path(digest, mesh_bytes.SUFFIX))
