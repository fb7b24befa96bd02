"""Binary glTF 2.0: the triangles of the default scene, turned upright. Pictures and materials are never read.

Source: the glTF 2.0 specification of the Khronos Group.
"""

from __future__ import annotations

import json
import struct
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.errors import MeshFileError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry import mesh_bounds
from memoreez_desktop.geometry.mesh_merge import merged

_MAGIC, _JSON_CHUNK, _BIN_CHUNK = b"glTF", 0x4E4F534A, 0x004E4942
_COMPONENTS = {5120: "i1", 5121: "u1", 5122: "i2", 5123: "u2", 5125: "u4", 5126: "f4"}
_WIDTHS = {"SCALAR": 1, "VEC3": 3}
_TRIANGLES, _STRIP, _FAN = 4, 5, 6
_DEEPEST = 100
_MM_PER_METRE = 1000.0
_METRE_PER_MM = 0.001  # times the above exactly 1: what is written in mm comes back bit for bit

Matrix = NDArray[np.float64]


def read_glb(path: Path, job: JobContext) -> MeshModel:
    """Read a GLB file: every triangle the default scene shows, y up turned to z up, metres to mm.

    Raises
    ------
    MeshFileError
        No GLB, cut off, compressed, or an index out of range.
    """
    document, binary = _chunks(path.read_bytes(), path.name)
    packed = [name for name in document.get("extensionsRequired", []) if "compression" in str(name)]
    if packed:
        raise MeshFileError(
            say("“{name}” is compressed in a way that cannot be opened here.", name=path.name),
            say("Export it without mesh compression, or as STL."),
        )
    try:
        scene = _Scene(document, binary, path.name, job)
        vertices, faces = scene.collect()
    except (KeyError, IndexError, TypeError, ValueError, AttributeError, OverflowError):
        # The document is foreign data of any shape: whatever is missing in it makes it unreadable.
        raise mesh_bounds.damaged(path.name, "GLB") from None
    upright = np.column_stack([vertices[:, 0], -vertices[:, 2], vertices[:, 1]])
    with np.errstate(over="ignore"):
        return merged(upright.astype(np.float32), faces)


def _chunks(data: bytes, name: str) -> tuple[dict[str, Any], bytes]:
    if len(data) < 20 or data[:4] != _MAGIC or struct.unpack_from("<I", data, 4)[0] != 2:
        raise mesh_bounds.damaged(name, "GLB")
    if struct.unpack_from("<I", data, 8)[0] > len(data):
        raise mesh_bounds.truncated(name)
    at, document, binary = 12, None, b""
    while at + 8 <= len(data):
        length, kind = struct.unpack_from("<II", data, at)
        content = data[at + 8 : at + 8 + length]
        if len(content) < length:
            raise mesh_bounds.truncated(name)
        if kind == _JSON_CHUNK and document is None:
            try:
                document = json.loads(content)
            except (ValueError, RecursionError):
                raise mesh_bounds.damaged(name, "GLB") from None
        elif kind == _BIN_CHUNK and not binary:
            binary = content
        at += 8 + length
    if not isinstance(document, dict):
        raise mesh_bounds.damaged(name, "GLB")
    return document, binary


class _Scene:
    """Walks the nodes and gathers triangles."""

    def __init__(self, document: dict[str, Any], binary: bytes, name: str, job: JobContext) -> None:
        self._document = document
        self._binary = binary
        self._name = name
        self._job = job
        self._seen: set[int] = set()
        self._vertices: list[NDArray[np.float64]] = []
        self._faces: list[NDArray[np.int64]] = []
        self._count = 0
        self._triangles = 0

    def collect(self) -> tuple[NDArray[np.float64], NDArray[np.int32]]:
        scenes = self._document.get("scenes", [])
        if scenes:
            roots = scenes[self._document.get("scene", 0)].get("nodes", [])
        else:
            roots = range(len(self._document.get("nodes", [])))
        for node in roots:
            self._visit(node, np.diag([_MM_PER_METRE] * 3 + [1.0]), 0)
        if not self._faces:
            raise mesh_bounds.no_surface(self._name)
        return np.concatenate(self._vertices), np.concatenate(self._faces).astype(np.int32)

    def _visit(self, number: int, above: Matrix, depth: int) -> None:
        self._job.check_cancelled()
        if number in self._seen or depth > _DEEPEST:
            if "scenes" in self._document:
                raise mesh_bounds.damaged(self._name, "GLB")
            return
        self._seen.add(number)
        node = self._document["nodes"][number]
        placed = above @ _matrix(node)
        if "mesh" in node:
            for primitive in self._document["meshes"][node["mesh"]]["primitives"]:
                self._add(primitive, placed)
        for child in node.get("children", []):
            self._visit(child, placed, depth + 1)

    def _add(self, primitive: dict[str, Any], placed: Matrix) -> None:
        mode = primitive.get("mode", _TRIANGLES)
        if mode not in (_TRIANGLES, _STRIP, _FAN) or "POSITION" not in primitive["attributes"]:
            return
        points = self._accessor(primitive["attributes"]["POSITION"], "VEC3").astype(np.float64)
        if "indices" in primitive:
            order = self._accessor(primitive["indices"], "SCALAR").ravel().astype(np.int64)
        else:
            order = np.arange(len(points))
        if len(order) and order.max() >= len(points):
            raise mesh_bounds.bad_index(self._name)
        faces = _triangles(order, mode)
        if np.linalg.det(placed[:3, :3]) < 0:
            faces = faces[:, ::-1]
        self._triangles += len(faces)
        if self._triangles > mesh_bounds.MAX_TRIANGLES:
            raise mesh_bounds.too_large(self._name)
        self._vertices.append(points @ placed[:3, :3].T + placed[:3, 3])
        self._faces.append(faces + self._count)
        self._count += len(points)

    def _accessor(self, number: int, shape: str) -> NDArray[Any]:
        accessor = self._document["accessors"][number]
        if accessor["type"] != shape or "sparse" in accessor or number < 0:
            raise ValueError
        view = self._document["bufferViews"][accessor["bufferView"]]
        if view.get("buffer", 0) != 0:
            raise ValueError
        dtype = np.dtype("<" + _COMPONENTS[accessor["componentType"]])
        width, count = _WIDTHS[shape], int(accessor["count"])
        stride = int(view.get("byteStride", dtype.itemsize * width))
        start = int(view.get("byteOffset", 0)) + int(accessor.get("byteOffset", 0))
        if min(start, count, stride - dtype.itemsize * width) < 0:
            raise ValueError
        if count and start + stride * (count - 1) + dtype.itemsize * width > len(self._binary):
            raise mesh_bounds.truncated(self._name)
        values = np.ndarray(
            (count, width), dtype, self._binary, offset=start, strides=(stride, dtype.itemsize)
        )
        if accessor.get("normalized") and dtype.kind in "iu":
            return np.maximum(values / np.iinfo(dtype).max, -1.0)
        return values


def _triangles(order: NDArray[np.int64], mode: int) -> NDArray[np.int64]:
    if mode == _TRIANGLES:
        return order[: len(order) // 3 * 3].reshape(-1, 3)
    if len(order) < 3:
        return np.zeros((0, 3), dtype=np.int64)
    if mode == _FAN:
        return np.column_stack([np.full(len(order) - 2, order[0]), order[1:-1], order[2:]])
    strip = np.column_stack([order[:-2], order[1:-1], order[2:]])
    strip[1::2] = strip[1::2][:, [1, 0, 2]]
    return strip


def _matrix(node: dict[str, Any]) -> Matrix:
    """Return the 4 x 4 transform of a node: its matrix (by columns), or translation, rotation and scale."""
    if "matrix" in node:
        return np.array(node["matrix"], dtype=np.float64).reshape(4, 4).T
    x, y, z, w = (float(v) for v in node.get("rotation", (0, 0, 0, 1)))
    rotation = np.array(
        [
            [1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)],
            [2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)],
            [2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)],
        ]
    )
    matrix = np.eye(4)
    matrix[:3, :3] = rotation * np.array(node.get("scale", (1, 1, 1)), dtype=np.float64)
    matrix[:3, 3] = np.array(node.get("translation", (0, 0, 0)), dtype=np.float64)
    return matrix


def glb_bytes(mesh: MeshModel) -> bytes:
    """Write a mesh as GLB, z up turned to y up; one node turns its mm into metres."""
    v = mesh.vertices
    points = np.column_stack([v[:, 0], v[:, 2], -v[:, 1]]).astype("<f4")
    positions, indices = points.tobytes(), mesh.faces.astype("<u4").tobytes()
    document = {
        "asset": {"version": "2.0", "generator": "Memoreez Desktop"},
        "scene": 0,
        "scenes": [{"nodes": [0]}],
        "nodes": [{"mesh": 0, "scale": [_METRE_PER_MM] * 3}],
        "meshes": [{"primitives": [{"attributes": {"POSITION": 0}, "indices": 1}]}],
        "buffers": [{"byteLength": len(positions) + len(indices)}],
        "bufferViews": [
            {"buffer": 0, "byteOffset": 0, "byteLength": len(positions), "target": 34962},
            {"buffer": 0, "byteOffset": len(positions), "byteLength": len(indices), "target": 34963},
        ],
        "accessors": [
            {
                "bufferView": 0,
                "componentType": 5126,
                "count": len(points),
                "type": "VEC3",
                "min": points.min(axis=0).tolist(),
                "max": points.max(axis=0).tolist(),
            },
            {"bufferView": 1, "componentType": 5125, "count": mesh.faces.size, "type": "SCALAR"},
        ],
    }
    text = json.dumps(document, separators=(",", ":")).encode("ascii")
    text += b" " * (-len(text) % 4)
    binary = positions + indices
    total = 12 + 8 + len(text) + 8 + len(binary)
    head = struct.pack("<4sII", _MAGIC, 2, total) + struct.pack("<II", len(text), _JSON_CHUNK)
    return head + text + struct.pack("<II", len(binary), _BIN_CHUNK) + binary
