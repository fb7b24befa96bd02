"""A raw sculpture becomes the keepsake that is printed: its size, standing on the bed.

The raw mesh is never changed; the same steps with other values can be taken again at any time.
"""

from __future__ import annotations

from dataclasses import dataclass

from memoreez_desktop.core.errors import UsageError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.words import say
from memoreez_desktop.studio.resize import resize


@dataclass(frozen=True)
class KeepsakeRecipe:
    """What the studio does to a raw mesh; None leaves it as it is.

    ``height_mm`` sets the height, ``longest_mm`` the longest side; at most one of them.
    """

    height_mm: float | None = None
    longest_mm: float | None = None


def make_keepsake(raw: MeshModel, recipe: KeepsakeRecipe, job: JobContext) -> MeshModel:
    """Return the mesh at its size, centred, with its lowest point at z = 0.

    Raises
    ------
    UsageError
        Two sizes at once.
    Cancelled
    """
    if recipe.height_mm is not None and recipe.longest_mm is not None:
        raise UsageError(
            say("Two sizes were given for one model."), say("Give its height or its longest side.")
        )
    job.progress(0.0, say("Bringing it to size"))
    mesh = raw
    if recipe.height_mm is not None or recipe.longest_mm is not None:
        mesh = resize(raw, height_mm=recipe.height_mm, longest_mm=recipe.longest_mm)
    job.check_cancelled()
    return mesh.on_bed()
