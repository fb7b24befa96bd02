"""What hangs in the air."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.finding import Finding
from memoreez_desktop.core.words import say
from memoreez_desktop.printability.api import CheckInfo
from memoreez_desktop.printability.subject import Subject

SUPPORT_DEG = 55.0
"""From where on they need something below: PrusaSlicer's shipped presets say 35° from the horizontal."""
NEEDS_SUPPORT_MM2 = 100.0
WORTH_A_WORD_MM2 = 20.0
LONGEST_BRIDGE_MM = 30.0
"""Beyond it nothing bridges without supports (design guides: free up to 5, good up to 15, 30 at most)."""
SMALLEST_REACH_MM = 1.5
"""Mean width of an underside below which its lines still find a hold beside them."""


class OverhangCheck:
    """Area of the undersides that lean out too far and do not lie on the bed.

    Tolerance: the area within 2 %; the limits within 0.1°.
    """

    info = CheckInfo("overhang", say("Nothing hangs in the air"))
    id = info.id

    def run(self, subject: Subject) -> Iterator[Finding]:
        """See :class:`~memoreez_desktop.printability.api.Check`."""
        leaning = _leaning(subject)
        hanging = leaning[subject.face_up_ratio[leaning] < -math.sin(math.radians(SUPPORT_DEG))]
        hanging_mm2 = float(subject.face_areas_mm2[hanging].sum())
        leaning_mm2 = float(subject.face_areas_mm2[leaning].sum())
        if hanging_mm2 >= NEEDS_SUPPORT_MM2:
            yield Finding(
                "overhang",
                "warning",
                say("{area:.1f} cm² of it has nothing below.", area=hanging_mm2 / 100),
                say("It needs supports; they break away after printing."),
                subject.original_faces(hanging),
                "supports",
                hanging_mm2,
                "mm2",
            )
        elif leaning_mm2 >= WORTH_A_WORD_MM2:
            yield Finding(
                "overhang",
                "info",
                say("{area:.1f} cm² of it leans far out.", area=leaning_mm2 / 100),
                say("That much usually prints without supports, a little rougher below."),
                subject.original_faces(leaning),
                amount=leaning_mm2,
                unit="mm2",
            )


def _leaning(subject: Subject) -> NDArray[np.int64]:
    """Faces that lean out far: neither on the bed, nor of a narrow step, nor of a bridge."""
    regions = subject.undersides
    held = (regions.mean_width_mm < SMALLEST_REACH_MM) | (regions.spans_mm <= LONGEST_BRIDGE_MM)
    return np.asarray(regions.faces[~held[regions.region]], dtype=np.int64)
