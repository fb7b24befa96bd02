"""One order of a mesh: sent once, its raw file kept the moment it comes, and honest about its end."""

from __future__ import annotations

import shutil
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from memoreez_desktop.core.errors import MemoreezError, RefusedError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.remote import GeneratorInfo, Price, ProviderValues, ServiceError
from memoreez_desktop.core.remote_mesh import Ending, MeshDetail, MeshOrder, RemoteMesh
from memoreez_desktop.core.words import say
from memoreez_desktop.network.api import Wire
from memoreez_desktop.sculpting.generators.api import MeshGenerator
from memoreez_desktop.sculpting.generators.arrived_mesh import READABLE
from memoreez_desktop.sculpting.generators.catalog import mesh_generator_catalog
from memoreez_desktop.services.ai_origin import licence_of
from memoreez_desktop.services.order_records import KeptDesk, after_trouble
from memoreez_desktop.storage.files import could_not_write
from memoreez_desktop.storage.library import Library
from memoreez_desktop.storage.remote_job_rows import ArrivedFile, NewOrder, OrderRow

UNKNOWN_PRICE_USD = 0.5
"""Set aside for a mesh whose price nobody publishes: on the careful side of the 0.02 to 0.40 USD asked."""
_ARRIVING = "arriving"
_SAME_MOMENT_S = 180.0
"""So far the clocks of a service and of this computer, and the way there, may be apart."""
_MOST_KNOWN = 1000


@dataclass(frozen=True)
class MeshService:
    """Who makes meshes, with what was entered for it, through which wire, and the monthly limit."""

    generator: MeshGenerator
    values: ProviderValues
    wire: Wire
    monthly_cap_usd: float

    @property
    def model(self) -> str:
        """The model id that is going to be asked, empty where the service has none."""
        has_one = any(known.id == "model" for known in self.generator.info.fields)
        return self.values.text(self.generator.info, "model") if has_one else ""

    def can(self, capability: str) -> bool:
        """Tell whether the service has a capability."""
        return capability in self.generator.info.capabilities


class _MeshDesk(KeptDesk):
    """See :class:`~memoreez_desktop.core.remote_mesh.MeshDesk`."""

    def __init__(self, library: Library, order_id: str) -> None:
        super().__init__(library, order_id)
        self._folder = arriving_folder(library, order_id)

    def landing(self) -> Path:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise could_not_write(self._folder, error) from error
        return self._folder / "mesh"

    def ended(self, ending: Ending) -> None:
        self._orders.note_ending(self._order_id, ending)


def plan_mesh(
    library: Library,
    project_id: str,
    concept_id: str,
    title: str,
    square_png: bytes,
    service: MeshService,
    *,
    detail: MeshDetail = "normal",
    seed: int | None = None,
) -> OrderRow:
    """Keep the picture exactly as it is going to be sent, and an order for its mesh; nothing is sent yet."""
    source = library.objects.put(square_png, ".png")
    return library.orders.plan(
        NewOrder(
            uuid.uuid4().hex,
            project_id,
            concept_id,
            service.generator.id,
            service.model,
            title,
            character="",
            prompt="",
            size_px=0,
            seed=seed if service.can("seed") else None,
            kind="mesh",
            source=source,
            detail=detail,
        )
    )


def bring_mesh(library: Library, order_id: str, service: MeshService, job: JobContext) -> OrderRow:
    """Bring the mesh of an order into the library, from wherever it stands; nothing is ordered twice.

    Returns
    -------
    OrderRow
        It is done; :func:`raw_file` is its file, byte for byte.

    Raises
    ------
    ServiceError
        The service said no; ``cap_reached``: it does not fit under the monthly limit.
    RefusedError
        It is being ordered at this moment, failed, or nobody knows whether it was ordered.
    StorageError
        The file could not be written.
    Cancelled
        ``OrderRow.ending`` tells what became of it at the service.
    """
    order = library.orders.order(order_id)
    if order.state == "done":
        return order
    if order.state == "unsure" and service.can("list"):
        order = _found_again(library, order, service, job)
    if order.state in ("submitting", "unsure", "failed"):
        raise RefusedError(order.message or say("This mesh is being ordered at this moment."), order.hint)
    try:
        mesh = _made(library, order, service, job)
        cost = service.generator.price(service.values).usd if mesh.cost_usd is None else mesh.cost_usd
        _keep(library, order, mesh, service.generator.info, cost)
    except RefusedError:
        # Another worker was faster: how it goes on is told by that one.
        raise
    except BaseException as error:
        after_trouble(library, order.id, service.generator.info.capabilities, error)
        if isinstance(error, ServiceError):
            library.orders.note_reason(order.id, error.reason, error.wait_s or 0.0)
        elif isinstance(error, MemoreezError):
            library.orders.note_reason(order.id, "")
        raise
    return library.orders.order(order.id)


def order_mesh_again(library: Library, order_id: str, service: MeshService) -> OrderRow:
    """Write a new order like an earlier one, only when a person wants it.

    Raises
    ------
    RefusedError
        The earlier one is on its way.
    """
    last = library.orders.order(order_id)
    if last.state == "submitting":
        raise RefusedError(
            say("This mesh is being ordered at this moment."), say("Wait until it has come or failed.")
        )
    square = library.objects.read(last.source, ".png")
    return plan_mesh(
        library,
        last.project_id,
        last.concept_id,
        last.prompt.title,
        square,
        service,
        detail=_detail(last),
        seed=last.seed,
    )


def take_up_meshes(library: Library) -> tuple[OrderRow, ...]:
    """Take up what a program left behind that was killed; call it once after the start, in the background.

    Nothing is ordered and nothing is asked. What is ``accepted`` can be brought as ever; what had arrived
    whole right before the end is kept now.
    """
    taken = library.orders.take_over("mesh")
    for order in taken:
        landed = _landed(library, order)
        if landed is not None and order.state in ("unsure", "accepted"):
            info = mesh_generator_catalog().get(order.provider).info
            mesh = RemoteMesh(landed, order.model, order.seed, None, order.remote_id)
            _keep(library, order, mesh, info, None)
    return tuple(library.orders.order(order.id) for order in taken)


def raw_file(library: Library, order: OrderRow) -> Path:
    """Return where the file lies that the service sent, byte for byte."""
    return library.objects.path(order.picture, order.picture_suffix)


def arriving_folder(library: Library, order_id: str) -> Path:
    """Return where the file of an order arrives."""
    return library.folder / _ARRIVING / order_id


def _made(library: Library, order: OrderRow, service: MeshService, job: JobContext) -> RemoteMesh:
    desk = _MeshDesk(library, order.id)
    if order.state == "accepted":
        return service.generator.resume(order.remote_id, service.values, service.wire, desk, job)
    job.check_cancelled()
    asked = MeshOrder(
        order.id,
        library.objects.read(order.source, ".png"),
        detail=_detail(order),
        seed=order.seed,
    )
    price = service.generator.price(service.values, asked)
    aside = price if price.usd is not None else Price(UNKNOWN_PRICE_USD, price.usual_s)
    library.orders.reserve(order.id, aside, service.monthly_cap_usd)
    return service.generator.make(asked, service.values, service.wire, desk, job)


def _found_again(library: Library, order: OrderRow, service: MeshService, job: JobContext) -> OrderRow:
    """Look for an order in doubt among the last ones of the service: only where there is no mistaking it."""
    known = {row.remote_id for row in library.orders.history("mesh", _MOST_KNOWN)}
    recent = service.generator.recent(service.values, service.wire, job)
    fitting = [
        one
        for one in recent
        if one.remote_id not in known and abs(one.created_s - order.created_s) < _SAME_MOMENT_S
    ]
    doubts = [
        row
        for row in library.orders.history("mesh", _MOST_KNOWN)
        if row.state == "unsure" and row.provider == order.provider
        if abs(row.created_s - order.created_s) < 2 * _SAME_MOMENT_S
    ]
    if len(fitting) == len(doubts) == 1:
        library.orders.found(order.id, fitting[0].remote_id)
    return library.orders.order(order.id)


def _detail(order: OrderRow) -> MeshDetail:
    return next((detail for detail in get_args(MeshDetail) if detail == order.detail), "normal")


def _landed(library: Library, order: OrderRow) -> Path | None:
    """Return a file that arrived whole and was not kept yet: only such ones have a mesh's suffix."""
    folder = arriving_folder(library, order.id)
    return next((path for path in sorted(folder.glob("mesh.*")) if path.suffix in READABLE), None)


def _keep(
    library: Library, order: OrderRow, mesh: RemoteMesh, info: GeneratorInfo, cost_usd: float | None
) -> None:
    """Keep the raw file, then what it cost, then forget where it arrived."""
    suffix = mesh.path.suffix
    digest = library.objects.put_file(mesh.path, suffix)
    model = mesh.model or order.model
    licence = licence_of(info.label, model, own_server=info.local)
    seed = order.seed if mesh.seed is None else mesh.seed
    library.orders.done(order.id, ArrivedFile(digest, suffix, model, seed, licence, cost_usd))
    shutil.rmtree(arriving_folder(library, order.id), ignore_errors=True)
