"""Meshes by a Hunyuan3D server of one's own.

Source: ``api_server.py`` of Tencent-Hunyuan/Hunyuan3D-2 and of version 2.1. The whole server is silent while
it works, every failure of the older one is a 404 with the same sentence, and a job it does not know is
"processing" for ever: so silence is no trouble here, and the deadline is ours.
"""

from __future__ import annotations

import base64
from typing import Any
from urllib.parse import quote

from memoreez_desktop.core.errors import Cancelled
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.provider import AVAILABLE, Availability, FieldSpec
from memoreez_desktop.core.remote import GeneratorInfo, Price, ProviderValues, ServiceError
from memoreez_desktop.core.remote_mesh import MeshDesk, MeshOrder, RecentOrder, RemoteMesh
from memoreez_desktop.core.words import say
from memoreez_desktop.network.api import Answer, Ask, Wire
from memoreez_desktop.network.queued import polled
from memoreez_desktop.network.refusals import refusal, refusal_of, unreadable
from memoreez_desktop.sculpting.generators.arrived_mesh import file_of_base64, is_cut_glb, require_mesh

_INFO = GeneratorInfo(
    "hunyuan",
    say("Hunyuan3D server"),
    say("Solid meshes on a graphics card of your own, with nobody to pay."),
    (
        FieldSpec("base_url", say("Address"), "text", "http://127.0.0.1:8081"),
        FieldSpec(
            "steps",
            say("Steps"),
            "int",
            30,
            minimum=1,
            maximum=100,
            help=say("30 to 50 for the full model, 5 to 10 for the fast one."),
        ),
        FieldSpec("minutes", say("Longest wait"), "int", 15, minimum=1, maximum=240, unit="min"),
    ),
    local=True,
    capabilities=frozenset({"resume", "seed"}),
    leaves=say("The picture as it is shown, cut out, to your own server."),
    notice=say(
        "The licence of Hunyuan3D does not hold in the European Union, the United Kingdom and South Korea."
    ),
)
_OCTREE = {"draft": 128, "normal": 256, "fine": 384}
_FACES = {"draft": 40_000, "normal": 300_000, "fine": 700_000}
_USUAL_S = 60.0
_SILENCES = 10_000
"""How many questions in a row may go unanswered: none ends the wait before the deadline does."""
_MOST_BYTES = 400_000_000
_NOBODY = "00000000-0000-0000-0000-000000000000"


class Hunyuan:
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
        """Ask for a job that nobody ordered: only this server calls it "processing"."""
        answer = wire.call(_status(_NOBODY, values, read_timeout_s=20.0), job)
        value = answer.json()
        if answer.status != 200 or not isinstance(value, dict) or "status" not in value:
            raise _refused(answer)
        return say("It answers.")

    def warm_up(self, values: ProviderValues, wire: Wire, job: JobContext) -> None:
        """Nothing to wake: its model is loaded when it starts."""

    def make(
        self, order: MeshOrder, values: ProviderValues, wire: Wire, desk: MeshDesk, job: JobContext
    ) -> RemoteMesh:
        """See :class:`~memoreez_desktop.sculpting.generators.api.MeshGenerator`."""
        ask = _order(order, values)
        desk.about_to_send()
        job.progress(None, say("Being ordered"))
        answer = wire.call(ask, job)
        if answer.status != 200:
            raise _refused(answer)
        value = answer.json()
        uid = value.get("uid") if isinstance(value, dict) else None
        if not isinstance(uid, str) or not uid:
            raise unreadable(_INFO.label, maybe_charged=False)
        desk.accepted(uid)
        return _brought(uid, values, wire, desk, job)

    def resume(
        self, remote_id: str, values: ProviderValues, wire: Wire, desk: MeshDesk, job: JobContext
    ) -> RemoteMesh:
        """See :class:`~memoreez_desktop.sculpting.generators.api.MeshGenerator`."""
        return _brought(remote_id, values, wire, desk, job)

    def recent(self, values: ProviderValues, wire: Wire, job: JobContext) -> tuple[RecentOrder, ...]:
        """Nothing: the server lists no orders."""
        return ()


def _url(path: str, values: ProviderValues) -> str:
    return f"{values.text(_INFO, 'base_url').rstrip('/')}/{path}"


def _number(field_id: str, values: ProviderValues) -> int:
    return int(float(values.text(_INFO, field_id)))


def _order(order: MeshOrder, values: ProviderValues) -> Ask:
    fields: dict[str, Any] = {
        "image": base64.b64encode(order.picture_png).decode(),
        "octree_resolution": _OCTREE[order.detail],
        "num_inference_steps": _number("steps", values),
        "guidance_scale": 5.0,
        "face_count": _FACES[order.detail],
        "texture": False,
        "type": "glb",
    }
    if order.seed is not None:
        fields["seed"] = order.seed
    # Not an order that costs money, but one that nobody wants to run twice.
    return Ask("POST", _url("send", values), json_body=fields, local=True, read_timeout_s=120.0)


def _status(uid: str, values: ProviderValues, *, read_timeout_s: float = 60.0) -> Ask:
    url = _url(f"status/{quote(uid, safe='')}", values)
    return Ask("GET", url, local=True, read_timeout_s=read_timeout_s, most_bytes=_MOST_BYTES)


def _brought(uid: str, values: ProviderValues, wire: Wire, desk: MeshDesk, job: JobContext) -> RemoteMesh:
    landing = desk.landing()

    def read(answer: Answer) -> RemoteMesh | None:
        value = answer.json()
        if answer.status != 200:
            raise _refused(answer)
        told = value if isinstance(value, dict) else {}
        text = told.get("model_base64") or told.get("initial_model_base64")
        if text is None:
            job.progress(None, say("Being sculpted"))
            return None
        landed = file_of_base64(text, landing, _INFO.label, paid=False)
        if is_cut_glb(landed):
            # It is still being written there.
            return None
        return RemoteMesh(require_mesh(landed, _INFO.label, paid=False), "Hunyuan3D", None, 0.0, uid)

    try:
        return polled(
            _status(uid, values),
            _INFO.label,
            wire,
            job,
            read,
            every_s=3.0,
            deadline_s=60.0 * _number("minutes", values),
            patience=_SILENCES,
            passing=(408, 429, 502, 503, 504),
            paid=False,
        )
    except Cancelled:
        desk.ended("goes-on")
        raise


def _refused(answer: Answer) -> ServiceError:
    """Put a failure into words: they all look the same, and the reason stands in the server's own log."""
    value = answer.json()
    told = value if isinstance(value, dict) else {}
    if answer.status == 404 and "error_code" in told:
        return ServiceError(
            say("{service} could not make a mesh of this picture.", service=_INFO.label),
            say("The reason stands in the window in which the server runs; often its memory was too small."),
            reason="server",
        )
    if answer.status == 404:
        return ServiceError(
            say("Another program answers at the address of {service}.", service=_INFO.label),
            say("Start api_server.py, not the Gradio app, and check its port in the settings."),
            reason="bad_input",
        )
    if told.get("status") == "error":
        return refusal(_INFO.label, "server", str(told.get("message") or ""))
    return refusal_of(_INFO.label, answer, str(told.get("error") or told.get("detail") or ""))
