"""What a Stable Diffusion web server answers: pictures with an overview before them, errors of two shapes.

Source: ``modules/api`` of AUTOMATIC1111 and Forge; sd-server, which tells nothing of its pictures.
"""

from __future__ import annotations

import json
from typing import Any

from memoreez_desktop.concepts.generators.arrived import bytes_of_base64
from memoreez_desktop.core.remote import ServiceError
from memoreez_desktop.core.words import say
from memoreez_desktop.network.api import Answer
from memoreez_desktop.network.refusals import refusal_of, unreadable


def picture_in(value: object, service: str) -> tuple[bytes, int | None]:
    """Return the picture and its seed; an overview of all pictures comes before the first.

    Raises
    ------
    ServiceError
        There is none.
    """
    images = value.get("images") if isinstance(value, dict) else None
    if not isinstance(value, dict) or not isinstance(images, list) or not images:
        raise unreadable(service, maybe_charged=False)
    facts = _facts(value.get("info"))
    first = facts.get("index_of_first_image")
    if not isinstance(first, int) or not 0 <= first < len(images):
        first = 1 if len(images) > 1 else 0
    seed = facts.get("seed")
    return bytes_of_base64(images[first], service, paid=False), seed if isinstance(seed, int) else None


def _facts(info: object) -> dict[str, Any]:
    """Read what the server tells of a picture: JSON inside of JSON, empty at some servers."""
    try:
        facts = json.loads(info) if isinstance(info, str) else None
    except (ValueError, RecursionError):
        return {}
    return facts if isinstance(facts, dict) else {}


def refused(service: str, answer: Answer) -> ServiceError:
    """Put an answer that is no success into words."""
    value = answer.json()
    value = value if isinstance(value, dict) else {}
    said = _said(value)
    if answer.status == 401:
        return ServiceError(
            say("{service} wants a name and a password.", service=service),
            say("Enter what follows --api-auth where the server is started."),
            reason="auth",
        )
    if answer.status == 404 and "error" not in value:
        return ServiceError(
            say("The server answers, but has no interface for programs."),
            say("Start it with --api, and check the address in the settings."),
            reason="bad_input",
        )
    if "OutOfMemory" in str(value.get("error", "")) or "out of memory" in said.lower():
        return ServiceError(
            say("{service} ran out of memory.", service=service),
            say("Choose a smaller picture or a smaller model in the settings."),
            reason="server",
        )
    # Its own 404 is not about the model: older servers say so of a sampler they do not know.
    return refusal_of(service, answer, said, "bad_input" if answer.status == 404 else None)


def _said(value: dict[str, Any]) -> str:
    """Return the words of an error: one text, or a list with one text for each wrong field."""
    detail = value.get("detail")
    if isinstance(detail, list):
        return " ".join(str(entry.get("msg", "")) for entry in detail if isinstance(entry, dict))
    return str(detail or value.get("errors") or "")
