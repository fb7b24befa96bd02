"""STL, binary and ASCII, read and written without a detour.

Source: the two layouts as the 3D Systems StereoLithography Interface Specification (1989) has them.
"""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry import mesh_bounds
from memoreez_desktop.geometry.mesh_merge import mesh_from_corners

_RECORD = np.dtype([("normal", "<f4", 3), ("corners", "<f4", (3, 3)), ("attribute", "<u2")])
_HEADER_BYTES = 84
_HEADER_TEXT = b"Memoreez Desktop, mm"
_CHUNK_BYTES = 8_000_000
_VERTEX = re.compile(rb"vertex\s+(\S+)\s+(\S+)\s+(\S+)", re.IGNORECASE)


def read_stl(path: Path, job: JobContext) -> MeshModel:
    """Read an STL file of any kind.

    A file whose length fits its own triangle count is binary, whatever its first word is: many programs
    begin binary files with ``solid``, too.

    Raises
    ------
    MeshFileError
        Empty, cut off, or not STL at all.
    """
    size = path.stat().st_size
    with path.open("rb") as file:
        head = file.read(1024)
    announced = int.from_bytes(head[80:84], "little") if len(head) >= _HEADER_BYTES else -1
    expected = _HEADER_BYTES + _RECORD.itemsize * announced
    if announced >= 0 and expected <= size < expected + _RECORD.itemsize:
        return mesh_from_corners(_read_binary(path, announced))
    if head.lstrip(b"\xef\xbb\xbf \t\r\n")[:5].lower() == b"solid" and b"\0" not in head:
        return mesh_from_corners(_read_ascii(path, job))
    if (size < expected or size < _HEADER_BYTES) and _looks_binary(head):
        raise mesh_bounds.truncated(path.name)
    raise mesh_bounds.damaged(path.name, "STL")


def _looks_binary(head: bytes) -> bool:
    """Tell whether there is a header and one unit normal behind it."""
    if len(head) < _HEADER_BYTES + 12:
        return b"\0" in head
    normal = np.frombuffer(head, "<f4", 3, _HEADER_BYTES)
    return bool(np.isfinite(normal).all() and np.abs(normal).max() < 1.01)


def _read_binary(path: Path, triangles: int) -> NDArray[np.float32]:
    if triangles > mesh_bounds.MAX_TRIANGLES:
        raise mesh_bounds.too_large(path.name)
    records = np.fromfile(path, _RECORD, triangles, offset=_HEADER_BYTES)
    return np.ascontiguousarray(records["corners"], dtype=np.float32)


def _read_ascii(path: Path, job: JobContext) -> NDArray[np.float32]:
    """Collect the vertex lines chunk by chunk: the whole text may be larger than the memory."""
    blocks: list[NDArray[np.float32]] = []
    facets = 0
    ended = False
    rest = b""
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK_BYTES):
            job.check_cancelled()
            text = rest + chunk
            # Cut behind the last facet, so that neither a number nor a keyword is torn.
            cut = max(text.rfind(b"endfacet"), text.rfind(b"ENDFACET"), 0)
            rest = text[cut:]
            blocks.append(_vertex_lines(text[:cut], path.name))
            facets += text[:cut].lower().count(b"outer loop")
    blocks.append(_vertex_lines(rest, path.name))
    facets += rest.lower().count(b"outer loop")
    ended = b"endsolid" in rest.lower()
    points = np.concatenate(blocks)
    if len(points) != 3 * facets or not ended:
        raise mesh_bounds.truncated(path.name)
    if facets > mesh_bounds.MAX_TRIANGLES:
        raise mesh_bounds.too_large(path.name)
    return points.reshape(-1, 3, 3)


def _vertex_lines(text: bytes, name: str) -> NDArray[np.float32]:
    numbers = [number for line in _VERTEX.findall(text) for number in line]
    try:
        # A literal beyond float32 becomes infinite here and its face is dropped with the other unusable ones.
        with np.errstate(over="ignore"):
            return np.array(numbers, dtype=np.float64).astype(np.float32).reshape(-1, 3)
    except ValueError:
        raise mesh_bounds.damaged(name, "STL") from None


def stl_bytes(mesh: MeshModel) -> bytes:
    """Write a mesh as binary STL, normals included.

    Read back and merged by position it is the same solid: every coordinate keeps its bits.
    """
    corners = mesh.vertices[mesh.faces]
    records = np.zeros(len(corners), _RECORD)
    # Readers take the winding for the normal; one that cannot be computed stays zero.
    with np.errstate(invalid="ignore", over="ignore"):
        normals = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
        length = np.linalg.norm(normals, axis=1, keepdims=True)
        usable = np.isfinite(length) & (length > 0)
        records["normal"] = np.divide(normals, length, out=np.zeros_like(normals), where=usable)
    records["corners"] = corners
    header = _HEADER_TEXT.ljust(80, b"\0") + len(corners).to_bytes(4, "little")
    return header + records.tobytes()
