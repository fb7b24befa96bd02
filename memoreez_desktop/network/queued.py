"""Waiting for services that take an order, give it a number, and are asked until it is done."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Container
from typing import TypeVar
from urllib.parse import urlsplit

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.remote import Reason, ServiceError
from memoreez_desktop.core.words import say
from memoreez_desktop.network.api import Answer, Ask, Wire
from memoreez_desktop.network.refusals import refusal_of, unreadable

T = TypeVar("T")
_STEP_S = 0.1
_FIRST_WAIT_S = 0.2
_PATIENCE = 5
"""So many questions in a row may go wrong by default: the order goes on at the service meanwhile."""
_PASSING: tuple[Reason, ...] = ("server", "offline", "rate_limit", "queue_full")
_PASSING_STATUS = (408, 429, *range(500, 600))
_STOP_S = 0.3


def pause(job: JobContext, seconds: float) -> None:
    """Wait, but not a moment longer once the person cancels.

    Raises
    ------
    Cancelled
        Within ``_STEP_S`` of the wish.
    """
    end = time.monotonic() + seconds
    while (left_s := end - time.monotonic()) > 0:
        job.check_cancelled()
        time.sleep(min(_STEP_S, left_s))
    job.check_cancelled()


def polled(
    ask: Ask,
    service: str,
    wire: Wire,
    job: JobContext,
    read: Callable[[Answer], T | None],
    *,
    every_s: float = 1.0,
    deadline_s: float = 900.0,
    patience: int = _PATIENCE,
    passing: Container[int] = _PASSING_STATUS,
    paid: bool = True,
) -> T:
    """Ask again and again until there is something.

    Parameters
    ----------
    read : callable
        Gets every answer that is not a passing trouble; returns None to go on waiting, and raises
        ``ServiceError`` when the order has failed.
    every_s : float
        Between two questions, once the first quick ones have found nothing.
    patience : int
        How many questions in a row may go wrong.
    passing : container of int
        HTTP statuses that are a passing trouble.
    paid : bool
        False for a server of one's own.

    Raises
    ------
    ServiceError
        Too many troubles in a row, or not done within ``deadline_s``: the order may still go on.
    """
    end, troubles, wait_s = time.monotonic() + deadline_s, 0, _FIRST_WAIT_S
    while time.monotonic() < end:
        wait_s = min(every_s, 1.5 * wait_s)
        try:
            answer = wire.call(ask, job)
        except ServiceError as error:
            if error.reason not in _PASSING:
                raise
            trouble = error
        else:
            if answer.status not in passing:
                found = read(answer)
                if found is not None:
                    return found
                troubles = 0
                pause(job, wait_s)
                continue
            trouble = refusal_of(service, answer, detail_of(answer.json()))
        troubles += 1
        if troubles > patience:
            raise trouble
        pause(job, wait_s)
    raise still_drawing(service, paid=paid)


def tell_to_stop(tell: Callable[[JobContext], object]) -> None:
    """Tell a service to stop an order the person cancelled; nobody waits longer than a moment for it.

    The job itself is cancelled by then, so ``tell`` gets a fresh one, on a thread of its own.
    """

    def told() -> None:
        with contextlib.suppress(ServiceError):
            tell(JobContext())

    teller = threading.Thread(target=told, daemon=True)
    teller.start()
    teller.join(_STOP_S)


def trusted_link(link: object, base_url: str, domain: str, service: str) -> str:
    """Return an address a service gave to be asked with the key, once it is known to be the service's.

    Parameters
    ----------
    domain : str
        The service's own domain; any of its hosts is trusted over https.

    Raises
    ------
    ServiceError
        It leads elsewhere: the key stays here.
    """
    home = urlsplit(base_url)
    try:
        parts = urlsplit(link if isinstance(link, str) else "")
        host = parts.hostname or ""
    except ValueError:
        raise unreadable(service) from None
    same = (parts.scheme, parts.netloc) == (home.scheme, home.netloc)
    of_service = parts.scheme == "https" and (host == domain or host.endswith("." + domain))
    if not host or "@" in parts.netloc or not (same or of_service):
        raise unreadable(service)
    return parts.geturl()


def detail_of(value: object) -> str:
    """Return the words of an error document: ``detail`` as text or as a list of complaints, or ``title``."""
    if not isinstance(value, dict):
        return ""
    detail = value.get("detail") or value.get("error") or value.get("title") or ""
    if isinstance(detail, list):
        said = [str(entry.get("msg", "")) for entry in detail if isinstance(entry, dict)]
        return "; ".join(words for words in said if words)
    return str(detail)


def still_drawing(service: str, *, paid: bool = True) -> ServiceError:
    """Say that the order was not done in time, and goes on; False for ``paid``: a server of one's own."""
    return ServiceError(
        say("{service} is still not done.", service=service),
        say("The order goes on there and can be fetched later; a new one may be charged again.")
        if paid
        else say("The order goes on there and can be fetched later."),
        reason="timeout_unsure",
        maybe_charged=paid,
    )


def not_kept(service: str, *, paid: bool = True) -> ServiceError:
    """Say that a service does not know an order any more; False for ``paid``: a server of one's own."""
    return ServiceError(
        say("{service} does not keep this order any more.", service=service),
        say("Pictures are kept there for a short time only. Order it anew if you still want it."),
        reason="bad_input",
        maybe_charged=paid,
    )
