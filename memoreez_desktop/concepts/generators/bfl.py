"""Pictures by Black Forest Labs, who make FLUX.

Source: docs.bfl.ai: a task is ordered, and asked for at the address the answer names, which may be of another
region; the picture's link holds ten minutes. Prices of one megapixel as published; a credit is one US cent.
"""

from __future__ import annotations

import base64
import time

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
)
from memoreez_desktop.core.words import say
from memoreez_desktop.network.api import Answer, Ask, Wire
from memoreez_desktop.network.queued import detail_of, not_kept, polled, trusted_link
from memoreez_desktop.network.refusals import reason_of_status, refusal, refusal_of, unreadable

_DOMAIN = "bfl.ai"
_USD_OF_CREDIT = 0.01
_USD_A_MEGAPIXEL = {"flux-2-klein-4b": 0.014, "flux-2-pro": 0.03, "flux-2-max": 0.07}
_AS_OF = "2026-11-22"
_GRID_PX = 32
_NOT_YET_S = 10.0
"""How long a fresh task may be unknown to the host that will know it."""
_INFO = GeneratorInfo(
    "bfl",
    say("Black Forest Labs"),
    say("The makers of FLUX. Can use your photo; an order that was interrupted can be fetched later."),
    (
        FieldSpec(
            "base_url",
            say("Address"),
            "text",
            "https://api.bfl.ai/v1",
            help=say("https://api.eu.bfl.ai/v1 stays in Europe."),
        ),
        FieldSpec("model", say("Model"), "text", "flux-2-klein-4b"),
        FieldSpec("key", say("Key"), "secret", ""),
    ),
    capabilities=frozenset({"photo", "progress", "resume", "seed", "size"}),
    leaves=say("The prompt, and your photo if you use one."),
    key_page="https://dashboard.bfl.ai",
)


class BlackForestLabs:
    """See the module."""

    info = _INFO
    id = _INFO.id

    def availability(self, values: ProviderValues) -> Availability:
        """See :class:`~memoreez_desktop.concepts.generators.api.ImageGenerator`."""
        return AVAILABLE if values.secret() else Availability(False, say("It needs a key."))

    def price(self, values: ProviderValues, size_px: int) -> Price:
        """See :class:`~memoreez_desktop.concepts.generators.api.ImageGenerator`; by begun megapixels."""
        usd = _USD_A_MEGAPIXEL.get(values.text(_INFO, "model"))
        if usd is None:
            return Price(None, 10.0)
        megapixels = max(1, -(-(size_px**2) // 1024**2))
        return Price(usd * megapixels, 10.0, _AS_OF)

    def test(self, values: ProviderValues, wire: Wire, job: JobContext) -> str:
        """Ask for the credits that are left: free, and proves the key."""
        ask = Ask(
            "GET",
            _url(values, "credits"),
            secret_headers=_key(values),
            read_timeout_s=20.0,
            most_bytes=100_000,
        )
        answer = wire.call(ask, job)
        value = answer.json()
        if answer.status != 200:
            raise _refused(answer)
        left = value.get("credits") if isinstance(value, dict) else None
        if not isinstance(left, int | float):
            raise unreadable(_INFO.label, maybe_charged=False)
        return say("The key is accepted; {credits} credits are left.", credits=f"{left:.0f}")

    def draw(
        self, order: PictureOrder, values: ProviderValues, wire: Wire, desk: RemoteDesk, job: JobContext
    ) -> RemotePicture:
        """See :class:`~memoreez_desktop.concepts.generators.api.ImageGenerator`."""
        ask = _ask(order, values)
        desk.about_to_send()
        job.progress(None, say("Being ordered"))
        answer = wire.call(ask, job)
        if answer.status not in (200, 201, 202):
            raise _refused(answer)
        task = answer.json()
        link = task.get("polling_url") if isinstance(task, dict) else None
        remote_id = trusted_link(link, values.text(_INFO, "base_url"), _DOMAIN, _INFO.label)
        desk.accepted(remote_id)
        credit = task.get("cost")
        cost = credit * _USD_OF_CREDIT if isinstance(credit, int | float) else None
        return _fetched(remote_id, values, wire, job, cost, order.seed)

    def resume(self, remote_id: str, values: ProviderValues, wire: Wire, job: JobContext) -> RemotePicture:
        """See :class:`~memoreez_desktop.concepts.generators.api.ImageGenerator`."""
        link = trusted_link(remote_id, values.text(_INFO, "base_url"), _DOMAIN, _INFO.label)
        return _fetched(link, values, wire, job, None, None)


def _url(values: ProviderValues, path: str) -> str:
    return f"{values.text(_INFO, 'base_url').rstrip('/')}/{path}"


def _key(values: ProviderValues) -> dict[str, str]:
    return {"x-key": values.secret()}


def _ask(order: PictureOrder, values: ProviderValues) -> Ask:
    side = max(_GRID_PX, order.size_px // _GRID_PX * _GRID_PX)
    fields: dict[str, object] = {
        "prompt": order.prompt.prompt,
        "width": side,
        "height": side,
        "output_format": "png",
    }
    if order.seed is not None:
        fields["seed"] = order.seed
    if order.photo_jpeg:
        fields["input_image"] = base64.b64encode(order.photo_jpeg).decode()
    url = _url(values, values.text(_INFO, "model"))
    return Ask("POST", url, secret_headers=_key(values), json_body=fields, paid=True)


def _fetched(
    link: str, values: ProviderValues, wire: Wire, job: JobContext, cost: float | None, seed: int | None
) -> RemotePicture:
    begun = time.monotonic()

    def read(answer: Answer) -> str | None:
        if answer.status in (202, 404) and time.monotonic() - begun < _NOT_YET_S:
            return None
        return _sample(answer, job)

    ask = Ask("GET", link, secret_headers=_key(values), read_timeout_s=30.0, most_bytes=4_000_000)
    sample = polled(ask, _INFO.label, wire, job, read)
    data = wire.download(sample, job)
    require_picture(data, _INFO.label)
    return RemotePicture(data, values.text(_INFO, "model"), seed, cost, link)


def _sample(answer: Answer, job: JobContext) -> str | None:
    """Return the picture's address out of a task that is done, None while it is not."""
    if answer.status == 404:
        raise not_kept(_INFO.label)
    if answer.status not in (200, 202):
        raise _refused(answer)
    task = answer.json()
    if not isinstance(task, dict):
        raise unreadable(_INFO.label)
    status = str(task.get("status", ""))
    if status == "Ready":
        result = task.get("result")
        sample = result.get("sample") if isinstance(result, dict) else None
        if not isinstance(sample, str):
            raise unreadable(_INFO.label)
        return sample
    if status.endswith("Moderated"):
        raise refusal(_INFO.label, "content_filter", maybe_charged=status.startswith("Content"))
    if status == "Task not found":
        raise not_kept(_INFO.label)
    if status in ("Error", "Failed"):
        raise refusal(_INFO.label, "server", maybe_charged=True)
    done = task.get("progress")
    job.progress(float(done) if isinstance(done, int | float) else None, say("Being drawn"))
    return None


def _refused(answer: Answer) -> Exception:
    reason = reason_of_status(answer.status)
    # It says 429 when more than 24 tasks of one account are under way.
    busy = "queue_full" if answer.status == 429 else reason
    return refusal_of(_INFO.label, answer, detail_of(answer.json()), busy)
