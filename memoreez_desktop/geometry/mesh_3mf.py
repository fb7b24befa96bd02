"""3MF: every object on the build plate, in mm, with its transforms.

Source: the 3MF Core Specification 1.3 and the Production Extension (parts kept in further files).
"""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from pathlib import Path, PurePosixPath
from xml.parsers import expat

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.errors import MeshFileError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry import mesh_bounds
from memoreez_desktop.geometry.mesh_3mf_xml import ModelPart, Reference, parse_model, root_part
from memoreez_desktop.geometry.mesh_merge import merged

_MAX_ENTRIES = 10_000
_MAX_EXPANDED_BYTES = 1_000_000_000
_MAX_RATIO = 200
"""Coordinates as text shrink to a fifth or a tenth; what shrinks further than this is no model."""
_SMALL_BYTES = 1_000_000
_ENCRYPTED = 0x1
_MAX_INSTANCES = 10_000
_DEEPEST = 32
_RELATIONS = "_rels/.rels"
_DATE = (2000, 1, 1, 0, 0, 0)

Loose = tuple[NDArray[np.float64], NDArray[np.int32]]


def read_3mf(path: Path, job: JobContext) -> MeshModel:
    """Read a 3MF file: what its build section places, each object with its transforms, merged.

    Raises
    ------
    MeshFileError
        No 3MF, damaged, a packed content beyond the limits, or an index out of range.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            _refuse_bomb(archive, path.name)
            vertices, faces = _Plate(archive, path.name, job).collect()
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, UnicodeDecodeError):
        # NotImplementedError and RuntimeError are how zipfile says it cannot unpack an entry.
        raise mesh_bounds.damaged(path.name, "3MF") from None
    except (expat.ExpatError, KeyError, ValueError, IndexError, OverflowError):
        raise mesh_bounds.damaged(path.name, "3MF") from None
    with np.errstate(over="ignore"):
        return merged(vertices.astype(np.float32), faces)


def _refuse_bomb(archive: zipfile.ZipFile, name: str) -> None:
    """Look at the announced names and sizes before anything is unpacked."""
    entries = archive.infolist()
    read = [e for e in entries if e.filename.lower().endswith((".model", ".rels"))]
    if len(entries) > _MAX_ENTRIES or sum(e.file_size for e in read) > _MAX_EXPANDED_BYTES:
        raise mesh_bounds.too_large(name)
    for entry in entries:
        path = PurePosixPath(entry.filename.replace("\\", "/"))
        if ".." in path.parts or path.is_absolute() or (path.parts[:1] and path.parts[0].endswith(":")):
            raise mesh_bounds.damaged(name, "3MF")
    for entry in read:
        if entry.flag_bits & _ENCRYPTED:
            raise MeshFileError(
                say("“{name}” is locked with a password.", name=name),
                say("Open it where it was made and save it without a password."),
            )
        if entry.file_size > _MAX_RATIO * max(entry.compress_size, 1) + _SMALL_BYTES:
            raise mesh_bounds.damaged(name, "3MF")


class _Plate:
    """Places the objects of the build section."""

    def __init__(self, archive: zipfile.ZipFile, name: str, job: JobContext) -> None:
        self._archive = archive
        self._name = name
        self._job = job
        self._parts: dict[str, ModelPart] = {}
        self._instances = 0
        self._triangles = 0

    def collect(self) -> Loose:
        root = self._root()
        pieces: list[Loose] = []
        for item in self._part(root).items:
            pieces += self._placed(item, root, np.eye(4), 0)
        if not pieces:
            raise mesh_bounds.no_surface(self._name)
        starts = np.cumsum([0, *(len(v) for v, _ in pieces)])
        faces = [f + start for (_, f), start in zip(pieces, starts, strict=False)]
        scale = self._part(root).unit_mm
        return np.concatenate([v for v, _ in pieces]) * scale, np.concatenate(faces).astype(np.int32)

    def _root(self) -> str:
        if _RELATIONS in self._archive.namelist():
            found = root_part(self._archive.read(_RELATIONS))
            if found:
                return found
        models = [n for n in self._archive.namelist() if n.lower().endswith(".model")]
        if not models:
            raise mesh_bounds.damaged(self._name, "3MF")
        return models[0]

    def _part(self, path: str) -> ModelPart:
        if path not in self._parts:
            with self._archive.open(path) as stream:
                self._parts[path] = parse_model(stream, self._name, self._job)
        return self._parts[path]

    def _placed(self, wanted: Reference, where: str, above: NDArray[np.float64], depth: int) -> list[Loose]:
        """Return the triangles of one reference and of all it is composed of."""
        self._job.check_cancelled()
        self._instances += 1
        if depth > _DEEPEST or self._instances > _MAX_INSTANCES:
            raise mesh_bounds.damaged(self._name, "3MF")
        path = wanted.path or where
        found = self._part(path).objects[wanted.object_id]
        # 3MF multiplies row vectors: the transform nearest to the mesh comes first.
        matrix = wanted.matrix @ above
        pieces: list[Loose] = []
        if len(found.faces) and found.is_model:
            self._triangles += len(found.faces)
            if self._triangles > mesh_bounds.MAX_TRIANGLES:
                raise mesh_bounds.too_large(self._name)
            faces = found.faces[:, ::-1] if np.linalg.det(matrix[:3, :3]) < 0 else found.faces
            pieces.append((found.vertices @ matrix[:3, :3] + matrix[3, :3], faces))
        for component in found.components:
            pieces += self._placed(component, path, matrix, depth + 1)
        return pieces


def bytes_3mf(mesh: MeshModel) -> bytes:
    """Write a mesh as 3MF, in mm; equal meshes give equal bytes."""
    vertices = "".join(f'<vertex x="{x:.9g}" y="{y:.9g}" z="{z:.9g}"/>' for x, y, z in mesh.vertices.tolist())
    triangles = "".join(f'<triangle v1="{a}" v2="{b}" v3="{c}"/>' for a, b, c in mesh.faces.tolist())
    model = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<model unit="millimeter" xmlns="http://schemas.microsoft.com/3dmanufacturing/core/2015/02">'
        f'<resources><object id="1" type="model"><mesh><vertices>{vertices}</vertices>'
        f"<triangles>{triangles}</triangles></mesh></object></resources>"
        '<build><item objectid="1"/></build></model>'
    )
    relations = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="model" Target="/3D/3dmodel.model" '
        'Type="http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel"/></Relationships>'
    )
    types = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="model" ContentType="application/vnd.ms-package.3dmanufacturing-3dmodel+xml"/>'
        "</Types>"
    )
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in (
            ("[Content_Types].xml", types),
            (_RELATIONS, relations),
            ("3D/3dmodel.model", model),
        ):
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, text)
    return buffer.getvalue()
