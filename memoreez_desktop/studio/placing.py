"""Mirroring, turning and sizing as one matrix each, for solids and for meshes that are none."""

from __future__ import annotations

from itertools import product
from typing import TypeGuard

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.keepsake_steps import Mirror, Size, Step, Turn
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.turning import turn_matrix
from memoreez_desktop.geometry.solids import Solid
from memoreez_desktop.studio.api import Workpiece
from memoreez_desktop.studio.resize import size_factor

Matrix = NDArray[np.float64]
Placing = Mirror | Turn | Size

_AXES = {"x": 0, "y": 1, "z": 2}


def is_placing(step: Step) -> TypeGuard[Placing]:
    """Tell whether a step only moves a figure as a whole."""
    return isinstance(step, Placing)


def matrix_of(step: Placing, extents_mm: tuple[float, float, float]) -> Matrix:
    """(3, 3) float64 of a step, for a figure of these extents.

    Raises
    ------
    InputError
        A size that cannot be made.
    """
    if isinstance(step, Mirror):
        matrix = np.eye(3)
        matrix[_AXES[step.axis], _AXES[step.axis]] = -1.0
        return matrix
    if isinstance(step, Turn):
        return turn_matrix(step)
    return np.eye(3) * size_factor(extents_mm, step.height_mm, step.longest_mm)


def place(step: Placing, piece: Workpiece) -> Workpiece:
    """Move a keepsake in the making; its notes stay, a wall of words does not.

    Raises
    ------
    InputError
        A size that cannot be made.
    """
    low, high = piece.solid.bounding_box()[:3], piece.solid.bounding_box()[3:]
    extents = (high[0] - low[0], high[1] - low[1], high[2] - low[2])
    matrix = matrix_of(step, extents)
    solid = placed_solid(piece.solid, matrix)
    alone = np.array_equal(box_of(piece.solid), piece.figure_mm)
    figure = box_of(solid) if alone else _moved_figure(piece, matrix, solid)
    return piece.became(solid, figure_mm=figure, wall=None)


def _moved_figure(piece: Workpiece, matrix: Matrix, solid: Solid) -> NDArray[np.float64]:
    """(2, 3) box round the moved box of a figure that has something under it."""
    low, high = piece.figure_mm
    corners = np.array(list(product(*zip(low, high, strict=True)))) @ matrix.T
    # Moved like the whole, whose own box tells by how much.
    whole = box_of(piece.solid.transform(np.column_stack([matrix, np.zeros(3)])))
    shift = box_of(solid)[0] - whole[0]
    return np.array([corners.min(axis=0) + shift, corners.max(axis=0) + shift], dtype=np.float64)


def placed_mesh(mesh: MeshModel, matrix: Matrix) -> MeshModel:
    """Move every vertex of a mesh, closed or not, and put it on the bed.

    A mirrored one is still wound outwards.
    """
    # About its own middle, so that a model far from the origin loses no digits.
    vertices = (mesh.vertices.astype(np.float64) - mesh.bounds_mm.mean(axis=0)) @ matrix.T
    faces = mesh.faces[:, ::-1] if np.linalg.det(matrix) < 0 else mesh.faces
    return MeshModel(vertices.astype(np.float32), faces).on_bed()


def placed_solid(solid: Solid, matrix: Matrix) -> Solid:
    """Move a solid and put it on the bed."""
    moved = solid.transform(np.column_stack([matrix, np.zeros(3)]))
    return centred_solid(moved)


def centred_solid(solid: Solid) -> Solid:
    """Put a solid in the middle of the bed, its lowest point at z = 0."""
    x0, y0, z0, x1, y1, _ = solid.bounding_box()
    return solid.translate((-(x0 + x1) / 2, -(y0 + y1) / 2, -z0))


def box_of(solid: Solid) -> NDArray[np.float64]:
    """(2, 3) float64, mm: lowest and highest corner."""
    return np.array(solid.bounding_box(), dtype=np.float64).reshape(2, 3)
