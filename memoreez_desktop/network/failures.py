"""What went wrong on the way, in words: no name, no connection, a bad certificate, silence, a cut answer."""

from __future__ import annotations

import ssl

import httpx

from memoreez_desktop.core.remote import ServiceError
from memoreez_desktop.core.words import say

NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError)
"""After these not a byte of the request has left: asking again cannot order twice."""


def offline_error() -> ServiceError:
    """Say that the person has switched the network off."""
    return ServiceError(
        say("The program is switched offline."),
        say("Switch it online in the settings, or go on with the studio, which needs no network."),
        reason="offline",
    )


def odd_key(host: str) -> ServiceError:
    """Say that a key cannot be one: a header cannot carry it, and nothing was sent."""
    return ServiceError(
        say("The key for {host} has a character in it that no key has.", host=host),
        say("Copy it anew, without quotes and spaces, and press Test."),
        reason="auth",
    )


def too_large(host: str, most_bytes: int) -> ServiceError:
    """Say that an answer was longer than any answer should be."""
    return ServiceError(
        say(
            "The answer of {host} was larger than {size} MB and was not read.",
            host=host,
            size=most_bytes // 1_000_000,
        ),
        say("Try again; if it happens again, the service has a fault."),
        reason="server",
    )


def too_late(host: str, paid: bool) -> ServiceError:
    """Say that the whole time has passed."""
    return _unsure(host) if paid else _silent(host)


def redirected(host: str, target: str) -> ServiceError:
    """Say that a request was sent on to elsewhere, where no key may follow."""
    return ServiceError(
        say("{host} sends on to “{target}”. Keys are never sent on.", host=host, target=target),
        say("Check the address in the settings."),
        reason="bad_input",
    )


def failure_of(error: httpx.HTTPError, host: str, paid: bool) -> ServiceError:
    """Put a failure of the transport into words; ``paid`` requests that may have arrived are unsure."""
    if isinstance(error, NOT_SENT):
        if _has_bad_certificate(error):
            return ServiceError(
                say("The certificate of {host} is not trusted.", host=host),
                say("In a company network, choose its certificate file in the settings."),
                reason="server",
            )
        return ServiceError(
            say("{host} cannot be reached.", host=host),
            say("Check the connection and the address; a local server must be running."),
            reason="offline",
        )
    if paid:
        return _unsure(host)
    if isinstance(error, httpx.TimeoutException):
        return _silent(host)
    return ServiceError(
        say("The connection to {host} broke off.", host=host),
        say("Try again in a moment."),
        reason="server",
    )


def _unsure(host: str) -> ServiceError:
    return ServiceError(
        say("{host} did not answer in time. The order may have arrived.", host=host),
        say("It may have been charged. It was not sent again; look at the service's own page."),
        reason="timeout_unsure",
        maybe_charged=True,
    )


def _silent(host: str) -> ServiceError:
    return ServiceError(
        say("{host} did not answer in time.", host=host),
        say("Try again in a moment."),
        reason="server",
    )


def _has_bad_certificate(error: BaseException) -> bool:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return True
        cause = cause.__cause__ or cause.__context__
    return False
