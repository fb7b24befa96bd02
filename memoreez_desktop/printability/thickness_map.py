"""Heat map of the wall thickness."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.heat_map import CAREFUL, GOOD, MIDDLE, PERFECT, TROUBLE, ColourScale
from memoreez_desktop.geometry.thickness import wall_thickness_mm
from memoreez_desktop.printability.subject import LINES_PER_NOZZLE, Subject


def thickness_map(subject: Subject) -> NDArray[np.float32]:
    """Measure the wall behind each face.

    Tolerance: parallel walls and balls within 1 %; no value is told from it alone, because a ray beside a
    sharp edge reads less than a nozzle feels there: the verdict is that of the cuts.

    Returns
    -------
    (m,) float32, mm
        Of each face that was handed in; NaN where nothing could be measured.
    """
    return subject.on_original(wall_thickness_mm(subject.mesh, subject.edges.pairs))


def thickness_scale(nozzle_mm: float) -> ColourScale:
    """Return the colours: a wall below one line vanishes, one below two nozzles breaks."""
    line = nozzle_mm * LINES_PER_NOZZLE
    return ColourScale(
        "thickness",
        (
            (line, TROUBLE),
            (2 * nozzle_mm, CAREFUL),
            (3 * nozzle_mm, MIDDLE),
            (4 * line, GOOD),
            (8 * line, PERFECT),
        ),
    )
