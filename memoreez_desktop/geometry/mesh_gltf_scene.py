"""The triangles a glTF 2.0 document shows. Pictures and materials are never read.

Source: the glTF 2.0 specification of the Khronos Group.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.errors import MeshFileError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry import mesh_bounds
from memoreez_desktop.geometry.mesh_merge import merged

_COMPONENTS = {5120: "i1", 5121: "u1", 5122: "i2", 5123: "u2", 5125: "u4", 5126: "f4"}
_WIDTHS = {"SCALAR": 1, "VEC3": 3}
_TRIANGLES, _STRIP, _FAN = 4, 5, 6
_DEEPEST = 100
_MM_PER_METRE = 1000.0

Matrix = NDArray[np.float64]
Bytes = bytes | memoryview


def shown_mesh(document: Any, buffers: Sequence[Bytes], name: str, job: JobContext) -> MeshModel:
    """Gather every triangle the default scene shows, y up turned to z up, metres to mm.

    Raises
    ------
    MeshFileError
        Compressed, damaged, too large, cut off, or an index out of range.
    """
    if not isinstance(document, dict):
        raise mesh_bounds.damaged(name, "glTF")
    try:
        packed = [kind for kind in document.get("extensionsRequired", []) if "compression" in str(kind)]
        if packed:
            raise MeshFileError(
                say("“{name}” is compressed in a way that cannot be opened here.", name=name),
                say("Export it without mesh compression, or as STL."),
            )
        vertices, faces = _Scene(document, buffers, name, job).collect()
    except (KeyError, IndexError, TypeError, ValueError, AttributeError, OverflowError):
        # The document is foreign data of any shape: whatever is missing in it makes it unreadable.
        raise mesh_bounds.damaged(name, "glTF") from None
    upright = np.column_stack([vertices[:, 0], -vertices[:, 2], vertices[:, 1]])
    with np.errstate(over="ignore"):
        return merged(upright.astype(np.float32), faces)


class _Scene:
    """Walks the nodes and gathers triangles."""

    def __init__(
        self, document: dict[str, Any], buffers: Sequence[Bytes], name: str, job: JobContext
    ) -> None:
        self._document = document
        self._buffers = buffers
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
                raise mesh_bounds.damaged(self._name, "glTF")
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
        accessor = self._document["accessors"][_index(number)]
        if accessor["type"] != shape or "sparse" in accessor:
            raise ValueError
        view = self._document["bufferViews"][_index(accessor["bufferView"])]
        binary = self._buffers[_index(view.get("buffer", 0))]
        dtype = np.dtype("<" + _COMPONENTS[accessor["componentType"]])
        width, count = _WIDTHS[shape], int(accessor["count"])
        stride = int(view.get("byteStride", dtype.itemsize * width))
        start = int(view.get("byteOffset", 0)) + int(accessor.get("byteOffset", 0))
        if min(start, count, stride - dtype.itemsize * width) < 0:
            raise ValueError
        if count and start + stride * (count - 1) + dtype.itemsize * width > len(binary):
            raise mesh_bounds.truncated(self._name)
        values = np.ndarray((count, width), dtype, binary, offset=start, strides=(stride, dtype.itemsize))
        if accessor.get("normalized") and dtype.kind in "iu":
            return np.maximum(values / np.iinfo(dtype).max, -1.0)
        return values


def _index(value: Any) -> int:
    """Return a place in a list; Python would take -1 for the last one."""
    if not isinstance(value, int) or value < 0:
        raise ValueError
    return value


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
