"""From a link to a checked file, and from a person's cancel to what became of the order."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from memoreez_desktop.core.job import JobContext, stage
from memoreez_desktop.core.remote import ServiceError
from memoreez_desktop.core.remote_mesh import Ending, MeshDesk
from memoreez_desktop.network.api import Wire
from memoreez_desktop.network.results import LinkExpiredError
from memoreez_desktop.sculpting.generators.arrived_mesh import require_mesh

MAKING_RATIO = 0.9
"""Of the whole way the service's own part; the download is the rest."""
_FRESH_LINKS = 2
_STOP_S = 0.7


def fetched(
    link: Callable[[], str], wire: Wire, desk: MeshDesk, job: JobContext, service: str, *, local: bool = False
) -> Path:
    """Download a mesh and make sure that it is one.

    Parameters
    ----------
    link : callable
        Asks the service for the address of the result; asked anew when an address has expired.
    local : bool
        The result lies on a server of the person's own.

    Raises
    ------
    ServiceError
        It is not there, or no mesh.
    Cancelled
    """
    landing, below = desk.landing(), stage(job, MAKING_RATIO, 1.0)
    for _again in range(_FRESH_LINKS):
        try:
            wire.fetch_result(link(), landing, below, local=local)
            break
        except LinkExpiredError:
            job.check_cancelled()
    else:
        wire.fetch_result(link(), landing, below, local=local)
    return require_mesh(landing, service, paid=not local)


def told_to_stop(tell: Callable[[JobContext], Ending]) -> Ending:
    """Tell a service to stop an order, for a moment at most, and return what became of it.

    The job itself is cancelled by then, so ``tell`` gets a fresh one, on a thread of its own.
    """
    said: list[Ending] = []

    def told() -> None:
        try:
            said.append(tell(JobContext()))
        except ServiceError:
            said.append("may-cost")

    teller = threading.Thread(target=told, daemon=True)
    teller.start()
    teller.join(_STOP_S)
    return said[0] if said else "may-cost"
