"""Compiling or loading what opening a model needs, before the first one comes."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry.deviation import deviation
from memoreez_desktop.geometry.mesh_files import load_mesh, mesh_bytes

_POINTS = ("0 0 0", "4 0 0", "4 4 0", "3 1 0")
_HEADER = "element vertex 4\nproperty float x\nproperty float y\nproperty float z\nelement face 1\n"
_HEADER += "property list uchar int vertex_indices\nend_header\n"
_CONCAVE_OBJ = "".join(f"v {point}\n" for point in _POINTS) + "f 1 2 3 4\n"
_LOOP = "".join(f"vertex {point}\n" for point in _POINTS[:3])
_ASCII_STL = f"solid a\nfacet normal 0 0 1\nouter loop\n{_LOOP}endloop\nendfacet\nendsolid a\n"
_ASCII_PLY = f"ply\nformat ascii 1.0\n{_HEADER}"
_BINARY_PLY = f"ply\nformat binary_little_endian 1.0\n{_HEADER}"


def warm_kernels() -> None:
    """Read a small file of every kind that has an inner loop, and measure two surfaces."""
    face = bytes([4]) + np.arange(4, dtype="<i4").tobytes()
    points = np.array([point.split() for point in _POINTS], dtype="<f4")
    triangle = MeshModel(points, np.array([[0, 1, 2]]))
    files = {
        "a.3mf": mesh_bytes(triangle, ".3mf"),
        "a.obj": _CONCAVE_OBJ.encode(),
        "a.stl": _ASCII_STL.encode(),
        "a.ply": (_ASCII_PLY + "\n".join(_POINTS) + "\n4 0 1 2 3\n").encode(),
        "b.ply": _BINARY_PLY.encode() + points.tobytes() + face,
    }
    with tempfile.TemporaryDirectory(prefix="memoreez-") as folder:
        for name, content in files.items():
            path = Path(folder) / name
            path.write_bytes(content)
            load_mesh(path)
    deviation(triangle, triangle, probes=10)
