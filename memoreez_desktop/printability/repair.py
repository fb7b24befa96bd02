"""The repair ladder: as little as it takes, with a receipt, and never a claim that is not true."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.errors import MeshError
from memoreez_desktop.core.job import JobContext, stage
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.deviation import deviation_p95_mm
from memoreez_desktop.geometry.flat_base import (
    add_plinth,
    centre_of_mass_mm,
    cut_depth_mm,
    cut_flat,
    tip_angle_deg,
)
from memoreez_desktop.geometry.mesh_merge import merged
from memoreez_desktop.geometry.sections import Cutter
from memoreez_desktop.geometry.solids import weld
from memoreez_desktop.geometry.topology import bodies, body_volumes, edge_table
from memoreez_desktop.printability.clean import agree_winding, clean, close_cracks
from memoreez_desktop.printability.flat_contact import enough_contact_mm2, footprint_mm2
from memoreez_desktop.printability.parts import join_parts
from memoreez_desktop.printability.receipt import MeshFacts, Repair, RepairStep, facts_of
from memoreez_desktop.printability.specks import without_specks
from memoreez_desktop.printability.subject import CONTACT_Z_MM
from memoreez_desktop.printability.unit_guess import TINY_BELOW_MM

__all__ = ["MeshFacts", "Repair", "RepairStep", "needs_repair", "prepare_for_slicing", "repair_mesh"]

_CUT_RATIOS = (0.02, 0.04)
_STABLE_DEG = 10.0
_STANDS_DEG = 0.0
_MOST_BOXES = 500
_WELDING_SIZE_MM = 100.0


def needs_repair(mesh: MeshModel) -> bool:
    """Tell whether a mesh is open, inside out, of bodies that may touch, or has too little to stand on."""
    model = merged(mesh.vertices, mesh.faces)
    table = edge_table(model.faces, len(model.vertices))
    if not table.watertight or model.volume_mm3 <= 0 or model.triangles != mesh.triangles:
        return True
    count, body = bodies(model.triangles, table.pairs)
    if count > 1 and _may_touch(model, count, body):
        return True
    return max(model.extents_mm) >= TINY_BELOW_MM and not _stands(model.on_bed())


def _may_touch(mesh: MeshModel, count: int, body: NDArray[np.int32]) -> bool:
    """Tell whether the boxes of any two solid bodies meet; a hollow must lie in the box of one of them."""
    if count > _MOST_BOXES:
        return True
    low, high = np.full((count, 3), np.inf), np.full((count, 3), -np.inf)
    for corner in range(3):
        np.minimum.at(low, body, mesh.vertices[mesh.faces[:, corner]])
        np.maximum.at(high, body, mesh.vertices[mesh.faces[:, corner]])
    hollow = body_volumes(mesh.vertices, mesh.faces, body, count) < 0
    meet = np.asarray(((low[:, None] <= high[None]) & (high[:, None] >= low[None])).all(axis=2))
    inside = np.asarray(((low[:, None] > low[None]) & (high[:, None] < high[None])).all(axis=2))
    solid_meet = meet[~hollow][:, ~hollow].sum() > (~hollow).sum()
    return bool(solid_meet or not inside[hollow][:, ~hollow].any(axis=1).all())


def repair_mesh(mesh: MeshModel, job: JobContext | None = None, *, flat_base: bool = True) -> Repair:
    """Make a mesh one that a slicer can print: closed, wound outwards, its parts joined, standing flat.

    The size is never changed. Rungs, each only when the one before was not enough: faces that are none
    are dropped and cracks closed; the winding is made to agree; each part is closed and all are united,
    cavities kept; then the smallest flat cut that lets it stand, or a plinth.

    Parameters
    ----------
    mesh : MeshModel
    job : JobContext, optional
    flat_base : bool
        False leaves the underside as it is.

    Returns
    -------
    Repair
        Its mesh is watertight, also after merging by position, centred on x = y = 0, lowest point at
        z = 0.

    Raises
    ------
    MeshError
        It could not be made watertight, or encloses nothing.
    Cancelled

    Notes
    -----
    Time grows with the number of faces (about 1 s for 100,000); MeshFix, the last resort for a broken
    part, is known not to return on some files. Callers run this in a process they can end.
    """
    job = job or JobContext()
    steps: list[RepairStep] = []
    job.progress(0.0, say("Cleaning the surface"))
    cleaned = clean(mesh, steps)
    if cleaned.triangles < 4:
        raise MeshError(
            say("There is no surface here that could enclose anything."), say("Choose another model.")
        )
    before = facts_of(cleaned)
    mended = agree_winding(close_cracks(cleaned, steps), steps)
    sound = facts_of(mended)
    if not sound.watertight or sound.bodies > 1:
        mended = _joined(mended, steps, stage(job, 0.1, 0.6))
    job.progress(0.6, say("Measuring against the original"))
    deviation = deviation_p95_mm(cleaned, mended) if steps else 0.0
    whole = abs(before.volume_mm3)
    change = (mended.volume_mm3 - whole) / max(whole, 1e-12) if steps else 0.0
    job.progress(0.8, say("Making it stand"))
    mended = mended.on_bed()
    # A thing of a few mm has no proper size yet; a 3 mm plinth would be larger than itself.
    if flat_base and max(mended.extents_mm) >= TINY_BELOW_MM and not _stands(mended):
        mended = _made_to_stand(mended, steps)
    after = facts_of(mended)
    if after.volume_mm3 <= 0:
        raise MeshError(
            say("The surfaces of this model cross each other so that nothing is inside."),
            say("Repair it in a modelling program, or choose another file."),
        )
    if not after.watertight:
        raise MeshError(
            say("This model could not be closed; {count} edges stay open.", count=after.open_edges),
            say("Repair it in a modelling program, or choose another file."),
        )
    return Repair(mended, tuple(steps), before, after, deviation, change)


def _joined(mesh: MeshModel, steps: list[RepairStep], job: JobContext) -> MeshModel:
    """Unite the parts at a size for which the tolerances of the welding are made, and go back to its own."""
    longest = max(mesh.extents_mm)
    factor = _WELDING_SIZE_MM / longest if longest < TINY_BELOW_MM else 1.0
    joined = join_parts(mesh.scaled(factor), steps, job)
    solid, bodies_left = without_specks(joined.solid, steps)
    count = joined.parts - bodies_left
    if count > 0:
        steps.append(
            RepairStep("joined-parts", say("Parts joined to those they touch: {count}.", count=count), count)
        )
    return weld(solid, bodies=None).scaled(1 / factor)


def prepare_for_slicing(mesh: MeshModel, job: JobContext | None = None) -> MeshModel:
    """Return the mesh on the bed, repaired when it needs it.

    Raises
    ------
    MeshError
        It cannot be made watertight.
    Cancelled
    """
    return repair_mesh(mesh, job).mesh if needs_repair(mesh) else mesh.on_bed()


def _stands(mesh: MeshModel) -> bool:
    """Tell whether a mesh on z = 0 has enough to stand on."""
    contact = Cutter(mesh).cut(CONTACT_Z_MM).shape
    shadow = footprint_mm2(mesh.vertices)
    if contact.area() < min(enough_contact_mm2(shadow), 0.5 * shadow):
        return False
    return tip_angle_deg(contact, centre_of_mass_mm(mesh)) >= _STANDS_DEG


def _made_to_stand(mesh: MeshModel, steps: list[RepairStep]) -> MeshModel:
    """Cut as little as possible; when no small cut is enough, put a plinth under it."""
    height = mesh.extents_mm[2]
    wanted = enough_contact_mm2(footprint_mm2(mesh.vertices))
    pieces = _body_count(mesh)
    for ratio in _CUT_RATIOS:
        depth = cut_depth_mm(mesh, wanted, ratio * height, _STABLE_DEG)
        if depth is None:
            continue
        cut = cut_flat(mesh, depth).on_bed()
        if _body_count(cut) <= pieces:
            message = say("Cut {depth:.2f} mm off its underside, so that it stands flat.", depth=depth)
            steps.append(RepairStep("cut-flat", message, 1))
            return cut
    standing = add_plinth(mesh, _STABLE_DEG).on_bed()
    steps.append(RepairStep("added-plinth", say("Put a small plinth under it, so that it stands."), 1))
    return standing


def _body_count(mesh: MeshModel) -> int:
    pairs = edge_table(mesh.faces, len(mesh.vertices)).pairs
    return bodies(mesh.triangles, pairs)[0]
