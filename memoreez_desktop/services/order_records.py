"""What is written down of an order while a service works at it, and where it stands when nothing came."""

from __future__ import annotations

import time

from memoreez_desktop.core.errors import MemoreezError
from memoreez_desktop.core.remote import Capability, ServiceError
from memoreez_desktop.core.words import say
from memoreez_desktop.storage.library import Library
from memoreez_desktop.storage.remote_job_rows import OrderRow

_ASKED_FOR_S = 24 * 3600.0
"""So long an accepted order is asked for again and again; services keep results for an hour to some days."""
_FINAL = ("content_filter", "bad_input", "model_gone", "no_credit")


class KeptDesk:
    """See :class:`~memoreez_desktop.core.remote.RemoteDesk`: every word is on disk when the call returns."""

    def __init__(self, library: Library, order_id: str) -> None:
        self._orders = library.orders
        self._order_id = order_id

    def about_to_send(self) -> None:
        """Keep that the request leaves now."""
        self._orders.submitting(self._order_id)

    def accepted(self, remote_id: str) -> None:
        """Keep the name the service gave to the job."""
        self._orders.accepted(self._order_id, remote_id)


def after_trouble(
    library: Library, order_id: str, capabilities: frozenset[Capability], error: BaseException
) -> None:
    """Write down where an order stands that brought nothing.

    Parameters
    ----------
    capabilities : frozenset of str
        Of its service: ``resume`` decides whether it may still come, ``cancel`` whether it was stopped there.
    """
    orders = library.orders
    order = orders.order(order_id)
    told = isinstance(error, ServiceError)
    uncharged = isinstance(error, ServiceError) and not error.maybe_charged
    message, hint = _words_of(error)
    if order.ending == "stopped" and order.state in ("submitting", "accepted"):
        orders.failed(order_id, say("It was stopped before it had begun."), say("Nothing was charged."))
    elif order.state == "ready":
        # Nothing has left.
        if told:
            orders.failed(order_id, message, hint)
        else:
            orders.stand_down(order_id)
    elif order.state == "accepted" and "resume" in capabilities and _may_come(order, capabilities, error):
        orders.waiting(order_id, message, hint)
    elif order.state in ("submitting", "accepted"):
        if uncharged:
            orders.failed(order_id, message, hint)
        else:
            orders.unsure(order_id, message, hint)


def _may_come(order: OrderRow, capabilities: frozenset[Capability], error: BaseException) -> bool:
    if time.time() - order.created_s > _ASKED_FOR_S:
        return False
    if isinstance(error, ServiceError):
        return error.reason not in _FINAL
    # What a person stopped was stopped at the service, too, where that is possible.
    return isinstance(error, MemoreezError) or "cancel" not in capabilities


def _words_of(error: BaseException) -> tuple[str, str]:
    if isinstance(error, MemoreezError):
        return error.message, error.hint
    return (
        say("It was stopped after it had been ordered."),
        say("It may have been charged. It was not ordered again; look at the service's own page."),
    )
