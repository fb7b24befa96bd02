"""Meshes by the engine of the web product, run on this computer.

Source: its ``ai_engine/main.py``: ``POST /generate-3d`` with the address of the picture and that of a webhook
is answered at once; the mesh comes as a multipart form to the webhook, or the word that it failed. The engine
keeps no orders, so one whose door was closed cannot be fetched.
"""

from __future__ import annotations

from collections.abc import Mapping

from memoreez_desktop.core.errors import Cancelled
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.provider import AVAILABLE, Availability, FieldSpec
from memoreez_desktop.core.remote import GeneratorInfo, Price, ProviderValues, ServiceError
from memoreez_desktop.core.remote_mesh import MeshDesk, MeshOrder, RecentOrder, RemoteMesh
from memoreez_desktop.core.words import say
from memoreez_desktop.network.api import Answer, Ask, Wire
from memoreez_desktop.network.queued import detail_of
from memoreez_desktop.network.refusals import refusal, refusal_of, unreadable
from memoreez_desktop.network.webhook import Webhook, open_webhook
from memoreez_desktop.sculpting.generators.webhook_wait import brought_mesh, waited

_INFO = GeneratorInfo(
    "engine",
    say("Memoreez engine"),
    say("The sculpting engine of Memoreez on the web, run by yourself on this computer."),
    (
        FieldSpec("base_url", say("Address"), "text", "http://127.0.0.1:8000"),
        FieldSpec("minutes", say("Longest wait"), "int", 15, minimum=1, maximum=240, unit="min"),
    ),
    local=True,
    capabilities=frozenset({"warm-up"}),
    leaves=say("The picture as it is shown, cut out, to your own engine."),
    notice=say(
        "The licence of Hunyuan3D does not hold in the European Union, the United Kingdom and South Korea."
    ),
)
_USUAL_S = 55.0
_HEALTH_EVERY_S, _MOST_SILENCES = 5.0, 3


class Engine:
    """See the module."""

    info = _INFO
    id = _INFO.id

    def availability(self, values: ProviderValues) -> Availability:
        """See :class:`~memoreez_desktop.sculpting.generators.api.MeshGenerator`."""
        return AVAILABLE

    def price(self, values: ProviderValues, order: MeshOrder | None = None) -> Price:
        """See :class:`~memoreez_desktop.sculpting.generators.api.MeshGenerator`; nobody charges for it."""
        return Price(0.0, _USUAL_S)

    def test(self, values: ProviderValues, wire: Wire, job: JobContext) -> str:
        """Ask for its health."""
        answer = wire.call(_health(values), job)
        value = answer.json()
        if answer.status != 200 or not isinstance(value, dict) or value.get("status") != "ok":
            raise unreadable(_INFO.label, maybe_charged=False)
        if value.get("gpu") is False or value.get("import_success") is False:
            return say("It answers, but it has no graphics card that it can use.")
        return say("It answers.")

    def warm_up(self, values: ProviderValues, wire: Wire, job: JobContext) -> None:
        """Send the word that makes it load its model; an older one says no, which wakes it as well."""
        wire.call(_post({"wakeup": True}, values, read_timeout_s=5.0), job)

    def make(
        self, order: MeshOrder, values: ProviderValues, wire: Wire, desk: MeshDesk, job: JobContext
    ) -> RemoteMesh:
        """See :class:`~memoreez_desktop.sculpting.generators.api.MeshGenerator`."""
        landing = desk.landing()
        with open_webhook(order.picture_png, landing) as door:
            fields = {
                "image_url": door.picture_url,
                "webhook_url": door.webhook_url,
                "session_id": "memoreez-desktop",
                "asset_id": order.id,
            }
            desk.about_to_send()
            job.progress(None, say("Being ordered"))
            answer = wire.call(_post(fields, values, read_timeout_s=60.0), job)
            value = answer.json()
            if answer.status != 200:
                raise _refused(answer)
            if not isinstance(value, dict) or value.get("status") != "processing":
                raise unreadable(_INFO.label, maybe_charged=False)
            try:
                return self._awaited(door, values, wire, job)
            except Cancelled:
                desk.ended("goes-on")
                raise

    def resume(
        self, remote_id: str, values: ProviderValues, wire: Wire, desk: MeshDesk, job: JobContext
    ) -> RemoteMesh:
        """Not possible: the engine brings its mesh once, to the door that was open then."""
        raise refusal(_INFO.label, "bad_input")

    def recent(self, values: ProviderValues, wire: Wire, job: JobContext) -> tuple[RecentOrder, ...]:
        """Nothing: the engine lists no orders."""
        return ()

    def _awaited(self, door: Webhook, values: ProviderValues, wire: Wire, job: JobContext) -> RemoteMesh:
        """Wait for the engine to come by, and look now and then whether it still lives."""
        silences = 0

        def look() -> None:
            nonlocal silences
            try:
                wire.call(_health(values), job)
                silences = 0
            except ServiceError:
                silences += 1
                if silences >= _MOST_SILENCES:
                    raise

        brought = waited(
            door,
            job,
            _INFO.label,
            deadline_s=60.0 * int(float(values.text(_INFO, "minutes"))),
            look=look,
            every_s=_HEALTH_EVERY_S,
        )
        return RemoteMesh(brought_mesh(brought, _INFO.label, paid=False), "Hunyuan3D", None, 0.0)


def _url(path: str, values: ProviderValues) -> str:
    return f"{values.text(_INFO, 'base_url').rstrip('/')}/{path}"


def _health(values: ProviderValues) -> Ask:
    return Ask("GET", _url("health", values), local=True, read_timeout_s=20.0, most_bytes=100_000)


def _post(fields: Mapping[str, object], values: ProviderValues, *, read_timeout_s: float) -> Ask:
    url = _url("generate-3d", values)
    return Ask("POST", url, json_body=fields, local=True, read_timeout_s=read_timeout_s, most_bytes=100_000)


def _refused(answer: Answer) -> ServiceError:
    return refusal_of(_INFO.label, answer, detail_of(answer.json()))
