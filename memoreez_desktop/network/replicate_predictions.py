"""Replicate's predictions, whatever the model behind them makes.

Source: Replicate's HTTP reference and its own client for Python: a prediction is made, asked for by its id,
and kept for an hour; how far it is stands only in its log, as a progress bar's text; every model has a schema
of its own, which can be asked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.remote import Reason, ServiceError
from memoreez_desktop.core.words import Phrase, say
from memoreez_desktop.network.api import Answer, Ask, Wire
from memoreez_desktop.network.queued import detail_of, not_kept, polled
from memoreez_desktop.network.refusals import refusal, refusal_of, unreadable

HOME = "https://api.replicate.com/v1"
_ID = re.compile(r"[a-z0-9]{4,64}")
_PERCENT = re.compile(r"(\d{1,3})%\|")
_FILTER_WORDS = ("nsfw", "flagged as sensitive", "safety", "moderat")


@dataclass(frozen=True)
class Predictions:
    """One model's predictions.

    Attributes
    ----------
    label : str
        What people call the service.
    base_url : str
    model : str
        ``owner/name``, or ``owner/name:version``.
    key : str
    at_work : Phrase
        What is said while one is being made.
    pick : callable
        Takes the output of a prediction that succeeded and returns the address of its result, or None.
    """

    label: str
    base_url: str
    model: str
    key: str = field(repr=False)
    at_work: Phrase
    pick: Callable[[object], str | None]

    def test(self, wire: Wire, job: JobContext) -> str:
        """Ask for the account and the model: free, and proves both."""
        for path in ("account", f"models/{self._name}"):
            answer = wire.call(self._get(path), job)
            if answer.status != 200:
                raise self.refused(answer)
            if not isinstance(answer.json(), dict):
                raise unreadable(self.label, maybe_charged=False)
        return say("The key is accepted, and the model is there.")

    def input_names(self, wire: Wire, job: JobContext) -> tuple[frozenset[str], str]:
        """Ask which inputs the model knows, and which version it has; free."""
        answer = wire.call(self._get(f"models/{self._name}"), job)
        if answer.status != 200:
            raise self.refused(answer)
        version = _dict_in(_dict_in(answer.json()).get("latest_version"))
        schemas = _dict_in(_dict_in(_dict_in(version.get("openapi_schema")).get("components")).get("schemas"))
        names = _dict_in(_dict_in(schemas.get("Input")).get("properties"))
        told = version.get("id")
        return frozenset(names), told if isinstance(told, str) else ""

    def order(self, fields: Mapping[str, Any], version: str = "") -> Ask:
        """Return the request that may cost money."""
        wished = self.model.partition(":")[2] or version
        path = "predictions" if wished else f"models/{self._name}/predictions"
        body: dict[str, Any] = {"input": dict(fields)} | ({"version": wished} if wished else {})
        return Ask("POST", self._url(path), secret_headers=self._secret, json_body=body, paid=True)

    def accepted(self, answer: Answer) -> str:
        """Return the id of a prediction that was taken.

        Raises
        ------
        ServiceError
            The service said no.
        """
        if answer.status not in (200, 201, 202):
            raise self.refused(answer)
        remote_id = _dict_in(answer.json()).get("id")
        if not isinstance(remote_id, str) or not _ID.fullmatch(remote_id):
            raise unreadable(self.label)
        return remote_id

    def link(self, remote_id: str, wire: Wire, job: JobContext, *, deadline_s: float = 900.0) -> str:
        """Wait for a prediction and return the address of its result.

        Raises
        ------
        ServiceError
            It failed, or it is not kept any more.
        Cancelled
            Nothing was told to the service yet: see :meth:`stop`.
        """
        ask = self._get(f"predictions/{remote_id}")

        def read(answer: Answer) -> str | None:
            return self._output(answer, job)

        return polled(ask, self.label, wire, job, read, every_s=2.0, deadline_s=deadline_s)

    def stop(self, remote_id: str, wire: Wire, job: JobContext) -> bool:
        """Ask for the end of a prediction; True when it had not begun, so that it costs nothing."""
        path = f"predictions/{remote_id}"
        waiting = _dict_in(wire.call(self._get(path), job).json()).get("status") == "starting"
        ask = Ask(
            "POST", self._url(f"{path}/cancel"), secret_headers=self._secret, paid=True, deadline_s=10.0
        )
        return wire.call(ask, job).status in (200, 201, 202) and waiting

    def refused(self, answer: Answer) -> ServiceError:
        """Put an answer that is no success into words."""
        return refusal_of(self.label, answer, detail_of(answer.json()))

    @property
    def _name(self) -> str:
        return self.model.partition(":")[0]

    @property
    def _secret(self) -> dict[str, str]:
        return {"authorization": f"Bearer {self.key}"}

    def _url(self, path: str) -> str:
        return f"{self.base_url}/{path}"

    def _get(self, path: str) -> Ask:
        url, secret = self._url(path), self._secret
        return Ask("GET", url, secret_headers=secret, read_timeout_s=30.0, most_bytes=8_000_000)

    def _output(self, answer: Answer, job: JobContext) -> str | None:
        """Return the address out of a prediction that is done, None while it is not."""
        if answer.status == 404:
            raise not_kept(self.label)
        prediction = answer.json()
        if answer.status != 200:
            raise self.refused(answer)
        if not isinstance(prediction, dict):
            raise unreadable(self.label)
        status = prediction.get("status")
        if status == "succeeded":
            link = self.pick(prediction.get("output"))
            if link is None:
                # Inputs and outputs are deleted an hour after the end.
                raise not_kept(self.label)
            return link
        if status in ("failed", "canceled", "aborted"):
            said = str(prediction.get("error") or "")
            filtered = any(word in said.lower() for word in _FILTER_WORDS)
            reason: Reason = "content_filter" if filtered else "server"
            raise refusal(self.label, reason, said, maybe_charged=status != "aborted")
        shown = _PERCENT.findall(str(prediction.get("logs") or ""))
        starting = status == "starting"
        job.progress(
            int(shown[-1]) / 100 if shown else None, say("Being started") if starting else self.at_work
        )
        return None


def first_link(output: object) -> str | None:
    """Return the first address of an output: a text, a list, or an object with either."""
    return next(iter(links(output)), None)


def links(output: object) -> list[str]:
    """Return every address of an output, in its order."""
    if isinstance(output, dict):
        output = list(output.values())
    if isinstance(output, list):
        return [link for entry in output for link in links(entry)]
    return [output] if isinstance(output, str) and output.startswith("http") else []


def _dict_in(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
