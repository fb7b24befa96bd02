"""Whether letters and fine lines can be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
from manifold3d import CrossSection, FillRule
from numpy.typing import NDArray

from memoreez_desktop.core.finding import Finding
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.shapes import Shape
from memoreez_desktop.printability.api import CheckInfo
from memoreez_desktop.printability.lettering_levels import Level, lettering_levels
from memoreez_desktop.printability.slabs import RESOLUTION_MM
from memoreez_desktop.printability.subject import Subject
from memoreez_desktop.printability.thin_walls import faces_around, thin_parts

FINE_STROKE_MM = 0.6
"""A raised stroke below this is hard to read; below one line it is not drawn as it is."""
STROKE_MM = 2.5
"""What is narrower is a stroke."""
Narrow = Callable[[Shape, float], list[Shape]]
_SHARE = 0.6
_LEAST_MM2, _MUCH_MM2 = 1.0, 5.0


class TextStrokesCheck:
    """Strokes of raised letters, and their counters and engraved lines, on the top and on the sides.

    Tolerance: a stroke or a counter within 0.02 mm of its limit. Letters are known by what they are: flat,
    raised or cut by 0.15 to 3 mm, and narrow. A cut line that runs out over an edge is not looked at.
    """

    info = CheckInfo("text-strokes", say("Letters can be read"), quick=False)
    id = info.id

    def run(self, subject: Subject) -> Iterator[Finding]:
        """See :class:`~memoreez_desktop.printability.api.Check`."""
        levels = lettering_levels(subject.mesh, subject.face_areas_mm2, subject.face_normals)
        cuts = [(level, level.section.shape.simplify(RESOLUTION_MM)) for level in levels]
        # What stands on the top is thin for the check of walls already.
        sides = [(level, shape) for level, shape in cuts if not level.upright]
        line, nozzle = subject.line_width_mm, subject.printer.nozzle_mm
        gone = _Found(sides, thin_parts, line)
        if gone.matters:
            yield Finding(
                "text-vanishes",
                "warning",
                say("Raised strokes are thinner than {width:.2f} mm, one line of the nozzle.", width=line),
                say("Larger letters or bolder ones can be read: 5 mm high and bold is safe."),
                subject.original_faces(gone.faces),
                "resize",
                gone.area_mm2,
                "mm2",
            )
        else:
            fine = _Found(sides, thin_parts, FINE_STROKE_MM)
            if fine.matters:
                yield Finding(
                    "text-fine",
                    "info",
                    say(
                        "Raised strokes are thinner than {width:.1f} mm and come out rough.",
                        width=FINE_STROKE_MM,
                    ),
                    say("Larger letters or bolder ones can be read: 5 mm high and bold is safe."),
                    subject.original_faces(fine.faces),
                    amount=fine.area_mm2,
                    unit="mm2",
                )
        closed = _Found(cuts, _cut_strokes, nozzle)
        if closed.matters:
            yield Finding(
                "counters-close",
                "warning" if closed.area_mm2 >= _MUCH_MM2 else "info",
                say(
                    "Cut letters or holes in letters are narrower than {width:.1f} mm and close.",
                    width=nozzle,
                ),
                say("Larger letters or bolder ones can be read: 5 mm high and bold is safe."),
                subject.original_faces(closed.faces),
                "resize",
                closed.area_mm2,
                "mm2",
            )


def _cut_strokes(shape: Shape, width_mm: float) -> list[Shape]:
    """Return what is narrower than a width of the holes of a cut: counters, and engraved lines."""
    rings = [ring for ring in shape.to_polygons() if CrossSection([ring], FillRule.Positive).area() > 0]
    return thin_parts(CrossSection(rings, FillRule.Positive) - shape, width_mm) if rings else []


class _Found:
    """What is narrower than a width on some cuts: area, faces, and whether it is much of all strokes."""

    def __init__(self, cuts: list[tuple[Level, Shape]], narrow: Narrow, width_mm: float) -> None:
        faces: list[NDArray[np.int64]] = [np.zeros(0, dtype=np.int64)]
        self.area_mm2, self.matters = 0.0, False
        for level, shape in cuts:
            parts = narrow(shape, width_mm)
            area = sum(part.area() for part in parts)
            if area < _LEAST_MM2 or area < _SHARE * sum(part.area() for part in narrow(shape, STROKE_MM)):
                continue
            self.matters = True
            self.area_mm2 += area
            faces += [faces_around(part, level.section) for part in parts]
        self.faces = np.unique(np.concatenate(faces))
