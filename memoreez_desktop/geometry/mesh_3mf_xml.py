"""The XML inside a 3MF file: objects, components and what is placed."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from typing import IO
from xml.parsers import expat

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.geometry import mesh_bounds
from memoreez_desktop.geometry.mesh_3mf_lists import LIST_MARK, cut_lists

_UNITS_MM = {
    "micron": 0.001,
    "millimeter": 1.0,
    "centimeter": 10.0,
    "inch": 25.4,
    "foot": 304.8,
    "meter": 1000.0,
}
_CHUNK_BYTES = 1_000_000
_MODEL_RELATION = "/3dmodel"
_SEPARATOR = " "


@dataclass
class Reference:
    """A wish to place an object: from the build section, or as a component of another object."""

    object_id: str
    matrix: NDArray[np.float64]
    path: str = ""


@dataclass
class ModelObject:
    """One object: its own triangles, or others it is composed of.

    Attributes
    ----------
    vertices : (n, 3) float64
        In the unit of the file.
    faces : (m, 3) int32
    """

    is_model: bool = True
    components: list[Reference] = field(default_factory=list)
    vertices: NDArray[np.float64] = field(default_factory=lambda: np.zeros((0, 3)))
    faces: NDArray[np.int32] = field(default_factory=lambda: np.zeros((0, 3), dtype=np.int32))


@dataclass
class ModelPart:
    """One ``.model`` file."""

    unit_mm: float = 1.0
    objects: dict[str, ModelObject] = field(default_factory=dict)
    items: list[Reference] = field(default_factory=list)


class _Builder:
    """Receives the elements of a model file one by one."""

    def __init__(self, name: str, lists: list[NDArray[np.float64]]) -> None:
        self.part = ModelPart()
        self._name = name
        self._lists = lists
        self._begin(ModelObject())

    def _begin(self, current: ModelObject) -> None:
        self._object = current
        self._points: list[NDArray[np.float64]] = []
        self._corners: list[NDArray[np.float64]] = []
        self._loose_points, self._loose_corners = array("d"), array("d")

    def start(self, element: str, attributes: dict[str, str]) -> None:
        tag = element.rpartition(_SEPARATOR)[2]
        if tag == "vertex":
            numbers = self._loose_points
            numbers.extend((float(attributes["x"]), float(attributes["y"]), float(attributes["z"])))
            if len(numbers) > 3 * mesh_bounds.MAX_VERTICES:
                raise mesh_bounds.too_large(self._name)
        elif tag == "triangle":
            indices = self._loose_corners
            indices.extend((int(attributes["v1"]), int(attributes["v2"]), int(attributes["v3"])))
            if len(indices) > 3 * mesh_bounds.MAX_TRIANGLES:
                raise mesh_bounds.too_large(self._name)
        elif tag in ("vertices", "triangles") and LIST_MARK in attributes:
            blocks = self._points if tag == "vertices" else self._corners
            blocks.append(self._lists[int(attributes[LIST_MARK])])
        elif tag == "object":
            self._begin(ModelObject(attributes.get("type", "model") in ("model", "surface")))
            self.part.objects[attributes["id"]] = self._object
        elif tag == "component":
            self._object.components.append(_reference(attributes))
        elif tag == "item":
            self.part.items.append(_reference(attributes))
        elif tag == "model":
            self.part.unit_mm = _UNITS_MM[attributes.get("unit", "millimeter")]

    def end(self, element: str) -> None:
        if element.rpartition(_SEPARATOR)[2] != "object":
            return
        points = np.concatenate([*self._points, np.array(self._loose_points).reshape(-1, 3)])
        corners = np.concatenate([*self._corners, np.array(self._loose_corners).reshape(-1, 3)])
        # Written so that a corner that is no number is out of range, too.
        if len(corners) and not (corners.min() >= 0 and corners.max() < len(points)):
            raise mesh_bounds.bad_index(self._name)
        faces = corners.astype(np.int32)
        if (faces != corners).any():
            raise ValueError
        self._object.vertices, self._object.faces = points, faces


def _reference(attributes: dict[str, str]) -> Reference:
    matrix = np.eye(4)
    if "transform" in attributes:
        matrix[:, :3] = np.array([float(v) for v in attributes["transform"].split()]).reshape(4, 3)
    # The path attribute belongs to the production extension and carries its namespace.
    path = next((v for k, v in attributes.items() if k.rpartition(_SEPARATOR)[2] == "path"), "")
    return Reference(attributes["objectid"], matrix, path.lstrip("/"))


def parse_model(stream: IO[bytes], name: str, job: JobContext) -> ModelPart:
    """Read one model file.

    Raises
    ------
    MeshFileError
        Too many points or triangles, an index out of range, or a document type (3MF forbids it).
    ExpatError, KeyError, ValueError
        The content is not what the specification says; the caller has the words.
    """
    chunks: list[bytes] = []
    while chunk := stream.read(_CHUNK_BYTES):
        job.check_cancelled()
        chunks.append(chunk)
    lists = cut_lists(b"".join(chunks), name)
    del chunks
    builder = _Builder(name, lists.values)
    parser = _parser(name)
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    for begin in range(0, len(lists.skeleton), _CHUNK_BYTES):
        job.check_cancelled()
        parser.Parse(lists.skeleton[begin : begin + _CHUNK_BYTES], False)
    parser.Parse(b"", True)
    return builder.part


def root_part(relations: bytes) -> str:
    """Find the path of the main model file in ``_rels/.rels``; empty when it names none."""
    targets: list[str] = []

    def start(element: str, attributes: dict[str, str]) -> None:
        if attributes.get("Type", "").endswith(_MODEL_RELATION):
            targets.append(attributes.get("Target", "").lstrip("/"))

    parser = _parser("")
    parser.StartElementHandler = start
    parser.Parse(relations, True)
    return targets[0] if targets else ""


def _parser(name: str) -> expat.XMLParserType:
    def refuse(*_: object) -> None:
        # Entities are how a small file grows without end; 3MF forbids document types for that reason.
        raise mesh_bounds.damaged(name, "3MF")

    parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
    parser.StartDoctypeDeclHandler = refuse
    return parser
