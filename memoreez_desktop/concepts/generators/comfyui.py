"""Pictures by ComfyUI on a computer of one's own.

The queue itself is :mod:`memoreez_desktop.network.comfyui_queue`.
"""

from __future__ import annotations

import contextlib
import uuid
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from memoreez_desktop.concepts.generators.arrived import require_picture
from memoreez_desktop.concepts.generators.comfyui_workflow import CHECKPOINT, filled, has_place, load_workflow
from memoreez_desktop.core.errors import Cancelled
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.provider import AVAILABLE, Availability, FieldSpec
from memoreez_desktop.core.remote import (
    GeneratorInfo,
    PictureOrder,
    Price,
    ProviderValues,
    RemoteDesk,
    RemotePicture,
    ServiceError,
)
from memoreez_desktop.core.words import say
from memoreez_desktop.network.api import Wire
from memoreez_desktop.network.comfyui_answers import SERVICE, saved_file
from memoreez_desktop.network.comfyui_queue import ComfyQueue
from memoreez_desktop.network.queued import tell_to_stop

_GRID_PX = 8
_INFO = GeneratorInfo(
    "comfyui",
    say("ComfyUI"),
    say("Free, on a computer of your own: every step is shown, and your own workflow can be used."),
    (
        FieldSpec("base_url", say("Address"), "text", "http://127.0.0.1:8188"),
        FieldSpec("checkpoint", say("Model"), "text", "", help=say("Empty: the first one it has.")),
        FieldSpec(
            "workflow",
            say("Workflow file"),
            "text",
            "",
            help=say("Saved with “Export (API)”; %prompt%, %seed%, %width% and %height% are filled in."),
        ),
    ),
    local=True,
    capabilities=frozenset({"partials", "progress", "resume", "cancel", "seed", "size"}),
    leaves=say("The prompt, to your own server only."),
)


class ComfyUi:
    """See the module."""

    info = _INFO
    id = _INFO.id

    def availability(self, values: ProviderValues) -> Availability:
        """See :class:`~memoreez_desktop.concepts.generators.api.ImageGenerator`."""
        return AVAILABLE

    def price(self, values: ProviderValues, size_px: int) -> Price:
        """See :class:`~memoreez_desktop.concepts.generators.api.ImageGenerator`."""
        return Price(0.0)

    def test(self, values: ProviderValues, wire: Wire, job: JobContext) -> str:
        """Ask for its version, and look whether the workflow and a model are there."""
        version = _queue(values).version(wire, job)
        if has_place(load_workflow(values.text(_INFO, "workflow")), CHECKPOINT):
            model = _checkpoint(values, wire, job)
            return say("ComfyUI {version} answers; it will draw with {model}.", version=version, model=model)
        return say("ComfyUI {version} answers, and the workflow can be read.", version=version)

    def draw(
        self, order: PictureOrder, values: ProviderValues, wire: Wire, desk: RemoteDesk, job: JobContext
    ) -> RemotePicture:
        """See :class:`~memoreez_desktop.concepts.generators.api.ImageGenerator`."""
        queue, prompt_id = _queue(values), str(uuid.UUID(order.id))
        # The same graph again would be taken from its cache, without a picture: the seed is never missing.
        seed = order.seed if order.seed is not None else uuid.UUID(order.id).int % 2**32
        graph = load_workflow(values.text(_INFO, "workflow"))
        model = _checkpoint(values, wire, job) if has_place(graph, CHECKPOINT) else ""
        side = max(_GRID_PX, order.size_px // _GRID_PX * _GRID_PX)
        places: dict[str, str | int] = {CHECKPOINT: model, "%prompt%": order.prompt.prompt, "%seed%": seed}
        places |= {"%width%": side, "%height%": side}
        with queue.listening(prompt_id, wire) as socket, _stopped_with(queue, prompt_id, wire):
            desk.about_to_send()
            job.progress(None, say("Being ordered"))
            remote_id = queue.order(filled(graph, places), prompt_id, wire, job)
            desk.accepted(remote_id)
            entry = queue.awaited(remote_id, socket, wire, job)
        return _picture(entry, queue, wire, job, RemotePicture(b"", model, seed, 0.0, remote_id))

    def resume(self, remote_id: str, values: ProviderValues, wire: Wire, job: JobContext) -> RemotePicture:
        """See :class:`~memoreez_desktop.concepts.generators.api.ImageGenerator`."""
        queue = _queue(values)
        with queue.listening(remote_id, wire) as socket, _stopped_with(queue, remote_id, wire):
            entry = queue.awaited(remote_id, socket, wire, job)
        known = RemotePicture(b"", values.text(_INFO, "checkpoint"), None, 0.0, remote_id)
        return _picture(entry, queue, wire, job, known)


def _queue(values: ProviderValues) -> ComfyQueue:
    return ComfyQueue(values.text(_INFO, "base_url").rstrip("/"), say("Being drawn"))


def _checkpoint(values: ProviderValues, wire: Wire, job: JobContext) -> str:
    """Return the model to draw with: the person's, else the first the server has."""
    entered = values.text(_INFO, "checkpoint")
    if entered:
        return entered
    listed = _queue(values).choices("CheckpointLoaderSimple", "ckpt_name", wire, job)
    if not listed:
        raise ServiceError(
            say("ComfyUI has no model to draw with."),
            say("Put a checkpoint into its folder models/checkpoints, or use a workflow of your own."),
            reason="model_gone",
        )
    return listed[0]


@contextlib.contextmanager
def _stopped_with(queue: ComfyQueue, prompt_id: str, wire: Wire) -> Iterator[None]:
    """Stop an order when the person cancels."""
    try:
        yield
    except Cancelled:
        tell_to_stop(lambda fresh: queue.stop(prompt_id, wire, fresh))
        raise


def _picture(
    entry: dict[str, Any], queue: ComfyQueue, wire: Wire, job: JobContext, known: RemotePicture
) -> RemotePicture:
    place = saved_file(entry, "images")
    if place is None:
        raise ServiceError(
            say("The workflow saved no picture."),
            say("It needs a node Save Image at its end."),
            reason="bad_input",
        )
    url = f"{queue.base_url}/view?{urlencode(place)}"
    data = wire.download(url, job, local=True)
    require_picture(data, SERVICE, paid=False)
    return RemotePicture(data, known.model, known.seed, known.cost_usd, known.remote_id)
