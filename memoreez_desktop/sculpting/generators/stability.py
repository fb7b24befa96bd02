"""Meshes by Stability AI: one order, one answer.

Source: Stability's REST reference v2beta, "3D": Stable Point Aware 3D and Stable Fast 3D, and its price list
in credits of 0.01 US dollars. The service keeps no jobs: an order whose answer is lost cannot be fetched.
"""

from __future__ import annotations

from memoreez_desktop.core.errors import Cancelled
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.provider import AVAILABLE, Availability, FieldSpec
from memoreez_desktop.core.remote import GeneratorInfo, Price, ProviderValues, Reason, ServiceError
from memoreez_desktop.core.remote_mesh import MeshDesk, MeshOrder, RecentOrder, RemoteMesh
from memoreez_desktop.core.words import say
from memoreez_desktop.network.api import Answer, Ask, Wire
from memoreez_desktop.network.refusals import reason_of_status, refusal, unreadable, wait_of
from memoreez_desktop.sculpting.generators.arrived_mesh import require_mesh

_POINT_AWARE, _FAST = "stable-point-aware-3d", "stable-fast-3d"
_INFO = GeneratorInfo(
    "stability-3d",
    say("Stability AI 3D"),
    say("Simple meshes within seconds and for little money; few fine details."),
    (
        FieldSpec("base_url", say("Address"), "text", "https://api.stability.ai"),
        FieldSpec(
            "model",
            say("Model"),
            "choice",
            _POINT_AWARE,
            choices=((_POINT_AWARE, say("Point aware")), (_FAST, say("Fast"))),
        ),
        FieldSpec("key", say("Key"), "secret", ""),
    ),
    capabilities=frozenset({"seed"}),
    key_of="stability",
    leaves=say("The picture as it is shown, cut out."),
    key_page="https://platform.stability.ai/account/keys",
)
_USD = {_POINT_AWARE: 0.04, _FAST: 0.10}
_AS_OF, _USUAL_S = "2026-11-22", 10.0
_VERTICES = {"draft": 5_000, "normal": 20_000}
_MOST_SEED = 4_294_967_294
# More than 150 requests in 10 s are answered with a minute's pause.
_PAUSE_S = 60.0


class Stability3d:
    """See the module."""

    info = _INFO
    id = _INFO.id

    def availability(self, values: ProviderValues) -> Availability:
        """See :class:`~memoreez_desktop.sculpting.generators.api.MeshGenerator`."""
        return AVAILABLE if values.secret() else Availability(False, say("It needs a key."))

    def price(self, values: ProviderValues, order: MeshOrder | None = None) -> Price:
        """See :class:`~memoreez_desktop.sculpting.generators.api.MeshGenerator`."""
        return Price(_USD.get(values.text(_INFO, "model")), _USUAL_S, _AS_OF)

    def test(self, values: ProviderValues, wire: Wire, job: JobContext) -> str:
        """Ask for the balance: free, and proves the key."""
        url = f"{values.text(_INFO, 'base_url').rstrip('/')}/v1/user/balance"
        ask = Ask("GET", url, secret_headers=_key(values), read_timeout_s=20.0, most_bytes=1_000_000)
        answer = wire.call(ask, job)
        if answer.status != 200:
            raise _refused(answer)
        value = answer.json()
        left = value.get("credits") if isinstance(value, dict) else None
        if not isinstance(left, int | float):
            raise unreadable(_INFO.label, maybe_charged=False)
        return say("The key is accepted; {credits} credits are left.", credits=round(left, 1))

    def warm_up(self, values: ProviderValues, wire: Wire, job: JobContext) -> None:
        """Nothing to wake."""

    def make(
        self, order: MeshOrder, values: ProviderValues, wire: Wire, desk: MeshDesk, job: JobContext
    ) -> RemoteMesh:
        """See :class:`~memoreez_desktop.sculpting.generators.api.MeshGenerator`."""
        model = values.text(_INFO, "model")
        ask = _ask(order, values, model)
        desk.about_to_send()
        job.progress(None, say("Being sculpted"))
        try:
            answer = wire.call(ask, job)
        except Cancelled:
            desk.ended("may-cost")
            raise
        if answer.status != 200:
            raise _refused(answer)
        landing = desk.landing()
        landing.write_bytes(answer.body)
        return RemoteMesh(require_mesh(landing, _INFO.label), model, order.seed, _USD.get(model))

    def resume(
        self, remote_id: str, values: ProviderValues, wire: Wire, desk: MeshDesk, job: JobContext
    ) -> RemoteMesh:
        """Not possible: the service keeps no jobs."""
        raise refusal(_INFO.label, "bad_input")

    def recent(self, values: ProviderValues, wire: Wire, job: JobContext) -> tuple[RecentOrder, ...]:
        """Nothing: the service lists no orders."""
        return ()


def _key(values: ProviderValues) -> dict[str, str]:
    return {"authorization": f"Bearer {values.secret()}"}


def _ask(order: MeshOrder, values: ProviderValues, model: str) -> Ask:
    form = {"texture_resolution": "512", "remesh": "none"}
    if order.detail in _VERTICES:
        count = str(_VERTICES[order.detail])
        form |= (
            {"vertex_count": count} if model == _FAST else {"target_type": "vertex", "target_count": count}
        )
    if order.seed is not None and model == _POINT_AWARE:
        form["seed"] = str(order.seed % (_MOST_SEED + 1))
    return Ask(
        "POST",
        f"{values.text(_INFO, 'base_url').rstrip('/')}/v2beta/3d/{model}",
        secret_headers=_key(values),
        form=form,
        files=(("image", ("picture.png", order.picture_png, "image/png")),),
        paid=True,
        read_timeout_s=180.0,
    )


def _refused(answer: Answer) -> ServiceError:
    """Put an answer that is no success into words."""
    value = answer.json()
    errors = value.get("errors") if isinstance(value, dict) else None
    said = " ".join(str(error) for error in errors) if isinstance(errors, list) else ""
    reason: Reason = reason_of_status(answer.status)
    if isinstance(value, dict) and value.get("name") == "content_moderation":
        reason = "content_filter"
    wait_s = (wait_of(answer.headers, said) or _PAUSE_S) if reason == "rate_limit" else None
    return refusal(_INFO.label, reason, said, wait_s=wait_s)
