"""What services say when they say no, in the words people get, each with what to do."""

from __future__ import annotations

import email.utils
import re
import time
from collections.abc import Mapping

from memoreez_desktop.core.remote import Reason, ServiceError
from memoreez_desktop.core.words import Phrase, say
from memoreez_desktop.network.api import Answer

_LONGEST_DETAIL = 160
_LONGEST_WAIT_S = 3600.0
_IN_TEXT = re.compile(
    r"\b(?:in|after)\s+~?(\d+(?:\.\d+)?)\s*(ms|s|sec|seconds?|m|min|minutes?)\b", re.IGNORECASE
)
_UNIT_S = {"ms": 0.001, "s": 1.0, "m": 60.0}
_KEYLIKE = re.compile(r"\b(?:sk|r8|hf|key|fal|AIza)[-_A-Za-z0-9:]{8,}|\b[A-Za-z0-9_-]{32,}\b")
_BY_STATUS: dict[int, Reason] = {
    400: "bad_input",
    401: "auth",
    402: "no_credit",
    403: "auth",
    404: "model_gone",
    405: "model_gone",
    408: "server",
    409: "bad_input",
    410: "model_gone",
    413: "bad_input",
    415: "bad_input",
    422: "bad_input",
    429: "rate_limit",
}


def reason_of_status(status: int) -> Reason:
    """Return what an HTTP status most likely means."""
    return _BY_STATUS.get(status, "server")


def wait_of(headers: Mapping[str, str], text: str = "") -> float | None:
    """Return how long to wait: Retry-After (seconds or a date, RFC 9110), else the words; an hour at most."""
    told = headers.get("retry-after", "").strip()
    wait_s: float | None = None
    if told.replace(".", "", 1).isdigit():
        wait_s = float(told)
    elif told:
        moment = email.utils.parsedate_to_datetime(told) if _is_date(told) else None
        wait_s = max(0.0, moment.timestamp() - time.time()) if moment else None
    if wait_s is None and (found := _IN_TEXT.search(text)):
        unit = found.group(2).lower()
        wait_s = float(found.group(1)) * _UNIT_S["ms" if unit == "ms" else unit[0]]
    return None if wait_s is None else min(wait_s, _LONGEST_WAIT_S)


def _is_date(text: str) -> bool:
    return email.utils.parsedate_tz(text) is not None


def refusal(
    service: str,
    reason: Reason,
    detail: str = "",
    *,
    wait_s: float | None = None,
    maybe_charged: bool = False,
) -> ServiceError:
    """Put a refusal into words.

    Parameters
    ----------
    service : str
        The provider's label.
    detail : str
        The service's own words, shortened here and freed from anything that looks like a key.
    """
    message, hint = _words(service, reason, wait_s)
    said = shown(detail)
    if said:
        message = say("{message} It says: “{words}”", message=message, words=said)
    return ServiceError(message, hint, reason=reason, wait_s=wait_s, maybe_charged=maybe_charged)


def shown(detail: str) -> str:
    """Return a service's words as they may be shown: one short line without keys."""
    line = _KEYLIKE.sub("…", " ".join(detail.split()))
    return line if len(line) <= _LONGEST_DETAIL else line[:_LONGEST_DETAIL].rsplit(" ", 1)[0] + "…"


def refusal_of(service: str, answer: Answer, detail: str = "", reason: Reason | None = None) -> ServiceError:
    """Put an answer that is no success into words, by its status where no better reason is known."""
    known = reason or reason_of_status(answer.status)
    wait_s = wait_of(answer.headers, detail) if known in ("rate_limit", "queue_full") else None
    return refusal(service, known, detail, wait_s=wait_s)


def unreadable(service: str, maybe_charged: bool = True) -> ServiceError:
    """Say that an answer came that makes no sense: cut off, an error page, no picture in it."""
    return ServiceError(
        say("The answer of {service} could not be understood.", service=service),
        say("It may have been charged. Try again, or look at the service's own page.")
        if maybe_charged
        else say("Check the address in the settings; another program may answer there."),
        reason="server",
        maybe_charged=maybe_charged,
    )


def _words(service: str, reason: Reason, wait_s: float | None) -> tuple[Phrase, Phrase]:
    if reason == "rate_limit" and wait_s is not None:
        return (
            say("{service} wants a pause.", service=service),
            say("Try again in {seconds} seconds.", seconds=max(1, round(wait_s))),
        )
    table: dict[str, tuple[Phrase, Phrase]] = {
        "auth": (
            say("{service} does not accept the key.", service=service),
            say("Enter it anew in the settings and press Test."),
        ),
        "no_credit": (
            say("There is no credit left at {service}.", service=service),
            say("Add credit on the service's own page, or choose another service."),
        ),
        "rate_limit": (
            say("{service} wants a pause.", service=service),
            say("Try again in a minute."),
        ),
        "queue_full": (
            say("{service} has too much to do.", service=service),
            say("Try again in a moment."),
        ),
        "content_filter": (
            say("The filter of {service} refused this picture.", service=service),
            say("Say it in other words and try again; such filters often err."),
        ),
        "bad_input": (
            say("{service} cannot do what was asked.", service=service),
            say("Check model and address in the settings."),
        ),
        "model_gone": (
            say("{service} has no such model any more.", service=service),
            say("Choose another model in the settings."),
        ),
    }
    return table.get(
        reason,
        (say("{service} is out of order.", service=service), say("Try again in a moment.")),
    )
