"""Waiting for a service to come by with its mesh."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.words import say
from memoreez_desktop.network.queued import still_drawing
from memoreez_desktop.network.refusals import refusal, unreadable
from memoreez_desktop.network.webhook import Brought, Webhook
from memoreez_desktop.sculpting.generators.arrived_mesh import require_mesh

_STEP_S = 0.1


def waited(
    door: Webhook,
    job: JobContext,
    service: str,
    *,
    deadline_s: float,
    look: Callable[[], None],
    every_s: float,
    paid: bool = False,
) -> Brought:
    """Wait until something was brought.

    Parameters
    ----------
    look : callable
        Asked every ``every_s`` whether the service still works at it; raises ``ServiceError`` when not.

    Raises
    ------
    ServiceError
        It does not, or nothing came within ``deadline_s``.
    Cancelled
    """
    begun = looked = time.monotonic()
    while time.monotonic() - begun < deadline_s:
        job.progress(None, say("Being sculpted"))
        brought = door.wait(_STEP_S)
        if brought is not None:
            return brought
        if time.monotonic() - looked > every_s:
            look()
            looked = time.monotonic()
    raise still_drawing(service, paid=paid)


def brought_mesh(brought: Brought, service: str, *, paid: bool) -> Path:
    """Return the mesh that was brought, checked.

    Raises
    ------
    ServiceError
        The service says that it failed, or what it brought is no mesh.
    """
    status = brought.fields.get("status", "")
    if status != "completed":
        raise refusal(service, "server", brought.fields.get("error", ""), maybe_charged=paid)
    if brought.file is None:
        raise unreadable(service, maybe_charged=paid)
    return require_mesh(brought.file, service, paid=paid)
