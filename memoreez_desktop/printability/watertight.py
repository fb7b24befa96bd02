"""Closed surface: no holes, no crowded edges, the inside on the inside."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from memoreez_desktop.core.finding import Finding
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.topology import faces_to_flip, hole_count
from memoreez_desktop.printability.api import CheckInfo
from memoreez_desktop.printability.subject import Subject


class WatertightCheck:
    """Open edges, edges of more than two faces, and faces wound the wrong way.

    Tolerance: none, everything is counted exactly.
    """

    info = CheckInfo("watertight", say("Closed surface"))
    id = info.id

    def run(self, subject: Subject) -> Iterator[Finding]:
        """See :class:`~memoreez_desktop.printability.api.Check`."""
        edges = subject.edges
        if len(edges.open_faces):
            holes = hole_count(edges.open_edges)
            yield Finding(
                "open-edges",
                "error",
                say("The surface has {count} holes.", count=holes)
                if holes != 1
                else say("The surface has a hole."),
                say("A slicer cannot tell inside from outside here. Repair closes it."),
                subject.original_faces(edges.open_faces),
                "repair",
                holes,
            )
        if edges.crowded_edges:
            yield Finding(
                "non-manifold-edges",
                "error",
                say("Edges in which more than two faces meet: {count}.", count=edges.crowded_edges),
                say("Repair takes the surfaces apart and joins them properly."),
                subject.original_faces(edges.crowded_faces),
                "repair",
                edges.crowded_edges,
            )
        if not edges.coherent.all():
            flipped = np.flatnonzero(faces_to_flip(subject.mesh.triangles, edges))
            yield Finding(
                "flipped-faces",
                "error",
                say("Faces that show their inside: {count}.", count=max(len(flipped), 1)),
                say("Repair turns them round."),
                subject.original_faces(flipped),
                "repair",
                len(flipped),
            )
        elif edges.closed and subject.volume_mm3 < 0:
            yield Finding(
                "inside-out",
                "error",
                say("The model is inside out."),
                say("Repair turns it round; its shape stays the same."),
                fix="repair",
            )
