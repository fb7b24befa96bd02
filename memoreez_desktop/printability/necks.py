"""Thin places that carry much."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from memoreez_desktop.core.finding import Finding
from memoreez_desktop.core.words import say
from memoreez_desktop.printability.api import CheckInfo
from memoreez_desktop.printability.layer_tree import find_necks
from memoreez_desktop.printability.subject import Subject
from memoreez_desktop.printability.thin_walls import faces_around

NECK_MM, TALL_NECK_MM, TALL_MM = 3.0, 4.0, 80.0
"""A neck of a figure below 3 mm breaks in the hand; below 4 mm on one of 80 mm and more."""
SLENDER = 4.0
"""Carried volume over the cube of the diameter: a pin five times as high as thick has 3.9."""


class NecksCheck:
    """The thinnest cut that carries a part of the model alone, as the rod that bends as easily.

    Tolerance: the diameter within 5 %; a notch lower than a 150th of the height may be missed.
    """

    info = CheckInfo("necks", say("Nothing snaps off"), quick=False)
    id = info.id

    def run(self, subject: Subject) -> Iterator[Finding]:
        """See :class:`~memoreez_desktop.printability.api.Check`."""
        limit = TALL_NECK_MM if subject.mesh.extents_mm[2] >= TALL_MM else NECK_MM
        weak = [
            neck
            for neck in find_necks(subject.slabs, limit)
            if neck.diameter_mm < limit and neck.carried_mm3 >= SLENDER * neck.diameter_mm**3
        ]
        if not weak:
            return
        faces = [faces_around(neck.piece, subject.slabs[neck.slab].section) for neck in weak]
        worst = min(weak, key=lambda neck: neck.diameter_mm)
        yield Finding(
            "neck",
            "warning",
            say(
                "At its thinnest it is like a rod of {diameter:.1f} mm that carries {volume:.1f} cm³.",
                diameter=worst.diameter_mm,
                volume=worst.carried_mm3 / 1000,
            ),
            say(
                "It snaps easily: from {limit:.0f} mm on it holds. Make it larger or thicker there.",
                limit=limit,
            ),
            subject.original_faces(np.unique(np.concatenate(faces))),
            "resize",
            worst.diameter_mm,
            "mm",
            subject.original_point((*worst.centre_mm, subject.slabs[worst.slab].section.z_mm)),
        )
