"""The background work of sculptures: cut out, ordered, brought, read. The library on the worker."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from memoreez_desktop.core.concept import ConceptPlan
from memoreez_desktop.core.edition import Edition, own_edition
from memoreez_desktop.core.errors import InputError, MemoreezError
from memoreez_desktop.core.job import JobContext, stage
from memoreez_desktop.core.remote_mesh import MeshDetail
from memoreez_desktop.core.story import PhotoRef
from memoreez_desktop.core.words import say
from memoreez_desktop.ui import child_steps
from memoreez_desktop.ui.studio.chosen_printer import chosen_printer

if TYPE_CHECKING:
    from memoreez_desktop.services.mesh_offers import MeshOffer
    from memoreez_desktop.services.sculpture_journey import Landed, Prepared
    from memoreez_desktop.storage.remote_job_rows import OrderRow
    from memoreez_desktop.ui.workshop import Workshop


@dataclass(frozen=True, eq=False)
class Offered:
    """A sculpture as it may be ordered.

    Attributes
    ----------
    title : str
    prepared : Prepared
        The picture exactly as it would be sent.
    offer : MeshOffer or None
        None while no service can be asked; ``why_not`` says why.
    provider_id : str
        The service, or the one whose settings would help.
    """

    title: str
    prepared: Prepared
    offer: MeshOffer | None
    why_not: str = ""
    provider_id: str = ""


@dataclass(frozen=True, eq=False)
class Begun:
    """An order that was written down, and the edition of its placeholder."""

    order: OrderRow
    edition: Edition


@dataclass(frozen=True)
class ServiceFacts:
    """What is to be known of a service while it works; a partial result.

    ``is_lost``: what it makes costs something, and nobody could ask for it after the program's end.
    """

    label: str
    usual_s: float | None
    is_lost: bool


def offer_job(plan: ConceptPlan, workshop: Workshop, project_id: str) -> Callable[[JobContext], Offered]:
    """Make the job that cuts a concept's subject out and asks nobody what a sculpture of it costs."""

    def offer(job: JobContext) -> Offered:
        # Every service and httpx: on a worker, once somebody wants a sculpture.
        from memoreez_desktop.services.mesh_offers import mesh_offer  # noqa: PLC0415
        from memoreez_desktop.services.sculpt_picture import chosen_service  # noqa: PLC0415 - as above

        settings = workshop.keeper.settings
        photo = _picture_of(plan, workshop, project_id)
        arguments = (photo, settings.figure_height_mm)
        prepared = workshop.children.run(child_steps.prepare_sculpture, arguments, job)
        try:
            service = chosen_service(settings, workshop.services.desk(), "")
        except MemoreezError as error:
            return Offered(plan.title, prepared, None, error.message, settings.sculptor_id)
        return Offered(plan.title, prepared, mesh_offer(service), "", service.generator.id)

    return offer


def begin_job(offered: Offered, detail: MeshDetail, workshop: Workshop) -> Callable[[JobContext], Begun]:
    """Make the job that writes an order down, with what stands in for its sculpture."""

    def begin(_job: JobContext) -> Begun:
        from memoreez_desktop.services.sculpture_journey import begin_sculpture  # noqa: PLC0415 - see offer_job

        service = workshop.services.desk().mesh_service(workshop.keeper.settings, offered.provider_id)
        library = workshop.door.library()
        return Begun(*begin_sculpture(library, offered.prepared, offered.title, service, detail))

    return begin


def bring_job(order: OrderRow, workshop: Workshop) -> Callable[[JobContext], OrderRow]:
    """Make the job that sends an order, or asks for one that was accepted, and keeps what comes."""

    def bring(job: JobContext) -> OrderRow:
        from memoreez_desktop.services.mesh_orders import bring_mesh  # noqa: PLC0415 - see offer_job

        service = workshop.services.desk().mesh_service(workshop.keeper.settings, order.provider)
        price = service.generator.price(service.values)
        is_lost = price.usd != 0.0 and not service.can("resume")
        job.partial(ServiceFacts(service.generator.info.label, price.usual_s, is_lost))
        return bring_mesh(workshop.door.library(), order.id, service, job)

    return bring


def landing_job(order: OrderRow, workshop: Workshop) -> Callable[[JobContext], Landed]:
    """Make the job that reads the mesh of an order that is done."""

    def land(job: JobContext) -> Landed:
        from memoreez_desktop.services.mesh_orders import raw_file  # noqa: PLC0415 - see offer_job
        from memoreez_desktop.services.sculpture_journey import landed  # noqa: PLC0415 - see offer_job

        library = workshop.door.library()
        arguments = (raw_file(library, order), chosen_printer(workshop))
        opened = workshop.children.run(child_steps.bring_in, arguments, stage(job, 0.0, 0.9))
        return landed(library, order, opened.mesh, workshop.keeper.settings.figure_height_mm)

    return land


def open_again_job(order: OrderRow, workshop: Workshop) -> Callable[[JobContext], Edition]:
    """Make the job that begins another keepsake with the mesh of an order that is done."""

    def begin(job: JobContext) -> Edition:
        came = landing_job(order, workshop)(job)
        return own_edition(order.prompt.title, came.raw_digest, came.factor)

    return begin


def again_job(order: OrderRow, workshop: Workshop) -> Callable[[JobContext], OrderRow]:
    """Make the job that writes a new order like an earlier one."""

    def again(_job: JobContext) -> OrderRow:
        from memoreez_desktop.services.mesh_orders import order_mesh_again  # noqa: PLC0415 - see offer_job

        service = workshop.services.desk().mesh_service(workshop.keeper.settings, order.provider)
        return order_mesh_again(workshop.door.library(), order.id, service)

    return again


@dataclass(frozen=True)
class PastOrder:
    """An order, what its service is called, and its raw file where it has one."""

    order: OrderRow
    label: str
    raw: Path | None = None


def history_job(workshop: Workshop) -> Callable[[JobContext], tuple[PastOrder, ...]]:
    """Make the job that reads the orders."""

    def read(_job: JobContext) -> tuple[PastOrder, ...]:
        from memoreez_desktop.sculpting.generators.catalog import (  # noqa: PLC0415 - see offer_job
            mesh_generator_catalog,
        )
        from memoreez_desktop.services.mesh_orders import raw_file  # noqa: PLC0415 - see offer_job

        library, known = workshop.door.library(), mesh_generator_catalog()
        return tuple(
            PastOrder(
                row,
                known.get(row.provider).info.label if row.provider in known else row.provider,
                raw_file(library, row) if row.state == "done" else None,
            )
            for row in library.orders.history("mesh")
        )

    return read


def warm_job(workshop: Workshop) -> Callable[[JobContext], None]:
    """Make the job that wakes the chosen service, where that costs nothing; its silence is no trouble."""

    def warm(job: JobContext) -> None:
        settings = workshop.keeper.settings
        service = workshop.services.desk().mesh_service(settings)
        if service.can("warm-up") and not settings.offline:
            service.generator.warm_up(service.values, service.wire, job)

    return warm


def _picture_of(plan: ConceptPlan, workshop: Workshop, project_id: str) -> PhotoRef:
    """Return the picture a concept was made from, else the one on its card."""
    if plan.recipe.photo is not None:
        return plan.recipe.photo
    library = workshop.door.library()
    row = library.card(project_id, plan.id)
    if row is None or row.picture_png is None:
        raise InputError(
            say("This keepsake has no picture to make a sculpture of."), say("Choose one of the concepts.")
        )
    return replace(library.add_photo_bytes(row.picture_png, f"{plan.id}.png"), name=plan.title)
