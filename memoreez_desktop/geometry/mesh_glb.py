"""glTF 2.0 files: GLB, all in one, and .gltf with its buffers inside or beside it.

Source: the glTF 2.0 specification of the Khronos Group.
"""

from __future__ import annotations

import base64
import binascii
import json
import struct
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote

import numpy as np

from memoreez_desktop.core.errors import MeshFileError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry import mesh_bounds
from memoreez_desktop.geometry.mesh_gltf_scene import Bytes, shown_mesh

_MAGIC, _JSON_CHUNK, _BIN_CHUNK = b"glTF", 0x4E4F534A, 0x004E4942
_METRE_PER_MM = 0.001  # times the reader's 1000 exactly 1: what is written in mm comes back bit for bit
_MOST_BUFFERS = 1_000


def read_glb(path: Path, job: JobContext) -> MeshModel:
    """Read a GLB file: every triangle the default scene shows, y up turned to z up, metres to mm.

    Raises
    ------
    MeshFileError
        No GLB, cut off, compressed, or an index out of range.
    """
    document, binary = _chunks(path.read_bytes(), path.name)
    job.check_cancelled()
    return shown_mesh(document, _buffers(document, path, binary), path.name, job)


def read_gltf(path: Path, job: JobContext) -> MeshModel:
    """Read a .gltf file with its buffers, as :func:`read_glb` does.

    Raises
    ------
    MeshFileError
        As for GLB; a buffer that is missing, too large, or not beside the file.
    """
    document = _json(path.read_bytes(), path.name)
    job.check_cancelled()
    return shown_mesh(document, _buffers(document, path, None), path.name, job)


def _json(content: Bytes, name: str) -> Any:
    try:
        return json.loads(bytes(content))
    except (ValueError, RecursionError):
        raise mesh_bounds.damaged(name, "glTF") from None


def _chunks(data: bytes, name: str) -> tuple[Any, Bytes | None]:
    if len(data) < 20 or data[:4] != _MAGIC or struct.unpack_from("<I", data, 4)[0] != 2:
        raise mesh_bounds.damaged(name, "GLB")
    if struct.unpack_from("<I", data, 8)[0] > len(data):
        raise mesh_bounds.truncated(name)
    at, document, binary = 12, None, None
    while at + 8 <= len(data):
        length, kind = struct.unpack_from("<II", data, at)
        content = memoryview(data)[at + 8 : at + 8 + length]
        if len(content) < length:
            raise mesh_bounds.truncated(name)
        if kind == _JSON_CHUNK and document is None:
            document = _json(content, name)
        elif kind == _BIN_CHUNK and binary is None:
            binary = content
        at += 8 + length
    return document, binary


def _buffers(document: Any, path: Path, binary: Bytes | None) -> list[Bytes]:
    """Find the bytes of every buffer; the one of a GLB file itself has no address."""
    listed = document.get("buffers", []) if isinstance(document, dict) else []
    if not isinstance(listed, list) or len(listed) > _MOST_BUFFERS:
        raise mesh_bounds.damaged(path.name, "glTF")
    buffers: list[Bytes] = []
    left = mesh_bounds.MAX_FILE_BYTES
    for number, entry in enumerate(listed):
        address = entry.get("uri") if isinstance(entry, dict) else None
        if address is None and number == 0 and binary is not None:
            buffers.append(binary)
        elif isinstance(address, str) and address.startswith("data:"):
            buffers.append(_inside(address, path.name))
        elif isinstance(address, str):
            buffers.append(_beside(path, address, left))
        else:
            buffers.append(b"")
        left -= len(buffers[-1])
        if left < 0:
            raise mesh_bounds.too_large(path.name)
    return buffers


def _inside(address: str, name: str) -> bytes:
    head, comma, content = address.partition(",")
    if not comma or not head.endswith(";base64"):
        raise mesh_bounds.damaged(name, "glTF")
    try:
        return base64.b64decode(content, validate=True)
    except (binascii.Error, ValueError):
        raise mesh_bounds.damaged(name, "glTF") from None


def _beside(path: Path, address: str, left: int) -> bytes:
    """Read a buffer that lies in the folder of the file or below it; nowhere else is looked."""
    inner = PurePosixPath(unquote(address))
    if (
        inner.is_absolute()
        or ".." in inner.parts
        or ":" in address
        or "\\" in str(inner)
        or "\0" in str(inner)
    ):
        raise MeshFileError(
            say("“{name}” wants a file that is not beside it.", name=path.name),
            say("Export it as GLB: all in one file."),
        )
    file = path.parent / inner
    if not file.is_file():
        raise MeshFileError(
            say("“{name}” needs the file “{missing}” beside it.", name=path.name, missing=inner.name),
            say("Put both into one folder, or export it as GLB: all in one file."),
        )
    if file.stat().st_size > left:
        raise mesh_bounds.too_large(path.name)
    return file.read_bytes()


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
