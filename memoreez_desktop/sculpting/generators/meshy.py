"""Meshes by Meshy.

Source: docs.meshy.ai, "Image to 3D", "Multi Image to 3D" and "Errors": a task is made, streams its progress
as server-sent events, and keeps its files for three days; an empty ``task_error`` stands on successes, too; a
failed task is refunded, a running one that is deleted is not.
"""

from __future__ import annotations

import base64
import json
from typing import Any
from urllib.parse import quote

from memoreez_desktop.core.errors import Cancelled
from memoreez_desktop.core.job import JobContext, stage
from memoreez_desktop.core.provider import AVAILABLE, Availability, FieldSpec
from memoreez_desktop.core.remote import GeneratorInfo, Price, ProviderValues, ServiceError
from memoreez_desktop.core.remote_mesh import Ending, MeshDesk, MeshOrder, RecentOrder, RemoteMesh
from memoreez_desktop.core.words import say
from memoreez_desktop.network.api import Answer, Ask, Wire
from memoreez_desktop.network.queued import not_kept, polled
from memoreez_desktop.network.refusals import unreadable
from memoreez_desktop.sculpting.generators.landing import MAKING_RATIO, fetched, told_to_stop
from memoreez_desktop.sculpting.generators.meshy_answers import failure_of, link_of, refused

_ONE, _SEVERAL = "image-to-3d", "multi-image-to-3d"
_INFO = GeneratorInfo(
    "meshy",
    say("Meshy"),
    say("Detailed meshes of one or several pictures, with live progress. A paid plan is needed."),
    (
        FieldSpec("base_url", say("Address"), "text", "https://api.meshy.ai"),
        FieldSpec("model", say("Model"), "text", "latest"),
        FieldSpec("key", say("Key"), "secret", ""),
    ),
    capabilities=frozenset({"progress", "resume", "cancel", "views", "list"}),
    leaves=say("The picture as it is shown, cut out."),
    key_page="https://www.meshy.ai/settings/api",
    notice=say("It needs a paid plan; what a free plan made may be used under CC BY 4.0 only."),
)
_CREDITS, _LITE_CREDITS = 20, 5
_USD_A_CREDIT, _AS_OF, _USUAL_S = 0.02, "2026-11-22", 180.0
_DEADLINE_S = 3600.0
_POLYGONS = {"draft": 50_000, "normal": 200_000}
_MOST_VIEWS = 4
_FAILED = ("FAILED", "CANCELED", "EXPIRED")


class Meshy:
    """See the module."""

    info = _INFO
    id = _INFO.id

    def availability(self, values: ProviderValues) -> Availability:
        """See :class:`~memoreez_desktop.sculpting.generators.api.MeshGenerator`."""
        return AVAILABLE if values.secret() else Availability(False, say("It needs a key."))

    def price(self, values: ProviderValues, order: MeshOrder | None = None) -> Price:
        """See :class:`~memoreez_desktop.sculpting.generators.api.MeshGenerator`; by the smallest plan."""
        lite = "lite" in values.text(_INFO, "model")
        return Price((_LITE_CREDITS if lite else _CREDITS) * _USD_A_CREDIT, _USUAL_S, _AS_OF)

    def test(self, values: ProviderValues, wire: Wire, job: JobContext) -> str:
        """Ask for the balance: free, and proves the key."""
        answer = wire.call(_get("openapi/v1/balance", values), job)
        if answer.status != 200:
            raise refused(answer)
        value = answer.json()
        balance = value.get("balance") if isinstance(value, dict) else None
        if not isinstance(balance, int | float):
            raise unreadable(_INFO.label, maybe_charged=False)
        return say("The key is accepted; {credits} credits are left.", credits=round(balance, 1))

    def warm_up(self, values: ProviderValues, wire: Wire, job: JobContext) -> None:
        """Nothing to wake."""

    def make(
        self, order: MeshOrder, values: ProviderValues, wire: Wire, desk: MeshDesk, job: JobContext
    ) -> RemoteMesh:
        """See :class:`~memoreez_desktop.sculpting.generators.api.MeshGenerator`."""
        route = _SEVERAL if order.views_png else _ONE
        ask = _order(order, route, values)
        desk.about_to_send()
        job.progress(None, say("Being ordered"))
        answer = wire.call(ask, job)
        if answer.status not in (200, 201, 202):
            raise refused(answer)
        value = answer.json()
        task_id = value.get("result") if isinstance(value, dict) else None
        if not isinstance(task_id, str) or not task_id:
            raise unreadable(_INFO.label)
        remote_id = f"{route}/{task_id}"
        desk.accepted(remote_id)
        return _brought(remote_id, values, wire, desk, job)

    def resume(
        self, remote_id: str, values: ProviderValues, wire: Wire, desk: MeshDesk, job: JobContext
    ) -> RemoteMesh:
        """See :class:`~memoreez_desktop.sculpting.generators.api.MeshGenerator`."""
        return _brought(remote_id, values, wire, desk, job)

    def recent(self, values: ProviderValues, wire: Wire, job: JobContext) -> tuple[RecentOrder, ...]:
        """See :class:`~memoreez_desktop.sculpting.generators.api.MeshGenerator`."""
        found: list[RecentOrder] = []
        for route in (_ONE, _SEVERAL):
            path = f"openapi/v1/{route}?page_num=1&page_size=50&sort_by=-created_at"
            answer = wire.call(_get(path, values), job)
            if answer.status != 200:
                raise refused(answer)
            value = answer.json()
            for task in value if isinstance(value, list) else []:
                if isinstance(task, dict) and isinstance(task.get("created_at"), int | float):
                    found.append(RecentOrder(f"{route}/{task.get('id')}", task["created_at"] / 1000))
        return tuple(found)


def _url(path: str, values: ProviderValues) -> str:
    return f"{values.text(_INFO, 'base_url').rstrip('/')}/{path}"


def _key(values: ProviderValues) -> dict[str, str]:
    return {"authorization": f"Bearer {values.secret()}"}


def _get(path: str, values: ProviderValues) -> Ask:
    return Ask(
        "GET", _url(path, values), secret_headers=_key(values), read_timeout_s=30.0, most_bytes=8_000_000
    )


def _order(order: MeshOrder, route: str, values: ProviderValues) -> Ask:
    pictures = [_data_address(png) for png in (order.picture_png, *order.views_png)][:_MOST_VIEWS]
    fields: dict[str, Any] = {
        "ai_model": values.text(_INFO, "model"),
        "should_texture": False,
        "should_remesh": order.detail in _POLYGONS,
        "target_formats": ["glb", "stl"],
    }
    if order.detail in _POLYGONS:
        fields |= {"topology": "triangle", "target_polycount": _POLYGONS[order.detail]}
    if route == _SEVERAL:
        fields["image_urls"] = pictures
    else:
        fields["image_url"] = pictures[0]
    return Ask(
        "POST",
        _url(f"openapi/v1/{route}", values),
        secret_headers=_key(values),
        json_body=fields,
        paid=True,
        most_bytes=4_000_000,
    )


def _data_address(png: bytes) -> str:
    return f"data:image/png;base64,{base64.b64encode(png).decode()}"


def _path_of(remote_id: str) -> str:
    return f"openapi/v1/{quote(remote_id, safe='/')}"


class _Task:
    """An order as the service last told it, and where its progress goes."""

    def __init__(self, remote_id: str, job: JobContext) -> None:
        self.remote_id = remote_id
        self.status = "PENDING"
        self.told: dict[str, Any] = {}
        self._job = job

    def heard(self, value: object) -> dict[str, Any] | None:
        """Take in what the service says of it; return the task once it has succeeded.

        Raises
        ------
        ServiceError
            It has failed.
        """
        if not isinstance(value, dict) or not isinstance(value.get("status"), str):
            raise unreadable(_INFO.label)
        self.status, self.told = value["status"], value
        if self.status == "SUCCEEDED":
            return value
        if self.status in _FAILED:
            raise failure_of(value)
        if self.status == "PENDING":
            self._job.progress(None, say("Waiting for its turn"))
            return None
        progress = value.get("progress")
        fraction = progress / 100 if isinstance(progress, int | float) else None
        self._job.progress(fraction, say("Being sculpted"))
        return None


def _brought(
    remote_id: str, values: ProviderValues, wire: Wire, desk: MeshDesk, job: JobContext
) -> RemoteMesh:
    """Wait for a task and download its mesh."""
    task = _Task(remote_id, stage(job, 0.0, MAKING_RATIO))
    first = iter((True,))

    def link() -> str:
        # An expired address is asked for anew without the stream, which has said all it had to say.
        done = _streamed(task, values, wire, job) if next(first, False) else None
        return link_of(done or _polled(task, values, wire, job))

    try:
        path = fetched(link, wire, desk, job, _INFO.label)
    except Cancelled:
        desk.ended(told_to_stop(lambda fresh: _deleted(task, values, wire, fresh)))
        raise
    credits = task.told.get("consumed_credits")
    cost = credits * _USD_A_CREDIT if isinstance(credits, int | float) else None
    return RemoteMesh(path, values.text(_INFO, "model"), None, cost, remote_id)


def _streamed(task: _Task, values: ProviderValues, wire: Wire, job: JobContext) -> dict[str, Any] | None:
    """Follow a task's own stream; None where there is none, or where it ended too soon."""
    ask = Ask(
        "GET",
        _url(f"{_path_of(task.remote_id)}/stream", values),
        headers={"accept": "text/event-stream"},
        secret_headers=_key(values),
        read_timeout_s=60.0,
        deadline_s=_DEADLINE_S,
        most_bytes=16_000_000,
    )
    try:
        for item in wire.events(ask, job):
            if isinstance(item, Answer) or item.event == "error":
                return None
            try:
                value = json.loads(item.data)
            except (ValueError, RecursionError):
                return None
            done = task.heard(value)
            if done is not None:
                return done
    except ServiceError:
        # Unless the task failed, only the stream broke off: the task is asked about.
        if task.status in _FAILED:
            raise
    return None


def _polled(task: _Task, values: ProviderValues, wire: Wire, job: JobContext) -> dict[str, Any]:
    def read(answer: Answer) -> dict[str, Any] | None:
        if answer.status == 404:
            raise not_kept(_INFO.label)
        if answer.status != 200:
            raise refused(answer)
        return task.heard(answer.json())

    ask = _get(_path_of(task.remote_id), values)
    return polled(ask, _INFO.label, wire, job, read, every_s=5.0, deadline_s=_DEADLINE_S)


def _deleted(task: _Task, values: ProviderValues, wire: Wire, job: JobContext) -> Ending:
    """Delete a task; what had not begun is refunded."""
    ask = Ask("DELETE", _url(_path_of(task.remote_id), values), secret_headers=_key(values), deadline_s=10.0)
    answer = wire.call(ask, job)
    gone = answer.status in (200, 202, 204)
    return "stopped" if gone and task.status == "PENDING" else "may-cost"
