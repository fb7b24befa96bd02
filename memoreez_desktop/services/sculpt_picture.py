"""A picture becomes a mesh through a service, and the mesh a model that prints."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from memoreez_desktop.core.errors import UsageError
from memoreez_desktop.core.job import JobContext, stage
from memoreez_desktop.core.profiles import PrinterProfile
from memoreez_desktop.core.remote import ServiceError
from memoreez_desktop.core.story import PhotoRef
from memoreez_desktop.core.words import say
from memoreez_desktop.imaging.photo_edit import load_edited
from memoreez_desktop.imaging.subject_square import SubjectSquare, load_with_ground, subject_square
from memoreez_desktop.network.failures import offline_error
from memoreez_desktop.printability.receipt import Repair
from memoreez_desktop.services.ai_desk import AiDesk
from memoreez_desktop.services.mend_model import mend_model
from memoreez_desktop.services.mesh_orders import MeshService
from memoreez_desktop.services.open_model import bring_in
from memoreez_desktop.services.provider_fields import with_fields
from memoreez_desktop.services.provider_settings import key_variable
from memoreez_desktop.storage.settings import Settings

_LONGEST_PX = 2048


@dataclass(frozen=True, eq=False)
class SolidMesh:
    """A raw mesh made solid.

    Attributes
    ----------
    repair : Repair
        Its ``mesh`` is in mm, standing; the receipt says what was done.
    factor : float
        The raw file's numbers, times this, are in mm.
    """

    repair: Repair
    factor: float


def square_of(photo: PhotoRef, job: JobContext) -> SubjectSquare:
    """Return exactly what a service is sent of a picture; what its edit says of the subject is obeyed.

    Raises
    ------
    PhotoError
        It cannot be read.
    InputError
        It has no subject.
    Cancelled
    """
    job.progress(None, say("Cutting out the subject"))
    edit = replace(photo.edit, remove_background=False)
    if edit.is_nothing:
        pixels = load_with_ground(photo.path, _LONGEST_PX)
    else:
        pixels = load_edited(photo.path, edit, _LONGEST_PX)
    job.check_cancelled()
    return subject_square(pixels, edit.subject)


def made_solid(raw: Path, height_mm: float, printer: PrinterProfile, job: JobContext) -> SolidMesh:
    """Bring a service's file to its size, simplify and mend it; run this in a process that can be ended.

    Parameters
    ----------
    height_mm : float
        For meshes without a size of their own, as services send them.

    Raises
    ------
    MeshFileError
        It is damaged, or packed in a way that cannot be read.
    MeshError
        Nothing sound could be made of it.
    Cancelled
    """
    opened = bring_in(raw, printer, stage(job, 0.0, 0.3))
    factor = opened.unit.factor
    if not opened.unit.certain or opened.unit.unit == "none":
        factor = height_mm / max(opened.mesh.extents_mm[2], 1e-9)
    return SolidMesh(mend_model(opened.mesh, factor, printer, stage(job, 0.3, 1.0)), factor)


def chosen_service(
    settings: Settings,
    desk: AiDesk,
    provider_id: str,
    fields: tuple[str, ...] = (),
    cap_usd: float | None = None,
) -> MeshService:
    """Return a service that can be asked now; the network is not used.

    Parameters
    ----------
    provider_id : str
        Empty for the one in the settings.
    fields : tuple of str
        ``name=value`` instead of what the settings have; keys are never among them.
    cap_usd : float, optional
        A lower monthly limit than that of the settings.

    Raises
    ------
    UsageError
        There is no such service or field, or none was chosen.
    ServiceError
        ``offline``: the program is switched offline; ``auth``: a key is missing.
    """
    if not (provider_id or settings.sculptor_id):
        raise UsageError(
            say("No service for sculptures was chosen."), say("Name one with --provider: see “providers”.")
        )
    info = desk.mesh_service(settings, provider_id).generator.info
    settings = with_fields(settings, info, fields)
    if settings.offline:
        raise offline_error()
    service = desk.mesh_service(settings, provider_id or settings.sculptor_id)
    state = service.generator.availability(service.values)
    if not state.available:
        raise ServiceError(
            say("{provider}: {why}", provider=info.label, why=state.why_not),
            say(
                "Store a key with “memoreez provider-key {id}”, or set {variable}.",
                id=info.id,
                variable=key_variable(info.id),
            ),
            reason="auth",
        )
    cap = service.monthly_cap_usd if cap_usd is None else min(cap_usd, service.monthly_cap_usd)
    return replace(service, monthly_cap_usd=cap)
