"""STL, binary and ASCII, read and written without a detour.

Source: the two layouts as the 3D Systems StereoLithography Interface Specification (1989) has them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry import mesh_bounds
from memoreez_desktop.geometry.compiled import kernel
from memoreez_desktop.geometry.mesh_merge import mesh_from_corners
from memoreez_desktop.geometry.mesh_text import (
    Text,
    is_word,
    number,
    skip_blanks,
    skip_line,
    skip_spaces,
    skip_word,
    text_of,
)

_RECORD = np.dtype([("normal", "<f4", 3), ("corners", "<f4", (3, 3)), ("attribute", "<u2")])
_HEADER_BYTES = 84
_HEADER_TEXT = b"Memoreez Desktop, mm"
_CHUNK_BYTES = 8_000_000
_LONGEST_FACET = 4_000_000  # bytes between two ends of facets: far beyond any number of digits
_SHORTEST_VERTEX = 12  # "vertex 0 0 0"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


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
    if head[:2] in _UTF16:
        return mesh_from_corners(_read_ascii([path.read_bytes()], path.name, job))
    if head.lstrip(b"\xef\xbb\xbf \t\r\n")[:5].lower() == b"solid" and b"\0" not in head:
        with path.open("rb") as file:
            return mesh_from_corners(_read_ascii(_whole_facets(file), path.name, job))
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


def _whole_facets(file: IO[bytes]) -> Iterator[bytes]:
    """Read chunk by chunk, each cut behind a facet: the whole text may be larger than the memory."""
    rest = b""
    while chunk := file.read(_CHUNK_BYTES):
        text = rest + chunk
        cut = max(text.rfind(b"endfacet"), text.rfind(b"ENDFACET"), text.rfind(b"EndFacet"))
        # Behind the word itself, or it would open the next part.
        cut = cut + len(b"endfacet") if cut >= 0 else 0
        if len(text) - cut > _LONGEST_FACET:
            break
        rest = text[cut:]
        if cut:
            yield text[:cut]
    yield rest


def _read_ascii(parts: Iterable[bytes], name: str, job: JobContext) -> NDArray[np.float32]:
    blocks: list[NDArray[np.float32]] = []
    facets, points, ended = 0, 0, False
    for part in parts:
        job.check_cancelled()
        text = text_of(part, name, "STL")
        room = np.empty((len(part) // _SHORTEST_VERTEX + 1, 3), dtype=np.float32)
        found, loops, ended = _facets(text, room)
        if found < 0:
            raise mesh_bounds.damaged(name, "STL")
        # A copy, so that the unused room is given back.
        blocks.append(room[:found].copy())
        facets, points = facets + loops, points + found
        if facets > mesh_bounds.MAX_TRIANGLES:
            raise mesh_bounds.too_large(name)
    if points != 3 * facets or not ended:
        raise mesh_bounds.truncated(name)
    return np.concatenate(blocks).reshape(-1, 3, 3)


@kernel
def _facets(text: Text, points: NDArray[np.float32]) -> tuple[int, int, bool]:
    """Read all vertices; their number (-1 where one is no number), that of the loops, and "endsolid" seen."""
    at, found, loops, ended = 0, 0, 0, False
    while at < len(text):
        at = skip_blanks(text, at)
        if is_word(text, at, b"vertex"):
            at = skip_word(text, at)
            for axis in range(3):
                value, at = number(text, skip_spaces(text, at))
                if at < 0:
                    return -1, loops, ended
                points[found, axis] = value
            found += 1
        elif is_word(text, at, b"loop"):
            loops += 1
            at = skip_word(text, at)
        elif is_word(text, at, b"solid") or is_word(text, at, b"endsolid"):
            # The rest of the line is a name, of whatever words.
            ended = is_word(text, at, b"endsolid")
            at = skip_line(text, at)
        else:
            at = skip_word(text, at)
    return found, loops, ended


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
