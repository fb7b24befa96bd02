"""The triangle mesh every stage hands to the next."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Vertices = NDArray[np.float32]
Faces = NDArray[np.int32]


@dataclass(frozen=True, eq=False)
class MeshModel:
    """An indexed triangle mesh, in mm, z up. Its arrays are read-only.

    Attributes
    ----------
    vertices : (n, 3) float32, mm
    faces : (m, 3) int32
        Counter-clockwise seen from outside.
    """

    vertices: Vertices
    faces: Faces

    def __post_init__(self) -> None:
        """Make the arrays contiguous, of the right type, and read-only."""
        vertices = np.ascontiguousarray(self.vertices, dtype=np.float32).reshape(-1, 3)
        faces = np.ascontiguousarray(self.faces, dtype=np.int32).reshape(-1, 3)
        for array in (vertices, faces):
            array.flags.writeable = False
        object.__setattr__(self, "vertices", vertices)
        object.__setattr__(self, "faces", faces)

    def __reduce__(self) -> tuple[object, ...]:
        """Cross processes as two arrays, read-only again on the other side."""
        return MeshModel, (self.vertices, self.faces)

    @property
    def triangles(self) -> int:
        """Number of faces."""
        return len(self.faces)

    @cached_property
    def bounds_mm(self) -> NDArray[np.float64]:
        """(2, 3) float64, mm: lowest and highest corner of all vertices; zeros when there is none."""
        if not len(self.vertices):
            return np.zeros((2, 3))
        # Planar copies: numpy reduces a strided (n, 3) array several times slower.
        columns = [self.vertices[:, axis] for axis in range(3)]
        return np.array([[c.min() for c in columns], [c.max() for c in columns]], dtype=np.float64)

    @property
    def extents_mm(self) -> tuple[float, float, float]:
        """Width, depth and height."""
        low, high = self.bounds_mm
        size = high - low
        return float(size[0]), float(size[1]), float(size[2])

    @cached_property
    def volume_mm3(self) -> float:
        """Signed volume by the divergence theorem; meaningful for closed meshes."""
        a, b, c = (self.vertices[self.faces[:, k]].astype(np.float64) for k in range(3))
        return float(np.einsum("ij,ij->i", a, np.cross(b, c)).sum() / 6.0)

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the two arrays, hex."""
        content = hashlib.sha256(self.vertices.tobytes())
        content.update(self.faces.tobytes())
        return content.hexdigest()

    def moved(self, dx_mm: float = 0.0, dy_mm: float = 0.0, dz_mm: float = 0.0) -> MeshModel:
        """Return the mesh shifted."""
        offset = np.array([dx_mm, dy_mm, dz_mm], dtype=np.float32)
        return MeshModel(self.vertices + offset, self.faces)

    def scaled(self, factor: float) -> MeshModel:
        """Return the mesh scaled about the origin."""
        return MeshModel(self.vertices * np.float32(factor), self.faces)

    def on_bed(self) -> MeshModel:
        """Return the mesh centred on x = y = 0 with its lowest point at z = 0."""
        low, high = self.bounds_mm
        centre = (low + high) / 2
        return self.moved(-float(centre[0]), -float(centre[1]), -float(low[2]))
