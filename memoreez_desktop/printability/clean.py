"""The first rung: drop what is no face, close cracks, and make the winding agree. No shape is invented."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree

from memoreez_desktop.core.mesh import Faces, MeshModel
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.mesh_merge import drop_unused, merge_positions, without_collapsed
from memoreez_desktop.geometry.topology import bodies, edge_table, faces_to_flip
from memoreez_desktop.printability.receipt import RepairStep

_CRACKS = (1e-6, 1e-5, 1e-4)
"""Of the diagonal: what rounding in files and programs leaves between edges that were one."""


def clean(mesh: MeshModel, steps: list[RepairStep]) -> MeshModel:
    """Drop faces without a place or an area, merge by position, and drop doubled faces.

    Parameters
    ----------
    mesh : MeshModel
        As it came.
    steps : list of RepairStep
        What was done is appended.
    """
    finite = np.asarray(np.all(np.isfinite(mesh.vertices), axis=1))
    faces = mesh.faces[finite[mesh.faces].all(axis=1)]
    if len(faces) < mesh.triangles:
        lost = mesh.triangles - len(faces)
        steps.append(
            RepairStep("dropped-placeless", say("Faces without a place left out: {count}.", count=lost), lost)
        )
    vertices, index = merge_positions(mesh.vertices)
    whole = without_collapsed(index[faces])
    if len(whole) < len(faces):
        lost = len(faces) - len(whole)
        steps.append(
            RepairStep("dropped-collapsed", say("Faces without an area left out: {count}.", count=lost), lost)
        )
    single = _without_doubles(whole, len(vertices))
    if len(single) < len(whole):
        lost = len(whole) - len(single)
        steps.append(RepairStep("dropped-doubled", say("Doubled faces left out: {count}.", count=lost), lost))
    return drop_unused(vertices, single)


def _without_doubles(faces: Faces, vertex_count: int) -> Faces:
    """Keep one face of each three vertices; none where two opposite ones are a wall between two rooms."""
    if not len(faces):
        return faces
    ordered = np.sort(faces, axis=1).astype(np.int64)
    a, b, c = faces[:, 0], faces[:, 1], faces[:, 2]
    even = (a < b).astype(np.int64) + (b < c) + (c < a) == 2
    order = np.lexsort((np.arange(len(faces)), ordered[:, 2], ordered[:, 1], ordered[:, 0]))
    rows = ordered[order]
    new = np.r_[True, np.any(rows[1:] != rows[:-1], axis=1)]
    if new.all():
        return faces
    first = np.flatnonzero(new)
    size = np.diff(first, append=len(faces))
    balance = np.add.reduceat(np.where(even[order], 1, -1), first)
    keep = np.sort(order[first])
    opposite = np.zeros(len(faces), dtype=bool)
    opposite[order[first[(balance == 0) & (size > 1)]]] = True
    kept, wall = faces[keep], opposite[keep]
    if not wall.any():
        return kept
    crowded = np.zeros(len(kept), dtype=bool)
    crowded[edge_table(kept, vertex_count).crowded_faces] = True
    walls = np.flatnonzero(wall)
    count, sheet = bodies(len(walls), edge_table(kept[walls], vertex_count).pairs)
    inner = np.bincount(sheet, crowded[walls], count) > 0
    drop = np.zeros(len(kept), dtype=bool)
    drop[walls[inner[sheet]]] = True
    return kept[~drop]


def close_cracks(mesh: MeshModel, steps: list[RepairStep]) -> MeshModel:
    """Merge vertices of open edges that lie closer together than rounding leaves them."""
    table = edge_table(mesh.faces, len(mesh.vertices))
    if not len(table.open_faces):
        return mesh
    before = len(table.open_faces)
    diagonal = float(np.linalg.norm(mesh.extents_mm))
    rim = np.unique(table.open_edges)
    tree = cKDTree(mesh.vertices[rim].astype(np.float64))
    best, fewest = mesh, before
    for share in _CRACKS:
        near = tree.query_pairs(share * diagonal, output_type="ndarray")
        if not len(near):
            continue
        candidate = _joined(mesh, rim, near)
        after = edge_table(candidate.faces, len(candidate.vertices))
        if len(after.open_faces) < fewest and after.crowded_edges <= table.crowded_edges:
            best, fewest = candidate, len(after.open_faces)
    if best is not mesh:
        steps.append(
            RepairStep(
                "closed-cracks",
                say("Open edges closed that were only cracks: {count}.", count=before - fewest),
                before - fewest,
            )
        )
    return best


def _joined(mesh: MeshModel, rim: NDArray[np.int64], near: NDArray[np.intp]) -> MeshModel:
    links = coo_array((np.ones(len(near), dtype=np.int8), (near[:, 0], near[:, 1])), shape=(len(rim),) * 2)
    _, group = connected_components(links, directed=False)
    _, first = np.unique(group, return_index=True)
    number = np.arange(len(mesh.vertices), dtype=np.int32)
    number[rim] = rim[first[group]]
    return drop_unused(mesh.vertices, without_collapsed(number[mesh.faces]))


def agree_winding(mesh: MeshModel, steps: list[RepairStep]) -> MeshModel:
    """Turn over as few faces as it takes for neighbours to agree, then the whole when it is inside out."""
    table = edge_table(mesh.faces, len(mesh.vertices))
    faces = mesh.faces
    if not table.coherent.all():
        flip = faces_to_flip(len(faces), table)
        if flip.any():
            faces = np.where(flip[:, None], faces[:, ::-1], faces)
            count = int(flip.sum())
            steps.append(
                RepairStep("turned-faces", say("Faces turned the right way: {count}.", count=count), count)
            )
    mesh = MeshModel(mesh.vertices, faces)
    middle = mesh.bounds_mm.mean(axis=0)
    if mesh.moved(*(-float(v) for v in middle)).volume_mm3 < 0:
        mesh = MeshModel(mesh.vertices, mesh.faces[:, ::-1])
        steps.append(
            RepairStep("turned-inside-out", say("Turned the model, which was inside out."), mesh.triangles)
        )
    return mesh
