"""Meshes by ComfyUI on a computer of one's own, with its Hunyuan3D nodes.

Source: ComfyUI's ``comfy_extras/nodes_hunyuan3d.py``: a picture is uploaded, seen, sampled into voxels, and
their surface saved as GLB, which the history lists under ``3d``. What newer servers want besides is asked
for. The queue itself is :mod:`memoreez_desktop.network.comfyui_queue`.
"""

from __future__ import annotations

import json
import uuid
from typing import Any
from urllib.parse import urlencode

from memoreez_desktop.core.errors import Cancelled
from memoreez_desktop.core.job import JobContext, stage
from memoreez_desktop.core.provider import AVAILABLE, Availability, FieldSpec
from memoreez_desktop.core.remote import GeneratorInfo, Price, ProviderValues, ServiceError
from memoreez_desktop.core.remote_mesh import Ending, MeshDesk, MeshOrder, RecentOrder, RemoteMesh
from memoreez_desktop.core.resources import resource_path
from memoreez_desktop.core.words import say
from memoreez_desktop.network.api import Ask, Wire
from memoreez_desktop.network.comfyui_answers import SERVICE, saved_file
from memoreez_desktop.network.comfyui_queue import ComfyQueue, Graph, dict_in
from memoreez_desktop.network.refusals import refusal_of, unreadable
from memoreez_desktop.sculpting.generators.landing import MAKING_RATIO, fetched, told_to_stop

_INFO = GeneratorInfo(
    "comfyui-3d",
    say("ComfyUI 3D"),
    say("Solid meshes by the ComfyUI you run for pictures, with real progress."),
    (
        FieldSpec("base_url", say("Address"), "text", "http://127.0.0.1:8188"),
        FieldSpec(
            "checkpoint",
            say("Model"),
            "text",
            "",
            help=say("Empty: the first one it has with “hunyuan3d” in its name."),
        ),
    ),
    key_of="comfyui",
    local=True,
    capabilities=frozenset({"progress", "resume", "cancel", "seed"}),
    leaves=say("The picture as it is shown, cut out, to your own server."),
    notice=say(
        "The licence of Hunyuan3D does not hold in the European Union, the United Kingdom and South Korea."
    ),
)
_OCTREE = {"draft": 128, "normal": 256, "fine": 384}
_USUAL_S = 90.0
_LOADER, _FIELD = "ImageOnlyCheckpointLoader", "ckpt_name"


class ComfyUi3d:
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
        """Ask for its version, and look whether its nodes and a model are there."""
        queue = _queue(values)
        version = queue.version(wire, job)
        model = _checkpoint(values, queue, wire, job)
        return say("ComfyUI {version} answers; it will sculpt with {model}.", version=version, model=model)

    def warm_up(self, values: ProviderValues, wire: Wire, job: JobContext) -> None:
        """Nothing to wake: it loads a model with the first order."""

    def make(
        self, order: MeshOrder, values: ProviderValues, wire: Wire, desk: MeshDesk, job: JobContext
    ) -> RemoteMesh:
        """See :class:`~memoreez_desktop.sculpting.generators.api.MeshGenerator`."""
        queue, prompt_id = _queue(values), str(uuid.UUID(order.id))
        job.progress(None, say("Sending the picture"))
        seed = order.seed if order.seed is not None else uuid.UUID(order.id).int % 2**32
        places = {
            "%picture%": _uploaded(order, queue, wire, job),
            "%checkpoint%": _checkpoint(values, queue, wire, job),
            "%octree%": _OCTREE[order.detail],
            "%seed%": seed,
        }
        graph = queue.completed(_graph(places), wire, job)
        with queue.listening(prompt_id, wire) as socket:
            desk.about_to_send()
            job.progress(None, say("Being ordered"))
            remote_id = queue.order(graph, prompt_id, wire, job)
            desk.accepted(remote_id)
            try:
                entry = queue.awaited(remote_id, socket, wire, stage(job, 0.0, MAKING_RATIO))
            except Cancelled:
                desk.ended(told_to_stop(lambda fresh: _stopped(queue, remote_id, wire, fresh)))
                raise
        return _brought(entry, queue, remote_id, str(places["%checkpoint%"]), wire, desk, job)

    def resume(
        self, remote_id: str, values: ProviderValues, wire: Wire, desk: MeshDesk, job: JobContext
    ) -> RemoteMesh:
        """See :class:`~memoreez_desktop.sculpting.generators.api.MeshGenerator`."""
        queue = _queue(values)
        with queue.listening(remote_id, wire) as socket:
            try:
                entry = queue.awaited(remote_id, socket, wire, stage(job, 0.0, MAKING_RATIO))
            except Cancelled:
                desk.ended(told_to_stop(lambda fresh: _stopped(queue, remote_id, wire, fresh)))
                raise
        return _brought(entry, queue, remote_id, values.text(_INFO, "checkpoint"), wire, desk, job)

    def recent(self, values: ProviderValues, wire: Wire, job: JobContext) -> tuple[RecentOrder, ...]:
        """Nothing: every order has our own id."""
        return ()


def _queue(values: ProviderValues) -> ComfyQueue:
    return ComfyQueue(values.text(_INFO, "base_url").rstrip("/"), say("Being sculpted"))


def _stopped(queue: ComfyQueue, remote_id: str, wire: Wire, job: JobContext) -> Ending:
    queue.stop(remote_id, wire, job)
    return "stopped"


def _checkpoint(values: ProviderValues, queue: ComfyQueue, wire: Wire, job: JobContext) -> str:
    """Return the model to sculpt with: the person's, else the first of the right kind."""
    entered = values.text(_INFO, "checkpoint")
    if entered:
        return entered
    listed = queue.choices(_LOADER, _FIELD, wire, job)
    fitting = [name for name in listed if "hunyuan3d" in name.lower().replace("-", "").replace("_", "")]
    if not fitting:
        raise ServiceError(
            say("ComfyUI has no model to sculpt with."),
            say("Put a Hunyuan3D checkpoint into its folder models/checkpoints."),
            reason="model_gone",
        )
    return fitting[0]


def _uploaded(order: MeshOrder, queue: ComfyQueue, wire: Wire, job: JobContext) -> str:
    """Hand the picture over, and return what it is called there."""
    files = (("image", (f"memoreez-{order.id}.png", order.picture_png, "image/png")),)
    form = {"overwrite": "true"}
    answer = wire.call(Ask("POST", f"{queue.base_url}/upload/image", form=form, files=files, local=True), job)
    if answer.status != 200:
        raise refusal_of(SERVICE, answer)
    told = dict_in(answer.json())
    name, folder = told.get("name"), told.get("subfolder")
    if not isinstance(name, str) or not name:
        raise unreadable(SERVICE, maybe_charged=False)
    return f"{folder}/{name}" if isinstance(folder, str) and folder else name


def _graph(places: dict[str, Any]) -> Graph:
    """Fill the places of our graph."""
    text = resource_path("workflows", "comfyui_hunyuan3d.json").read_text("utf-8")
    graph: Graph = json.loads(text)
    for node in graph.values():
        inputs = node["inputs"]
        for field, value in inputs.items():
            if isinstance(value, str) and value in places:
                inputs[field] = places[value]
    return graph


def _brought(
    entry: dict[str, Any],
    queue: ComfyQueue,
    remote_id: str,
    model: str,
    wire: Wire,
    desk: MeshDesk,
    job: JobContext,
) -> RemoteMesh:
    place = saved_file(entry, "3d")
    if place is None:
        raise ServiceError(
            say("ComfyUI saved no mesh."), say("Update it: its node Save GLB is missing."), reason="bad_input"
        )
    url = f"{queue.base_url}/view?{urlencode(place)}"
    path = fetched(lambda: url, wire, desk, job, SERVICE, local=True)
    return RemoteMesh(path, model, None, 0.0, remote_id)
