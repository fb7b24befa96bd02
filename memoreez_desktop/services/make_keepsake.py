"""A raw sculpture becomes the keepsake that is printed: mirrored, turned, brought to size, on the bed.

The raw mesh is never changed; the same recipe with other values can be applied again at any time.
"""

from __future__ import annotations

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.words import say
from memoreez_desktop.studio import keepsake
from memoreez_desktop.studio.keepsake import KeepsakeRecipe

__all__ = ["KeepsakeRecipe", "make_keepsake"]


def make_keepsake(raw: MeshModel, recipe: KeepsakeRecipe, job: JobContext) -> MeshModel:
    """Apply a recipe to a raw mesh.

    Raises
    ------
    InputError
        A size that cannot be made.
    Cancelled
    """
    job.progress(0.0, say("Bringing it to size"))
    mesh = keepsake.make_keepsake(raw, recipe)
    job.check_cancelled()
    return mesh
