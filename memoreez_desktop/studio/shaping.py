"""The two ends of a keepsake's way: what only moves a mesh, and the mesh that is printed."""

from __future__ import annotations

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.keepsake_recipe import KeepsakeRecipe
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry.canonical import canonical
from memoreez_desktop.geometry.solids import Solid, sound, to_mesh, weld
from memoreez_desktop.geometry.welding import on_grid
from memoreez_desktop.studio.placing import is_placing, matrix_of, placed_mesh
from memoreez_desktop.studio.shelf import Shaped


def only_placed(recipe: KeepsakeRecipe) -> bool:
    """Tell whether a recipe does nothing that needs a closed solid."""
    return all(is_placing(step) for step in recipe.steps)


def placed(mesh: MeshModel, recipe: KeepsakeRecipe) -> MeshModel:
    """Do the steps of a recipe that only places; the mesh may be open.

    Raises
    ------
    InputError
        A size that cannot be made.
    """
    mesh = mesh.on_bed()
    for step in recipe.steps:
        assert is_placing(step)  # see only_placed
        mesh = placed_mesh(mesh, matrix_of(step, mesh.extents_mm))
    return mesh


def finish(shaped: Shaped, job: JobContext) -> MeshModel:
    """Return the mesh that is printed: welded, and in the one order that its triangles have.

    Raises
    ------
    MeshError
        It cannot be joined into one closed surface.
    Cancelled
    """
    if shaped.exact is not None:
        return shaped.exact
    # A solid gives its triangles away in the order in which its parts were made in this process.
    alone = sound(shaped.piece.solid.as_original())
    job.check_cancelled()
    mesh = weld(alone, bodies=None, job=job)
    job.check_cancelled()
    return canonical(mesh)


def quick(shaped: Shaped) -> MeshModel:
    """Return a mesh to look at: the same shape as :func:`finish` makes, without its weld."""
    return shaped.exact or to_look_at(shaped.piece.solid)


def to_look_at(solid: Solid) -> MeshModel:
    """Return the triangles of a solid as they are, their corners where the finished mesh has them.

    What is known of a corner of one, how much light it gets for example, is then known of the other's.
    """
    mesh = to_mesh(solid)
    return MeshModel(on_grid(mesh.vertices), mesh.faces)
