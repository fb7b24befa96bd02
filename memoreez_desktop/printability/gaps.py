"""Gaps that the nozzle closes."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from manifold3d import CrossSection

from memoreez_desktop.core.finding import Finding
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.shapes import Shape
from memoreez_desktop.printability.api import CheckInfo
from memoreez_desktop.printability.subject import Subject
from memoreez_desktop.printability.thin_walls import faces_around, thin_parts

_MATTERS_MM3 = 2.0


class GapsCheck:
    """Gaps narrower than the nozzle: bodies beside them grow together, and grooves close.

    Tolerance: the limit within 0.02 mm, the volume within 5 %.
    """

    info = CheckInfo("gaps", say("Gaps stay open"), quick=False)
    id = info.id

    def run(self, subject: Subject) -> Iterator[Finding]:
        """See :class:`~memoreez_desktop.printability.api.Check`."""
        width = subject.printer.nozzle_mm
        joined_mm3, closed_mm3 = 0.0, 0.0
        faces = [np.zeros(0, dtype=np.int64)]
        for slab in subject.slabs:
            for gap in narrow_gaps(slab.section.shape, width):
                beside = faces_around(gap, slab.section)
                volume = gap.area() * slab.height_mm
                closed_mm3 += volume
                if len(np.unique(subject.bodies[1][beside])) > 1:
                    joined_mm3 += volume
                faces.append(beside)
        if closed_mm3 < _MATTERS_MM3:
            return
        parts_join = joined_mm3 >= _MATTERS_MM3
        yield Finding(
            "gap-fuses",
            "warning" if parts_join else "info",
            say("Parts less than {width:.1f} mm apart grow together.", width=width)
            if parts_join
            else say("Grooves narrower than {width:.1f} mm close while printing.", width=width),
            say("Move them further apart, or make it larger.")
            if parts_join
            else say("Made larger they stay open."),
            subject.original_faces(np.unique(np.concatenate(faces))),
            "resize" if parts_join else "",
            closed_mm3,
            "mm3",
        )


def narrow_gaps(shape: Shape, width_mm: float) -> list[Shape]:
    """Return what lies outside of a cut and is narrower than a width."""
    if shape.is_empty():
        return []
    x0, y0, x1, y1 = shape.bounds()
    margin = 2 * width_mm
    frame = CrossSection.square((x1 - x0 + 2 * margin, y1 - y0 + 2 * margin))
    frame = frame.translate((x0 - margin, y0 - margin))
    return thin_parts(frame - shape, width_mm)
