"""PLY, ASCII and binary of both byte orders.

Source: Greg Turk, "The PLY Polygon File Format" (1994).
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.errors import MeshFileError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry import mesh_bounds
from memoreez_desktop.geometry.mesh_merge import merged
from memoreez_desktop.geometry.mesh_ply_body import AsciiBody, BinaryBody, Element, Polygons, Property

_TYPES = {
    "char": "i1",
    "uchar": "u1",
    "short": "i2",
    "ushort": "u2",
    "int": "i4",
    "uint": "u4",
    "float": "f4",
    "double": "f8",
    "int8": "i1",
    "uint8": "u1",
    "int16": "i2",
    "uint16": "u2",
    "int32": "i4",
    "uint32": "u4",
    "float32": "f4",
    "float64": "f8",
}
_ORDERS = {"ascii": "", "binary_little_endian": "<", "binary_big_endian": ">"}
_LONGEST_HEADER = 65_536
_FACE_LISTS = ("vertex_indices", "vertex_index")


def read_ply(path: Path, job: JobContext) -> MeshModel:
    """Read a PLY file; polygons become fans of triangles.

    Raises
    ------
    MeshFileError
        No PLY header, cut off, or a face of points that are not there.
    """
    data = path.read_bytes()
    order, elements, start = _header(data, path.name)
    body = AsciiBody(data[start:]) if not order else BinaryBody(data, start, order)
    points: NDArray[np.float32] | None = None
    triangles = np.zeros((0, 3), dtype=np.int64)
    try:
        for element in elements:
            job.check_cancelled()
            if element.name == "vertex" and not element.has_lists:
                table = body.table(element)
                with np.errstate(over="ignore"):
                    points = np.column_stack([table[axis] for axis in "xyz"]).astype(np.float32)
            else:
                polygons = body.rows(element, _FACE_LISTS)
                if element.name == "face":
                    triangles = _fans(polygons)
    except (EOFError, IndexError):
        raise mesh_bounds.truncated(path.name) from None
    except (KeyError, ValueError, OverflowError):
        raise mesh_bounds.damaged(path.name, "PLY") from None
    if points is None or not len(triangles):
        raise mesh_bounds.no_surface(path.name)
    if triangles.min() < 0 or triangles.max() >= len(points):
        raise mesh_bounds.bad_index(path.name)
    return merged(points, triangles.astype(np.int32))


def _header(data: bytes, name: str) -> tuple[str, list[Element], int]:
    end = data.find(b"end_header", 0, _LONGEST_HEADER)
    start = data.find(b"\n", end) + 1
    if not data.startswith(b"ply") or end < 0 or start == 0:
        raise mesh_bounds.damaged(name, "PLY")
    order: str | None = None
    elements: list[Element] = []
    try:
        for line in data[:end].decode("latin-1").splitlines()[1:]:
            match line.split():
                case ["format", kind, _]:
                    order = _ORDERS[kind]
                case ["element", element, count]:
                    elements.append(Element(element, int(count)))
                case ["property", "list", count_kind, kind, label]:
                    elements[-1].properties.append(Property(label, _TYPES[kind], _TYPES[count_kind]))
                case ["property", kind, label]:
                    elements[-1].properties.append(Property(label, _TYPES[kind]))
    except (KeyError, ValueError, IndexError):
        raise mesh_bounds.damaged(name, "PLY") from None
    if order is None or any(element.count < 0 for element in elements):
        raise mesh_bounds.damaged(name, "PLY")
    if any(element.count > mesh_bounds.MAX_VERTICES for element in elements):
        raise _lying(name, len(data), elements)
    return order, elements, start


def _lying(name: str, size: int, elements: list[Element]) -> MeshFileError:
    """Tell a count no file of this size can hold from one that is honest and too large."""
    return (
        mesh_bounds.truncated(name) if sum(e.count for e in elements) > size else mesh_bounds.too_large(name)
    )


def _fans(polygons: NDArray[np.int64] | Polygons) -> NDArray[np.int64]:
    if isinstance(polygons, np.ndarray):
        corners = polygons.shape[1]
        fans = [polygons[:, [0, k, k + 1]] for k in range(1, corners - 1)]
        return np.concatenate(fans) if fans else np.zeros((0, 3), dtype=np.int64)
    rows = [(p[0], p[k], p[k + 1]) for p in polygons for k in range(1, len(p) - 1)]
    return np.array(rows, dtype=np.int64).reshape(-1, 3)


def ply_bytes(mesh: MeshModel) -> bytes:
    """Write a mesh as little-endian binary PLY."""
    header = (
        "ply\nformat binary_little_endian 1.0\ncomment Memoreez Desktop, mm\n"
        f"element vertex {len(mesh.vertices)}\n"
        "property float x\nproperty float y\nproperty float z\n"
        f"element face {mesh.triangles}\nproperty list uchar int vertex_indices\nend_header\n"
    )
    faces = np.zeros(mesh.triangles, np.dtype([("count", "u1"), ("indices", "<i4", 3)]))
    faces["count"] = 3
    faces["indices"] = mesh.faces
    return header.encode("ascii") + mesh.vertices.astype("<f4").tobytes() + faces.tobytes()
