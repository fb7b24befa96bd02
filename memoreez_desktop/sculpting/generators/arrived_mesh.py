"""Looking at what a service sent before it is called a mesh, and giving it the suffix its bytes deserve."""

from __future__ import annotations

import base64
import binascii
import json
import struct
from pathlib import Path

from memoreez_desktop.core.remote import ServiceError
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.mesh_kind import kind_of
from memoreez_desktop.network.refusals import refusal, unreadable

READABLE = (".glb", ".gltf", ".stl", ".obj", ".ply", ".3mf")
_GLB_HEAD, _CHUNK_HEAD = 12, 8
_MOST_JSON_BYTES = 50_000_000
_LEAST_BYTES = 84
_PACKED = {
    "KHR_draco_mesh_compression": "Draco",
    "EXT_meshopt_compression": "meshopt",
    "KHR_meshopt_compression": "meshopt",
}


def require_mesh(landed: Path, service: str, *, paid: bool = True) -> Path:
    """Make sure that a file is a whole mesh, and give it its suffix.

    Parameters
    ----------
    landed : Path
        A file of any name.
    service : str
        The provider's label.
    paid : bool
        Something may have been charged for it; False for servers of one's own.

    Returns
    -------
    Path
        Beside ``landed``, which is no more.

    Raises
    ------
    ServiceError
        It is no mesh that can be read, it is cut off, or it is packed in a way this program cannot unpack.
    """
    try:
        whole = landed.stat().st_size >= _LEAST_BYTES
        suffix = kind_of(landed) if whole else ""
        if suffix == ".glb":
            _require_whole_glb(landed, service, paid)
    except OSError:
        raise unreadable(service, maybe_charged=paid) from None
    if suffix not in READABLE:
        raise _no_mesh(service, suffix, paid)
    named = landed.with_name(landed.name.partition(".")[0] + suffix)
    return landed.replace(named)


def is_cut_glb(path: Path) -> bool:
    """Tell whether a file begins as a GLB that does not reach the length its own header tells."""
    with path.open("rb") as file:
        head = file.read(_GLB_HEAD)
    if head[:4] != b"glTF":
        return False
    return len(head) < _GLB_HEAD or path.stat().st_size < int.from_bytes(head[8:12], "little")


def file_of_base64(text: object, landing: Path, service: str, *, paid: bool = True) -> Path:
    """Write a mesh out of JSON to its landing, with or without the head of a ``data:`` address.

    Raises
    ------
    ServiceError
        It is no text, empty or no base64.
    OSError
        It cannot be written.
    """
    if not isinstance(text, str) or not text:
        raise unreadable(service, maybe_charged=paid)
    try:
        data = base64.b64decode(text.rpartition(",")[2], validate=True)
    except (binascii.Error, ValueError):
        raise unreadable(service, maybe_charged=paid) from None
    landing.write_bytes(data)
    return landing


def _require_whole_glb(path: Path, service: str, paid: bool) -> None:
    """Check length and chunks (glTF 2.0, 4.4), and that nothing needed is packed beyond our reading."""
    size = path.stat().st_size
    with path.open("rb") as file:
        _, version, length = struct.unpack("<4sII", file.read(_GLB_HEAD))
        chunk_bytes, chunk_kind = struct.unpack("<I4s", file.read(_CHUNK_HEAD))
        if version != 2 or length > size or chunk_kind != b"JSON" or chunk_bytes > _MOST_JSON_BYTES:
            raise unreadable(service, maybe_charged=paid)
        try:
            document = json.loads(file.read(chunk_bytes))
        except (ValueError, RecursionError):
            raise unreadable(service, maybe_charged=paid) from None
    needed = document.get("extensionsRequired") if isinstance(document, dict) else None
    packing = [_PACKED[name] for name in needed or () if isinstance(name, str) and name in _PACKED]
    if packing:
        raise _packed(service, packing[0], paid)


def _packed(service: str, way: str, paid: bool) -> ServiceError:
    return ServiceError(
        say("{service} sent a mesh that is packed with {way}.", service=service, way=way),
        say("This program cannot unpack it. The file is kept; choose another format or model there."),
        reason="bad_input",
        maybe_charged=paid,
    )


def _no_mesh(service: str, suffix: str, paid: bool) -> ServiceError:
    if suffix == "packed":
        return refusal(service, "server", say("an archive instead of a mesh"), maybe_charged=paid)
    return unreadable(service, maybe_charged=paid)
