"""Meshes by fal.ai, which runs many models behind one queue.

Source: fal.ai's descriptions of its models (llms.txt of each); the queue itself is
:mod:`memoreez_desktop.network.fal_queue`. Every model names the place of its mesh in its own way.
"""

from __future__ import annotations

import base64
from typing import Any

from memoreez_desktop.core.errors import Cancelled
from memoreez_desktop.core.job import JobContext, stage
from memoreez_desktop.core.provider import AVAILABLE, Availability, FieldSpec
from memoreez_desktop.core.remote import GeneratorInfo, Price, ProviderValues
from memoreez_desktop.core.remote_mesh import MeshDesk, MeshOrder, RecentOrder, RemoteMesh
from memoreez_desktop.core.words import say
from memoreez_desktop.network.api import Wire
from memoreez_desktop.network.fal_queue import HOME, FalQueue
from memoreez_desktop.network.refusals import unreadable
from memoreez_desktop.sculpting.generators.landing import MAKING_RATIO, fetched, told_to_stop

_INFO = GeneratorInfo(
    "fal-3d",
    say("fal.ai 3D"),
    say("Many models under one key, from two cents; an interrupted order can be fetched later."),
    (
        FieldSpec("base_url", say("Address"), "text", HOME),
        FieldSpec("model", say("Model"), "text", "fal-ai/hunyuan3d/v2"),
        FieldSpec("key", say("Key"), "secret", ""),
    ),
    capabilities=frozenset({"progress", "resume", "cancel", "seed"}),
    key_of="fal",
    leaves=say("The picture as it is shown, cut out."),
    key_page="https://fal.ai/dashboard/keys",
    notice=say(
        "Models named Hunyuan have no licence in the European Union, the United Kingdom and South Korea."
    ),
)
_USD = {"fal-ai/hunyuan3d/v2": 0.16, "fal-ai/trellis": 0.02, "fal-ai/trellis-2": 0.2}
_AS_OF, _USUAL_S, _DEADLINE_S = "2026-11-22", 60.0, 3600.0
_OCTREE = {"draft": 128, "normal": 256, "fine": 384}
_PLACES = ("model_glb", "model_mesh", "glb", "mesh", "model")
_SUFFIXES = (".glb", ".stl", ".obj", ".ply", ".3mf", ".gltf")


class Fal3d:
    """See the module."""

    info = _INFO
    id = _INFO.id

    def availability(self, values: ProviderValues) -> Availability:
        """See :class:`~memoreez_desktop.sculpting.generators.api.MeshGenerator`."""
        return AVAILABLE if values.secret() else Availability(False, say("It needs a key."))

    def price(self, values: ProviderValues, order: MeshOrder | None = None) -> Price:
        """See :class:`~memoreez_desktop.sculpting.generators.api.MeshGenerator`."""
        usd = _USD.get(_model(values))
        return Price(usd, _USUAL_S, _AS_OF if usd is not None else "")

    def test(self, values: ProviderValues, wire: Wire, job: JobContext) -> str:
        """Ask what the model costs: free, and proves key and model."""
        return _queue(values).priced(wire, job)

    def warm_up(self, values: ProviderValues, wire: Wire, job: JobContext) -> None:
        """Nothing to wake for nothing: its machines are charged by the second."""

    def make(
        self, order: MeshOrder, values: ProviderValues, wire: Wire, desk: MeshDesk, job: JobContext
    ) -> RemoteMesh:
        """See :class:`~memoreez_desktop.sculpting.generators.api.MeshGenerator`."""
        queue = _queue(values)
        ask = queue.order(_fields(order, queue.model))
        desk.about_to_send()
        job.progress(None, say("Being ordered"))
        remote_id = queue.accepted(wire.call(ask, job))
        desk.accepted(remote_id)
        return _brought(queue, remote_id, wire, desk, job)

    def resume(
        self, remote_id: str, values: ProviderValues, wire: Wire, desk: MeshDesk, job: JobContext
    ) -> RemoteMesh:
        """See :class:`~memoreez_desktop.sculpting.generators.api.MeshGenerator`."""
        queue = _queue(values)
        return _brought(queue, queue.trusted(remote_id), wire, desk, job)

    def recent(self, values: ProviderValues, wire: Wire, job: JobContext) -> tuple[RecentOrder, ...]:
        """Nothing: the service lists no orders."""
        return ()


def _model(values: ProviderValues) -> str:
    return values.text(_INFO, "model").strip("/")


def _queue(values: ProviderValues) -> FalQueue:
    base_url = values.text(_INFO, "base_url").rstrip("/")
    sculpting = say("Being sculpted")
    return FalQueue(_INFO.label, base_url, _model(values), values.secret(), sculpting, _DEADLINE_S)


def _fields(order: MeshOrder, model: str) -> dict[str, Any]:
    picture = f"data:image/png;base64,{base64.b64encode(order.picture_png).decode()}"
    older_hunyuan = model.startswith(("fal-ai/hunyuan3d/", "fal-ai/hunyuan3d-v21"))
    fields: dict[str, Any] = {"input_image_url" if "hunyuan" in model else "image_url": picture}
    if older_hunyuan:
        fields |= {"octree_resolution": _OCTREE[order.detail], "textured_mesh": False}
    if order.seed is not None:
        fields["seed"] = order.seed
    return fields


def _brought(queue: FalQueue, link: str, wire: Wire, desk: MeshDesk, job: JobContext) -> RemoteMesh:
    """Wait for an order and download its mesh."""
    result: dict[str, Any] = {}

    def address() -> str:
        result.clear()
        result.update(queue.result(link, wire, stage(job, 0.0, MAKING_RATIO)))
        return _mesh_in(result)

    try:
        path = fetched(address, wire, desk, job, _INFO.label)
    except Cancelled:
        desk.ended(told_to_stop(lambda fresh: "stopped" if queue.stop(link, wire, fresh) else "may-cost"))
        raise
    seed = result.get("seed")
    return RemoteMesh(path, queue.model, seed if isinstance(seed, int) else None, None, link)


def _mesh_in(result: dict[str, Any]) -> str:
    """Return the address of the mesh: by the usual names, else the first that ends as a mesh does."""
    urls = result.get("model_urls")
    formats = urls if isinstance(urls, dict) else {}
    candidates = [result.get(name) for name in _PLACES]
    candidates[1:1] = [formats.get(name) for name in ("glb", "stl", "obj")]
    for value in candidates:
        url = value.get("url") if isinstance(value, dict) else value
        if isinstance(url, str) and url:
            return url
    for value in result.values():
        url = value.get("url") if isinstance(value, dict) else None
        if isinstance(url, str) and url.partition("?")[0].lower().endswith(_SUFFIXES):
            return url
    raise unreadable(_INFO.label)
