"""Pictures by a Memoreez server: the web product's own service, at home or deployed by its owner.

Source: its worker's source: ``POST /api/generate`` takes what a person likes and answers with up to four
concepts, as one JSON document or as a stream that ends with ``done``. It writes its own prompts and draws all
four at once, so of each answer the picture of the wanted character is taken.
"""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urljoin, urlsplit

from memoreez_desktop.concepts.generators.arrived import require_picture
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.provider import AVAILABLE, Availability, FieldSpec
from memoreez_desktop.core.remote import (
    GeneratorInfo,
    PictureOrder,
    Price,
    ProviderValues,
    RemoteDesk,
    RemotePicture,
    ServiceError,
)
from memoreez_desktop.core.words import say
from memoreez_desktop.network.api import Answer, Ask, ServerEvent, Wire
from memoreez_desktop.network.refusals import refusal, refusal_of, unreadable

_INFO = GeneratorInfo(
    "orchestrator",
    say("Memoreez server"),
    say("The server of Memoreez on the web, run by yourself. It draws four pictures for every one kept."),
    (FieldSpec("base_url", say("Address"), "text", "http://127.0.0.1:8787"),),
    local=True,
    leaves=say("Title and prompt, to your own server and to the services it uses."),
)
Concept = dict[str, Any]


class Orchestrator:
    """See the module."""

    info = _INFO
    id = _INFO.id

    def availability(self, values: ProviderValues) -> Availability:
        """See :class:`~memoreez_desktop.concepts.generators.api.ImageGenerator`."""
        return AVAILABLE

    def price(self, values: ProviderValues, size_px: int) -> Price:
        """See :class:`~memoreez_desktop.concepts.generators.api.ImageGenerator`; its owner pays."""
        return Price(None, 30.0)

    def test(self, values: ProviderValues, wire: Wire, job: JobContext) -> str:
        """Ask for its health."""
        answer = wire.call(
            Ask("GET", _url(values, "health"), local=True, read_timeout_s=20.0, most_bytes=100_000), job
        )
        if answer.status != 200:
            raise _refused(answer)
        value = answer.json()
        if not isinstance(value, dict) or value.get("status") != "ok":
            raise unreadable(_INFO.label, maybe_charged=False)
        return say("It answers.")

    def draw(
        self, order: PictureOrder, values: ProviderValues, wire: Wire, desk: RemoteDesk, job: JobContext
    ) -> RemotePicture:
        """See :class:`~memoreez_desktop.concepts.generators.api.ImageGenerator`."""
        hobbies = [f"Subject: {order.prompt.title}", order.prompt.prompt]
        ask = Ask(
            "POST",
            _url(values, "generate"),
            json_body={"hobbies": hobbies},
            paid=True,
            local=True,
            read_timeout_s=300.0,
        )
        desk.about_to_send()
        job.progress(None, say("Being drawn"))
        concept = _chosen(_concepts(ask, wire, job), order.prompt.character)
        base = values.text(_INFO, "base_url")
        link = urljoin(f"{base.rstrip('/')}/", concept["url"])
        # A picture kept elsewhere is fetched like any other from the internet.
        at_home = urlsplit(link).netloc == urlsplit(base).netloc
        data = wire.download(link, job, local=at_home)
        require_picture(data, _INFO.label)
        return RemotePicture(data, remote_id=str(concept.get("id", "")))

    def resume(self, remote_id: str, values: ProviderValues, wire: Wire, job: JobContext) -> RemotePicture:
        """Not possible: an order has no number before its pictures are done."""
        raise refusal(_INFO.label, "bad_input")


def _url(values: ProviderValues, path: str) -> str:
    return f"{values.text(_INFO, 'base_url').rstrip('/')}/api/{path}"


def _concepts(ask: Ask, wire: Wire, job: JobContext) -> list[Concept]:
    """Return the concepts of an answer of either form."""
    found: list[Concept] = []
    for item in wire.events(ask, job):
        if isinstance(item, Answer):
            if item.status != 200:
                raise _refused(item)
            value = item.json()
            listed = value.get("concepts") if isinstance(value, dict) else None
            if not isinstance(listed, list):
                raise unreadable(_INFO.label)
            return [concept for concept in listed if _is_concept(concept)]
        value = _value_of(item)
        kind = value.get("type")
        if kind == "done":
            return found
        if kind == "error":
            raise refusal(_INFO.label, "server", str(value.get("message") or ""), maybe_charged=True)
        if kind == "concept" and _is_concept(value.get("concept")):
            found.append(value["concept"])
            job.progress(None, say("{count} pictures are drawn", count=len(found)))
    raise ServiceError(
        say("{service} stopped in the middle of its answer.", service=_INFO.label),
        say("It may have been charged. Look at the server's own log before trying again."),
        reason="server",
        maybe_charged=True,
    )


def _value_of(event: ServerEvent) -> dict[str, Any]:
    try:
        value = json.loads(event.data)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _is_concept(value: object) -> bool:
    return isinstance(value, dict) and isinstance(value.get("url"), str)


def _chosen(concepts: list[Concept], character: str) -> Concept:
    """Return the concept of a character, else the first; the server leaves out what it could not draw."""
    if not concepts:
        raise unreadable(_INFO.label)
    fitting = (concept for concept in concepts if character in str(concept.get("type", "")).lower())
    return next(fitting, concepts[0])


def _refused(answer: Answer) -> ServiceError:
    """Put a failure into words: of its document only ``error``, never the stack that stands beside it."""
    value = answer.json()
    said = value.get("error") if isinstance(value, dict) else None
    return refusal_of(_INFO.label, answer, said if isinstance(said, str) else "")
