"""A figure brought to its size, always evenly."""

from __future__ import annotations

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.keepsake_steps import Size
from memoreez_desktop.studio.api import StepTools, Workpiece
from memoreez_desktop.studio.placing import place


def apply(step: Size, piece: Workpiece, tools: StepTools, job: JobContext) -> Workpiece:
    """See :data:`~memoreez_desktop.studio.api.Applier`."""
    return place(step, piece)
