"""Compiling the kernels of the search before the first model comes."""

from __future__ import annotations

import numpy as np

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry.clustering import clustered
from memoreez_desktop.printability.orientation.search import search


def warm_kernels() -> None:
    """Search for a pose of a pyramid."""
    points = np.array([[0, 0, 0], [9, 0, 0], [0, 9, 0], [3, 3, 9]], dtype=np.float32)
    pyramid = MeshModel(points, np.array([[0, 2, 1], [0, 1, 3], [1, 2, 3], [2, 0, 3]]))
    clustered(pyramid, 1)
    search(pyramid, JobContext())
