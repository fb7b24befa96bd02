"""Meshes by the engine of the web product, run as a serverless endpoint of RunPod.

Source: runpod-python and the web product's handler: an order wraps the engine's own words in ``input``, has
an id and can be cancelled; the mesh does not fit into its answer, so the engine fetches the picture from this
computer and brings the mesh back. For that it needs an address that leads here: a tunnel of one's own.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from memoreez_desktop.core.errors import Cancelled
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.provider import AVAILABLE, Availability, FieldSpec
from memoreez_desktop.core.remote import GeneratorInfo, Price, ProviderValues, ServiceError
from memoreez_desktop.core.remote_mesh import Ending, MeshDesk, MeshOrder, RecentOrder, RemoteMesh
from memoreez_desktop.core.words import say
from memoreez_desktop.network.api import Answer, Ask, Wire
from memoreez_desktop.network.queued import detail_of
from memoreez_desktop.network.refusals import refusal, refusal_of, unreadable
from memoreez_desktop.network.webhook import open_webhook
from memoreez_desktop.sculpting.generators.landing import told_to_stop
from memoreez_desktop.sculpting.generators.webhook_wait import brought_mesh, waited

_INFO = GeneratorInfo(
    "runpod",
    say("Memoreez engine on RunPod"),
    say("The sculpting engine of Memoreez as your own endpoint on rented graphics cards."),
    (
        FieldSpec("base_url", say("Address"), "text", "https://api.runpod.ai/v2"),
        FieldSpec("endpoint", say("Endpoint"), "text", ""),
        FieldSpec("key", say("Key"), "secret", ""),
        FieldSpec(
            "public_url",
            say("Way to this computer"),
            "text",
            "",
            help=say("The address of a tunnel that leads to the port below, as https://…"),
        ),
        FieldSpec("port", say("Port"), "int", 8765, minimum=1024, maximum=65535),
        FieldSpec("minutes", say("Longest wait"), "int", 30, minimum=1, maximum=240, unit="min"),
    ),
    capabilities=frozenset({"cancel"}),
    leaves=say("The picture as it is shown, cut out."),
    key_page="https://www.console.runpod.io/user/settings",
    notice=say(
        "The licence of Hunyuan3D does not hold in the European Union, the United Kingdom and South Korea."
    ),
)
_ID = re.compile(r"[A-Za-z0-9_-]{3,80}")
_ASK_EVERY_S = 3.0
_OVER = ("FAILED", "CANCELLED", "TIMED_OUT")
_USUAL_S = 120.0


class RunPod:
    """See the module."""

    info = _INFO
    id = _INFO.id

    def availability(self, values: ProviderValues) -> Availability:
        """See :class:`~memoreez_desktop.sculpting.generators.api.MeshGenerator`."""
        if not values.secret():
            return Availability(False, say("It needs a key."))
        if not values.text(_INFO, "endpoint") or not values.text(_INFO, "public_url"):
            return Availability(False, say("It needs an endpoint, and a way to this computer."))
        return AVAILABLE

    def price(self, values: ProviderValues, order: MeshOrder | None = None) -> Price:
        """See :class:`~memoreez_desktop.sculpting.generators.api.MeshGenerator`; charged by the second."""
        return Price(None, _USUAL_S)

    def test(self, values: ProviderValues, wire: Wire, job: JobContext) -> str:
        """Ask for the endpoint's health: it starts no machine."""
        answer = wire.call(_ask("GET", "health", values), job)
        value = answer.json()
        if answer.status != 200:
            raise _refused(answer)
        workers = value.get("workers") if isinstance(value, dict) else None
        if not isinstance(workers, dict):
            raise unreadable(_INFO.label, maybe_charged=False)
        ready = sum(count for name, count in workers.items() if name in ("idle", "ready", "running"))
        return say("The key is accepted; {count} machines are awake.", count=ready)

    def warm_up(self, values: ProviderValues, wire: Wire, job: JobContext) -> None:
        """Nothing: waking a machine is charged."""

    def make(
        self, order: MeshOrder, values: ProviderValues, wire: Wire, desk: MeshDesk, job: JobContext
    ) -> RemoteMesh:
        """See :class:`~memoreez_desktop.sculpting.generators.api.MeshGenerator`."""
        port, public = int(float(values.text(_INFO, "port"))), values.text(_INFO, "public_url")
        try:
            opened = open_webhook(order.picture_png, desk.landing(), port=port, public_url=public)
            with opened as door:
                fields = {
                    "image_url": door.picture_url,
                    "webhook_url": door.webhook_url,
                    "session_id": "memoreez-desktop",
                    "asset_id": order.id,
                }
                desk.about_to_send()
                job.progress(None, say("Being ordered"))
                remote_id = _accepted(wire.call(_ask("POST", "run", values, {"input": fields}), job))
                desk.accepted(remote_id)
                state = _State(remote_id, values, wire, job)
                deadline_s = 60.0 * int(float(values.text(_INFO, "minutes")))
                try:
                    brought = waited(
                        door,
                        job,
                        _INFO.label,
                        deadline_s=deadline_s,
                        look=state.look,
                        every_s=_ASK_EVERY_S,
                        paid=True,
                    )
                except Cancelled:
                    desk.ended(told_to_stop(state.stop))
                    raise
        except OSError as error:
            raise ServiceError(
                say("Port {port} of this computer is taken.", port=port),
                say("Choose another port, for the tunnel too."),
                reason="bad_input",
            ) from error
        return RemoteMesh(brought_mesh(brought, _INFO.label, paid=True), "Hunyuan3D", remote_id=remote_id)

    def resume(
        self, remote_id: str, values: ProviderValues, wire: Wire, desk: MeshDesk, job: JobContext
    ) -> RemoteMesh:
        """Not possible: the engine brings its mesh once, to the door that was open then."""
        raise refusal(_INFO.label, "bad_input")

    def recent(self, values: ProviderValues, wire: Wire, job: JobContext) -> tuple[RecentOrder, ...]:
        """Nothing: the service lists no orders."""
        return ()


class _State:
    """How an order stands at the service."""

    def __init__(self, remote_id: str, values: ProviderValues, wire: Wire, job: JobContext) -> None:
        self._path, self._values, self._wire, self._job = quote(remote_id, safe=""), values, wire, job
        self._status = "IN_QUEUE"

    def look(self) -> None:
        """Ask once; raises ``ServiceError`` when the order is over without a mesh."""
        answer = self._wire.call(_ask("GET", f"status/{self._path}", self._values), self._job)
        if answer.status != 200:
            return
        value = answer.json()
        told = value if isinstance(value, dict) else {}
        self._status = str(told.get("status", self._status))
        output = told.get("output")
        said = output.get("error") if isinstance(output, dict) else told.get("error")
        if self._status in _OVER or said:
            raise refusal(_INFO.label, "server", str(said or ""), maybe_charged=True)

    def stop(self, job: JobContext) -> Ending:
        """Cancel it; what had not begun costs nothing."""
        answer = self._wire.call(_ask("POST", f"cancel/{self._path}", self._values), job)
        return "stopped" if answer.status == 200 and self._status == "IN_QUEUE" else "may-cost"


def _ask(method: str, path: str, values: ProviderValues, fields: object = None) -> Ask:
    endpoint = quote(values.text(_INFO, "endpoint"), safe="")
    return Ask(
        method,
        f"{values.text(_INFO, 'base_url').rstrip('/')}/{endpoint}/{path}",
        secret_headers={"authorization": f"Bearer {values.secret()}"},
        json_body=fields,
        paid=path == "run",
        read_timeout_s=60.0,
        most_bytes=1_000_000,
    )


def _accepted(answer: Answer) -> str:
    if answer.status not in (200, 201, 202):
        raise _refused(answer)
    value = answer.json()
    remote_id = value.get("id") if isinstance(value, dict) else None
    if not isinstance(remote_id, str) or not _ID.fullmatch(remote_id):
        raise unreadable(_INFO.label)
    return remote_id


def _refused(answer: Answer) -> ServiceError:
    return refusal_of(_INFO.label, answer, detail_of(answer.json()))
