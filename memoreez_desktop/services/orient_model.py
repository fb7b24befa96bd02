"""The ways a keepsake's figure may lie on the bed, each with a picture and what it comes to."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from manifold3d import Manifold
from numpy.typing import NDArray

from memoreez_desktop.core.errors import MeshError
from memoreez_desktop.core.job import JobContext, stage
from memoreez_desktop.core.keepsake_recipe import KeepsakeRecipe
from memoreez_desktop.core.keepsake_steps import Size, Turn
from memoreez_desktop.core.mesh import MeshModel, Vertices
from memoreez_desktop.core.product import Camera
from memoreez_desktop.core.profiles import SliceSettings
from memoreez_desktop.core.turning import turn_matrix
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.clay import encode_png, render_clay
from memoreez_desktop.geometry.clustering import clustered
from memoreez_desktop.geometry.mesh_merge import merged
from memoreez_desktop.printability.orientation.api import Aim, Orientation
from memoreez_desktop.printability.orientation.choices import orientations
from memoreez_desktop.printability.orientation.lay_flat import lay_flat
from memoreez_desktop.services.estimate import rough_print
from memoreez_desktop.services.shape_keepsake import Shelf, shape_keepsake
from memoreez_desktop.storage.mesh_bytes import StoredMesh

__all__ = ["Lying", "lay_down", "lay_on", "oriented", "resting_points", "ways_to_lie"]

_PICTURE_TRIANGLES = 60_000
_CAMERA = Camera(azimuth_deg=-62.0, elevation_deg=18.0)


@dataclass(frozen=True, eq=False)
class Lying:
    """One way to lie, ready to be shown.

    Attributes
    ----------
    orientation : Orientation
        Its turn goes from the figure as it was sculpted, mirrored where the recipe says so.
    size_mm : (width, depth, height)
        As large as the recipe makes it now, whichever way it lies.
    time_s : float
        A rough print with its supports, without pedestal.
    picture_png : bytes
        In clay, on a transparent ground; empty when it was not asked for.
    """

    orientation: Orientation
    size_mm: tuple[float, float, float]
    time_s: float
    picture_png: bytes


def ways_to_lie(
    raw: MeshModel | StoredMesh,
    recipe: KeepsakeRecipe,
    settings: SliceSettings,
    job: JobContext,
    *,
    shelf: Shelf | None = None,
    colour: str = "cream",
    picture_px: int = 360,
) -> tuple[Lying, ...]:
    """Search for good orientations of a keepsake's figure; what it stands on comes after that.

    Parameters
    ----------
    raw : MeshModel or StoredMesh
    recipe : KeepsakeRecipe
        Only mirroring and the size count; how it is turned now does not.
    settings : SliceSettings
        Printer, and what the rough time is for.
    picture_px : int
        Side of the pictures; 0 for none.

    Returns
    -------
    tuple of Lying
        As it was sculpted first, always.

    Raises
    ------
    InputError, MeshError, StorageError
        As :func:`~memoreez_desktop.services.shape_keepsake.shape_keepsake` does.
    Cancelled
    """
    figure = _upright_figure(raw, recipe, stage(job, 0.0, 0.1), shelf)
    found = orientations(figure, settings.printer, stage(job, 0.1, 0.7))
    small = clustered(merged(figure.vertices, figure.faces), _PICTURE_TRIANGLES)
    told = []
    for number, orientation in enumerate(found):
        job.check_cancelled()
        job.progress(0.7 + 0.3 * number / len(found), say("Taking pictures"))
        laid = lay_down(small, orientation.turn)
        supported = settings.with_quality(supports="auto")
        picture = b""
        if picture_px:
            picture = encode_png(
                render_clay(laid, _CAMERA, size_px=picture_px, colour=colour, quality="draft")
            )
        time_s = rough_print(laid, supported).time_s
        told.append(Lying(orientation, lay_down(figure, orientation.turn).extents_mm, time_s, picture))
    return tuple(told)


def oriented(
    raw: MeshModel | StoredMesh, recipe: KeepsakeRecipe, settings: SliceSettings, aim: Aim, job: JobContext
) -> tuple[KeepsakeRecipe, tuple[Lying, ...]]:
    """Lay a keepsake's figure down as it is the best for an aim; it keeps the size it has as it lies now.

    Returns
    -------
    recipe : KeepsakeRecipe
    ways : tuple of Lying
        All that was found, without pictures.

    Raises
    ------
    InputError, MeshError, StorageError, Cancelled
        See :func:`ways_to_lie`.
    """
    ways = ways_to_lie(raw, recipe, settings, job, picture_px=0)
    lying = next(way for way in ways if aim in way.orientation.aims)
    turn, size = lying.orientation.turn, recipe.first(Size)
    recipe = recipe.without(Turn)
    if turn != Turn():
        recipe = recipe.with_step(turn)
    if size is not None:
        height_mm = None if size.height_mm is None else round(lying.size_mm[2], 4)
        longest_mm = None if size.longest_mm is None else round(max(lying.size_mm), 4)
        recipe = recipe.with_step(Size(height_mm, longest_mm))
    return recipe, ways


def lay_down(mesh: MeshModel, turn: Turn) -> MeshModel:
    """Return a mesh turned and put on the bed."""
    points = mesh.vertices.astype(np.float64) - mesh.bounds_mm.mean(axis=0)
    return MeshModel((points @ turn_matrix(turn).T).astype(np.float32), mesh.faces).on_bed()


def lay_on(mesh: MeshModel, face: int, raw: MeshModel | StoredMesh, linear: NDArray[np.float64]) -> Turn:
    """Return the further turn after which a face of a keepsake lies on the bed.

    Parameters
    ----------
    mesh : MeshModel
        The keepsake, which may stand on something.
    raw : MeshModel or StoredMesh
        Its sculpture, which is what comes to rest where the face is rounded.
    linear : (3, 3) float64
        How the sculpture is mirrored and turned in it.

    Raises
    ------
    InputError
        There is no such face.
    StorageError
        The stored sculpture is gone or damaged.
    """
    sculpture = raw.load() if isinstance(raw, StoredMesh) else raw
    faces = sculpture.faces[:, ::-1] if np.linalg.det(linear) < 0 else sculpture.faces
    points = sculpture.vertices.astype(np.float64) @ linear.T
    return lay_flat(mesh, face, figure=MeshModel(points.astype(np.float32), faces))


def resting_points(raw: MeshModel | StoredMesh) -> Vertices:
    """(k, 3) float32, mm: the corners of a sculpture's convex hull; as large as it, however it lies.

    Raises
    ------
    StorageError
        The stored sculpture is gone or damaged.
    """
    points = (raw.load() if isinstance(raw, StoredMesh) else raw).vertices
    hull = Manifold.hull_points(points.astype(np.float64)).to_mesh()
    # What is flat has no hull.
    return np.array(hull.vert_properties[:, :3] if len(hull.tri_verts) else points, dtype=np.float32)


def _upright_figure(
    raw: MeshModel | StoredMesh, recipe: KeepsakeRecipe, job: JobContext, shelf: Shelf | None
) -> MeshModel:
    """Return the figure as it was sculpted, in the size it has as it lies now."""
    placing = KeepsakeRecipe(
        tuple(step for step in recipe.steps if step.kind in ("mirror", "turn", "size")), recipe.nozzle_mm
    )
    mesh = shape_keepsake(raw, placing, job, final=False, shelf=shelf).mesh
    if not mesh.triangles:
        raise MeshError(say("There is nothing to lay on the bed."), say("Open another model."))
    back = turn_matrix(recipe.first(Turn) or Turn()).T
    points = (mesh.vertices.astype(np.float64) - mesh.bounds_mm.mean(axis=0)) @ back.T
    return MeshModel(points.astype(np.float32), mesh.faces).on_bed()
