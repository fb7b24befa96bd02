"""PLY, ASCII and binary of both byte orders.

Source: Greg Turk, "The PLY Polygon File Format" (1994).
"""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.errors import MeshFileError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry import mesh_bounds
from memoreez_desktop.geometry.mesh_merge import merged
from memoreez_desktop.geometry.mesh_ply_body import (
    AsciiBody,
    BinaryBody,
    Body,
    Element,
    Polygons,
    Property,
)
from memoreez_desktop.geometry.mesh_polygons import triangles_of

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
_LINE_END = re.compile(rb"\r\n|\r|\n")
_FACE_LISTS = ("vertex_indices", "vertex_index")


def read_ply(path: Path, job: JobContext) -> MeshModel:
    """Read a PLY file; polygons become triangles.

    Raises
    ------
    MeshFileError
        No PLY header, cut off, or a face of points that are not there.
    """
    data = path.read_bytes()
    order, elements, start = _header(data, path.name)
    points: NDArray[np.float32] | None = None
    faces: Polygons | None = None
    try:
        body = _body(data, start, order)
        for element in elements:
            job.check_cancelled()
            if element.name == "vertex" and not element.has_lists:
                points = body.points(element)
            else:
                polygons = body.polygons(element, _FACE_LISTS)
                faces = polygons if element.name == "face" else faces
    except EOFError:
        raise mesh_bounds.truncated(path.name) from None
    except ValueError:
        raise mesh_bounds.damaged(path.name, "PLY") from None
    if points is None or faces is None or not len(faces[0]):
        raise mesh_bounds.no_surface(path.name)
    corners, sizes = faces
    if corners.min() < 0 or corners.max() >= len(points):
        raise mesh_bounds.bad_index(path.name)
    if len(corners) - 2 * len(sizes) > mesh_bounds.MAX_TRIANGLES:
        raise mesh_bounds.too_large(path.name)
    return merged(points, triangles_of(points, corners, sizes))


def _body(data: bytes, start: int, order: str) -> Body:
    text = np.frombuffer(data, dtype=np.uint8)
    return BinaryBody(text, start, order) if order else AsciiBody(text, start)


def _header(data: bytes, name: str) -> tuple[str, list[Element], int]:
    end = data.find(b"end_header", 0, _LONGEST_HEADER)
    ended = _LINE_END.search(data, end, _LONGEST_HEADER) if end >= 0 else None
    if not data.startswith(b"ply") or ended is None:
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
    return order, elements, ended.end()


def _lying(name: str, size: int, elements: list[Element]) -> MeshFileError:
    """Tell a count no file of this size can hold from one that is honest and too large."""
    return (
        mesh_bounds.truncated(name) if sum(e.count for e in elements) > size else mesh_bounds.too_large(name)
    )


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
