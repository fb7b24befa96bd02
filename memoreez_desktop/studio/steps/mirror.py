"""The two sides exchanged along an axis."""

from __future__ import annotations

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.keepsake_steps import Mirror
from memoreez_desktop.studio.api import StepTools, Workpiece
from memoreez_desktop.studio.placing import place


def apply(step: Mirror, piece: Workpiece, tools: StepTools, job: JobContext) -> Workpiece:
    """See :data:`~memoreez_desktop.studio.api.Applier`."""
    return place(step, piece)
