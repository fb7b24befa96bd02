"""Which format a model file really has: its content decides, not its name."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

_HEAD_BYTES = 65_536
_STL_HEADER, _STL_RECORD = 84, 50
_MOST_ENTRIES = 10_000
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_OBJ_LINE = re.compile(rb"^[ \t]*(?:v[ \t]+[-+.,\deE]+[ \t]|f[ \t]+-?\d|mtllib[ \t])", re.MULTILINE)
_MODEL_IN_ZIP = (".stl", ".obj", ".ply", ".glb", ".gltf", ".3mf", ".zip")


def kind_of(path: Path) -> str:
    """Look into a file: ``.stl``, ``.obj``, ``.ply``, ``.glb``, ``.gltf`` or ``.3mf``.

    Returns ``packed`` for an archive with models in it, and nothing for what is none of them.

    Raises
    ------
    OSError
        It cannot be read.
    """
    size = path.stat().st_size
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
    if head.startswith(b"glTF"):
        return ".glb"
    if head.startswith(b"PK\x03\x04"):
        return _kind_of_zip(path)
    if head[:3] == b"ply" and head[3:4] in (b"\n", b"\r", b" "):
        return ".ply"
    if len(head) >= _STL_HEADER:
        body = size - _STL_HEADER - _STL_RECORD * int.from_bytes(head[80:84], "little")
        # Some programs leave a few bytes behind the last record.
        if 0 <= body < _STL_RECORD and b"\0" in head:
            return ".stl"
    return _kind_of_text(head)


def _kind_of_text(head: bytes) -> str:
    if head[:2] in _UTF16:
        head = head[: len(head) // 2 * 2].decode("utf-16", "replace").encode("latin-1", "replace")
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if b"\0" in text:
        return ""
    if text[:5].lower() == b"solid" and (b"facet" in text.lower() or b"endsolid" in text.lower()):
        return ".stl"
    if text.startswith(b"{") and b'"asset"' in text:
        return ".gltf"
    return ".obj" if _OBJ_LINE.search(text.replace(b"\r", b"\n")) else ""


def _kind_of_zip(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            names = [name.lower() for name in archive.namelist()[:_MOST_ENTRIES]]
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, UnicodeDecodeError):
        return ".3mf"  # its reader has the words
    if any(name.endswith(".model") for name in names):
        return ".3mf"
    return "packed" if any(name.endswith(_MODEL_IN_ZIP) for name in names) else ""
