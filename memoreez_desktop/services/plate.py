"""Several models, or several copies of one, on the bed of a printer."""

from __future__ import annotations

from collections.abc import Sequence

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.profiles import QualityProfile, SliceSettings
from memoreez_desktop.core.words import say
from memoreez_desktop.studio.arrange import Plate, arrange, how_many_fit

MOST_COPIES = 100
_GAP_MM = 6.0
# Beside a brim or a raft of each of the two.
_FREE_MM = 2.0


def lay_out(meshes: Sequence[MeshModel], settings: SliceSettings, job: JobContext) -> Plate:
    """Stand models side by side; one alone stands in the middle as it is.

    Raises
    ------
    DoesNotFitError
        Not all of them fit; the words say how many do.
    """
    job.progress(0.0, say("Arranging the plate"))
    room_x_mm, room_y_mm = _room(settings)
    return arrange(meshes, room_x_mm, room_y_mm, gap_mm=_gap_mm(settings.quality))


def most_copies(mesh: MeshModel, settings: SliceSettings, job: JobContext) -> int:
    """Return how many copies of a model fit, up to 100."""
    job.check_cancelled()
    room_x_mm, room_y_mm = _room(settings)
    gap_mm = _gap_mm(settings.quality)
    return how_many_fit(mesh, room_x_mm, room_y_mm, gap_mm=gap_mm, most=MOST_COPIES)


def _room(settings: SliceSettings) -> tuple[float, float]:
    """Width and depth of the bed without what stands out around the models."""
    out_mm = 2 * _around_mm(settings.quality)
    return settings.printer.bed_x_mm - out_mm, settings.printer.bed_y_mm - out_mm


def _gap_mm(quality: QualityProfile) -> float:
    around_mm = _around_mm(quality)
    return max(_GAP_MM, 2 * around_mm + _FREE_MM) if around_mm else _GAP_MM


def _around_mm(quality: QualityProfile) -> float:
    """How far the first layer reaches out around a model."""
    brim_mm = 0.0 if quality.brim_type == "no_brim" else quality.brim_width_mm
    return max(brim_mm, quality.raft_expansion_mm if quality.raft_layers else 0.0)
