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
from memoreez_desktop.printability.undersides import Undersides

LIMIT_DEG = 45.0
"""From the vertical: what nearly every guide gives for filament printers."""
NEEDS_SUPPORT_MM2 = 100.0
WORTH_A_WORD_MM2 = 20.0
_ON_BED_MM = 0.3
_FLAT = -0.9
SMALLEST_REACH_MM = 1.5
"""Mean width of an underside below which its lines still find a hold beside them."""


class OverhangCheck:
    """Area of the undersides that lean out more than 45° and do not lie on the bed."""

    info = CheckInfo("overhang", say("Nothing hangs in the air"))
    id = info.id

    def run(self, subject: Subject) -> Iterator[Finding]:
        """See :class:`~memoreez_desktop.printability.api.Check`."""
        hanging = _hanging(subject)
        area = float(subject.face_areas_mm2[hanging].sum())
        if area < WORTH_A_WORD_MM2:
            return
        needed = area >= NEEDS_SUPPORT_MM2
        yield Finding(
            "overhang",
            "warning" if needed else "info",
            say("{area:.1f} cm² of it has nothing below.", area=area / 100),
            say("It needs supports; they break away after printing.")
            if needed
            else say("That little usually prints without supports."),
            subject.original_faces(hanging),
            "supports" if needed else "",
        )


def _hanging(subject: Subject) -> NDArray[np.int64]:
    """Faces that really hang: neither on the bed, nor a narrow step, nor a short bridge."""
    up = subject.face_up_ratio
    on_bed = (subject.cutter.high_mm < _ON_BED_MM) & (up < _FLAT)
    steep = (up < -math.sin(math.radians(LIMIT_DEG)) - 1e-6) & ~on_bed
    regions = Undersides(subject, np.flatnonzero(steep))
    held = (regions.mean_width_mm < SMALLEST_REACH_MM) | regions.bridged()
    return np.asarray(regions.faces[~held[regions.region]], dtype=np.int64)
