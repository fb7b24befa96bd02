"""Climbs heavy rungs in this process: for tests of what they do, not of where."""

from __future__ import annotations

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.printability.ladder.api import Change, Rung, Wishes


class InlineWard:
    """A ward that can end nothing."""

    def climb(self, rung: Rung, mesh: MeshModel, wishes: Wishes, job: JobContext) -> list[Change]:
        """Climb it here."""
        return rung.climb(mesh, wishes, job)
