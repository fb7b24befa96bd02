"""From a raw sculpture to a keepsake: a recipe that is applied anew each time, never to its own result."""

from __future__ import annotations

import hashlib
import json
import math
from dataclasses import asdict, dataclass

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.studio.resize import resize


@dataclass(frozen=True)
class KeepsakeRecipe:
    """What is done to a raw sculpture, in this order.

    Attributes
    ----------
    mirrored : bool
        Left and right are exchanged.
    rotation_x_deg, rotation_y_deg, rotation_z_deg : float
        Turned about the fixed axes, x first.
    height_mm, longest_mm : float or None
        Wanted size, see :func:`~memoreez_desktop.studio.resize.resize`.
    """

    mirrored: bool = False
    rotation_x_deg: float = 0.0
    rotation_y_deg: float = 0.0
    rotation_z_deg: float = 0.0
    height_mm: float | None = None
    longest_mm: float | None = None

    @property
    def digest(self) -> str:
        """SHA-256 over every value."""
        return hashlib.sha256(json.dumps(asdict(self), sort_keys=True).encode()).hexdigest()


def make_keepsake(mesh: MeshModel, recipe: KeepsakeRecipe) -> MeshModel:
    """Apply a recipe to a raw sculpture.

    Parameters
    ----------
    mesh : MeshModel
        The raw sculpture; it is not changed.
    recipe : KeepsakeRecipe

    Returns
    -------
    MeshModel
        Centred on x = y = 0, lowest point at z = 0, wound outwards also when mirrored.

    Raises
    ------
    InputError
        A size that cannot be made.
    """
    # About its own middle, so that a model far from the origin loses no digits.
    vertices = mesh.vertices.astype(np.float64) - mesh.bounds_mm.mean(axis=0)
    faces = mesh.faces
    if recipe.mirrored:
        vertices = vertices * (-1.0, 1.0, 1.0)
        faces = faces[:, ::-1]
    turned = vertices @ rotation_matrix(recipe).T
    return resize(MeshModel(turned.astype(np.float32), faces), recipe.height_mm, recipe.longest_mm)


def rotation_matrix(recipe: KeepsakeRecipe) -> NDArray[np.float64]:
    """(3, 3) float64 of the three turns; exact for quarter turns."""
    matrix = np.eye(3)
    angles = (recipe.rotation_x_deg, recipe.rotation_y_deg, recipe.rotation_z_deg)
    for axis, angle in enumerate(angles):
        quarter = angle % 360 / 90
        cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        if quarter == int(quarter):
            cos, sin = ((1, 0), (0, 1), (-1, 0), (0, -1))[int(quarter) % 4]
        first, second = (axis + 1) % 3, (axis + 2) % 3
        turn = np.eye(3)
        turn[[first, first, second, second], [first, second, first, second]] = (cos, -sin, sin, cos)
        matrix = turn @ matrix
    return matrix
