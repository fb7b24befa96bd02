"""From a picture to a keepsake by a service: a placeholder at once, the mesh in its place when it comes."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace

from memoreez_desktop.core.concept import ConceptPlan, Recipe
from memoreez_desktop.core.edition import OWN_MODEL, Edition, Entry, own_edition
from memoreez_desktop.core.job import JobContext, stage
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.remote_mesh import MeshDetail
from memoreez_desktop.core.story import PhotoRef
from memoreez_desktop.core.words import say
from memoreez_desktop.sculpting.silhouette import silhouette
from memoreez_desktop.services.mesh_orders import MeshService, plan_mesh
from memoreez_desktop.services.sculpt_picture import square_of
from memoreez_desktop.storage.library import Library
from memoreez_desktop.storage.remote_job_rows import OrderRow

PROJECT = "own-models"
"""Where the Studio keeps what is no concept of a story."""


@dataclass(frozen=True, eq=False)
class Prepared:
    """A picture as it is going to be sent, and what stands in for its sculpture meanwhile."""

    square_png: bytes
    placeholder: MeshModel
    trust_ratio: float


@dataclass(frozen=True)
class Landed:
    """What a sculpture that came is to be built from.

    Attributes
    ----------
    raw_digest : str
        The service's mesh in the library, as it was read.
    factor : float
        The mesh, times this, is in mm and as high as its placeholder was.
    """

    raw_digest: str
    factor: float


def prepare(photo: PhotoRef, height_mm: float, job: JobContext) -> Prepared:
    """Cut the subject of a picture out, as its edit says; run this in a geometry process.

    Raises
    ------
    PhotoError
        It cannot be read.
    InputError, MeshError
        It has no subject.
    Cancelled
    """
    square = square_of(photo, stage(job, 0.0, 0.7))
    job.progress(0.7, say("Standing in for the sculpture"))
    return Prepared(square.png, silhouette(square.outline, height_mm), square.trust_ratio)


def begin_sculpture(
    library: Library, prepared: Prepared, title: str, service: MeshService, detail: MeshDetail
) -> tuple[OrderRow, Edition]:
    """Keep an order and the first edition of its keepsake; nothing is sent yet.

    Returns
    -------
    OrderRow
        Its ``concept_id`` is the id of the edition's plan.
    Edition
        Of the placeholder, unmended.
    """
    digest = library.save_mesh(prepared.placeholder)
    own = own_edition(title, digest)
    plan_id = f"sculpture-{uuid.uuid4().hex[:16]}"
    plan = ConceptPlan(plan_id, title, say("AI sculpture"), own.plan.recipe, service.generator.id)
    order = plan_mesh(library, PROJECT, plan_id, title, prepared.square_png, service, detail=detail)
    return order, replace(own, plan=plan, repaired=False)


def landed(library: Library, order: OrderRow, mesh: MeshModel, usual_height_mm: float) -> Landed:
    """Keep the mesh of an order that is done, as it was read, as high as its placeholder was.

    Parameters
    ----------
    usual_height_mm : float
        For an order whose placeholder is not there any more.
    """
    history = library.editions.history(order.project_id, order.concept_id)
    height_mm = usual_height_mm
    if history is not None:
        first = history.entries[0].edition
        height_mm = library.load_mesh(first.raw_digest).extents_mm[2] * first.factor
    return Landed(library.save_mesh(mesh), height_mm / max(mesh.extents_mm[2], 1e-9))


def with_sculpture(edition: Edition, came: Landed) -> Edition:
    """Put a sculpture into its placeholder's place; every step that was taken meanwhile stays."""
    recipe = Recipe(OWN_MODEL, (("raw", came.raw_digest),))
    plan = replace(edition.plan, recipe=recipe)
    return replace(edition, plan=plan, repaired=True, factor=came.factor, left=frozenset())


def keep_sculpture(library: Library, order: OrderRow, came: Landed, label: str) -> bool:
    """Write a sculpture behind what was done to its placeholder; False: that was never begun."""
    history = library.editions.history(order.project_id, order.concept_id)
    if history is None:
        return False
    present = history.present
    if present.edition.raw_digest != came.raw_digest:
        entry = Entry(with_sculpture(present.edition, came), label, present.number + 1)
        library.editions.add(order.project_id, order.concept_id, entry)
    return True
