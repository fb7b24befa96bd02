"""A mesh becomes one region per layer."""

from __future__ import annotations

import numpy as np

from memoreez_desktop.core.errors import SlicingError
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.words import say
from memoreez_desktop.slicing.builtin.cutting.layers import LayerStack
from memoreez_desktop.slicing.builtin.cutting.section_kernels import contours, triangles_by_plane
from memoreez_desktop.slicing.builtin.plane.ring_stack import RingStack
from memoreez_desktop.slicing.builtin.plane.simple_kernels import simple_layers
from memoreez_desktop.slicing.compiled import Floats, Ints


def welded(mesh: MeshModel) -> tuple[Floats, Ints]:
    """Merge vertices at exactly the same place and drop the triangles that vanish by it.

    Returns vertices (n, 3) float64 and faces (m, 3) int64.
    """
    # Adding zero turns -0 into +0, which has another bit pattern and the same place.
    points = mesh.vertices + np.float32(0.0)
    bits = np.ascontiguousarray(points).view(np.uint32).astype(np.uint64)
    keys = bits[:, 0] * np.uint64(0x9E3779B97F4A7C15)
    keys ^= bits[:, 1] * np.uint64(0xC2B2AE3D27D4EB4F) + bits[:, 2] * np.uint64(0x165667B19E3779F9)
    _, first, inverse = np.unique(keys, return_index=True, return_inverse=True)
    if not np.array_equal(points[first][inverse], points):
        # Two places share a key (about once in 2^40 meshes): sort by the coordinates themselves.
        _, first, inverse = np.unique(points, axis=0, return_index=True, return_inverse=True)
    faces = inverse.reshape(-1)[mesh.faces].astype(np.int64)
    a, b, c = faces[:, 0], faces[:, 1], faces[:, 2]
    faces = faces[(a != b) & (b != c) & (a != c)]
    return points[first].astype(np.float64), np.ascontiguousarray(faces)


def cut_layers(vertices: Floats, faces: Ints, stack: LayerStack, resolution_mm: float) -> RingStack:
    """Cut a closed, welded mesh at the middle of every layer.

    Raises
    ------
    SlicingError
        Some contours do not close: the surface has holes.
    """
    heights = vertices[:, 2][faces]
    lowest = np.minimum(np.minimum(heights[:, 0], heights[:, 1]), heights[:, 2])
    highest = np.maximum(np.maximum(heights[:, 0], heights[:, 1]), heights[:, 2])
    planes = stack.plane_mm
    first = np.searchsorted(planes, lowest, side="left").astype(np.int64)
    past = np.searchsorted(planes, highest, side="left").astype(np.int64)
    offsets, members = triangles_by_plane(first, past, len(planes))
    points, rings, plane_rings, open_chains = contours(
        vertices, faces, planes, offsets, members, resolution_mm
    )
    if open_chains:
        raise SlicingError(
            say("The surface of this model has holes ({count} outlines do not close).", count=open_chains),
            say("Repair the model first; the Print page and “memoreez repair” do it."),
        )
    cut = RingStack(points, rings, plane_rings)
    proved = simple_layers(points, rings, plane_rings, np.ones(len(planes), np.bool_))
    # Overlapping bodies unite, and what crosses itself is resolved.
    return cut.replaced({i: cut.region_of(i) for i in np.flatnonzero(~proved).tolist()})
