"""fal.ai's queue, whatever the model behind it makes.

Source: fal.ai's documentation of its queue and its own clients: an order gets addresses for its state, its
result and its end; "completed" may mean failed, which only the result tells.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.remote import Reason, ServiceError
from memoreez_desktop.core.words import Phrase, say
from memoreez_desktop.network.api import Answer, Ask, Wire
from memoreez_desktop.network.queued import detail_of, not_kept, polled, trusted_link
from memoreez_desktop.network.refusals import refusal_of, unreadable

HOME = "https://queue.fal.run"
_PLATFORM = "https://api.fal.ai"
_DOMAIN = "fal.run"
_KEPT_S = 86_400
"""Results are deleted at the service after a day: long enough to fetch one after a restart."""
_STEP = re.compile(r"(\d+)/(\d+)")


@dataclass(frozen=True)
class FalQueue:
    """One model's queue.

    Attributes
    ----------
    label : str
        What people call the service.
    base_url : str
        :data:`HOME`, or another one's.
    model : str
        Path of the model.
    key : str
    at_work : Phrase
        What is said while an order is being worked at.
    deadline_s : float
    """

    label: str
    base_url: str
    model: str
    key: str = field(repr=False)
    at_work: Phrase
    deadline_s: float = 900.0

    def priced(self, wire: Wire, job: JobContext) -> str:
        """Ask what the model costs: free, and proves key and model."""
        home = _PLATFORM if self.base_url == HOME else self.base_url
        answer = wire.call(self._get(f"{home}/v1/models/pricing?endpoint_id={self.model}"), job)
        if answer.status != 200:
            raise self.refused(answer)
        value = answer.json()
        if not isinstance(value, dict):
            raise unreadable(self.label, maybe_charged=False)
        return _priced(value.get("prices"))

    def order(self, fields: Mapping[str, Any]) -> Ask:
        """Return the request that may cost money."""
        headers = {"x-fal-object-lifecycle-preference": f'{{"expiration_duration_seconds": {_KEPT_S}}}'}
        url = f"{self.base_url}/{self.model}"
        return Ask(
            "POST", url, headers=headers, secret_headers=self._secret, json_body=dict(fields), paid=True
        )

    def accepted(self, answer: Answer) -> str:
        """Return the order's own address, by which it can be asked for.

        Raises
        ------
        ServiceError
            The service said no, or the address is not its own.
        """
        if answer.status not in (200, 201, 202):
            raise self.refused(answer)
        value = answer.json()
        link = value.get("status_url") if isinstance(value, dict) else None
        return self.trusted(link).partition("?")[0].removesuffix("/status")

    def trusted(self, link: object) -> str:
        """Pass an address on that is known to be the service's."""
        return trusted_link(link, self.base_url, _DOMAIN, self.label)

    def result(self, link: str, wire: Wire, job: JobContext) -> dict[str, Any]:
        """Wait for an order and return its result document.

        Raises
        ------
        ServiceError
            It failed, or it is not kept any more.
        Cancelled
            Nothing was told to the service yet: see :meth:`stop`.
        """
        state = self._get(f"{link}/status?logs=1")
        polled(
            state,
            self.label,
            wire,
            job,
            lambda answer: self._done(answer, job),
            every_s=2.0,
            deadline_s=self.deadline_s,
        )
        return polled(self._get(link), self.label, wire, job, self._document)

    def stop(self, link: str, wire: Wire, job: JobContext) -> bool:
        """Ask for the end of an order; True when it had not begun, so that it costs nothing for sure."""
        ask = Ask("PUT", f"{link}/cancel", secret_headers=self._secret, paid=True, deadline_s=10.0)
        state = wire.call(self._get(f"{link}/status"), job).json()
        waiting = isinstance(state, dict) and state.get("status") == "IN_QUEUE"
        return wire.call(ask, job).status in (200, 202) and waiting

    def refused(self, answer: Answer) -> ServiceError:
        """Put an answer that is no success into words."""
        value = answer.json()
        detail = value.get("detail") if isinstance(value, dict) else None
        said = detail_of(value)
        kinds = [str(entry.get("type", "")) for entry in detail or [] if isinstance(entry, dict)]
        reason: Reason | None = None
        if any("content_policy" in kind for kind in kinds):
            reason = "content_filter"
        elif answer.status == 403 and "balance" in said.lower():
            reason = "no_credit"
        return refusal_of(self.label, answer, said, reason)

    @property
    def _secret(self) -> dict[str, str]:
        return {"authorization": f"Key {self.key}"}

    def _get(self, url: str) -> Ask:
        return Ask("GET", url, secret_headers=self._secret, read_timeout_s=30.0, most_bytes=8_000_000)

    def _done(self, answer: Answer, job: JobContext) -> bool | None:
        """Return True once the order is over, well or badly."""
        if answer.status == 404:
            raise not_kept(self.label)
        if answer.status not in (200, 202):
            raise self.refused(answer)
        value = answer.json()
        if not isinstance(value, dict):
            raise unreadable(self.label)
        status = value.get("status")
        if status == "COMPLETED":
            return True
        if status == "IN_QUEUE":
            before = value.get("queue_position")
            count = before if isinstance(before, int) else 0
            job.progress(None, say("Waiting; {count} before it", count=count))
            return None
        logs = value.get("logs")
        lines = [str(line.get("message", "")) for line in logs or [] if isinstance(line, dict)]
        steps = _STEP.findall(" ".join(lines))
        fraction = int(steps[-1][0]) / int(steps[-1][1]) if steps and int(steps[-1][1]) else None
        job.progress(fraction, self.at_work)
        return None

    def _document(self, answer: Answer) -> dict[str, Any]:
        value = answer.json()
        if answer.status != 200:
            raise self.refused(answer)
        if not isinstance(value, dict):
            raise unreadable(self.label)
        return value


def _priced(prices: object) -> str:
    """Say what the model costs, where that is told."""
    first = prices[0] if isinstance(prices, list) and prices and isinstance(prices[0], dict) else {}
    usd, unit = first.get("unit_price"), first.get("unit")
    if not isinstance(usd, int | float) or not isinstance(unit, str) or first.get("currency") != "USD":
        return say("The key is accepted, and the model is there.")
    return say(
        "The key is accepted, and the model is there: {usd} USD for one {unit}.", usd=usd, unit=unit[:20]
    )
