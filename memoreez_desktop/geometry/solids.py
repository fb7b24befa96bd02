"""Exact solids in mm: extrusions, unions, and the way between them and meshes.

Booleans are Manifold's. An empty or broken part poisons a whole union without a word, so every
function here refuses one in words. :func:`weld` (from :mod:`memoreez_desktop.geometry.welding`) is the
only way out to a mesh that is printed.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

import numpy as np
from manifold3d import CrossSection, Error, FillRule, Manifold, Mesh, OpType
from numpy.typing import ArrayLike, NDArray

from memoreez_desktop.core.errors import MeshError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.shapes import Shape
from memoreez_desktop.geometry.topology import is_balanced
from memoreez_desktop.geometry.welding import weld_arrays

Solid: TypeAlias = Manifold

__all__ = ["Solid", "extrude", "revolve", "sound", "stand", "to_mesh", "to_solid", "union", "weld"]


def sound(solid: Solid) -> Solid:
    """Pass a solid on, or refuse it when it is empty or broken.

    Raises
    ------
    MeshError
        The solid is no solid.
    """
    if solid.status() != Error.NoError:
        raise MeshError(
            say("A part of the model is not a closed solid."), say("Try another size or another design.")
        )
    if solid.is_empty():
        raise MeshError(say("A part of the model came out empty."), say("Choose a larger size."))
    return solid


def extrude(shape: Shape, height_mm: float, z_mm: float = 0.0) -> Solid:
    """Raise a shape from ``z_mm`` by ``height_mm``.

    Raises
    ------
    MeshError
        The shape is empty or the height is not above zero.
    """
    if shape.is_empty() or not height_mm > 0:
        raise MeshError(
            say("A part of the design has no outline."),
            say("Choose another symbol, another text or a larger size."),
        )
    return sound(Manifold.extrude(shape, height_mm).translate((0.0, 0.0, z_mm)))


def revolve(profile_points: ArrayLike, segments: int = 180) -> Solid:
    """Turn a profile, (n, 2) float of radius and z in mm, about the z axis."""
    points = np.asarray(profile_points, dtype=np.float64).reshape(-1, 2)
    return sound(Manifold.revolve(CrossSection([points], FillRule.NonZero), segments))


def union(solids: Iterable[Solid]) -> Solid:
    """Join solids into one.

    Raises
    ------
    MeshError
        There is none, or one of them is empty or broken.
    """
    members = [sound(solid) for solid in solids]
    if not members:
        raise MeshError(say("A part of the model came out empty."), say("Choose a larger size."))
    return sound(Manifold.batch_boolean(members, OpType.Add))


def to_solid(mesh: MeshModel) -> Solid:
    """Build a Manifold from a closed mesh.

    Raises
    ------
    MeshError
        The mesh is not a closed, coherently wound surface, even after merging equal vertices.
    """
    # Copies: Manifold takes no read-only arrays.
    vertices = mesh.vertices.copy()
    faces = mesh.faces.astype(np.uint32)
    if is_balanced(mesh.faces):
        solid = Manifold(Mesh(vertices, faces))
        if solid.status() == Error.NoError:
            return sound(solid)
    merged = Mesh(vertices, faces)
    merged.merge()
    # WORKAROUND manifold3d 3.5.4: its constructor ends the process on some open meshes.
    joined = _representatives(merged, len(vertices))[mesh.faces]
    if not is_balanced(joined):
        raise MeshError(say("The model is not a closed surface."), say("Repair it first."))
    return sound(Manifold(merged))


def _representatives(mesh: Mesh, count: int) -> NDArray[np.int32]:
    """For each vertex the one that Manifold's merge put in its place, (count,) int32."""
    target = np.arange(count, dtype=np.int32)
    target[np.asarray(mesh.merge_from_vert, dtype=np.int64)] = np.asarray(mesh.merge_to_vert, dtype=np.int32)
    return target


def to_mesh(solid: Solid) -> MeshModel:
    """Take the triangles of a solid as they are: for pictures and booleans, not for files (see weld)."""
    mesh = sound(solid).to_mesh()
    return MeshModel(np.asarray(mesh.vert_properties)[:, :3], np.asarray(mesh.tri_verts).astype(np.int32))


def weld(
    solid: Solid, *, tolerance_mm: float = 0.002, bodies: int | None = 1, job: JobContext | None = None
) -> MeshModel:
    """Turn the result of booleans into a mesh that stays watertight wherever it is read.

    Readers of STL merge vertices of equal float32 position. Where two parts touch along a line, or a
    boolean left slivers, that breaks a mesh which was closed by its indices. So the mesh is simplified,
    put on a 0.1 µm grid, merged by position and checked edge by edge; where more than two faces still meet,
    the touching vertices are pulled a few µm apart into their own bodies.

    Parameters
    ----------
    solid : Solid
        What the booleans made.
    tolerance_mm : float
        How far a surface may move when slivers are simplified away.
    bodies : int or None
        How many separate bodies are right; None takes any number.
    job : JobContext, optional
        Asked between the parts of the work whether it is still wanted.

    Returns
    -------
    MeshModel
        Every edge has exactly two faces, wound coherently, also after merging by position.

    Raises
    ------
    MeshError
        The solid is empty or broken, falls into more pieces than ``bodies``, or cannot be welded.
    Cancelled
    """
    sound(solid)
    volume = float(solid.volume())
    # Other tolerances meet other slivers; zero keeps every vertex where the boolean put it.
    for tolerance in (tolerance_mm, tolerance_mm * 3, tolerance_mm / 4, 0.0):
        simpler = solid.simplify(tolerance) if tolerance > 0 else solid
        if simpler.is_empty():
            continue
        raw = simpler.to_mesh()
        if job is not None:
            job.check_cancelled()
        welded = weld_arrays(np.asarray(raw.vert_properties)[:, :3], np.asarray(raw.tri_verts))
        if welded is None:
            continue
        mesh, pieces = welded
        if abs(mesh.volume_mm3 - volume) > 0.001 * abs(volume) + 1e-3:
            continue
        if bodies is not None and pieces != bodies:
            raise MeshError(
                say("The model falls into {count} separate pieces.", count=pieces),
                say("Choose a larger size or another symbol, so that its parts touch."),
            )
        return mesh
    raise MeshError(
        say("The parts of the model could not be joined into one closed surface."),
        say("Try another size or another design."),
    )


def stand(mesh: MeshModel) -> MeshModel:
    """Put a mesh in the middle of the bed, its lowest point at z = 0."""
    return mesh.on_bed()
