"""Meshes by Replicate, which runs many models under one key.

The predictions themselves are :mod:`memoreez_desktop.network.replicate_predictions`. Every model names its
picture, its fineness and its mesh in its own way: so its schema is asked for before anything is ordered.
"""

from __future__ import annotations

import base64
from typing import Any

from memoreez_desktop.core.errors import Cancelled
from memoreez_desktop.core.job import JobContext, stage
from memoreez_desktop.core.provider import AVAILABLE, Availability, FieldSpec
from memoreez_desktop.core.remote import GeneratorInfo, Price, ProviderValues, ServiceError
from memoreez_desktop.core.remote_mesh import MeshDesk, MeshOrder, RecentOrder, RemoteMesh
from memoreez_desktop.core.words import say
from memoreez_desktop.network.api import Wire
from memoreez_desktop.network.replicate_predictions import HOME, Predictions, links
from memoreez_desktop.sculpting.generators.landing import MAKING_RATIO, fetched, told_to_stop

_INFO = GeneratorInfo(
    "replicate-3d",
    say("Replicate 3D"),
    say("Many models under one key; an order that was interrupted can be fetched for an hour."),
    (
        FieldSpec("base_url", say("Address"), "text", HOME),
        FieldSpec(
            "model",
            say("Model"),
            "text",
            "tencent/hunyuan3d-2",
            help=say("owner/name, or owner/name:version for a model of your own."),
        ),
        FieldSpec("key", say("Key"), "secret", ""),
    ),
    key_of="replicate",
    capabilities=frozenset({"progress", "resume", "cancel", "seed"}),
    leaves=say("The picture as it is shown, cut out."),
    key_page="https://replicate.com/account/api-tokens",
    notice=say(
        "Models named Hunyuan have no licence in the European Union, the United Kingdom and South Korea."
    ),
)
_USUAL_S, _DEADLINE_S = 90.0, 3600.0
_PICTURES = ("image", "input_image", "image_path", "images", "input_images", "image_url")
_SUFFIXES = (".glb", ".stl", ".obj", ".ply", ".gltf", ".3mf")
_OCTREE = {"draft": 128, "normal": 256, "fine": 384}


class Replicate3d:
    """See the module."""

    info = _INFO
    id = _INFO.id

    def availability(self, values: ProviderValues) -> Availability:
        """See :class:`~memoreez_desktop.sculpting.generators.api.MeshGenerator`."""
        return AVAILABLE if values.secret() else Availability(False, say("It needs a key."))

    def price(self, values: ProviderValues, order: MeshOrder | None = None) -> Price:
        """See :class:`~memoreez_desktop.sculpting.generators.api.MeshGenerator`; charged by the second."""
        return Price(None, _USUAL_S)

    def test(self, values: ProviderValues, wire: Wire, job: JobContext) -> str:
        """Ask for the account and the model: free, and proves both."""
        return _predictions(values).test(wire, job)

    def warm_up(self, values: ProviderValues, wire: Wire, job: JobContext) -> None:
        """Nothing to wake for nothing: its machines are charged by the second."""

    def make(
        self, order: MeshOrder, values: ProviderValues, wire: Wire, desk: MeshDesk, job: JobContext
    ) -> RemoteMesh:
        """See :class:`~memoreez_desktop.sculpting.generators.api.MeshGenerator`."""
        predictions = _predictions(values)
        job.progress(None, say("Looking at the model"))
        names, version = predictions.input_names(wire, job)
        ask = predictions.order(_fields(order, names), version)
        desk.about_to_send()
        job.progress(None, say("Being ordered"))
        remote_id = predictions.accepted(wire.call(ask, job))
        desk.accepted(remote_id)
        return _brought(predictions, remote_id, wire, desk, job)

    def resume(
        self, remote_id: str, values: ProviderValues, wire: Wire, desk: MeshDesk, job: JobContext
    ) -> RemoteMesh:
        """See :class:`~memoreez_desktop.sculpting.generators.api.MeshGenerator`."""
        return _brought(_predictions(values), remote_id, wire, desk, job)

    def recent(self, values: ProviderValues, wire: Wire, job: JobContext) -> tuple[RecentOrder, ...]:
        """Nothing: its list tells no order from another."""
        return ()


def _predictions(values: ProviderValues) -> Predictions:
    base_url = values.text(_INFO, "base_url").rstrip("/")
    model = values.text(_INFO, "model")
    return Predictions(_INFO.label, base_url, model, values.secret(), say("Being sculpted"), _mesh_in)


def _fields(order: MeshOrder, names: frozenset[str]) -> dict[str, Any]:
    """Fill what the model knows.

    Raises
    ------
    ServiceError
        It takes no picture.
    """
    name = next((name for name in _PICTURES if name in names), "image" if not names else "")
    if not name:
        raise ServiceError(
            say("This model of {service} takes no picture.", service=_INFO.label),
            say("Choose another model in the settings."),
            reason="bad_input",
        )
    picture = f"data:image/png;base64,{base64.b64encode(order.picture_png).decode()}"
    known: dict[str, Any] = {
        "seed": order.seed,
        "octree_resolution": _OCTREE[order.detail],
        "texture": False,
        "remove_background": False,
    }
    fields = {name: value for name, value in known.items() if name in names and value is not None}
    return {name: [picture] if name.endswith("s") else picture} | fields


def _brought(
    predictions: Predictions, remote_id: str, wire: Wire, desk: MeshDesk, job: JobContext
) -> RemoteMesh:
    """Wait for a prediction and download its mesh."""

    def address() -> str:
        return predictions.link(remote_id, wire, stage(job, 0.0, MAKING_RATIO), deadline_s=_DEADLINE_S)

    try:
        path = fetched(address, wire, desk, job, _INFO.label)
    except Cancelled:
        stop = predictions.stop
        desk.ended(told_to_stop(lambda fresh: "stopped" if stop(remote_id, wire, fresh) else "may-cost"))
        raise
    return RemoteMesh(path, predictions.model, None, None, remote_id)


def _mesh_in(output: object) -> str | None:
    """Return the first address that ends as a mesh does, else the first of all."""
    found = links(output)
    meshes = (link for link in found if link.partition("?")[0].lower().endswith(_SUFFIXES))
    return next(meshes, found[0] if found else None)
