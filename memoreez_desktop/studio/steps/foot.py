"""Making a figure stand by itself: the smallest flat cut, or a low plinth under it."""

from __future__ import annotations

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.keepsake_steps import Foot
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.flat_base import (
    PLINTH_MM,
    PLINTH_OVERLAP_MM,
    cut_depth_mm,
    plinth_outline,
)
from memoreez_desktop.geometry.solids import Solid, extrude, to_mesh
from memoreez_desktop.geometry.standing import (
    CUT_RATIOS,
    STABLE_DEG,
    TINY_BELOW_MM,
    enough_contact_mm2,
    footprint_mm2,
    stands,
)
from memoreez_desktop.studio.api import StepNote, StepTools, Workpiece
from memoreez_desktop.studio.placing import box_of, centred_solid


def apply(step: Foot, piece: Workpiece, tools: StepTools, job: JobContext) -> Workpiece:
    """See :data:`~memoreez_desktop.studio.api.Applier`."""
    mesh = to_mesh(piece.solid)
    if max(mesh.extents_mm) < TINY_BELOW_MM or stands(mesh):
        return piece
    return _cut(piece, mesh, job) or _on_a_plinth(piece, mesh)


def _cut(piece: Workpiece, mesh: MeshModel, job: JobContext) -> Workpiece | None:
    """Cut as little as possible; None when no small cut is enough, or one would leave it in pieces."""
    height = mesh.extents_mm[2]
    wanted = enough_contact_mm2(footprint_mm2(mesh.vertices))
    for ratio in CUT_RATIOS:
        job.check_cancelled()
        depth = cut_depth_mm(mesh, wanted, ratio * height, STABLE_DEG)
        if depth is None:
            continue
        solid = piece.solid.trim_by_plane((0.0, 0.0, 1.0), depth)
        if len(solid.decompose()) > len(piece.solid.decompose()):
            continue
        note = StepNote(
            sentence=say("Cut {depth:.2f} mm off its underside, so that it stands flat.", depth=depth),
            values={"cut_mm": depth},
        )
        cut = centred_solid(solid)
        return piece.became(cut, figure_mm=box_of(cut)).noted(note)
    return None


def _on_a_plinth(piece: Workpiece, mesh: MeshModel) -> Workpiece:
    below = PLINTH_MM - PLINTH_OVERLAP_MM
    plinth = extrude(plinth_outline(mesh, STABLE_DEG), PLINTH_MM, -below)
    return raised(piece, piece.solid + plinth).noted(
        StepNote(
            sentence=say("Put a small plinth under it, so that it stands."), values={"height_mm": PLINTH_MM}
        )
    )


def raised(piece: Workpiece, solid: Solid) -> Workpiece:
    """Stand a piece on what was put under it; the box of its figure goes with it."""
    (x0, y0, z0), (x1, y1, _) = box_of(solid)
    shift = ((x0 + x1) / -2, (y0 + y1) / -2, -z0)
    return piece.became(solid.translate(shift), figure_mm=piece.figure_mm + shift)
