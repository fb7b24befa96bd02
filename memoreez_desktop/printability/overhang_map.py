"""Heat map of how far each face leans out."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.heat_map import CAREFUL, GOOD, MIDDLE, PERFECT, TROUBLE, ColourScale
from memoreez_desktop.printability.subject import Subject

OVERHANG_SCALE = ColourScale(
    "overhang", ((0.0, PERFECT), (30.0, GOOD), (45.0, MIDDLE), (55.0, CAREFUL), (70.0, TROUBLE))
)
"""45°: rougher from here on; 55°: supports; 70°: nothing holds it without them."""


def overhang_map(subject: Subject) -> NDArray[np.float32]:
    """Measure the lean of each face from the vertical, exactly.

    Returns
    -------
    (m,) float32, degrees
        0 for what looks up, stands upright or lies on the bed, 90 for a level underside; NaN for a face
        without area.
    """
    lean = np.degrees(np.arcsin(np.clip(-subject.face_up_ratio, 0.0, 1.0)))
    lean[subject.on_bed] = 0.0
    lean[subject.face_areas_mm2 <= 0] = np.nan
    return subject.on_original(lean)
