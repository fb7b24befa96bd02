"""Meshes by Tripo, version 3 of its interface.

Source: developers.tripo3d.ai as several independent clients use it. Every answer stands in an envelope with a
code of its own; the address of a result expires within minutes and is given anew with the task; failed and
banned tasks are not charged. An order cannot be stopped there.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from memoreez_desktop.core.errors import Cancelled
from memoreez_desktop.core.job import JobContext, stage
from memoreez_desktop.core.provider import AVAILABLE, Availability, FieldSpec
from memoreez_desktop.core.remote import GeneratorInfo, Price, ProviderValues, Reason, ServiceError
from memoreez_desktop.core.remote_mesh import MeshDesk, MeshOrder, RecentOrder, RemoteMesh
from memoreez_desktop.core.words import say
from memoreez_desktop.network.api import Answer, Ask, Wire
from memoreez_desktop.network.queued import not_kept, polled
from memoreez_desktop.network.refusals import refusal, refusal_of, unreadable
from memoreez_desktop.sculpting.generators.landing import MAKING_RATIO, fetched

_INFO = GeneratorInfo(
    "tripo",
    say("Tripo"),
    say("Meshes of one picture in one or two minutes, with real progress; failed ones are not charged."),
    (
        FieldSpec("base_url", say("Address"), "text", "https://openapi.tripo3d.ai/v3"),
        FieldSpec("model", say("Model"), "text", "v3.1-20260211", help=say("v3.1-…, P1-…, P2-… …")),
        FieldSpec("key", say("Key"), "secret", ""),
    ),
    capabilities=frozenset({"progress", "resume", "seed", "views"}),
    leaves=say("The picture as it is shown, cut out."),
    key_page="https://platform.tripo3d.ai/api-keys",
    notice=say("The credit of the programming interface is kept apart from that of Tripo's web site."),
)
_CREDITS = {"v3": 20, "v2": 20, "P1": 40, "P2": 40}
_USD_A_CREDIT, _AS_OF, _USUAL_S = 0.01, "2026-11-22", 90.0
_FACES = {"draft": 50_000, "normal": 200_000, "fine": 0}
_CODES: dict[int, Reason] = {
    1004: "bad_input",
    2000: "rate_limit",
    2008: "content_filter",
    2010: "no_credit",
}
_FAILED = {"failed": "server", "cancelled": "server", "banned": "content_filter", "expired": "bad_input"}
_VIEWS = ("front", "left", "back", "right")


class Tripo:
    """See the module."""

    info = _INFO
    id = _INFO.id

    def availability(self, values: ProviderValues) -> Availability:
        """See :class:`~memoreez_desktop.sculpting.generators.api.MeshGenerator`."""
        return AVAILABLE if values.secret() else Availability(False, say("It needs a key."))

    def price(self, values: ProviderValues, order: MeshOrder | None = None) -> Price:
        """See :class:`~memoreez_desktop.sculpting.generators.api.MeshGenerator`; without texture."""
        credits = _CREDITS.get(values.text(_INFO, "model")[:2])
        return Price(None if credits is None else credits * _USD_A_CREDIT, _USUAL_S, _AS_OF)

    def test(self, values: ProviderValues, wire: Wire, job: JobContext) -> str:
        """Ask for the balance: free, and proves the key."""
        answer = wire.call(_get("account/balance", values), job)
        if answer.status == 404:
            # Some keys have no such page; a task nobody ordered proves the key as well.
            answer = wire.call(_get("tasks/00000000-0000-0000-0000-000000000000", values), job)
            if answer.status in (401, 403):
                raise _refused(answer)
            return say("The key is accepted.")
        balance = _data(answer, charged=False).get("balance")
        if not isinstance(balance, int | float):
            return say("The key is accepted.")
        return say("The key is accepted; {credits} credits are left.", credits=round(balance, 1))

    def warm_up(self, values: ProviderValues, wire: Wire, job: JobContext) -> None:
        """Nothing to wake."""

    def make(
        self, order: MeshOrder, values: ProviderValues, wire: Wire, desk: MeshDesk, job: JobContext
    ) -> RemoteMesh:
        """See :class:`~memoreez_desktop.sculpting.generators.api.MeshGenerator`."""
        job.progress(None, say("Sending the picture"))
        tokens = [_uploaded(png, values, wire, job) for png in (order.picture_png, *order.views_png)]
        ask = _order(order, tokens, values)
        desk.about_to_send()
        job.progress(None, say("Being ordered"))
        task_id = _data(wire.call(ask, job)).get("task_id")
        if not isinstance(task_id, str) or not task_id:
            raise unreadable(_INFO.label)
        desk.accepted(task_id)
        return _brought(task_id, values, wire, desk, job)

    def resume(
        self, remote_id: str, values: ProviderValues, wire: Wire, desk: MeshDesk, job: JobContext
    ) -> RemoteMesh:
        """See :class:`~memoreez_desktop.sculpting.generators.api.MeshGenerator`."""
        return _brought(remote_id, values, wire, desk, job)

    def recent(self, values: ProviderValues, wire: Wire, job: JobContext) -> tuple[RecentOrder, ...]:
        """Nothing: the service lists no orders."""
        return ()


def _url(path: str, values: ProviderValues) -> str:
    return f"{values.text(_INFO, 'base_url').rstrip('/')}/{path}"


def _key(values: ProviderValues) -> dict[str, str]:
    return {"authorization": f"Bearer {values.secret()}"}


def _get(path: str, values: ProviderValues) -> Ask:
    return Ask(
        "GET", _url(path, values), secret_headers=_key(values), read_timeout_s=30.0, most_bytes=4_000_000
    )


def _uploaded(png: bytes, values: ProviderValues, wire: Wire, job: JobContext) -> str:
    """Hand a picture over, which is free, and return its token."""
    files = (("file", ("picture.png", png, "image/png")),)
    ask = Ask("POST", _url("files", values), secret_headers=_key(values), files=files, read_timeout_s=60.0)
    token = _data(wire.call(ask, job), charged=False).get("file_token")
    if not isinstance(token, str) or not token:
        raise unreadable(_INFO.label, maybe_charged=False)
    return token


def _order(order: MeshOrder, tokens: list[str], values: ProviderValues) -> Ask:
    fields: dict[str, Any] = {"model": values.text(_INFO, "model"), "texture": False, "pbr": False}
    if _FACES[order.detail]:
        fields["face_limit"] = _FACES[order.detail]
    else:
        fields["geometry_quality"] = "detailed"
    if order.seed is not None:
        fields["model_seed"] = order.seed
    path = "generation/image-to-model"
    if len(tokens) > 1:
        path = "generation/multiview-to-model"
        fields["inputs"] = [{name: token} for name, token in zip(_VIEWS, tokens, strict=False)]
    else:
        fields["input"] = tokens[0]
    return Ask(
        "POST",
        _url(path, values),
        secret_headers=_key(values),
        json_body=fields,
        paid=True,
        most_bytes=4_000_000,
    )


def _brought(task_id: str, values: ProviderValues, wire: Wire, desk: MeshDesk, job: JobContext) -> RemoteMesh:
    """Wait for a task and download its mesh."""
    ask = _get(f"tasks/{quote(task_id, safe='')}", values)
    task: dict[str, Any] = {}

    def link() -> str:
        nonlocal task
        waiting = stage(job, 0.0, MAKING_RATIO)
        task = polled(
            ask,
            _INFO.label,
            wire,
            job,
            lambda answer: _done(answer, waiting),
            every_s=3.0,
            deadline_s=3600.0,
        )
        return _link_of(task)

    try:
        path = fetched(link, wire, desk, job, _INFO.label)
    except Cancelled:
        desk.ended("goes-on")
        raise
    credits = task.get("credits_consumed")
    cost = credits * _USD_A_CREDIT if isinstance(credits, int | float) else None
    return RemoteMesh(path, values.text(_INFO, "model"), None, cost, task_id)


def _done(answer: Answer, job: JobContext) -> dict[str, Any] | None:
    """Return the task once it has succeeded."""
    if answer.status == 404:
        raise not_kept(_INFO.label)
    task = _data(answer)
    status = task.get("status")
    if status == "success":
        return task
    if status in _FAILED:
        said = str(task.get("error_message") or "")
        raise refusal(_INFO.label, _FAILED[str(status)], said)  # type: ignore[arg-type]
    told = task.get("progress")
    if status == "queued":
        job.progress(None, say("Waiting for its turn"))
    else:
        fraction = told / 100 if isinstance(told, int | float) else None
        job.progress(fraction, say("Being sculpted"))
    return None


def _link_of(task: dict[str, Any]) -> str:
    """Return the address of the bare mesh, by the names of the third and of the second interface."""
    output = task.get("output")
    found = output if isinstance(output, dict) else {}
    for name in ("model_url", "model", "base_model", "pbr_model_url", "pbr_model"):
        value = found.get(name)
        url = value.get("url") if isinstance(value, dict) else value
        if isinstance(url, str) and url:
            return url
    raise unreadable(_INFO.label)


def _data(answer: Answer, *, charged: bool = True) -> dict[str, Any]:
    """Open the envelope.

    Raises
    ------
    ServiceError
        The service says no, or it is none.
    """
    value = answer.json()
    if answer.status not in (200, 201, 202) or (isinstance(value, dict) and value.get("code", 0) != 0):
        raise _refused(answer)
    data = value.get("data") if isinstance(value, dict) else None
    if not isinstance(data, dict):
        raise unreadable(_INFO.label, maybe_charged=charged)
    return data


def _refused(answer: Answer) -> ServiceError:
    value = answer.json()
    envelope = value if isinstance(value, dict) else {}
    code = envelope.get("code")
    said = " ".join(str(envelope.get(name) or "") for name in ("message", "suggestion")).strip()
    reason = _CODES.get(code) if isinstance(code, int) else None
    if reason is None and answer.status == 200:
        return refusal(_INFO.label, "server", said)
    return refusal_of(_INFO.label, answer, said, reason)
